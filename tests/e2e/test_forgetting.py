"""`forget`, the history as CSV, and who is not covered: as typed, on a real mailbox."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import CLEAN, LETTERS
from tests.e2e.mailbox import Mailbox

pytestmark = pytest.mark.dovecot


def table(octets: bytes) -> list[dict[str, str]]:
    assert octets.count(b"\r\n") == octets.count(b"\n")
    return list(csv.DictReader(io.StringIO(octets.decode(), newline="")))


def test_one_person_is_forgotten_and_not_read_again(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    mailbox.put("Sent", mail(CLEAN, to=jo, ago=timedelta(days=2)), timedelta(days=2))
    mailbox.put("INBOX", mail("Thank you.", sender=jo, to=SAM, ago=timedelta(days=1)), timedelta(days=1))
    tactful.cli("sync")
    tactful.cli("log", "call", jo, "--note", "a secret note")
    over = send(tactful, mail(LETTERS["sloppiness"], to=jo), jo).id
    tactful.cli("discard", over)
    waits = send(tactful, mail(LETTERS["sloppiness"], to=jo), jo).id
    tactful.cli("snooze", waits, "--until", "3 days")
    assert len(tactful.cli("history", jo).only["contacts"]) == 3
    unsure = tactful.cli("forget", jo)
    assert (unsure.status, "--yes" in unsure.only["remedy"]) == (2, True)
    assert len(tactful.cli("history", jo).only["contacts"]) == 3
    done = tactful.cli("forget", jo, "--yes").only
    assert done == {"forgotten": jo, "contacts": 3, "messages": 1, "remarks": 0, "waiting": [waits]}
    assert tactful.cli("history", jo).only["contacts"] == []
    assert tactful.cli("show", over).status == 2
    shown = tactful.cli("show", waits)
    assert (shown.only["state"], shown.only["due"]) == ("held", None)
    # Looked at again, and found in a further folder: it stays forgotten. What comes later counts.
    mailbox.put("Archive", mail("Hello again", sender=jo, to=SAM, ago=timedelta(days=3)), timedelta(days=3))
    tactful.cli("sync")
    assert tactful.cli("history", jo).only["contacts"] == []
    later = mail("Good news", sender=jo, to=SAM, ago=-timedelta(seconds=5))
    mailbox.put("INBOX", later)
    tactful.cli("sync")
    (contact,) = tactful.cli("history", jo).only["contacts"]
    assert contact["message_id"] == message_id(later)


def test_history_as_csv(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo, "--note", '=HYPERLINK("http://x.example")')
    assert "queued" in send(tactful, mail(CLEAN, to=jo, subject='Role, "two"'), jo).reply
    (row,) = (row for row in table(tactful.cli("history", "--csv", json=False).out) if row["address"] == jo)
    told = ["address", "last", "turn", "unanswered", "may_send", "next_allowed", "interview", "stage", "synced"]
    assert (list(row), row["interview"]) == (told, "")
    assert (row["turn"], row["unanswered"], row["may_send"]) == ("theirs", "1", "no")
    tactful.cli("recruiters", "offer", jo)
    (row,) = (row for row in table(tactful.cli("history", "--csv", json=False).out) if row["address"] == jo)
    assert (row["stage"], row["may_send"]) == ("offer", "yes")
    tactful.cli("log", "meeting", jo, "--at", "2026-03-04T10:00:00+00:00")
    (row,) = (row for row in table(tactful.cli("history", "--csv", json=False).out) if row["address"] == jo)
    assert datetime.fromisoformat(row["interview"]) == datetime(2026, 3, 4, 10, tzinfo=UTC)
    contacts = {row["kind"]: row for row in table(tactful.cli("history", jo, "--csv", json=False).out)}
    text, sent = contacts["text"], contacts["mail"]
    assert list(text) == ["when", "kind", "direction", "address", "message_id", "subject", "note"]
    assert text["note"] == '\'=HYPERLINK("http://x.example")'
    assert sent["subject"] == 'Role, "two"'
    assert tactful.cli("history", "--csv").status == 2


def test_whose_turn_and_how_far(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo)
    one = tactful.cli("history", jo).only
    assert (one["turn"], one["stage"], one["unanswered"]) == ("theirs", None, 1)
    tactful.cli("recruiters", "offer", jo)
    assert tactful.cli("history", jo).only["stage"] == "offer"
    assert re.search(rf"{re.escape(jo)} .*│ offer", tactful.cli("history", json=False).out.decode())


def test_who_is_not_covered(tactful: Tactful, mailbox: Mailbox) -> None:
    before = tactful.cli("status").only["not_checked"]
    for number, to in enumerate(["jobs@mill.example", "ana@northstaffing.example", "mum@home.example"] * 3):
        mailbox.put("Sent", mail("Hello", to=to, subject="Lunch", ago=timedelta(hours=number)))
    tactful.cli("sync")
    week = tactful.cli("status").only["not_checked"]
    assert {key: week[key] - before[key] for key in week} == {"mails": 9, "addresses": 3, "recruiters": 2}
    line = f"This week {week['mails']} mails went to {week['addresses']} addresses that I don't check; "
    assert line in tactful.cli("status", json=False).out.decode()
    assert line in " ".join(tactful.cli("digest", json=False).out.decode().split())
    assert tactful.cli("digest").lines[-1] == {"not_checked": week}


def test_everybody_is_forgotten(tactful: Tactful, jo: str) -> None:
    tactful.cli("log", "text", jo)
    said = tactful.cli("forget", "all", "--yes", json=False)
    assert re.match(r"Forgotten, of everybody: contacts: \d+; kept messages that were over: \d+; ", said.out.decode())
    assert tactful.cli("history").lines == []
    assert tactful.cli("forget", "nobody", "--yes").status == 2
