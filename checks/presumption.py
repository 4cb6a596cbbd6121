"""Writing as though the job were the sender's already: start dates, desks and badges, notice given, certainty.

Hope and condition ("if selected", "should I join"), confidence in one's ability, questions about whoever is hired, and
everything after an offer that the new words name, are all fine; what the other side wrote is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Rule, findings, plain, sentences_of
from checks.text import NewText
from checks.wording.arrangements import THINGS
from checks.wording.certainty import CERTAIN, JOY
from checks.wording.farewells import TOLD
from checks.wording.headings import ANSWER, HEADINGS
from checks.wording.hired import OFFERED
from checks.wording.rivals import DECLINES
from checks.wording.starts import OWN, START

RULES: tuple[Rule, ...] = (START, OWN, THINGS, TOLD, CERTAIN, JOY)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where the job is taken for granted; nothing where they name its offer, or took another job. Offsets count in
    `message.body`, or in its subject."""
    del settings
    sentences = sentences_of(text)
    if sentences.any(OFFERED) or sentences.any(DECLINES):
        return []
    return [*_in_subject(message), *findings(sentences.hits(RULES), "presumption", text.body)]


def _in_subject(message: Message) -> list[Finding]:
    if message.reply or ANSWER.match(message.subject):
        return []
    read = plain(message.subject)
    for rule, heading in HEADINGS:
        if found := heading.search(read.lower):
            start, end = read.offsets[found.start()], read.offsets[found.end() - 1] + 1
            excerpt = message.subject[start:end]
            return [
                Finding("presumption", rule.name, "hold", rule.message, rule.advice, "subject", start, end, excerpt)
            ]
    return []
