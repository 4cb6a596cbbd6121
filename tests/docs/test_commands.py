"""Every command of the documents runs as they say: against a real `tactful demo`, in a home of its own.

The documents speak of sam@example.org, jo@acme.example, port 2525 and ID; here these are the demo's own.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from proxy.assembly import BUILDER
from proxy.cli.main import run
from tests.demo.performance import Performance, performance
from tests.docs.blocks import DOCUMENTS, Block, Command, blocks, commands, consoles, files
from tests.imports import ROOT
from tests.servers.need import PACKAGES, need

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the documents' commands are a POSIX shell's")

NOT_RUN = {
    "make demo": "is Makefile's; what it starts is run by tests/demo",
    "make test": "is what runs this",
    "pipx install": "installs for the user; that the wheel is whole is tested by tests/test_project.py",
    "uv tool install": "installs for the user",
    "tactful setup": "asks, and is run by tests/setup; what it prints is compared below",
    "tactful run": "runs until it is stopped; what it prints is compared below",
    "tactful demo": "runs until it is stopped; what it prints is compared below",
    "systemctl --user": "changes the user's services; the service file is tested by tests/test_systemd.py",
    "journalctl --user": "needs the service",
    "loginctl enable-linger": "changes the user's sessions",
}
"""Beginnings of commands that are not run, and why."""

BLOCKS = [block for document in DOCUMENTS for block in consoles(document)]
JO = "jo.park@brightwater.example"


@dataclass(frozen=True)
class Done:
    """A command that was run: its exit status, and what it printed to both."""

    status: int
    out: str
    err: str


@dataclass
class Reader:
    """Somebody who does what the documents say."""

    demo: Performance
    home: Path

    def prepare(self, document: Path) -> None:
        """Writes the files of the document."""
        for name, text in files(document).items():
            path = self.home / name.removeprefix("~/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.translated(text), encoding="utf-8")

    def translated(self, text: str) -> str:
        """The demo's names for the documents' names."""
        port = str(self.demo.smtp[1])
        text = re.sub(r"(?<=127\.0\.0\.1:)2525\b|(?<=port )2525\b", port, text)
        return text.replace("sam@example.org", self.demo.user).replace("jo@acme.example", JO)

    def with_ids(self, block: Block, command: str) -> str:
        """`ID` is a message that waits: the one that came too soon where it is snoozed without a time."""
        if re.search(r"\bID\b", command):
            soon = "tactful snooze" in command and "--until" not in command
            too_soon = next(each["id"] for each in self.demo.messages if each["mistakes"] == ["frequency"])
            command = re.sub(r"\bID\b", too_soon if soon or "show" in command else self.demo.hold(), command)
        return command

    def run(self, command: str) -> Done:
        """Runs it at home: in a shell, or where the shell would do nothing but start tactful, at once."""
        environment = self.demo.environment | {
            "HOME": str(self.home),
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "TACTFUL_CONFIG": self.demo.place["config"],
            "COLUMNS": "140",
            # `tactful password` stores into a keyring that forgets.
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        # keyring chooses its place once a process.
        if command.startswith("tactful ") and not re.search(r"[|<>$;&~*`]|^tactful password", command):
            return self._at_once(shlex.split(command)[1:], environment)
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.home,
            env=environment,
            input="secret\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def _at_once(self, words: list[str], environment: dict[str, str]) -> Done:
        with pytest.MonkeyPatch.context() as patch:
            out, err = io.StringIO(), io.StringIO()
            for name, stream in (("stdin", io.StringIO()), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(self.home)
            return Done(run(words, BUILDER), out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    home = tmp_path_factory.mktemp("reader")
    program = home / "bin" / "tactful"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m proxy "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    with performance(tmp_path_factory.mktemp("demo")) as demo:
        password = home / ".config" / "tactful" / "client-password"
        password.parent.mkdir(parents=True)
        password.touch(mode=0o600)
        password.write_text(demo.password + "\n", encoding="utf-8")
        shutil.copytree(ROOT / "systemd", home / "systemd")
        yield Reader(demo, home)


def not_run(command: Command) -> str:
    return next((why for beginning, why in NOT_RUN.items() if command.words.startswith(beginning)), "")


def pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split("…"))


def shape(value: Any) -> Any:
    """Keys and types; nulls fit anything, lists are like their first element."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value[:1]]
    return type(value).__name__


