"""The configuration as frozen models, one a section. Defaults here are the ones that config.example.toml shows.

Built by `proxy.config.load` from a file, or directly (by `demo`, by tests). Lengths of time are `timedelta`s, times of
day are naive and local, domains and covered addresses are normalised.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, StrictInt, model_validator

from checks.model import DEFAULT_GAPS, Level, Quiet, Settings
from proxy import providers
from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.configuration.values import (
    AddressOrDomain,
    Clock,
    DomainRule,
    Duration,
    File,
    Frozen,
    Line,
    OneAddress,
    Place,
    QuietTimes,
    Span,
    Where,
    refusal,
)

LONGEST_MEMORY = timedelta(days=180)
"""Contacts older than this don't count (DESIGN.md, Frequency), so no gap can be longer."""


def _remembered(value: timedelta) -> timedelta:
    if value > LONGEST_MEMORY:
        raise refusal('At most "180 days": contacts older than that are not counted.')
    return value


def _kept(value: timedelta) -> timedelta:
    if value < timedelta(days=1):
        raise refusal('At least "1 day", so that you can still look at what was sent.')
    return value


def _word(value: str) -> str:
    if not value.strip() or any(char.isspace() for char in value.strip()):
        raise refusal('Write single words, such as words = ["Kubernetes", "Szymborska"].')
    return value.strip()


def _not_everybodys(rule: str) -> str:
    domain = rule.removeprefix("*.")
    if "@" not in rule and providers.load().is_free_mail(domain):
        raise refusal(
            f"Anybody can have an address at {domain}, friends and family too. Take it out, and write each recruiter's "
            'whole address instead: addresses = ["jo@' + domain + '"].'
        )
    return rule


def _store_url(value: str) -> str:
    if not value:
        return value
    try:
        parts = urlsplit(value)
        secret = parts.password is not None or re.search(r"(?i)[?&]\w*pass\w*=", value)
    except ValueError:
        raise refusal(_STORE_ADVICE) from None
    if secret:
        raise refusal(
            "A password never stands in this file. Take it out of the URL, and put it into PostgreSQL's own password "
            "file (~/.pgpass) or the variable PGPASSWORD."
        )
    if parts.scheme not in STORES or (":///" not in value and not parts.netloc):
        raise refusal(_STORE_ADVICE)
    return value


STORES = ("sqlite", "postgresql", "postgresql+psycopg")
_STORE_ADVICE = (
    'Write "" for a file in your own folder, or a database\'s URL such as "sqlite:////home/sam/tactful.db" or '
    '"postgresql+psycopg://sam@localhost/tactful".'
)

Remembered = Annotated[Span, AfterValidator(_remembered)]


class Tls(Frozen):
    """Certificate (with its chain) and private key of the SMTP server, as PEM files."""

    certificate: File
    key: File


class Listener(Frozen):
    """One address to listen at. `implicit`: TLS from the first byte; `starttls`: STARTTLS where `Listen.tls` is set."""

    at: Where
    tls: Literal["starttls", "implicit"] = "starttls"

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        return {"at": data} if isinstance(data, str | Place) else data

    @property
    def host(self) -> str:
        """IP address without brackets, or "localhost"."""
        return self.at.host

    @property
    def port(self) -> int:
        """TCP port; 0: any that is free."""
        return self.at.port

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.at.loopback


