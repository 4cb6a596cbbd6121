"""One client session's messages, each in step with the upstream up to DATA, then judged, then forwarded or kept.

Promises 1 to 3 of DESIGN.md are kept here. 250 is said only after the upstream said 2xx or the message is on disk.
Until the final dot every failure is 4xx and the client keeps the message; after it the message is kept as unknown.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import ParamSpec

from proxy import events, gate
from proxy.accounts import Accounts, Way
from proxy.addresses import normalise
from proxy.errors import StoreError, TactfulError, TooLate, UnknownOutcome, UpstreamError
from proxy.mail_answers import MailAnswers
from proxy.mime.headers import fingerprint
from proxy.mime.textprint import textprint
from proxy.model import Capabilities, Envelope, Held, Recipient, Reply, State
from proxy.release import resent
from proxy.smtp.dial import aside
from proxy.smtp.upstream import Upstream
from proxy.store.thread import StoreThread
from proxy.transit import offer
from proxy.transit.judge import Judge, Judged
from proxy.transit.keeping import UNKNOWN, Keeper
from proxy.transit.spool import Spool
from proxy.transit.submission import Submission, submission
from proxy.transit.underway import UnderWay

P = ParamSpec("P")

LEASE = timedelta(minutes=12)
"""How long a refused copy is `releasing` while another is handed over: longer than the dot's reply is waited for."""


