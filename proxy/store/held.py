"""Kept messages: their rows, their bytes, and every change of state, each a compare-and-set in one transaction.

Promises: when `keep` returns, row and bytes are on disk; of several who want to act on one message, one wins and the
others are told (False); only an expired lease is recovered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, or_, select, update

from proxy.addresses import normalise
from proxy.errors import NotFound
from proxy.model import FINAL, WAITING, Content, Held, State
from proxy.store import findings as findings_json
from proxy.store import letters, schema
from proxy.store.content import StoredContent, store_content
from proxy.store.engine import Database
from proxy.store.held_rows import Keeping, columns, held_of, new_id
from proxy.transit.spool import Spool

REPEAT_WITHIN = timedelta(minutes=30)
"""The same message sent again while it waits gets the first one's ID for this long."""

CHUNK = 1 << 20


class HeldMessages:
    """The kept messages of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self,
        message: Keeping,
        content: Content,
        now: datetime,
        within: Callable[[Connection, str], None] = lambda connection, id_: None,
    ) -> str:
        """Writes row and bytes in one transaction, with what `within` adds to it, and returns the ID."""
        row = columns(message, content, now)
        with self._database.write() as connection:
            id_ = new_id(connection)
            connection.execute(insert(schema.held).values(**row, id=id_))
            for address in {normalise(each.address) for each in message.envelope.recipients}:
                connection.execute(insert(schema.held_recipient).values(held=id_, address=address))
            store_content(connection, id_, content)
            within(connection, id_)
        return id_

    def waiting_twin(self, digest: str, now: datetime) -> Held | None:
        """The same message (by `message_digest`) that came within the last half hour and still waits, or goes now."""
        table = schema.held.c
        alike = and_(
            table.digest == digest, table.state.in_((*WAITING, "releasing")), table.received > now - REPEAT_WITHIN
        )
        with self._database.read() as connection:
            row = connection.execute(select(schema.held).where(alike).order_by(table.received).limit(1)).first()
        return None if row is None else held_of(row)

    def refused(self, textprint: str) -> Held | None:
        """The last message of this text (proxy.mime.textprint) that was refused to its client."""
        if not textprint:
            return None
        table = schema.held.c
        alike = select(schema.held).where(table.textprint == textprint).order_by(table.received.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(alike).first()
        return None if row is None else held_of(row)

    def find(self, prefix: str) -> Held:
        """The message whose ID starts so; NotFound where none does, or several do."""
        wanted = prefix.strip().lower()
        usable = 0 < len(wanted) <= 8 and wanted.isascii() and wanted.isalnum()
        rows: list[Row[tuple[object, ...]]] = []
        if usable:
            with self._database.read() as connection:
                query = select(schema.held).where(schema.held.c.id.startswith(wanted, autoescape=True)).limit(2)
                rows = list(connection.execute(query))
        if len(rows) == 1:
            return held_of(rows[0])
        if rows:
            raise NotFound(f"Several messages have an ID that starts with {wanted}.", "Write more of the ID.")
        shown = wanted if usable else "that"
        raise NotFound(f"No message has the ID {shown}.", "`tactful held --all` lists them.")

    def messages(self, states: Collection[State] = WAITING, account: str | None = None) -> list[Held]:
        """Messages in these states, the newest first."""
        query = select(schema.held).where(schema.held.c.state.in_(tuple(states)))
        if account is not None:
            query = query.where(schema.held.c.account == account)
        with self._database.read() as connection:
            return [held_of(row) for row in connection.execute(query.order_by(schema.held.c.received.desc()))]

    def waiting_count(self) -> int:
        """How many wait for a person's word."""
        query = select(func.count()).select_from(schema.held).where(schema.held.c.state.in_(WAITING))
        with self._database.read() as connection:
            return connection.execute(query).scalar_one()

    def due(self, now: datetime) -> list[Held]:
        """Snoozed messages whose time has come, the earliest first."""
        table = schema.held.c
        query = select(schema.held).where(table.state == "snoozed", table.due <= now).order_by(table.due)
        with self._database.read() as connection:
            return [held_of(row) for row in connection.execute(query)]

    def content(self, id_: str) -> StoredContent:
        """The message's exact bytes; NotFound where they were erased after `keep`."""
        with self._database.read() as connection:
            query = select(schema.held.c.size, schema.held.c.erased).where(schema.held.c.id == id_)
            row = connection.execute(query).first()
        if row is None:
            raise NotFound(f"No message has the ID {id_}.", "`tactful held --all` lists them.")
        if row.erased:
            raise NotFound(f"The text of {id_} was erased when its time to be kept was over.")
        return StoredContent(self._database, id_, row.size)

    def move(
        self,
        id_: str,
        expected: Collection[State],
        to: State,
        now: datetime,
        *,
        owner: str | None = None,
        outcome: str | None = None,
        due: datetime | None = None,
        since: datetime | None = None,
        within: Callable[[Connection], None] = lambda connection: None,
    ) -> bool:
        """Changes the state if it is one of `expected` and, where `owner` is given, that owner's; whether it did.

        A lease ends with the move, so one that somebody else still holds is in the way. `since`: only if it was last
        changed then. `within` joins the transaction of a move that is done.
        """
        values: dict[str, object] = {"state": to, "changed": now, "due": due, "owner": None, "lease": None}
        if outcome is not None:
            values["outcome"] = outcome
        if to == "held":
            values["dot_at"] = None
        conditions = [schema.held.c.id == id_, schema.held.c.state.in_(tuple(expected))]
        conditions.append(schema.held.c.owner == owner if owner is not None else _free(now))
        if since is not None:
            conditions.append(schema.held.c.changed == since)
        with self._database.write() as connection:
            done = connection.execute(update(schema.held).where(*conditions).values(**values)).rowcount == 1
            if done:
                within(connection)
        return done

    def claim(
        self,
        id_: str,
        expected: Collection[State],
        to: State,
        *,
        owner: str,
        now: datetime,
        lease: timedelta,
        due: datetime | None = None,
    ) -> bool:
        """Takes the message for `owner` until now + lease and puts it into `to`; whether it was free to be taken.

        `due`: only if that is when it goes.
        """
        values: dict[str, object] = {"state": to, "owner": owner, "lease": now + lease}
        if to == "releasing":
            values |= {"changed": now, "due": None, "dot_at": None, "outcome": ""}
        query = (
            update(schema.held)
            .where(schema.held.c.id == id_, schema.held.c.state.in_(tuple(expected)), _free(now))
            .values(**values)
        )
        if due is not None:
            query = query.where(schema.held.c.due == due)
        with self._database.write() as connection:
            return connection.execute(query).rowcount == 1

    def renew(self, id_: str, owner: str, until: datetime) -> bool:
        """Moves the end of the lease; False where it is no longer this owner's."""
        return self._own(id_, owner, lease=until)

    def mark_dot(self, id_: str, owner: str, now: datetime, until: datetime) -> bool:
        """Writes down that the final dot is about to leave; False where the message is no longer this owner's."""
        return self._own(id_, owner, dot_at=now, lease=until)

    def give_up(self, id_: str, owner: str) -> None:
        """Ends a lease that the move it was taken for did not end: the message is free again, in the state it is in.

        One that is `releasing` is not freed: `recover` decides what became of it.
        """
        table = schema.held.c
        mine = and_(table.id == id_, table.owner == owner, table.state != "releasing")
        with self._database.write() as connection:
            connection.execute(update(schema.held).where(mine).values(owner=None, lease=None))

    def _own(self, id_: str, owner: str, **values: object) -> bool:
        query = update(schema.held).where(schema.held.c.id == id_, schema.held.c.owner == owner).values(**values)
        with self._database.write() as connection:
            return connection.execute(query).rowcount == 1

    def recover(self, now: datetime, *, tell: bool = False) -> list[Held]:
        """Puts messages whose releaser is gone back: to held where the dot had not left, else to unknown.

        `tell`: with a letter for those that were snoozed: they went by themselves, and nobody looks.
        """
        table = schema.held.c
        gone = and_(table.state == "releasing", table.lease <= now)
        with self._database.read() as connection:  # asked all the time, and hardly ever so: no writer need wait
            if connection.execute(select(table.id).where(gone).limit(1)).first() is None:
                return []
        with self._database.write() as connection:
            found = [held_of(row) for row in connection.execute(select(schema.held).where(gone))]
            for message in found:
                state: State = "unknown" if message.dot_at else "held"
                outcome = (
                    "Sending was cut off; whether it was sent is not known."
                    if message.dot_at
                    else ("Sending was cut off before the message left; it was not sent.")
                )
                change = update(schema.held).where(table.id == message.id)
                connection.execute(change.values(state=state, changed=now, outcome=outcome, owner=None, lease=None))
                snoozed = select(schema.snooze.c.held).where(schema.snooze.c.held == message.id)
                if tell and connection.execute(snoozed).first() is not None:
                    letters.write_back(connection, message.account, message.id, now)
        return found

    def erase(self, before: datetime) -> int:
        """Erases the bytes of final messages that changed before then, and the words of them that findings show; their
        rows stay. Returns how many."""
        table = schema.held.c
        old = and_(table.state.in_(FINAL), table.changed < before, table.erased.is_(False))
        with self._database.write() as connection:
            rows = connection.execute(select(table.id, table.findings).where(old)).all()
            for row in rows:
                connection.execute(delete(schema.content).where(schema.content.c.held == row.id))
                findings = [each | findings_json.NO_WORDS for each in row.findings]
                connection.execute(update(schema.held).where(table.id == row.id).values(erased=True, findings=findings))
        return len(rows)


def copy_of(held: HeldMessages, id_: str) -> Spool:
    """The bytes in a Spool of their own, for whoever reads them outside the store's thread. Discard it."""
    spool = Spool()
    try:
        for chunk in held.content(id_).chunks():
            spool.write(chunk)
    except BaseException:
        spool.discard()
        raise
    return spool


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(schema.held.c.owner.is_(None), schema.held.c.lease <= now)
