"""docs/flow.md draws the states as the code has them: the table, the drawing, and the way."""

from __future__ import annotations

import re

import pytest

from proxy.model import FINAL, STATES
from proxy.release import MOVES
from tests.docs.blocks import blocks
from tests.imports import ROOT

PAGE = ROOT / "docs" / "flow.md"
TEXT = PAGE.read_text(encoding="utf-8")
MERMAID = [block.text for block in blocks(PAGE) if block.language == "mermaid"]
PLAIN = [block.text for block in blocks(PAGE) if block.language == "text"]
ALLOWED = {(state, after) for state, following in MOVES.items() for after in following}


def test_the_table_is_the_codes() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| (.+) \|$", TEXT, re.MULTILINE)
    assert [(one, other) for one, other, _ in rows] == [
        (state, after) for state, following in MOVES.items() for after in following
    ]


def test_the_drawing_is_the_codes() -> None:
    drawn = re.findall(r"^ +([\w*\[\]]+) --> ([\w*\[\]]+)$", MERMAID[1], re.MULTILINE)
    assert {pair for pair in drawn if "[*]" not in pair} == ALLOWED
    assert {one for one, other in drawn if other == "[*]"} == set(FINAL)
    assert {other for one, other in drawn if one == "[*]"} == {"held", "rejected", "unknown"}


@pytest.mark.parametrize("state", STATES)
def test_the_plain_drawing_has_every_state(state: str) -> None:
    assert re.search(rf"\b{state}\b", PLAIN[1])


def test_both_ways_are_drawn_twice() -> None:
    assert [len(MERMAID), len(PLAIN)] == [2, 2]
    assert max(len(line) for drawing in PLAIN for line in drawing.splitlines()) <= 120
