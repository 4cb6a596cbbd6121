"""Copies in Sent of what was not sent: a mail program files one when it was told that a held message was taken.

Such a copy is taken away once the message's cover lies in the mailbox, which holds the same message; what is filed when
it is sent has the date of that. Promises: nothing is taken away but what has the message's own Message-ID and Date (or
without Message-ID its Date, From, To and Subject), came when the message came, and passed no server; of what may have
been sent, nothing. The message itself is in the store all the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from proxy import events
from proxy.accounts import Accounts
from proxy.errors import NotFound
from proxy.imap import folders, sent_copies, shelf
from proxy.imap.sent_copies import Copy
from proxy.mailboxes import Box, Mailboxes
from proxy.mime import patched
from proxy.mime.headers import fingerprint
from proxy.model import Held
from proxy.store.covers import Lie
from proxy.store.thread import StoreThread

LATE = timedelta(hours=1)
"""So long after a message was sent, discarded or drafted a copy may still be filed by a client that was offline."""

SLACK = timedelta(minutes=10)
"""The clocks of the mailbox and of this machine differ by less; a copy that came before is another's."""

SAME = timedelta(seconds=1)
"""IMAP knows no parts of a second."""


class FalseCopies:
    """Those of all accounts. Nothing is done where held mail has no folder in the mailbox."""

    def __init__(self, accounts: Callable[[], Accounts], thread: StoreThread, mailboxes: Mailboxes) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes

    async def clear(self, account: str, now: datetime, also: Held | None = None) -> None:
        """Takes away those that are there; `also`: one that may have ended long ago. Raises MailboxError."""
        box, name = self._mailboxes.box(account), self._accounts().folder
        if box is None or not name:
            return
        if also is None and not await self._thread(self._store.covers.any_deceived, account, now - LATE):
            return
        found, place, _ = await shelf.find(box.connection, box.mailbox, name)
        copies = await self._copies(box, found, also.message_id if also else "")
        ids, marks = [each.head.message_id for each in copies], [fingerprint(each.head) for each in copies]
        lies = await self._thread(self._store.covers.deceived, account, now - LATE, also.id if also else "", ids, marks)
        doomed: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for copy in copies:
            lie = await self._thread(self._told_by, copy, lies)
            if lie is not None:
                doomed[copy.folder, copy.uidvalidity].append(copy.uid)
                events.false_copy(lie.message.id)
        for (folder, uidvalidity), uids in doomed.items():
            await shelf.take_away(box.connection, folder, uidvalidity, uids, aside=place.base)

    async def has(self, account: str, mark: str) -> bool:
        """Whether Sent holds a mail with this `headers.fingerprint`. Raises MailboxError."""
        box = self._mailboxes.box(account)
        if box is None:
            return False
        found = await box.connection.run(lambda client: folders.find(client, box.mailbox), again=True)
        return any(fingerprint(copy.head) == mark for copy in await self._copies(box, found, ""))

    @staticmethod
    async def _copies(box: Box, found: folders.Folders, message_id: str) -> list[Copy]:
        names = [each for each in dict.fromkeys((found.sent, *found.also_sent)) if each is not None]
        return await sent_copies.copies(box.connection, names, message_id)

    # In the store's thread

    def _told_by(self, copy: Copy, lies: Sequence[Lie]) -> Lie | None:
        """The message of which the copy says falsely that it was sent."""
        if copy.by_server or copy.arrived is None:
            return None
        mark = fingerprint(copy.head)
        for lie in lies:
            if copy.arrived >= lie.message.received - SLACK and self._is_false(copy, copy.arrived, mark, lie):
                return lie
        return None

    def _is_false(self, copy: Copy, arrived: datetime, mark: str, lie: Lie) -> bool:
        message = lie.message
        named = bool(message.message_id) and copy.head.message_id == message.message_id
        if not named and (mark != message.fingerprint or (copy.head.message_id and message.message_id)):
            return False
        try:
            content = self._store.held.content(message.id)
        except NotFound:
            return False
        # Some programs write From and Subject in other words in their copy; the Date is the same.
        if mark != message.fingerprint and copy.head.date != patched.headers(content).date:
            return False
        if message.state != "released":
            return not self._store.sendings.holds(message)
        sent, way = lie.sent or message.changed, self._accounts().ways.get(message.account)
        if sent is None or way is None or abs(arrived - sent) <= SAME:
            return False
        renewed = patched.headers(patched.released(content, sent, renew=self._accounts().renew_date))
        if fingerprint(renewed) != message.fingerprint:
            return True  # what was sent has another Date
        return not way.files_sent and arrived < sent - SAME
