"""What the command line needs of the whole, given to it by `__main__`; each part is loaded when a command wants it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from proxy.cli.builder import Builder, House
from proxy.cli.output import Output
from proxy.configuration.settings import Config
from proxy.setup.outside import Outside


def _opened(config: Config) -> AbstractAsyncContextManager[House]:
    from proxy.app import App

    return App.opened(config)


def _run(config: Config, started: Callable[[tuple[str, ...]], None]) -> None:
    from proxy import notify
    from proxy import run as running

    supervisor = notify.supervisor(os.environ)
    asyncio.run(running.run(config, supervisor, started=lambda bound: started(tuple(str(each) for each in bound))))


def _is_running(config: Config) -> bool:
    from proxy.run import run_lock

    return run_lock(config).is_taken()


def _demo(output: Output, once: bool, picture: Path | None) -> int:
    from proxy.demo import show

    return show.run(show.Show(output, once, picture))


def _outside() -> Outside:
    from proxy.app import host_name, now
    from proxy.desktop import fault
    from proxy.setup import network

    return Outside(
        host_name(),
        now,
        network.services,
        network.exchangers,
        network.fetch,
        network.answers,
        network.offline,
        _is_running,
        fault,
    )


BUILDER = Builder(_opened, _run, _is_running, _demo, _outside)
