"""News of folders, on a connection that has nothing else to do: IDLE (RFC 2177) where there is such, else questions.

Promises: what changed in the first folder is known within seconds where the server speaks of it, and within CHECK
seconds in the others; IDLE is ended and begun anew every CHECK seconds, so that a connection that died is found out and
none is idle so long that a server closes it; what a server says in IDLE only wakes: what is new is seen from the folder
itself, so that nothing is missed between two IDLEs or two connections. Reads only (EXAMINE, STATUS).
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Sequence

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.imap.client import Client

CHECK = 30.0
"""Seconds of one IDLE."""

POLL = 60.0
"""Seconds between two questions where the server has no IDLE, or one that is of no use."""

CHATTER = 10
"""IDLEs in a row that the server ended without news: its IDLE is then of no use (a broken one would make it spin)."""

ITEMS = ("UIDVALIDITY", "UIDNEXT", "MESSAGES")


class Watch:
    """What is known of some folders over all connections to their server. `folders`: the first is idled at.

    `ring` may be called from any thread, all else from the connection's alone.
    """

    def __init__(self, folders: Sequence[str], check: float = CHECK) -> None:
        self._folders = tuple(folders)
        self._check = check
        self._marks: dict[str, tuple[int | None, ...]] = {}
        self._chatter = 0
        self._inside, self._outside = socket.socketpair()  # a pipe can't be waited for on Windows
        self._inside.setblocking(False)
        self._outside.setblocking(False)

    def ring(self) -> None:
        """Ends a `wait`, the one to come too; again and again is as good as once."""
        with contextlib.suppress(OSError):  # full: it rings already; closed: nobody waits any more
            self._outside.send(b"!")

    def hush(self) -> None:
        """Forgets what rang until now."""
        with contextlib.suppress(BlockingIOError):
            while self._inside.recv(4096):
                pass

    def close(self) -> None:
        """Frees the bell."""
        self._inside.close()
        self._outside.close()

    def news(self, client: Client) -> list[str]:
        """The folders in which something came, went or changed since this was last asked, and those first seen.

        Leaves the first folder opened. Raises what Client raises where the connection is lost.
        """
        found = []
        for folder in (*self._folders[1:], *self._folders[:1]):
            mark = _opened(client, folder) if folder == self._folders[0] else _status(client, folder)
            if self._marks.get(folder) != mark:
                self._marks[folder] = mark
                found.append(folder)
        if found:
            self._chatter = 0
        return found

    def wait(self, client: Client) -> float:
        """After `news`: returns as soon as somebody rings, the server says something or it is time to ask again.

        Gives the seconds to wait before asking where the server can't say by itself, else 0.
        """
        opened = self._marks.get(self._folders[0], ())
        if not opened or self._chatter >= CHATTER or not client.has_capability("IDLE"):
            return POLL
        woken = client.idle_until(self._inside, self._check)
        if woken is None:
            self._chatter = CHATTER
            return POLL
        self._chatter = self._chatter + 1 if woken else 0
        return 0.0


def _opened(client: Client, folder: str) -> tuple[int | None, ...]:
    try:
        opened = client.select_folder(folder, readonly=True)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return ()
    return opened.get(b"UIDVALIDITY"), opened.get(b"UIDNEXT"), opened.get(b"EXISTS")


def _status(client: Client, folder: str) -> tuple[int | None, ...]:
    """With HIGHESTMODSEQ where there is such (RFC 7162): so a change of flags counts as well."""
    items = (*ITEMS, "HIGHESTMODSEQ") if client.has_capability("CONDSTORE") else ITEMS
    try:
        status = client.folder_status(folder, items)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return ()
    return tuple(status.get(item.encode("ascii")) for item in items)
