"""Mutes: which rule is not to be mentioned any more, of mail to one recruiter or to anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from proxy.store import schema
from proxy.store.engine import Database


@dataclass(frozen=True, slots=True)
class Mute:
    """`rule`: "check.rule"; `address`: a recruiter's, normalised, "" for anyone."""

    rule: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A mute as it is kept. `at`: when the user said it first."""

    mute: Mute
    at: datetime


class Mutes:
    """What the user does not want to hear any more; the command line changes it, `run` reads it for each message."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> list[Entry]:
        """All of them, the oldest first."""
        table = schema.mute.c
        with self._database.read() as connection:
            rows = connection.execute(select(schema.mute).order_by(table.at, table.rule, table.address))
            return [Entry(Mute(row.rule, row.address), row.at) for row in rows]

    def all(self) -> frozenset[Mute]:
        """All that are in force."""
        return frozenset(entry.mute for entry in self.entries())

    def add(self, mutes: Iterable[Mute], now: datetime) -> None:
        """Adds them as one act; what is there already stays as it is."""
        table = schema.mute.c
        with self._database.write() as connection:
            for mute in dict.fromkeys(mutes):
                there = select(table.rule).where(table.rule == mute.rule, table.address == mute.address)
                if connection.execute(there).first() is None:
                    connection.execute(insert(schema.mute).values(rule=mute.rule, address=mute.address, at=now))

    def remove(self, mute: Mute) -> bool:
        """Takes one away; whether it was there."""
        table = schema.mute.c
        gone = delete(schema.mute).where(table.rule == mute.rule, table.address == mute.address)
        with self._database.write() as connection:
            return connection.execute(gone).rowcount == 1
