"""Rows made ready for training: the sheet that the encoder reads, its labels, and which words carry them.

Where twins differ in a mistake, the words that differ carry it: pieces there are taught that they do, all others that
they don't. Elsewhere any piece of new text may. That there are no thanks is said of no word; so in the place of
`thanks` pieces are taught to carry gratitude, of which labels speak only in follow-ups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.reader.encoder import KINDS, LABELLED
from checks.reader.sheet import sheets
from checks.reader.wordpiece import Vocabulary
from checks.text import new_text
from training.corpus import Row, differs, families

OF_WHOLE = LABELLED.index("thanks")


@dataclass(frozen=True, slots=True)
class Example:
    """`labels`: 0 or 1 a mistake. `kind`: index in KINDS, -1 where unknown. `new`: which pieces are new text.
    `carriers`: for a mistake (index), the pieces that carry it; no entry where any piece of new text may.
    `gratitude`: 1 or 0 in a follow-up, -1 where labels don't tell."""

    row: Row
    ids: tuple[int, ...]
    types: tuple[int, ...]
    new: tuple[bool, ...]
    labels: tuple[int, ...]
    kind: int
    carriers: Mapping[int, tuple[bool, ...]]
    gratitude: int = -1


FOLLOW_UPS = ("follow-up", "thank-you")


def examples(rows: Sequence[Row], vocabulary: Vocabulary) -> list[Example]:
    """One example a row; of a long message only its first sheet."""
    every = families(rows)
    return [_example(row, every[row.family], vocabulary) for row in rows]


def _example(row: Row, family: Sequence[Row], vocabulary: Vocabulary) -> Example:
    sheet = sheets(row.message, new_text(row.message.body), vocabulary)[0]
    carriers: dict[int, tuple[bool, ...]] = {}
    gratitude = _gratitude(row)
    for number, mistake in enumerate(LABELLED):
        if number == OF_WHOLE:
            if gratitude != 1:
                continue
            stretches = _carrying(row, [twin for twin in family if _gratitude(twin) == 0])
        elif mistake in row.labels:
            stretches = _carrying(row, [twin for twin in family if mistake not in twin.labels])
        else:
            continue
        marks = tuple(any(start < last and first < end for first, last in stretches) for start, end in sheet.places)
        if any(marks):
            carriers[number] = marks
    return Example(
        row,
        sheet.ids,
        sheet.types,
        tuple(start >= 0 for start, _ in sheet.places),
        tuple(int(mistake in row.labels) for mistake in LABELLED),
        KINDS.index(row.kind) if row.kind in KINDS else -1,
        carriers,
        gratitude,
    )


def _gratitude(row: Row) -> int:
    if "thanks" in row.labels:
        return 0
    return 1 if row.kind in FOLLOW_UPS else -1


def _carrying(row: Row, twins: Sequence[Row]) -> list[tuple[int, int]]:
    """The words that the twin most like it has not."""
    others = [differs(row.message.body, twin.message.body) for twin in twins]
    others = [stretches for stretches in others if stretches]
    return min(others, key=lambda stretches: sum(end - start for start, end in stretches), default=[])
