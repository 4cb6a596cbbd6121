"""Types that cross the walls between the proxy's rooms. All are frozen and slotted; times are aware datetimes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, get_args

from checks.model import Finding

State = Literal["held", "snoozed", "rejected", "releasing", "unknown", "released", "drafted", "discarded"]
STATES: tuple[State, ...] = get_args(State)
WAITING: tuple[State, ...] = ("held", "snoozed", "rejected", "unknown")
"""What `tactful held` shows: a person's word is awaited. (`releasing` is between two states.)"""
FINAL: tuple[State, ...] = ("released", "drafted", "discarded")

Action = Literal["release", "snooze", "draft", "discard"]
Command = Literal["send", "when-due", "drafts", "discard", "was-sent", "again"]
"""What an answer by mail may say of a message; the last two of an unknown one."""
Verdict = Literal["forward", "hold", "reject"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """One address of the envelope, without angle brackets, and its RCPT parameters as they came ("NOTIFY=NEVER")."""

    address: str
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """SMTP sender ("" is the null sender) and recipients, with parameters as they came, letter case kept.

    Never derived from headers. Addresses are str with UTF-8; SIZE, BODY, SMTPUTF8, RET, ENVID and AUTH stand in
    `parameters` of MAIL.
    """

    sender: str
    parameters: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An SMTP reply: `lines` without code and line ends, each starting with its enhanced code where there is one."""

    code: int
    lines: tuple[str, ...]

    @property
    def positive(self) -> bool:
        """Whether it says yes (2xx or 3xx)."""
        return 200 <= self.code < 400

    def __str__(self) -> str:
        return f"{self.code} " + " / ".join(self.lines)


class Content(Protocol):
    """A message's bytes, wherever they are: in memory, in a temporary file, in the store. CRLF line ends.

    They are as the client sent them after removal of the dots that transparency added (RFC 5321, section 4.5.2).
    """

    @property
    def size(self) -> int:
        """Octets."""
        ...

    @property
    def digest(self) -> bytes:
        """SHA-256 of the octets."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """The octets in order, in pieces of at most a MiB. May be called again, each time from the start."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """A message that was kept, without its bytes.

    `due`: when a snoozed one goes. `reply`: what the client was told. `outcome`: why it is in this state, in the
    upstream's words where it gave some. `message_id`: with angle brackets, "" where it has none.
    `lease`: while releasing, until when its owner may be believed; `dot_at`: set before the final dot was sent.
    `fingerprint`: headers.fingerprint; `thread`: the Message-IDs that it answers; `contact`: whether sending it is one;
    `thanks`: whether its words thank the reader. `textprint`: of one that was refused, by which it is known when it is
    sent again; "" where that is no word to send it.
    """

    id: str
    account: str
    state: State
    received: datetime
    due: datetime | None
    envelope: Envelope
    subject: str
    size: int
    findings: tuple[Finding, ...]
    message_id: str = ""
    language: str = ""
    changed: datetime | None = None
    outcome: str = ""
    lease: datetime | None = None
    dot_at: datetime | None = None
    fingerprint: str = ""
    thread: tuple[str, ...] = ()
    contact: bool = True
    thanks: bool = False
    textprint: str = ""

    @property
    def sender(self) -> str:
        """The envelope's sender."""
        return self.envelope.sender

    @property
    def recipients(self) -> tuple[str, ...]:
        """The envelope's recipients, addresses only."""
        return tuple(recipient.address for recipient in self.envelope.recipients)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an upstream offered at EHLO: keywords in upper case, each with its parameters ("SIZE" -> "35882577").

    `size`: octets, None where it names no limit.
    """

    keywords: tuple[tuple[str, str], ...] = ()

    def offers(self, keyword: str) -> bool:
        """Whether the keyword was offered, letter case aside."""
        return any(name == keyword.upper() for name, _ in self.keywords)

    @property
    def size(self) -> int | None:
        """SIZE's parameter in octets (RFC 1870); None where absent, zero or not a number."""
        for name, value in self.keywords:
            if name == "SIZE" and value.isascii() and value.isdigit():
                return int(value) or None
        return None
