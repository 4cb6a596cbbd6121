"""One session of the strict server: reads commands as RFC 5321 has them, and notes whatever is not so."""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tests.servers.script import At, Close, Fault, Hang, Message, Record, Refuse, Say, Session

Security = Literal["none", "starttls", "tls"]

CAPABILITIES = ("PIPELINING", "SIZE 100000000", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "DSN")


@dataclass(frozen=True)
class Rules:
    """`users`: login -> password; none: no AUTH is offered and none needed. `context` goes with `security`."""

    capabilities: Sequence[str] = CAPABILITIES
    users: dict[str, str] = field(default_factory=dict)
    mechanisms: Sequence[str] = ("PLAIN", "LOGIN")
    security: Security = "none"
    context: ssl.SSLContext | None = None


class ClosedError(Exception):
    """The session is over."""


class Dialogue:
    """One session's commands and replies."""

    def __init__(
        self, server: Record, rules: Rules, session: Session, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.server, self.rules, self.session, self.reader, self.writer = server, rules, session, reader, writer
        self.buffer = bytearray()
        self.greeted = False
        self.extended = False
        self.sender: tuple[str, tuple[str, ...]] | None = None
        self.recipients: list[tuple[str, tuple[str, ...]]] = []

    async def run(self) -> None:
        early = asyncio.create_task(self.reader.read(65536))
        try:
            await self.answer("greeting", 220, "strict.example ESMTP")
            if early.done():
                self.violation(f"sent {early.result()!r} before the greeting")
            self.buffer += await early
            while True:
                await self.command(await self.line())
        finally:
            early.cancel()

    async def command(self, line: bytes) -> None:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self.violation(f"not UTF-8: {line!r}")
            await self.say(500, "5.5.2 not UTF-8")
            return
        verb, _, rest = text.partition(" ")
        self.session.commands.append(text)
        await self.server.notify("command", session=self.session.number, line=text)
        if len(line) + 2 > (12288 if verb == "AUTH" else 1024 if verb in ("MAIL", "RCPT") else 512):
            self.violation(f"a command line of {len(line) + 2} octets")
        if self.buffer and (verb in ("EHLO", "STARTTLS", "AUTH", "DATA", "QUIT") or not self.offers("PIPELINING")):
            self.violation(f"sent {bytes(self.buffer)!r} before the reply to {verb}")
        match verb:
            case "EHLO":
                await self.ehlo(rest)
            case "STARTTLS":
                await self.starttls()
            case "AUTH":
                await self.auth(rest)
            case "MAIL":
                await self.mail(rest)
            case "RCPT":
                await self.rcpt(rest)
            case "DATA":
                await self.data()
            case "RSET" | "NOOP":
                self.reset()
                await self.answer("RSET", 250, "2.0.0 as new")
            case "QUIT":
                await self.answer("QUIT", 221, "2.0.0 bye")
                raise ClosedError
            case _:
                self.violation(f"unknown command {text!r}")
                await self.say(500, "5.5.1 unknown")

    async def ehlo(self, name: str) -> None:
        if not re.fullmatch(r"[A-Za-z0-9.-]+|\[[0-9A-Za-z:.]+\]", name):
            self.violation(f"EHLO with {name!r}")
        self.greeted = True
        self.reset()
        await self.answer("EHLO", 250, "strict.example", *self.offered())

    def offered(self) -> list[str]:
        offered = list(self.rules.capabilities)
        if self.rules.security == "starttls" and not self.session.encrypted:
            return [*offered, "STARTTLS"]
        return [*offered, f"AUTH {' '.join(self.rules.mechanisms)}"] if self.rules.users else offered

    def offers(self, keyword: str) -> bool:
        return any(line.split()[0] == keyword for line in self.offered())

    async def starttls(self) -> None:
        if not self.offers("STARTTLS"):
            self.violation("STARTTLS was not offered")
            return await self.say(502, "5.5.1 not offered")
        if not await self.answer("STARTTLS", 220, "2.0.0 go ahead"):
            return None
        await self.writer.start_tls(self.rules.context or ssl.create_default_context(ssl.Purpose.CLIENT_AUTH))
        self.session.encrypted, self.greeted = True, False
        return None

    async def auth(self, rest: str) -> None:
        mechanism, _, initial = rest.partition(" ")
        if not self.greeted or self.session.user or self.sender or mechanism not in self.rules.mechanisms:
            self.violation(f"AUTH {mechanism} out of order, or not offered")
            return await self.say(503, "5.5.1 not now")
        if mechanism == "PLAIN":
            answer = self.decoded(initial) if initial else await self.challenge(b"")
            _, user, password = (answer + "\0\0").split("\0")[:3]
        else:
            user = self.decoded(initial) if initial else await self.challenge(b"Username:")
            password = await self.challenge(b"Password:")
        if user not in self.rules.users or self.rules.users[user] != password:
            return await self.say(535, "5.7.8 Error: authentication failed:", "5.7.8 wrong username or password")
        if await self.answer("AUTH", 235, "2.7.0 welcome"):
            self.session.user = user
        return None

    async def challenge(self, text: bytes) -> str:
        await self.say(334, base64.b64encode(text).decode())
        return self.decoded((await self.line()).decode())

    def decoded(self, text: str) -> str:
        try:
            return base64.b64decode(text, validate=True).decode()
        except ValueError:
            self.violation("AUTH with what is not base64")
            return ""

    async def mail(self, rest: str) -> None:
        if not self.greeted or self.sender is not None or (self.rules.users and not self.session.user):
            self.violation("MAIL out of order")
            return await self.say(503, "5.5.1 EHLO, login, then one MAIL")
        found = self.path("FROM", rest)
        if found is None:
            return await self.say(501, "5.5.4 syntax")
        sender, parameters = found
        for parameter in parameters:
            keyword = parameter.partition("=")[0].upper()
            extension = {"BODY": "8BITMIME", "RET": "DSN", "ENVID": "DSN"}.get(keyword, keyword)
            if not self.offers(extension):
                return await self.say(555, f"5.5.4 {keyword} is not offered")
        if await self.answer("MAIL", 250, "2.1.0 ok", address=sender):
            self.sender = (sender, parameters)
        return None

    async def rcpt(self, rest: str) -> None:
        if self.sender is None:
            self.violation("RCPT before MAIL")
            return await self.say(503, "5.5.1 MAIL first")
        found = self.path("TO", rest)
        if found is None:
            return await self.say(501, "5.5.4 syntax")
        if await self.answer("RCPT", 250, "2.1.5 ok", address=found[0]):
            self.recipients.append(found)
        return None

    def path(self, keyword: str, rest: str) -> tuple[str, tuple[str, ...]] | None:
        found = re.fullmatch(rf'{keyword}:<((?:"(?:[^"\\]|\\.)*"@)?[^<>\s]*)>((?: [^ ]+)*)', rest)
        if found is None:
            self.violation(f"syntax: {rest!r}")
            return None
        if not found[1].isascii() and not self.offers("SMTPUTF8"):
            self.violation(f"not ASCII: {rest!r}")
        return found[1], tuple(found[2].split())

    async def data(self) -> None:
        if not self.recipients:
            self.violation("DATA without a recipient")
            return await self.say(554, "5.5.1 no valid recipients")
        if not await self.answer("DATA", 354, "go ahead"):
            return None
        wire = await self.body()
        self.session.commands.append(".")
        await self.server.notify("command", session=self.session.number, line=".")
        content = re.sub(rb"(?:\A|(?<=\r\n))\.", b"", wire)
        fault = await self.server.fault("dot")
        if fault is not None and not await self.happen(fault):
            self.reset()
            return None
        assert self.sender is not None
        message = Message(*self.sender, tuple(self.recipients), content, wire, self.session.user)
        self.reset()
        await self.server.accepted(self.session, message)
        await self.answer("accepted", 250, f"2.0.0 queued as {len(self.server.messages)}")
        return None

    async def body(self) -> bytes:
        """The octets before the final dot, as they travelled; checks that each line ends in CRLF and dots are doubled.
        Linear in the size: only lines that a dot begins are looked at one by one."""
        wire = self.buffer
        while True:
            fault = await self.server.fault("body", octets=len(wire))
            if fault is not None:
                await self.happen(fault)
            end = 0 if wire.startswith(b".\r\n") else wire.find(b"\r\n.\r\n", max(0, self.searched(wire))) + 2
            if end >= 2 or wire.startswith(b".\r\n"):
                break
            wire += await self.more()
        body, self.buffer = bytes(wire[:end]), bytearray(wire[end + 3 :])
        self._looked = 0
        if self.buffer and not self.offers("PIPELINING"):
            self.violation(f"sent {bytes(self.buffer)!r} before the reply to the final dot")
        if not body.count(b"\n") == body.count(b"\r") == body.count(b"\r\n"):
            self.violation("a bare CR or LF in the body")
        if re.search(rb"(?:\A|\n)\.(?!\.)", body):
            self.violation("a dot that begins a line was not doubled")
        return body

    _looked = 0

    def searched(self, wire: bytearray) -> int:
        """Where the end of the body may begin: all before was looked at in an earlier round."""
        start, self._looked = self._looked, len(wire) - 4
        return start

    def reset(self) -> None:
        self.sender, self.recipients = None, []

    async def answer(self, at: At, code: int, *lines: str, address: str | None = None) -> bool:
        """Lets a scripted fault happen, else replies; whether the usual positive reply was given."""
        fault = await self.server.fault(at, address)
        if fault is not None and isinstance(fault, Close) and fault.after_reply:
            await self.say(code, *lines)
            raise ClosedError
        if fault is not None and not await self.happen(fault):
            return isinstance(fault, Say)
        await self.say(code, *lines)
        return True

    async def happen(self, fault: Fault) -> bool:
        """Whether things go on as usual."""
        match fault:
            case Refuse():
                await self.say(fault.code, *fault.lines)
                if fault.code == 421:
                    raise ClosedError
                return False
            case Close():
                raise ClosedError
            case Hang():
                await fault.until.wait()
                return True
            case Say():
                self.writer.write(fault.octets_said)
                await self.writer.drain()
                return False

    async def say(self, code: int, *lines: str) -> None:
        last = len(lines) - 1
        said = "".join(f"{code}{' ' if number == last else '-'}{line}\r\n" for number, line in enumerate(lines))
        self.writer.write(said.encode())
        await self.writer.drain()

    async def line(self) -> bytes:
        while b"\n" not in self.buffer:
            self.buffer += await self.more()
        line, _, rest = bytes(self.buffer).partition(b"\n")
        self.buffer = bytearray(rest)
        if not line.endswith(b"\r") or b"\r" in line[:-1]:
            self.violation(f"not ended by CRLF: {line!r}")
        return line.rstrip(b"\r")

    async def more(self) -> bytes:
        data = await self.reader.read(65536)
        if not data:
            raise ClosedError
        return data

    def violation(self, what: str) -> None:
        self.server.violate(self.session, what)
