"""When snoozed mail may go: frequency asked again, late after a pause, quiet hours, and another time that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from checks.model import Contact, Finding, Quiet
from proxy.jobs import Job
from proxy.release import Request
from proxy.snooze import due
from tests.proxy.house import DAY, HOUR, JO, MINUTE, WORKER_BROKE, House, by_frequency, letter
from tests.proxy.snoozed import snoozed

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
