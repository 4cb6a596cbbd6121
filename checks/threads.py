"""Which of the user's contacts belong to one conversation: by the Message-IDs that they name, or by their subject.

Pure. An agency places people at many companies, and each conversation with it counts by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.model import Contact, Message

_MARK = re.compile(
    # "Re" and "Fwd" as mail programs of many languages write them; RFC 5322 (section 3.6.5) knows only "Re".
    r"\s*(?:re|fwd?|aw|wg|antw|antwort|sv|vs|vb|tr|rv|r|rif|ref|odp|pd|ynt|doorst|回复|回覆|转发)(?:\[\d+\])?\s*[:：]",
    re.IGNORECASE,
)


def of_thread(own: Iterable[Contact], message: Message) -> list[Contact]:
    """Those of `own` that stand in the message's conversation. A call or text stands in every one: nobody knows what
    it was about."""
    names, left = {*message.references, *message.in_reply_to.split()}, list(own)
    about = {plain(message.subject)} - {""}
    found: list[Contact] = []
    while True:
        joined = [contact for contact in left if _joins(contact, names, about)]
        if not joined:
            return found
        found += joined
        left = [contact for contact in left if contact not in joined]
        for contact in joined:
            names |= {contact.message_id, *contact.thread} - {""}
            about |= {plain(contact.subject)} - {""}


def plain(subject: str) -> str:
    """A subject without "Re:" and its like, case-folded, blanks joined."""
    while (mark := _MARK.match(subject)) is not None:
        subject = subject[mark.end() :]
    return " ".join(subject.casefold().split())


def _joins(contact: Contact, names: set[str], about: set[str]) -> bool:
    if contact.kind != "mail":
        return True
    return not names.isdisjoint({contact.message_id, *contact.thread}) or plain(contact.subject) in about
