"""A message for recruiters is read and judged: their histories, the worker's findings, the gate's decision.

Acts through the store, the mailboxes and the worker. Nothing is sent meanwhile, and nothing is raised but StoreError:
a check that fails and a history that can't be had are judged like anything else (promise 5).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from checks.model import Findings
from proxy import events
from proxy.accounts import Accounts
from proxy.errors import MailboxError, WorkerError
from proxy.gate import Decision, decide, decide_unjudged
from proxy.headers import fingerprint
from proxy.mailboxes import Mailboxes
from proxy.store.contacts import Seen
from proxy.store.thread import StoreThread
from proxy.submission import Submission
from proxy.worker import Job, Worker

LOOK = 8.0
"""Seconds for one look at the mailbox before a message is judged (DESIGN.md, Contract, [history] max_age)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`reservation`: the token under which this message's contact is reserved, None where it is no contact."""

    decision: Decision
    reservation: str | None = None
    language: str = ""


class Judge:
    """Judges one message at a time, as the worker does."""

    def __init__(
        self, thread: StoreThread, mailboxes: Mailboxes, worker: Worker, clock: Callable[[], datetime]
    ) -> None:
        self._thread = thread
        self._mailboxes = mailboxes
        self._worker = worker
        self._clock = clock

    async def judge(
        self, accounts: Accounts, message: Submission, recruiters: tuple[str, ...], *, paused: bool
    ) -> Judged:
        """The decision on a message to these recruiters (normalised), with its contact reserved."""
        now = self._clock()
        stale = "" if paused else await self._freshen(accounts, now)
        contacts, head = self._thread.store.contacts, message.head
        mail = Seen(0, now, "out", (), head.message_id, head.thread, head.subject, fingerprint(head))
        reserved = await self._thread(contacts.reserve, message.account, recruiters, mail, now)
        if paused:
            return Judged(Decision("forward"), reserved.token)
        try:
            job = Job(
                content=message.content.as_job_content(),
                recipients=recruiters,
                histories=reserved.histories,
                now=now,
                settings=accounts.settings,
                null_sender=not message.envelope.sender,
            )
            findings = await self._worker.judge(job)
        except WorkerError as error:
            events.judging_failed(error.what)
            return Judged(decide_unjudged(str(error), accounts.rules), reserved.token)
        except BaseException:
            await self._thread(contacts.cancel, reserved.token)
            raise
        self._tell(findings)
        token: str | None = reserved.token
        if not findings.contact:
            await self._thread(contacts.cancel, reserved.token)
            token = None
        return Judged(decide(findings, accounts.rules, stale=stale), token, findings.language)

    def _tell(self, findings: Findings) -> None:
        if not findings.checked:
            events.not_checked(findings.reason)

    async def _freshen(self, accounts: Accounts, now: datetime) -> str:
        """Looks at mailboxes that weren't read lately; why the history is too old to rely on, "" where it isn't."""
        contacts = self._thread.store.contacts
        old: list[str] = []
        for address in self._mailboxes.addresses:
            synced = await self._thread(contacts.synced, address)
            if synced is None or now - synced > accounts.poll:
                old.append(address)
        if not old:
            return ""
        looks = [asyncio.create_task(self._mailboxes.sync(address)) for address in old]
        done, pending = await asyncio.wait(looks, timeout=LOOK)
        for look in pending:
            look.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        for look in done:
            if (error := look.exception()) is not None and not isinstance(error, MailboxError):
                raise error
        for address in old:
            synced = await self._thread(contacts.synced, address)
            if synced is None or now - synced > accounts.max_age:
                return (
                    f"I couldn't read your mailbox {address} to see what you sent before; your words are fine. "
                    "Send it when you know that you haven't written to them lately."
                )
        return ""
