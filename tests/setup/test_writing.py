"""What setup writes is what tactful reads; the file is whole, private, and the former one is kept."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy import config as configuration
from proxy.errors import ConfigError, TactfulError
from proxy.setup import file
from proxy.setup.writing import text, toml
from tests.setup.rig import NOW

DAY = date(2026, 3, 10)
ACCOUNT = {
    "address": "sam@mail.example",
    "smtp": {"host": "smtp.mail.example", "port": 465, "security": "tls"},
    "password": {"keyring": True},
}
TABLES: dict[str, Any] = {"accounts": [ACCOUNT], "recruiters": {"domains": ["acme.example"]}}
WRITTEN = text(TABLES, DAY)

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
values: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | words | st.times().map(lambda t: t.replace(tzinfo=None, fold=0)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(
        words.filter(lambda name: name != "accounts"), st.dictionaries(words, values, max_size=3), max_size=3
    )
)
def test_any_table_comes_back_as_it_was(tables: dict[str, Any]) -> None:
    assert tomllib.loads(text(tables, DAY)) == tables


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (465, "465"),
        ('a"b\\c\nd\x7fé', '"a\\"b\\\\c\\nd\\u007fé"'),
        ([], "[]"),
        ({}, "{}"),
        ({"host": "a", "a.b": [1, {"c": "d"}]}, '{ host = "a", "a.b" = [1, { c = "d" }] }'),
        (time(8, 30), "08:30:00"),
    ],
)
def test_values(value: object, written: str) -> None:
    assert toml(value) == written


def test_what_toml_does_not_have() -> None:
    with pytest.raises(TypeError):
        toml(None)


def test_every_part_is_explained() -> None:
    assert WRITTEN.startswith("# The configuration of tactful, written by `tactful setup` on 2026-03-10.")
    assert WRITTEN.count("# ") >= 6
    assert all(len(line) <= 120 for line in WRITTEN.splitlines())


def private(path: Path) -> bool:
    return os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    config, backup = file.write(path, WRITTEN, NOW)
    assert (config.path, backup) == (path, None)
    assert configuration.load(path).accounts == config.accounts
    assert private(path)
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


def test_the_former_one_is_kept_however_often(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("first", "utf-8")
    _, one = file.write(path, WRITTEN, NOW)
    _, two = file.write(path, WRITTEN, NOW)
    assert one is not None
    assert two is not None
    assert one.read_text("utf-8") == "first"
    assert two.read_text("utf-8") == WRITTEN
    assert private(one)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles"
    real.mkdir()
    path = tmp_path / "config.toml"
    try:
        path.symlink_to(real / "tactful.toml")
    except OSError:
        pytest.skip("this system lets nobody make links")
    file.write(path, WRITTEN, NOW)
    assert path.is_symlink()
    assert (real / "tactful.toml").read_text("utf-8") == WRITTEN


def _refused(path: Path) -> None:
    with pytest.raises(ConfigError):
        file.write(path, "accounts = []", NOW)


def _in_a_file(path: Path) -> None:
    with pytest.raises(TactfulError) as caught:
        file.write(path / "config.toml", WRITTEN, NOW)
    assert "can't be written" in caught.value.what


@pytest.mark.parametrize("fails", [_refused, _in_a_file])
def test_what_fails_leaves_everything_as_it_was(tmp_path: Path, fails: Callable[[Path], None]) -> None:
    path = tmp_path / "config.toml"
    path.write_text("first", "utf-8")
    fails(path)
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("config.toml", "first")]


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    path.write_text("first", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TactfulError) as caught:
        file.write(path, WRITTEN, NOW)
    assert "No space left" in caught.value.what
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("config.toml", "first")]


# What is read of an earlier one


def test_nothing_there(tmp_path: Path) -> None:
    assert file.read(tmp_path / "config.toml") == file.Former()


def test_one_that_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(WRITTEN, "utf-8")
    former = file.read(path)
    assert former.config is not None
    assert former.tables == TABLES


@pytest.mark.parametrize("content", [b"[", b"accounts = []", b"\xff\xfe", b""])
def test_one_that_can_not(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    former = file.read(path)
    assert former.exists
    assert former.config is None
    assert former.fault is not None
