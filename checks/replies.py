"""What an answer of theirs says of when the next word comes: a promise, or the day of a return. Pure.

Found where a sentence both speaks of their own next word and names a day; what the user is asked to do by it is none.
The few words that say so are kept, nothing else. Linear in the text, of which LIMIT code points are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from checks.calendar_words import Day, days
from checks.text import new_text

LIMIT = 4_000
SHOWN = 90
"""Code points of their words that are kept at most."""


@dataclass(frozen=True, slots=True)
class Said:
    """A day that they named, and their words for it."""

    day: date
    words: str


_THEIRS = re.compile(
    r"\bhear[ds]?\b|\b(?:get|getting|come|coming|be|circle|revert|right)(?: \w+)? back to you\b|\bback to you\b|"
    r"\b(?:in touch|in contact)\b|\blet you know\b|"
    r"\b(?:contact|update|inform|notify|call|ring|phone|e-?mail|tell) you\b|"
    r"\b(?:write|reply|respond|speak|reach out)(?: \w+)? to you\b|\breach out\b|\bdeci(?:de|sion|sions|ding)\b|"
    r"\bfeedback\b|\bgive (?:us|me)\b|\bbear with\b|\b(?:takes?|taking|need|allow)\b|\bget(?:ting)? through\b|"
    r"\breview(?:ing)? (?:all |the )?applications\b|\bnext steps?\b|\bnews\b|\bupdate\b|\bresponse\b|"
    r"\b(?:an|our|the|your final) answer\b(?! (?:to|is))|\b(?:the|our|your|final|test) results\b"
)
_MORE = r"(?:a|an|another|about|until|till|one|two|three|four|\d|some|time)\b"
_ASKED = re.compile(
    r"\blet (?:us|me) know|\b(?:get|come) back to (?:us|me)|\bhear(?:ing)? (?:back )?from you|"
    r"\b(?:send|forward|return|submit|provide|tell|show|mail|e-?mail|call|ring|write|reply|respond)"
    rf"(?: it| this| them| your \w+)?(?: to)? (?:us|me)\b|\bgive (?:us|me) (?!{_MORE})|"
    r"\byour (?:answer|reply|response|decision|availability|documents?)|\b(?:answer|reply|decision) from you\b|"
    r"\b(?:give (?:us|me)|need|require) (?:a|an|the) (?:\w+ )?(?:answer|reply|response|decision|call|date|day)\b|"
    r"\b(?:please|could you|can you|would you|kindly) (?!bear|allow|give|expect|note|be patient|understand|accept)\w+"
)
_AWAY = re.compile(
    r"\b(?:back|return(?:ing|s)?|until|till|through|to|out of (?:the )?office|away|absent|leave|vacation|holidays?|"
    r"zurück|wieder|bis|ab|erreichbar|abwesend|urlaub|retour|jusqu(?:'|’)au|absente?|vuelv[oa]|regres[oa]|hasta|ausente|"
    r"ritorno|rientr\w+|torn(?:o|erò)|fino al?|ferie|assente|terug|tot|t/m|afwezig|vakantie|congés|vacances|"
    r"vacaciones|vuelta|até|volt[ao]|férias|tillbaka|åter|till och med|semester|tilbage|tilbake|til og med|ferie|"
    r"nieobecn\w+|wracam|wrócę|urlop\w*|lomalla|palaan|takaisin)\b|\bi(?: a|')m (?:\w+ )?out\b"
)

_UNTIL = re.compile(r"\b(?:until|till?|through|back|return\w*|bis|jusqu|retour|hasta|fino|tot|até|terug|zurück)\b")


def promise(body: str, written: date) -> Said | None:
    """By when they want to be in touch, by their own new words; of several days the last."""
    text = new_text(body[:LIMIT])
    sentences = (text.body[sentence.start : sentence.end] for sentence in text.sentences)
    return _last(sentences, written, _promised)


def returning(body: str, written: date, subject: str = "") -> Said | None:
    """When they are back, by an automatic reply; of several days the last. The subject counts where its text is silent:
    it may repeat the one that is answered."""
    lines = new_text(body[:LIMIT]).text.split("\n")  # "12. Juni" is no end of a sentence
    said = _last(lines, written, lambda line: bool(_AWAY.search(line)))
    return said or _last([subject[:LIMIT]], written, lambda line: bool(_UNTIL.search(line)))


def _promised(sentence: str) -> bool:
    return bool(_THEIRS.search(sentence)) and not _ASKED.search(sentence)


def _last(parts: Iterable[str], written: date, fits: Callable[[str], bool]) -> Said | None:
    found = []
    for part in parts:
        words = " ".join(part.split())
        if fits(words.lower().replace("\u2019", "'")):
            found += [Said(day.day, _short(words, day)) for day in days(words, written)]
    return max(found, key=lambda said: said.day, default=None)


def _short(words: str, day: Day) -> str:
    """The sentence, or where it is long the words before and with the day."""
    if len(words) <= SHOWN:
        return words.rstrip(" .!")
    start = max(0, day.end - SHOWN)
    while start and words[start - 1] != " ":
        start += 1
    return ("… " if start else "") + words[start : day.end].rstrip(" .!")
