"""A configuration file in; the settings, or everything that is wrong with it, out."""

from __future__ import annotations

import errno
import json
import os
import re
import socket
import tempfile
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from checks.model import DEFAULT_LEVELS, MISTAKES, Settings
from checks.rules import RULES
from proxy import config
from proxy.config import Account, Config, Mailbox, Place, SecretSource, Server
from proxy.configuration import keys
from proxy.errors import ConfigError, Fault

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
CANARY = "hunter2-canary"

ACCOUNT = """
[[accounts]]
address = "sam@example.org"
smtp = { host = "smtp.example.org", port = 465, security = "tls" }
imap = { host = "imap.example.org", port = 993, security = "tls" }
password = { keyring = true }
"""

Load = Callable[[str], Config]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes a configuration and loads it."""

    def written(text: str) -> Config:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return config.load(path)

    return written


def faults(load: Load, text: str) -> list[Fault]:
    """What is wrong with this configuration."""
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert caught.value.exit_code == 2
    assert all(fault.remedy for fault in caught.value.faults)
    return list(caught.value.faults)


def only_fault(load: Load, text: str) -> Fault:
    found = faults(load, text)
    assert len(found) == 1, found
    return found[0]


# What a good one gives


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
    _write_certificate(tmp_path)
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


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ACCOUNT.replace("\n", "\r\n").encode())
    assert config.load(path).accounts


def test_it_cannot_be_changed(load: Load) -> None:
    read = load(ACCOUNT)
    with pytest.raises(ValueError, match="frozen"):
        read.hold = read.hold


# The example


def _tables(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def _uncommented(text: str) -> str:
    """The example with the keys that it only shows set as well."""
    return re.sub(r"(?m)^# (?=[a-z_]+ = |\[\[)", "", text)


def _named(table: object) -> dict[str, Any]:
    if isinstance(table, list):
        return {name: below for one in table if isinstance(one, dict) for name, below in _named(one).items()}
    return {name: _named(value) for name, value in table.items()} if isinstance(table, dict) else {}


def test_the_example_loads_without_a_warning() -> None:
    lacking = [] if _has_ipv6() else ["listen.smtp [::1]:2525"]
    assert [warning.partition(": ")[0] for warning in config.load(EXAMPLE).warnings] == lacking


def test_the_example_names_every_key() -> None:
    shown = _named(_tables(_uncommented(EXAMPLE.read_text("utf-8"))))
    shown["checks"] = {"words": {}}
    shown["accounts"]["password"] = shown["accounts"]["client_password"] = {}
    known = {**keys.of_configuration()}
    accounts = {**known["accounts"], "password": {}, "client_password": {}}
    assert shown == {**known, "accounts": accounts, "listen": {**known["listen"], "smtp": {}}}


@pytest.mark.parametrize("key", ["keyring", "env", "file", "command", "at", "tls"])
def test_the_example_shows_the_keys_of_short_forms(key: str) -> None:
    assert f"{{ {key} = " in EXAMPLE.read_text("utf-8") or f", {key} = " in EXAMPLE.read_text("utf-8")


def test_the_example_shows_the_defaults() -> None:
    read = config.load(EXAMPLE)
    default = Config(accounts=read.accounts)
    for section in ("listen", "frequency", "hold", "history", "digest", "store"):
        assert getattr(read, section) == getattr(default, section), section
        assert set(_named(_tables(_uncommented(EXAMPLE.read_text("utf-8"))))[section]) == set(
            type(getattr(read, section)).model_fields
        )
    assert read.recruiters.applicant_tracking == default.recruiters.applicant_tracking
    assert read.accounts[0].username == read.accounts[0].address
    for rule in (*RULES, *DEFAULT_LEVELS):
        (mistake,) = (one for one in MISTAKES if rule.startswith(f"{one}."))
        assert read.settings().level(mistake, rule) == default.settings().level(mistake, rule)


def test_every_key_has_words_above_it() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    for before, line in pairwise(lines):
        if re.match(r'(# )?["a-z_.-]+ = ', line):
            assert before.startswith("# ") or re.match(r"\[", before) or line.startswith("social-media"), line


# What can be wrong: each alone

WRONG = [
    # sections and keys
    ("accuonts = 1", "accuonts", "Did you mean accounts?"),
    ('[recruters]\ndomains = ["acme.example"]', "recruters", "Did you mean recruiters?"),
    ('[recruiters]\ndomain = ["acme.example"]', "recruiters.domain", "Did you mean domains?"),
    ('[recruiters]\nexceptions = ["jo@acme.example"]', "recruiters.exceptions", "except"),
    ('path = "x"', "path", "take the line out|Take this line out|Did you mean"),
    ('[hold]\nkeep = "90 days"', "hold.keep", r"belongs into \[store\]"),
    ('[frequency]\nquiet = "sat"', "frequency.quiet", "Write hours and days"),
    ('[frequency]\nquiet = ["22:00"]', "frequency.quiet", "Write hours and days"),
    ('[frequency]\nquiet = ["25:00-07:00"]', "frequency.quiet", "Write a time of day"),
    ('[frequency]\nquiet = ["07:00-07:00"]', "frequency.quiet", "Write hours and days"),
    ("[[recruiters.people]]\naddresses = []", "recruiters.people[1].addresses", "Write at least one"),
    (
        '[[recruiters.people]]\naddresses = ["jo@acme.example", "SAM@example.org"]',
        "recruiters.people[1].addresses[2]",
        "your own address",
    ),
    ("[frequency]\ncompany = { turns = 3, witin = '2 days' }", "frequency.company.witin", "Did you mean within?"),
    ("[hold]\nmode = 1", "hold.mode", '"accept" or "reject"'),
    ('[hold]\nmode = "rejct"', "hold.mode", 'Did you mean "reject"?'),
    ('[hold]\nrenew_date = "yes"', "hold.renew_date", "true or false"),
    ("[hold]\nfolder = 7", "hold.folder", "in quotes"),
    ('[hold]\nfolder = "a\\nb"', "hold.folder", "line ends"),
    ("hold = 3", "hold", "heading"),
    # times
    ("[frequency]\ngaps = [4]", "frequency.gaps[1]", "a number and a unit"),
    ('[frequency]\ngaps = "4 hours"', "frequency.gaps", "list in square brackets"),
    ('[frequency]\ngaps = ["4 hours", "0 days"]', "frequency.gaps[2]", "longer than nothing"),
    ('[frequency]\ngaps = ["-4 hours"]', "frequency.gaps[1]", "a number and a unit"),
    ('[frequency]\ngaps = ["2 months"]', "frequency.gaps[1]", "days or weeks"),
    ('[frequency]\ngaps = ["400 days"]', "frequency.gaps[1]", "180 days"),
    ("[frequency]\ncompany = { turns = 0 }", "frequency.company.turns", "at least 1"),
    ("[frequency]\ncompany = { turns = 2.5 }", "frequency.company.turns", "whole number"),
    ("[frequency]\ncompany = { turns = true }", "frequency.company.turns", "whole number"),
    ('[frequency]\nurgent = "note"', "frequency.urgent", '"forward" or "hold"'),
    ('[history]\npoll = "soon"', "history.poll", "a number and a unit"),
    ('[history]\nmax_age = "1 minute"', "history.max_age", "not be shorter than poll"),
    ('[history]\npoll = "2 days"', "history.poll", "not be shorter than poll"),
    ('[digest]\nat = ["24:00"]', "digest.at[1]", "23:59"),
    ('[digest]\nat = ["8 o\'clock"]', "digest.at[1]", "23:59"),
    ("[digest]\nat = [8]", "digest.at[1]", "23:59"),
    ('[digest]\nnotify = ["deskop"]', "digest.notify[1]", 'Did you mean "desktop"?'),
    ('[thanks]\nremind = "tomorrow"', "thanks.remind", "a number and a unit"),
    ("[thanks]\nremind = 20", "thanks.remind", "in quotes"),
    ("[thanks]\nremind = false", "thanks.remind", "in quotes"),
    ('[thanks]\ndraft = "yes"', "thanks.draft", "true or false"),
    ('[store]\nkeep = "1 hour"', "store.keep", "1 day"),
    ('[store]\nurl = "mysql://localhost/x"', "store.url", "postgresql"),
    ('[store]\nurl = "/home/sam/mail.db"', "store.url", "sqlite"),
    ('[store]\nurl = "postgresql://[sam"', "store.url", "postgresql"),
    # checks
    ('[checks]\nsocial-medai = "off"', "checks.social-medai", "Did you mean social-media?"),
    ('[checks]\nsocial_media = "off"', "checks.social_media", "Did you mean social-media?"),
    ('[checks]\nfun = "off"', "checks.fun", "The checks are: frequency, "),
    ('[checks]\n"sloppiness.redability" = "off"', 'checks."sloppiness.redability"', "mean sloppiness.readability?"),
    ('[checks]\nsloppiness.readability = "off"', "checks.sloppiness", 'quotes: "sloppiness.readability"'),
    ('[checks]\nthanks = "hlod"', "checks.thanks", 'Did you mean "hold"?'),
    ("[checks]\nthanks = false", "checks.thanks", '"off"'),
    ("[checks]\nthanks = []", "checks.thanks", '"off"'),
    ('[checks]\nlevels = "off"', "checks.levels", "no such check"),
    ('[checks]\nwords = "Kubernetes"', "checks.words", "list in square brackets"),
    ('[checks]\nwords = ["two words"]', "checks.words[1]", "single words"),
    ("checks = 1", "checks", "heading"),
    # recruiters
    ('[recruiters]\ndomains = ["gmail.com"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\ndomains = ["Yahoo.CO.UK"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\ndomains = ["*.gmx.net"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\nagencies = ["web.de"]', "recruiters.agencies[1]", "friends and family"),
    ('[recruiters]\ndomains = ["co.uk"]', "recruiters.domains[1]", "company's own"),
    ('[recruiters]\ndomains = ["acme"]', "recruiters.domains[1]", "period"),
    ('[recruiters]\ndomains = ["*"]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\ndomains = [""]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\ndomains = ["jo@acme.example"]', "recruiters.domains[1]", '"acme.example"'),
    ('[recruiters]\ndomains = ["https://acme.example/jobs"]', "recruiters.domains[1]", "after the @"),
    ('[recruiters]\ndomains = ["acme .example"]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\naddresses = ["acme.example"]', "recruiters.addresses[1]", "put it into domains"),
    ('[recruiters]\naddresses = ["jo@"]', "recruiters.addresses[1]", "one mail address"),
    ('[recruiters]\naddresses = ["jo@acme..example"]', "recruiters.addresses[1]", "one mail address"),
    ('[recruiters]\naddresses = ["Sam@Example.org"]', "recruiters.addresses[1]", "your own address"),
    (
        '[recruiters]\naddresses = ["jo@acme.example"]\nexcept = ["JO@acme.example"]',
        "recruiters.addresses[1]",
        r"recruiters.except\[1\]",
    ),
    (
        '[recruiters]\ndomains = ["hr.acme.example"]\nexcept = ["acme.example"]',
        "recruiters.domains[1]",
        "exceptions win",
    ),
    ('[recruiters]\napplicant_tracking = "no"', "recruiters.applicant_tracking", "true or false"),
    # listening
    ("[listen]\nsmtp = []", "listen.smtp", "at least one"),
    ('[listen]\nsmtp = "127.0.0.1:2525"', "listen.smtp", "list in square brackets"),
    ('[listen]\nsmtp = ["2525"]', "listen.smtp[1].at", '"127.0.0.1:2525"'),
    ('[listen]\nsmtp = ["::1:2525"]', "listen.smtp[1].at", r'"\[::1\]:2525"'),
    ('[listen]\nsmtp = ["127.0.0.1:99999"]', "listen.smtp[1].at", "65535"),
    ('[listen]\nsmtp = ["mail.example:25"]', "listen.smtp[1].at", "in numbers"),
    ('[listen]\nsmtp = [{ tls = "implicit" }]', "listen.smtp[1].at", "Write the address"),
    ('[listen]\nsmtp = [{ at = "127.0.0.1:1", tsl = "implicit" }]', "listen.smtp[1].tsl", "Did you mean tls?"),
    ('[listen]\nsmtp = ["0.0.0.0:2525"]', "listen.smtp[1]", "Others can reach"),
    ('[listen]\nsmtp = ["192.0.2.7:2525"]', "listen.smtp[1]", "Others can reach"),
    ('[listen]\nsmtp = [{ at = "127.0.0.1:2465", tls = "implicit" }]', "listen.smtp[1]", "needs a certificate"),
    ('[listen]\nsmtp = ["127.0.0.1:2525", "127.0.0.1:2525"]', "listen.smtp[2]", "listens there already"),
    ('[listen]\nweb = "127.0.0.1:2525"', "listen.web", "listens there already"),
    ('[listen]\nweb = "0.0.0.0:2580"', "listen.web", "this machine only"),
    ("[listen]\nweb = 2580", "listen.web", "in quotes"),
    ('[listen]\ntls = { certificate = "chain.pem" }', "listen.tls.key", "private key"),
    ('[listen]\ntls = { certificate = "", key = "key.pem" }', "listen.tls.certificate", "whole name"),
]


@pytest.mark.parametrize(("text", "key", "remedy"), WRONG)
def test_one_fault_and_its_remedy(load: Load, text: str, key: str, remedy: str) -> None:
    fault = only_fault(load, f"{text}\n{ACCOUNT}")
    assert fault.key == key
    assert re.search(remedy, fault.remedy), fault.remedy


GOOD_LINES = {
    "address": 'address = "sam@example.org"',
    "smtp": 'smtp = { host = "smtp.example.org", port = 465, security = "tls" }',
    "imap": 'imap = { host = "imap.example.org", port = 993, security = "tls" }',
    "password": "password = { keyring = true }",
}

WRONG_ACCOUNT = [
    ("address", "", "accounts[1].address", "your mail address"),
    ("address", 'address = "sam"', "accounts[1].address", "one mail address"),
    ("address", "address = 5", "accounts[1].address", "in quotes"),
    ("address", 'adress = "sam@example.org"', "accounts[1].adress", "Did you mean address?"),
    ("address", 'address = "sam@example.org"\naliases = "ann@example.org"', "accounts[1].aliases", "list"),
    ("address", 'address = "sam@example.org"\naliases = ["SAM@example.org"]', "accounts[1].aliases[1]", "same address"),
    ("smtp", "", "accounts[1].smtp", "the server that sends your mail"),
    ("smtp", 'smtp = "smtp.example.org"', "accounts[1].smtp", "table"),
    ("smtp", "smtp = { port = 465 }", "accounts[1].smtp.host", "server's name"),
    ("smtp", 'smtp = { host = "smtp.example.org:465" }', "accounts[1].smtp.host", "its port as port"),
    ("smtp", 'smtp = { host = "smtps://smtp.example.org" }', "accounts[1].smtp.host", "only the server's name"),
    ("smtp", 'smtp = { host = "smtp example" }', "accounts[1].smtp.host", "as your mail provider gives it"),
    ("smtp", 'smtp = { host = "" }', "accounts[1].smtp.host", "as your mail provider gives it"),
    ("smtp", 'smtp = { host = "smtp.example.org", port = "465" }', "accounts[1].smtp.port", "without quotes"),
    ("smtp", 'smtp = { host = "smtp.example.org", port = 0 }', "accounts[1].smtp.port", "at least 1"),
    ("smtp", 'smtp = { host = "smtp.example.org", port = 70000 }', "accounts[1].smtp.port", "at most 65535"),
    (
        "smtp",
        'smtp = { host = "smtp.example.org", security = "ssl" }',
        "accounts[1].smtp.security",
        '"tls", "starttls"',
    ),
    ("smtp", 'smtp = { host = "smtp.example.org", security = "none" }', "accounts[1].smtp.security", "on the way"),
    ("smtp", 'smtp = { host = "smtp.example.org", securty = "tls" }', "accounts[1].smtp.securty", "mean security?"),
    ("smtp", 'smtp = { host = "localhost", port = 2525 }', "accounts[1].smtp", "tactful itself"),
    ("smtp", 'smtp = { host = "127.0.0.2", port = 2525 }', "accounts[1].smtp", "tactful itself"),
    ("smtp", 'smtp = { host = "::1", port = 2525, security = "none" }', "accounts[1].smtp", "tactful itself"),
    ("imap", 'imap = { host = "imap.example.org", security = "none" }', "accounts[1].imap.security", "on the way"),
    ("imap", 'imap = { host = "imap.example.org", sent = 1 }', "accounts[1].imap.sent", "in quotes"),
    ("imap", 'imap = { host = "imap.example.org", send = "x" }', "accounts[1].imap.send", "Did you mean sent?"),
    ("password", "", "accounts[1].password", "where your mail password is found"),
    ("password", 'password = "hunter2"', "accounts[1].password", "never stands in this file"),
    ("password", "password = {}", "accounts[1].password", "exactly one place"),
    ("password", "password = { keyring = false }", "accounts[1].password", "exactly one place"),
    ("password", 'password = { keyring = true, env = "X" }', "accounts[1].password", "exactly one place"),
    ("password", 'password = { command = "pass mail" }', "accounts[1].password.command", "list"),
    ("password", "password = { command = [] }", "accounts[1].password.command", "as a list"),
    ("password", 'password = { env = "A=B" }', "accounts[1].password.env", "environment variable"),
    ("password", 'password = { file = "" }', "accounts[1].password.file", "whole name"),
    ("password", 'password = { comand = ["pass"] }', "accounts[1].password.comand", "Did you mean command?"),
]


@pytest.mark.parametrize(("name", "line", "key", "remedy"), WRONG_ACCOUNT)
def test_one_fault_of_an_account(load: Load, name: str, line: str, key: str, remedy: str) -> None:
    found = faults(load, "[[accounts]]\n" + "\n".join({**GOOD_LINES, name: line}.values()))
    assert [fault.key for fault in found if fault.remedy and re.search(remedy, fault.remedy)] == [key], found


@pytest.mark.parametrize("text", ["", "accounts = []", "[hold]\nmode = 'accept'"])
def test_without_an_account_the_example_is_named(load: Load, text: str) -> None:
    fault = only_fault(load, text)
    assert fault.key == "accounts"
    assert "config.example.toml" in fault.remedy


def test_one_pair_of_brackets_too_few(load: Load) -> None:
    assert "two brackets" in only_fault(load, ACCOUNT.replace("[[accounts]]", "[accounts]")).remedy


@pytest.mark.parametrize(
    ("second", "key"),
    [
        ('address = "SAM@example.org"', "accounts[2].address"),
        ('address = "ann@example.org"\naliases = ["sam@EXAMPLE.org"]', "accounts[2].aliases[1]"),
    ],
)
def test_two_accounts_cannot_share_an_address(load: Load, second: str, key: str) -> None:
    fault = only_fault(load, ACCOUNT + ACCOUNT.replace('address = "sam@example.org"', second))
    assert fault.key == key
    assert "accounts[1].address" in fault.remedy


def test_everything_is_reported_at_once_in_the_order_of_the_file(load: Load) -> None:
    found = faults(
        load,
        """
        [digest]
        at = ["25:00"]
        [[accounts]]
        address = "sam"
        smtp = { host = "127.0.0.1", port = 2525 }
        password = { keyring = true }
        [listen]
        smtp = ["0.0.0.0:2525", "nowhere"]
        tls = { certificate = "missing.pem", key = "missing.pem" }
        [checks]
        thanks = "never"
        [[accounts]]
        address = "Sam"
        smtp = { host = "smtp.example.org", security = "none" }
        password = "hunter2"
        [recruiters]
        domains = ["gmail.com"]
        addresses = ["jo@acme.example"]
        except = ["jo@acme.example"]
        """,
    )
    assert [fault.key for fault in found] == [
        "digest.at[1]",
        "accounts[1].address",
        "accounts[2].address",
        "accounts[2].smtp.security",
        "accounts[2].password",
        "accounts[1].smtp",
        "accounts[2].address",
        "listen.smtp[2].at",
        "listen.tls.certificate",
        "listen.tls.key",
        "checks.thanks",
        "recruiters.domains[1]",
        "recruiters.addresses[1]",
    ]
    assert [fault.value for fault in found[:3]] == ['"25:00"', '"sam"', '"Sam"']


def test_the_report_reads_well(load: Load, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(ACCOUNT + '[hold]\nmode = "rejct"\nkeep = "90 days"')
    assert str(caught.value) == (
        f"The configuration {tmp_path / 'config.toml'} can't be used. 2 things must be mended:\n"
        '  hold.mode = "rejct"\n'
        '      Write "accept" or "reject". Did you mean "reject"?\n'
        '  hold.keep = "90 days"\n'
        "      This key belongs into [store]."
    )


# Files that can't be read at all


@pytest.mark.parametrize(
    ("text", "key", "remedy"),
    [
        ("[hold]\nmode = reject", "line 2 (mode)", "quotes"),
        ("\n\nthis is no line", "line 3", "name = value"),
        ('folder = "C:\\mail"', "line 1 (folder)", "single quotes"),
        ("[hold]\n[hold]", "line 2", "twice"),
        ("[hold]\nmode = 'a'\nmode = 'b'", "line 3 (mode)", "twice"),
        ('[hold]\nmode = "accept', "line 2 (mode)", "closed"),
        ("mode = [1, 2", "line 1 (mode)", "closed"),
        ("mode = 2024-13-45", "line 1 (mode)", "quotes"),
        ("[hold", "line 1", "closed"),
    ],
)
def test_what_is_not_toml_is_said_with_its_line(load: Load, text: str, key: str, remedy: str) -> None:
    fault = only_fault(load, text)
    assert fault.key == key
    assert re.search(remedy, fault.remedy), fault.remedy


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"# \n# \xe9\n")
    with pytest.raises(ConfigError, match="not UTF-8") as caught:
        config.load(path)
    assert caught.value.faults[0].key == "line 2"


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no configuration at .*config\.example\.toml"):
        config.load(tmp_path / "config.toml")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        config.load(tmp_path)


@given(st.text(max_size=200) | st.sampled_from(["[", "a = ", '"', "[[", "=", "1", "\n"]).map(lambda piece: piece * 50))
def test_no_text_gives_another_error(text: str) -> None:
    _load_bytes(text.encode("utf-8", "surrogatepass"))


def _any_value(below: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(_names(keys.of_configuration())), below)


def _names(known: keys.Keys) -> list[str]:
    return sorted({*known, *(name for below in known.values() for name in _names(below)), "thanks", "nonsense"})


_scalars: st.SearchStrategy[object] = (
    st.booleans()
    | st.integers(-1, 70_000)
    | st.sampled_from(
        [2525, "127.0.0.1:2525", "[::1]:25", "localhost", "sam@example.org", "acme.example", "*.x.example"]
    )
    | st.sampled_from(["tls", "none", "implicit", "4 hours", "08:00", "hold", "gmail.com", "", "sqlite:///x"])
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=8)
)


@given(
    st.dictionaries(st.sampled_from(_names(keys.of_configuration())), st.recursive(_scalars, _any_value, max_leaves=8))
)
def test_no_tables_give_another_error(tables: dict[str, object]) -> None:
    _load_bytes("\n".join(f"{name} = {_toml(value)}" for name, value in tables.items()).encode())


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(below)}" for name, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _load_bytes(content: bytes) -> None:
    """Loads a file of these bytes; lets only ConfigError pass."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        path.write_bytes(content)
        with suppress(ConfigError):
            config.load(path)


