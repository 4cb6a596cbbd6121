"""What the real servers share that run as a process of their own: a folder, ports, whose the files are, the wait for
the first answer, and the end."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HOST = "127.0.0.1"
PASSWORD = "correct horse battery staple"
"""Of every user of a mailbox."""


@contextlib.contextmanager
def folder(name: str) -> Iterator[Path]:
    """A temporary folder that others may enter. Not pytest's: a Unix socket's path must be short, and root's folders
    are closed to the user whom a server becomes."""
    made = Path(tempfile.mkdtemp(prefix=f"tactful-{name}-"))
    try:
        made.chmod(0o755)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def free_ports(count: int) -> list[int]:
    """For servers that can't be given port 0. They are held together, so that they differ; another program may be
    faster."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.create_server((HOST, 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in sockets]


def mail_owner() -> tuple[int, int]:
    """User and group whose the mail is, by number: no server of mailboxes works as root."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    import pwd

    entry = pwd.getpwnam("nobody")
    return entry.pw_uid, entry.pw_gid


def mail_owner_names() -> tuple[str, str]:
    """The same by name."""
    import grp
    import pwd

    uid, gid = mail_owner()
    return pwd.getpwuid(uid).pw_name, grp.getgrgid(gid).gr_name


def answers(port: int, process: subprocess.Popen[bytes], greeting: bytes = b"") -> bool:
    """Waits until something answers there, with this greeting. False where the process ends first, or after 20 s."""
    until = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), 5) as connection:
            if not greeting or connection.recv(len(greeting)) == greeting:
                return True
        time.sleep(0.02)
    return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the server and its children."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
