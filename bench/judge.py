"""Judges a labelled corpus with the checks as they are, and prints how right they were.

    python bench/judge.py FILE.jsonl [--mistake NAME]... [--rows] [--json]

FILE: one message a line (`id`, `from_name`, `from_addr`, `to_name`, `to_addr`, `subject`, `body`, `attachments`,
`reply`, `labels`, `note`). Each is judged without history, as `tactful check` would; so `frequency` is left out.
Printed: precision and recall for each mistake, clean messages that would be held, and every wrong row with the words
that were found. Exit 0; 2 where the file can't be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from checks import catalog
from checks.model import MISTAKES, Attachment, Finding, Message, Mistake, Person, Settings

JUDGED: tuple[Mistake, ...] = tuple(mistake for mistake in MISTAKES if mistake != "frequency")
NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class Score:
    """Rows of one mistake: rightly found, wrongly found, missed; with what the wrong ones show."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """1.0 where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """1.0 where there was nothing to find."""
        there = self.right + len(self.missed)
        return self.right / there if there else 1.0


def message(row: dict[str, Any]) -> Message:
    """A row as the checks read it. Raises KeyError where a field is missing."""
    files = tuple(Attachment(name, "application/octet-stream", 1000) for name in row["attachments"])
    return Message(
        sender=Person(row["from_name"], row["from_addr"]),
        to=(Person(row["to_name"], row["to_addr"]),),
        subject=row["subject"],
        body=row["body"],
        attachments=files,
        message_id=f"<{row['id']}@corpus.example>",
        in_reply_to="<earlier@corpus.example>" if row["reply"] else "",
    )


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a corpus. Raises OSError or ValueError with the line's number."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                row: dict[str, Any] = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
            yield row


def judge(row: dict[str, Any]) -> list[Finding]:
    """What would hold this row's message, `frequency` left out."""
    found = catalog.find(message(row), (row["to_addr"].lower(),), (), NOW, Settings())
    return [finding for finding in found.holds if finding.mistake in JUDGED]


def _words(found: Sequence[Finding]) -> str:
    return "; ".join(f"{finding.rule}: {' '.join(finding.excerpt.split())[:60]!r}" for finding in found)


def score(rows: Sequence[dict[str, Any]], mistakes: Sequence[Mistake]) -> tuple[dict[Mistake, Score], list[str]]:
    """Scores for each mistake, and the clean rows that would be held for one of them."""
    scores = {mistake: Score() for mistake in mistakes}
    held = []
    for row in rows:
        found = [finding for finding in judge(row) if finding.mistake in mistakes]
        if not row["labels"] and found:
            held.append(f"{row['id']}  {_words(found)}  ({row['note']})")
        for mistake in mistakes:
            there = [finding for finding in found if finding.mistake == mistake]
            labelled = mistake in row["labels"]
            if there and labelled:
                scores[mistake].right += 1
            elif there:
                scores[mistake].wrong.append(f"{row['id']}  {_words(there)}  ({row['note']})")
            elif labelled:
                scores[mistake].missed.append(f"{row['id']}  ({row['note']})")
    return scores, held


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; see the head of this file."""
    parser = argparse.ArgumentParser(description="How right the checks are on a labelled corpus.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--mistake", action="append", choices=JUDGED, help="only this one (may be given again)")
    parser.add_argument("--rows", action="store_true", help="also print every wrong row")
    parser.add_argument("--json", action="store_true", help="one object for programs")
    options = parser.parse_args(arguments)
    try:
        rows = list(read(options.file))
        scores, held = score(rows, options.mistake or JUDGED)
    except (OSError, ValueError, KeyError) as error:
        print(f"{options.file} can't be judged: {error!r}", file=sys.stderr)
        return 2
    clean = sum(not row["labels"] for row in rows)
    if options.json:
        table = {
            name: {"precision": one.precision, "recall": one.recall, "wrong": one.wrong, "missed": one.missed}
            for name, one in scores.items()
        }
        print(
            json.dumps({"rows": len(rows), "clean": clean, "clean_held": held, "mistakes": table}, ensure_ascii=False)
        )
        return 0
    console = Console(highlight=False)
    shown = Table("mistake", "precision", "recall", "found", "wrong", "missed", title=f"{len(rows)} messages")
    for name, one in scores.items():
        figures = (f"{one.precision:.3f}", f"{one.recall:.3f}", one.right, len(one.wrong), len(one.missed))
        shown.add_row(name, *map(str, figures))
    console.print(shown)
    console.print(f"clean messages that would be held: {len(held)} of {clean}")
    if options.rows:
        for title, lines in [
            ("clean, but held", held),
            *((f"{name}: found, not labelled", one.wrong) for name, one in scores.items()),
            *((f"{name}: missed", one.missed) for name, one in scores.items()),
        ]:
            console.print(f"\n{title}", style="bold")
            for line in lines:
                console.print(f"  {line}", markup=False, soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
