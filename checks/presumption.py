"""Writing as though the job were the sender's already: start dates, desks and badges, notice given, certainty.

Hope and condition ("if selected", "should I join"), confidence in one's ability, questions about whoever is hired, and
everything after an offer that the new words name, are all fine; what the other side wrote is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, says
from checks.text import NewText
from checks.wording.arrangements import THINGS
from checks.wording.certainty import CERTAIN, JOY
from checks.wording.farewells import TOLD
from checks.wording.hired import OFFERED, THEIR_OFFER
from checks.wording.rivals import DECLINES
from checks.wording.starts import OWN, START

RULES: tuple[Rule, ...] = (START, OWN, THINGS, TOLD, CERTAIN, JOY)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where the job is taken for granted; nothing once it was offered, or another was taken. Offsets count in
    `message.body`."""
    del settings
    reader = Reader(text)
    if offered(message, text) or reader.any(DECLINES):
        return []
    return findings(reader.hits(RULES), "presumption", text.body)
