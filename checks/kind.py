"""What kind of message a mail is: the one recogniser that `thanks` and `frequency` share.

`of(message, text)` looks at headers, the thread's quoted words and phrases, and gives one word:

    application   a first application, enquiry, or introduction to somebody not met yet
    follow-up     after an interview, call or meeting; a nudge; a status check; an answer to a rejection
    thank-you     a follow-up whose point is the thanks: it asks for no news and no decision
    answer        answers a question, or sends what was asked for
    scheduling    agrees, proposes or moves an appointment
    logistics     the day itself: late, at the door, the link fails, ill today
    correction    puts right or completes something just sent ("sorry, here is the attachment")
    withdrawal    leaves the process or declines an offer
    acceptance    accepts an offer, or settles details after one was accepted
    complaint     a formal complaint or appeal, a request about one's data, or for an adjustment
    other         anything else

`judge` also tells whether that is sure. Where nothing speaks for a kind it is `answer` for a reply and `other` for the
rest, and not sure. `asks_for_news(text)` tells whether a message
asks for news or a decision, whatever its kind; `after_meeting(text, subject)` whether it speaks of an interview, call
or meeting that took place. Pure; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checks import closings, errands
from checks.gratitude import grateful
from checks.model import Message
from checks.news import NEWS, NEWS_IN_SUBJECT, STILL_OPEN
from checks.occasions import COMING, MET, MET_DATED, MET_IN_SUBJECT, PENDING, REJECTED, TO_COME, TURNED_DOWN, Kind
from checks.phrases import Sentences, plain, says, sentences_of
from checks.text import NewText

QUOTED = 4_000
"""Code points of the other side's words that are looked at."""
SHORT = 8
"""Sentences: an errand is told in no more."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's kind, and whether it is nearly always right that it is, or that it is no, follow-up or thank-you."""

    kind: Kind
    sure: bool


def of(message: Message, text: NewText) -> Kind:
    """The kind of the message. Pure; in doubt `answer` for a reply and `other` for the rest."""
    return judge(message, text).kind


def judge(message: Message, text: NewText) -> Judged:
    """The kind of the message, and whether that is sure."""
    sentences = sentences_of(text)
    subject = "" if message.reply else plain(message.subject).lower  # a reply's subject is the other side's
    quoted = plain(" ".join(text.body[span.start : span.end] for span in text.quoted)[:QUOTED]).lower
    asks, thanks = _asks(sentences, subject), grateful(sentences)
    return (
        _closing(sentences, quoted)
        or _errand(sentences, subject, calm=not asks and not thanks)
        or (Judged("follow-up", sure=not _busy(sentences)) if asks else None)
        or _answer(message, sentences, quoted, thanks=thanks)
        or _after(message, sentences, quoted, thanks=thanks)
        or _first(message, sentences, thanks=thanks)
        or Judged("answer" if message.reply or sentences.any(errands.ANSWER) else "other", sure=False)
    )


def asks_for_news(text: NewText) -> bool:
    """Whether it asks for news or a decision, whatever its kind."""
    return _asks(sentences_of(text))


def after_meeting(text: NewText, subject: str = "") -> bool:
    """Whether it speaks of an interview, call or meeting that took place."""
    return _met(sentences_of(text), subject)


def thanks_for_meeting(text: NewText, subject: str = "") -> bool:
    """Whether it thanks for an interview, call or meeting that took place."""
    sentences = sentences_of(text)
    return grateful(sentences) and _met(sentences, subject)


def telling_sentence(sentences: Sentences) -> int:
    """The index of the sentence that shows best that a message is a follow-up; 0 where only headers do."""
    for patterns in (NEWS, MET):
        for index, single in enumerate(sentences.singles):
            if any(pattern.search(single.lower) for pattern in patterns):
                return index
    return 0


def _asks(sentences: Sentences, subject: str = "") -> bool:
    return (
        sentences.any(NEWS) or _in(subject, NEWS_IN_SUBJECT) or (sentences.any(STILL_OPEN) and _met(sentences, subject))
    )


def _met(sentences: Sentences, subject: str) -> bool:
    dated = any(_in(one.lower, MET_DATED) and not COMING.search(one.lower) for one in sentences.singles)
    return dated or _met_clearly(sentences) or says(subject, MET_IN_SUBJECT)


