"""The labelled mail in tests/corpus: rows, their twins, and what differs between twins.

A row is one message in the format of shared/corpus/GUIDE.md. Twins are rows of one family: ids that differ in their
last letter only ("w014a", "w014b"), or a note that begins "pair of ID" (or "twin of ID"); twins of twins belong too.
What kind of mail a row is stands in kinds.tsv beside the files (id, tab, kind).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from checks.model import MISTAKES, Attachment, Message, Person

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
LABELLED: tuple[str, ...] = tuple(mistake for mistake in MISTAKES if mistake != "frequency")
"""The six mistakes that are labelled, in their order."""

_PAIR = re.compile(r"(?:pair|twin) of (\w+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message. `family`: the same for all its twins (the least of their names, without a twin's letter).
    `kind`: what kind of mail it is, "" where nobody said. `file`: the name of its file, without ending."""

    id: str
    message: Message
    labels: frozenset[str]
    note: str
    family: str
    kind: str = ""
    file: str = ""


def read(*paths: Path) -> list[Row]:
    """The rows of these files, in their order. A twin may stand in another file than its twin.

    Raises ValueError, naming file and line, for what is no row of GUIDE.md's format.
    """
    rows = [row for path in paths for row in _rows(path)]
    names = _families([(row.id, row.note) for row in rows])
    return [replace(row, family=names[row.family]) for row in rows]


def split(name: str) -> list[Row]:
    """All rows of "train" or "held-out"."""
    return read(*sorted((CORPUS / name).glob("*.jsonl")))


def families(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by family, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.family, []).append(row)
    return found


def pairs(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Minimal pairs: twins that are labelled differently, each row once (the first two such of a family ...)."""
    for family in families(rows).values():
        left = list(family)
        while left:
            one = left.pop(0)
            other = next((row for row in left if row.labels != one.labels), None)
            if other is not None:
                left.remove(other)
                yield one, other


def differs(one: str, other: str) -> list[tuple[int, int]]:
    """The stretches of `one` (code points) that are not in `other`, both cut into words."""
    ours, theirs = (list(re.finditer(r"\S+", text)) for text in (one, other))
    matcher = SequenceMatcher(None, [word.group() for word in ours], [word.group() for word in theirs], autojunk=False)
    return [
        (ours[first].start(), ours[last - 1].end())
        for tag, first, last, _, _ in matcher.get_opcodes()
        if tag != "equal" and last > first
    ]


def _rows(path: Path) -> Iterator[Row]:
    """The rows of a file; their family is not yet joined with those of their twins."""
    kinds = _kinds(path.parent / "kinds.tsv")
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = _row(json.loads(line))
                yield replace(row, kind=kinds.get(row.id, ""), file=path.stem)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}, line {number} is no row of the corpus: {error!r}") from error


def _kinds(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return dict(line.split("\t") for line in path.read_text("utf-8").splitlines() if line)


def _row(row: dict[str, Any]) -> Row:
    message = Message(
        sender=Person(row["from_name"], row["from_addr"]),
        to=(Person(row["to_name"], row["to_addr"]),),
        subject=row["subject"],
        body=row["body"],
        attachments=tuple(Attachment(name, "application/octet-stream", 1) for name in row["attachments"]),
        in_reply_to="<x@y>" if row["reply"] else "",
    )
    unknown = set(row["labels"]) - set(LABELLED)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: no such label")
    return Row(row["id"], message, frozenset(row["labels"]), row["note"], _stem(row["id"]))


def _stem(name: str) -> str:
    """The id without a twin's letter."""
    return name[:-1] if re.fullmatch(r"\w*\d[a-z]", name) else name


def _families(rows: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The family of each stem among rows of (id, note): joined as far as notes join them, named after the least."""
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := joined.setdefault(name, name)) != name:
            name = above
        return name

    for name, note in rows:
        one = root(_stem(name))
        paired = _PAIR.match(note)
        other = root(_stem(paired[1])) if paired else one
        joined[max(one, other)] = min(one, other)
    return {stem: root(stem) for stem in list(joined)}
