"""What the mailbox tests share: a place to connect to, mail to put there, and a plain client that puts it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, TypeVar

from imapclient import IMAPClient

from proxy.config import Mailbox
from proxy.imap.connection import Connection

T = TypeVar("T")
HOST = "127.0.0.1"
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
OWN = frozenset({"sam@example.org"})


@dataclass(frozen=True)
class Place:
    """Where a mailbox is, without TLS. `plain_names`: its folders' names can't hold quotes and backslashes (Cyrus)."""

    port: int
    username: str
    password: str
    plain_names: bool = False

    def mailbox(self, port: int | None = None, sent: str = "", drafts: str = "") -> Mailbox:
        return Mailbox(host=HOST, port=port or self.port, security="none", sent=sent, drafts=drafts)

    @contextlib.asynccontextmanager
    async def connection(self, port: int | None = None, **more: Any) -> AsyncIterator[Connection]:
        """A connection of tactful's; `port`: of a wire to it."""
        connection = Connection(self.mailbox(port), self.username, lambda: self.password, **more)
        try:
            yield connection
        finally:
            await connection.close()

    async def do(self, act: Callable[[IMAPClient], T]) -> T:
        """What another mail client does meanwhile."""

        def there() -> T:
            with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
                client.normalise_times = False
                client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else 40 ms for each APPEND
                client.login(self.username, self.password)
                return act(client)

        return await asyncio.to_thread(there)

    async def fill(self, folder: str, *mails: bytes | tuple[bytes, datetime]) -> None:
        """Puts mail into a folder, which is made where it is missing."""

        def act(client: IMAPClient) -> None:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            for mail in mails:
                content, when = mail if isinstance(mail, tuple) else (mail, NOW)
                client.append(folder, content, msg_time=when)

        await self.do(act)

    async def remove(self, folder: str, uids: Iterable[int]) -> None:
        """Expunges."""

        def act(client: IMAPClient) -> None:
            client.select_folder(folder)
            client.delete_messages(list(uids))
            client.expunge()

        await self.do(act)

    async def flags(self, folder: str) -> set[bytes]:
        """Of all its messages together."""

        def act(client: IMAPClient) -> set[bytes]:
            client.select_folder(folder, readonly=True)
            return {flag for each in client.get_flags(client.search("ALL")).values() for flag in each}

        return await self.do(act)

    async def uids(self, folder: str) -> list[int]:
        def act(client: IMAPClient) -> list[int]:
            client.select_folder(folder, readonly=True)
            return sorted(client.search("ALL"))

        return await self.do(act)


def mail(
    subject: str = "My application",
    *,
    sender: str = "Sam <sam@example.org>",
    to: str = "Jo Park <jo@acme.example>",
    days: float = 1,
    message_id: str | None = None,
    body: str = "Hello",
    **more: str,
) -> bytes:
    """A mail written `days` before NOW. `more`: further fields ("in_reply_to"); "" leaves out what is there."""
    name = message_id if message_id is not None else f"<{abs(hash((subject, to, days)))}@example.org>"
    fields = {
        "from": sender,
        "to": to,
        "subject": subject,
        "date": format_datetime(NOW - timedelta(days=days)),
        "message-id": name,
    } | {key.replace("_", "-"): value for key, value in more.items()}
    head = "".join(f"{key.title()}: {value}\r\n" for key, value in fields.items() if value)
    return f"{head}\r\n{body}\r\n".encode()


def is_recruiter(address: str) -> bool:
    return address.endswith("@acme.example")
