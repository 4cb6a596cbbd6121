"""One connection: who it trusts, what it says, and what becomes of a job when the server goes away."""

from __future__ import annotations

import asyncio
import base64
import logging
import re
from collections.abc import Callable

import pytest

from proxy import events
from proxy.config import Mailbox
from proxy.errors import FolderMissing, MailboxError, MailboxLoginError
from proxy.imap.backoff import SAME_SECRET_PAUSE
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.faults import shows
from tests.imap.client import HOST, Place
from tests.servers import dovecot as dovecots
from tests.servers.authority import client_context, server_context
from tests.servers.cut import relay
from tests.servers.dovecot import Dovecot
from tests.servers.scripted import HELLO, Scripted, scripted

SECRET = "correct horse battery staple"


def noop(client: Client) -> bool:
    client.noop()
    return True


def plain(port: int) -> Mailbox:
    return Mailbox(host=HOST, port=port, security="none")


def connect(script: Scripted | int, secret: str = SECRET, **more: object) -> Connection:
    port = script if isinstance(script, int) else script.port
    return Connection(plain(port), "sam@example.org", lambda: secret, **more)  # type: ignore[arg-type]


async def refused(connection: Connection, job: Callable[[Client], object] = noop, **more: bool) -> MailboxError:
    with pytest.raises(MailboxError) as caught:
        await connection.run(job, **more)
    return caught.value


