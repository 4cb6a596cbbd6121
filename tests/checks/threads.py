"""A letter with room for what it quotes, and what one check finds in it."""

from __future__ import annotations

from collections.abc import Callable

from checks.model import Finding, Message, Person, Settings
from checks.text import NewText, new_text

Check = Callable[[Message, NewText, Settings], list[Finding]]


def letter(
    words: str, *, quoted: str = "", signature: str = "", subject: str = "The post", reply: bool = False
) -> Message:
    """A mail in the usual form; with `quoted` it is a reply."""
    body = f"Hi Jo,\n\n{words}\n\nBest,\nBen Abel\n{signature}"
    if quoted:
        marked = "\n".join(f"> {line}" for line in quoted.split("\n"))
        body += f"\n\nOn Mon, 3 Mar 2025 at 10:00, Jo Park <jo@acme.example> wrote:\n{marked}\n"
    return Message(
        sender=Person("Ben Abel", "ben@mail.example"),
        to=(Person("Jo Park", "jo@acme.example"),),
        subject=subject,
        body=body,
        in_reply_to="<1@acme.example>" if quoted or reply else "",
    )


def found(check: Check, message: Message) -> list[Finding]:
    """The findings, after making sure that each points at its words."""
    findings = check(message, new_text(message.body), Settings())
    for finding in findings:
        assert finding.effect == "hold"
        assert finding.part == "body"
        assert finding.start is not None
        assert finding.end is not None
        assert message.body[finding.start : finding.end] == finding.excerpt != ""
    return findings
