"""Mail in INBOX by which the user may have written to tactful: found by its subject, its headers fetched.

Promises: reads only (EXAMINE, BODY.PEEK), so nothing is marked read; no text is fetched; at most LIMIT mails, the
newest. The server's search is not trusted alone: some index late, some find only whole words.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders

LIMIT = 200

RECENT = 50
"""Mails at the end of INBOX that are looked at whatever the search finds."""

WORD = "tactful:"
"""What such a subject holds."""

_FIELDS = "BODY.PEEK[HEADER.FIELDS (FROM SENDER SUBJECT DATE MESSAGE-ID AUTO-SUBMITTED)]"


async def heads(connection: Connection, folders: Folders, since: datetime) -> list[bytes]:
    """The headers of mail in INBOX with WORD in its subject, come on `since`'s day or later, and of the last RECENT.

    Raises MailboxError.
    """
    return await connection.run(partial(_heads, folders.inbox, since), again=True)


def _heads(folder: str, since: datetime, client: Client) -> list[bytes]:
    exists = int(client.select_folder(folder, readonly=True)[b"EXISTS"])
    last = client.search([f"{max(1, exists - RECENT + 1)}:*"]) if exists else []
    uids = sorted({*last, *_searched(client, since)})[-LIMIT:]
    found = client.fetch(uids, [_FIELDS]) if uids else {}
    heads = []
    for _, answer in sorted(found.items()):
        head = next((value for key, value in answer.items() if key.startswith(b"BODY[HEADER")), None)
        if isinstance(head, bytes):
            heads.append(head)
    return heads


def _searched(client: Client, since: datetime) -> list[int]:
    try:
        return list(client.search(["SUBJECT", WORD, "SINCE", since.date()]))
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []  # refused: the last ones are read at home