class Listen(Frozen):
    """Where the proxy and its page listen. `web` None: no page."""

    smtp: Annotated[tuple[Listener, ...], Field(min_length=1)] = (
        Listener(at=Place("127.0.0.1", 2525)),
        Listener(at=Place("::1", 2525)),
    )
    web: Where | None = Place("127.0.0.1", 2580)
    tls: Tls | None = None

    @model_validator(mode="before")
    @classmethod
    def _page_off(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and data.get("web") == "":
            return {**data, "web": None}
        return data


class OnePerson(Frozen):
    """Somebody who writes from several addresses."""

    addresses: Annotated[tuple[OneAddress, ...], Field(min_length=1)]


class RecruiterRules(Frozen):
    """Who counts as a recruiter; `proxy.recruiters.Recruiters` applies it.

    `domains`: normalised, each itself and its subdomains, with "*." only those. `exceptions` (in the file: except) win.
    `people`: each counts as one, and as a recruiter.
    """

    domains: tuple[Annotated[DomainRule, AfterValidator(_not_everybodys)], ...] = ()
    addresses: tuple[OneAddress, ...] = ()
    exceptions: tuple[AddressOrDomain, ...] = Field(default=(), validation_alias="except")
    agencies: tuple[Annotated[AddressOrDomain, AfterValidator(_not_everybodys)], ...] = ()
    applicant_tracking: StrictBool = True
    people: tuple[OnePerson, ...] = ()


class Company(Frozen):
    """At most so many turns to one company, unanswered, within that time."""

    turns: Annotated[StrictInt, Field(ge=1, le=1000)] = 8
    within: Remembered = timedelta(days=14)


class FrequencyRules(Frozen):
    """How often is not too often. The n-th follow-up needs `gaps[n-1]`; after the last, none until they write."""

    gaps: tuple[Remembered, ...] = DEFAULT_GAPS
    company: Company = Company()
    quiet: QuietTimes = Quiet()
    urgent: Literal["forward", "hold"] = "forward"


class CheckRules(Frozen):
    """What each check or rule does (`levels`: only what the user wrote), and the user's own words."""

    levels: Mapping[str, Level] = Field(default_factory=dict)
    words: tuple[Annotated[str, AfterValidator(_word)], ...] = ()


class Hold(Frozen):
    """What becomes of a message that is not forwarded. `folder` "": shown nowhere in the mailbox."""

    mode: Literal["accept", "reject"] = "accept"
    confirm_by_resending: StrictBool = True
    on_error: Literal["hold", "forward"] = "hold"
    folder: Line = "Held by tactful"
    renew_date: StrictBool = True


class HistoryRules(Frozen):
    """How fresh the history must be."""

    poll: Span = timedelta(minutes=5)
    max_age: Span = timedelta(hours=24)
    when_stale: Literal["hold", "forward"] = "hold"


class DigestRules(Frozen):
    """When the digest comes (local time), and who says at once that something was held."""

    at: tuple[Clock, ...] = (time(8), time(17))
    notify: tuple[Literal["desktop", "mail"], ...] = ("desktop", "mail")


def _off(value: object) -> object:
    return timedelta(0) if value == "" or (type(value) is int and value == 0) else value


class ThanksRules(Frozen):
    """After an interview without thanks. `remind`: how long after its end; zero: never. `draft`: a thank-you is put
    into Drafts as well."""

    remind: Annotated[Duration, BeforeValidator(_off)] = timedelta(hours=20)
    draft: StrictBool = False


class StoreRules(Frozen):
    """Where things are kept, and how long the text of what is done with. `url` "": SQLite in the state folder."""

    url: Annotated[Line, AfterValidator(_store_url)] = ""
    keep: Annotated[Duration, AfterValidator(_kept)] = timedelta(days=90)


class Config(Frozen):
    """The whole configuration. `path`: the file it came from; `warnings`: whole sentences for the user."""

    listen: Listen = Listen()
    accounts: Annotated[tuple[Account, ...], Field(min_length=1)]
    recruiters: RecruiterRules = RecruiterRules()
    frequency: FrequencyRules = FrequencyRules()
    checks: CheckRules = CheckRules()
    hold: Hold = Hold()
    history: HistoryRules = HistoryRules()
    digest: DigestRules = DigestRules()
    thanks: ThanksRules = ThanksRules()
    store: StoreRules = StoreRules()
    path: Path | None = None
    warnings: tuple[str, ...] = ()

    def settings(self) -> Settings:
        """What the checks need of it."""
        return Settings(
            levels=dict(self.checks.levels),
            gaps=self.frequency.gaps,
            company_turns=self.frequency.company.turns,
            company_within=self.frequency.company.within,
            quiet=self.frequency.quiet,
            urgent=self.frequency.urgent,
            words=frozenset(word.casefold() for word in self.checks.words),
            own=frozenset().union(*(account.own for account in self.accounts)),
        )

    def account(self, address: str) -> Account | None:
        """The account with this address (not an alias), letter case and spelling of the domain aside."""
        wanted = normalise(address)
        return next((account for account in self.accounts if normalise(account.address) == wanted), None)
