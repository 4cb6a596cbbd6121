"""Appointments with recruiters as mail tells of them: who, when, and which word of it is the latest. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from checks.appointments import Arranged
from checks.model import Person
from proxy.addresses import is_one_of
from proxy.mime.automatic import NO_REPLY

Source = Literal["calendar", "mail", "noted"]
"""An invitation, words of a mail, or `log meeting`; where they tell of one meeting, the first of these counts."""

LENGTH = timedelta(hours=1)
"""Where nobody says how long it takes."""

SAME = timedelta(hours=3)
"""Meetings with one person that begin within this time are one, told twice."""

_UID_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Appointment:
    """One time that was agreed, moved or called off.

    `uid`: of the calendar's event, or the Message-ID of the mail that says it; `occurrence`: of a series, by its
    original start (RFC 5545, RECURRENCE-ID), "" for one alone. `sequence`, `stamp`: of two words about it the greater
    pair is the later one. `people`: with whom, addresses normalised, names "" where they aren't known. `series`: it is
    of a series, of which this is all that is known. `clears`: what was agreed with them by mail before, and is still
    to come, doesn't take place. `untimed`: it calls off without a time; `starts` is its `stamp` then.
    """

    source: Source
    uid: str
    starts: datetime
    ends: datetime
    stamp: datetime
    people: tuple[Person, ...] = ()
    occurrence: str = ""
    sequence: int = 0
    cancelled: bool = False
    series: bool = False
    clears: bool = False
    untimed: bool = False


def key(uid: str) -> str:
    """A UID that a database keeps: a long one by its digest."""
    plain = uid.strip()
    return plain if len(plain) <= _UID_LIMIT else hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def of_words(
    said: Arranged, message_id: str, written: datetime, people: Sequence[Person], zone: tzinfo | None = None
) -> tuple[Appointment, ...]:
    """What a mail to or from these says in words, `written` by its Date. `zone`: the reader's, None: this machine's."""
    if not people or not message_id:
        return ()
    fixed = said.fixed
    if fixed is None:
        at = key(message_id)
        gone = Appointment("mail", at, written, written, written, tuple(people), cancelled=True, clears=True)
        return (gone,) if said.off else ()
    where = ZoneInfo(fixed.zone) if fixed.zone else zone
    starts = datetime.combine(fixed.day, fixed.at, where)
    ends = starts + LENGTH if fixed.until is None else datetime.combine(fixed.day, fixed.until, where)
    if where is None:
        starts, ends = starts.astimezone(), ends.astimezone()
    if starts <= written:
        return ()
    return (Appointment("mail", key(message_id), starts, ends, written, tuple(people), clears=said.moved),)


def with_recruiters(
    appointments: Iterable[Appointment],
    others: Sequence[Person],
    *,
    is_recruiter: Callable[[str], bool],
    own: Collection[str],
) -> tuple[Appointment, ...]:
    """Those in which a recruiter takes part, with them alone. `others`: of the mail itself, who count too."""
    found = []
    for each in appointments:
        people: dict[str, Person] = {}
        for person in (*each.people, *others):
            mine = is_one_of(person.address, own)
            if mine or not is_recruiter(person.address) or NO_REPLY.search(_local(person.address)):
                continue
            if person.address not in people or (person.name and not people[person.address].name):
                people[person.address] = person
        if people:
            found.append(replace(each, people=tuple(people.values())))
    return tuple(found)


def _local(address: str) -> str:
    return address.rpartition("@")[0]
