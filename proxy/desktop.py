"""Word of a hold, or of thanks that are missing, on the user's own desktop, at once: for whom and why, never a text. A
click on that of a hold opens the page, where there is one and the desktop tells of clicks.

Promises: a hold is neither delayed nor broken by it, whatever the desktop does. Where there is none (a server, no
session bus, a Python that macOS lets show nothing) the log says so once, `tactful status` says it too, and the next
hold looks again: somebody may have logged in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proxy import events
from proxy.digest.words import listed
from proxy.ending import end
from proxy.gate import IN_SHORT
from proxy.transit.keeping import Kept

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier

PATIENCE = 10.0
"""Seconds that a desktop is given for one notice."""

WAITING = 20
"""Notices that may wait for a desktop that doesn't answer; the mail and the digest tell of the others."""

CLICKS = 5
"""Clicks whose browser may be on its way; a browser that hangs takes no more."""

NOT_HERE = "this computer lets tactful show none"


@dataclass(frozen=True, slots=True)
class _Notice:
    """`words`: title and text, told whether a click opens something. `opens`: the message's ID, "" where none does."""

    words: Callable[[bool], tuple[str, str]]
    opens: str = ""


class Desktop:
    """`wanted`: whether notices are asked for. `found`: told why none can be shown, "" where they can, None while
    they aren't asked for; only when that changes. `clicked`: told the ID of a message whose notice was clicked;
    `clickable`: whether that leads anywhere now."""

    def __init__(
        self,
        wanted: Callable[[], bool],
        found: Callable[[str | None], Awaitable[None]],
        clicked: Callable[[str], Awaitable[None]],
        *,
        clickable: Callable[[], bool],
    ) -> None:
        self._wanted = wanted
        self._found = found
        self._clicked = clicked
        self._clickable = clickable
        self._notifier: DesktopNotifier | None = None
        self._one = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._clicks: set[asyncio.Task[None]] = set()
        self._fault: str | None = None

    def look(self) -> None:
        """Finds out whether there is a desktop, before there is anything to tell. Returns at once."""
        self._start(None)

    async def settled(self) -> None:
        """Finds it out, and returns when it is known."""
        await self._try(None)

    def tell(self, kept: Kept) -> None:
        """Shows a notice of what waits now. Returns at once and raises nothing."""
        if kept.state in {"held", "unknown"}:
            self._show_if_wanted(_Notice(lambda click: words(kept, click=click), kept.id))

    def show(self, title: str, text: str) -> None:
        """Shows a text that holds no address: desktops may read it as markup. As `tell`."""
        self._show_if_wanted(_Notice(lambda _click: (title, text)))

    def _show_if_wanted(self, notice: _Notice) -> None:
        if self._wanted():
            self._start(notice)

    async def close(self) -> None:
        """Waits for nobody."""
        await end((*self._tasks, *self._clicks))
        self._drop()

    def _start(self, notice: _Notice | None) -> None:
        if len(self._tasks) < WAITING:
            task = asyncio.create_task(self._try(notice))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _try(self, notice: _Notice | None) -> None:
        async with self._one:
            if not self._wanted():
                await self._say(None)
                return
            try:
                async with asyncio.timeout(PATIENCE):
                    fault = await self._show(notice)
            except TimeoutError:
                fault = "the desktop did not answer"
            except Exception as error:  # whatever a system's library raises; what it says may name this machine's files
                fault = f"no desktop session was found that shows them ({type(error).__name__})"
            if fault:
                self._drop()
            await self._say(fault)

    async def _show(self, notice: _Notice | None) -> str:
        """Why it can't be shown, "" where it was. Raises whatever the system's library does."""
        from desktop_notifier import Capability, DesktopNotifier

        notifier = self._notifier = self._notifier or DesktopNotifier("tactful", app_icon=None)
        able = await notifier.get_capabilities()
        if not able:
            return NOT_HERE
        if notice is None:
            return ""
        shown: list[bool] = []
        # Some desktops have no actions, and to them a click is nothing either, whatever the library says of it.
        click = bool(notice.opens) and {Capability.ON_CLICKED, Capability.BUTTONS} <= able and self._clickable()
        title, text = notice.words(click)
        loop = asyncio.get_running_loop()  # systems tell of clicks in threads of their own
        await notifier.send(  # it raises nothing
            title,
            text,
            on_dispatched=lambda: shown.append(True),
            on_clicked=(lambda: loop.call_soon_threadsafe(self._click, notice.opens)) if click else None,
        )
        return "" if shown else "the desktop did not take it"

    def _click(self, id_: str) -> None:
        if len(self._clicks) < CLICKS:
            task = asyncio.create_task(self._open(id_))
            self._clicks.add(task)
            task.add_done_callback(self._clicks.discard)

    async def _open(self, id_: str) -> None:
        try:
            await self._clicked(id_)
        except Exception as error:  # a store that is full, a system without browsers: the notice said what it had to
            events.page_failed("click", error)

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


async def fault() -> str:
    """Why no notice could be shown from here now, "" where one could. For `doctor`, which shows none."""
    found: list[str | None] = []

    async def heard(reason: str | None) -> None:
        found.append(reason)

    async def nothing(_id: str) -> None: ...

    desktop = Desktop(lambda: True, heard, nothing, clickable=lambda: False)
    try:
        await desktop.settled()
    finally:
        await desktop.close()
    return (found[-1] if found else None) or ""


def words(kept: Kept, *, click: bool = False) -> tuple[str, str]:
    """A notice's title and text. The text has no address in it: desktops may read it as markup. `click`: whether a
    click opens the page."""
    people = listed(kept.people)
    see = f"Click to look at it, or: tactful show {kept.id}" if click else f"See: tactful show {kept.id}"
    if kept.state == "unknown":
        return f"May have been sent: your mail to {people}", f"Your server did not say. {see}"
    if kept.reason:
        return f"Waits for your word again: your mail to {people}", f"{kept.reason} {see}"
    mistakes = dict.fromkeys(finding.mistake for finding in kept.findings if finding.effect == "hold")
    why = "; ".join(IN_SHORT[mistake] for mistake in mistakes) or "it could not be checked"
    return f"Not sent yet: your mail to {people}", f"{why[0].upper()}{why[1:]}. {see}"
