"""The end of a mail: sign-off, name, phone and link blocks, "Sent from my ...", disclaimers; and postscripts below.

Works on the lines of one stretch of new text. Linear in the lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body without its line end, and where it starts (code points)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, its line end not counted."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see in it."""
        return not self.text.strip()


Block = list[Line]

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

_DELIMITERS = frozenset(("--", "—", "__", "___", "---", "- -"))
LONGEST_BLOCK = 12
"""Lines: nobody's name, phone and link block is longer."""


def trimmed(lines: Block) -> Block:
    """The lines without blank ones at either end."""
    first, end = 0, len(lines)
    while first < end and lines[first].blank:
        first += 1
    while end > first and lines[end - 1].blank:
        end -= 1
    return lines[first:end]


@dataclass(frozen=True, slots=True)
class Ending:
    """A stretch of new text taken apart: what is said (the words, then a postscript), what is signed, and the line
    that says goodbye, which belongs to the words."""

    words: tuple[Block, ...]
    signed: tuple[Block, ...]
    closing: Line | None


def split(lines: Block, *, final: bool) -> Ending:
    """Takes a stretch apart. `final`: whether it is the message's last one; an answer between two quotations is
    signed only where a delimiter says so, or where it is long."""
    rest, tail = _delimited(lines)
    said, postscript = rest, Block()
    for at, line in enumerate(rest):
        if _POSTSCRIPT.match(line.text) and (not at or rest[at - 1].blank):
            said, postscript = trimmed(rest[:at]), rest[at:]
            break
    closing: Line | None = None
    signed: list[Block] = []
    if said and (final or postscript or tail or len(said) > 3):
        cut, sign = _block_start(said)
        closing = said[sign] if sign is not None else None
        signed.append(trimmed(said[cut:]))
        said = trimmed(said[:cut])
    if len(postscript) > 1:
        cut, _ = _block_start(postscript)
        signed.append(trimmed(postscript[cut:]))
        postscript = trimmed(postscript[:cut])
    signed.append(tail)
    words = tuple(block for block in (said, postscript) if block)
    return Ending(words, tuple(block for block in signed if block), closing)


def _delimited(lines: Block) -> tuple[Block, Block]:
    """The lines above and from a delimiter, a device's line or a disclaimer."""
    left = sum(not line.blank for line in lines)
    for at, line in enumerate(lines):
        left -= not line.blank
        delimits = line.text == "-- " or (line.text.rstrip() in _DELIMITERS and left <= LONGEST_BLOCK)
        if delimits or _DEVICE.fullmatch(line.text) or (at and lines[at - 1].blank and _DISCLAIMER.match(line.text)):
            return trimmed(lines[:at]), trimmed(lines[at:])
    return lines, Block()


def _block_start(lines: Block) -> tuple[int, int | None]:
    """Where the trailing name and contact block starts (len(lines): there is none), and the sign-off's index."""
    end = len(lines)
    # Nobody's block is longer than a dozen lines; a sign-off further up is something else.
    for at in range(end - 1, max(-1, end - 1 - LONGEST_BLOCK), -1):
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
