"""One connection: what becomes of a job when the server goes away, falls silent or is closed."""

from __future__ import annotations

import asyncio
import logging

import pytest

from proxy.config import Mailbox
from proxy.errors import FolderMissing, MailboxError
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from tests.imap.client import HOST, Place
from tests.imap.connecting import SECRET, connect, noop, refused
from tests.servers.cut import relay
from tests.servers.scripted import HELLO, scripted


async def test_a_job_that_only_reads_is_repeated_once_on_a_new_connection(place: Place) -> None:
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        await connection.run(noop)
        wire.cut()
        assert await connection.run(noop, again=True)
        assert wire.connections == 2


async def test_a_job_that_adds_starts_on_a_connection_that_has_just_answered(place: Place) -> None:
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        await connection.run(noop)
        wire.cut()
        assert await connection.run(noop)
        assert wire.connections == 2


async def test_a_job_that_adds_is_never_repeated(place: Place) -> None:
    tries = 0

    def job(client: Client) -> None:
        nonlocal tries
        tries += 1
        wire.cut_after = 1
        client.noop()

    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        await connection.run(noop)
        await refused(connection, job)
        assert tries == 1
        assert await connection.run(noop)


async def test_a_job_is_not_repeated_twice(place: Place) -> None:
    def job(client: Client) -> None:
        wire.cut_after = 1
        client.noop()

    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        error = await refused(connection, job, again=True)
        assert "ended the connection" in error.what
        assert wire.connections == 2


async def test_a_server_that_is_down_is_left_alone_for_growing_pauses(caplog: pytest.LogCaptureFixture) -> None:
    now = 1000.0
    async with scripted("S: * BYE too busy\nS: (close)") as script:
        connection = connect(script, clock=lambda: now)
        caplog.set_level(logging.DEBUG, "tactful")
        tried = []
        for _ in range(60):
            assert "too busy" in (await refused(connection)).what
            tried.append(script.connections)
            now += 1
        await connection.close()
    assert tried[0] == 1
    assert 4 <= tried[-1] <= 8  # pauses of 2, 4, 8 ... seconds, each shortened by up to half
    assert caplog.text.count("mailbox-unreachable") == tried[-1]


async def test_nothing_listens_there() -> None:
    server = await asyncio.start_server(lambda reader, writer: None, HOST, 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    connection = connect(port)
    assert "Nothing answers" in (await refused(connection)).what
    await connection.close()


async def test_a_name_that_does_not_exist() -> None:
    connection = Connection(Mailbox(host="imap.invalid", port=993), "sam", lambda: SECRET)
    assert "was not found" in (await refused(connection)).what
    await connection.close()


async def test_a_server_that_falls_silent_is_given_up() -> None:
    async with scripted(HELLO + "C: NOOP\nS: (silence)") as script:
        connection = connect(script, timeout=0.2)
        assert "stopped answering" in (await refused(connection)).what
        await connection.close()


async def test_closing_ends_a_job_that_is_stuck_and_those_that_wait() -> None:
    async with scripted(HELLO + "C: NOOP\nS: (silence)") as script:
        connection = connect(script)
        stuck = asyncio.create_task(connection.run(noop))
        waiting = asyncio.create_task(connection.run(noop))
        await script.spoken.wait()
        await connection.close()
        for task in (stuck, waiting):
            with pytest.raises(MailboxError, match="was closed"):
                await task
        with pytest.raises(MailboxError, match="was closed"):
            await connection.run(noop)


async def test_who_stops_waiting_for_a_reading_frees_the_connection_for_the_next() -> None:
    async with scripted(HELLO + "C: NOOP\nS: (silence)", HELLO + "C: NOOP\nS: OK still here") as script:
        connection = connect(script)
        stuck = asyncio.create_task(connection.run(noop, again=True))
        await script.spoken.wait()
        stuck.cancel()
        assert await connection.run(noop, again=True)
        assert script.connections == 2
        await connection.close()


async def test_a_job_that_nobody_waits_for_any_more_is_not_begun() -> None:
    begun: list[Client] = []
    async with scripted(HELLO + "C: NOOP\nS: (silence)", HELLO + "C: NOOP\nS: OK here") as script:
        connection = connect(script)
        stuck = asyncio.create_task(connection.run(noop, again=True))
        behind = asyncio.create_task(connection.run(begun.append))
        await script.spoken.wait()
        behind.cancel()
        stuck.cancel()
        assert await connection.run(noop, again=True)
        await connection.close()
    assert begun == []


async def test_a_connection_that_never_did_anything_closes() -> None:
    connection = connect(1)
    await connection.close()
    await connection.close()


async def test_a_jobs_own_error_is_told_as_it_is_and_changes_nothing(place: Place) -> None:
    def job(client: Client) -> None:
        raise FolderMissing("No such folder.")

    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        with pytest.raises(FolderMissing):
            await connection.run(job)
        assert "refused" in (await refused(connection, lambda client: client.select_folder("Nowhere"))).what
        assert await connection.run(noop)
        assert wire.connections == 1
