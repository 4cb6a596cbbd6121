"""Chooses when the reader speaks alone and when it doubts a rule: `python -m training.choose` (see README.md).

For each mistake two probabilities are chosen on rows that the model has not learnt from, as it is shipped (8 bits),
together with the rules: of all pairs that are as precise as is wanted, and whose F0.5 is nearly the best, the one that
finds most; where none is so precise, the most precise of those whose F0.5 is nearly the best. A message wrongly held
costs trust each time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checks.catalog import find
from checks.gratitude import grateful
from checks.model import Settings
from checks.phrases import sentences_of
from checks.reader.encoder import LABELLED, reading_of
from checks.text import new_text
from training.corpus import ROOT, Row, read, split
from training.readings import NOW

WANTED = 0.96
"""Precision that is wanted of a mistake on rows that were not learnt from."""
NEARLY = 0.015
"""What may be given up of F0.5 for precision."""
SPEAKS = tuple(number / 100 for number in range(86, 100, 2))
"""Below, one in ten of what it says is wrong: on rows so few that chance decides, it would look better than it is."""
DOUBTS = (0.0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1)
TRUSTED = frozenset({"social-media"})
"""Whose rules are not doubted: they want a network's name and a plain request, and are right in 289 of 290 rows."""
NEVER = {"speaks": dict.fromkeys(LABELLED, 2.0), "doubts": dict.fromkeys(LABELLED, -1.0)}
"""With these the reader tells the kind of mail and nothing else, so that the rules are heard as they are beside it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What rule and reader say of one mistake in one row, and whether it is there."""

    rule: bool
    probability: float
    there: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Probabilities, and what they give."""

    speaks: float
    doubts: float
    precision: float
    recall: float
    f_half: float


def cases(rows: Sequence[Row]) -> dict[str, list[Case]]:
    """All rows, for each mistake."""
    found: dict[str, list[Case]] = {mistake: [] for mistake in LABELLED}
    for row in rows:
        text = new_text(row.message.body)
        held = find(row.message, (), (), NOW, Settings()).mistakes
        reading = reading_of(row.message, text)
        thanked = grateful(sentences_of(text))
        for mistake in LABELLED:
            probability = 0.0 if mistake == "thanks" and thanked else reading.mistakes[mistake]
            found[mistake].append(Case(mistake in held, probability, mistake in row.labels))
    return found


def choose(given: Sequence[Case]) -> Choice:
    """The best pair of probabilities for one mistake; of equals the one in the middle. So a rule is doubted a little
    where nothing speaks against it: rules were written with these rows at hand, and are wrong more often elsewhere."""
    tried = [_tried(given, speaks, doubts) for doubts in DOUBTS for speaks in SPEAKS]
    best = max(choice.f_half for choice in tried)
    good = [choice for choice in tried if choice.f_half >= best - NEARLY]
    precise = [choice for choice in good if choice.precision >= WANTED]
    top = max(precise, key=lambda choice: choice.recall) if precise else max(good, key=lambda choice: choice.precision)
    equals = [choice for choice in good if (choice.precision, choice.recall) == (top.precision, top.recall)]
    return equals[len(equals) // 2]


def _tried(given: Sequence[Case], speaks: float, doubts: float) -> Choice:
    right = wrong = missed = 0
    for case in given:
        said = case.probability >= (doubts if case.rule else speaks)
        right += said and case.there
        wrong += said and not case.there
        missed += case.there and not said
    recall = right / max(1, right + missed)
    precision = right / max(1, right + wrong)
    f_half = 1.25 * precision * recall / max(1e-9, 0.25 * precision + recall)
    return Choice(speaks, doubts, precision, recall, f_half)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--left-out", type=Path, required=True, help="the families that were only measured")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    left = set(json.loads(asked.left_out.read_text("utf-8")))
    rows = [row for row in split("train") if row.family in left]
    dev = ROOT.parent / "shared" / "corpus" / "dev.jsonl"
    rows += read(dev) if dev.exists() else []
    asked.out.write_text(json.dumps(NEVER), "utf-8")
    chosen = {}
    for mistake, given in cases(rows).items():
        choice = choose(given)
        if mistake in TRUSTED:
            choice = replace(choice, doubts=0.0)
        chosen[mistake] = choice
        print(f"{mistake:14} {choice}  of {sum(case.there for case in given)} in {len(given)}")
    table = {
        "speaks": {mistake: choice.speaks for mistake, choice in chosen.items()},
        "doubts": {mistake: choice.doubts for mistake, choice in chosen.items()},
    }
    asked.out.write_text(json.dumps(table, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
