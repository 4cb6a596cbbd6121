"""Days and times in words that are read at once: "on Tue 4 November", "yesterday at 16:40".

Pure; everything is said in the time zone of `now`. English whatever the machine's locale, as all words to the user.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(when: datetime, now: datetime) -> str:
    """ "Tue 4 November", with the year where it is not this one's."""
    local = when.astimezone(now.tzinfo)
    year = "" if local.year == now.year else f" {local.year}"
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}{year}"


def on(when: datetime, now: datetime) -> str:
    """When something was: "today at 09:12", "yesterday at 16:40", "on Tue 4 November"."""
    near = _near(when, now)
    return f"{near} at {_time(when, now)}" if near else f"on {day(when, now)}"


def since(when: datetime, now: datetime) -> str:
    """From when something may be: "now", "from 18:05 today on", "from Tue 25 November on"."""
    if when <= now:
        return "now"
    near = _near(when, now)
    return f"from {_time(when, now)} {near} on" if near else f"from {day(when, now)} on"


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _near(when: datetime, now: datetime) -> str:
    distance = when.astimezone(now.tzinfo).date().toordinal() - now.date().toordinal()
    return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(distance, "")


def _time(when: datetime, now: datetime) -> str:
    local = when.astimezone(now.tzinfo)
    return f"{local.hour:02}:{local.minute:02}"
