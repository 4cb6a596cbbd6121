"""Grammar and the words that sound alike: all rules over the shapes of words, one family a file, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from checks.sloppiness import (
    agreement,
    apostrophes,
    article,
    complements,
    confusables,
    determiners,
    distance,
    homophones,
    its,
    missing,
    number,
    relatives,
    repeated,
    slips,
    soundalikes,
    tense,
    their,
    your,
)
from checks.sloppiness.hit import Hit
from checks.sloppiness.rule import Rule, lowered

RULES: tuple[Rule, ...] = (
    *apostrophes.RULES,
    *your.RULES,
    *their.RULES,
    *its.RULES,
    *relatives.RULES,
    *homophones.RULES,
    *soundalikes.RULES,
    *confusables.RULES,
    *repeated.RULES,
    *article.RULES,
    *number.RULES,
    *tense.RULES,
    *agreement.RULES,
    *missing.RULES,
    *complements.RULES,
    *slips.RULES,
    *determiners.RULES,
    *distance.RULES,
)


def find(masked: str) -> Iterator[Hit]:
    """Hits in a mask of the body (page.py)."""
    small = lowered(masked)
    for rule in RULES:
        yield from rule.hits(masked, small)
