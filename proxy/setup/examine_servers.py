"""doctor's checks of the provider's servers: reached, proved, logged in, and what they offer. Nothing is sent, and no
message is opened."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from proxy.certificate import end_of_certificate
from proxy.configuration.account import Account, Mailbox
from proxy.digest.words import moment
from proxy.errors import CredentialError, MailboxError, MailboxLoginError, TactfulError, UpstreamError
from proxy.imap import folders
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.model import Capabilities
from proxy.providers import load as providers
from proxy.setup.doctor import Examination, Result, Results
from proxy.setup.patient import Patient
from proxy.setup.servers import shown
from proxy.smtp.relay import Relay

LIMIT = 30.0
"""Seconds for one server, apart from a password that somebody may have to unlock."""

SKEW = timedelta(minutes=5)
"""Mail that came so much later than now: this computer's clock is slow."""

SOON = timedelta(days=7)
"""A certificate that ends within this should have been renewed by now."""

REFUSED = frozenset({534, 535})
"""Replies to a login that speak of the password (RFC 4954, section 6)."""


def examinations(patient: Patient) -> list[Examination]:
    """The network first, then each account's two servers."""
    found = [Examination("network", lambda: _network(patient))]
    for account in patient.config.accounts:
        found.append(Examination("upstream", lambda each=account: _upstream(patient, each), LIMIT + 65.0))  # type: ignore[misc]
        if account.imap is not None:
            found.append(Examination("mailbox", lambda each=account: _mailbox(patient, each), LIMIT + 65.0))  # type: ignore[misc]
    return found


async def _network(patient: Patient) -> Results:
    if not patient.hosts:
        return []
    why = await patient.offline()
    if not why:
        return [Result("network", "ok", "This computer is online.")]
    message = f"This computer is offline: {why}. Your mail program keeps what it can't send."
    return [
        Result("network", "look", message, "Go online, then run `tactful doctor` again: the rest holds all the same.")
    ]


def _untried(check: str, what: str) -> Results:
    return [Result(check, "look", f"{what} was not tried: this computer is offline.")]


async def _upstream(patient: Patient, account: Account) -> Results:
    if not account.smtp.loopback and await patient.offline():
        return _untried("upstream", account.smtp.host)
    try:
        secret = await patient.secret(account)
    except CredentialError:
        return [_without_password("upstream", account.smtp.host)]
    outside = patient.outside
    relay = Relay(
        account.smtp, account.username, lambda: secret, outside.hostname, timeout=LIMIT, context=outside.context
    )
    try:
        upstream = await relay.open()
    except UpstreamError as error:
        return [Result("upstream", "wrong", error.what, _remedy(error, account, refused=error.code in REFUSED))]
    offered, ends = upstream.capabilities, upstream.certificate_ends
    await upstream.quit()
    found = [
        Result("upstream", "ok", f"{shown(account.smtp)}: it takes the login of {account.address}. {_offered(offered)}")
    ]
    return found + _certificate("upstream", account.smtp.host, ends, patient.now)


def _offered(offered: Capabilities) -> str:
    names = [name for name in ("8BITMIME", "SMTPUTF8", "DSN") if offered.offers(name)]
    size = (
        f"It takes mail of up to {offered.size / 1e6:,.0f} MB"
        if offered.size
        else "It names no limit for a mail's size"
    )
    return f"{size}, and offers {', '.join(names)}." if names else f"{size}."


def _certificate(check: str, host: str, ends: datetime | None, now: datetime) -> list[Result]:
    if ends is None or ends - now > SOON:
        return []
    message = f"The certificate of {host} ends {moment(ends, None)}; after that nothing is sent to it or read from it."
    advice = "Your provider renews it. If the server is your own, do that; and check this computer's date."
    return [Result(check, "look", message, advice)]


def _without_password(check: str, host: str) -> Result:
    return Result(
        check, "look", f"{host} was not tried: its password can't be read.", "See what is said of the password."
    )


def _remedy(error: TactfulError, account: Account, *, refused: bool) -> str:
    """The error's own, and where the login was refused, what the provider wants."""
    provider = providers().of_host(account.smtp.host)
    if not refused or provider is None or not provider.help:
        return error.remedy
    return f"{error.remedy} {provider.name}: {provider.help}"


# The mailbox


@dataclass(frozen=True, slots=True)
class _Seen:
    """`newest`: when the newest mail of INBOX came, by the server's clock."""

    folders: Folders
    idle: bool
    ends: datetime | None
    newest: datetime | None


async def _mailbox(patient: Patient, account: Account) -> Results:
    assert account.imap is not None
    mailbox = account.imap
    if not mailbox.loopback and await patient.offline():
        return _untried("mailbox", mailbox.host)
    try:
        secret = await patient.secret(account)
    except CredentialError:
        return [_without_password("mailbox", mailbox.host)]
    connection = Connection(mailbox, account.username, lambda: secret, context=patient.outside.context, timeout=LIMIT)
    try:
        seen = await connection.run(_look(mailbox), again=True)
    except MailboxError as error:
        refused = isinstance(error, MailboxLoginError)
        return [Result("mailbox", "wrong", error.what, _remedy(error, account, refused=refused))]
    finally:
        await connection.close()
    found = [Result("mailbox", "ok", f"{shown(mailbox)}: it takes the login of {account.address}.")]
    found += _certificate("mailbox", mailbox.host, seen.ends, patient.now)
    return [*found, *_folders(seen.folders), _idle(seen.idle, mailbox), *_clock(seen.newest, patient.now)]


def _look(mailbox: Mailbox) -> Callable[[Client], _Seen]:
    def job(client: Client) -> _Seen:
        found = folders.find(client, mailbox)
        sock = client.socket()
        ends = end_of_certificate(sock) if isinstance(sock, ssl.SSLSocket) else None
        client.select_folder(found.inbox, readonly=True)
        newest = max(client.search("ALL"), default=None)
        arrived = client.fetch([newest], ["INTERNALDATE"]).get(newest, {}) if newest is not None else {}
        when = arrived.get(b"INTERNALDATE")
        aware = when if isinstance(when, datetime) and when.tzinfo is not None else None
        return _Seen(found, client.has_capability("IDLE"), ends, aware)

    return job


def _folders(found: Folders) -> list[Result]:
    results = []
    if found.sent is not None and found.drafts is not None:
        results.append(Result("folders", "ok", f'Sent is "{found.sent}", Drafts is "{found.drafts}".'))
    for name, folder, lost in (
        ("sent", found.sent, "what you sent before is not known to tactful"),
        ("drafts", found.drafts, "what you take back can't be put there"),
    ):
        if folder is None:
            advice = f'Write its name into the configuration: {name} = "..." under imap.'
            results.append(Result("folders", "look", f"No folder of {name} mail was found, so {lost}.", advice))
    return results


def _idle(offered: bool, mailbox: Mailbox) -> Result:
    if offered:
        return Result("idle", "ok", "News of the mailbox is told at once (IDLE).")
    return Result("idle", "ok", f"{mailbox.host} doesn't tell of news (IDLE), so tactful looks now and then.")


def _clock(newest: datetime | None, now: datetime) -> list[Result]:
    if newest is None:
        return []
    if newest - now <= SKEW:
        return [Result("clock", "ok", "This computer's clock is not behind the mail server's.")]
    message = f"By this computer's clock your newest mail comes from the future ({moment(newest, None)}): it is slow."
    return [Result("clock", "wrong", message, "Set the date and time (automatically, in the system's settings).")]
