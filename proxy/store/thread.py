"""The store's own thread: the loop asks, one thread answers, in order. The default executor is not used."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from proxy.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class StoreThread:
    """Calls the store's methods off the loop: `await thread(store.held.find, id)`. Owns the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    async def __call__(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The call's result. A caller that is cancelled doesn't undo the call: it is done all the same."""
        asked = asyncio.get_running_loop().run_in_executor(self.executor, lambda: call(*args, **kwargs))
        # Shielded: a cancelled caller would take along a call that still waits for its turn.
        return await asyncio.shield(asked)

    def close(self) -> None:
        """Waits for what was asked, and closes the store."""
        self.executor.submit(self.store.close).result()
        self.executor.shutdown()
