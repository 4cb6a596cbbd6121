"""What setup and doctor ask of the world beyond the configuration: given to them by row 6, so that tests bring their
own."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from proxy.configuration.account import Mailbox, Server
from proxy.configuration.settings import Config


@dataclass(frozen=True, slots=True)
class Service:
    """One SRV record (RFC 2782). `host` without a final dot, "" where it says that there is no such service."""

    host: str
    port: int
    priority: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Outside:
    """The world.

    `hostname`: what EHLO says. `services`: the SRV records of a name, none where there are none or nobody answers.
    `exchangers`: the hosts of a domain's MX records, the first to be tried first. `fetch`: what lies at an https URL,
    None where that can't be had. `answers`: whether a server is there, speaks its protocol and proves its name.
    `offline`: why these hosts can't be reached from here at all, "" where they can. `is_running`: whether somebody runs
    with this configuration's store. `desktop`: why notices can't be shown, "" where they can. `context`: other
    certificates than the system's.
    """

    hostname: str
    clock: Callable[[], datetime]
    services: Callable[[str], Sequence[Service]]
    exchangers: Callable[[str], Sequence[str]]
    fetch: Callable[[str], bytes | None]
    answers: Callable[[Server | Mailbox], bool]
    offline: Callable[[Sequence[str]], str]
    is_running: Callable[[Config], bool]
    desktop: Callable[[], Awaitable[str]]
    context: ssl.SSLContext | None = None
