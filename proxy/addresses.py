"""Mail addresses and domains: one form for each, so that two spellings of one address are equal.

Promises: `normalise` and `normalise_domain` never raise and change nothing when applied twice; `problem_of_address`
and `problem_of_domain` say in words what is wrong, without asking any server (no DNS).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from ipaddress import ip_address

import idna
from email_validator import EmailNotValidError, validate_email
from publicsuffixlist import PublicSuffixList

ATOM = frozenset("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.")
"""Characters that need no quotes in a local part (RFC 5322, section 3.2.3), lower-case."""

_PLAIN = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]*[A-Za-z0-9-]", re.ASCII)
"""Nearly all addresses: nothing about them but their capitals has another form."""


def normalise(address: str) -> str:
    """The one form of an address: domain in lower-case A-labels (RFC 5890), local part lower-case. Never raises.

    RFC 5321 (section 2.4) lets a server tell `Jo` from `jo`; in practice none that recruiters use does. A quoted local
    part that needs no quotes loses them (section 4.1.2). Text without an at-sign is only made lower-case.
    """
    if _PLAIN.fullmatch(address) is not None:
        return address.lower()
    local, at, domain = address.strip().rpartition("@")
    if not at:
        return _lower(domain)
    return f"{_unquoted(_lower(local))}@{normalise_domain(domain)}"


def normalise_domain(domain: str) -> str:
    """A domain in lower-case A-labels without a final dot; what is no domain is made lower-case. Never raises."""
    plain = _without_end(_lower(domain))
    if plain.isascii():
        return plain
    try:
        return _without_end(idna.encode(plain, uts46=True).decode("ascii").lower())
    except (UnicodeError, ValueError):
        return plain


def without_detail(address: str) -> str:
    """A normalised address without what follows a plus (RFC 5233): there people and systems write a sign of their own,
    "jo+x7f3@acme.example"."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def is_one_of(address: str, addresses: Collection[str]) -> bool:
    """Whether a normalised address is one of these (normalised), or one of them with a detail of its own."""
    return address in addresses or ("+" in address and without_detail(address) in addresses)


def domain_of(address: str) -> str:
    """The normalised domain of an address; "" where it has none."""
    _, at, domain = address.strip().rpartition("@")
    return normalise_domain(domain) if at else ""


def covers(rule: str, domain: str) -> bool:
    """Whether a domain's rule covers a domain: "acme.example" it and its subdomains, "*.acme.example" only those.

    Both normalised.
    """
    if rule.startswith("*."):
        return domain.endswith(rule[1:])
    return domain == rule or domain.endswith(f".{rule}")


def above(domain: str) -> Iterator[str]:
    """A domain and those that it is under, the nearest first: "a.b.example", "b.example", "example"."""
    while domain:
        yield domain
        domain = domain.partition(".")[2]


def is_loopback(host: str) -> bool:
    """Whether a host name or IP address means this machine alone (RFC 6761, section 6.3)."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def problem_of_address(address: str) -> str:
    """What is wrong with an address, as a sentence; "" where nothing is."""
    try:
        validate_email(address, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError as error:
        return str(error)
    return ""


@lru_cache(4096)  # a configuration is looked through twice
def problem_of_domain(domain: str) -> str:
    """What is wrong with a domain (without "*."), as a sentence; "" where nothing is."""
    try:
        validate_email(f"x@{domain}", check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        return str(error).replace("The part after the @-sign", "The domain").replace("after the @-sign", "in a domain")
    plain = normalise_domain(domain)
    if _public_suffixes().publicsuffix(plain) == plain:
        return "Everybody's domains end so; name the company's own, such as acme.example."
    return ""


def registered_domain(domain: str) -> str:
    """The part of a normalised domain that one owner registered: "acme.co.uk" of "mail.acme.co.uk". By the public
    suffix list that comes with the library; "" where nobody can register it."""
    return _public_suffixes().privatesuffix(domain) or ""


@cache
def _public_suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)


def _lower(text: str) -> str:
    if text.isascii():
        return text.lower().strip()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower()).strip()


def _without_end(domain: str) -> str:
    while domain and (domain[-1] == "." or domain[-1].isspace()):
        domain = domain[:-1]
    return domain


def _unquoted(local: str) -> str:
    inner = local[1:-1]
    if len(local) > 2 and local[0] == local[-1] == '"' and set(inner) <= ATOM:
        return inner
    return local
