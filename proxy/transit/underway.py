"""Messages that are being judged or handed over at this moment, and those whose client left without its reply.

Promise: a client that lost patience and sends the very same message again, meanwhile or within the next half hour, gets
the first one's reply, and nobody gets the message twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from proxy.model import Reply
from proxy.store.held import REPEAT_WITHIN
from proxy.transit.submission import Submission


class UnderWay:
    """One for all sessions of a process."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Future[Reply | None]] = {}
        self._unread: dict[str, tuple[Reply, datetime]] = {}

    def keep(self, digest: str, reply: Reply, now: datetime) -> None:
        """The message was sent with this reply, and its client went without reading it."""
        self._unread[digest] = (reply, now)

    async def once(self, message: Submission, now: datetime, act: Callable[[], Awaitable[Reply]]) -> tuple[Reply, bool]:
        """`act`'s reply, after that of the same message where one is under way; and whether `act` was called.

        Where the first was sent or kept its reply is this one's. A message without Message-ID may be meant to go
        twice: it is only made to wait.
        """
        while (running := self._running.get(message.digest)) is not None:
            first = await asyncio.shield(running)
            if first is not None and 200 <= first.code < 300 and message.head.message_id:
                return first, False
        self._unread = {key: kept for key, kept in self._unread.items() if now - kept[1] < REPEAT_WITHIN}
        if message.digest in self._unread and message.head.message_id:
            return self._unread[message.digest][0], False
        mine = self._running[message.digest] = asyncio.get_running_loop().create_future()
        reply = None
        try:
            reply = await act()
            return reply, True
        finally:
            del self._running[message.digest]
            mine.set_result(reply)
