"""A mailbox in this process for the conducting rooms, and the wire to it, which a test may cut."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.imap.client import Place
from tests.servers import cut, mailbox
from tests.servers.cut import Relay


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with mailbox.mailbox() as running:
        yield Place(running.port, await running.user(), mailbox.PASSWORD)


@pytest.fixture
async def wire(place: Place) -> AsyncIterator[Relay]:
    async with cut.relay(place.port) as relay:
        yield relay
