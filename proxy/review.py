"""Carries out a person's word on a kept message: asks `release` for the plan, then drives store, relay and mailbox.

Promises: of several who act on one message at once, one acts and the others are told; nothing is sent without the
lease, nor its final dot before `dot_at` is on disk; whatever fails, the message is kept and says why.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from proxy import events, offer, patched
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.errors import NotFound, StoreError, TactfulError, TooLate, UnknownOutcome, UpstreamError
from proxy.mailboxes import Mailboxes
from proxy.model import Action, Content, Held, Recipient, Reply, State
from proxy.release import Plan, Refusal, Request, plan
from proxy.smtp.upstream import Upstream
from proxy.spool import Spool
from proxy.store import contacts, letters
from proxy.store.contacts import Seen
from proxy.store.held import copy_of
from proxy.store.thread import StoreThread

LEASE = timedelta(minutes=2)
"""How long a releaser that says nothing is believed; renewed while it works."""

RENEW = 30.0
"""Seconds between two renewals."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action (DESIGN.md, Contract, actions). `reason`: why not, or what is worth saying."""

    id: str
    action: Action
    done: bool
    state: State
    reason: str = ""
    failed: bool = False
    """Whether something outside failed, rather than the answer being no."""
    due: datetime | None = None
    """Of a snoozed one: when it goes."""


