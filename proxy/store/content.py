"""A kept message's bytes, as the store gives them back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from proxy.model import Content
from proxy.store import schema
from proxy.store.engine import Database


class StoredContent:
    """Read a chunk at a time (proxy.model.Content)."""

    def __init__(self, database: Database, id_: str, size: int) -> None:
        self._database = database
        self._id = id_
        self._size = size

    @property
    def size(self) -> int:
        return self._size

    @property
    def digest(self) -> bytes:
        sha = hashlib.sha256()
        for chunk in self.chunks():
            sha.update(chunk)
        return sha.digest()

    def chunks(self) -> Iterator[bytes]:
        position = 0
        table = schema.content.c
        while True:
            with self._database.read() as connection:
                query = select(table.octets).where(table.held == self._id, table.position == position)
                octets = connection.execute(query).scalar()
            if octets is None:
                return
            yield octets
            position += 1


def store_content(connection: Connection, id_: str, content: Content) -> None:
    """Makes these the message's bytes, within the caller's transaction."""
    connection.execute(delete(schema.content).where(schema.content.c.held == id_))
    for position, octets in enumerate(content.chunks()):
        connection.execute(insert(schema.content).values(held=id_, position=position, octets=octets))