# TLS files


def _write_certificate(folder: Path, name: str = "") -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("tactful.example")
    (folder / f"{name}chain.pem").write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
    (folder / f"{name}key.pem").write_bytes(certificate.private_key_pem.bytes())


TLS = '[listen]\ntls = { certificate = "chain.pem", key = "key.pem" }\n' + ACCOUNT


def test_certificate_and_key_that_belong_together(load: Load, tmp_path: Path) -> None:
    _write_certificate(tmp_path)
    assert load(TLS).listen.tls is not None


def test_missing_tls_files_are_both_named(load: Load) -> None:
    assert [fault.key for fault in faults(load, TLS)] == ["listen.tls.certificate", "listen.tls.key"]


def test_a_key_that_cannot_be_read(load: Load, tmp_path: Path) -> None:
    _write_certificate(tmp_path)
    (tmp_path / "key.pem").unlink()
    (tmp_path / "key.pem").mkdir()
    assert only_fault(load, TLS).key == "listen.tls.key"


def test_a_key_of_another_certificate(load: Load, tmp_path: Path) -> None:
    _write_certificate(tmp_path)
    _write_certificate(tmp_path, "other-")
    fault = only_fault(load, TLS.replace('"key.pem"', '"other-key.pem"'))
    assert fault.key == "listen.tls"
    assert "the certificate's" in fault.remedy


