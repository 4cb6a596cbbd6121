"""What the relay's tests share: an account, a small letter, and the way from MAIL to the reply to the dot."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Sequence

from proxy.config import Server
from proxy.model import Recipient, Reply
from proxy.smtp.patience import PATIENCE, Patience
from proxy.smtp.relay import Relay
from proxy.smtp.upstream import Upstream
from tests.servers.dialogue import Rules, Security
from tests.servers.strict import StrictServer
from tests.spools import spooled

USER, PASSWORD = "sam@example.org", "canary-pa55word"
LETTER = b"From: sam@example.org\r\nTo: jo@acme.example\r\nSubject: Hello\r\n\r\nDear Jo,\r\n.\r\n..and so on.\r\n"
JO, KIM = Recipient("jo@acme.example"), Recipient("kim@acme.example")


def relay_to(
    server: StrictServer | int,
    *,
    security: Security = "none",
    host: str = "127.0.0.1",
    username: str = USER,
    password: Callable[[], str] = lambda: PASSWORD,
    context: ssl.SSLContext | None = None,
    timeout: float = 20,
    patience: Patience = PATIENCE,
) -> Relay:
    """A relay to the server, or to that port."""
    port = server if isinstance(server, int) else server.port
    return Relay(
        Server(host=host, port=port, security=security),
        username,
        password,
        hostname="laptop.example.org",
        timeout=timeout,
        context=context,
        patience=patience,
    )


def with_login(**changes: object) -> Rules:
    """Rules of a server where USER may log in."""
    return Rules(users={USER: PASSWORD}, **changes)  # type: ignore[arg-type]


async def nothing() -> None:
    """A `before_dot` with nothing to do."""


async def enveloped(upstream: Upstream, recipients: Sequence[Recipient] = (JO,)) -> None:
    """MAIL and RCPT, all accepted."""
    assert (await upstream.mail(USER, ())).code == 250
    for recipient in recipients:
        assert (await upstream.rcpt(recipient)).code == 250


async def sent(
    upstream: Upstream, content: bytes = LETTER, before_dot: Callable[[], Awaitable[None]] = nothing
) -> Reply:
    """DATA to the final reply."""
    with spooled(content) as spool:
        return await upstream.send(spool, before_dot)
