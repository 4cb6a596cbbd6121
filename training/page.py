"""The part of docs/EVALUATION.md that is measured: written between two marker lines, compared with what was committed.

A section (`### held-out`) is a split. What differs from run to run (date and times) is one line, which isn't compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import unified_diff

START = "<!-- figures: written by `make eval ARGS=--write` -->"
END = "<!-- end of the figures -->"
MEASURED = "Measured on "
"""Begins the line that isn't compared."""
_SECTION = re.compile(r"^### (.+)$", re.MULTILINE)


def renewed(page: str, figures: str) -> str:
    """The page with `figures` between its markers. Raises ValueError where these are not there once, in order."""
    before, _, after = _cut(page)
    return f"{before}{START}\n\n{figures.strip()}\n\n{END}{after}"


def differences(page: str, figures: str) -> list[str]:
    """The lines (of a unified diff) in which `figures` differ from what the page says of the same splits."""
    _, committed, _ = _cut(page)
    names = _SECTION.findall(figures)
    before, now = _compared(committed, names), _compared(figures, names)
    return list(unified_diff(before, now, "committed", "measured", n=0, lineterm=""))


def missing(page: str, figures: str) -> list[str]:
    """The splits that the page tells of and `figures` don't."""
    _, committed, _ = _cut(page)
    return [name for name in _SECTION.findall(committed) if name not in _SECTION.findall(figures)]


def _cut(page: str) -> tuple[str, str, str]:
    before, start, rest = page.partition(START)
    figures, end, after = rest.partition(END)
    if not start or not end or START in rest or END in after:
        raise ValueError(f"the page needs these two lines, once each: {START} and {END}")
    return before, figures, after


def _compared(figures: str, names: Sequence[str]) -> list[str]:
    """The lines that are compared: those of the sections named, and what stands above them all. No empty ones."""
    kept, keep = [], True
    for line in figures.strip().splitlines():
        section = _SECTION.fullmatch(line)
        keep = section[1] in names if section else keep
        if keep and line and not line.startswith(MEASURED):
            kept.append(line)
    return kept
