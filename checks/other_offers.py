"""Bringing up other job offers: another employer's offer, deadline or process, used as a lever or to hurry a decision.

The reader's own offer, declining because another job was accepted, and offers as job content are all fine; a plain
answer to what they asked is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Rule, findings, sentences_of
from checks.text import NewText
from checks.wording.leverage import LEVERAGE
from checks.wording.offers import DEADLINE, OFFER
from checks.wording.processes import PROCESS
from checks.wording.rivals import DECLINES

RULES: tuple[Rule, ...] = (OFFER, DEADLINE, PROCESS, LEVERAGE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where other employers are used on the reader; offsets count in `message.body`."""
    del message, settings
    sentences = sentences_of(text)
    return [] if sentences.any(DECLINES) else findings(sentences.hits(RULES), "other-offers", text.body)
