"""One client's connection: the one subclass of aiosmtpd's SMTP.

aiosmtpd gives the protocol, its timer and STARTTLS. Its command loop is replaced, as it cancels what runs when the
client leaves, answers exceptions with their text and drops what a client pipelined before it half-closed; what the
commands do is in `proxy.smtp.commands`. Promises:
- What a Passage does is never cancelled by the client: `data` runs to its end, the reply is then written if it can be.
- The timer runs while the client is awaited, starts anew with each piece of a message, and rests while a Passage works.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Iterator

from aiosmtpd.smtp import SMTP, TLSSetupException

from proxy import events
from proxy.model import Reply
from proxy.smtp import authentication, replies
from proxy.smtp.commands import Commands
from proxy.smtp.data import GoneError, Incoming, LineLengthError
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Conductor


class Session(SMTP):
    """`context`: what STARTTLS offers, None for none; `encrypted`: from the first byte. `trusted`: a loopback, where
    logging in without TLS is allowed. `sessions`: all that are open; this one enters and leaves by itself."""

    line_length_limit = 1 << 16  # only the StreamReader's buffer: `Incoming` takes longer lines

    def __init__(
        self,
        conductor: Conductor,
        hostname: str,
        *,
        context: ssl.SSLContext | None,
        encrypted: bool,
        trusted: bool,
        limits: Limits,
        sessions: set[Session],
    ) -> None:
        # Before aiosmtpd looks for its hooks, which reads every property.
        self._implicit = encrypted
        self._trusted = trusted
        self._limits = limits
        self._sessions = sessions
        self._commands = Commands(self, conductor, limits)
        self._working = False
        self._stopping = False
        self._hung_up = False
        super().__init__(
            None,
            hostname=hostname,  # else aiosmtpd asks the DNS, and blocks
            tls_context=context,
            timeout=limits.idle,
            auth_require_tls=False,  # checked here: aiosmtpd takes implicit TLS for none
            loop=asyncio.get_running_loop(),
        )

    def task(self) -> asyncio.Task[None]:
        """Ends when the connection and all that it began have ended."""
        assert self._handler_coroutine is not None
        return self._handler_coroutine

    @property
    def encrypted(self) -> bool:
        """Whether TLS is on."""
        return self._implicit or self._tls_protocol is not None

    @property
    def may_log_in(self) -> bool:
        """Whether a password may be sent here: over TLS, or without leaving this machine."""
        return self._trusted or self.encrypted

    @property
    def offers_tls(self) -> bool:
        """Whether STARTTLS can come now."""
        return self.tls_context is not None and not self.encrypted

    def stop(self) -> None:
        """Says 421 and hangs up: now, or after the reply to what is being worked on."""
        self._stopping = True
        if not self._working:
            self.hang_up(replies.STOPPING)

    # The connection's life.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._sessions.add(self)

    def data_received(self, data: bytes) -> None:
        if not self._hung_up:
            super().data_received(data)

    def eof_received(self) -> bool:
        # aiosmtpd cancels the command here. A client may half-close and wait for its replies; TLS knows no half-close.
        asyncio.StreamReaderProtocol.eof_received(self)
        return not self.encrypted

    def connection_lost(self, error: Exception | None) -> None:
        # aiosmtpd cancels the command here too. Now what runs goes on, and the reader then meets the end.
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        if self._original_transport is not None:
            self._original_transport.close()
        asyncio.StreamReaderProtocol.connection_lost(self, error)
        self.transport = None

    def _timeout_cb(self) -> None:
        self.hang_up(replies.IDLE)

    def hang_up(self, reply: Reply) -> None:
        """Says a last reply and closes, whether or not the client reads it."""
        if self._hung_up or self.transport is None:
            return
        self._hung_up = True
        self._writer.write(replies.written(reply))
        self._reader.feed_eof()
        self._writer.close()
        # A client that reads no more would keep the connection open for ever.
        if self._timeout_handle is not None:
            self._timeout_handle.cancel()
        self._timeout_handle = self.loop.call_later(self._limits.goodbye, self._abort)

    def _abort(self) -> None:
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()

    @property
    def gone(self) -> bool:
        """Whether nobody is there any more to read a reply."""
        return self._hung_up or self.transport is None

    def alive(self) -> None:
        """The client was heard of: its time starts anew."""
        if not self.gone:
            self._reset_timeout()

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """While the client waits for the proxy: no timer runs, and `stop` waits for the reply."""
        if self._timeout_handle is not None and not self.gone:
            self._timeout_handle.cancel()
        self._working = True
        try:
            yield
        finally:
            self._working = False
            self.alive()

    async def _handle_client(self) -> None:
        self.incoming = Incoming(self._reader)
        try:
            if len(self._sessions) > self._limits.connections:
                events.connection_refused("too many connections")
                self.hang_up(replies.TOO_MANY)
            else:
                await self.say(Reply(220, (f"{self.hostname} {replies.GREETING}",)))
                await self._converse()
        except TLSSetupException:
            events.connection_refused("no TLS could be agreed on")
            self._abort()
            self.connection_lost(None)  # asyncio calls it only after a handshake that succeeded
        except GoneError:
            if not self._hung_up:
                events.client_left(self._commands.during)
        finally:
            try:
                await self._commands.close(left=True)
            finally:
                await self._part()
                self._sessions.discard(self)

    async def _part(self) -> None:
        self._writer.close()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(self._limits.goodbye):
                await self._writer.wait_closed()
        self._abort()

    # The conversation.

    async def _converse(self) -> None:
        while not self.gone:
            try:
                line = await self.incoming.line(authentication.LINE)
            except LineLengthError:
                self.alive()
                await self._commands.garbage(replies.TOO_LONG)
                continue
            self.alive()
            await self._commands.obey(line)
            if self._stopping:
                self.hang_up(replies.STOPPING)

    async def say(self, reply: Reply, *, utf8: bool = False) -> None:
        """Writes a reply and waits until it has left. Raises GoneError where nobody is there to read it."""
        if self.gone:
            raise GoneError
        try:
            self._writer.write(replies.written(reply, utf8=utf8))
            await self._writer.drain()
        except OSError as error:
            raise GoneError from error

    async def start_tls(self) -> None:
        """Says 220 and takes up TLS; what the client said before it is dropped (RFC 3207, section 4.2)."""
        await super().smtp_STARTTLS("")
        self.incoming.forget()

    async def push(self, status: str | bytes) -> None:
        """Used by aiosmtpd's STARTTLS alone, whose reply lacks the enhanced code (RFC 2034, section 3)."""
        code, _, text = (status if isinstance(status, str) else status.decode()).partition(" ")
        await self.say(Reply(int(code), (f"{code[0]}.0.0 {text}",)))
