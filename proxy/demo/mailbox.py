"""The demo's mailbox: an IMAP server in this process (pymap), in memory, gone with it, and filled with a past."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.imap import IMAPServer
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

from proxy.demo.past import FOLDERS, Past
from proxy.imap.append import SEEN, append
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.mime.headers import read

HOST = "127.0.0.1"

_HEAD = b"BODY.PEEK[HEADER]"


class _Config(Config):  # type: ignore[misc, unused-ignore]
    @property
    def greeting(self) -> bytes:
        # pymap's own asks the network for this machine's name, and blocks meanwhile.
        return b"ready"


@asynccontextmanager
async def mailbox(username: str, password: str) -> AsyncIterator[int]:
    """One user's empty mailbox on a free port of this machine, until the block ends; the port."""
    config = _Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        demo_data=False,
        demo_user="",
        demo_password="",
        host=HOST,
        port=0,
        tls_enabled=False,  # it never leaves this machine
        invalid_user_sleep=0,
        hash_context=BuiltinHash(rounds=1),  # a generated password needs no slow hash
    )
    config.apply_context()
    login = Login(config)
    hashed = await Passwords(config).hash_password(password)
    await Identity(username, login, None, frozenset()).set(UserMetadata(config, username, password=hashed))
    callback = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(login, config))
    server = await asyncio.start_server(callback, HOST, 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def fill(connection: Connection, past: Sequence[Past], now: datetime) -> None:
    """Makes the usual folders and puts the past into them, each mail at its time. Raises MailboxError."""
    for name in FOLDERS:
        await connection.run(partial(_make, name))
    for each in past:
        when = now - each.ago
        await append(connection, each.folder, each.letter.content(when), flags=(SEEN,), when=when)


def _make(name: str, client: Client) -> None:
    client.create_folder(name)
    client.subscribe_folder(name)


async def notices(connection: Connection) -> list[str]:
    """The subjects of tactful's own letters in INBOX, in order. Raises MailboxError."""
    return await connection.run(_notices, again=True)


def _notices(client: Client) -> list[str]:
    client.select_folder("INBOX", readonly=True)
    found = client.fetch(client.search(), [_HEAD])
    heads = [read(found[uid][_HEAD.replace(b".PEEK", b"")]) for uid in sorted(found)]
    return [head.subject for head in heads if head.message_id.endswith("@tactful.invalid>")]
