"""Mail that was to go when it is due, with a real mailbox: it goes, or waits for another word and says why."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from checks.model import Contact, Finding, Quiet
from proxy.errors import SpoolError
from proxy.release import Request
from proxy.snooze import due
from proxy.snooze.foresight import NOT_READ
from proxy.store.contacts import FolderState, Seen
from proxy.store.held import HeldMessages, copy_of
from proxy.transit.spool import Spool
from proxy.worker import Job
from tests.imap.client import Place, mail
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, KIM, MINUTE, SAM, WORKER_BROKE, House, another, by_frequency, letter
from tests.servers.cut import Relay
from tests.servers.script import At, Close, Fault, Hang, Refuse


def snoozed(home: House, *, due: timedelta = -MINUTE, content: bytes = letter(), **more: object) -> str:
    """Written three days ago, snoozed then."""
    now, home.now = home.now, home.now - 3 * DAY
    id_ = home.keep(content, **more)
    home.now = now
    assert home.store.held.move(id_, {"held"}, "snoozed", home.now - 2 * DAY, due=home.now + due)
    return id_


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


# A newer message


def newer(home: House, number: int = 2, *, to: str = JO, thread: str = "<1@example.org>", **more: Any) -> None:
    """What the mailbox shows in Sent, an hour old."""
    fields = {"message_id": f"<{number}@example.org>", "thread": (thread,), "subject": "More"} | more
    seen = Seen(number, home.now - HOUR, "out", (to,), **fields)
    home.store.contacts.record(SAM, f"Sent{number}", FolderState(1, number), [seen])


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "held"),
        ({"thread": "<other@example.org>"}, "released"),
        ({"thread": "<0@acme.example>"}, "held"),  # both answer the same mail
        ({"thread": "", "subject": "Re: Hello"}, "held"),
        ({"thread": "", "subject": ""}, "released"),
        ({"to": KIM}, "released"),
    ],
)
async def test_a_newer_one_in_the_same_conversation_replaces_it(home: House, more: dict[str, Any], state: str) -> None:
    id_ = snoozed(home, subject="Hello", thread=("<0@acme.example>",))
    newer(home, **more)
    await home.snoozing.look()
    assert home.find(id_).state == state
    assert home.find(id_).outcome == (due.REPLACED if state == "held" else "")


async def test_of_two_that_are_snoozed_the_newer_one_goes(home: House) -> None:
    first, second = snoozed(home), snoozed(home, message_id="<2@example.org>", thread=("<1@example.org>",))
    with home.store.database.write() as connection:
        connection.exec_driver_sql(f"update held set received = received + 1 where id = '{second}'")
    await home.snoozing.look()
    assert (home.find(first).state, home.find(second).state) == ("held", "released")
    assert home.find(first).outcome == due.REPLACED


async def test_it_is_told_at_once_and_not_only_when_it_is_due(home: House, place: Place) -> None:
    id_ = snoozed(home, due=10 * DAY)
    await home.snoozing.look()
    assert home.find(id_).state == "snoozed"
    newer(home)
    await home.snoozing.look()
    assert home.find(id_).state == "held"
    await home.schedule.letters()
    assert await subjects(place) == ["Waits for your word again: your mail to Jo Park"]
    [notice] = await mails(place, "INBOX")
    assert b"You have written a newer one in the same conversation" in notice.replace(b"=\r\n", b"")


async def test_who_says_so_in_spite_of_it_is_believed(home: House) -> None:
    id_ = snoozed(home)
    newer(home)
    await home.snoozing.look()
    await home.act(id_, "snooze", until=home.now + HOUR)
    home.now += HOUR
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_what_was_replaced_is_left_out_where_several_are_sent(home: House) -> None:
    first, other = home.keep(letter()), home.keep(letter(7), message_id="<7@example.org>", subject="Else")
    home.now += 2 * HOUR
    newer(home)
    outcome = await home.act(first, "release", batch=True)
    assert (outcome.done, outcome.state, outcome.reason) == (False, "held", due.LEFT_OUT)
    assert (await home.act(other, "release", batch=True)).done
    assert (await home.act(first, "release")).done


# Frequency again


async def test_only_what_they_did_not_know_holds_it_again(home: House) -> None:
    """Snoozed until an hour that is too soon, which the person knew; then they called."""
    home.worker.answer = by_frequency
    home.store.contacts.log(Contact(home.now - HOUR, "text", "out", JO))
    id_ = await home.hold(None, (JO,), *by_frequency_now(home))
    for calls, state in ((0, "released"), (1, "held")):
        if calls:
            id_ = await home.hold(letter(2), (JO,), *by_frequency_now(home))
        await home.act(id_, "snooze", until=home.now + HOUR)
        home.worker.answer = by_frequency
        for _ in range(calls):
            home.store.contacts.log(Contact(home.now, "call", "out", JO, answered=False))
        home.now += HOUR
        await home.snoozing.look()
        assert home.find(id_).state == state, home.find(id_).outcome
    assert home.find(id_).outcome == due.TOO_SOON
    assert "frequency" in home.find(id_).findings[0].rule


def by_frequency_now(home: House) -> tuple[Finding, ...]:
    job = Job(b"", (JO,), (home.store.contacts.history(JO, home.now),), home.now, home.accounts.settings)
    return by_frequency(job).findings


async def test_a_new_date_is_told_and_can_be_waited_for(home: House) -> None:
    home.worker.answer = by_frequency
    id_ = snoozed(home)
    home.store.contacts.log(Contact(home.now - MINUTE, "text", "out", JO))
    await home.snoozing.look()
    assert home.find(id_).state == "held"
    outcome = await home.act(id_, "snooze")
    assert outcome.due == home.now - MINUTE + 4 * HOUR
    home.now += 4 * HOUR
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_after_an_offer_frequency_rests(home: House) -> None:
    home.worker.answer = by_frequency
    id_ = snoozed(home)
    home.store.contacts.log(Contact(home.now - HOUR, "call", "out", JO, answered=False))
    home.store.control.set_stage("acme.example", "offer", home.now)
    await home.snoozing.look()
    assert home.find(id_).state == "released"


@pytest.mark.parametrize(("on_error", "state"), [("hold", "held"), ("forward", "released")])
async def test_promise_5_where_frequency_cannot_be_asked(home: House, on_error: str, state: str) -> None:
    home.set(on_error=on_error)
    home.worker.answer = WORKER_BROKE
    id_ = snoozed(home)
    await home.snoozing.look()
    assert home.find(id_).state == state


# Late, and quiet hours


@pytest.mark.parametrize(("late", "state"), [(23 * HOUR, "released"), (25 * HOUR, "held")])
async def test_due_while_the_computer_was_off(home: House, late: timedelta, state: str) -> None:
    id_ = snoozed(home, due=-late)
    await home.snoozing.look()
    assert (home.find(id_).state, home.find(id_).outcome) == (state, due.LATE if state == "held" else "")
    assert home.kept == (state == "held")


NIGHT = Quiet(hours=((time(11), time(15)),))
"""It is noon."""


async def test_what_was_late_into_quiet_hours_waits_for_their_end(home: House) -> None:
    home.set(settings=replace(home.accounts.settings, quiet=NIGHT))
    id_ = snoozed(home, due=-2 * HOUR)
    await home.snoozing.look()
    assert (home.find(id_).state, home.find(id_).due) == ("snoozed", home.now + 3 * HOUR)
    home.now += 3 * HOUR
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_a_time_in_quiet_hours_that_a_person_named_is_their_word(home: House) -> None:
    home.set(settings=replace(home.accounts.settings, quiet=NIGHT))
    id_ = home.keep(letter())
    home.now -= 2 * HOUR
    assert (await home.act(id_, "snooze", until=home.now + 2 * HOUR)).due == home.now + 2 * HOUR
    home.now += 2 * HOUR
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_the_next_allowed_date_is_never_in_quiet_hours(home: House) -> None:
    home.set(settings=replace(home.accounts.settings, quiet=NIGHT))
    home.store.contacts.log(Contact(home.now - 3 * HOUR, "text", "out", JO))
    id_ = await home.hold(None, (JO,), *by_frequency_now(home))
    assert (await home.act(id_, "snooze")).due == home.now.replace(hour=15)


async def test_another_time_that_was_said_meanwhile_counts(home: House) -> None:
    id_ = snoozed(home)
    [message] = home.store.held.due(home.now)
    await home.act(id_, "snooze", until=home.now + DAY)
    outcome = await home.review.act(id_, Request("release", expect="snoozed", due=message.due))
    assert (outcome.done, home.find(id_).state, home.upstream.messages) == (False, "snoozed", [])


async def test_another_time_that_is_said_while_the_mailbox_is_looked_at_counts(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A laptop that wakes two days late, and somebody who is faster than its look."""
    id_ = snoozed(home, due=-2 * DAY)
    freshen = home.mailboxes.freshen

    async def slowly(*args: Any, **more: Any) -> str:
        assert (await home.act(id_, "snooze", until=home.now + 7 * DAY)).done
        return await freshen(*args, **more)

    monkeypatch.setattr(home.mailboxes, "freshen", slowly)
    await home.snoozing.look()
    message = home.find(id_)
    assert (message.state, message.due, home.kept) == ("snoozed", home.now + 7 * DAY, 0)


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
