"""How fast the mailbox is read the first time, beside a bare `UID FETCH` of the same header fields with imaplib and
with IMAPClient from the same Dovecot, how much memory that takes, and how long a later look takes.

    python -m bench.reading [--messages 30000] [--rounds 3]

A third of the mail is sent, two thirds received; one sender in thirty is a recruiter. Each is measured twice: when the
server was never asked for these fields, as at a first reading, and when it has them all in its cache. Each round runs
all of them, each in a process of its own, whose memory and CPU time it is; all rounds together count.
"""

from __future__ import annotations

import argparse
import asyncio
import imaplib
import multiprocessing
import os
import platform
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import chain
from pathlib import Path
from typing import Any

from imapclient import IMAPClient

from proxy.config import Mailbox
from proxy.configuration.settings import RecruiterRules
from proxy.imap import folders, history
from proxy.imap.connection import Connection
from proxy.imap.sightings import FIELDS
from proxy.recruiters import Recruiters
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from tests.imap.client import HOST
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot, dovecot

imaplib._MAXLINE = 100_000_000  # type: ignore[attr-defined]  # a folder's UIDs come in one line
HEADERS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]"
ME = "sam@example.org"
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
OWN = frozenset({ME})
FOLDERS = ("Sent", "INBOX")
LOOKS = 5


def mailbag(server: Dovecot, user: str, messages: int) -> None:
    """Writes the mail into the user's Maildir."""
    chance = random.Random(7)
    root = server.folder / "mail" / user
    for name in ("", ".Sent"):
        for part in ("cur", "new", "tmp"):
            (root / name / part).mkdir(parents=True, exist_ok=True)
    people = [person(chance, number) for number in range(2000)]
    for number in range(messages):
        sent, other = number % 3 == 0, chance.choice(people)
        when = NOW - timedelta(minutes=10 * (messages - number))
        path = root / (".Sent" if sent else "") / "cur" / f"{int(when.timestamp())}.M{number}P1.bench:2,S"
        path.write_bytes(letter(chance, number, other, when, sent=sent))
        os.utime(path, (when.timestamp(), when.timestamp()))
    if os.geteuid() == 0:
        for path in chain([root], root.rglob("*")):  # not all at once: memory is measured
            shutil.chown(path, "nobody")


def person(chance: random.Random, number: int) -> str:
    first, last = chance.choice("Ada Bo Cleo Dan Eve Finn".split()), chance.choice("Ames Bell Cole Dale Eads".split())
    domain = "acme.example" if number % 30 == 0 else f"company{number % 700}.example"
    return (
        f'"{last}, {first}" <{first.lower()}.{number}@{domain}>'
        if number % 4
        else f"{first} {last} <p{number}@{domain}>"
    )


def letter(chance: random.Random, number: int, other: str, when: datetime, *, sent: bool) -> bytes:
    """Headers of the size and kind that mail of our day has, and a short text."""
    mine = "Sam Lee <sam@example.org>"
    hop = f"by mx{number % 9}.example.org (Postfix) with ESMTPS id {chance.randbytes(8).hex()}\r\n\t"
    date = format_datetime(when)
    fields = [
        f"Return-Path: <bounce-{number}@company.example>",
        f"Received: from a.example (a.example [192.0.2.7])\r\n\t{hop}for <sam@example.org>; {date}",
        f"Received: from b.example (b.example [192.0.2.8])\r\n\t{hop}; {date}",
        "DKIM-Signature: v=1; a=rsa-sha256; d=company.example; s=k1;\r\n\tb=" + chance.randbytes(120).hex(),
        f"Date: {date}",
        f"From: {mine if sent else other}",
        f"To: {other if sent else mine}",
        f"Subject: {'Re: ' if number % 2 else ''}Application for the position no. {number}"
        + (" =?utf-8?q?gr=C3=BC=C3=9Fe?=" if number % 5 == 0 else ""),
        f"Message-ID: <{number}.{chance.randbytes(6).hex()}@company.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/alternative; boundary="b"',
    ]
    if number % 2:
        fields.append(f"In-Reply-To: <{number - 1}.parent@company.example>")
        fields.append("References: " + "\r\n ".join(f"<{number - n}.parent@company.example>" for n in range(1, 5)))
    if number % 3 == 1:
        fields.append("Precedence: bulk\r\nList-Id: News <news.company.example>")
    return ("\r\n".join(fields) + "\r\n\r\n--b\r\n\r\nHello,\r\n\r\nthis is the text.\r\n--b--\r\n").encode()


@dataclass(frozen=True)
class Result:
    """Of one reading: seconds by the clock and of CPU, MiB that the process took at most; `looks`: seconds."""

    messages: int
    seconds: float
    cpu: float
    memory: float
    contacts: int = 0
    looks: tuple[float, ...] = ()


