"""Thunderbird's autoconfiguration: the file in which a domain says where its mail servers are. Pure.

Source: the file format of Mozilla's ISPDB, "config-v1.1.xml". What it says is a stranger's word: only servers with TLS
are taken from it, and only those that are reached by a password.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar
from xml.etree import ElementTree

from proxy.configuration.account import Mailbox, Server
from proxy.setup.servers import Found, server

S = TypeVar("S", Server, Mailbox)

_SECURITY = {"SSL": "tls", "STARTTLS": "starttls"}
_PASSWORD = frozenset({"password-cleartext", "password-encrypted", "plain", "secure", "login"})


def places(domain: str) -> tuple[str, ...]:
    """Where a domain's file may lie, by HTTPS only: by HTTP anybody in between could name a server."""
    return (
        f"https://autoconfig.{domain}/mail/config-v1.1.xml",
        f"https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
    )


def parse(octets: bytes, address: str) -> Found | None:
    """What such a file says for an address; None where it is no such file or names no server that can be used."""
    try:
        text = octets.decode("utf-8-sig")
        if "<!" in text.replace("<!--", "").replace("<![CDATA[", ""):
            return None  # a document type has no business there, and entities can be made to fill the memory
        root = ElementTree.fromstring(text)  # noqa: S314  # no declarations: see above
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError):
        return None
    if root.tag != "clientConfig":
        return None
    smtp = next(_servers(root, "outgoingServer", "smtp", Server), None)
    imap = next(_servers(root, "incomingServer", "imap", Mailbox), None)
    if smtp is None:
        return None
    return Found(smtp[0], imap[0] if imap else None, _filled(smtp[1], address), "as your mail domain says")


def _servers(root: ElementTree.Element, tag: str, kind: str, model: type[S]) -> Iterator[tuple[S, str]]:
    """The servers that can be used, in the file's order, each with its user name."""
    for element in root.iterfind(f"./emailProvider/{tag}"):
        ways = {(each.text or "").strip().lower() for each in element.iterfind("authentication")}
        security = _SECURITY.get(_text(element, "socketType").upper(), "")
        port = _text(element, "port")
        if element.get("type", "").lower() != kind or not (port.isascii() and port.isdigit()) or len(port) > 5:
            continue
        found = server(_text(element, "hostname"), int(port), security, model) if security else None
        if found is not None and (ways & _PASSWORD or not ways):
            yield found, _text(element, "username")


def _text(element: ElementTree.Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()


def _filled(username: str, address: str) -> str:
    local, _, domain = address.rpartition("@")
    for name, value in (("EMAILADDRESS", address), ("EMAILLOCALPART", local), ("EMAILDOMAIN", domain)):
        username = username.replace(f"%{name}%", value)
    usable = username.isprintable() and "%" not in username
    return username if usable and username != address else ""
