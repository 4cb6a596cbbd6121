"""What the tests of setup and doctor share: a world that is handed in, and somebody who answers from a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from proxy.configuration.account import Mailbox, Server
from proxy.setup.outside import Outside, Service
from tests.servers.authority import client_context

T = TypeVar("T")
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@dataclass
class World:
    """Made into an Outside. `dns`: SRV records by name; `mx`: by domain; `files`: by URL; `there`: which servers
    answer. What was asked for is in `asked`."""

    dns: Mapping[str, Sequence[Service]] = field(default_factory=dict)
    mx: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    there: Callable[[Server | Mailbox], bool] = lambda _: False
    offline: str = ""
    running: bool = False
    desktop: str = "no desktop session"
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    asked: list[str] = field(default_factory=list)

    def outside(self) -> Outside:
        async def desktop() -> str:
            return self.desktop

        return Outside(
            hostname="laptop.example.org",
            clock=self.now,
            services=lambda name: self._noted(name, self.dns.get(name, ())),
            exchangers=lambda domain: self._noted(f"mx {domain}", self.mx.get(domain, ())),
            fetch=lambda url: self._noted(url, self.files.get(url)),
            answers=lambda server: self._noted(f"{server.host}:{server.port}", self.there(server)),
            offline=lambda _: self.offline,
            is_running=lambda _: self.running,
            desktop=desktop,
            context=client_context(),
        )

    def _noted(self, what: str, answer: T) -> T:
        self.asked.append(what)
        return answer


class Stopped(BaseException):
    """Ctrl-C, in a test."""


class Person:
    """Answers a dialogue: pairs of a part of the question and the answer, in their order. `stop`: the question at which
    Ctrl-C is pressed. `said`: everything that was shown, questions included."""

    somebody = True

    def __init__(self, *dialogue: tuple[str, str], stop: str = "") -> None:
        self._left = list(dialogue)
        self._stop = stop
        self.said: list[str] = []

    @property
    def shown(self) -> str:
        return "\n".join(self.said)

    def say(self, text: str = "") -> None:
        self.said.append(text)

    def ask(self, question: str, default: str = "") -> str:
        return self._answer(f"{question} [{default}]") or default

    def secret(self, question: str) -> str:
        return self._answer(question)

    def _answer(self, question: str) -> str:
        self.said.append(question)
        if self._stop and self._stop in question:
            raise Stopped
        assert self._left, f"nobody expected to be asked: {question}\n{self.shown}"
        part, answer = self._left.pop(0)
        assert part in question, f"asked {question!r} in place of {part!r}\n{self.shown}"
        return answer

    def is_content(self) -> None:
        """All of the dialogue took place."""
        assert self._left == []