# Who is there


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_server_whose_certificate_is_good_is_used(dovecot: Dovecot, security: str, host: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    place = Mailbox.model_validate({"host": host, "port": port, "security": security})
    connection = Connection(place, dovecot.user(), lambda: dovecots.PASSWORD, context=client_context())
    version = await connection.run(lambda client: client.socket().version())
    assert version in ("TLSv1.2", "TLSv1.3")
    await connection.close()


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_nothing_is_said_to_a_server_that_cannot_prove_who_it_is(dovecot: Dovecot, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    place = Mailbox.model_validate({"host": HOST, "port": port, "security": security})
    user = dovecot.user()
    connection = Connection(place, user, lambda: SECRET)
    assert "could not prove who it is" in (await refused(connection)).what
    await connection.close()
    assert user not in dovecot.log()


async def test_a_certificate_for_another_name_is_refused() -> None:
    server = await asyncio.start_server(lambda reader, writer: None, HOST, 0, ssl=server_context("mail.else.example"))
    port = server.sockets[0].getsockname()[1]
    connection = Connection(Mailbox(host=HOST, port=port), "sam", lambda: SECRET, context=client_context())
    error = await refused(connection)
    assert "could not prove who it is" in error.what
    assert "host under imap" in error.remedy
    await connection.close()
    server.close()


@pytest.mark.parametrize(
    "hello",
    [
        "S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: OK done",
        "S: * PREAUTH you are in\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: OK done",
        "S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: OK done\nC: STARTTLS\nS: NO not now",
    ],
    ids=["not offered", "logged in already", "refused"],
)
async def test_without_starttls_no_password_is_said(hello: str) -> None:
    async with scripted(hello) as script:
        place = Mailbox(host=HOST, port=script.port, security="starttls")
        connection = Connection(place, "sam", lambda: SECRET, context=client_context())
        await refused(connection)
        await connection.close()
    assert not any("LOGIN" in line or "AUTH" in line for line in script.said)


async def test_tls_where_there_is_none_is_explained() -> None:
    async with scripted("S: * OK ready") as script:
        connection = Connection(Mailbox(host=HOST, port=script.port), "sam", lambda: SECRET, context=client_context())
        error = await refused(connection)
        await connection.close()
    assert "did not speak TLS" in error.what
    assert "143" in error.remedy


# Who am I


async def test_a_wrong_password_is_told_once_and_not_tried_again(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    now = 1000.0
    secrets = ["wrong", "wrong", "wrong", place.password]
    async with relay(place.port) as wire:
        connection = Connection(plain(wire.port), place.username, lambda: secrets.pop(0), clock=lambda: now)
        caplog.set_level(logging.DEBUG, "tactful")
        errors = [await refused(connection) for _ in range(3)]
        assert all(isinstance(error, MailboxLoginError) for error in errors)
        assert "app password" in errors[0].remedy
        assert wire.connections == 1
        assert caplog.text.count("mailbox-login-refused") == 1
        assert await connection.run(noop)
        await connection.close()


async def test_a_refused_password_is_tried_again_after_an_hour(place: Place) -> None:
    now = 1000.0
    async with relay(place.port) as wire:
        connection = Connection(plain(wire.port), place.username, lambda: "wrong", clock=lambda: now)
        await refused(connection)
        now += SAME_SECRET_PAUSE - 1
        await refused(connection)
        assert wire.connections == 1
        now += 2
        await refused(connection)
        assert wire.connections == 2
        await connection.close()


LOGIN = "S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1{more}\nS: OK done\nC: {command}\n{answer}"


@pytest.mark.parametrize(
    ("answer", "for_good"),
    [
        ("S: NO [AUTHENTICATIONFAILED] Invalid credentials", True),
        ("S: NO [ALERT] Application-specific password required", True),
        ("S: NO [UNAVAILABLE] Try later", False),
        ("S: NO [LIMIT] Too many connections", False),
        ("S: * BYE shutting down\nS: (close)", False),
        ("S: (close)", False),
    ],
)
async def test_a_login_is_refused_for_good_or_for_now(answer: str, for_good: bool) -> None:
    async with scripted(LOGIN.format(more="", command="LOGIN", answer=answer)) as script:
        connection = connect(script)
        error = await refused(connection)
        await connection.close()
    assert isinstance(error, MailboxLoginError) is for_good


@pytest.mark.parametrize("echo", [SECRET, base64.b64encode(f"\0sam@example.org\0{SECRET}".encode()).decode()])
async def test_a_server_that_repeats_the_password_is_not_quoted(echo: str) -> None:
    async with scripted(LOGIN.format(more="", command="LOGIN", answer=f"S: BAD can't parse {echo}")) as script:
        connection = connect(script)
        error = await refused(connection)
        await connection.close()
    assert not shows(str(error), SECRET)
    assert error.__cause__ is None
    assert "It said" not in str(error)


async def test_a_password_of_any_letters_goes_out_in_utf8() -> None:
    dialogue = LOGIN.format(more=" AUTH=PLAIN", command="AUTHENTICATE PLAIN", answer="S: +\nC:\nS: OK in\nC: CAP")
    async with scripted(dialogue) as script:
        connection = connect(script, "pässwörd")
        await refused(connection)
        await connection.close()
    assert base64.b64decode(script.said[2]) == "\0sam@example.org\0pässwörd".encode()


@pytest.mark.parametrize(
    ("more", "secret", "what"),
    [
        ("", "pässwörd", "plain letters"),
        (" LOGINDISABLED", "fine", "takes no password"),
        ("", "two\r\nlines", "line break"),
        ("", "null\0", "line break"),
    ],
)
async def test_what_cannot_be_a_login_is_not_sent(more: str, secret: str, what: str) -> None:
    async with scripted(f"S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1{more}\nS: OK done") as script:
        connection = connect(script, secret)
        error = await refused(connection)
        await connection.close()
    assert what in error.what
    assert len(script.said) == 1


async def test_a_user_name_with_blanks_and_quotes_is_one_argument() -> None:
    async with scripted(HELLO) as script:
        connection = Connection(plain(script.port), 'Sam "S" Smith', lambda: SECRET)
        await connection.run(lambda client: client.has_capability("X"))
        await connection.close()
    assert script.said[1].endswith(f'LOGIN "Sam \\"S\\" Smith" "{SECRET}"')


async def test_a_program_name_is_given_where_it_is_asked_for() -> None:
    hello = HELLO.replace("IMAP4rev1", "IMAP4rev1 ID") + 'C: ID ("name" "tactful")\nS: NO whoever you are'
    async with scripted(hello) as script:
        connection = connect(script)
        assert await connection.run(lambda client: client.has_capability("ID"))
        await connection.close()


# When the server goes away


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


# What makes no sense


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


def test_the_log_holds_no_secret(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("imapclient").setLevel(logging.DEBUG)
    events.setup("debug")

    async def dialogue() -> None:
        async with scripted(HELLO) as script:
            connection = connect(script)
            await connection.run(lambda client: client.has_capability("X"))
            await refused(connection)
            await connection.close()

    asyncio.run(dialogue())
    told = capsys.readouterr().err
    assert "mailbox-connected" in told
    assert SECRET not in told
