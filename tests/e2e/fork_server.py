"""Commands of tactful without the second that each takes to load it: one process has loaded everything and forks for
each, as `multiprocessing` calls a fork server.

A command is a process of its own all the same: with its own environment, arguments, folder, standard streams and exit
status; only what it imports was imported before. Who asks is `fork_client.py`; `Forks.program` says how to run it.
Where a system can't fork, commands are started in the long way.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.e2e import child

ROOT = Path(__file__).parents[2]
CLIENT = Path(__file__).with_name("fork_client.py")
MOST = 3
"""Servers that a process of tests keeps: each holds what tactful takes when it is loaded."""


class Forks:
    """A server whose constants are changed as `child.py` changes them; it ends with the process that started it."""

    def __init__(self, patch: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="tactful-forks-")
        self._socket = str(Path(self._folder.name) / "socket")
        command = [sys.executable, "-m", "tests.e2e.fork_server", self._socket]
        piped = subprocess.PIPE
        environment = {**os.environ, "TACTFUL_TEST_PATCH": patch}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=piped, stdout=piped)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    @property
    def program(self) -> list[str]:
        """What runs `python -m proxy` in place of the interpreter and its arguments."""
        return [sys.executable, "-I", "-S", str(CLIENT), self._socket]

    def close(self) -> None:
        """Ends it; commands that run go on."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._folder.cleanup()


_RUNNING: dict[str, Forks] = {}
"""By what they change; the one that was used last comes last."""


def forks(patch: str) -> Forks | None:
    """The one of this process with these constants; None where there is no forking."""
    if not hasattr(os, "fork") or not hasattr(socket, "send_fds"):
        return None
    if not _RUNNING:
        atexit.register(_close)
    found = _RUNNING.pop(patch, None) or Forks(patch)
    _RUNNING[patch] = found
    if len(_RUNNING) > MOST:
        _RUNNING.pop(next(iter(_RUNNING))).close()
    return found


def _close() -> None:
    for each in _RUNNING.values():
        each.close()


def serve(place: str) -> None:
    """Loads tactful, then forks for each request until standard input ends."""
    child.patch()
    import proxy.assembly
    import proxy.cli.main  # noqa: F401
    from proxy.addresses import registered_domain

    registered_domain("acme.example")  # reads the public suffix list

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place)
        listener.listen(64)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever minds a command reaps it; nobody reaps who minds
        print("ready", flush=True)
        if os.fork() == 0:  # ends the other when the input ends, so that the other may wait for requests alone
            sys.stdin.buffer.read()
            os.kill(os.getppid(), signal.SIGTERM)
            os._exit(0)
        while True:
            asked, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                _mind(asked)
            asked.close()


def _mind(asked: socket.socket) -> None:
    """Forks once more, and tells the client what the command came to."""
    request, streams, _, _ = socket.recv_fds(asked, 1 << 20, 3)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    heard, go = os.pipe()
    pid = os.fork()
    if pid == 0:
        asked.close()
        os.close(go)
        os.read(heard, 1)  # until the client has said who this is
        os.close(heard)
        _become(json.loads(request), streams)
    for stream in streams:
        os.close(stream)
    asked.sendall(b"%d\n" % pid)
    asked.recv(1)
    os.close(go)
    _, status = os.waitpid(pid, 0)
    asked.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _become(request: dict[str, Any], streams: list[int]) -> None:
    """What `python -m proxy` does, in the process that has loaded it."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    time.tzset()
    sys.argv = request["words"]
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", buffering=1, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    raise Become


class Become(BaseException):
    """Leaves the server's loop, so that the command ends as any program does."""


if __name__ == "__main__":  # the worker's process, started by spawn, reads this file too
    try:
        serve(sys.argv[1])
    except Become:
        from proxy.__main__ import main

        main()
