"""One test for each trap of aiosmtpd 1.4.6 that the server has to step over."""

from __future__ import annotations

import asyncio
import base64
import socket

import pytest
from aiosmtpd.smtp import SMTP

from proxy.smtp.limits import Limits
from proxy.smtp.session import Session
from tests.servers.authority import client_context, server_context
from tests.smtp.conductor import Recorder
from tests.smtp.dialogue import DATA, ENVELOPE, LOGIN, Client, plain
from tests.smtp.serving import serving

GREETING = "S: 220 *\nC: EHLO client.example\nS: ...\nS: 250 SIZE *"
MESSAGE = r"C= b'Hi\r\n.\r\n'"
QUEUED = "S: 250 2.0.0 Queued as 1"


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set when the server has noticed that a client is gone."""
    event = asyncio.Event()
    original = Session.connection_lost

    def connection_lost(session: Session, error: Exception | None) -> None:
        original(session, error)
        event.set()

    monkeypatch.setattr(Session, "connection_lost", connection_lost)
    return event


async def test_data_is_not_cancelled_when_the_client_drops(lost: asyncio.Event) -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, MESSAGE)
        await conductor.begun.wait()
        client.drop()
        await lost.wait()
        conductor.proceed.set()
        await conductor.ended.wait()
        await conductor.closed.wait()
    assert conductor.messages == [b"Hi\r\n"]
    assert conductor.asked[-2:] == ["data 4", "close"]


async def test_data_is_not_cancelled_by_quit_and_half_close() -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, r"C= b'Hi\r\n.\r\nQUIT\r\n'", "EOF")
        await conductor.begun.wait()
        conductor.proceed.set()
        await client.play(QUEUED, "S: 221 2.0.0 Bye\nCLOSED")
    assert conductor.messages == [b"Hi\r\n"]


async def test_data_is_not_cancelled_when_a_tls_client_closes(lost: asyncio.Event) -> None:
    conductor = Recorder()
    conductor.proceed.clear()
    async with (
        serving(conductor, context=server_context(), tls="implicit") as at,
        Client(at.port, context=client_context(), implicit=True) as client,
    ):
        await client.play(LOGIN, ENVELOPE, DATA, r"C= b'Hi\r\n.\r\nQUIT\r\n'")
        await conductor.begun.wait()
        client.writer.close()
        await lost.wait()
        conductor.proceed.set()
        await conductor.ended.wait()
    assert conductor.messages == [b"Hi\r\n"]


async def test_commands_before_a_half_close_are_all_done() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play("S: 220 *")
        await client.send(f"EHLO c\r\nAUTH PLAIN {plain()}\r\nMAIL FROM:<s@e.example>\r\nNOOP\r\n".encode())
        client.writer.write_eof()
        await client.play("S: ...\nS: 250 SIZE *\nS: 235 *\nS: 250 2.1.0 *\nS: 250 2.0.0 OK\nCLOSED")
    assert conductor.asked[-2:] == ["reset", "close"]


async def test_an_exception_is_no_raw_500_and_wedges_nothing() -> None:
    conductor = Recorder(answers={"data": ValueError("canary")})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA, MESSAGE, "S: 451 4.3.0 *")
        conductor.answers.clear()
        await client.play(ENVELOPE, DATA, MESSAGE, QUEUED)


SMUGGLED = b"MAIL FROM:<evil@example.org>\r\nRCPT TO:<jo@acme.example>\r\nDATA\r\nSmuggled\r\n.\r\n"


@pytest.mark.parametrize("end", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r", b"\r\n.\r\r\n"])
async def test_a_bare_line_end_is_refused_and_smuggles_nothing(end: bytes) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        await client.send(b"Hi" + end + SMUGGLED)
        # One reply for all of it: the true end is that of the smuggled message.
        await client.play(
            "S: 550-5.6.11 *\nS: 550 5.6.11 *", "C: NOOP\nS: 250 2.0.0 OK", ENVELOPE, DATA, MESSAGE, QUEUED
        )
    assert conductor.messages == [b"Hi\r\n"]
    assert conductor.asked.count("mail sam@example.org") == 2
    assert "mail evil@example.org" not in conductor.asked
    assert conductor.asked.count("reset") == 1


async def test_a_line_of_any_length_passes() -> None:
    conductor = Recorder()
    line = b"x" * 300_000 + b"\r\n"
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        await client.send(line + b".\r\n")
        await client.play(QUEUED)
    assert conductor.messages == [line]


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
async def test_an_auth_line_of_12288_octets_passes(mechanism: str) -> None:
    password = "p" * (9216 - len("\0sam@example.org\0") - 3)
    conductor = Recorder(passwords={"sam@example.org": password})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(GREETING)
        if mechanism == "PLAIN":
            await client.play("C: AUTH PLAIN\nS: 334 *", f"C: {plain(password=password)}")
        else:
            await client.play(
                "C: AUTH LOGIN\nS: 334 *", f"C: {base64.b64encode(b'sam@example.org').decode()}\nS: 334 *"
            )
            await client.play(f"C: {base64.b64encode(password.encode()).decode()}")
        await client.play("S: 235 *")


async def test_an_auth_line_over_12288_octets_is_refused() -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(
            GREETING, "C: AUTH PLAIN\nS: 334 *", f"C: {'A' * 12_288}", "S: 500 5.5.6 *\nC: NOOP\nS: 250 *"
        )


async def test_the_limits_of_other_servers_stay_as_they_are() -> None:
    before = dict(SMTP.command_size_limits), SMTP.command_size_limit, SMTP.line_length_limit
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(LOGIN)
    assert (dict(SMTP.command_size_limits), SMTP.command_size_limit, SMTP.line_length_limit) == before


async def test_a_lower_case_mechanism_is_known() -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(GREETING, f"C: auth plain {plain()}\nS: 235 *")


async def test_implicit_tls_offers_auth_and_no_starttls() -> None:
    async with (
        serving(Recorder(), context=server_context(), tls="implicit") as at,
        Client(at.port, context=client_context(), implicit=True) as client,
    ):
        await client.play("S: 220 *\nC: EHLO c.example")
        keywords = (await client.reply()).splitlines()
        assert "250-AUTH PLAIN LOGIN" in keywords
        assert "250-STARTTLS" not in keywords
        await client.play(f"C: STARTTLS\nS: 503 *\nC: AUTH PLAIN {plain()}\nS: 235 *", ENVELOPE, DATA, MESSAGE, QUEUED)


async def test_parameters_pass_one_list_each_and_in_their_letter_case() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            """
            C: MAIL FROM:<sam@example.org> SIZE=100 BODY=8BITMIME RET=hdrs ENVID=MixedCase+2B AUTH=<>
            S: 250 *
            C: RCPT TO:<jo@acme.example> NOTIFY=success,Failure ORCPT=rfc822;Jo@Acme.example
            S: 250 *
            C: RCPT TO:<kim@acme.example>
            S: 250 *
            """,
        )
    assert conductor.asked[1:4] == [
        "mail sam@example.org SIZE=100 BODY=8BITMIME RET=hdrs ENVID=MixedCase+2B AUTH=<>",
        "rcpt jo@acme.example NOTIFY=success,Failure ORCPT=rfc822;Jo@Acme.example",
        "rcpt kim@acme.example",
    ]


async def test_the_timer_starts_anew_with_each_piece_and_rests_while_a_passage_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop = asyncio.get_running_loop()
    real, ahead = loop.time, 0.0
    monkeypatch.setattr(loop, "time", lambda: real() + ahead)
    heard = asyncio.Event()
    alive = Session.alive

    def heard_of(session: Session) -> None:
        alive(session)
        heard.set()

    monkeypatch.setattr(Session, "alive", heard_of)
    conductor = Recorder()
    conductor.proceed.clear()
    async with serving(conductor, limits=Limits(idle=300)) as at, Client(at.port) as client:
        await client.play(LOGIN, ENVELOPE, DATA)
        # Longer in all than the timer allows, each pause shorter.
        for _ in range(6):
            heard.clear()
            await client.send(b"Hi\r\n")
            await heard.wait()
            ahead += 200
        await client.send(b".\r\n")
        await conductor.begun.wait()
        ahead += 1000
        for _ in range(5):
            await asyncio.sleep(0)
        conductor.proceed.set()
        await client.play(QUEUED)
        # And when nothing is said for long, the client is told.
        ahead += 301
        await client.play("S: 421 4.4.2 *\nCLOSED")


async def test_a_reply_with_other_letters_needs_no_smtputf8() -> None:
    conductor = Recorder(answers={"mail": UnicodeError("\u00e4")})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, "C: MAIL FROM:<sam@example.org>\nS: 451 4.3.0 *")


async def test_no_logger_shows_bodies_or_passwords(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    conductor = Recorder(passwords={"sam@example.org": "canary-password"})
    encoded = plain(password="canary-password")
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(GREETING, f"C: AUTH PLAIN\nS: 334 *\nC: {encoded}\nS: 235 *", ENVELOPE, DATA)
        await client.play(r"C= b'Subject: canary-body\r\n.\r\n'", QUEUED)
    assert "login" in caplog.text
    assert "canary" not in caplog.text
    assert encoded not in caplog.text


async def test_ehlo_is_enough_for_mail_to_follow() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN, "C: EHLO again.example\nS: ...\nS: 250 SIZE *", ENVELOPE)


async def test_no_name_is_asked_of_the_dns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("getfqdn blocks"))
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play("S: 220 mail.example *")


async def test_the_null_sender_passes() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN, "C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<jo@acme.example>\nS: 250 *", DATA, MESSAGE, QUEUED
        )
    assert conductor.asked[1] == "mail"


async def test_properties_are_not_read_before_they_are_there() -> None:
    # aiosmtpd looks for its hooks with inspect.getmembers, which reads every property of a session half made.
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play("S: 220 *\nC: QUIT\nS: 221 *\nCLOSED")
