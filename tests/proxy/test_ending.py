"""Ending, though a cancel is lost: on Python 3.11 `asyncio.wait_for` gives its result where that comes in the moment of
the cancel, and whoever waits for a library that uses it goes on as if nobody had asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtplib.protocol import SMTPProtocol

from proxy import config as configuration
from proxy.app import App
from proxy.ending import end
from proxy.notify import Supervisor
from proxy.run import Running
from tests.e2e.harness import Tactful
from tests.servers.strict import Rules, StrictServer


async def for_ever(answer: asyncio.Future[str]) -> None:
    await asyncio.wait_for(answer, 60)
    await asyncio.Event().wait()


async def deaf(answer: asyncio.Future[str]) -> None:
    try:
        await answer
    finally:
        await asyncio.Event().wait()


async def failing(answer: asyncio.Future[str]) -> None:
    raise RuntimeError(await answer)


@pytest.mark.parametrize("work", [for_ever, deaf, failing])
async def test_all_have_ended(work: Callable[[asyncio.Future[str]], Coroutine[Any, Any, None]]) -> None:
    loop = asyncio.get_running_loop()
    waiting: asyncio.Future[None] = loop.create_future()
    answer: asyncio.Future[str] = loop.create_future()
    tasks = [asyncio.create_task(work(answer)), asyncio.create_task(asyncio.wait_for(waiting, 60))]
    loop.call_soon(loop.call_soon, waiting.set_result, None)
    await waiting  # both wait now
    answer.set_result("no")
    await end(tasks)
    assert all(task.done() for task in tasks)


async def test_there_may_be_nothing_to_end() -> None:
    await end([])


@dataclass
class Wire:
    """Keeps what the upstream said first until it is asked for."""

    kept: list[Callable[[], None]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def deliver(self) -> None:
        for each in self.kept:
            each()


@dataclass(frozen=True, slots=True)
class Late(Supervisor):
    """Is told of the stop in the same turn of the loop in which everything is cancelled."""

    told: Callable[[], None] = lambda: None

    def stopping(self) -> None:
        self.told()


async def test_what_the_upstream_says_in_the_moment_of_the_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire, heard = Wire(), SMTPProtocol.data_received

    def kept(protocol: SMTPProtocol, data: bytes) -> None:
        if wire.came.is_set():
            heard(protocol, data)
        else:
            wire.kept.append(lambda: heard(protocol, data))
            wire.came.set()

    monkeypatch.setattr(SMTPProtocol, "data_received", kept)
    monkeypatch.setenv("TACTFUL_MAIL_PASSWORD", "secret")
    async with StrictServer(Rules(users={"sam@example.org": "secret"})) as upstream:
        config = configuration.load(Tactful(tmp_path, smtp=upstream.port).path)
        async with App.opened(config) as app:
            running = Running(app, Late(told=wire.deliver))
            await running.start()
            serving = asyncio.create_task(running.serve())
            await wire.came.wait()
            running.stop()
            await serving
