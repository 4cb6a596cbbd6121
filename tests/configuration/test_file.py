"""The file itself: where it is, whether it changed, and what is said where it can't be read at all."""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy import config
from proxy.configuration import keys
from proxy.errors import ConfigError
from tests.configuration.material import ACCOUNT, Load, only_fault


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


# What it holds, and files that can't be read at all


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ACCOUNT.replace("\n", "\r\n").encode())
    assert config.load(path).accounts


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
    with pytest.raises(ConfigError, match=r"no configuration at .*`tactful setup`"):
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
