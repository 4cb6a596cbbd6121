"""Hours and days that the user wants kept quiet. Pure; all in the zone of `now`."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from checks.model import Quiet

_LONGEST = 15
"""Quiet days and nights on end after which nothing else can come: a week and its weekends."""


def ends(now: datetime, quiet: Quiet) -> datetime | None:
    """When the quiet that is at `now` ends; None where there is none, or where it never does."""
    at = now
    for _ in range(_LONGEST):
        end = _end(at, quiet)
        if end is None:
            return at if at > now else None
        at = end
    return None


def _end(at: datetime, quiet: Quiet) -> datetime | None:
    if at.weekday() in quiet.days:
        return _on(at, 1, time())
    for start, end in quiet.hours:
        if start <= end:
            if start <= at.time() < end:
                return _on(at, 0, end)
        elif at.time() >= start:
            return _on(at, 1, end)
        elif at.time() < end:
            return _on(at, 0, end)
    return None


def _on(at: datetime, days: int, clock: time) -> datetime:
    return datetime.combine(at.date() + timedelta(days=days), clock, at.tzinfo)
