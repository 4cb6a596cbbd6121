"""The past of a mailbox for one look, kept nowhere: its mail as contacts, and the bytes of single messages.

Promises: reads only (EXAMINE, BODY.PEEK), so no flag changes; the store is not touched.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from proxy.errors import MailboxError
from proxy.imap import history
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.wire import LITERAL_LIMIT
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState

BATCH = 10
"""Messages that are fetched at once, one after the other."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One mail and where it lies; its UID is in `seen`."""

    folder: str
    uidvalidity: int
    seen: Seen


class _Gathered:
    """Stands where `history.read` has the store."""

    def __init__(self) -> None:
        self.mail: dict[str, list[Filed]] = {}

    def folder(self, account: str, folder: str) -> FolderState | None:
        return None

    def record(self, account: str, folder: str, state: FolderState, seen: Sequence[Seen]) -> None:
        self.mail.setdefault(folder, []).extend(Filed(folder, state.uidvalidity, each) for each in seen)

    def restart(self, account: str, folder: str) -> None:
        self.mail.pop(folder, None)

    def mark_synced(self, account: str, now: datetime) -> None:
        pass


async def gather(
    connection: Connection,
    account: str,
    folders: Folders,
    *,
    is_recruiter: Callable[[str], bool],
    own: frozenset[str],
    now: datetime,
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Filed]:
    """All that the user sent, and all answers of recruiters, by their headers. Arguments and errors: `history.read`."""
    gathered = _Gathered()
    await history.read(
        connection, account, folders, gathered, is_recruiter=is_recruiter, own=own, now=now, progress=progress
    )
    return [each for mail in gathered.mail.values() for each in mail]


async def contents(connection: Connection, mail: Sequence[Filed]) -> AsyncIterator[bytes | None]:
    """The bytes of each, in this order; None for what is gone, or larger than what is read. Raises MailboxError."""
    for start in range(0, len(mail), BATCH):
        batch = mail[start : start + BATCH]
        found: dict[tuple[str, int], bytes] = {}
        for folder in dict.fromkeys(each.folder for each in batch):
            found |= await connection.run(_fetch(folder, [each for each in batch if each.folder == folder]), again=True)
        for each in batch:
            yield found.get((each.folder, each.seen.uid))


def _fetch(folder: str, batch: Sequence[Filed]) -> Callable[[Client], dict[tuple[str, int], bytes]]:
    def job(client: Client) -> dict[tuple[str, int], bytes]:
        opened = client.select_folder(folder, readonly=True)
        if {each.uidvalidity for each in batch} != {int(opened.get(b"UIDVALIDITY", 0))}:
            raise MailboxError(f'The folder "{folder}" was made anew while it was read.', "Start again.")
        sizes = client.fetch([each.seen.uid for each in batch], ["RFC822.SIZE"])
        found = {}
        for uid, answer in sizes.items():
            if isinstance(answer.get(b"RFC822.SIZE"), int) and answer[b"RFC822.SIZE"] < LITERAL_LIMIT:
                octets = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
                if isinstance(octets, bytes):
                    found[folder, uid] = octets
        return found

    return job
