"""On disk before 250: SQLite says how it writes, the files are the user's alone, and strace sees the order."""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

import pytest

from proxy.store.store import Store
from tests.e2e.client import mail, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.upstream import Upstream
from tests.servers.need import need
from tests.servers.strict import Close


def test_the_pragmas_that_a_connection_of_the_store_has(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'tactful.db'}")
    with store.database.write() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "foreign_keys")
        }
    store.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
    }


def test_the_file_of_a_running_proxy_is_in_wal_mode_and_the_user_s_alone(tmp_path: Path) -> None:
    with Upstream() as upstream, Tactful(tmp_path / "home", smtp=upstream.port) as tactful:
        send(tactful, mail(LETTERS["sloppiness"]))
        with sqlite3.connect(tactful.database) as other:
            assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        other.close()
        if sys.platform != "win32":
            modes = {
                path.name: path.stat().st_mode & 0o777
                for path in tactful.folder.rglob("*")
                if path.relative_to(tactful.folder).parts[0].startswith("tactful.db")
            }
            assert {"tactful.db", "tactful.db-shm", "tactful.db-wal", "tactful.db.lock"} <= set(modes)
            assert set(modes.values()) <= {0o600, 0o700}, modes


@pytest.mark.strace
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")
def test_synced_before_the_client_is_told(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=fdatasync,fsync,write,writev,sendto,sendmsg,pwrite64"
    wrapper = [str(need("strace")), "-D", "-f", "-y", "-s", "120", "-e", calls, "-o", str(trace)]
    with Upstream() as upstream, Tactful(tmp_path / "home", smtp=upstream.port, wrapper=wrapper) as tactful:
        held = send(tactful, mail(LETTERS["sloppiness"]))
        upstream.add(Close("accepted", times=1))
        unknown = send(tactful, mail("Was it sent?"), "kim@home.example")
    for words in (f"250 2.0.0 Held by tactful as {held.id}", f"250 2.0.0 Kept by tactful as {unknown.id}"):
        order = _order(trace.read_text("utf-8", "replace"), words)
        assert order[-1] == "told", order
        assert order[-2] == "synced", order
        assert "written" in order[:-1], order


def _order(trace: str, words: str) -> list[str]:
    """What happened to the store's write-ahead log up to the reply with these words, without repetitions."""
    order: list[str] = []
    begun: dict[str, str] = {}
    steps = {"fdatasync": "synced", "fsync": "synced", "pwrite64": "written"}
    for line in trace.splitlines():
        found = re.match(r"(\d+) +(<\.\.\. )?(\w+)", line)
        if not found:
            continue
        thread, resumed, name = found.groups()
        if words in line and name in ("write", "writev", "sendto", "sendmsg"):
            return [*order, "told"]
        step = begun.pop(thread, "") if resumed else steps.get(name, "") if "tactful.db-wal>" in line else ""
        if line.endswith("<unfinished ...>"):
            begun[thread] = step
        elif step and order[-1:] != [step]:
            assert not line.rpartition("= ")[2].startswith("-1"), line
            order.append(step)
    raise AssertionError(f"{words!r} was never written to a socket")