def bare(port: int, user: str, place: Path) -> Result:
    """imaplib: the same fields in chunks of the same size, all thrown away unread."""
    client = imaplib.IMAP4(HOST, port)
    client.login(user, PASSWORD)
    start, spent, messages = time.perf_counter(), time.process_time(), 0
    for folder in FOLDERS:
        client.select(folder, readonly=True)
        uids = client.uid("SEARCH", "ALL")[1][0].split()
        for at in range(0, len(uids), history.CHUNK):
            chunk = uids[at : at + history.CHUNK]
            client.uid("FETCH", f"{chunk[0].decode()}:{chunk[-1].decode()}", f"(UID INTERNALDATE {HEADERS})")
            messages += len(chunk)
    took, spent = time.perf_counter() - start, time.process_time() - spent
    client.logout()
    return Result(messages, took, spent, memory())


def imapclient(port: int, user: str, place: Path) -> Result:
    """IMAPClient: the same, as it gives it."""
    client = IMAPClient(HOST, port, ssl=False)
    client.login(user, PASSWORD)
    start, spent, messages = time.perf_counter(), time.process_time(), 0
    for folder in FOLDERS:
        client.select_folder(folder, readonly=True)
        uids = client.search()
        for at in range(0, len(uids), history.CHUNK):
            chunk = uids[at : at + history.CHUNK]
            messages += len(client.fetch(chunk, ["INTERNALDATE", HEADERS]))
    took, spent = time.perf_counter() - start, time.process_time() - spent
    client.logout()
    return Result(messages, took, spent, memory())


def ours(port: int, user: str, place: Path) -> Result:
    """The first reading into a new store, and later looks at nothing new."""
    return asyncio.run(_ours(port, user, place))


async def _ours(port: int, user: str, place: Path) -> Result:
    store = Store.open(f"sqlite:///{place}")
    thread = StoreThread(store)
    mailbox = Mailbox(host=HOST, port=port, security="none")
    connection = Connection(mailbox, user, lambda: PASSWORD)
    recruiters = Recruiters(RecruiterRules.model_validate({"domains": ["acme.example"]}))
    where = await connection.run(lambda client: folders.find(client, mailbox), again=True)
    more: dict[str, Any] = {
        "is_recruiter": recruiters.covers,
        "own": OWN,
        "now": NOW,
        "executor": thread.executor,
    }
    start, spent = time.perf_counter(), time.process_time()
    summary = await history.read(connection, ME, where, store.sightings, **more)
    took, spent = time.perf_counter() - start, time.process_time() - spent
    looks = []
    for _ in range(LOOKS):
        start = time.perf_counter()
        await history.look(connection, ME, where, store.sightings, **more)
        looks.append(time.perf_counter() - start)
    await connection.close()
    thread.close()
    return Result(summary.messages, took, spent, memory(), summary.contacts, tuple(looks))


def memory() -> float:
    """The most that this process ever took, in MiB. Linux gives a child what its parent took, but in `VmHWM`."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def alone(measure: Callable[[int, str, Path], Result], server: Dovecot, user: str, *, cold: bool = False) -> Result:
    """Measured in a new process; `cold`: by a server that was never asked."""
    if cold:
        for path in (server.folder / "mail" / user).rglob("dovecot*"):
            if path.is_file():
                path.unlink()
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool,
    ):
        return pool.submit(measure, server.port, user, Path(folder) / "store.db").result()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    found: dict[tuple[bool, str], list[Result]] = {}
    with dovecot() as server:
        user = server.user()
        mailbag(server, user, arguments.messages)
        alone(bare, server, user)  # the files come into the machine's memory
        for _ in range(arguments.rounds):
            for cold in (True, False):
                for measure in MEASURES:
                    result = alone(measure, server, user, cold=cold)
                    assert result.messages == arguments.messages
                    found.setdefault((cold, measure.__name__), []).append(result)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    print(f"{arguments.messages:,} messages, {found[True, 'ours'][0].contacts:,} contacts found")
    for (cold, name), results in found.items():
        rate = _rate(results, lambda each: each.seconds)
        cpu = _rate(results, lambda each: each.cpu)
        of_bare = rate / _rate(found[cold, "bare"], lambda each: each.seconds)
        print(
            f"{'never asked' if cold else 'cached':12} {name:11} {rate:8,.0f} messages a second, "
            f"{of_bare:4.2f} of bare, {cpu:8,.0f} a second of CPU, {max(each.memory for each in results):.0f} MiB"
        )
    looks = [look for results in found.values() for each in results for look in each.looks]
    print(f"later looks: {', '.join(f'{look * 1000:.0f}' for look in looks)} ms")
    return 0


def _rate(results: Sequence[Result], seconds: Callable[[Result], float]) -> float:
    return sum(each.messages for each in results) / sum(map(seconds, results))


MEASURES = (bare, imapclient, ours)

if __name__ == "__main__":
    sys.exit(main())
