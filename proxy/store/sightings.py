"""What the mailboxes show: contacts, and how far each folder was read for them.

Promises: what was read and how far is written in one transaction; a mail that is read again is not counted again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, literal_column, select, true, update

from proxy.people import person
from proxy.store import forgetting, interviews, schema
from proxy.store.contacts import Seen, columns
from proxy.store.engine import Database


@dataclass(frozen=True, slots=True)
class FolderState:
    """How far a folder was read: its UIDVALIDITY and the highest UID seen (RFC 9051, section 2.3.1.1)."""

    uidvalidity: int
    last_uid: int


class Sightings:
    """What the mailboxes of all accounts show."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folder(self, account: str, folder: str) -> FolderState | None:
        """How far this folder was read; None where it never was."""
        with self._database.read() as connection:
            return _state(connection, account, folder)

    def folders(self, account: str) -> list[str]:
        """The folders that were read, in alphabetical order."""
        table = schema.folder.c
        with self._database.read() as connection:
            query = select(table.name).where(table.account == account).order_by(table.name)
            return list(connection.execute(query).scalars())

    def places(self, address: str, account: str, message_id: str) -> list[tuple[str, int]]:
        """Folder and UID of each mail of this Message-ID between the user and an address that the mailbox showed."""
        table = schema.contact.c
        there = and_(table.address == address, table.account == account, table.message_id == message_id)
        query = select(table.folder, table.uid).where(there, table.source == "mailbox").distinct()
        with self._database.read() as connection:
            return [(row.folder, row.uid) for row in connection.execute(query)]

    def record(self, account: str, folder: str, state: FolderState, seen: Sequence[Seen]) -> None:
        """Adds what was read and how far, in one transaction; what is there already is not added again."""
        table = schema.contact.c
        where = {"account": account, "folder": folder}
        with self._database.write() as connection:
            memory = forgetting.memory(connection)
            rows = [
                columns(address, mail, mail.when) | where
                for mail in seen
                for address in dict.fromkeys(mail.addresses)
                if not memory.lacks(address, mail.when)
            ]
            former = _state(connection, account, folder)
            # Above the last UID that was read there is nothing: most readings need not look for it.
            uids = [mail.uid for mail in seen if former is not None and mail.uid <= former.last_uid]
            for start in range(0, len(uids), 500):
                again = table.uid.in_(uids[start : start + 500])
                connection.execute(
                    delete(schema.contact).where(
                        table.account == account, table.folder == folder, table.source == "mailbox", again
                    )
                )
            if rows:
                connection.execute(_SEEN, rows)
            telling = [mail for mail in seen if mail.appointments and not _was_not_sent(connection, mail)]
            interviews.record(connection, account, [each for mail in telling for each in mail.appointments], memory)
            _forget_state(connection, account, folder)
            values = {"uidvalidity": state.uidvalidity, "last_uid": state.last_uid}
            connection.execute(insert(schema.folder).values(account=account, name=folder, **values))

    def restart(self, account: str, folder: str) -> None:
        """Forgets what was read of a folder: its UIDs mean other messages now."""
        table = schema.contact.c
        with self._database.write() as connection:
            mine = and_(table.account == account, table.folder == folder, table.source == "mailbox")
            connection.execute(delete(schema.contact).where(mine))
            _forget_state(connection, account, folder)

    def mark_synced(self, account: str, now: datetime) -> None:
        """The account's mailbox was read to its end."""
        self._mark(account, synced=now, fault="")

    def mark_fault(self, account: str, fault: str) -> None:
        """The account's mailbox couldn't be read; what is known stays, and ages."""
        self._mark(account, fault=fault)

    def synced(self, account: str) -> datetime | None:
        """When the account's mailbox was last read to its end."""
        with self._database.read() as connection:
            query = select(schema.mailbox.c.synced).where(schema.mailbox.c.account == account)
            return connection.execute(query).scalar()

    def fault(self, account: str) -> str:
        """Why the last reading failed, "" where it didn't."""
        with self._database.read() as connection:
            query = select(schema.mailbox.c.fault).where(schema.mailbox.c.account == account)
            return connection.execute(query).scalar() or ""

    def _mark(self, account: str, **values: object) -> None:
        with self._database.write() as connection:
            query = update(schema.mailbox).where(schema.mailbox.c.account == account).values(**values)
            if connection.execute(query).rowcount == 0:
                defaults: dict[str, object] = {"account": account, "synced": None, "fault": ""}
                connection.execute(insert(schema.mailbox).values(**(defaults | values)))


def _was_not_sent(connection: Connection, mail: Seen) -> bool:
    """Whether it is a copy that a client filed of a message that is kept. What is sent after all is filed and read anew
    where held mail has its folder; elsewhere the answer to it tells."""
    if mail.direction == "in" or not mail.message_id:
        return False
    table, people = schema.contact.c, [person(address) for address in mail.addresses]
    same = select(schema.held.c.state).where(schema.held.c.message_id == mail.message_id)
    states = set(connection.execute(same).scalars())
    own = and_(table.person.in_(people), table.message_id == mail.message_id, table.source == "proxy")
    gone = connection.execute(select(table.id).where(own).limit(1)).first() is not None
    return bool(states) and not gone and states.isdisjoint(("releasing", "unknown", "released"))


def _forget_state(connection: Connection, account: str, folder: str) -> None:
    table = schema.folder.c
    connection.execute(delete(schema.folder).where(table.account == account, table.name == folder))


def _state(connection: Connection, account: str, folder: str) -> FolderState | None:
    table = schema.folder.c
    query = select(table.uidvalidity, table.last_uid).where(table.account == account, table.name == folder)
    row = connection.execute(query).first()
    return None if row is None else FolderState(row.uidvalidity, row.last_uid)


# What all rows have in common stands in the statement: there are many, and each value of each is converted.
_SEEN = insert(schema.contact).values(
    source=literal_column("'mailbox'"),
    kind=literal_column("'mail'"),
    note=literal_column("''"),
    answered=true(),
)
