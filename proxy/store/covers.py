"""The covers that lie in the mailbox: each tells of one kept message in one state, and is known by a token.

Promises: a cover is written down before it is put into the mailbox, so that one that a death left there is known; of a
token only digests are here; what a cover's place says counts as an answer by mail does (proxy.store.answers): once, and
only while the message is as the cover tells.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Row, Select, and_, delete, exists, func, insert, not_, or_, select, update

from proxy.model import FINAL, WAITING, Command, Held, State
from proxy.store import schema
from proxy.store.answers import OCTETS, digest_of
from proxy.store.engine import Database
from proxy.store.held_rows import held_of

Mark = Literal["put", "missed", "over", "said"]


@dataclass(frozen=True, slots=True)
class Cover:
    """One of them. `folder`: where it was put, by its full name. `put`: since when it is known to lie there; `missed`:
    since when it doesn't, though nobody here took it away; `over`: it was taken away. `stale`: it is to be taken away:
    what it tells of is no longer so, or was answered."""

    id: int
    held: str
    folder: str
    put: datetime | None
    missed: datetime | None
    over: datetime | None
    stale: bool


@dataclass(frozen=True, slots=True)
class Lie:
    """A message of which Sent may show a copy that its client filed, though it wasn't sent. `sent`: when it was, since
    then."""

    message: Held
    sent: datetime | None


class Covers:
    """The covers of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mint(self, message: Held, commands: Sequence[Command], folder: str, now: datetime) -> tuple[int, str, str]:
        """A new cover for a message as it is now: its ID, its token, and the Message-ID that it is to bear.

        `commands`: those that its places may say; the token is good for each of them once.
        """
        token = base64.b32encode(secrets.token_bytes(OCTETS)).decode().rstrip("=")
        digest = _digest(token)
        message_id = name_of(token)
        tells: dict[str, object] = {"held": message.id, "state": message.state}
        tells["since"] = message.changed or message.received
        words = [
            {**tells, "digest": digest_of(command, token), "command": command, "letter": message_id, "made": now}
            for command in commands
        ]
        row = {**tells, "account": message.account, "digest": digest, "folder": folder, "made": now}
        with self._database.write() as connection:
            connection.execute(insert(schema.token), words)
            id_ = connection.execute(insert(schema.cover).values(**row)).inserted_primary_key
            assert id_ is not None
            return int(id_[0]), token, message_id

    def known(self, found: Iterable[tuple[str, str]], fresh: datetime) -> Mapping[tuple[str, str], Cover]:
        """The covers among these (ID of the message, token), those that were taken away included; `fresh`: `lying`."""
        pairs = {(_digest(token), held): (held, token) for held, token in found}  # one token may stand in forged ones
        query = _covers(fresh).where(schema.cover.c.digest.in_({digest for digest, _ in pairs}))
        with self._database.read() as connection:
            rows = list(connection.execute(query)) if pairs else []
        return {pairs[row.digest, row.held]: _cover(row) for row in rows if (row.digest, row.held) in pairs}

    def lying(self, account: str, fresh: datetime) -> list[Cover]:
        """Those that are in the mailbox, or may be. One made before `fresh` is stale: its token will be forgotten."""
        table = schema.cover.c
        query = _covers(fresh).where(table.account == account, table.over.is_(None)).order_by(table.id)
        with self._database.read() as connection:
            return [_cover(row) for row in connection.execute(query)]

    def any_lying(self, account: str, fresh: datetime, *, stale: bool = False) -> bool:
        """Whether there are such, or (`stale`) such that are to be taken away."""
        table = schema.cover.c
        query = _covers(fresh).where(table.account == account, table.over.is_(None))
        if stale:
            query = query.where(_stale(fresh))
        with self._database.read() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def lacking(self, account: str, fresh: datetime, limit: int) -> list[Held]:
        """Messages that wait without a cover in the mailbox that tells how they are, the oldest first."""
        held, cover = schema.held.c, schema.cover.c
        lies = exists().where(cover.held == held.id, cover.over.is_(None), cover.put.is_not(None), _tells(fresh))
        wait = and_(held.account == account, held.state.in_(WAITING), not_(_busy()), not_(lies))
        with self._database.read() as connection:
            rows = connection.execute(select(schema.held).where(wait).order_by(held.received).limit(limit))
            return [held_of(row) for row in rows]

    def stamp(self) -> tuple[object, ...]:
        """Another one whenever a kept message came or changed, or an answer was carried out. Two indices tell it."""
        changed, settled = func.max(schema.held.c.changed), func.max(schema.answer.c.settled)
        with self._database.read() as connection:
            return (connection.execute(select(changed)).scalar(), connection.execute(select(settled)).scalar())

    def any_deceived(self, account: str, since: datetime) -> bool:
        """Whether there are such as `deceived` gives."""
        with self._database.read() as connection:
            return connection.execute(_deceived(account, since, "").limit(1)).first() is not None

    def deceived(
        self, account: str, since: datetime, also: str, message_ids: Collection[str], fingerprints: Collection[str]
    ) -> list[Lie]:
        """Messages of which the client was told that they were sent, though they weren't: those that are held, those
        that were until `since` or later, and the one with the ID `also`. Of these such with one of these marks."""
        held = schema.held.c
        marked = or_(held.message_id.in_(set(message_ids) - {""}), held.fingerprint.in_(set(fingerprints)))
        with self._database.read() as connection:
            rows = connection.execute(_deceived(account, since, also).where(marked))
            return [Lie(held_of(row), row.sent) for row in rows]

    def mark(self, covers: Iterable[int], mark: Mark, at: datetime | None) -> None:
        """Notes of covers (by ID) what became of them; None: that it is not so."""
        ids = list(covers)
        if ids:
            change = update(schema.cover).where(schema.cover.c.id.in_(ids)).values(**{mark: at})
            with self._database.write() as connection:
                connection.execute(change)

    def forget(self, before: datetime) -> None:
        """Drops those of messages that have been final since then."""
        held = schema.held.c
        over = select(held.id).where(held.state.in_(FINAL), held.changed < before)
        with self._database.write() as connection:
            connection.execute(delete(schema.cover).where(schema.cover.c.held.in_(over)))


