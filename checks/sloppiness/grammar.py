"""Grammar: our own shapes (homophones.py, agreement.py), and Harper's rules that were never wrong on ordinary mail.

Harper is loaded at first use. One Linter serves one thread, so a second one that calls meanwhile gets its own.
Its input is capped, because ten thousand brackets cost it seconds. Its spell-check and all rules of taste are off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from checks.sloppiness.agreement import RULES as AGREEMENT
from checks.sloppiness.hit import Hit
from checks.sloppiness.homophones import RULES as HOMOPHONES
from checks.sloppiness.page import HIDDEN, OUTSIDE

if TYPE_CHECKING:
    import harper

CAP = 12_000
"""Code points that Harper reads, from the beginning: three long letters."""
_UNLIKE_PROSE = re.compile(r"[^\w\s.,;:!?'’–—/%&£$€-]")
_HOMOPHONES = frozenset(("ThereToTheir", "ItsContraction", "ModalOf"))
_BELONGING = re.compile(
    r"\b(?:of|for|to|with|about|from|than|like|between|behind|by|at|on|in|and|or)\s+"
    r"(?:i|me|you|we|us|they|them|he|she|him|her|it)\s+\w+$",
    re.IGNORECASE,
)
"""A pronoun that is not the verb's subject: "neither of us was", "the job for you is"."""
HARPER: tuple[str, ...] = (
    "AnA",
    "NominalWants",
    "PronounVerbAgreement",
    "IDo",
    "ThereToTheir",
    "ItsContraction",
    "TheyToThem",
    "RegularIrregulars",
    "OpenCompounds",
    "ModalOf",
    "DidPast",
    "SimplePastToPastParticiple",
    "LookingForwardTo",
    "PronounInflectionBe",
)
"""The rules that are on. Left out of the tried ones: MissingTo ("all you need do"), ThenThan ("more then
followed"), RepeatedWords ("had had"), the expanders and CommaFixes (texting.py has theirs)."""


def find(masked: str) -> Iterator[Hit]:
    """Hits in a mask of the body (page.py)."""
    for rule in (*HOMOPHONES, *AGREEMENT):
        yield from rule.hits(masked)
    yield from _harper(masked)


@cache
def _linter() -> harper.Linter:
    return _new_linter()


def _new_linter() -> harper.Linter:
    import harper

    linter = harper.Linter()
    linter.set_lint_config({name: name in HARPER for name in harper.get_default_lint_config()})
    return linter


def _lints(text: str) -> dict[str, list[harper.Lint]]:
    try:
        return _linter().organized_lints(text, language="plaintext")
    except RuntimeError:
        # "Already borrowed": a linter serves one thread at a time, and another one is using it just now.
        return _new_linter().organized_lints(text, language="plaintext")


def _harper(masked: str) -> Iterator[Hit]:
    # A word in place of what is hidden keeps the grammar of its sentence; brackets and rare signs only cost time.
    text = masked[:CAP].replace(OUTSIDE, "\n").replace(HIDDEN, "x")
    text = _UNLIKE_PROSE.sub(" ", text)
    if not text.strip():
        return
    for name, lints in _lints(text).items():
        for lint in lints:
            start, end = lint.span.start, lint.span.end
            words = masked[start:end]
            if not words.strip() or HIDDEN in words or OUTSIDE in words or _spared(name, masked, start, end):
                continue
            suggestions = lint.suggestions
            fix = suggestions[0].replacement_text if len(suggestions) == 1 and suggestions[0].kind == 0 else None
            yield Hit(
                "homophone" if name in _HOMOPHONES else "grammar",
                start,
                end,
                f"“{' '.join(words.split())}” doesn't fit its sentence, which a careful reader notices.",
                f"Write “{fix}”." if fix else "Read the sentence once more and mend it.",
                fix,
            )


def _spared(name: str, masked: str, start: int, end: int) -> bool:
    """What Harper takes for a mistake and is none, or is one that is better said elsewhere."""
    words = masked[start:end].lower()
    if name == "NominalWants":
        return words == "wont"
    if name == "RegularIrregulars":
        return words == "goed" or not words.endswith("ed")  # Dutch for "good"
    if name in ("PronounVerbAgreement", "PronounInflectionBe"):
        return bool(_BELONGING.search(masked[max(0, start - 30) : end]))
    if name == "AnA":
        # "a" before a letter, number or abbreviation is a question of how it is spoken: an MRI, a UCAS form, an 8.
        following = re.match(r"\s*([\w.'’-]*)", masked[end : end + 40])
        word = following.group(1) if following else ""
        return not word.isalpha() or (not word.islower() and not word.istitle()) or len(word) < 3
    return False
