""" "a" or "an": what counts is the sound that follows. Only before everyday words, whose sound is certain."""

from __future__ import annotations

import re

from checks.sloppiness import lexicon
from checks.sloppiness.rule import Rule

_CONSONANT = re.compile(
    r"uni(?![mn])|uninf?ormed$|us[aeiu]|usu|ut[ei]|ur[aeiou]|ubiq|euro|eu|ewe|one(?:s|-.*|ness|self|time)?$|once|"
    r"ouija|uk|ufo"
)
"""Written with a vowel, spoken with a consonant: "a university", "a European", "a one-off"."""
_SILENT = re.compile(r"hour|hono|honest|heir(?!l?oom?s?$)|heirloom")
_EITHER = re.compile(r"h[aeiouy]|herb|hist|y[^aeiou]|x")
"""Before "h" some write "an" ("an historic day", "an hotel")."""
_SAID_WITH_VOWEL = re.compile(r"8\d{0,2}$|1[18]$|8\d*,\d{3}$")
_LETTERS = frozenset("vitamin hepatitis grade plan option category section group type team class level part".split())


def _vowel(word: str) -> bool | None:
    """Whether an everyday word begins with the sound of a vowel; None where it isn't certain."""
    if word[0].isdigit():
        return True if _SAID_WITH_VOWEL.match(word) else None
    first = re.split(r"['’-]", word.lower())[0]
    if len(first) < 3 or not (word[0].islower() or word.istitle()) or first not in lexicon.common():
        return None
    if _CONSONANT.match(first):
        return None if first.startswith(("uni", "us", "ur", "ut")) and first.startswith(("unin", "unim")) else False
    if _SILENT.match(first):
        return True
    if _EITHER.match(first):
        return None
    return first[0] in "aeiou"


def _wrong(found: re.Match[str]) -> bool:
    article, word = found.group("at").lower(), found.group("word")
    before = re.search(r"([^\W\d_]+)[ \n]$", found.string[max(0, found.start() - 30) : found.start()])
    if before and before.group(1).lower() in _LETTERS:
        return False
    if article == "an" and re.match(r"h[aeiouy]", word.lower()) and not _SILENT.match(word.lower()):
        return bool(re.match(r"(?:house|hand|help|half|home|big)", word.lower()))
    vowel = _vowel(word)
    return vowel is not None and vowel is not (article == "an")


RULES: tuple[Rule, ...] = (
    Rule(
        "grammar",
        r"(?<![\w.@/&+'’-])(?P<at>(?-i:a|an)|(?<=[\x1f\n.!?] )(?-i:A|An)|(?<![^\x1f\n])(?-i:A|An)) "
        r"(?P<word>[A-Za-z]+(?:['-][A-Za-z]+)*|\d+(?:,\d{3})?)(?![\w@/&+]|\.\w)",
        "“{}” is not what is said before the next word, and a careful reader hears it.",
        fix=lambda found: "a" if found.group("at").lower() == "an" else "an",
        when=_wrong,
        finds=(
            "I would eat a apple there.",
            "in want of a answer",
            "It took a hour.",
            "An useful talk it was.",
            "It is an university.",
            "an European firm, not an Union",
            "a 8-week course",
            "A easy job it was not.",
            "an one-off job",
            "a honest answer",
            "an house in Kent",
        ),
        passes=(
            "an honour, an hour, an honest heir",
            "a university, a European, a one-off, a unit, a useful user",
            "an uninformed, unimportant umbrella",
            "an MRI, a UCAS form, an X-ray, an HGV licence, a NHS trust",
            "an 8, an 11 and a 9, a 100",
            "an historic day, a historic day, an hotel",
            "Gort an Choirce",
            "vitamin a is",
            "Le Thi An came.",
            "a yearly, a young, a yes",
            "an x, a y",
            "a euro, a ewe, a once-only sale",
            "grade A item",
            "a la carte",
        ),
    ),
)
