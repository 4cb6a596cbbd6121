"""A text cut into pieces, each with the findings whose words it belongs to. Pure.

The pieces together are the text, to the letter; a finding that points beyond it marks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checks.model import Finding


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number that it has on the page, from 1."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text and the numbers of the findings that mark it; `ends`: of those that end with it."""

    text: str
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def numbered(findings: Sequence[Finding]) -> list[Numbered]:
    """The findings as the page counts them."""
    return [Numbered(number, finding) for number, finding in enumerate(findings, 1)]


def marked(text: str, findings: Sequence[Numbered]) -> tuple[Piece, ...]:
    """The pieces of a text in which these findings point at words."""
    spans = [
        (each.finding.start, each.finding.end, each.number)
        for each in findings
        if each.finding.start is not None
        and each.finding.end is not None
        and 0 <= each.finding.start < each.finding.end <= len(text)
    ]
    cuts = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    return tuple(
        Piece(
            text[first:last],
            tuple(number for start, end, number in spans if start <= first and last <= end),
            tuple(number for _, end, number in spans if end == last),
        )
        for first, last in pairwise(cuts)
    )
