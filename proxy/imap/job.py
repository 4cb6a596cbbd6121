"""Something to do over a connection: asked for in an event loop, done in the connection's thread."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from proxy.imap.client import Client

T = TypeVar("T")


@dataclass(eq=False)
class Job(Generic[T]):
    """`again`: it may be repeated. `future`: of `loop`, where somebody waits, unless `abandoned`."""

    call: Callable[[Client], T]
    again: bool
    future: asyncio.Future[T]
    loop: asyncio.AbstractEventLoop
    abandoned: bool = False


def tell(
    loop: asyncio.AbstractEventLoop, future: asyncio.Future[Any], result: object, error: BaseException | None
) -> None:
    """Settles a future of `loop` from another thread; nothing where it is settled already or the loop has ended."""

    def settle() -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(settle)
