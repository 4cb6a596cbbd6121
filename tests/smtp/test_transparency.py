"""Byte for byte: whatever the content, the upstream has it as it was."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxy.smtp.transparency import BLOCK, DOT, BareLineEndError, blocks
from tests.servers.strict import Rules, StrictServer
from tests.smtp.relaying import enveloped, nothing, relay_to, sent

LINES = st.lists(
    st.one_of(st.sampled_from([b"", b".", b"..", b".a", b" .", b"\0", b"\xff" * 3]), st.binary(max_size=9))
)


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Lines that CRLF ends, but perhaps the last; any octets in them but CR and LF."""
    lines = [re.sub(rb"[\r\n]", b"", line) for line in draw(LINES)]
    return b"\r\n".join(lines) + draw(st.sampled_from([b"", b"\r\n"]))


@st.composite
def cut(draw: st.DrawFn) -> tuple[bytes, list[bytes]]:
    """A content, and the same in pieces."""
    content = draw(contents())
    at = sorted(draw(st.lists(st.integers(0, len(content)), max_size=6)))
    return content, [content[start:end] for start, end in zip([0, *at], [*at, len(content)], strict=True)]


def ended(content: bytes) -> bytes:
    return content if not content or content.endswith(b"\r\n") else content + b"\r\n"


@given(cut())
def test_undone_it_is_the_content(case: tuple[bytes, list[bytes]]) -> None:
    content, pieces = case
    wire = b"".join(blocks(pieces))
    assert re.sub(rb"(?:\A|(?<=\r\n))\.", b"", wire) == ended(content)
    assert (b"\r\n" + wire + DOT).find(b"\r\n.\r\n") == len(wire)  # the dot ends it, and nothing before


@given(cut(), st.sampled_from([b"\r", b"\n", b"\r\r\n", b"\n.\r\n", b"\r.\r"]), st.integers(0, 99))
def test_bare_line_ends_are_refused_wherever_they_are(case: tuple[bytes, list[bytes]], bare: bytes, where: int) -> None:
    content = b"x" + case[0].replace(b"\r\n", b"xx") + b"x"
    at = 1 + where % len(content)
    content = content[:at] + bare + content[at:]
    for size in (1, 2, 3, BLOCK):
        with pytest.raises(BareLineEndError):
            list(blocks([content[start : start + size] for start in range(0, len(content), size)]))


def test_blocks_are_bounded() -> None:
    assert max(map(len, blocks([b".\r\n" * BLOCK]))) <= 2 * BLOCK
    assert b"".join(blocks([b"a\r\n" * BLOCK])) == b"a\r\n" * BLOCK


@given(st.lists(contents(), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_the_upstream_has_the_same_octets(letters: list[bytes]) -> None:
    async def relayed() -> list[bytes]:
        async with StrictServer(Rules(capabilities=())) as server:
            upstream = await relay_to(server).open()
            for letter in letters:
                await enveloped(upstream)
                assert (await sent(upstream, letter)).code == 250
            await upstream.quit()
            return [message.content for message in server.messages]

    assert asyncio.run(relayed()) == [ended(letter) for letter in letters]


@dataclass(frozen=True)
class Endless:
    """35 MB that are never in memory together, every third line with a dot to double."""

    piece: bytes = b"a line of text\r\n.a line with a dot\r\n..two\r\n" * 6000
    pieces: int = 140
    digest: bytes = b""

    @property
    def size(self) -> int:
        return len(self.piece) * self.pieces

    def chunks(self) -> Iterator[bytes]:
        for _ in range(self.pieces):
            yield self.piece


async def test_35_megabytes_in_bounded_memory(tmp_path: Path) -> None:
    # The server is another process, so that all that is measured here is the relay's.
    content, log = Endless(), tmp_path / "log"
    arguments = ("-m", "tests.servers.strict", "--log", str(log), "--user", "sam@example.org:canary-pa55word")
    program = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    try:
        assert program.stdout is not None
        port: int = json.loads(await program.stdout.readline())["port"]
        upstream = await relay_to(port).open()
        await enveloped(upstream)
        tracemalloc.start()
        try:
            assert (await upstream.send(content, nothing)).code == 250
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        await upstream.quit()
    finally:
        program.terminate()
        await program.wait()
    assert content.size > 35_000_000
    assert peak < 3_000_000
    events = [json.loads(line) for line in log.read_text("ascii").splitlines()]
    assert not [event for event in events if event["event"] == "violation"]
    message = next(event for event in events if event["event"] == "message")
    expected = hashlib.sha256()
    for chunk in content.chunks():
        expected.update(chunk)
    assert message["octets"] == content.size
    assert message["sha256"] == expected.hexdigest()
