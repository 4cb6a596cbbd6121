"""What is still to be delivered to the user's own mailbox: notices, digests and replies to answers, each exactly once;
and sent copies.

A letter is written down with the event that it tells of and composed when it is delivered, so that it says what is
true then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Row, Select, and_, insert, select, update

from proxy.store import schema
from proxy.store.engine import Database

LetterKind = Literal["notice", "again", "back", "digest", "answer", "thanks"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to be appended to the account's INBOX.

    `about`: the held ID of a notice and of the second one ("again"), with the moment behind it of a snoozed one that is
    held again ("back"); the slot of a digest, the ID of an answer that it is in return for, or of the interview for
    which thanks are missing.
    """

    id: int
    account: str
    kind: LetterKind
    about: str
    created: datetime
    tries: int

    @property
    def message_id(self) -> str:
        """Its Message-ID, the same at each try."""
        return f"<{self.kind}.{self.id}.{self.created:%Y%m%d%H%M%S%f}@tactful.invalid>"


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A released message of which Sent may need a copy.

    `sent`: the time that its Date was renewed to. `looks`: how often Sent was looked at.
    """

    held: str
    sent: datetime
    looks: int


class Letters:
    """The letters and sent copies of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write_digest(self, account: str, slot: str, now: datetime) -> bool:
        """Asks for the digest of a slot; False where it was asked for before."""
        with self._database.read() as connection:  # asked all the time: no writer need wait
            if connection.execute(_same(account, "digest", slot)).first() is not None:
                return False
        with self._database.write() as connection:
            return write_once(connection, account, "digest", slot, now)

    def due(self, now: datetime) -> list[Letter]:
        """Letters to be delivered now, the oldest first."""
        table = schema.letter.c
        query = select(schema.letter).where(table.settled.is_(None), table.due <= now).order_by(table.id)
        with self._database.read() as connection:
            return [_letter(row) for row in connection.execute(query)]

    def tried(self, letter: Letter, next_try: datetime) -> None:
        """Counts a try before it is made: after a crash the mailbox is then looked at first."""
        self._change(letter.id, tries=letter.tries + 1, due=next_try)

    def settle(self, letter: Letter, now: datetime, *, again: datetime | None = None) -> None:
        """It was delivered, or is no longer wanted. `again`: when a second notice is due, asked for at once."""
        table = schema.letter.c
        mine = update(schema.letter).where(table.id == letter.id, table.settled.is_(None)).values(settled=now)
        with self._database.write() as connection:
            if connection.execute(mine).rowcount == 1 and again is not None:
                write(connection, letter.account, "again", letter.about, now, due=again)

    def find(self, account: str, kind: LetterKind, about: str) -> Letter | None:
        """One letter, settled or not."""
        table = schema.letter.c
        query = select(schema.letter).where(table.account == account, table.kind == kind, table.about == about)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        return None if row is None else _letter(row)

    def _change(self, id_: int, **values: object) -> None:
        with self._database.write() as connection:
            connection.execute(update(schema.letter).where(schema.letter.c.id == id_).values(**values))

    def sent_copies_due(self, now: datetime) -> list[SentCopy]:
        """Released messages for which Sent is to be looked at now."""
        table = schema.sent_copy.c
        query = select(table.held, table.sent, table.looks).where(table.settled.is_(None), table.due <= now)
        with self._database.read() as connection:
            return [SentCopy(row.held, row.sent, row.looks) for row in connection.execute(query.order_by(table.due))]

    def take_look(self, held: str, now: datetime, until: datetime) -> bool:
        """Takes a due look for this process alone; where nothing more is heard of it, it is due again at `until`."""
        table = schema.sent_copy.c
        due = and_(table.held == held, table.settled.is_(None), table.due <= now)
        with self._database.write() as connection:
            return connection.execute(update(schema.sent_copy).where(due).values(due=until)).rowcount == 1

    def look_again(self, held: str, at: datetime) -> None:
        """Sent was looked at now, and is to be looked at again then."""
        table = schema.sent_copy.c
        with self._database.write() as connection:
            change = update(schema.sent_copy).where(table.held == held)
            connection.execute(change.values(due=at, looks=table.looks + 1))

    def settle_sent_copy(self, held: str, now: datetime) -> None:
        """Sent has its copy, or can't have one."""
        with self._database.write() as connection:
            connection.execute(update(schema.sent_copy).where(schema.sent_copy.c.held == held).values(settled=now))


def write(
    connection: Connection, account: str, kind: LetterKind, about: str, now: datetime, *, due: datetime | None = None
) -> None:
    """Asks for a letter, within the transaction of what it tells of. `due`: None: at once."""
    values = {"account": account, "kind": kind, "about": about, "created": now, "due": due or now, "tries": 0}
    connection.execute(insert(schema.letter).values(**values))


def write_once(connection: Connection, account: str, kind: LetterKind, about: str, now: datetime) -> bool:
    """As `write`; False where it was asked for before."""
    if connection.execute(_same(account, kind, about)).first() is not None:
        return False
    write(connection, account, kind, about, now)
    return True


def write_back(connection: Connection, account: str, held: str, now: datetime) -> None:
    """Asks for word of one that was to go by itself and waits again, within the transaction that makes it wait."""
    write(connection, account, "back", f"{held} {now.isoformat()}", now)


def want_sent_copy(connection: Connection, held: str, now: datetime) -> None:
    """Asks for a look at Sent, within the transaction that makes the message released."""
    connection.execute(insert(schema.sent_copy).values(held=held, sent=now, due=now, looks=0))


def _same(account: str, kind: LetterKind, about: str) -> Select[tuple[int]]:
    table = schema.letter.c
    return select(table.id).where(table.account == account, table.kind == kind, table.about == about)


def _letter(row: Row[tuple[object, ...]]) -> Letter:
    return Letter(row.id, row.account, row.kind, row.about, row.created, row.tries)
