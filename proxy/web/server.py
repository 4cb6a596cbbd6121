"""The page's HTTP server, in the loop of `tactful run`: uvicorn, without its signals, its log and its lifespan.

Promises: only loopback without TLS; a client that is slow with its request is cut off; stopping takes seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from proxy import events
from proxy.configuration.values import Place
from proxy.errors import ListenError
from proxy.web.app import Page

PATIENCE = 15.0
"""Seconds within which a request must have come whole, its body included."""

MOST = 100
"""Connections at once; whoever comes after is told 503."""

HEAD = 32 * 1024
"""Octets of a request's line and headers."""


class _Protocol(H11Protocol):
    """uvicorn's, with a limit to how long a request may take to come."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.SEND_BODY or self.conn.their_state is h11.IDLE:
            if self._patience is None:
                self._wait()
        else:
            self._stop_waiting()

    def _wait(self) -> None:
        self._patience = self.loop.call_later(PATIENCE, self._give_up)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if self.conn.our_state is not h11.SEND_BODY:  # a long answer, such as the stream of changes, may go on
            events.page_refused("too slow")
            self.transport.abort()


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None: they are `tactful run`'s."""
        yield


class PageServer:
    """Serves one Page. `context`: for an address that other computers reach."""

    def __init__(self, page: Page, context: ssl.SSLContext | None = None) -> None:
        self._page = page
        self._context = context
        self._server: _Server | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self, place: Place) -> Place:
        """Listens, and returns where, with the real port. Raises ListenError."""
        if not place.loopback and self._context is None:
            raise ListenError(
                f"The page's address {place} can be reached by other computers, and no certificate is set.",
                'Set listen.tls in the configuration, or web = "127.0.0.1:2580".',
            )
        bound = _bind(place)
        found = Place(place.host, bound.getsockname()[1])
        secure = self._context is not None and not place.loopback
        self._page.opens_at(found, secure=secure)
        options: dict[str, Any] = {"lifespan": "off", "ws": "none", "log_config": None, "access_log": False}
        options |= {"server_header": False, "date_header": False, "proxy_headers": False, "timeout_keep_alive": 10}
        options |= {"limit_concurrency": MOST, "timeout_graceful_shutdown": 2, "h11_max_incomplete_event_size": HEAD}
        config = uvicorn.Config(self._page.asgi, http=_Protocol, loop="none", **options)
        config.load()
        config.ssl = self._context if secure else None
        self._server = _Server(config)
        # As uvicorn's own serve() begins; what it does afterwards runs beside the proxy.
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup(sockets=[bound])
        self._task = asyncio.create_task(self._serve(self._server, bound))
        events.page_listening(self._page.address)
        return found

    async def _serve(self, server: _Server, bound: socket.socket) -> None:
        await server.main_loop()
        await server.shutdown(sockets=[bound])

    async def close(self) -> None:
        """Ends every connection and listens no more."""
        self._page.close()
        if self._server is not None and self._task is not None:
            self._server.should_exit = True
            await self._task
        self._server = self._task = None


def _bind(place: Place) -> socket.socket:
    host = "127.0.0.1" if place.host == "localhost" else place.host
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.setblocking(False)
        bound.bind((host, place.port))
    except OSError as error:
        bound.close()
        raise ListenError(
            f"The page can't be shown at {place}: {error.strerror or 'unknown reason'}.",
            'Choose another port in listen.web, above 1024, or turn the page off: web = "".',
        ) from error
    return bound
