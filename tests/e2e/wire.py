"""A wire to a server that a test can cut, in a thread: also right when the server has said something of interest."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from tests.e2e.harness import WAIT

HOST = "127.0.0.1"


class Wire:
    """`port`: where to connect in place of the server's."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = []
        self._down = False
        self._fatal = b""
        self._silent = b""
        self._held = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self, *, down: bool = False) -> None:
        """Ends all connections at once; `down`: and each new one, until `up`."""
        self._down = down
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def up(self) -> None:
        """New connections are let through again."""
        self._down = False

    def cut_at_answer(self, octets: bytes) -> None:
        """Cuts, once, in place of passing on an answer with these octets in it."""
        self._fatal = octets

    def hold_at_answer(self, octets: bytes) -> threading.Event:
        """Passes an answer on up to these octets, once, and nothing more of that connection: it hangs. What is returned
        is set then."""
        self._silent = octets
        return self._held

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._down:
                near.close()
                continue
            far = socket.create_connection((HOST, self._target), WAIT)
            for each in (near, far):
                each.settimeout(None)
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._sockets += [near, far]
            threading.Thread(target=self._pass, args=(near, far), daemon=True).start()
            threading.Thread(target=self._pass, args=(far, near), kwargs={"back": True}, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, *, back: bool = False) -> None:
        with contextlib.suppress(OSError):
            while octets := source.recv(65536):
                if back and self._fatal and self._fatal in octets:
                    self._fatal = b""
                    break
                if back and self._silent and self._silent in octets:
                    before, found, _ = octets.partition(self._silent)
                    self._silent = b""
                    target.sendall(before + found)
                    self._held.set()
                    while source.recv(65536):
                        pass
                    break
                target.sendall(octets)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.close()
        self.cut()
