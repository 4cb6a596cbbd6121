"""A desktop session of a test's own: a real session bus (dbus-daemon), and a service on it that shows notices.

The service implements what the Desktop Notifications Specification 1.2 asks for; what it "showed" is in `shown`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dbus_fast.aio.message_bus import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

from tests.servers.need import need

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Notifications(ServiceInterface):
    """Shows notices. `hang`: while it is set, Notify gives no answer."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self.shown: list[tuple[str, str, str]] = []
        """Program, title and text of each."""
        self.news = asyncio.Condition()
        self.asked = asyncio.Event()
        self.hang: asyncio.Event | None = None
        self.actions = True

    @dbus_method()
    async def Notify(  # noqa: N802
        self,
        app_name: "s",  # type: ignore[name-defined]  # noqa: F821, UP037
        replaces_id: "u",  # type: ignore[name-defined]  # noqa: F821, UP037
        app_icon: "s",  # type: ignore[name-defined]  # noqa: F821, UP037
        summary: "s",  # type: ignore[name-defined]  # noqa: F821, UP037
        body: "s",  # type: ignore[name-defined]  # noqa: F821, UP037
        actions: "as",  # type: ignore[valid-type]  # noqa: F722
        hints: "a{sv}",  # type: ignore[valid-type]  # noqa: F722
        expire_timeout: "i",  # type: ignore[name-defined]  # noqa: F821, UP037
    ) -> "u":  # type: ignore[name-defined]  # noqa: F821, UP037
        self.asked.set()
        if self.hang is not None:
            await self.hang.wait()
        async with self.news:
            self.shown.append((app_name, summary, body))
            self.news.notify_all()
        return len(self.shown)

    @dbus_method()
    def GetCapabilities(self) -> "as":  # type: ignore[valid-type]  # noqa: F722, N802
        return ["body", "actions"] if self.actions else ["body"]

    @dbus_method()
    def GetServerInformation(self) -> "ssss":  # type: ignore[name-defined]  # noqa: F821, N802, UP037
        return ["tests", "tests", "1", "1.2"]

    @dbus_signal()
    def ActionInvoked(self, number: "u", key: "s") -> "us":  # type: ignore[name-defined]  # noqa: F821, N802, UP037
        return [number, key]

    def click(self, number: int) -> None:
        """The user clicks on a notice, counted from 1."""
        self.ActionInvoked(number, "default")

    async def until(self, count: int) -> list[tuple[str, str, str]]:
        """Waits until so many were shown; all of them."""
        async with self.news:
            await asyncio.wait_for(self.news.wait_for(lambda: len(self.shown) >= count), 30)
        return self.shown


@dataclass
class Session:
    """`address`: what DBUS_SESSION_BUS_ADDRESS says in it."""

    address: str
    process: asyncio.subprocess.Process
    buses: list[Any] = field(default_factory=list)

    async def service(self) -> Notifications:
        """Somebody who shows notices takes up the work."""
        bus = await MessageBus(bus_address=self.address).connect()
        self.buses.append(bus)
        service = Notifications()
        bus.export(PATH, service)
        await bus.request_name(NAME)
        return service

    async def end(self) -> None:
        """The user logs out."""
        for bus in self.buses:
            bus.disconnect()
        self.buses.clear()
        if self.process.returncode is None:
            self.process.terminate()
        await self.process.wait()


@asynccontextmanager
async def session(folder: Path) -> AsyncIterator[Session]:
    """A session bus in `folder` (whose path must be short: a socket lies in it), and nobody on it."""
    daemon = need("dbus-daemon")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(path=folder / "bus"), "utf-8")
    process = await asyncio.create_subprocess_exec(
        daemon, "--nofork", "--nopidfile", f"--config-file={config}", "--print-address", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    found = Session((await process.stdout.readline()).decode().strip(), process)
    try:
        yield found
    finally:
        await found.end()
