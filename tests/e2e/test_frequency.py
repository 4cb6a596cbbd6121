"""Following up too much, judged from real folders: what was sent, what they answered, calls, what does not count."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

APPLICATION = """
Dear Jo,

Thank you for your advertisement. I would like to apply for the analyst role; my experience is described below.

Kind regards,
Sam Lee
"""


def to(jo: str, text: str = NUDGE, **more: Any) -> bytes:
    return mail(text, to=f"Jo Park <{jo}>", **more)


def test_a_second_mail_too_soon_is_held_with_what_was_sent_when(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    ago = timedelta(hours=1, minutes=10)
    first = to(jo, APPLICATION, ago=ago)
    mailbox.put("Sent", first, ago)
    assert tactful.cli("sync").only["done"] is True
    sent = send(tactful, to(jo), jo)
    assert sent.reply.endswith(": frequency"), sent.dialogue
    (finding,) = tactful.cli("show", sent.id).only["findings"]
    assert (finding["mistake"], finding["rule"], finding["part"]) == ("frequency", "frequency.too-soon", "history")
    then = datetime.now(UTC) - ago
    assert "You wrote to Jo Park" in finding["message"]
    assert f"{then:%H:}" in finding["message"]
    assert "welcome from" in finding["message"]
    allowed = datetime.fromisoformat(finding["next_allowed"])
    assert abs(allowed - (then + timedelta(hours=4))) < timedelta(minutes=1)
    known = tactful.cli("history", jo).only
    assert list(known) == [
        "address",
        "contacts",
        "unanswered",
        "may_send",
        "next_allowed",
        "synced",
        "turn",
        "stage",
        "interviews",
    ]
    assert [(each["kind"], each["direction"], each["message_id"]) for each in known["contacts"]] == [
        ("mail", "out", message_id(first))
    ]
    assert (known["unanswered"], known["may_send"]) == (1, False)
    assert datetime.fromisoformat(known["next_allowed"]) == allowed.replace(microsecond=0)


def test_an_answer_makes_it_free(tactful: Tactful, upstream: Upstream, mailbox: Mailbox, jo: str) -> None:
    first = to(jo, APPLICATION, ago=timedelta(hours=2))
    mailbox.put("Sent", first)
    answer = mail("Thank you", to=SAM, sender=jo, in_reply_to=message_id(first), ago=timedelta(hours=1))
    mailbox.put("INBOX", answer)
    tactful.cli("sync")
    content = to(jo)
    assert "queued" in send(tactful, content, jo).reply
    known = tactful.cli("history", jo).only
    assert [each["direction"] for each in known["contacts"]] == ["out", "in", "out"]
    assert known["unanswered"] == 1


def test_what_went_through_tactful_counts_at_once(tactful: Tactful, jo: str) -> None:
    assert "queued" in send(tactful, to(jo, APPLICATION), jo).reply
    assert send(tactful, to(jo), jo).reply.endswith(": frequency")


@pytest.mark.parametrize(
    ("logged", "free"),
    [
        ("call --unanswered", False),
        ("text", False),
        ("call", True),  # without a terminal: they spoke
        ("call --from-them", True),
        ("text --from-them", True),
        ("meeting", True),
    ],
)
def test_a_call_or_text_counts_as_logged(tactful: Tactful, jo: str, logged: str, free: bool) -> None:
    kind, *flags = logged.split()
    assert tactful.cli("log", kind, jo, "--at", "1 hour", *flags).status == 0
    reply = send(tactful, to(jo), jo).reply
    assert ("queued" in reply) == free, reply
    assert reply.endswith(": frequency") != free, reply


def test_what_was_not_sent_does_not_count_though_the_client_filed_a_copy(
    tactful: Tactful, mailbox: Mailbox, jo: str
) -> None:
    fates = ("held", "discard", "draft")
    for fate in fates:
        content = to(f"{fate}.{jo}", LETTERS["sloppiness"])
        id_ = send(tactful, content, f"{fate}.{jo}").id
        mailbox.put("Sent", content)
        if fate != "held":
            assert tactful.cli(fate, id_).status == 0
    tactful.cli("sync")
    for fate in fates:
        known = tactful.cli("history", f"{fate}.{jo}").only
        assert (fate, known["contacts"], known["may_send"]) == (fate, [], True)
        assert "queued" in send(tactful, to(f"{fate}.{jo}"), f"{fate}.{jo}").reply


def test_what_was_released_counts_once_though_it_is_in_sent(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    content = to(jo, LETTERS["sloppiness"])
    id_ = send(tactful, content, jo).id
    mailbox.put("Sent", content)
    assert tactful.cli("release", id_).status == 0
    tactful.cli("sync")
    known = tactful.cli("history", jo).only
    assert [each["message_id"] for each in known["contacts"]] == [message_id(content)]
    assert send(tactful, to(jo), jo).reply.endswith(": frequency")


def test_two_in_one_second_see_each_other(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    replies: list[str] = []
    mails = [to(jo, subject=f"News? {number}") for number in range(3)]
    threads = [
        threading.Thread(target=lambda content=content: replies.append(send(tactful, content, jo).reply))
        for content in mails
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted("queued" in reply for reply in replies) == [False, False, True], replies
    assert sum(len(upstream.got(content)) for content in mails) == 1


def test_the_list_of_all_says_whose_turn_it_is(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    tactful.cli("log", "text", jo, "--at", "2 hours")
    tactful.cli("log", "meeting", f"met.{jo}", "--at", "2 hours")
    tactful.cli("log", "text", "kim@home.example")
    turns = {line["address"]: line["turn"] for line in tactful.cli("history").lines}
    assert (turns[jo], turns[f"met.{jo}"]) == ("theirs", "yours")
    assert "kim@home.example" not in turns
