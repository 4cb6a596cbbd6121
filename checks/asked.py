"""What the other side asked or offered, and the findings that only answer it: these become notes.

One decision for all that finds, rules and reader alike. Read is the last message of theirs, quoted or (where the quote
was deleted) fetched: not what it quotes in turn, not its signature, and nothing where it is the sender's own. Being
asked excuses the answer and no more: one network is not another, an interview is no offer, a lever stays a lever.
Wrongly excused costs the job, wrongly held a minute; in doubt nothing is excused. Pure; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checks.model import THREAD_LIMIT, Finding, Message, Mistake, Settings
from checks.phrases import plain, says
from checks.quotes import unmarked_once
from checks.text import NewText, new_text
from checks.wording.asking import networks
from checks.wording.asks import ASKS, OFFER, Ask

_FROM = re.compile(r"^[ *>]*from:.*", re.MULTILINE)
_SUBJECT = re.compile(
    r"offer of employment|job offer|offer letter|letter of appointment|your offer(?! of)", re.IGNORECASE
)
"""What only they name so, in the subject of an answer."""

NEVER: tuple[str, ...] = ("social-media.profile", "other-offers.leverage")
"""Rules for what nobody asks for."""

NOTES: dict[Mistake, tuple[str, str, str]] = {
    "social-media": (
        "social-media.asked-for",
        "They asked to be in touch this way, so it is fine to answer.",
        "Stay with the network that they named, and answer plainly.",
    ),
    "presumption": (
        "presumption.asked-for",
        "They offered you the job or asked for this, so it is fine to answer.",
        "Answer plainly, and say only what they asked for.",
    ),
    "other-offers": (
        "other-offers.asked-for",
        "They asked how things stand elsewhere, so it is fine to answer.",
        "Say plainly how things stand, and ask for nothing in return.",
    ),
}


def noted(found: Sequence[Finding], message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """`found`, where each finding that only answers what was asked is a note, one for each mistake.

    Where a finding of a mistake goes beyond what was asked, all findings of this mistake stay. What is off isn't read.
    """
    on = [one for one in found if one.mistake in NOTES and settings.level(one.mistake, one.rule) != "off"]
    if not on:
        return list(found)
    theirs = words(message, text)
    excused = set()
    for mistake in {one.mistake for one in on}:
        asks = [ask for ask in ASKS if ask.mistake == mistake and asked(ask, theirs)]
        if mistake == "presumption" and message.reply and _SUBJECT.search(message.subject) and _open(OFFER, theirs):
            asks.append(OFFER)
        if asks and all(_only_answers(one, asks, theirs, text) for one in on if one.mistake == mistake):
            excused.add(mistake)
    kept: list[Finding] = []
    for one in found:
        if one.mistake not in excused or one not in on:
            kept.append(one)
        elif all(other.rule != NOTES[one.mistake][0] for other in kept):
            rule, says_so, advice = NOTES[one.mistake]
            kept.append(replace(one, rule=rule, effect="note", message=says_so, advice=advice, correction=None))
    return kept


def words(message: Message, text: NewText) -> NewText:
    """What the other side wrote last, without quotes and signature; empty where that is the sender's own mail."""
    if not text.quoted:
        return new_text(text.context)
    pieces = "\n\n".join(text.body[span.start : span.end] for span in text.quoted)[:THREAD_LIMIT]
    quoted = "\n".join(unmarked_once(line) for line in pieces.split("\n"))
    read = new_text(quoted)
    above = text.body[max(0, text.quoted[0].start - 400) : text.quoted[0].start]
    if not read.sentences and read.quoted:  # Apple Mail marks the line "On ..., ... wrote:" as well
        above, quoted = quoted[: read.quoted[0].start], quoted[read.quoted[0].start :]
        read = new_text(quoted)
    return new_text("") if _own(message, above) else read


def asked(ask: Ask, theirs: NewText) -> bool:
    """Whether the other side asked or offered this."""
    return _open(ask, theirs) and bool(_asking(ask, theirs))


def _open(ask: Ask, theirs: NewText) -> bool:
    """Whether nothing that they wrote rules it out."""
    return not any(says(sentence.text, ask.stops) for sentence in theirs.sentences)


def _asking(ask: Ask, theirs: NewText) -> list[str]:
    """The sentences that do."""
    read = [plain(sentence.text).lower for sentence in theirs.sentences]
    return [
        sentence
        for sentence in read
        if any(hit.search(sentence) for hit in ask.hits)
        and all(need.search(sentence) for need in ask.needs)
        and not any(guard.search(sentence) for guard in ask.guards)
    ]


def _own(message: Message, above: str) -> bool:
    """Whether the lines right above a quotation name the sender as who wrote it."""
    frame = above.rstrip().rpartition("\n\n")[2].lower()  # the sender's own name may stand over it, signing
    writer = _FROM.search(frame)
    who = writer[0] if writer else frame if frame.endswith(":") else ""
    return any(name.lower() in who for name in (message.sender.address, message.sender.name) if name)


def _only_answers(one: Finding, asks: Sequence[Ask], theirs: NewText, text: NewText) -> bool:
    if one.rule in NEVER or one.part != "body" or one.start is None or one.end is None:
        return False
    around = [each.text for each in text.sentences if each.start < one.end and one.start < each.end]
    sentence = "\n".join(around) or one.excerpt
    return any(_covers(ask, sentence, theirs, text) for ask in asks)


def _covers(ask: Ask, sentence: str, theirs: NewText, text: NewText) -> bool:
    if ask.answers and not says(sentence, ask.answers):
        return False
    if says(sentence, ask.beyond) or any(says(each.text, ask.presses) for each in text.sentences):
        return False
    if not ask.named:
        return True
    return (networks(sentence) or networks(text.text)) <= networks("\n".join(_asking(ask, theirs)))
