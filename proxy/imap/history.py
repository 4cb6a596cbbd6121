"""Reads the past out of the mailbox into the store: what the user sent, and what recruiters answered.

Promises: reads only (EXAMINE, BODY.PEEK of header fields), so no flag changes; each chunk is recorded together with how
far it goes, so that a reading that was cut goes on where it ended; a folder whose UIDs were given anew is read again
from its start. Only headers are fetched, but for the mail that `listening` is for. Only the caller's store keeps any
of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy import events
from proxy.errors import FolderMissing, MailboxError
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.listening import Listen, beginnings, heard, lately, says_something
from proxy.imap.sightings import FIELDS, notice, sighting
from proxy.store.contacts import FolderState, Seen

T = TypeVar("T")

CHUNK = 500
"""Messages that are fetched and recorded at once."""

WINDOWS = (500, 20_000)
"""Messages whose UIDs are asked for at once: the first time, and then. imaplib takes no line above a million octets,
so that the UIDs of a large folder can't come in one."""

_HEADERS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]"


class Contacts(Protocol):
    """What is needed of the store; `proxy.store.contacts.Contacts` is one."""

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
        sent = (self.folders.sent,) if self.folders.sent is not None else ()
        return (*sent, self.folders.answers[0])


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
    chunk: int = CHUNK,
    listen: Listen | None = None,
) -> Summary:
    """Reads all that is new in all folders, then notes that the account is up to date.

    `is_recruiter` gets normalised addresses and is called in the connection's thread; `own`: the user's addresses,
    normalised; `executor`: where the store is called (None: in the loop itself). `progress(folder, done, total)` is
    called in the loop, before the first chunk and after each. `listen` reads the beginnings of answers.
    Raises MailboxError; what was recorded until then stays. A folder that went away meanwhile is left out.
    """
    reader = _Reader(connection, account, folders, contacts, is_recruiter, own, now, executor, chunk, listen)
    whole = Summary()
    for folder in _order(folders):
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
    reader = _Reader(connection, account, folders, contacts, is_recruiter, own, now, executor, CHUNK, listen)
    whole = Summary()
    for folder in _order(folders):
        state = await reader.call(partial(contacts.folder, account, folder))
        if state is None or not await connection.run(_unchanged(folder, state), again=True):
            whole += await _read_folder(reader, folder, None)
        else:
            whole += Summary(folders=1)
    await reader.call(lambda: contacts.mark_synced(account, now))
    return whole


def _order(folders: Folders) -> Iterator[str]:
    sent = [folders.sent] if folders.sent is not None else []
    yield from dict.fromkeys([*sent, *folders.also_sent, *folders.answers])


async def _read_folder(reader: _Reader, folder: str, progress: Callable[[str, int, int], None] | None) -> Summary:
    for _ in range(3):  # UIDVALIDITY may change between two chunks; that it does so three times is no mailbox
        try:
            return await _read_on(reader, folder, progress)
        except _AnewError:
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
    uidvalidity, uids, following = await reader.connection.run(_new_uids(folder, state), again=True)
    start = FolderState(uidvalidity, state.last_uid if state is not None else 0)
    found = Summary(folders=1)
    tell = progress or (lambda folder, done, total: None)
    tell(folder, 0, len(uids))
    for at in range(0, len(uids), reader.chunk):
        chunk = uids[at : at + reader.chunk]
        seen = await reader.connection.run(_chunk(reader, folder, uidvalidity, chunk), again=True)
        seen = await _listened(reader, folder, uidvalidity, seen)
        start = replace(start, last_uid=chunk[-1])
        await reader.call(partial(reader.contacts.record, reader.account, folder, start, seen))
        dates = [mail.when for mail in seen]
        found += Summary(messages=len(chunk), contacts=len(seen), since=min(dates, default=None))
        tell(folder, at + len(chunk), len(uids))
    # Numbers at the end may belong to mail that is gone; without this, every later look would ask for it again.
    end = replace(start, last_uid=max(start.last_uid, following - 1))
    if end != state and (end != start or not uids):
        await reader.call(lambda: reader.contacts.record(reader.account, folder, end, ()))
    return found


