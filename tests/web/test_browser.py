"""The page in a real Chromium: each page and action, by pointer and by keys alone, narrow and wide, light and dark."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Route, expect

from checks.model import Contact, Finding
from proxy.digest.words import STATE_IN_WORDS
from tests.imap.client import Place
from tests.proxy.house import DAY, HOUR, JO, NOW
from tests.web.chromium import Looking, looking
from tests.web.rig import SLIP, THANKS, Rig, mail, rig

expect.set_options(timeout=60_000)  # a busy machine is no fault of the page
pytestmark = [pytest.mark.chromium, pytest.mark.timeout(300)]

SOON = Finding(
    "frequency", "frequency.too-soon", "hold", "You wrote on Friday.", "Let it rest.", "history", recruiter=JO,
    next_allowed=NOW + 3 * DAY,
)  # fmt: skip
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
MUTE = "Send, and don't mention this again"
SIZES = [(360, False), (360, True), (1400, False), (1400, True)]
KEPT: dict[str, Literal["held", "snoozed", "rejected", "unknown", "released"]] = {
    "Second thoughts": "snoozed",
    "Sent back": "rejected",
    "Who knows": "unknown",
    "Long ago": "released",
}


def furnish(page: Rig) -> str:
    """A store with some of everything; the ID of a message with much to show."""
    page.house.now = NOW - 9 * DAY
    page.house.keep(mail(), subject="Still here", findings=(THANKS,))
    page.house.now = NOW
    for subject, state in KEPT.items():
        page.house.keep(mail(), subject=subject, state=state, findings=(THANKS,))
    log = page.house.store.contacts.log
    for days, kind, direction in ((30, "meeting", "both"), (20, "call", "out"), (9, "call", "in"), (2, "text", "out")):
        log(Contact(NOW - days * DAY, kind, direction, JO))  # type: ignore[arg-type]
    log(Contact(NOW - DAY, "call", "both", "careers@elsewhere.example"))
    return page.house.keep(mail(), subject=f"A {EVIL} subject", findings=(SLIP, THANKS, SOON))


@pytest.mark.parametrize(("width", "dark"), SIZES)
async def test_every_page_can_be_used_by_everybody(tmp_path: Path, width: int, dark: bool) -> None:
    async with rig(tmp_path, undo=600) as page:
        id_ = furnish(page)
        async with looking(page, width=width, dark=dark) as who:
            paths = {
                "waiting": "/",
                "letter": f"/message/{id_}",
                "fix": f"/message/{id_}/fix",
                "before": "/before?words=a",
                "recruiters": "/recruiters?suggest=1&test=jo@acme.example",
                "recruiter": f"/recruiters/one?address={JO}",
                "overview": "/overview",
                "settings": "/settings",
            }
            for name, path in paths.items():
                await who.goto(path)
                for each in await who.page.locator("main details").all():
                    await each.locator("summary").click()
                await who.look(f"{name}-{width}-{'dark' if dark else 'light'}")
            await who.goto(f"/message/{id_}")
            await who.page.get_by_role("button", name="Send now").click()
            await expect(who.page.get_by_role("button", name="Undo")).to_be_visible()
            await who.look(f"leaving-{width}-{'dark' if dark else 'light'}")


async def press(who: Looking, name: str, *, keys: bool) -> None:
    if keys:
        await who.tab_to(name)
        await who.press("Enter")
    else:
        await who.page.get_by_role("button", name=name, exact=True).first.click()


@pytest.mark.parametrize(("keys", "width", "dark"), [(False, 360, True), (True, 360, False), (True, 1400, True)])
async def test_every_action_on_one_message(tmp_path: Path, place: Place, keys: bool, width: int, dark: bool) -> None:
    async with rig(tmp_path, mailbox=place, undo=0.2) as page:
        keep = page.house.keep
        acts = {
            "Send when due": (keep(mail(), findings=(SOON,), message_id="<1@x>"), "held", "snoozed"),
            "Back to Drafts": (keep(mail(), findings=(THANKS,), message_id="<2@x>"), "held", "drafted"),
            "Don't send": (keep(mail(), findings=(THANKS,), message_id="<3@x>"), "held", "discarded"),
            "Send now": (keep(mail(), findings=(THANKS,), message_id="<4@x>"), "held", "released"),
            "Send, and don't mention this again": (
                keep(mail(), findings=(THANKS,), message_id="<9@x>"),
                "held",
                "released",
            ),
            "It was sent": (keep(mail(), state="unknown", message_id="<5@x>"), "unknown", "released"),
            "Send it again": (keep(mail(), state="unknown", message_id="<6@x>"), "unknown", "released"),
            "Leave it": (keep(mail(), state="unknown", message_id="<7@x>"), "unknown", "discarded"),
        }
        async with looking(page, width=width, dark=dark) as who:
            for name, (id_, state, becomes) in acts.items():
                assert page.house.find(id_).state == state
                await who.goto(f"/message/{id_}")
                await press(who, name, keys=keys)
                words = STATE_IN_WORDS[becomes]  # type: ignore[index]
                await expect(who.page.locator(".heading")).to_contain_text(words)
                assert page.house.find(id_).state == becomes, name
            fixed = keep(mail(), findings=(SLIP,), message_id="<8@x>")
            await who.goto(f"/message/{fixed}")
            if keys:
                await who.tab_to("Fix these and send")
                await who.press("Enter")
            else:
                await who.page.get_by_role("link", name="Fix these and send").click()
            await expect(who.page.get_by_role("heading", name="Before and after")).to_be_visible()
            await press(who, "Fix this and send", keys=keys)
            await expect(who.page.locator(".heading")).to_contain_text("It was sent")
            assert b"definitely worth it" in page.house.upstream.messages[-1].content
            for name, kind in (("We spoke", "call"), ("I left a message", "call"), ("We met", "meeting")):
                await who.goto(f"/recruiters/one?address={JO}")
                shown = f"{name} ({JO})"
                if keys:
                    await who.tab_to(shown)
                    await who.press("Enter")
                else:
                    await who.page.get_by_role("button", name=shown).click()
                await expect(who.page.locator(".said")).to_contain_text("Noted")
                assert page.house.store.contacts.history(JO, page.house.now).contacts[-1].kind in (
                    kind,
                    "mail",
                    "meeting",
                )
            for name in ("Pause 15 minutes", "End the pause", "Pause 2 hours"):
                await press(who, name, keys=keys)
                await expect(who.page.locator(".said")).to_be_visible()
            assert page.house.store.control.paused_until(NOW) == NOW + 2 * HOUR
            await press(who, "Sign out", keys=keys)
            await expect(who.page.get_by_role("heading", name="The page is closed here")).to_be_visible()
            assert who.complaints == []


async def test_a_list_by_keys_alone(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        ids = []
        for number in range(4):
            page.house.now = NOW - number * HOUR
            ids.append(page.house.keep(mail(), subject=f"number {number}", findings=(THANKS,)))
        page.house.now = NOW
        async with looking(page, width=360) as who:
            await who.press("Tab")
            assert await who.focused() == "Skip to the page"
            await who.press("Enter")
            await who.press("Tab", "Tab")
            assert await who.focused() == "number 0"
            await who.press("ArrowDown", "ArrowDown")
            assert await who.focused() == "number 2"
            await who.press("ArrowUp", "Shift+Tab", "Space", "ArrowDown", "Space")
            assert await who.page.locator(".pick:checked").count() == 2
            await who.tab_to("Don't send")
            await who.press("Enter")
            await expect(who.page.locator(".said p")).to_have_count(2)
            assert [page.house.find(id_).state for id_ in ids] == ["held", "discarded", "discarded", "held"]
            await who.tab_to("number 3")
            await who.press("Enter")
            await expect(who.page.get_by_role("heading", name="Hello")).to_be_visible()


async def test_mark_all_and_take_all_back(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=600) as page:
        ids = [page.house.keep(mail(), subject="Hello", findings=(THANKS,), message_id=f"<{n}@x>") for n in range(3)]
        async with looking(page) as who:
            await who.page.get_by_role("button", name="Mark all").click()
            await who.page.get_by_role("button", name="Send now").click()
            undo = who.page.get_by_role("button", name="Undo")
            for left in (3, 2, 1):
                await expect(undo).to_have_count(left)
                await undo.first.click()
            await expect(undo).to_have_count(0)
            assert [page.house.find(id_).state for id_ in ids] == ["held"] * 3
            assert page.outbox.leaving == ()


async def test_it_works_without_scripts(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=600) as page:
        id_ = page.house.keep(mail(), subject="Hello", findings=(THANKS,))
        async with looking(page, java_script_enabled=False) as who:
            await who.page.get_by_role("link", name="Hello").click()
            await who.page.get_by_role("button", name="Send now").click()
            await who.page.get_by_role("button", name="Undo").click()
            await expect(who.page.locator(".said")).to_contain_text("It was not sent")
            await who.goto("/")
            await who.page.locator(".pick").check()
            await who.page.get_by_role("button", name="Don't send").click()
            await expect(who.page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
            assert page.house.find(id_).state == "discarded"


async def test_news_come_by_themselves_and_disturb_nobody(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.keep(mail(), subject="first", findings=(THANKS,))
        async with looking(page) as who:
            page.house.keep(mail(), subject="second", findings=(THANKS,))
            await expect(who.page.get_by_role("link", name="second")).to_be_visible()
            await expect(who.page.get_by_role("heading", level=1)).to_have_text("2 mails wait for your word")
            await who.page.locator(".pick").first.check()
            page.house.keep(mail(), subject="third", findings=(THANKS,))
            news = who.page.get_by_role("button", name="Something changed. Show it")
            await expect(news).to_be_visible()
            assert await who.page.locator(".pick:checked").count() == 1
            await news.click()
            await expect(who.page.get_by_role("link", name="third")).to_be_visible()


TELLING = """
window.EventSource = class extends EventSource {
  constructor(address) {
    super(address);
    this.addEventListener("message", () => setTimeout(() => console.log("told")));
  }
};
"""


async def held_up(who: Looking) -> tuple[asyncio.Event, asyncio.Event]:
    """From now on the script's looks at the first page wait: (one is asked for, go on)."""
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def wait(route: Route) -> None:
        if route.request.resource_type == "fetch":
            answer = await route.fetch()
            asked.set()
            await go_on.wait()
            await route.fulfill(response=answer)
        else:
            await route.continue_()

    await who.page.route(f"{who.rig.address}/", wait)
    return asked, go_on


