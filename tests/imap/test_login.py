"""Who logs in, and how: passwords that are refused, repeated or can't be said, user names, and the log."""

from __future__ import annotations

import asyncio
import base64
import logging

import pytest

from proxy import events
from proxy.errors import MailboxLoginError
from proxy.imap.backoff import SAME_SECRET_PAUSE
from proxy.imap.connection import Connection
from proxy.imap.faults import shows
from tests.imap.client import Place
from tests.imap.connecting import SECRET, connect, noop, plain, refused
from tests.servers.cut import relay
from tests.servers.scripted import HELLO, scripted


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
