"""Notices on a real session bus: they come at once, and where there is no desktop nothing is disturbed."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx
import pytest

from proxy import desktop as module
from proxy.desktop import Desktop, words
from proxy.digest.thanks import Reminder, on_desktop
from proxy.store.interviews import Interview
from proxy.transit.keeping import Kept
from tests.e2e.client import mail, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.upstream import Upstream
from tests.proxy.house import DAY, JO, KIM, NOTE, NOW, THANKS
from tests.servers.desktop import Session, session

pytestmark = pytest.mark.desktop

KEPT = Kept("abcdefgh", "held", (JO,), (THANKS, NOTE))
SHOWN = (
    "tactful",
    f"Not sent yet: your mail to {JO}",
    "There is no thank-you in it. See: tactful show abcdefgh",
)


@dataclass
class Told:
    """A Desktop, and what was said of it."""

    wanted: bool = True
    page: bool = False
    clicks: list[str] = field(default_factory=list)
    click: asyncio.Event = field(default_factory=asyncio.Event)
    broken: bool = False
    said: list[str | None] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.desktop = Desktop(lambda: self.wanted, self._found, self._clicked, clickable=lambda: self.page)

    async def _found(self, fault: str | None) -> None:
        self.said.append(fault)
        self.news.set()

    async def _clicked(self, id_: str) -> None:
        self.clicks.append(id_)
        self.click.set()
        if self.broken:
            raise OSError("no browser")

    async def next(self) -> str | None:
        """What is said next."""
        await asyncio.wait_for(self.news.wait(), 30)
        self.news.clear()
        return self.said[-1]


@pytest.fixture
async def told() -> AsyncIterator[Told]:
    made = Told()
    yield made
    await made.desktop.close()


@pytest.fixture
async def bus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Session]:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own can be longer than a socket's path may be
        async with session(Path(folder)) as found:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
            yield found


@pytest.mark.parametrize(
    ("kept", "title", "text"),
    [
        (KEPT, SHOWN[1], SHOWN[2]),
        (
            replace(KEPT, people=(JO, KIM), findings=(THANKS, THANKS, replace(THANKS, mistake="sloppiness"))),
            f"Not sent yet: your mail to {JO} and {KIM}",
            "There is no thank-you in it; something in it looks unfinished or misspelt. See: tactful show abcdefgh",
        ),
        (replace(KEPT, findings=()), SHOWN[1], "It could not be checked. See: tactful show abcdefgh"),
        (
            Kept("abcdefgh", "unknown", (JO,)),
            f"May have been sent: your mail to {JO}",
            "Your server did not say. See: tactful show abcdefgh",
        ),
    ],
)
def test_what_it_says(kept: Kept, title: str, text: str) -> None:
    assert words(kept) == (title, text)


def test_no_word_of_the_message_is_in_it() -> None:
    canary = replace(THANKS, message="canary", advice="canary", excerpt="canary")
    assert "canary" not in " ".join(words(replace(KEPT, findings=(canary,))))


async def test_a_hold_is_shown_at_once(bus: Session, told: Told) -> None:
    service = await bus.service()
    told.desktop.tell(KEPT)
    assert await service.until(1) == [SHOWN]
    assert await told.next() == ""
    told.desktop.tell(replace(KEPT, id="hgfedcba"))
    assert [text for _, _, text in await service.until(2)][1].endswith("hgfedcba")
    assert told.said == [""]


async def test_thanks_that_are_missing_are_told_of_too(bus: Session, told: Told) -> None:
    service = await bus.service()
    met = Interview(1, "sam@example.org", "calendar", "one@acme", "", JO, "Jo Park", NOW - DAY, NOW - DAY)
    told.desktop.show(*on_desktop(Reminder((met,))))
    assert await service.until(1) == [
        (
            "tactful",
            "A thank-you for your interview? Jo Park",
            "I know of none since you met. Two sentences are enough, and they are read gladly.",
        )
    ]
    told.wanted = False
    told.desktop.show("Not", "this")
    told.wanted = True
    told.desktop.show("But", "this")
    assert [title for _, title, _ in await service.until(2)][1] == "But"


async def test_what_the_program_itself_shows_is_not_shown_again(bus: Session, told: Told) -> None:
    service = await bus.service()
    told.desktop.tell(replace(KEPT, state="rejected"))
    told.wanted = False
    told.desktop.tell(KEPT)
    told.wanted = True
    told.desktop.tell(KEPT)
    assert await service.until(1) == [SHOWN]


async def test_without_a_session_it_is_said_once(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    told.desktop.look()
    assert "no desktop session was found" in (await told.next() or "")
    for _ in range(50):
        told.desktop.tell(KEPT)
    await asyncio.gather(*told.desktop._tasks)
    assert len(told.said) == 1


async def test_a_desktop_that_comes_and_goes(bus: Session, told: Told) -> None:
    told.desktop.look()
    assert "no desktop session was found" in (await told.next() or "")  # a bus, and nobody who shows notices
    service = await bus.service()
    told.desktop.tell(KEPT)
    assert await service.until(1) == [SHOWN]
    assert await told.next() == ""
    await bus.end()
    told.desktop.tell(KEPT)
    assert await told.next()
    told.wanted = False
    told.desktop.look()
    assert await told.next() is None


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux's list of open files")
async def test_a_bus_without_a_desktop_costs_no_connection(bus: Session, told: Told) -> None:
    def connections() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    async def tell() -> int:
        told.desktop.tell(KEPT)
        await asyncio.gather(*told.desktop._tasks)
        await asyncio.sleep(0)  # the connection is closed by the loop
        return connections()

    first = await tell()
    assert [await tell() for _ in range(5)] == [first] * 5


async def test_a_desktop_that_hangs_delays_nobody(bus: Session, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    service = await bus.service()
    service.hang = asyncio.Event()
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    told.desktop.tell(KEPT)
    await asyncio.wait_for(service.asked.wait(), 30)
    assert await told.next() == "the desktop did not answer"
    service.hang.set()


async def test_a_click_leads_to_its_message(bus: Session, told: Told) -> None:
    service = await bus.service()
    told.page = told.broken = True
    told.desktop.tell(KEPT)
    told.desktop.tell(replace(KEPT, id="hgfedcba"))
    shown = await service.until(2)
    assert [text.partition(". ")[2] for _, _, text in shown] == [
        "Click to look at it, or: tactful show abcdefgh",
        "Click to look at it, or: tactful show hgfedcba",
    ]
    assert "http" not in str(shown)
    for number, id_ in ((2, "hgfedcba"), (1, "abcdefgh")):
        told.click.clear()
        service.click(number)
        await asyncio.wait_for(told.click.wait(), 30)
        assert told.clicks[-1] == id_
    assert told.said == [""]  # what a click meets disturbs nothing


@pytest.mark.parametrize(("page", "actions"), [(False, True), (True, False)])
async def test_no_word_of_clicks_where_they_lead_nowhere(bus: Session, told: Told, page: bool, actions: bool) -> None:
    service = await bus.service()
    service.actions, told.page = actions, page
    told.desktop.tell(KEPT)
    assert await service.until(1) == [SHOWN]
    service.click(1)
    told.desktop.tell(KEPT)
    await service.until(2)
    assert told.clicks == []


class OnDesktop(Tactful):
    """`tactful run` in a desktop session, or where there is none. Its browser writes where it is sent into a pipe."""

    address = ""

    @property
    def environment(self) -> dict[str, str]:
        browser = {"BROWSER": f"{self.folder}/browser %s"}
        return super().environment | browser | ({"DBUS_SESSION_BUS_ADDRESS": self.address} if self.address else {})

    def browser(self) -> Path:
        """Installs it; the pipe."""
        pipe, program = self.folder / "pipe", self.folder / "browser"
        os.mkfifo(pipe)
        program.write_text(f'#!/bin/sh\necho "$1" > {pipe}\n')
        program.chmod(0o700)
        return pipe


async def test_a_click_opens_the_message_in_the_browser_once(bus: Session, tmp_path: Path) -> None:
    service, web = await bus.service(), {"smtp": ["127.0.0.1:0"], "web": "127.0.0.1:0"}
    with Upstream() as upstream:
        tactful = OnDesktop(tmp_path, smtp=upstream.port, digest={"notify": ["desktop"]}, listen=web)
        tactful.address, pipe = bus.address, tactful.browser()
        await asyncio.to_thread(tactful.start)
        try:
            id_ = (await asyncio.to_thread(send, tactful, mail(LETTERS["sloppiness"]), "jo@acme.example")).id
            await service.until(1)
            opened = asyncio.create_task(asyncio.to_thread(pipe.read_text))
            while not opened.done():  # a click before the library knows its notice's number goes nowhere
                service.click(1)
                await asyncio.wait({opened}, timeout=10)
            link = opened.result().strip()
            address, _, query = link.partition("/login?")
            form = {"token": query.removeprefix("token=").partition("&")[0], "to": f"/message/{id_}"}
            assert query == f"token={form['token']}&to=/message/{id_}"
            async with httpx.AsyncClient(base_url=address, trust_env=False) as browser:
                assert f'name="to" value="/message/{id_}"' in (await browser.get(link)).text
                answer = await browser.post("/login", data=form, headers={"Origin": address}, follow_redirects=True)
                assert str(answer.url) == f"{address}/message/{id_}"
                assert "Worth a second look" in answer.text
                assert (await browser.post("/login", data=form, headers={"Origin": address})).status_code == 403
            shown = "".join(map(str, service.shown))
            assert form["token"] not in "".join(tactful.said) + shown
        finally:
            await asyncio.to_thread(tactful.stop)


async def test_the_whole_way(bus: Session, tmp_path: Path) -> None:
    service = await bus.service()

    def held(address: str) -> tuple[str, dict[str, object]]:
        with Upstream() as upstream:
            tactful = OnDesktop(tmp_path / (address and "desktop"), smtp=upstream.port, digest={"notify": ["desktop"]})
            tactful.address = address
            with tactful:
                tactful.until("desktop-notices")
                sent = send(tactful, mail(LETTERS["sloppiness"]), "jo@acme.example")
                return sent.id, tactful.cli("status").only

    id_, status = await asyncio.to_thread(held, bus.address)
    assert status["desktop_fault"] == ""
    assert await service.until(1) == [
        (
            "tactful",
            "Not sent yet: your mail to jo@acme.example",
            f"Something in it looks unfinished or misspelt. See: tactful show {id_}",
        )
    ]
    _, status = await asyncio.to_thread(held, "")
    assert "no desktop session was found" in str(status["desktop_fault"])
