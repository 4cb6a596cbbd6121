"""What came between a person's "send when due" and the hour: whether it is still what they meant. Pure.

Promises (DESIGN.md, 4): an answer ends a snooze, and so does a newer message in the same conversation; what the person
knew when they said it does not. It is counted and not dated: clocks disagree, and mail is read in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo

from checks import quiet
from checks.model import Contact, Finding, Findings, History, Quiet
from checks.threads import plain
from proxy.local_time import there
from proxy.model import Held
from proxy.store.forgetting import FORGOTTEN
from proxy.store.snoozes import Known

ANSWERED = "They have written since you wrote this: look whether it still fits."
REPLACED = "You have written a newer one in the same conversation: look which of them is to go."
TOO_SOON = "There has been more between you since, and now it would come too soon: look at it once more."
LATE = "It was due more than a day ago and could not go then, so it was not sent late: look whether it still fits."

AWARE = "When you said to send it when due, their answer was here already."
TOLD = frozenset({ANSWERED, REPLACED, TOO_SOON, LATE, FORGOTTEN, AWARE})
"""Outcomes of a message that is or was snoozed; the next word of the person is said in their knowledge."""

LEFT_OUT = (
    "You have written a newer one in the same conversation, so this one is left out. "
    "To send it as well, release it by itself."
)
"""Of one among several that are to be sent at once."""

LATEST = timedelta(days=1)
"""A snoozed message that could not go for longer than this asks first: the computer was off."""

SLACK = timedelta(minutes=30)
"""By so much a date may move without being news: a contact counts from when its message was taken."""


def around(message: Held, histories: Sequence[History], later: Sequence[Held], now: datetime) -> Known:
    """What there is at `now`. `histories`: of the recruiters among its recipients; `later`: kept messages to any of
    them that still wait, or are on their way."""
    life: set[object] = set()
    mine: set[object] = set()
    newer: set[object] = {_mark(each) for each in later if each.received > message.received and _follows(each, message)}
    for history in histories:
        own = [each for each in history.contacts if each.direction == "out"]
        names = {*message.thread, *(each.message_id for each in own)} - {""}
        since = [each for each in history.contacts if each.when > message.received]
        since += [each for each in history.company if each.when > message.received and _colleague(each, names)]
        life |= {_mark(each) for each in since if each.direction != "out" and not _to_come(each, now)}
        newer |= {_mark(each) for each in since if each.direction == "out" and _continues(each, message)}
        mine |= {_mark(each) for each in (*own, *history.company) if each.direction == "out"}
    own_copy = {_mark(message)} if message.state in {"releasing", "unknown"} else set()
    return Known(len(life), len(newer - own_copy), len(mine - own_copy))


def meanwhile(known: Known, now: Known) -> str:
    """Why the message doesn't go without another word, "" where nothing came that is known without reading it."""
    if now.life > known.life:
        return ANSWERED
    return REPLACED if now.newer > known.newer else ""


def news(message: Held, found: Findings, known: Known, now: Known) -> tuple[Finding, ...]:
    """The findings of `frequency`, made anew, that hold the message again: those that say more than the person was
    told, or all where there were further contacts of theirs."""
    held_for = [each for each in found.holds if each.mistake == "frequency"]
    return tuple(each for each in held_for if now.mine > known.mine or _worse(each, message.findings))


def told_anew(message: Held, found: Findings) -> tuple[Finding, ...]:
    """The message's findings, with what `frequency` says now in place of what it said."""
    kept = [each for each in message.findings if each.mistake != "frequency"]
    return (*(each for each in found.findings if each.mistake == "frequency"), *kept)


def is_late(due: datetime, now: datetime) -> bool:
    """Whether so much time has passed that the person is asked first."""
    return now - due > LATEST


def after_quiet(due: datetime, hours: Quiet, zone: tzinfo | None) -> datetime:
    """`due`, or the end of the quiet hours or days that it falls into; in the zone of the user (None: the system's)."""
    return quiet.ends(there(due, zone), hours) or due


def waits_for_quiet(due: datetime, now: datetime, hours: Quiet, zone: tzinfo | None) -> datetime | None:
    """When one that is due goes that was late into quiet hours; None: now. A time in them was the person's own word."""
    end = quiet.ends(there(now, zone), hours)
    return None if end is None or quiet.ends(there(due, zone), hours) is not None else end


def _worse(finding: Finding, told: Iterable[Finding]) -> bool:
    same = [
        each
        for each in told
        if each.mistake == "frequency" and each.effect == "hold" and each.recruiter == finding.recruiter
    ]
    dates = [each.next_allowed for each in same]
    if not dates or None in dates:
        return not dates
    latest = max(date for date in dates if date is not None)
    return finding.next_allowed is None or finding.next_allowed > latest + SLACK


def _mark(of: Contact | Held) -> object:
    """By what it is counted once, though it stands in the histories of several, or waits and is on its way."""
    if of.message_id:
        return of.message_id
    return of.id if isinstance(of, Held) else (of.when, of.kind, of.direction)


def _to_come(contact: Contact, now: datetime) -> bool:
    """An interview that was agreed: nobody has said anything by it yet."""
    return contact.kind == "meeting" and contact.when > now


def _colleague(contact: Contact, names: set[str]) -> bool:
    """Whether it is mail of somebody of the same company in the conversation."""
    return contact.direction == "in" and contact.kind == "mail" and not names.isdisjoint(contact.thread)


def _continues(contact: Contact, message: Held) -> bool:
    return contact.kind == "mail" and _one_conversation(contact.message_id, contact.thread, contact.subject, message)


def _follows(other: Held, message: Held) -> bool:
    return other.contact and _one_conversation(other.message_id, other.thread, other.subject, message)


def _one_conversation(message_id: str, thread: tuple[str, ...], subject: str, message: Held) -> bool:
    named, names = {message_id, *thread} - {""}, {message.message_id, *message.thread} - {""}
    return not named.isdisjoint(names) or plain(subject) == plain(message.subject) != ""
