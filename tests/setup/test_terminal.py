"""setup as a person starts it: at a real terminal, and as a program does, without one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from proxy.assembly import BUILDER
from proxy.cli.main import run
from tests.imports import ROOT
from tests.servers.authority import authority
from tests.setup.conftest import Provider
from tests.setup.rig import World

WAIT = 60.0


class Pty:
    """A process at a terminal of its own. `shown`: all that it showed."""

    def __init__(self, words: Sequence[str], environment: dict[str, str]) -> None:
        import pty

        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                os.chdir(ROOT)
                os.execve(sys.executable, [sys.executable, "-m", "proxy", *words], environment)
            finally:
                os._exit(127)
        self.shown = ""

    def _read(self, patience: float) -> bool:
        """Whether it showed something within so many seconds."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return False
        octets = b""
        with contextlib.suppress(OSError):  # it has ended
            octets = os.read(self._terminal, 65_536)
        self.shown += octets.decode("utf-8", "replace")
        return bool(octets)

    def until(self, part: str, since: int = 0) -> None:
        """Waits until it shows this behind `since`."""
        while part not in self.shown[since:]:
            assert self._read(WAIT), f"{part!r} was not shown:\n{self.shown}"

    def answer(self, question: str, octets: bytes) -> None:
        since = len(self.shown) if question in self.shown else 0
        self.until(question, since)
        os.write(self._terminal, octets)

    def press(self, key: bytes, question: str, then: str) -> None:
        """Presses a key until it is heard: Ctrl-C that comes between a question and the reading of its answer is only
        noted by Python, and heard with the next one."""
        self.until(question)
        for _ in range(5):
            os.write(self._terminal, key)
            while then not in self.shown and self._read(2):
                pass
            if then in self.shown:
                return
        raise AssertionError(f"{then!r} was not shown:\n{self.shown}")

    def end(self) -> int:
        """Reads to the end; the exit status."""
        with contextlib.suppress(OSError):
            while octets := os.read(self._terminal, 65_536):
                self.shown += octets.decode("utf-8", "replace")
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def environment(folder: Path) -> dict[str, str]:
    authority().cert_pem.write_to_path(str(folder / "authority.pem"))
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    return kept | {
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "SSL_CERT_FILE": str(folder / "authority.pem"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }


@pytest.mark.dovecot
@pytest.mark.postfix
@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is POSIX's")
def test_at_a_terminal(tmp_path: Path, provider: Provider) -> None:
    path = tmp_path / "config.toml"
    words = ["setup", "--config", str(path), "--smtp", provider.smtp, "--imap", provider.imap]
    at = Pty(words, environment(tmp_path))
    at.answer("Your mail address: ", b"sam at home\n")
    at.answer("Your mail address: ", provider.address.encode() + b"\n")
    at.answer("Where to keep it [file:mail-password]: ", b"\n")
    at.answer("not shown: ", b"canary-of-a-wrong-password\n")
    at.answer("[p]: ", b"\n")
    at.answer(f"User name [{provider.address}]: ", b"\n")
    at.answer("not shown: ", provider.password.encode() + b"\n")
    at.answer("Enter for nobody yet: ", b"gmail.com\n")
    at.answer("Enter for nobody yet: ", b"1\n")
    status = at.end()
    assert status == 0, at.shown
    assert tomllib.loads(path.read_text("utf-8"))["recruiters"] == {"domains": ["acme.example"]}
    assert (tmp_path / "mail-password").read_text("utf-8") == provider.password + "\n"
    shown = re.sub(r"\s+", " ", at.shown)
    for part in (
        "That is no mail address.",
        "It takes your login. Nothing was sent.",
        "Everybody can have an address there",
        f"Written: {path}",
        "127.0.0.1",
        "2525",
        "Start it with `tactful run`",
    ):
        assert part in shown, at.shown
    assert provider.password not in at.shown
    assert "canary" not in at.shown


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is POSIX's")
def test_ctrl_c_and_ctrl_d(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    words = ["setup", "--config", str(path), "--smtp", "localhost:9", "--no-imap", "--no-login"]
    for key, status, said in ((b"\x03", 130, "Stopped."), (b"\x04", 2, "The input ended")):
        at = Pty(words, environment(tmp_path))
        at.press(key, "Your mail address: ", said)
        assert at.end() == status, at.shown
        assert not path.exists()


# Without a terminal


@pytest.mark.dovecot
@pytest.mark.postfix
def test_a_program_runs_it(
    tmp_path: Path, provider: Provider, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    secret = tmp_path / "stdin"
    secret.write_text(provider.password + "\n", "utf-8")
    words = ["setup", "--config", str(path), "--json", "--address", provider.address, "--smtp", provider.smtp]
    words += [
        "--imap",
        provider.imap,
        "--password",
        "file:pw",
        "--domain",
        "acme.example",
        "--recruiter",
        "jo@small.example",
    ]
    outside = World().outside()
    with secret.open("r", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        status = run(words, replace(BUILDER, outside=lambda: outside))
    printed = capsys.readouterr()
    assert status == 0
    assert json.loads(printed.out) == {
        "config": str(path),
        "backup": None,
        "address": provider.address,
        "smtp": f"localhost:{provider.postfix.submissions}",
        "imap": f"localhost:{provider.dovecot.tls_port}",
        "password": "file",
        "proved": True,
        "recruiters": ["acme.example", "jo@small.example"],
        "outgoing": "127.0.0.1:2525",
    }
    assert provider.password not in printed.out + printed.err


def test_what_is_missing_is_said_to_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["setup", "--json", "--config", str(tmp_path / "config.toml")], BUILDER)
    said = json.loads(capsys.readouterr().out)
    assert status == 2
    assert "--address ADDRESS, --domain DOMAIN" in said["error"]


def test_a_password_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [
        "setup",
        "--config",
        str(tmp_path / "config.toml"),
        "--address",
        "sam@mail.example",
        "--smtp",
        "localhost:9",
    ]
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        status = run([*words, "--no-imap", "--password", "file:pw", "--yes"], BUILDER)
    assert status == 2
    assert "The password is missing." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
