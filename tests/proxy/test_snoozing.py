"""Mail that was to go when it is due, with a real mailbox: it goes, or waits for another word and says why."""

from __future__ import annotations

import asyncio
from datetime import time
from pathlib import Path

import pytest

from checks.model import Contact
from proxy.errors import SpoolError
from proxy.release import Request
from proxy.snooze.foresight import NOT_READ
from proxy.store.held import HeldMessages, copy_of
from proxy.transit.spool import Spool
from tests.imap.client import Place, mail
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, MINUTE, SAM, WORKER_BROKE, House, another, by_frequency, letter
from tests.proxy.snoozed import snoozed
from tests.servers.cut import Relay
from tests.servers.script import At, Close, Fault, Hang, Refuse


async def test_what_is_due_goes(home: House) -> None:
    due, later = snoozed(home), snoozed(home, due=MINUTE, message_id="<2@example.org>")
    await home.snoozing.look()
    assert (home.find(due).state, home.find(later).state) == ("released", "snoozed")
    assert len(home.upstream.messages) == 1


async def test_promise_4_an_answer_that_was_read_ends_a_snooze(home: House, place: Place) -> None:
    id_ = snoozed(home)
    answer = mail("Good news", sender="Jo <jo@acme.example>", to=SAM, days=0.1)
    await place.fill("INBOX", answer)
    await home.mailboxes.sync(SAM)
    await home.snoozing.look()
    message = home.find(id_)
    assert (message.state, message.due, home.upstream.messages) == ("held", None, [])
    assert "written" in message.outcome
    await home.act(id_, "snooze", until=home.now + DAY)
    home.now += DAY
    await home.snoozing.look()
    assert home.find(id_).state == "released"  # the person knew of it


async def test_an_interview_that_is_to_come_is_no_answer(home: House) -> None:
    id_ = snoozed(home)
    home.store.contacts.log(Contact(home.now + DAY, "meeting", "both", "jo@acme.example"))
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_promise_4_the_mailbox_is_looked_at_before_it_goes(home: House, place: Place) -> None:
    """A laptop that slept over the answer and over the time at which it was due."""
    await home.mailboxes.sync(SAM)
    id_ = snoozed(home, due=5 * HOUR)
    home.now += 6 * HOUR
    await place.fill("INBOX", mail("Good news", sender="Jo <jo@acme.example>", to=SAM, days=-0.1))
    await home.snoozing.look()
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])


async def test_promise_4_without_a_look_it_waits_and_then_asks(home: House, wire: Relay) -> None:
    id_ = snoozed(home)
    wire.cut(down=True)
    await home.snoozing.look()
    assert (home.find(id_).state, home.upstream.messages) == ("snoozed", [])
    home.now += 2 * DAY
    await home.snoozing.look()
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])
    assert "could not be read" in home.find(id_).outcome


async def test_the_user_may_want_it_sent_without_a_look(home: House, wire: Relay) -> None:
    home.set(when_stale="forward")
    id_ = snoozed(home)
    wire.cut(down=True)
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_a_word_of_the_user_s_own_meanwhile_ends_a_snooze(home: House) -> None:
    home.worker.answer = by_frequency
    id_ = snoozed(home)
    home.store.contacts.log(Contact(home.now - HOUR, "call", "out", JO, answered=False))
    await home.snoozing.look()
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])


async def test_snoozed_while_the_upstream_is_down_stays_snoozed(home: House) -> None:
    id_ = snoozed(home)
    port = home.upstream.port
    await home.upstream.stop()
    await home.snoozing.look()
    assert home.find(id_).state == "snoozed"
    home.upstream.port = port
    await home.upstream.__aenter__()
    await home.snoozing.look()
    assert home.find(id_).state == "snoozed"
    home.now += 5 * MINUTE
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_snoozed_and_refused_is_held_with_the_upstream_s_words(home: House) -> None:
    home.upstream.add(Refuse("RCPT", 550, ["5.1.1 nobody"]))
    id_ = snoozed(home)
    await home.snoozing.look()
    assert home.find(id_).state == "held"
    assert f"{JO}: 550 5.1.1 nobody" in home.find(id_).outcome


