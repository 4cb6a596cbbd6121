"""Interviews: what calendars, mail and the user said of meetings with recruiters, and who was reminded to thank.

Promises: of two words about one meeting the later one counts, in whatever order they are read, and the same one read
again changes nothing; what was cancelled is kept as such; a reminder is asked for once, in the transaction that writes
its letter down.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, update

from checks.frequency import ASSUMED
from checks.model import Contact, Person
from proxy.meetings.appointments import LENGTH, SAME, Appointment, Source
from proxy.people import Party, company, person
from proxy.store import letters, schema
from proxy.store.engine import Database
from proxy.store.forgetting import Memory

_Row = Row[tuple[Any, ...]]

NOTES: dict[Source, str] = {"calendar": "in your calendar", "mail": "agreed by mail", "noted": "noted"}
"""What the meeting's contact says of where it is known from."""

CLEARING = "clears"
"""In place of an occurrence: the row is a mail's word that what was agreed before it doesn't take place, kept for what
is read after it and was written before."""

_RANK: dict[Source, int] = {"calendar": 0, "mail": 1, "noted": 2}


@dataclass(frozen=True, slots=True)
class Interview:
    """One meeting with one person. `name`: theirs, "" where it isn't known; `reminded`: when it was found that no
    thanks had gone; `told`: when a digest said so; `drafted`: when a thank-you was put into Drafts."""

    id: int
    account: str
    source: Source
    uid: str
    occurrence: str
    address: str
    name: str
    starts: datetime
    ends: datetime
    cancelled: bool = False
    reminded: datetime | None = None
    told: datetime | None = None
    drafted: datetime | None = None


class Interviews:
    """The interviews of all accounts: they are one person's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, party: Party | str) -> list[Interview]:
        """All with one person, each once, the oldest first; cancelled ones too."""
        keys = party.keys if isinstance(party, Party) else (person(party),)
        with self._database.read() as connection:
            return _read(connection, schema.interview.c.person.in_(keys))

    def ended(self, since: datetime, until: datetime) -> list[Interview]:
        """Those that ended in this time and weren't cancelled, of each person each once, the oldest first."""
        table = schema.interview.c
        with self._database.read() as connection:
            return _read(connection, and_(table.ends.between(since, until), table.cancelled.is_(False)))

    def account(self, address: str) -> str:
        """The account of the last mail with a person; "" where there was none."""
        table = schema.contact.c
        theirs = and_(table.person == person(address), table.account != "")
        with self._database.read() as connection:
            query = select(table.account).where(theirs).order_by(table.at.desc(), table.id.desc()).limit(1)
            return connection.execute(query).scalar() or ""

    def remind(self, about: Sequence[Interview], account: str, now: datetime) -> bool:
        """Asks for the one reminder of these, which tells of one meeting; False where it was asked for before."""
        table = schema.interview.c
        ids = [each.id for each in about]
        with self._database.write() as connection:
            free = and_(table.id.in_(ids), table.reminded.is_(None), table.cancelled.is_(False))
            if len(connection.execute(select(table.id).where(free)).all()) != len(ids):
                return False
            connection.execute(update(schema.interview).where(free).values(reminded=now))
            # With its time: one that was moved after its reminder may need another, but not one that was moved back.
            return letters.write_once(connection, account, "thanks", f"{ids[0]} {about[0].starts:%Y%m%dT%H%M%z}", now)

    def reminder(self, about: str) -> list[Interview]:
        """The meeting that a reminder's letter is about, once for each whom it names; without what was cancelled or
        moved since."""
        table = schema.interview.c
        with self._database.read() as connection:
            row = connection.execute(
                select(schema.interview).where(table.id == int(about.split(maxsplit=1)[0]))
            ).first()
            if row is None or row.reminded is None:
                return []
            same = and_(table.uid == row.uid, table.occurrence == row.occurrence, table.reminded == row.reminded)
            rows = connection.execute(
                select(schema.interview).where(same, table.cancelled.is_(False)).order_by(table.id)
            )
            return [_interview(each) for each in rows]

    def untold(self) -> list[Interview]:
        """Of which no digest has said yet that thanks are missing, the oldest first."""
        table = schema.interview.c
        waits = and_(table.reminded.is_not(None), table.told.is_(None), table.cancelled.is_(False))
        with self._database.read() as connection:
            rows = connection.execute(select(schema.interview).where(waits).order_by(table.starts, table.id))
            return [_interview(row) for row in rows]

    def mark_told(self, told: Iterable[Interview], now: datetime) -> None:
        """A digest told of these, or need not any more."""
        self._mark([each.id for each in told], told=now)

    def mark_drafted(self, interview: Interview, now: datetime) -> None:
        """A thank-you lies in Drafts."""
        self._mark([interview.id], drafted=now)

    def _mark(self, ids: Collection[int], **values: datetime) -> None:
        if ids:
            with self._database.write() as connection:
                connection.execute(update(schema.interview).where(schema.interview.c.id.in_(ids)).values(**values))


