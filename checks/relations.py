"""What findings weigh with those whom a message goes to: agencies, companies that made an offer, and on the day itself.

Pure. A message to several is eased only where all of them are such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checks.model import Findings, History

AGENCIES_NOTED = frozenset({"thanks.missing", "other-offers.process"})
"""An agent is no host, and wants to know what else is going on."""


def weighed(findings: Findings, histories: Sequence[History]) -> Findings:
    """`findings` as they count with these: notes with agencies, and no presumption after an offer."""
    found = findings.findings
    if histories and all(history.agency for history in histories):
        found = tuple(replace(one, effect="note") if one.rule in AGENCIES_NOTED else one for one in found)
    if histories and all(history.offered for history in histories):
        found = tuple(one for one in found if one.mistake != "presumption")
    return replace(findings, findings=found)