def test_a_file_that_is_no_certificate(load: Load, tmp_path: Path) -> None:
    _write_certificate(tmp_path)
    (tmp_path / "chain.pem").write_text("no certificate")
    assert only_fault(load, TLS).key == "listen.tls"


def test_with_tls_others_may_reach_it(load: Load, tmp_path: Path) -> None:
    _write_certificate(tmp_path)
    assert load(TLS.replace("[listen]", '[listen]\nsmtp = ["0.0.0.0:587"]')).listen.smtp[0].port == 587


# Warnings


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_an_address_that_this_machine_lacks_is_a_warning(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.socket

    def without_ipv6(family: int = socket.AF_INET, *rest: Any) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return real(family, *rest)

    monkeypatch.setattr(socket, "socket", without_ipv6)
    (warning,) = load(ACCOUNT).warnings
    assert warning == "listen.smtp [::1]:2525: this machine has no address ::1, so tactful does not listen there."


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("port = 465", "port = 587", 'smtp uses port 587 with security = "tls"'),
        ('993, security = "tls"', '993, security = "starttls"', 'imap uses port 993 with security = "starttls"'),
        ("imap = ", "# imap = ", "has no imap"),
        ("[[accounts]]", '[recruiters]\ndomains = ["example.org"]\n[[accounts]]', "add it to except"),
    ],
)
def test_what_is_probably_not_meant(load: Load, old: str, new: str, warning: str) -> None:
    found = [one for one in load(ACCOUNT.replace(old, new, 1)).warnings if not one.startswith("listen.")]
    assert len(found) == 1
    assert warning in found[0]


