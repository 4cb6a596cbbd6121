"""What the store's tests put into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from checks.model import Finding
from proxy.model import Envelope, Recipient
from proxy.store.contacts import Seen
from proxy.store.held_rows import Keeping
from proxy.store.store import Store
from tests.spools import spooled

NOW = datetime(2026, 3, 10, 12, 0, 0, 123456, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LEASE = timedelta(minutes=2)
SAM, JO, KIM = "sam@example.org", "jo@acme.example", "kim@bigco.example"
BYTES = b"From: sam@example.org\r\nTo: jo@acme.example\r\nSubject: Hello\r\n\r\nDear Jo,\r\n\x80\xff\x00\r\n"
THANKS = Finding("thanks", "thanks.missing", "hold", "There is no thank-you in it.", "Add one.", "body")
SOON = Finding(
    *("frequency", "frequency.too-soon", "hold", "You wrote yesterday.", "Wait.", "history"),
    recruiter=JO,
    next_allowed=NOW + 3 * DAY,
)
ENVELOPE = Envelope(
    SAM, ("SIZE=100", "RET=HDRS", "ENVID=QQ+2Bx"), (Recipient("Jo@ACME.example", ("NOTIFY=NEVER",)), Recipient(KIM))
)
KEEPING = Keeping(
    account=SAM,
    envelope=ENVELOPE,
    state="held",
    subject="Größe 日本",
    message_id="<1@example.org>",
    fingerprint="f" * 64,
    findings=(THANKS, SOON),
    language="en",
)


def keep(store: Store, content: bytes = BYTES, *, at: datetime = NOW, **changes: Any) -> str:
    """Keeps a message and gives its ID."""
    with spooled(content) as spool:
        return store.held.keep(replace(KEEPING, **changes), spool, at)


def mail(number: int = 1, *, when: datetime = NOW, to: str = JO, direction: str = "out", **changes: Any) -> Seen:
    """A mail that the mailbox shows. `message_id` and `fingerprint` follow from its number."""
    seen = Seen(
        uid=number,
        when=when,
        direction=direction,  # type: ignore[arg-type]
        addresses=(to,),
        message_id=f"<{number}@example.org>",
        subject="Hello",
        fingerprint=f"{number:064d}",
    )
    return replace(seen, **changes)
