"""Requests as no browser sends them, and clients slow on purpose: nothing is done for them, and nobody waits."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from proxy.web import server
from tests.web.rig import SLIP, Rig, mail, rig, token


async def said(port: int, octets: str) -> str:
    """All that the page answers until it closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(octets.encode("latin-1"))
        async with asyncio.timeout(30):
            return (await reader.read()).decode("latin-1")
    finally:
        writer.close()


async def let_in(page: Rig) -> tuple[str, str]:
    """The cookie of somebody who was let in, and the token of their forms."""
    browser = await page.browser()
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    return cookie, token(await browser.get("/"))


@pytest.mark.parametrize(
    "head",
    [
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:{port}\r\n",
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.0\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}, evil.example\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example@127.0.0.1:{port}\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1.:{port}\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1:{port}\r\n",
        "GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: evil.example\r\n",
    ],
)
async def test_no_name_but_its_own_once(tmp_path: Path, head: str) -> None:
    async with rig(tmp_path) as page:
        page.house.keep(mail(), subject="Canary", findings=(SLIP,))
        cookie, _ = await let_in(page)
        answer = await said(page.port, f"{head.format(port=page.port)}Cookie: {cookie}\r\nConnection: close\r\n\r\n")
        assert answer.split(" ")[1] in ("400", "421"), answer
        assert "Canary" not in answer


@pytest.mark.parametrize(
    "lines",
    [
        "Origin: {own}\r\nOrigin: https://evil.example\r\n",
        "Origin: {own}, https://evil.example\r\n",
        "Referer: {own}/\r\n",
        "Origin: {own}\r\nTransfer-Encoding: chunked\r\n",
        "Origin: {own}\r\nContent-Length: 3\r\n",
    ],
    ids=["two origins", "a list of origins", "a referrer alone", "two lengths", "another length"],
)
async def test_no_action_by_an_odd_request(tmp_path: Path, lines: str) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(), findings=(SLIP,))
        cookie, form = await let_in(page)
        body = f"csrf={form}&do=discard&pick={id_}%3Aheld"
        head = (
            f"POST /do HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {cookie}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        )
        answer = await said(page.port, f"{head}{lines.format(own=page.address)}\r\n{body}")
        assert answer == "" or answer.split(" ")[1] in ("400", "403"), answer
        assert page.house.find(id_).state == "held"
        plain = await said(page.port, f"{head}Origin: {page.address}\r\n\r\n{body}")
        assert plain.split(" ")[1] == "303"
        assert page.house.find(id_).state == "discarded"


async def test_of_several_with_one_stolen_link_one_gets_in(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        thieves = [await page.stranger() for _ in range(6)]
        form, origin = {"token": page.link()[-43:]}, {"Origin": page.address}
        answers = await asyncio.gather(*(each.post("/login", data=form, headers=origin) for each in thieves))
        assert sorted(each.status_code for each in answers) == [303, 403, 403, 403, 403, 403]
        seen = [(await each.get("/")).status_code for each in thieves]
        assert sorted(seen) == [200, 403, 403, 403, 403, 403]


async def test_who_never_reads_delays_nobody(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail("x" * 76 + "\r\n" * 200_000), findings=(SLIP,))
        cookie, _ = await let_in(page)
        head = f"GET /message/{id_}/source HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {cookie}\r\n\r\n"
        lazy = [await asyncio.open_connection("127.0.0.1", page.port, limit=1024) for _ in range(10)]
        for _, writer in lazy:
            writer.write(head.encode())
        browser = await page.browser()
        for _ in range(3):
            assert (await browser.get("/")).status_code == 200
        for _, writer in lazy:
            writer.transport.abort()


async def test_so_many_connections_that_nobody_comes_in_end_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "PATIENCE", 1.0)
    async with rig(tmp_path) as page:
        hogs = [await asyncio.open_connection("127.0.0.1", page.port) for _ in range(server.MOST)]
        late = await said(page.port, f"GET /login HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nConnection: close\r\n\r\n")
        assert late == "" or late.split(" ")[1] in ("503", "403")
        for reader, writer in hogs:
            with suppress(ConnectionResetError):
                async with asyncio.timeout(30):
                    assert await reader.read() == b""
            writer.close()
        browser = await page.browser()
        assert (await browser.get("/")).status_code == 200
