"""Puts mail into the mailbox: drafts, copies of what was sent, tactful's own letters.

Promises: byte for byte; what the server said no to was not added; nothing is added a second time without having looked
first (a connection that fails in the middle of APPEND tells nothing), and looking trusts no server's search alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.errors import FolderMissing
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.mime.headers import fields, read
from proxy.model import Content

SEEN = b"\\Seen"
DRAFT = b"\\Draft"
DELETED = b"\\Deleted"

RECENT = 300
"""Messages at the end of a folder whose Message-IDs are read where the server's search finds nothing."""

_APPENDUID = re.compile(rb"\[APPENDUID \d+ (\d+)\]", re.IGNORECASE)  # RFC 4315, section 3
_MESSAGE_ID = ("FLAGS", "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID RECEIVED)]")


async def append(
    connection: Connection,
    folder: str,
    content: bytes | Content,
    *,
    flags: tuple[bytes, ...] = (),
    when: datetime | None = None,
    create: bool = False,
) -> int | None:
    """Adds a message; its UID where the server tells it.

    `content`: CRLF line ends; only a piece of it at a time is in memory here. `when`: the internal date, aware; None:
    the server's now. `create`: make the folder where it is missing. Raises FolderMissing, and MailboxError: after one
    that says the connection was lost it may have been added; see `once`.
    """
    size, pieces = _pieces(content)

    def put(client: Client) -> bytes:
        return client.append_pieces(folder, size, pieces(), flags, when)

    answer = await connection.run(partial(_append, put, folder, create))
    found = _APPENDUID.search(answer)
    return int(found[1]) if found else None


async def once(
    connection: Connection,
    folder: str,
    content: bytes | Content,
    message_id: str,
    *,
    flags: tuple[bytes, ...] = (),
    when: datetime | None = None,
    create: bool = False,
) -> bool:
    """Adds a message unless one with its Message-ID (angle brackets included) is there; whether it was added.

    May be called again after any error: so a letter is delivered exactly once, and a sent copy isn't doubled.
    """
    if message_id and await find_message_id(connection, folder, message_id):
        return False
    await append(connection, folder, content, flags=flags, when=when, create=create)
    return True


async def draft(
    connection: Connection, folders: Folders, content: bytes | Content, when: datetime | None = None
) -> str:
    """Adds a message to Drafts, as mail clients do (`\\Draft \\Seen`); the folder's name. A mailbox without Drafts gets
    one."""
    folder = folders.drafts or folders.new("Drafts")
    await append(connection, folder, content, flags=(DRAFT, SEEN), when=when, create=True)
    return folder


async def sent_copy(
    connection: Connection, folders: Folders, content: bytes | Content, message_id: str, when: datetime
) -> bool:
    """Files a message in Sent unless it is there already (some servers file by themselves); whether it was filed.

    `when`: the time of sending. A mailbox without Sent gets one.
    """
    folder = folders.sent or folders.new("Sent")
    return await once(connection, folder, content, message_id, flags=(SEEN,), when=when, create=True)


async def letter(
    connection: Connection, folders: Folders, content: bytes | Content, message_id: str, when: datetime | None = None
) -> bool:
    """Puts a letter of tactful's into INBOX, unread, unless it is there; whether it was put there."""
    return await once(connection, folders.inbox, content, message_id, when=when)


async def find_message_id(connection: Connection, folder: str, message_id: str, *, by_server: bool = False) -> bool:
    """Whether the folder holds a message with this Message-ID (angle brackets included). A missing folder holds none,
    and what is marked `\\Deleted` counts as gone.

    `by_server`: only one that passed a server counts: it bears Received (RFC 5321, section 4.4).

    Asks the server first; where that finds nothing, reads the Message-IDs of the last RECENT messages itself: some
    servers index late, some find only whole words.
    """
    return await connection.run(partial(_find, folder, message_id, by_server), again=True)


def _append(put: Callable[[Client], bytes], folder: str, create: bool, client: Client) -> bytes:
    try:
        return put(client)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        missing = _missing(error, folder, client)
        if missing and create:
            client.create_folder(folder)
            subscribe(client, folder)
            return put(client)
        if missing:
            raise FolderMissing(
                f'Your mailbox has no folder "{folder}".', "Make it in your mail program, or name another one."
            ) from error
        raise


def _missing(error: Exception, folder: str, client: Client) -> bool:
    """RFC 9051, section 6.3.12 asks for TRYCREATE; not every server says it."""
    return "[TRYCREATE]" in str(error).upper() or not client.folder_exists(folder)


def subscribe(client: Client, folder: str) -> None:
    """Subscribes, where the server can: mail programs often show subscribed folders only."""
    try:
        client.subscribe_folder(folder)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return


def _find(folder: str, message_id: str, by_server: bool, client: Client) -> bool:
    try:
        opened = client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        if not client.folder_exists(folder):
            return False
        raise
    plain = message_id.isascii() and message_id.isprintable()
    if plain and _holds(client, _searched(client, message_id), message_id, by_server):
        return True
    exists = int(opened[b"EXISTS"])
    if exists == 0:
        return False
    return _holds(client, client.search([f"{max(1, exists - RECENT + 1)}:*"]), message_id, by_server)


def _searched(client: Client, message_id: str) -> list[int]:
    try:
        return client.search_text("Message-ID", message_id)[-RECENT:]
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []  # refused: it is read at home


def _holds(client: Client, uids: list[int], message_id: str, by_server: bool) -> bool:
    """A search finds parts of words too, so that its finds are read as well."""
    for answer in client.fetch(uids, _MESSAGE_ID).values():
        head = next((value for key, value in answer.items() if key.startswith(b"BODY[HEADER")), None)
        if not isinstance(head, bytes) or read(head).message_id != message_id:
            continue
        if DELETED in answer.get(b"FLAGS", ()):  # only not expunged yet
            continue
        if not by_server or any(field.name == "received" for field in fields(head)):
            return True
    return False


def _pieces(content: bytes | Content) -> tuple[int, Callable[[], Iterable[bytes]]]:
    if isinstance(content, bytes):
        return len(content), lambda: (content,)
    return content.size, content.chunks
