"""One recruiter's history, out of all that is known: every mail once, and nothing that was not sent.

Promises (DESIGN.md, 6): where tactful knows a message, its own record decides. A copy of a kept one that the mailbox
shows is none; what is on its way or may have been sent counts; a mail in several folders counts once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, or_, select

from checks.model import Contact, History
from proxy.store import schema

RESERVED_FOR = timedelta(minutes=30)
"""A reservation that was neither confirmed nor cancelled by then is of a run that was killed; Sent decides."""


def read(connection: Connection, address: str, now: datetime) -> History:
    """All contacts with one address (normalised), the oldest first. Within the caller's transaction."""
    table = schema.contact.c
    query = select(schema.contact, _is_kept().label("kept")).where(table.address == address)
    rows = [row for row in connection.execute(query.order_by(table.at, table.id)) if not _left_over(row, now)]
    own = {_mark(row) for row in rows if row.source == "proxy"}
    contacts: list[Contact] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        mark = _mark(row)
        copy = row.source == "mailbox" and row.direction == "out" and (row.kept or (mark and mark in own))
        if copy or (mark and (mark, row.direction) in seen):
            continue
        seen.add((mark, row.direction))
        contacts.append(_contact(row))
    for row in connection.execute(_leaving(address)):
        if not _mark(row) or (_mark(row), "out") not in seen:
            contacts.append(_departure(row, address))
    oldest = schema.mailbox.c.synced
    synced = connection.execute(select(oldest).order_by(oldest.is_not(None), oldest)).scalars().first()
    return History(address, tuple(sorted(contacts, key=lambda contact: contact.when)), synced)


def _left_over(row: Row[tuple[Any, ...]], now: datetime) -> bool:
    return row.reservation is not None and row.at <= now - RESERVED_FOR


def _mark(row: Row[tuple[Any, ...]]) -> str:
    """By what a mail is known again: its Message-ID, or where it has none its fingerprint; "" where it isn't."""
    mark: str = row.message_id or row.fingerprint
    return mark


def _is_kept() -> ColumnElement[bool]:
    """Whether a message with the contact's Message-ID, or without one and with its fingerprint, is or was kept."""
    mail, held = schema.contact.c, schema.held.c
    by_id = and_(mail.message_id != "", held.message_id == mail.message_id)
    by_print = and_(
        mail.message_id == "", held.message_id == "", mail.fingerprint != "", held.fingerprint == mail.fingerprint
    )
    # Two questions, each with its own index; one with "or" in it reads all of `held` for each contact.
    return or_(select(held.id).where(by_id).exists(), select(held.id).where(by_print).exists())


def _contact(row: Row[tuple[Any, ...]]) -> Contact:
    return Contact(
        when=row.at,
        kind=row.kind,
        direction=row.direction,
        address=row.address,
        message_id=row.message_id,
        thread=tuple(row.thread),
        subject=row.subject,
        note=row.note,
        answered=row.answered,
        thanks=row.thanks,
    )


def _leaving(address: str) -> Select[tuple[Any, ...]]:
    held, recipient = schema.held.c, schema.held_recipient.c
    columns = (held.dot_at, held.changed, held.message_id, held.fingerprint, held.thread, held.subject, held.thanks)
    going = held.state.in_(("releasing", "unknown"))
    joined = schema.held.join(schema.held_recipient, recipient.held == held.id)
    return select(*columns).select_from(joined).where(recipient.address == address, going, held.contact.is_(True))


def _departure(row: Row[tuple[Any, ...]], address: str) -> Contact:
    """What is being sent, or may have been."""
    when, thread = row.dot_at or row.changed, tuple(row.thread)
    about = {"message_id": row.message_id, "thread": thread, "subject": row.subject, "thanks": row.thanks}
    return Contact(when, "mail", "out", address, **about)
