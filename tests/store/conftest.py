"""Each test of the store runs on SQLite and on a real PostgreSQL, each time in an empty store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from proxy.store.store import Store
from tests.servers import postgresql as clusters
from tests.servers.postgresql import Postgresql


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    with clusters.postgresql() as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of a store that is still to be made."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'state' / 'tactful.db'}"
    cluster: Postgresql = request.getfixturevalue("postgresql")
    return cluster.url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def other(store: Store, url: str) -> Iterator[Store]:
    """The same store as another process has it."""
    opened = Store.open(url)
    yield opened
    opened.close()
