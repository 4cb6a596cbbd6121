"""Every rule finds its examples and passes its near misses."""

from __future__ import annotations

import pytest

from checks.sloppiness import attachment, grammar, placeholder, texting
from checks.sloppiness.rule import Rule

RULES = (*texting.RULES, *grammar.RULES)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.finds])
def test_found(rule: Rule, text: str) -> None:
    hits = list(rule.hits(text))
    assert hits
    assert all(hit.rule == rule.name and 0 <= hit.start < hit.end <= len(text) for hit in hits)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.passes])
def test_passed(rule: Rule, text: str) -> None:
    assert [text[hit.start : hit.end] for hit in rule.hits(text)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern[:40])
def test_each_rule_has_both(rule: Rule) -> None:
    assert rule.finds
    assert rule.passes


@pytest.mark.parametrize("text", placeholder.FINDS)
def test_placeholder_found(text: str) -> None:
    assert list(placeholder.find(text))


@pytest.mark.parametrize("text", placeholder.PASSES)
def test_no_placeholder(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in placeholder.find(text)] == []


@pytest.mark.parametrize("text", attachment.FINDS)
def test_attachment_promised(text: str) -> None:
    assert list(attachment.find(text, 0))


@pytest.mark.parametrize("text", attachment.PASSES)
def test_attachment_not_promised(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in attachment.find(text, 0)] == []


@pytest.mark.parametrize(
    ("rule", "text", "mended"),
    [
        ("then/than", "It is better then the last one.", "than"),
        ("your/you're", "I heard Your looking for a cook.", "You're"),
        ("forward", "I look forward to meet you.", "meeting"),
        ("lose", "I don't want to LOOSE the chance.", "LOSE"),
        ("line break", "I saw the\nthe office.", "the"),
    ],
)
def test_corrections_keep_the_capitals(rule: str, text: str, mended: str) -> None:
    corrections = [hit.correction for each in RULES for hit in each.hits(text)]
    assert corrections == [mended], rule
