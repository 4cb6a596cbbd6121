"""What makes no sense: answers that can't be read, and arguments that would be a second command."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from proxy.imap.client import Client
from tests.imap.connecting import connect, refused
from tests.servers.scripted import HELLO, scripted


@pytest.mark.parametrize(
    "answer",
    [
        "S: Subject: top secret",
        "S: * 1 FETCH (UID 1 BODY[HEADER] {999999999999}",
        "S: * 1 FETCH (UID top secret\nS: OK done",
        'S: * 1 FETCH (UID 1 ENVELOPE ("top secret"\nS: OK done',
        "S: * 1 FETCH ((((((((((\nS: OK done",
        "S: A999 OK whose tag is this, top secret",
        "S: * 1 FETCH (UID 1 INTERNALDATE {5}\nS: (close)",
        "S: (close)",
    ],
)
async def test_garbage_is_an_error_without_its_words(answer: str) -> None:
    async with scripted(HELLO + f"C: UID FETCH\n{answer}") as script:
        connection = connect(script)
        error = await refused(connection, lambda client: client.fetch([1], ["ENVELOPE"]))
        await connection.close()
    assert "top secret" not in str(error)
    assert script.connections == 1


async def test_a_greeting_of_another_protocol() -> None:
    async with scripted("S: 220 smtp.example.org ESMTP") as script:
        connection = connect(script)
        assert "can't be read" in (await refused(connection)).what
        await connection.close()


@pytest.mark.parametrize("bad", ["x\r\nA1 DELETE INBOX", "x\nA1 DELETE INBOX", "x\ry", "x\0y", "{3}\r\nabc\r\nA1 NOOP"])
@pytest.mark.parametrize(
    "job",
    [
        lambda client, bad: client.search(["SUBJECT", bad]),
        lambda client, bad: client.search(f"SUBJECT {bad}"),
        lambda client, bad: client.select_folder(bad),
        lambda client, bad: client.create_folder(bad),
        lambda client, bad: client.add_flags([1], [bad.encode()]),
        lambda client, bad: client.append(bad, b"x"),
        lambda client, bad: client.append_pieces(bad, 1, [b"x"], (), None),
        lambda client, bad: client.search_text("Message-ID", bad),
    ],
    ids=["search", "criteria", "select", "create", "flags", "append", "pieces", "text"],
)
async def test_no_argument_becomes_a_second_command(job: Callable[[Client, str], object], bad: str) -> None:
    opened = "C: SELECT\nS: * 0 EXISTS\nS: OK [READ-WRITE] done\n"
    async with scripted(HELLO + opened + "C:\nS: NO thanks\n" * 3) as script:
        connection = connect(script)
        await connection.run(lambda client: client.select_folder("INBOX"))
        await refused(connection, lambda client: job(client, bad), again=True)
        await connection.close()
    assert all(re.match(r"[A-P]{4}\d+ ", line) for line in script.said)  # imaplib's tags: nobody else spoke
