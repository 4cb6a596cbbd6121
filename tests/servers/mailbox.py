"""An IMAP server in this process (pymap), in memory and gone with it: for machines without Dovecot, and as a second
opinion beside it. It runs in the loop that starts it.

What it lacks: special-use flags, NAMESPACE, CONDSTORE, folders that survive. The first UID of a folder is 101.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from argparse import Namespace
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.imap import IMAPServer
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

HOST = "127.0.0.1"
PASSWORD = "correct horse battery staple"


class _Config(Config):  # type: ignore[misc, unused-ignore]
    @property
    def greeting(self) -> bytes:
        return b"ready"  # pymap's own asks the network for this machine's name, and blocks


@dataclass
class Mailbox:
    """A running server. `port`: plain, and with TLS from the start where a context was given."""

    port: int
    login: Login
    config: Config
    hashed: str
    _given: int = field(default=0)

    async def user(self) -> str:
        """The name of a user whose mailbox is empty (an INBOX and nothing else)."""
        self._given += 1
        name = f"user{self._given}@example.org"
        metadata = UserMetadata(self.config, name, password=self.hashed)
        await Identity(name, self.login, None, frozenset()).set(metadata)
        return name


@contextlib.asynccontextmanager
async def mailbox(context: ssl.SSLContext | None = None) -> AsyncIterator[Mailbox]:
    """Starts the server on a free port. Everybody's password is PASSWORD."""
    config = _Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        demo_data=False,
        demo_user="",
        demo_password="",
        host=HOST,
        port=0,
        tls_enabled=False,  # no STARTTLS, and logins without TLS
        invalid_user_sleep=0,
        hash_context=BuiltinHash(rounds=1),  # the usual 500,000 take a third of a second for each login
    )
    config.apply_context()
    login = Login(config)
    hashed = await Passwords(config).hash_password(PASSWORD)
    callback = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(login, config))
    server = await asyncio.start_server(callback, HOST, 0, ssl=context)
    try:
        yield Mailbox(server.sockets[0].getsockname()[1], login, config, hashed)
    finally:
        server.close()
