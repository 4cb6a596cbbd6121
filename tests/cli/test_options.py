"""`--config` and `--json` stand wherever people write them."""

from __future__ import annotations

import pytest

from proxy.cli.main import COMMANDS, parser

WORDS = {
    "check": ["a.eml"],
    "show": ["abcd"],
    "release": ["abcd"],
    "snooze": ["abcd"],
    "draft": ["abcd"],
    "discard": ["abcd"],
    "log": ["call", "jo@acme.example"],
    "recruiters": ["list"],
    "forget": ["all"],
    "mutes": ["list"],
    "words": ["list"],
}
OPTIONS = ["--config", "mine.toml", "--json"]


@pytest.mark.parametrize("command", [name for name, *_ in COMMANDS])
def test_before_the_command_and_behind(command: str) -> None:
    words = WORDS.get(command, [])
    for line in ([*OPTIONS, command, *words], [command, *OPTIONS, *words], [command, *words, *OPTIONS]):
        read = parser().parse_args(line)
        assert (read.config, read.json) == ("mine.toml", True), line
    plain = parser().parse_args([command, *words])
    assert (plain.config, plain.json) == (None, False)


@pytest.mark.parametrize(
    "words", [["list"], ["add", "a@b.example"], ["remove", "b.example"], ["suggest"], ["test", "a@b.example"]]
)
def test_behind_what_recruiters_does(words: list[str]) -> None:
    read = parser().parse_args(["recruiters", *words, *OPTIONS])
    assert (read.config, read.json, read.what) == ("mine.toml", True, words[0])


def test_the_last_one_counts() -> None:
    assert parser().parse_args(["--config", "one.toml", "held", "--config", "two.toml"]).config == "two.toml"
