"""Answers by mail: the tokens that letters carry, and the mails in which they came back.

Promises: of a token only its digest is here, so that nobody who reads the store can answer; it counts once, and only
while its message is in the very state of which the letter told; a mail that was taken is taken once, however often it
comes, and what it asked for outlives the process.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, delete, insert, or_, select, update

from proxy.model import FINAL, Command, Held, State
from proxy.store import letters, schema
from proxy.store.engine import Database

OCTETS = 16
"""Of a token: 128 bits by chance, 26 characters of base32."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a token is good for. `letter`: the Message-ID of the letter that it stood in."""

    held: str
    command: Command
    state: State
    since: datetime
    letter: str

    def counts(self, message: Held) -> bool:
        """Whether the message is still in the state of which the letter told, and has been all the time."""
        return (message.state, message.changed) == (self.state, self.since)


@dataclass(frozen=True, slots=True)
class Answer:
    """One mail with a token. `mail`: its Message-ID, or a digest where it has none. `bound`: None where the token is
    nobody's. `spends`: whether the token was good until this mail came. `said`: what the letter in return says."""

    id: int
    account: str
    mail: str
    received: datetime
    bound: Bound | None
    spends: bool
    said: str


def digest_of(command: Command, token: str) -> str:
    """What is kept of a token: hex SHA-256 of it and its command, so that it is nobody's with another command. So much
    chance needs no salt."""
    return hashlib.sha256(f"{command}:{token}".encode()).hexdigest()


class Answers:
    """The tokens and answers of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mint(
        self, wanted: Sequence[tuple[Held, Sequence[Command]]], letter: str, now: datetime
    ) -> Mapping[str, tuple[tuple[Command, str], ...]]:
        """New tokens for a letter with this Message-ID: of each message (by its ID) one for each command, in order."""
        made: dict[str, tuple[tuple[Command, str], ...]] = {}
        rows: list[dict[str, object]] = []
        for message, commands in wanted:
            made[message.id] = tuple((command, _token()) for command in commands)
            for command, token in made[message.id]:
                row = {
                    "digest": digest_of(command, token),
                    "held": message.id,
                    "command": command,
                    "state": message.state,
                }
                since = message.changed or message.received
                rows.append({**row, "since": since, "letter": letter, "made": now, "spent": None})
        if rows:
            with self._database.write() as connection:
                connection.execute(insert(schema.token), rows)
        return made

    def take(self, account: str, mail: str, command: Command, token: str, *, now: datetime) -> bool:
        """Writes down a mail that holds this token; False where that very mail was written down before.

        A token that is nobody's, or was used, is written down too: whoever wrote it is told.
        """
        table, digest = schema.answer.c, digest_of(command, token)
        same = select(table.id).where(table.account == account, table.mail == mail, table.token == digest)
        with self._database.write() as connection:
            if connection.execute(same).first() is not None:
                return False
            spends = _spend(connection, digest, now)
            values = {"account": account, "mail": mail, "token": digest, "received": now, "spends": spends, "said": ""}
            connection.execute(insert(schema.answer).values(**values))
            return True

    def is_good(self, command: Command, token: str) -> bool:
        """Whether it is one of ours and was not used."""
        table = schema.token.c
        query = select(table.digest).where(table.digest == digest_of(command, token), table.spent.is_(None))
        with self._database.read() as connection:
            return connection.execute(query).first() is not None

    def oldest_good(self) -> datetime | None:
        """When the oldest token was made that was not used; None where there is none."""
        query = select(schema.token.c.made).where(schema.token.c.spent.is_(None)).order_by(schema.token.c.made)
        with self._database.read() as connection:
            return connection.execute(query.limit(1)).scalar()

    def due(self) -> list[Answer]:
        """What was taken and is still to be done, the oldest first."""
        table = schema.answer.c
        with self._database.read() as connection:
            rows = connection.execute(_answers().where(table.settled.is_(None)).order_by(table.id))
            return [_answer(row) for row in rows]

    def find(self, id_: int) -> Answer | None:
        """One answer; None where it was forgotten."""
        with self._database.read() as connection:
            row = connection.execute(_answers().where(schema.answer.c.id == id_)).first()
        return None if row is None else _answer(row)

    def settle(self, answer: Answer, said: str, now: datetime) -> None:
        """It was done or refused; the letter that says so is asked for in the same transaction."""
        table = schema.answer.c
        mine = update(schema.answer).where(table.id == answer.id, table.settled.is_(None))
        with self._database.write() as connection:
            if connection.execute(mine.values(said=said, settled=now)).rowcount == 1:
                letters.write(connection, answer.account, "answer", str(answer.id), now)

    def forget(self, before: datetime) -> None:
        """Drops what is older: tokens, those of messages that have been final since then, and settled answers."""
        held = schema.held.c
        over = select(held.id).where(held.state.in_(FINAL), held.changed < before)
        with self._database.write() as connection:
            token = schema.token.c
            connection.execute(delete(schema.token).where(or_(token.held.in_(over), token.made < before)))
            connection.execute(delete(schema.answer).where(schema.answer.c.settled < before))


def _token() -> str:
    return base64.b32encode(secrets.token_bytes(OCTETS)).decode().rstrip("=")


def _spend(connection: Connection, digest: str, now: datetime) -> bool:
    table = schema.token.c
    good = update(schema.token).where(table.digest == digest, table.spent.is_(None))
    return connection.execute(good.values(spent=now)).rowcount == 1


def _answers() -> Select[tuple[object, ...]]:
    token, answer = schema.token.c, schema.answer.c
    both = schema.answer.outerjoin(schema.token, token.digest == answer.token)
    kept = (answer.id, answer.account, answer.mail, answer.received, answer.spends, answer.said)
    bound = (token.held, token.command, token.state, token.since, token.letter)
    return select(*kept, *bound).select_from(both)


def _answer(row: Row[tuple[object, ...]]) -> Answer:
    bound = None if row.held is None else Bound(row.held, row.command, row.state, row.since, row.letter)
    return Answer(row.id, row.account, row.mail, row.received, bound, row.spends, row.said)
