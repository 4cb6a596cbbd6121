"""Who is let in: with a fresh link, once; and nobody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.web.rig import mail, rig, token

PAGES = ("/", "/before", "/recruiters", "/recruiters/one?address=jo@acme.example", "/overview", "/settings", "/changes")
ACTIONS = ("/do", "/undo", "/pause", "/recruiters/change", "/recruiters/log", "/recruiters/stage", "/logout")


async def test_a_link_opens_the_page_once(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        link, first, second = page.link(), await page.stranger(), await page.stranger()
        shown = await first.get(link)
        assert "Welcome back" in shown.text
        used = await first.post("/login", data={"token": link[-43:]}, headers={"Origin": page.address})
        assert (used.status_code, used.headers["location"]) == (303, "/")
        assert "Nothing waits for you" in (await first.get("/")).text

        again = await second.post("/login", data={"token": link[-43:]}, headers={"Origin": page.address})
        assert again.status_code == 403
        assert "used up" in again.text
        assert "tactful web" in again.text
        assert (await second.get("/")).status_code == 403


async def test_looking_at_a_link_uses_nothing_up(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        link, browser = page.link(), await page.stranger()
        for _ in range(3):
            await browser.get(link)
        used = await browser.post("/login", data={"token": link[-43:]}, headers={"Origin": page.address})
        assert used.status_code == 303


@pytest.mark.parametrize("minutes", [10, 60])
async def test_a_link_grows_old(tmp_path: Path, minutes: int) -> None:
    async with rig(tmp_path) as page:
        link, browser = page.link(), await page.stranger()
        page.house.now += timedelta(minutes=minutes)
        used = await browser.post("/login", data={"token": link[-43:]}, headers={"Origin": page.address})
        assert used.status_code == 403


@pytest.mark.parametrize("guess", ["", "a", "login", "x" * 43, "x" * 5000, "%00", "'; DROP TABLE control; --"])
async def test_a_guess_opens_nothing(tmp_path: Path, guess: str) -> None:
    async with rig(tmp_path) as page:
        page.link()
        browser = await page.stranger()
        assert (
            await browser.post("/login", data={"token": guess}, headers={"Origin": page.address})
        ).status_code == 403
        browser.cookies.set(f"tactful-{page.port}", guess[:90].replace(";", "") or "x", domain="127.0.0.1")
        assert (await browser.get("/")).status_code == 403


async def test_the_cookie_is_for_this_page_alone(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.stranger()
        used = await browser.post("/login", data={"token": page.link()[-43:]}, headers={"Origin": page.address})
        name, _, rest = used.headers["set-cookie"].partition("=")
        assert name == f"tactful-{page.port}"
        assert {"HttpOnly", "Path=/", "SameSite=strict"} == {part.strip() for part in rest.split(";")[1:]}


async def test_a_session_ends_by_itself_and_by_signing_out(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        one, other = await page.browser(), await page.browser()
        cookie = dict(one.cookies)
        signed_out = await one.press("/logout", await one.get("/"))
        assert "The page is closed here" in signed_out.text
        thief = await page.stranger()
        thief.cookies.update(cookie)
        assert (await thief.get("/")).status_code == 403
        assert (await other.get("/")).status_code == 200
        page.house.now += timedelta(days=7)
        assert (await other.get("/")).status_code == 403


async def test_a_session_outlives_the_process(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        cookie = next(iter(dict(browser.cookies).values()))
    async with rig(tmp_path) as page:
        again = await page.stranger()
        again.cookies.set(f"tactful-{page.port}", cookie)
        assert (await again.get("/")).status_code == 200


async def test_a_stranger_sees_and_does_nothing(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(Subject="Canary subject"), subject="Canary subject")
        browser = await page.stranger()
        for path in (*PAGES, f"/message/{id_}", f"/message/{id_}/source", f"/message/{id_}/fix"):
            answer = await browser.get(path)
            assert answer.status_code == 403, path
            assert "anary" not in answer.text
            assert id_ not in answer.text.replace(f'href="/message/{id_}', "")
        for path in ACTIONS:
            answer = await browser.post(path, data={"pick": f"{id_}:held"}, headers={"Origin": page.address})
            assert answer.status_code == 403, path
        assert page.house.find(id_).state == "held"


async def test_the_store_holds_no_token(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        link, browser = page.link(), await page.browser()
        cookie = next(iter(dict(browser.cookies).values()))
        form = token(await browser.get("/"))
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    for secret in (link[-43:], cookie, form):
        assert secret.encode() not in written
