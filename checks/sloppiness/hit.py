"""What one rule of this check found: where, in which words, and what a recruiter would read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Hit:
    """`rule`: without the check's name ("spelling"). `start`, `end`: code points in `part`; both 0 for a hit that has
    no words to point at. `message`, `advice`: as in `Finding`. `correction`: where it is certain.
    """

    rule: str
    start: int
    end: int
    message: str
    advice: str
    correction: str | None = None
    part: Literal["subject", "body"] = "body"


def like(original: str, correction: str) -> str:
    """`correction` with the capitals of `original`: "Recieve" -> "Receive", "RECIEVE" -> "RECEIVE"."""
    if len(original) > 1 and original.isupper():
        return correction.upper()
    if original[:1].isupper():
        return correction[:1].upper() + correction[1:]
    return correction
