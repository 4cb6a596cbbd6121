"""News of a folder: at once where the server can tell, soon where it can't, and after every interruption."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from proxy.imap import watch
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from tests.imap.client import Place, mail
from tests.imap.connecting import SECRET, noop, plain
from tests.servers.cut import relay
from tests.servers.odd import odd
from tests.servers.scripted import HELLO, scripted


class News:
    """What was told, as it is told."""

    def __init__(self) -> None:
        self.told: asyncio.Queue[str] = asyncio.Queue()

    async def next(self) -> str:
        return await asyncio.wait_for(self.told.get(), 60)

    def none(self) -> bool:
        return self.told.empty()


@contextlib.asynccontextmanager
async def watching(
    place: Place, news: News, *folders: str, port: int | None = None, check: float = 30.0
) -> AsyncIterator[Connection]:
    watched = folders or ("INBOX",)
    more = {"watched": watched, "news": news.told.put_nowait, "quiet": 0.0, "check": check, "chance": lambda: 0.0}
    async with place.connection(port, **more) as connection:
        await connection.run(noop)
        assert sorted([await news.next() for _ in watched]) == sorted(watched)
        yield connection


async def test_an_answer_is_known_at_once(place: Place) -> None:
    news = News()
    async with watching(place, news):
        for number in range(3):
            await place.fill("INBOX", mail(f"number {number}"))
            assert await news.next() == "INBOX"


async def test_what_came_before_it_watched_is_news_once(place: Place) -> None:
    news = News()
    await place.fill("INBOX", mail())
    async with watching(place, news) as connection:
        for _ in range(5):
            assert await connection.run(noop)
        await place.fill("INBOX", mail("another"))
        assert await news.next() == "INBOX"
        assert news.none()


async def test_a_job_is_done_at_once_though_it_watches(place: Place) -> None:
    news = News()
    async with watching(place, news) as connection:
        jobs = [connection.run(noop, again=number % 2 == 0) for number in range(20)]
        assert all(await asyncio.gather(*jobs))


async def test_another_folder_is_asked_for_at_each_check(place: Place) -> None:
    await place.fill("Held by tactful")
    news = News()
    async with watching(place, news, "INBOX", "Held by tactful", check=0.05):
        await place.fill("Held by tactful", mail())
        assert await news.next() == "Held by tactful"
        await place.remove("Held by tactful", await place.uids("Held by tactful"))
        assert await news.next() == "Held by tactful"


async def test_what_came_while_the_connection_was_away_is_news(place: Place) -> None:
    news = News()
    async with relay(place.port) as wire, watching(place, news, port=wire.port):
        wire.cut(down=True)
        await place.fill("INBOX", mail())
        wire.down = False
        assert await news.next() == "INBOX"


async def test_a_connection_that_died_without_a_word_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proxy.imap.wire.DONE_LIMIT", 0.2)
    examine = "C: EXAMINE\nS: * 0 EXISTS\nS: OK [UIDVALIDITY 7] done\n"
    dead = HELLO.replace("IMAP4rev1", "IMAP4rev1 IDLE") + NOOP + examine + "C: IDLE\nS: + idling\nS: (silence)"
    alive = HELLO + examine.replace("* 0", "* 1") + "C: LOGOUT\nS: OK done"
    news = News()
    async with scripted(dead, alive) as script:
        place = Place(script.port, "sam", SECRET)
        more: dict[str, Any] = {"news": news.told.put_nowait, "chance": lambda: 0.0}
        async with place.connection(watched=("INBOX",), quiet=0.0, check=0.01, **more) as connection:
            await connection.run(noop)
            assert [await news.next(), await news.next()] == ["INBOX", "INBOX"]
            assert script.connections == 2


NOOP = "C: NOOP\nS: OK done\n"


@pytest.mark.parametrize(("answer", "most"), [("OK", watch.CHATTER), ("", watch.CHATTER), ("NO", 1), ("BAD", 1)])
async def test_an_idle_that_is_of_no_use_does_not_spin(monkeypatch: pytest.MonkeyPatch, answer: str, most: int) -> None:
    """The server ends it at once, chatters, refuses it or doesn't know it; then the folder is asked for."""
    monkeypatch.setattr(watch, "POLL", 0.0)
    asked, news = asyncio.Event(), News()

    def manners(command: str, said: bytes) -> bytes:
        if server.said.count(command) > watch.CHATTER + 5:
            asked.set()
        return said + b"* OK chatter\r\n" if said.startswith(b"+") else said

    async with odd("IMAP4rev1 IDLE") as server:
        server.manners, server.refused = manners, {"IDLE": answer} if answer else {}
        async with watching(Place(server.port, "sam", SECRET), news):
            await asyncio.wait_for(asked.wait(), 60)
        assert server.said.count("IDLE") == most


async def test_news_that_come_with_the_answer_to_idle_are_seen() -> None:
    news = News()

    def manners(command: str, said: bytes) -> bytes:
        if not said.startswith(b"+") or len(inbox.mails) == 3:
            return said
        inbox.add(mail())
        return said + b"* %d EXISTS\r\n" % len(inbox.mails)

    async with odd("IMAP4rev1 IDLE") as server:
        server.manners, inbox = manners, server.folders["INBOX"]
        async with watching(Place(server.port, "sam", SECRET), news):
            for _ in range(3):
                assert await news.next() == "INBOX"


async def test_a_secret_that_was_refused_is_not_said_again_while_it_watches(place: Place) -> None:
    said: list[str] = []

    def password() -> str:
        said.append("wrong" if said else place.password)
        return said[-1]

    news = News()
    async with relay(place.port) as wire:
        more = {"watched": ("INBOX",), "news": news.told.put_nowait, "quiet": 0.0}
        connection = Connection(plain(wire.port), place.username, password, **more)  # type: ignore[arg-type]
        await connection.run(noop)
        await news.next()
        wire.cut()
        for _ in range(5):
            with contextlib.suppress(Exception):
                await connection.run(noop, again=True)
        assert wire.connections == 2
        await connection.close()


def test_it_reads_only() -> None:
    """What it says to a server, all of it."""
    said: list[str] = []

    class Recorder:
        def select_folder(self, folder: str, readonly: bool = False) -> dict[bytes, int]:
            said.append(f"{'EXAMINE' if readonly else 'SELECT'} {folder}")
            return {b"EXISTS": 1}

        def folder_status(self, folder: str, items: object) -> dict[bytes, int]:
            said.append(f"STATUS {folder}")
            return {}

        def has_capability(self, name: str) -> bool:
            return False

    seen = watch.Watch(("INBOX", "Held"))
    client: Client = Recorder()  # type: ignore[assignment]
    seen.news(client)
    assert seen.wait(client) == watch.POLL
    seen.close()
    assert said == ["STATUS Held", "EXAMINE INBOX"]
