"""tactful as a person runs it: a process of its own with a configuration file, and its commands beside it.

    tactful = Tactful(folder, smtp=upstream.port, imap=mailbox)
    with tactful:                                    # `tactful run`, ready
        sent = send(tactful, mail("Hello"), "jo@acme.example")
        assert tactful.cli("held").only["id"] == sent.id

Nothing here sleeps: what is awaited is a line that the process prints (`Tactful.until`), an event of the upstream or a
reply. Secrets come by environment (the mail password) and by file (what mail clients log in with).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.e2e.fork_server import forks
from tests.servers.authority import authority, certificate
from tests.servers.daemon import PASSWORD

ROOT = Path(__file__).parents[2]
SAM = "sam@example.org"
CLIENT_PASSWORD = "canary-client-pa55word"
WAIT = 30.0
"""Seconds after which what was awaited is taken for lost; no test measures time by it."""


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    status: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Its JSON objects."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def only(self) -> dict[str, Any]:
        """Its one JSON object."""
        (line,) = self.lines
        return line


class Tactful:
    """One configuration with its store, and `tactful run` over it.

    `smtp`: the upstream's port, or a whole table. `user`: the login at upstream and mailbox. `imap`: the mailbox's
    port or table, None for no mailbox. `tables`: sections of the configuration in place of the plain ones. `patch`:
    constants of the product that only this run has otherwise (see child.py). `wrapper`: a program to run it under.
    `forked`: from a process that has loaded tactful (fork_server.py); else each is an interpreter of its own.
    """

    def __init__(
        self,
        folder: Path,
        *,
        smtp: int | Mapping[str, Any],
        user: str = SAM,
        imap: int | Mapping[str, Any] | None = None,
        patch: Mapping[str, Any] | None = None,
        wrapper: Sequence[str] = (),
        debug: bool = False,
        forked: bool = True,
        **tables: Any,
    ) -> None:
        self.folder = folder
        self.path = folder / "config.toml"
        self.database = folder / "tactful.db"
        self.process: subprocess.Popen[str] | None = None
        self.listening: list[tuple[str, int]] = []
        self.said: list[str] = []
        """Every line that `run` printed, standard output and error, of all its lives."""
        self._news = threading.Condition()
        self._alive = threading.Event()
        self._readers: list[threading.Thread] = []
        self._patch, self._wrapper, self._debug = dict(patch or {}), tuple(wrapper), debug
        self._fork = forked and not wrapper
        self._pid_file = folder / "pid"
        self.death = ""
        """The function after which the processes that are started from now on are killed (see child.py)."""
        folder.mkdir(parents=True, exist_ok=True)
        authority().cert_pem.write_to_path(str(folder / "authority.pem"))
        secret = folder / "client-password"
        secret.write_text(CLIENT_PASSWORD + "\n", "utf-8")
        secret.chmod(0o600)
        server = {"host": "127.0.0.1", "security": "none"}
        account: dict[str, Any] = {
            "address": SAM,
            "username": user,
            "smtp": {**server, "port": smtp} if isinstance(smtp, int) else smtp,
            "password": {"env": "TACTFUL_MAIL_PASSWORD"},
            "client_password": {"file": "client-password"},
        }
        if imap is not None:
            account["imap"] = {**server, "port": imap} if isinstance(imap, int) else imap
        self.tables: dict[str, Any] = {
            "listen": {"smtp": ["127.0.0.1:0"], "web": ""},
            "accounts": [account],
            "recruiters": {"domains": ["acme.example", *(f"acme{number}.example" for number in range(1000))]},
            "digest": {"at": [], "notify": ["mail"]},
            "store": {"url": f"sqlite:///{self.database}"},
            **tables,
        }
        self.write()

    def write(self, **tables: Any) -> None:
        """The configuration file, with these sections changed."""
        self.tables |= tables
        self.path.write_text(toml(self.tables), "utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Of the process and of its commands: nothing of the user's who runs the tests but where programs lie."""
        kept = ("PATH", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV", "TZ")
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "200",
            "PYTHONUNBUFFERED": "1",
            "SSL_CERT_FILE": str(self.folder / "authority.pem"),
            "TACTFUL_MAIL_PASSWORD": PASSWORD,
            "TACTFUL_TEST_PATCH": json.dumps(self._patch),
            "TACTFUL_TEST_DEATH": self.death,
        }

    # The process

    def start(self) -> Self:
        """Starts `tactful run` and waits until it says that it is ready."""
        command = [*self._wrapper, *self._forked(self._debug), "run", "--config", str(self.path), "--json"]
        piped = subprocess.PIPE
        self._pid_file.unlink(missing_ok=True)
        environment = self.environment | {"TACTFUL_TEST_PID": str(self._pid_file)}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=piped, stderr=piped, text=True, encoding="utf-8"
        )
        before = len(self.said)
        self._readers = [
            threading.Thread(target=self._read, args=(stream,), daemon=True)
            for stream in (self.process.stdout, self.process.stderr)
        ]
        for reader in self._readers:
            reader.start()
        ready = self.until(r'\{"listening": ', since=before)
        self.listening = [_place(place) for place in json.loads(ready)["listening"]]
        self._alive.set()
        return self

    def until_alive(self) -> None:
        """Waits, in another thread, until it runs (again)."""
        assert self._alive.wait(WAIT)

    @property
    def port(self) -> int:
        """Of the first listener."""
        return self.listening[0][1]

    @property
    def pid(self) -> int:
        """Of the process: where it was forked, the one that does the work."""
        assert self.process is not None
        return int(self._pid_file.read_text()) if self._pid_file.exists() else self.process.pid

    def until(self, pattern: str, *, since: int = 0, count: int = 1) -> str:
        """Waits until `run` has printed `count` lines in which the pattern is found; returns the last of them."""
        found: list[str] = []

        def there() -> bool:
            found[:] = [line for line in self.said[since:] if re.search(pattern, line)]
            return len(found) >= count or self._over()

        with self._news:
            in_time = self._news.wait_for(there, WAIT)
        if not in_time or len(found) < count:
            raise AssertionError(f"{pattern!r} was not said {count} times:\n" + "\n".join(self.said))
        return found[count - 1]

    def _over(self) -> bool:
        return self.process is None or (
            self.process.poll() is not None and not any(reader.is_alive() for reader in self._readers)
        )

    def _read(self, stream: Any) -> None:
        for line in stream:
            with self._news:
                self.said.append(line.rstrip("\n"))
                self._news.notify_all()
        with self._news:
            self._news.notify_all()

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        return self._end(signal.SIGTERM)

    def kill9(self) -> None:
        """What a power cut does to it, but for the disk."""
        self._end(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)

    def signal(self, name: str) -> None:
        """Sends it a signal by name."""
        os.kill(self.pid, getattr(signal, name))

    def wait(self) -> int:
        """Until it has ended; the exit status."""
        assert self.process is not None
        status = self.process.wait(WAIT)
        for reader in self._readers:
            reader.join(WAIT)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        return status

    def _end(self, number: int) -> int:
        assert self.process is not None
        self._alive.clear()
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):  # it has just ended
                os.kill(self.pid, number)
        return self.wait()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        status = self.stop()
        if error is None:
            assert status == 0, "\n".join(self.said)
            assert not [line for line in self.said if "Traceback" in line], "\n".join(self.said)

    # Its commands

    def cli(self, *arguments: str, json: bool = True, debug: bool = False, stdin: bytes = b"") -> Done:
        """Runs a command and waits for it: `cli("release", id)`."""
        with self.begin(*arguments, json=json, debug=debug, program=self._forked(debug)) as begun:
            out, err = begun.communicate(stdin, WAIT)
        return Done(begun.returncode, out, err.decode())

    def _program(self, debug: bool) -> list[str]:
        module = "tests.e2e.child" if self._patch or self.death else "proxy"
        return [sys.executable, "-m", module, *(["--debug"] if debug else [])]

    def _forked(self, debug: bool) -> list[str]:
        """The same without the second that it takes to load (fork_server.py), where that can be had."""
        server = forks(json.dumps(self._patch)) if self._fork and not self.death else None
        return self._program(debug) if server is None else [*server.program, *(["--debug"] if debug else [])]

    def begin(
        self, *arguments: str, json: bool = True, debug: bool = False, program: Sequence[str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Starts a command and does not wait for it. `program`: what runs it, by default an interpreter of its own."""
        first, *rest = arguments
        options = ["--config", str(self.path), *(["--json"] if json else [])]
        piped = subprocess.PIPE
        return subprocess.Popen(
            [*(program or self._program(debug)), first, *options, *rest],
            cwd=ROOT,
            env=self.environment,
            stdin=piped,
            stdout=piped,
            stderr=piped,
        )


def listening_with_tls(folder: Path) -> dict[str, Any]:
    """[listen] with STARTTLS at the first listener and TLS from the start at the second."""
    folder.mkdir(parents=True, exist_ok=True)
    proof = certificate()
    (folder / "chain.pem").write_bytes(b"".join(blob.bytes() for blob in proof.cert_chain_pems))
    (folder / "key.pem").write_bytes(proof.private_key_pem.bytes())
    return {
        "smtp": ["127.0.0.1:0", {"at": "127.0.0.1:0", "tls": "implicit"}],
        "web": "",
        "tls": {"certificate": str(folder / "chain.pem"), "key": str(folder / "key.pem")},
    }


def toml(tables: Mapping[str, Any]) -> str:
    """A configuration file."""
    parts = []
    for name, table in tables.items():
        head, each = (f"[[{name}]]", table) if isinstance(table, list) else (f"[{name}]", [table])
        for one in each:
            parts += [head, *(f"{_key(key)} = {_value(value)}" for key, value in one.items()), ""]
    return "\n".join(parts)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return json.dumps(value)


def _place(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host.strip("[]"), int(port)
