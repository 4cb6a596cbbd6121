"""Social media: whose request it is, and what is only a signature."""

from __future__ import annotations

import pytest

from checks.social_media import find
from tests.checks.threads import found, letter


@pytest.mark.parametrize(
    ("words", "rule", "excerpt"),
    [
        ("Thanks a lot. I\u2019ve just added you on Facebook.", "social-media.added", "added you on Facebook"),
        ("\U0001f600 Please add me on  Insta, Jo.", "social-media.add-me", "add me on  Insta"),
        ("All well?\n\nI sent you a friend\nrequest.", "social-media.request", "sent you a friend\nrequest"),
        ("I loved your holiday photos.", "social-media.profile", "loved your holiday photos"),
    ],
)
def test_it_points_at_the_words(words: str, rule: str, excerpt: str) -> None:
    [finding] = found(find, letter(words))
    assert (finding.mistake, finding.rule, finding.excerpt) == ("social-media", rule, excerpt)


def test_a_signature_and_a_quotation_are_not_read() -> None:
    assert found(find, letter("Thank you.", signature="Follow me on Twitter: @ben\nlinkedin.com/in/ben-abel")) == []
    assert found(find, letter("Thank you.", quoted="Ben: add me on Insta\nor follow me on X")) == []


def test_each_rule_may_find_its_own() -> None:
    words = "I sent you a connection request on LinkedIn. Follow me on X. I also added you on Facebook."
    rules = [finding.rule for finding in found(find, letter(words))]
    assert rules == ["social-media.request", "social-media.add-me", "social-media.added"]
