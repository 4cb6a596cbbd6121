"""Carries out a person's word on a kept message: asks `release` for the plan, then drives store, relay and mailbox.

Promises: of several who act on one message at once, one acts and the others are told; nothing is sent without the
lease, nor its final dot before `dot_at` is on disk; whatever fails, the message is kept and says why.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import partial

from sqlalchemy import Connection

from proxy import events
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.errors import NotFound, StoreError, TactfulError, TooLate, UnknownOutcome, UpstreamError
from proxy.local_time import there
from proxy.mailboxes import Mailboxes
from proxy.mime import patched
from proxy.mime.headers import fingerprint
from proxy.model import Action, Content, Held, Recipient, Reply, State
from proxy.muting import mutes_of
from proxy.release import Limits, Plan, Refusal, Request, plan
from proxy.smtp.upstream import Upstream
from proxy.snooze import due
from proxy.snooze.foresight import Foresight
from proxy.snooze.surroundings import surroundings
from proxy.store import contacts, letters, snoozes
from proxy.store.held import copy_of
from proxy.store.mutes import Mute
from proxy.store.thread import StoreThread
from proxy.transit import offer
from proxy.transit.spool import Spool

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
    asks: bool = False
    """Whether nothing was done because a second word is missing (`Request.sure`)."""
    muted: tuple[Mute, ...] = ()
    """What is not mentioned from now on."""
    warnings: tuple[str, ...] = ()
    """Of a snoozed one: its words that will mean another day when it goes, in sentences."""


class Review:
    """The actions, of this process among others that may act on the same message."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        mailboxes: Mailboxes,
        *,
        clock: Callable[[], datetime],
        foresight: Foresight | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._held = thread.store.held
        self._mailboxes = mailboxes
        self._clock = clock
        self._foresight = foresight
        self._zone = zone

    async def act(self, id_: str, request: Request) -> Outcome:
        """Does what is asked, or says why not. Raises NotFound and StoreError."""
        # Where no `run` does it: what a process that died left is not "being sent" for ever.
        recover = partial(self._held.recover, tell=self._accounts().notify_by_mail)
        for gone in await self._thread(recover, self._clock()):
            events.recovered(gone.id, "unknown" if gone.dot_at else "held")
        message = await self._thread(self._held.find, id_)
        limits = Limits(quiet=self._accounts().settings.quiet)
        wanted = plan(message.state, request, there(self._clock(), self._zone), message.findings, limits)
        if isinstance(wanted, Plan) and request.batch and wanted.step == "send" and await self.is_replaced(message):
            wanted = Refusal(due.LEFT_OUT)
        if isinstance(wanted, Refusal):
            outcome = Outcome(message.id, request.action, False, message.state, wanted.reason, asks=wanted.asks)
        else:
            muted = await self._mute(message, request)
            try:
                reason = await self._carry_out(message, wanted, request)
                outcome = Outcome(message.id, request.action, True, wanted.to, reason, due=wanted.due, muted=muted)
                if wanted.due is not None and self._foresight is not None:
                    outcome = replace(outcome, warnings=await self._foresight.warnings(message, wanted.due))
            except TactfulError as error:
                if isinstance(error, StoreError | NotFound):
                    raise
                now = await self._thread(self._held.find, message.id)
                late = isinstance(error, TooLate)
                outcome = Outcome(
                    message.id, request.action, False, now.state, str(error), failed=not late, muted=muted
                )
        events.action(outcome.id, outcome.action, outcome.state, "" if outcome.done else outcome.reason)
        return outcome

    async def is_replaced(self, message: Held) -> bool:
        """Whether there is a newer message to the same people in its conversation, sent or kept."""
        there = await self._thread(surroundings, self._thread.store, self._accounts(), message, self._clock())
        return there.newer > 0

    async def _mute(self, message: Held, request: Request) -> tuple[Mute, ...]:
        """Before it is sent, so that the word counts whatever becomes of the sending."""
        if not request.mute or request.action != "release":
            return ()
        store = self._thread.store
        entries, stages = await self._thread(store.control.recruiters), await self._thread(store.control.stages)
        recruiters = self._accounts().recruiters_with(entries, stages)
        addresses = dict.fromkeys(map(normalise, message.recipients))
        covered = [address for address in addresses if recruiters.covers(address)]
        mutes = mutes_of(message.findings, request.mute, covered)
        await self._thread(store.mutes.add, mutes, self._clock())
        events.muted(message.id, [mute.rule for mute in mutes], request.mute)
        return mutes

    async def _carry_out(self, message: Held, wanted: Plan, request: Request) -> str:
        match wanted.step:
            case "send":
                return await self._send(message, request)
            case "append":
                return await self._draft(message)
            case "mark":
                return await self._mark(message, wanted)

    async def _mark(self, message: Held, wanted: Plan) -> str:
        known = None
        if wanted.to == "snoozed":
            known = await self._thread(surroundings, self._thread.store, self._accounts(), message, self._clock())

        def within(connection: Connection) -> None:
            if known is not None:
                snoozes.note(connection, message.id, known)
            if wanted.to == "released":  # a person says that it was sent
                when = message.dot_at or message.changed or message.received
                contacts.add_sent(connection, message, when)
                if message.message_id:  # else a copy that the client filed would not be known
                    self._want_sent_copy(connection, message, when)

        outcome = due.AWARE if known is not None and known.life else "" if message.outcome in due.TOLD else None
        move, now = partial(self._held.move, due=wanted.due, outcome=outcome, within=within), self._clock()
        done = await self._thread(move, message.id, {message.state}, wanted.to, now)
        if not done:
            raise await self._too_late(message.id)
        return ""

    async def _draft(self, message: Held) -> str:
        """Into Drafts first, then the state: a crash between the two leaves one draft too many and loses nothing."""
        async with self._lease(message, message.state) as owner:
            with await self._thread(copy_of, self._held, message.id) as content:
                draft = patched.drafted(content, message.recipients)
                there = not await self._mailboxes.draft(message.account, draft, message.message_id)
            moved = await self._thread(
                self._held.move, message.id, {message.state}, "drafted", self._clock(), owner=owner
            )
        if not moved:
            raise await self._too_late(message.id)
        return "It was in Drafts already." if there else ""

    async def _send(self, message: Held, request: Request) -> str:
        way = self._accounts().ways.get(message.account)
        if way is None:
            raise UpstreamError(
                f"The account {message.account} is not in the configuration any more.", "Add it again to send this."
            )
        # What can fail without the message is done first: an upstream that is down leaves it as it is.
        upstream = await way.relay.open()
        try:
            with await self._thread(copy_of, self._held, message.id) as copy:
                async with self._lease(message, "releasing", request.due) as owner:
                    await self._send_by(upstream, message, copy, owner, alone=request.due is not None)
        finally:
            with suppress(UpstreamError):
                await upstream.quit()
        return ""

    async def _send_by(self, upstream: Upstream, message: Held, copy: Spool, owner: str, *, alone: bool) -> None:
        """`alone`: nobody waits for what becomes of it, so that a letter or the digest tells it."""
        now = self._clock()
        content = patched.released(copy, now, renew=self._accounts().renew_date)
        settle = partial(self._settle, message, owner, tell=alone and self._accounts().notify_by_mail)
        try:
            reply = await self._hand_over(upstream, message, content, owner)
        except UnknownOutcome as error:
            await settle("unknown", "Your server did not say whether it was sent.")
            raise UnknownOutcome(
                f"{error.what} It may have been sent.",
                f"Look in Sent, then: tactful release {message.id} --was-sent, or --again.",
            ) from error
        except asyncio.CancelledError:
            await settle("held", "Sending was stopped; it was not sent.")
            raise
        except TactfulError as error:
            await settle("held", str(error))
            raise
        if not 200 <= reply.code < 300:
            await settle("held", f"Your server refused it: {reply}")
            raise UpstreamError(f"Your server refused it: {reply}. It is still held.", code=reply.code)
        await self._released(message, owner, now, fingerprint(patched.headers(content)), alone=alone)

    async def _hand_over(self, upstream: Upstream, message: Held, content: Content, owner: str) -> Reply:
        """The upstream's last reply. A refusal of any recipient: nobody is sent it."""
        envelope = message.envelope
        problem = offer.shortfall(content.size, envelope.parameters, envelope.recipients, upstream.capabilities)
        if problem is not None:
            return problem
        parameters = _resized(offer.relayed(envelope.parameters, upstream.capabilities), content.size)
        reply = await upstream.mail(envelope.sender, parameters)
        if not reply.positive:
            return reply
        refused: list[tuple[Recipient, Reply]] = []
        for recipient in envelope.recipients:
            reply = await upstream.rcpt(recipient)
            if not reply.positive:
                refused.append((recipient, reply))
        if refused:
            await upstream.reset()
            lines = tuple(f"{recipient.address}: {reply}" for recipient, reply in refused)
            return Reply(refused[0][1].code, lines)

        async def before_dot() -> None:
            at = self._clock()
            if not await self._thread(self._held.mark_dot, message.id, owner, at, at + LEASE):
                raise await self._too_late(message.id)

        return await upstream.send(content, before_dot)

    async def _released(self, message: Held, owner: str, sent_at: datetime, fingerprint: str, *, alone: bool) -> None:
        def within(connection: Connection) -> None:
            if alone:
                snoozes.depart(connection, message.id, sent_at)
            contacts.add_sent(connection, message, sent_at, fingerprint)
            self._want_sent_copy(connection, message, sent_at)

        def settle() -> None:
            # `unknown` too: a machine that slept past its lease was recovered, but here the answer is known.
            move, now = self._held.move, self._clock()
            if not move(message.id, {"releasing"}, "released", now, owner=owner, outcome="", within=within):
                move(message.id, {"unknown"}, "released", now, outcome="", within=within)

        await self._thread(settle)

    def _want_sent_copy(self, connection: Connection, message: Held, sent_at: datetime) -> None:
        if message.account in self._mailboxes.addresses:
            letters.want_sent_copy(connection, message.id, sent_at)

    async def _settle(self, message: Held, owner: str, state: State, outcome: str, *, tell: bool) -> None:
        now = self._clock()

        def within(connection: Connection) -> None:
            if tell:
                letters.write_back(connection, message.account, message.id, now)

        move = partial(self._held.move, owner=owner, outcome=outcome, within=within)
        await self._thread(move, message.id, {"releasing"}, state, now)

    @asynccontextmanager
    async def _lease(self, message: Held, state: State, due: datetime | None = None) -> AsyncIterator[str]:
        """Holds the message in `state` until the block ends or has moved it; `due`: only if it goes then. The lease has
        a name of its own: one that this process let expire, asleep, is not the one that it takes anew."""
        owner = secrets.token_hex(16)
        now = self._clock()
        claim = partial(self._held.claim, owner=owner, now=now, lease=LEASE, due=due)
        claimed = await self._thread(claim, message.id, {message.state}, state)
        if not claimed:
            raise await self._too_late(message.id)
        renewing = asyncio.create_task(self._renew(message.id, owner))
        try:
            yield owner
        finally:
            renewing.cancel()
            with suppress(asyncio.CancelledError):
                await renewing
            await self._thread(self._held.give_up, message.id, owner)

    async def _renew(self, id_: str, owner: str) -> None:
        while True:
            await asyncio.sleep(RENEW)
            with suppress(StoreError):
                await self._thread(self._held.renew, id_, owner, self._clock() + LEASE)

    async def _too_late(self, id_: str) -> TooLate:
        now = await self._thread(self._held.find, id_)
        busy = "somebody else is acting on it at this moment" if now.lease else f"it is {now.state} now"
        return TooLate(f"Too late: {busy}.", "Look again with `tactful held --all`.")


def _resized(parameters: tuple[str, ...], size: int) -> tuple[str, ...]:
    """SIZE names the octets of this message: a renewed Date may have another length."""
    return tuple(f"SIZE={size}" if each.upper().startswith("SIZE=") else each for each in parameters)
