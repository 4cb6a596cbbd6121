"""The folder in the mailbox, on a real server: what lies there, what moving it does, and what Sent shows meanwhile.

The other device is a client that speaks IMAP with the same mailbox and knows nothing of tactful.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient

from tests.e2e.client import Client, mail, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.mailbox import Filed, Mailbox
from tests.e2e.test_answers import links, state
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

BASE = "Held by tactful"
SEND, DISCARD = f"{BASE}/Send now", f"{BASE}/Don't send"
SOON = {
    "proxy.schedule.TICK": 0.2,
    "proxy.folder.held_folder.CHECK": 0.2,
    "proxy.folder.held_folder.AGAIN": 4,
    "proxy.folder.sent.LOOK_AGAIN": 0.2,
    "proxy.folder.sent.AFTER_FAULT": 0.5,
    "proxy.review.LEASE": 1.5,
    "proxy.review.RENEW": 0.5,
    "proxy.post.PAUSES": 0.2,
}


@pytest.fixture(scope="module")
def tactful(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox, upstream: Upstream) -> Iterator[Tactful]:
    """Running, and quick to look."""
    folder = tmp_path_factory.mktemp("tactful")
    own = {"smtp": upstream.port, "imap": mailbox.port, "user": mailbox.user}
    with Tactful(folder, **own, patch=SOON) as running:  # type: ignore[arg-type]
        yield running


def file_copy(own: Mailbox, content: bytes) -> None:
    """What a mail program does after it was told 250."""
    with own.open() as client:
        if not client.folder_exists("Sent"):
            client.create_folder("Sent")
        client.append("Sent", content, ("\\Seen",))


def move(own: Mailbox, about: str, to: str, source: str = BASE) -> None:
    """What a person does on another device."""
    with own.open() as client:
        if not client.folder_exists(to):
            client.create_folder(to)
        client.select_folder(source)
        (uid,) = _uids(client, about)
        client.move([uid], to)


def _uids(client: IMAPClient, about: str) -> list[int]:
    found = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
    return [uid for uid, each in found.items() if about in each[b"BODY[]"].decode("utf-8", "replace")]


def arrived(own: Mailbox, folder: str, about: str) -> list[datetime]:
    with own.open() as client:
        client.select_folder(folder, readonly=True)
        found = client.fetch(_uids(client, about), ["INTERNALDATE"]).values()
        return [each[b"INTERNALDATE"] for each in found]


def within(filed: Filed) -> bytes:
    """The message in a cover."""
    (part,) = [part for part in message_from_bytes(filed.content).walk() if part.get_content_type() == "message/rfc822"]
    return part.get_payload(0).as_bytes()  # type: ignore[union-attr]


def letter(jo: str, name: str = "thanks", **more: Any) -> bytes:
    return mail(LETTERS[name], to=f"Jo Park <{jo}>", **more)


def held(tactful: Tactful, content: bytes, *to: str) -> str:
    """Sends what is held; its ID, when its cover lies in the mailbox."""
    id_ = send(tactful, content, *to).id
    tactful.until(f"cover id={id_} outcome=put")
    return id_


def gone(tactful: Tactful, id_: str) -> None:
    """Waits until its cover is taken out of the mailbox."""
    tactful.until(f'cover id={id_} outcome="taken away"')


def back(tactful: Tactful, mailbox: Mailbox, since: int) -> str:
    """The subject of what is written back."""
    tactful.until("letter kind=answer .*outcome=delivered", since=since)
    return mailbox.all("INBOX")[-1].subject


def test_a_mail_client_s_whole_day(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    """Sent, held, notice in INBOX, an answer from a client that doesn't use the proxy, and Sent shows it once with the
    date on which it went."""
    content = letter(jo, ago=timedelta(hours=3))
    id_ = held(tactful, content, jo)
    file_copy(mailbox, content)
    tactful.until(f"false-copy id={id_}")
    tactful.until("letter kind=notice .*outcome=delivered")
    (notice,) = mailbox.all("INBOX", about=id_)
    assert 'in the folder "Held by tactful" of your mailbox' in " ".join(notice.text.split())
    (cover,) = mailbox.all(BASE, about=id_)
    assert (mailbox.all("Sent", about=jo), upstream.got(content)) == ([], [])

    assert cover.subject == notice.subject
    assert cover.mail["from"].addresses[0].addr_spec == cover.mail["to"].addresses[0].addr_spec == SAM
    assert cover.flags == frozenset()
    assert within(cover).replace(b"\r\n", b"\n") == content.replace(b"\r\n", b"\n")
    assert "to Send now:   it is sent as you wrote it" in cover.text
    with mailbox.open() as client:
        assert {BASE, SEND, DISCARD} <= {name for _, _, name in client.list_sub_folders()}

    before, since = datetime.now(UTC).replace(microsecond=0), len(tactful.said)
    mailbox.put("INBOX", mail("", to=SAM, subject=links(notice)["send"]))
    assert back(tactful, mailbox, since).startswith("Sent at ")
    tactful.until(f"sent-copy id={id_} outcome=filed")
    gone(tactful, id_)
    (went,) = upstream.got(content)
    (filed,) = mailbox.all("Sent", about=jo)
    assert filed.content == went.content
    assert filed.flags == {"\\Seen"}
    (when,) = arrived(mailbox, "Sent", jo)
    assert before <= when == parsedate_to_datetime(str(filed.mail["date"])) <= datetime.now(UTC)
    assert [mailbox.all(each, about=id_) for each in (BASE, SEND, DISCARD)] == [[], [], []]


def test_moved_to_send_now_on_a_phone(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    content, others = letter(jo), mail("Not tactful's", subject="A note", to=SAM)
    id_ = held(tactful, content, jo)
    file_copy(mailbox, content)
    tactful.until(f"false-copy id={id_}")
    mailbox.put(SEND, others)
    since = len(tactful.said)
    move(mailbox, id_, SEND)
    assert back(tactful, mailbox, since).startswith("Sent at ")
    tactful.until(f"sent-copy id={id_} outcome=filed")
    gone(tactful, id_)
    assert len(upstream.got(content)) == len(mailbox.all("Sent", about=jo)) == 1
    assert [mailbox.all(BASE, about=id_), mailbox.all(SEND, about=id_)] == [[], []]
    assert [each.content for each in mailbox.all(SEND)] == [others]
    assert state(tactful, id_) == "released"


@pytest.mark.parametrize(("to", "then"), [(DISCARD, "discarded"), ("Drafts", "drafted")])
def test_moved_elsewhere(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str, to: str, then: str) -> None:
    content = letter(jo)
    id_ = held(tactful, content, jo)
    move(mailbox, id_, to)
    gone(tactful, id_)
    file_copy(mailbox, content)  # by a client that was offline
    tactful.until(f"false-copy id={id_}")
    assert state(tactful, id_) == then
    drafts = [each.content for each in mailbox.all("Drafts", about=jo)]
    assert drafts == ([content] if then == "drafted" else [])
    assert [mailbox.all(each, about=id_) for each in (BASE, DISCARD)] == [[], []]
    assert (mailbox.all("Sent", about=jo), upstream.got(content)) == ([], [])


def test_decided_elsewhere_and_the_copy_goes(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    sent, not_sent = (held(tactful, letter(jo, name), jo) for name in ("thanks", "negativity"))
    assert tactful.cli("release", sent).status == tactful.cli("discard", not_sent).status == 0
    for id_ in (sent, not_sent):
        gone(tactful, id_)
        assert mailbox.all(BASE, about=id_) == []


def test_snoozed_and_the_note_says_so(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    id_ = held(tactful, letter(jo), jo)
    assert tactful.cli("snooze", id_, "--until", "2 days").status == 0
    tactful.until(f"cover id={id_} outcome=put", count=2)
    gone(tactful, id_)
    (cover,) = mailbox.all(BASE, about=id_)
    assert "goes by itself when it is due" in cover.text


def test_what_can_t_be_done_is_said(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    content = letter(jo)
    id_ = held(tactful, content, jo)
    since = len(tactful.said)
    upstream.stop()
    move(mailbox, id_, SEND)
    assert "It was not done" in back(tactful, mailbox, since)
    tactful.until(f"cover id={id_} outcome=put", count=2)
    upstream.start()
    gone(tactful, id_)
    assert (state(tactful, id_), mailbox.all(SEND, about=id_)) == ("held", [])
    since = len(tactful.said)
    move(mailbox, id_, SEND)
    assert back(tactful, mailbox, since).startswith("Sent at ")
    assert len(upstream.got(content)) == 1


def test_emptied_by_accident(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    id_ = held(tactful, letter(jo), jo)
    with mailbox.open() as client:
        client.select_folder(BASE)
        client.delete_messages(_uids(client, id_))
        client.expunge()
    tactful.until(f"cover id={id_} outcome=missed")
    assert (state(tactful, id_), mailbox.all(BASE, about=id_)) == ("held", [])


def test_forged_copies_do_nothing(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    contents = [letter(jo, name) for name in ("thanks", "negativity")]
    first, second = (held(tactful, content, jo) for content in contents)
    (cover,) = mailbox.all(BASE, about=first)
    _, token = cover.mail["x-tactful-held"].split()
    before = len(mailbox.all(SEND))
    values = (f"{second} {token}", f"{first} {'A' * 26}", first, " ", f"{first} {token} {token}")
    for value in values:
        mailbox.put(SEND, mail("", to=SAM, subject="Forged", x_tactful_held=value))
    mailbox.put(SEND, b"Subject: forwarded\r\nContent-Type: message/rfc822\r\n\r\n" + cover.content)
    move(mailbox, first, DISCARD)
    gone(tactful, first)
    assert (state(tactful, first), state(tactful, second)) == ("discarded", "held")
    assert len(mailbox.all(SEND)) == before + len(values) + 1
    assert [upstream.got(content) for content in contents] == [[], []]


def test_turned_off(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    """What lies there goes, since nobody would hear what moving it says; the notice tells of the copy in Sent."""
    id_ = held(tactful, letter(jo), jo)
    tactful.write(hold={"folder": ""})
    try:
        gone(tactful, id_)
        content, since = letter(jo, "negativity"), len(tactful.said)
        other = send(tactful, content, jo).id
        file_copy(mailbox, content)
        tactful.until("letter kind=notice .*outcome=delivered", since=since)
        (notice,) = mailbox.all("INBOX", about=other)
        assert "such a copy in Sent was not sent" in " ".join(notice.text.split())
        assert (mailbox.all(BASE, about=other), len(mailbox.all("Sent", about=jo))) == ([], 1)
    finally:
        tactful.write(hold={})


@pytest.fixture
def own(dovecot: Dovecot) -> Mailbox:
    return Mailbox(dovecot.port, dovecot.user())


@pytest.fixture
def mortal(tmp_path: Path, own: Mailbox) -> Iterator[tuple[Tactful, Upstream]]:
    """One that is going to be killed."""
    with Upstream({own.user: PASSWORD}) as upstream:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=SOON)
        yield tactful, upstream
        tactful.kill9()


WHEN_HELD = ["proxy.store.covers.Covers.mint", "proxy.imap.append.append"]
WHEN_MOVED = [
    "proxy.store.answers.Answers.take",
    "proxy.store.covers.Covers.mark",
    "proxy.review.Review.act",
    "proxy.imap.shelf.take_away",
]


@pytest.mark.parametrize("function", [*WHEN_HELD, *WHEN_MOVED])
def test_killed_on_the_way(mortal: tuple[Tactful, Upstream], own: Mailbox, function: str) -> None:
    """Nothing twice and nothing lost, wherever it dies."""
    (tactful, upstream), content = mortal, mail(LETTERS["thanks"])
    tactful.death = function if function in WHEN_HELD else ""
    tactful.start()
    with Client(tactful.port) as client:
        client.envelope("jo@acme.example")
        client.data(content)  # it may die before the reply, or after it
    if function in WHEN_MOVED:
        tactful.until("cover id=.* outcome=put")
        assert tactful.stop() == 0
        move(own, "X-Tactful-Held", SEND)
        tactful.death = function
        tactful.start()
    tactful.wait()
    tactful.death = ""
    since = len(tactful.said)
    tactful.start()
    if function in WHEN_HELD:
        id_ = tactful.cli("held").only["id"]
        tactful.until(f"cover id={id_} outcome=(put|found)", since=since)
        assert len(own.all(BASE)) == 1
        move(own, id_, SEND)
    id_ = tactful.cli("held", "--all").only["id"]
    tactful.until(f"sent-copy id={id_} outcome=filed")
    tactful.until("letter kind=answer .*outcome=delivered")
    if function != "proxy.imap.shelf.take_away":  # else the one that died did so, and there is nothing left to say
        tactful.until("cover id=.* outcome=.*taken away", since=since)
    assert state(tactful, id_) == "released"
    assert len(upstream.messages) == len(own.all("Sent")) == 1
    assert [own.all(each) for each in (BASE, SEND, "Drafts")] == [[], [], []]
    assert len([each for each in own.all("INBOX") if each.subject.startswith("Sent at ")]) == 1
