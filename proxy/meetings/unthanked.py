"""For which interviews thanks are missing, and which kept message is a thank-you for one. Pure.

Once for a meeting, and kindly: only the latest meeting with somebody counts, not before the user had their time and not
when it is too late to be of use; who was thanked since it began isn't asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from checks.model import History
from checks.thanks import thanks
from proxy.model import Held
from proxy.people import person
from proxy.store.interviews import Interview

FRESH = timedelta(days=7)
"""After that a reminder does no good."""

TOGETHER = timedelta(hours=12)
"""Meetings with one person within this time are reminded of as one."""


def passed(interviews: Iterable[Interview], now: datetime, after: timedelta) -> list[Interview]:
    """The latest with each person, where it ended at least `after` ago and nobody was reminded; the oldest first.

    `interviews`: those that weren't cancelled, of about FRESH and somewhat longer.
    """
    by_person: dict[str, list[Interview]] = {}
    for each in interviews:
        if each.starts <= now:
            by_person.setdefault(person(each.address), []).append(each)
    found = []
    for theirs in by_person.values():
        last = max(theirs, key=lambda each: (each.starts, each.id))
        again = any(each.reminded and last.starts - each.starts <= TOGETHER for each in theirs)
        if not again and after <= now - last.ends <= FRESH:
            found.append(last)
    return sorted(found, key=lambda each: (each.starts, each.id))


def thanked(history: History, interview: Interview) -> bool:
    """Whether mail of the user's thanked this person since the interview began. What is held is no contact."""
    times = (*history.thanked, *(contact.when for contact in history.contacts if thanks(contact)))
    return any(when >= interview.starts for when in times)


def meant_for(message: Held, interviews: Sequence[Interview], now: datetime) -> Interview | None:
    """The interview for which a kept message thanks: the latest with one of its recipients that was over when it was
    written, and None where its words don't thank or it was written before."""
    if not message.thanks:
        return None
    people = {person(each) for each in message.recipients}
    over = [
        each
        for each in interviews
        if not each.cancelled
        and person(each.address) in people
        and each.ends <= now
        and each.starts <= message.received <= each.ends + FRESH
    ]
    return max(over, key=lambda each: each.starts, default=None)
