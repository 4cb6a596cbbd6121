"""Logging in, with and without TLS."""

from __future__ import annotations

import base64

import pytest

from proxy.errors import CredentialError
from proxy.smtp.limits import Limits
from tests.servers.authority import client_context, server_context
from tests.smtp.conductor import Recorder
from tests.smtp.dialogue import DATA, ENVELOPE, LOGIN, Client, plain
from tests.smtp.serving import serving

EHLO = "C: EHLO client.example\nS: ...\nS: 250 SIZE *"
GREETING = f"S: 220 *\n{EHLO}"
MESSAGE = r"C= b'Hi\r\n.\r\n'"


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


SAM, PASSWORD = b64("sam@example.org"), b64("s3cret")
AS_MYSELF = b64("\0".join(("sam@example.org", "sam@example.org", "s3cret")))
AS_ANOTHER = b64("\0".join(("kim@example.org", "sam@example.org", "s3cret")))
NO_TEXT = base64.b64encode(bytes([0, 255, 0, 255])).decode()
REFUSED = "S: 535-5.7.8 *\nS: 535 5.7.8 *"


@pytest.mark.parametrize(
    "dialogue",
    [
        f"C: AUTH PLAIN {plain()}\nS: 235 2.7.0 Welcome",
        f"C: auth plain {plain()}\nS: 235 2.7.0 Welcome",
        f"C: AUTH PLAIN\nS: 334 *\nC: {plain()}\nS: 235 2.7.0 Welcome",
        f"C: AUTH PLAIN {AS_MYSELF}\nS: 235 *",
        f"C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {SAM}\nS: 334 UGFzc3dvcmQ6\nC: {PASSWORD}\nS: 235 *",
        f"C: AUTH login {SAM}\nS: 334 UGFzc3dvcmQ6\nC: {PASSWORD}\nS: 235 *",
    ],
)
async def test_right(dialogue: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(GREETING, dialogue, "C: AUTH PLAIN\nS: 503 5.5.1 You are logged in already", ENVELOPE)
    assert conductor.asked[0] == "open sam@example.org"


@pytest.mark.parametrize(
    "dialogue",
    [
        f"C: AUTH PLAIN {plain(password='wrong')}\n{REFUSED}",
        f"C: AUTH PLAIN {plain('nobody@example.org')}\n{REFUSED}",
        f"C: AUTH PLAIN {plain(password='')}\n{REFUSED}",
        f"C: AUTH PLAIN {AS_ANOTHER}\n{REFUSED}",
        f"C: AUTH PLAIN {NO_TEXT}\n{REFUSED}",
        "C: AUTH PLAIN =\nS: 501 5.5.2 *",
        "C: AUTH PLAIN ?\nS: 501 5.5.2 *",
        "C: AUTH PLAIN AAAA\nS: 501 5.5.2 *",
        "C: AUTH PLAIN\nS: 334 *\nC: *\nS: 501 5.7.0 The login was cancelled",
        "C: AUTH PLAIN\nS: 334 *\nC:\nS: 501 5.5.2 *",
        "C: AUTH LOGIN\nS: 334 *\nC: *\nS: 501 5.7.0 The login was cancelled",
        "C: AUTH LOGIN =\nS: 334 UGFzc3dvcmQ6\nC: *\nS: 501 5.7.0 *",
        "C: AUTH CRAM-MD5\nS: 504 5.5.4 *",
        "C: AUTH\nS: 501 5.5.4 *",
        "C: AUTH PLAIN a b\nS: 501 5.5.4 *",
    ],
)
async def test_wrong_and_the_session_goes_on(dialogue: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(GREETING, dialogue, "C: MAIL FROM:<sam@example.org>\nS: 530 5.7.0 *")
        assert conductor.asked == []
        await client.play(f"C: AUTH PLAIN {plain()}\nS: 235 *")


async def test_the_empty_challenge_keeps_its_space() -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(GREETING, "C: AUTH PLAIN")
        assert await client.line() == "334 "  # RFC 4954, section 4


async def test_three_wrong_ones_are_enough() -> None:
    wrong = f"C: AUTH PLAIN {plain(password='wrong')}\nS: 535-5.7.8 *\nS: 535 5.7.8 *\n"
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(GREETING, wrong * 3, "S: 421 4.7.0 Too many wrong logins; closing.\nCLOSED")


async def test_wrong_ones_are_answered_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("proxy.smtp.commands.asyncio.sleep", sleep)
    wrong = f"C: AUTH PLAIN {plain(password='wrong')}\nS: 535-*\nS: 535 *\n"
    async with serving(Recorder(), limits=Limits(login_delay=1.5)) as at, Client(at.port) as client:
        await client.play(GREETING, wrong * 2, f"C: AUTH PLAIN {plain()}\nS: 235 *")
    assert waited == [1.5, 3.0]


async def test_a_password_that_cannot_be_had_is_no_wrong_password() -> None:
    conductor = Recorder(answers={"login": CredentialError("The keyring is locked.", "Unlock it.")})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(GREETING, f"C: AUTH PLAIN {plain()}\nS: 454 4.7.0 The keyring is locked. Unlock it.")
        del conductor.answers["login"]
        await client.play(f"C: AUTH PLAIN {plain()}\nS: 235 *")


async def test_starttls_begins_anew_and_another_may_log_in() -> None:
    conductor = Recorder()
    async with (
        serving(conductor, context=server_context()) as at,
        Client(at.port, context=client_context()) as client,
    ):
        await client.play(
            LOGIN,
            ENVELOPE,
            f"""
            C: STARTTLS
            S: 220 2.0.0 Ready to start TLS
            TLS
            C: MAIL FROM:<sam@example.org>
            S: 503 5.5.1 Send EHLO first
            {EHLO}
            C: MAIL FROM:<sam@example.org>
            S: 530 5.7.0 *
            C: STARTTLS
            S: 503 5.5.1 *
            C: AUTH PLAIN {plain("kim@example.org", "other")}
            S: 235 2.7.0 Welcome
            """,
            ENVELOPE,
            DATA,
            MESSAGE,
            "S: 250 2.0.0 Queued as 1",
        )
    assert conductor.messages == [b"Hi\r\n"]
    opening, closing = ["mail sam@example.org", "rcpt jo@acme.example"], ["data 4", "close"]
    assert conductor.asked == [
        *("open sam@example.org", *opening, "reset", "close"),
        *("open kim@example.org", *opening, *closing),
    ]


async def test_starttls_is_offered_only_where_it_can_come() -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play("S: 220 *\nC: EHLO c.example")
        assert "STARTTLS" not in await client.reply()
    async with (
        serving(Recorder(), context=server_context()) as at,
        Client(at.port, context=client_context()) as client,
    ):
        await client.play("S: 220 *\nC: EHLO c.example")
        assert "STARTTLS" in await client.reply()
        await client.play("C: STARTTLS\nS: 220 *\nTLS\nC: EHLO c.example")
        assert "STARTTLS" not in await client.reply()


async def test_what_was_said_in_the_clear_before_tls_is_dropped() -> None:
    conductor = Recorder()
    async with (
        serving(conductor, context=server_context()) as at,
        Client(at.port, context=client_context()) as client,
    ):
        await client.play(
            f"S: 220 *\n{EHLO}",
            r"C= b'STARTTLS\r\nEHLO injected.example\r\nNOOP\r\n'",
            "S: 220 2.0.0 *\nTLS\nC: QUIT\nS: 221 *",
        )


async def test_a_failed_handshake_leaves_the_server_well() -> None:
    async with serving(Recorder(), context=server_context()) as at:
        async with Client(at.port) as client:
            await client.play(f"S: 220 *\n{EHLO}\nC: STARTTLS\nS: 220 *\nC: this is no TLS at all")
            await client.reader.read()
        async with Client(at.port) as client:
            await client.play("S: 220 *\nC: QUIT\nS: 221 *\nCLOSED")


async def test_off_loopback_no_password_goes_in_the_clear() -> None:
    conductor = Recorder()
    async with (
        serving(conductor, context=server_context(), host="0.0.0.0") as at,
        Client(at.port, context=client_context()) as client,
    ):
        await client.play("S: 220 *\nC: EHLO c.example")
        assert "AUTH" not in await client.reply()
        await client.play(
            f"""
            C: AUTH PLAIN {plain()}
            S: 538 5.7.11 *
            C: MAIL FROM:<sam@example.org>
            S: 530 5.7.0 Switch encryption on first *
            C: STARTTLS
            S: 220 *
            TLS
            C: EHLO c.example
            """
        )
        assert "AUTH PLAIN LOGIN" in await client.reply()
        await client.play(f"C: AUTH PLAIN {plain()}\nS: 235 *")
