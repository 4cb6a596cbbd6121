"""Whose and who's, where, were and we're."""

from __future__ import annotations

import re

from checks.sloppiness.frames import alike
from checks.sloppiness.rule import Rule

RULES: tuple[Rule, ...] = (
    alike(
        r"\b(?:someone|somebody|know|person) (whose) (?=(?:going to|been|looking for|hiring|the best|in charge|"
        r"responsible)\b)",
        "who's",
        ("someone whose looking for work",),
        ("someone whose looks", "whose hiring process"),
    ),
    alike(
        r"\b(?:back|from|know|place|spot|just|that's|exactly|remember|see|sure|ask|asked|find|is|matter) (?P<at>were) "
        r"(?=(?:i|you|we|they|he|she|it) (?:found|come|came|live|lived|left|work|worked|stand|stood|put|go|went|was|"
        r"want|wanted|"
        r"grew|belong|belongs|met|parked|said|sat|am|is|are|lost)\b)|\b(?:and|but) (were) (?=i come from\b)",
        "where",
        ("I've put it back were I found it.", "and were I come from you feed a man"),
        ("it was just, were you found guilty", "We all were.", "I know you were there."),
        lambda found: "guilty" not in found.string[found.end() : found.end() + 20],
    ),
    alike(
        r"\b(?:i|you|we|they|he|she|it|there|goat|who|which) (?P<at>where) (?=(?:very|not|so|going|looking|talking|"
        r"told|asked|"
        r"kind|happy|too|also|able|both|all|at fault|good|pleased|sorry|late|early|ready|better|many|some|two|three|"
        r"only)\b)",
        "were",
        ("when a goat where at fault", "You where very kind.", "We where told to wait."),
        ("I know where all the keys are.", "They asked him where.", "I'll show you where not to park."),
        lambda found: (
            not re.search(
                r"\b(?:show\w*|tell|told|ask\w*|teach|taught|see|saw|find|found|put|keep|left|leave|get|got|had|"
                r"have|know|send|"
                r"sent|take|took|meet|at|in|on|to|from|of|for|with|bring|brought|let|want|need) \w+$",
                found.string[max(0, found.start() - 14) : found.start("at") - 1].lower(),
            )
        ),
    ),
)
