"""`tactful doctor`: every part is examined by itself, and what is wrong is said with what to do next.

Promises: one examination that fails or hangs costs its own line only, and every one ends within its limit; nothing is
sent and nothing is changed (an older store's tables excepted, which any command brings up to date).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from proxy.ending import end
from proxy.errors import TactfulError

State = Literal["ok", "look", "wrong"]
"""Fine; not a fault, but worth a look; a fault."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one check came to, in whole sentences. `advice`: what to do next, "" where there is nothing to do."""

    check: str
    state: State
    message: str
    advice: str = ""


Results = Sequence[Result]


@dataclass(frozen=True, slots=True)
class Examination:
    """`check`: what a failure of its own is told as. `limit`: seconds."""

    check: str
    examine: Callable[[], Awaitable[Results]]
    limit: float = 15.0


async def examine(examinations: Sequence[Examination]) -> AsyncIterator[Result]:
    """All of them at once; their results in order, each as soon as it and those before it are known."""
    tasks = [asyncio.create_task(_isolated(each)) for each in examinations]
    try:
        for task in tasks:
            for result in await task:
                yield result
    finally:
        await end(tasks)


async def _isolated(examination: Examination) -> Results:
    try:
        async with asyncio.timeout(examination.limit):
            return await examination.examine()
    except TimeoutError:
        return [
            Result(
                examination.check,
                "wrong",
                f"This was not known after {examination.limit:.0f} seconds.",
                "Something hangs: a network, a keyring that waits to be unlocked, a disk. Run `tactful doctor` again.",
            )
        ]
    except TactfulError as error:
        return [Result(examination.check, "wrong", error.what, error.remedy)]
    except Exception as error:  # whatever it is: the other checks are worth the more
        return [
            Result(
                examination.check,
                "wrong",
                f"This check itself failed ({type(error).__name__}).",
                "It is a fault of tactful's own, or of this computer. The other lines hold all the same.",
            )
        ]
