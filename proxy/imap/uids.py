"""Which messages of a folder were not read yet, by their UIDs (RFC 9051, section 2.3.1.1). Jobs for the connection.

Promises: read only (EXAMINE, STATUS, SEARCH); a folder whose UIDs were given anew is never taken for the one that was
read: AnewError.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.errors import FolderMissing, MailboxError
from proxy.imap.client import Client
from proxy.store.sightings import FolderState

WINDOWS = (1000, 20_000)
"""Messages whose UIDs are asked for at once: the first time, and then. imaplib takes no line above a million octets,
so that the UIDs of a large folder can't come in one."""


class AnewError(MailboxError):
    """The folder's UIDs mean other messages than before."""

    def __init__(self) -> None:
        super().__init__("The folder was made anew.")


def new_uids(folder: str, state: FolderState | None) -> Callable[[Client], tuple[int, list[int], int]]:
    """UIDVALIDITY, the UIDs after the last one read in their order, and the UID that comes next."""

    def job(client: Client) -> tuple[int, list[int], int]:
        uidvalidity, exists, following = examine(client, folder)
        if state is not None and state.uidvalidity != uidvalidity:
            raise AnewError
        last = state.last_uid if state is not None else 0
        if exists == 0 or following == last + 1:
            return uidvalidity, [], following
        return uidvalidity, _after(client, last, exists), following

    return job


def _after(client: Client, last: int, exists: int) -> list[int]:
    """UIDs above `last`, asked for by position from the end backwards: so the answer's length is known, and what
    another client expunges meanwhile makes the windows overlap and leaves no hole.

    Not by "UID n:*": that gives the last message even where its UID is below n (RFC 9051, section 6.4.8).
    """
    found: set[int] = set()
    end, window = exists, WINDOWS[0]
    while end > 0:
        start = max(1, end - window + 1)
        uids = client.search([f"{start}:*" if end == exists else f"{start}:{end}"])
        found.update(uid for uid in uids if uid > last)
        if start == 1 or any(uid <= last for uid in uids):
            break
        end, window = start - 1, WINDOWS[1]
    return sorted(found)


def uids_with(folder: str, state: FolderState, entries: Sequence[str], *, sent: bool) -> Callable[[Client], list[int]]:
    """The UIDs among those that were read of mail that looks as if it were from one of these addresses and domains, or
    to one where the user's own (`sent`) may lie there."""
    fields = (b"FROM", b"TO", b"CC", b"BCC") if sent else (b"FROM",)

    def job(client: Client) -> list[int]:
        if examine(client, folder)[0] != state.uidvalidity:
            raise AnewError
        found = {uid for entry in entries for field in fields for uid in client.search_named(field, entry)}
        return sorted(uid for uid in found if uid <= state.last_uid)

    return job


def states_of(folders: Sequence[str]) -> Callable[[Client], list[FolderState | None]]:
    """How far each folder goes, None where the server doesn't say."""

    def job(client: Client) -> list[FolderState | None]:
        found = []
        for status in client.statuses(folders, ("UIDNEXT", "UIDVALIDITY")):
            uidvalidity, following = (status or {}).get(b"UIDVALIDITY"), (status or {}).get(b"UIDNEXT")
            known = isinstance(uidvalidity, int) and isinstance(following, int)
            found.append(FolderState(uidvalidity, following - 1) if known else None)  # type: ignore[arg-type, operator]
        return found

    return job


def opened(client: Client, folder: str, uidvalidity: int) -> None:
    """Opens the folder, unless it is open: a large one takes its time. Raises AnewError where it is not the one of
    `uidvalidity`, which none changes while it is open (RFC 9051, section 2.3.1.1)."""
    if client.folder is not None and client.folder[0] == folder:
        found = int(client.folder[1].get(b"UIDVALIDITY", 0))
    else:
        found = examine(client, folder)[0]
    if found != uidvalidity:
        raise AnewError


def unchanged(folder: str, uidvalidity: int) -> Callable[[Client], None]:
    """Opens the folder anew. Raises AnewError where it was made anew while it was open, whatever the RFC says."""

    def job(client: Client) -> None:
        if examine(client, folder)[0] != uidvalidity:
            raise AnewError

    return job


def examine(client: Client, folder: str) -> tuple[int, int, int]:
    """UIDVALIDITY (0 where the server has none), how many messages, and UIDNEXT (0 where it doesn't say)."""
    try:
        opened = client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        raise FolderMissing(
            f'The folder "{folder}" of your mailbox can\'t be opened.',
            "If it was renamed, run `tactful sync`; if it is there in your mail program, try again later.",
        ) from error
    return int(opened.get(b"UIDVALIDITY", 0)), int(opened[b"EXISTS"]), int(opened.get(b"UIDNEXT", 0))
