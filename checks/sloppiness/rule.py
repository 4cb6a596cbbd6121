"""A rule over the shapes of words: a pattern, what it says, and the examples that prove it.

In a pattern a space stands for one space or line break, so that wrapped lines read alike; a group, where there is
one, is what the hit points at: the one named "at", else the last. Patterns are compiled at first use and must be
linear: no unbounded repeat inside another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.sloppiness.hit import Hit, like
from checks.sloppiness.literals import possible, several


@dataclass(frozen=True, slots=True)
class Rule:
    """`name`: "homophone". `fix`: what belongs in place of the words, where it is always the same, or a function of
    the match that says it (None: not certain). `advice`: in place of the one made from `fix`. `exact`: the case of
    letters counts. `when`: what more must be true of a match, where a pattern can't say it. `finds`: sentences that
    hold the mistake; `passes`: near ones that don't. Both are tested.
    """

    name: str
    pattern: str
    message: str
    fix: str | Callable[[re.Match[str]], str | None] | None = None
    advice: str = ""
    exact: bool = False
    when: Callable[[re.Match[str]], bool] | None = None
    finds: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()

    def hits(self, masked: str, small: str = "") -> Iterator[Hit]:
        """Its hits in a mask (page.py). `small`: `lowered` of it, where many rules read one mask."""
        small = small or lowered(masked)
        if not possible(self.pattern, small):
            return
        at = 0
        while (found := self._next(masked, small, at)) is not None:
            if self.when is not None and not self.when(found):
                at = found.start() + 1  # a shorter or later reading of the same words may hold
                continue
            at = max(found.end(), found.start() + 1)
            group = "at" if found.groupdict().get("at") else found.lastindex or 0
            excerpt = found.group(group)
            fix = self.fix(found) if callable(self.fix) else self.fix
            if fix is not None:
                fix = like(excerpt, fix)
            shown = " ".join(excerpt.split())
            yield Hit(
                self.name,
                found.start(group),
                found.end(group),
                self.message.replace("{}", shown),
                self.advice or (f"Write “{fix}”." if fix else "Read the sentence once more and mend it."),
                fix,
            )

    def _next(self, masked: str, small: str, at: int) -> re.Match[str] | None:
        """The first match from `at` on. Found in small letters, which is twice as fast as ignoring case everywhere,
        and read in the letters as they stand."""
        if self.exact or len(small) != len(masked):
            return _compiled(self.pattern, self.exact).search(masked, at)
        if begun := _begun(self.pattern):
            places = _places(begun, small)
            for begin in places[bisect_left(places, at) :]:
                if _small(self.pattern).match(small, begin) and (
                    found := _compiled(self.pattern, False).match(masked, begin)
                ):
                    return found
            return None
        while (place := _small(self.pattern).search(small, at)) is not None:
            found = _compiled(self.pattern, False).match(masked, place.start())
            if found is not None:
                return found
            at = place.start() + 1
        return None


def lowered(masked: str) -> str:
    """A mask in small letters and with straight apostrophes, for `Rule.hits`."""
    return masked.lower().replace("’", "'")


@cache
def _begun(pattern: str) -> str:
    """What a pattern looks behind for before anything else (frames.begins), "" for none: many rules share it."""
    found = re.match(r"\(\?<!\[\\w'\]\)\(\?:(?:\(\?<[=!][^()]*\)\|?)+\)", pattern)
    return found.group() if found and not several(pattern) else ""


@lru_cache(maxsize=16)
def _places(begun: str, small: str) -> list[int]:
    """Where such a beginning is, a word following: looked for once for all rules that share it."""
    return [found.start() for found in re.finditer(_widened(begun) + r"(?=\w)", small)]


@cache
def _compiled(pattern: str, exact: bool) -> re.Pattern[str]:
    return re.compile(_widened(pattern), 0 if exact else re.IGNORECASE)


@cache
def _small(pattern: str) -> re.Pattern[str]:
    """The pattern in small letters; what stands behind a backslash, and the P of a named group, are no letters."""
    return re.compile(re.sub(r"\\.|\(\?P|[^\W\d_]", lambda one: _lowered(one[0]), _widened(pattern)))


def _lowered(piece: str) -> str:
    return piece if piece[0] in "\\(" else piece.lower()


def _widened(pattern: str) -> str:
    """`pattern` with a line break allowed for each space, and a typographic apostrophe for each straight one."""
    pieces: list[str] = []
    escaped = inside = False
    for character in pattern:
        piece = character
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "[":
            inside = True
        elif character == "]":
            inside = False
        elif character == " ":
            piece = " \n" if inside else "[ \n]"
        elif character == "'":
            piece = "'’" if inside else "['’]"
        pieces.append(piece)
    return "".join(pieces)
