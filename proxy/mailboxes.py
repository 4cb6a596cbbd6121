"""The users' mailboxes while tactful runs: one connection each, and what is done over it.

Promises: of several who want a mailbox read at once, all wait for one reading; what is put into a folder is looked for
there first, by its Message-ID, so that nothing stands twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from proxy import events
from proxy.configuration.account import Mailbox
from proxy.ending import end
from proxy.errors import CredentialError, MailboxError, StoreError, TactfulError
from proxy.imap import answered, append, folders, history, to_self
from proxy.imap.append import DRAFT, SEEN
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.listening import Listen
from proxy.imap.past import Filed, gather
from proxy.model import Content
from proxy.people import Party
from proxy.recruiters import match, newly_covered
from proxy.store import readings
from proxy.store.thread import StoreThread

LOOK = 8.0
"""Seconds for one look at the mailboxes before something is decided (DESIGN.md, Contract, [history] max_age)."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Box:
    """An account's mailbox: its settings, and the connection to it."""

    mailbox: Mailbox
    connection: Connection


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose mail is kept of a reading. `is_recruiter` gets normalised addresses, from another thread; `terms`: by which
    it decides (`proxy.recruiters`)."""

    is_recruiter: Callable[[str], bool]
    own: frozenset[str]
    terms: frozenset[str] = frozenset()


class _Telling:
    """A reading's progress, told to who asked for it, and to `status` where it takes more than one step."""

    def __init__(self, thread: StoreThread, account: str, asked: Progress | None) -> None:
        self._thread = thread
        self._account = account
        self._asked = asked
        self._told: asyncio.Task[None] | None = None

    def __call__(self, folder: str, done: int, total: int) -> None:
        if self._asked is not None:
            self._asked(folder, done, total)
        if total > history.CHUNK and (self._told is None or self._told.done()):
            progress = readings.Progress(folder, done, total)
            self._told = asyncio.create_task(self._thread(self._thread.store.readings.tell, self._account, progress))

    async def end(self) -> None:
        if self._told is not None:
            await asyncio.gather(self._told, return_exceptions=True)
            await self._thread(self._thread.store.readings.tell, self._account, None)


