"""Reads the past out of the mailbox into the store: what the user sent, and what recruiters answered.

Promises: reads only (EXAMINE, BODY.PEEK of header fields), so no flag changes; each chunk is recorded together with how
far it goes, so that a reading that was cut goes on where it ended; a folder whose UIDs were given anew is read again
from its start. Only headers are fetched, but for the mail that `listening` is for. Only the caller's store keeps any
of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from proxy import events
from proxy.errors import FolderMissing, MailboxError
from proxy.imap import fetch
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.listening import Listen, listened
from proxy.imap.sightings import FIELDS, notice, sighting
from proxy.imap.uids import AnewError, new_uids, opened, states_of, uids_with, unchanged
from proxy.imap.usual import Usual
from proxy.mime.headers import values
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState

T = TypeVar("T")

CHUNK = 2000
"""Messages that are fetched and recorded at once."""

GMAIL = "X-GM-EXT-1"
"""The capability by which Gmail says what is a draft and what was sent, wherever it lies."""

SENT, DRAFT = b"\\sent", frozenset({b"\\draft"})


class Contacts(Protocol):
    """What is needed of the store; `proxy.store.sightings.Sightings` is one."""

    def folder(self, account: str, folder: str) -> FolderState | None: ...
    def record(self, account: str, folder: str, state: FolderState, seen: Sequence[Seen]) -> None: ...
    def restart(self, account: str, folder: str) -> None: ...
    def mark_synced(self, account: str, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading did. `folders`: that were looked at; `messages`: newly read; `contacts`: found in them; `since`:
    the oldest of these, None where there is none."""

    folders: int = 0
    messages: int = 0
    contacts: int = 0
    since: datetime | None = None

    def __add__(self, other: Summary) -> Summary:
        dates = [date for date in (self.since, other.since) if date is not None]
        return Summary(
            self.folders + other.folders,
            self.messages + other.messages,
            self.contacts + other.contacts,
            min(dates, default=None),
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    connection: Connection
    account: str
    folders: Folders
    contacts: Contacts
    is_recruiter: Callable[[str], bool]
    own: frozenset[str]
    usual: Usual
    now: datetime
    executor: Executor | None
    chunk: int
    listen: Listen | None

    def call(self, act: Callable[[], T]) -> Awaitable[T]:
        """Calls the store."""
        if self.executor is not None:
            return asyncio.get_running_loop().run_in_executor(self.executor, act)
        return _done(act())

    @property
    def needed(self) -> tuple[str, ...]:
        """Folders without which the history says little: where one can't be opened, the reading has failed."""
        return tuple(dict.fromkeys([*self.sent[:1], self.folders.answers[0]]))

    @property
    def sent(self) -> tuple[str, ...]:
        """Folders of sent mail that are read: none where one folder has all mail, known by its From."""
        if self.folders.whole or self.folders.sent is None:
            return ()
        return (self.folders.sent, *self.folders.also_sent)

    @property
    def order(self) -> tuple[str, ...]:
        """The folders that are read, in their order."""
        return tuple(dict.fromkeys([*self.sent, *self.folders.answers]))


async def read(
    connection: Connection,
    account: str,
    folders: Folders,
    contacts: Contacts,
    *,
    is_recruiter: Callable[[str], bool],
    own: frozenset[str],
    now: datetime,
    progress: Callable[[str, int, int], None] | None = None,
    executor: Executor | None = None,
    chunk: int | None = None,
    listen: Listen | None = None,
) -> Summary:
    """Reads all that is new in all folders, then notes that the account is up to date.

    `is_recruiter` gets normalised addresses and is called in the connection's thread; `own`: the user's addresses,
    normalised; `executor`: where the store is called (None: in the loop itself). `progress(folder, done, total)` is
    called in the loop, before the first chunk and after each. `chunk`: default CHUNK. `listen` reads the beginnings of
    answers.
    Raises MailboxError; what was recorded until then stays. A folder that went away meanwhile is left out.
    """
    usual = Usual(own, is_recruiter)
    size = CHUNK if chunk is None else chunk
    reader = _Reader(connection, account, folders, contacts, is_recruiter, own, usual, now, executor, size, listen)
    whole = Summary()
    for folder in reader.order:
        whole += await _read_folder(reader, folder, progress)
    await reader.call(lambda: contacts.mark_synced(account, now))
    events.history_read(account, whole.folders, whole.messages, whole.contacts)
    return whole


async def look(
    connection: Connection,
    account: str,
    folders: Folders,
    contacts: Contacts,
    *,
    is_recruiter: Callable[[str], bool],
    own: frozenset[str],
    now: datetime,
    executor: Executor | None = None,
    listen: Listen | None = None,
) -> Summary:
    """Like `read`, but opens only folders in which something is new (STATUS): one question a folder, Sent and INBOX
    first. For the moment before a message is judged.

    The caller sets the limit; when it stops waiting, the connection is cut, and opened anew by its next job.
    """
    usual = Usual(own, is_recruiter)
    reader = _Reader(connection, account, folders, contacts, is_recruiter, own, usual, now, executor, CHUNK, listen)
    states = await reader.call(lambda: [contacts.folder(account, folder) for folder in reader.order])
    now_there = await connection.run(states_of(reader.order), again=True)
    whole = Summary()
    for folder, state, there in zip(reader.order, states, now_there, strict=True):
        whole += (
            Summary(folders=1) if state is not None and state == there else await _read_folder(reader, folder, None)
        )
    await reader.call(lambda: contacts.mark_synced(account, now))
    return whole


async def catch_up(
    connection: Connection,
    account: str,
    folders: Folders,
    contacts: Contacts,
    *,
    entries: Sequence[str],
    is_recruiter: Callable[[str], bool],
    own: frozenset[str],
    now: datetime,
    executor: Executor | None = None,
    listen: Listen | None = None,
) -> Summary:
    """Looks for mail of recruiters who were none when the folders were read, and to them, whose text was not read
    either; as far as the folders were read. Goes before `read`.

    `entries`: addresses and domains by which they are recruiters now. The server's search only proposes; what it finds
    is read and decided here. Raises MailboxError.
    """
    usual = Usual(own, is_recruiter)
    reader = _Reader(connection, account, folders, contacts, is_recruiter, own, usual, now, executor, CHUNK, listen)
    whole = Summary()
    for folder in reader.order:
        state = await reader.call(partial(contacts.folder, account, folder))
        if state is None:
            continue
        try:
            mine = folder in reader.sent or not reader.sent
            uids = await connection.run(uids_with(folder, state, entries, sent=mine), again=True)
            for at in range(0, len(uids), reader.chunk):
                chunk = uids[at : at + reader.chunk]
                seen = await _seen(reader, folder, state.uidvalidity, chunk)
                await reader.call(partial(contacts.record, account, folder, state, seen))
                whole += Summary(messages=len(chunk), contacts=len(seen))
        except (AnewError, FolderMissing):
            continue  # the reading that follows reads it from its start, or says that it is gone
    return whole


async def _read_folder(reader: _Reader, folder: str, progress: Callable[[str, int, int], None] | None) -> Summary:
    for _ in range(3):  # UIDVALIDITY may change between two chunks; that it does so three times is no mailbox
        try:
            return await _read_on(reader, folder, progress)
        except AnewError:
            await reader.call(lambda: reader.contacts.restart(reader.account, folder))
            events.folder_anew(reader.account, folder)
        except FolderMissing:
            if folder in reader.needed:
                raise
            events.folder_skipped(reader.account, folder)
            return Summary()
    raise MailboxError(
        f'The mail server gives the folder "{folder}" new numbers all the time, so it can\'t be read.',
        "This is a fault of the server; tell your provider.",
    )


async def _read_on(reader: _Reader, folder: str, progress: Callable[[str, int, int], None] | None) -> Summary:
    state = await reader.call(lambda: reader.contacts.folder(reader.account, folder))
    uidvalidity, uids, following = await reader.connection.run(new_uids(folder, state), again=True)
    start = FolderState(uidvalidity, state.last_uid if state is not None else 0)
    found = Summary(folders=1)
    tell = progress or (lambda folder, done, total: None)
    tell(folder, 0, len(uids))
    recorded = asyncio.ensure_future(_done(None))
    try:
        for at in range(0, len(uids), reader.chunk):
            chunk = uids[at : at + reader.chunk]
            seen = await _seen(reader, folder, uidvalidity, chunk)
            await recorded  # it was, while these were fetched
            start = replace(start, last_uid=chunk[-1])
            recorded = asyncio.ensure_future(
                reader.call(partial(reader.contacts.record, reader.account, folder, start, seen))
            )
            dates = [mail.when for mail in seen]
            found += Summary(messages=len(chunk), contacts=len(seen), since=min(dates, default=None))
            tell(folder, at + len(chunk), len(uids))
    finally:
        await recorded
    if len(uids) > reader.chunk:
        await reader.connection.run(unchanged(folder, uidvalidity), again=True)
    # Numbers at the end may belong to mail that is gone; without this, every later look would ask for it again.
    end = replace(start, last_uid=max(start.last_uid, following - 1))
    if end != state and (end != start or not uids):
        await reader.call(lambda: reader.contacts.record(reader.account, folder, end, ()))
    return found


async def _seen(reader: _Reader, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[Seen]:
    seen = await reader.connection.run(_chunk(reader, folder, uidvalidity, uids), again=True)
    return await listened(
        reader.connection,
        folder,
        uidvalidity,
        seen,
        listen=reader.listen,
        now=reader.now,
        is_recruiter=reader.is_recruiter,
        own=reader.own,
    )


def _chunk(reader: _Reader, folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], list[Seen]]:
    own_is_sent = not reader.sent  # then drafts lie among the rest, and only their flag tells them from sent mail
    sent = folder in reader.sent

    def job(client: Client) -> list[Seen]:
        opened(client, folder, uidvalidity)  # another job may have opened another folder meanwhile
        found = {}
        labels = own_is_sent and client.has_capability(GMAIL)
        but = None if sent else reader.usual.strangers
        for head in fetch.heads(client, uids, FIELDS, flags=own_is_sent, labels=labels, but=but):
            raw, outgoing = values(head.fields), sent or SENT in head.labels
            seen = reader.usual.sent(raw, head.uid, head.arrived, reader.now) if outgoing else None
            seen = seen or sighting(
                raw,
                head.uid,
                head.arrived,
                sent=outgoing,
                own=reader.own,
                is_recruiter=reader.is_recruiter,
                now=reader.now,
                own_is_sent=own_is_sent,
            )
            if seen is None and not outgoing:
                seen = notice(
                    raw, head.uid, head.arrived, own=reader.own, is_recruiter=reader.is_recruiter, now=reader.now
                )
            if seen is not None and not DRAFT & (head.flags | head.labels):
                found[head.uid] = seen
        return [found[uid] for uid in sorted(found)]

    return job


async def _done(value: T) -> T:
    return value
