"""Never saying thank-you: a follow-up without a word of gratitude in what the sender newly wrote."""

from __future__ import annotations

from checks import kind as kinds
from checks.gratitude import grateful
from checks.model import Finding, Message, Settings
from checks.occasions import Kind
from checks.phrases import Reader
from checks.text import NewText

RULES: tuple[str, ...] = ("thanks.missing",)

_NOT_FOLLOW_UPS: frozenset[Kind] = frozenset(
    {"application", "scheduling", "logistics", "correction", "withdrawal", "acceptance", "complaint", "answer", "other"}
)


def find(message: Message, kind: Kind, text: NewText, settings: Settings) -> list[Finding]:
    """At most one finding, at the first sentence that makes the message a follow-up."""
    del settings
    if kind in _NOT_FOLLOW_UPS or not text.sentences:
        return []
    reader = Reader(text)
    if grateful(reader):
        return []
    sentence = text.sentences[kinds.telling_sentence(reader)]
    return [
        Finding(
            mistake="thanks",
            rule="thanks.missing",
            effect="hold",
            message="This is a follow-up, and there is no thank-you in it.",
            advice='Begin with a sentence such as "Thank you for your time on Tuesday", for something they really did.',
            part="body",
            start=sentence.start,
            end=sentence.end,
            excerpt=text.body[sentence.start : sentence.end],
        )
    ]
