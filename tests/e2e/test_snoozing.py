"""Snoozed mail as its writer meets it: days that move are told, an answer or a newer message cancels it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import CLEAN, LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

SOON = {"proxy.schedule.TICK": 0.2}
UNTIDY = LETTERS["sloppiness"]


@pytest.fixture(scope="module")
def patch() -> Mapping[str, object]:
    return SOON


def test_an_answer_cancels_it_days_before_and_a_notice_says_so(
    tactful: Tactful, upstream: Upstream, mailbox: Mailbox, jo: str
) -> None:
    content = mail(UNTIDY, to=jo, subject=f"For {jo}")
    id_ = send(tactful, content, jo).id
    assert tactful.cli("snooze", id_, "--until", "5 days").only["state"] == "snoozed"
    mailbox.put("INBOX", mail("Good news", sender=f"Jo Park <{jo}>", to=SAM, ago=-timedelta(seconds=2)))
    tactful.until(f"action id={id_} action=answered state=held")
    tactful.until("letter kind=back .* outcome=delivered")
    (notice,) = mailbox.all("INBOX", about="Waits for your word again")
    assert "They have written since you wrote this" in notice.text
    assert f"tactful release {id_}" in notice.text
    assert upstream.got(content) == []
    assert tactful.cli("show", id_).only["due"] is None


def test_a_newer_one_cancels_it_and_it_is_left_out_where_several_are_sent(
    tactful: Tactful, upstream: Upstream, jo: str
) -> None:
    first = mail(UNTIDY, to=jo)
    id_, other = send(tactful, first, jo).id, send(tactful, mail(UNTIDY, to=jo, subject="Something else"), jo).id
    tactful.cli("snooze", id_, "--until", "5 days")
    assert "queued" in send(tactful, mail(CLEAN, to=jo, in_reply_to=message_id(first)), jo).reply
    tactful.until(f"action id={id_} action=due state=held")
    done = tactful.cli("release", id_, other)
    assert [(line["done"], line["state"]) for line in done.lines] == [(False, "held"), (True, "released")]
    assert "left out" in done.lines[0]["reason"]
    assert (done.status, upstream.got(first)) == (1, [])
    assert tactful.cli("release", id_).only["state"] == "released"


def test_words_that_will_mean_another_day_are_told(tactful: Tactful, jo: str) -> None:
    content = mail(UNTIDY + "\n\nCould we speak tomorrow, or early next week?\n", to=jo)
    id_ = send(tactful, content, jo).id
    snoozed = tactful.cli("snooze", id_, "--until", "10 days").only
    assert list(snoozed) == ["id", "action", "done", "state", "reason", "due", "warnings"]
    told = [warning.split(".")[0] for warning in snoozed["warnings"]]
    assert {"It says “tomorrow”", "It says “next week”"} <= set(told)
    said = tactful.cli("snooze", id_, "--until", "10 days", json=False).out.decode()
    assert "It says “tomorrow”. When you wrote it, that was" in said
    assert f"tactful draft {id_}" in said
    assert tactful.cli("snooze", id_, "--until", "1 minute").only["warnings"] in ([], snoozed["warnings"])


def test_only_frequency_is_asked_again(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    """Untidy as before, it goes; had the writer called meanwhile, it would not."""
    contents = [mail(NUDGE, to=jo, subject=f"Number {number}") for number in range(2)]
    tactful.cli("log", "text", jo, "--at", "1 hour")
    first, second = (send(tactful, content, jo).id for content in contents)
    tactful.cli("snooze", first, "--until", "1 second")
    tactful.until(f"action id={first} action=release state=released")
    tactful.cli("snooze", second, "--until", "1 second")
    tactful.until(f"action id={second} action=due state=held")  # its writer was told of the text alone
    assert len(upstream.got(contents[0])) == 1
    tactful.cli("snooze", second, "--until", "1 second")
    tactful.until(f"action id={second} action=release state=released")
    third = send(tactful, mail(NUDGE, to=jo, subject="Number 3"), jo).id
    tactful.cli("snooze", third, "--until", "2 seconds")
    tactful.cli("log", "call", jo, "--unanswered")
    tactful.until(f"action id={third} action=due state=held")
    assert tactful.cli("show", third).only["findings"][0]["mistake"] == "frequency"


def test_due_while_the_computer_was_off(tmp_path: Path, upstream: Upstream, mailbox: Mailbox, jo: str) -> None:
    content = mail(UNTIDY, to=jo)
    tactful = Tactful(tmp_path, smtp=upstream.port, imap=mailbox.port, user=mailbox.user, patch=SOON)
    with tactful:
        id_ = send(tactful, content, jo).id
        tactful.cli("snooze", id_, "--until", "1 hour")
    long_ago = (datetime.now(UTC) - timedelta(hours=25)).timestamp()
    with closing(sqlite3.connect(tactful.database)) as database, database:
        database.execute("update held set due = ? where id = ?", (int(long_ago * 1e6), id_))
    with tactful:
        tactful.until(f"action id={id_} action=due state=held")
    assert upstream.got(content) == []


def test_the_digest_says_it_beforehand_and_after(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    id_ = send(tactful, mail(UNTIDY, to=jo, subject=f"Soon for {jo}"), jo).id
    tactful.cli("snooze", id_, "--until", "1 hour")
    assert "goes by itself when it is due (" in tactful.cli("digest", json=False).out.decode()
    tactful.cli("snooze", id_, "--until", "1 second")
    tactful.until(f"action id={id_} action=release state=released")
    went = [line for line in tactful.cli("digest").lines if "went" in line]
    assert [line["recipients"] for line in went if line["id"] == id_] == [[jo]]
    assert f"“Soon for {jo}”, went when it was due" in " ".join(tactful.cli("digest", json=False).out.decode().split())
    assert tactful.cli("digest", "--send").only["delivered"]
    assert [line for line in tactful.cli("digest").lines if "went" in line] == []
