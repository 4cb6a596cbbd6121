"""The message that another one answers: found by its Message-ID, its beginning fetched.

Promises: reads only (EXAMINE, BODY.PEEK), so nothing is marked read; no more than LIMIT octets are fetched of one
message; nothing is parsed here. What was fetched may be another message (folders are made anew, searches find parts of
words): its reader compares the Message-ID.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.imap.client import Client
from proxy.imap.connection import Connection

LIMIT = 64 * 1024
"""Octets. The words stand at the beginning, attachments behind them."""

_BEGINNING = f"BODY.PEEK[]<0.{LIMIT}>"


async def beginning(
    connection: Connection, message_id: str, places: Sequence[tuple[str, int]], folders: Sequence[str]
) -> bytes:
    """The first LIMIT octets of the message, b"" where it isn't found.

    `message_id`: with its angle brackets. `places`: folders and UIDs where it was seen, which are looked at first;
    `folders`: where it is searched for then. The caller sets the limit; when it stops waiting, the connection is cut,
    and opened anew by its next job. Raises MailboxError.
    """
    return await connection.run(partial(_beginning, message_id, places, folders), again=True)


def _beginning(message_id: str, places: Sequence[tuple[str, int]], folders: Sequence[str], client: Client) -> bytes:
    plain = message_id.isascii() and message_id.isprintable()
    for uid in _candidates(message_id, places, folders if plain else (), client):
        answer = client.fetch([uid], [_BEGINNING]).get(uid, {})
        found = next((value for key, value in answer.items() if key.startswith(b"BODY[]")), None)
        if isinstance(found, bytes) and found:
            return found
    return b""


def _candidates(
    message_id: str, places: Sequence[tuple[str, int]], folders: Sequence[str], client: Client
) -> Iterator[int]:
    """UIDs, each while its folder is open."""
    for folder, uid in places:
        if _opened(client, folder):
            yield uid
    for folder in folders:
        if _opened(client, folder):
            yield from _searched(client, message_id)[-1:]


def _opened(client: Client, folder: str) -> bool:
    try:
        client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return False
    return True


def _searched(client: Client, message_id: str) -> list[int]:
    try:
        return client.search_text("Message-ID", message_id)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []
