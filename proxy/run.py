"""`tactful run`: the SMTP server and the schedule over an app, and the configuration read again when it changes."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import signal
import ssl
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from proxy import config as configuration
from proxy import events
from proxy.app import App, host_name
from proxy.configuration.settings import Config, Tls
from proxy.ending import end
from proxy.errors import ConfigError, ListenError, TactfulError
from proxy.intake import Intake
from proxy.notify import Supervisor
from proxy.smtp.limits import Limits
from proxy.smtp.server import Bound, SmtpServer
from proxy.store.engine import sqlite_path
from proxy.store.store import RunLock
from proxy.transit.spool import sweep
from proxy.web.app import Page
from proxy.web.server import PageServer

GRACE = 20.0
"""Seconds that a message on its way is given when tactful stops."""

WATCH = 2.0
"""Seconds between two looks at the configuration's file."""

SECRETS_AGAIN = 30.0
"""Seconds until a client password that could not be had is asked for again."""

UPSTREAMS_AGAIN = 300.0
"""Seconds until an upstream that was never met is tried again; its first message meets it, too."""


class Running:
    """One run. `start`, then `serve`; `stop` and `reload` may be called from signal handlers of the loop.

    `spools`: a folder of this run alone for large messages on their way; default: the system's for temporary files.
    """

    def __init__(self, app: App, supervisor: Supervisor, spools: Path | None = None) -> None:
        self.app = app
        self._spools = spools
        self._supervisor = supervisor
        self._intake = Intake(
            lambda: app.accounts, app.thread, app.judge, app.keeper, answers=app.answers, clock=app.clock
        )
        self._server: SmtpServer | None = None
        self._page: PageServer | None = None
        self._stop = asyncio.Event()
        self._reload = asyncio.Event()

    async def start(self) -> tuple[Bound, ...]:
        """Listens. Raises ListenError."""
        await self.app.find_logins()
        return await self._listen()

    async def _listen(self) -> tuple[Bound, ...]:
        listen = self.app.config.listen
        self._server = SmtpServer(self._intake, host_name(), tls_context(listen.tls), Limits(spools=self._spools))
        bound = await self._server.start(listen.smtp)
        try:
            await self._show()
        except ListenError:
            await self._server.close(0)
            raise
        return bound

    async def _show(self) -> None:
        """The page, where one is wanted; `tactful web` is told where it is."""
        listen, app = self.app.config.listen, self.app
        address = ""
        if listen.web is not None:
            page = Page(app.desk, app.review, app.outbox)
            self._page = PageServer(page, tls_context(listen.tls))
            await self._page.start(listen.web)
            address = page.address
        await app.thread(app.store.control.set_page, address)

    async def _close(self) -> None:
        """Listens no more. What is on its way is finished; what may still be taken back stays here."""
        if self._page is not None:
            await self._page.close()
            self._page = None
        if self._server is not None:
            await self._server.close(GRACE)

    def stop(self) -> None:
        """Asks it to end in order."""
        self._stop.set()

    def reload(self) -> None:
        """Asks it to read the configuration again."""
        self._reload.set()

    async def serve(self) -> None:
        """Until `stop`; then what is on its way is finished."""
        tasks = [
            asyncio.create_task(self.app.schedule.run()),
            asyncio.create_task(self._watch()),
            asyncio.create_task(self._logins()),
            asyncio.create_task(self._upstreams()),
            asyncio.create_task(self._alive()),
        ]
        self.app.desktop.look()
        self._supervisor.ready()
        stopping = asyncio.create_task(self._stop.wait())
        try:
            done, _ = await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                task.result()  # none of them ends by itself: show why it did
        finally:
            self._supervisor.stopping()
            await self._close()
            await self.app.outbox.close(GRACE)
            await end([stopping, *tasks])
            events.stopped()

    async def _logins(self) -> None:
        while True:
            if not await self.app.find_logins():
                await asyncio.sleep(SECRETS_AGAIN)
            else:
                await asyncio.sleep(WATCH)

    async def _upstreams(self) -> None:
        while True:
            if not await self._intake.meet_upstreams():
                break
            await asyncio.sleep(UPSTREAMS_AGAIN)
        await asyncio.Event().wait()  # an account that is added later is met by its first message

    async def _alive(self) -> None:
        every = self._supervisor.watchdog
        while True:
            self._supervisor.alive()
            await asyncio.sleep(every.total_seconds() / 3 if every else 3600)

    async def _watch(self) -> None:
        path = self.app.config.path
        if path is None:
            await asyncio.Event().wait()
            return
        stamp: configuration.Stamp | None = None  # so the first look also finds what changed since the file was read
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(WATCH):
                    await self._reload.wait()
            asked = self._reload.is_set()
            self._reload.clear()
            seen = configuration.changed(path, stamp)
            if asked or seen != stamp:
                stamp = seen
                await self._read_again(path, asked=asked)

    async def _read_again(self, path: Path, *, asked: bool) -> None:
        self._supervisor.reloading()
        before = self.app.config
        try:
            config = configuration.load(path)
            if config == before and not asked:
                return
            if configuration.store_url(config) != configuration.store_url(before):
                raise ConfigError("Another store is named in [store] url.", "Stop tactful and start it again for that.")
            await self.app.adopt(config)
            self.app.desktop.look()
            if config.listen != before.listen and self._server is not None:
                await self._close()
                await self._listen()
            events.config_read(str(path))
        except TactfulError as error:
            events.config_refused(str(path), str(error))
            if self.app.config is not before:
                await self.app.adopt(before)
                await self._listen()
        finally:
            self._supervisor.ready()


def tls_context(tls: Tls | None) -> ssl.SSLContext | None:
    """The SMTP server's own certificate and key; ConfigError where they don't fit."""
    if tls is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(tls.certificate, tls.key)
    except (ssl.SSLError, OSError) as error:
        raise ConfigError(
            f"The certificate {tls.certificate} and its key can't be used.",
            "Both must be PEM files that belong together, and the key must have no password.",
        ) from error
    return context


def run_lock(config: Config) -> RunLock:
    """The lock of the one `run` over this configuration's store."""
    return RunLock(_beside_store(config, ".lock"))


def _beside_store(config: Config, ending: str) -> Path:
    """A path of this store's own, in a folder that exists."""
    url = configuration.store_url(config)
    path = sqlite_path(url) or configuration.state_folder() / hashlib.sha256(url.encode()).hexdigest()[:16]
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path.with_name(path.name + ending)


def _spools(config: Config) -> Path:
    """The folder for large messages on their way, without what a killed run left there. Only for who holds the lock."""
    folder = _beside_store(config, ".spool")
    folder.mkdir(mode=0o700, exist_ok=True)
    sweep(folder)
    return folder


async def run(
    config: Config,
    supervisor: Supervisor,
    *,
    started: Callable[[tuple[Bound, ...]], None],
    context: ssl.SSLContext | None = None,
) -> None:
    """`tactful run`, until SIGTERM or SIGINT. Raises AlreadyRunning, StoreError and ListenError."""
    lock = run_lock(config)
    lock.take()
    try:
        async with App.opened(config, context=context) as app:
            running = Running(app, supervisor, _spools(config))
            bound = await running.start()
            with _signals(running):
                started(bound)
                await running.serve()
    finally:
        lock.release()


@contextlib.contextmanager
def _signals(running: Running) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    if sys.platform == "win32":
        former = signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(running.stop))
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, former)
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, running.stop)
    loop.add_signal_handler(signal.SIGHUP, running.reload)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.remove_signal_handler(number)
