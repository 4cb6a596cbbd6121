"""Delivers notices, digests and what answers came to into the user's own mailbox: exactly once, and later where the
mailbox can't be reached.

Appended over IMAP: no letter goes by SMTP, and none is judged. Each try has tokens of its own, since of a try that was
cut off nobody knows whether its letter is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from proxy import events
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.candidates import uncovered
from proxy.digest import commands, compose, page, replies, returned
from proxy.digest.also import Also
from proxy.digest.compose import Told, Words
from proxy.errors import CredentialError, MailboxError, NotFound
from proxy.headers import HEAD_LIMIT, read
from proxy.mailboxes import Mailboxes
from proxy.model import WAITING, Held
from proxy.store.letters import Letter
from proxy.store.remarks import Remark
from proxy.store.thread import StoreThread

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=30))
"""Between the tries of a letter; the last one again and again."""


class Post:
    """Composes letters when they are delivered, so that they say what is true then."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        clock: Callable[[], datetime],
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._clock = clock
        self._zone = zone

    async def deliver_due(self, now: datetime) -> None:
        """Delivers what is due. What can't be delivered now is due again later."""
        for letter in await self._thread(self._store.letters.due, now):
            if letter.account not in self._mailboxes.addresses:
                await self._settle(letter, now, "no mailbox")
                continue
            pause = PAUSES[min(letter.tries, len(PAUSES) - 1)]
            await self._thread(self._store.letters.tried, letter, now + pause)
            try:
                await self._deliver(letter, now)
            except (MailboxError, CredentialError) as error:
                events.letter(letter.kind, letter.account, f"put off: {error.what}")

    async def send_digest(self, account: str) -> bool:
        """Delivers a digest now, because somebody asked; False where nothing waits. Raises MailboxError."""
        now = self._clock()
        told, remarks = await self.waiting(account)
        if not told and not remarks and not await self._thread(self._store.snoozes.departures, account):
            return False
        message_id = f"<digest.{now:%Y%m%d%H%M%S%f}@tactful.invalid>"
        await self._digest(account, told, remarks, message_id, now=now)
        return True

    async def waiting(self, account: str | None = None) -> tuple[list[Told], list[Remark]]:
        """What waits, and what no digest has told yet."""
        messages = await self._thread(self._store.held.messages, WAITING, account)
        told = [await self._told(message) for message in messages]
        return told, await self._thread(self._store.remarks.untold, account)

    async def also(self, account: str | None = None) -> Also:
        """What went by itself since the last digest, and who isn't covered."""
        departures = await self._thread(self._store.snoozes.departures, account)
        week = await self._thread(uncovered, self._store, self._accounts(), self._clock(), account)
        return Also(tuple(departures), week)

    async def _deliver(self, letter: Letter, now: datetime) -> None:
        message_id = f"<{letter.kind}.{letter.id}.{letter.created:%Y%m%d%H%M%S%f}@tactful.invalid>"
        match letter.kind:
            case "digest":
                outcome = await self._deliver_digest(letter, message_id, now)
            case "notice":
                outcome = await self._deliver_notice(letter, message_id, now)
            case "back":
                outcome = await self._deliver_notice(letter, message_id, now, again=True)
            case "answer":
                outcome = await self._deliver_reply(letter, message_id, now)
        await self._settle(letter, now, outcome)

    async def _deliver_digest(self, letter: Letter, message_id: str, now: datetime) -> str:
        told, remarks = await self.waiting(letter.account)
        went = await self._thread(self._store.snoozes.departures, letter.account)
        if not told and not went:  # notes alone are no reason to write
            return "nothing waits"
        await self._digest(letter.account, told, remarks, message_id, now=now)
        return "delivered"

    async def _deliver_notice(self, letter: Letter, message_id: str, now: datetime, *, again: bool = False) -> str:
        message = await self._thread(self._store.held.find, letter.about.partition(" ")[0])
        if message.state not in WAITING or (again and message.state == "snoozed"):
            return f"already {message.state}"
        [told] = await self._answerable([await self._told(message)], message_id, now)
        words = Words(
            compose.notice_subject(told), compose.notice_text(told, self._zone), page.notice(told, self._zone)
        )
        if again:
            words = returned.notice(told, self._zone)
        mail = compose.letter(letter.account, words, message_id, now)
        await self._mailboxes.deliver(letter.account, mail, message_id)
        return "delivered"

    async def _deliver_reply(self, letter: Letter, message_id: str, now: datetime) -> str:
        answer = await self._thread(self._store.answers.find, int(letter.about))
        if answer is None:
            return "forgotten"
        told, thread = None, [answer.mail]
        if answer.bound is not None:
            message = await self._thread(self._store.held.find, answer.bound.held)
            [told] = await self._answerable([await self._told(message)], message_id, now)
            thread = [answer.bound.letter, answer.mail]
        words = replies.reply(answer.said, told, self._zone)
        mail = compose.letter(letter.account, words, message_id, now, thread=thread)
        await self._mailboxes.deliver(letter.account, mail, message_id)
        return "delivered"

    async def _digest(
        self, account: str, told: list[Told], remarks: list[Remark], message_id: str, *, now: datetime
    ) -> None:
        told = await self._answerable(told, message_id, now)
        also = await self.also(account)
        lines, subject = also.lines(self._zone), compose.digest_subject(told)
        if not told and also.departures:
            subject = also.subject
        text = compose.digest_text(told, remarks, self._zone, lines)
        words = Words(subject, text, page.digest(told, remarks, self._zone, lines))
        mail = compose.letter(account, words, message_id, now)
        await self._mailboxes.deliver(account, mail, message_id)
        await self._thread(self._store.remarks.mark_told, remarks, now)
        await self._thread(self._store.snoozes.mark_told, also.departures, now)

    async def _answerable(self, told: Sequence[Told], message_id: str, now: datetime) -> list[Told]:
        """The same, with tokens for what may be answered."""
        wanted = [(each.message, commands.offered(each.message, now)) for each in told]
        tokens = await self._thread(self._store.answers.mint, wanted, message_id, now)
        return [replace(each, answers=tokens[each.message.id]) for each in told]

    async def _settle(self, letter: Letter, now: datetime, outcome: str) -> None:
        await self._thread(self._store.letters.settle, letter, now)
        events.letter(letter.kind, letter.account, outcome)

    async def _told(self, message: Held) -> Told:
        return Told(message, await self._thread(self._names, message))

    def _names(self, message: Held) -> dict[str, str]:
        beginning = bytearray()
        try:
            for chunk in self._store.held.content(message.id).chunks():
                beginning += chunk
                if len(beginning) >= HEAD_LIMIT:
                    break
        except NotFound:
            return {}
        head = read(bytes(beginning[:HEAD_LIMIT]))
        return {normalise(person.address): person.name for person in (*head.to, *head.cc, *head.bcc) if person.name}
