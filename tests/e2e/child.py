"""`tactful run` with some of the product's constants changed, so that a test need not wait for minutes.

`TACTFUL_TEST_PATCH` holds them: {"proxy.review.LEASE": 2} means two seconds, whatever the constant is made of.
"""

from __future__ import annotations

import importlib
import json
import os
from datetime import timedelta
from typing import Any


def _patch() -> None:
    for name, seconds in json.loads(os.environ.get("TACTFUL_TEST_PATCH", "{}")).items():
        module, _, constant = name.rpartition(".")
        found = importlib.import_module(module)
        setattr(found, constant, _like(getattr(found, constant), seconds))


def _like(former: Any, seconds: float) -> Any:
    if isinstance(former, tuple):
        return tuple(_like(each, seconds) for each in former)
    return timedelta(seconds=seconds) if isinstance(former, timedelta) else seconds


if __name__ == "__main__":  # the worker's process, started by spawn, reads this file too
    from proxy.__main__ import main

    _patch()
    main()
