"""Presumption: the same words before an offer and after it, in hope and in certainty."""

from __future__ import annotations

import pytest

from checks.presumption import find
from tests.checks.threads import found, letter

CERTAIN = "I'll start on Monday the 3rd. When will my badge be ready?"


@pytest.mark.parametrize(
    ("words", "rule", "excerpt"),
    [
        ("I can\u2019t wait\nto start!", "presumption.joy", "can\u2019t wait\nto start"),
        ("You can stop interviewing now.", "presumption.certain", "You can stop interviewing"),
        ("I have just handed in my notice.", "presumption.told", "handed in my notice"),
        ("Put me down for Tuesday on the rota.", "presumption.things", "Put me down for Tuesday on the rota"),
    ],
)
def test_it_points_at_the_words(words: str, rule: str, excerpt: str) -> None:
    [finding] = found(find, letter(words))
    assert (finding.rule, finding.excerpt) == (rule, excerpt)


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for offering me the post. " + CERTAIN,
        "I am delighted to accept the offer. " + CERTAIN,
        "Thank you for your offer letter. " + CERTAIN,
    ],
)
def test_an_offer_named_in_the_new_words_counts(words: str) -> None:
    assert found(find, letter(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Another firm has offered me the same post. " + CERTAIN,
        "Thank you for offering me a second slot. " + CERTAIN,
        "I hope that you will make me an offer. " + CERTAIN,
    ],
)
def test_no_offer_of_theirs_no_excuse(words: str) -> None:
    assert found(find, letter(words))


@pytest.mark.parametrize(
    "words",
    [
        "If you choose me, I'll start on Monday the 3rd.",
        "Should I join, my first day would be the 3rd.",
        "Would whoever is hired get a laptop?",
        "I'll be there on Monday at nine for the interview.",
        "I look forward to meeting the team on Tuesday.",
        "On my first day at the mill I lost a glove.",
    ],
)
def test_hope_condition_and_appointments_pass(words: str) -> None:
    assert found(find, letter(words)) == []


def test_what_they_wrote_is_theirs() -> None:
    assert found(find, letter("Noted, thank you.", quoted="See you on your first visit. I'll start on Monday.")) == []


@pytest.mark.parametrize(
    "words",
    ["A hotel took me on this morning. I'll start on Monday.", "I must withdraw: I begin work on Monday at the mill."],
)
def test_a_job_taken_elsewhere_is_not_theirs(words: str) -> None:
    assert found(find, letter(words)) == []
