"""What the page asks and notes down: lists, one message with its letter, recruiters and their histories, numbers.

Reads off the loop, and never a whole large message: what is long is mapped from a file, and only its text is taken.
Sending is review's and the outbox's.
"""

from __future__ import annotations

import asyncio
import mmap
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, cast

from checks import frequency
from checks.frequency import Outlook
from checks.model import Contact, Finding, History, Message
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.candidates import candidates
from proxy.configuration.settings import Config
from proxy.corrections import LIMIT, Corrected, corrected
from proxy.errors import NotFound
from proxy.local_time import there
from proxy.mime.headers import HEAD_LIMIT, split
from proxy.model import WAITING, Held
from proxy.parse import parse
from proxy.recruiters import Recruiters
from proxy.store.archive import OPEN, Search
from proxy.store.control import Stage
from proxy.store.held import copy_of
from proxy.store.thread import StoreThread
from proxy.suggestions import Suggestion
from proxy.tally import Tally, first_moment, tally
from proxy.transit.spool import Spool

OLD = timedelta(days=7)
"""What waits longer is shown first."""

PAGE = 50
"""Messages of one page of a list."""

SHOWN = 100
"""Recipients of one message whose histories are shown, and recruiters of whom it is told whose turn it is."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What every page shows: how many wait, and until when everything is forwarded. `stamp`: as `Desk.stamp`."""

    waiting: int
    paused_until: datetime | None
    stamp: object


@dataclass(frozen=True, slots=True)
class Standing:
    """A recruiter as things are: `covered`: whether they count; `why`: which line decided; `stage`: how far things are,
    and `stage_of`: with whom (an address or domain). `last`: the latest contact, None where one is only to come."""

    history: History
    outlook: Outlook
    covered: bool
    why: str
    agency: bool = False
    stage: Literal["offer", "hired", ""] = ""
    stage_of: str = ""
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """One message, opened. `letter`: as its recipient reads it, None where the text was erased; `head`: its header
    block; `corrected`: with the listed corrections, None where that can't be done; `recruiters`: among its recipients.
    """

    message: Held
    letter: Message | None
    head: str
    corrected: Corrected | None
    recruiters: tuple[Standing, ...]


