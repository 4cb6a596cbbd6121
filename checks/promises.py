"""Days that they named: by when they want to be in touch, and when they are back. What follows for asking again.

Pure. A promise and an absence move the day from which asking for news is welcome, and nothing else:
- until a promise has passed, asking waits, the first word since they wrote aside;
- two working days after it, one message may go though its gap is not over: they said themselves that they would write;
- as long as they are away nobody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from checks.model import Contact

GRACE = 2
"""Working days (Monday to Friday; holidays differ too much to know) after which a promise has passed for sure."""
MORNING = time(9)
"""In the zone of `now`."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A day that they named, in which words and when, and from when asking is welcome after it."""

    day: date
    words: str
    given: datetime
    welcome: datetime


def promise(contacts: Iterable[Contact], zone: tzinfo | None) -> Promise | None:
    """What they said last about when they would be in touch."""
    last = _last(contacts)
    return None if last is None or last.promised is None else _promise(last, _after(last.promised, GRACE), zone)


def absence(away: Iterable[Contact], zone: tzinfo | None) -> Promise | None:
    """When they are back, by their latest automatic reply."""
    last = _last(away)
    # Who is back on a Sunday reads it on Monday.
    return None if last is None or last.promised is None else _promise(last, _after(last.promised, 0), zone)


def _last(contacts: Iterable[Contact]) -> Contact | None:
    named = (contact for contact in contacts if contact.promised is not None and contact.direction != "out")
    return max(named, key=lambda contact: (contact.when, contact.promised, contact.words), default=None)


def _promise(contact: Contact, day: date, zone: tzinfo | None) -> Promise:
    assert contact.promised is not None
    return Promise(contact.promised, contact.words, contact.when, datetime.combine(day, MORNING, zone))


def _after(day: date, working_days: int) -> date:
    """So many working days later; with 0 the day itself, or where it is none, the next that is one."""
    while working_days or day.weekday() > 4:
        day += timedelta(days=1)
        working_days -= working_days > 0 and day.weekday() <= 4
    return day
