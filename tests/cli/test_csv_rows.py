"""CSV that any spreadsheet reads, and none calculates with (RFC 4180)."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.cli.csv_rows import csv_rows


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('say "hello"', '"say ""hello"""'),
        ("two\nlines", '"two\nlines"'),
        (None, ""),
        (3, "3"),
        (True, "yes"),
        ("Größe 日本", "Größe 日本"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("\r=1", '"\'\r=1"'),
        ("＝1", "'＝1"),
        ("Re: =1", "Re: =1"),
        ("<1@example.org>", "<1@example.org>"),
    ],
)
def test_one_cell(value: Any, line: str) -> None:
    assert csv_rows(["about", "more"], [{"about": value, "more": 1}]).decode() == f"about,more\r\n{line},1\r\n"


def test_without_rows_there_is_the_head() -> None:
    assert csv_rows(["a", "b"], []) == b"a,b\r\n"


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_table_comes_back_and_no_cell_is_a_formula(cells: list[tuple[str, str]]) -> None:
    rows = [{"a": first, "b": second} for first, second in cells]
    text = csv_rows(["a", "b"], rows).decode()
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(read) == len(cells)
    for row, wanted in zip(read, cells, strict=True):
        for cell, value in zip(row, wanted, strict=True):
            plain = value.replace("\0", "").encode("utf-8", "replace").decode()
            assert cell in {plain, f"'{plain}"}
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
