"""What other sites, other people on this machine and hostile messages try, and what comes of it: nothing."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from proxy.web import server
from tests.web.rig import SLIP, THANKS, Rig, mail, rig, token

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>"
RAW = re.compile(r"<script>alert|<img src=x")


def held(page: Rig) -> str:
    return page.house.keep(mail(), subject="Hello", findings=(SLIP, THANKS))


# Other names, other sites


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "127.0.0.1.evil.example:{port}",
        "",
    ],
)
async def test_another_name_gets_no_answer(tmp_path: Path, host: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        answer = await browser.get("/", headers={"Host": host.format(port=page.port)})
        assert answer.status_code == 421 if host else answer.status_code in (400, 421)
        assert "waits" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
async def test_its_own_names_do(tmp_path: Path, host: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.stranger()
        answer = await browser.get("/login?token=x", headers={"Host": host.format(port=page.port)})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1", "http://localhost:{port}", None]
)
async def test_a_post_from_another_site_does_nothing(tmp_path: Path, origin: str | None) -> None:
    async with rig(tmp_path) as page:
        id_, browser = held(page), await page.browser()
        form = token(await browser.get("/"))
        headers = {"Origin": origin.format(port=page.port)} if origin is not None else {}
        data = {"csrf": form, "do": "discard", "pick": f"{id_}:held"}
        assert (await browser.post("/do", data=data, headers=headers)).status_code == 403
        assert page.house.find(id_).state == "held"


async def test_a_form_without_this_visits_token_does_nothing(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser, other = held(page), await page.browser(), await page.browser()
        theirs = token(await other.get("/"))
        for form in ("", "0" * 64, theirs, "é"):
            data = {"csrf": form, "do": "discard", "pick": f"{id_}:held"}
            answer = await browser.post("/do", data=data, headers={"Origin": page.address})
            assert answer.status_code == 403
            assert "Nothing was done" in answer.text
        assert page.house.find(id_).state == "held"


async def test_looking_never_acts(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = held(page), await page.browser()
        form = token(await browser.get("/"))
        before = page.house.find(id_)
        for path in ("/do", "/undo", "/pause", "/recruiters/change", "/recruiters/log", "/recruiters/stage", "/logout"):
            query = f"?csrf={form}&do=discard&pick={id_}:held&minutes=15&entry=a@b.example&to=add&what=met"
            assert (await browser.get(path + query)).status_code == 405
        for path in ("/", f"/message/{id_}", f"/message/{id_}/fix", f"/message/{id_}/source", "/recruiters?suggest=1"):
            assert (await browser.get(path + ("&" if "?" in path else "?") + "do=discard")).status_code == 200
        assert page.house.find(id_) == before
        assert page.house.store.control.paused_until(page.house.now) is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_are_refused(tmp_path: Path, method: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        assert (await browser.request(method, "/do", headers={"Origin": page.address})).status_code == 405


async def test_every_answer_keeps_out_of_frames_and_caches(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser, stranger = held(page), await page.browser(), await page.stranger()
        paths = ["/", "/before", "/overview", "/settings", "/recruiters", f"/message/{id_}", f"/message/{id_}/source"]
        answers = [await browser.get(path) for path in (*paths, "/nothing", "/static/style.css", "/static/script.js")]
        answers += [await stranger.get(path) for path in ("/", "/login?token=x", "/nothing")]
        answers += [await stranger.get("/", headers={"Host": "evil.example"}), await stranger.request("PUT", "/")]
        for answer in answers:
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert "http" not in policy
            assert answer.headers["x-frame-options"] == "DENY"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "same-origin"
            assert answer.headers["cache-control"] == "no-store"
            assert "server" not in answer.headers


async def test_nothing_on_a_page_is_inline_or_from_elsewhere(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = held(page), await page.browser()
        for path in ("/", "/before", "/overview", "/settings", "/recruiters", f"/message/{id_}", f"/message/{id_}/fix"):
            text = (await browser.get(path)).text
            assert re.findall(r'(?:src|href|action)="(?!/|#|\?)[^"]*"', text) == [], path
            assert re.findall(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=", text) == [], path


# Hostile messages


async def test_script_in_a_message_is_text(tmp_path: Path) -> None:
    body = f"{SCRIPT}\r\n</div></article><form action=//evil.example>definately\r\n"
    finding = replace(
        SLIP, start=body.index("definately"), end=body.index("definately") + 10, message=SCRIPT, advice=SCRIPT
    )
    content = (
        "From: Sam <sam@example.org>\r\n"
        f'To: "{SCRIPT.replace(chr(34), "")}" <jo@acme.example>\r\n'
        f"Subject: {SCRIPT}\r\nX-Evil: {SCRIPT}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{body}\r\n"
        f'--b\r\nContent-Type: application/pdf; name="{SCRIPT.replace(chr(34), "")}.pdf"\r\n'
        f'Content-Disposition: attachment; filename="{SCRIPT.replace(chr(34), "")}.pdf"\r\n\r\nx\r\n--b--\r\n'
    ).encode()
    async with rig(tmp_path) as page:
        id_ = page.house.keep(content, subject=SCRIPT, findings=(finding,), outcome=SCRIPT)
        browser = await page.browser()
        for path in ("/", "/before", f"/before?words={SCRIPT}", f"/message/{id_}", f"/recruiters?test={SCRIPT}"):
            answer = await browser.get(path)
            assert answer.status_code == 200, path
            assert not RAW.search(answer.text), path
            assert "&lt;script&gt;alert(1)" in answer.text, path
        source = await browser.get(f"/message/{id_}/source")
        assert source.headers["content-type"] == "text/plain; charset=utf-8"
        assert source.content == content


async def test_html_is_shown_as_its_text(tmp_path: Path) -> None:
    content = mail(f"<p>Hello <b>Jo</b></p>{SCRIPT}<img src=http://evil.example/x>", Content_Type="text/html")
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(content, subject="Hello"), await page.browser()
        seen = (await browser.get(f"/message/{id_}")).text
        assert '<div class="text">Hello Jo' in seen
        assert "evil.example" not in seen.partition("Headers and source")[0]


async def test_words_that_turn_round_stay_in_their_place(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.keep(mail(), subject="exe\u202egpj.cv\u2066")
        browser = await page.browser()
        seen = (await browser.get("/")).text
        assert "\u202e" not in seen
        assert "\u2066" not in seen


# Paths and requests


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/style.css/..",
        "/message/../settings",
        "/message/%2e%2e/source",
        "/message/ABCDEFGH",
        "/message/abcdefg",
        "/message/a'%20or%201=1",
        "/message/%00",
        "//evil.example/",
        "/\\evil.example",
        "/do/",
    ],
)
async def test_tricks_with_paths_lead_nowhere(tmp_path: Path, path: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        head = await _raw(page.port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nCookie: {cookie}\r\n")
        assert re.match(r"HTTP/1\.1 (404|405|307|400)", head), head
        location = re.search(r"(?im)^location: (.*)$", head)
        assert location is None or location[1].startswith(f"http://127.0.0.1:{page.port}/")


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y", "javascript:1"]
)
async def test_no_way_back_leads_elsewhere(tmp_path: Path, back: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        data = {"csrf": token(await browser.get("/")), "minutes": "15", "back": back}
        answer = await browser.post("/pause", data=data, headers={"Origin": page.address})
        assert re.fullmatch(r"/\?said=[\w-]+", answer.headers["location"])


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y", "javascript:1", "", SCRIPT]
)
async def test_no_login_link_leads_elsewhere(tmp_path: Path, to: str) -> None:
    async with rig(tmp_path) as page:
        browser, link = await page.stranger(), page.link()
        shown = await browser.get("/login", params={"token": "x", "to": to})
        assert 'name="to" value="/"' in shown.text
        form = {"token": link[-43:], "to": to}
        answer = await browser.post("/login", data=form, headers={"Origin": page.address})
        assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        form = token(await browser.get("/"))
        answer = await browser.post("/do", data={"csrf": form, "x": "y" * 70_000}, headers={"Origin": page.address})
        assert answer.status_code == 413
        many = await browser.post("/do", content=b"a=b&" * 5000, headers={"Origin": page.address, "Content-Type": FORM})
        assert many.status_code == 400
        other = await browser.post("/do", json={"csrf": form}, headers={"Origin": page.address})
        assert other.status_code == 415
        head = await _raw(page.port, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nX: {'y' * 700_000}\r\n")
        assert head.startswith("HTTP/1.1 400") or head == ""


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "beginning",
    ["", "GET / HT", "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n",
     "POST /login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
     "Origin: http://127.0.0.1:{port}\r\nContent-Type: " + FORM + "\r\nContent-Length: 100\r\n\r\ntok"],
    ids=["nothing", "half a line", "half the headers", "half a form"],
)  # fmt: skip
async def test_a_slow_request_is_cut_off(tmp_path: Path, beginning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.2)
    async with rig(tmp_path) as page:
        reader, writer = await asyncio.open_connection("127.0.0.1", page.port)
        writer.write(beginning.format(port=page.port).encode())
        async with asyncio.timeout(30):
            with suppress(ConnectionResetError):
                assert await reader.read() == b""  # it is the page that ends it
        writer.close()
        browser = await page.browser()
        assert (await browser.get("/")).status_code == 200


async def test_a_long_answer_is_not_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.1)
    async with rig(tmp_path) as page:
        browser = await page.browser()
        async with browser.stream("GET", "/changes") as stream:
            lines = stream.aiter_lines()
            async with asyncio.timeout(30):
                while not (await anext(lines)).startswith(": still here"):
                    pass


async def test_no_word_of_an_error_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()

        def broken(*_: object) -> None:
            raise ValueError("canary")

        monkeypatch.setattr(page.desk, "waiting", broken)
        answer = await browser.get("/")
        assert answer.status_code == 500
        assert "canary" not in answer.text
        assert "Nothing was sent or lost by that" in answer.text


async def test_too_many_windows_are_told_so(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        streams = [browser.stream("GET", "/changes") for _ in range(20)]
        opened = [await stream.__aenter__() for stream in streams]
        lines = [await anext(each.aiter_lines()) for each in opened]
        assert set(lines) == {"retry: 3000"}
        assert (await browser.get("/changes")).status_code == 503
        for stream in streams:
            await stream.__aexit__(None, None, None)


async def _raw(port: int, head: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{head}Connection: close\r\n\r\n".encode())
        async with asyncio.timeout(30):
            return (await reader.read()).decode("latin-1")
    except ConnectionResetError:
        return ""
    finally:
        writer.close()
