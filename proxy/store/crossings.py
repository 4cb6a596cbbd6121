"""Crossings: what was being handed to an upstream, so that a crash at that moment never sends a message twice.

A crossing is written before the final dot leaves and taken away when the upstream's answer is known. One that is left
over is of a run that was killed in between; the client saw no reply and sends the message again.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from proxy.store import schema
from proxy.store.engine import Database
from proxy.store.held import REPEAT_WITHIN


class Crossings:
    """The crossings of this run and of those before it. `runner` names this one."""

    def __init__(self, database: Database, runner: str) -> None:
        self._database = database
        self._runner = runner

    def begin(self, digest: str, now: datetime) -> str:
        """Writes down that a message is about to leave; returns the crossing's name."""
        name = secrets.token_hex(16)
        with self._database.write() as connection:
            values = {"id": name, "runner": self._runner, "digest": digest, "dot_at": now}
            connection.execute(insert(schema.crossing).values(**values))
        return name

    def end(self, name: str) -> None:
        """The upstream's answer is known."""
        with self._database.write() as connection:
            end(connection, name)

    def cut_off(self, digest: str, now: datetime) -> datetime | None:
        """When a former run was cut off while it handed over this very message, within the last half hour."""
        table = schema.crossing.c
        query = select(table.dot_at).where(
            table.digest == digest, table.runner != self._runner, table.dot_at > now - REPEAT_WITHIN
        )
        with self._database.read() as connection:
            return connection.execute(query.order_by(table.dot_at.desc())).scalars().first()

    def forget(self, before: datetime) -> None:
        """Takes away what former runs left and nobody asked for."""
        table = schema.crossing.c
        with self._database.write() as connection:
            connection.execute(delete(schema.crossing).where(table.runner != self._runner, table.dot_at < before))


def end(connection: Connection, name: str) -> None:
    """Takes a crossing away, within the caller's transaction."""
    connection.execute(delete(schema.crossing).where(schema.crossing.c.id == name))


def take_over(connection: Connection, digest: str) -> None:
    """Takes away the crossings of a message that is now kept as unknown, within the caller's transaction."""
    connection.execute(delete(schema.crossing).where(schema.crossing.c.digest == digest))
