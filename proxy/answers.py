"""What others' mail says besides that it came: by when they want to be in touch, when they are back, what bounced.

Runs in the worker, as all that reads mail; of the text nothing is kept but a day and the few words that name it. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.message import Message as Mail
from typing import Literal

from proxy.addresses import normalise
from proxy.mime.fields import message_ids

LIMIT = 65_536
"""Octets of a mail that are read, from its start."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A mail of somebody else's: its first LIMIT octets, when it was written, and what it is: an answer of a person,
    an automatic one (`away`), or the report of a server that something did not arrive (`bounce`)."""

    content: bytes
    written: date
    sort: Literal["", "urgent", "away", "bounce"] = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """`promised`, `words`: the day that it names, and in which words. `failed`: whom the messages with the Message-IDs
    `returned` did not reach, normalised."""

    promised: date | None = None
    words: str = ""
    failed: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()


def listen(answer: Answer) -> Heard:
    """What this mail says. Raises whatever parsing raises."""
    if answer.sort == "bounce":
        return _returned(message_from_bytes(answer.content))
    from checks.replies import promise, returning
    from proxy.parse import parse

    body = parse(answer.content, null_sender=False).body
    said = (returning if answer.sort == "away" else promise)(body, answer.written)
    return Heard() if said is None else Heard(said.day, said.words)


def _returned(report: Mail) -> Heard:
    """By the report's own parts (RFC 3464): whom it failed for, and which message came back."""
    failed: list[str] = []
    ids: list[str] = []
    for part in report.walk():
        kind = part.get_content_type()
        if part.get("Action", "").strip().lower() == "failed":
            address = part.get("Original-Recipient") or part.get("Final-Recipient") or ""
            failed.append(normalise(address.partition(";")[2].strip().strip("<>")))
        elif kind in {"message/rfc822", "text/rfc822-headers"}:
            payload = part.get_payload()
            inner = payload[0] if isinstance(payload, list) and payload else message_from_bytes(_octets(part))
            if isinstance(inner, Mail):
                ids += message_ids(inner.get("Message-ID", "").encode("utf-8", "replace"))[:1]
    named = [each.strip() for each in report.get("X-Failed-Recipients", "").split(",") if each.strip()]
    failed += [normalise(each) for each in named]
    references = report.get("References", report.get("In-Reply-To", ""))
    ids = ids or list(message_ids(references.encode("utf-8", "replace")))[-1:]
    return Heard(failed=tuple(dict.fromkeys(filter(None, failed))), returned=tuple(dict.fromkeys(ids)))


def _octets(part: Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
