"""Forgetting: all that is known of one person, or of everybody, is erased, and is not read from the mailbox again.

Promises: what waits for a word is never erased, and what is still to be put in order in the mailbox is erased when that
is done; one that was to go by itself asks first, since whether they answered is
no longer known; of a person that was forgotten only a digest of the address stays, by which older mail is left out.
Settings stay: who counts as a recruiter, stages, mutes and words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, true, update

from proxy.addresses import normalise
from proxy.model import FINAL
from proxy.people import person
from proxy.store import findings as findings_json
from proxy.store import schema
from proxy.store.engine import Database

FORGOTTEN = "You had me forget what there was between you, so I can't tell whether they have written: it is your word."
"""Why a message that was snoozed waits for a word again."""

EVERYBODY = ""
"""In place of a person's digest."""

OF_MESSAGES = (
    schema.token,
    schema.content,
    schema.held_recipient,
    schema.sent_copy,
    schema.snooze,
    schema.departure,
    schema.cover,
)
"""Tables whose rows hang on a kept message and go with it."""

PERSONAL = tuple(
    table for table in schema.metadata.sorted_tables if "person" in table.c and table is not schema.contact
)
"""Further tables whose rows are of one person each."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was erased. `waiting`: the IDs of messages that were snoozed, and wait for a word now."""

    contacts: int
    messages: int
    remarks: int
    waiting: tuple[str, ...]


class Forgetting:
    """Of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, persons: Collection[str] | None, now: datetime) -> Forgotten:
        """Erases what is known of these (proxy.people.person of their addresses), None: of everybody, as one act."""
        with self._database.write() as connection:
            waiting = _wake(connection, persons, now)
            messages = _messages(connection, lambda address, _when: persons is None or _is_one(address, persons))
            found = Forgotten(_contacts(connection, persons), messages, _remarks(connection, persons), waiting)
            _remember(connection, persons, now)
        self._scrub()
        return found

    def finish(self, mailboxes: Collection[str]) -> int:
        """Erases what was over when its people were forgotten, and was left because its copy was to be filed or its
        cover to be taken away; how many. `mailboxes`: the accounts that have one; in others nothing is done any more.
        """
        with self._database.read() as connection:  # mostly nobody was forgotten: no writer need wait
            if not memory(connection).known:
                return 0
        with self._database.write() as connection:
            count = _messages(connection, memory(connection).lacks, mailboxes)
        if count:
            self._scrub()
        return count

    def _scrub(self) -> None:
        """Takes what was erased out of SQLite's write-ahead log, too; where somebody reads just now, later."""
        if self._database.engine.dialect.name == "sqlite":
            raw = self._database.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()


def digest(key: str) -> str:
    """What stays of a person: hex SHA-256 of `proxy.people.person`."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was forgotten, by digest, and when."""

    known: Mapping[str, datetime]

    def lacks(self, address: str, when: datetime) -> bool:
        """Whether what was then, with this address, was forgotten."""
        if not self.known:
            return False
        times = (self.known.get(EVERYBODY), self.known.get(digest(person(address))))
        return any(at is not None and when <= at for at in times)


def memory(connection: Connection) -> Memory:
    """For who reads the past, within the transaction that keeps it."""
    table = schema.forgotten.c
    return Memory({row.digest: row.at for row in connection.execute(select(table.digest, table.at))})


def _wake(connection: Connection, persons: Collection[str] | None, now: datetime) -> tuple[str, ...]:
    table = schema.held.c
    rows = connection.execute(select(table.id, table.recipients).where(table.state == "snoozed")).all()
    ids = tuple(row.id for row in rows if persons is None or any(_is_one(each, persons) for each, _ in row.recipients))
    for id_ in ids:
        change = update(schema.held).where(table.id == id_)
        connection.execute(change.values(state="held", changed=now, due=None, outcome=FORGOTTEN))
    return ids