# No secret is ever shown

LEAKS = [
    'password = "CANARY"',
    "password = 'CANARY'\nusername = 5",
    'pasword = "CANARY"',
    'pass = "CANARY"',
    'secret = { value = "CANARY" }',
    'password = { keyring = "CANARY" }',
    'password = { value = "CANARY" }',
    'password = { env = ["CANARY"] }',
    'password = { env = "CANARY=" }',
    'password = { command = "echo CANARY" }',
    'password = { command = ["echo", "CANARY", 5] }',
    'password = { file = "CANARY\\u0000" }',
    'password = ["CANARY"]',
    "password = CANARY",
    'password = "CANARY',
    "password = { keyring = CANARY }",
    "CANARY",
    "[CANARY",
    'client_password = "CANARY"',
    'smtp = "smtps://sam:CANARY@smtp.example.org"',
    'smtp = "CANARY"',
    'smtp = { host = "sam:CANARY@smtp.example.org" }',
    'smtp = { host = "smtp.example.org", password = "CANARY" }',
    'smtp = { host = "smtp.example.org", pw = "CANARY" }',
    'imap = ["CANARY"]',
    'token = "CANARY"',
    '[store]\nurl = "postgresql://sam:CANARY@localhost/tactful"',
    '[store]\nurl = "postgresql://localhost/tactful?password=CANARY"',
    '[store]\nurl = "mysql://sam:CANARY@localhost/tactful"',
    '[store]\npassword = "CANARY"',
    '[hold]\npassword = "CANARY"',
]


