"""Copies in the folders of sent mail: the newest of them, and those that bear a Message-ID. Reads only (EXAMINE,
BODY.PEEK), and only header fields by which a mail is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.imap import fetch
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.mime.headers import Headers, headers, values

RECENT = 300
"""Mails at the end of each folder that are looked at."""

_FIELDS = ("Date", "From", "To", "Subject", "Message-ID", "Received")


@dataclass(frozen=True, slots=True)
class Copy:
    """A mail in such a folder, unless it is marked `\\Deleted`. `arrived`: INTERNALDATE; `by_server`: it passed one
    (RFC 5321, section 4.4)."""

    folder: str
    uidvalidity: int
    uid: int
    arrived: datetime | None
    head: Headers
    by_server: bool


async def copies(connection: Connection, folders: Sequence[str], message_id: str = "") -> list[Copy]:
    """The last RECENT of each folder, and those that the server finds by this Message-ID. Raises MailboxError."""

    def job(client: Client) -> list[Copy]:
        return [copy for folder in folders for copy in _copies(client, folder, message_id)]

    return await connection.run(job, again=True)


def _copies(client: Client, folder: str, message_id: str) -> list[Copy]:
    try:
        opened = client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []
    exists = int(opened.get(b"EXISTS", 0))
    if exists == 0:
        return []
    uids = set(client.search([f"{max(1, exists - RECENT + 1)}:*"]))
    if message_id and exists > RECENT and message_id.isascii() and message_id.isprintable():
        uids.update(_searched(client, message_id))
    found = []
    for each in fetch.heads(client, sorted(uids), _FIELDS, flags=True, labels=False):
        if b"\\deleted" not in each.flags:
            raw = values(each.fields)
            arrived, validity = each.arrived, int(opened.get(b"UIDVALIDITY", 0))
            found.append(Copy(folder, validity, each.uid, arrived, headers(raw), "received" in raw))
    return found


def _searched(client: Client, message_id: str) -> list[int]:
    try:
        return client.search_text("Message-ID", message_id)[-RECENT:]
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []  # refused: the last ones were read at home
