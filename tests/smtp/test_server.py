"""What a mail client sees: greeting, envelope, message, and replies that go back word for word."""

from __future__ import annotations

import pytest

from proxy.errors import UpstreamError
from proxy.model import Reply
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Offered
from tests.smtp.conductor import Recorder
from tests.smtp.dialogue import DATA, ENVELOPE, LOGIN, Client
from tests.smtp.serving import serving

MESSAGE = r"C= b'Subject: Hello\r\n\r\nHello Jo\r\n.\r\n'"


async def test_a_message_goes_through() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            ENVELOPE,
            DATA,
            MESSAGE,
            """
            S: 250 2.0.0 Queued as 1
            C: QUIT
            S: 221 2.0.0 Bye
            CLOSED
            """,
        )
    assert conductor.messages == [b"Subject: Hello\r\n\r\nHello Jo\r\n"]
    assert conductor.asked == [
        "open sam@example.org",
        "mail sam@example.org",
        "rcpt jo@acme.example",
        "data 28",
        "close",
    ]


async def test_everything_pipelined_in_one_piece() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            """
            C: MAIL FROM:<sam@example.org>
            C: RCPT TO:<jo@acme.example>
            C: RCPT TO:<kim@acme.example>
            C: DATA
            S: 250 2.1.0 Sender ok
            S: 250 2.1.5 Recipient ok
            S: 250 2.1.5 Recipient ok
            S: 354 *
            C= b'One\\r\\n.\\r\\nMAIL FROM:<>\\r\\nRCPT TO:<jo@acme.example>\\r\\nDATA\\r\\n'
            S: 250 2.0.0 Queued as 1
            S: 250 2.1.0 Sender ok
            S: 250 2.1.5 Recipient ok
            S: 354 *
            C= b'Two\\r\\n.\\r\\nQUIT\\r\\n'
            S: 250 2.0.0 Queued as 1
            S: 221 2.0.0 Bye
            CLOSED
            """,
        )
    assert conductor.messages == [b"One\r\n", b"Two\r\n"]


@pytest.mark.parametrize(
    ("offered", "lines"),
    [
        (Offered(False, False, False), ["SIZE 100000000"]),
        (Offered(True, True, True, 35_882_577), ["8BITMIME", "SMTPUTF8", "DSN", "SIZE 35882577"]),
        (Offered(True, False, False, 1), ["8BITMIME", "SIZE 1"]),
    ],
)
async def test_ehlo_offers_what_the_conductor_says(offered: Offered, lines: list[str]) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play("S: 220 *")
        # Asked anew each time: what an upstream offers is learnt while the server runs.
        for conductor.offer in (Offered(True, True, True, 7), offered):
            await client.play("C: EHLO client.example")
            reply = await client.reply()
        always = ["mail.example", "PIPELINING", "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN"]
        assert [line[4:] for line in reply.splitlines()] == always + lines


async def test_nothing_of_the_upstream_is_lost_on_the_way_back() -> None:
    conductor = Recorder(
        answers={
            "mail": Reply(250, ("2.1.0 <sam@example.org>... Sender ok", "2.1.0 and welcome")),
            "rcpt jo@acme.example": Reply(550, ("5.1.1 No such user", "5.1.1 Ask the postmaster")),
            "rcpt kim@acme.example": Reply(450, ("4.2.0 Greylisted",)),
            "rcpt lee@acme.example": Reply(251, ("2.1.5 Will forward",)),
            "data": Reply(554, ("Transaction failed", "", "5.7.1 spam")),
        }
    )
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            """
            C: MAIL FROM:<sam@example.org>
            S: 250-2.1.0 <sam@example.org>... Sender ok
            S: 250 2.1.0 and welcome
            C: RCPT TO:<jo@acme.example>
            S: 550-5.1.1 No such user
            S: 550 5.1.1 Ask the postmaster
            C: RCPT TO:<kim@acme.example>
            S: 450 4.2.0 Greylisted
            C: DATA
            S: 503 5.5.1 There is nobody to send to: no recipient was accepted
            C: RCPT TO:<lee@acme.example>
            S: 251 2.1.5 Will forward
            """,
            DATA,
            MESSAGE,
            """
            S: 554-Transaction failed
            S: 554-
            S: 554 5.7.1 spam
            """,
        )


