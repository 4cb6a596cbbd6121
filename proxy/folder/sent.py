"""Sent, after the fact: a copy of what was released, and whether what may have been sent was.

A copy that a client filed proves nothing, as the client was told that the message was sent; one that passed a server
bears that server's Received (RFC 5321, section 4.4).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from proxy import events
from proxy.accounts import Accounts
from proxy.errors import CredentialError, MailboxError, NotFound
from proxy.folder.false_copies import FalseCopies
from proxy.mailboxes import Mailboxes
from proxy.mime import patched
from proxy.mime.headers import fingerprint
from proxy.model import Held, State
from proxy.store import contacts
from proxy.store.held import copy_of
from proxy.store.letters import SentCopy
from proxy.store.thread import StoreThread

LOOK_AGAIN = timedelta(minutes=1)
"""After a release Sent is looked at once more then: some clients and servers file late."""

AFTER_FAULT = timedelta(minutes=5)

WORTH_LOOKING = timedelta(days=1)
"""How long Sent is looked at for a message that may have been sent; from then on only a person's word decides."""


class SentFolder:
    """Looks at the accounts' Sent folders, and files what is missing there."""

    def __init__(
        self, accounts: Callable[[], Accounts], thread: StoreThread, mailboxes: Mailboxes, false: FalseCopies
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._false = false
        self._next_look: dict[str, datetime] = {}

    async def file_copies(self, now: datetime) -> None:
        """Looks for the copies of what was released, and files those that neither client nor provider filed."""
        letters = self._store.letters
        for wanted in await self._thread(letters.sent_copies_due, now):
            # `run` and a command may look at the same moment; both would find nothing, and file it twice.
            if not await self._thread(letters.take_look, wanted.held, now, now + AFTER_FAULT):
                continue
            try:
                await self._file_copy(wanted, now)
            except (MailboxError, CredentialError) as error:
                events.schedule_failed("sent-copy", error.what)
            except NotFound:  # its body's time is over
                await self._thread(letters.settle_sent_copy, wanted.held, now)

    async def _file_copy(self, wanted: SentCopy, now: datetime) -> None:
        letters, message = self._store.letters, await self._thread(self._store.held.find, wanted.held)
        way = self._accounts().ways.get(message.account)
        if way is None or message.account not in self._mailboxes.addresses:
            outcome = "no mailbox"
        elif not message.message_id and not self._accounts().folder:
            outcome = "left as it is"  # a client's own copy, with its former date, would not be known
        elif await self._is_there(message, wanted.sent, now):
            outcome = "there already"
        elif wanted.looks == 0:
            await self._thread(letters.look_again, wanted.held, now + LOOK_AGAIN)
            return
        elif way.files_sent:
            outcome = "left to the provider"
        else:
            await self._append(message, wanted.sent)
            outcome = "filed"
        await self._thread(letters.settle_sent_copy, wanted.held, now)
        events.sent_copy(wanted.held, outcome)

    async def _is_there(self, message: Held, sent_at: datetime, now: datetime) -> bool:
        """Whether Sent holds the copy, after that which was filed when it was held is gone."""
        await self._false.clear(message.account, now, also=message)
        if message.message_id:
            return await self._mailboxes.sent_has(message.account, message.message_id)
        content = await self._thread(self._store.held.content, message.id)
        renew = self._accounts().renew_date
        head = await self._thread(lambda: patched.headers(patched.released(content, sent_at, renew=renew)))
        return await self._false.has(message.account, fingerprint(head))

    async def _append(self, message: Held, sent_at: datetime) -> None:
        with await self._thread(copy_of, self._store.held, message.id) as copy:
            sent = patched.released(copy, sent_at, renew=self._accounts().renew_date)
            content = patched.drafted(sent, message.recipients)  # as programs file it, with whom nobody else sees
            await self._mailboxes.file_sent(message.account, content, message.message_id, sent_at)

    async def look_for_unknown(self, now: datetime) -> None:
        """Makes released what may have been sent and is in Sent with a server's mark."""
        unknown: tuple[State, ...] = ("unknown",)
        for message in await self._thread(self._store.held.messages, unknown):
            since = message.dot_at or message.received
            if not message.message_id or message.account not in self._mailboxes.addresses:
                continue
            if now - since > WORTH_LOOKING or self._next_look.get(message.id, now) > now:
                continue
            self._next_look[message.id] = now + max(LOOK_AGAIN, (now - since) / 4)
            try:
                found = await self._mailboxes.sent_has(message.account, message.message_id, by_server=True)
            except (MailboxError, CredentialError) as error:
                events.schedule_failed("look-for-unknown", error.what)
                continue
            if found:
                await self._thread(self._was_sent, message, since, now)

    def _was_sent(self, message: Held, since: datetime, now: datetime) -> None:
        outcome = "It was sent: your server's copy is in Sent."
        within = partial(contacts.add_sent, message=message, at=since)
        if self._store.held.move(message.id, {"unknown"}, "released", now, outcome=outcome, within=within):
            events.action(message.id, "found-in-sent", "released", "")
