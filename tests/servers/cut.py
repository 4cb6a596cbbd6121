"""A wire that can be cut: what comes goes on to another port of this machine, until a test says otherwise."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

HOST = "127.0.0.1"


class Relay:
    """`port`: where to connect. `connections`: how many there have been; `octets`: sent back by the server so far."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0
        self.connections = 0
        self.octets = 0
        self.down = False
        self.hold_after: int | None = None
        """Pass nothing back any more once the server has sent this many octets more, and set `held`."""
        self.held = asyncio.Event()
        self.cut_after: int | None = None
        """Cut once the server has sent this many octets more."""
        self.mute = False
        """Nothing that the server says comes through, and no connection ends: it hangs."""

    def cut(self, *, down: bool = False) -> None:
        """Ends all connections at once; `down`: and each new one, until `down` is False again."""
        self.down = down
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection more."""
        self._tasks.add(asyncio.create_task(self._serve(reader, writer)))

    async def end(self) -> None:
        """Cuts, and waits until nobody passes anything on."""
        self.cut()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        if self.down:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection(HOST, self._target)
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._pass_on(reader, far_writer), self._pass_back(far_reader, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def _pass_back(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                self.octets += len(data)
                if self.mute:
                    continue
                if self.hold_after is not None:
                    self.hold_after -= len(data)
                    if self.hold_after <= 0:
                        self.held.set()
                        continue
                if self.cut_after is not None:
                    self.cut_after -= len(data)
                    if self.cut_after <= 0:
                        self.cut_after = None
                        self.cut()
                        return
                writer.write(data)
                await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def relay(target: int) -> AsyncIterator[Relay]:
    """Starts the wire to this port."""
    wire = Relay(target)
    server = await asyncio.start_server(wire.accept, HOST, 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
        await wire.end()