class Review:
    """The actions. `owner` names this process among those that might act on one message."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._held = thread.store.held
        self._mailboxes = mailboxes
        self._clock = clock
        self._owner = thread.store.runner

    async def act(self, id_: str, request: Request) -> Outcome:
        """Does what is asked, or says why not. Raises NotFound and StoreError."""
        message = await self._thread(self._held.find, id_)
        wanted = plan(message.state, request, self._clock(), message.findings)
        if isinstance(wanted, Refusal):
            outcome = Outcome(message.id, request.action, False, message.state, wanted.reason)
        else:
            try:
                reason = await self._carry_out(message, wanted)
                outcome = Outcome(message.id, request.action, True, wanted.to, reason, due=wanted.due)
            except TactfulError as error:
                if isinstance(error, StoreError | NotFound):
                    raise
                now = await self._thread(self._held.find, message.id)
                late = isinstance(error, TooLate)
                outcome = Outcome(message.id, request.action, False, now.state, str(error), failed=not late)
        events.action(outcome.id, outcome.action, outcome.state, "" if outcome.done else outcome.reason)
        return outcome

    async def _carry_out(self, message: Held, wanted: Plan) -> str:
        match wanted.step:
            case "send":
                return await self._send(message)
            case "append":
                return await self._draft(message)
            case "mark":
                return await self._mark(message, wanted)

    async def _mark(self, message: Held, wanted: Plan) -> str:
        def within(connection: Connection) -> None:
            if wanted.to == "released":  # a person says that it was sent
                when = message.dot_at or message.changed or message.received
                contacts.add_released(connection, message.account, _addresses(message), _mail(message, when), when)

        done = await self._thread(
            self._held.move, message.id, {message.state}, wanted.to, self._clock(), due=wanted.due, within=within
        )
        if not done:
            raise await self._too_late(message.id)
        return ""

    async def _draft(self, message: Held) -> str:
        """Into Drafts first, then the state: a crash between the two leaves one draft too many and loses nothing."""
        async with self._lease(message, message.state):
            with await self._thread(copy_of, self._held, message.id) as content:
                draft = patched.drafted(content, message.recipients)
                there = not await self._mailboxes.draft(message.account, draft, message.message_id)
            moved = await self._thread(
                self._held.move, message.id, {message.state}, "drafted", self._clock(), owner=self._owner
            )
        if not moved:
            raise await self._too_late(message.id)
        return "It was in Drafts already." if there else ""

    async def _send(self, message: Held) -> str:
        way = self._accounts().ways.get(message.account)
        if way is None:
            raise UpstreamError(
                f"The account {message.account} is not in the configuration any more.", "Add it again to send this."
            )
        # What can fail without the message is done first: an upstream that is down leaves it as it is.
        upstream = await way.relay.open()
        try:
            with await self._thread(copy_of, self._held, message.id) as copy:
                async with self._lease(message, "releasing"):
                    await self._send_by(upstream, message, copy)
        finally:
            with suppress(UpstreamError):
                await upstream.quit()
        return ""

    async def _send_by(self, upstream: Upstream, message: Held, copy: Spool) -> None:
        try:
            reply, sent_at = await self._hand_over(upstream, message, copy)
        except UnknownOutcome as error:
            await self._settle(message.id, "unknown", "Your server did not say whether it was sent.")
            raise UnknownOutcome(
                f"{error.what} It may have been sent.",
                f"Look in Sent, then: tactful release {message.id} --was-sent, or --again.",
            ) from error
        except asyncio.CancelledError:
            await self._settle(message.id, "held", "Sending was stopped; it was not sent.")
            raise
        except TactfulError as error:
            await self._settle(message.id, "held", str(error))
            raise
        if not 200 <= reply.code < 300:
            await self._settle(message.id, "held", f"Your server refused it: {reply}")
            raise UpstreamError(f"Your server refused it: {reply}. It is still held.", code=reply.code)
        await self._released(message, sent_at)

    async def _hand_over(self, upstream: Upstream, message: Held, copy: Spool) -> tuple[Reply, datetime]:
        """The upstream's last reply, and the time of sending. A refusal of any recipient: nobody is sent it."""
        now = self._clock()
        content: Content = patched.released(copy, now, renew=self._accounts().renew_date)
        envelope = message.envelope
        problem = offer.shortfall(content.size, envelope.parameters, envelope.recipients, upstream.capabilities)
        if problem is not None:
            return problem, now
        parameters = _resized(offer.relayed(envelope.parameters, upstream.capabilities), content.size)
        reply = await upstream.mail(envelope.sender, parameters)
        if not reply.positive:
            return reply, now
        refused: list[tuple[Recipient, Reply]] = []
        for recipient in envelope.recipients:
            reply = await upstream.rcpt(recipient)
            if not reply.positive:
                refused.append((recipient, reply))
        if refused:
            await upstream.reset()
            lines = tuple(f"{recipient.address}: {reply}" for recipient, reply in refused)
            return Reply(refused[0][1].code, lines), now

        async def before_dot() -> None:
            at = self._clock()
            if not await self._thread(self._held.mark_dot, message.id, self._owner, at, at + LEASE):
                raise await self._too_late(message.id)

        return await upstream.send(content, before_dot), now

    async def _released(self, message: Held, sent_at: datetime) -> None:
        def within(connection: Connection) -> None:
            contacts.add_released(connection, message.account, _addresses(message), _mail(message, sent_at), sent_at)
            if message.account in self._mailboxes.addresses and message.message_id:
                letters.want_sent_copy(connection, message.id, sent_at)

        def settle() -> None:
            # `unknown` too: a machine that slept past its lease was recovered, but here the answer is known.
            move, now = self._held.move, self._clock()
            if not move(message.id, {"releasing"}, "released", now, owner=self._owner, outcome="", within=within):
                move(message.id, {"unknown"}, "released", now, outcome="", within=within)

        await self._thread(settle)

    async def _settle(self, id_: str, state: State, outcome: str) -> None:
        move = self._held.move
        await self._thread(move, id_, {"releasing"}, state, self._clock(), owner=self._owner, outcome=outcome)

    @asynccontextmanager
    async def _lease(self, message: Held, state: State) -> AsyncIterator[None]:
        """Holds the message for this process, in `state`, until the block ends or has moved it."""
        claimed = await self._thread(
            self._held.claim, message.id, {message.state}, state, owner=self._owner, now=self._clock(), lease=LEASE
        )
        if not claimed:
            raise await self._too_late(message.id)
        renewing = asyncio.create_task(self._renew(message.id))
        try:
            yield
        finally:
            renewing.cancel()
            with suppress(asyncio.CancelledError):
                await renewing
            await self._thread(self._held.give_up, message.id, self._owner)

    async def _renew(self, id_: str) -> None:
        while True:
            await asyncio.sleep(RENEW)
            with suppress(StoreError):
                await self._thread(self._held.renew, id_, self._owner, self._clock() + LEASE)

    async def _too_late(self, id_: str) -> TooLate:
        now = await self._thread(self._held.find, id_)
        busy = "somebody else is acting on it at this moment" if now.lease else f"it is {now.state} now"
        return TooLate(f"Too late: {busy}.", "Look again with `tactful held --all`.")


def _addresses(message: Held) -> tuple[str, ...]:
    return tuple(normalise(address) for address in message.recipients)


def _mail(message: Held, when: datetime) -> Seen:
    return Seen(0, when, "out", (), message.message_id, (), message.subject)


def _resized(parameters: tuple[str, ...], size: int) -> tuple[str, ...]:
    """SIZE names the octets of this message: a renewed Date may have another length."""
    return tuple(f"SIZE={size}" if each.upper().startswith("SIZE=") else each for each in parameters)
