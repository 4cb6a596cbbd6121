"""Large messages: bounded memory, work that grows no faster than the message, and the limit."""

from __future__ import annotations

import asyncio
import hashlib
import tracemalloc
from pathlib import Path

import pytest

from proxy.model import Reply
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Offered
from proxy.transit.spool import Spool
from tests.smtp.conductor import Recorded, Recorder
from tests.smtp.dialogue import DATA, ENVELOPE, LOGIN, Client
from tests.smtp.serving import serving

PIECE = (b"." + b"x" * 75 + b"\r\n") * 1024
PIECES = 450  # 35,9 MB
STUFFED = b"." + PIECE.replace(b"\r\n.", b"\r\n..")


class Hashing(Recorded):
    """Reads a message piece by piece, as the relay does."""

    async def data(self, content: Spool) -> Reply:
        digest = hashlib.sha256()
        for chunk in content.chunks():
            digest.update(chunk)
        return Reply(250, (f"2.0.0 {content.size} {digest.hexdigest()}",))


class HashingRecorder(Recorder):
    def open(self, account: str) -> Recorded:
        return Hashing(self)


async def test_35_megabytes_take_little_memory(tmp_path: Path) -> None:
    conductor = HashingRecorder(offer=Offered(True, True, True, 40_000_000))
    expected = hashlib.sha256()
    async with serving(conductor, limits=Limits(spools=tmp_path)) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        tracemalloc.start()
        try:
            for _ in range(PIECES):
                expected.update(PIECE)
                await client.send(STUFFED)
            await client.send(b".\r\n")
            await client.play(f"S: 250 2.0.0 {len(PIECE) * PIECES} {expected.hexdigest()}")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        await client.play("C: NOOP\nS: 250 *")
    assert peak < 4 * (1 << 20)
    assert list(tmp_path.iterdir()) == []


async def test_over_the_limit_is_read_to_the_end_and_refused(tmp_path: Path) -> None:
    conductor = Recorder(offer=Offered(True, True, True, 2_000_000))
    async with serving(conductor, limits=Limits(spools=tmp_path)) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        for _ in range(60):
            await client.send(STUFFED)
        await client.play("C: .\nS: 552 5.3.4 The message is larger than your mail server takes (2000000 octets). *")
        await client.play(ENVELOPE, DATA, r"C= b'Hi\r\n.\r\n'", "S: 250 2.0.0 Queued as 1")
    assert conductor.messages == [b"Hi\r\n"]
    assert conductor.asked.count("reset") == 1
    assert list(tmp_path.iterdir()) == []


async def test_no_room_for_a_large_message_is_452(tmp_path: Path) -> None:
    conductor = Recorder(offer=Offered(True, True, True, 40_000_000))
    async with serving(conductor, limits=Limits(spools=tmp_path / "missing")) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        for _ in range(30):
            await client.send(STUFFED)
        await client.play("C: .\nS: 452 4.3.1 The message can't be set aside *")
        await client.play(ENVELOPE, DATA, r"C= b'Hi\r\n.\r\n'", "S: 250 2.0.0 Queued as 1")


@pytest.mark.parametrize("octets", [b"\r\n", b".", b"\r", b"\r\n.\r", b"x"])
async def test_nothing_that_repeats_takes_quadratic_work(octets: bytes) -> None:
    # Quadratic work would take minutes here, and meet the suite's own time limit.
    conductor = Recorder(keep=False, offer=Offered(True, True, True, 4_000_000))
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        await client.send(octets * (3_000_000 // len(octets)))
        await client.send(b"\r\n.\r\nNOOP\r\n")
        await client.play("S: ...\nS: 250 2.0.0 OK")


async def test_many_sessions_at_once() -> None:
    conductor = Recorder(keep=False)
    async with serving(conductor) as at:

        async def send() -> None:
            async with Client(at.port) as client:
                await client.play(LOGIN, ENVELOPE, DATA)
                await client.send(STUFFED * 3)
                await client.play("C: .\nS: 250 2.0.0 Queued as 1\nC: QUIT\nS: 221 *\nCLOSED")

        await asyncio.gather(*(send() for _ in range(40)))
    assert conductor.asked.count(f"data {len(PIECE) * 3}") == 40
