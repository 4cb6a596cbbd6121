"""What a person knew who said "send when due", and what went by that word: rows beside the kept messages.

A snoozed message's state, date and outcome are in its own row (proxy.store.held).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from checks.model import Finding
from proxy.addresses import normalise
from proxy.model import Held, State
from proxy.store import findings as findings_json
from proxy.store import schema
from proxy.store.engine import Database
from proxy.store.held_rows import held_of

ON_THE_TABLE: tuple[State, ...] = ("held", "snoozed", "rejected", "releasing", "unknown")
"""What may still reach its recipients."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there was around a message at some time, in numbers. `life`: signs of life since it was written; `newer`:
    the user's newer messages in its conversation; `mine`: all their contacts with its recipients and their companies.
    """

    life: int = 0
    newer: int = 0
    mine: int = 0


@dataclass(frozen=True, slots=True)
class Departure:
    """A message that went by itself when it was due."""

    held: str
    at: datetime
    recipients: tuple[str, ...]
    subject: str


class Snoozes:
    """Of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, id_: str) -> Known:
        """What the person knew who snoozed the message last; nothing where that was not written down."""
        table = schema.snooze.c
        query = select(table.life, table.newer, table.mine).where(table.held == id_)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        return Known() if row is None else Known(row.life, row.newer, row.mine)

    def later(self, message: Held) -> list[Held]:
        """Other messages to one of its recipients that were kept after it and may still reach them."""
        table, recipient = schema.held.c, schema.held_recipient.c
        whose = [normalise(each) for each in message.recipients]
        same = select(recipient.held).where(recipient.address.in_(whose))
        query = select(schema.held).where(
            table.id.in_(same), table.id != message.id, table.received > message.received, table.state.in_(ON_THE_TABLE)
        )
        with self._database.read() as connection:
            return [held_of(row) for row in connection.execute(query)]

    def stamp(self) -> tuple[int, list[tuple[str, int]]]:
        """Another one whenever a contact came, or a kept message came or changed its state. An index answers."""
        table = schema.held.c
        states = select(table.state, func.count()).group_by(table.state).order_by(table.state)
        with self._database.read() as connection:
            newest = connection.execute(select(func.max(schema.contact.c.id))).scalar()
            return newest or 0, [(state, number) for state, number in connection.execute(states)]

    def postpone(self, message: Held, due: datetime) -> bool:
        """Another time for one that is snoozed still, and until the same time. Nothing else of it changes: what a
        person knew, and the links of letters, count from when they spoke."""
        table = schema.held.c
        same = update(schema.held).where(table.id == message.id, table.state == "snoozed", table.due == message.due)
        with self._database.write() as connection:
            return connection.execute(same.values(due=due)).rowcount == 1

    def departures(self, account: str | None = None) -> list[Departure]:
        """What no digest has told yet, the oldest first."""
        table, held = schema.departure.c, schema.held.c
        joined = schema.departure.join(schema.held, held.id == table.held)
        query = select(table.held, table.at, held.recipients, held.subject).select_from(joined)
        query = query.where(table.told.is_(None)).order_by(table.at, table.held)
        if account is not None:
            query = query.where(held.account == account)
        with self._database.read() as connection:
            return [
                Departure(row.held, row.at, tuple(address for address, _ in row.recipients), row.subject)
                for row in connection.execute(query)
            ]

    def mark_told(self, departures: Sequence[Departure], now: datetime) -> None:
        """A digest told these."""
        table = schema.departure.c
        with self._database.write() as connection:
            for each in departures:
                connection.execute(update(schema.departure).where(table.held == each.held).values(told=now))


def note(connection: Connection, id_: str, known: Known) -> None:
    """Writes down what the person knew, within the transaction that makes the message snoozed."""
    connection.execute(delete(schema.snooze).where(schema.snooze.c.held == id_))
    values = {"life": known.life, "newer": known.newer, "mine": known.mine}
    connection.execute(insert(schema.snooze).values(held=id_, **values))


def depart(connection: Connection, id_: str, now: datetime) -> None:
    """It went by itself, which the next digest tells; within the transaction that makes it released."""
    connection.execute(insert(schema.departure).values(held=id_, at=now))


def find_anew(connection: Connection, id_: str, findings: Sequence[Finding]) -> None:
    """Other findings, within the transaction that puts the message back to held."""
    values = [findings_json.to_json(each) for each in findings]
    connection.execute(update(schema.held).where(schema.held.c.id == id_).values(findings=values))
