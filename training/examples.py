"""Rows made ready for training: the sheet that the encoder reads, its labels, and which words carry them.

Where twins differ in a mistake, the words that differ carry it: pieces there are taught that they do, all others that
they don't. Elsewhere any piece of new text may. `thanks` is said of the whole message, never of words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.occasions import Kind
from checks.reader.sheet import sheets
from checks.reader.wordpiece import Vocabulary
from checks.text import new_text
from training.corpus import LABELLED, Row, differs, families

KINDS: tuple[Kind, ...] = (
    "application", "follow-up", "thank-you", "answer", "scheduling", "logistics", "correction", "withdrawal",
    "acceptance", "complaint", "other",
)  # fmt: skip
"""The kinds of mail, in the order of the encoder's logits."""
OF_WHOLE = LABELLED.index("thanks")


@dataclass(frozen=True, slots=True)
class Example:
    """`labels`: 0 or 1 a mistake. `kind`: index in KINDS, -1 where unknown. `new`: which pieces are new text.
    `carriers`: for a mistake (index), the pieces that carry it; no entry where any piece of new text may."""

    row: Row
    ids: tuple[int, ...]
    types: tuple[int, ...]
    new: tuple[bool, ...]
    labels: tuple[int, ...]
    kind: int
    carriers: Mapping[int, tuple[bool, ...]]


def examples(rows: Sequence[Row], vocabulary: Vocabulary) -> list[Example]:
    """One example a row; of a long message only its first sheet."""
    every = families(rows)
    return [_example(row, every[row.family], vocabulary) for row in rows]


def _example(row: Row, family: Sequence[Row], vocabulary: Vocabulary) -> Example:
    sheet = sheets(row.message, new_text(row.message.body), vocabulary)[0]
    carriers: dict[int, tuple[bool, ...]] = {}
    for number, mistake in enumerate(LABELLED):
        if mistake not in row.labels or number == OF_WHOLE:
            continue
        stretches = _carrying(row, mistake, family)
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
    )


def _carrying(row: Row, mistake: str, family: Sequence[Row]) -> list[tuple[int, int]]:
    """The words that a twin without the mistake has not."""
    others = [differs(row.message.body, twin.message.body) for twin in family if mistake not in twin.labels]
    others = [stretches for stretches in others if stretches]
    return min(others, key=lambda stretches: sum(end - start for start, end in stretches), default=[])
