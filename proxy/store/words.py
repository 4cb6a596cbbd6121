"""The user's own words, which are never misspelt: those that were added besides `[checks] words`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select

from proxy.store import schema
from proxy.store.engine import Database


class Words:
    """One list for all accounts. Words are known whatever their capitals are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> frozenset[str]:
        """All of them, case-folded."""
        with self._database.read() as connection:
            return frozenset(connection.execute(select(schema.word.c.word)).scalars())

    def add(self, word: str, now: datetime) -> bool:
        """Adds one; whether it is new."""
        folded = fold(word)
        with self._database.write() as connection:
            there = select(schema.word.c.word).where(schema.word.c.word == folded)
            if connection.execute(there).first() is not None:
                return False
            connection.execute(insert(schema.word).values(word=folded, at=now))
        return True

    def remove(self, word: str) -> bool:
        """Takes one away; whether it was there."""
        with self._database.write() as connection:
            gone = delete(schema.word).where(schema.word.c.word == fold(word))
            return connection.execute(gone).rowcount == 1


def fold(word: str) -> str:
    """The one form of a word, in which the checks compare it: case-folded, with a plain apostrophe."""
    return word.strip().casefold().replace("’", "'")
