"""Who may log in, and what EHLO offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from proxy.accounts import Accounts, fingerprint
from proxy.errors import CredentialError, StoreError
from proxy.model import Capabilities
from proxy.smtp.protocol import DEFAULT_SIZE, Offered
from tests.proxy.house import SAM, another, broken, house

PASSWORD = "canary-pa55word"
RICH = Capabilities((("SIZE", "5000"), ("8BITMIME", ""), ("SMTPUTF8", ""), ("DSN", "")))
POOR = Capabilities((("SIZE", "0"), ("8BITMIME", "")))


async def accounts(folder: Path, *names: str) -> Accounts:
    async with house(folder) as home:
        way = replace(home.accounts.ways[SAM], login=fingerprint(PASSWORD))
        return replace(home.accounts, ways=dict.fromkeys(names or (SAM,), way))


@pytest.mark.parametrize(
    ("username", "password", "welcome"),
    [
        (SAM, PASSWORD, True),
        ("SAM@Example.ORG ", PASSWORD, True),
        (SAM, "", False),
        (SAM, PASSWORD + "x", False),
        ("", "", False),
        ("kim@example.org", PASSWORD, False),
        (SAM, "p\udc80ss", False),
    ],
)
async def test_login(tmp_path: Path, username: str, password: str, welcome: bool) -> None:
    way = (await accounts(tmp_path)).login(username, password)
    assert (way is not None) == welcome
    assert PASSWORD not in repr(way)


async def test_a_password_that_can_t_be_had_is_nobody_s_fault(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        with pytest.raises(CredentialError):
            home.intake.login(SAM, PASSWORD)


@pytest.mark.parametrize(
    ("known", "offered"),
    [
        ({}, Offered(False, False, False, DEFAULT_SIZE)),
        ({"a": RICH}, Offered(False, False, False, 5000)),
        ({"a": RICH, "b": RICH}, Offered(True, True, True, 5000)),
        ({"a": RICH, "b": POOR}, Offered(True, False, False, 5000)),
        ({"a": POOR, "b": POOR}, Offered(True, False, False, DEFAULT_SIZE)),
    ],
)
async def test_what_every_upstream_offers_is_offered(
    tmp_path: Path, known: Mapping[str, Capabilities], offered: Offered
) -> None:
    assert (await accounts(tmp_path, "a", "b")).offered(known) == offered


async def test_what_was_offered_last_is_known_when_starting_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as home:
        assert home.intake.offered() == Offered(False, False, False, DEFAULT_SIZE)
        assert (await home.send()).code == 250
        now = Offered(True, True, True, 100_000_000)
        assert home.intake.offered() == now
        await home.upstream.stop()
        async with another(home, tmp_path) as later:
            assert later.intake.offered() == now


async def test_a_store_that_can_t_remember_it_keeps_no_mail_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as home:
        monkeypatch.setattr(home.store.control, "remember_upstream", broken)
        with pytest.raises(StoreError):
            home.store.control.remember_upstream(SAM, RICH, home.now)
        assert (await home.send()).code == 250