class Transactions:
    """Implements proxy.smtp.protocol.Passage. The upstream's connection is kept for the session's next message."""

    def __init__(
        self,
        way: Way,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        judge: Judge,
        *,
        clock: Callable[[], datetime],
        keeper: Keeper,
        answers: MailAnswers,
        offers: Callable[[str, Capabilities], Awaitable[None]],
        under_way: UnderWay,
    ) -> None:
        self._way = way
        self._accounts = accounts
        self._thread = thread
        self._store = thread.store
        self._judge = judge
        self._clock = clock
        self._keeper = keeper
        self._answers = answers
        self._offers = offers
        self._under_way = under_way
        self._upstream: Upstream | None = None
        self._envelope = Envelope("")
        self._crossed = ""
        self._sent: tuple[str, Reply] = ("", Reply(250, ()))

    async def mail(self, sender: str, parameters: tuple[str, ...]) -> Reply:
        """MAIL at the upstream; a connection that died while idle is opened anew."""
        await self._told()
        self._envelope = Envelope(sender, parameters)
        try:
            if self._upstream is not None and self._upstream.usable:
                try:
                    return await self._mail(self._upstream)
                except UpstreamError:
                    self._upstream = None
            return await self._mail(await self._open())
        except UpstreamError as error:
            self._upstream = None
            return _unavailable(error)

    async def _open(self) -> Upstream:
        self._upstream = await self._way.relay.open()
        await self._offers(self._way.address, self._upstream.capabilities)
        return self._upstream

    async def _mail(self, upstream: Upstream) -> Reply:
        sender, parameters = self._envelope.sender, self._envelope.parameters
        problem = offer.refusal(parameters, upstream.capabilities)
        if problem is not None:
            return problem
        return await upstream.mail(sender, offer.relayed(parameters, upstream.capabilities))

    async def rcpt(self, recipient: Recipient) -> Reply:
        """RCPT at the upstream; only whom it accepts is a recipient."""
        if self._upstream is None:
            return Reply(451, ("4.4.2 The connection to your server was lost; please send it again",))
        problem = offer.unknown_parameters(recipient.parameters, self._upstream.capabilities)
        if problem is not None:
            return problem
        try:
            reply = await self._upstream.rcpt(recipient)
        except UpstreamError as error:
            self._upstream = None
            return _unavailable(error)
        if reply.positive:
            before = self._envelope
            self._envelope = Envelope(before.sender, before.parameters, (*before.recipients, recipient))
        return reply

    async def reset(self) -> None:
        """The client gave the transaction up."""
        await self._told()
        self._envelope = Envelope("")
        if self._upstream is not None:
            await self._upstream.reset()

    async def close(self, *, left: bool = False) -> None:
        """The session is over. A client that left may send its last message again: it then gets the same reply, or,
        where the message has no Message-ID and may be meant to go twice, a person is asked (`unknown`)."""
        if left and self._crossed:
            self._store.crossings.lose(self._crossed)
            self._under_way.keep(*self._sent, now=self._clock())
            self._crossed = ""
        await self._told()
        if self._upstream is not None:
            await self._upstream.quit()
            self._upstream = None

    async def data(self, content: Spool) -> Reply:
        """The whole message is here: its verdict, and what follows from it."""
        upstream, envelope = self._upstream, self._envelope
        self._envelope = Envelope("")
        if upstream is None:
            return Reply(451, ("4.4.2 The connection to your server was lost; please send it again",))
        try:
            message = submission(self._way.address, envelope, content)
            reply, taken = await self._under_way.once(message, self._clock(), lambda: self._take(upstream, message))
            if not taken:
                await upstream.reset()
            return reply
        except UpstreamError as error:
            self._upstream = None
            return _unavailable(error)
        except TactfulError:
            await upstream.reset()
            raise

    async def _take(self, upstream: Upstream, message: Submission) -> Reply:
        said = self._answers.said(self._way, message)
        if said is not None:
            await upstream.reset()
            return await self._answers.take(message, said)
        now = self._clock()
        twin = await self._thread(self._store.held.waiting_twin, message.digest, now)
        if twin is not None:
            await upstream.reset()
            events.repeated(twin.id, twin.state)
            return _first_reply(twin, confirms=self._accounts().rules.confirms)
        cut_off = await self._thread(self._store.crossings.cut_off, message.digest, now)
        if cut_off is not None:
            await upstream.reset()
            return await self._keeper.unknown(message, dot_at=cut_off)
        accounts = self._accounts()
        control = self._store.control
        recruiters = accounts.recruiters_with(
            await self._thread(control.recruiters), await self._thread(control.stages)
        )
        addresses = dict.fromkeys(normalise(each.address) for each in message.envelope.recipients)
        covered = tuple(address for address in addresses if recruiters.covers(address))
        if not covered:
            return await self._forward(upstream, message, Judged(gate.Decision("forward")))
        paused = await self._thread(self._store.control.paused_until, now) is not None
        parties = tuple(map(recruiters.party, covered))
        text, confirms = "", accounts.rules.confirms and not paused
        if confirms:
            text = await aside(partial(textprint, message.account, message.envelope, message.content))
            refused = await self._thread(self._store.held.refused, text)
            again = resent(refused, message.head.message_id, fingerprint(message.head), now) if refused else "judge"
            if refused and again == "send":
                events.confirmed(refused.id)
                judged = await self._judge.confirmed(message, parties, refused)
                return await self._forward(upstream, message, judged, covered, refused)
            if refused and again == "same reply":
                await upstream.reset()
                events.repeated(refused.id, refused.state)
                reply = _refusal(refused)
                self._under_way.keep(message.digest, reply, now)  # these very bytes were answered now
                return reply
        judged = await self._judge.judge(accounts, message, parties, paused=paused)
        if judged.decision.verdict == "forward":
            return await self._forward(upstream, message, judged, covered)
        try:
            id_ = await self._keeper.keep(message, judged, text)
        except BaseException:
            await self._settle("", judged, sent=False)
            raise
        finally:
            await upstream.reset()
        return gate.reply(judged.decision, id_, confirms=bool(text))

    async def _forward(
        self,
        upstream: Upstream,
        message: Submission,
        judged: Judged,
        covered: tuple[str, ...] = (),
        refused: Held | None = None,
    ) -> Reply:
        """`refused`: the copy that was refused before, where a person sent it again. It is `releasing` from before the
        dot on, owned by the crossing, so that nobody else sends it too."""
        crossing = ""

        async def before_dot() -> None:
            nonlocal crossing
            crossing = await self._thread(self._store.crossings.begin, message.digest, self._clock())
            if refused is not None:
                await self._depart(refused, crossing)

        try:
            reply = await upstream.send(message.content, before_dot)
        except UnknownOutcome as error:
            self._upstream = None
            self._store.crossings.lose(crossing)
            events.outcome_unknown(message.account, error.what)
            return await self._keeper.unknown(message, judged=judged)
        except BaseException:
            await self._arrive(refused, crossing, "held", "Sending failed before it left; it was not sent.")
            await self._settle(crossing, judged, sent=False)
            raise
        sent = 200 <= reply.code < 300
        if sent:
            await self._arrive(refused, crossing, "released", "You sent it again from your mail program.")
        else:
            await self._arrive(refused, crossing, "held", f"Your server refused it: {reply}")
        if sent:
            # It stays until the client goes on, so it has the reply: killed before that, the client sends it again.
            self._crossed, crossing = crossing, ""
            self._sent = (message.digest, reply)
        await self._settle(crossing, judged, sent=sent)
        if not sent:
            await upstream.reset()
        if sent and covered:
            events.forwarded(message.account, covered)
            await self._remark(message, covered, judged)
        return Reply(451, reply.lines) if reply.code == 421 else reply

    async def _depart(self, refused: Held, crossing: str) -> None:
        held, now = self._store.held, self._clock()
        claim = partial(held.claim, owner=crossing, now=now, lease=LEASE)
        if not await self._thread(claim, refused.id, {refused.state}, "releasing") or not await self._thread(
            held.mark_dot, refused.id, crossing, now, now + LEASE
        ):
            raise TooLate(
                "It is being sent at this moment, or was sent or put away.", "Look with `tactful held --all`."
            )

    async def _arrive(self, refused: Held | None, crossing: str, state: State, outcome: str) -> None:
        """The upstream's answer is known, so the refused copy's fate is. A fault leaves it to `recover`: unknown."""
        if refused is None or not crossing:
            return
        move, now = self._store.held.move, self._clock()

        def settle() -> None:
            # `unknown` too: a machine that slept past the lease had it recovered, but here the answer is known.
            if not move(refused.id, {"releasing"}, state, now, owner=crossing, outcome=outcome) and state == "released":
                move(refused.id, {"unknown"}, state, now, outcome=outcome)

        await self._note("end-refused", settle)

    async def _told(self) -> None:
        """The client has the reply to the message before: it won't send that one again."""
        if self._crossed:
            crossing, self._crossed = self._crossed, ""
            await self._note("end-crossing", self._store.crossings.end, crossing)

    async def _settle(self, crossing: str, judged: Judged, *, sent: bool) -> None:
        """Writes down what became of the message."""
        if crossing:
            await self._note("end-crossing", self._store.crossings.end, crossing)
        if judged.reservation is not None and sent:
            confirm, findings, thanks = self._store.contacts.confirm, judged.decision.findings, judged.thanks
            of_it = {"thanks": thanks, "urgent": judged.urgent}
            await self._note("confirm", confirm, judged.reservation, self._clock(), findings, **of_it)
        elif judged.reservation is not None:
            await self._note("cancel", self._store.contacts.cancel, judged.reservation)

    async def _note(self, doing: str, call: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """A call of the store when a message's fate is decided: a fault of the store changes nothing of it."""
        try:
            await self._thread(call, *args, **kwargs)
        except StoreError as error:
            events.store_failed(doing, error.what)

    async def _remark(self, message: Submission, covered: tuple[str, ...], judged: Judged) -> None:
        if judged.decision.findings:
            add, findings = self._store.remarks.add, judged.decision.findings
            subject, now = message.head.subject, self._clock()
            await self._note("remark", add, message.account, covered, subject, findings, now=now)


def _first_reply(twin: Held, *, confirms: bool) -> Reply:
    if twin.state == "rejected" or (twin.state == "held" and twin.textprint):
        return _refusal(twin, confirms=confirms and bool(twin.textprint))
    if twin.state == "unknown":
        return Reply(250, (UNKNOWN.format(twin.id),))
    return gate.reply(gate.Decision("hold", twin.findings, twin.outcome), twin.id)


def _refusal(refused: Held, *, confirms: bool = True) -> Reply:
    return gate.reply(gate.Decision("reject", refused.findings, refused.outcome), refused.id, confirms=confirms)


def _unavailable(error: UpstreamError) -> Reply:
    """An upstream that can't be used is never a verdict: 4xx with the reason, and the client keeps the message."""
    if error.code is not None and error.code != 421:
        status = "4.7.0" if error.code in {530, 534, 535, 538, 454} else "4.4.1"
    else:
        status = "4.4.1"
    words = f"{error.what} Nothing was sent. `tactful doctor` finds out more.".encode("ascii", "replace").decode()
    return Reply(451, (f"{status} {words[:480]}",))
