"""Opening: what is said to the upstream before the first message, and how each failure reads."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
import threading
from datetime import UTC, datetime

import pytest

from proxy.errors import CredentialError, UpstreamError
from proxy.smtp.dial import aside
from tests.servers.authority import client_context, server_context
from tests.servers.dialogue import Rules, Security
from tests.servers.strict import Close, Hang, Refuse, Say, StrictServer
from tests.smtp.relaying import PASSWORD, USER, relay_to, with_login

PLAIN = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()


async def opened(server: StrictServer, security: Security = "none", **changes: object) -> list[str]:
    upstream = await relay_to(server, security=security, context=client_context(), **changes).open()  # type: ignore[arg-type]
    await upstream.quit()
    return server.commands


async def failing(server: StrictServer | int, security: Security = "none", **changes: object) -> UpstreamError:
    changes.setdefault("context", client_context())
    with pytest.raises(UpstreamError) as caught:
        await relay_to(server, security=security, **changes).open()  # type: ignore[arg-type]
    assert caught.value.remedy
    assert PASSWORD not in str(caught.value)
    assert PLAIN not in str(caught.value)
    assert str(caught.value).isascii()
    return caught.value


async def test_plain_on_this_machine() -> None:
    async with StrictServer(with_login()) as server:
        assert await opened(server) == ["EHLO laptop.example.org", f"AUTH PLAIN {PLAIN}", "QUIT"]


async def test_implicit_tls() -> None:
    async with StrictServer(with_login(security="tls", context=server_context())) as server:
        assert await opened(server, "tls") == ["EHLO laptop.example.org", f"AUTH PLAIN {PLAIN}", "QUIT"]
        assert server.sessions[0].user == USER


async def test_starttls_comes_before_all_else() -> None:
    async with StrictServer(with_login(security="starttls", context=server_context())) as server:
        ehlo = "EHLO laptop.example.org"
        assert await opened(server, "starttls") == [ehlo, "STARTTLS", ehlo, f"AUTH PLAIN {PLAIN}", "QUIT"]
        assert server.sessions[0].encrypted


async def test_login_where_plain_is_not_offered() -> None:
    async with StrictServer(with_login(mechanisms=("LOGIN",))) as server:
        user = base64.b64encode(USER.encode()).decode()
        assert await opened(server) == ["EHLO laptop.example.org", f"AUTH LOGIN {user}", "QUIT"]
        assert server.sessions[0].user == USER


async def test_login_where_plain_is_offered_and_broken() -> None:
    broken = Refuse("AUTH", 504, ("5.5.4 mechanism not there",), times=1)
    async with StrictServer(with_login(), faults=[broken]) as server:
        await opened(server)
        assert [command.split()[1] for command in server.commands if command.startswith("AUTH")] == ["PLAIN", "LOGIN"]


async def test_no_username_means_no_login() -> None:
    async with StrictServer() as server:
        assert await opened(server, username="") == ["EHLO laptop.example.org", "QUIT"]


async def test_a_server_on_this_machine_may_need_no_login() -> None:
    async with StrictServer() as server:
        assert await opened(server) == ["EHLO laptop.example.org", "QUIT"]


async def test_capabilities_are_those_under_encryption() -> None:
    rules = with_login(security="starttls", context=server_context(), capabilities=("SIZE 1000", "8BITMIME", "X-A b C"))
    async with StrictServer(rules) as server:
        upstream = await relay_to(server, security="starttls", context=client_context()).open()
        assert upstream.capabilities.keywords == (
            ("SIZE", "1000"), ("8BITMIME", ""), ("X-A", "b C"), ("AUTH", "PLAIN LOGIN")
        )  # fmt: skip
        assert upstream.capabilities.size == 1000
        await upstream.quit()


async def test_waits_for_the_greeting_before_it_speaks() -> None:
    # The server notes a violation, and fails the test, if anything comes before its greeting.
    until = asyncio.Event()
    async with StrictServer(with_login(), faults=[Hang("greeting", until)]) as server:
        opening = asyncio.create_task(opened(server))
        await server.until(lambda: len(server.sessions) == 1)
        until.set()
        assert len(await opening) == 3


async def test_starttls_not_offered_sends_no_password() -> None:
    async with StrictServer(with_login()) as server:
        error = await failing(server, "starttls")
        assert "no encryption (STARTTLS), so no password was sent" in error.what
        assert server.commands == ["EHLO laptop.example.org"]


async def test_starttls_refused_sends_no_password() -> None:
    rules = with_login(security="starttls", context=server_context())
    async with StrictServer(rules, faults=[Refuse("STARTTLS", 454, ("4.7.0 TLS not available",))]) as server:
        error = await failing(server, "starttls")
        assert (error.code, error.text) == (454, "4.7.0 TLS not available")
        assert server.commands == ["EHLO laptop.example.org", "STARTTLS"]


async def test_what_is_smuggled_in_before_tls_is_not_believed() -> None:
    # RFC 3207, section 6: replies injected in clear text behind the 220 must not count under encryption.
    rules = with_login(security="starttls", context=server_context())
    injected = b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n"
    async with StrictServer(rules, faults=[Say("STARTTLS", injected)]) as server:
        await opened(server, "starttls")
        assert server.sessions[0].encrypted


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize(
    ("names", "trusted", "words"),
    [
        (("other.example",), True, "certificate is for another name"),
        (("10.0.0.1",), True, "certificate is for another name"),
        (("127.0.0.1",), False, "nobody this computer trusts"),
    ],
)
async def test_certificates_are_verified(security: Security, names: tuple[str, ...], trusted: bool, words: str) -> None:
    context = client_context() if trusted else ssl.create_default_context()
    async with StrictServer(with_login(security=security, context=server_context(*names))) as server:
        error = await failing(server, security, context=context)
        assert words in error.what
        assert "No password was sent" in error.what
        assert not any(command.startswith("AUTH") for command in server.commands)


async def test_a_certificate_that_has_ended() -> None:
    context = server_context(until=datetime(2020, 1, 1, tzinfo=UTC))
    async with StrictServer(with_login(security="tls", context=context)) as server:
        error = await failing(server, "tls")
        assert "not valid today" in error.what
        assert "date and time" in error.remedy


async def test_the_system_decides_whom_to_trust_unless_told_otherwise() -> None:
    async with StrictServer(with_login(security="tls", context=server_context())) as server:
        assert "nobody this computer trusts" in (await failing(server, "tls", context=None)).what


async def test_host_names_are_verified_too() -> None:
    async with StrictServer(with_login(security="tls", context=server_context("localhost"))) as server:
        await opened(server, "tls", host="localhost")
        assert "another name" in (await failing(server, "tls")).what


async def test_tls_where_none_is_spoken() -> None:
    async with StrictServer(with_login()) as server:
        error = await failing(server, "tls")
        assert "No encrypted connection" in error.what
        assert "starttls" in error.remedy
        server.violations.clear()  # a TLS hello is no SMTP, and this server says so


async def test_wrong_password_is_tried_once_and_never_shown() -> None:
    async with StrictServer(Rules(users={USER: "other"})) as server:
        error = await failing(server)
        assert error.code == 535
        assert error.text == "5.7.8 Error: authentication failed: / 5.7.8 wrong username or password"
        assert "app password" in error.remedy
        assert [command.split()[0] for command in server.commands] == ["EHLO", "AUTH"]


async def test_a_server_that_echoes_the_secret() -> None:
    echo = Refuse("AUTH", 535, (f"5.7.8 {PASSWORD} is wrong", f"5.7.8 {PLAIN}"))
    async with StrictServer(with_login(), faults=[echo]) as server:
        error = await failing(server)
        assert "(hidden)" in error.what
        assert PASSWORD not in error.text
        assert PLAIN not in error.text


async def test_login_refused_for_now() -> None:
    async with StrictServer(with_login(), faults=[Refuse("AUTH", 454, ("4.7.0 later",))]) as server:
        error = await failing(server)
        assert error.code == 454
        assert "temporary" in error.remedy


async def test_no_login_offered_over_tls() -> None:
    async with StrictServer(Rules(security="tls", context=server_context())) as server:
        assert "offers no login" in (await failing(server, "tls")).what


async def test_only_unknown_logins_offered() -> None:
    async with StrictServer(with_login(mechanisms=("GSSAPI", "NTLM"))) as server:
        assert "(GSSAPI, NTLM)" in (await failing(server)).what


@pytest.mark.parametrize("at", ["greeting", "EHLO", "AUTH"])
async def test_closing_at_once(at: str) -> None:
    async with StrictServer(with_login(), faults=[Close(at)]) as server:  # type: ignore[arg-type]
        assert "closed the connection" in (await failing(server)).what


@pytest.mark.parametrize(
    ("at", "code", "words"),
    [
        ("greeting", 554, "refused the connection: 554 5.7.1 not from there"),
        ("greeting", 421, "is closing the connection: 421 5.7.1 not from there"),
        ("EHLO", 550, "refused the connection: 550 5.7.1 not from there"),
        ("AUTH", 421, "refused the login: 421 5.7.1 not from there"),
    ],
)
async def test_its_own_words_are_told(at: str, code: int, words: str) -> None:
    refusal = Refuse(at, code, ("5.7.1 not from there",))  # type: ignore[arg-type]
    async with StrictServer(with_login(), faults=[refusal]) as server:
        error = await failing(server)
        assert words in error.what
        assert (error.code, error.text) == (code, "5.7.1 not from there")


@pytest.mark.parametrize("said", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"999 what\r\n", b"\xff\xfe\r\n"])
async def test_something_else_answers(said: bytes) -> None:
    async with StrictServer(faults=[Say("greeting", said)]) as server:
        error = await failing(server)
        assert "smtp.host and smtp.port" in error.remedy or error.code == 999


async def test_a_silent_server() -> None:
    async with StrictServer(faults=[Hang("greeting", asyncio.Event())]) as server:
        error = await failing(server, timeout=0.2)
        assert "did not answer in time" in error.what


async def test_nothing_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "refuses connections" in (await failing(port)).what


async def test_no_such_name() -> None:
    error = await failing(25, "tls", host="no-such-host.invalid")
    assert "no-such-host.invalid can't be found" in error.what


async def test_secrets_that_cannot_be_had_open_no_connection() -> None:
    def locked() -> str:
        raise CredentialError("The keyring is locked.", "Unlock it.")

    async with StrictServer(with_login()) as server:
        with pytest.raises(CredentialError):
            await relay_to(server, password=locked).open()
        assert server.sessions == []


async def test_cancelled_while_opening_leaves_no_connection() -> None:
    until = asyncio.Event()
    async with StrictServer(with_login(), faults=[Hang("AUTH", until)]) as server:
        opening = asyncio.create_task(relay_to(server).open())
        await server.saw("AUTH")
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        until.set()
        await server.until(lambda: server.sessions[0].closed)


async def test_a_secret_is_asked_for_beside_the_loop() -> None:
    # A keyring that waits for a person must not stop other people's mail.
    loop_runs, asked = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def slow() -> str:
        loop.call_soon_threadsafe(loop_runs.set)
        assert asked.wait(10)
        return PASSWORD

    async with StrictServer(with_login()) as server:
        opening = asyncio.create_task(relay_to(server, password=slow).open())
        await loop_runs.wait()
        asked.set()
        await (await opening).quit()


async def test_aside_gives_what_the_function_gives() -> None:
    def fail() -> None:
        raise OSError("no")

    assert await aside(lambda: 7) == 7
    with pytest.raises(OSError, match="no"):
        await aside(fail)
