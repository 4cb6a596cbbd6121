"""The letters without which a pattern can't match: of several pieces one must be in the text.

Looking for a piece costs a hundredth of a search with the pattern, and most rules have none of theirs in most mails.
Read from the pattern itself, so that nobody has to state them. Patterns are those of rule.py; anything this reader
doesn't know counts as a place where no letter is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SHORTEST = 2
"""Letters of a piece; a single one is in every text."""
_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|P=\w+|[-imsx]*:|<?[=!]))?)|(?P<close>\))|(?P<bar>\|)|(?P<class>\[\^?\]?(?:\\.|"
    r"[^\]\\])*\])|"
    r"(?P<many>[*+?]\??|\{\d*,?\d*\}\??)|(?P<escape>\\.)|(?P<letter>[^\W\d_]|')|(?P<other>.)",
    re.DOTALL,
)

Pieces = frozenset[str]
_NONE: Pieces = frozenset()


@cache
def pieces(pattern: str) -> Pieces:
    """Pieces in small letters of which one is in each text that `pattern` matches; none where that can't be told."""
    tokens = [(str(found.lastgroup), found.group()) for found in _TOKEN.finditer(pattern)]
    return _alternatives(iter(tokens))[0]


def possible(pattern: str, small: str) -> bool:
    """Whether a pattern may match in a text, given in small letters with straight apostrophes."""
    needed = pieces(pattern)
    return not needed or any(piece in small for piece in needed)


def several(pattern: str) -> bool:
    """Whether a pattern as a whole is one of several."""
    depth = 0
    for found in _TOKEN.finditer(pattern):
        depth += (found.lastgroup == "open") - (found.lastgroup == "close")
        if found.lastgroup == "bar" and not depth:
            return True
    return False


def _alternatives(tokens: Iterator[tuple[str, str]]) -> tuple[Pieces, bool]:
    """What one of several alternatives needs, up to the bracket that closes them; and whether one was there."""
    every: Pieces = _NONE
    certain = True
    while True:
        best, end = _sequence(tokens)
        certain = certain and bool(best)
        every |= best
        if end != "bar":
            return (every if certain else _NONE), end == "close"


def _sequence(tokens: Iterator[tuple[str, str]]) -> tuple[Pieces, str]:
    """The best of what a sequence needs: the longest letters, the fewest pieces. And what ended it."""
    found: list[Pieces] = []
    run = ""
    group: Pieces = _NONE
    for sort, text in tokens:
        if sort == "many":
            optional = text[0] in "*?" or text.startswith(("{0", "{,"))
            if run and optional:
                run = run[:-1]
            if optional:
                group = _NONE
            found += [frozenset((run,)), group]
            run, group = "", _NONE
            continue
        found.append(group)
        group = _NONE
        if sort == "letter":
            run += text.lower()
            continue
        found.append(frozenset((run,)))
        run = ""
        if sort == "open":
            inner, _ = _alternatives(tokens)
            group = _NONE if text.endswith(("!", "<=")) or text.startswith("(?P=") else inner
        elif sort in ("bar", "close"):
            return _best(found), sort
    found += [frozenset((run,)), group]
    return _best(found), ""


def _best(found: list[Pieces]) -> Pieces:
    long = [one for one in found if one and min(map(len, one)) >= _SHORTEST]
    return max(long, key=lambda one: min(5, *map(len, one)) - len(one) / 12, default=_NONE)
