"""Mail that lies in a file (mbox) or a folder (Maildir), to be read and left as it is.

Promises: nothing is written, moved or marked; of the whole, whatever its size, one message at a time is in memory.
"""

from __future__ import annotations

import errno
import mailbox
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate
from pathlib import Path
from typing import IO, Any

from proxy.errors import UsageError
from proxy.mime.headers import HEAD_LIMIT

_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Item:
    """One message. `name`: the archive, "#", and its number from 1 (mbox) or its file's name (Maildir); `key`: the
    library's."""

    name: str
    key: Any


class Archive:
    """An mbox file or a Maildir folder. Raises UsageError for what is neither."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.is_dir()
        try:
            self._box: mailbox.Maildir | _Mbox = mailbox.Maildir(path, create=False) if self._folder else _Mbox(path)
            self._keys: list[Any] = sorted(self._box.keys())
            empty = self._folder or path.stat().st_size == 0
        except (OSError, mailbox.Error) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or "there is no such file"
            raise _unusable(path, "it has no folders cur and new" if self._folder else reason) from error
        if not self._keys and not empty:
            raise _unusable(path, 'no line in it begins a message ("From ")')

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Item]:
        for number, key in enumerate(self._keys, start=1):
            yield Item(f"{self._path}#{key if self._folder else number}", key)

    def beginning(self, item: Item) -> tuple[bytes, datetime | None]:
        """The first HEAD_LIMIT octets, and when the message was put here, as far as the archive tells. OSError."""
        octets = self._octets(item, HEAD_LIMIT)
        if self._folder:
            return octets, _delivery(item.key)
        line, _, rest = octets.partition(b"\n")
        return rest, _envelope_date(line)

    def read(self, item: Item, limit: int) -> bytes:
        """The message, or its first `limit` octets. Raises OSError."""
        octets = self._octets(item, limit)
        return octets if self._folder else _QUOTED.sub(b"", octets.partition(b"\n")[2])

    def close(self) -> None:
        """Gives back the file."""
        self._box.close()

    def _octets(self, item: Item, limit: int) -> bytes:
        box = self._box
        try:
            with box.get_file(item.key, from_=True) if isinstance(box, _Mbox) else box.get_file(item.key) as file:
                octets: bytes = file.read(limit)
                return octets
        except KeyError as error:
            raise FileNotFoundError(errno.ENOENT, "it is not there any more") from error


class _Mbox(mailbox.mbox):
    _file: IO[bytes]

    def __init__(self, path: Path) -> None:
        super().__init__(path, create=False)
        writable = self._file  # the library opens for writing where it may
        self._file = path.open("rb")
        writable.close()


def _delivery(key: str) -> datetime | None:
    """The time with which a file's name in a Maildir begins: seconds since 1970."""
    found = re.match(r"(\d{9,10})\.", key)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _envelope_date(line: bytes) -> datetime | None:
    """The date of mbox's "From " line, which is UTC (RFC 4155, appendix A)."""
    found = parsedate(" ".join(line.decode("ascii", "replace").split()[2:]))
    with suppress(ValueError):
        return datetime(*found[:6], tzinfo=UTC) if found else None
    return None


def _unusable(path: Path, reason: str) -> UsageError:
    return UsageError(
        f"{path} can't be replayed: {reason}.",
        "Name an mbox file, a Maildir folder (it holds cur and new), or imap for your Sent folder; a single message is "
        "checked without --replay.",
    )
