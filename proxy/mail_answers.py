"""The way of an answer by mail: taken from the client or from INBOX, carried out by the review, and told back.

Promises: an answer is on disk before the client is told that it was taken; each is carried out once, also where the
process dies meanwhile; it is never offered to the upstream nor judged. A mail that only looks like one goes its way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from proxy import events
from proxy.accounts import Accounts, Way
from proxy.digest import commands, replies
from proxy.digest.commands import Said
from proxy.errors import NotFound
from proxy.mailboxes import Mailboxes
from proxy.mime.headers import read
from proxy.model import Reply
from proxy.review import Review
from proxy.store.answers import Answer, Bound
from proxy.store.thread import StoreThread
from proxy.transit.submission import Submission

TAKEN = Reply(250, ("2.0.0 Taken by tactful as your answer; what came of it is in your INBOX soon",))

SLACK = timedelta(days=1)
"""INBOX is searched from so long before the oldest token on: IMAP knows only days, and clocks differ."""


class MailAnswers:
    """`taken` is called when there is something to carry out or to tell."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        review: Review,
        *,
        clock: Callable[[], datetime],
        taken: Callable[[], None],
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._review = review
        self._clock = clock
        self._taken = taken
        self._zone = zone

    def said(self, way: Way, message: Submission) -> Said | None:
        """What a message that was handed over in this account says to tactful; None where it is a mail like others."""
        if not message.personal:
            return None
        own = self._accounts().settings.own
        return commands.submitted(message.head, message.envelope, mine=way.account.own, own=own)

    async def take(self, message: Submission, said: Said) -> Reply:
        """Writes an answer down. Raises StoreError: then it was not taken, and the client keeps it."""
        mail = message.head.message_id or message.digest
        await self._take(message.account, mail, said)
        return TAKEN

    async def look(self, account: str) -> None:
        """Takes the answers that came to INBOX from elsewhere. Raises MailboxError.

        From: can be forged, so that only a token counts which is good; of all others nothing is said or done.
        """
        oldest = await self._thread(self._store.answers.oldest_good)
        if oldest is None:
            return
        for octets in await self._mailboxes.to_self(account, oldest - SLACK):
            head = read(octets)
            said = commands.received(head, own=self._accounts().settings.own)
            if said is not None:
                await self.take_good(account, head.message_id or head.date_text, said)

    async def take_good(self, account: str, mail: str, said: Said) -> None:
        """Writes down what a mail (by its Message-ID) in the mailbox says, if its token is good."""
        if await self._thread(self._store.answers.is_good, said.command, said.token):
            await self._take(account, mail, said)

    async def _take(self, account: str, mail: str, said: Said) -> None:
        take, now = self._store.answers.take, self._clock()
        if await self._thread(take, account, mail, said.command, said.token, now=now):
            self._taken()

    async def carry_out(self) -> None:
        """Does what was taken, each with its letter in return. Raises StoreError: then it is done later."""
        for answer in await self._thread(self._store.answers.due):
            words = await self._carry_out(answer)
            await self._thread(self._store.answers.settle, answer, words, self._clock())
            self._taken()

    async def _carry_out(self, answer: Answer) -> str:
        bound = answer.bound
        if bound is None:
            events.answered("", "", "not known")
            return replies.NOT_KNOWN
        words = await self._act(answer, bound)
        events.answered(bound.held, bound.command, words.partition(". ")[0].rstrip("."))
        return words

    async def _act(self, answer: Answer, bound: Bound) -> str:
        find, command = self._store.held.find, bound.command
        message = await self._thread(find, bound.held)
        if not answer.spends or not bound.counts(message):
            # It was done, and the process died before that was written down, or somebody did the same meanwhile.
            since = message.changed or message.received
            if answer.spends and message.state == commands.LEADS_TO[command] and since >= answer.received:
                return replies.done(command, message, self._clock(), self._zone)
            return replies.late(message, self._clock(), self._zone, used=not answer.spends)
        try:
            outcome = await self._review.act(bound.held, commands.request(command, bound.state))
        except NotFound as error:
            return replies.failed(str(error))
        message = await self._thread(find, bound.held)
        if outcome.done:
            return replies.done(command, message, self._clock(), self._zone, outcome.warnings)
        if message.state == "unknown" != bound.state:
            return replies.UNSURE
        if outcome.failed or bound.counts(message):
            return replies.failed(outcome.reason)
        return replies.late(message, self._clock(), self._zone, used=False)
