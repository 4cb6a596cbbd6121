"""A reply whose quotation was deleted: what it answers is read from the mailbox, and nothing hangs on that."""

from __future__ import annotations

import asyncio

import pytest

from proxy.jobs import find
from proxy.transit import judge
from tests.imap.client import Place, mail
from tests.proxy.house import SAM, House, letter
from tests.servers.cut import Relay

ID = "<offer@acme.example>"
OFFER = mail(
    "Re: The post",
    sender="Jo Park <jo@acme.example>",
    to="Sam <sam@example.org>",
    message_id=ID,
    body="Dear Sam,\r\n\r\nThe job is yours if you want it.\r\n\r\nJo\r\n\r\n> I would like to work for you.",
)
YES = letter(1, In_Reply_To=ID, Subject="Re: The post").replace(
    b"Dear Jo,\r\n.\r\ncanary body", b"Dear Jo,\r\n\r\nThank you so much. I'll start on Monday the 3rd.\r\n\r\nSam"
)


@pytest.fixture
async def home(home: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """With its mailbox behind the wire, the real checks, and patience with a busy machine."""
    monkeypatch.setattr(judge, "TOGETHER", 30.0)
    home.worker.answer = find
    return home


async def answered(home: House, content: bytes = YES) -> tuple[bool, list[str]]:
    """Whether it was held; and the notes on what was forwarded."""
    reply = str(await home.send(content))
    assert "Held" in reply or "queued" in reply
    notes = [note.rule for remark in home.store.remarks.untold(SAM) for note in remark.findings]
    return "Held" in reply, notes


@pytest.mark.parametrize("known", [True, False])
async def test_a_reply_to_an_offer_is_forwarded_with_a_note(home: House, place: Place, known: bool) -> None:
    if known:
        await place.fill("Archive", OFFER)
    await home.mailboxes.sync(SAM)
    if not known:  # it has come since the mailbox was last read
        await place.fill("INBOX", OFFER)
    assert await answered(home) == (False, ["presumption.asked-for"])


@pytest.mark.parametrize(
    "parent",
    [
        OFFER.replace(b"The job is yours if you want it.", b"We decide next week."),
        OFFER.replace(b"The job is yours if you want it.", b"We decide next week.\r\n\r\n> The job is yours."),
        OFFER.replace(b"Jo Park <jo@acme.example>", b"Sam <sam@example.org>"),
        OFFER.replace(b"Re: The post", b"Re: The post\r\nAuto-Submitted: auto-replied"),
        OFFER.replace(ID.encode(), b"<another@acme.example>"),
    ],
    ids=["no offer", "quoted only", "one's own", "automatic", "another mail"],
)
async def test_what_offers_nothing_excuses_nothing(home: House, place: Place, parent: bytes) -> None:
    await place.fill("INBOX", parent)
    await home.mailboxes.sync(SAM)
    assert await answered(home) == (True, [])


async def test_what_the_reply_quotes_comes_first(home: House, place: Place) -> None:
    await place.fill("INBOX", OFFER)
    await home.mailboxes.sync(SAM)
    quoting = YES + b"\r\nOn Mon, 9 Mar 2026 at 10:00, Jo Park <jo@acme.example> wrote:\r\n> We decide next week.\r\n"
    assert (await answered(home, quoting))[0]


async def test_a_server_that_hangs_costs_the_limit_and_no_message(
    home: House, place: Place, wire: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.fill("INBOX", OFFER)
    await home.mailboxes.sync(SAM)
    wire.mute = True
    with monkeypatch.context() as patched:
        patched.setattr(judge, "TOGETHER", 0.3)
        async with asyncio.timeout(30):  # its own patience with a silent server is a minute
            assert await answered(home) == (True, [])
    assert home.worker.jobs[-1].answered == b""
    wire.mute = False
    await home.mailboxes.sync(SAM)
    await answered(home, YES.replace(b"<1@", b"<2@"))
    assert home.worker.jobs[-1].answered == OFFER


async def test_where_no_connection_is_open_none_is_opened_for_it(home: House, place: Place, wire: Relay) -> None:
    await place.fill("INBOX", OFFER)
    await home.mailboxes.sync(SAM)
    wire.cut(down=True)
    assert (await answered(home))[0]
    before = wire.connections
    assert (await answered(home, YES.replace(b"<1@", b"<2@")))[0]
    assert (home.worker.jobs[-1].answered, wire.connections) == (b"", before)


async def test_only_a_reply_asks_for_it(home: House, place: Place, wire: Relay) -> None:
    await place.fill("INBOX", OFFER)
    await home.mailboxes.sync(SAM)
    before = wire.octets
    await answered(home, YES.replace(b"In-Reply-To: " + ID.encode() + b"\r\n", b""))
    assert wire.octets == before
