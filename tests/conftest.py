"""Shared by all tests. Real programs are asked for with `tests.servers.need.need`."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# How fast this machine is today proves nothing.
settings.register_profile("tactful", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tactful")


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """What a test sets up to be logged, and where, ends with it."""
    log = logging.getLogger("tactful")
    before = (log.handlers[:], log.level, log.propagate)
    yield
    log.handlers[:], log.level, log.propagate = before[0], before[1], before[2]
