"""A server that says what a dialogue tells it to, for answers that no real IMAP server gives.

    S: * OK ready
    C: CAPABILITY
    S: * CAPABILITY IMAP4rev1
    S: OK done

`C:` is how the client's next line must start, without its tag ("C:" alone: any line); `S: OK`, `NO` and `BAD` get the
tag of the client's last command; `S: (close)` ends the connection, `S: (silence)` says nothing more. Each connection
starts the dialogue anew; with several dialogues each connection gets the next one, and then the last.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

HOST = "127.0.0.1"

HELLO = """
S: * OK ready
C: CAPABILITY
S: * CAPABILITY IMAP4rev1
S: OK done
C: LOGIN
S: OK welcome
C: CAPABILITY
S: * CAPABILITY IMAP4rev1
S: OK done
"""
"""How a connection begins with a server that has nothing but IMAP4rev1."""


@dataclass
class Scripted:
    """`said`: all lines that clients sent, in order; `wrong`: what they said instead of what the dialogue has."""

    dialogues: tuple[str, ...]
    port: int = 0
    connections: int = 0
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    spoken: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a dialogue has come to `(silence)`."""

    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection more."""
        self._tasks.add(asyncio.create_task(self._serve(reader, writer)))

    async def end(self) -> None:
        """Leaves those who are still connected."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        dialogue = self.dialogues[min(self.connections, len(self.dialogues) - 1)]
        self.connections += 1
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self._speak(dialogue, reader, writer)
        finally:
            writer.close()

    async def _speak(self, dialogue: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tag = ""
        for line in filter(None, dialogue.strip().splitlines()):
            who, _, words = line.partition(":")
            words = words.removeprefix(" ")
            if who == "C":
                heard = (await reader.readuntil(b"\r\n")).decode("utf-8", "replace").rstrip("\r\n")
                self.said.append(heard)
                tag, _, command = heard.partition(" ")
                if not command.startswith(words):
                    self.wrong.append(f"{heard!r} in place of {words!r}")
                    return
            elif words == "(close)":
                return
            elif words == "(silence)":
                self.spoken.set()
                while await reader.read(4096):
                    pass
                return
            else:
                tagged = words.startswith(("OK", "NO", "BAD"))
                writer.write(f"{tag} {words}\r\n".encode() if tagged else f"{words}\r\n".encode())
                await writer.drain()


@contextlib.asynccontextmanager
async def scripted(*dialogues: str) -> AsyncIterator[Scripted]:
    """Starts it on a free port; a client that leaves the dialogue fails the test."""
    script = Scripted(dialogues)
    server = await asyncio.start_server(script.accept, HOST, 0)
    script.port = server.sockets[0].getsockname()[1]
    try:
        yield script
    finally:
        server.close()
        await script.end()
    assert script.wrong == []
