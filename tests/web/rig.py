"""The page over the joined rooms, on a port that the system chose, and somebody who looks at it.

async with rig(tmp_path) as page:
    browser = await page.browser()                # let in
    seen = await browser.get("/")
    await browser.press("/do", seen, do="send", pick=f"{id_}:held")
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from checks.model import Finding
from proxy.configuration.settings import Config
from proxy.configuration.values import Place
from proxy.desk import Desk
from proxy.outbox import Outbox
from proxy.web.app import Page
from proxy.web.login import new_link
from proxy.web.server import PageServer
from tests.imap.client import Place as MailboxPlace
from tests.proxy.house import SAM, THANKS, House, house

SLIP = Finding(
    "sloppiness",
    "sloppiness.spelling",
    "hold",
    "“definately” is misspelt.",
    "Write “definitely”.",
    "body",
    10,
    20,
    "definately",
    correction="definitely",
)
BODY = "Dear Jo,\r\n\r\ndefinately worth it.\r\n"


class Browser(httpx.AsyncClient):
    """A browser that was let in (or not); it follows redirects when told, and keeps its cookie."""

    async def press(self, path: str, seen: httpx.Response, **fields: Any) -> httpx.Response:
        """Sends a form of the page that was seen, as a browser does, and follows to what it leads to."""
        return await self.post(
            path,
            data={"csrf": token(seen), "back": "/", **fields},
            headers={"Origin": self.origin},
            follow_redirects=True,
        )

    @property
    def origin(self) -> str:
        """Of the page."""
        return str(self.base_url).rstrip("/")


@dataclass
class Rig:
    """The page and what it acts on."""

    house: House
    desk: Desk
    outbox: Outbox
    server: PageServer
    address: str
    port: int
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _browsers: list[Browser] = field(default_factory=list)

    def link(self) -> str:
        """A login link, as `tactful web` makes one."""
        return new_link(self.house.store.passes, self.address, self.house.now)

    async def stranger(self) -> Browser:
        """Somebody who isn't let in."""
        browser = Browser(base_url=self.address, trust_env=False, timeout=30)
        self._browsers.append(browser)
        return browser

    async def browser(self) -> Browser:
        """Somebody who used a login link."""
        browser = await self.stranger()
        answer = await browser.post(
            "/login", data={"token": self.link().partition("token=")[2]}, headers={"Origin": self.address}
        )
        assert answer.status_code == 303, answer.text
        return browser

    def watch(self) -> None:
        """Has `until` told of everything that the outbox does."""
        tell: Callable[[], None] = self.outbox.changed

        def changed() -> None:
            tell()
            self._news.set()

        self.outbox.changed = changed

    async def until_left(self) -> None:
        """Waits until no send may be taken back any more, and none is under way."""
        async with asyncio.timeout(30):
            while self.outbox.leaving or self.outbox.busy:
                self._news.clear()
                await self._news.wait()

    async def close(self) -> None:
        """Everything that it opened."""
        for browser in self._browsers:
            await browser.aclose()


@asynccontextmanager
async def rig(
    folder: Path, *, undo: float = 0.0, mailbox: MailboxPlace | None = None, **more: Any
) -> AsyncIterator[Rig]:
    """The page. `undo`: seconds in which a send may be taken back."""
    async with house(folder, place=mailbox, **more) as rooms:
        config = configuration(mailbox is not None)
        desk = Desk(lambda: config, lambda: rooms.accounts, rooms.thread, clock=rooms.clock)
        outbox = Outbox(rooms.thread, rooms.review, clock=rooms.clock, undo=timedelta(seconds=undo))
        page = Page(desk, rooms.review, outbox)
        server = PageServer(page)
        place = await server.start(Place("127.0.0.1", 0))
        built = Rig(rooms, desk, outbox, server, page.address, place.port)
        built.watch()
        try:
            yield built
        finally:
            await built.close()
            await server.close()
            await outbox.close(5)
            desk.close()


def configuration(has_mailbox: bool) -> Config:
    """As somebody has it who set little."""
    server = {"host": "127.0.0.1", "port": 25, "security": "none"}
    account = {"address": SAM, "smtp": server, "password": {"env": "NOTHING"}}
    account |= {"imap": {**server, "port": 143}} if has_mailbox else {}
    return Config.model_validate(
        {
            "accounts": [account],
            "recruiters": {"domains": ["acme.example"], "agencies": ["placement.example"]},
            "history": {"poll": "7 minutes"},
        }
    )


def token(seen: httpx.Response) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', seen.text)
    assert found, seen.text[:2000]
    return found[1]


def mail(body: str = BODY, **fields: str) -> bytes:
    """A message with this body; CRLF line ends."""
    head = {"From": "Sam <sam@example.org>", "To": "Jo Park <jo@acme.example>", "Subject": "Hello"} | fields
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in head.items())
    return f"{lines}\r\n{body}".encode()


__all__ = ["BODY", "SLIP", "THANKS", "Browser", "Rig", "mail", "rig", "token"]
