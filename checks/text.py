"""What the sender newly wrote: without quotes, with greeting, sign-off and signature known apart, and its sentences.

All offsets are code points in the body. Everything here is linear in the body and never raises; sentences are made of
the first LIMIT code points of new text, no sentence is longer than LONGEST.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.quotes import marks, unmarked

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

    @property
    def text(self) -> str:
        """The new words, the spans joined by line breaks (no offsets into this)."""
        return "\n".join(self.body[span.start : span.end] for span in self.spans)

    @property
    def quoted_text(self) -> str:
        """The quoted words without their marks, at most LIMIT code points: the context of an answer."""
        pieces = "\n".join(self.body[span.start : span.end] for span in self.quoted)[:LIMIT]
        return "\n".join(unmarked(line) for line in pieces.split("\n"))


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text.strip()


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
_CLOSING = re.compile(
    r"[ \t]*(?:(?:with )?(?:(?:my|our|the|all|very|many|most|kind|kindest|best|warm|warmest|sincere|good|every|much) ?)"
    r"{0,4}(?:regards?|wishes|thanks(?: again)?|cheers|respect|appreciation|gratitude|best|love|rgds|br|kr|blessings)|"
    r"(?:yours?|very|most)(?: (?:very|most))? ?(?:sincerely|faithfully|truly|respectfully|cordially|ever|aye)?"
    r"(?: yours)?|(?:sincerely|respectfully|cordially|gratefully|faithfully)(?: yours)?|warmly|thankfully|"
    r"appreciatively|thank ?you(?: (?:very|so) much)?(?: in (?:advance|anticipation))?|"
    r"thanks(?: (?:so|very) much| a (?:lot|million|bunch|ton)| again| all| ever so)?(?: in advance)?|thx|tnx|ty|ta|tia|"
    r"thanking you(?: in (?:advance|anticipation))?|all the best|take care|god bless(?: you)?|bye(?: for now)?|"
    r"(?:speak|talk) soon|until then|see you(?: then| soon)?|in haste|peace|xo+|x+|"
    r"(?:i )?(?:look(?:ing)? forward|hop(?:e|ing)) to hear(?:ing)? from you(?: soon)?|"
    r"have a (?:good|great|nice|lovely|wonderful) (?:day|one|week|weekend|evening)|ngā mihi|nga mihi|mahalo|"
    r"mit freundlichen grüßen|cordialement|saludos|un saludo|atentamente|atenciosamente|cordiali saluti|"
    r"(?:met vriendelijke )?groeten?|mvh|mfg|i remain[^\n]{0,40})"
    r"[ \t]*[,.!–—-]{0,3}[ \t]*(?:x+|:\)|🙂|😊|🙏)?[ \t]*",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"[ \t]*(?:sent (?:from|via|using|with|by|on)\b.{0,60}|get outlook for .{0,40}|get bluemail for .{0,40}|"
    r"von mein(?:em|er) .{1,40} gesendet|gesendet (?:von|mit|aus) .{1,50}|envoyé (?:de|depuis|à partir de) .{1,50}|"
    r"enviado (?:desde|do|de|a partir d[oe]) .{1,50}|inviato (?:da|dal) .{1,40}|verstuurd vanaf .{1,40}|"
    r"verzonden (?:met|vanaf|via) .{1,40}|"
    r"skickat från .{1,40}|sendt fra .{1,40}|lähetetty .{1,40}|wysłan[eo] z .{1,40}|odesláno z .{1,40}|"
    r"отправлено .{1,40}|надіслано .{1,40}|trimis de pe .{1,40}|.{0,20}から送信|发自我的.{1,20}|"
    r"從我的.{1,20}傳送|나의 .{1,20}에서 보냄|"
    r"sent securely .{0,60}|sent on the go.{0,20})[ \t]*",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"[ \t*]*(?:confidentiality (?:notice|note)|disclaimer\b|"
    r"this (?:e-?mail|message|communication)(?:,| and| is| may| \()|"
    r"the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message)|privileged and confidential|"
    r"please consider the environment|think before you print|virus-free\.|diese e-mail enthält|ce message (?:et|est)|"
    r"este (?:mensaje|correo|e-mail)|questo messaggio|avis de confidentialité)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:https?://|www\.)\S|\b[\w.+-]{1,60}@[\w-]{1,60}\.\w|\b[\w-]{2,60}\.(?:com|org|net|io|co|dev|me|example|uk|"
    r"in|de|fr|ca)"
    r"(?:/\S*)?(?:\s|$|\|)|(?:\+|\(?0|\b)\d[\d \u00a0().–-]{6,18}\d\b|\bpronouns?:|[|·•].*[|·•]",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[^\W\d_a-zß-ÿ][\w.'’-]{0,24}|(?:van|von|de|der|den|da|dos|du|la|le|bin|al|ní|ó|of)\b)"
_NAME_LINE = re.compile(
    rf"[ \t]*(?:[-–—]{{1,2}} ?)?(?:{_NAME_WORD}[ \t]+){{0,4}}{_NAME_WORD}\.?"
    r"(?:[ \t]*[,(][^.!?\n]{1,60}\)?|[ \t]+[A-Z][\w.&() -]{1,30})?[ \t]*(?:x+|[^\w\s.,!?]{1,4})?[ \t]*"
)
_POSTSCRIPT = re.compile(r"[ \t]*p\.?[ \t]?(?:p\.?[ \t]?)?s\b\.?[ \t:,.–—-]", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？]+[)\]\"'”’»]{0,3}(?=\s|$)|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|messrs|dr|prof|st|sr|jr|fr|rev|hon|maj|ret|gen|col|sgt|capt|lt|lic|sra|srta|mt|vs|viz|cf|ca|"
    r"approx|inc|ltd|corp|dept|eds|pp|i\.?e|e\.?g|a\.?k\.?a|incl)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
# Ordinary words too, so only before a number or a small letter: "ref. 12" and "see no. 4", but "I said no. It ..."
_SOMETIMES = re.compile(
    r"\b(?:no|nos|co|est|ext|ref|tel|fig|vol|ed|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|"
    r"fri|sat|sun|hrs?|min|mins|p\.m|a\.m)\.$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·–—]|\(?\w{1,3}[.)])[ \t]+\S")


def new_text(body: str) -> NewText:
    """Reads a body (LF line ends, as `Message.body`). Any text is fine; an empty one gives an empty NewText."""
    lines: list[_Line] = []
    start = 0
    for raw in body.split("\n"):
        lines.append(_Line(raw, start))
        start += len(raw) + 1
    marked = marks([line.text for line in lines])
    quoted: list[Span] = []
    segments: list[list[_Line]] = []
    index = 0
    while index < len(lines):
        mark = marked[index]
        first = index
        while index < len(lines) and marked[index] == mark:
            index += 1
        if mark == "quoted":
            quoted.append(Span(lines[first].start, lines[index - 1].end))
        elif mark == "new" and (segment := _trimmed(lines[first:index])):
            segments.append(segment)
    spans: list[Span] = []
    signatures: list[Span] = []
    sentences: list[Sentence] = []
    greeting = closing = None
    room = LIMIT
    for number, segment in enumerate(segments):
        text, signed, signed_off = _without_signature(segment, last=number == len(segments) - 1)
        signatures += [_span(block) for block in signed]
        closing = signed_off or closing
        for block in text:
            span = _span(block)
            if number == 0 and greeting is None and block is text[0]:
                greeting = _greeting(block[0])
            spans.append(span)
            begin = greeting.end if greeting and greeting.start == span.start else span.start
            if signed_off and signed_off.end <= span.end and signed_off.start >= span.start:
                sentences += _sentences(body, begin, min(signed_off.start, begin + room))
            else:
                sentences += _sentences(body, begin, min(span.end, begin + room))
            room = max(0, room - (span.end - begin))
    return NewText(body, tuple(spans), greeting, closing, tuple(signatures), tuple(quoted), tuple(sentences))


def _span(block: list[_Line]) -> Span:
    return Span(block[0].start, block[-1].end)


def _trimmed(lines: list[_Line]) -> list[_Line]:
    first, end = 0, len(lines)
    while first < end and lines[first].blank:
        first += 1
    while end > first and lines[end - 1].blank:
        end -= 1
    return lines[first:end]


def _greeting(line: _Line) -> Span | None:
    found = _GREETING.match(line.text[:120])
    if not found or not found.group().strip() or len(found.group().split()) > 8 or _TALK.search(found.group()):
        return None
    return Span(line.start, line.start + len(found.group().rstrip()))


def _without_signature(segment: list[_Line], last: bool) -> tuple[list[list[_Line]], list[list[_Line]], Span | None]:
    """Splits a segment into blocks of text, blocks of signature, and the sign-off's span (part of the text)."""
    signed: list[list[_Line]] = []
    rest = segment
    for at in range(len(segment)):  # a delimiter, a device's line or a disclaimer ends the text
        line = segment[at].text
        few = sum(not other.blank for other in segment[at + 1 :]) <= 12 if _delimits(line) else True
        if (line == "-- " or (_delimits(line) and few)) or _DEVICE.fullmatch(line) or (at and _disclaims(segment, at)):
            rest, block = _trimmed(segment[:at]), _trimmed(segment[at:])
            signed.append(block)
            break
    after: list[_Line] = []
    for at in range(len(rest)):
        if _POSTSCRIPT.match(rest[at].text) and (not at or rest[at - 1].blank):
            rest, after = _trimmed(rest[:at]), rest[at:]
            break
    text = rest
    signed_off: Span | None = None
    if rest and (last or after or signed or len(rest) > 3):
        cut, sign = _block_start(rest)
        if sign is not None:
            signed_off = _span([rest[sign]])
        text, block = _trimmed(rest[:cut]), _trimmed(rest[cut:])
        if block:
            signed.insert(0, block)
    blocks = [block for block in (text, after) if block]
    return blocks, [block for block in signed if block], signed_off


