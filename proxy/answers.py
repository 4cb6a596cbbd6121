"""What mail says besides that it came: by when they want to be in touch, when they are back, what bounced, when the
two sides meet; and of the user's own whether it thanks.

Runs in the worker, as all that reads mail; of the text nothing is kept but days and the few words that name one. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from email import message_from_bytes
from email.message import Message as Mail
from typing import Literal

from checks.appointments import NOTHING, Arranged
from proxy.addresses import normalise
from proxy.meetings.appointments import Appointment
from proxy.mime.fields import message_ids

LIMIT = 65_536
"""Octets of a mail that are read, from its start."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A mail: its first LIMIT octets, when it was written, and what it is: an answer of a person, an automatic one
    (`away`), or the report of a server that something did not arrive (`bounce`). `mine`: the user wrote it. `own`:
    the user's addresses, normalised."""

    content: bytes
    written: datetime
    sort: Literal["", "urgent", "away", "bounce"] = ""
    mine: bool = False
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """`promised`, `words`: the day that it names, and in which words. `failed`: whom the messages with the Message-IDs
    `returned` did not reach, normalised. `arranged`: what it says of meetings in words; `appointments`: what its
    calendar parts say; `asks`: they invite; `cut`: one may stand behind what was read. `thanks`: whether the user's own
    words thank the reader; `machine`: whether it is no mail of theirs, but their calendar's answer or a receipt."""

    promised: date | None = None
    words: str = ""
    failed: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    arranged: Arranged = NOTHING
    appointments: tuple[Appointment, ...] = ()
    asks: bool = False
    cut: bool = False
    thanks: bool = False
    machine: bool = False


def listen(answer: Answer, zone: tzinfo | None = None) -> Heard:
    """What this mail says. `zone`: its reader's, None: this machine's. Raises whatever parsing raises."""
    if answer.sort == "bounce":
        return _returned(message_from_bytes(answer.content))
    from checks.appointments import arranged
    from checks.gratitude import grateful
    from checks.phrases import sentences_of
    from checks.replies import promise, returning
    from checks.text import new_text
    from proxy.meetings.invitations import invited
    from proxy.parse import parse

    calendar = invited(answer.content, answer.written, answer.own, LIMIT, zone)
    day = answer.written.astimezone(zone).date()  # servers write their dates in UTC, too
    letter = parse(answer.content, null_sender=False)
    body = letter.body
    # An invitation's text says the same once more, in the words of a program.
    met = NOTHING if answer.sort == "away" or calendar.appointments else arranged(body, day)
    heard = Heard(arranged=met, appointments=calendar.appointments, asks=calendar.asks, cut=calendar.cut)
    if answer.mine:
        return replace(heard, thanks=grateful(sentences_of(new_text(body))), machine=letter.kind != "mail")
    said = returning(body, day, letter.subject) if answer.sort == "away" else promise(body, day)
    return heard if said is None else replace(heard, promised=said.day, words=said.words)


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
