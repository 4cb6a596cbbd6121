"""The one phrase engine that the text rules share: a rule is data, and carries the examples that prove it.

A rule looks for shapes: regular expressions written with named sets of words, over sentences in a plain form (straight
quotes, single spaces, small letters). Guards spare what only looks alike: negation, condition, quotation, somebody
else's words. Every gap in a shape is bounded, so that a sentence costs time in proportion to its length; `text.py`
caps sentence and message. Offsets always come back as code points of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checks.model import Finding, Mistake
from checks.text import NewText, Sentence

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\u00b4\u0060\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u1680\u2007\u202f\u205f\u3000\t\n\r\v\f", " "),
    }
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as shapes read it. `text` keeps its letter case, `lower` doesn't; both have one length, and
    `offsets[i]` is the place of their i-th code point in the source (with one more, the source's end)."""

    text: str
    lower: str
    offsets: tuple[int, ...]


def plain(source: str) -> Plain:
    """Straight quotes and hyphens, single spaces, no invisible code points, no space at either end."""
    chars: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(source.translate(_SAME_LENGTH)):
        if char in _INVISIBLE or (char == " " and (not chars or chars[-1] == " ")):
            continue
        chars.append(char)
        offsets.append(at)
    if chars and chars[-1] == " ":
        del chars[-1], offsets[-1]
    lower = "".join(small if len(small := char.lower()) == 1 else char for char in chars)
    return Plain("".join(chars), lower, (*offsets, offsets[-1] + 1 if offsets else 0))


WORDS: Mapping[str, str] = {
    "i_am": r"i'?m|i am|am|ima",
    "i_have": r"i'?ve|i have|have|i've just|i",
    "i_will": r"i'?ll|i will|i shall|i'?m going to|i am going to|i'?m gonna|imma|ill|il|i plan to|i intend to",
    "we_have": r"we'?ve|we have|we",
    "just": r"just|already|also|now|since|therefore|then|finally|recently|even|actually|gladly|meanwhile",
    "day": r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?s?",
    "month": r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "number": r"\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of|"
    r"many|nineteen|fifteen|fourteen|twenty",
    "unit": r"hours?|days?|weeks?|months?|fortnights?|years?",
}
"""Sets that several rules use. `~` in a shape stands for up to three words, `~~` for up to six."""


_NAME = re.compile(r"\{\{([a-z_]+)\}\}|\{([a-z_]+)\}")


