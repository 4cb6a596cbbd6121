"""Tells the service manager how the proxy is: ready, alive, reading its configuration again, stopping.

The protocol is sd_notify(3): one datagram of `NAME=value` lines to the socket that `$NOTIFY_SOCKET` names. Where that
is absent (no systemd, another system) every function does nothing. A manager that can't be reached is logged and never
an error: the mail goes on.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from proxy import events


@dataclass(frozen=True, slots=True)
class Supervisor:
    """The service manager that started this process.

    `address`: the socket's path, or "@name" for an abstract one; "" for no manager. `watchdog`: `alive` must be said
    at least this often, or the manager starts the service anew; None: it need not be said.
    """

    address: str = ""
    watchdog: timedelta | None = None

    def ready(self) -> None:
        """The service listens, or has read its configuration again."""
        self._say("READY=1")

    def alive(self) -> None:
        """The loop still turns; said at about half of `watchdog`."""
        self._say("WATCHDOG=1")

    def reloading(self) -> None:
        """The configuration is being read again; `ready` ends it."""
        self._say("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """The service ends in order."""
        self._say("STOPPING=1")

    def status(self, words: str) -> None:
        """One line for people, as `systemctl status` shows it."""
        self._say(f"STATUS={' '.join(words.split())}")

    def _say(self, *lines: str) -> None:
        if not self.address or not hasattr(socket, "AF_UNIX"):
            return
        address = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection:
                # A manager whose queue is full must not stop the loop.
                connection.setblocking(False)
                connection.sendto("\n".join(lines).encode(), address)
        except OSError as error:
            events.supervisor_unreached(error.strerror or type(error).__name__)


def supervisor(environ: Mapping[str, str], pid: int | None = None) -> Supervisor:
    """The manager that `environ` names: NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID (sd_watchdog_enabled(3)).

    `pid`: this process; a watchdog meant for another one is not ours. An address of a kind that is not known here
    (only paths and abstract names are) counts as none.
    """
    address = environ.get("NOTIFY_SOCKET", "")
    if len(address) < 2 or address[0] not in "/@":
        return Supervisor()
    microseconds = environ.get("WATCHDOG_USEC", "")
    ours = environ.get("WATCHDOG_PID", "") in ("", str(os.getpid() if pid is None else pid))
    if not ours or not (microseconds.isascii() and microseconds.isdigit()) or int(microseconds) == 0:
        return Supervisor(address)
    try:
        return Supervisor(address, timedelta(microseconds=int(microseconds)))
    except OverflowError:  # longer than a timedelta can be: never
        return Supervisor(address)
