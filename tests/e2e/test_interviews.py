"""An interview from its invitation to the thank-you, with a real mailbox; and the reminder, once, wherever it dies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.calendars import ics, invitation
from tests.e2e.client import mail, send
from tests.e2e.harness import SAM, WAIT, Tactful
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

SOON = {"proxy.schedule.TICK": 0.2, "proxy.post.PAUSES": 0.5, "proxy.meetings.reminders.EVERY": 0.2}
SUBJECT = "A thank-you for your interview? Jo Park"
THANKS = """
Dear Jo,

Thank you for taking the time to speak with me on Monday. I enjoyed our conversation.

Kind regards
Sam Lee
"""


def calendar(starts: datetime, jo: str, **more: Any) -> str:
    ends = starts + timedelta(hours=1)
    times: dict[str, Any] = {"start": f"DTSTART:{starts:%Y%m%dT%H%M%SZ}", "end": f"DTEND:{ends:%Y%m%dT%H%M%SZ}"}
    stamp = f"{starts - timedelta(days=3):%Y%m%dT%H%M%SZ}"
    return ics(**times, stamp=stamp, **more).replace("jo@acme.example", jo)


def invite(mailbox: Mailbox, starts: datetime, jo: str, **more: Any) -> None:
    """As Google does."""
    content = calendar(starts, jo, uid=f"{jo}-event", **more)
    when = datetime.now(UTC) - timedelta(minutes=5)
    mailbox.put("INBOX", invitation(content, when=when, sender=f"Jo Park <{jo}>", auto_submitted="auto-generated"))


def ago(**more: float) -> datetime:
    return (datetime.now(UTC) - timedelta(**more)).replace(microsecond=0)


def reminders(mailbox: Mailbox) -> list[str]:
    return [each.text for each in mailbox.all("INBOX") if each.subject == SUBJECT]


def test_an_invitation_is_in_the_history_within_moments(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    starts = ago(days=-2)
    invite(mailbox, starts, jo)
    tactful.cli("sync")
    known = tactful.cli("history", jo).only
    assert known["interviews"] == [
        {
            "starts": starts.isoformat(),
            "ends": (starts + timedelta(hours=1)).isoformat(),
            "source": "calendar",
            "cancelled": False,
            "thanked": False,
        }
    ]
    assert [each["kind"] for each in known["contacts"]] == ["mail", "meeting"]
    shown = tactful.cli("history", jo, json=False).out.decode()
    assert "An interview is to come: " in shown
    assert "interview" in tactful.cli("history", json=False).out.decode()


def test_what_passed_is_a_meeting_for_which_thanks_may_go_at_once(
    tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str
) -> None:
    assert "queued" in send(tactful, mail(THANKS.replace("Monday", "Tuesday"), to=jo, subject="Thank you"), jo).reply
    invite(mailbox, ago(hours=2), jo)
    tactful.cli("sync")
    content = mail(THANKS, to=jo, subject="Thank you for yesterday")
    assert "queued" in send(tactful, content, jo).reply
    assert [each["thanked"] for each in tactful.cli("history", jo).only["interviews"]] == [True]


def test_one_that_was_cancelled_is_shown_as_such(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    starts = ago(days=-2)
    invite(mailbox, starts, jo)
    invite(mailbox, starts, jo, method="CANCEL", sequence=1, status="CANCELLED")
    tactful.cli("sync")
    assert [each["cancelled"] for each in tactful.cli("history", jo).only["interviews"]] == [True]
    assert "cancelled" in tactful.cli("history", jo, json=False).out.decode()


def test_a_reminder_and_a_draft_that_goes_as_it_is(
    tmp_path: Path, dovecot: Dovecot, upstream: Upstream, jo: str
) -> None:
    own = Mailbox(dovecot.port, dovecot.user())
    invite(own, ago(hours=22), jo)
    upstream.users[own.user] = PASSWORD
    with Tactful(
        tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=SOON, thanks={"draft": True}
    ) as tactful:
        tactful.until("letter kind=thanks .*outcome=delivered")
        (text,) = reminders(own)
        assert "I know of no thank-you since" in text
        assert "lies in your Drafts" in text
        (draft,) = own.all("Drafts")
        assert draft.flags >= {"\\Draft", "\\Seen"}
        assert (draft.mail["To"], draft.mail["From"]) == (f"Jo Park <{jo}>", SAM)
        printed = tactful.cli("digest", json=False).out.decode()
        assert "No thank-you has gone yet, as far as I know:" in printed
        assert [each for each in tactful.cli("digest").lines if "unthanked" in each]
        assert "queued" in send(tactful, draft.content, jo).reply
        assert [each["thanked"] for each in tactful.cli("history", jo).only["interviews"]] == [True]
        assert [each for each in tactful.cli("digest").lines if "unthanked" in each] == []


DEATHS = [
    "proxy.store.interviews.Interviews.remind",
    "proxy.store.letters.Letters.tried",
    "proxy.mailboxes.Mailboxes.draft",
    "proxy.store.interviews.Interviews.mark_drafted",
    "proxy.mailboxes.Mailboxes.deliver",
    "proxy.store.letters.Letters.settle",
]


@pytest.mark.parametrize("death", DEATHS, ids=[death.rpartition(".")[2] for death in DEATHS])
def test_promise_one_reminder_and_one_draft_though_it_is_killed_there(
    tmp_path: Path, dovecot: Dovecot, upstream: Upstream, jo: str, death: str
) -> None:
    own = Mailbox(dovecot.port, dovecot.user())
    invite(own, ago(hours=22), jo)
    tactful = Tactful(tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=SOON, thanks={"draft": True})
    tactful.death = death
    tactful.start()
    assert tactful.process is not None
    tactful.process.wait(WAIT)
    tactful.kill9()
    tactful.death = ""
    tactful.start()
    if death != "proxy.store.letters.Letters.settle":  # then it had been said already, and nothing is left to do
        tactful.until("letter kind=thanks .*outcome=delivered")
    assert tactful.stop() == 0
    with tactful:  # once more, to its end
        tactful.cli("sync")
    assert len(reminders(own)) == 1
    assert len(own.all("Drafts")) == 1


def test_mail_that_fixes_a_time_is_heard_by_the_worker(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    day = datetime.now().astimezone() + timedelta(days=3)
    words = f"Dear Sam,\n\nYour interview is confirmed for {day.day} {day:%B} {day.year} at 10:30.\n\nBest wishes\nJo\n"
    mailbox.put("INBOX", mail(words, to=SAM, sender=jo, subject="Interview"))
    tactful.cli("sync")
    (one,) = tactful.cli("history", jo).only["interviews"]
    assert one["source"] == "mail"
    starts = datetime.fromisoformat(one["starts"]).astimezone()
    assert (starts.date(), f"{starts:%H:%M}") == (day.date(), "10:30")
