"""What happened, in words that are read at once: "You wrote to Jo Park on Tue 4 November and called on Fri 7 November."

Pure. It tells days and times in the zone of `now`, and no word of any message but those by which they named a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from itertools import groupby

from checks import days
from checks.model import Contact, Message
from checks.promises import Promise

_VERBS = {"mail": "wrote", "text": "texted", "call": "called"}
_SHOWN = 4


def name(message: Message, recruiter: str) -> str:
    """The recruiter's name as the message writes it, else the address."""
    for person in (*message.to, *message.cc):
        if person.name and person.address.casefold() == recruiter.casefold():
            return person.name
    return recruiter


def sent(name: str, own: Sequence[Contact], now: datetime) -> str:
    """What the user sent when. Of many contacts only the first and the last are named."""
    touches = list(dict.fromkeys((contact.kind, days.on(contact.when, now)) for contact in own))
    if len(touches) > _SHOWN:
        first, last = days.on(own[0].when, now), days.on(own[-1].when, now)
        return f"You were in touch with {name} {len(own)} times, first {first} and last {last}."
    parts: list[str] = []
    for kind, group in groupby(touches, key=lambda touch: touch[0]):
        whom = "" if parts else f" to {name}" if kind == "mail" else f" {name}"
        parts.append(f"{_VERBS[kind]}{whom} {days.listed([when for _, when in group])}")
    return f"You {days.listed(parts)}."


def promised(given: Promise, now: datetime) -> str:
    """By when they want to be in touch: 'They said on Tue 4 November: "you'll hear by Friday" (Fri 7 November).'"""
    return f"They said {days.on(given.given, now)}{_quoted(given, now)}."


def away(absence: Promise, now: datetime) -> str:
    """Until when nobody reads it: "They are away until Mon 10 November."."""
    return f"They are away until {_day(absence, now)}."


def _quoted(given: Promise, now: datetime) -> str:
    if not given.words:
        return f" that you would hear by {_day(given, now)}"
    return f': "{given.words}" ({_day(given, now)})'


def _day(given: Promise, now: datetime) -> str:
    return days.day(datetime.combine(given.day, time(12), now.tzinfo), now)
