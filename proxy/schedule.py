"""What is due when: letters, snoozed mail, sent copies, reading the mailboxes, and the store's own housekeeping.

Promises: the wall clock is compared at least every half minute, as a laptop sleeps; what can't be done is tried again;
a fault in one task holds up no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, time, timedelta, tzinfo
from functools import partial

from proxy import events
from proxy.accounts import Accounts
from proxy.errors import TactfulError
from proxy.folder.held_folder import HeldFolder
from proxy.folder.sent import SentFolder
from proxy.mail_answers import MailAnswers
from proxy.mailboxes import Mailboxes
from proxy.meetings.reminders import Reminders
from proxy.post import Post
from proxy.snooze.snoozing import Snoozing
from proxy.store.held import REPEAT_WITHIN
from proxy.store.thread import StoreThread

TICK = 15.0
"""Seconds between two looks at what is due, where nothing wakes the schedule earlier."""

HOUSEKEEPING = timedelta(hours=6)

AFTER_FAULT = timedelta(minutes=1)
"""Until a mailbox that could not be read is tried again."""


def latest_slot(times: tuple[time, ...], now: datetime) -> datetime | None:
    """The last of the daily times that is not after `now` (aware, in the user's zone); None where there are none."""
    candidates = [
        datetime.combine(day, at, tzinfo=now.tzinfo)
        for day in (now.date(), now.date() - timedelta(days=1))
        for at in times
    ]
    return max((slot for slot in candidates if slot <= now), default=None)


class Schedule:
    """Runs until it is cancelled. `wake` makes it look at once."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        answers: MailAnswers,
        post: Post,
        reminders: Reminders,
        sent: SentFolder,
        snoozing: Snoozing,
        folder: HeldFolder,
        clock: Callable[[], datetime],
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._answers = answers
        self._post = post
        self._reminders = reminders
        self._sent = sent
        self._snoozing = snoozing
        self._folder = folder
        self._clock = clock
        self._zone = zone
        self._woken = asyncio.Event()
        self._not_before: dict[str, datetime] = {}
        self._cleaned: datetime | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._news: set[str] = set()
        self._told: dict[str, str] = {}

    def wake(self) -> None:
        """Something happened that may be due at once."""
        self._woken.set()

    def news(self, account: str) -> None:
        """Something came into the account's mailbox: it is read now, and not when `poll` is over."""
        self._news.add(account)
        self.wake()

    async def run(self) -> None:
        """Looks at what is due, for ever."""
        try:
            while True:
                self._woken.clear()
                self.start_due()
                with suppress(TimeoutError):
                    async with asyncio.timeout(TICK):
                        await self._woken.wait()
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)  # which hands on a second cancel

    def start_due(self) -> None:
        """Starts each kind of work that is not under way; a slow mailbox holds up only itself."""
        self._start("recover", self.recover)
        self._start("answers", self._answers.carry_out)
        self._start("thanks", self._reminders.look)
        self._start("letters", self.letters)
        self._start("snoozed", self._snoozing.look)
        self._start("sent", self.sent)
        self._start("housekeeping", self.housekeeping)
        for account in self._mailboxes.addresses:
            self._start(f"read {account}", lambda account=account: self.read(account))  # type: ignore[misc]
            self._start(f"folder {account}", lambda account=account: self.folder(account))  # type: ignore[misc]

    def _start(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        running = self._tasks.get(name)
        if running is None or running.done():
            self._tasks[name] = asyncio.create_task(self._guarded(name, work))
        else:
            self._again.add(name)  # it may have looked before that came for which it was woken now

    async def _guarded(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        again = True
        while again:
            self._again.discard(name)
            try:
                await work()
            except TactfulError as error:
                self._tell(name, str(error))
            except Exception as error:  # whatever it is, the other tasks go on; its words may hold text of a message
                self._tell(name, type(error).__name__)
            else:
                self._told.pop(name, None)
            again = name in self._again

    def _tell(self, name: str, reason: str) -> None:
        """Once, though it is tried again every minute: what is told too often isn't read."""
        if self._told.get(name) != reason:
            self._told[name] = reason
            events.schedule_failed(name, reason)

    async def recover(self) -> None:
        """Puts back what a releaser that died left."""
        recover = partial(self._store.held.recover, tell=self._accounts().notify_by_mail)
        for message in await self._thread(recover, self._clock()):
            events.recovered(message.id, "unknown" if message.dot_at else "held")

    async def letters(self) -> None:
        """Asks for the digest of the latest slot, and delivers every letter that is due."""
        now = self._clock()
        slot = latest_slot(self._accounts().digest_at, now.astimezone(self._zone))
        if slot is not None:
            for account in self._mailboxes.addresses:
                # Without the zone: its offset changes in a night in spring, and the slot is still the same.
                name = f"{slot:%Y-%m-%dT%H:%M}"
                await self._thread(self._store.letters.write_digest, account, name, now)
        await self._post.deliver_due(now)

    async def sent(self) -> None:
        """Sees to copies in Sent."""
        now = self._clock()
        await self._sent.file_copies(now)
        await self._sent.look_for_unknown(now)

    async def read(self, account: str) -> None:
        """Reads a mailbox that wasn't read for `poll` or for recruiters who came later, or that something came into."""
        now, news = self._clock(), account in self._news
        self._news.discard(account)
        synced = await self._thread(self._store.sightings.synced, account)
        fresh = synced is not None and now - synced < self._accounts().poll
        fresh = fresh and not await self._mailboxes.missing(account)
        if not news and (fresh or self._not_before.get(account, now) > now):
            return
        self._not_before[account] = now + AFTER_FAULT
        await self._mailboxes.sync(account, anew=news)
        await self._answers.look(account)
        del self._not_before[account]

    async def folder(self, account: str) -> None:
        """Sees to the folder in which held mail lies."""
        now = self._clock()
        slot = latest_slot(self._accounts().digest_at, now.astimezone(self._zone))
        await self._folder.work(account, now, slot)

    async def housekeeping(self) -> None:
        """Erases bodies whose time is over, and what former runs left and nobody asked for."""
        now = self._clock()
        if self._cleaned is not None and now - self._cleaned < HOUSEKEEPING:
            return
        await self._thread(self._store.held.erase, now - self._accounts().keep)
        await self._thread(self._store.remarks.erase, now - self._accounts().keep)
        await self._thread(self._store.answers.forget, now - self._accounts().keep)
        await self._thread(self._store.covers.forget, now - self._accounts().keep)
        await self._thread(self._store.crossings.forget, now - REPEAT_WITHIN)
        await self._thread(self._store.forgetting.finish, self._mailboxes.addresses)
        self._cleaned = now
