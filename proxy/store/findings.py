"""Findings as JSON values and back: the form in which the store keeps them and programs are given them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from checks.model import Finding

NO_WORDS: dict[str, Any] = {"start": None, "end": None, "excerpt": "", "correction": None}
"""What a finding is left with when its message's body is erased."""


def to_json(finding: Finding) -> dict[str, Any]:
    """A finding as the contract's JSON has it, with `correction` and `next_allowed` (ISO 8601) besides."""
    return {
        "mistake": finding.mistake,
        "rule": finding.rule,
        "effect": finding.effect,
        "recruiter": finding.recruiter,
        "message": finding.message,
        "advice": finding.advice,
        "part": finding.part,
        "start": finding.start,
        "end": finding.end,
        "excerpt": finding.excerpt,
        "correction": finding.correction,
        "next_allowed": finding.next_allowed.isoformat() if finding.next_allowed else None,
    }


def from_json(value: dict[str, Any]) -> Finding:
    """The finding that `to_json` wrote."""
    next_allowed = value["next_allowed"]
    return Finding(**(value | {"next_allowed": datetime.fromisoformat(next_allowed) if next_allowed else None}))
