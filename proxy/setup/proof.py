"""Proof that the account works: a real login at both servers, and a look at Sent. Sends nothing, changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from checks.model import Contact, History
from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.imap import folders
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.fetch import heads
from proxy.imap.folders import Folders
from proxy.imap.sightings import FIELDS, sighting
from proxy.mime.headers import values
from proxy.model import Capabilities
from proxy.providers import Providers
from proxy.providers import load as providers
from proxy.setup.outside import Outside
from proxy.smtp.relay import Relay
from proxy.suggestions import Suggestion, suggest

LIMIT = 30.0
"""Seconds for one server."""

NEWEST = 500
"""Mails of Sent that are looked at."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """What a look at the mailbox found. `suggested`: who in Sent looks like a recruiter, the most recent first."""

    folders: Folders
    suggested: tuple[Suggestion, ...]


def sends(account: Account, secret: str, outside: Outside) -> Capabilities:
    """Logs in where mail is handed in. Raises UpstreamError."""
    return asyncio.run(_sends(account, secret, outside))


async def _sends(account: Account, secret: str, outside: Outside) -> Capabilities:
    relay = Relay(
        account.smtp, account.username, lambda: secret, outside.hostname, timeout=LIMIT, context=outside.context
    )
    upstream = await relay.open()
    await upstream.quit()
    return upstream.capabilities


def reads(account: Account, secret: str, outside: Outside) -> Mailbox:
    """Logs in at the mailbox, which must be configured, and looks at Sent. Raises MailboxError."""
    return asyncio.run(_reads(account, secret, outside))


async def _reads(account: Account, secret: str, outside: Outside) -> Mailbox:
    assert account.imap is not None
    mailbox = account.imap
    connection = Connection(mailbox, account.username, lambda: secret, context=outside.context, timeout=LIMIT)
    try:
        found = await connection.run(lambda client: folders.find(client, mailbox), again=True)
        past: list[Contact] = []
        if found.sent is not None:
            past = await connection.run(_look(found.sent, account.own, outside.clock()), again=True)
    finally:
        await connection.close()
    return Mailbox(found, tuple(recruiters_like(past, providers())))


def _look(sent: str, own: frozenset[str], now: datetime) -> Callable[[Client], list[Contact]]:
    def job(client: Client) -> list[Contact]:
        exists = int(client.select_folder(sent, readonly=True)[b"EXISTS"])
        uids = sorted(client.search([f"{max(1, exists - NEWEST + 1)}:*"])) if exists else []
        found = []
        for head in heads(client, uids, FIELDS, flags=False, labels=False) if uids else ():
            seen = sighting(
                values(head.fields), head.uid, head.arrived, sent=True, own=own, is_recruiter=lambda _: False, now=now
            )
            if seen is not None:
                found += [Contact(seen.when, "mail", "out", each, subject=seen.subject) for each in seen.addresses]
        return found

    return job


def recruiters_like(past: list[Contact], known: Providers) -> list[Suggestion]:
    """Who in these contacts looks like a recruiter, the most recent first, without those that count anyway. Pure."""
    by_address: dict[str, list[Contact]] = {}
    for contact in sorted(past, key=lambda each: each.when, reverse=True):
        by_address.setdefault(normalise(contact.address), []).append(contact)
    histories = [History(address, tuple(contacts)) for address, contacts in by_address.items()]
    return suggest(histories, lambda address: known.is_applicant_tracking(address.rpartition("@")[2]))
