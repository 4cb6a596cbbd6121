"""Other offers: a lever, or a farewell, the reader's own."""

from __future__ import annotations

import pytest

from checks.other_offers import find
from tests.checks.threads import found, letter

LEVER = "A creamery in Limerick has offered me a job and they need my answer by Friday."


def test_it_points_at_the_words() -> None:
    offer, deadline = found(find, letter(LEVER))
    assert (offer.mistake, offer.rule, offer.excerpt) == (
        "other-offers",
        "other-offers.offer",
        "A creamery in Limerick has offered",
    )
    assert (deadline.rule, deadline.excerpt) == ("other-offers.deadline", "they need my answer by Friday")


@pytest.mark.parametrize(
    "words",
    [
        "I have accepted a position with another consultancy and so must withdraw from yours.",
        "Thank you for the offer. I have to decline, as we can't move.",
        "Thank you for offering me the post at 28,400. Could we talk about the salary?",
        "You asked whether I had other interviews: one other firm, next week.",
        "Which study leave does your scheme offer?",
        "I draft about thirty job offers a week and answer each counter-offer.",
    ],
)
def test_farewells_their_own_offer_and_offers_as_work_pass(words: str) -> None:
    assert found(find, letter(words)) == []


def test_their_offer_is_no_shield_for_a_rival() -> None:
    words = "Thank you for the offer. The other company is at $162K base, so could you match that figure?"
    assert found(find, letter(words, quoted="We're thrilled to offer you the role at $145,000."))
