"""Slips of the pen made on purpose: what a hurried writer does to a good sentence, and where.

The reader learns from these what carelessness looks like in any words; labelled mail holds too few. Each slip is one
that a careful reader would surely call an error: a wrong homophone, a small word lost or doubled, a verb that doesn't
fit its subject. Deterministic for a given Random.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from checks.text import Sentence, new_text
from training.corpus import Row

_SWAPS: tuple[tuple[str, str], ...] = (
    (r"\byour\b(?= [a-z])", "you're"), (r"\byou're\b", "your"), (r"\bits\b(?= [a-z])", "it's"), (r"\bit's\b", "its"),
    (r"\btheir\b(?= [a-z])", "there"), (r"\bthey're\b", "their"), (r"\bthere (?=is|are|was|were)", "their "),
    (r"\bthan\b", "then"), (r"(?<=, )then\b", "than"), (r"\btoo (?=\w+)", "to "),
    (r"\bto (?=see|be|do|go|hear|meet)", "too "), (r"\b(could|would|should) have\b", r"\1 of"),
    (r"\b(could|would|should)'ve\b", r"\1 of"), (r"\bwho's\b", "whose"), (r"\bwhether\b", "weather"),
    (r"\baccept\b", "except"), (r"\bhear\b", "here"), (r"\bknow\b", "no"), (r"\badvice\b", "advise"),
    (r"\badvise\b", "advice"), (r"\blose\b", "loose"), (r"\bpassed\b", "past"), (r"\bquite\b", "quiet"),
    (r"\bsent\b", "send"), (r"\bled\b", "lead"), (r"\bwere\b(?= )", "where"), (r"\bwhere\b", "were"),
    (r"\bright\b", "write"), (r"\bpatience\b", "patients"), (r"\bprincipal\b", "principle"), (r"\bweek\b", "weak"),
    (r"\bby (?=the|my|your)", "buy "),
)  # fmt: skip
_VERBS: tuple[tuple[str, str], ...] = (
    (r"\bI am\b", "I is"), (r"\bI was\b", "I were"), (r"\bI have (?=\w+ed\b|been|had)", "I has "),
    (r"(?<=\bit )is\b", "are"), (r"(?<=\byou )were\b", "was"), (r"(?<=\bwe )were\b", "was"),
    (r"(?<=\bthey )are\b", "is"), (r"(?<=\bthey )were\b", "was"), (r"(?<=\bit )was\b", "were"),
    (r"\bthere are (?=\w+s\b|two|three|many)", "there is "), (r"(?<=\bhe )has\b", "have"),
    (r"(?<=\bshe )has\b", "have"), (r"(?<=\bthat )is\b(?= )", "are"), (r"(?<=\bwhich )is\b", "are"),
    (r"(?<=\bdoes )not\b", "not to"), (r"(?<=\bI )do(?= not|n't)", "does"), (r"(?<=\bdid not )(\w+[^s])\b", r"\1s"),
    (r"(?<=\bdidn't )(\w+[^sd])\b", r"\1ed"), (r"(?<= have )been\b", "being"),
    (r"(?<=\bto )(be|have|see|hear|meet|work|do|make|take)\b", r"\1ing"),
    (r"(?<=looking forward to )hearing\b", "hear"), (r"(?<=looking forward to )meeting\b", "meet"),
    (r"(?<=\bI would )(like|be|love)\b", r"\1d"), (r"\b(two|four|five|six|many) (\w{3,})s\b", r"\1 \2"),
    (r"\b(three|eight|seven|ten) (\w{3,})s\b", r"\1 \2"), (r"(?<=\ban )(\w)", r"a \1"),
)  # fmt: skip
_LOSABLE = re.compile(
    r"(?<=[a-z] )(?:to|of|the|a|an|in|for|on|at|with|was|is|are|am|have|had|been|be|that|my|it) (?=[a-z])"
)
_DOUBLED = re.compile(r"(?<=\s)(the|to|a|of|and|in|is|for|with|my|on|you) (?=[a-z])")
_LONG = re.compile(r"\b[a-z]{6,}\b")

Slip = Callable[[str, Random], tuple[str, int, int] | None]


def _by_table(table: tuple[tuple[str, str], ...]) -> Slip:
    def slip(text: str, chance: Random) -> tuple[str, int, int] | None:
        order = list(table)
        chance.shuffle(order)
        for pattern, instead in order:
            found = list(re.finditer(pattern, text))
            if found:
                hit = chance.choice(found)
                new = hit.expand(instead)
                return text[: hit.start()] + new + text[hit.end() :], hit.start(), hit.start() + len(new)
        return None

    return slip


def _lost(text: str, chance: Random) -> tuple[str, int, int] | None:
    found = list(_LOSABLE.finditer(text))
    if not found:
        return None
    hit = chance.choice(found)
    before = text.rfind(" ", 0, hit.start() - 1) + 1
    after = re.compile(r"\s|$").search(text, hit.end())
    end = after.start() if after else len(text)
    return text[: hit.start()] + text[hit.end() :], before, end - len(hit.group())


def _doubled(text: str, chance: Random) -> tuple[str, int, int] | None:
    found = list(_DOUBLED.finditer(text))
    if not found:
        return None
    hit = chance.choice(found)
    return text[: hit.start()] + hit.group() + text[hit.start() :], hit.start(), hit.start() + 2 * len(hit.group()) - 1


def _misspelt(text: str, chance: Random) -> tuple[str, int, int] | None:
    found = list(_LONG.finditer(text))
    if not found:
        return None
    hit = chance.choice(found)
    word = hit.group()
    at = chance.randrange(1, len(word) - 2)
    new = chance.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        )
    )
    if new == word:
        return None
    return text[: hit.start()] + new + text[hit.end() :], hit.start(), hit.start() + len(new)


_SLIPS: tuple[Slip, ...] = (
    _by_table(_SWAPS), _by_table(_SWAPS), _by_table(_VERBS), _by_table(_VERBS), _lost, _lost, _doubled, _misspelt,
)  # fmt: skip


def slipped(row: Row, chance: Random) -> tuple[Row, tuple[int, int]] | None:
    """The row with one slip in it and the label for it, and where it is in the body; None where none fits."""
    sentences = [sentence for sentence in new_text(row.message.body).sentences if len(sentence.text) > 15]
    if not sentences:
        return None
    sentence: Sentence = chance.choice(sentences)
    made = chance.choice(_SLIPS)(sentence.text, chance)
    if made is None:
        return None
    text, start, end = made
    body = row.message.body[: sentence.start] + text + row.message.body[sentence.end :]
    message = replace(row.message, body=body)
    spoilt = replace(row, message=message, labels=row.labels | {"sloppiness"}, note=f"slip made in {row.id}")
    return spoilt, (sentence.start + start, sentence.start + end)
