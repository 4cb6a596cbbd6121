"""The conformance suite of mailboxes: every test here that asks for `place` runs on a real Dovecot (Maildir), on a real
Cyrus and on pymap, each time in an empty mailbox. What none of them does, tests/servers/odd.py and scripted.py do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from proxy.store.store import Store
from tests.imap.client import Place
from tests.servers import cyrus as cyruses
from tests.servers import mailbox as mailboxes
from tests.servers.cyrus import Cyrus
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    with cyruses.cyrus() as server:
        yield server


@pytest.fixture(
    params=[
        pytest.param("dovecot", marks=pytest.mark.dovecot),
        pytest.param("cyrus", marks=pytest.mark.cyrus),
        "pymap",
    ]
)
async def place(request: pytest.FixtureRequest) -> AsyncIterator[Place]:
    """An empty mailbox on a running server."""
    if request.param == "dovecot":
        server: Dovecot = request.getfixturevalue("dovecot")
        yield Place(server.port, server.user(), PASSWORD)
        return
    if request.param == "cyrus":
        second: Cyrus = request.getfixturevalue("cyrus")
        yield Place(second.port, second.user(), PASSWORD, plain_names=True)
        return
    async with mailboxes.mailbox() as running:
        yield Place(running.port, await running.user(), mailboxes.PASSWORD)
        await asyncio.sleep(0)


@pytest.fixture
def dovecot_place(dovecot: Dovecot) -> Place:
    """An empty mailbox on the real server."""
    return Place(dovecot.port, dovecot.user(), PASSWORD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.close()
