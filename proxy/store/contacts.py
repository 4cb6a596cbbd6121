"""Contacts: what this proxy forwarded or released, and what the user logged by hand; `sightings` has what the mailbox
shows.

Promises: a message's own contact is reserved in the transaction that read the histories, so that of two messages in
one second the second sees the first; held, rejected, drafted and discarded messages are no contacts, whatever copy a
client filed in Sent: where tactful knows a message, its own record decides.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from checks.frequency import ASSUMED, ASSUMED_AGAIN, assumed_meeting
from checks.model import Contact, Finding, History
from proxy.addresses import normalise
from proxy.meetings.appointments import Appointment
from proxy.model import Held
from proxy.people import Party, company, person
from proxy.store import interviews, schema
from proxy.store.engine import Database
from proxy.store.histories import read, recent

Sort = Literal["", "urgent", "away", "bounce"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One mail that the mailbox shows. `addresses`: of the others, normalised; `fingerprint`: headers.fingerprint,
    needed where there is no Message-ID.

    `sort`: "" for a contact; `away` for an automatic reply, which matters where it names a day; `bounce` for the report
    that the messages of `thread` didn't reach `addresses`. `promised`, `words`, `thanks`: as in checks.model.Contact.
    `appointments`: what it says of meetings with recruiters.
    """

    uid: int
    when: datetime
    direction: Literal["out", "in"]
    addresses: tuple[str, ...]
    message_id: str = ""
    thread: tuple[str, ...] = ()
    subject: str = ""
    fingerprint: str = ""
    sort: Sort = ""
    promised: date | None = None
    words: str = ""
    thanks: bool = False
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reservation:
    """A message's own contact before the upstream took it, and the histories as they were without it."""

    token: str
    histories: tuple[History, ...]


class Contacts:
    """The contacts of all accounts: they are one person's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What is asked

    def history(self, party: Party | str, now: datetime) -> History:
        """All contacts with one person (an address alone: of whom nothing is configured), the oldest first."""
        with self._database.read() as connection:
            return read(connection, _party(party), now)

    def addresses(self) -> list[str]:
        """An address of everybody with a contact or an interview, in alphabetical order."""
        table = schema.contact.c
        query = select(table.person, func.min(table.address)).where(table.sort == "").group_by(table.person)
        with self._database.read() as connection:
            found: dict[str, str] = {row[0]: row[1] for row in connection.execute(query)}
            return sorted({**interviews.addresses(connection), **found}.values())

    # A message on its way

    def reserve(self, account: str, parties: Iterable[Party | str], mail: Seen, now: datetime) -> Reservation:
        """Reads of these recruiters what matters now, one history a person, and adds the mail to each, as one act."""
        token = secrets.token_hex(16)
        with self._database.write() as connection:
            wanted = {party.address: party for party in map(_party, parties)}
            persons = {party.keys: party for party in reversed(wanted.values())}
            histories = tuple(recent(connection, party, now) for party in reversed(persons.values()))
            for address in wanted:
                row = _row(account, "proxy", address, mail, now) | {"reservation": token}
                connection.execute(insert(schema.contact).values(**row))
        return Reservation(token, histories)

    def confirm(
        self,
        token: str,
        now: datetime,
        findings: Iterable[Finding] = (),
        *,
        thanks: bool = False,
        urgent: bool = False,
    ) -> None:
        """The upstream took the message: its contact stands, with the meeting that `findings` assume.

        `thanks`: whether its words thank the reader. `urgent`: it is no contact, but there are only so many a day.
        """
        query = update(schema.contact).where(schema.contact.c.reservation == token)
        values = {"reservation": None, "at": now, "thanks": thanks, "sort": "urgent" if urgent else ""}
        with self._database.write() as connection:
            connection.execute(query.values(**values))
            _add_meetings(connection, findings, now)

    def cancel(self, token: str) -> None:
        """The message was not sent, or is no contact."""
        with self._database.write() as connection:
            cancel(connection, token)

    # What people do

    def log(self, contact: Contact) -> None:
        """Adds a call, text or meeting that mail can't see."""
        with self._database.write() as connection:
            _log(connection, contact)
            if contact.kind == "meeting":
                interviews.note(connection, contact)


def cancel(connection: Connection, token: str) -> None:
    """Takes a reservation back, within the caller's transaction."""
    connection.execute(delete(schema.contact).where(schema.contact.c.reservation == token))


def add_sent(connection: Connection, message: Held, at: datetime, fingerprint: str = "") -> None:
    """Adds the contacts of a kept message that was sent `at` after all, and the meeting that its findings assume.

    Within the transaction that makes it released. `fingerprint`: as it was sent, "" where nothing was changed.
    """
    if not message.contact:
        return
    known = message.fingerprint
    mail = Seen(0, at, "out", (), message.message_id, message.thread, message.subject, fingerprint or known)
    for address in dict.fromkeys(normalise(each) for each in message.recipients):
        row = _row(message.account, "proxy", address, mail, at) | {"thanks": message.thanks}
        connection.execute(insert(schema.contact).values(**row))
    _add_meetings(connection, message.findings, at)


def _add_meetings(connection: Connection, findings: Iterable[Finding], now: datetime) -> None:
    table = schema.contact.c
    for meeting in filter(None, (assumed_meeting(finding, now) for finding in findings)):
        near = table.at.between(now - ASSUMED_AGAIN, now + ASSUMED_AGAIN)
        there = and_(table.person == person(meeting.address), table.kind == "meeting", table.note == ASSUMED, near)
        if connection.execute(select(table.id).where(there).limit(1)).first() is None:
            _log(connection, meeting)


def _log(connection: Connection, contact: Contact) -> None:
    values: dict[str, object] = {
        "account": "",
        "source": "log",
        "address": contact.address,
        "at": contact.when,
        "kind": contact.kind,
        "direction": contact.direction,
        "message_id": "",
        "thread": [],
        "subject": "",
        "note": contact.note,
        "answered": contact.answered,
        "thanks": False,
        "fingerprint": "",
        "folder": "",
        "uid": 0,
        "sort": "",
        "promised": contact.promised,
        "words": contact.words,
        **_whose(contact.address),
    }
    connection.execute(insert(schema.contact).values(**values))


def _row(account: str, source: str, address: str, mail: Seen, at: datetime) -> dict[str, object]:
    common = {"folder": "", "kind": "mail", "note": "", "answered": True}
    return {"account": account, "source": source, **common, **columns(address, mail, at)}


def columns(address: str, mail: Seen, at: datetime) -> dict[str, object]:
    """What a mail says of the row of a contact, whoever saw it."""
    return {
        "address": address,
        "at": at,
        "direction": mail.direction,
        "message_id": mail.message_id,
        "thread": list(mail.thread),
        "subject": mail.subject,
        "thanks": mail.thanks,
        "fingerprint": mail.fingerprint,
        "uid": mail.uid,
        "sort": mail.sort,
        "promised": mail.promised,
        "words": mail.words,
        **_whose(address),
    }


def _whose(address: str) -> dict[str, str]:
    return {"person": person(address), "company": company(address)}


def _party(party: Party | str) -> Party:
    return Party.of(party) if isinstance(party, str) else party
