"""A message's bytes while it is on its way: in memory while it is small, then in a private temporary file.

A Spool is written once, from start to end, and then read as often as wanted, from any thread. Memory stays bounded
whatever the message's size. It implements `proxy.model.Content`. Whoever made a Spool calls `discard`; one that is
forgotten takes its file along when it is collected. What a killed run left behind in a folder of its own is removed by
`sweep`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from proxy.errors import SpoolError

IN_MEMORY = 1 << 20
"""Octets that are kept in memory; a message with more of them goes to a file."""

_PIECE = 1 << 18
_PREFIX = "tactful-"
_SUFFIX = ".spool"


class Spool:
    """The octets of one message.

    `directory`: where the file is made, once one is needed; default: the system's folder for temporary files. The
    file can be read by its owner only.
    """

    def __init__(self, *, directory: Path | None = None, in_memory: int = IN_MEMORY) -> None:
        self._directory = directory
        self._in_memory = in_memory
        self._memory = bytearray()
        self._file: BinaryIO | None = None
        self._path: Path | None = None
        self._remove: weakref.finalize[[BinaryIO, Path], Spool] | None = None
        self._hash = hashlib.sha256()
        self._size = 0
        self._discarded = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    @property
    def size(self) -> int:
        """Octets written."""
        return self._size

    @property
    def digest(self) -> bytes:
        """SHA-256 of the octets written."""
        return self._hash.digest()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Appends. Raises SpoolError when the disk is full or can't be written."""
        if self._discarded:
            raise ValueError("a discarded Spool can't be written")
        if self._file is None and self._size + len(data) > self._in_memory:
            self._to_file()
        if self._file is None:
            self._memory += data
        else:
            with _explained():
                self._file.write(data)
        self._hash.update(data)
        self._size += len(data)

    def chunks(self) -> Iterator[bytes]:
        """The octets in order, in pieces of at most 256 KiB; each call starts anew. Raises SpoolError."""
        content = self.as_job_content()
        if isinstance(content, bytes):
            for start in range(0, len(content), _PIECE):
                yield content[start : start + _PIECE]
            return
        with _explained(), content.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    def as_job_content(self) -> bytes | Path:
        """What the worker process is given: the octets, or the file where they all are. Raises SpoolError."""
        if self._discarded:
            raise ValueError("a discarded Spool can't be read")
        if self._file is None or self._path is None:
            return bytes(self._memory)
        with _explained():
            self._file.flush()
        return self._path

    def discard(self) -> None:
        """Forgets the octets and removes the file. May be called again."""
        self._discarded = True
        self._memory = bytearray()
        self._file = None
        if self._remove is not None:
            self._remove()

    def _to_file(self) -> None:
        with _explained():
            # mkstemp, as the worker must be able to open it by name on Windows too; its mode is 0600.
            descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=self._directory)
            file = os.fdopen(descriptor, "wb", buffering=_PIECE)
            path = Path(name)
            self._remove = weakref.finalize(self, _close_and_remove, file, path)
            file.write(self._memory)
        self._file, self._path = file, path
        self._memory = bytearray()


def sweep(directory: Path) -> int:
    """Removes the Spools that a killed run left in `directory`, and returns how many there were.

    Only for a folder that no other running process makes Spools in.
    """
    removed = 0
    for path in directory.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            path.unlink()
            removed += 1
    return removed


def _close_and_remove(file: BinaryIO, path: Path) -> None:
    # Closing flushes, which fails on a full disk; and Windows removes no file that is still open elsewhere.
    with contextlib.suppress(OSError):
        file.close()
    with contextlib.suppress(OSError):
        path.unlink()


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SpoolError(
            f"The message can't be set aside on this computer while it is looked at: {error.strerror or 'disk error'}.",
            "Free some disk space, or make the folder for temporary files writable, and send it again.",
        ) from error
