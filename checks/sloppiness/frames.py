"""What the families of rules share: how a clause begins and ends, and a rule of grammar or of a word that sounds alike.

The shapes are pieces of a pattern (rule.py): a space in them stands for a line break too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness.rule import Rule

Fix = str | Callable[[re.Match[str]], str | None] | None
When = Callable[[re.Match[str]], bool] | None

ALIKE = "“{}” is not the word you mean here; the two look alike, and readers notice."
MISFIT = "The words “{}” don't fit together, which a careful reader notices."
MISSING = "A word seems to be missing at “{}”."


def begins(marks: str, words: str = "") -> str:
    """A pattern for where a clause begins: at the start of a line, behind a mark and a space, behind one of the words.

    Looks at the letter before first, so that most places cost nothing."""
    behind = "|".join(rf"(?<=\b{word} )" for word in words.split())
    return rf"(?<![\w'])(?:(?<![^\x1f\n])|(?<=[{marks}] ){'|' if behind else ''}{behind})"


FIRST = begins(".!?")
"""Where a sentence begins."""
SENTENCE = begins(".!?;:", "because that when whether think hope know believe says since where as than")
"""Where a sentence or a clause with its own subject begins."""
CLAUSE = r"(?:^|[\x1f\n.,;!?] ?|\b(?:and|but|so) )"
ENDS = r"(?=[.,;!?\x1f\n]|$)"
STOP = r"(?=[.,;!?\x1f]|$)"
PREPOSITIONS = tuple(
    "by of with for on from at in under into to over about through behind near inside outside without onto upon across "
    "around above below beside beyond despite".split()
)
"""Behind which a thing stands."""
DAYS = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekends)"
OF_SOMEBODY = r"(?:the|a|an|my|your|our|his|her|their|its|this|that|these|those)"
SMALL_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


def stop_or(words: str) -> str:
    """A pattern for where a phrase ends: as STOP, or before one of these words (a piece of a pattern)."""
    return rf"(?=[.,;!?\x1f]|$| (?:{words})\b)"


def alike(pattern: str, fix: Fix, finds: tuple[str, ...], passes: tuple[str, ...], when: When = None) -> Rule:
    """A word for which another one was meant."""
    return Rule("homophone", pattern, ALIKE, fix=fix, when=when, finds=finds, passes=passes)


def row(wrong: str, right: str, before: str, behind: str, *examples: str, when: When = None) -> Rule:
    """A word that was taken for another, as a row of a table. `before`, `behind`: what must stand there, without the
    space between; "" for anything. `examples`: what it must find, and what it must spare."""
    find, near = examples
    pattern = (rf"\b(?:{before}) " if before else r"(?<![\w'-])") + rf"(?P<at>{wrong})(?![\w'-])"
    pattern += (f"(?:{behind})" if behind.startswith("(?=") else rf"(?= (?:{behind})(?![\w'-]))") if behind else ""
    return alike(pattern, right, (find,), (near,), when)


def misfit(
    pattern: str,
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    advice: str = "",
    when: When = None,
    *,
    fix: Fix = None,
) -> Rule:
    """Words that don't fit together."""
    return Rule("grammar", pattern, MISFIT, fix, advice, when=when, finds=finds, passes=passes)


def missing(
    pattern: str,
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    advice: str,
    when: When = None,
) -> Rule:
    """Words between which a small one is missing."""
    return Rule("grammar", pattern, MISSING, None, advice, when=when, finds=finds, passes=passes)


def before(found: re.Match[str], length: int = 60) -> str:
    """What stands in front of a match, in small letters."""
    return found.string[max(0, found.start() - length) : found.start()].lower()


def behind(found: re.Match[str], length: int = 40) -> str:
    """What stands behind a match, in small letters, without the space between."""
    return found.string[found.end() : found.end() + length].lstrip(" \n").lower()
