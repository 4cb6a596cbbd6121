"""The labelled mail in tests/corpus: its form, its labels, and that nothing of a split stands in the other."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from checks.model import MISTAKES

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*/*.jsonl"))
FIELDS = {
    "id": str,
    "from_name": str,
    "from_addr": str,
    "to_name": str,
    "to_addr": str,
    "subject": str,
    "body": str,
    "attachments": list,
    "reply": bool,
    "labels": list,
    "note": str,
}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_there_are_all_splits() -> None:
    assert {path.parent.name for path in FILES} == {"train", "held-out", "hostile-hour"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_row_has_the_form(path: Path) -> None:
    for row in rows(path):
        assert set(row) == set(FIELDS), row["id"]
        assert all(isinstance(row[field], kind) for field, kind in FIELDS.items()), row["id"]
        assert set(row["labels"]) <= set(MISTAKES) - {"frequency"}, row["id"]
        assert len(row["labels"]) == len(set(row["labels"])), row["id"]
        for address in (row["from_addr"], row["to_addr"]):
            assert address.endswith((".example", "@example.org", "@example.com")), row["id"]


def test_no_id_and_no_body_stands_twice() -> None:
    every = [(path.parent.name, row) for path in FILES for row in rows(path)]
    assert max(Counter(row["id"] for _, row in every).values()) == 1
    train = {row["body"] for split, row in every if split == "train"}
    assert not [row["id"] for split, row in every if split != "train" and row["body"] in train]
