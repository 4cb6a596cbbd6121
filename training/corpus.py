"""The labelled mail in tests/corpus: rows, their twins, and what differs between twins.

A row is one message in the format of shared/corpus/GUIDE.md. Twins are rows of one family: ids that differ in their last
letter only ("w014a", "w014b"), or a note that begins "pair of ID". What kind of mail a row is stands in kinds.tsv beside
the files (id, tab, kind).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from checks.model import MISTAKES, Attachment, Message, Person

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
LABELLED: tuple[str, ...] = tuple(mistake for mistake in MISTAKES if mistake != "frequency")
"""The six mistakes that are labelled, in their order."""

_PAIR = re.compile(r"(?:pair|twin) of (\w+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message. `family`: the same for all its twins. `kind`: what kind of mail it is, "" where nobody
    said."""

    id: str
    message: Message
    labels: frozenset[str]
    note: str
    family: str
    kind: str = ""


def read(path: Path) -> list[Row]:
    """The rows of one file, in its order."""
    kinds = _kinds(path.parent / "kinds.tsv")
    return [_row(json.loads(line), kinds) for line in path.read_text("utf-8").splitlines() if line.strip()]


def split(name: str) -> list[Row]:
    """All rows of "train" or "held-out"."""
    return [row for path in sorted((CORPUS / name).glob("*.jsonl")) for row in read(path)]


def families(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by family, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.family, []).append(row)
    return found


def pairs(rows: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Twins that are labelled differently, each row once: the first two such of a family, then the next."""
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
    words = [list(re.finditer(r"\S+", text)) for text in (one, other)]
    matcher = SequenceMatcher(None, *([word.group() for word in side] for side in words), autojunk=False)
    return [
        (words[0][first].start(), words[0][last - 1].end())
        for tag, first, last, _, _ in matcher.get_opcodes()
        if tag != "equal" and last > first
    ]


def _kinds(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line)
    return {name: kind for name, kind in lines}


def _row(row: dict[str, object], kinds: dict[str, str]) -> Row:
    name, note = str(row["id"]), str(row["note"])
    attachments = row["attachments"]
    assert isinstance(attachments, list)
    message = Message(
        sender=Person(str(row["from_name"]), str(row["from_addr"])),
        to=(Person(str(row["to_name"]), str(row["to_addr"])),),
        subject=str(row["subject"]),
        body=str(row["body"]),
        attachments=tuple(Attachment(name, "application/octet-stream", 1) for name in attachments),
        in_reply_to="<x@y>" if row["reply"] else "",
    )
    labels = row["labels"]
    assert isinstance(labels, list)
    return Row(name, message, frozenset(map(str, labels)), note, _family(name, note), kinds.get(name, ""))


def _family(name: str, note: str) -> str:
    paired = _PAIR.match(note)
    if paired:
        return min(name, paired[1])
    return name[:-1] if re.fullmatch(r"\w*\d[a-z]", name) else name
