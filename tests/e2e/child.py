"""tactful with some of its constants changed, so that a test need not wait for minutes, or with a death in store.

`TACTFUL_TEST_PATCH`: {"proxy.review.LEASE": 2} makes it two seconds, whatever the constant is made of.
`TACTFUL_TEST_DEATH`: "proxy.store.held.HeldMessages.keep" is a function from which nobody comes back: when it has done
its work the process is killed, as by kill -9 in that very moment.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import os
import signal
from datetime import timedelta
from typing import Any


def patch() -> None:
    """Changes what the environment says."""
    for name, seconds in json.loads(os.environ.get("TACTFUL_TEST_PATCH", "{}")).items():
        owner, constant = _found(name)
        setattr(owner, constant, _like(getattr(owner, constant), seconds))
    if name := os.environ.get("TACTFUL_TEST_DEATH", ""):
        owner, function = _found(name)
        setattr(owner, function, _deadly(getattr(owner, function)))


def _found(name: str) -> tuple[Any, str]:
    """Where an attribute is: a module, or a class of one."""
    owner, _, attribute = name.rpartition(".")
    try:
        return importlib.import_module(owner), attribute
    except ModuleNotFoundError:
        module, _, kind = owner.rpartition(".")
        return getattr(importlib.import_module(module), kind), attribute


def _like(former: Any, seconds: float) -> Any:
    if isinstance(former, tuple):
        return tuple(_like(each, seconds) for each in former)
    return timedelta(seconds=seconds) if isinstance(former, timedelta) else seconds


def _deadly(function: Any) -> Any:
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def afterwards(*arguments: Any, **more: Any) -> None:
            await function(*arguments, **more)
            os.kill(os.getpid(), signal.SIGKILL)

        return afterwards

    @functools.wraps(function)
    def after(*arguments: Any, **more: Any) -> None:
        function(*arguments, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    return after


if __name__ == "__main__":  # the worker's process, started by spawn, reads this file too
    from proxy.__main__ import main

    patch()
    main()
