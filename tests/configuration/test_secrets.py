"""No secret is ever shown, whatever is wrong with the line that it stands in."""

from __future__ import annotations

import pytest

from proxy.errors import ConfigError
from tests.configuration.material import ACCOUNT, Load

CANARY = "hunter2-canary"

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
