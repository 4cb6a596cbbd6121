"""A mailbox in this process for the conducting rooms, the wire to it, which a test may cut, and these rooms joined."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.imap.client import Place
from tests.proxy.house import House, house
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


@pytest.fixture
async def home(tmp_path: Path, place: Place, wire: Relay) -> AsyncIterator[House]:
    """With a mailbox that the wire may cut off."""
    async with house(tmp_path, place=place, port=wire.port) as built:
        yield built
