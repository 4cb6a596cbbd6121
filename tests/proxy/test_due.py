"""What came between "send when due" and the hour, as a table (DESIGN.md, promise 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from checks.model import Contact, Finding, Findings, History, Quiet
from proxy.model import Envelope, Held
from proxy.snooze.due import (
    ANSWERED,
    REPLACED,
    after_quiet,
    around,
    is_late,
    meanwhile,
    news,
    told_anew,
    waits_for_quiet,
)
from proxy.store.snoozes import Known

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WRITTEN = NOW - 5 * DAY
JO, KIM = "jo@acme.example", "kim@acme.example"
MESSAGE = Held(
    *("abcdefgh", "sam@example.org", "snoozed", WRITTEN, NOW, Envelope("sam@example.org"), "The role", 1, ()),
    message_id="<1@example.org>",
    thread=("<0@acme.example>",),
)


def touch(when: datetime, direction: str = "in", kind: str = "mail", **more: Any) -> Contact:
    return Contact(when, kind, direction, more.pop("address", JO), **more)  # type: ignore[arg-type]


def own(**more: Any) -> Contact:
    return touch(NOW - DAY, "out", message_id="<2@example.org>", **more)


def other(**changes: Any) -> Held:
    return replace(MESSAGE, id="bbbbbbbb", received=WRITTEN + HOUR, message_id="<3@example.org>", **changes)


@pytest.mark.parametrize(
    ("contacts", "company", "later", "there"),
    [
        ((), (), (), Known()),
        # Signs of life since it was written
        ((touch(WRITTEN - MINUTE),), (), (), Known()),
        ((touch(WRITTEN + MINUTE),), (), (), Known(life=1)),
        ((touch(WRITTEN + MINUTE, message_id="<a@x>"), touch(NOW, message_id="<a@x>")), (), (), Known(life=1)),
        ((touch(NOW - HOUR, "both", "call"), touch(NOW - DAY, "both", "meeting")), (), (), Known(life=2)),
        ((touch(NOW + HOUR, "both", "meeting"),), (), (), Known()),  # an interview to come says nothing yet
        # A colleague's, in the conversation or elsewhere
        ((), (touch(NOW, address=KIM, thread=("<0@acme.example>",)),), (), Known(life=1)),
        ((), (touch(NOW, address=KIM, thread=("<9@acme.example>",)),), (), Known()),
        ((own(),), (touch(NOW, address=KIM, thread=("<2@example.org>",)),), (), Known(life=1, mine=1)),
        # Newer ones of the user's
        ((own(thread=("<1@example.org>",)),), (), (), Known(newer=1, mine=1)),
        ((own(thread=("<0@acme.example>",)),), (), (), Known(newer=1, mine=1)),
        ((own(subject="Re: the  ROLE"),), (), (), Known(newer=1, mine=1)),
        ((own(subject="Another role"),), (), (), Known(mine=1)),
        ((touch(WRITTEN - DAY, "out", thread=("<0@acme.example>",)),), (), (), Known(mine=1)),
        ((touch(NOW, "out", "call"),), (), (), Known(mine=1)),  # a call is in no conversation
        ((), (own(address=KIM, subject="Another role"),), (), Known(mine=1)),
        # Kept ones
        ((), (), (other(),), Known(newer=1)),
        ((), (), (other(thread=(), subject="Another role"),), Known()),
        ((), (), (other(contact=False),), Known()),
        ((own(subject="The role"),), (), (other(),), Known(newer=2, mine=1)),
        ((touch(NOW, "out", message_id="<3@example.org>", subject="The role"),), (), (other(),), Known(0, 1, 1)),
    ],
)
def test_what_there_is(
    contacts: tuple[Contact, ...], company: tuple[Contact, ...], later: tuple[Held, ...], there: Known
) -> None:
    histories = [History("lee@acme.example"), History(JO, contacts, company=company)]
    assert around(MESSAGE, histories, later, NOW) == there


def test_what_may_have_been_sent_does_not_replace_itself() -> None:
    leaving = [History(JO, (touch(NOW, "out", message_id=MESSAGE.message_id, subject="The role"),))]
    assert around(replace(MESSAGE, state="unknown"), leaving, (), NOW) == Known()


@pytest.mark.parametrize(
    ("known", "there", "why"),
    [
        (Known(), Known(), ""),
        (Known(), Known(life=1), ANSWERED),
        (Known(life=1), Known(life=1), ""),
        (Known(life=1), Known(life=2, newer=1), ANSWERED),
        (Known(), Known(newer=1), REPLACED),
        (Known(newer=1), Known(newer=1), ""),
        (Known(), Known(mine=3), ""),
        (Known(2, 2, 2), Known(1, 1, 1), ""),  # a folder that is read anew
    ],
)
def test_why_it_waits_again(known: Known, there: Known, why: str) -> None:
    assert meanwhile(known, there) == why


SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", recruiter=JO, next_allowed=NOW)
THANKS = Finding("thanks", "thanks.missing", "hold", "m", "a", "body")
LATER, NEVER = replace(SOON, next_allowed=NOW + DAY), replace(SOON, rule="frequency.enough", next_allowed=None)


@pytest.mark.parametrize(
    ("told", "found", "grew", "holds"),
    [
        ((), (), 0, ()),
        ((THANKS,), (THANKS,), 1, ()),  # only frequency is asked again
        ((SOON,), (SOON,), 0, ()),  # they knew, and named an hour of their own
        ((SOON,), (SOON,), 1, (SOON,)),
        ((SOON,), (LATER,), 0, (LATER,)),
        ((SOON,), (replace(SOON, next_allowed=NOW + MINUTE),), 0, ()),
        ((SOON,), (NEVER,), 0, (NEVER,)),
        ((NEVER,), (NEVER, LATER), 0, ()),
        ((THANKS,), (SOON,), 0, (SOON,)),
        ((replace(SOON, recruiter=KIM),), (SOON,), 0, (SOON,)),
        ((THANKS,), (replace(SOON, effect="note"),), 1, ()),
    ],
)
def test_what_holds_it_again(
    told: tuple[Finding, ...], found: tuple[Finding, ...], grew: int, holds: tuple[Finding, ...]
) -> None:
    message = replace(MESSAGE, findings=told)
    assert news(message, Findings(found), Known(mine=1), Known(mine=1 + grew)) == holds


def test_what_frequency_says_now_stands_in_place_of_what_it_said() -> None:
    assert told_anew(replace(MESSAGE, findings=(SOON, THANKS)), Findings((LATER, THANKS))) == (LATER, THANKS)


NIGHTS = Quiet(days=frozenset({5, 6}), hours=((time(22), time(7)),))
FRIDAY = datetime(2026, 3, 13, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "goes"),
    [
        (NOW, NOW),
        (FRIDAY, datetime(2026, 3, 16, 7, 0, tzinfo=UTC)),
        (FRIDAY + 3 * DAY, datetime(2026, 3, 17, 7, 0, tzinfo=UTC)),
    ],
)
def test_the_end_of_the_quiet(due: datetime, goes: datetime) -> None:
    assert after_quiet(due, NIGHTS, UTC) == goes
    assert after_quiet(due, Quiet(), UTC) == due


def test_only_what_was_not_to_go_in_the_quiet_waits_for_its_end() -> None:
    assert waits_for_quiet(FRIDAY - 2 * HOUR, FRIDAY, NIGHTS, UTC) == datetime(2026, 3, 16, 7, 0, tzinfo=UTC)
    assert waits_for_quiet(FRIDAY - MINUTE, FRIDAY, NIGHTS, UTC) is None
    assert waits_for_quiet(NOW - HOUR, NOW, NIGHTS, UTC) is None


def test_late() -> None:
    assert [is_late(NOW, NOW + each) for each in (HOUR, DAY, DAY + MINUTE)] == [False, False, True]