def _messages(
    connection: Connection, forgotten: Callable[[str, datetime], bool], mailboxes: Collection[str] | None = None
) -> int:
    """Those that are over. One that went to others as well loses its text and the forgotten recipient; its row is what
    tells a copy of it in Sent from mail that was sent.

    `forgotten`: whether an address is, for what was over then. `mailboxes`: accounts whose folders are still seen to;
    None: all are.
    """
    table, copies, covers = schema.held.c, schema.sent_copy.c, schema.cover.c
    # Its copy is still to be filed in Sent, or its cover to be taken out of the mailbox.
    under_way = (
        table.id.in_(select(copies.held).where(copies.settled.is_(None))),
        table.id.in_(
            select(covers.held).where(
                covers.over.is_(None), true() if mailboxes is None else covers.account.in_(mailboxes)
            )
        ),
    )
    over = select(table.id, table.recipients, table.findings, table.changed)
    over = over.where(table.state.in_(FINAL), ~or_(*under_way))
    count = 0
    for row in connection.execute(over).all():
        others = [each for each in row.recipients if not forgotten(each[0], row.changed)]
        if len(others) == len(row.recipients) and row.recipients:
            continue
        count += 1
        _without(connection, row.id)
        if not others:
            connection.execute(delete(schema.held).where(table.id == row.id))
            continue
        findings = [
            each | findings_json.NO_WORDS for each in row.findings if not _is_about(each, forgotten, row.changed)
        ]
        values = {"recipients": others, "findings": findings, "erased": True, "outcome": ""}
        connection.execute(update(schema.held).where(table.id == row.id).values(**values))
        for address in {normalise(address) for address, _ in others}:
            connection.execute(insert(schema.held_recipient).values(held=row.id, address=address))
    return count


def _without(connection: Connection, id_: str) -> None:
    """Takes away all that hangs on a kept message."""
    tokens = select(schema.token.c.digest).where(schema.token.c.held == id_)
    connection.execute(delete(schema.answer).where(schema.answer.c.token.in_(tokens)))
    about = schema.letter.c.about
    told = schema.letter.c.kind.in_(("notice", "again", "back")) & ((about == id_) | about.startswith(f"{id_} "))
    connection.execute(delete(schema.letter).where(told))
    for table in OF_MESSAGES:
        connection.execute(delete(table).where(table.c.held == id_))


def _contacts(connection: Connection, persons: Collection[str] | None) -> int:
    table = schema.contact.c
    gone = delete(schema.contact).where(table.reservation.is_(None))  # the others are on their way at this moment
    if persons is not None:
        gone = gone.where(table.person.in_(tuple(persons)))
    count = connection.execute(gone).rowcount
    for other in PERSONAL:
        whose = delete(other) if persons is None else delete(other).where(other.c.person.in_(tuple(persons)))
        connection.execute(whose)
    return count


def _remarks(connection: Connection, persons: Collection[str] | None) -> int:
    table = schema.remark.c
    rows = connection.execute(select(table.id, table.recipients)).all()
    ids = [row.id for row in rows if persons is None or any(_is_one(each, persons) for each in row.recipients)]
    for id_ in ids:
        connection.execute(delete(schema.remark).where(table.id == id_))
    return len(ids)


def _remember(connection: Connection, persons: Collection[str] | None, now: datetime) -> None:
    table = schema.forgotten.c
    if persons is None:
        connection.execute(delete(schema.forgotten))
    for key in [EVERYBODY] if persons is None else map(digest, persons):
        connection.execute(delete(schema.forgotten).where(table.digest == key))
        connection.execute(insert(schema.forgotten).values(digest=key, at=now))


def _is_one(address: str, persons: Collection[str]) -> bool:
    return person(address) in persons


def _is_about(finding: dict[str, Any], forgotten: Callable[[str, datetime], bool], when: datetime) -> bool:
    recruiter = finding.get("recruiter")
    return bool(recruiter) and forgotten(str(recruiter), when)
