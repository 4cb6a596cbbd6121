"""A message that the client has handed over whole, as the rooms that conduct it pass it on."""

from __future__ import annotations

from dataclasses import dataclass

from proxy.imap.sightings import machine_made
from proxy.mime.headers import HEAD_LIMIT, Headers, fields, read
from proxy.model import Envelope
from proxy.store.held_rows import message_digest
from proxy.transit.spool import Spool


@dataclass(frozen=True, slots=True)
class Submission:
    """`account`: normalised address. `head`: what its headers say. `digest`: `message_digest` of all of it.

    `personal`: False for what a program sent by itself, which is no contact, also where no check looks at it.
    """

    account: str
    envelope: Envelope
    content: Spool
    head: Headers
    digest: str
    personal: bool = True


def submission(account: str, envelope: Envelope, content: Spool) -> Submission:
    """Reads what is to be known of the message before it is judged. Raises SpoolError."""
    beginning = bytearray()
    for chunk in content.chunks():
        beginning += chunk
        if len(beginning) >= HEAD_LIMIT:
            break
    octets = bytes(beginning[:HEAD_LIMIT])
    head = read(octets)
    raw = {field.name: field.value for field in fields(octets)}
    personal = bool(envelope.sender) and not machine_made(head, raw)
    return Submission(account, envelope, content, head, message_digest(account, envelope, content), personal)
