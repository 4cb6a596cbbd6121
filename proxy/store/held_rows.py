"""The row of a kept message: what is known of it when it is kept, and the message that a row gives back."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select

from checks.model import Finding
from proxy.model import Content, Envelope, Held, Recipient, State
from proxy.store import findings as findings_json
from proxy.store import schema


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is known of a message when it is kept: all of its row that the store doesn't make itself."""

    account: str
    envelope: Envelope
    state: State
    subject: str = ""
    message_id: str = ""
    fingerprint: str = ""
    thread: tuple[str, ...] = ()
    contact: bool = True
    thanks: bool = False
    findings: tuple[Finding, ...] = ()
    language: str = ""
    outcome: str = ""
    dot_at: datetime | None = None
    textprint: str = ""


def message_digest(account: str, envelope: Envelope, content: Content) -> str:
    """Hex SHA-256 of account, envelope (parameters included) and bytes: the same for the same message sent again."""
    parts = [account, envelope.sender, *envelope.parameters]
    for recipient in envelope.recipients:
        parts += ["", recipient.address, *recipient.parameters]
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(framed.encode("utf-8", "surrogatepass") + b"|" + content.digest).hexdigest()


def columns(message: Keeping, content: Content, now: datetime) -> dict[str, object]:
    """The row of a message that is kept `now`, but for its ID."""
    return {
        "account": message.account,
        "state": message.state,
        "received": now,
        "changed": now,
        "sender": message.envelope.sender,
        "mail_parameters": list(message.envelope.parameters),
        "recipients": [[each.address, list(each.parameters)] for each in message.envelope.recipients],
        "subject": message.subject,
        "message_id": message.message_id,
        "fingerprint": message.fingerprint,
        "thread": list(message.thread),
        "contact": message.contact,
        "thanks": message.thanks,
        "size": content.size,
        "digest": message_digest(message.account, message.envelope, content),
        "textprint": message.textprint,
        "findings": [findings_json.to_json(finding) for finding in message.findings],
        "language": message.language,
        "outcome": message.outcome,
        "dot_at": message.dot_at,
        "erased": False,
    }


def new_id(connection: Connection) -> str:
    """One that no message has: 8 characters of lower-case base32."""
    while True:
        id_ = base64.b32encode(secrets.token_bytes(5)).decode().lower()
        if connection.execute(select(schema.held.c.id).where(schema.held.c.id == id_)).first() is None:
            return id_


def held_of(row: Row[tuple[object, ...]]) -> Held:
    """The message of a row of the table."""
    recipients = tuple(Recipient(address, tuple(parameters)) for address, parameters in row.recipients)
    return Held(
        id=row.id,
        account=row.account,
        state=row.state,
        received=row.received,
        due=row.due,
        envelope=Envelope(row.sender, tuple(row.mail_parameters), recipients),
        subject=row.subject,
        size=row.size,
        findings=tuple(findings_json.from_json(each) for each in row.findings),
        message_id=row.message_id,
        language=row.language,
        changed=row.changed,
        outcome=row.outcome,
        lease=row.lease,
        dot_at=row.dot_at,
        fingerprint=row.fingerprint,
        thread=tuple(row.thread),
        contact=row.contact,
        thanks=row.thanks,
        textprint=row.textprint,
    )
