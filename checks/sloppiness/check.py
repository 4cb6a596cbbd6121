"""Sloppiness: what a careful reader would stumble over, from a misspelling to a promised attachment that is missing.

Every rule here prefers silence to a wrong word. Work is linear in the text and capped: of a body the first 40,000 code
points are read (page.LIMIT). Any text is fine, lone surrogates and NUL included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from checks.model import Finding, Message, Settings
from checks.sloppiness import (
    attachment,
    files,
    grammar,
    names,
    page,
    placeholder,
    readability,
    sentences,
    spelling,
    texting,
)
from checks.sloppiness.hit import Hit
from checks.text import NewText

RULES: tuple[str, ...] = (
    "spelling",
    "grammar",
    "homophone",
    "repeated-word",
    "lower-case-i",
    "text-speak",
    "shouting",
    "punctuation",
    "placeholder",
    "attachment",
    "empty-subject",
    "wrong-name",
    "wrong-company",
    "readability",
)
MOST = 5
"""Findings of one rule that are shown."""


def find(message: Message, text: NewText, settings: Settings, *, english: bool = True) -> list[Finding]:
    """The findings, in the order of the text, subject first. Where the text is not `english`, only what is plain in any
    language: placeholders, missing attachments, an empty subject."""
    sheet = page.read(message, text, settings)
    hits = [*_always(message, text, sheet), *(_in_english(message, text, sheet) if english else ())]
    shown = [hit for hit in hits if settings.level("sloppiness", f"sloppiness.{hit.rule}") != "off"]
    shown.sort(key=lambda hit: (hit.part == "body", hit.start, -hit.end))
    return [_finding(hit, message, settings) for hit in _capped(_apart(shown))]


def _always(message: Message, text: NewText, sheet: page.Page) -> Iterator[Hit]:
    if not message.subject.strip():
        yield Hit(
            "empty-subject",
            0,
            0,
            "The mail has no subject, so it is easily overlooked or taken for junk.",
            "Say in a few words what it is about, such as the job's title.",
            part="subject",
        )
    yield from placeholder.find(sheet.written)
    yield from _in_subject(placeholder.find(sheet.subject))
    for sentence in text.sentences:
        if sentence.start < len(sheet.prose):
            said = sheet.prose[sentence.start : sentence.end]
            if message.attachments:
                yield from files.find(message.body, said, sentence.start, message.attachments)
            else:
                yield from attachment.find(said, sentence.start)


def _in_english(message: Message, text: NewText, sheet: page.Page) -> Iterator[Hit]:
    yield from spelling.find(sheet.prose, sheet.known, sheet.seen)
    yield from _in_subject(spelling.find(sheet.subject, sheet.known, sheet.seen))
    yield from grammar.find(sheet.prose)
    yield from texting.find(sheet.prose)
    yield from _in_subject(texting.in_subject(sheet.subject))
    if text.greeting:
        yield from texting.in_greeting(message.body[text.greeting.start : text.greeting.end], text.greeting.start)
    yield from sentences.find(message.body, sheet.prose, text.sentences)
    yield from names.find(message, text)
    yield from readability.find(text.sentences)


def _in_subject(hits: Iterable[Hit]) -> Iterator[Hit]:
    for hit in hits:
        yield Hit(hit.rule, hit.start, hit.end, hit.message, hit.advice, hit.correction, "subject")


def _apart(hits: list[Hit]) -> Iterator[Hit]:
    """Each stretch of words once: where two hits overlap, the first and longest. A whole
    sentence hides none."""
    last: dict[str, int] = {}
    for hit in hits:
        if hit.rule in ("shouting", "readability", "empty-subject") or hit.start >= last.get(hit.part, 0):
            yield hit
            if hit.rule not in ("shouting", "readability"):
                last[hit.part] = hit.end


def _capped(hits: Iterable[Hit]) -> list[Hit]:
    """At most MOST of a rule; the last one says how many more there are."""
    every = list(hits)
    count = Counter(hit.rule for hit in every)
    seen: Counter[str] = Counter()
    kept: list[Hit] = []
    for hit in every:
        seen[hit.rule] += 1
        if seen[hit.rule] > MOST:
            continue
        more = count[hit.rule] - MOST
        if seen[hit.rule] == MOST and more > 0:
            told = f"{hit.advice} There {'is 1 more place' if more == 1 else f'are {more} more places'} like it."
            kept.append(Hit(hit.rule, hit.start, hit.end, hit.message, told, hit.correction, hit.part))
        else:
            kept.append(hit)
    return kept


def _finding(hit: Hit, message: Message, settings: Settings) -> Finding:
    rule = f"sloppiness.{hit.rule}"
    source = message.subject if hit.part == "subject" else message.body
    pointed = hit.end > hit.start
    return Finding(
        mistake="sloppiness",
        rule=rule,
        effect="note" if settings.level("sloppiness", rule) == "note" else "hold",
        message=hit.message,
        advice=hit.advice,
        part=hit.part,
        start=hit.start if pointed else None,
        end=hit.end if pointed else None,
        excerpt=source[hit.start : hit.end] if pointed else "",
        correction=hit.correction,
    )
