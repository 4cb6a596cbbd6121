"""What the tests of a connection share: how one is made, a job that does nothing, and the error of one that failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proxy.config import Mailbox
from proxy.errors import MailboxError
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from tests.imap.client import HOST
from tests.servers.scripted import Scripted

SECRET = "correct horse battery staple"


def noop(client: Client) -> bool:
    client.noop()
    return True


def plain(port: int) -> Mailbox:
    return Mailbox(host=HOST, port=port, security="none")


def connect(script: Scripted | int, secret: str = SECRET, **more: object) -> Connection:
    port = script if isinstance(script, int) else script.port
    return Connection(plain(port), "sam@example.org", lambda: secret, **more)  # type: ignore[arg-type]


async def refused(connection: Connection, job: Callable[[Client], object] = noop, **more: bool) -> MailboxError:
    with pytest.raises(MailboxError) as caught:
        await connection.run(job, **more)
    return caught.value
