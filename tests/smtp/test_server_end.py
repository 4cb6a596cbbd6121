"""How sessions end: clients that leave in the middle, and a server that stops."""

from __future__ import annotations

import asyncio

import pytest

from proxy.model import Reply
from proxy.smtp.limits import Limits
from proxy.smtp.session import Session
from tests.servers.authority import client_context, server_context
from tests.smtp.conductor import Recorder
from tests.smtp.dialogue import DATA, ENVELOPE, LOGIN, Client
from tests.smtp.serving import serving

MESSAGE = r"C= b'Hi\r\n.\r\n'"


@pytest.mark.parametrize("leaving", ["drop", "close", "half-close"])
@pytest.mark.parametrize("octets", [b"", b"Hi", b"Hi\r\n", b"Hi\r\n.", b"Hi\r\n.\r"])
async def test_half_a_message_never_happened(octets: bytes, leaving: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at:
        async with Client(at.port) as client:
            await client.play(LOGIN, ENVELOPE, DATA)
            await client.send(octets)
            if leaving == "drop":
                client.drop()
            elif leaving == "half-close":
                client.writer.write_eof()
                assert await client.reader.read() == b""
        await conductor.closed.wait()
    assert conductor.messages == []
    assert conductor.asked[-3:] == ["rcpt jo@acme.example", "reset", "close"]


async def test_leaving_without_a_transaction_only_closes() -> None:
    conductor = Recorder()
    async with serving(conductor) as at:
        async with Client(at.port) as client:
            await client.play(LOGIN)
            client.drop()
        await conductor.closed.wait()
    assert conductor.asked == ["open sam@example.org", "close"]


async def test_a_passage_that_fails_at_the_end_harms_nobody(caplog: pytest.LogCaptureFixture) -> None:
    conductor = Recorder(answers={"reset": OSError("canary")})
    async with serving(conductor) as at:
        async with Client(at.port) as client:
            await client.play(LOGIN, ENVELOPE)
        await conductor.closed.wait()
        async with Client(at.port) as client:
            await client.play(LOGIN)
    assert "command-failed command=close error=OSError" in caplog.text


async def test_stopping_says_421_to_who_is_idle_or_in_the_middle() -> None:
    conductor = Recorder()
    async with (
        serving(conductor, context=server_context()) as at,
        Client(at.port) as fresh,
        Client(at.port) as halfway,
        Client(at.port) as writing,
        Client(at.port, context=client_context()) as encrypted,
    ):
        await fresh.play("S: 220 *")
        await halfway.play(LOGIN, ENVELOPE)
        await writing.play(LOGIN, ENVELOPE, DATA, r"C= b'Hi\r\n'")
        await encrypted.play(
            "S: 220 *\nC: EHLO c\nS: ...\nS: 250 SIZE *\nC: STARTTLS\nS: 220 *\nTLS\nC: NOOP\nS: 250 *"
        )
        await at.server.close(10)
        for client in (fresh, halfway, writing, encrypted):
            await client.play("S: 421 4.3.2 tactful is stopping. *\nCLOSED")
        with pytest.raises(ConnectionError):
            await asyncio.open_connection("127.0.0.1", at.port)
    assert conductor.messages == []
    assert conductor.asked.count("reset") == 2
    assert conductor.asked.count("close") == 2


async def test_a_message_that_came_whole_as_the_server_stopped_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    # The client is told 421 and will send it again.
    taken: list[bytes] = []
    original = Session.data_received

    def data_received(session: Session, octets: bytes) -> None:
        original(session, octets)
        if octets.endswith(b"\r\n.\r\n"):
            session.stop()
            original(session, b"NOOP\r\n")  # as TLS may still hand over what it had decrypted
            taken.append(octets)

    monkeypatch.setattr(Session, "data_received", data_received)
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, MESSAGE, "S: 421 4.3.2 *\nCLOSED")
        await conductor.closed.wait()
    assert taken == [b"Hi\r\n.\r\n"]
    assert conductor.messages == []
    assert conductor.asked[-2:] == ["reset", "close"]


async def test_stopping_waits_for_the_message_that_is_being_worked_on() -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, MESSAGE)
        await conductor.begun.wait()
        closing = asyncio.create_task(at.server.close(60))
        await asyncio.sleep(0)
        conductor.proceed.set()
        await client.play("S: 250 2.0.0 Queued as 1\nS: 421 4.3.2 *\nCLOSED")
        await closing
    assert conductor.messages == [b"Hi\r\n"]


async def test_stopping_waits_for_a_message_whose_client_has_left() -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor) as at:
        async with Client(at.port) as client:
            await client.play(LOGIN, ENVELOPE, DATA, MESSAGE)
            await conductor.begun.wait()
        closing = asyncio.create_task(at.server.close(60))
        await asyncio.sleep(0)
        assert not closing.done()
        conductor.proceed.set()
        await closing
    assert conductor.messages == [b"Hi\r\n"]


async def test_stopping_does_not_wait_for_ever() -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor, limits=Limits(goodbye=0.1)) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, MESSAGE)
        await conductor.begun.wait()
        await at.server.close(0)
        await client.play("CLOSED")
    assert conductor.asked[-2:] == ["reset", "close"]


async def test_a_client_that_reads_nothing_is_left_in_the_end() -> None:
    conductor = Recorder(answers={"rcpt": Reply(550, ("x" * 500,) * 2_000)})
    async with serving(conductor, limits=Limits(idle=0.2, goodbye=0.1)) as at, Client(at.port) as client:
        await client.play(LOGIN, "C: MAIL FROM:<sam@example.org>\nS: 250 *")
        client.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await client.send(b"RCPT TO:<jo@acme.example>\r\n" * 20)
        await conductor.closed.wait()
    assert conductor.asked[-2:] == ["reset", "close"]
