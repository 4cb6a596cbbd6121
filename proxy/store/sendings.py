"""Whom the user wrote to lately, whoever that is: out of the contacts of all accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from proxy.model import Held
from proxy.people import person
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

    def holds(self, message: Held) -> bool:
        """Whether a message of the same Date, From, To and Subject as this kept one was sent, or is on its way."""
        table = schema.contact.c
        persons = {person(each) for each in message.recipients}
        query = select(table.id).where(
            table.person.in_(persons),
            table.direction == "out",
            table.source == "proxy",
            table.fingerprint == message.fingerprint,
        )
        with self._database.read() as connection:
            return bool(message.fingerprint) and connection.execute(query.limit(1)).first() is not None

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
