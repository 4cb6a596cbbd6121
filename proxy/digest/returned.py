"""The notice of a snoozed message that is held again: it was to go by itself, and waits for another word. Pure."""

from __future__ import annotations

from datetime import tzinfo
from textwrap import fill

from proxy.digest import compose, entries, page
from proxy.digest.compose import Words
from proxy.digest.entries import Told


def notice(told: Told, zone: tzinfo | None) -> Words:
    """As text and as HTML; why is the message's outcome, which its entry begins with."""
    if told.message.state == "unknown":
        whole = [page.paragraph(compose.opening(told)), page.entry(told, zone)]
        subject = compose.notice_subject(told)
        return Words(subject, compose.notice_text(told, zone), page.document(subject, whole))
    subject = f"Waits for your word again: your mail to {told.people}"
    opening = (
        f"You said to send your mail to {told.people} when it is due. Something came between, so it has not been sent, "
        "and waits for your word again. It is kept."
    )
    text = f"{fill(opening, 100)}\n\n{entries.entry(told, zone)}"
    return Words(subject, text, page.document(subject, [page.paragraph(opening), page.entry(told, zone)]))
