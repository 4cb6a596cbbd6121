"""The way to the upstream: connect, TLS, EHLO, login. What follows is `upstream.Upstream`'s.

Promises: a certificate and its name are always verified; where STARTTLS is set, nothing but EHLO is said before it; the
password is sent once and only over what the configuration allows; every failure is an UpstreamError with its remedy.
"""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException, SMTPResponse

from proxy.config import Server
from proxy.smtp import faults
from proxy.smtp.dial import aside, dial
from proxy.smtp.patience import PATIENCE, Patience
from proxy.smtp.upstream import Upstream

_MECHANISMS = ("plain", "login", "cram-md5")
"""In the order in which they are tried. CRAM-MD5 last: it makes the provider store the password readably."""

_MECHANISM_FAILED = (334, 500, 501, 502, 503, 504)
"""The mechanism itself doesn't work there (RFC 4954, section 4). Any other refusal is of the password, and trying that
again by another mechanism would bring an account nearer to being locked."""


@dataclass(frozen=True, slots=True)
class Relay:
    """The upstream of one account.

    `password` is called at each opening, in a thread of its own, as it may ask a password manager. `hostname`: what
    EHLO says. `timeout`: seconds for the whole opening. `context`: tests' own certificates; default: the system's.
    """

    server: Server
    username: str
    password: Callable[[], str]
    hostname: str
    timeout: float = 60
    context: ssl.SSLContext | None = None
    patience: Patience = PATIENCE

    async def open(self) -> Upstream:
        """Connected, encrypted as set, logged in. Raises UpstreamError, and what `password` raises."""
        return Upstream(await self._connect(), self._connect, self.server, self.patience)

    async def _connect(self) -> SMTP:
        # Before the clock starts: somebody may have to unlock their keyring.
        password = await aside(self.password) if self.username else ""
        client: SMTP | None = None
        try:
            async with asyncio.timeout(self.timeout):
                client = self._client(await dial(self.server.host, self.server.port))
                await client.connect()
                await client.ehlo()
                if self.server.security == "starttls":
                    if not client.supports_extension("starttls"):
                        raise faults.no_starttls(self.server)
                    await client.starttls()
                    await client.ehlo()
                await self._login(client, password)
                return client
        except (SMTPException, OSError, ValueError) as error:
            _close(client)
            raise faults.explain(self.server, error) from error
        except BaseException:
            _close(client)
            raise

    def _client(self, connected: socket.socket) -> SMTP:
        encrypted = self.server.security != "none"
        return SMTP(
            hostname=self.server.host,
            sock=connected,
            local_hostname=self.hostname,
            timeout=self.timeout,
            use_tls=self.server.security == "tls",
            start_tls=False,
            tls_context=(self.context or ssl.create_default_context()) if encrypted else None,
        )

    async def _login(self, client: SMTP, password: str) -> None:
        """Nothing where no username is set, or where a server on this machine offers no login: it then needs none, or
        refuses MAIL in its own words."""
        if not self.username:
            return
        offered = tuple(client.server_auth_methods)
        known = [mechanism for mechanism in _MECHANISMS if mechanism in offered]
        if not known:
            if not offered and self.server.security == "none":
                return
            raise faults.no_login(self.server, tuple(name.upper() for name in offered))
        failure: SMTPAuthenticationError | None = None
        for mechanism in known:
            try:
                await self._authenticate(client, mechanism, password)
            except SMTPAuthenticationError as error:
                failure = error
                if error.code not in _MECHANISM_FAILED:
                    break
                if error.code == 334:  # it waits for more than the mechanism has: cancelled (RFC 4954, section 4)
                    await client.execute_command(b"*")
            else:
                return
        assert failure is not None
        travelled = (password, f"\0{self.username}\0{password}")
        secrets = (*(base64.b64encode(secret.encode()).decode() for secret in travelled), password)
        raise faults.login_refused(self.server, failure.code, failure.message, secrets) from failure

    async def _authenticate(self, client: SMTP, mechanism: str, password: str) -> SMTPResponse:
        match mechanism:
            case "plain":
                return await client.auth_plain(self.username, password)
            case "login":
                return await client.auth_login(self.username, password)
            case _:
                return await client.auth_crammd5(self.username, password)


def _close(client: SMTP | None) -> None:
    if client is None:
        return
    # `abort` first: a close in order could wait for the server that has just failed to answer.
    if isinstance(client.transport, asyncio.WriteTransport):
        client.transport.abort()
    client.close()
