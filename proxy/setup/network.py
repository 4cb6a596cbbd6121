"""The network as discovery and doctor use it: DNS, one file over HTTPS, a server that is knocked at, whether one is
online.

Promises: every call ends within its limit, and what fails is an answer ("nothing there"), not an error. No password and
no mail address is ever said here.
"""

from __future__ import annotations

import http.client
import imaplib
import smtplib
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from proxy import providers
from proxy.configuration.account import Mailbox, Server
from proxy.setup.outside import Service

PATIENCE = 5.0
"""Seconds for one question."""

LARGEST = 65_536
"""Octets of a file that are read; a real one has two thousand."""

REDIRECTS = 3

Dial = Callable[[str, int], socket.socket]


def services(name: str) -> list[Service]:
    """The SRV records of a name, by the system's resolver."""
    import dns.exception
    import dns.resolver

    try:
        answer = dns.resolver.resolve(name, "SRV", lifetime=PATIENCE)
    except (dns.exception.DNSException, OSError, ValueError):
        return []
    return [
        Service(str(each.target).rstrip("."), int(each.port), int(each.priority), int(each.weight)) for each in answer
    ]


def exchangers(domain: str) -> list[str]:
    """The hosts of a domain's MX records, in the order in which they are to be tried (RFC 5321, section 5.1)."""
    import dns.exception
    import dns.resolver

    try:
        answer = dns.resolver.resolve(domain, "MX", lifetime=PATIENCE)
    except (dns.exception.DNSException, OSError, ValueError):
        return []
    return [str(each.exchange).rstrip(".") for each in sorted(answer, key=lambda each: int(each.preference))]


def dial(host: str, port: int) -> socket.socket:
    """A connection. Raises OSError."""
    return socket.create_connection((host, port), PATIENCE)


class _Https(http.client.HTTPSConnection):
    def __init__(self, host: str, port: int, dial: Dial, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=PATIENCE, context=context)
        self._dial, self._tls = dial, context

    def connect(self) -> None:
        self.sock = self._tls.wrap_socket(self._dial(self.host, self.port), server_hostname=self.host)


def fetch(url: str, *, dial: Dial = dial, context: ssl.SSLContext | None = None) -> bytes | None:
    """What lies at an https URL, after a few redirects to other such ones; None for all else that may happen."""
    tls = context or ssl.create_default_context()
    for _ in range(REDIRECTS + 1):
        try:
            parts = urlsplit(url)
            if parts.scheme != "https" or not parts.hostname:
                return None
            connection = _Https(parts.hostname, parts.port or 443, dial, tls)
        except ValueError:
            return None
        try:
            connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
            answer = connection.getresponse()
            if answer.status in {301, 302, 303, 307, 308}:
                url = urljoin(url, answer.headers.get("Location", ""))
                continue
            found = answer.read(LARGEST + 1)
            return found if answer.status == 200 and len(found) <= LARGEST else None
        except (OSError, http.client.HTTPException, ValueError):
            return None
        finally:
            connection.close()
    return None


def answers(server: Server | Mailbox, context: ssl.SSLContext | None = None) -> bool:
    """Whether a server is there that speaks SMTP (or IMAP) and proves its name. Nothing is said but greetings."""
    tls = context or ssl.create_default_context()
    try:
        if isinstance(server, Server):
            _knock_smtp(server, tls)
        else:
            _knock_imap(server, tls)
    except (OSError, smtplib.SMTPException, imaplib.IMAP4.error, ValueError):
        return False
    return True


def _knock_smtp(server: Server, tls: ssl.SSLContext) -> None:
    client: smtplib.SMTP
    if server.security == "tls":
        client = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=tls)
    else:
        client = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if server.security == "starttls":
            client.starttls(context=tls)
        client.quit()
    finally:
        client.close()


def _knock_imap(server: Mailbox, tls: ssl.SSLContext) -> None:
    client: imaplib.IMAP4
    if server.security == "tls":
        client = imaplib.IMAP4_SSL(server.host, server.port, ssl_context=tls, timeout=PATIENCE)
    else:
        client = imaplib.IMAP4(server.host, server.port, timeout=PATIENCE)
    try:
        if server.security == "starttls":
            client.starttls(tls)
        client.logout()
    finally:
        with suppress(OSError):
            client.shutdown()


def offline(hosts: Sequence[str]) -> str:
    """Why none of these hosts can be reached from this computer whatever they are, "" where one may be."""
    if not any(_has_route(family, place) for family, place in _ANYWHERE):
        return "it has no network"
    return "no name can be looked up" if hosts and all(map(_lookup, hosts)) else ""


_ANYWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that nobody has (RFC 5737, RFC 3849)."""


def _has_route(family: socket.AddressFamily, place: str) -> bool:
    """Asked of the system: to connect a datagram socket sends nothing."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((place, 9))
    except OSError:
        return False
    return True


def _lookup(host: str) -> bool:
    """Whether nobody even says that there is no such name, or it is said of one that there certainly is."""
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as error:
        real = {name for each in providers.load().providers for name in (each.smtp.host, each.imap.host)}
        return error.errno == socket.EAI_AGAIN or host in real
    except (OSError, UnicodeError):
        return False
    return False
