"""What the SMTP server asks of whoever conducts a message's way, and in which order.

The server calls these and nothing else; `proxy.intake` implements them. One Passage is one login of one session: its
transactions come one after the other, and never two calls of one Passage at a time.

Order of a Passage's calls, `*` for any number: `mail`, then `rcpt`*, then `data` or `reset`; and so on; `close` last.
`data` ends the transaction whatever it replies. `reset` ends one that was opened by a positive reply to `mail` (RSET,
a new EHLO, a message that was refused by the server itself, a lost connection), and follows a `mail` or `data` that
raised. A negative reply to `mail` opens none.

Replies go back to the client word for word, so each line carries its enhanced status code (RFC 3463) where it has one.
An exception becomes 451: of a TactfulError with its words, of anything else with a general sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from proxy.model import Recipient, Reply
from proxy.transit.spool import Spool

DEFAULT_SIZE = 100_000_000
"""SIZE in octets where no upstream names one (DESIGN.md, Contract, SMTP)."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Which extensions EHLO offers, and how many octets a message may have (RFC 1870)."""

    eightbitmime: bool
    smtputf8: bool
    dsn: bool
    size: int = DEFAULT_SIZE


class Passage(Protocol):
    """The way of one client's messages, after its login."""

    async def mail(self, sender: str, parameters: tuple[str, ...]) -> Reply:
        """Opens a transaction. `sender`: without angle brackets, "" for the null sender; `parameters` as they came."""
        ...

    async def rcpt(self, recipient: Recipient) -> Reply:
        """Adds a recipient; only one whose reply is positive counts."""
        ...

    async def data(self, content: Spool) -> Reply:
        """Takes the message: a reply of 2xx is said only where it was sent or is on disk.

        Runs to its end though the client has gone or the server is stopping. The server discards `content` after it.
        """
        ...

    async def reset(self) -> None:
        """Ends the open transaction; nothing is sent."""
        ...

    async def close(self, *, left: bool = False) -> None:
        """The session is over, or another login begins: no call follows. No transaction is open.

        `left`: the client went without a word, so it may not have read the last reply.
        """
        ...


class Conductor(Protocol):
    """The whole behind the server."""

    def login(self, username: str, password: str) -> str | None:
        """The account's address, or None where the two don't match. Takes the same time for either; doesn't block."""
        ...

    def offered(self) -> Offered:
        """What EHLO offers now."""
        ...

    def open(self, account: str) -> Passage:
        """The Passage of a login to `account`."""
        ...
