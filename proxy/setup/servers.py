"""Two servers that may be an address's, how people write a server, and how one is shown. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from proxy.addresses import covers, domain_of, is_loopback, registered_domain
from proxy.configuration.account import Mailbox, Security, Server
from proxy.errors import UsageError
from proxy.providers import Provider

S = TypeVar("S", Server, Mailbox)

_BY_PORT: dict[int, Security] = {465: "tls", 993: "tls", 587: "starttls", 143: "starttls", 25: "starttls"}
_SAID = {"tls": "TLS", "starttls": "STARTTLS", "none": "no encryption, on this machine"}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for an address. `username`: "" for the address itself. `source`: where from, in words.
    `provider`: what is known of who runs it. `unproved`: a name came from DNS alone, which somebody between can forge
    (RFC 6186, section 6)."""

    smtp: Server | None = None
    imap: Mailbox | None = None
    username: str = ""
    source: str = ""
    provider: Provider | None = None
    unproved: bool = False

    def strangers(self, address: str) -> tuple[str, ...]:
        """The hosts that DNS alone named and that are not in the address's own domain."""
        domain = domain_of(address)
        own = registered_domain(domain) or domain
        hosts = [each.host for each in (self.smtp, self.imap) if each is not None]
        return tuple(dict.fromkeys(host for host in hosts if self.unproved and not covers(own, host)))


def server(host: str, port: int, security: str, kind: type[S]) -> S | None:
    """The server, None where that is none that may be used (no TLS, a name that is no name)."""
    try:
        return kind.model_validate({"host": host, "port": port, "security": security})
    except ValidationError:
        return None


def read_server(text: str, kind: type[S]) -> S:
    """A server as a person types it: "smtp.example.org", with ":465" and "/tls" where they are known. UsageError."""
    match = re.fullmatch(
        r"(\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+)(?::(\d{1,5}))?(?:/(tls|starttls|none))?", text.strip(), re.I
    )
    usual = 'Write it as your provider\'s help pages name it, such as "{}.example.org" or "{}.example.org:{}".'
    remedy = usual.format(*(("smtp", "smtp", 465) if kind is Server else ("imap", "imap", 993)))
    if match is None:
        raise UsageError("That is no server's name.", remedy)
    host, port, security = match[1].strip("[]"), match[2], (match[3] or "").lower()
    values: dict[str, object] = {"host": host}
    if port:
        values["port"] = int(port)
        security = security or _BY_PORT.get(int(port), "tls")
    if security:
        values["security"] = security
    if security == "none" and not is_loopback(host):
        raise UsageError("Without TLS everybody on the way could read the password.", "Write /tls or /starttls.")
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise UsageError("That can't be used as a server.", remedy) from error


def shown(found: Server | Mailbox) -> str:
    """For people: "smtp.example.org, port 465, TLS"."""
    return f"{found.host}, port {found.port}, {_SAID[found.security]}"


def typed(found: Server | Mailbox) -> str:
    """As `read_server` reads it."""
    host = f"[{found.host}]" if ":" in found.host else found.host
    return f"{host}:{found.port}/{found.security}"
