"""Readings of the mailboxes: how far one is that is under way, and for which recruiters the past was read.

Both are rows of `control`: the one is what `run` tells other processes, the other what it tells itself after its death.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from proxy.store import schema
from proxy.store.engine import Database


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the folder that is being read: `done` of `total` messages."""

    folder: str
    done: int
    total: int


class Readings:
    """By account (normalised address)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def progress(self, account: str) -> Progress | None:
        """How far a reading is; None where none is under way, or none that takes long."""
        found = self._all("reading").get(account)
        return Progress(*found) if found else None

    def tell(self, account: str, progress: Progress | None) -> None:
        """Notes how far it is; None: it has ended."""
        values = [progress.folder, progress.done, progress.total] if progress is not None else None
        self._put("reading", account, values)

    def terms(self, account: str) -> frozenset[str] | None:
        """The recruiters' terms for which all of the past was read, or is being read; None before the first reading."""
        found = self._all("read-for").get(account)
        return None if found is None else frozenset(found)

    def read_for(self, account: str, terms: Iterable[str]) -> None:
        """From now on nothing is missing for these."""
        self._put("read-for", account, sorted(terms))

    def _all(self, name: str) -> dict[str, Any]:
        with self._database.read() as connection:
            return _value(connection, name)

    def _put(self, name: str, account: str, value: object) -> None:
        with self._database.write() as connection:
            values = {key: each for key, each in _value(connection, name).items() if key != account}
            if value is not None:
                values[account] = value
            connection.execute(delete(schema.control).where(schema.control.c.name == name))
            connection.execute(insert(schema.control).values(name=name, value=values))


def _value(connection: Connection, name: str) -> dict[str, Any]:
    query = select(schema.control.c.value).where(schema.control.c.name == name)
    return dict(connection.execute(query).scalar() or {})
