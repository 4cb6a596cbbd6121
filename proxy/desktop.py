"""Word of a hold on the user's own desktop, at once: for whom the mail was and why it waits, never its text.

Promises: a hold is neither delayed nor broken by it, whatever the desktop does. Where there is none (a server, no
session bus, a Python that macOS lets show nothing) the log says so once, `tactful status` says it too, and the next
hold looks again: somebody may have logged in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from proxy import events
from proxy.digest.words import listed
from proxy.gate import IN_SHORT
from proxy.keeping import Kept

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier

PATIENCE = 10.0
"""Seconds that a desktop is given for one notice."""

WAITING = 20
"""Notices that may wait for a desktop that doesn't answer; the mail and the digest tell of the others."""

NOT_HERE = "this computer lets tactful show none"


class Desktop:
    """`wanted`: whether notices are asked for. `found`: told why none can be shown, "" where they can, None while
    they aren't asked for; only when that changes."""

    def __init__(self, wanted: Callable[[], bool], found: Callable[[str | None], Awaitable[None]]) -> None:
        self._wanted = wanted
        self._found = found
        self._notifier: DesktopNotifier | None = None
        self._one = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._fault: str | None = None

    def look(self) -> None:
        """Finds out whether there is a desktop, before there is anything to tell. Returns at once."""
        self._start(None)

    def tell(self, kept: Kept) -> None:
        """Shows a notice of what waits now. Returns at once and raises nothing."""
        if kept.state in {"held", "unknown"} and self._wanted():
            self._start(kept)

    async def close(self) -> None:
        """Waits for nobody."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._drop()

    def _start(self, kept: Kept | None) -> None:
        if len(self._tasks) < WAITING:
            task = asyncio.create_task(self._try(kept))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _try(self, kept: Kept | None) -> None:
        async with self._one:
            if not self._wanted():
                await self._say(None)
                return
            try:
                async with asyncio.timeout(PATIENCE):
                    fault = await self._show(kept)
            except TimeoutError:
                fault = "the desktop did not answer"
            except Exception as error:  # whatever a system's library raises; what it says may name this machine's files
                fault = f"no desktop session was found that shows them ({type(error).__name__})"
            if fault:
                self._drop()
            await self._say(fault)

    async def _show(self, kept: Kept | None) -> str:
        """Why it can't be shown, "" where it was. Raises whatever the system's library does."""
        from desktop_notifier import DesktopNotifier

        notifier = self._notifier = self._notifier or DesktopNotifier("tactful", app_icon=None)
        if not await notifier.get_capabilities():
            return NOT_HERE
        if kept is None:
            return ""
        shown: list[bool] = []
        title, text = words(kept)
        await notifier.send(title, text, on_dispatched=lambda: shown.append(True))  # it raises nothing
        return "" if shown else "the desktop did not take it"

    def _drop(self) -> None:
        # The library has no word for it, and leaves its connection to the bus open for as long as the process lives.
        bus = getattr(getattr(self._notifier, "_backend", None), "bus", None)
        self._notifier = None
        if bus is not None:
            with suppress(Exception):
                bus.disconnect()

    async def _say(self, fault: str | None) -> None:
        if fault == self._fault:
            return
        self._fault = fault
        if fault is not None:
            events.desktop(fault)
        await self._found(fault)


def words(kept: Kept) -> tuple[str, str]:
    """A notice's title and text. The text has no address in it: desktops may read it as markup."""
    people = listed(kept.people)
    if kept.state == "unknown":
        return f"May have been sent: your mail to {people}", f"Your server did not say. See: tactful show {kept.id}"
    if kept.reason:
        return f"Waits for your word again: your mail to {people}", f"{kept.reason} See: tactful show {kept.id}"
    mistakes = dict.fromkeys(finding.mistake for finding in kept.findings if finding.effect == "hold")
    why = "; ".join(IN_SHORT[mistake] for mistake in mistakes) or "it could not be checked"
    return f"Not sent yet: your mail to {people}", f"{why[0].upper()}{why[1:]}. See: tactful show {kept.id}"
