"""What the sender newly wrote: without quotes, with greeting, sign-off and signature known apart, and its sentences.

All offsets are code points in the body. Everything here is linear in the body and never raises; sentences are made of
the first LIMIT code points of new text, no sentence is longer than LONGEST.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks import signature
from checks.quotes import marks, unmarked
from checks.signature import Block, Line

LIMIT = 60_000
"""Code points of new text that are read as sentences: twenty times a long letter."""
LONGEST = 1_000
"""Code points of one sentence; what goes on longer without an end is cut at a space."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in the body."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was typed, line breaks included: `text == body[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewText:
    """The sender's own words in a body.

    `spans`: what was newly written, greeting and sign-off included, signatures and disclaimers not; several where
    answers stand between quoted lines. `greeting`: "Hi Jo," with its comma. `closing`: the sign-off line ("Thanks,").
    `thread`: `Message.thread`, what the other side wrote where it is known from elsewhere.
    `signatures`: name, phone and link blocks, "Sent from my ...", disclaimers. `quoted`: what others (or the sender,
    earlier) wrote, with its marks. `sentences`: of `spans`, without greeting and closing.
    """

    body: str
    spans: tuple[Span, ...] = ()
    greeting: Span | None = None
    closing: Span | None = None
    signatures: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    thread: str = ""

    @property
    def text(self) -> str:
        """The new words, the spans joined by line breaks (no offsets into this)."""
        return "\n".join(self.body[span.start : span.end] for span in self.spans)

    @property
    def quoted_text(self) -> str:
        """The quoted words without their marks, at most LIMIT code points."""
        pieces = "\n".join(self.body[span.start : span.end] for span in self.quoted)[:LIMIT]
        return "\n".join(unmarked(line) for line in pieces.split("\n"))

    @property
    def context(self) -> str:
        """What is answered: the quoted words; where nothing is quoted, the thread's."""
        return self.quoted_text or self.thread


_TITLE = r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sr|Fr|Sir|Rev|Maj|Capt|Lt|Sgt|Lic)\b\.?"
_GREETING = re.compile(
    r"[ \t]*(?:(?:dear|hi|hiya|hey+|hello+|howdy|hallo|greetings|good (?:morning|afternoon|evening|day)|morning|"
    r"afternoon|evening|g'day|gday|yo|aloha|kia ora|salaam|namaste|respected|to (?:whom|the)|attn:?|attention:?|madam|"
    rf"sirs?|ma'am|chef|coach|folks|team)\b(?:{_TITLE}|[^\n.?!:;,–—]){{0,80}}?(?:[,:;.!]+|[ \t][–—-]+|[–—]|-?$)|"
    rf"(?:{_TITLE} ?)?(?:[^\W\d_][\w.'’-]{{0,24}} ?){{1,3}}(?:,|:|[ \t]*[–—-])[ \t]*$)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:it'?s|this is|i|i'?m|im|saw|just|hope|thank\w*|thx|sorry|from|got|is|are|was)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…。！？]+[)\]\"'”’»]{0,3}(?=\s|$)|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|messrs|dr|prof|st|sr|jr|fr|rev|hon|maj|ret|gen|col|sgt|capt|lt|lic|sra|srta|mt|vs|viz|cf|ca|"
    r"approx|inc|ltd|corp|dept|eds|pp|i\.?e|e\.?g|a\.?k\.?a|incl)|(?<!['’])\b[^\W\d_]|^\s*\(?\d{1,2})\.$",
    re.IGNORECASE,
)
# Ordinary words too, so only before a number or a small letter: "ref. 12" and "see no. 4", but "I said no. It ..."
_SOMETIMES = re.compile(
    r"\b(?:no|nos|co|est|ext|ref|tel|fig|vol|ed|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|"
    r"fri|sat|sun|hrs?|min|mins|p\.m|a\.m)\.$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·–—]|\(?\w{1,3}[.)])[ \t]+\S")


def new_text(body: str, thread: str = "") -> NewText:
    """Reads a body (LF line ends, as `Message.body`). Any text is fine; an empty one gives an empty NewText."""
    lines: Block = []
    start = 0
    for raw in body.split("\n"):
        lines.append(Line(raw, start))
        start += len(raw) + 1
    marked = marks([line.text for line in lines])
    quoted: list[Span] = []
    segments: list[Block] = []
    index = 0
    while index < len(lines):
        mark = marked[index]
        first = index
        while index < len(lines) and marked[index] == mark:
            index += 1
        if mark == "quoted":
            quoted.append(Span(lines[first].start, lines[index - 1].end))
        elif mark == "new" and (segment := signature.trimmed(lines[first:index])):
            segments.append(segment)
    spans: list[Span] = []
    signatures: list[Span] = []
    sentences: list[Sentence] = []
    greeting = closing = None
    room = LIMIT
    for number, segment in enumerate(segments):
        ending = signature.split(segment, final=number == len(segments) - 1)
        signatures += [_span(block) for block in ending.signed]
        farewell = ending.closing
        closing = Span(farewell.start, farewell.end) if farewell else closing
        for place, block in enumerate(ending.words):
            span = _span(block)
            if not number and not place:
                greeting = _greeting(block[0])
            spans.append(span)
            begin = greeting.end if greeting and greeting.start == span.start else span.start
            end = farewell.start if farewell and span.start <= farewell.start < span.end else span.end
            sentences += _sentences(body, begin, min(end, begin + room))
            room = max(0, room - (span.end - begin))
    return NewText(body, tuple(spans), greeting, closing, tuple(signatures), tuple(quoted), tuple(sentences), thread)


def _span(block: Block) -> Span:
    return Span(block[0].start, block[-1].end)


def _greeting(line: Line) -> Span | None:
    found = _GREETING.match(line.text[:120])
    if not found or not found.group().strip() or len(found.group().split()) > 8 or _TALK.search(found.group()):
        return None
    return Span(line.start, line.start + len(found.group().rstrip()))


def _sentences(body: str, start: int, end: int) -> Iterator[Sentence]:
    for first, last in _lines_of_thought(body, start, end):
        at = first
        piece = body[first:last]
        for stop in _SENTENCE_END.finditer(piece):
            upto = first + stop.end()
            before, behind = body[max(at, upto - 12) : upto], body[upto : upto + 2].strip()
            if behind and _ABBREVIATION.search(before):
                continue
            if (behind.isdigit() or behind.islower()) and _SOMETIMES.search(before):
                continue
            yield from _cut(body, at, upto)
            at = upto
        yield from _cut(body, at, last)


def _lines_of_thought(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs, list items and short lines that stand alone; wrapped lines stay together."""
    at = begin = start
    while at < end:
        line_end = body.find("\n", at, end)
        if line_end < 0:
            break
        follows_end = body.find("\n", line_end + 1, end)
        line = body[max(at, begin) : line_end]
        follows = body[line_end + 1 : follows_end if follows_end >= 0 else end]
        if (
            not follows.strip()
            or not line.strip()
            or _BULLET.match(follows)
            or (len(line) < 50 and follows[:1].isupper())
        ):
            yield begin, line_end
            begin = line_end + 1
        at = line_end + 1
    yield begin, end


def _cut(body: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = body.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield Sentence(body[start:stop], start, stop)
        start = stop
        while start < end and body[start].isspace():
            start += 1
    if start < end:
        yield Sentence(body[start:end], start, end)