async def test_news_that_come_while_others_are_shown_are_shown_too(tmp_path: Path) -> None:
    async with rig(tmp_path) as page, looking(page) as who:
        await who.page.add_init_script(TELLING)
        await who.goto("/")
        asked, go_on = await held_up(who)
        page.house.keep(mail(), subject="first", findings=(THANKS,))
        await asked.wait()  # the answer without the second is on its way
        async with who.page.expect_console_message(lambda line: line.text == "told"):
            page.house.keep(mail(), subject="second", findings=(THANKS,))
        go_on.set()
        await expect(who.page.get_by_role("link", name="second")).to_be_visible()


async def test_news_disturb_no_click_and_no_mark_that_is_being_made(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.keep(mail(), subject="first", findings=(THANKS,))
        async with looking(page) as who:
            asked, go_on = await held_up(who)
            page.house.keep(mail(), subject="second", findings=(THANKS,))
            await asked.wait()
            await who.page.get_by_role("link", name="first").hover()
            await who.page.mouse.down()
            async with who.page.expect_response(f"{page.address}/"):
                go_on.set()
            await who.page.mouse.up()
            await expect(who.page.get_by_role("heading", level=1)).to_have_text("Hello")

            await who.goto("/")
            go_on.clear()
            asked.clear()
            page.house.keep(mail(), subject="third", findings=(THANKS,))
            await asked.wait()
            await who.page.locator(".pick").first.check()
            go_on.set()
            await expect(who.page.get_by_role("button", name="Something changed. Show it")).to_be_visible()
            assert await who.page.locator(".pick:checked").count() == 1


async def test_the_seconds_pass_and_then_it_says_sent(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=1.5) as page:
        id_ = page.house.keep(mail(), subject="Hello", findings=(THANKS,))
        async with looking(page) as who:
            await who.goto(f"/message/{id_}")
            await who.page.get_by_role("button", name="Send now").click()
            await expect(who.page.get_by_role("button", name="Undo")).to_be_visible()
            await expect(who.page.locator(".heading")).to_contain_text("It was sent")
            await expect(who.page.get_by_role("button", name="Undo")).to_have_count(0)


async def test_script_in_a_message_runs_nowhere(tmp_path: Path) -> None:
    content = mail(f"{EVIL}\r\ndefinately", Subject=EVIL, To=f'"{EVIL.replace(chr(34), "")}" <jo@acme.example>')
    finding = replace(SLIP, message=EVIL, advice=EVIL, start=len(EVIL) + 1, end=len(EVIL) + 11)
    async with rig(tmp_path) as page:
        id_ = page.house.keep(content, subject=EVIL, findings=(finding,), outcome=EVIL)
        async with looking(page) as who:
            for path in ("/", f"/message/{id_}", f"/message/{id_}/fix", "/before", f"/message/{id_}/source"):
                await who.goto(path)
                assert await who.page.locator("img[src=x]").count() == 0
            assert who.complaints == []


async def elsewhere(body: str) -> tuple[asyncio.Server, int]:
    """Another site on this machine, with one page."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        text = body.encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n")
        writer.write(f"Content-Length: {len(text)}\r\n\r\n".encode() + text)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def test_no_other_site_can_frame_it_or_post_to_it(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(), subject="Canary", findings=(THANKS,))
        async with looking(page) as who:
            form = await who.page.locator('input[name="csrf"]').first.get_attribute("value")
            body = (
                f'<iframe src="{page.address}/"></iframe>'
                f'<form method="post" action="{page.address}/do"><input name="csrf" value="{form}">'
                f'<input name="do" value="discard"><input name="pick" value="{id_}:held"><button>Win</button></form>'
            )
            server, port = await elsewhere(body)
            async with server:
                # One is of another site altogether, one differs in its port alone: there the cookie is sent.
                for host in ("localhost", "127.0.0.1"):
                    await who.page.goto(f"http://{host}:{port}/")
                    framed = who.page.frames[1]
                    assert "Canary" not in await framed.content()
                    await who.page.get_by_role("button", name="Win").click()
                    await who.page.wait_for_url(f"{page.address}/do")
                    assert "Canary" not in await who.page.content()
            assert page.house.find(id_).state == "held"


@pytest.mark.parametrize(("keys", "width"), [(False, 360), (True, 1400)])
async def test_an_offer_is_noted_and_taken_back(tmp_path: Path, keys: bool, width: int) -> None:
    async with rig(tmp_path) as page:
        id_ = furnish(page)
        async with looking(page, width=width) as who:
            await who.goto(f"/message/{id_}")
            await press(who, f"They have offered me the job ({JO})", keys=keys)
            await expect(who.page.locator(".said").first).to_contain_text("made you an offer")
            await who.look(f"offered-{width}")
            assert [each.entry for each in page.house.store.control.stages()] == ["acme.example"]
            await press(who, "Undo what is noted of acme.example", keys=keys)
            await expect(who.page.locator(".said").first).to_contain_text("counts as it did before")
            assert page.house.store.control.stages() == []


async def test_a_narrow_timeline_shows_today_first(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        furnish(page)
        async with looking(page, width=360) as who:
            await who.goto(f"/recruiters/one?address={JO}")
            today = await who.page.get_by_text("today", exact=True).bounding_box()
            assert today is not None
            assert 0 <= today["x"] <= today["x"] + today["width"] <= 360
