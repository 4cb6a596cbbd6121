"""What comes in from the client: command lines, and the message after DATA.

Promises: the message's octets are the client's, but for the dots of transparency (RFC 5321, section 4.5.2). It ends
at CR LF . CR LF and nowhere else. A CR or an LF that stands alone is noticed, whatever surrounds it; such a message is
read to its true end and refused, so that no two servers can disagree about where it ended (SMTP smuggling). The work
is linear in the size, the memory bounded. Lines may be as long as SIZE allows: how long is too long is for the
upstream to say (RFC 5321, section 4.5.3.1.6, asks servers to take more than 1,000 octets where they can).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from proxy.errors import SpoolError
from proxy.model import Reply
from proxy.smtp.replies import BARE, fault, too_large
from proxy.transit.spool import Spool

_END = b"\r\n.\r\n"
_PIECE = 1 << 16


class GoneError(Exception):
    """The client has left, or was left. Stays inside the SMTP server."""


class LineLengthError(Exception):
    """A line was over the limit; it was read to its end and dropped. Stays inside the SMTP server."""


class Incoming:
    """The client's octets, as lines or as they come. Both raise GoneError when there are no more."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader
        self._held = b""
        self._at = 0

    async def line(self, limit: int) -> bytes:
        """The next line with its LF. Raises LineLengthError for one of more than `limit` octets."""
        line = bytearray()
        length = 0
        while True:
            if self._at == len(self._held):
                self._held, self._at = await self._more(), 0
            end = self._held.find(b"\n", self._at) + 1
            stop = end or len(self._held)
            length += stop - self._at
            if length <= limit:
                line += self._held[self._at : stop]
            self._at = stop
            if end:
                if length > limit:
                    raise LineLengthError
                return bytes(line)

    async def piece(self) -> bytes:
        """The octets that are there, at least one."""
        piece = self._held[self._at :]
        self.forget()
        return piece or await self._more()

    def put_back(self, octets: bytes) -> None:
        """`octets`, the rest of a piece, come next again."""
        self._held, self._at = octets, 0

    def forget(self) -> None:
        """Drops what was taken from the stream and not yet used."""
        self._held, self._at = b"", 0

    async def _more(self) -> bytes:
        try:
            octets = await self._reader.read(_PIECE)
        except OSError as error:
            raise GoneError from error
        if not octets:
            raise GoneError
        return octets


class MailData:
    """Takes the octets after DATA in pieces cut anywhere, and hands the message's own to `write`."""

    def __init__(self, write: Callable[[bytes], None], limit: int) -> None:
        self._write = write
        self._limit = limit
        # A dot at the very start counts as the start of a line: as though a CR LF had come before.
        self._carry = b"\r\n"
        self._begun = False
        self.bare = False
        self.size = 0

    @property
    def too_large(self) -> bool:
        """Whether there are more octets than the limit; those after it were not written."""
        return self.size > self._limit

    def feed(self, octets: bytes) -> bytes | None:
        """Takes a piece. Returns None while the message goes on, else what came after its end."""
        octets = self._carry + octets
        end = octets.find(_END)
        if end >= 0:
            self._take(octets[: end + 2])
            return octets[end + len(_END) :]
        # What may be the start of the end is kept back, so that neither it nor a line's end is ever cut in two.
        keep = next(length for length in (4, 3, 2, 1, 0) if octets.endswith(_END[:length]))
        cut = len(octets) - keep
        self._carry = octets[cut:]
        if cut:
            self._take(octets[:cut])
        return None

    def _take(self, raw: bytes) -> None:
        ends = raw.count(b"\r\n")
        self.bare = self.bare or raw.count(b"\r") != ends or raw.count(b"\n") != ends
        own = raw.replace(b"\r\n.", b"\r\n")
        if not self._begun:
            own, self._begun = own[2:], True
        self.size += len(own)
        if not self.bare and not self.too_large:
            self._write(own)


async def receive(incoming: Incoming, spool: Spool, limit: int, alive: Callable[[], None]) -> Reply | None:
    """Reads a message into `spool`, to its true end; returns the reply that refuses it, or None where it is whole.

    `limit`: octets. `alive` is called for each piece. Raises GoneError when the client leaves before the end.
    """
    full: SpoolError | None = None

    def write(octets: bytes) -> None:
        nonlocal full
        if full is None:
            try:
                spool.write(octets)
            except SpoolError as error:
                full = error

    data = MailData(write, limit)
    while (rest := data.feed(await incoming.piece())) is None:
        alive()
    incoming.put_back(rest)
    if data.bare:
        return BARE
    if data.too_large:
        return too_large(limit)
    return fault(str(full), code=452, enhanced="4.3.1") if full is not None else None
