"""A recruiter's history as a picture: when who wrote or called, today, and from when a word is welcome. Pure.

Places are in the picture's own units (720 by 190); the sentences say the same as the picture, in its order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from checks.frequency import Outlook
from checks.model import Contact, History
from proxy.digest.words import moment

LEFT, RIGHT = 62, 700
LINE = 95
"""Where the line of time is, from the top."""

SPAN = timedelta(days=180)
"""Older contacts don't count, and are not drawn (DESIGN.md, Frequency)."""

MOST = 60
"""Contacts that are drawn, the latest."""

_OUT = {"mail": "You wrote", "call": "You called", "text": "You sent a text", "meeting": "You met"}
_IN = {"mail": "They wrote", "call": "They called", "text": "They sent a text", "meeting": "You met"}
_BOTH = {
    "mail": "You were in touch",
    "call": "You spoke on the phone",
    "text": "You were in touch",
    "meeting": "You met",
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A contact. `lane`: whose doing ("out" above the line, "in" below, "both" on it); `kind`: its shape."""

    x: float
    y: float
    lane: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the line."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`today`, `opens`: where they are on the line; `opens` None: not before they write, or long past."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    today: float
    opens: Tick | None
    sentences: tuple[str, ...]
    outlook: str


def timeline(history: History, outlook: Outlook, now: datetime) -> Timeline | None:
    """The picture; None where there is no contact to show."""
    contacts = [each for each in history.contacts if each.when > now - SPAN][-MOST:]
    if not contacts:
        return None
    opens = outlook.next_allowed if outlook.next_allowed and outlook.next_allowed > now else None
    first, last = contacts[0].when, max(opens or now, now, contacts[-1].when)
    whole = max(last - first, timedelta(days=2))

    def at(when: datetime) -> float:
        return round(LEFT + (RIGHT - LEFT) * ((when - first) / whole) * 0.97, 1)

    return Timeline(
        dots=_dots(contacts, at, now),
        ticks=_ticks(first, first + whole, at, {at(now), *([at(opens)] if opens else [])}),
        today=at(now),
        opens=Tick(at(opens), moment(opens, None)) if opens else None,
        sentences=tuple(_sentence(each, now) for each in contacts),
        outlook=in_words(outlook, now),
    )


def in_words(outlook: Outlook, now: datetime) -> str:
    """Whose turn it is."""
    if outlook.may_send:
        return "You may write now."
    if outlook.next_allowed is not None and outlook.next_allowed > now:
        return f"A follow-up is welcome from {moment(outlook.next_allowed, None)}, or as soon as they write."
    return "Better to let them write next."


def _sentence(contact: Contact, now: datetime) -> str:
    table = {"out": _OUT, "in": _IN, "both": _BOTH}[contact.direction]
    words = table[contact.kind]
    if contact.kind == "meeting" and contact.when > now:
        words = "You are to meet"
    if contact.kind == "call" and contact.direction == "out" and not contact.answered:
        words = "You left a message"
    return f"{words}, {moment(contact.when, None)}."


def _dots(contacts: list[Contact], at: Callable[[datetime], float], now: datetime) -> tuple[Dot, ...]:
    """Those that would lie on each other are stacked away from the line, three high."""
    found: list[Dot] = []
    for contact in contacts:
        x = at(contact.when)
        near = sum(1 for each in found[-6:] if each.lane == contact.direction and abs(each.x - x) < 15)
        near = min(near, 2)
        y = {"out": LINE - 24 - 17 * near, "in": LINE + 40 + 17 * near, "both": LINE}[contact.direction]
        found.append(Dot(x, y, contact.direction, contact.kind, _sentence(contact, now)))
    return tuple(found)


def _ticks(first: datetime, last: datetime, at: Callable[[datetime], float], taken: set[float]) -> tuple[Tick, ...]:
    days = max((last - first).days, 1)
    step = next(each for each in (1, 2, 7, 14, 28, 56, 200) if days / each <= 7)
    found = []
    for number in range(0, days + 1, step):
        when = first.astimezone() + timedelta(days=number)
        x = at(when)
        if all(abs(x - other) > 50 for other in taken):
            found.append(Tick(x, f"{when.day} {when:%b}"))
    return tuple(found)
