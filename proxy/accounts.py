"""The accounts as they are in force: who may log in, over which relay each one's mail goes, who counts as a recruiter.

One value, replaced whole when the configuration changes; a message on its way keeps the one that it began with.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta

from checks.model import Settings
from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.configuration.settings import Config, RecruiterRules
from proxy.errors import CredentialError
from proxy.gate import Rules
from proxy.model import Capabilities
from proxy.recruiters import Recruiters
from proxy.smtp.protocol import DEFAULT_SIZE, Offered
from proxy.smtp.relay import Relay
from proxy.store.control import Control, RecruiterEntry, StageEntry


@dataclass(frozen=True, slots=True)
class Way:
    """One account and how its mail leaves. `login`: the `fingerprint` of its client password, None: not to be had."""

    account: Account
    relay: Relay
    login: bytes | None = field(repr=False, default=None)
    files_sent: bool = False
    """Whether the provider files what it sends in Sent by itself."""

    @property
    def address(self) -> str:
        """The account's address, as the store knows it (normalised)."""
        return normalise(self.account.address)


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everything of the configuration that the way of a message needs."""

    ways: Mapping[str, Way]
    rules: Rules
    settings: Settings
    recruiters: RecruiterRules
    poll: timedelta = timedelta(minutes=5)
    max_age: timedelta = timedelta(hours=24)
    renew_date: bool = True
    notify_by_mail: bool = True
    digest_at: tuple[time, ...] = ()
    keep: timedelta = timedelta(days=90)
    remind: timedelta = timedelta(hours=20)
    draft_thanks: bool = False
    folder: str = ""

    @classmethod
    def of(cls, config: Config, ways: Sequence[Way]) -> Accounts:
        """The accounts of a configuration."""
        return cls(
            ways={way.address: way for way in ways},
            rules=Rules(
                config.hold.mode,
                config.hold.on_error,
                config.history.when_stale,
                config.hold.confirm_by_resending,
            ),
            settings=config.settings(),
            recruiters=config.recruiters,
            poll=config.history.poll,
            max_age=config.history.max_age,
            renew_date=config.hold.renew_date,
            notify_by_mail="mail" in config.digest.notify,
            digest_at=config.digest.at,
            keep=config.store.keep,
            remind=config.thanks.remind,
            draft_thanks=config.thanks.draft,
            folder=config.hold.folder,
        )

    def login(self, username: str, password: str) -> Way | None:
        """The account that these belong to. As long for a wrong name as for a wrong password.

        Raises CredentialError where the account is known and its client password can't be had: nobody's fault.
        """
        way = self.ways.get(normalise(username))
        if way is not None and way.login is None:
            raise CredentialError(
                f"The password that mail programs use for {way.account.address} can't be had now.",
                "Unlock the keyring, or see what `tactful run` says about it.",
            )
        expected = way.login if way is not None else None
        right = hmac.compare_digest(expected or bytes(32), fingerprint(password))
        return way if right and expected is not None else None

    def recruiters_in(self, control: Control) -> Recruiters:
        """Who counts as a recruiter now, with what a store has of them. In the store's thread."""
        return self.recruiters_with(control.recruiters(), control.stages())

    def recruiters_with(self, entries: Sequence[RecruiterEntry], stages: Sequence[StageEntry] = ()) -> Recruiters:
        """Who is a recruiter, with what the command line added and removed, and how far things are with them."""
        return Recruiters(
            self.recruiters,
            added=[each.entry for each in entries if each.added],
            removed=[each.entry for each in entries if not each.added],
            offers=[each.entry for each in stages if each.stage == "offer"],
            hired=[each.entry for each in stages if each.stage == "hired"],
        )

    def offered(self, upstreams: Mapping[str, Capabilities]) -> Offered:
        """What EHLO may offer: what every account's upstream offers, and the smallest of their sizes."""
        known = [upstreams.get(address, Capabilities()) for address in self.ways]
        sizes = [capabilities.size for capabilities in known if capabilities.size is not None]
        return Offered(
            eightbitmime=all(capabilities.offers("8BITMIME") for capabilities in known),
            smtputf8=all(capabilities.offers("SMTPUTF8") for capabilities in known),
            dsn=all(capabilities.offers("DSN") for capabilities in known),
            size=min(sizes, default=DEFAULT_SIZE),
        )


def fingerprint(secret: str) -> bytes:
    """What is kept of a client password while running: enough to compare, in the same time whatever its length."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()