def name_of(token: str) -> str:
    """The Message-ID of the cover with this token."""
    return f"<cover.{_digest(token)[:24]}@tactful.invalid>"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _tells(fresh: datetime) -> ColumnElement[bool]:
    """Whether the cover tells how the message is, and may still be answered."""
    held, cover = schema.held.c, schema.cover.c
    return and_(cover.state == held.state, cover.since == held.changed, cover.said.is_(None), cover.made >= fresh)


def _busy() -> ColumnElement[bool]:
    """Whether the message is being sent, or has an answer that is not carried out yet: wait how that ends."""
    held, token, answer = schema.held.c, schema.token.c, schema.answer.c
    both = and_(answer.token == token.digest, answer.settled.is_(None), token.held == held.id)
    return or_(held.state == "releasing", exists().where(both))


def _deceived(account: str, since: datetime, also: str) -> Select[tuple[object, ...]]:
    held, cover, copy = schema.held.c, schema.cover.c, schema.sent_copy.c
    was: tuple[State, ...] = ("held", "snoozed")  # what may have been sent has no cover that says that it wasn't
    lies = exists().where(cover.held == held.id, cover.put.is_not(None), cover.state.in_(was))
    unsure = exists().where(cover.held == held.id, cover.state == "unknown")  # also where it is held again since
    ended = and_(held.state.in_(FINAL), or_(held.changed >= since, held.id == also), held.erased.is_(False))
    both = schema.held.outerjoin(schema.sent_copy, copy.held == held.id)
    query = select(schema.held, copy.sent).select_from(both)
    return query.where(held.account == account, or_(held.state.in_(was), ended), lies, ~unsure)


def _stale(fresh: datetime) -> ColumnElement[bool]:
    return and_(not_(_busy()), not_(and_(_tells(fresh), schema.held.c.state.in_(WAITING))))


def _covers(fresh: datetime) -> Select[tuple[object, ...]]:
    cover = schema.cover.c
    named = (cover.id, cover.held, cover.digest, cover.folder, cover.put, cover.missed, cover.over)
    both = schema.cover.join(schema.held, cover.held == schema.held.c.id)
    return select(*named, _stale(fresh).label("stale")).select_from(both)


def _cover(row: Row[tuple[object, ...]]) -> Cover:
    return Cover(row.id, row.held, row.folder, row.put, row.missed, row.over, bool(row.stale))
