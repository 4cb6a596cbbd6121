"""Kept messages as they are looked through: a page of a list at a time, searched by words, state, recruiter and time.

Reads only. Lists of ten thousand are answered at once: what is not shown is not read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, desc, func, select, true, union_all, update

from checks.model import Finding
from proxy.errors import NotFound
from proxy.model import STATES, WAITING, Content, Held, State
from proxy.store import findings as findings_json
from proxy.store import schema
from proxy.store.content import store_content
from proxy.store.engine import Database
from proxy.store.held_rows import held_of

OPEN: tuple[State, ...] = (*WAITING, "releasing")
"""What isn't decided yet."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: all of `words` in the subject, letter case aside; a piece of a recipient's address; when it
    was written, from `since` until before `until`. Empty: anything."""

    words: tuple[str, ...] = ()
    states: tuple[State, ...] = STATES
    recruiter: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What statistics need of a kept message."""

    received: datetime
    changed: datetime
    state: State
    findings: tuple[Finding, ...]


class Archive:
    """The kept messages of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, old: datetime, limit: int, offset: int = 0) -> list[Held]:
        """What waits (or is being sent): what was written before `old` first, then the newest first."""
        received = schema.held.c.received
        with self._database.read() as connection:
            ids = _newest(connection, OPEN, [received < old], limit, offset)
            if len(ids) < limit:
                count = select(func.count()).select_from(schema.held)
                older = connection.execute(count.where(schema.held.c.state.in_(OPEN), received < old)).scalar_one()
                ids += _newest(connection, OPEN, [received >= old], limit - len(ids), max(offset - older, 0))
            return _rows(connection, ids)

    def search(self, search: Search, limit: int, offset: int = 0) -> list[Held]:
        """A page of what is found, the newest first."""
        with self._database.read() as connection:
            return _rows(connection, _newest(connection, search.states, _conditions(search), limit, offset))

    def count(self, search: Search) -> int:
        """How many are found."""
        with self._database.read() as connection:
            one_of = schema.held.c.state.in_(search.states) if set(search.states) != set(STATES) else true()
            query = select(func.count()).select_from(schema.held).where(one_of, *_conditions(search))
            return connection.execute(query).scalar_one()

    def since(self, when: datetime) -> list[Kept]:
        """What was kept, or changed, since then."""
        table = schema.held.c
        query = select(table.received, table.changed, table.state, table.findings)
        with self._database.read() as connection:
            rows = connection.execute(query.where((table.received >= when) | (table.changed >= when))).all()
        return [
            Kept(row.received, row.changed, row.state, tuple(findings_json.from_json(each) for each in row.findings))
            for row in rows
        ]

    def stamp(self) -> list[tuple[State, int, datetime]]:
        """Another one whenever a kept message came or went into another state. Answered by an index alone."""
        table = schema.held.c
        query = select(table.state, func.count(), func.max(table.received)).group_by(table.state)
        with self._database.read() as connection:
            return [
                (state, count, received) for state, count, received in connection.execute(query.order_by(table.state))
            ]

    def rewrite(
        self, id_: str, expected: Collection[State], content: Content, findings: Collection[Finding], now: datetime
    ) -> bool:
        """Puts other bytes, and what is left of its findings, in place of a message's own; whether it was in one of
        the states, and free. What the client sent stays known by its digest, should it come again."""
        table = schema.held.c
        free = table.owner.is_(None) | (table.lease <= now)
        change = update(schema.held).where(table.id == id_, table.state.in_(tuple(expected)), free)
        values = {"size": content.size, "findings": [findings_json.to_json(each) for each in findings], "changed": now}
        with self._database.write() as connection:
            if connection.execute(select(table.erased).where(table.id == id_)).scalar() is not False:
                raise NotFound(f"The text of {id_} is not there any more.")
            done = connection.execute(change.values(**values)).rowcount == 1
            if done:
                store_content(connection, id_, content)
        return done


def _newest(
    connection: Connection,
    states: Collection[State],
    conditions: Sequence[ColumnElement[bool]],
    limit: int,
    offset: int,
) -> list[str]:
    """The IDs of the newest messages in these states. One question a state, which the database merges: an index has
    each state's in this order, and another one all of them. What is skipped never comes here."""
    table = schema.held.c
    wanted = [table.state == state for state in states] if set(states) != set(STATES) else [true()]
    asked = [select(table.received, table.id).where(each, *conditions) for each in wanted]
    merged = union_all(*asked) if len(asked) > 1 else asked[0]
    rows = connection.execute(merged.order_by(desc("received"), "id").limit(limit).offset(offset))
    return [row.id for row in rows]


def _rows(connection: Connection, ids: Sequence[str]) -> list[Held]:
    """The messages with these IDs, in this order."""
    rows = connection.execute(select(schema.held).where(schema.held.c.id.in_(ids)))
    found = {row.id: held_of(row) for row in rows}
    return [found[id_] for id_ in ids]


def _conditions(search: Search) -> list[ColumnElement[bool]]:
    table, recipient = schema.held.c, schema.held_recipient.c
    found: list[ColumnElement[bool]] = []
    # The database lowers both: SQLite does it to ASCII alone, and finds a word with other letters as it is written.
    found += [table.subject.icontains(word, autoescape=True) for word in search.words]
    if search.recruiter:
        theirs = select(recipient.held).where(recipient.address.contains(search.recruiter.lower(), autoescape=True))
        found.append(table.id.in_(theirs))
    if search.since is not None:
        found.append(table.received >= search.since)
    if search.until is not None:
        found.append(table.received < search.until)
    return found
