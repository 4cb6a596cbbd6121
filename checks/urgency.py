"""Mail of the day itself: it goes through, whatever else could be said of it. Pure.

Urgent is what is late, lost, at the door, ill or must move today's or tomorrow's appointment (`kind` tells), and
everything from a day before to two hours after an interview that is known. It is no contact, and there are only so many
of it a day and recruiter: a word that opens the door must not open it for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from checks.frequency import ASSUMED
from checks.model import Findings, History, Mistake, Settings
from checks.occasions import Kind

BEFORE = timedelta(hours=24)
AFTER = timedelta(hours=2)
LENGTH = timedelta(hours=1)
"""An interview takes about so long, where nobody says when it ends."""
PER_DAY = 4
STILL_HELD: frozenset[Mistake] = frozenset({"negativity", "other-offers"})
"""No hurry makes these harmless."""


def is_urgent(kind: Kind, histories: Sequence[History], now: datetime, settings: Settings) -> bool:
    """Whether a message of this kind to all of these is urgent at `now`. Not without a history: nobody is waiting."""
    if settings.urgent != "forward" or not histories:
        return False
    return all(_fits(kind, history, now) for history in histories)


def eased(findings: Findings) -> Findings:
    """The findings of an urgent message: notes, but for those that no hurry makes harmless. It is no contact."""
    found = tuple(
        one if one.mistake in STILL_HELD else replace(one, effect="note")
        for one in findings.findings
        if one.rule != "frequency.quiet"
    )
    return replace(findings, findings=found, contact=False, urgent=True)


def _fits(kind: Kind, history: History, now: datetime) -> bool:
    today = sum(when.astimezone(now.tzinfo).date() == now.date() for when in history.urgent)
    return today < PER_DAY and (kind == "logistics" or _near_interview(history, now))


def _near_interview(history: History, now: datetime) -> bool:
    return any(
        contact.when - BEFORE <= now <= (contact.until or contact.when + LENGTH) + AFTER
        for contact in (*history.contacts, *history.company)
        if contact.kind == "meeting" and contact.note != ASSUMED
    )
