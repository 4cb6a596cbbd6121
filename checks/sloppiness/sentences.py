"""How a sentence begins and ends: a missing question mark, a last sentence without its full stop, a small first letter.

Only where the rest of the mail shows that its writer does otherwise, or the words leave no choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.sloppiness import lexicon
from checks.sloppiness.hit import Hit
from checks.text import Sentence

_ASKS = re.compile(
    r"(?:(?:is|are|was|has|does|will) (?:there|the|this|that|my|your|anyone|anybody)|(?:is|was|does) it|"
    r"(?:are|have|do|did|will) (?:you|we|they)|(?:am|did|do) i|(?:when|where|why|how) (?:do|does|did|will|would|can|"
    r"could|should) (?:i|you|we|they|he|she|it))\s",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"\b(?:wonder|is it (?:any|not)|will (?:that|the|this)|do you know,|did i|not half|or not)\b|^will (?:the|that|"
    r"this)|"
    r"^do (?:you|we) (?:a|the|know)\b|^(?:when|where|how|why)\b.*,",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FULL_STOP = re.compile(r"[.!?…][)\]\"'”’»]{0,3}$")
_FIRST = re.compile(r"[a-z]+(?![\w./@-])(?:['’][a-z]+)?(?= [a-z])")
_SMALL_ON_PURPOSE = frozenset("e i p s ps de von van der den del da di le la el al x xx xo".split())


def find(body: str, prose: str, sentences: Sequence[Sentence]) -> Iterator[Hit]:
    """Hits in a body and its mask (page.py)."""
    inside = [sentence for sentence in sentences[:400] if sentence.start < len(prose)]
    ended = sum(bool(_FULL_STOP.search(sentence.text)) for sentence in inside)
    capital = sum(sentence.text[:1].isupper() for sentence in inside)
    for at, sentence in enumerate(inside):
        text = sentence.text
        if len(text) > 300:
            continue
        masked = prose[sentence.start : sentence.end]
        words = _WORD.findall(masked)
        last = at + 1 == len(inside) or "\n" in body[sentence.end : inside[at + 1].start]
        if _question(text, words, last):
            yield _hit(
                sentence,
                "This asks something and has no question mark.",
                "Put a question mark at its end.",
                "punctuation",
            )
        elif last and ended > 1 and _unended(body, sentence, masked, words, inside[at - 1] if at else None):
            yield _hit(
                sentence,
                "The last sentence here has no full stop, as if it broke off.",
                "Put a full stop at its end.",
                "punctuation",
            )
        if 2 * capital >= len(inside) and capital and _small(body, sentence, at, inside):
            yield _begins(sentence)


def _question(text: str, words: list[str], last: bool) -> bool:
    """Whether a sentence is built as a question and ends with a full stop, or with nothing at the end of its line."""
    if not 4 <= len(words) <= 25 or not _ASKS.match(text) or _NO_QUESTION.search(text):
        return False
    if text.endswith("."):
        return not text.endswith("..")
    return last and text[-1].isalpha()


def _unended(body: str, sentence: Sentence, masked: str, words: list[str], before: Sentence | None) -> bool:
    """Whether the last sentence of a paragraph breaks off in a plain word, its neighbour being ended as usual."""
    if before is None or "\n\n" in body[before.end : sentence.start] or not _FULL_STOP.search(before.text):
        return False
    if not masked[-1:].isalpha() or len(words) < 7 or "\n" in body[before.end : sentence.start].strip(" "):
        return False
    final = words[-1]
    return (
        sentence.text[:1].isupper()
        and final.islower()
        and final in lexicon.common()
        and not re.search(r"[:;•*]|(?:^| )[-–—] ", masked)
        and body[sentence.end : sentence.end + 2].strip(" ") in ("\n", "\n\n", "")
    )


def _small(body: str, sentence: Sentence, at: int, inside: Sequence[Sentence]) -> bool:
    """Whether a sentence begins with a small letter though it stands behind a full stop."""
    found = _FIRST.match(sentence.text)
    if not found or found.group() in _SMALL_ON_PURPOSE or found.group().lower() not in lexicon.common():
        return False
    if len(_WORD.findall(sentence.text)) < 4:
        return False
    if not at:
        return False  # behind "Dear Jo," many write on in a small letter, as other languages do
    before = inside[at - 1]
    gap = body[before.end : sentence.start]
    return gap == " " and bool(re.search(r"[a-z]{3}[.?!]$", before.text)) and before.text[:1].isupper()


def _begins(sentence: Sentence) -> Hit:
    word = _FIRST.match(sentence.text)
    assert word is not None
    begun = word.group()
    return Hit(
        "punctuation",
        sentence.start,
        sentence.start + len(begun),
        "The sentence begins with a small letter, which looks hurried.",
        f"Write “{begun[0].upper() + begun[1:]}”.",
        begun[0].upper() + begun[1:],
    )


def _hit(sentence: Sentence, message: str, advice: str, rule: str) -> Hit:
    words = list(_WORD.finditer(sentence.text))
    return Hit(rule, sentence.start + words[-1].start(), sentence.start + words[-1].end(), message, advice)
