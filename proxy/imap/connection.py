"""One connection to an IMAP server: a thread of its own with a queue, and what happens when the server goes away.

Promises: the event loop never waits for the network; every job ends, since the socket has a timeout and `close` shuts
it; a certificate is verified and nothing is said before TLS; a refused login is told once and not tried again with the
same secret; only jobs that may be repeated are repeated.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import random
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from imapclient import SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy import events
from proxy.config import Mailbox
from proxy.errors import MailboxError, MailboxLoginError, TactfulError
from proxy.imap import faults
from proxy.imap.client import Client
from proxy.imap.login import introduce, log_in

T = TypeVar("T")

CONNECT_LIMIT = 15.0
"""Seconds for a connection and its TLS handshake, each."""

GOODBYE_LIMIT = 2.0
"""Seconds for LOGOUT when closing."""

LONGEST_PAUSE = 300.0
"""Seconds between two attempts to connect, at most."""

SAME_SECRET_PAUSE = 3600.0
"""Seconds before a secret that was refused is tried again: providers lock accounts, but they err as well."""

_IN_ORDER = re.compile(r"\S+ failed: |\S+ command error: ")  # a tagged NO or BAD: the connection is as it was


@dataclass(eq=False)
class _Job(Generic[T]):
    call: Callable[[Client], T]
    again: bool
    future: asyncio.Future[T]
    loop: asyncio.AbstractEventLoop
    abandoned: bool = False


@dataclass
class _Pause:
    """Until when no connection is tried, and what is said meanwhile. `refused`: the secret that was refused."""

    until: float = 0.0
    fault: MailboxError | None = None
    failures: int = 0
    refused: str | None = field(default=None, repr=False)


class Connection:
    """Opened by its first job, and again by a later one that finds it dead (with growing pauses while that fails).

    `password` is called in the thread, for each login. `context`: for tests' own certificates. `timeout`: seconds that
    the server may be silent in a job. `clock`: monotonic seconds.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        username: str,
        password: Callable[[], str],
        *,
        context: ssl.SSLContext | None = None,
        timeout: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._mailbox = mailbox
        self._username = username
        self._password = password
        self._context = context
        self._timeout = timeout
        self._clock = clock
        self._queue: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()  # for _current and _socket
        self._current: _Job[Any] | None = None
        self._socket: socket.socket | None = None
        self._client: Client | None = None
        self._pause = _Pause()
        self._closing = False
        self._ended: asyncio.Future[None] | None = None

    @property
    def connected(self) -> bool:
        """Whether a job would find it open, as far as is known without asking the server."""
        return self._client is not None

    async def run(self, job: Callable[[Client], T], *, again: bool = False) -> T:
        """Runs `job` in the thread, after those that came before it, and gives its result or raises its TactfulError.

        `again`: it only reads, or may be done twice, so that it is repeated once where the connection turns out to be
        dead, and its connection is cut where the caller stops waiting. Any other job is started on a connection that
        has just answered, and what became of it is unknown where it fails in the middle.
        Raises MailboxError, MailboxLoginError, CredentialError and what `job` raises of proxy/errors.py.
        """
        loop = asyncio.get_running_loop()
        item: _Job[T] = _Job(job, again, loop.create_future(), loop)
        if self._closing:
            raise faults.closed(self._mailbox)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="imap", daemon=True)
            self._thread.start()
        self._queue.put(item)
        try:
            return await item.future
        except asyncio.CancelledError:
            item.abandoned = True
            with self._lock:
                if self._current is item and item.again:
                    self._cut()
            raise

    async def close(self) -> None:
        """Ends the job in progress and those that wait, with MailboxError, and the thread. May be called twice."""
        if self._closing:
            return
        self._closing = True
        if self._thread is None:
            return
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        with self._lock:
            if self._current is not None:
                self._cut()
        self._queue.put(None)
        # A connection that is just being opened can't be shut; the thread is a daemon and ends by itself.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ended, GOODBYE_LIMIT + 1)

    def _cut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket's own, which takes the TLS layer away from under the thread that reads.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    # All that follows runs in the thread.

    def _work(self) -> None:
        while (item := self._queue.get()) is not None:
            if item.abandoned:
                continue
            with self._lock:
                self._current = item
            try:
                result = self._carry_out(item)
            except BaseException as error:
                self._deliver(item, None, error)
            else:
                self._deliver(item, result, None)
            finally:
                with self._lock:
                    self._current = None
        if self._client is not None:
            with contextlib.suppress(Exception):
                self._client.socket().settimeout(GOODBYE_LIMIT)
                self._client.logout()
        self._drop()
        if self._ended is not None:
            _tell(self._ended.get_loop(), self._ended, None, None)

    def _deliver(self, item: _Job[Any], result: object, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, TactfulError):
            error = faults.unexpected(error, self._mailbox)
        _tell(item.loop, item.future, result, error)

    def _carry_out(self, item: _Job[T]) -> T:
        repeated = False
        while True:
            client = self._ready(probe=not item.again)
            try:
                return item.call(client)
            except TactfulError:
                raise
            except Exception as error:
                if _in_order(error):
                    raise faults.of_command(error, self._mailbox) from error
                self._drop()
                if self._closing:
                    raise faults.closed(self._mailbox) from error
                fault = faults.of_command(error, self._mailbox)
                events.mailbox_lost(self._mailbox.host, fault.what)
                if repeated or not item.again or item.abandoned:
                    raise fault from error
                repeated = True

    def _ready(self, *, probe: bool) -> Client:
        if self._closing:
            raise faults.closed(self._mailbox)
        if self._client is not None and probe:
            try:
                self._client.noop()
            except Exception:
                self._drop()
        if self._client is None:
            self._client = self._open()
        return self._client

    def _open(self) -> Client:
        pause = self._pause
        waiting = self._clock() < pause.until
        if waiting and pause.fault is not None and pause.refused is None:
            raise type(pause.fault)(pause.fault.what, pause.fault.remedy)
        secret = self._password()
        if waiting and pause.fault is not None and secret == pause.refused:
            raise type(pause.fault)(pause.fault.what, pause.fault.remedy)
        try:
            client = self._connect(secret)
        except Exception as error:
            self._drop()
            if self._closing:
                raise faults.closed(self._mailbox) from error
            fault = error if isinstance(error, MailboxError) else faults.of_connection(error, self._mailbox)
            self._put_off(fault, secret)
            if fault is error:
                raise
            raise fault from error
        self._pause = _Pause()
        events.mailbox_connected(self._mailbox.host)
        return client

    def _put_off(self, fault: MailboxError, secret: str) -> None:
        if isinstance(fault, MailboxLoginError):
            self._pause = _Pause(self._clock() + SAME_SECRET_PAUSE, fault, refused=secret)
            events.mailbox_login_refused(self._mailbox.host)
            return
        failures = self._pause.failures + 1
        # Jitter, so that a thousand of these don't come back to a server in the same second.
        seconds = min(LONGEST_PAUSE, 2.0 ** min(failures, 10)) * random.uniform(0.5, 1.0)  # noqa: S311
        self._pause = _Pause(self._clock() + seconds, fault, failures)
        events.mailbox_unreachable(self._mailbox.host, fault.what)

    def _connect(self, secret: str) -> Client:
        mailbox = self._mailbox
        context = None if mailbox.security == "none" else self._context or ssl.create_default_context()
        direct = context if mailbox.security == "tls" else None
        timeout = SocketTimeout(CONNECT_LIMIT, self._timeout)
        client = Client(mailbox.host.strip("[]"), mailbox.port, direct, timeout, self._opened)
        try:
            if mailbox.security == "starttls" and context is not None:
                client.upgrade(context)
            log_in(client, self._username, secret, mailbox)
            introduce(client)
        except BaseException:
            with contextlib.suppress(Exception):
                client.shutdown()
            raise
        return client

    def _opened(self, sock: socket.socket) -> None:
        with self._lock:
            self._socket = sock
            if self._closing:
                self._cut()

    def _drop(self) -> None:
        client, self._client = self._client, None
        with self._lock:
            self._socket = None
        if client is not None:
            with contextlib.suppress(Exception):
                client.shutdown()


def _in_order(error: Exception) -> bool:
    return (
        isinstance(error, IMAPClientError)
        and not isinstance(error, IMAPClientAbortError)
        and _IN_ORDER.match(str(error)) is not None
    )


def _tell(
    loop: asyncio.AbstractEventLoop, future: asyncio.Future[Any], result: object, error: BaseException | None
) -> None:
    def settle() -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    with contextlib.suppress(RuntimeError):  # the loop has ended, and with it whoever waited
        loop.call_soon_threadsafe(settle)