def _delimits(line: str) -> bool:
    return line.rstrip() in ("--", "—", "__", "___", "---", "- -")


def _disclaims(segment: list[_Line], at: int) -> bool:
    return segment[at - 1].blank and bool(_DISCLAIMER.match(segment[at].text))


def _block_start(lines: list[_Line]) -> tuple[int, int | None]:
    """Where the trailing name and contact block starts (len(lines): there is none), and the sign-off's index."""
    end = len(lines)
    # Nobody's block is longer than a dozen lines; a sign-off further up is something else.
    for at in range(end - 1, max(-1, end - 13), -1):
        closing = _CLOSING.fullmatch(lines[at].text) if not lines[at].blank and len(lines[at].text) < 90 else None
        if closing and all(_block_like(line.text) for line in lines[at + 1 :]):
            if at == 0 and end == 1:
                return end, None
            return at + 1, at
    cut = end
    for at in range(end - 1, max(0, end - 9), -1):  # the first line is never a signature
        line = lines[at]
        if line.blank:
            continue
        if not _block_like(line.text):
            break
        if (_NAME_LINE.fullmatch(line.text) or _CONTACT.search(line.text)) and (
            lines[at - 1].blank or _ends(lines[at - 1].text)
        ):
            cut = at
    if (
        cut == end
        and end > 1
        and lines[-2].blank
        and re.fullmatch(r"[ \t]*[^\W\d_]{2,14}[ \t]*[x.!]{0,3}", lines[-1].text)
    ):
        cut = end - 1
    return cut, None


def _ends(line: str) -> bool:
    return line.rstrip()[-1:] in '.!?,:)"”…' or len(line) < 60


def _block_like(line: str) -> bool:
    stripped = line.strip()
    if not stripped:
        return True
    if len(stripped) > 90:
        return False
    if _CONTACT.search(stripped):
        words = stripped.split()
        # "You can reach me at 01632 960 100." is a sentence, "My mum's phone, if easier: 01632 960 100" a label.
        return len(words) <= 14 and not (stripped[-1] in ".?!" and sum(word.islower() for word in words) >= 3)
    if stripped[-1] in "?!:;":
        return False
    if stripped[-1] == "." and not _NAME_LINE.fullmatch(line):
        return False
    return len(stripped) <= 70 and len(stripped.split()) <= 9


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
