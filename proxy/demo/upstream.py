"""The demo's outgoing mail server: takes what the proxy sends, keeps it in memory, and delivers it to nobody."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
SIZE_LIMIT = 35_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the server took."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes


@dataclass
class Upstream:
    """`taken`: all messages in order. `arrived` is called with each further one."""

    username: str
    password: str = field(repr=False)
    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    arrived: Callable[[Taken], None] = lambda _: None

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """The name that aiosmtpd calls. Checked here, as it warns of a login that is required without TLS."""
        if not session.authenticated:
            return "530 5.7.0 Log in first"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """The name that aiosmtpd calls."""
        message = Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), envelope.original_content or b"")
        self.taken.append(message)
        self.arrived(message)
        return f"250 2.0.0 Taken as message {len(self.taken)}; it goes nowhere"

    def log_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: object
    ) -> AuthResult:
        """Whether somebody may send here."""
        right = (
            isinstance(given, LoginPassword)
            and hmac.compare_digest(given.login, self.username.encode())
            and hmac.compare_digest(given.password, self.password.encode())
        )
        # handled=False: aiosmtpd says 535 itself.
        return AuthResult(success=right, handled=False)


@asynccontextmanager
async def upstream(username: str, password: str) -> AsyncIterator[Upstream]:
    """The server on a free port of this machine, until the block ends."""
    found = Upstream(username, password)

    def session() -> SMTP:
        return SMTP(
            found,
            hostname="outgoing.demo.example",
            data_size_limit=SIZE_LIMIT,
            enable_SMTPUTF8=True,
            authenticator=found.log_in,
            auth_require_tls=False,  # it never leaves this machine
        )

    server = await asyncio.get_running_loop().create_server(session, HOST, 0)
    found.port = server.sockets[0].getsockname()[1]
    try:
        yield found
    finally:
        server.close()
