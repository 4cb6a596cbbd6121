"""Who may look at the page: login links, each good once and for minutes, and the sessions that they become.

Rows by which `tactful web` tells `run`, in the control table. Only a digest of a token is kept, so that nobody who
reads the store can use one.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, delete, insert, select

from proxy.store import schema
from proxy.store.engine import Database

Kind = Literal["login", "session"]


class Passes:
    """Login links and sessions by their tokens."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, kind: Kind, token: str, expires: datetime, now: datetime) -> None:
        """Lets whoever shows the token in, until `expires`. What has expired is forgotten."""
        table = schema.control.c
        with self._database.write() as connection:
            old = select(schema.control).where(table.name.startswith("login ") | table.name.startswith("session "))
            for row in connection.execute(old).all():
                if datetime.fromisoformat(row.value) <= now:
                    connection.execute(delete(schema.control).where(table.name == row.name))
            connection.execute(insert(schema.control).values(name=_name(kind, token), value=expires.isoformat()))

    def valid(self, kind: Kind, token: str, now: datetime) -> bool:
        """Whether the token lets somebody in."""
        with self._database.read() as connection:
            value = connection.execute(select(schema.control.c.value).where(_row(kind, token))).scalar()
        return value is not None and datetime.fromisoformat(value) > now

    def redeem(self, token: str, now: datetime) -> bool:
        """Uses a login link up; whether it was good. Of several who try at once, one is let in."""
        with self._database.write() as connection:
            value = connection.execute(select(schema.control.c.value).where(_row("login", token))).scalar()
            connection.execute(delete(schema.control).where(_row("login", token)))
        return value is not None and datetime.fromisoformat(value) > now

    def end(self, token: str) -> None:
        """Ends a session."""
        with self._database.write() as connection:
            connection.execute(delete(schema.control).where(_row("session", token)))


def _name(kind: Kind, token: str) -> str:
    # As much of the digest as the column holds: 96 bits, of tokens that have 256.
    return f"{kind} {hashlib.sha256(token.encode('utf-8', 'replace')).hexdigest()[:24]}"


def _row(kind: Kind, token: str) -> ColumnElement[bool]:
    return schema.control.c.name == _name(kind, token)
