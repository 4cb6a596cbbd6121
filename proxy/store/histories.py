"""One recruiter's history, out of all that is known: every mail once, and nothing that was not sent.

Promises (DESIGN.md, 6): where tactful knows a message, its own record decides. A copy of a kept one that the mailbox
shows is none; what is on its way or may have been sent counts; a mail in several folders counts once; what bounced is
none. All addresses of one person make one history, and interviews (proxy.store.interviews) are its meetings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, literal_column, or_, select

from checks.frequency import ASSUMED_AGAIN
from checks.model import Contact, History
from checks.turns import Policy
from proxy.people import Party, company, person
from proxy.store import interviews, schema

_Row = Row[tuple[Any, ...]]

RESERVED_FOR = timedelta(minutes=30)
"""A reservation that was neither confirmed nor cancelled by then is of a run that was killed; Sent decides."""


def read(connection: Connection, party: Party, now: datetime) -> History:
    """All that is known of one person, the oldest first. Within the caller's transaction."""
    return _read(connection, party, now, None)


def recent(connection: Connection, party: Party, now: datetime) -> History:
    """What of it can still matter to a message at `now` (checks.turns.Policy), however long the history is."""
    return _read(connection, party, now, _since(connection, party, now))


def _since(connection: Connection, party: Party, now: datetime) -> datetime:
    """From when contacts matter: a little before their last sign of life, for what it answered and what answers it."""
    policy = Policy(())
    life: datetime | None = connection.execute(_LIFE, {"keys": party.keys, "now": now}).scalar()
    known = now - policy.memory
    return known if life is None else max(known, life - policy.answers - policy.skew)


def _read(connection: Connection, party: Party, now: datetime, since: datetime | None) -> History:
    keys = {"keys": party.keys}
    leaving = [row for row in connection.execute(_LEAVING) if _of(row, party)]
    rows = _rows(connection, _OF_PERSON, now, {**keys, "since": since or _EVER})
    if since is not None:
        # Thanks look for meetings that were assumed lately, whatever came after them.
        values = {**keys, "lately": now - ASSUMED_AGAIN, "known": now - Policy(()).memory}
        older = _rows(connection, _NAMED_OR_MET, now, values)
        rows += [row for row in older if row.at < since]
    there: list[_Row] = []
    if house := _house(party):
        there = _rows(connection, _OF_COMPANY, now, {"company": house, "since": since or _EVER})
        if party.agency:  # it has no limit: only a colleague's answer matters
            there = [row for row in there if row.direction == "in"]
        answered = {
            name for row in there if row.direction == "in" and row.person not in party.keys for name in row.thread
        }
        if since is not None and answered:
            # What a colleague answers now may have been sent before that.
            sent = _rows(connection, _SENT, now, {**keys, "names": list(answered)})
            rows += [row for row in sent if now - Policy(()).memory <= row.at < since]
    contacts = _contacts(rows, [row for row in leaving if person(row.address) in party.keys])
    meetings, meetings_there = interviews.meetings(connection, party, contacts)
    leaving_there = [row for row in leaving if party.company and company(row.address) == party.company]
    synced = connection.execute(_SYNCED).scalars().first()
    return History(
        party.address,
        contacts=_sorted((*contacts, *meetings)),
        synced=synced,
        company=_sorted((*_contacts(there, leaving_there, party), *meetings_there)),
        away=tuple(_contact(row) for row in rows if row.sort == "away"),
        urgent=tuple(dict.fromkeys(row.at for row in rows if row.sort == "urgent")),
        thanked=tuple(dict.fromkeys(row.at for row in rows if row.sort == "urgent" and row.thanks)),
        agency=party.agency,
        offered=party.offered,
    )


def _house(party: Party) -> str:
    """The registered domain whose people answer for each other, "" where there is none."""
    return company(party.address) if party.agency else party.company


def _of(row: _Row, party: Party) -> bool:
    return person(row.address) in party.keys or bool(party.company and company(row.address) == party.company)


def _rows(connection: Connection, question: Select[Any], now: datetime, values: Mapping[str, object]) -> list[_Row]:
    rows = [row for row in connection.execute(question, values) if not _left_over(row, now)]
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
    return _sorted(contacts)


def _sorted(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
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


def _departure(row: _Row, name: str) -> Contact:
    """What is being sent, or may have been."""
    when, thread, address = row.dot_at or row.changed, tuple(row.thread), name or row.address
    about = {"message_id": row.message_id, "thread": thread, "subject": row.subject, "thanks": row.thanks}
    return Contact(when, "mail", "out", address, **about)


# The questions, made once: to make one takes longer than to have it answered.


def _directions(*which: str) -> ColumnElement[bool]:
    """Named in each question, as words of it: the indexes have the direction before the time."""
    return schema.contact.c.direction.in_([literal_column(f"'{each}'") for each in which])


def _life() -> Select[Any]:
    table = schema.contact.c
    alive = and_(_mine(), _directions("in", "both"), table.sort == "", table.at <= bindparam("now"))
    return select(func.max(table.at)).where(alive)


def _mine() -> ColumnElement[bool]:
    return schema.contact.c.person.in_(bindparam("keys", expanding=True))


def _where(*which: ColumnElement[bool]) -> Select[Any]:
    return select(schema.contact, is_kept().label("kept")).where(*which)


def _since_then() -> ColumnElement[bool]:
    return and_(_directions("out", "in", "both"), schema.contact.c.at >= bindparam("since"))


def _named_or_met() -> ColumnElement[bool]:
    table = schema.contact.c
    met = and_(_mine(), _directions("both"), table.at >= bindparam("lately"))
    return or_(and_(_mine(), table.promised.is_not(None), table.at >= bindparam("known")), met)


def _leaving() -> Select[Any]:
    held, recipient = schema.held.c, schema.held_recipient.c
    columns = (held.dot_at, held.changed, held.message_id, held.fingerprint, held.thread, held.subject, held.thanks)
    going = held.state.in_([literal_column("'releasing'"), literal_column("'unknown'")])
    joined = schema.held.join(schema.held_recipient, recipient.held == held.id)
    return select(*columns, recipient.address).select_from(joined).where(going, held.contact.is_(True))


def _synced() -> Select[Any]:
    oldest = schema.mailbox.c.synced
    return select(oldest).order_by(oldest.is_not(None), oldest)


_EVER = datetime(1, 1, 2, tzinfo=UTC)
_LIFE = _life()
_OF_PERSON = _where(_mine(), _since_then())
_OF_COMPANY = _where(schema.contact.c.company == bindparam("company"), _since_then())
_NAMED_OR_MET = _where(_named_or_met())
_SENT = _where(_mine(), _directions("out"), schema.contact.c.message_id.in_(bindparam("names", expanding=True)))
_LEAVING = _leaving()
_SYNCED = _synced()
