"""Never saying thank-you: a follow-up without a word of gratitude in what the sender newly wrote.

The mistake is *never* to say it: where thanks went to everybody concerned since the last meeting or answer, another
follow-up without them is only worth a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from checks import kind as kinds
from checks.gratitude import grateful
from checks.model import Contact, Finding, History, Message, Settings
from checks.occasions import Kind
from checks.phrases import says, sentences_of, shapes
from checks.text import NewText
from checks.turns import is_life

RULES: tuple[str, ...] = ("thanks.missing",)

_FOLLOW_UPS: frozenset[Kind] = frozenset({"follow-up", "thank-you"})
_THANKS_IN_SUBJECT = shapes(
    (
        r"^(?:(?:many|my|with|warm|sincere|big|huge|heartfelt|a big|a quick|just) )*(?:thanks|thank you|thank-you|"
        r"thankyou)"
        r"(?! in advance)",
        r"(?:with|and|my|note of|word of|few words of) (?:thanks|gratitude|appreciation)|(?:a|and) thank[- ]you|"
        r"grateful",
    )
)
_ANSWER = shapes((r"^(?:re|fwd?|aw|sv|antw|wg|tr|rv) ?:",))
"""The subject of an answer is the other side's."""


def find(message: Message, kind: Kind, text: NewText, settings: Settings) -> list[Finding]:
    """At most one finding, at the first sentence that makes the message a follow-up."""
    del message, settings
    if kind not in _FOLLOW_UPS or not text.sentences or given(text):
        return []
    sentence = text.sentences[kinds.telling_sentence(sentences_of(text))]
    return [
        Finding(
            mistake="thanks",
            rule="thanks.missing",
            effect="hold",
            message=_NEVER,
            advice=_FIRST,
            part="body",
            start=sentence.start,
            end=sentence.end,
            excerpt=text.body[sentence.start : sentence.end],
        )
    ]


def eased(finding: Finding, message: Message, histories: Sequence[History], now: datetime) -> Finding:
    """The finding, worth a note where it misses thanks that everybody concerned was given before.

    `histories`: of its recruiters; none where nothing is known. A meeting after `now` is still to come.
    """
    if finding.mistake != "thanks" or not histories:
        return finding
    before = all(_thanked(history, message.message_id, now) for history in histories)
    return replace(finding, effect="note", message=_LATER, advice=_ONE_MORE) if before else finding


_NEVER = "This is a follow-up, and there is no thank-you in it."
_FIRST = 'Begin with a sentence such as "Thank you for your time on Tuesday", for something they really did.'
_LATER = "This is a follow-up without a thank-you; you have thanked them already since you last met or heard from them."
_ONE_MORE = "It can go as it is. One more word of thanks would do no harm."


@lru_cache(maxsize=1)
def given(text: NewText) -> bool:
    """Whether the message's own words thank its reader."""
    return grateful(sentences_of(text))


def _thanked(history: History, message_id: str, now: datetime) -> bool:
    """Whether thanks went to this recruiter since the last meeting or answer."""
    past = (each for each in history.contacts if each.kind != "meeting" or each.when <= now)
    life = max((contact.when for contact in past if is_life(contact)), default=None)
    return any(life is None or when >= life for when in history.thanked) or any(
        thanks(contact) and (life is None or contact.when >= life)
        for contact in history.contacts
        if not is_life(contact) and not (message_id and contact.message_id == message_id)
    )


def thanks(contact: Contact) -> bool:
    """Whether it is mail of the user's that thanked. Of mail that tactful didn't read, only the subject is known."""
    if contact.kind != "mail" or contact.direction != "out":
        return False
    return contact.thanks or (says(contact.subject, _THANKS_IN_SUBJECT) and not says(contact.subject, _ANSWER))
