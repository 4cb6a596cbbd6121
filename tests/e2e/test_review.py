"""A person's word on what was held: released, drafted, discarded, snoozed; as upstream and mailbox see it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import CLEAN, LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

SOON = {"proxy.schedule.TICK": 0.2, "proxy.folder.sent.LOOK_AGAIN": 0.5}
UNTIDY = LETTERS["sloppiness"] + "\n.\n..dots, and blanks   \n"


@pytest.fixture(scope="module")
def patch() -> Mapping[str, object]:
    return SOON


def but_for_date(content: bytes) -> bytes:
    """A mail without the value of its Date."""
    return re.sub(rb"(?m)^(Date:)[^\r]*\r$", rb"\1\r", content, count=1)


def sent_at(content: bytes) -> datetime:
    """The value of its Date, to the second."""
    found = re.search(rb"^Date: ([^\r]*)\r$", content, re.MULTILINE)
    assert found
    return parsedate_to_datetime(found[1].decode())


@pytest.mark.parametrize("client_files_a_copy", [True, False])
def test_released(tactful: Tactful, upstream: Upstream, mailbox: Mailbox, jo: str, client_files_a_copy: bool) -> None:
    content = mail(UNTIDY, to=f"Jo Park <{jo}>", ago=timedelta(days=3))
    id_ = send(tactful, content, jo, "kim@home.example").id
    if client_files_a_copy:
        mailbox.put("Sent", content)
    before = datetime.now(UTC) - timedelta(seconds=1)
    upstream.hang_for_a_second("dot")  # what is filed bears the Date that was sent, not the time of the reply
    released = tactful.cli("release", id_)
    assert released.status == 0
    assert released.only == {"id": id_, "action": "release", "done": True, "state": "released", "reason": ""}
    (message,) = upstream.got(content)
    assert message.content != content
    assert but_for_date(message.content) == but_for_date(content)
    assert before <= sent_at(message.content) <= datetime.now(UTC)
    assert [address for address, _ in message.recipients] == [jo, "kim@home.example"]
    tactful.until(f"sent-copy id={id_} outcome=filed")  # a client's own copy, with its former date, goes away
    (copy,) = mailbox.all("Sent", about=message_id(content))
    hidden = b"Bcc: kim@home.example\r\n"
    assert hidden in copy.content
    assert copy.content.replace(hidden, b"") == message.content
    late = tactful.cli("release", id_)
    assert (late.status, late.only["done"], late.only["reason"]) == (1, False, "It was sent.")
    assert len(upstream.got(content)) == 1


def test_drafted(tactful: Tactful, upstream: Upstream, mailbox: Mailbox, jo: str) -> None:
    content = mail(UNTIDY, to=f"Jo Park <{jo}>")
    id_ = send(tactful, content, jo, "hidden@home.example").id
    assert tactful.cli("draft", id_).only["state"] == "drafted"
    (draft,) = mailbox.all("Drafts", about=message_id(content))
    assert draft.flags == {"\\Draft", "\\Seen"}
    assert draft.mail["Bcc"] == "hidden@home.example"
    assert re.sub(rb"(?m)^Bcc: [^\r]*\r\n", b"", draft.content) == content
    assert upstream.got(content) == []
    assert tactful.cli("release", id_).status == 1


def test_discarded_by_a_part_of_its_id_and_only_as_expected(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    content = mail(UNTIDY, to=jo)
    id_ = send(tactful, content, jo).id
    unexpected = tactful.cli("discard", id_, "--expect", "snoozed")
    assert (unexpected.status, unexpected.only["done"], unexpected.only["state"]) == (1, False, "held")
    several = tactful.cli("discard", id_[:6], "aaaaaaaa", "--expect", "held")
    assert [line["done"] for line in several.lines] == [True, False]
    assert several.status == 2
    assert id_ not in {line["id"] for line in tactful.cli("held").lines}
    assert id_ in {line["id"] for line in tactful.cli("held", "--all").lines}
    assert upstream.got(content) == []


def test_snoozed_until_it_is_due(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    content = mail(UNTIDY, to=jo)
    id_ = send(tactful, content, jo).id
    said = datetime.now(UTC)
    assert tactful.cli("snooze", id_, "--until", "2 seconds").only["state"] == "snoozed"
    sent = upstream.until_got(content).content
    tactful.until(f"action id={id_} action=release state=released")
    assert sent_at(sent) >= said.replace(microsecond=0) + timedelta(seconds=2)
    assert len(upstream.got(content)) == 1


def test_snoozed_and_shown_with_its_due_time(tactful: Tactful, jo: str) -> None:
    id_ = send(tactful, mail(UNTIDY, to=jo), jo).id
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(days=30)
    assert tactful.cli("snooze", id_, "--until", due.isoformat()).status == 0
    assert datetime.fromisoformat(tactful.cli("show", id_).only["due"]) == due
    assert tactful.cli("snooze", "zzzzzzzz", "--until", due.isoformat()).status == 2


def test_snoozed_until_the_next_allowed_date_where_there_is_one(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    no_date = send(tactful, mail(UNTIDY, to=jo), jo).id
    refused = tactful.cli("snooze", no_date)
    assert (refused.status, refused.only["done"], refused.only["state"]) == (1, False, "held")
    mailbox.put("Sent", mail(CLEAN, to=jo, ago=timedelta(hours=1)))
    tactful.cli("sync")
    follow_up = send(tactful, mail(NUDGE, to=jo), jo).id
    assert tactful.cli("snooze", follow_up).only["state"] == "snoozed"
    due = datetime.fromisoformat(tactful.cli("show", follow_up).only["due"])
    assert timedelta(hours=2, minutes=50) < due - datetime.now(UTC) < timedelta(hours=3, minutes=1)


def test_several_are_released_with_one_command(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    mails = [mail(UNTIDY, to=jo, subject=f"Number {number}") for number in range(3)]
    ids = [send(tactful, content, jo).id for content in mails]
    done = tactful.cli("release", *ids, ids[0])
    assert [(line["id"], line["state"]) for line in done.lines] == [(id_, "released") for id_ in ids]
    assert [len(upstream.got(content)) for content in mails] == [1, 1, 1]
