"""What the strict server is told to do wrong, and what it has seen: the script and the record of its sessions."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

At = Literal["greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot", "accepted", "RSET", "QUIT"]
"""Where a fault happens. `body`: once `octets` of it have come. `dot`: before the message is accepted. `accepted`:
after it is recorded, before its reply. Others: in place of the usual reply to the command."""


@dataclass(frozen=True)
class Refuse:
    """Replies `code` and `lines`; 421 closes then. `address`: only for this sender or recipient."""

    at: At
    code: int
    lines: Sequence[str] = ("5.0.0 refused as scripted",)
    address: str | None = None
    octets: int = 0
    times: int | None = None
    """How often; None: always."""


@dataclass(frozen=True)
class Close:
    """Closes without a reply, or after the usual positive one (`after_reply`)."""

    at: At
    after_reply: bool = False
    octets: int = 0
    address: str | None = None
    times: int | None = None


@dataclass(frozen=True)
class Hang:
    """Waits for `until` before it goes on as usual."""

    at: At
    until: asyncio.Event
    octets: int = 0
    address: str | None = None
    times: int | None = None


@dataclass(frozen=True)
class Say:
    """Sends these octets as they are, in place of the usual reply, and goes on."""

    at: At
    octets_said: bytes
    octets: int = 0
    address: str | None = None
    times: int | None = None


Fault = Refuse | Close | Hang | Say


@dataclass(frozen=True)
class Message:
    """An accepted message. `content`: the exact octets after removal of the doubled dots; `wire`: before it."""

    sender: str
    parameters: tuple[str, ...]
    recipients: tuple[tuple[str, tuple[str, ...]], ...]
    content: bytes
    wire: bytes
    user: str


@dataclass
class Session:
    """One connection. `commands`: every command line as it came, without CRLF; "." for each final dot."""

    number: int
    commands: list[str] = field(default_factory=list)
    encrypted: bool = False
    user: str = ""
    closed: bool = False


LOGGED = 1_000_000
"""Octets up to which an event carries the content."""


class Record:
    """The script, and what has happened (`happened`: the faults, as they begin). `on_event(name, fields)` is called for
    each event."""

    def __init__(self, faults: Sequence[Fault], on_event: Callable[[str, dict[str, Any]], None] | None) -> None:
        self.sessions: list[Session] = []
        self.messages: list[Message] = []
        self.violations: list[str] = []
        self.happened: list[At] = []
        self._faults: list[tuple[Fault, list[int]]] = [(fault, [0]) for fault in faults]
        self._changed = asyncio.Condition()
        self._on_event = on_event

    def add(self, *faults: Fault) -> None:
        """From now on these happen, too."""
        self._faults.extend((fault, [0]) for fault in faults)

    @property
    def commands(self) -> list[str]:
        """The command lines of all sessions, one after the other."""
        return [command for session in self.sessions for command in session.commands]

    async def saw(self, prefix: str, count: int = 1) -> None:
        """Waits until `count` commands that start with `prefix` have come ("." is the final dot)."""
        await self.until(lambda: sum(command.startswith(prefix) for command in self.commands) >= count)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Waits until `happened()`; asked after each command, message, fault and end of a session."""
        async with self._changed:
            await self._changed.wait_for(happened)

    async def notify(self, event: str, **fields: Any) -> None:
        """Tells those who wait, and `on_event`. For sessions."""
        if self._on_event is not None:
            self._on_event(event, fields)
        async with self._changed:
            self._changed.notify_all()

    async def accepted(self, session: Session, message: Message) -> None:
        """Records the message. For sessions."""
        self.messages.append(message)
        fields = {
            "session": session.number,
            "sender": message.sender,
            "parameters": message.parameters,
            "recipients": message.recipients,
            "user": message.user,
            "octets": len(message.content),
            "sha256": hashlib.sha256(message.content).hexdigest(),
        }
        if len(message.content) <= LOGGED:
            fields["content"] = base64.b64encode(message.content).decode()
        await self.notify("message", **fields)

    def violate(self, session: Session, what: str) -> None:
        """Notes that the client broke the protocol. For sessions."""
        self.violations.append(f"session {session.number}: {what}")
        if self._on_event is not None:
            self._on_event("violation", {"session": session.number, "what": what})

    async def fault(self, at: At, address: str | None = None, octets: int | None = None) -> Fault | None:
        """The first scripted fault that is due here; it counts as having happened. For sessions."""
        for fault, happened in self._faults:
            due = fault.at == at and fault.address in (None, address) and (octets is None or octets >= fault.octets)
            if due and (fault.times is None or happened[0] < fault.times):
                happened[0] += 1
                self.happened.append(at)
                await self.notify("fault", at=at)
                return fault
        return None
