"""The example: it loads, names every key with words above it, and shows the defaults."""

from __future__ import annotations

import re
import socket
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from checks.model import DEFAULT_LEVELS, MISTAKES
from checks.rules import RULES
from proxy import config
from proxy.config import Config
from proxy.configuration import keys

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


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


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
