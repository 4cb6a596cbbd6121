"""How fast the page answers with much in the store: `python -m bench.page [--messages 10000] [--rounds 40]`.

A store is filled with held messages (two findings each, a body of a few lines, 500 recruiters), half of them waiting.
A client in a process of its own asks for each address, one request after the other over one connection, as a browser
does. Printed: the least, the median and the 95th percentile of what it waited, and the processor's time that one
answer took, which says more where other programs are busy.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import http.client
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import insert, select

from proxy.store import schema
from tests.proxy.house import NOW
from tests.web.rig import SLIP, THANKS, Rig, mail, rig

PATHS = {
    "/": "what waits (50 of 5,000)",
    "/?page=50": "what waits, the 51st page",
    "/before?words=role+7": "what happened before: two words",
    "/before?recruiter=jo7&state=released": "... a recruiter and a state",
    "/before?page=150": "... all, the 151st page",
    "/recruiters": "recruiters",
    "/message/ID": "one message",
}


def fill(page: Rig, count: int) -> str:
    """Keeps one message and copies it, in one transaction: nobody waits for 10,000 disks. The ID of the first."""
    store = page.house.store
    first = page.house.keep(mail(), subject="The role", findings=(SLIP, THANKS))
    with store.database.write() as connection:
        row = dict(connection.execute(select(schema.held)).mappings().one())
        copies, recipients, contents = [], [], []
        for number in range(count):
            id_ = base64.b32encode((number << 2).to_bytes(5, "big")).decode().lower()
            state = "held" if number % 2 else "released"
            when = NOW - timedelta(minutes=count - number)
            copies.append(row | {"id": id_, "state": state, "subject": f"The role {number}", "received": when})
            recipients.append({"held": id_, "address": f"jo{number % 500}@acme.example"})
            contents.append({"held": id_, "position": 0, "octets": mail(Subject=f"The role {number}")})
        for table, rows in ((schema.held, copies), (schema.held_recipient, recipients), (schema.content, contents)):
            connection.execute(insert(table), rows)
    return first


def ask(port: int, cookie: str, path: str, rounds: int) -> list[float]:
    """What a client waits for each answer, in milliseconds."""
    connection, times = http.client.HTTPConnection("127.0.0.1", port, timeout=60), []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - started) * 1000)
        assert answer.status == 200, path
    return times[1:]  # the first one connects


async def asked(port: int, cookie: str, path: str, rounds: int) -> list[float]:
    """`ask`, in a process of its own."""
    code = f"import json; from bench.page import ask; print(json.dumps(ask({port}, {cookie!r}, {path!r}, {rounds})))"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    times: list[float] = json.loads(said)
    return times


def figures(times: Sequence[float], each: float) -> str:
    """A line of the table."""
    waited = f"fastest {min(times):6.1f}, median {median(times):6.1f}, 95 % {quantiles(times, n=20)[-1]:6.1f} ms"
    return f"{waited}, processor {each:6.1f} ms"


async def measure(count: int, rounds: int) -> None:
    """Fills, asks, prints."""
    with tempfile.TemporaryDirectory() as folder:
        async with rig(Path(folder)) as page:
            started = time.monotonic()
            last = fill(page, count)
            print(f"{count} messages kept in {time.monotonic() - started:.0f} s")
            browser = await page.browser()
            cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
            for path, name in PATHS.items():
                worked = time.process_time()
                times = await asked(page.port, cookie, path.replace("ID", last), rounds)
                print(f"{name:36} {figures(times, (time.process_time() - worked) * 1000 / (rounds + 1))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40)
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.messages, arguments.rounds))


if __name__ == "__main__":
    main()
