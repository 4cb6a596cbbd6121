"""By what `check` judges mail, in files and in the past, and how it tells what it found."""

from __future__ import annotations

import os
from argparse import Namespace
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from checks.model import Findings, History, Settings
from proxy import config as configuration
from proxy.accounts import Accounts
from proxy.cli.common import config_of
from proxy.configuration.settings import Config
from proxy.recruiters import Recruiters
from proxy.store.findings import to_json
from proxy.store.mutes import Mute
from proxy.store.store import Store

_CONTRACT = ("mistake", "rule", "effect", "recruiter", "message", "advice", "part", "start", "end", "excerpt")
TOO_LARGE = 200_000_000
"""Octets of one message; one larger than any server takes is a mistake in the file's name."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the user set and taught. `is_recruiter`: who is one or was, None where no configuration names any; `on`: who
    is one, and how, at a time, by what was known of offers and of who hired the user."""

    settings: Settings = field(default_factory=Settings)
    mutes: frozenset[Mute] = frozenset()
    is_recruiter: Callable[[str], bool] | None = None
    on: Callable[[datetime], Recruiters] | None = None

    def recruiters(self, addresses: Sequence[str], at: datetime) -> tuple[str, ...]:
        """Those of the addresses that are recruiters' then; all where no configuration names any."""
        if self.on is not None:
            return tuple(filter(self.on(at).covers, addresses))
        return tuple(each for each in addresses if self.is_recruiter is None or self.is_recruiter(each))

    def weighed(self, histories: Sequence[History], at: datetime) -> tuple[History, ...]:
        """The same, with what is then known of each recruiter besides contacts."""
        if self.on is None:
            return tuple(histories)
        parties = [self.on(at).party(each.recruiter) for each in histories]
        return tuple(
            replace(each, agency=party.agency, offered=party.offered)
            for each, party in zip(histories, parties, strict=True)
        )

    def standing(self, addresses: Sequence[str], at: datetime) -> tuple[History, ...]:
        """How the recruiters among these stand, without contacts; nothing where all are like any other."""
        found = self.weighed([History(each) for each in self.recruiters(addresses, at)], at) if self.on else ()
        return found if any(each.agency or each.offered for each in found) else ()


def configured(arguments: Namespace) -> bool:
    """Whether a configuration was named: `check` does not look for one by itself."""
    return bool(arguments.config or os.environ.get(configuration.VARIABLE))


def measure_of(arguments: Namespace) -> Measure:
    """By the configuration that was named; without one, by the defaults. Raises ConfigError and StoreError."""
    return measure(config_of(arguments)) if configured(arguments) else Measure()


def measure(config: Config) -> Measure:
    """By a configuration, and what its store has learned; one that was never made has learned nothing."""
    accounts, url = Accounts.of(config, ()), configuration.store_url(config)
    file = make_url(url).database if url.startswith("sqlite") else None
    if file is not None and not Path(file).exists():
        plain = accounts.recruiters_with(())
        return Measure(accounts.settings, is_recruiter=plain.covers, on=lambda at: plain)
    store = Store.open(url)
    try:
        settings = replace(accounts.settings, words=accounts.settings.words | store.words.all())
        entries, stages = store.control.recruiters(), store.control.stages()
        times = sorted(each.at for each in stages)
        known = [
            accounts.recruiters_with(entries, [each for each in stages if each.at in times[:count]])
            for count in range(len(times) + 1)
        ]
        return Measure(
            settings,
            store.mutes.all(),
            accounts.recruiters_with(entries).covers,  # who hired the user was a recruiter until then
            lambda at: known[bisect_right(times, at)],
        )
    finally:
        store.close()


def as_json(name: str, found: Findings) -> dict[str, Any]:
    """The contract's object for a file."""
    findings = []
    for finding in found.findings:
        value = to_json(finding)
        findings.append({key: value[key] for key in _CONTRACT})
    return {
        "file": name,
        "verdict": "hold" if found.holds else "forward",
        "language": found.language,
        "checked": found.checked,
        "reason": found.reason,
        "findings": findings,
    }
