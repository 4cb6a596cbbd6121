"""The thank-you that was never written: one reminder a meeting, in a letter and in the digest, and a draft if wanted.

Promises: the mailbox is looked at before anybody is reminded; a reminder is written down in one transaction and then
delivered exactly once, whatever dies meanwhile; where thanks went after all, nothing is said any more. Nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from proxy.accounts import Accounts
from proxy.digest import compose, thanks
from proxy.digest.thanks import Reminder
from proxy.mailboxes import Mailboxes
from proxy.meetings.unthanked import FRESH, TOGETHER, meant_for, passed, thanked
from proxy.model import WAITING, Held
from proxy.people import person
from proxy.recruiters import Recruiters
from proxy.store.interviews import Interview
from proxy.store.letters import Letter
from proxy.store.thread import StoreThread

UNREAD = timedelta(minutes=5)
"""Until a mailbox that could not be read is looked at again."""

EVERY = timedelta(minutes=1)
"""Between two looks; each reads the histories of those whom the user met lately."""


class Reminders:
    """Finds what thanks are missing for, and delivers the reminders. `show`: on the desktop, a title and a text."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        clock: Callable[[], datetime],
        zone: tzinfo | None = None,
        show: Callable[[str, str], None] = lambda title, text: None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._clock = clock
        self._zone = zone
        self._show = show
        self._not_before: datetime | None = None

    @property
    def only_by_digest(self) -> bool:
        """Whether no letter of its own tells of a reminder."""
        return not self._accounts().notify_by_mail

    async def look(self) -> None:
        """Asks for each reminder that is due. Raises StoreError."""
        now, accounts = self._clock(), self._accounts()
        if self._not_before is not None and now < self._not_before:
            return
        self._not_before = now + EVERY
        if not await self._thread(self._due, now):
            return
        # Thanks may have gone from a phone a minute ago.
        unread = await self._mailboxes.freshen(now, poll=accounts.poll, max_age=accounts.poll)
        if unread:
            self._not_before = now + UNREAD
            return
        meetings: dict[tuple[str, str], list[Interview]] = {}
        for each in await self._thread(self._due, now):
            meetings.setdefault((each.uid, each.occurrence), []).append(each)
        for people in meetings.values():
            account = await self._thread(self._account, people[0])
            if not account:
                continue
            new: bool = await self._thread(self._store.interviews.remind, people, account, now)
            if new:
                self._show(*thanks.on_desktop(Reminder(tuple(people))))

    async def deliver(self, letter: Letter, message_id: str, now: datetime) -> str:
        """Delivers the letter of a reminder, with a draft where one is wanted; what came of it. Raises MailboxError."""
        accounts = self._accounts()
        about = await self._thread(self._store.interviews.reminder, letter.about)
        reminder = await self._thread(self._reminder, about, now)
        if reminder is None:
            return "thanked already"
        if accounts.draft_thanks and not reminder.waits:
            for each in reminder.interviews:
                await self._draft(letter.account, each, now)
            reminder = replace(reminder, drafted=True)
        if self.only_by_digest:
            return "left to the digest"
        mail = compose.letter(letter.account, thanks.words(reminder, self._zone), message_id, now)
        await self._mailboxes.deliver(letter.account, mail, message_id)
        return "delivered"

    async def untold(self, account: str | None, now: datetime) -> list[Reminder]:
        """What no digest has told yet and is still so, the oldest first; all accounts' where None."""
        found = []
        meetings: dict[tuple[str, str], list[Interview]] = {}
        for each in await self._thread(self._store.interviews.untold):
            if account is None or account == await self._thread(self._account, each):
                meetings.setdefault((each.uid, each.occurrence), []).append(each)
        for people in meetings.values():
            reminder = await self._thread(self._reminder, people, now)
            if reminder is not None and now - reminder.interviews[0].ends <= FRESH + TOGETHER:
                found.append(reminder)
        return found

    async def mark_told(self, reminders: Sequence[Reminder], now: datetime) -> None:
        """A digest told of these."""
        told = [interview for each in reminders for interview in each.interviews]
        await self._thread(self._store.interviews.mark_told, told, now)

    def met(self, message: Held, now: datetime) -> Interview | None:
        """The interview for which a kept message thanks. Called in the store's thread."""
        if not message.thanks:
            return None
        recruiters = self._recruiters()
        known = [each for to in message.recipients for each in self._store.interviews.of(recruiters.party(to))]
        return meant_for(message, known, now)

    async def _draft(self, account: str, interview: Interview, now: datetime) -> None:
        if interview.drafted is None:
            # Looked for by its Message-ID first: a crash after it was put there leaves no second one.
            mail, message_id = thanks.draft(account, interview, now, self._zone)
            await self._mailboxes.draft(account, mail, message_id)
            await self._thread(self._store.interviews.mark_drafted, interview, now)

    # In the store's thread

    def _due(self, now: datetime) -> list[Interview]:
        after = self._accounts().remind
        if not after:
            return []
        known = self._store.interviews.ended(now - FRESH - 2 * TOGETHER, now + 2 * TOGETHER)
        return [each for each in passed(known, now, after) if self._missing(each, now)]

    def _missing(self, interview: Interview, now: datetime) -> bool:
        recruiters = self._recruiters()
        if not recruiters.covers(interview.address):
            return False
        party = recruiters.party(interview.address)
        return not party.offered and not thanked(self._store.contacts.history(party, now), interview)

    def _reminder(self, about: Sequence[Interview], now: datetime) -> Reminder | None:
        missing = tuple(each for each in about if self._missing(each, now))
        if not missing:
            return None
        people = {person(each.address) for each in missing}
        waits = [
            message.id
            for message in self._store.held.messages(WAITING)
            if any(person(each) in people for each in message.recipients) and self.met(message, now) is not None
        ]
        return Reminder(missing, tuple(waits), any(each.drafted for each in missing))

    def _account(self, interview: Interview) -> str:
        """Whose mailbox the reminder goes to; "" where there is none."""
        boxes = self._mailboxes.addresses
        last = interview.account or self._store.interviews.account(interview.address)
        return last if last in boxes else next(iter(boxes), "")

    def _recruiters(self) -> Recruiters:
        control = self._store.control
        return self._accounts().recruiters_in(control)
