"""Mail by which the user may have written to tactful is found, whatever the server's search is worth."""

from __future__ import annotations

from datetime import timedelta

import pytest

from proxy.imap import folders, to_self
from proxy.imap.folders import Folders
from proxy.mime.headers import read
from tests.imap.client import NOW, Place, mail

ANSWER = mail("tactful: send ABCD", to="sam@example.org", days=0)


async def found(place: Place) -> list[str]:
    async with place.connection() as connection:
        there: Folders = await connection.run(lambda client: folders.find(client, place.mailbox()))
        return [read(head).subject for head in await to_self.heads(connection, there, NOW - timedelta(days=1))]


async def test_an_empty_inbox(place: Place) -> None:
    assert await found(place) == []


async def test_by_its_subject_however_much_came_after_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_self, "RECENT", 2)
    await place.fill("INBOX", mail("Before"), ANSWER, *(mail(f"After {number}") for number in range(3)))
    subjects = await found(place)
    assert "tactful: send ABCD" in subjects
    assert subjects[-2:] == ["After 1", "After 2"]


async def test_at_the_end_though_the_search_finds_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_self, "WORD", "no such word")
    await place.fill("INBOX", mail("Before"), ANSWER)
    assert await found(place) == ["Before", "tactful: send ABCD"]


async def test_the_newest_where_there_are_too_many(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_self, "LIMIT", 2)
    await place.fill("INBOX", *(mail(f"tactful: {number}") for number in range(4)))
    assert await found(place) == ["tactful: 2", "tactful: 3"]
