"""doctor at the provider's servers: a wrong password, a certificate, folders, the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from proxy.setup import examine_servers
from proxy.setup.doctor import Result
from tests.e2e.client import mail
from tests.e2e.mailbox import Mailbox
from tests.setup.case import Case, of, one, wrong
from tests.setup.conftest import Provider


def tried(case: Case, provider: Provider, **more: Any) -> list[Result]:
    account = {
        "username": provider.address,
        "smtp": {"host": "localhost", "port": provider.postfix.submissions, "security": "tls"},
        "imap": {"host": "localhost", "port": provider.dovecot.tls_port, "security": "tls"},
    }
    case.account(**account | more)
    return case.doctor()


@pytest.mark.dovecot
@pytest.mark.postfix
def test_a_wrong_password(case: Case, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TACTFUL_MAIL_PASSWORD", "canary-of-a-wrong-password")
    found = tried(case, provider)
    assert wrong(found) == ["upstream", "mailbox"]
    assert "refused the login" in one(found, "upstream").message
    assert "canary" not in str(found)


@pytest.mark.dovecot
@pytest.mark.postfix
def test_a_certificate_that_nobody_vouches_for(case: Case, provider: Provider) -> None:
    outside = replace(case.world.outside(), context=None)
    case.world.outside = lambda: outside  # type: ignore[method-assign]
    found = tried(case, provider)
    assert wrong(found) == ["upstream", "mailbox"]
    assert "could not prove" in one(found, "upstream").message
    assert "could not prove" in one(found, "mailbox").message


@pytest.mark.dovecot
@pytest.mark.postfix
def test_a_certificate_that_ends_soon(case: Case, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine_servers, "SOON", timedelta(days=500_000))
    found = tried(case, provider)
    assert of(found, "upstream", "mailbox") == [
        ("upstream", "ok"),
        ("upstream", "look"),
        ("mailbox", "ok"),
        ("mailbox", "look"),
    ]


@pytest.mark.dovecot
@pytest.mark.postfix
def test_a_clock_that_is_slow(case: Case, provider: Provider) -> None:
    case.world.now = lambda: datetime.now(UTC) - timedelta(hours=1)
    assert one(tried(case, provider), "clock").state == "wrong"


@pytest.mark.dovecot
@pytest.mark.postfix
def test_folders_that_are_not_there(case: Case, provider: Provider) -> None:
    other = Mailbox(provider.dovecot.port, provider.dovecot.user())
    other.put("INBOX", mail("Hello"))
    found = tried(
        case,
        provider,
        username=other.user,
        imap={"host": "localhost", "port": provider.dovecot.tls_port, "security": "tls"},
    )
    folders = [each for each in found if each.check == "folders"]
    assert [each.state for each in folders] == ["look", "look"]
    case.account(imap={"host": "localhost", "port": provider.dovecot.tls_port, "security": "tls", "sent": "Nowhere"})
    assert 'no folder "Nowhere"' in one(case.doctor(), "mailbox").message
