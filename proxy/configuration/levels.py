"""The section [checks]: which names and levels it may hold. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from checks.model import MISTAKES, Level
from checks.rules import RULES
from proxy.configuration import keys
from proxy.configuration.faults import key, shown
from proxy.errors import Fault

LEVELS: tuple[str, ...] = get_args(Level)


def unpack(raw: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The tables with [checks] as `CheckRules` takes it (names of checks and rules apart), and what is wrong there."""
    written = raw.get("checks")
    if not isinstance(written, Mapping):
        return dict(raw), []
    found: list[Fault] = []
    levels: dict[str, str] = {}
    for name, value in written.items():
        if name == "words":
            continue
        remedy = _problem(name, value)
        if remedy:
            found.append(Fault(key(("checks", name)), shown(("checks", name), value), remedy))
        else:
            levels[name] = value
    words = {"words": written["words"]} if "words" in written else {}
    return {**raw, "checks": {"levels": levels, **words}}, found


def _problem(name: str, value: object) -> str:
    known = (*MISTAKES, *RULES)
    if isinstance(value, Mapping):
        inner = next(iter(value), "rule")
        return f'Put the whole name into quotes: "{name}.{inner}" = "note".'
    if name not in known:
        near = keys.nearest(name, (*known, "words"))
        asked = f"Did you mean {near}?" if near else f"The checks are: {', '.join(MISTAKES)}."
        return f"There is no such check or rule. {asked}"
    if value not in LEVELS:
        near = keys.nearest(value, LEVELS) if isinstance(value, str) else ""
        asked = f' Did you mean "{near}"?' if near else ""
        return f'Write "hold", "note" (forward it, and say so in the digest) or "off".{asked}'
    return ""
