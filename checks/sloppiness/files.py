"""More files promised than are there: "both attached" with one, "in a third file" with two, a photo among texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.model import Attachment
from checks.sloppiness.hit import Hit

_NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
}
_THINGS = (
    r"(?:files|documents|papers|reports|certificates|photographs|photos|pictures|references|letters|forms|drawings|"
    r"scans|"
    r"copies|attachments|samples|spreadsheets|pdfs|slides|plans|invoices|articles|essays|transcripts)"
)
_ATTACH = r"(?:attach|attached|attaching|enclose|enclosed|enclosing)"
_PROMISES = (
    re.compile(rf"\b(both)(?: of (?:them|these|which))?(?: are)?(?: now| here)? {_ATTACH}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_ATTACH} (?:also |the |my |all |here )?(two|three|four|five|six) (?:[\w'-]+ ){{0,3}}?{_THINGS}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(two|three|four|five|six) (?:[\w'-]+ ){{0,3}}?{_THINGS} (?:are |is )?{_ATTACH}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_ATTACH}\b[^.!?\n]{{0,80}}\bin an? (?:separate )?(second|third|fourth|fifth) (?:file|attachment)\b",
        re.IGNORECASE,
    ),
)
_YEARS = re.compile(
    rf"\b{_ATTACH} (?:also )?(?:the |my |our )?(?:19|20)\d\d and (?:the )?(?:19|"
    rf"20)\d\d (?:[\w'-]+ ){{0,2}}?{_THINGS}\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    rf"\b(?:i(?:'ve|’ve| have)? {_ATTACH} (?:also |now |here )?(?:an? |the |my |two |three |four |"
    rf"some )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:photo(?:graph)?s?|pictures?)|i attach also (?:an? |the |my )?(?:photo(?:graph)?s?|pictures?)|"
    rf"(?:photo(?:graph)?s?|pictures?) (?:[\w'-]+ ){{0,4}}(?:is|are) (?:also )?{_ATTACH}(?: as well| too)?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[\w-]{1,60}\.(?:pdf|docx?|odt|xlsx?|pptx?|txt|rtf|zip|png|jpe?g|csv)\b", re.IGNORECASE)
_SHOWS = re.compile(
    r"photo|pict|image|img|bild|foto|scan|portfolio|work|sample|site|gallery|album|all|docs|papers|files|application|"
    r"\.(?:jpe?g|png|gif|heic|webp|tiff?|bmp|zip|rar|7z|pptx?|docx?|odt|eml|mp4|mov)$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\.(?:zip|rar|7z|tar|gz|eml)$|and|all|both|combined|docs|documents|papers|files|certificates|references|reports|"
    r"photos|"
    r"pictures|drawings|scans|letters|samples|portfolio|pack|bundle|_und_|copies|application|[a-z]{3,}s\.\w+$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|n't|never|without|if|should|shall|could|would|can|may|will|last|yesterday|earlier|before|already|sent|"
    r"one (?:pdf|"
    r"file|document)|same (?:pdf|file|document)|single|sent you|you attached|your|link|drive)\b|\?|n't\b|n’t\b",
    re.IGNORECASE,
)


def find(body: str, sentence: str, start: int, attachments: Sequence[Attachment]) -> Iterator[Hit]:
    """Promises in one sentence (of a mask of `body`), which begins at `start`, that the attachments don't keep."""
    if not attachments or _NOT.search(sentence):
        return
    found = _missing(body[start : start + len(sentence)], sentence, attachments)
    if found:
        yield Hit(
            "attachment",
            start + found.start(),
            start + found.end(),
            f"The words promise more than what is attached: {_listed(attachments)}.",
            "Attach what is missing, or mend the sentence.",
        )


def _missing(written: str, sentence: str, attachments: Sequence[Attachment]) -> re.Match[str] | None:
    names = [attachment.name for attachment in attachments[:50]]
    together = any(_TOGETHER.search(name) for name in names)
    for pattern in _PROMISES:
        promised = pattern.search(sentence)
        if promised and _NUMBERS[promised.group(1).lower()] > len(attachments) and not together:
            return promised
    years = _YEARS.search(sentence)
    if years and len(attachments) < 2 and not together:
        return years
    if re.search(rf"\b{_ATTACH}\b", sentence, re.IGNORECASE):
        for named in _NAMED.finditer(written):
            if all(
                named.group().lower() not in name.lower() and name.lower() not in named.group().lower()
                for name in names
            ):
                return named
    pictures = _PICTURE.search(sentence)
    return pictures if pictures and not any(_SHOWS.search(name) for name in names) else None


def _listed(attachments: Sequence[Attachment]) -> str:
    names = [" ".join(attachment.name.split())[:60] for attachment in attachments[:3]]
    return ", ".join(f"“{name}”" for name in names) + (" and others" if len(attachments) > 3 else "")
