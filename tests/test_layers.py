"""The house stands as DESIGN.md draws it: rows of rooms, each importing only from its own row and from those before it.

A new file needs its row in ROWS: a room's name covers all files in it, the longest name decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.imports import ROOT, Module, modules, resolve


def rooms(names: str) -> tuple[str, ...]:
    return tuple(f"proxy.{name}" for name in names.split())


ROWS: tuple[tuple[str, ...], ...] = (
    ("checks",),
    rooms("errors model events")
    # config, the files that it was cut into, and what is known of providers, against which it is checked
    + rooms("config configuration addresses durations local_time providers ending"),
    rooms("transit.spool meetings.appointments meetings.invitations")
    + rooms("parse mime jobs worker worker_process answers recruiters people credentials")
    + rooms("store imap archive certificate")
    + rooms("smtp.relay smtp.upstream smtp.body smtp.dial smtp.faults smtp.patience smtp.upstream_replies")
    + rooms("smtp.transparency smtp.protocol"),
    rooms("meetings.unthanked snooze.due transit.offer")
    + rooms("gate muting release suggestions digest replay corrections tally"),
    rooms("transit snooze folder meetings")
    + rooms("intake accounts mailboxes review post schedule")
    + rooms("mail_answers candidates desk outbox"),
    rooms("smtp.server smtp.session smtp.commands smtp.transaction smtp.data smtp.authentication smtp.parameters")
    + rooms("smtp.replies smtp.limits web cli setup"),
    rooms("notify desktop opening demo app run assembly __main__"),
)
PACKAGES = ("proxy", "proxy.smtp", "proxy.imap", "proxy.digest", *rooms("meetings snooze folder transit"))
"""Folders that hold rooms of several rows; their own `__init__.py` holds nothing."""

DECIDING = ("checks", *ROWS[3])
"""Pure: values in, values out."""
OUTSIDE = frozenset(
    {
        *("asyncio", "ctypes", "ftplib", "http", "imaplib", "io", "logging", "multiprocessing", "os", "pathlib"),
        *("random", "secrets", "select", "selectors", "shutil", "signal", "smtplib", "socket", "socketserver"),
        *("sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request"),
    }
)
"""Modules that reach for files, network, processes, clock, chance or log. (Data shipped in the package is read with
importlib.resources.)"""
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
MOST_LINES = 400

SOURCES = [*modules("checks"), *modules("proxy")]
KNOWN = {module.name: module for module in SOURCES}
INITS = sorted(
    path for package in ("checks", "proxy", "tests", "training") for path in (ROOT / package).rglob("__init__.py")
)


def covered(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def row(name: str) -> int | None:
    """The row of a module, None where ROWS says nothing of it."""
    found = [(len(room), number) for number, rooms in enumerate(ROWS) for room in rooms if covered(name, room)]
    return max(found)[1] if found else None


def upward(module: Module) -> Iterator[str]:
    """Imports from a later row, in words."""
    mine = row(module.name)
    for name, line in module.imported():
        other = resolve(name, KNOWN)
        theirs = None if other is None or other in PACKAGES else row(other)
        if mine is not None and theirs is not None and theirs > mine:
            yield f"{module.name}:{line} (row {mine}) imports {other} (row {theirs})"


def reaching_out(module: Module) -> Iterator[str]:
    """What a deciding module does besides deciding, in words."""
    for name, line in module.imported():
        if any(covered(name, outside) for outside in OUTSIDE):
            yield f"{module.name}:{line} imports {name}"
    for called, line in module.calls():
        if called in ("open", "print", "input") or called.endswith(CLOCKS):
            yield f"{module.name}:{line} calls {called}"


@pytest.mark.parametrize("module", SOURCES, ids=lambda module: module.name)
def test_every_file_has_its_row(module: Module) -> None:
    assert module.name in PACKAGES or row(module.name) is not None, f"add {module.name} to ROWS"


@pytest.mark.parametrize("module", SOURCES, ids=lambda module: module.name)
def test_imports_come_from_the_same_row_or_from_above(module: Module) -> None:
    assert list(upward(module)) == []


@pytest.mark.parametrize("module", modules("checks"), ids=lambda module: module.name)
def test_checks_know_nothing_of_the_proxy(module: Module) -> None:
    assert [name for name, _ in module.imported() if covered(name, "proxy")] == []


def test_what_ships_knows_nothing_of_training() -> None:
    assert [module.name for module in SOURCES if any(covered(name, "training") for name, _ in module.imported())] == []


@pytest.mark.parametrize(
    "module",
    [module for module in SOURCES if any(covered(module.name, room) for room in DECIDING)],
    ids=lambda module: module.name,
)
def test_what_decides_does_not_act(module: Module) -> None:
    assert list(reaching_out(module)) == []


def test_only_events_log() -> None:
    logging = [module.name for module in SOURCES if any(covered(name, "logging") for name, _ in module.imported())]
    assert logging == ["proxy.events"]


def graph(sources: list[Module]) -> dict[str, set[str]]:
    known = {module.name: module for module in sources}
    edges = {module.name: {resolve(name, known) or "" for name, _ in module.imported()} for module in sources}
    return {name: others - {""} for name, others in edges.items()}


def test_no_import_goes_round() -> None:
    TopologicalSorter(graph(SOURCES)).prepare()


@pytest.mark.parametrize("path", INITS, ids=lambda path: str(path.relative_to(ROOT)))
def test_init_is_empty(path: Path) -> None:
    assert path.read_bytes() == b""


@pytest.mark.parametrize("module", [*SOURCES, *modules("training")], ids=lambda module: module.name)
def test_no_file_is_long(module: Module) -> None:
    assert len(module.path.read_bytes().splitlines()) <= MOST_LINES


# The rules themselves find what breaks them.


def written(folder: Path, name: str, source: str) -> Module:
    path = folder / f"{name.replace('.', '_')}.py"
    path.write_text(source, encoding="utf-8")
    return Module(name, path)


@pytest.mark.parametrize(
    ("name", "source", "broken"),
    [
        ("proxy.gate", "from proxy.errors import TactfulError", []),
        ("proxy.gate", "from proxy import intake", ["proxy.gate:1 (row 3) imports proxy.intake (row 4)"]),
        (
            "proxy.smtp.relay",
            "import proxy.smtp.server",
            ["proxy.smtp.relay:1 (row 2) imports proxy.smtp.server (row 5)"],
        ),
        (
            "proxy.smtp.relay",
            "from .server import serve",
            ["proxy.smtp.relay:1 (row 2) imports proxy.smtp.server (row 5)"],
        ),
        (
            "checks.text",
            "def f():\n    from proxy.model import Reply",
            ["checks.text:2 (row 0) imports proxy.model (row 1)"],
        ),
    ],
)
def test_an_import_from_below_is_seen(tmp_path: Path, name: str, source: str, broken: list[str]) -> None:
    assert list(upward(written(tmp_path, name, source))) == broken


@pytest.mark.parametrize(
    ("source", "acts"),
    [
        ("from datetime import datetime, timedelta", False),
        ("from importlib.resources import files", False),
        ("import socket", True),
        ("from os.path import join", True),
        ("from urllib import request", True),
        ("import datetime\ndatetime.datetime.now()", True),
        ("from datetime import UTC, datetime\ndatetime.now(UTC)", True),
        ("open('file')", True),
    ],
)
def test_acting_is_seen(tmp_path: Path, source: str, acts: bool) -> None:
    assert bool(list(reaching_out(written(tmp_path, "checks.text", source)))) == acts


def test_a_circle_is_seen(tmp_path: Path) -> None:
    one = written(tmp_path, "checks.one", "from checks import two")
    two = written(tmp_path, "checks.two", "def later():\n    import checks.one")
    with pytest.raises(CycleError):
        TopologicalSorter(graph([one, two])).prepare()


def test_a_file_without_a_row_is_seen() -> None:
    assert row("proxy.utils") is None
