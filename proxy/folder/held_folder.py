"""The folder of the user's mailbox where held mail lies: put there, taken away when decided, and what moving it says.

Promises: the store is the truth, and the folder only shows it: what vanishes from there stays held, and is put back
with the next digest; only a cover with a token of the store's says something, once, and only while the message is as
the cover tells; an answer is written down before it is carried out (proxy.mail_answers), and a cover before it is put
there, so that a death at any moment leaves nothing twice. Nothing else in the mailbox is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from proxy.accounts import Accounts
from proxy.folder.false_copies import LATE, FalseCopies
from proxy.folder.shelving import Shelving, places_of
from proxy.imap import shelf
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.shelf import Shelf
from proxy.mail_answers import MailAnswers
from proxy.mailboxes import Box, Mailboxes
from proxy.store.thread import StoreThread

CHECK = 15.0
"""Seconds after which the subfolders, Sent and Drafts are asked for news while the folder itself is idled at."""

AGAIN = timedelta(minutes=5)
"""The folder is looked at so often though there is no news of it."""

Watcher = Callable[[str, Sequence[str]], Connection]
"""Opens one more connection to an account's mailbox, which tells `HeldFolder.news` of these folders; the first one is
idled at."""


@dataclass(frozen=True, slots=True)
class _Watch:
    folders: tuple[str, ...]
    connection: Connection


class HeldFolder:
    """The folders of all accounts, as one `run` keeps them."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        answers: MailAnswers,
        false: FalseCopies,
        watcher: Watcher,
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._covers = thread.store.covers
        self._mailboxes = mailboxes
        self._shelving = Shelving(accounts, thread, answers, zone)
        self._false = false
        self._watcher = watcher
        self._watches: dict[str, _Watch] = {}
        self._news: set[str] = set()
        self._quiet: dict[str, object] = {}
        self._looked: dict[str, datetime] = {}

    def news(self, account: str) -> None:
        """Something came or went there, or in Sent or Drafts."""
        self._news.add(account)

    async def close(self) -> None:
        """Ends the watching; `work` begins it anew."""
        watches, self._watches = list(self._watches.values()), {}
        for watch in watches:
            await watch.connection.close()
        self._looked.clear()

    async def work(self, account: str, now: datetime, slot: datetime | None) -> None:
        """Does what is to be done in an account's mailbox. Raises MailboxError, CredentialError, StoreError.

        `slot`: the time of the latest digest; what vanished before that is put back.
        """
        box, name = self._mailboxes.box(account), self._accounts().folder
        fresh = self._shelving.fresh(now)
        if box is None or not await self._is_wanted(account, name, now, fresh):
            return
        news = account in self._news
        self._news.discard(account)  # what comes from now on may come too late for this look
        try:
            await self._look(box, account, name, now=now, slot=slot)
        except BaseException:
            if news:
                self._news.add(account)
            raise
        self._looked[account] = now

    async def _look(self, box: Box, account: str, name: str, *, now: datetime, slot: datetime | None) -> None:
        fresh = self._shelving.fresh(now)
        found, place, existing = await shelf.find(box.connection, box.mailbox, name or "-")
        lying = await self._thread(self._covers.lying, account, fresh)
        bases = {place.base, *(each.folder for each in lying)} if name else {each.folder for each in lying}
        places = places_of(bases, found.delimiter)
        copies = await self._shelving.read(box.connection, places, place, existing)
        await self._shelving.listen(account, places, place, copies, now)
        base = place.base if name else ""
        await self._shelving.compare(account, copies, base, now=now, slot=slot)
        await self._shelving.tidy(box.connection, base, copies, now)
        connection = await self._watch(account, found, place, fresh)
        if connection is not None:
            await self._shelving.fill(connection, account, place, existing, now)
        await self._false.clear(account, now)

    async def _is_wanted(self, account: str, name: str, now: datetime, fresh: datetime) -> bool:
        """Whether there is something to do, or it is time to look."""
        covers, looked = self._covers, self._looked.get(account)
        due = account in self._news or looked is None or now - looked >= AGAIN
        stamp = (name, await self._thread(covers.stamp))
        if not due and self._quiet.get(account) == stamp:
            return False
        if not name:  # what lies there from before would say what nobody hears
            return await self._thread(covers.any_lying, account, fresh)
        if await self._thread(covers.any_lying, account, fresh, stale=True):
            return True
        lacking, refused = await self._shelving.lacking(account, now)
        if lacking:
            return True
        if not refused:
            self._quiet[account] = stamp
        if due and await self._thread(covers.any_lying, account, fresh):
            return True
        if due and await self._thread(covers.any_deceived, account, now - LATE):
            return True
        self._news.discard(account)
        self._looked[account] = now if due else looked or now
        return False

    async def _watch(self, account: str, found: Folders, place: Shelf, fresh: datetime) -> Connection | None:
        """The connection that watches while something lies there or is to be put there; None where nothing is."""
        covers, former = self._covers, self._watches.get(account)
        wanted = bool(await self._thread(covers.any_lying, account, fresh))
        wanted = wanted or bool(await self._thread(covers.lacking, account, fresh, 1))
        if not self._accounts().folder or not wanted:
            if former is not None:
                del self._watches[account]
                await former.connection.close()
            return None
        folders = (place.base, place.send, place.discard, *filter(None, (found.sent, found.drafts)))
        if former is not None and former.folders == folders:
            return former.connection
        connection = self._watcher(account, folders)
        self._watches[account] = _Watch(folders, connection)
        if former is not None:
            await former.connection.close()
        await connection.run(lambda client: None, again=True)  # it watches after its first job
        return connection
