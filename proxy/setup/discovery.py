"""Where an address's servers are: what is known of its provider, else what its domain says, else names that are tried.

Promises: asks only the address's own domain (DNS, its web server, hosts below it), and tells nobody the address.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from proxy import providers
from proxy.addresses import domain_of
from proxy.configuration.account import Mailbox, Server
from proxy.setup import autoconfig
from proxy.setup.outside import Outside, Service
from proxy.setup.servers import Found, server
from proxy.smtp.dial import aside

S = TypeVar("S", Server, Mailbox)

SUBMISSION = (("_submissions._tcp", "tls"), ("_submission._tcp", "starttls"))
"""RFC 8314, section 5.1; RFC 6186, section 3.1. TLS from the first byte stands first, as RFC 8314 wants it."""
MAILBOX = (("_imaps._tcp", "tls"), ("_imap._tcp", "starttls"))
"""RFC 6186, section 3.2."""


def discover(address: str, outside: Outside) -> Found:
    """The servers, as far as they can be found. Takes seconds."""
    domain = domain_of(address)
    provider = providers.load().of_address(address)
    if provider is not None:
        return Found(provider.smtp, provider.imap, "", f"as {provider.name} has it", provider)
    found = Found()
    for step in (_by_services, _by_file, _by_exchanger, _by_guess):
        found = _joined(found, step(address, domain, outside))
        if found.smtp is not None and found.imap is not None:
            break
    return replace(found, provider=providers.load().of_host(found.smtp.host) if found.smtp else None)


def _joined(found: Found, more: Found | None) -> Found:
    """Two findings; what the first one has stands."""
    if more is None:
        return found
    if found.smtp is None:
        return replace(more, imap=found.imap or more.imap, unproved=found.unproved or more.unproved)
    return replace(found, imap=found.imap or more.imap)


def _by_services(_address: str, domain: str, outside: Outside) -> Found | None:
    smtp = _of_services(SUBMISSION, domain, outside.services, Server)
    imap = _of_services(MAILBOX, domain, outside.services, Mailbox)
    if smtp is None and imap is None:
        return None
    return Found(smtp, imap, "", "found in the DNS of your mail domain", unproved=True)


def _of_services(
    names: Sequence[tuple[str, str]], domain: str, ask: Callable[[str], Sequence[Service]], kind: type[S]
) -> S | None:
    for name, security in names:
        for each in sorted(ask(f"{name}.{domain}"), key=lambda service: (service.priority, -service.weight)):
            found = server(each.host, each.port, security, kind) if each.host else None
            if found is not None:
                return found
    return None


def _by_file(address: str, domain: str, outside: Outside) -> Found | None:
    for url in autoconfig.places(domain):
        octets = outside.fetch(url)
        found = autoconfig.parse(octets, address) if octets is not None else None
        if found is not None:
            return found
    return None


def _by_exchanger(_address: str, domain: str, outside: Outside) -> Found | None:
    """Who receives the domain's mail, where that is a provider that is known: whatever DNS says, the password goes to
    that provider's own server and no other."""
    for host in outside.exchangers(domain):
        provider = providers.load().of_exchanger(host)
        if provider is not None:
            return Found(provider.smtp, provider.imap, "", f"as {provider.name} has it, where your domain's mail goes")
    return None


def _by_guess(_address: str, domain: str, outside: Outside) -> Found | None:
    smtp, imap = asyncio.run(_knock(list(guesses(domain)), outside.answers))
    return Found(smtp, imap, "", "found by trying usual names") if smtp or imap else None


def guesses(domain: str) -> Iterator[Server | Mailbox]:
    """Servers that a domain's may be, the likeliest of each kind first."""
    for port, security in ((465, "tls"), (587, "starttls")):
        yield from _named(("smtp", "mail"), domain, port, security, Server)
    for port, security in ((993, "tls"), (143, "starttls")):
        yield from _named(("imap", "mail"), domain, port, security, Mailbox)


def _named(names: Iterable[str], domain: str, port: int, security: str, kind: type[S]) -> Iterator[S]:
    for name in names:
        found = server(f"{name}.{domain}", port, security, kind)
        if found is not None:
            yield found


async def _knock(
    tried: Sequence[Server | Mailbox], answers: Callable[[Server | Mailbox], bool]
) -> tuple[Server | None, Mailbox | None]:
    """The first of each kind that answers; all are tried at once."""
    there = await asyncio.gather(*(aside(lambda each=each: answers(each)) for each in tried))  # type: ignore[misc]
    found = [each for each, is_there in zip(tried, there, strict=True) if is_there]
    smtp = next((each for each in found if isinstance(each, Server)), None)
    return smtp, next((each for each in found if isinstance(each, Mailbox)), None)
