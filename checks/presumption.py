"""Writing as though the job were the sender's already: start dates, desks and badges, notice given, certainty.

Hope and condition ("if selected", "should I join"), confidence in one's ability, questions about whoever is hired, and
everything after an offer that the new words name, are all fine; what the other side wrote is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Rule, findings, sentences_of
from checks.text import NewText
from checks.wording.arrangements import THINGS
from checks.wording.certainty import CERTAIN, JOY
from checks.wording.farewells import TOLD
from checks.wording.hired import OFFERED
from checks.wording.rivals import DECLINES
from checks.wording.starts import OWN, START

RULES: tuple[Rule, ...] = (START, OWN, THINGS, TOLD, CERTAIN, JOY)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where the job is taken for granted; nothing where they name its offer, or took another job. Offsets count in
    `message.body`."""
    del message, settings
    sentences = sentences_of(text)
    return (
        []
        if sentences.any(OFFERED) or sentences.any(DECLINES)
        else findings(sentences.hits(RULES), "presumption", text.body)
    )
