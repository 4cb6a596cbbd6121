"""Reads the configuration file: where it is, what is in it, and everything that is wrong with it at once."""

from __future__ import annotations

from proxy.account import Account, Mailbox, SecretSource, Security, Server
from proxy.settings import (
    CheckRules,
    Company,
    Config,
    DigestRules,
    FrequencyRules,
    HistoryRules,
    Hold,
    Listen,
    Listener,
    RecruiterRules,
    StoreRules,
    Tls,
)
from proxy.values import Place

__all__ = [
    "Account",
    "CheckRules",
    "Company",
    "Config",
    "DigestRules",
    "FrequencyRules",
    "HistoryRules",
    "Hold",
    "Listen",
    "Listener",
    "Mailbox",
    "Place",
    "RecruiterRules",
    "SecretSource",
    "Security",
    "Server",
    "StoreRules",
    "Tls",
]
