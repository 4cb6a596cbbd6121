"""Who in the history looks like a recruiter and is not covered: suggested to the user, never taken by itself. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from checks.model import History
from proxy.addresses import domain_of

_DESK = frozenset(
    "apply application applications career careers candidate candidates hiring hr humanresources job jobs people "
    "personnel recruit recruiter recruiters recruiting recruitment resourcing talent vacancies vacancy".split()
)
"""Words of a local part that name a hiring desk."""

_FIRM = re.compile(r"recruit|staffing|headhunt|talent|careers?\b|jobs?\b")
"""What agencies and job boards have in their domains."""

_ABOUT = re.compile(
    r"\b(applicant|application|apprenticeship|candidate|candidacy|cv|interview|internship|job|position|recruitment|"
    r"resume|résumé|role|traineeship|vacancy)\b",
    re.IGNORECASE,
)
"""Words of a subject that is about being hired."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An address (normalised) and why it looks like a recruiter's, in words."""

    address: str
    reason: str


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Mail that went to addresses that nobody checks, of how many addresses, and how many of them look like recruiters'
    and aren't on the list."""

    mails: int = 0
    addresses: int = 0
    recruiters: int = 0


def suggest(histories: Iterable[History], covered: Callable[[str], bool]) -> list[Suggestion]:
    """Those whose address or mail looks like hiring, in the order of `histories`, without those that are covered."""
    found = []
    for history in histories:
        reason = None if covered(history.recruiter) else _reason(history)
        if reason is not None:
            found.append(Suggestion(history.recruiter, reason))
    return found


def _reason(history: History) -> str | None:
    local = history.recruiter.rpartition("@")[0]
    desk = next((word for word in re.split(r"[^a-z]+", local) if word in _DESK), None)
    if desk is not None:
        return f'its name says "{desk}"'
    if _FIRM.search(domain_of(history.recruiter)):
        return "its domain sounds like an agency or a job board"
    about = next((match for each in history.contacts if (match := _ABOUT.search(each.subject))), None)
    return f'you wrote to each other about: "{about[0].lower()}"' if about is not None else None
