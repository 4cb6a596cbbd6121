"""The message's octets survive the way in, however the stream is cut; and it ends where it ends."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.smtp.data import GoneError, Incoming, LineLengthError, MailData, receive
from proxy.transit.spool import Spool

LINE = st.one_of(st.sampled_from([b"", b".", b"..", b". ", b".x", b"x."]), st.binary(max_size=12)).map(
    lambda line: line.replace(b"\r", b"").replace(b"\n", b"")
)
CONTENT = st.lists(LINE, max_size=8).map(lambda lines: b"".join(line + b"\r\n" for line in lines))
# Octets that come near the end of a message, to be met in every order.
NEAR = st.lists(st.sampled_from([b"\r", b"\n", b".", b"x", b"\r\n", b"\r\n."]), max_size=12).map(b"".join)
CUTS = st.lists(st.integers(0, 60), max_size=8)


def stuffed(content: bytes) -> bytes:
    """As a client writes it (RFC 5321, section 4.5.2)."""
    lines = content.split(b"\r\n")[:-1]
    return b"".join(b"." * line.startswith(b".") + line + b"\r\n" for line in lines) + b".\r\n"


def pieces(octets: bytes, cuts: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(cut, len(octets)) for cut in cuts), len(octets)]
    return [octets[start:end] for start, end in pairwise(edges) if start < end]


def read(octets: list[bytes], limit: int = 1_000_000) -> tuple[bytes, MailData, bytes | None]:
    """Feeds pieces up to the message's end: its octets, the reader, and what came after (None: no end came)."""
    written: list[bytes] = []
    data = MailData(written.append, limit)
    for number, piece in enumerate(octets):
        rest = data.feed(piece)
        if rest is not None:
            return b"".join(written), data, rest + b"".join(octets[number + 1 :])
    return b"".join(written), data, None


@given(CONTENT, st.binary(max_size=6), CUTS)
def test_content_survives_byte_for_byte(content: bytes, after: bytes, cuts: list[int]) -> None:
    got, data, rest = read(pieces(stuffed(content) + after, cuts))
    assert (got, rest, data.bare, data.size) == (content, after, False, len(content))


@given(CONTENT, st.binary(max_size=6))
def test_content_survives_octet_by_octet(content: bytes, after: bytes) -> None:
    octets = stuffed(content) + after
    got, data, rest = read([octets[at : at + 1] for at in range(len(octets))])
    assert (got, rest, data.bare) == (content, after, False)


@given(NEAR, CUTS)
def test_only_crlf_dot_crlf_ends_and_cuts_change_nothing(octets: bytes, cuts: list[int]) -> None:
    got, data, rest = read(pieces(octets, cuts))
    # From the definition, by the slow way: the stream begins at the start of a line.
    raw, end, after = (b"\r\n" + octets).partition(b"\r\n.\r\n")
    assert rest == (after if end else None)
    if end:
        without = raw.replace(b"\r\n", b"")
        assert data.bare == (b"\r" in without or b"\n" in without)
        if not data.bare:
            assert got == (raw + b"\r\n").replace(b"\r\n.", b"\r\n")[2:]


@pytest.mark.parametrize(
    ("stream", "content", "rest"),
    [
        (b".\r\n", b"", b""),
        (b".\r\nQUIT\r\n", b"", b"QUIT\r\n"),
        (b"\r\n.\r\n", b"\r\n", b""),
        (b"..\r\n.\r\n", b".\r\n", b""),
        (b"...\r\n.\r\n", b"..\r\n", b""),
        (b".x\r\n.\r\n", b"x\r\n", b""),
        (b"a\r\n. \r\n.\r\n", b"a\r\n \r\n", b""),
        (b"a\r\n.\r\n.\r\n", b"a\r\n", b".\r\n"),
        (b"\0\xff\r\n.\r\n", b"\0\xff\r\n", b""),
    ],
)
def test_dots(stream: bytes, content: bytes, rest: bytes) -> None:
    assert read([stream])[::2] == (content, rest)


@pytest.mark.parametrize(
    "stray",
    [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r", b"\r\n\n.\r\n", b"\r\r\n.\r", b"\n", b"\r"],
)
def test_strays_neither_end_a_message_nor_pass(stray: bytes) -> None:
    smuggled = b"a" + stray + b"MAIL FROM:<evil@example.org>\r\n"
    _, data, rest = read([smuggled])
    assert rest is None
    _, data, rest = read([smuggled + b".\r\nQUIT\r\n"])
    assert (rest, data.bare) == (b"QUIT\r\n", True)


@pytest.mark.parametrize(("limit", "too_large"), [(5, False), (4, True), (0, True)])
def test_size_counts_the_message_without_doubled_dots(limit: int, too_large: bool) -> None:
    _, data, rest = read([b"..ab\r\n", b".\r\nx"], limit)
    assert (data.size, data.too_large, rest) == (5, too_large, b"x")


def test_what_is_over_the_limit_is_not_kept() -> None:
    kept, data, _ = read([b"12345\r\n"] * 100 + [b".\r\n"], 20)
    assert len(kept) <= 20
    assert data.size == 700


def incoming(*octets: bytes) -> Incoming:
    reader = asyncio.StreamReader()
    for some in octets:
        reader.feed_data(some)
    reader.feed_eof()
    return Incoming(reader)


async def test_lines_then_message_then_lines() -> None:
    stream = incoming(b"DATA\r\nHi\r\n.\r\nNOOP\r\nQU", b"IT\r\n")
    with Spool() as spool:
        assert await stream.line(100) == b"DATA\r\n"
        assert await receive(stream, spool, 100, lambda: None) is None
        assert b"".join(spool.chunks()) == b"Hi\r\n"
    assert [await stream.line(100), await stream.line(100)] == [b"NOOP\r\n", b"QUIT\r\n"]
    with pytest.raises(GoneError):
        await stream.line(100)


async def test_a_long_line_is_dropped_to_its_end() -> None:
    stream = incoming(b"x" * 150_000 + b"\r\nshort\r\n")
    with pytest.raises(LineLengthError):
        await stream.line(1000)
    assert await stream.line(7) == b"short\r\n"


async def test_half_a_message_is_none() -> None:
    with Spool() as spool, pytest.raises(GoneError):
        await receive(incoming(b"Hi\r\n.\r"), spool, 100, lambda: None)
