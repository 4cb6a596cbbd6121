"""How fast the mailbox is read the first time, beside a bare `UID FETCH` of the same header fields with imaplib from
the same Dovecot, how much memory that takes, and how long a later look takes.

    python -m bench.reading [--messages 30000] [--rounds 3]

A third of the mail is sent, two thirds received; one sender in thirty is a recruiter. Each round runs both: the first
reading, and the bare one again and again until it has taken as long, so that both meet the same machine, whatever else
it does meanwhile. All rounds together count. The server's caches are warm. CPU time is this process's alone.
"""

from __future__ import annotations

import argparse
import asyncio
import imaplib
import os
import platform
import random
import resource
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import chain
from pathlib import Path
from typing import Any

from proxy.config import Mailbox
from proxy.configuration.settings import RecruiterRules
from proxy.imap import folders, history
from proxy.imap.connection import Connection
from proxy.imap.sightings import FIELDS
from proxy.recruiters import Recruiters
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from tests.imap.client import HOST
from tests.servers.dovecot import PASSWORD, Dovecot, dovecot

imaplib._MAXLINE = 100_000_000  # type: ignore[attr-defined]  # a folder's UIDs come in one line
HEADERS = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]"
ME = "sam@example.org"
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
OWN = frozenset({ME})


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


def bare(server: Dovecot, user: str) -> tuple[int, float, float]:
    """What imaplib takes for the same fields, in chunks of the same size, all thrown away."""
    client = imaplib.IMAP4(HOST, server.port)
    client.login(user, PASSWORD)
    start, spent, messages = time.perf_counter(), time.process_time(), 0
    for folder in ("Sent", "INBOX"):
        client.select(folder, readonly=True)
        uids = client.uid("SEARCH", "ALL")[1][0].split()
        for at in range(0, len(uids), history.CHUNK):
            chunk = uids[at : at + history.CHUNK]
            client.uid("FETCH", f"{chunk[0].decode()}:{chunk[-1].decode()}", f"(UID INTERNALDATE {HEADERS})")
            messages += len(chunk)
    took, spent = time.perf_counter() - start, time.process_time() - spent
    client.logout()
    return messages, took, spent


async def ours(server: Dovecot, user: str, place: Path) -> tuple[history.Summary, float, float, float]:
    """The first reading into a new store: seconds, and of CPU; and a later look at nothing new: seconds."""
    store = Store.open(f"sqlite:///{place}")
    thread = StoreThread(store)
    mailbox = Mailbox(host=HOST, port=server.port, security="none")
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
    summary = await history.read(connection, ME, where, store.contacts, **more)
    took, spent = time.perf_counter() - start, time.process_time() - spent
    start = time.perf_counter()
    await history.look(connection, ME, where, store.contacts, **more)
    look = time.perf_counter() - start
    await connection.close()
    thread.close()
    return summary, took, spent, look


def memory() -> float:
    """The most that this process ever took, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with dovecot() as server, tempfile.TemporaryDirectory() as folder:
        user = server.user()
        mailbag(server, user, arguments.messages)
        bare(server, user)  # the server reads its mail and fills its caches
        before, most = memory(), []
        theirs, mine, looks = [], [], []
        for number in range(arguments.rounds):
            summary, *times, look = asyncio.run(ours(server, user, Path(folder) / f"{number}.db"))
            mine.append(times)
            looks.append(look)
            most.append(memory())
            took = 0.0
            while took < mine[-1][0]:
                messages, *times = bare(server, user)
                assert summary.messages == messages == arguments.messages
                theirs.append(times)
                took += times[0]
    rows = [
        [arguments.messages * len(times) / sum(each) for each in zip(*times, strict=True)] for times in (theirs, mine)
    ]
    ratio = [of_ours / of_theirs for of_theirs, of_ours in zip(*rows, strict=True)]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    print(
        f"{messages:,} messages, {summary.contacts:,} contacts found; read {len(mine)} times, bare {len(theirs)} times"
    )
    print(f"bare UID FETCH: {rows[0][0]:,.0f} messages a second, {rows[0][1]:,.0f} a second of CPU")
    print(f"first reading:  {rows[1][0]:,.0f} messages a second, {rows[1][1]:,.0f} a second of CPU")
    print(f"of the bare one: {ratio[0]:.2f}, by CPU {ratio[1]:.2f}")
    print(f"later look: {', '.join(f'{look * 1000:.0f}' for look in looks)} ms")
    print(f"memory: {before:.0f} MiB before, {', '.join(f'{each:.0f}' for each in most)} after each round")
    return 0


if __name__ == "__main__":
    sys.exit(main())
