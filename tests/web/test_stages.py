"""How far things are with somebody: said on the page, seen in what is held, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proxy.house import DAY, JO, KIM, NOW
from tests.web.rig import THANKS, Browser, Rig, configuration, mail, rig

OFFERED = "They have offered me the job"


async def say(page: Rig, browser: Browser, stage: str, *, was: str = "", address: str = JO) -> str:
    seen = await browser.get(f"/recruiters/one?address={address}")
    fields = {"address": address, "stage": stage, "was": was, "back": f"/recruiters/one?address={address}"}
    return (await browser.press("/recruiters/stage", seen, **fields)).text


def noted(page: Rig) -> list[tuple[str, str]]:
    return [(each.entry, each.stage) for each in page.house.store.control.stages()]


async def test_an_offer_counts_for_the_whole_company_until_it_is_taken_back(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        shown = await browser.get(f"/message/{id_}")
        assert OFFERED in shown.text
        fields = {"address": JO, "stage": "offer", "was": "", "back": f"/message/{id_}"}
        said = (await browser.press("/recruiters/stage", shown, **fields)).text
        assert "Noted: acme.example made you an offer" in said
        assert OFFERED not in said
        assert noted(page) == [("acme.example", "offer")]
        recruiters = page.house.accounts.recruiters_with([], page.house.store.control.stages())
        assert recruiters.party(KIM).offered
        assert "acme.example counts as it did before" in await say(page, browser, "", was="offer")
        assert noted(page) == []
        assert page.house.find(id_).state == "held"


async def test_hired_and_back(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        await say(page, browser, "offer")
        said = await say(page, browser, "hired", was="offer")
        assert "hired you, congratulations" in said
        assert "Doesn&#39;t count as a recruiter" in said or "Doesn't count as a recruiter" in said
        assert "They have hired me" not in said
        assert noted(page) == [("acme.example", "hired")]
        assert OFFERED in await say(page, browser, "", was="hired")


@pytest.mark.parametrize(
    ("address", "entry"),
    [
        ("lee@placement.example", "lee@placement.example"),
        ("jo.park@gmail.com", "jo.park@gmail.com"),
        ("JO@Jobs.acme.example", "acme.example"),
    ],
    ids=["agency", "free mail", "subdomain"],
)
async def test_whom_it_counts_for(tmp_path: Path, address: str, entry: str) -> None:
    async with rig(tmp_path) as page:
        page.house.set(recruiters=configuration(has_mailbox=False).recruiters)
        await say(page, await page.browser(), "offer", address=address)
        assert noted(page) == [(entry, "offer")]


async def test_who_saw_something_else_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        page.house.store.control.set_stage("acme.example", "hired", NOW - DAY)
        assert "Not done: that they hired you is noted there meanwhile." in await say(page, browser, "offer")
        assert noted(page) == [("acme.example", "hired")]


@pytest.mark.parametrize(
    "fields", [{"address": "nobody"}, {"stage": "married"}, {"was": "married"}, {"address": ""}], ids=str
)
async def test_what_no_page_offers_is_refused(tmp_path: Path, fields: dict[str, str]) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        form = {"address": JO, "stage": "offer", "was": ""} | fields
        assert (await browser.press("/recruiters/stage", await browser.get("/"), **form)).status_code == 400
        assert (await browser.get("/recruiters/stage")).status_code == 405
        assert noted(page) == []