def record(connection: Connection, account: str, found: Iterable[Appointment], memory: Memory) -> None:
    """Adds what mail says, but of people who were forgotten, within the transaction that records the mail."""
    for said in found:
        people = tuple(one for one in said.people if not memory.lacks(one.address, said.stamp))
        if said.people and not people:
            continue
        each = replace(said, people=people)
        if each.clears:
            _clear(connection, account, each)
        if not (each.cancelled and each.source == "mail"):
            _record(connection, account, each)


def note(connection: Connection, contact: Contact) -> None:
    """Adds a meeting that the user noted, within the transaction that logs it."""
    uid = f"noted-{secrets.token_hex(12)}"
    values = _values("", "noted", contact.address, "") | {
        "uid": uid, "occurrence": "", "starts": contact.when, "ends": contact.when + LENGTH, "sequence": 0,
        "stamp": contact.when, "cancelled": False,
    }  # fmt: skip
    connection.execute(insert(schema.interview).values(**values))


def addresses(connection: Connection) -> dict[str, str]:
    """An address of everybody with an interview that wasn't cancelled, by person."""
    table = schema.interview.c
    query = select(table.person, table.address).where(table.cancelled.is_(False)).order_by(table.id.desc())
    return {row.person: row.address for row in connection.execute(query)}


def meetings(connection: Connection, party: Party, known: Iterable[Contact]) -> tuple[list[Contact], list[Contact]]:
    """Interviews with one person, and with everybody of their company, as the policy knows meetings; those among
    `known`, which were noted, aside."""
    table = schema.interview.c
    live = and_(table.cancelled.is_(False), table.source != "noted")
    own = _read(connection, and_(live, table.person.in_(party.keys)))
    noted = [contact.when for contact in known if contact.kind == "meeting" and contact.note != ASSUMED]
    mine = [_contact(each, each.address) for each in own if not any(abs(each.starts - when) <= SAME for when in noted)]
    if not party.company:
        return mine, []
    there = _read(connection, and_(live, table.company == party.company))
    return mine, [
        _contact(each, party.address if person(each.address) in party.keys else person(each.address)) for each in there
    ]


def _contact(interview: Interview, address: str) -> Contact:
    return Contact(interview.starts, "meeting", "both", address, note=NOTES[interview.source], until=interview.ends)


def _record(connection: Connection, account: str, new: Appointment) -> None:
    table = schema.interview.c
    whole = table.uid == new.uid
    rows = list(connection.execute(select(schema.interview).where(whole)))
    word = (new.sequence, new.stamp)
    if any(row.cancelled and not row.occurrence and (row.sequence, row.stamp) > word for row in rows):
        return  # all of it was called off since
    same = {row.person: row for row in rows if row.occurrence == new.occurrence}
    if any((row.sequence, row.stamp) > word for row in same.values()):
        return
    if new.cancelled and not new.occurrence:
        for row in rows:
            if row.occurrence and (row.sequence, row.stamp) <= word and row.ends > new.stamp:
                _change(connection, row, cancelled=True, sequence=new.sequence, stamp=new.stamp)
    if new.series:  # it was one alone before, or was moved as a whole: what is not in it any more doesn't take place
        former = and_(whole, table.occurrence == "", table.cancelled.is_(False))
        connection.execute(delete(schema.interview).where(former))
        for row in rows:  # those that are still in it follow, or were there
            if row.occurrence and not row.cancelled and (row.sequence, row.stamp) < word and row.ends > new.stamp:
                _change(connection, row, cancelled=True)
    people: dict[str, Person] = {}
    for each in new.people:
        people.setdefault(person(each.address), each)
    for key, each in people.items():
        known = same.get(key)
        again = known is not None and known.cancelled and (known.sequence, known.stamp) == word
        times = {
            "starts": new.starts, "ends": new.ends, "sequence": new.sequence, "stamp": new.stamp,
            "cancelled": new.cancelled or again or _is_cleared(connection, key, new),
        }  # fmt: skip
        if known is None:
            mail = {"uid": new.uid, "occurrence": new.occurrence}
            who = _values(account, new.source, each.address, each.name)
            connection.execute(insert(schema.interview).values(**who, **mail, **times))
            continue
        if known.starts != new.starts and not new.cancelled:
            times |= {"reminded": None, "told": None, "drafted": None}  # the one that was thought to be over was not
        if new.untimed:
            times |= {"starts": known.starts, "ends": known.ends}
        if new.source == "calendar" and (new.cancelled or known.starts != new.starts):
            _clear_near(connection, key, known.starts, word)
        _change(connection, known, name=each.name or known.name, **times)
    for key, former_row in same.items():
        if key not in people and new.source == "calendar":
            _change(connection, former_row, cancelled=True, sequence=new.sequence, stamp=new.stamp)


