"""Who is who: which addresses are one person's, and which company a person is of. Pure.

Promises: two spellings of one address are one person (letter case, what follows a plus, an applicant-tracking system's
signs for the candidate); where it is not sure that two are one, they are two. Free mail, applicant-tracking systems and
job boards are nobody's company.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from proxy import providers
from proxy.addresses import domain_of, normalise, registered_domain

_DESKS = frozenset(
    "alerts application applications apply bounce bounces candidate candidates careers do donotreply email hello "
    "hi hire hiring hr inbound info job jobs mail message messages messaging msg no noreply not notification "
    "notifications recruiter recruiting recruitment replies reply talent team".split()
)
"""Names before an applicant-tracking system's domain that tell nobody from another."""


@dataclass(frozen=True, slots=True)
class Party:
    """A recruiter as the store looks for them.

    `address`: as it was written to, normalised; `keys`: `person` of each of their addresses. `company`: registered
    domain, "" where no limit of a company applies. `agency`, `offered`: as in checks.model.History.
    """

    address: str
    keys: tuple[str, ...]
    company: str = ""
    agency: bool = False
    offered: bool = False

    @classmethod
    def of(cls, address: str) -> Party:
        """Somebody of whom nothing is configured."""
        plain = normalise(address)
        return cls(plain, (person(plain),), company(plain))


class People:
    """Those whom the configuration names with several addresses."""

    def __init__(self, named: Iterable[Sequence[str]] = ()) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        for addresses in named:
            keys = tuple(dict.fromkeys(person(address) for address in addresses))
            self._keys |= dict.fromkeys(keys, keys)

    def keys(self, address: str) -> tuple[str, ...]:
        """`person` of each address of the one who has this address, in an order of their own."""
        key = person(address)
        return self._keys.get(key, (key,))


@lru_cache(4096)
def person(address: str) -> str:
    """What all spellings of one person's address share; it looks like an address and need not be one."""
    plain = normalise(address)
    local, at, domain = plain.rpartition("@")
    if not at:
        return plain
    bare = local.partition("+")[0] or local  # RFC 5233; some systems begin with it
    if providers.load().is_applicant_tracking(domain):
        words = [word for word in re.split(r"[._=~-]+", bare) if not _is_sign(word)]
        bare = ".".join(words)
        if not set(words) - _DESKS:
            return plain  # all candidates of all companies would be one person
    return f"{bare}@{domain}"


@lru_cache(4096)
def company(address: str) -> str:
    """The registered domain of somebody's company, "" where their domain is everybody's."""
    domain = domain_of(address)
    return "" if not domain or providers.load().is_everybodys(domain) else registered_domain(domain)


def _is_sign(word: str) -> bool:
    """Whether it was made up for one candidate: no name holds digits, and none is so long."""
    return not word or any(char.isdigit() for char in word) or len(word) > 24
