"""How well the checks read a labelled corpus: `python bench/judge.py FILE... [--rows] [--mistake NAME]`.

Each row of shared/corpus/GUIDE.md's format becomes a message as the proxy would make it, without history. Printed:
precision and recall for each mistake, clean rows that would be held, and with `--rows` every row that is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from checks import catalog
from checks.model import MISTAKES, Attachment, Findings, Message, Person, Settings

LABELLED = tuple(mistake for mistake in MISTAKES if mistake != "frequency")
NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a corpus: the message, what it was labelled with, and why."""

    id: str
    message: Message
    labels: frozenset[str]
    note: str


def rows(path: Path) -> Iterator[Row]:
    """The rows of a corpus file, one JSON object a line."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        message = Message(
            sender=Person(row["from_name"], row["from_addr"]),
            to=(Person(row["to_name"], row["to_addr"]),),
            subject=row["subject"],
            body=row["body"],
            attachments=tuple(Attachment(name, "application/octet-stream", 1) for name in row["attachments"]),
            in_reply_to="<x@y>" if row["reply"] else "",
        )
        yield Row(row["id"], message, frozenset(row["labels"]), row["note"])


def judge(message: Message) -> Findings:
    """What the checks find, with the defaults and without history."""
    return catalog.find(message, (message.to[0].address,), (), NOW, Settings())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rows", action="store_true", help="print the rows that are wrong")
    parser.add_argument("--mistake", choices=LABELLED, help="only the rows that are wrong about this one")
    asked = parser.parse_args()
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    clean = held = same = total = 0
    for row in (row for path in asked.files for row in rows(path)):
        found = judge(row.message)
        shown = set(found.mistakes)
        total += 1
        same += shown == row.labels
        clean += not row.labels
        held += not row.labels and bool(shown)
        right.update(shown & row.labels)
        extra.update(shown - row.labels)
        missed.update(row.labels - shown)
        wrong = (shown ^ row.labels) & ({asked.mistake} if asked.mistake else set(LABELLED))
        if asked.rows and wrong:
            print(
                f"{row.id}  found: {', '.join(sorted(shown)) or '-'}  labelled: {', '.join(sorted(row.labels)) or '-'}"
            )
            print(f"      {row.note}")
            for finding in found.holds:
                if finding.mistake in wrong:
                    print(f"      + {finding.rule}: {finding.excerpt!r}")
            for mistake in sorted(wrong & row.labels):
                print(f"      - {mistake}")
    print(f"{'mistake':14} {'right':>6} {'extra':>6} {'missed':>6}  precision  recall")
    for mistake in LABELLED:
        hits, over, under = right[mistake], extra[mistake], missed[mistake]
        precision = f"{hits / (hits + over):9.3f}" if hits + over else "        -"
        recall = f"{hits / (hits + under):7.3f}" if hits + under else "      -"
        print(f"{mistake:14} {hits:6} {over:6} {under:6}  {precision} {recall}")
    print(f"clean rows held: {held} of {clean}; rows judged exactly: {same} of {total}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
