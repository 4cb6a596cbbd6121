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
    other         anything else

Precise rather than clever: where nothing speaks for a kind it is `answer` for a reply and `other` for the rest.
`asks_for_news(text)` tells whether a message asks for news or a decision, whatever its kind; `after_meeting(text,
subject)` whether it speaks of an interview, call or meeting that took place. Pure; linear in the text.
"""

from __future__ import annotations

from checks.gratitude import grateful
from checks.model import Message
from checks.occasions import (
    ANSWER,
    APPLICATION,
    KINDS,
    MET,
    MET_IN_SUBJECT,
    NEWS,
    NEWS_IN_SUBJECT,
    REJECTED,
    SCHEDULING,
    TO_COME,
    TURNED_DOWN,
    Kind,
)
from checks.phrases import Reader, plain
from checks.text import NewText

QUOTED = 4_000
"""Code points of the other side's words that are looked at."""


def of(message: Message, text: NewText) -> Kind:
    """The kind of the message. Pure; in doubt `answer` for a reply and `other` for the rest."""
    reader = Reader(text)
    for kind, patterns in KINDS[:2]:
        if reader.any(patterns):
            return kind
    if _asks(reader, message):
        return "follow-up"
    for kind, patterns in KINDS[2:]:
        if reader.any(patterns):
            return kind
    if _met(reader, message.subject):
        return "thank-you" if grateful(reader) else "follow-up"
    if _answers_rejection(message, text, reader):
        return "follow-up"
    if not message.reply and reader.any(APPLICATION):
        return "application"
    if reader.any(SCHEDULING):
        return "scheduling"
    return "answer" if message.reply or reader.any(ANSWER) else "other"


def asks_for_news(text: NewText) -> bool:
    """Whether it asks for news or a decision, whatever its kind."""
    return _asks(Reader(text))


def after_meeting(text: NewText, subject: str = "") -> bool:
    """Whether it speaks of an interview, call or meeting that took place."""
    return _met(Reader(text), subject)


def thanks_for_meeting(text: NewText, subject: str = "") -> bool:
    """Whether it thanks for an interview, call or meeting that took place."""
    reader = Reader(text)
    return grateful(reader) and _met(reader, subject)


def telling_sentence(reader: Reader) -> int:
    """The index of the sentence that shows best that a message is a follow-up; 0 where only headers do."""
    for patterns in (NEWS, MET):
        for index, single in enumerate(reader.singles):
            if any(pattern.search(single.lower) for pattern in patterns):
                return index
    return 0


def _asks(reader: Reader, message: Message | None = None) -> bool:
    if reader.any(NEWS):
        return True
    # The subject of a reply is the other side's.
    subject = plain(message.subject).lower if message is not None and not message.reply else ""
    return any(pattern.search(subject) for pattern in NEWS_IN_SUBJECT)


def _met(reader: Reader, subject: str) -> bool:
    for single in reader.singles:
        if any(pattern.search(single.lower) for pattern in MET) and not TO_COME.search(single.lower):
            return True
    return any(pattern.search(plain(subject).lower) for pattern in MET_IN_SUBJECT)


def _answers_rejection(message: Message, text: NewText, reader: Reader) -> bool:
    if not message.reply:
        return False
    quoted = plain(" ".join(text.body[span.start : span.end] for span in text.quoted)[:QUOTED]).lower
    subject = plain(message.subject).lower
    turned_down = any(pattern.search(quoted) or pattern.search(subject) for pattern in REJECTED)
    return turned_down or reader.any(TURNED_DOWN)
