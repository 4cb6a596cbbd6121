"""A real Chromium that looks at the page, and what is asked of every page in it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.servers.need import need
from tests.web.rig import Rig

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass
class Looking:
    """Somebody who looks: `page`, and what the browser complained of in it."""

    rig: Rig
    page: Page
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    async def goto(self, path: str) -> None:
        """Opens an address of the page."""
        await self.page.goto(self.rig.address + path)

    async def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def tab_to(self, name: str) -> None:
        """Goes on with Tab until what has this name has the focus."""
        for _ in range(80):
            await self.press("Tab")
            if name == await self.focused():
                return
        raise AssertionError(f"Tab never came to {name!r}")

    async def focused(self) -> str:
        """What has the focus, by its words."""
        text: str = await self.page.evaluate(
            "(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || "
            "document.activeElement.id || '').trim()"
        )
        return " ".join(text.split())

    async def look(self, name: str) -> None:
        """What every page has to keep: nothing serious by axe, nothing wider than the window, no complaint."""
        found = await Axe().run(self.page, options=RULES)
        serious = [
            f"{each['id']}: {[node['html'][:200] for node in each['nodes']]}"
            for each in found.response["violations"]
            if each["impact"] in ("serious", "critical")
        ]
        assert serious == [], name
        wider = await self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, name
        assert self.complaints == [], name
        folder = os.environ.get("TACTFUL_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            await self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Debian's, without a network but this machine's."""
    program = need("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def looking(rig: Rig, *, width: int = 1400, dark: bool = False, **more: Any) -> AsyncIterator[Looking]:
    """Somebody who used a login link. `more`: of Playwright's context (`java_script_enabled`)."""
    async with chromium() as browser:
        context = await browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            **more,
        )
        page = await context.new_page()
        who = Looking(rig, page, context)
        page.on("pageerror", lambda error: who.complaints.append(str(error)))
        page.on("console", lambda line: who.complaints.append(line.text) if line.type == "error" else None)
        page.on("dialog", lambda dialog: who.complaints.append(f"a dialog: {dialog.message}"))
        await page.goto(rig.link())
        if more.get("java_script_enabled") is False:
            await page.get_by_role("button", name="Open the page").click()
        await page.wait_for_url(f"{rig.address}/")
        yield who
