"""The SMTP server: where the mail client's connections come in.

Listens at the configured addresses and makes a Session of each connection. Promises: nothing is listened at off
loopback without TLS; an address that this machine lacks keeps no other from working; stopping lets every message whose
bytes have come get its reply. It needs no network and no upstream to start.
"""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from proxy import events
from proxy.configuration.settings import Listener
from proxy.errors import ListenError
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Conductor
from proxy.smtp.session import Session

_LACKING = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
_HANDSHAKE = 30.0


@dataclass(frozen=True, slots=True)
class Bound:
    """An address that is listened at, in numbers, and the TLS there."""

    host: str
    port: int
    tls: Literal["none", "starttls", "implicit"]

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class SmtpServer:
    """`hostname`: what the greeting says. `context`: certificate and key; None: no TLS at all.

    Loading a renewed certificate into `context` is enough for the connections that come after it.
    """

    def __init__(
        self,
        conductor: Conductor,
        hostname: str,
        context: ssl.SSLContext | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._conductor = conductor
        self._hostname = hostname
        self._context = context
        self._limits = limits or Limits()
        self._servers: list[asyncio.Server] = []
        self._sessions: set[Session] = set()

    async def start(self, listeners: Sequence[Listener]) -> tuple[Bound, ...]:
        """Begins to listen, and returns where. "localhost" is both loopbacks; port 0 any that is free.

        An address that this machine lacks is told to the log. Raises ListenError where none is left, where one is
        taken or not allowed, and before listening at all where one off loopback has no TLS.
        """
        for listener in listeners:
            self._check(listener)
        bound: list[Bound] = []
        try:
            for listener in listeners:
                for place in self._bind(listener):
                    bound.append(await self._listen(listener, place))
        except ListenError:
            await self.close(0)
            raise
        if not bound:
            raise ListenError(
                "None of the addresses to listen at exists on this computer.",
                'Set listen.smtp to ["127.0.0.1:2525"] in the configuration.',
            )
        return tuple(bound)

    async def close(self, grace: float) -> None:
        """Listens no more and says 421 to every client; waits `grace` seconds for what is being worked on.

        What still runs then is cancelled: its clients got no reply.
        """
        for server in self._servers:
            server.close()
        self._servers.clear()
        end = asyncio.get_running_loop().time() + grace
        while self._sessions and (left := end - asyncio.get_running_loop().time()) > 0:
            for session in tuple(self._sessions):
                session.stop()
            await asyncio.wait({session.task() for session in self._sessions}, timeout=left)
        tasks = {session.task() for session in self._sessions}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=self._limits.goodbye)

    def _check(self, listener: Listener) -> None:
        if self._context is None and (listener.tls == "implicit" or not listener.loopback):
            why = "asks for TLS" if listener.tls == "implicit" else "can be reached by other computers"
            raise ListenError(
                f"The address {listener.at} {why}, and no certificate is set: passwords would be open to all.",
                "Set listen.tls in the configuration, or listen at 127.0.0.1 only.",
            )

    def _bind(self, listener: Listener) -> Iterator[socket.socket]:
        # Bound here and not by asyncio, which hides which address failed and why, and resolves "localhost" in the
        # default executor.
        for host in ("127.0.0.1", "::1") if listener.host == "localhost" else (listener.host,):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            place = None
            try:
                place = socket.socket(family, socket.SOCK_STREAM)
                if os.name == "posix":
                    # Else a restart fails for a minute; on Windows it would let others take the port.
                    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    place.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                place.bind((host, listener.port))
            except OSError as error:
                if place is not None:
                    place.close()
                reason = error.strerror or "unknown reason"
                if error.errno not in _LACKING:
                    raise ListenError(
                        f"The address {listener.at} can't be listened at: {reason}.",
                        "Is tactful running already? Else choose another port in listen.smtp, above 1024.",
                    ) from error
                events.not_listening(str(listener.at), reason)
                continue
            yield place

    async def _listen(self, listener: Listener, place: socket.socket) -> Bound:
        implicit = listener.tls == "implicit"
        loop = asyncio.get_running_loop()

        def session() -> Session:
            return Session(
                self._conductor,
                self._hostname,
                context=None if implicit else self._context,
                encrypted=implicit,
                trusted=listener.loopback,
                limits=self._limits,
                sessions=self._sessions,
            )

        try:
            server = await loop.create_server(
                session,
                sock=place,
                ssl=self._context if implicit else None,
                ssl_handshake_timeout=_HANDSHAKE if implicit else None,
            )
        except OSError as error:
            place.close()
            raise ListenError(
                f"The address {listener.at} can't be listened at: {error.strerror or 'unknown reason'}.",
                "Is tactful running already? Else choose another port in listen.smtp, above 1024.",
            ) from error
        self._servers.append(server)
        host, port = place.getsockname()[:2]
        bound = Bound(host, port, "implicit" if implicit else "starttls" if self._context else "none")
        events.listening(str(bound), bound.tls)
        return bound
