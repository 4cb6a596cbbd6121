"""The folder in which held mail lies, the two below it whose names are words, and Drafts: found, made, read, tidied.

Promises: nothing is taken away but mail whose UIDs were read in the same folder (UIDVALIDITY); where the server can't
expunge single mails (UIDPLUS, RFC 4315) it is only marked `\\Deleted`: a plain EXPUNGE would take along what others
marked. Reading is by EXAMINE and BODY.PEEK.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.config import Mailbox
from proxy.imap import folders
from proxy.imap.append import DELETED, subscribe
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.mime.headers import fields

SEND, DISCARD = "Send now", "Don't send"
"""What the subfolders are called."""

FIELD = "X-Tactful-Held"
"""The header field of a cover: the ID of the message and a token."""

RECENT = 200
"""Mails at the end of Drafts that are looked at, whatever the server's search finds."""

CHUNK = 500
"""Mails whose heads are asked for at once."""

Word = Literal["", "send", "discard", "drafts"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The full names of the folders. `drafts` "": there is none."""

    base: str
    send: str
    discard: str
    drafts: str

    def word(self, folder: str) -> Word:
        """What lying there says."""
        places: dict[str, Word] = {self.send: "send", self.discard: "discard", self.drafts: "drafts"}
        return places.get(folder, "") if folder != self.base else ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A mail with FIELD in a folder; those that are marked `\\Deleted` are none."""

    folder: str
    uidvalidity: int
    uid: int
    held: str
    token: str


def choose(name: str, found: Folders, existing: Collection[str]) -> Shelf:
    """How the folders are called on this server. `name`: as it is configured, with "/" between levels.

    Some servers have folders without levels, or such as hold either mail or folders: then the two lie beside it.
    """
    mark = found.delimiter
    levels = [part.replace(mark, "-") if mark else part for part in name.split("/") if part]
    base = found.prefix + (mark or "/").join(levels)

    def of(word: str) -> str:
        below, beside = f"{base}{mark}{word}", beside_it(base, word)
        return beside if not mark or (beside in existing and below not in existing) else below

    return Shelf(base, of(SEND), of(DISCARD), found.drafts or found.new("Drafts"))


def beside_it(base: str, word: str) -> str:
    """The name of a subfolder where there can't be one."""
    return f"{base} - {word}"


async def find(connection: Connection, mailbox: Mailbox, name: str) -> tuple[Folders, Shelf, frozenset[str]]:
    """The folders as they are called here, and the names of all that there are. Raises MailboxError."""

    def job(client: Client) -> tuple[Folders, Shelf, frozenset[str]]:
        found = folders.find(client, mailbox)
        existing = frozenset(each.name for each in folders.listed(client))
        return found, choose(name, found, existing), existing

    return await connection.run(job, again=True)


async def make(connection: Connection, shelf: Shelf, existing: Collection[str]) -> Shelf:
    """Makes those of the folders that are missing, and subscribes to them; how they are called then. MailboxError."""
    missing = [each for each in (shelf.base, shelf.send, shelf.discard) if each not in existing]
    return await connection.run(partial(_make, shelf, missing), again=True) if missing else shelf


def _make(shelf: Shelf, missing: Sequence[str], client: Client) -> Shelf:
    names = {SEND: shelf.send, DISCARD: shelf.discard}
    if shelf.base in missing:
        _create(client, shelf.base)
    for word, name in names.items():
        if name in missing:
            try:
                _create(client, name)
            except IMAPClientAbortError:
                raise
            except IMAPClientError:
                names[word] = beside_it(shelf.base, word)
                if names[word] == name:
                    raise
                _create(client, names[word])
    return Shelf(shelf.base, names[SEND], names[DISCARD], shelf.drafts)


def _create(client: Client, name: str) -> None:
    try:
        client.create_folder(name)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        if not client.folder_exists(name):  # else somebody else was faster
            raise
    subscribe(client, name)


async def copies(connection: Connection, whole: Sequence[str], drafts: str) -> list[Copy]:
    """The mails with FIELD in the folders `whole`, and among the drafts. A missing folder holds none. MailboxError."""

    def job(client: Client) -> list[Copy]:
        found = []
        for folder in whole:
            found += _copies(client, folder, search=False)
        return found + (_copies(client, drafts, search=True) if drafts and drafts not in whole else [])

    return await connection.run(job, again=True)


def _copies(client: Client, folder: str, *, search: bool) -> list[Copy]:
    opened = _opened(client, folder, readonly=True)
    exists = int(opened.get(b"EXISTS", 0)) if opened else 0
    if not opened or exists == 0:
        return []
    first = max(1, exists - RECENT + 1) if search else 1
    uids: set[int] = set(_searched(client)) if search and first > 1 else set()
    for start in range(first, exists + 1, CHUNK):
        end = start + CHUNK - 1
        uids.update(client.search([f"{start}:*" if end >= exists else f"{start}:{end}"]))
    found, ordered = [], sorted(uids)
    for at in range(0, len(ordered), CHUNK):
        answers = client.fetch(ordered[at : at + CHUNK], ["FLAGS", f"BODY.PEEK[HEADER.FIELDS ({FIELD})]"])
        for uid, answer in sorted(answers.items()):
            head = next((value for key, value in answer.items() if key.startswith(b"BODY[HEADER")), None)
            named = _named(head) if isinstance(head, bytes) and DELETED not in answer.get(b"FLAGS", ()) else None
            if named is not None:
                found.append(Copy(folder, int(opened.get(b"UIDVALIDITY", 0)), uid, *named))
    return found


def _searched(client: Client) -> list[int]:
    try:
        return client.search_text(FIELD, "")[-RECENT:]
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return []  # refused: the last ones are read at home


def _named(head: bytes) -> tuple[str, str] | None:
    values = [field.value for field in fields(head) if field.name == FIELD.lower()]
    words = values[0].decode("ascii", "replace").split() if len(values) == 1 else []
    return (words[0], words[1]) if len(words) == 2 else None


async def take_away(
    connection: Connection, folder: str, uidvalidity: int, uids: Sequence[int], *, aside: str = ""
) -> bool:
    """Takes mails out of a folder; False where its UIDs were given anew meanwhile. Raises MailboxError.

    `aside`: where they are moved and marked there, if the server can move and can't expunge single mails.
    """
    job: Callable[[Client], bool] = partial(_take_away, folder, uidvalidity, uids, aside)
    return await connection.run(job, again=True)


def _take_away(folder: str, uidvalidity: int, uids: Sequence[int], aside: str, client: Client) -> bool:
    opened = _opened(client, folder, readonly=False)
    if not opened or int(opened.get(b"UIDVALIDITY", 0)) != uidvalidity:
        return False
    single = client.has_capability("UIDPLUS") or client.has_capability("IMAP4REV2")
    client.add_flags(list(uids), [DELETED], silent=True)
    if single:
        client.expunge(list(uids))  # by UID; `uid_expunge` knows nothing of IMAP4rev2
    elif aside and client.has_capability("MOVE"):
        client.move(list(uids), aside)  # with its mark
    return True


def _opened(client: Client, folder: str, *, readonly: bool) -> dict[bytes, int]:
    """What the server says of a folder that it opens; nothing where it doesn't."""
    try:
        opened: dict[bytes, int] = client.select_folder(folder, readonly=readonly)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return {}
    return opened