async def test_replies_are_ascii_unless_smtputf8_was_asked_for() -> None:
    conductor = Recorder(answers={"rcpt": Reply(550, ("5.1.1 Kein Empf\u00e4nger",))})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            """
            C: MAIL FROM:<sam@example.org>
            S: 250 *
            C: RCPT TO:<jo@acme.example>
            S: 550 5.1.1 Kein Empf?nger
            C: RSET
            S: 250 2.0.0 OK
            C: MAIL FROM:<s\u00e4m@example.org> SMTPUTF8
            S: 250 *
            C: RCPT TO:<j\u00f6@b\u00fccher.example>
            S: 550 5.1.1 Kein Empf\u00e4nger
            """,
        )
    assert "rcpt j\u00f6@b\u00fccher.example" in conductor.asked


@pytest.mark.parametrize(
    "dialogue",
    [
        "C: MAIL FROM:<sam@example.org>\nS: 503 5.5.1 Send EHLO first",
        "C: AUTH PLAIN\nS: 503 5.5.1 Send EHLO first",
        "C: EHLO\nS: 501 5.5.4 EHLO needs a name",
        "C: HELO c.example\nS: 250 mail.example\nC: AUTH PLAIN\nS: 503 5.5.1 Send EHLO first",
        "C: HELO c.example\nS: 250 mail.example\nC: MAIL FROM:<sam@example.org>\nS: 530 5.7.0 *",
    ],
)
async def test_nothing_before_ehlo(dialogue: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play("S: 220 *", dialogue)
    assert conductor.asked == []


@pytest.mark.parametrize("command", ["MAIL FROM:<sam@example.org>", "RCPT TO:<jo@acme.example>", "DATA", "VRFY jo"])
async def test_nothing_before_login(command: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            "S: 220 *\nC: EHLO c.example\nS: ...\nS: 250 SIZE *", f"C: {command}", "S: 530 5.7.0 Log in *"
        )
    assert conductor.asked == []


@pytest.mark.parametrize(
    "dialogue",
    [
        "C: RCPT TO:<jo@acme.example>\nS: 503 5.5.1 Send MAIL first",
        "C: DATA\nS: 503 5.5.1 Send MAIL first",
        "C: MAIL FROM:<sam@example.org>\nS: 250 *\nC: DATA\nS: 503 5.5.1 *: send RCPT first",
        "C: MAIL FROM:<sam@example.org>\nS: 250 *\nC: MAIL FROM:<sam@example.org>\nS: 503 5.5.1 *",
        "C: MAIL FROM:<>\nS: 250 *\nC: MAIL FROM:<>\nS: 503 5.5.1 *",
        "C: MAIL FROM:<sam@example.org> BODY=9BIT\nS: 501 5.5.4 *\nC: RCPT TO:<jo@acme.example>\nS: 503 *",
        "C: MAIL FROM:<sam@example.org> SIZE=1000001\nS: 552 5.3.4 *",
        "C: MAIL sam@example.org\nS: 501 5.5.4 *",
        "C: DATA now\nS: 501 5.5.4 *",
        "C: RSET now\nS: 501 5.5.4 *",
        "C: STARTTLS\nS: 503 5.5.1 *",
        "C: BDAT 5 LAST\nS: 500 5.5.2 *",
        "C: EXPN staff\nS: 502 5.5.1 *",
        "C: VRFY jo\nS: 252 2.0.0 *",
        "C: HELP\nS: 214 2.0.0 *",
        "C: NOOP now and then\nS: 250 2.0.0 OK",
        "C: noop\nS: 250 2.0.0 OK",
        "C= b'NOOP\\n'\nS: 500 5.5.2 *\nC: NOOP\nS: 250 2.0.0 OK",
        "C= b'NOOP\\rMAIL\\r\\n'\nS: 500 5.5.2 *",
        "C= b'MAIL FROM:<s\\xe4m@example.org>\\r\\n'\nS: 500 5.5.2 *",
    ],
)
async def test_out_of_order_or_unknown(dialogue: str) -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(LOGIN, dialogue)


async def test_a_command_too_long() -> None:
    async with serving(Recorder()) as at, Client(at.port) as client:
        await client.play(LOGIN)
        for length in (12_289, 70_000, 300_000):
            await client.send(b"NOOP " + b"x" * (length - 7) + b"\r\nNOOP\r\n")
            await client.play("S: 500 5.5.2 The line is too long\nS: 250 2.0.0 OK")
        await client.send(b"NOOP " + b"x" * (12_288 - 7) + b"\r\n")
        await client.play("S: 250 2.0.0 OK")


async def test_rset_and_ehlo_end_the_transaction() -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        for again in ("C: RSET\nS: 250 2.0.0 OK", "C: EHLO c.example\nS: ...\nS: 250 SIZE *"):
            login = LOGIN if not conductor.asked else ""
            await client.play(login, ENVELOPE, again, "C: RCPT TO:<jo@acme.example>\nS: 503 *")
    assert conductor.asked.count("reset") == 2
    assert conductor.asked.count("open sam@example.org") == 1


async def test_a_refused_mail_opens_no_transaction() -> None:
    conductor = Recorder(answers={"mail": Reply(451, ("4.4.1 No network",))})
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            """
            C: MAIL FROM:<sam@example.org>
            C: RCPT TO:<jo@acme.example>
            C: DATA
            S: 451 4.4.1 No network
            S: 503 5.5.1 Send MAIL first
            S: 503 5.5.1 Send MAIL first
            C: MAIL FROM:<kim@example.org>
            S: 451 4.4.1 No network
            """,
        )
    assert conductor.asked == ["open sam@example.org", "mail sam@example.org", "mail kim@example.org", "close"]


