"""Being too negative: anger, blame, sarcasm, contempt, guilt, self-pity, threats, and cranky impatience.

Polite disappointment, polite questions about the time a decision takes, negative words as the job's own content, and
regret or apology of the sender's own are all fine. So is a calm complaint, appeal or request for an adjustment or for
data: of these only scorn is found.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Rule, findings, says, sentences_of
from checks.text import NewText
from checks.wording.contempt import CONTEMPT
from checks.wording.grudges import FORMAL
from checks.wording.impatience import IMPATIENCE
from checks.wording.pity import PITY
from checks.wording.reproach import BLAME
from checks.wording.scorn import SARCASM, THREAT

RULES: tuple[Rule, ...] = (IMPATIENCE, BLAME, THREAT, CONTEMPT, PITY, SARCASM)
OF_A_COMPLAINT: tuple[Rule, ...] = (CONTEMPT, SARCASM)
"""What is said about a formal complaint or request: its grounds are not for us to judge."""


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a reader would take as anger, blame, contempt or pressure; offsets count in `message.body`."""
    del settings
    sentences = sentences_of(text)
    formal = sentences.any(FORMAL) or says(message.subject, FORMAL)
    return findings(sentences.hits(OF_A_COMPLAINT if formal else RULES), "negativity", text.body)
