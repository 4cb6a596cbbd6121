"""What the options of `tactful setup` answer beforehand. Frozen, and without any secret."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """None or empty: not answered. Servers and places are as people type them. `yes`: what was found and the defaults
    are taken, and a configuration that is there is replaced. `login`: whether both servers are tried."""

    address: str | None = None
    username: str | None = None
    smtp: str | None = None
    imap: str | None = None
    mailbox: bool = True
    password: str | None = None
    recruiters: tuple[str, ...] = ()
    yes: bool = False
    login: bool = True