async def test_too_many_recipients() -> None:
    conductor = Recorder()
    async with serving(conductor, limits=Limits(recipients=2)) as at, Client(at.port) as client:
        await client.play(
            LOGIN,
            ENVELOPE,
            """
            C: RCPT TO:<kim@acme.example>
            S: 250 *
            C: RCPT TO:<lee@acme.example>
            S: 452 4.5.3 At most 2 recipients for one message
            """,
        )


@pytest.mark.parametrize("call", ["mail", "rcpt", "data", "reset", "offered"])
@pytest.mark.parametrize(
    ("error", "reply"),
    [
        (RuntimeError("canary"), "S: 451 4.3.0 tactful met a fault of its own. *"),
        (ConnectionResetError("canary"), "S: 451 4.3.0 tactful met a fault of its own. *"),
        (UpstreamError("No network.", "Run: tactful doctor"), "S: 451 4.3.0 No network. Run: tactful doctor"),
    ],
)
async def test_an_exception_is_451_and_the_session_goes_on(
    call: str, error: Exception, reply: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    conductor = Recorder()
    steps = {
        "mail": "C: MAIL FROM:<sam@example.org>",
        "rcpt": "C: MAIL FROM:<sam@example.org>\nS: 250 *\nC: RCPT TO:<jo@acme.example>",
        "data": f"{ENVELOPE}{DATA}{MESSAGE}",
        "reset": f"{ENVELOPE}C: RSET",
        "offered": "C: EHLO client.example",
    }
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play(LOGIN)
        conductor.answers[call] = error
        await client.play(steps[call], reply)
        del conductor.answers[call]
        await client.play("C: RSET\nS: 250 2.0.0 OK", ENVELOPE, DATA, MESSAGE, "S: 250 2.0.0 Queued as 1")
    assert conductor.messages == [b"Subject: Hello\r\n\r\nHello Jo\r\n"]
    told = [record.getMessage() for record in caplog.records if record.name == "tactful"]
    assert any("command-failed" in line and type(error).__name__ in line for line in told)
    assert "canary" not in caplog.text


@pytest.mark.parametrize(("call", "resets"), [("mail", 1), ("data", 1)])
async def test_a_transaction_that_raised_is_reset(call: str, resets: int) -> None:
    conductor = Recorder(answers={call: RuntimeError()})
    async with serving(conductor) as at, Client(at.port) as client:
        step = "C: MAIL FROM:<sam@example.org>" if call == "mail" else f"{ENVELOPE}{DATA}{MESSAGE}"
        await client.play(LOGIN, step, "S: 451 *", "C: DATA\nS: 503 5.5.1 Send MAIL first\nC: QUIT\nS: 221 *\nCLOSED")
        await conductor.closed.wait()
    assert conductor.asked.count("reset") == resets


async def test_garbage_is_answered_a_few_times_only() -> None:
    async with serving(Recorder(), limits=Limits(unknown=3)) as at, Client(at.port) as client:
        await client.play(
            "S: 220 *", "C: hello\nC: is there\nC: anybody\nC: NOOP", "S: 500 *\nS: 500 *\nS: 421 4.7.0 *\nCLOSED"
        )


@pytest.mark.parametrize("first", ["POST / HTTP/1.1", "GET / HTTP/1.0", "Host: localhost:2525"])
async def test_a_web_page_is_left_at_once(first: str) -> None:
    conductor = Recorder()
    async with serving(conductor) as at, Client(at.port) as client:
        await client.play("S: 220 *", f"C: {first}\nC: EHLO c.example", "S: 421 4.7.0 *\nCLOSED")


async def test_the_connection_too_many_is_told_so() -> None:
    async with serving(Recorder(), limits=Limits(connections=1)) as at, Client(at.port) as client:
        await client.play("S: 220 *")
        async with Client(at.port) as second:
            await second.play("S: 421 4.3.2 Too many connections *\nCLOSED")
        await client.play("C: QUIT\nS: 221 *\nCLOSED")
