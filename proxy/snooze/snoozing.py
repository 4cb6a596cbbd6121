"""Mail that a person said to send when it is due: it goes, or waits for another word and says why.

Promises (DESIGN.md, 4): nothing goes that was answered or replaced meanwhile, nor without a look at the mailboxes; of
the checks only frequency is asked again; what could not go for a day asks first. Whatever happens, the message is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import partial

from sqlalchemy import Connection

from checks.model import Finding, Findings
from proxy import events, local_time
from proxy.accounts import Accounts
from proxy.errors import SpoolError, WorkerError
from proxy.jobs import Job
from proxy.mailboxes import Mailboxes
from proxy.model import Held, State
from proxy.muting import heard
from proxy.release import Request
from proxy.review import Review
from proxy.snooze import due
from proxy.snooze.surroundings import histories_of, parties_of, surroundings
from proxy.store import letters, snoozes
from proxy.store.held import copy_of
from proxy.store.snoozes import Known
from proxy.store.thread import StoreThread
from proxy.transit.keeping import Kept
from proxy.worker import Worker

AFTER_FAULT = timedelta(minutes=5)
"""Until a message that could not leave, or could not be looked into, is tried again."""

SNOOZED: tuple[State, ...] = ("snoozed",)

UNREAD = "Your mailbox could not be read, to see whether they have written since: look whether it still fits."

REFUSED = "It was due, and your server did not take it."


class Snoozing:
    """`returned` is called for each that waits for a person's word again. `zone`: the user's, None: the system's."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        review: Review,
        worker: Worker,
        *,
        clock: Callable[[], datetime],
        returned: Callable[[Kept], None] = lambda kept: None,
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._mailboxes = mailboxes
        self._review = review
        self._worker = worker
        self._clock = clock
        self._returned = returned
        self._zone = zone
        self._not_before: dict[str, datetime] = {}
        self._stamp: object = None

    async def look(self) -> None:
        """Cancels what was answered or replaced, and sends what is due."""
        now = self._clock()
        waiting = [each for each in await self._due(now) if self._not_before.get(each.id, now) <= now]
        unread = await self._unread(waiting, now) if waiting else False
        await self._cancel()
        for message in waiting:
            await self._decide(message, unread=unread)

    async def _due(self, now: datetime) -> list[Held]:
        return await self._thread(self._store.held.due, now)

    async def _unread(self, messages: list[Held], now: datetime) -> bool:
        """Whether a mailbox can't be looked into that might hold an answer."""
        accounts = self._accounts()
        parties = [party for each in messages for party in await self._thread(parties_of, self._store, accounts, each)]
        # Here nobody stands by who knows better: that it was read within `max_age` is not enough.
        poll = accounts.poll
        account = await self._mailboxes.freshen(now, poll=poll, max_age=poll, parties=tuple(dict.fromkeys(parties)))
        if account:
            events.schedule_failed("snoozed", f"the mailbox {account} could not be read")
        return bool(account) and accounts.rules.when_stale == "hold"

    async def _cancel(self) -> None:
        """Looks at all that is snoozed, whenever something came; what is not due yet is told of at once, too."""
        stamp = await self._thread(self._store.snoozes.stamp)
        if stamp == self._stamp:
            return
        for message in await self._thread(self._store.held.messages, SNOOZED):
            known, there = await self._both(message)
            if reason := due.meanwhile(known, there):
                await self._back(message, reason)
        self._stamp = stamp

    async def _both(self, message: Held) -> tuple[Known, Known]:
        """What the person knew, and what there is."""
        now, accounts = self._clock(), self._accounts()
        known = await self._thread(self._store.snoozes.known, message.id)
        return known, await self._thread(surroundings, self._store, accounts, message, now)

    async def _decide(self, message: Held, *, unread: bool) -> None:
        now, hours = self._clock(), self._accounts().settings.quiet
        known, there = await self._both(message)
        when = message.due or now
        if reason := due.meanwhile(known, there):
            await self._back(message, reason)
        elif due.is_late(when, now):
            await self._back(message, UNREAD if unread else due.LATE)
        elif unread:
            self._not_before[message.id] = now + AFTER_FAULT
        elif (end := due.waits_for_quiet(when, now, hours, self._zone)) is not None:
            await self._thread(self._store.snoozes.postpone, message, end)
        else:
            await self._judge(message, known, there)

    async def _judge(self, message: Held, known: Known, there: Known) -> None:
        try:
            found = await self._frequency(message)
        except SpoolError as error:  # there is no room for its bytes now
            self._not_before[message.id] = self._clock() + AFTER_FAULT
            events.schedule_failed("snoozed", error.what)
            return
        except WorkerError as error:
            events.judging_failed(error.what)
            if self._accounts().rules.on_error == "hold":
                await self._back(message, str(error))
                return
            found = Findings()
        if news := due.news(message, found, known, there):
            await self._back(message, due.TOO_SOON, news, due.told_anew(message, found))
        elif (await self._both(message))[1] == there:  # else something came while it was read: it is looked at again
            await self._send(message)

    async def _frequency(self, message: Held) -> Findings:
        """What the checks say now; of it only frequency counts. Raises WorkerError and SpoolError."""
        now, accounts, store = self._clock(), self._accounts(), self._store
        parties = await self._thread(parties_of, store, accounts, message)
        recruiters = tuple(party.address for party in parties)
        with await self._thread(copy_of, store.held, message.id) as copy:
            job = Job(
                content=copy.as_job_content(),
                recipients=recruiters,
                histories=await self._thread(histories_of, store, accounts, message, now),
                now=local_time.there(now, self._zone),  # findings tell days and times in its zone
                settings=accounts.settings,
                null_sender=not message.envelope.sender,
            )
            found = await self._worker.judge(job)
        return heard(found, await self._thread(store.mutes.all), recruiters)

    async def _send(self, message: Held) -> None:
        outcome = await self._review.act(message.id, Request("release", expect="snoozed", due=message.due))
        self._not_before.pop(message.id, None)
        if outcome.failed:
            self._not_before[message.id] = self._clock() + AFTER_FAULT
            if outcome.state in ("held", "unknown"):  # the review has asked for the letter
                self._returned(Kept(message.id, outcome.state, message.recipients, reason=REFUSED))

    async def _back(
        self,
        message: Held,
        reason: str,
        news: tuple[Finding, ...] = (),
        findings: tuple[Finding, ...] | None = None,
    ) -> None:
        """Held again, with a notice. `news`: what holds it; `findings`: all of its own, where they are others now."""
        now, notify = self._clock(), self._accounts().notify_by_mail

        def within(connection: Connection) -> None:
            if findings is not None:
                snoozes.find_anew(connection, message.id, findings)
            if notify:
                letters.write_back(connection, message.account, message.id, now)

        # Who said another time meanwhile is believed.
        move = partial(self._store.held.move, since=message.changed, outcome=reason, within=within)
        if await self._thread(move, message.id, {"snoozed"}, "held", now):
            self._not_before.pop(message.id, None)
            events.action(message.id, "answered" if reason == due.ANSWERED else "due", "held", reason)
            self._returned(Kept(message.id, "held", message.recipients, news, reason))
