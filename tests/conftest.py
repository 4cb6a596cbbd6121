"""Shared by all tests. Real programs are asked for with `tests.servers.need.need`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.servers.dovecot import Dovecot

# How fast this machine is today proves nothing.
settings.register_profile("tactful", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tactful")


SLOW = ("e2e", "web", "demo", "imap", "docs", "proxy", "setup", "training", "smtp")
"""Folders whose tests take long each, the slowest first: two processes that begin with them end at the same time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow folders first; within a folder all stays as it is."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        return SLOW.index(folder) if folder in SLOW else len(SLOW)

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """What a test sets up to be logged, and where, ends with it."""
    log = logging.getLogger("tactful")
    before = (log.handlers[:], log.level, log.propagate)
    yield
    log.handlers[:], log.level, log.propagate = before[0], before[1], before[2]


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real Dovecot, the same for all tests; each asks for a user of its own."""
    from tests.servers import dovecot

    with dovecot.dovecot() as server:
        yield server
