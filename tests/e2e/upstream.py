"""The strict recording server as an upstream, in a thread with a loop of its own: these tests wait for processes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from tests.e2e.client import message_id
from tests.e2e.harness import SAM, WAIT
from tests.servers.daemon import PASSWORD
from tests.servers.script import Fault, Hang, Message
from tests.servers.strict import Rules, StrictServer

T = TypeVar("T")


class Upstream:
    """Listens from `start` to `stop`, each time at the same port. `messages`: what it accepted, in order."""

    def __init__(self, users: Mapping[str, str] | None = None, *, faults: Sequence[Fault] = ()) -> None:
        self.users = dict({SAM: PASSWORD} if users is None else users)
        self._rules = Rules(users=self.users)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = StrictServer(self._rules, faults=faults)
        self.port = 0
        self.start()

    def start(self) -> None:
        """Listens; again after `stop`."""
        self._server.port = self.port
        self._do(self._server.__aenter__())
        self.port = self._server.port

    def stop(self) -> None:
        """Is switched off; what it saw stays known."""
        self._do(self._server.stop())

    def add(self, *faults: Fault) -> None:
        """From now on these happen, too."""
        self._loop.call_soon_threadsafe(self._server.add, *faults)

    def hang(self, at: Any, **more: Any) -> Callable[[], None]:
        """Hangs there, once; calling what is returned lets it go on."""
        until = asyncio.Event()
        self.add(Hang(at, until, times=1, **more))

        def go_on() -> None:
            self._loop.call_soon_threadsafe(until.set)

        return go_on

    def hang_for_a_second(self, at: Any) -> None:
        """Hangs there once, until the clock shows another second."""
        go_on = self.hang(at)
        self._loop.call_soon_threadsafe(self._loop.call_later, 1.01, go_on)

    @property
    def messages(self) -> list[Message]:
        return list(self._server.messages)

    @property
    def commands(self) -> list[str]:
        return self._server.commands

    @property
    def happened(self) -> list[str]:
        """Where faults have happened."""
        return list(self._server.happened)

    def got(self, content: bytes) -> list[Message]:
        """The accepted messages with this one's Message-ID; each mail of these tests has one of its own."""
        name = message_id(content)
        return [message for message in self.messages if message_id(message.content) == name]

    def until(self, happened: Callable[[], bool]) -> None:
        """Waits for it; asked after each command, message, fault and end of a session."""
        self._do(self._server.until(happened))

    def until_got(self, content: bytes) -> Message:
        """Waits for the message with this one's Message-ID."""
        self.until(lambda: bool(self.got(content)))
        return self.got(content)[0]

    def until_closed(self) -> None:
        """Waits until nobody is connected."""
        self.until(lambda: all(session.closed for session in self._server.sessions))

    def until_fault(self, at: str, count: int = 1) -> None:
        """Waits until that many faults have begun there."""
        self.until(lambda: self.happened.count(at) >= count)

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(WAIT)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT)
        self._loop.close()
        if error is None:
            assert self._server.violations == []
