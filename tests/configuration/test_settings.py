"""A good configuration in; the settings out, with a default for all that it leaves out."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from checks.model import Settings
from proxy.config import Account, Config, Mailbox, Place, SecretSource, Server
from tests.configuration.material import ACCOUNT, Load, write_certificate


def test_the_smallest_configuration_has_all_defaults(load: Load, tmp_path: Path) -> None:
    read = load(ACCOUNT)
    assert read == Config(accounts=read.accounts, path=tmp_path / "config.toml", warnings=read.warnings)
    assert [str(listener.at) for listener in read.listen.smtp] == ["127.0.0.1:2525", "[::1]:2525"]
    assert read.listen.web == Place("127.0.0.1", 2580)
    assert read.frequency.gaps == (timedelta(hours=4), timedelta(days=21))
    assert (read.frequency.company.turns, read.frequency.company.within) == (8, timedelta(days=14))
    assert (read.hold.mode, read.hold.on_error, read.hold.folder) == ("accept", "hold", "Held by tactful")
    assert (read.history.poll, read.history.max_age) == (timedelta(minutes=5), timedelta(hours=24))
    assert read.digest.at == (time(8), time(17))
    assert (read.store.url, read.store.keep) == ("", timedelta(days=90))
    assert read.recruiters.applicant_tracking


def test_an_account_is_read_whole(load: Load, tmp_path: Path) -> None:
    (account,) = load(
        """
        [[accounts]]
        address = "Sam@Example.org"
        aliases = ["s.lee@example.org"]
        smtp = { host = "smtp.example.org", port = 587, security = "starttls" }
        imap = { host = "127.0.0.1", port = 1143, security = "none", sent = "Gesendet", drafts = "Entwürfe" }
        username = "sam-lee"
        password = { file = "secret" }
        client_password = { command = ["pass", "tactful"] }
        """
    ).accounts
    assert account == Account(
        address="Sam@Example.org",
        aliases=("s.lee@example.org",),
        smtp=Server(host="smtp.example.org", port=587, security="starttls"),
        imap=Mailbox(host="127.0.0.1", port=1143, security="none", sent="Gesendet", drafts="Entwürfe"),
        username="sam-lee",
        password=SecretSource(file=tmp_path / "secret"),
        client_password=SecretSource(command=("pass", "tactful")),
    )
    assert account.own == {"sam@example.org", "s.lee@example.org"}


def test_what_an_account_leaves_out(load: Load) -> None:
    (account,) = load(
        '[[accounts]]\naddress = "sam@example.org"\nsmtp = { host = "smtp.example.org" }\npassword = { env = "X" }'
    ).accounts
    assert (account.username, account.imap, account.client_password) == ("sam@example.org", None, None)
    assert (account.smtp.port, account.smtp.security) == (465, "tls")


@pytest.mark.parametrize(("security", "smtp", "imap"), [("tls", 465, 993), ("starttls", 587, 143), ("none", 25, 143)])
def test_the_usual_ports(security: str, smtp: int, imap: int) -> None:
    reached = {"host": "localhost", "security": security}
    assert (Server.model_validate(reached).port, Mailbox.model_validate(reached).port) == (smtp, imap)


def test_listening_in_all_its_forms(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    listen = load(
        """
        [listen]
        smtp = [
            "127.0.0.1:2525", "[::1]:2525", "localhost:2526", "0.0.0.0:587",
            { at = "127.0.0.1:2465", tls = "implicit" },
        ]
        web = ""
        tls = { certificate = "chain.pem", key = "key.pem" }
        """
        + ACCOUNT
    ).listen
    assert [(one.host, one.port, one.tls, one.loopback) for one in listen.smtp] == [
        ("127.0.0.1", 2525, "starttls", True),
        ("::1", 2525, "starttls", True),
        ("localhost", 2526, "starttls", True),
        ("0.0.0.0", 587, "starttls", False),
        ("127.0.0.1", 2465, "implicit", True),
    ]
    assert listen.web is None
    assert listen.tls is not None
    assert (listen.tls.certificate, listen.tls.key) == (tmp_path / "chain.pem", tmp_path / "key.pem")


def test_recruiters_in_their_one_form(load: Load) -> None:
    rules = load(
        ACCOUNT
        + """
        [recruiters]
        domains = ["Acme.example", "*.BigCo.example", "bücher.example"]
        addresses = ["Jo@Smallfirm.example"]
        except = ["friend@acme.example", "press.acme.example"]
        agencies = ["placement.example"]
        applicant_tracking = false
        """
    ).recruiters
    assert rules.domains == ("acme.example", "*.bigco.example", "xn--bcher-kva.example")
    assert rules.addresses == ("jo@smallfirm.example",)
    assert rules.exceptions == ("friend@acme.example", "press.acme.example")
    assert (rules.agencies, rules.applicant_tracking) == (("placement.example",), False)


def test_what_the_checks_get(load: Load) -> None:
    settings = load(
        ACCOUNT
        + """
        [checks]
        negativity = "off"
        sloppiness = "note"
        "frequency.hasty" = "hold"
        words = ["Kubernetes"]
        [frequency]
        gaps = ["2 days"]
        urgent = "hold"
        """
    ).settings()
    assert settings == Settings(
        levels={"negativity": "off", "sloppiness": "note", "frequency.hasty": "hold"},
        gaps=(timedelta(days=2),),
        urgent="hold",
        words=frozenset({"kubernetes"}),
        own=frozenset({"sam@example.org"}),
    )


@pytest.mark.parametrize(
    ("written", "remind"), [('"20 hours"', timedelta(hours=20)), ('""', timedelta(0)), ("0", timedelta(0))]
)
def test_the_reminder_and_how_it_is_turned_off(load: Load, written: str, remind: timedelta) -> None:
    read = load(f"[thanks]\nremind = {written}\ndraft = true\n{ACCOUNT}")
    assert (read.thanks.remind, read.thanks.draft) == (remind, True)
    assert (load(ACCOUNT).thanks.remind, load(ACCOUNT).thanks.draft) == (timedelta(hours=20), False)


def test_a_check_that_is_off_takes_its_quiet_rules_along(load: Load) -> None:
    settings = load(ACCOUNT + '[checks]\nsloppiness = "off"').settings()
    assert settings.level("sloppiness", "sloppiness.readability") == "off"


@pytest.mark.parametrize("address", ["sam@example.org", "SAM@EXAMPLE.ORG"])
def test_an_account_is_found_by_its_address(load: Load, address: str) -> None:
    read = load(ACCOUNT)
    assert read.account(address) is read.accounts[0]
    assert read.account("ann@example.org") is None


def test_it_cannot_be_changed(load: Load) -> None:
    read = load(ACCOUNT)
    with pytest.raises(ValueError, match="frozen"):
        read.hold = read.hold
