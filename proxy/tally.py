"""A week or a month in numbers: what went to recruiters, what was held, what became of it, who answered. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from checks.model import MISTAKES, History, Mistake
from proxy.store.archive import Kept


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the user's. `sent`: mails that went to recruiters, released ones included; `answers`: what came from
    them, by mail or otherwise."""

    day: date
    sent: int = 0
    held: int = 0
    released: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Whole days, the oldest first; the mistakes that mail was held for, in the fixed order, without those at zero."""

    days: tuple[Day, ...]
    mistakes: tuple[tuple[Mistake, int], ...]

    @property
    def total(self) -> Day:
        """All days as one, under the first's date."""
        sums = (sum(each.sent for each in self.days), sum(each.held for each in self.days))
        more = (sum(each.released for each in self.days), sum(each.answers for each in self.days))
        return Day(self.days[0].day, *sums, *more)


def first_moment(now: datetime, days: int, zone: tzinfo | None) -> datetime:
    """The beginning of the first of `days` days of which the last is today."""
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


def tally(
    kept: Iterable[Kept], histories: Iterable[History], now: datetime, days: int, zone: tzinfo | None = None
) -> Tally:
    """The last `days` days, today included. `histories`: of the recruiters."""
    sent, held, released, answers = Counter[date](), Counter[date](), Counter[date](), Counter[date]()
    mistakes = Counter[Mistake]()
    start = first_moment(now, days, zone)
    seen: set[str] = set()
    for history in histories:
        for contact in history.contacts:
            mark = contact.message_id and f"{contact.direction} {contact.message_id}"
            if contact.when < start or mark in seen or (contact.kind == "meeting" and contact.when > now):
                continue
            seen.update({mark} - {""})
            day = contact.when.astimezone(zone).date()
            if contact.direction == "out" and contact.kind == "mail":
                sent[day] += 1
            elif contact.direction != "out":
                answers[day] += 1
    for each in kept:
        if each.received >= start:
            held[each.received.astimezone(zone).date()] += 1
            mistakes.update({finding.mistake for finding in each.findings if finding.effect == "hold"})
        if each.state == "released" and each.changed >= start:
            released[each.changed.astimezone(zone).date()] += 1
    dates = [start.date() + timedelta(days=number) for number in range(days)]
    return Tally(
        tuple(Day(day, sent[day], held[day], released[day], answers[day]) for day in dates),
        tuple((mistake, mistakes[mistake]) for mistake in MISTAKES if mistakes[mistake]),
    )
