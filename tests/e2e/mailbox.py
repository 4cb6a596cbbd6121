"""The user's mailbox on the real server, as another mail program sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

from imapclient import IMAPClient

from tests.servers.daemon import HOST, PASSWORD


@dataclass(frozen=True)
class Filed:
    """One mail in a folder, with its flags."""

    content: bytes
    flags: frozenset[str]

    @property
    def mail(self) -> EmailMessage:
        """Its parts, read by another library than tactful's."""
        found = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def text(self) -> str:
        """What it says, as plain text."""
        body = self.mail.get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    @property
    def html(self) -> str:
        """What it says, as HTML."""
        body = self.mail.get_body(("html",))
        assert body is not None
        return str(body.get_content())

    @property
    def subject(self) -> str:
        return str(self.mail["subject"])


@dataclass(frozen=True)
class Mailbox:
    """`port` without TLS; `user` logs in with tests.servers.dovecot.PASSWORD."""

    port: int
    user: str

    @contextmanager
    def open(self) -> Iterator[IMAPClient]:
        with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
            client.normalise_times = False
            client.login(self.user, PASSWORD)
            yield client

    def put(self, folder: str, content: bytes, ago: timedelta = timedelta(0)) -> None:
        """Files a mail that came, or went, so long ago."""
        with self.open() as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, content, msg_time=datetime.now(UTC) - ago)

    def all(self, folder: str, about: str = "") -> list[Filed]:
        """What is in a folder, the oldest first; `about`: only mail with this in its text."""
        with self.open() as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search("ALL"), ["BODY.PEEK[]", "FLAGS"])
            filed = [
                Filed(each[b"BODY[]"], frozenset(flag.decode() for flag in each[b"FLAGS"]) - {"\\Recent"})
                for _, each in sorted(found.items())
            ]
        return [each for each in filed if about in each.content.decode("utf-8", "replace")]
