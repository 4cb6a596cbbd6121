"""Answers by mail: what a letter offers, and whether a mail is an answer. Pure.

An answer is a mail from the user to themselves whose subject holds a command and a token: "tactful: send ABCD...".
Promises: a mail to anybody else is never one, whatever its subject says; nor is what a program sent by itself.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from proxy.addresses import normalise
from proxy.mime.headers import Headers
from proxy.model import Command, Envelope, Held, State
from proxy.release import Request

LABELS: dict[Command, str] = {
    "send": "Send now",
    "when-due": "Send when due",
    "drafts": "Back to Drafts",
    "discard": "Don't send",
    "was-sent": "It was sent",
    "again": "Send it again",
}
"""What the links are called."""

WORDS: dict[Command, str] = {
    "send": "send",
    "when-due": "send when due",
    "drafts": "back to drafts",
    "discard": "don't send",
    "was-sent": "it was sent",
    "again": "send it again",
}
"""How a subject says it."""

BODY = "Please send this mail as it is. tactful reads its subject, and writes back what came of it."

_ANSWER = re.compile(
    r"(?<!\w)tactful:\s+(?P<words>"
    + "|".join(sorted(map(re.escape, WORDS.values()), key=len, reverse=True))
    + r")\s+(?P<token>[A-Z2-7]{26})(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_COMMANDS = {words: command for command, words in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """What the subject of an answer says; whether it may is the store's to know."""

    command: Command
    token: str


def submitted(head: Headers, envelope: Envelope, *, mine: Set[str], own: Set[str]) -> Said | None:
    """The answer that a mail is which a mail program handed over after its login, None where it is none.

    `mine`: the addresses of the account that logged in; `own`: all of the user's (normalised). Sender and From must be
    of `mine` and every recipient of the envelope of `own`: what To and Cc say reaches nobody.
    """
    recipients = {normalise(each.address) for each in envelope.recipients}
    if not recipients or not recipients <= own or normalise(envelope.sender) not in mine:
        return None
    return _said(head, mine)


def received(head: Headers, *, own: Set[str]) -> Said | None:
    """The answer that a mail in INBOX is, None where it is none.

    Anybody can write a From: only a token that is good makes it one that counts.
    """
    return _said(head, own)


def _said(head: Headers, own: Set[str]) -> Said | None:
    if normalise(head.sender.address) not in own or head.auto_submitted not in ("", "no"):
        return None
    found = [*_ANSWER.finditer(head.subject.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))]
    if len(found) != 1:
        return None
    words = " ".join(found[0]["words"].lower().split())
    return Said(_COMMANDS[words], found[0]["token"].upper())


def subject(command: Command, token: str) -> str:
    """The subject of an answer."""
    return f"tactful: {WORDS[command]} {token}"


def link(address: str, command: Command, token: str) -> str:
    """A link that writes the answer: a mail to the user's own address (RFC 6068)."""
    local, _, domain = address.rpartition("@")
    to = f"{quote(local, safe='')}@{quote(domain, safe='')}"
    return f"mailto:{to}?subject={quote(subject(command, token), safe='')}&body={quote(BODY, safe='')}"


def may_go(message: Held) -> datetime | None:
    """The date that "send when due" means for a held message; None where there is none."""
    dates = [each.next_allowed for each in message.findings if each.mistake == "frequency" and each.effect == "hold"]
    if message.state != "held" or None in dates:
        return None
    return max((date for date in dates if date is not None), default=None)


def offered(message: Held, now: datetime) -> tuple[Command, ...]:
    """What a letter of `now` offers to say of a message that waits, in order; nothing for one that doesn't."""
    match message.state:
        case "held":
            due = may_go(message)
            later: tuple[Command, ...] = ("when-due",) if due is not None and due > now else ()
            return ("send", *later, "drafts", "discard")
        case "snoozed" | "rejected":
            return ("send", "drafts", "discard")
        case "unknown":
            return ("was-sent", "again", "discard")
        case _:
            return ()


LEADS_TO: dict[Command, State] = {
    "send": "released",
    "when-due": "snoozed",
    "drafts": "drafted",
    "discard": "discarded",
    "was-sent": "released",
    "again": "released",
}
"""The state that a message is in when a command was done."""


def request(command: Command, state: State) -> Request:
    """What the review is asked for. `state`: that of which the letter told."""
    match command:
        case "send":
            return Request("release", expect=state)
        case "when-due":
            return Request("snooze", expect=state)
        case "drafts":
            return Request("draft", expect=state)
        case "discard":
            return Request("discard", expect=state)
        case "was-sent" | "again":
            return Request("release", word=command, expect=state)