def _new_uids(folder: str, state: FolderState | None) -> Callable[[Client], tuple[int, list[int], int]]:
    """UIDVALIDITY, the UIDs after the last one read in their order, and the UID that comes next."""

    def job(client: Client) -> tuple[int, list[int], int]:
        uidvalidity, exists, following = _examine(client, folder)
        if state is not None and state.uidvalidity != uidvalidity:
            raise _AnewError
        last = state.last_uid if state is not None else 0
        if exists == 0 or following == last + 1:
            return uidvalidity, [], following
        return uidvalidity, _after(client, last, exists), following

    return job


def _after(client: Client, last: int, exists: int) -> list[int]:
    """UIDs above `last`, asked for by position from the end backwards: so the answer's length is known, and what
    another client expunges meanwhile makes the windows overlap and leaves no hole.

    Not by "UID n:*": that gives the last message even where its UID is below n (RFC 9051, section 6.4.8).
    """
    found: set[int] = set()
    end, window = exists, WINDOWS[0]
    while end > 0:
        start = max(1, end - window + 1)
        uids = client.search([f"{start}:*" if end == exists else f"{start}:{end}"])
        found.update(uid for uid in uids if uid > last)
        if start == 1 or any(uid <= last for uid in uids):
            break
        end, window = start - 1, WINDOWS[1]
    return sorted(found)


def _chunk(reader: _Reader, folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], list[Seen]]:
    own_is_sent = reader.folders.sent is None
    sent = folder == reader.folders.sent or folder in reader.folders.also_sent

    def job(client: Client) -> list[Seen]:
        if _examine(client, folder)[0] != uidvalidity:  # another job may have opened another folder meanwhile
            raise _AnewError
        found = []
        for uid, answer in sorted(client.fetch(uids, ["INTERNALDATE", _HEADERS]).items()):
            head = next((value for key, value in answer.items() if key.startswith(b"BODY[HEADER")), None)
            if not isinstance(head, bytes):
                continue  # expunged meanwhile, or news of flags that nobody asked for
            seen = sighting(
                head,
                uid,
                answer.get(b"INTERNALDATE"),
                sent=sent,
                own=reader.own,
                is_recruiter=reader.is_recruiter,
                now=reader.now,
                own_is_sent=own_is_sent,
            )
            if seen is None and not sent:
                arrived = answer.get(b"INTERNALDATE")
                seen = notice(head, uid, arrived, own=reader.own, is_recruiter=reader.is_recruiter, now=reader.now)
            if seen is not None:
                found.append(seen)
        return found

    return job


async def _listened(reader: _Reader, folder: str, uidvalidity: int, seen: Sequence[Seen]) -> list[Seen]:
    """With the days that answers name; what is no contact and names nothing is left out."""
    wanted = [mail.uid for mail in seen if lately(mail, reader.now)]
    texts: dict[int, bytes] = {}
    if reader.listen is not None and wanted:
        texts = await reader.connection.run(_beginnings(folder, uidvalidity, wanted), again=True)
        seen = [await heard(reader.listen, mail, texts[mail.uid]) if mail.uid in texts else mail for mail in seen]
    return [mail for mail in seen if says_something(mail)]


def _beginnings(folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], dict[int, bytes]]:
    def job(client: Client) -> dict[int, bytes]:
        if _examine(client, folder)[0] != uidvalidity:
            raise _AnewError
        return beginnings(client, uids)

    return job


def _unchanged(folder: str, state: FolderState) -> Callable[[Client], bool]:
    def job(client: Client) -> bool:
        try:
            status = client.folder_status(folder, ["UIDNEXT", "UIDVALIDITY"])
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            return False
        return (status.get(b"UIDVALIDITY"), status.get(b"UIDNEXT")) == (state.uidvalidity, state.last_uid + 1)

    return job


def _examine(client: Client, folder: str) -> tuple[int, int, int]:
    """UIDVALIDITY (0 where the server has none), how many messages, and UIDNEXT (0 where it doesn't say)."""
    try:
        opened = client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        raise FolderMissing(
            f'The folder "{folder}" of your mailbox can\'t be opened.',
            "If it was renamed, run `tactful sync`; if it is there in your mail program, try again later.",
        ) from error
    return int(opened.get(b"UIDVALIDITY", 0)), int(opened[b"EXISTS"]), int(opened.get(b"UIDNEXT", 0))


class _AnewError(MailboxError):
    """The folder's UIDs mean other messages than before."""

    def __init__(self) -> None:
        super().__init__("The folder was made anew.")


async def _done(value: T) -> T:
    return value
