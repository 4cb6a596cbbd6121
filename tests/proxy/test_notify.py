"""What the service manager hears, on a real datagram socket."""

from __future__ import annotations

import logging
import os
import re
import secrets
import socket
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from proxy.notify import Supervisor, supervisor

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs Unix sockets")


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest) -> Iterator[tuple[socket.socket, str]]:
    """A listening manager and what NOTIFY_SOCKET says of it."""
    if request.param == "abstract" and sys.platform != "linux":
        pytest.skip("only Linux has abstract sockets")
    # pytest's own folders can be longer than a socket's path may be.
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        name = f"tactful-{secrets.token_hex(8)}"
        address = f"@{name}" if request.param == "abstract" else str(Path(folder) / name)
        listening.bind(f"\0{name}" if request.param == "abstract" else address)
        listening.settimeout(10)
        yield listening, address


def test_a_life(manager: tuple[socket.socket, str]) -> None:
    listening, address = manager
    told = supervisor({"NOTIFY_SOCKET": address})

    def heard() -> str:
        return listening.recv(1024).decode()

    told.ready()
    assert heard() == "READY=1"
    told.status("3 messages\nwait ")
    assert heard() == "STATUS=3 messages wait"
    told.alive()
    assert heard() == "WATCHDOG=1"
    told.reloading()
    assert re.fullmatch(r"RELOADING=1\nMONOTONIC_USEC=\d+", heard())
    told.ready()
    assert heard() == "READY=1"
    told.stopping()
    assert heard() == "STOPPING=1"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Supervisor()),
        ({"NOTIFY_SOCKET": ""}, Supervisor()),
        ({"NOTIFY_SOCKET": "@"}, Supervisor()),
        ({"NOTIFY_SOCKET": "vsock:2:1234"}, Supervisor()),
        ({"NOTIFY_SOCKET": "relative/path"}, Supervisor()),
        ({"WATCHDOG_USEC": "30000000"}, Supervisor()),
        ({"NOTIFY_SOCKET": "/run/n"}, Supervisor("/run/n")),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "30000000"}, Supervisor("/run/n", timedelta(seconds=30))),
        (
            {"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "77"},
            Supervisor("/run/n", timedelta(microseconds=1)),
        ),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "78"}, Supervisor("/run/n")),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "0"}, Supervisor("/run/n")),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "-1"}, Supervisor("/run/n")),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "soon"}, Supervisor("/run/n")),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "9" * 30}, Supervisor("/run/n")),
    ],
)
def test_what_the_environment_says(environ: dict[str, str], expected: Supervisor) -> None:
    assert supervisor(environ, pid=77) == expected


def test_the_watchdog_of_this_process() -> None:
    environ = {"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "5000000", "WATCHDOG_PID": str(os.getpid())}
    assert supervisor(environ).watchdog == timedelta(seconds=5)


@pytest.fixture
def caught(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> pytest.LogCaptureFixture:
    """The log, whatever another test set it to."""
    monkeypatch.setattr(logging.getLogger("tactful"), "propagate", True)
    caplog.set_level(logging.DEBUG, logger="tactful")
    return caplog


def test_without_a_manager_nothing_happens(caught: pytest.LogCaptureFixture) -> None:
    supervisor({}).ready()
    assert caught.records == []


def test_a_manager_that_is_gone_is_logged(tmp_path: Path, caught: pytest.LogCaptureFixture) -> None:
    Supervisor(str(tmp_path / "gone")).alive()
    assert [record.getMessage() for record in caught.records] == [
        'supervisor-unreached reason="No such file or directory"'
    ]
