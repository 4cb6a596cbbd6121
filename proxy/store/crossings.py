"""Crossings: what was being handed to an upstream, so that a crash at that moment never sends a message twice.

A crossing is written before the final dot leaves and taken away when the upstream's answer is known. One that is left
over is of a run that was killed in between, or of a message that could then not be kept; the client saw no reply, or a
4xx, and sends the message again.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from proxy.store import schema
from proxy.store.engine import Database
from proxy.store.held import REPEAT_WITHIN

INSTEAD = "You sent it again, and your server did not say whether it was sent: see {}."


class Crossings:
    """The crossings of this run and of those before it. `runner` names this one."""

    def __init__(self, database: Database, runner: str) -> None:
        self._database = database
        self._runner = runner
        self._open: set[str] = set()

    def begin(self, digest: str, now: datetime) -> str:
        """Writes down that a message is about to leave; returns the crossing's name."""
        name = secrets.token_hex(16)
        with self._database.write() as connection:
            values = {"id": name, "runner": self._runner, "digest": digest, "dot_at": now}
            connection.execute(insert(schema.crossing).values(**values))
        self._open.add(name)
        return name

    def end(self, name: str) -> None:
        """The upstream's answer is known."""
        with self._database.write() as connection:
            end(connection, name)
        self._open.discard(name)

    def lose(self, name: str) -> None:
        """The upstream's answer will never be known: from here on it is as one of a former run. No I/O."""
        self._open.discard(name)

    def cut_off(self, digest: str, now: datetime) -> datetime | None:
        """When handing over this very message was cut off, within the last half hour."""
        table = schema.crossing.c
        query = select(table.id, table.dot_at).where(table.digest == digest, table.dot_at > now - REPEAT_WITHIN)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(table.dot_at.desc())).all()
        return next((row.dot_at for row in rows if row.id not in self._open), None)

    def forget(self, before: datetime) -> None:
        """Takes away what was left over and nobody asked for."""
        table = schema.crossing.c
        with self._database.write() as connection:
            old = table.id.not_in(self._open), table.dot_at < before
            connection.execute(delete(schema.crossing).where(*old))


def end(connection: Connection, name: str) -> None:
    """Takes a crossing away, within the caller's transaction."""
    connection.execute(delete(schema.crossing).where(schema.crossing.c.id == name))


def take_over(connection: Connection, digest: str, id_: str, now: datetime) -> None:
    """Takes away the crossings of a message that is now kept as unknown (`id_`), within the caller's transaction.

    Where it is one that was refused before, and sent again (release.resent), that copy is unknown with it, and ends at
    once: one that asks for a person's word is enough, and two could be sent twice.
    """
    crossing, held = schema.crossing.c, schema.held.c
    mine = held.owner.in_(select(crossing.id).where(crossing.digest == digest)), held.state == "releasing"
    ended = {"state": "discarded", "changed": now, "owner": None, "lease": None, "outcome": INSTEAD.format(id_)}
    connection.execute(update(schema.held).where(*mine).values(**ended))
    connection.execute(delete(schema.crossing).where(crossing.digest == digest))
