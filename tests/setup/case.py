"""One configuration that doctor examines, and what it said."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from proxy.assembly import BUILDER
from proxy.cli.main import run
from proxy.setup.doctor import Result
from proxy.store.store import Store
from tests.e2e.harness import CLIENT_PASSWORD, toml
from tests.servers.daemon import PASSWORD
from tests.setup.rig import World

SAM = "sam@example.org"


@contextmanager
def free(count: int) -> Iterator[list[int]]:
    """Ports that nobody has, held until the block ends."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        yield [each.getsockname()[1] for each in sockets]


def port() -> int:
    with free(1) as (found,):
        return found


@dataclass
class Case:
    """One configuration, examined. `world`: what is handed in; `running`: asked of the real lock."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    tables: dict[str, Any]
    world: World

    @property
    def path(self) -> Path:
        return self.folder / "config.toml"

    @property
    def store(self) -> str:
        url: str = self.tables["store"]["url"]
        return url

    def write(self, **tables: Any) -> None:
        self.tables |= tables
        self.path.write_text(toml(self.tables), "utf-8")

    def account(self, **more: Any) -> None:
        self.write(accounts=[self.tables["accounts"][0] | more])

    def doctor(self, *, status: int | None = None, real: bool = False) -> list[Result]:
        outside = self.world.outside()
        if real:
            outside = replace(outside, is_running=BUILDER.is_running)
        self.capsys.readouterr()
        done = run(
            ["--debug", "doctor", "--json", "--config", str(self.path)], replace(BUILDER, outside=lambda: outside)
        )
        printed = self.capsys.readouterr()
        found = [Result(**json.loads(line)) for line in printed.out.splitlines()]
        assert PASSWORD not in printed.out + printed.err
        assert CLIENT_PASSWORD not in printed.out + printed.err
        assert done == (1 if any(each.state == "wrong" for each in found) else 0)
        assert status is None or status == done, "\n".join(map(str, found))
        return found


def in_store(case: Case, change: Callable[[Store], object]) -> None:
    store = Store.open(case.store)
    change(store)
    store.close()


def of(found: Sequence[Result], *checks: str) -> list[tuple[str, str]]:
    """Check and state of those."""
    return [(each.check, each.state) for each in found if each.check in checks]


def one(found: Sequence[Result], check: str) -> Result:
    (result,) = [each for each in found if each.check == check]
    return result


def wrong(found: Sequence[Result]) -> list[str]:
    return [each.check for each in found if each.state == "wrong"]
