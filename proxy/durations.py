"""Lengths of time as people write them: "4 hours", "21 days", "2h", "1 day 12 hours". Pure."""

from __future__ import annotations

import re
from datetime import timedelta

UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
SHORT = {
    "s": "second",
    "sec": "second",
    "m": "minute",
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "d": "day",
    "w": "week",
}
LONGEST = timedelta(days=36500)

_TOO_LONG = "That is more than a hundred years; write a shorter time."
_ONE = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)\s*([a-z]+)")


def parse(text: str) -> timedelta:
    """The length of time that `text` names. Raises ValueError whose words tell how to write one.

    Months and years are refused: they have no fixed length.
    """
    plain = re.sub(r"\s*(?:,|\band\b)\s*", " ", text.strip().lower())
    total, position = timedelta(0), 0
    while position < len(plain):
        match = _ONE.match(plain, position)
        if match is None:
            raise ValueError(_advice())
        unit = _unit(match[2])
        if float(match[1]) > LONGEST / unit:
            raise ValueError(_TOO_LONG)
        total += float(match[1]) * unit
        position = match.end()
        position += len(plain[position:]) - len(plain[position:].lstrip())
    if not plain:
        raise ValueError(_advice())
    if total > LONGEST:
        raise ValueError(_TOO_LONG)
    return total


def spoken(length: timedelta) -> str:
    """A length of time in words: "21 days", "1 day 12 hours". Whole seconds; "0 seconds" for none."""
    left = max(length, timedelta(0))
    parts = []
    for name in ("day", "hour", "minute", "second"):
        count = left // UNITS[name]
        left -= count * UNITS[name]
        if count:
            parts.append(f"{count} {name}" + ("s" if count != 1 else ""))
    return " ".join(parts) or "0 seconds"


def _unit(name: str) -> timedelta:
    whole = SHORT.get(name) or SHORT.get(name.removesuffix("s")) or name.removesuffix("s")
    if whole in ("month", "mo", "year", "yr", "y"):
        raise ValueError('Months and years differ in length; write it in days or weeks, such as "30 days".')
    if whole not in UNITS:
        raise ValueError(_advice())
    return UNITS[whole]


def _advice() -> str:
    return 'Write a number and a unit (seconds, minutes, hours, days or weeks), such as "4 hours" or "21 days".'
