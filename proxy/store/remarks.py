"""Remarks: what was only worth a note in a message that was forwarded; the next digest tells them once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from checks.model import Finding
from proxy.store import findings as findings_json
from proxy.store import schema
from proxy.store.engine import Database


@dataclass(frozen=True, slots=True)
class Remark:
    """The notes on one forwarded message."""

    id: int
    at: datetime
    recipients: tuple[str, ...]
    subject: str
    findings: tuple[Finding, ...]


class Remarks:
    """The remarks of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, account: str, recipients: Sequence[str], subject: str, findings: Sequence[Finding], *, now: datetime
    ) -> None:
        """Keeps the notes on a message that was forwarded now."""
        values = {
            "account": account,
            "at": now,
            "recipients": list(recipients),
            "subject": subject,
            "findings": [findings_json.to_json(finding) for finding in findings],
        }
        with self._database.write() as connection:
            connection.execute(insert(schema.remark).values(**values))

    def untold(self, account: str | None = None) -> list[Remark]:
        """What no digest has told yet, the oldest first."""
        table = schema.remark.c
        query = select(schema.remark).where(table.told.is_(None)).order_by(table.id)
        if account is not None:
            query = query.where(table.account == account)
        with self._database.read() as connection:
            return [
                Remark(
                    row.id,
                    row.at,
                    tuple(row.recipients),
                    row.subject,
                    tuple(findings_json.from_json(each) for each in row.findings),
                )
                for row in connection.execute(query)
            ]

    def mark_told(self, remarks: Sequence[Remark], now: datetime) -> None:
        """A digest told these."""
        with self._database.write() as connection:
            for remark in remarks:
                connection.execute(update(schema.remark).where(schema.remark.c.id == remark.id).values(told=now))

    def erase(self, before: datetime) -> int:
        """Forgets those of messages that were sent before then; they show words of them. Returns how many."""
        with self._database.write() as connection:
            return connection.execute(delete(schema.remark).where(schema.remark.c.at < before)).rowcount
