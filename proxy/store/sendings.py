"""Whom the user wrote to lately, whoever that is: out of the contacts of all accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from proxy.store import schema
from proxy.store.engine import Database
from proxy.store.histories import is_kept


@dataclass(frozen=True, slots=True)
class Sending:
    """One mail to one address (normalised). `mail`: by which it is known again, at its other recipients too."""

    address: str
    mail: str


class Sendings:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, when: datetime, until: datetime, account: str | None = None) -> set[Sending]:
        """What was sent in this time; nothing that was kept, whatever copy a client filed."""
        table = schema.contact.c
        sent = (table.direction == "out", table.kind == "mail", table.sort == "", table.at > when, table.at <= until)
        query = select(table.address, table.message_id, table.fingerprint, table.id).where(*sent)
        query = query.where((table.source != "mailbox") | ~is_kept())
        if account is not None:
            query = query.where(table.account == account)
        with self._database.read() as connection:
            return {
                Sending(row.address, row.message_id or row.fingerprint or str(row.id))
                for row in connection.execute(query)
            }