class Desk:
    """The page's questions. `config` and `accounts`: as they are in force."""

    def __init__(
        self,
        config: Callable[[], Config],
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._config = config
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self.clock = clock
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="page")

    def close(self) -> None:
        """Ends its thread."""
        self._reader.shutdown(cancel_futures=True)

    @property
    def config(self) -> Config:
        """The configuration in force."""
        return self._config()

    async def strip(self) -> Strip:
        """How many wait, and the pause."""

        def strip() -> Strip:
            stamp, paused = self._store.archive.stamp(), self._store.control.paused_until(self.clock())
            return Strip(sum(count for state, count, _ in stamp if state in WAITING), paused, (stamp, paused))

        return await self._thread(strip)

    async def stamp(self) -> object:
        """A value with a `repr` of its own: another one whenever a kept message came or changed, or the pause did."""
        return (await self.strip()).stamp

    # Messages

    async def waiting(self, page: int) -> tuple[list[Held], int]:
        """A page (from 0) of what waits, what is old first, and how many there are in all."""
        archive, old = self._store.archive, self.clock() - OLD
        return await self._thread(lambda: (archive.waiting(old, PAGE, page * PAGE), archive.count(Search(states=OPEN))))

    async def search(self, search: Search, page: int) -> tuple[list[Held], int]:
        """A page (from 0) of what is found, and how many there are in all."""
        archive = self._store.archive
        return await self._thread(lambda: (archive.search(search, PAGE, page * PAGE), archive.count(search)))

    async def find(self, id_: str) -> Held:
        """One message. Raises NotFound."""
        return await self._thread(self._store.held.find, id_)

    async def opened(self, id_: str) -> Opened:
        """One message with its letter and its recruiters. Raises NotFound, StoreError, SpoolError."""
        message = await self.find(id_)
        standings = await self._thread(self._of_recipients, message)
        try:
            copy = await self._thread(copy_of, self._store.held, message.id)
        except NotFound:
            return Opened(message, None, "", None, standings)
        with copy:
            loop = asyncio.get_running_loop()
            letter, head, new = await loop.run_in_executor(self._reader, _read, copy, message.findings)
        return Opened(message, letter, head, new, standings)

    async def source(self, id_: str) -> AsyncIterator[bytes]:
        """The exact bytes, a piece at a time. Raises NotFound before the first piece."""
        message = await self.find(id_)
        content = await self._thread(self._store.held.content, message.id)
        chunks = content.chunks()

        async def pieces() -> AsyncIterator[bytes]:
            while (piece := await self._thread(next, chunks, None)) is not None:
                yield piece

        return pieces()

    # Recruiters

    async def standing(self, address: str) -> Standing:
        """One recruiter."""
        return await self._thread(self._standing, normalise(address), None)

    async def standings(self) -> list[Standing]:
        """Whoever counts as a recruiter and has a contact, the latest contact first."""
        return await self._thread(self._standings)

    async def suggested(self) -> list[Suggestion]:
        """Who in the mailbox looks like a recruiter and doesn't count."""
        return await self._thread(candidates, self._store, self._accounts(), self.clock())

    async def log(self, contact: Contact) -> None:
        """Notes a call, text or meeting."""
        await self._thread(self._store.contacts.log, contact)

    async def set_recruiter(self, entry: str, *, added: bool) -> None:
        """Puts an entry on the list, or takes it off."""
        await self._thread(lambda: self._store.control.set_recruiter(entry, added=added, now=self.clock()))

    async def stage(self, address: str) -> tuple[Literal["offer", "hired", ""], str]:
        """How far things are with a recruiter, and the entry that says so or would."""
        return await self._thread(lambda: self._recruiters().stage(address))

    async def set_stage(self, entry: str, stage: Stage | None) -> None:
        """Notes how far things are with an address or domain, None: as before."""
        await self._thread(self._store.control.set_stage, entry, stage, self.clock())

    async def entries(self) -> list[tuple[str, bool]]:
        """What was added (True) and removed beside the configuration, the oldest first."""
        rows = await self._thread(self._store.control.recruiters)
        return [(row.entry, row.added) for row in rows]

    # The rest

    async def pause(self, length: timedelta) -> datetime:
        """Forwards everything for so long; until when that is."""
        until = self.clock() + length
        await self._thread(self._store.control.pause, until)
        return until

    async def resume(self) -> bool:
        """Ends a pause; whether there was one."""
        return await self._thread(self._store.control.resume)

    async def tally(self, days: int) -> Tally:
        """The last days in numbers."""
        return await self._thread(self._tally, days)

    async def let_in(self, token: str, session: str, expires: datetime) -> bool:
        """Makes a session of a login link, once; whether the link was good."""
        passes, now = self._store.passes, self.clock()
        if not await self._thread(passes.redeem, token, now):
            return False
        await self._thread(passes.issue, "session", session, expires, now)
        return True

    async def knows(self, session: str) -> bool:
        """Whether this session may look."""
        return await self._thread(self._store.passes.valid, "session", session, self.clock())

    async def leave(self, session: str) -> None:
        """Ends a session."""
        await self._thread(self._store.passes.end, session)

    # In the store's thread

    def _recruiters(self) -> Recruiters:
        return self._accounts().recruiters_in(self._store.control)

    def _standing(self, address: str, recruiters: Recruiters | None) -> Standing:
        found = recruiters or self._recruiters()
        now = self.clock()
        history = self._store.contacts.history(found.party(address), now)
        outlook = frequency.outlook(history, "follow-up", there(now), self._accounts().settings)
        covered, why, agency = found.covers(address), found.why(address), found.is_agency(address)
        return Standing(history, outlook, covered, why, agency, *found.stage(address), _last(history, now))

    def _of_recipients(self, message: Held) -> tuple[Standing, ...]:
        recruiters = self._recruiters()
        asked = dict.fromkeys(normalise(each) for each in message.recipients[:SHOWN])
        return tuple(self._standing(each, recruiters) for each in asked if recruiters.covers(each))

    def _standings(self) -> list[Standing]:
        recruiters = self._recruiters()
        covered = [each for each in self._store.contacts.addresses() if recruiters.covers(each)]
        found = [self._standing(each, recruiters) for each in covered]
        found = [each for each in found if each.history.contacts]  # a copy of what was never sent is none
        return sorted(found, key=lambda each: each.last or each.history.contacts[0].when, reverse=True)

    def _tally(self, days: int) -> Tally:
        now = self.clock()
        recruiters = self._recruiters()
        kept = self._store.archive.since(first_moment(now, days, None))
        covered = [each for each in self._store.contacts.addresses() if recruiters.covers(each)]
        parties = {party.keys: party for party in map(recruiters.party, covered)}
        return tally(kept, [self._store.contacts.history(each, now) for each in parties.values()], now, days)


def _last(history: History, now: datetime) -> datetime | None:
    been = (each.when for each in history.contacts if each.kind != "meeting" or each.when <= now)
    return max(been, default=None)


def _read(copy: Spool, findings: Sequence[Finding]) -> tuple[Message, str, Corrected | None]:
    """The letter, its header block as text, and the corrected message where one can be made."""
    content = copy.as_job_content()
    if isinstance(content, Path):
        with content.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            # Searched and sliced like bytes, which is all that reading a message does; its files stay on the disk.
            letter = parse(cast("bytes", mapped))
            beginning = mapped[:HEAD_LIMIT]
            new = corrected(mapped[:], findings) if copy.size <= LIMIT else None
    else:
        letter, beginning, new = parse(content), content[:HEAD_LIMIT], corrected(content, findings)
    length = split(beginning)
    head = beginning[: len(beginning) if length is None else length]
    return letter, head.decode("utf-8", "replace").replace("\r\n", "\n").strip("\n"), new
