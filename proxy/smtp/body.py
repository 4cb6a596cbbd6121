"""The body of one message on its way to the upstream, from 354 to the reply to the final dot.

Promises: a no, a 421 or a closing that comes before the dot is noticed, and ends the connection without the dot. Once
the dot was written the outcome is a reply, or UnknownOutcome; nothing in between. Memory is bounded.
"""

from __future__ import annotations

import asyncio

from aiosmtplib import SMTP, SMTPException, SMTPResponse

from proxy.config import Server
from proxy.errors import UnknownOutcome
from proxy.model import Content, Reply
from proxy.smtp import faults, transparency, upstream_replies
from proxy.smtp.patience import Patience

_STEP = "the message"


class Body:
    """Begins to listen as soon as it is made: aiosmtplib drops what comes while nobody waits for a reply."""

    def __init__(self, server: Server, client: SMTP, writer: asyncio.StreamWriter, patience: Patience) -> None:
        self._server = server
        self._client = client
        self._writer = writer
        self._patience = patience
        assert client.protocol is not None
        self._final: asyncio.Task[SMTPResponse] = asyncio.create_task(client.protocol.read_response())
        self._final.add_done_callback(_seen)

    async def write(self, content: Content) -> Reply | None:
        """Writes the content until the system has taken all of it; the upstream's no if one came before that.

        Raises UpstreamError, and what `content` raises; the caller then calls `abort`.
        """
        try:
            for block in transparency.blocks(content.chunks()):
                self._writer.write(block)
                early = await self._drain()
                if early is not None:
                    return early
        except transparency.BareLineEndError as error:
            raise faults.bare_line_end(self._server) from error
        transport = self._writer.transport
        low, high = transport.get_write_buffer_limits()
        # Not 0: asyncio's TLS transport then pauses with an empty buffer, and never resumes.
        transport.set_write_buffer_limits(high=1)
        early = await self._drain()
        transport.set_write_buffer_limits(high=high, low=low)
        return early

    async def early(self) -> Reply | None:
        """The upstream's no before the dot, None if it said nothing; a no ends the connection.

        Raises UpstreamError when it said 421, closed, or said yes to what it doesn't have.
        """
        if not self._final.done():
            if self._client.is_connected:
                return None
            # Its last words may have come together with the end, and need a turn of the loop to be read.
            await asyncio.wait((self._final,), timeout=1)
        try:
            if not self._final.done():
                raise ConnectionResetError
            reply = upstream_replies.reply(self._final.result())
            if reply.positive:
                raise ValueError(f"{reply.code} before the final dot")
        except (SMTPException, OSError, ValueError) as error:
            raise faults.explain(self._server, error, _STEP) from error
        finally:
            self.abort()
        if reply.code == 421:
            raise faults.refused(self._server, 421, "\n".join(reply.lines), _STEP)
        return reply

    async def dot(self) -> Reply:
        """Writes the dot and waits for the reply to it. Raises UnknownOutcome, and nothing else.

        When cancelled: the reply if it has come, else UnknownOutcome in place of CancelledError.
        """
        interrupted: BaseException | None = None
        try:
            self._writer.write(transparency.DOT)
            await asyncio.wait((self._final,), timeout=self._patience.final)
        except BaseException as error:  # cancelled, or the loop is ending: the dot is out all the same
            interrupted = error
        try:
            if not self._final.done():
                raise interrupted or TimeoutError
            reply = upstream_replies.reply(self._final.result())
            if 300 <= reply.code < 400:
                raise ValueError(f"{reply.code} in reply to the message")
        except BaseException as error:
            self.abort()
            why = faults.explain(self._server, error, "the final dot").what
            raise UnknownOutcome(
                f"Your mail server {self._server.host} did not say whether the message was sent. {why}",
                "Look into your Sent folder, or ask the recipient, before you send it again.",
            ) from error
        if reply.code == 421:
            self.abort()
        return reply

    def abort(self) -> None:
        """Ends the connection at once; what is still in the buffer is dropped."""
        self._writer.transport.abort()
        self._client.close()
        self._final.cancel()

    async def _drain(self) -> Reply | None:
        drain = asyncio.create_task(self._writer.drain())
        drain.add_done_callback(_seen)
        both = (drain, self._final)
        try:
            await asyncio.wait(both, timeout=self._patience.block, return_when=asyncio.FIRST_COMPLETED)
        finally:
            taken = not drain.cancel()
        early = await self.early()
        if early is not None:
            return early
        try:
            if not taken:
                raise TimeoutError
            drain.result()
        except OSError as error:
            raise faults.explain(self._server, error, _STEP) from error
        return None


def _seen(task: asyncio.Task[SMTPResponse] | asyncio.Task[None]) -> None:
    """Fetches the exception of a task that nobody may wait for any more, or asyncio complains about it."""
    if not task.cancelled():
        task.exception()
