"""doctor's checks of what is on this machine: configuration, store, secrets, what was read, the worker, notices."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from checks.model import Settings
from proxy import config as configuration
from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.configuration.settings import Config
from proxy.digest.words import moment
from proxy.errors import ConfigError, CredentialError
from proxy.jobs import Job
from proxy.setup.doctor import Examination, Result, Results
from proxy.setup.patient import Patient
from proxy.store.engine import sqlite_path
from proxy.worker import Worker

LITTLE, TOO_LITTLE = 1_000_000_000, 100_000_000
"""Octets of free disk: worth a look; a fault."""

SAMPLE = (
    b"From: Sam Lee <sam@mail.example>\r\nTo: Jo Park <jo@acme.example>\r\nSubject: Your letter\r\n"
    b"Date: Mon, 02 Mar 2026 10:00:00 +0000\r\nMessage-ID: <sample@doctor.example>\r\n\r\n"
    b"Dear [Name],\r\n\r\nThank you for your time on Tuesday.\r\n\r\nKind regards,\r\nSam\r\n"
)
"""A message with a mistake that is plain in any language."""
FOUND_IN_IT = "sloppiness.placeholder"


def of_configuration(path: Path, read: Config | ConfigError) -> Results:
    """All that is wrong with it, or that only looks wrong."""
    if isinstance(read, Config):
        fine = Result("configuration", "ok", f"{path} can be used.")
        return [fine, *(Result("configuration", "look", warning) for warning in read.warnings)]
    if not os.path.lexists(path):
        return [Result("configuration", "wrong", read.what, "Run `tactful setup`: it asks a few questions.")]
    if not read.faults:
        return [Result("configuration", "wrong", read.what, read.remedy)]
    return [
        Result("configuration", "wrong", f"In {path}: {fault.key} = {fault.value}", fault.remedy)
        for fault in read.faults
    ]


def examinations(patient: Patient) -> list[Examination]:
    """Those that need a configuration."""
    accounts = patient.config.accounts
    return [
        Examination("store", lambda: _store(patient)),
        Examination("disk", lambda: _disk(patient)),
        # A password manager may ask for a passphrase.
        *(Examination("password", lambda each=each: _password(patient, each), 65.0) for each in accounts),  # type: ignore[misc]
    ]


def later(patient: Patient) -> list[Examination]:
    """Those that stand behind the servers'."""
    return [
        Examination("recruiters", lambda: _recruiters(patient)),
        Examination("history", lambda: _history(patient)),
        worker(patient.now),
        Examination("digest", lambda: _digest(patient)),
        Examination("notices", lambda: _notices(patient)),
    ]


def worker(now: datetime) -> Examination:
    """Needs no configuration."""
    return Examination("worker", lambda: _worker(now), 60.0)


# Store and disk


async def _store(patient: Patient) -> Results:
    known = await patient.known()
    if known is not None:
        return [Result("store", "ok", f"The store {known.name} opens, and has this version's tables.")]
    path = sqlite_path(configuration.store_url(patient.config))
    assert path is not None  # any other database is there, or an error
    folder = _there(path.parent)
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return [Result("store", "ok", f"There is no store yet; `tactful run` makes it at {path}.")]
    return [
        Result(
            "store",
            "wrong",
            f"The store can't be made: you may not write into {folder}.",
            "Make the folder yours, or name another file in [store] url.",
        )
    ]


async def _disk(patient: Patient) -> Results:
    path = sqlite_path(configuration.store_url(patient.config)) or configuration.state_folder()
    folder = _there(path.parent)
    free = shutil.disk_usage(folder).free
    said = f"{free / 1e9:,.1f} GB are free where tactful keeps things ({folder})."
    if free >= LITTLE:
        return [Result("disk", "ok", said)]
    advice = "Make room: without it tactful takes no mail, and your mail program keeps it."
    return [Result("disk", "look" if free >= TOO_LITTLE else "wrong", said, advice)]


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)


# Secrets


async def _password(patient: Patient, account: Account) -> Results:
    found = []
    try:
        await patient.secret(account)
        found.append(Result("password", "ok", f"The password of {account.address} can be read."))
    except CredentialError as error:
        found.append(Result("password", "wrong", error.what, error.remedy))
    if account.client_password is None:
        message = f"Your mail program logs in as {account.address} with that same password."
        return [*found, Result("client-password", "ok", message)] if found[0].state == "ok" else found
    try:
        await patient.secret(account, "client-password")
        message = f"Your mail program logs in as {account.address} with a password of its own, which can be read."
        return [*found, Result("client-password", "ok", message)]
    except CredentialError as error:
        remedy = error.remedy.replace("`tactful password`", "`tactful password --client`")
        return [*found, Result("client-password", "wrong", error.what, remedy)]


# Recruiters and history


