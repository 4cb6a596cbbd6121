"""Negativity: the reader scolded, or only bad news told well."""

from __future__ import annotations

import pytest

from checks.negativity import find
from tests.checks.threads import found, letter


@pytest.mark.parametrize(
    ("words", "rule", "excerpt"),
    [
        ("Thank you. How hard can it\nbe to answer?", "negativity.impatience", "How hard can it\nbe"),
        ("Your website is a joke.", "negativity.blame", "Your website is a joke"),
        ("You\u2019ll regret this.", "negativity.threat", "You\u2019ll regret this"),
        ("My last boss was a bully.", "negativity.contempt", "My last boss was a bully"),
        ("It's always somebody else.", "negativity.pity", "It's always somebody else"),
        ("Must be nice!", "negativity.sarcasm", "Must be nice!"),
    ],
)
def test_it_points_at_the_words(words: str, rule: str, excerpt: str) -> None:
    finding = found(find, letter(words))[0]
    assert (finding.mistake, finding.rule, finding.excerpt) == ("negativity", rule, excerpt)


@pytest.mark.parametrize(
    "words",
    [
        "I was sorry to hear that, and I appreciate your letting me know.",
        "I regret that I can't make Tuesday.",
        "Sorry to bother you again.",
        "I hate to chase, but is there any news?",
        "I spent eight years in failure analysis, most of it on broken things nobody wanted to own.",
        "Deadlines were aggressive but the people weren't.",
        "My queue has covered hate speech, credible threats and abuse.",
        "I took the calls of the furious and the frightened.",
        "Could you tell me what I might do better next time?",
    ],
)
def test_regret_questions_and_the_work_itself_pass(words: str) -> None:
    assert found(find, letter(words)) == []


def test_their_temper_and_ones_own_earlier_one_are_not_read() -> None:
    assert found(find, letter("Thank you, I understand.", quoted="This is ridiculous.\nHow hard can it be?")) == []


def test_thanks_do_not_hide_a_reproach() -> None:
    assert found(find, letter("Thank you for seeing me. Nobody had the decency to answer since."))
