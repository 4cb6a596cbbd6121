"""What the user does not want to hear any more: findings without those that are muted, and what a mute is. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from checks.model import Finding, Findings, Mistake
from proxy.store.mutes import Mute

Reach = Literal["", "recipients", "anyone"]
"""How far a mute goes: nowhere, to this message's recruiters, to everybody."""

GRAVE: frozenset[Mistake] = frozenset({"negativity", "other-offers"})
"""To be deaf to these for good can cost every job: muting them for anyone takes a second word."""


def heard(findings: Findings, mutes: Collection[Mute], recruiters: Sequence[str]) -> Findings:
    """`findings` without the muted ones. `recruiters`: those among the envelope's recipients, normalised.

    What is about one recruiter is silent where it is muted for that one; what is the same for all only where it is
    muted for each of them.
    """
    if not mutes:
        return findings

    def muted(finding: Finding) -> bool:
        if Mute(finding.rule) in mutes:
            return True
        whom = recruiters if finding.recruiter is None else (finding.recruiter,)
        return bool(whom) and all(Mute(finding.rule, address) in mutes for address in whom)

    return replace(findings, findings=tuple(each for each in findings.findings if not muted(each)))


def mutes_of(findings: Sequence[Finding], reach: Reach, recruiters: Sequence[str]) -> tuple[Mute, ...]:
    """The mutes that silence what a message was held for, as far as `reach` goes. `recruiters`: as in `heard`."""
    found = []
    for finding in findings:
        if finding.effect == "hold" and reach:
            whom = recruiters if finding.recruiter is None else (finding.recruiter,)
            found += [Mute(finding.rule, address) for address in ([""] if reach == "anyone" else whom)]
    return tuple(dict.fromkeys(found))


def grave(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The rules that a message was held for and that are muted for anyone only after a second word."""
    return tuple(dict.fromkeys(each.rule for each in findings if each.effect == "hold" and each.mistake in GRAVE))
