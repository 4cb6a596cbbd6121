"""Opens a TCP connection to a server by its name, without waiting for an address family that doesn't work here.

Promises never to use asyncio's default executor: a look-up that hangs (no network) or a password manager that waits
for somebody to unlock it runs in a daemon thread, which never keeps the program from ending.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import TypeVar

import aiohappyeyeballs

T = TypeVar("T")

HEAD_START = 0.25
"""Seconds before the next address is tried beside the first (RFC 8305, section 5)."""


async def dial(host: str, port: int) -> socket.socket:
    """A connected, non-blocking socket. Raises OSError: no such name, refused, no route."""
    addresses = await aside(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    return await aiohappyeyeballs.start_connection(addresses, happy_eyeballs_delay=HEAD_START)


async def aside(function: Callable[[], T]) -> T:
    """What `function` returns or raises, run in a daemon thread of its own. When cancelled, its result is dropped."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # T may itself be None

    def run() -> None:
        result: T | None = None
        failed: BaseException | None = None
        try:
            result = function()
        except BaseException as error:  # whatever it is belongs to the one who waits
            failed = error
        try:
            loop.call_soon_threadsafe(settle, result, failed)
        except RuntimeError:  # the loop has ended meanwhile: nobody waits
            return

    threading.Thread(target=run, name="tactful-aside", daemon=True).start()
    return await future