@pytest.mark.parametrize(
    ("fault", "state", "subject"),
    [
        (Refuse("RCPT", 550, ["5.1.1 nobody"]), "held", "Waits for your word again: your mail to Jo Park"),
        (Close("dot"), "unknown", "May have been sent: your mail to Jo Park"),
    ],
)
async def test_what_was_to_go_by_itself_and_did_not_is_told_at_once(
    home: House, place: Place, fault: Fault, state: str, subject: str
) -> None:
    home.upstream.add(fault)
    id_ = snoozed(home)
    await home.snoozing.look()
    assert (home.find(id_).state, home.kept) == (state, 1)
    await home.schedule.letters()
    assert await subjects(place) == [subject]


@pytest.mark.parametrize(("point", "subject"), [("RCPT", "Waits for your word again"), ("dot", "May have been sent")])
async def test_killed_while_it_went_by_itself_is_told(
    home: House, place: Place, tmp_path: Path, point: At, subject: str
) -> None:
    until = asyncio.Event()
    home.upstream.add(Hang(point, until))
    id_ = home.keep(letter())
    await home.act(id_, "snooze", until=home.now + HOUR)
    home.now += HOUR
    going = asyncio.create_task(home.snoozing.look())
    await home.upstream.until(lambda: point in home.upstream.happened)
    home.now += HOUR
    async with another(home, tmp_path) as next_run:
        await next_run.schedule.recover()
        await next_run.schedule.letters()
    assert await subjects(place) == [f"{subject}: your mail to Jo Park"]
    until.set()
    await going


async def test_one_that_cannot_be_set_aside_to_be_read_holds_no_other_up(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(held: HeldMessages, id_: str) -> Spool:
        if id_ == large:
            raise SpoolError("The disk is full.", "Make room.")
        return copy_of(held, id_)

    large, small = snoozed(home, due=-HOUR), snoozed(home, message_id="<2@example.org>")
    monkeypatch.setattr("proxy.snooze.snoozing.copy_of", full)
    await home.snoozing.look()
    assert (home.find(large).state, home.find(small).state) == ("snoozed", "released")
    monkeypatch.undo()
    home.now += 5 * MINUTE
    await home.snoozing.look()
    assert home.find(large).state == "released"


# What it says of days


async def test_words_that_will_mean_another_day_are_told(home: House) -> None:
    written = letter().replace(b"canary body", b"Are you free tomorrow?")
    outcome = await home.act(home.keep(written), "snooze", until=home.now + 5 * DAY)
    [warning] = outcome.warnings
    assert warning == (
        "It says “tomorrow”. When you wrote it, that was Wed 11 March; "
        "when it goes, on Sun 15 March, it will be read as Mon 16 March."
    )
    assert (await home.act(home.keep(written), "snooze", until=home.now + HOUR)).warnings == ()
    home.worker.answer = WORKER_BROKE
    assert (await home.act(home.keep(written), "snooze", until=home.now + DAY)).warnings == (NOT_READ,)


async def test_snoozed_is_snoozed_though_its_words_cannot_be_read(home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Spool:
        raise SpoolError("The disk is full.", "Make room.")

    monkeypatch.setattr("proxy.snooze.foresight.copy_of", full)
    id_ = home.keep(letter())
    outcome = await home.act(id_, "snooze", until=home.now + 5 * DAY)
    assert (outcome.done, outcome.state, outcome.warnings) == (True, "snoozed", (NOT_READ,))


# What is told afterwards


async def test_killed_after_it_went_the_digest_tells_it_all_the_same(home: House) -> None:
    id_ = snoozed(home)
    [message] = home.store.held.due(home.now)
    assert (await home.review.act(id_, Request("release", expect="snoozed", due=message.due))).done
    assert [each.held for each in home.store.snoozes.departures()] == [id_]


async def test_the_digest_tells_what_went_once(home: House, place: Place) -> None:
    home.set(digest_at=(time(8), time(17)), notify_by_mail=False)
    snoozed(home, subject="Paralegal")
    await home.snoozing.look()
    for hour in (17, 20):
        home.now = home.now.replace(hour=hour)
        await home.schedule.letters()
    home.now += DAY
    await home.schedule.letters()
    [digest] = await mails(place, "INBOX")
    assert b"went when it was due" in digest.replace(b"=\r\n", b"")
    assert b"Paralegal" in digest
