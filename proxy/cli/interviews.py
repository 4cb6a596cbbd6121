"""Interviews as `tactful history` shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from checks.model import History
from proxy.cli.output import iso, when
from proxy.meetings.unthanked import thanked
from proxy.store.interviews import NOTES, Interview


def to_json(interviews: Sequence[Interview], history: History) -> list[dict[str, Any]]:
    """As docs/JSON.md has them, the oldest first."""
    return [
        {
            "starts": iso(each.starts),
            "ends": iso(each.ends),
            "source": each.source,
            "cancelled": each.cancelled,
            "thanked": thanked(history, each),
        }
        for each in interviews
    ]


def lines(interviews: Sequence[Interview], history: History, now: datetime) -> Iterator[str]:
    """A sentence each."""
    for each in interviews:
        source = NOTES[each.source]
        if each.cancelled:
            yield f"Interview of {when(each.starts)} ({source}): cancelled."
        elif each.starts > now:
            yield f"An interview is to come: {when(each.starts)} ({source})."
        else:
            yield f"Interview of {when(each.starts)} ({source}): {_thanks(each, history)}."


def nearest(interviews: Sequence[Interview], now: datetime) -> str:
    """The next one, else the last one that was; "-" for none."""
    starts = nearest_start(interviews, now)
    return when(starts) if starts is not None else "-"


def nearest_start(interviews: Sequence[Interview], now: datetime) -> datetime | None:
    """The same as a time, None for none."""
    live = [each.starts for each in interviews if not each.cancelled]
    coming = [starts for starts in live if starts > now]
    return min(coming) if coming else max(live, default=None)


def _thanks(interview: Interview, history: History) -> str:
    return "you thanked them" if thanked(history, interview) else "no thank-you is known"
