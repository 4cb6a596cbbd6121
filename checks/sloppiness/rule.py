"""A rule over the shapes of words: a pattern, what it says, and the examples that prove it.

In a pattern a space stands for one space or line break, so that wrapped lines read alike; a group, where there is
one, is what the hit points at: the one named "at", else the last. Patterns are compiled at first use and must be
linear: no unbounded repeat inside another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from checks.sloppiness.hit import Hit, like


@dataclass(frozen=True, slots=True)
class Rule:
    """`name`: "homophone". `fix`: what belongs in place of the words, where it is always the same, or a function of
    the match that says it (None: not certain). `advice`: in place of the one made from `fix`. `exact`: the case of
    letters counts. `when`: what more must be true of a match, where a pattern can't say it. `needs`: a word without
    which there is no hit (lower case), so that most rules cost nothing in most mails. `finds`: sentences that hold the
    mistake; `passes`: near ones that don't. Both are tested.
    """

    name: str
    pattern: str
    message: str
    fix: str | Callable[[re.Match[str]], str | None] | None = None
    advice: str = ""
    exact: bool = False
    when: Callable[[re.Match[str]], bool] | None = None
    needs: str = ""
    finds: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()

    def hits(self, masked: str) -> Iterator[Hit]:
        """Its hits in a mask (page.py)."""
        pattern = _compiled(self.pattern, self.exact)
        at = 0
        while (found := pattern.search(masked, at)) is not None:
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


@cache
def _compiled(pattern: str, exact: bool) -> re.Pattern[str]:
    return re.compile(_widened(pattern), 0 if exact else re.IGNORECASE)


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
