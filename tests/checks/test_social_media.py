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


@pytest.mark.parametrize(
    "quoted",
    [
        "Could you add me on WhatsApp so that I can send you the address?",
        "I just sent you a LinkedIn request.",
        "Are you on Telegram? We do our first calls on Telegram.",
    ],
)
def test_what_they_asked_for_is_no_intrusion(quoted: str) -> None:
    words = "I've added you on WhatsApp, and my request to connect on LinkedIn is on its way."
    assert found(find, letter(words))
    assert found(find, letter(words, quoted=quoted)) == []


def test_their_request_is_no_licence_to_read_their_page() -> None:
    words = "I've added you on Facebook. I scrolled through your Facebook photos."
    [finding] = found(find, letter(words, quoted="Please add me on Facebook."))
    assert finding.rule == "social-media.profile"


def test_a_refusal_in_the_quotation_is_no_request() -> None:
    quoted = "I don't use LinkedIn for candidates, I hope you understand."
    assert found(find, letter("I will leave my friend request open.", quoted=quoted))


def test_a_signature_and_a_quotation_are_not_read() -> None:
    assert found(find, letter("Thank you.", signature="Follow me on Twitter: @ben\nlinkedin.com/in/ben-abel")) == []
    assert found(find, letter("Thank you.", quoted="Ben: add me on Insta\nor follow me on X")) == []


def test_each_rule_may_find_its_own() -> None:
    words = "I sent you a connection request on LinkedIn. Follow me on X. I also added you on Facebook."
    rules = [finding.rule for finding in found(find, letter(words))]
    assert rules == ["social-media.request", "social-media.add-me", "social-media.added"]