@pytest.mark.parametrize("line", [*LEAKS, *(f"{line}\n[hold]\nmode = 'x'" for line in LEAKS[:3])])
def test_no_error_shows_what_may_be_a_secret(load: Load, line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(f'[[accounts]]\naddress = "sam@example.org"\n{line}'.replace("CANARY", CANARY))
    _assert_hidden(caught.value)


@pytest.mark.parametrize("line", LEAKS[:18])
def test_nor_at_the_top_of_the_file(load: Load, line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(line.replace("CANARY", CANARY))
    _assert_hidden(caught.value)


def _assert_hidden(error: BaseException) -> None:
    seen: BaseException | None = error
    while seen is not None:
        assert CANARY not in f"{seen!s} {seen!r} {getattr(seen, 'faults', '')}"
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)


def test_no_model_shows_the_arguments_of_a_command(load: Load) -> None:
    read = load(ACCOUNT.replace("{ keyring = true }", f'{{ command = ["echo", "{CANARY}"] }}'))
    assert read.accounts[0].password.command == ("echo", CANARY)
    assert CANARY not in f"{read!r} {read} {read.accounts[0]!r} {read.accounts[0].password}"


# Where the file is, and whether it changed


def test_where_the_file_is(tmp_path: Path) -> None:
    assert config.locate("a.toml", {"TACTFUL_CONFIG": "b.toml"}) == Path("a.toml")
    assert config.locate(None, {"TACTFUL_CONFIG": "b.toml"}) == Path("b.toml")
    assert config.locate("~/a.toml", {}) == Path.home() / "a.toml"
    assert config.locate(None, {"TACTFUL_CONFIG": ""}).parts[-2:] == ("tactful", "config.toml")


def test_where_the_store_is(load: Load) -> None:
    assert config.store_url(load(ACCOUNT)) == f"sqlite:///{config.state_folder() / 'tactful.db'}"
    url = "postgresql+psycopg://sam@localhost/tactful"
    assert config.store_url(load(f'{ACCOUNT}[store]\nurl = "{url}"')) == url


def test_a_change_of_the_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert config.changed(path, None) is None
    path.write_text("a")
    first = config.changed(path, None)
    assert first is not None
    assert config.changed(path, first) == first
    path.write_text("ab")
    second = config.changed(path, first)
    assert second != first
    new = tmp_path / "new.toml"
    new.write_text("cd")
    status = path.stat()
    os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
    new.replace(path)
    third = config.changed(path, second)
    assert third != second
    path.unlink()
    assert config.changed(path, third) == third
