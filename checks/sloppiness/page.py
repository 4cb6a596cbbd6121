"""The message as the rules of this check read it: one string per part, as long as the part, with all that is not the
sender's own prose masked. Offsets found in a mask are therefore offsets in the subject or body.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from checks.model import Message, Settings
from checks.text import NewText, Span

LIMIT = 40_000
"""Code points of a body that the rules read, from its beginning; a long letter has 4,000."""
OUTSIDE = "\x1f"
"""Stands for what is not the sender's new prose: between sentences, quotes of other mail, signatures."""
HIDDEN = "\ufffc"
"""Stands for addresses, links, code, file names and words in quotation marks inside a sentence."""

_HIDE = re.compile(
    r"(?:https?://|www\.)[^\s<>]{1,500}"
    r"|[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"|(?<![\w.])[@#][\w.-]{2,60}"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|co|dev|me|example|uk|in|de|fr|ca|eu|au|nz|ie|app|"
    r"ai)\b(?:/[^\s<>]{0,200})?"
    r"|(?<![\w.])[\w-]{1,80}\.(?:pdf|docx?|odt|xlsx?|pptx?|txt|rtf|zip|png|jpe?g|csv|html?|mp[34]|py|js|md)\b"
    r"|`[^`\n]{1,200}`"
    r"|(?<!\w)\"[^\"\n]{1,600}\"(?!\w)|“[^”\n]{1,600}”|«[^»\n]{1,600}»|„[^“”\n]{1,600}[“”]"
    r"|(?<!\w)‘[^’‘\n]{1,200}’(?!\w)|(?<!\w)'[^'\n]{2,200}'(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,30}\b")
_REPLY = re.compile(r"\s*(?:re|aw|sv|fwd?|wg|tr|antw|rv|ynt)\s*(?:\[\d+\])?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """`prose`: the body's sentences, everything else OUTSIDE. `written`: all that the sender newly typed, greeting,
    closing and signature included. `subject` is empty where it is the thread's and not the sender's (a reply's).
    `known`: words, case-folded, of the header's names and addresses and the user's own: never misspelt. `seen`: these,
    and the words of the thread, the greeting and signatures, and what has a capital in mid-sentence: very likely names.
    """

    body: str
    prose: str
    written: str
    subject: str
    known: frozenset[str]
    seen: frozenset[str]


def read(message: Message, text: NewText, settings: Settings) -> Page:
    """The page of a message; `text` is `new_text(message.body)`."""
    body = message.body
    limit = min(len(body), LIMIT)
    prose = hidden(body, _only(body, ((s.start, s.end) for s in text.sentences), limit))
    written = _only(body, ((s.start, s.end) for s in (*text.spans, *text.signatures)), limit)
    ours = "" if message.reply or _REPLY.match(message.subject) else message.subject[:LIMIT]
    known = _known(message, settings)
    return Page(body, prose, written, hidden(ours, ours), known, known | _seen(message, text))


def hidden(text: str, masked: str) -> str:
    """`masked` with the links, addresses, code and quotations of `text` hidden as well."""
    pieces: list[str] = []
    at = 0
    for found in _HIDE.finditer(masked):
        pieces.append(masked[at : found.start()])
        pieces.append(HIDDEN * (found.end() - found.start()))
        at = found.end()
    pieces.append(masked[at:])
    return "".join(pieces)


def plain(text: str) -> str:
    """Lower case without accents: "Zoë" and "Zoe" are one name."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def words(text: str) -> Iterable[str]:
    """The words of `text`, lower case, without accents."""
    return (plain(found.group()) for found in _WORD.finditer(text))


def _only(body: str, spans: Iterable[tuple[int, int]], limit: int) -> str:
    pieces: list[str] = []
    at = 0
    for first, last in sorted(spans):
        start, end = max(at, first), min(last, limit)
        if start >= end:
            continue
        pieces.append(OUTSIDE * (start - at))
        pieces.append(body[start:end])
        at = end
    pieces.append(OUTSIDE * (limit - at))
    return "".join(pieces)


def _cut(body: str, spans: Iterable[Span]) -> str:
    return " ".join(body[span.start : span.end] for span in spans)[:LIMIT]


def _known(message: Message, settings: Settings) -> frozenset[str]:
    people = (message.sender, *message.to[:100], *message.cc[:100])
    sources = [f"{person.name[:200]} {person.address[:200]}" for person in people]
    sources += [attachment.name[:200] for attachment in message.attachments[:50]]
    known = {word for source in sources for word in words(source)}
    return frozenset(known | {word.casefold() for word in settings.words})


def _seen(message: Message, text: NewText) -> frozenset[str]:
    greeting = [text.greeting] if text.greeting else []
    sources = [_cut(message.body, text.signatures), _cut(message.body, greeting), text.context[:LIMIT]]
    if message.reply or _REPLY.match(message.subject):
        sources.append(message.subject[:LIMIT])
    seen = {word for source in sources for word in words(source)}
    seen.update(found.group().casefold() for found in _CAPITALISED.finditer(message.body[:LIMIT]))
    return frozenset(seen)
