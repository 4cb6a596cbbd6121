"""The body of DATA as it travels: dots doubled, the last line ended (RFC 5321, sections 4.5.2 and 4.1.1.4).

Pure, and bounded in memory: pieces in, blocks out. A bare CR or LF is refused, because a server that takes one for a
line end would read what follows a "<LF>.<CR><LF>" as commands (SMTP smuggling).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BLOCK = 64 * 1024
"""Octets of content that make one block; doubled dots come on top."""

DOT = b".\r\n"
"""Ends the body. It follows the last of `blocks`, which always ends a line."""


class BareLineEndError(ValueError):
    """A CR or LF stands alone. Stays inside this room."""


def blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content's octets made transparent, in blocks of about BLOCK octets.

    A last line without CRLF gets one, since the final dot stands on a line of its own; nothing else is added or
    changed. Raises BareLineEndError at the first bare CR or LF, after the blocks before it.
    """
    held = b""
    starts_line = True
    for piece in pieces:
        for offset in range(0, len(piece), BLOCK):
            block = held + piece[offset : offset + BLOCK]
            held = b"\r" if block.endswith(b"\r") else b""
            block = block[: len(block) - len(held)]
            if block:
                yield _doubled(block, starts_line)
                starts_line = block.endswith(b"\r\n")
    if held:
        raise BareLineEndError("a bare CR ends the message")
    if not starts_line:
        yield b"\r\n"


def _doubled(block: bytes, starts_line: bool) -> bytes:
    line_ends = block.count(b"\r\n")
    if block.count(b"\n") != line_ends or block.count(b"\r") != line_ends:
        raise BareLineEndError("a bare CR or LF is in the message")
    doubled = block.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if starts_line and block.startswith(b".") else doubled
