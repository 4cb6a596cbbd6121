"""The page of a real `tactful run`, from another process: the link, a send that leaves, a restart, another address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import Tactful
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.web.rig import token

SAM = "sam@example.org"


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with Upstream({SAM: PASSWORD}) as server:
        yield server


def tactful_at(folder: Path, upstream: Upstream, web: str = "127.0.0.1:0") -> Tactful:
    listen = {"smtp": ["127.0.0.1:0"], "web": web}
    # Two seconds in which a send may be taken back are long enough to look.
    return Tactful(folder, smtp=upstream.port, listen=listen, patch={"proxy.outbox.UNDO": 2})


@contextmanager
def opened(tactful: Tactful) -> Iterator[httpx.Client]:
    said = tactful.cli("web").only
    assert said["link"].startswith(f"{said['address']}/login?token=")
    headers = {"Origin": said["address"]}
    with httpx.Client(base_url=said["address"], trust_env=False, timeout=30, headers=headers) as browser:
        assert browser.post("/login", data={"token": said["link"].partition("=")[2]}).status_code == 303
        yield browser


def test_a_link_from_another_process_and_a_send_that_leaves(tmp_path: Path, upstream: Upstream) -> None:
    with tactful_at(tmp_path, upstream) as tactful:
        sent = send(tactful, mail("Dear Jo,\n\nIs there any news? I was interviewed on Thursday."), "jo@acme.example")
        with opened(tactful) as browser:
            seen = browser.get("/")
            assert "One mail waits" in seen.text
            fields = {"csrf": token(seen), "back": "/", "do": "send", "pick": f"{sent.id}:held"}
            assert "About to leave" in browser.post("/do", data=fields, follow_redirects=True).text
            tactful.until(rf"action id={sent.id} action=release state=released")
            assert tactful.cli("show", sent.id).only["state"] == "released"


def test_what_may_be_taken_back_is_still_there_after_kill_9(tmp_path: Path, upstream: Upstream) -> None:
    tactful = tactful_at(tmp_path, upstream)
    tactful.start()
    try:
        sent = send(tactful, mail("Dear Jo,\n\nIs there any news? I was interviewed on Thursday."), "jo@acme.example")
        with opened(tactful) as browser:
            seen = browser.get("/")
            fields = {"csrf": token(seen), "back": "/", "do": "send", "pick": f"{sent.id}:held"}
            browser.post("/do", data=fields)
            tactful.kill9()
        assert tactful.cli("show", sent.id).only["state"] == "held"
        tactful.start()
        assert tactful.cli("held").only["id"] == sent.id
    finally:
        assert tactful.stop() == 0


def test_stopping_does_not_wait_for_open_pages(tmp_path: Path, upstream: Upstream) -> None:
    with tactful_at(tmp_path, upstream) as tactful:
        with opened(tactful) as browser, browser.stream("GET", "/changes") as stream:
            assert next(stream.iter_lines()) == "retry: 3000"
            assert tactful.stop() == 0
        tactful.start()


def test_no_page_no_link(tmp_path: Path, upstream: Upstream) -> None:
    tactful = tactful_at(tmp_path, upstream, web="")
    assert tactful.cli("web").status == 2
    tactful.write(listen={"smtp": ["127.0.0.1:0"], "web": "127.0.0.1:0"})
    not_running = tactful.cli("web")
    assert (not_running.status, not_running.only) == (1, {"address": None, "link": None})
    with tactful:
        said = tactful.cli("web", json=False)
        assert re.search(r"http://127\.0\.0\.1:\d+/login\?token=[\w-]{43}\n", said.out.decode())


def test_the_page_moves_with_the_configuration(tmp_path: Path, upstream: Upstream) -> None:
    with tactful_at(tmp_path, upstream) as tactful:
        before = tactful.cli("web").only["address"]
        tactful.write(listen={"smtp": ["127.0.0.1:0"], "web": "[::1]:0"})
        tactful.until(r"config-read")
        after = tactful.cli("web").only["address"]
        assert after.startswith("http://[::1]:")
        assert httpx.get(f"{after}/login?token=x", trust_env=False).status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(before, trust_env=False)


def test_a_port_that_is_taken_is_told(tmp_path: Path, upstream: Upstream) -> None:
    with tactful_at(tmp_path / "one", upstream) as first:
        place = first.cli("web").only["address"].removeprefix("http://")
        second = tactful_at(tmp_path / "two", upstream, web=place)
        done = second.cli("run")
        assert done.status == 3
        assert f"The page can't be shown at {place}" in done.lines[0]["error"]
