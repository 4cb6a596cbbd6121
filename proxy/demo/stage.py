"""The whole demo at work: the upstream, the mailbox and the real proxy between them, on this machine alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from proxy import config as configuration
from proxy.app import App
from proxy.demo import mailbox as mailboxes
from proxy.demo.past import PAST
from proxy.demo.person import SAM
from proxy.demo.place import Place
from proxy.demo.upstream import Upstream, upstream
from proxy.errors import ListenError
from proxy.imap.connection import Connection
from proxy.notify import Supervisor
from proxy.run import Running, run_lock
from proxy.smtp.server import Bound

PORTS = ((2525, 2580), (0, 0))
"""Where to listen, for mail and for the page: at the usual ports, and where one is taken at any that are free."""


@dataclass(frozen=True)
class Stage:
    """Everything that runs. `listening`: where a mail client sends to. `imap`: the mailbox's port."""

    place: Place
    app: App
    upstream: Upstream
    listening: Bound
    imap: int

    @property
    def mailbox(self) -> Connection:
        """The proxy's own connection to the mailbox."""
        box = self.app.mailboxes.box(SAM.address)
        assert box is not None  # the demo's configuration names it
        return box.connection


@asynccontextmanager
async def stage(place: Place, now: datetime) -> AsyncIterator[Stage]:
    """Starts everything, with a mailbox whose past ends at `now`, and ends it in order. Raises errors of the rooms."""
    async with AsyncExitStack() as stack:
        outgoing = await stack.enter_async_context(upstream(SAM.address, place.mail_password))
        imap = await stack.enter_async_context(mailboxes.mailbox(SAM.address, place.mail_password))
        place.configure(listen=PORTS[0][0], web=PORTS[0][1], smtp=outgoing.port, imap=imap)
        config = configuration.load(place.configuration)
        lock = run_lock(config)
        lock.take()
        stack.callback(lock.release)
        app = await stack.enter_async_context(App.opened(config))
        running = Running(app, Supervisor())
        bound = await _start(running, place, outgoing.port, imap)
        serving = asyncio.create_task(running.serve())
        found = Stage(place, app, outgoing, bound[0], imap)
        try:
            await mailboxes.fill(found.mailbox, PAST, now)
            # Anew: news of the first letters may have begun a reading before the last one lay there.
            await app.mailboxes.sync(SAM.address, anew=True)
            yield found
        finally:
            running.stop()
            await serving


async def _start(running: Running, place: Place, smtp: int, imap: int) -> tuple[Bound, ...]:
    for ports in PORTS:
        if ports != PORTS[0]:
            place.configure(listen=ports[0], web=ports[1], smtp=smtp, imap=imap)
            await running.app.adopt(configuration.load(place.configuration))
        try:
            return await running.start()
        except ListenError:
            if ports == PORTS[-1]:
                raise
    raise AssertionError("the last port was tried")
