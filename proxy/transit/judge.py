"""A message for recruiters is read and judged: their histories, the worker's findings, the gate's decision.

Acts through the store, the mailboxes and the worker. Nothing is sent meanwhile, and nothing is raised but StoreError:
a check that fails and a history that can't be had are judged like anything else (promise 5).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from checks.model import Findings
from proxy import events
from proxy.accounts import Accounts
from proxy.errors import WorkerError
from proxy.gate import Decision, decide, decide_unjudged
from proxy.jobs import Job
from proxy.local_time import there
from proxy.mailboxes import Mailboxes
from proxy.mime.headers import fingerprint
from proxy.model import Held
from proxy.muting import heard
from proxy.people import Party
from proxy.store.contacts import Reservation, Seen
from proxy.store.thread import StoreThread
from proxy.transit.submission import Submission
from proxy.worker import Worker

TOGETHER = 2.0
"""Seconds after which nobody waits for the mail that is answered; what the look at the mailboxes took counts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`reservation`: the token under which this message's contact is reserved, None where none is.

    `recruiters`: among the recipients, normalised.
    `contact`: whether sending it is one, as far as the checks could tell; `thanks`: whether its words thank the reader.
    `urgent`: it is no contact, but is counted.
    """

    decision: Decision
    reservation: str | None = None
    language: str = ""
    contact: bool = True
    thanks: bool = False
    urgent: bool = False
    recruiters: tuple[str, ...] = ()


class Judge:
    """Judges one message at a time, as the worker does. `zone`: the user's, None: the system's."""

    def __init__(
        self,
        thread: StoreThread,
        mailboxes: Mailboxes,
        worker: Worker,
        clock: Callable[[], datetime],
        *,
        zone: tzinfo | None = None,
    ) -> None:
        self._thread = thread
        self._mailboxes = mailboxes
        self._worker = worker
        self._clock = clock
        self._zone = zone

    async def judge(
        self, accounts: Accounts, message: Submission, parties: tuple[Party, ...], *, paused: bool
    ) -> Judged:
        """The decision on a message to these recruiters, with its contact reserved."""
        now, recruiters = self._clock(), tuple(party.address for party in parties)
        if paused and not message.personal:
            return Judged(Decision("forward"))
        started = asyncio.get_running_loop().time()
        stale = "" if paused else await self._stale(accounts, now, parties)
        answered = b"" if paused else await self._answered(message, recruiters, started + TOGETHER)
        contacts = self._thread.store.contacts
        mutes = await self._thread(self._thread.store.mutes.all)
        words = await self._thread(self._thread.store.words.all)
        reserved = await self._reserve(message, parties, now)
        if paused:
            return Judged(Decision("forward"), reserved.token)
        contact, language, thanks, urgent = message.personal, "", False, False
        try:
            job = Job(
                content=message.content.as_job_content(),
                recipients=recruiters,
                histories=reserved.histories,
                now=there(now, self._zone),  # findings tell days and times in its zone
                settings=replace(accounts.settings, words=accounts.settings.words | words),
                null_sender=not message.envelope.sender,
                answered=answered,
            )
            findings = heard(await self._worker.judge(job), mutes, recruiters)
        except WorkerError as error:
            events.judging_failed(error.what)
            decision = decide_unjudged(str(error), accounts.rules, stale=stale if contact else "")
        except BaseException:
            await self._thread(contacts.cancel, reserved.token)
            raise
        else:
            self._tell(findings)
            decision = decide(findings, accounts.rules, stale=stale)
            contact, language, thanks, urgent = findings.contact, findings.language, findings.thanks, findings.urgent
        counted = contact or urgent
        if not counted:
            await self._thread(contacts.cancel, reserved.token)
        return Judged(decision, reserved.token if counted else None, language, contact, thanks, urgent, recruiters)

    async def confirmed(self, message: Submission, parties: tuple[Party, ...], refused: Held) -> Judged:
        """What was refused as `refused` and is sent again by a person's word: no check looks at it, and its contact is
        reserved as any other's."""
        notes = tuple(finding for finding in refused.findings if finding.effect == "note")
        token = None
        if refused.contact:
            token = (await self._reserve(message, parties, self._clock())).token
        return Judged(
            Decision("forward", notes),
            token,
            refused.language,
            refused.contact,
            refused.thanks,
            recruiters=tuple(party.address for party in parties),
        )

    async def _reserve(self, message: Submission, parties: tuple[Party, ...], now: datetime) -> Reservation:
        head = message.head
        mail = Seen(0, now, "out", (), head.message_id, head.thread, head.subject, fingerprint(head))
        return await self._thread(self._thread.store.contacts.reserve, message.account, parties, mail, now)

    async def _stale(self, accounts: Accounts, now: datetime, parties: tuple[Party, ...]) -> str:
        """Looks at mailboxes that weren't read lately; why the history is too old to rely on, "" where it isn't."""
        poll, max_age = accounts.poll, accounts.max_age
        address = await self._mailboxes.freshen(now, poll=poll, max_age=max_age, parties=parties)
        if not address:
            return ""
        if self._mailboxes.is_reading(address):
            return (
                f"I'm still reading your mailbox {address} to see what you sent before; your words are fine. "
                "`tactful status` shows how far I am. Send it then, or now if you haven't written to them lately."
            )
        return (
            f"I couldn't reach your mailbox {address} to see what you sent before; your words are fine. "
            "Send it when you know that you haven't written to them lately."
        )

    async def _answered(self, message: Submission, recruiters: tuple[str, ...], deadline: float) -> bytes:
        """The mail that the message answers: where its quotation was deleted, nothing else says what was asked."""
        if not message.head.in_reply_to or not message.personal:
            return b""
        try:
            async with asyncio.timeout_at(deadline):
                return await self._mailboxes.answered(message.account, message.head.in_reply_to, recruiters)
        except TimeoutError:
            events.answered_not_read(message.account, "too slow")
            return b""

    def _tell(self, findings: Findings) -> None:
        if not findings.checked:
            events.not_checked(findings.reason)