def _change(connection: Connection, row: _Row, **values: object) -> None:
    connection.execute(update(schema.interview).where(schema.interview.c.id == row.id).values(**values))


def _clear(connection: Connection, account: str, said: Appointment) -> None:
    """What was agreed by mail before, and was still to come when this was written, was moved or called off."""
    table = schema.interview.c
    people = [person(each.address) for each in said.people]
    former = and_(table.person.in_(people), table.source == "mail", table.uid != said.uid)
    earlier = and_(table.stamp < said.stamp, table.starts > said.stamp)
    connection.execute(update(schema.interview).where(former, earlier).values(cancelled=True))
    _record(connection, account, replace(said, occurrence=CLEARING, starts=said.stamp, ends=said.stamp, cancelled=True))


def _is_cleared(connection: Connection, key: str, new: Appointment) -> bool:
    """Whether a mail that was written later, and read before, moved or called off what this one agrees."""
    if new.source != "mail":
        return False
    table = schema.interview.c
    later = and_(table.stamp > new.stamp, table.stamp < new.starts, table.uid != new.uid)
    query = select(table.id).where(table.person == key, table.occurrence == CLEARING, later).limit(1)
    return connection.execute(query).first() is not None


def _clear_near(connection: Connection, key: str, starts: datetime, word: tuple[int, datetime]) -> None:
    """What mail said of a meeting that the calendar has moved or called off since."""
    table = schema.interview.c
    near = and_(table.person == key, table.source != "calendar", table.starts.between(starts - SAME, starts + SAME))
    connection.execute(update(schema.interview).where(near, table.stamp <= word[1]).values(cancelled=True))


def _values(account: str, source: Source, address: str, name: str) -> dict[str, object]:
    return {
        "account": account,
        "source": source,
        "address": address,
        "person": person(address),
        "company": company(address),
        "name": name,
    }


def _read(connection: Connection, which: ColumnElement[bool]) -> list[Interview]:
    table = schema.interview.c
    meetings = and_(which, table.occurrence != CLEARING)
    rows = connection.execute(select(schema.interview).where(meetings).order_by(table.starts, table.id))
    return _each_once([(row.person, _interview(row)) for row in rows])


def _each_once(found: Sequence[tuple[str, Interview]]) -> list[Interview]:
    """Of what several sources tell of one meeting only the best; a cancelled one hides none that takes place."""
    kept: list[tuple[str, Interview]] = []
    for key, each in sorted(found, key=lambda one: (one[1].cancelled, _RANK[one[1].source], one[1].starts)):
        twice = (
            key == other_key and other.source != each.source and abs(other.starts - each.starts) <= SAME
            for other_key, other in kept
        )
        if not any(twice):
            kept.append((key, each))
    return sorted((each for _, each in kept), key=lambda each: (each.starts, each.id))


def _interview(row: _Row) -> Interview:
    return Interview(
        id=row.id,
        account=row.account,
        source=row.source,
        uid=row.uid,
        occurrence=row.occurrence,
        address=row.address,
        name=row.name,
        starts=row.starts,
        ends=row.ends,
        cancelled=row.cancelled,
        reminded=row.reminded,
        told=row.told,
        drafted=row.drafted,
    )