def shape(pattern: str, words: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Compiles a shape: `{name}` is a set of words, `~` and `~~` are bounded gaps, word boundaries are added.

    A set may name other sets, two deep. Raises KeyError for a set that is not there.
    """
    sets = {**WORDS, **(words or {})}
    filled = pattern
    for _ in range(3):
        filled = _NAME.sub(lambda found: f"(?:{sets[found[1] or found[2]]})", filled)
    filled = filled.replace("~~ ", r"(?:[^\s.!?;]{1,40} ){0,6}").replace("~ ", r"(?:[^\s.!?;]{1,40} ){0,3}")
    return re.compile(rf"(?<![\w@])(?:{filled})(?![\w])")


def shapes(patterns: Iterable[str], words: Mapping[str, str] | None = None) -> tuple[re.Pattern[str], ...]:
    """One shape that is any of them. Python's `re` tries the alternatives of one pattern in less than half of the time
    that as many patterns would take."""
    return (shape("|".join(patterns), words),)


CONDITION = shape(
    r"if|whether|should (?:i|you|we|the|it|this|that|anything|my)|were i|were you|in case|provided|assuming|unless|"
    r"in the event|would (?:love|like|be|welcome|enjoy|gladly|happily)|"
    r"i'?d (?:love|like|be|welcome|enjoy|gladly|rather)|"
    r"hop(?:e|es|ed|ing) (?:to|that|i|you|we)|i hope|wish(?:es)? to|could|might|may|perhaps|maybe|"
    r"possibl[ey]|chance|opportunity|successful|selected|chosen|hired|offered|appointed|considered|potential(?:ly)?|"
    r"possibility|dream|imagine|looking forward to the (?:chance|possibility)|whoever|anyone|the successful"
)
"""Marks of condition or hope anywhere in a sentence."""

NEGATION = re.compile(
    r"(?:\b(?:not|never|no longer|nor|neither|without|cannot|hardly)|n't|\b(?:dont|didnt|havent|wont|cant|"
    r"wouldnt|isnt|doesnt))"
    r"(?: (?!(?:that|mind|but|so|because|which|wait)\b)[^\s,;:.!?-]{1,20}){0,4} ?$"
)
"""A negation shortly before a hit, in its clause."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check looks for.

    `name`: "check.rule". `message` and `advice`: friendly whole sentences. `hits`: shapes of which one must be found.
    `needs`: shapes of which one must be found in any sentence of the message, where there are some.
    `guards`: shapes that spare the sentence wherever they stand in it. `behind`: patterns that spare a hit when they
    match the words right before it (NEGATION, unless given otherwise). `quoted`: whether words in double quotation
    marks count. `wide`: shapes may reach into the next sentence. `cased`: shapes read `text`, not `lower`.
    `finds`, `spares`: texts of one or more sentences that must be found, and near misses that must not.
    """

    name: str
    message: str
    advice: str
    hits: tuple[re.Pattern[str], ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]
    needs: tuple[re.Pattern[str], ...] = ()
    guards: tuple[re.Pattern[str], ...] = ()
    behind: tuple[re.Pattern[str], ...] = (NEGATION,)
    quoted: bool = False
    wide: bool = False
    cased: bool = False

    @property
    def mistake(self) -> str:
        """The check's name."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's hit; `start` and `end` count in the body, `sentence` is the index of the sentence where it starts."""

    rule: Rule
    start: int
    end: int
    sentence: int


@dataclass(slots=True)
class Sentences:
    """The sentences of one message in plain form, made once for all rules."""

    text: NewText
    singles: list[Plain] = field(default_factory=list)
    pairs: list[Plain] = field(default_factory=list)

    def __post_init__(self) -> None:
        sentences = self.text.sentences
        self.singles = [plain(sentence.text) for sentence in sentences]
        self.pairs = [
            plain(self.text.body[one.start : two.end]) if _adjacent(self.text.body, one, two) else single
            for one, two, single in zip(sentences, sentences[1:], self.singles, strict=False)
        ] + self.singles[-1:]

    def hits(self, rules: Iterable[Rule]) -> list[Hit]:
        """All hits of the rules, at most one a rule and sentence, in the order of the text."""
        found = [hit for rule in rules for hit in self._hits(rule)]
        return sorted(found, key=lambda hit: (hit.start, hit.end))

    def _hits(self, rule: Rule) -> Iterator[Hit]:
        if rule.needs and not self.any(rule.needs):
            return
        for index, read in enumerate(self.pairs if rule.wide else self.singles):
            if place := _search(rule, read):
                base = self.text.sentences[index].start
                yield Hit(rule, base + read.offsets[place[0]], base + read.offsets[place[1] - 1] + 1, index)

    def any(self, patterns: Iterable[re.Pattern[str]]) -> bool:
        """Whether one of the patterns is found in one of the sentences (small letters)."""
        return any(pattern.search(read.lower) for pattern in patterns for read in self.singles)


@lru_cache(maxsize=1)
def sentences_of(text: NewText) -> Sentences:
    """The sentences of a message, made once however many checks ask for them."""
    return Sentences(text)


def _adjacent(body: str, one: Sentence, two: Sentence) -> bool:
    return two.start - one.end <= 4 and not body[one.end : two.start].strip()


def _search(rule: Rule, read: Plain) -> tuple[int, int] | None:
    source = read.text if rule.cased else read.lower
    for hit in rule.hits:
        for found in hit.finditer(source):
            start, end = found.span()
            if start == end or (not rule.quoted and _in_quotes(read.lower, start, end)):
                continue
            before = read.lower[max(0, start - 60) : start]
            if any(pattern.search(before) for pattern in rule.behind):
                continue
            if any(guard.search(read.lower) for guard in rule.guards):
                return None
            return start, end
    return None


def _in_quotes(text: str, start: int, end: int) -> bool:
    return text.count('"', 0, start) % 2 == 1 and '"' in text[end:]


def findings(hits: Sequence[Hit], mistake: Mistake, body: str) -> list[Finding]:
    """The hits as findings that hold; where two share words, the one that starts first, of two such the longer."""
    found: list[Finding] = []
    taken = 0
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if hit.start < taken:
            continue
        taken = hit.end
        found.append(
            Finding(
                mistake=mistake,
                rule=hit.rule.name,
                effect="hold",
                message=hit.rule.message,
                advice=hit.rule.advice,
                part="body",
                start=hit.start,
                end=hit.end,
                excerpt=body[hit.start : hit.end],
            )
        )
    return found


def says(text: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Whether one of the patterns is found in a text of any kind (a subject, a quotation); line breaks are spaces."""
    lower = plain(text).lower
    return any(pattern.search(lower) for pattern in patterns)
