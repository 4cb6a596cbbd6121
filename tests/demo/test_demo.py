"""`tactful demo`, run as a person runs it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks.model import MISTAKES
from proxy.demo.mailbag import MAILBAG
from tests.demo.performance import TACTFUL, Performance, environment, performance
from tests.imports import ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="signals to another process are POSIX's")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def stays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Performance]:
    with performance(tmp_path_factory.mktemp("stays")) as found:
        yield found


def test_once_shows_a_table_and_leaves_nothing(tmp_path: Path) -> None:
    picture = tmp_path / "demo.svg"
    done = subprocess.run(
        [*TACTFUL, "demo", "--once", "--picture", picture],
        cwd=ROOT,
        env={**environment(tmp_path), "COLUMNS": "140"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in done.stdout.splitlines() if "│" in line]
    became = {row[0]: row[2] for row in cells if row[0]}
    wanted = {each.letter.to.name: f"held: {', '.join(each.held_for)}" if each.held_for else "sent" for each in MAILBAG}
    assert became == wanted
    assert "5 sent on, byte for byte" in done.stdout
    assert len(re.findall("^  Not sent yet: your mail to", done.stdout, re.MULTILINE)) == len(MISTAKES)
    assert "expected" not in done.stdout + picture.read_text(encoding="utf-8")
    assert "password" not in done.stdout
    assert files(tmp_path) == ["demo.svg"]


def test_each_message_is_an_object(stays: Performance) -> None:
    assert [each["to"] for each in stays.messages] == [promise.letter.to.address for promise in MAILBAG]
    assert [each for each in stays.messages if not each["as_promised"]] == []
    for each in stays.messages:
        assert {"became": each["became"], "mistakes": each["mistakes"]} == each["promised"]
        assert (each["id"] is None) == (each["became"] == "forwarded")
        assert each["why"] != [""]


def test_its_commands_work_from_another_terminal(stays: Performance) -> None:
    held = [json.loads(line) for line in stays.tactful("held", "--json").stdout.splitlines()]
    assert {each["id"] for each in stays.messages} - {None} <= {each["id"] for each in held}
    chosen = stays.hold()
    assert "no thank-you" in stays.tactful("show", chosen).stdout
    released = stays.tactful("release", chosen, "--json")
    assert json.loads(released.stdout) == {
        "id": chosen,
        "action": "release",
        "done": True,
        "state": "released",
        "reason": "",
    }
    assert stays.tactful("release", chosen).returncode == 1
    assert json.loads(stays.tactful("status", "--json").stdout)["running"] is True


def test_its_files_are_for_the_user_alone(stays: Performance) -> None:
    folder = Path(stays.place["config"]).parent
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in [folder, *folder.iterdir()]} == {0}


def test_no_password_is_where_it_should_not_be(stays: Performance) -> None:
    passwords = [Path(stays.place[name]).read_bytes().strip() for name in ("password_file", "mailbox_password_file")]
    folder = Path(stays.place["config"]).parent
    others = [path for path in folder.iterdir() if not path.name.endswith("-password")]
    assert {path.name for path in others} >= {"config.toml", "tactful.db"}
    printed = json.dumps([stays.messages, stays.place]).encode()
    for password in passwords:
        assert len(password) >= 16
        assert [path.name for path in others if password in path.read_bytes()] == []
        assert password not in printed


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_a_signal_ends_it_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with performance(tmp_path) as found:
        chosen = found.hold()
        assert found.tactful("release", chosen).returncode == 0
        status, out, err = found.end(number)
    assert (status, err) == (0, "")
    assert [json.loads(line)["sent"][0].partition("@")[2] for line in out.splitlines()] == ["quayside.example"]
    assert files(tmp_path) == []
