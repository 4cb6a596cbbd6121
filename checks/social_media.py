"""Adding a recruiter on social media: requests, follows, personal chats, and having looked through their pages.

A profile offered as a reference, networks as the place where the job was seen or as the job itself, thanks for an
invitation of theirs, are all fine; what they asked for is read in `asked`. A signature is never read.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Rule, findings, sentences_of
from checks.text import NewText
from checks.wording.invitations import ADD_ME, REQUEST
from checks.wording.profiles import ADDED, PROFILE

RULES: tuple[Rule, ...] = (REQUEST, ADD_ME, ADDED, PROFILE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a recruiter would feel as being added or watched; offsets count in `message.body`."""
    del message, settings
    return findings(sentences_of(text).hits(RULES), "social-media", text.body)
