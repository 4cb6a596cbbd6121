"""The part of setup that asks whose mail is a recruiter's, with proposals from Sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from proxy.addresses import registered_domain
from proxy.errors import UsageError
from proxy.providers import Providers
from proxy.recruiters import entry_of, match
from proxy.setup.prompt import Prompt, until_read
from proxy.suggestions import Suggestion

SHOWN = 20
"""Proposals; more would be read by nobody."""


def ask(
    prompt: Prompt, given: Sequence[str], suggested: Sequence[Suggestion], former: Sequence[str], known: Providers
) -> tuple[str, ...]:
    """Domains and addresses, each in its one form. `given`: by options; else it is asked. `former`: what counts
    already, and stays. Raises UsageError."""
    if given:
        return _joined(former, read(" ".join(given), (), known))
    new = [each for each in suggested if not match(former, each.address)][:SHOWN]
    if not prompt.somebody:
        return tuple(former)
    if former:
        prompt.say(f"Recruiters already: {', '.join(former)}.")
    if new:
        prompt.say("In your folder of sent mail these look like recruiters:")
        for number, each in enumerate(new, 1):
            prompt.say(f"  {number}  {entry_for(each.address, known)}  ({each.address}: {each.reason})")
        question = "Who is a recruiter? Numbers from the list, all, or more domains and addresses"
    else:
        question = "Whose mail is a recruiter's? Domains such as acme.example, or addresses"
    question += "; Enter for no more" if former else "; Enter for nobody yet"
    return _joined(former, until_read(prompt, question, lambda text: read(text, new, known)))


def read(text: str, suggested: Sequence[Suggestion], known: Providers) -> tuple[str, ...]:
    """What a person types: numbers of the list, "all", domains and addresses, in any order. Raises UsageError."""
    found: list[str] = []
    for word in re.split(r"[\s,;]+", text.strip()):
        if not word or (word.lower() in {"none", "nobody"}):
            continue
        if word.lower() == "all" and suggested:
            found += [entry_for(each.address, known) for each in suggested]
        elif word.isascii() and word.isdigit():
            if len(word) > 3 or not 1 <= int(word) <= len(suggested):
                raise UsageError(
                    f"There is no number {word[:10]} in the list.", "Write its number, a domain or an address."
                )
            found.append(entry_for(suggested[int(word) - 1].address, known))
        else:
            found.append(entry_of(word.removeprefix("<").removesuffix(">"), added=True))
    return tuple(dict.fromkeys(found))


def entry_for(address: str, known: Providers) -> str:
    """What to put on the list for a proposed address: its company's domain, or where people of many write from there,
    the address alone."""
    domain = address.rpartition("@")[2]
    registered = registered_domain(domain)
    return address if not registered or known.is_everybodys(domain) else registered


def table(former: Mapping[str, Any], entries: Iterable[str]) -> dict[str, Any]:
    """[recruiters] as the file has it: `entries` in their places, and what else stood there."""
    entries = tuple(entries)
    asked = {
        "domains": [each for each in entries if "@" not in each],
        "addresses": [each for each in entries if "@" in each],
    }
    return {key: value for key, value in asked.items() if value or key == "domains"} | {
        key: value for key, value in former.items() if key not in asked
    }


def _joined(former: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*former, *new)))
