"""A real PostgreSQL cluster on 127.0.0.1, from a temporary folder of its own; each test asks for a database of its own.

Works for an ordinary user, and as root through an unprivileged one, since PostgreSQL refuses to run as root. Nothing
of the machine's own clusters is touched.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers import daemon
from tests.servers.daemon import HOST
from tests.servers.need import missing, need

_USERS = ("postgres", "nobody")


@dataclass
class Postgresql:
    """A running cluster. Everybody on this machine may log in to it; it holds only what tests put there."""

    folder: Path
    port: int
    _given: int = field(default=0)

    def url(self) -> str:
        """The SQLAlchemy URL of an empty place: a schema of its own, which is quicker made than a database."""
        name = self._do("CREATE SCHEMA {}")
        return f"postgresql+psycopg://tactful@{HOST}:{self.port}/postgres?options=-csearch_path%3D{name}"

    def database(self) -> str:
        """The SQLAlchemy URL of an empty database, for tests that change its settings."""
        name = self._do("CREATE DATABASE {}")
        return f"postgresql+psycopg://tactful@{HOST}:{self.port}/{name}"

    def _do(self, statement: str) -> str:
        import psycopg

        self._given += 1
        name = f"store{self._given}"
        where = f"host={HOST} port={self.port} user=tactful dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement.format(name).encode())
        return name


@contextlib.contextmanager
def postgresql() -> Iterator[Postgresql]:
    """Starts PostgreSQL; skips by name where it is missing."""
    initdb, pg_ctl = need("initdb"), need("pg_ctl")
    user = _user()
    with daemon.folder("postgresql") as folder:
        if user:
            shutil.chown(folder, user)
        data, log = folder / "data", folder / "log"
        _run(user, folder, initdb, "-D", data, "-U", "tactful", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        port = _start(user, folder, pg_ctl, data, log)
        try:
            yield Postgresql(folder, port)
        finally:
            _run(user, folder, pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")


def _start(user: str, folder: Path, pg_ctl: Path, data: Path, log: Path) -> int:
    failure: subprocess.CalledProcessError | None = None
    for _ in range(5):  # somebody may take the port between its choice and its use
        [port] = daemon.free_ports(1)
        settings = f"-c listen_addresses={HOST} -p {port} -c unix_socket_directories={folder} -c fsync=off"
        try:
            _run(user, folder, pg_ctl, "-D", data, "-l", log, "-o", settings, "-w", "-t", "60", "start")
        except subprocess.CalledProcessError as error:
            failure = error
        else:
            return port
    raise RuntimeError(log.read_text("utf-8", "replace")) from failure


def _user() -> str:
    """Whom to become: "" for nobody else."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ""
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    found = next((name for name in _USERS if name in known), None)
    return found or missing("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _run(user: str, folder: Path, *command: str | Path) -> None:
    arguments: Sequence[str] = [str(part) for part in command]
    extra: dict[str, object] = {"user": user, "group": _group(user), "extra_groups": []} if user else {}
    # To a file: a server that pg_ctl starts keeps what it inherits, and a pipe would never end.
    with (folder / "said").open("ab") as said:
        subprocess.run(
            arguments,
            cwd=folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            **extra,  # type: ignore[call-overload]
        )


def _group(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid
