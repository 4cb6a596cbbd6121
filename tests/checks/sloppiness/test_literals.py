"""The letters without which a pattern can't match, read from the pattern."""

from __future__ import annotations

import pytest

from checks.sloppiness import grammar, texting
from checks.sloppiness.literals import pieces, possible, several
from checks.sloppiness.rule import Rule, lowered


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bonly\b", {"only"}),
        (r"\b(?:in|on) (?P<at>sight)\b", {"sight"}),
        (r"(?:there|their) (?:is|are)", {"there", "their"}),
        (r"(?:big )?(?:red|green)", {"red", "green"}),
        (r"colou?r", {"colo"}),
        (r"(?:very ){0,3}late", {"late"}),
        (r"(?:very ){1,3}x", {"very"}),
        (r"(?<!not )(?<=so )kind", {"kind"}),
        (r"(?!hello)[a-z]+", set()),
        (r"[Tt]he\b|of", {"he", "of"}),
        (r"it's|its\.", {"it's", "its"}),
        (r"\bto|[a-z]", set()),
        (r"(?-i:I) Know", {"know"}),
        (r"[]a](?:x|you)", set()),
        (r"a(?P<w>bc)\(de(?P=w)", {"bc"}),
    ],
)
def test_pieces(pattern: str, needed: set[str]) -> None:
    assert pieces(pattern) == needed


@pytest.mark.parametrize("rule", [*texting.RULES, *grammar.RULES], ids=lambda rule: rule.pattern[:40])
def test_each_mistake_has_a_piece(rule: Rule) -> None:
    assert all(possible(rule.pattern, lowered(text)) for text in rule.finds)


@pytest.mark.parametrize(("pattern", "expected"), [("a|b", True), ("(?:a|b)", False), (r"[|]\|", False)])
def test_several(pattern: str, expected: bool) -> None:
    assert several(pattern) is expected
