"""Rows as CSV (RFC 4180, UTF-8), for spreadsheets: what somebody else wrote is never taken for a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With one of these in front spreadsheets calculate, or ask a program to; the last are wide forms of the first (OWASP,
CSV injection)."""


def csv_rows(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """A head line and a line a row, each ended by CRLF; None is an empty cell, truth "yes" or "no".

    A text that a spreadsheet would take for a formula gets an apostrophe in front, which it shows as text.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) or text.startswith(_FORMULA) else text
