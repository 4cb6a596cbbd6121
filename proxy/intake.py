"""The conductor of the SMTP server: who logs in, what EHLO offers, and the transactions of each session.

The accounts may be others at any time; a message on its way keeps those that it began with.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from proxy import events
from proxy.accounts import Accounts
from proxy.errors import StoreError, TactfulError, UpstreamError
from proxy.mail_answers import MailAnswers
from proxy.model import Capabilities
from proxy.smtp.protocol import Offered
from proxy.store.thread import StoreThread
from proxy.transit.judge import Judge
from proxy.transit.keeping import Keeper
from proxy.transit.transactions import Transactions
from proxy.transit.underway import UnderWay


class Intake:
    """Implements proxy.smtp.protocol.Conductor."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        judge: Judge,
        keeper: Keeper,
        *,
        answers: MailAnswers,
        clock: Callable[[], datetime],
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._judge = judge
        self._keeper = keeper
        self._answers = answers
        self._clock = clock
        self._under_way = UnderWay()
        self._upstreams: dict[str, Capabilities] = thread.store.control.upstreams()

    def login(self, username: str, password: str) -> str | None:
        """The address of the account that these belong to."""
        way = self._accounts().login(username, password)
        return None if way is None else way.address

    def offered(self) -> Offered:
        """What EHLO offers now."""
        return self._accounts().offered(self._upstreams)

    def open(self, account: str) -> Transactions:
        """The transactions of a session that logged in to `account`."""
        return Transactions(
            self._accounts().ways[account],
            self._accounts,
            self._thread,
            self._judge,
            clock=self._clock,
            keeper=self._keeper,
            answers=self._answers,
            offers=self._remember,
            under_way=self._under_way,
        )

    async def meet_upstreams(self) -> bool:
        """Asks upstreams that were never met what they offer, so that the first message may use it; whether it is
        worth asking again later. A login that was refused is not repeated: that could lock the account."""
        later = False
        for way in tuple(self._accounts().ways.values()):
            if way.address in self._upstreams:
                continue
            try:
                upstream = await way.relay.open()
            except TactfulError as error:
                refused = isinstance(error, UpstreamError) and error.code is not None and error.code >= 500
                later = later or not refused
                events.upstream_not_met(way.address, error.what)
                continue
            await self._remember(way.address, upstream.capabilities)
            await upstream.quit()
        return later

    async def _remember(self, account: str, capabilities: Capabilities) -> None:
        """Keeps what an upstream offered at its latest EHLO, for starting offline."""
        if self._upstreams.get(account) == capabilities:
            return
        self._upstreams[account] = capabilities
        try:
            remember = self._thread.store.control.remember_upstream
            await self._thread(remember, account, capabilities, self._clock())
        except StoreError as error:  # the message itself will meet the same fault where it matters
            events.store_failed("remember-upstream", error.what)
