"""How far things are, what they promised and when the interview is: told on the command line, seen in what is held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import CLEAN, LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox

pytestmark = pytest.mark.dovecot


def nudge(jo: str) -> bytes:
    return mail(NUDGE, to=f"Jo Park <{jo}>")


def test_after_an_offer_frequency_and_presumption_rest_until_it_is_undone(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo, "--at", "1 hour")
    assert tactful.cli("recruiters", "offer", jo).only == {"entry": jo, "stage": "offer"}
    listed = [(line["entry"], line["kind"]) for line in tactful.cli("recruiters", "list").lines]
    assert (jo, "offer") in listed
    assert next(line["stage"] for line in tactful.cli("history").lines if line["address"] == jo) == "offer"
    assert "queued" in send(tactful, nudge(jo), jo).reply
    presuming = mail(LETTERS["presumption"], to=f"Jo Park <{jo}>")
    assert "queued" in send(tactful, presuming, jo).reply
    assert tactful.cli("recruiters", "offer", jo, "--undo").only == {"entry": jo, "stage": None}
    assert tactful.cli("recruiters", "offer", jo, "--undo").status == 1
    assert send(tactful, nudge(jo), jo).reply.endswith(": frequency")


def test_who_hired_the_user_is_nobodys_recruiter(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo, "--at", "1 hour")
    assert tactful.cli("recruiters", "hired", jo).only == {"entry": jo, "stage": "hired"}
    test = tactful.cli("recruiters", "test", jo)
    assert (test.status, test.only["recruiter"]) == (1, False)
    assert "queued" in send(tactful, nudge(jo), jo).reply
    tactful.cli("recruiters", "hired", jo, "--undo")
    assert send(tactful, nudge(jo), jo).reply.endswith(": frequency")


def test_on_the_day_of_an_interview_nothing_holds_and_nothing_counts(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo, "--at", "1 hour")
    soon = (datetime.now(UTC) + timedelta(hours=5)).isoformat(timespec="seconds")
    assert tactful.cli("log", "meeting", jo, "--at", soon).status == 0
    for _ in range(4):
        assert "queued" in send(tactful, nudge(jo), jo).reply
    assert send(tactful, nudge(jo), jo).reply.endswith(": frequency")
    assert tactful.cli("history", jo).only["unanswered"] == 1


def test_a_day_that_they_named_is_waited_for_and_told_in_their_words(
    tactful: Tactful, mailbox: Mailbox, jo: str
) -> None:
    ahead = (datetime.now().astimezone() + timedelta(days=10)).date()
    words = f"You will hear from us by {ahead.day} {ahead:%B %Y}."
    mailbox.put("INBOX", mail(f"Dear Sam,\n\n{words}\n\nJo", to=SAM, sender=jo, ago=timedelta(hours=9)))
    tactful.cli("sync")
    assert "queued" in send(tactful, mail(CLEAN, to=f"Jo Park <{jo}>"), jo).reply
    held = send(tactful, nudge(jo), jo)
    assert held.reply.endswith(": frequency"), held.dialogue
    (finding,) = (each for each in tactful.cli("show", held.id).only["findings"] if each["mistake"] == "frequency")
    assert words.rstrip(".") in finding["message"]
    assert datetime.fromisoformat(finding["next_allowed"]).date() > ahead


def test_a_day_given_by_voice(tactful: Tactful, jo: str) -> None:
    ahead = (datetime.now().astimezone() + timedelta(days=10)).date().isoformat()
    noted = tactful.cli("log", "meeting", jo, "--at", "2 hours", "--promised", ahead).only
    assert noted["promised"] == ahead
    tactful.cli("log", "text", jo, "--at", "1 hour")
    known = tactful.cli("history", jo).only
    assert datetime.fromisoformat(known["next_allowed"]).date() > date.fromisoformat(ahead)
    for wrong in ("soon", "2020-01-01"):
        assert tactful.cli("log", "meeting", jo, "--promised", wrong).status == 2
    assert tactful.cli("log", "text", jo, "--promised", ahead).status == 2
