"""Delivers notices, digests and what answers came to into the user's own mailbox: exactly once, and later where the
mailbox can't be reached.

Appended over IMAP: no letter goes by SMTP, and none is judged. Each try has tokens of its own, since of a try that was
cut off nobody knows whether its letter is there. What comes in one day is one conversation for mail programs that go by
References (RFC 5256).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import partial

from proxy import durations, events
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.candidates import uncovered
from proxy.desk import OLD
from proxy.digest import commands, compose, page, replies, returned, room, thanks
from proxy.digest.also import Also
from proxy.digest.compose import Words
from proxy.digest.entries import Told
from proxy.errors import CredentialError, MailboxError, NotFound
from proxy.mailboxes import Mailboxes
from proxy.meetings.reminders import Reminders
from proxy.mime.headers import HEAD_LIMIT, read
from proxy.model import WAITING, Held
from proxy.store.held import HeldMessages
from proxy.store.letters import Letter
from proxy.store.remarks import Remark
from proxy.store.thread import StoreThread

PAUSES = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=30))
"""Between the tries of a letter; the last one again and again."""

DELIVERED = "delivered"

AGAIN = timedelta(hours=1)
"""After a notice was delivered the second one comes, if nobody acted."""


class Post:
    """Composes letters when they are delivered, so that they say what is true then."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        reminders: Reminders,
        *,
        clock: Callable[[], datetime],
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._reminders = reminders
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
        also = await self.also(account)
        if not told and not remarks and not also.unthanked and not also.departures:
            return False
        message_id = f"<digest.{now:%Y%m%d%H%M%S%f}@tactful.invalid>"
        await self._digest(account, told, remarks, also, message_id, now=now, thread=self._day(now))
        return True

    async def waiting(self, account: str | None = None) -> tuple[list[Told], list[Remark]]:
        """What waits, thanks for an interview that is over first, then what is old and else the newest; and what no
        digest has told yet."""
        messages = await self._thread(self._store.held.messages, WAITING, account)
        address = await self._thread(self._store.control.page)
        told = [await self._told(message, address) for message in messages]
        told.sort(key=lambda each: (each.met is None, not each.age))
        return told, await self._thread(self._store.remarks.untold, account)

    async def also(self, account: str | None = None) -> Also:
        """What went by itself and for which interviews thanks are missing, as no digest has told it yet, and who isn't
        covered."""
        now = self._clock()
        departures = await self._thread(self._store.snoozes.departures, account)
        unthanked = await self._reminders.untold(account, now)
        week = await self._thread(uncovered, self._store, self._accounts(), now, account)
        return Also(tuple(departures), tuple(unthanked), week)

    async def _deliver(self, letter: Letter, now: datetime) -> None:
        match letter.kind:
            case "digest":
                outcome = await self._deliver_digest(letter, now)
            case "notice":
                outcome = await self._deliver_notice(letter, now)
            case "again":
                outcome = await self._deliver_again(letter, now)
            case "back":
                outcome = await self._deliver_back(letter, now)
            case "answer":
                outcome = await self._deliver_reply(letter, now)
            case "thanks":
                outcome = await self._reminders.deliver(letter, letter.message_id, now)
        again = now + AGAIN if letter.kind == "notice" and outcome == DELIVERED else None
        await self._settle(letter, now, outcome, again)

    def _day(self, when: datetime) -> tuple[str, ...]:
        """The conversation that the letters of this day belong to: a Message-ID that no mail has."""
        return (f"<{when.astimezone(self._zone):%Y%m%d}.day@tactful.invalid>",)

    async def _deliver_digest(self, letter: Letter, now: datetime) -> str:
        told, remarks = await self.waiting(letter.account)
        also = await self.also(letter.account)
        reminded = bool(also.unthanked) and self._reminders.only_by_digest
        if not told and not reminded and not also.departures:  # notes alone are no reason to write
            return "nothing waits"
        thread = self._day(letter.created)
        await self._digest(letter.account, told, remarks, also, letter.message_id, now=now, thread=thread)
        return DELIVERED

    async def _deliver_notice(self, letter: Letter, now: datetime) -> str:
        message = await self._thread(self._store.held.find, letter.about)
        if message.state not in WAITING:
            return f"already {message.state}"
        await self._notice(letter, message, now, self._day(letter.created))
        return DELIVERED

    async def _deliver_back(self, letter: Letter, now: datetime) -> str:
        """That one which was snoozed waits again."""
        message = await self._thread(self._store.held.find, letter.about.partition(" ")[0])
        if message.state not in WAITING or message.state == "snoozed":
            return f"already {message.state}"
        await self._notice(letter, message, now, self._day(letter.created))
        return DELIVERED

    async def _deliver_again(self, letter: Letter, now: datetime) -> str:
        """An hour later, unless somebody acted meanwhile, whatever came of it."""
        message = await self._thread(self._store.held.find, letter.about)
        if message.state not in ("held", "unknown"):
            return f"already {message.state}"
        if (message.changed or message.received) > letter.created:
            return "acted on"
        first = await self._thread(self._store.letters.find, letter.account, "notice", letter.about)
        thread = (*self._day(first.created), first.message_id) if first else self._day(letter.created)
        await self._notice(letter, message, now, thread)
        return DELIVERED

    async def _notice(self, letter: Letter, message: Held, now: datetime, thread: Sequence[str]) -> None:
        again, address = letter.kind == "again", await self._thread(self._store.control.page)
        [told] = await self._answerable([await self._told(message, address)], letter.message_id, now)
        words = Words(
            compose.notice_subject(told, again=again),
            compose.notice_text(told, self._zone, again=again),
            page.notice(told, self._zone, again=again),
        )
        if letter.kind == "back":
            words = returned.notice(told, self._zone)
        mail = compose.letter(letter.account, words, letter.message_id, now, thread=thread)
        await self._mailboxes.deliver(letter.account, mail, letter.message_id)

    async def _deliver_reply(self, letter: Letter, now: datetime) -> str:
        answer = await self._thread(self._store.answers.find, int(letter.about))
        if answer is None:
            return "forgotten"
        told, thread = None, [answer.mail]
        if answer.bound is not None:
            message = await self._thread(self._store.held.find, answer.bound.held)
            address = await self._thread(self._store.control.page)
            [told] = await self._answerable([await self._told(message, address)], letter.message_id, now)
            thread = [answer.bound.letter, answer.mail]
        words = replies.reply(answer.said, told, self._zone)
        mail = compose.letter(letter.account, words, letter.message_id, now, thread=thread)
        await self._mailboxes.deliver(letter.account, mail, letter.message_id)
        return DELIVERED

    async def _digest(
        self,
        account: str,
        told: Sequence[Told],
        remarks: Sequence[Remark],
        also: Also,
        message_id: str,
        *,
        now: datetime,
        thread: Sequence[str],
    ) -> None:
        missing, lines = thanks.in_digest(also.unthanked, self._zone), also.lines(self._zone)
        answerable = await self._answerable(told[: room.MOST], message_id, now)
        shown, noted = room.fitting(answerable, remarks, self._zone, missing, lines)
        more, address = len(told) - len(shown), await self._thread(self._store.control.page)
        subject = compose.digest_subject(shown, more, unthanked=missing)
        if also.departures and not shown:
            subject = also.subject
        words = Words(
            subject,
            compose.digest_text(shown, noted, self._zone, unthanked=missing, also=lines, more=more, page=address),
            page.digest(
                shown, noted, self._zone, unthanked=missing, also=lines, more=more, page=address, subject=subject
            ),
        )
        await self._mailboxes.deliver(
            account, compose.letter(account, words, message_id, now, thread=thread), message_id
        )
        await self._thread(self._store.remarks.mark_told, noted, now)
        await self._reminders.mark_told(also.unthanked, now)
        await self._thread(self._store.snoozes.mark_told, also.departures, now)

    async def _answerable(self, told: Sequence[Told], message_id: str, now: datetime) -> list[Told]:
        """The same, with tokens for what may be answered."""
        wanted = [(each.message, commands.offered(each.message, now)) for each in told]
        tokens = await self._thread(self._store.answers.mint, wanted, message_id, now)
        return [replace(each, answers=tokens[each.message.id]) for each in told]

    async def _settle(self, letter: Letter, now: datetime, outcome: str, again: datetime | None = None) -> None:
        await self._thread(partial(self._store.letters.settle, again=again), letter, now)
        events.letter(letter.kind, letter.account, outcome)

    async def _told(self, message: Held, address: str) -> Told:
        """`address`: of the page, "" where there is none."""
        link = f"{address}/message/{message.id}" if address else ""
        waited = self._clock() - message.received
        age = durations.spoken(timedelta(days=waited.days)) if waited > OLD else ""
        met = await self._thread(self._reminders.met, message, self._clock())
        called = await self._thread(names, self._store.held, message)
        when = None if met is None else met.starts
        return Told(message, called, link=link, age=age, met=when, folder=self._accounts().folder)


def names(held: HeldMessages, message: Held) -> dict[str, str]:
    """What the message's own headers call its recipients: normalised address -> name. In the store's thread."""
    beginning = bytearray()
    try:
        for chunk in held.content(message.id).chunks():
            beginning += chunk
            if len(beginning) >= HEAD_LIMIT:
                break
    except NotFound:
        return {}
    head = read(bytes(beginning[:HEAD_LIMIT]))
    return {normalise(person.address): person.name for person in (*head.to, *head.cc, *head.bcc) if person.name}
