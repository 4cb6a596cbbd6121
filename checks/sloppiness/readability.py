"""Whether the text is much harder to read than mail usually is: worth a note, never more.

Ordinary mail to recruiters has 14 words a sentence (95 %: 19).

The grade is the Automated Readability Index (Senter and Smith 1967), which counts letters, words and sentences: of
textstat's measures it is the one that needs no dictionary of syllables (72 MB and a second).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.sloppiness.hit import Hit
from checks.text import Sentence

FEWEST_WORDS = 60
GRADE = 17.0
LONG_SENTENCE = 55
"""Words; a list that is longer has line breaks and is several sentences to text.py."""
_CAP = 400


def find(sentences: Sequence[Sentence]) -> Iterator[Hit]:
    """At most one hit for the whole text, and one for its longest sentence."""
    prose = [sentence for sentence in sentences[:_CAP] if len(sentence.text.split()) > 2]
    counts = [len(sentence.text.split()) for sentence in prose]
    if prose and max(counts) >= LONG_SENTENCE:
        longest = prose[counts.index(max(counts))]
        yield Hit(
            "readability",
            longest.start,
            longest.end,
            f"This sentence has {max(counts)} words; a reader in a hurry gets lost in it.",
            "Make two or three sentences of it.",
        )
    elif sum(counts) >= FEWEST_WORDS and grade(" ".join(sentence.text for sentence in prose)) >= GRADE:
        yield Hit(
            "readability",
            prose[0].start,
            prose[-1].end,
            "The text is harder to read than most letters; a recruiter reads on a phone, between two meetings.",
            "Use shorter words, and make two sentences of the long ones.",
        )


def grade(text: str) -> float:
    """The school year that reads `text` with ease, by the Automated Readability Index."""
    import textstat

    return float(textstat.automated_readability_index(text))