def _met_clearly(sentences: Sentences) -> bool:
    """Whether it says so in words that are only said afterwards."""
    return any(_in(one.lower, MET) and not TO_COME.search(one.lower) for one in sentences.singles)


def _closing(sentences: Sentences, quoted: str) -> Judged | None:
    """What ends the matter, or is for the law."""
    if sentences.any(closings.COMPLAINT) or (sentences.any(closings.CONDITION) and sentences.any(closings.ARRANGEMENT)):
        return Judged("complaint", sure=True)
    if _settled(sentences, closings.WITHDRAWAL):
        return Judged("withdrawal", sure=True)
    offered = _in(quoted, closings.OFFERED) or sentences.any(closings.OFFERED)
    if _settled(sentences, closings.ACCEPTANCE):
        return Judged("acceptance", sure=offered)
    if _in(quoted, closings.OFFERED) and _settled(sentences, closings.YES):
        return Judged("acceptance", sure=True)
    if _settled(sentences, closings.TAKEN) and (offered or sentences.any(closings.PARTING)):
        return Judged("withdrawal", sure=True)
    return None


def _settled(sentences: Sentences, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Whether a sentence says it without condition."""
    return any(_in(one.lower, patterns) and not _in(one.lower, closings.UNSETTLED) for one in sentences.singles)


def _errand(sentences: Sentences, subject: str, *, calm: bool) -> Judged | None:
    """Puts something right, or is about the day itself. `calm`: it neither asks for news nor thanks."""
    short = len(sentences.singles) <= SHORT
    if sentences.any(errands.CORRECTION) or _in(subject, errands.CORRECTION_IN_SUBJECT):
        return Judged("correction", sure=short and calm)
    if calm and sentences.any(errands.LOGISTICS):
        return Judged("logistics", sure=short)
    return None


def _busy(sentences: Sentences) -> bool:
    """Whether it seems to have an errand besides, which may be what it is about."""
    signs = (closings.WITHDRAWAL, closings.ACCEPTANCE, closings.TAKEN, errands.LOGISTICS, errands.SCHEDULING)
    return any(sentences.any(patterns) for patterns in (*signs, errands.PRACTICAL, errands.CORRECTION))


def _answer(message: Message, sentences: Sentences, quoted: str, *, thanks: bool) -> Judged | None:
    """Says what the other side wanted to hear: a time, or an answer."""
    if _in(quoted, REJECTED):
        return Judged("follow-up", sure=True)
    short = len(sentences.singles) <= SHORT
    if not thanks and _in(quoted, errands.PROPOSED):
        sure = sentences.any(errands.SCHEDULING) or sentences.any(errands.APPOINTED)
        return Judged("scheduling", sure=short and sure)
    if not thanks and message.reply and _in(quoted, errands.ASKED):
        return Judged("answer", sure=short)
    if _in(quoted, PENDING):
        return Judged("thank-you" if thanks else "follow-up", sure=thanks)
    return None


def _after(message: Message, sentences: Sentences, quoted: str, *, thanks: bool) -> Judged | None:
    """Comes after a meeting, or after a no."""
    if _met(sentences, message.subject):
        sure = (thanks or _met_clearly(sentences)) and not _busy(sentences)
        return Judged("thank-you" if thanks else "follow-up", sure=sure)
    if message.reply and (says(message.subject, REJECTED) or sentences.any(TURNED_DOWN)):
        return Judged("follow-up", sure=bool(quoted))
    return None


def _first(message: Message, sentences: Sentences, *, thanks: bool) -> Judged | None:
    """Comes before anything else: an application, a time, an answer to what was said by word of mouth."""
    if not message.reply and sentences.any(errands.APPLICATION):
        return Judged("application", sure=not thanks)
    if sentences.any(errands.SCHEDULING):
        return Judged("scheduling", sure=not thanks)
    if not thanks and sentences.any(errands.PRACTICAL):
        return Judged("logistics", sure=True)
    if sentences.any(errands.APPOINTED):
        return Judged("scheduling", sure=False)
    if sentences.any(errands.ANSWER):
        return Judged("answer", sure=False)
    if thanks:
        return Judged("thank-you", sure=False)
    return None


def _in(text: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.search(text) for pattern in patterns)
