"""What is known of the large mail providers, of free mail and of applicant-tracking systems (providers.toml).

Facts only, read once from the package; nothing is asked of anybody. Domains and hosts are compared normalised.
"""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from publicsuffixlist import PublicSuffixList

from proxy import addresses
from proxy.configuration.account import Mailbox, Server
from proxy.configuration.values import Frozen

Login = Literal["password", "app-password", "oauth"]
"""What the provider accepts: the mailbox's own password, one made for this program alone, or only its sign-in page."""


class Provider(Frozen):
    """One mail provider. `domains` may end in ".*" (every public suffix). `exchangers`: what the names of the servers
    end in that receive mail for its customers' own domains. `help`: what to do there first, in words.

    `files_sent`: whether all that is handed in by SMTP appears in Sent by itself; False also where that is not certain.
    """

    name: str
    domains: tuple[str, ...]
    smtp: Server
    imap: Mailbox
    login: Login
    exchangers: tuple[str, ...] = ()
    files_sent: bool = False
    help: str = ""


class Providers(Frozen):
    """All that providers.toml says."""

    free_mail: tuple[str, ...]
    applicant_tracking: tuple[str, ...]
    schedulers: tuple[str, ...]
    job_boards: tuple[str, ...]
    providers: tuple[Provider, ...]

    def of_address(self, address: str) -> Provider | None:
        """The provider whose users' addresses end so; where two fit, the one that names the domain itself."""
        domain = addresses.domain_of(address)
        named = (provider for provider in self.providers if domain in provider.domains)
        like = (p for p in self.providers if any(_is_like(pattern, domain) for pattern in p.domains))
        return next(named, None) or next(like, None)

    def of_host(self, host: str) -> Provider | None:
        """The provider that runs this SMTP server. Also right for people who bring a domain of their own."""
        name = addresses.normalise_domain(host)
        return next((p for p in self.providers if p.smtp.host == name and not p.smtp.loopback), None)

    def of_exchanger(self, host: str) -> Provider | None:
        """The provider whose server this is that receives mail (MX) for a customer's own domain."""
        name = addresses.normalise_domain(host)
        return next((p for p in self.providers if any(addresses.covers(each, name) for each in p.exchangers)), None)

    def files_sent(self, smtp_host: str) -> bool:
        """Whether what is handed in there certainly appears in Sent by itself."""
        provider = self.of_host(smtp_host)
        return provider is not None and provider.files_sent

    def is_free_mail(self, domain: str) -> bool:
        """Whether anybody can have an address in this domain. Subdomains of such a domain are others' and are not."""
        plain = addresses.normalise_domain(domain)
        if plain in self._free_mail:
            return True
        name, _, suffix = plain.partition(".")
        return f"{name}.*" in self._free_mail and _is_suffix(suffix)

    def is_applicant_tracking(self, domain: str) -> bool:
        """Whether a domain or one that it is under belongs to an applicant-tracking system."""
        return self.applicant_tracking_system(domain) is not None

    def is_scheduler(self, address: str) -> bool:
        """Whether a normalised address sends invitations in others' names."""
        domain = addresses.domain_of(address)
        return any(one == address or addresses.covers(one, domain) for one in self.schedulers)

    def is_everybodys(self, domain: str) -> bool:
        """Whether people of many companies write from there: free mail, applicant-tracking systems, job boards."""
        plain = addresses.normalise_domain(domain)
        return (
            self.is_free_mail(plain)
            or self.is_applicant_tracking(plain)
            or any(each in self._job_boards for each in addresses.above(plain))
        )

    def applicant_tracking_system(self, domain: str) -> str | None:
        """The domain in the list that covers this one, the nearest; None where none does."""
        plain = addresses.normalise_domain(domain)
        return next((each for each in addresses.above(plain) if each in self._applicant_tracking), None)

    # Asked for each of the many who write to somebody: a list would be gone through each time.

    @cached_property
    def _free_mail(self) -> frozenset[str]:
        return frozenset(self.free_mail)

    @cached_property
    def _applicant_tracking(self) -> frozenset[str]:
        return frozenset(self.applicant_tracking)

    @cached_property
    def _job_boards(self) -> frozenset[str]:
        return frozenset(self.job_boards)


@cache
def load() -> Providers:
    """What the package's providers.toml says; read once."""
    text = files("proxy").joinpath("providers.toml").read_text("utf-8")
    return Providers.model_validate(tomllib.loads(text))


def _is_like(pattern: str, domain: str) -> bool:
    if not pattern.endswith(".*"):
        return pattern == domain
    name, _, suffix = domain.partition(".")
    return f"{name}.*" == pattern and _is_suffix(suffix)


def _is_suffix(domain: str) -> bool:
    return bool(domain) and _suffixes().publicsuffix(domain) == domain


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False, only_icann=True)
