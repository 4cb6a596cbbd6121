"""The network as discovery uses it: a web server that serves over TLS, real mail servers, DNS without a server."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from proxy.configuration.account import Mailbox, Server
from proxy.setup import network
from proxy.setup.discovery import discover
from proxy.setup.servers import read_server, typed
from tests.servers.authority import client_context, server_context
from tests.setup.conftest import Provider
from tests.setup.rig import World
from tests.setup.test_autoconfig import IMAP, SMTP, file

HOSTS = ("autoconfig.mail.example", "mail.example", "www.mail.example")
CONFIG = "/mail/config-v1.1.xml"


class Web(http.server.ThreadingHTTPServer):
    """Serves `pages` (path -> status and body, or for a redirect its target) over TLS, as all of HOSTS."""

    daemon_threads = True

    def __init__(self, pages: dict[str, tuple[int, bytes]]) -> None:
        self.pages = pages
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)
        self.socket = server_context(*HOSTS).wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that doesn't trust it goes away."""

    def dial(self, host: str, port: int) -> socket.socket:
        assert host in HOSTS
        assert port == 443
        return socket.create_connection(("127.0.0.1", self.server_port), 10)

    def fetch(self, url: str) -> bytes | None:
        return network.fetch(url, dial=self.dial, context=client_context())


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Web

    def do_GET(self) -> None:
        place = f"{self.headers['Host']}{self.path}"
        self.server.asked.append(place)
        status, body = self.server.pages.get(place, (404, b"no"))
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", body.decode())
            body = b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def web(pages: dict[str, tuple[int, bytes]]) -> Iterator[Web]:
    server = Web(pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


FIRST, SECOND = f"autoconfig.mail.example{CONFIG}", f"mail.example/.well-known/autoconfig{CONFIG}"


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ({FIRST: (200, file(SMTP, IMAP))}, True),
        ({SECOND: (200, file(SMTP, IMAP))}, True),
        (
            {
                SECOND: (301, f"https://www.{SECOND}".encode()),
                f"www.{SECOND}": (302, b"/file"),
                "www.mail.example/file": (200, file(SMTP, IMAP)),
            },
            True,
        ),
        # by HTTP anybody in between could name a server
        ({FIRST: (301, b"http://autoconfig.mail.example/file")}, False),
        ({FIRST: (301, f"https://{FIRST}".encode())}, False),
        ({FIRST: (301, b"")}, False),
        ({FIRST: (301, b"https://[")}, False),
        ({FIRST: (500, file(SMTP))}, False),
        ({FIRST: (200, b" " * 70_000 + file(SMTP))}, False),
        ({}, False),
    ],
)
def test_a_domain_says_it_in_a_file(pages: dict[str, tuple[int, bytes]], found: bool) -> None:
    with web(pages) as server:
        it = discover("sam@mail.example", replace(World().outside(), fetch=server.fetch))
    assert (it.smtp is not None) == found
    assert server.asked
    if found:
        assert it.smtp is not None
        assert typed(it.smtp) == "smtp.mail.example:465/tls"
        assert it.source == "as your mail domain says"


def test_who_can_not_prove_its_name_says_nothing() -> None:
    with web({FIRST: (200, file(SMTP))}) as server:
        assert network.fetch(f"https://{FIRST}", dial=server.dial) is None
        assert server.asked == []


@pytest.mark.parametrize(
    "url", ["http://mail.example/", "ftp://mail.example/", "", "https://", "https://mail.example:x/"]
)
def test_other_places_are_not_asked(url: str) -> None:
    assert network.fetch(url, dial=lambda *_: pytest.fail("it was asked")) is None


def test_nobody_there() -> None:
    def refused(host: str, port: int) -> socket.socket:
        raise ConnectionRefusedError

    assert network.fetch("https://mail.example/", dial=refused) is None


@pytest.mark.dovecot
@pytest.mark.postfix
def test_servers_are_knocked_at(provider: Provider) -> None:
    ours = client_context()
    right: list[Server | Mailbox] = [
        read_server(provider.smtp, Server),
        read_server(provider.smtp_starttls, Server),
        read_server(provider.imap, Mailbox),
        read_server(f"localhost:{provider.dovecot.port}/starttls", Mailbox),
    ]
    assert [network.answers(each, ours) for each in right] == [True] * 4
    assert [network.answers(each) for each in right] == [False] * 4, "nobody vouches for their certificates"
    wrong: list[Server | Mailbox] = [
        read_server(provider.imap, Server),  # another protocol
        read_server(f"localhost:{provider.postfix.submission}/tls", Server),  # another way to TLS
        read_server("localhost:9/tls", Server),
    ]
    assert [network.answers(each, ours) for each in wrong] == [False] * 3


def test_dns_without_a_resolver(monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.resolver

    def none() -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver, "get_default_resolver", none)
    assert network.services("_imaps._tcp.mail.example") == []
    assert network.exchangers("mail.example") == []


def test_records_come_as_dns_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.name
    import dns.rdataclass
    import dns.rdatatype
    from dns.rdtypes.IN.SRV import SRV

    record = SRV(dns.rdataclass.IN, dns.rdatatype.SRV, 10, 5, 993, dns.name.from_text("IMAP.mail.example."))  # type: ignore[no-untyped-call]
    nothing = SRV(dns.rdataclass.IN, dns.rdatatype.SRV, 0, 0, 0, dns.name.from_text("."))  # type: ignore[no-untyped-call]
    monkeypatch.setattr("dns.resolver.resolve", lambda *_, **__: [record, nothing])
    first, second = network.services("_imaps._tcp.mail.example")
    assert (first.host, first.port, first.priority, first.weight) == ("IMAP.mail.example", 993, 10, 5)
    assert second.host == ""


def test_exchangers_come_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.name
    import dns.rdataclass
    import dns.rdatatype
    from dns.rdtypes.ANY.MX import MX

    records = [
        MX(dns.rdataclass.IN, dns.rdatatype.MX, number, dns.name.from_text(host))  # type: ignore[no-untyped-call]
        for number, host in ((20, "second.example."), (10, "first.example."))
    ]
    monkeypatch.setattr("dns.resolver.resolve", lambda *_, **__: records)
    assert network.exchangers("mail.example") == ["first.example", "second.example"]


@pytest.mark.parametrize(
    ("route", "names", "why"),
    [
        (False, None, "it has no network"),
        (True, None, ""),
        (True, socket.gaierror(socket.EAI_AGAIN, "later"), "no name can be looked up"),
        (True, socket.gaierror(socket.EAI_NONAME, "no"), ""),
        (True, UnicodeError(), ""),
    ],
)
def test_offline(monkeypatch: pytest.MonkeyPatch, route: bool, names: Exception | None, why: str) -> None:
    def look(*_: object) -> list[object]:
        if names is not None:
            raise names
        return []

    monkeypatch.setattr(network, "_has_route", lambda *_: route)
    monkeypatch.setattr(socket, "getaddrinfo", look)
    assert network.offline(["smtp.mail.example", "imap.mail.example"]) == why


def test_that_a_large_provider_has_no_server_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(host: str, *_: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr(network, "_has_route", lambda *_: True)
    monkeypatch.setattr(socket, "getaddrinfo", look)
    assert network.offline(["smtp.gmail.com", "imap.gmail.com"]) == "no name can be looked up"
    assert network.offline(["smtp.gmail.com", "imap.mail.example"]) == ""


def test_a_route_is_asked_of_the_system_alone() -> None:
    assert network.offline(["localhost"]) in {"", "it has no network"}
