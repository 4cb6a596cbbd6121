"""What all pages share: the rooms that they ask, where the page is, its templates, and what it says after an action."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from proxy.configuration.values import Place
from proxy.desk import Desk
from proxy.errors import StoreError
from proxy.model import Held
from proxy.outbox import Outbox
from proxy.review import Review
from proxy.web import words

LOOK = 2.0
"""Seconds between two looks at what other processes changed, while somebody watches."""

WATCHERS = 20
"""Open streams of changes."""

SAID = 200
"""Answers to actions that are remembered."""


class Site:
    """The shared part."""

    def __init__(self, desk: Desk, review: Review, outbox: Outbox) -> None:
        self.desk = desk
        self.review = review
        self.outbox = outbox
        self.place = Place("127.0.0.1", 0)
        self.scheme = "http"
        self._said: OrderedDict[str, tuple[str, ...]] = OrderedDict()
        self._watchers: set[asyncio.Event] = set()
        self._closed = False
        self._templates = Environment(
            loader=PackageLoader("proxy.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= words.FILTERS
        outbox.changed = self.poke

    @property
    def port(self) -> int:
        """The page's port."""
        return self.place.port

    @property
    def address(self) -> str:
        """The page's address, without a path: "http://127.0.0.1:2580"."""
        return f"{self.scheme}://{self.place}"

    def has_drafts(self, messages: Sequence[Held]) -> bool:
        """Whether one of these can go back to Drafts: whether its account has a mailbox."""
        accounts = (self.desk.config.account(each.account) for each in messages)
        return any(account is not None and account.imap is not None for account in accounts)

    # Pages

    def plain(self, name: str, status: int, **values: object) -> HTMLResponse:
        """A page for somebody who isn't let in: nothing of the store is on it."""
        return HTMLResponse(self._templates.get_template(name).render(values), status)

    async def page(self, request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page with all that every page shows."""
        strip = await self.desk.strip()
        shared = {
            "csrf": request.state.csrf,
            "path": request.url.path,
            "here": _here(request),
            "waiting": strip.waiting,
            "paused_until": strip.paused_until,
            "leaving": self.outbox.leaving,
            "now": self.desk.clock(),
            "stamp": self._stamp(strip.stamp),
            "said": self._said.get(request.query_params.get("said", ""), ()),
        }
        return HTMLResponse(self._templates.get_template(name).render(shared | values), status)

    def back(self, path: str, said: Sequence[str]) -> RedirectResponse:
        """After an action: to a page that says what came of it. `path`: of this page; else the first one."""
        key = secrets.token_urlsafe(6)
        self._said[key] = tuple(said)
        while len(self._said) > SAID:
            self._said.popitem(last=False)
        safe = path if words.is_path(path) else "/"
        return RedirectResponse(f"{safe}{'&' if '?' in safe else '?'}said={key}", 303)

    # Live

    def poke(self) -> None:
        """Something changed: whoever watches is told."""
        for watcher in self._watchers:
            watcher.set()

    def close(self) -> None:
        """Ends the streams."""
        self._closed = True
        self.poke()

    def open(self) -> None:
        """Streams may be opened (again)."""
        self._closed = False

    @property
    def crowded(self) -> bool:
        """Whether nobody else may watch."""
        return len(self._watchers) >= WATCHERS

    async def stamp(self) -> str:
        """Another one whenever there is something new to show."""
        return self._stamp(await self.desk.stamp())

    def _stamp(self, kept: object) -> str:
        shown = (kept, [each.id for each in self.outbox.leaving], self.outbox.busy)
        return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]

    async def changes(self, seen: str) -> AsyncIterator[str]:
        """Server-sent events: one whenever something changed since the page with the stamp `seen` was made, by
        whomever; a comment now and then keeps it open."""
        news = asyncio.Event()
        self._watchers.add(news)
        try:
            yield "retry: 3000\n\n"
            while not self._closed:
                stamp = seen
                with suppress(StoreError):
                    stamp = await self.stamp()
                yield "data: changed\n\n" if stamp != seen else ": still here\n\n"
                seen = stamp
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK):
                        await news.wait()
                news.clear()
        finally:
            self._watchers.discard(news)


def _here(request: Request) -> str:
    """The path with its query, without what was said, for coming back."""
    query = "&".join(part for part in request.url.query.split("&") if part and not part.startswith("said="))
    return request.url.path + (f"?{query}" if query else "")
