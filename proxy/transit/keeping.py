"""Keeping a message instead of sending it: on disk with its reasons, and with word of it to the user, as one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from checks.model import Finding
from proxy import events
from proxy.addresses import normalise
from proxy.errors import SpoolError, StoreError
from proxy.mime.headers import fingerprint
from proxy.model import Reply, State
from proxy.store import contacts, crossings, letters
from proxy.store.held_rows import Keeping
from proxy.store.thread import StoreThread
from proxy.transit.judge import Judged
from proxy.transit.submission import Submission

UNKNOWN = "2.0.0 Kept by tactful as {}: your server did not say whether it was sent"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept a moment ago, or waits again. `people`: the recruiters that it is for; all recipients where it was
    not judged. `reason`: why it waits again, without a word or an address of the message."""

    id: str
    state: State
    people: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    reason: str = ""


class Keeper:
    """Puts messages into the store. `notify`: whether a mail tells of it; `kept` is called after each."""

    def __init__(
        self,
        thread: StoreThread,
        *,
        clock: Callable[[], datetime],
        notify: Callable[[], bool],
        kept: Callable[[Kept], None] = lambda kept: None,
    ) -> None:
        self._thread = thread
        self._clock = clock
        self._notify = notify
        self._kept = kept

    async def keep(self, message: Submission, judged: Judged, textprint: str = "") -> str:
        """Keeps a message by its verdict, hold or reject, and gives its ID. Its reservation ends with it.

        `textprint`: by which a refused one is known when it is sent again, "" where that is no word to send it.
        """
        decision, now, notify = judged.decision, self._clock(), self._notify()
        state: State = "held" if decision.verdict == "hold" else "rejected"

        def within(connection: Connection, id_: str) -> None:
            if judged.reservation is not None:
                contacts.cancel(connection, judged.reservation)
            if notify and state == "held":
                letters.write(connection, message.account, "notice", id_, now)

        row = replace(_row(message, state, judged, decision.reason), textprint=textprint)
        id_ = await self._thread(self._thread.store.held.keep, row, message.content, now, within)
        events.kept(id_, state, [finding.rule for finding in decision.findings])
        self._kept(Kept(id_, state, judged.recruiters or _people(message), decision.findings))
        return id_

    async def unknown(
        self, message: Submission, *, judged: Judged | None = None, dot_at: datetime | None = None
    ) -> Reply:
        """Keeps what may have been sent. Where even that fails the client is told what to look at before it retries."""
        now, notify = self._clock(), self._notify()

        def within(connection: Connection, id_: str) -> None:
            crossings.take_over(connection, message.digest, id_, now)
            if judged is not None and judged.reservation is not None:
                contacts.cancel(connection, judged.reservation)  # the unknown message itself counts from here on
            if notify:
                letters.write(connection, message.account, "notice", id_, now)

        row = _row(message, "unknown", judged, "Your server did not say whether it was sent.", dot_at or now)
        try:
            id_ = await self._thread(self._thread.store.held.keep, row, message.content, now, within)
        except (StoreError, SpoolError) as error:
            events.store_failed("keep-unknown", error.what)
            return Reply(451, ("4.4.2 Your server did not say whether this was sent: look in Sent before you retry",))
        events.kept(id_, "unknown", [])
        self._kept(Kept(id_, "unknown", judged.recruiters if judged and judged.recruiters else _people(message)))
        return Reply(250, (UNKNOWN.format(id_),))


def _people(message: Submission) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalise(each.address) for each in message.envelope.recipients))


def _row(
    message: Submission, state: State, judged: Judged | None, outcome: str, dot_at: datetime | None = None
) -> Keeping:
    return Keeping(
        account=message.account,
        envelope=message.envelope,
        state=state,
        subject=message.head.subject,
        message_id=message.head.message_id,
        fingerprint=fingerprint(message.head),
        thread=message.head.thread,
        contact=message.personal and (judged is None or judged.contact),
        thanks=judged is not None and judged.thanks,
        findings=judged.decision.findings if judged else (),
        language=judged.language if judged else "",
        outcome=outcome,
        dot_at=dot_at,
    )
