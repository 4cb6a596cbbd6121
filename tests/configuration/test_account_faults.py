"""What can be wrong with accounts: each alone, and what two of them can't share."""

from __future__ import annotations

import re

import pytest

from tests.configuration.material import ACCOUNT, Load, faults, only_fault

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
