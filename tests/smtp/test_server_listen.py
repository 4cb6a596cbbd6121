"""Where the server listens, and where it won't."""

from __future__ import annotations

import socket
from typing import Literal

import pytest

from proxy.configuration.settings import Listener
from proxy.configuration.values import Place
from proxy.errors import ListenError
from proxy.smtp.server import SmtpServer
from tests.servers.authority import server_context
from tests.smtp.conductor import Recorder
from tests.smtp.dialogue import LOGIN, Client


def at(host: str, port: int = 0, tls: Literal["starttls", "implicit"] = "starttls") -> Listener:
    return Listener(at=Place(host, port), tls=tls)


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as place:
            place.bind(("::1", 0))
    except OSError:
        return False
    return True


async def test_each_address_has_its_own_port_and_tls() -> None:
    server = SmtpServer(Recorder(), "mail.example", server_context())
    try:
        plain, implicit = await server.start([at("127.0.0.1"), at("127.0.0.1", tls="implicit")])
        assert (plain.tls, implicit.tls) == ("starttls", "implicit")
        assert plain.port != implicit.port
        assert str(plain) == f"127.0.0.1:{plain.port}"
    finally:
        await server.close(1)


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
async def test_both_loopbacks() -> None:
    server = SmtpServer(Recorder(), "mail.example")
    try:
        bound = await server.start([at("localhost")])
        assert [(place.host, place.tls) for place in bound] == [("127.0.0.1", "none"), ("::1", "none")]
        for place in bound:
            async with Client(place.port, host=place.host) as client:
                await client.play(LOGIN)
    finally:
        await server.close(1)


async def test_an_address_that_the_machine_lacks_keeps_no_other_from_working(caplog: pytest.LogCaptureFixture) -> None:
    server = SmtpServer(Recorder(), "mail.example", server_context())
    try:
        (bound,) = await server.start([at("198.51.100.1"), at("127.0.0.1")])
        assert bound.host == "127.0.0.1"
        assert "not-listening address=198.51.100.1:0" in caplog.text
    finally:
        await server.close(1)


async def test_no_address_at_all_is_an_error() -> None:
    server = SmtpServer(Recorder(), "mail.example", server_context())
    with pytest.raises(ListenError, match="None of the addresses"):
        await server.start([at("198.51.100.1"), at("203.0.113.1")])


async def test_an_address_that_is_taken_is_an_error_and_frees_the_others() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = SmtpServer(Recorder(), "mail.example")
        with pytest.raises(ListenError, match=rf"127\.0\.0\.1:{port} can't be listened at: .*running already"):
            await server.start([at("127.0.0.1"), at("127.0.0.1", port)])
    await server.close(1)


@pytest.mark.parametrize(
    ("listener", "why"),
    [
        (at("0.0.0.0"), "can be reached by other computers"),
        (at("198.51.100.1"), "can be reached by other computers"),
        (at("::"), "can be reached by other computers"),
        (at("127.0.0.1", tls="implicit"), "asks for TLS"),
    ],
)
async def test_without_a_certificate_only_plain_loopback(listener: Listener, why: str) -> None:
    server = SmtpServer(Recorder(), "mail.example")
    with pytest.raises(ListenError, match=why):
        await server.start([at("127.0.0.1"), listener])
