"""Ends tasks, for certain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

AGAIN = 1.0
"""Seconds after which a task that goes on is cancelled again."""


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancels them, and comes back when all have ended, however they did.

    One cancel may be lost: on Python 3.11 `asyncio.wait_for`, which libraries use, gives its result where that comes in
    the same moment (https://github.com/python/cpython/issues/86296), and the task goes on. One that is still tidying up
    after AGAIN seconds is hurried.
    """
    every = tuple(tasks)
    going = {task for task in every if not task.done()}
    while going:
        for task in going:
            task.cancel()
        _, going = await asyncio.wait(going, timeout=AGAIN)
    await asyncio.gather(*every, return_exceptions=True)  # or asyncio complains of what nobody asked for