def fits(one: Any, other: Any) -> bool:
    """Whether two shapes are of one kind."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(fits(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return not one or not other or fits(one[0], other[0])
    return one == other or "NoneType" in (one, other)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_commands_do_what_the_document_says(block: Block, reader: Reader) -> None:
    if all(not_run(command) for command in commands(block)):
        pytest.skip("; ".join(dict.fromkeys(not_run(command) for command in commands(block))))
    reader.prepare(block.document)
    status = int((re.search(r"exit=(\d)", block.info) or ["", "0"])[1])
    todo = [command for command in commands(block) if not not_run(command)]
    for command in todo:
        program = command.words.split()[0]
        if program in PACKAGES:
            need(program)
        words = reader.with_ids(block, reader.translated(command.words))
        done = reader.run(words)
        assert done.status == (status if command is todo[-1] else 0), f"$ {words}\n{done.out}{done.err}"
        if "json" in block.info.split():
            assert_objects(command, done.out)
        elif command.printed:
            wanted = "\n".join(pattern(line) for line in command.printed)
            assert re.fullmatch(wanted, done.out.rstrip("\n"), re.DOTALL), f"$ {words}\n{done.out}"


def assert_objects(command: Command, printed: str) -> None:
    """Each object that the document shows has the keys and types of one that was printed, in its order."""
    real = [shape(json.loads(line)) for line in printed.splitlines()]
    for line in command.printed:
        shown = shape(json.loads(line))
        assert any(fits(shown, each) for each in real), f"$ {command.words}\nshown  {shown}\nprints {real}"


def all_words() -> list[str]:
    return [command.words for block in BLOCKS for command in commands(block)]


def shown_by(words: str) -> Command:
    found = [command for block in BLOCKS for command in commands(block) if command.words == words]
    assert len(found) == 1
    return found[0]


def test_the_demo_prints_what_is_shown(reader: Reader) -> None:
    printed = "\n".join(json.dumps(each) for each in [*reader.demo.messages, reader.demo.place])
    assert_objects(shown_by("tactful demo --json"), printed)


def test_run_prints_what_is_shown(reader: Reader, tmp_path: Path) -> None:
    text = Path(reader.demo.place["config"]).read_text(encoding="utf-8")
    text = re.sub(r'(?<=smtp = \["127\.0\.0\.1:)\d+', "0", text)
    text = re.sub(r'(?<=web = ")[^"]*', "127.0.0.1:0", text)
    text = re.sub(r'(?<=url = ")[^"]*', f"sqlite:///{tmp_path / 'own.db'}", text)
    text = text.replace('"client-password"', f'"{reader.demo.place["password_file"]}"')
    config = tmp_path / "config.toml"
    config.write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "proxy", "run", "--json", "--config", config],
        cwd=ROOT,
        env=reader.demo.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert_objects(shown_by("tactful run --json"), process.stdout.readline())
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_setup_prints_what_is_shown(reader: Reader, tmp_path: Path) -> None:
    shown = next(words for words in all_words() if words.startswith("tactful setup") and words.endswith("--json"))
    demo = tomllib.loads(Path(reader.demo.place["config"]).read_text(encoding="utf-8"))["accounts"][0]
    servers = [f"--{name}=127.0.0.1:{demo[name]['port']}/none" for name in ("smtp", "imap")]
    words = reader.translated(shown).replace("file:mail-password", f"file:{reader.demo.place['mailbox_password_file']}")
    done = reader.run(shlex.join([*shlex.split(words), *servers, "--config", str(tmp_path / "config.toml")]))
    assert done.status == 0, done.err
    assert_objects(shown_by(shown), done.out)


def test_there_is_something_to_run() -> None:
    assert {block.document.name for block in BLOCKS} >= {
        "README.md",
        "CLIENTS.md",
        "JSON.md",
        "SERVICE.md",
        "TROUBLESHOOTING.md",
    }


@pytest.mark.parametrize("beginning", NOT_RUN)
def test_what_is_not_run_is_there(beginning: str) -> None:
    assert any(each.startswith(beginning) for each in all_words()), "no document says this any more"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_no_command_hides_in_another_block(document: Path) -> None:
    hidden = [block.name for block in blocks(document) if block.language != "console" and "\n$ " in f"\n{block.text}"]
    assert hidden == []


@pytest.mark.parametrize(
    ("shown", "real", "fit"),
    [
        ('{"a": 1}', '{"a": 2}', True),
        ('{"a": 1}', '{"a": null}', True),
        ('{"a": []}', '{"a": [{"b": 1}]}', True),
        ('{"a": 1}', '{"a": "1"}', False),
        ('{"a": 1}', '{"a": 1, "b": 2}', False),
        ('{"a": 1, "b": 2}', '{"a": 1}', False),
        ('{"a": [{"b": 1}]}', '{"a": [{"c": 1}]}', False),
    ],
)
def test_another_key_or_type_is_seen(shown: str, real: str, fit: bool) -> None:
    assert fits(shape(json.loads(shown)), shape(json.loads(real))) == fit
