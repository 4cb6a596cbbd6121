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
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from imapclient import SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy import events
from proxy.config import Mailbox
from proxy.errors import MailboxError, MailboxLoginError, TactfulError
from proxy.imap import faults
from proxy.imap.backoff import Pause, seconds
from proxy.imap.client import Client
from proxy.imap.job import Job, tell
from proxy.imap.login import introduce, log_in
from proxy.imap.watch import CHECK, Watch

T = TypeVar("T")

CONNECT_LIMIT = 15.0
"""Seconds for a connection and its TLS handshake, each."""

GOODBYE_LIMIT = 2.0
"""Seconds for LOGOUT when closing."""

QUIET = 2.0
"""Seconds without a job after which it watches."""

_IN_ORDER = re.compile(r"\S+ failed: |\S+ command error: ")  # a tagged NO or BAD: the connection is as it was


class Connection:
    """Opened by its first job, and again by a later one that finds it dead (with growing pauses while that fails).

    `password` is called in the thread, for each login. `context`: for tests' own certificates. `timeout`: seconds that
    the server may be silent in a job. `watched`: folders whose news are told, INBOX first: after the first job, when
    there was none for `quiet` seconds, until `close`; `news` is then called in the loop with a folder's name each time
    that something came or went in it (also when it is first seen). `clock`: monotonic seconds. `chance`: from 0 to 1.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        username: str,
        password: Callable[[], str],
        *,
        context: ssl.SSLContext | None = None,
        timeout: float = 60.0,
        watched: Sequence[str] = (),
        news: Callable[[str], None] | None = None,
        quiet: float = QUIET,
        check: float = CHECK,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._mailbox = mailbox
        self._username = username
        self._password = password
        self._context = context
        self._timeout = timeout
        self._watch = Watch(watched, check) if watched and news is not None else None
        self._news = news
        self._quiet = quiet
        self._clock = clock
        self._chance = chance
        self._unheard = 0
        self._queue: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()  # for _current and _socket
        self._current: Job[Any] | None = None
        self._socket: socket.socket | None = None
        self._client: Client | None = None
        self._pause = Pause()
        self._closing = False
        self._ended: asyncio.Future[None] | None = None
        self._news_loop: asyncio.AbstractEventLoop | None = None

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
        item: Job[T] = Job(job, again, loop.create_future(), loop)
        if self._closing:
            raise faults.closed(self._mailbox)
        self._news_loop = loop
        self._queue.put(item)
        self._ring()
        if self._thread is None:  # with something to do, so that it doesn't begin by watching
            self._thread = threading.Thread(target=self._work, name="imap", daemon=True)
            self._thread.start()
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
            if self._watch is not None:
                self._watch.close()
            return
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        with self._lock:
            if self._current is not None:
                self._cut()
        self._queue.put(None)
        self._ring()
        # A connection that is just being opened can't be shut; the thread is a daemon and ends by itself.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GOODBYE_LIMIT + 1):
                await self._ended

    def _ring(self) -> None:
        if self._watch is not None:
            self._watch.ring()

    def _cut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not SSLSocket's own, which takes the TLS layer away from under the thread that reads.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    # All that follows runs in the thread.

    def _work(self) -> None:
        while (item := self._next()) is not None:
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
        if self._watch is not None:
            self._watch.close()
        if self._ended is not None:
            tell(self._ended.get_loop(), self._ended, None, None)

    def _next(self) -> Job[Any] | None:
        """The next job, None where there will be none. Watches until it comes."""
        patience = self._quiet
        while self._watch is not None:
            try:
                return self._queue.get(timeout=patience)
            except queue.Empty:
                patience = self._listen(self._watch)
        return self._queue.get()

    def _listen(self, watch: Watch) -> float:
        """Tells what is new, and waits for more or for a job; how many seconds to wait for one before the next time."""
        watch.hush()
        if not self._queue.empty():
            return 0.0
        try:
            client = self._ready(probe=False)
            for folder in watch.news(client):
                self._tell_news(folder)
            patience = watch.wait(client)
        except TactfulError:
            self._unheard += 1
            return max(seconds(self._unheard, self._chance()), self._pause.until - self._clock())
        except Exception as error:
            self._drop()
            if self._closing:
                return 0.0
            self._unheard += 1
            events.mailbox_lost(self._mailbox.host, faults.of_command(error, self._mailbox).what)
            return seconds(self._unheard, self._chance())
        self._unheard = 0
        return patience

    def _tell_news(self, folder: str) -> None:
        if self._news is not None and self._news_loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._news_loop.call_soon_threadsafe(self._news, folder)

    def _deliver(self, item: Job[Any], result: object, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, TactfulError):
            error = faults.unexpected(error, self._mailbox)
        tell(item.loop, item.future, result, error)

    def _carry_out(self, item: Job[T]) -> T:
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
        self._pause.check(self._clock())
        secret = self._password()
        self._pause.check(self._clock(), secret)
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
        self._pause = Pause()
        events.mailbox_connected(self._mailbox.host)
        return client

    def _put_off(self, fault: MailboxError, secret: str) -> None:
        self._pause = self._pause.after(fault, secret, self._clock(), self._chance())
        if isinstance(fault, MailboxLoginError):
            events.mailbox_login_refused(self._mailbox.host)
        else:
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