class Mailboxes:
    """The mailboxes by account (normalised address). An account without IMAP has none."""

    def __init__(
        self,
        boxes: Mapping[str, Box],
        thread: StoreThread,
        reading: Callable[[], Reading],
        clock: Callable[[], datetime],
        listen: Listen | None = None,
    ) -> None:
        self._listen = listen
        self._boxes = dict(boxes)
        self._thread = thread
        self._reading = reading
        self._clock = clock
        self._running: dict[str, asyncio.Task[history.Summary]] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        """The accounts that have a mailbox."""
        return tuple(self._boxes)

    async def sync(self, account: str, progress: Progress | None = None, *, anew: bool = False) -> history.Summary:
        """Reads what is new; joins a reading that is under way. Raises MailboxError, and notes it for `status`.

        `anew`: what came until now must be in it, so that a reading that began before is only waited for.
        """
        task = self._running.get(account)
        if anew and task is not None and not task.done():
            await asyncio.wait([task])
            task = self._running.get(account)
        if task is None or task.done():
            task = asyncio.create_task(self._sync(account, progress))
            self._running[account] = task
        return await asyncio.shield(task)

    async def freshen(
        self, now: datetime, *, poll: timedelta, max_age: timedelta, parties: Collection[Party] = ()
    ) -> str:
        """Looks at mailboxes that weren't read within `poll`, or not for all of these recruiters, for LOOK seconds at
        most. Raises StoreError.

        Gives an account whose reading is older than `max_age` after that, or still lacks them; "" where there is none.
        """
        addresses = {each for party in parties for each in (party.address, *party.keys)}

        async def lacks(account: str, age: timedelta) -> bool:
            missing = await self.missing(account)
            return await self._older(account, now, age) or any(match(missing, each) for each in addresses)

        old = [address for address in self._boxes if await lacks(address, poll)]
        if not old:
            return ""
        # A reading that is under way may have begun before a recruiter was added.
        looks = [asyncio.create_task(self.sync(each, anew=bool(await self.missing(each)))) for each in old]
        done, pending = await asyncio.wait(looks, timeout=LOOK)
        await end(pending)
        for look in done:
            error = look.exception()
            if isinstance(error, StoreError):
                raise error
            if error is not None and not isinstance(error, TactfulError):
                events.schedule_failed("look", type(error).__name__)  # its words may hold text of a message
        for address in old:
            if await lacks(address, max_age):
                return address
        return ""

    async def answered(self, account: str, message_id: str, addresses: Sequence[str]) -> bytes:
        """The beginning of the mail that is answered; b"" where there is none, or it can't be read. Raises StoreError.

        Looked for where the history shows it among the mail of `addresses` (normalised), then searched for in INBOX and
        the other folders of the history. Only over a connection that is open; the caller sets the limit.
        """
        box = self._boxes.get(account)
        if box is None or not box.connection.connected:
            return b""
        sightings, places = self._thread.store.sightings, []
        for address in addresses:
            places += await self._thread(sightings.places, address, account, message_id)
        known = await self._thread(sightings.folders, account)
        try:
            return await answered.beginning(box.connection, message_id, places, tuple(dict.fromkeys(["INBOX", *known])))
        except (MailboxError, CredentialError) as error:
            events.answered_not_read(account, error.what)
            return b""

    def is_reading(self, account: str) -> bool:
        """Whether the account's mailbox is being read."""
        task = self._running.get(account)
        return task is not None and not task.done()

    async def missing(self, account: str) -> tuple[str, ...]:
        """The entries of the list of recruiters for which the account's past was not read: they came later."""
        known = await self._thread(self._thread.store.readings.terms, account)
        return () if known is None else newly_covered(known, self._reading().terms)

    async def _older(self, account: str, now: datetime, age: timedelta) -> bool:
        synced = await self._thread(self._thread.store.sightings.synced, account)
        return synced is None or now - synced > age

    async def _sync(self, account: str, progress: Progress | None) -> history.Summary:
        box, sightings, reading = self._box(account), self._thread.store.sightings, self._reading()
        known, telling = self._thread.store.readings, _Telling(self._thread, account, progress)
        whose: dict[str, Any] = {
            "is_recruiter": reading.is_recruiter,
            "own": reading.own,
            "now": self._clock(),
            "executor": self._thread.executor,
            "listen": self._listen,
        }
        try:
            found = await self._folders(box)
            if missing := await self.missing(account):
                await history.catch_up(box.connection, account, found, sightings, entries=missing, **whose)
            # Said before it is read: what is read from now on is read for these.
            if await self._thread(known.terms, account) != reading.terms:
                await self._thread(known.read_for, account, reading.terms)
            never = await self._thread(sightings.synced, account) is None
            read = history.read if never or progress is not None else history.look
            if read is not history.look:
                whose["progress"] = telling
            return await read(box.connection, account, found, sightings, **whose)
        except (MailboxError, CredentialError) as error:
            await self._thread(sightings.mark_fault, account, str(error))
            raise
        finally:
            await telling.end()

    async def _folders(self, box: Box) -> Folders:
        return await box.connection.run(lambda client: folders.find(client, box.mailbox), again=True)

    async def past(
        self,
        account: str,
        *,
        is_recruiter: Callable[[str], bool],
        own: frozenset[str],
        progress: Progress | None = None,
    ) -> list[Filed]:
        """All mail that a first reading would find, kept nowhere. Raises MailboxError."""
        box = self._box(account)
        found = await self._folders(box)
        return await gather(
            box.connection,
            account,
            found,
            is_recruiter=is_recruiter,
            own=own,
            now=self._clock(),
            progress=progress,
        )

    async def draft(self, account: str, content: bytes | Content, message_id: str) -> bool:
        """Puts a message into Drafts unless it is there; whether it was put there. Raises MailboxError."""
        box = self._box(account)
        found = await self._folders(box)
        folder = found.drafts or found.new("Drafts")
        return await append.once(
            box.connection, folder, content, message_id, flags=(DRAFT, SEEN), when=self._clock(), create=True
        )

    async def sent_has(self, account: str, message_id: str, *, by_server: bool = False) -> bool:
        """Whether Sent holds a message with this Message-ID; `by_server`: one that a server passed on. MailboxError."""
        box = self._box(account)
        found = await self._folders(box)
        for folder in dict.fromkeys([found.sent, *found.also_sent]):
            if folder is not None and await append.find_message_id(
                box.connection, folder, message_id, by_server=by_server
            ):
                return True
        return False

    async def file_sent(self, account: str, content: Content, message_id: str, when: datetime) -> bool:
        """Files a released message in Sent unless it is there. Raises MailboxError."""
        box = self._box(account)
        return await append.sent_copy(box.connection, await self._folders(box), content, message_id, when)

    async def deliver(self, account: str, content: bytes, message_id: str) -> bool:
        """Puts a letter into INBOX unless it is there. Raises MailboxError."""
        box = self._box(account)
        return await append.letter(box.connection, await self._folders(box), content, message_id, self._clock())

    async def to_self(self, account: str, since: datetime) -> list[bytes]:
        """The headers of mail in INBOX since then that may be for tactful itself. Raises MailboxError."""
        box = self._box(account)
        return await to_self.heads(box.connection, await self._folders(box), since)

    async def replace(self, boxes: Mapping[str, Box]) -> None:
        """Other mailboxes from now on. A connection that stays in `boxes` stays open."""
        former, self._boxes = self._boxes, dict(boxes)
        staying = {id(box.connection) for box in boxes.values()}
        await asyncio.gather(*(box.connection.close() for box in former.values() if id(box.connection) not in staying))

    def box(self, account: str) -> Box | None:
        """The account's mailbox, None where it has none."""
        return self._boxes.get(account)

    async def close(self) -> None:
        """Ends what is under way and closes every connection."""
        await end(self._running.values())
        await asyncio.gather(*(box.connection.close() for box in self._boxes.values()))

    def _box(self, account: str) -> Box:
        box = self._boxes.get(account)
        if box is None:
            raise MailboxError(
                f"No mailbox is configured for {account}.", 'Add imap = { host = "..." } to its [[accounts]].'
            )
        return box
