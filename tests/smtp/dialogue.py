"""SMTP dialogues as they are written in a book, played against a real server.

    C: what the client says, with CR LF; lines without a reply between them leave in one piece (pipelining)
    C= a Python literal of octets, as they are
    S: the line that must come; "*" stands for any text, "..." for all lines up to the one after it
    TLS       the client takes up TLS
    EOF       the client says no more, and goes on listening
    CLOSED    the server has closed

Blank lines and lines that begin with "#" are for the reader.
"""

from __future__ import annotations

import ast
import asyncio
import base64
import contextlib
import re
import socket
import ssl
import struct
import sys
from types import TracebackType
from typing import Self


def plain(username: str = "sam@example.org", password: str = "s3cret") -> str:
    """PLAIN's initial response (RFC 4616)."""
    return base64.b64encode(f"\0{username}\0{password}".encode()).decode()


LOGIN = f"""
    S: 220 mail.example ESMTP tactful
    C: EHLO client.example
    S: 250-mail.example
    S: ...
    S: 250 SIZE *
    C: AUTH PLAIN {plain()}
    S: 235 2.7.0 Welcome
"""
"""From the greeting to the login."""

ENVELOPE = """
    C: MAIL FROM:<sam@example.org>
    S: 250 2.1.0 Sender ok
    C: RCPT TO:<jo@acme.example>
    S: 250 2.1.5 Recipient ok
"""

DATA = """
    C: DATA
    S: 354 *
"""


class Client:
    """One connection. `play` raises AssertionError with the line that was wrong."""

    def __init__(
        self, port: int, *, host: str = "127.0.0.1", context: ssl.SSLContext | None = None, implicit: bool = False
    ) -> None:
        self._port = port
        self._implicit = implicit
        self._host = host
        self._context = context
        self._skipping = False

    async def __aenter__(self) -> Self:
        context = self._context if self._implicit else None
        name = "localhost" if context else None
        self.reader, self.writer = await asyncio.open_connection(
            self._host, self._port, ssl=context, server_hostname=name
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()

    def drop(self) -> None:
        """Goes away without a word: the server sees a reset, not a half-close."""
        linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.transport.abort()

    async def send(self, octets: bytes) -> None:
        self.writer.write(octets)
        await self.writer.drain()

    async def start_tls(self) -> None:
        assert self._context is not None
        await self.writer.start_tls(self._context, server_hostname="localhost")

    async def play(self, *dialogues: str) -> None:
        for number, line in enumerate("\n".join(dialogues).splitlines()):
            step = line.strip()
            where = f"line {number}: {step}"
            if not step or step.startswith("#"):
                continue
            if step.startswith("C:"):
                self.writer.write(step[2:].removeprefix(" ").encode() + b"\r\n")
            elif step.startswith("C="):
                self.writer.write(ast.literal_eval(step[2:].strip()))
            elif step.startswith("S:"):
                await self._expect(step[2:].strip(), where)
            elif step == "TLS":
                await self.start_tls()
            elif step == "EOF":
                self.writer.write_eof()
            elif step == "CLOSED":
                rest = await self.reader.read()
                assert rest == b"", f"{where}: got {rest!r}"
            else:
                raise AssertionError(f"unknown step, {where}")

    async def line(self) -> str:
        return (await self.reader.readuntil(b"\r\n")).decode().removesuffix("\r\n")

    async def reply(self) -> str:
        """A whole reply, its lines joined by LF."""
        lines = [await self.line()]
        while lines[-1][3:4] == "-":
            lines.append(await self.line())
        return "\n".join(lines)

    async def _expect(self, pattern: str, where: str) -> None:
        if pattern == "...":
            self._skipping = True
            return
        wanted = ".*".join(re.escape(part) for part in pattern.split("*"))
        got = await self.line()
        while self._skipping and not re.fullmatch(wanted, got):
            got = await self.line()
        self._skipping = False
        assert re.fullmatch(wanted, got), f"{where}: got {got!r}"
