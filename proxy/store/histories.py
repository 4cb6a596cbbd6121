"""One recruiter's history, out of all that is known: every mail once, and nothing that was not sent.

Promises (DESIGN.md, 6): where tactful knows a message, its own record decides. A copy of a kept one that the mailbox
shows is none; what is on its way or may have been sent counts; a mail in several folders counts once; what bounced is
none. All addresses of one person make one history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from checks.frequency import ASSUMED_AGAIN
from checks.model import Contact, History
from checks.turns import Policy
from proxy.people import Party, company, person
from proxy.store import schema

_Row = Row[tuple[Any, ...]]

RESERVED_FOR = timedelta(minutes=30)
"""A reservation that was neither confirmed nor cancelled by then is of a run that was killed; Sent decides."""

_DIRECTIONS = ("out", "in", "both")
"""All of them, named in each question: the indexes have the direction before the time."""


def read(connection: Connection, party: Party, now: datetime) -> History:
    """All that is known of one person, the oldest first. Within the caller's transaction."""
    return _read(connection, party, now, None)


def recent(connection: Connection, party: Party, now: datetime) -> History:
    """What of it can still matter to a message at `now` (checks.turns.Policy), however long the history is."""
    return _read(connection, party, now, _since(connection, party, now))


def _since(connection: Connection, party: Party, now: datetime) -> datetime:
    """From when contacts matter: a little before their last sign of life, for what it answered and what answers it."""
    table, policy = schema.contact.c, Policy(())
    alive = and_(table.person.in_(party.keys), table.direction.in_(("in", "both")), table.sort == "", table.at <= now)
    life: datetime | None = connection.execute(select(func.max(table.at)).where(alive)).scalar()
    known = now - policy.memory
    return known if life is None else max(known, life - policy.answers - policy.skew)


def _read(connection: Connection, party: Party, now: datetime, since: datetime | None) -> History:
    table = schema.contact.c
    leaving = [row for row in connection.execute(_leaving()) if _of(row, party)]
    rows = _rows(connection, now, and_(table.person.in_(party.keys), _within(since)))
    if since is not None:
        named = and_(table.person.in_(party.keys), table.promised.is_not(None))
        # Thanks look for meetings that were assumed lately, whatever came after them.
        met = and_(table.person.in_(party.keys), table.direction == "both", table.at >= now - ASSUMED_AGAIN)
        rows += [row for row in _rows(connection, now, or_(named, met)) if row.at < since]
    there: list[_Row] = []
    if party.company:
        there = _rows(connection, now, and_(table.company == party.company, _within(since)))
        answered = {
            name for row in there if row.direction == "in" and row.person not in party.keys for name in row.thread
        }
        if since is not None and answered:
            # What a colleague answers now may have been sent before that.
            sent = and_(table.person.in_(party.keys), table.direction == "out", table.message_id.in_(answered))
            rows += [row for row in _rows(connection, now, sent) if now - Policy(()).memory <= row.at < since]
    oldest = schema.mailbox.c.synced
    synced = connection.execute(select(oldest).order_by(oldest.is_not(None), oldest)).scalars().first()
    return History(
        party.address,
        contacts=_contacts(rows, [row for row in leaving if person(row.address) in party.keys]),
        synced=synced,
        company=_contacts(there, [row for row in leaving if company(row.address) == party.company], party),
        away=tuple(_contact(row) for row in rows if row.sort == "away"),
        urgent=tuple(dict.fromkeys(row.at for row in rows if row.sort == "urgent")),
        agency=party.agency,
        offered=party.offered,
    )


def _of(row: _Row, party: Party) -> bool:
    return person(row.address) in party.keys or bool(party.company and company(row.address) == party.company)


def _within(since: datetime | None) -> ColumnElement[bool]:
    table = schema.contact.c
    directions = table.direction.in_(_DIRECTIONS)
    return directions if since is None else and_(directions, table.at >= since)


def _rows(connection: Connection, now: datetime, which: ColumnElement[bool]) -> list[_Row]:
    query = select(schema.contact, is_kept().label("kept")).where(which)
    rows = [row for row in connection.execute(query) if not _left_over(row, now)]
    return sorted(rows, key=lambda row: (row.at, row.id))


def _contacts(rows: Sequence[_Row], leaving: Iterable[_Row], party: Party | None = None) -> tuple[Contact, ...]:
    """The contacts among these, each once. `party`: where they are a company's, whose name its own addresses get."""
    own = {(row.person, _mark(row)) for row in rows if row.source == "proxy"}
    bounced = {(row.person, name) for row in rows if row.sort == "bounce" for name in row.thread}
    contacts: list[Contact] = []
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        mark = _mark(row)
        copy = row.source == "mailbox" and row.direction == "out" and (row.kept or (mark and (row.person, mark) in own))
        failed = row.direction == "out" and (row.person, row.message_id) in bounced
        if row.sort or copy or failed or (mark and (row.person, mark, row.direction) in seen):
            continue
        seen.add((row.person, mark, row.direction))
        contacts.append(_contact(row, _name(row.person, party)))
    for row in leaving:
        key, mark = person(row.address), _mark(row)
        if not mark or (key, mark, "out") not in seen:
            seen.add((key, mark, "out"))
            contacts.append(_departure(row, _name(key, party)))
    return tuple(sorted(contacts, key=lambda contact: contact.when))


def _name(key: str, party: Party | None) -> str:
    """Under which address a company's contact stands; "" where it keeps its own."""
    return "" if party is None else party.address if key in party.keys else key


def _left_over(row: _Row, now: datetime) -> bool:
    return row.reservation is not None and row.at <= now - RESERVED_FOR


def _mark(row: _Row) -> str:
    """By what a mail is known again: its Message-ID, or where it has none its fingerprint; "" where it isn't."""
    mark: str = row.message_id or row.fingerprint
    return mark


def is_kept() -> ColumnElement[bool]:
    """Whether a message with the contact's Message-ID, or without one and with its fingerprint, is or was kept."""
    mail, held = schema.contact.c, schema.held.c
    by_id = and_(mail.message_id != "", held.message_id == mail.message_id)
    by_print = and_(
        mail.message_id == "", held.message_id == "", mail.fingerprint != "", held.fingerprint == mail.fingerprint
    )
    # Two questions, each with its own index; one with "or" in it reads all of `held` for each contact.
    return or_(select(held.id).where(by_id).exists(), select(held.id).where(by_print).exists())


def _contact(row: _Row, name: str = "") -> Contact:
    return Contact(
        when=row.at,
        kind=row.kind,
        direction=row.direction,
        address=name or row.address,
        message_id=row.message_id,
        thread=tuple(row.thread),
        subject=row.subject,
        note=row.note,
        answered=row.answered,
        thanks=row.thanks,
        promised=row.promised,
        words=row.words,
    )


def _leaving() -> Select[tuple[Any, ...]]:
    held, recipient = schema.held.c, schema.held_recipient.c
    columns = (held.dot_at, held.changed, held.message_id, held.fingerprint, held.thread, held.subject, held.thanks)
    going = held.state.in_(("releasing", "unknown"))
    joined = schema.held.join(schema.held_recipient, recipient.held == held.id)
    return select(*columns, recipient.address).select_from(joined).where(going, held.contact.is_(True))


def _departure(row: _Row, name: str) -> Contact:
    """What is being sent, or may have been."""
    when, thread, address = row.dot_at or row.changed, tuple(row.thread), name or row.address
    about = {"message_id": row.message_id, "thread": thread, "subject": row.subject, "thanks": row.thanks}
    return Contact(when, "mail", "out", address, **about)
