"""A conductor for tests of the SMTP server: real, small, and it writes down what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from proxy.model import Recipient, Reply
from proxy.smtp.protocol import Offered
from proxy.transit.spool import Spool

ALL = Offered(eightbitmime=True, smtputf8=True, dsn=True, size=1_000_000)


@dataclass
class Recorder:
    """Logs in who is in `passwords`. `asked` holds all calls as words; `messages` the octets that came.

    `answers`: what a call ("mail", "rcpt jo@acme.example", "data") replies or raises in place of yes.
    `proceed`: while it is cleared, `data` doesn't end; `begun` is set when it has begun, `ended` when it has ended.
    """

    offer: Offered = ALL
    passwords: dict[str, str] = field(default_factory=lambda: {"sam@example.org": "s3cret", "kim@example.org": "other"})
    answers: dict[str, Reply | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)
    keep: bool = True
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    proceed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.proceed.set()

    def login(self, username: str, password: str) -> str | None:
        answer = self.answers.get("login")
        if isinstance(answer, Exception):
            raise answer
        return username if self.passwords.get(username) == password else None

    def offered(self) -> Offered:
        answer = self.answers.get("offered")
        if isinstance(answer, Exception):
            raise answer
        return self.offer

    def open(self, account: str) -> Recorded:
        self.asked.append(f"open {account}")
        return Recorded(self)


class Recorded:
    """One login's Passage."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    async def mail(self, sender: str, parameters: tuple[str, ...]) -> Reply:
        return self._answer("mail", sender, parameters, Reply(250, ("2.1.0 Sender ok",)))

    async def rcpt(self, recipient: Recipient) -> Reply:
        return self._answer("rcpt", recipient.address, recipient.parameters, Reply(250, ("2.1.5 Recipient ok",)))

    async def data(self, content: Spool) -> Reply:
        self._recorder.begun.set()
        await self._recorder.proceed.wait()
        octets = b"".join(content.chunks()) if self._recorder.keep else b""
        reply = self._answer("data", str(content.size), (), Reply(250, ("2.0.0 Queued as 1",)))
        self._recorder.messages.append(octets)
        self._recorder.ended.set()
        return reply

    async def reset(self) -> None:
        self._answer("reset", "", (), Reply(250, ()))

    async def close(self, *, left: bool = False) -> None:
        self._recorder.asked.append("close")
        self._recorder.closed.set()

    def _answer(self, call: str, subject: str, parameters: Sequence[str], default: Reply) -> Reply:
        self._recorder.asked.append(" ".join((call, subject, *parameters)).rstrip())
        answers = self._recorder.answers
        answer = answers.get(f"{call} {subject}", answers.get(call, default))
        if isinstance(answer, Exception):
            raise answer
        return answer