async def _recruiters(patient: Patient) -> Results:
    rules = patient.config.recruiters
    known = await _known_or_nothing(patient)
    several = sum(len(each.addresses) for each in rules.people)
    listed = len(rules.domains) + len(rules.addresses) + len(rules.agencies) + several + known
    if listed:
        systems = " and the applicant-tracking systems" if rules.applicant_tracking else ""
        return [Result("recruiters", "ok", f"{listed} {'entries' if listed > 1 else 'entry'}{systems} count.")]
    advice = "Add them: `tactful recruiters add DOMAIN`; `tactful recruiters suggest` looks through your mail."
    if rules.applicant_tracking:
        message = "Nobody counts as a recruiter but applicant-tracking systems, so hardly any mail is read."
        return [Result("recruiters", "look", message, advice)]
    return [Result("recruiters", "wrong", "Nobody counts as a recruiter, so no mail is read.", advice)]


async def _known_or_nothing(patient: Patient) -> int:
    with suppress(Exception):  # the store's own check tells of it
        known = await patient.known()
        return known.recruiters if known is not None else 0
    return 0


async def _history(patient: Patient) -> Results:
    known = await patient.known()
    found = []
    for account in patient.config.accounts:
        own = normalise(account.address)
        if account.imap is None:
            message = f"{account.address} has no mailbox: of the past only what went through tactful is known."
            found.append(Result("history", "look", message))
        elif known is None:
            found.append(_one_history(patient, account, None, ""))
        else:
            found.append(_one_history(patient, account, known.synced[own], known.faults[own]))
    if known is not None and known.paused_until is not None:
        message = f"Paused until {moment(known.paused_until, None)}: all mail is forwarded unread."
        found.append(Result("history", "look", message, "`tactful resume` ends that."))
    return found


def _one_history(patient: Patient, account: Account, synced: datetime | None, fault: str) -> Result:
    rules = patient.config.history
    if synced is None:
        advice = "`tactful run` reads it when it starts; `tactful sync` reads it now."
        return Result("history", "look", f"The mailbox of {account.address} was not read yet.", advice)
    said = f"The mailbox of {account.address} was last read {moment(synced, None)}."
    if fault:
        return Result("history", "wrong", f"{said} The last reading failed: {fault}", "`tactful sync` tries again now.")
    if patient.now - synced > rules.max_age:
        does = "is held" if rules.when_stale == "hold" else "goes unchecked by frequency"
        return Result("history", "look", f"{said} Until it is read again, mail to recruiters {does}.", "`tactful sync`")
    return Result("history", "ok", said)


# The worker


async def _worker(now: datetime) -> Results:
    job = Job(SAMPLE, (), (), now, Settings())
    judge = Worker(limit=40.0)
    began = time.monotonic()
    try:
        found = await judge.judge(job)
        took = time.monotonic() - began
        again = time.monotonic()
        await judge.judge(job)
        second = time.monotonic() - again
    finally:
        await judge.close()
    if any(each.rule == FOUND_IN_IT for each in found.findings):
        return [
            Result(
                "worker", "ok", f"The checks start in {took:.1f} seconds, and read a sample message in {second:.2f}."
            )
        ]
    return [
        Result(
            "worker",
            "wrong",
            "The checks run, but did not see what is wrong with a sample message.",
            "Install tactful again: a part of it seems to be missing.",
        )
    ]


# Digest and notices


async def _digest(patient: Patient) -> Results:
    rules = patient.config.digest
    if rules.at:
        times = " and ".join(each.strftime("%H:%M") for each in rules.at)
        zone = patient.now.astimezone().tzname() or "local time"
        return [Result("digest", "ok", f"What waits is told at {times} ({zone}).")]
    if rules.notify:
        return [Result("digest", "ok", "There is no digest; each hold is told at once.")]
    return [
        Result(
            "digest",
            "look",
            "You are told of nothing that is held: there is no digest, and no notice.",
            'Set at = ["08:00"] or notify = ["mail"] in [digest]; or look at `tactful held` yourself.',
        )
    ]


async def _notices(patient: Patient) -> Results:
    notify = patient.config.digest.notify
    found = []
    if "mail" in notify:
        without = [account.address for account in patient.config.accounts if account.imap is None]
        if without:
            message = f"No notice can be put into the mailbox of {', '.join(without)}: none is configured."
            found.append(Result("notices", "look", message, "Set imap in the configuration, or look at the page."))
        else:
            found.append(Result("notices", "ok", "Each hold is told by a mail in your inbox."))
    if "desktop" in notify:
        known = await patient.known() if await patient.is_running() else None
        fault = known.desktop_fault if known is not None else None
        if fault is None:
            fault = await patient.outside.desktop()
        if fault:
            also = "The mail tells you all the same." if "mail" in notify else 'Add "mail" to notify in [digest].'
            found.append(Result("notices", "look", f"No notices on the desktop: {fault}.", also))
        else:
            found.append(Result("notices", "ok", "Notices can be shown on the desktop."))
    if not notify:
        found.append(Result("notices", "ok", "Notices are turned off."))
    return found
