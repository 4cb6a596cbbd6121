"""Is this address a recruiter's, an agency's? Domains, addresses, exceptions, applicant-tracking systems. Pure.

Promises: two spellings of one address get one answer; exceptions of the configuration always win; `why` says in words
which line decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from proxy import providers
from proxy.addresses import (
    covers,
    domain_of,
    normalise,
    normalise_domain,
    problem_of_address,
    problem_of_domain,
    without_detail,
)
from proxy.configuration.settings import RecruiterRules
from proxy.errors import UsageError
from proxy.people import Party, People, company

__all__ = ["Recruiters", "entry_of", "normalise"]


class Recruiters:
    """The configuration's rules, and what the command line added and removed (addresses or domains, as rows).

    `offers`, `hired`: addresses or domains where things are that far.

    Order of decision: the configuration's exceptions; who hired the user; an address that was added by name; what was
    removed; all else. So `recruiters add jo@acme.example` counts though the whole domain was removed before, and the
    other way round `recruiters remove jo@acme.example` takes one person out of a domain.
    """

    def __init__(
        self,
        rules: RecruiterRules,
        added: Iterable[str] = (),
        removed: Iterable[str] = (),
        *,
        offers: Iterable[str] = (),
        hired: Iterable[str] = (),
    ) -> None:
        self._exceptions = rules.exceptions
        self._removed = tuple(map(_one_form, removed))
        self._added = tuple(map(_one_form, added))
        self._agencies = rules.agencies
        self._offers = tuple(map(_one_form, offers))
        self._hired = tuple(map(_one_form, hired))
        self._people = People(each.addresses for each in rules.people)
        several = (address for each in rules.people for address in each.addresses)
        self._listed = (*rules.addresses, *rules.domains, *several)
        self._systems = providers.load() if rules.applicant_tracking else None

    def covers(self, address: str) -> bool:
        """Whether this address is a recruiter's. False for what is no address."""
        return self._decide(address)[0]

    def why(self, address: str) -> str:
        """Which line decided, in words: "acme.example covers it", "friend@acme.example is excepted"."""
        return self._decide(address)[1]

    @property
    def terms(self) -> frozenset[str]:
        """What decides, so that two lists can be compared: addresses and domains that cover, and with a "-" before them
        those that take away."""
        covering = (
            *self._added,
            *self._listed,
            *self._agencies,
            *(self._systems.applicant_tracking if self._systems else ()),
        )
        return frozenset(covering) | {f"-{entry}" for entry in (*self._exceptions, *self._removed, *self._hired)}

    def is_agency(self, address: str) -> bool:
        """Whether this recruiter's address is an agency's: counted by thread, without a company limit."""
        plain = normalise(address)
        return self.covers(plain) and _match(self._agencies, plain) is not None

    def stage(self, address: str) -> tuple[Literal["offer", "hired", ""], str]:
        """How far things are with this recruiter, and the entry that says so; where none does, the entry that would:
        their company's domain, and their address alone where it is an agency's or everybody's."""
        plain = normalise(address)
        if (entry := _match(self._hired, plain)) is not None:
            return "hired", entry
        if (entry := _match(self._offers, plain)) is not None:
            return "offer", entry
        return "", (not self.is_agency(plain) and company(plain)) or plain

    def party(self, address: str) -> Party:
        """Whose contacts count with this recruiter's, and how."""
        plain, agency = normalise(address), self.is_agency(address)
        return Party(
            plain,
            self._people.keys(plain),
            "" if agency else company(plain),
            agency,
            _match(self._offers, plain) is not None,
        )

    def _decide(self, address: str) -> tuple[bool, str]:
        plain = normalise(address)
        if not domain_of(plain):
            return False, "it is not a mail address"
        if (entry := _match(self._exceptions, plain)) is not None:
            return False, f"{entry} is excepted"
        if (entry := _match(self._hired, plain)) is not None:
            return False, f"{entry} hired you (`tactful recruiters hired`)"
        if (entry := _match([entry for entry in self._added if "@" in entry], plain)) is not None:
            return True, f"{entry} was added with `tactful recruiters add`"
        if (entry := _match(self._removed, plain)) is not None:
            return False, f"{entry} was removed with `tactful recruiters remove`"
        if (entry := _match(self._listed, plain)) is not None:
            return True, f"{entry} is listed" if "@" in entry else f"{entry} covers it"
        if (entry := _match(self._agencies, plain)) is not None:
            return True, f"{entry} is an agency"
        if (entry := _match(self._added, plain)) is not None:
            return True, f"{entry} was added with `tactful recruiters add`"
        system = self._systems and self._systems.applicant_tracking_system(domain_of(plain))
        if system:
            return True, f"{system} is an applicant-tracking system"
        return False, "no domain or address of the configuration covers it"


def entry_of(text: str, *, added: bool) -> str:
    """An address, a domain, or "*." and a domain, as a person typed it, in its one form. Raises UsageError.

    `added`: whether it is put on the list, where a domain that is everybody's has no place.
    """
    if "@" in text:
        problem, entry = problem_of_address(text), normalise(text)
    else:
        bare = text.removeprefix("*.")
        problem = problem_of_domain(bare)
        entry = text[: len(text) - len(bare)] + normalise_domain(bare)
        if added and not problem and providers.load().is_free_mail(bare):
            problem = "Everybody can have an address there, your friends too. Add the person's whole address."
    if problem:
        raise UsageError(f'"{text}" can\'t be used.', problem)
    return entry


def newly_covered(before: frozenset[str], after: frozenset[str]) -> tuple[str, ...]:
    """The entries of two lists' terms by which an address may be a recruiter's after and was none before: what was
    added, and what is no longer taken away."""
    added = {entry for entry in after - before if not entry.startswith("-")}
    return tuple(sorted(added | {entry[1:] for entry in before - after if entry.startswith("-")}))


def match(entries: Iterable[str], address: str) -> bool:
    """Whether one of these entries covers a normalised address."""
    return _match(entries, address) is not None


def _one_form(entry: str) -> str:
    if "@" in entry:
        return normalise(entry)
    star, bare = ("*.", entry.strip()[2:]) if entry.strip().startswith("*.") else ("", entry)
    return star + normalise_domain(bare)


def _match(entries: Iterable[str], address: str) -> str | None:
    """The first entry that covers a normalised address; entries: addresses, domains, "*." and a domain, normalised."""
    domain = domain_of(address)
    bare = without_detail(address)
    for entry in entries:
        if entry in {address, bare} if "@" in entry else covers(entry, domain):
            return entry
    return None
