"""Copies in Sent, what may have been sent, and drafts, with a real mailbox."""

from __future__ import annotations

from pathlib import Path

import pytest
from imapclient import IMAPClient

from proxy.mime.headers import read
from proxy.model import State
from tests.imap.client import Place, mail
from tests.proxy.folders import mails
from tests.proxy.house import DAY, HOUR, JO, MINUTE, House, house, letter
from tests.servers.cut import Relay


async def look(home: House) -> None:
    await home.schedule.sent()


async def test_a_sent_copy_is_filed_once_after_a_second_look(home: House, place: Place) -> None:
    await place.fill("Sent", mail())
    id_ = home.keep(letter())
    await home.act(id_, "release")
    sent = home.upstream.messages[0].content
    home.now += MINUTE
    for count in (1, 1, 2, 2, 2):
        await look(home)
        assert len(await mails(place, "Sent")) == count
        home.now += MINUTE / 2
    assert (await mails(place, "Sent"))[-1] == sent


@pytest.mark.parametrize("looks", [0, 1])
async def test_a_copy_that_the_client_filed_is_enough(home: House, place: Place, looks: int) -> None:
    await place.fill("Sent", mail())
    await home.act(home.keep(letter()), "release")
    for _ in range(looks):
        await look(home)
    await place.fill("Sent", letter())
    for _ in range(3):
        home.now += HOUR
        await look(home)
    assert len(await mails(place, "Sent")) == 2


async def test_a_provider_that_files_by_itself_is_left_to_it(tmp_path: Path, place: Place) -> None:
    async with house(tmp_path, place=place, files_sent=True) as home:
        await home.act(home.keep(letter()), "release")
        for _ in range(3):
            await look(home)
            home.now += HOUR
        assert await mails(place, "Sent") == []
        assert home.store.letters.sent_copies_due(home.now + DAY) == []


async def test_a_copy_is_filed_when_the_mailbox_is_back_and_not_when_its_body_is_gone(
    home: House, place: Place, wire: Relay
) -> None:
    gone, there = home.keep(letter()), home.keep(letter(2), message_id="<2@example.org>")
    await home.act(gone, "release")
    home.now += DAY
    await home.act(there, "release")
    wire.cut(down=True)
    await look(home)
    wire.down = False
    home.store.held.erase(home.now - HOUR)
    for _ in range(4):
        home.now += 10 * MINUTE
        await look(home)
    assert [read(content).message_id for content in await mails(place, "Sent")] == ["<2@example.org>"]
    assert home.store.letters.sent_copies_due(home.now + DAY) == []


RECEIVED = b"Received: from laptop by mx.example; Tue, 10 Mar 2026 12:00:00 +0000\r\n"


@pytest.mark.parametrize(
    ("copy", "state"), [(letter(), "unknown"), (RECEIVED + letter(), "released"), (b"", "unknown")]
)
async def test_promise_2_sent_is_looked_at_for_what_may_have_been_sent(
    home: House, place: Place, copy: bytes, state: State
) -> None:
    """A client's own copy proves nothing: it was told that the message was sent."""
    id_ = home.keep(letter(), state="unknown", dot_at=home.now)
    await place.fill("Sent", copy or mail())
    await look(home)
    assert (home.find(id_).state, home.upstream.messages) == (state, [])
    assert home.contacts() == ["<1@example.org>"]


async def test_another_account_s_mailbox_that_is_down_holds_nothing_up(home: House, place: Place) -> None:
    id_ = home.keep(letter(), state="unknown", dot_at=home.now)
    await place.fill("Sent", RECEIVED + letter())
    home.keep(letter(2), state="unknown", account="gone@example.org", message_id="<2@example.org>")
    await look(home)
    assert home.find(id_).state == "released"


# Drafts


async def test_drafted_with_a_bcc_and_once(home: House, place: Place) -> None:
    await place.fill("Drafts", mail())
    id_ = await home.hold(letter(), (JO, "kim@acme.example"))
    assert (await home.act(id_, "draft")).state == "drafted"
    draft = (await mails(place, "Drafts"))[-1]
    assert draft == letter().replace(b"\r\n\r\n", b"\r\nBcc: kim@acme.example\r\n\r\n", 1)

    def flags(client: IMAPClient) -> set[bytes]:
        client.select_folder("Drafts", readonly=True)
        return set(client.get_flags([max(client.search("ALL"))]).popitem()[1])

    assert {b"\\Draft", b"\\Seen"} <= await place.do(flags)


@pytest.mark.parametrize("octets", [20, 200, 700])
async def test_drafted_once_wherever_the_connection_is_cut(home: House, place: Place, wire: Relay, octets: int) -> None:
    id_ = await home.hold()
    wire.cut_after = octets
    outcome = await home.act(id_, "draft")
    wire.cut_after = None
    if not outcome.done:
        assert (outcome.state, outcome.failed, home.find(id_).lease) == ("held", True, None)
        assert (await home.act(id_, "draft")).state == "drafted"
    assert len(await mails(place, "Drafts")) == 1
