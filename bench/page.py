"""How fast the page answers with much in the store: `python bench/page.py [--messages 10000] [--rounds 20]`.

A store is filled with held messages (two findings each, a body of a few lines, 500 recruiters), half of them waiting;
each address is then asked over HTTP, one request after the other. Printed: the median and the slowest, and the
processor's time for one (page and client together), which says more where other programs are busy.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import insert, select

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from proxy.store import schema
from tests.proxy.house import NOW
from tests.web.rig import SLIP, THANKS, Rig, mail, rig

PATHS = ("/", "/?page=50", "/before?words=role+7", "/before?recruiter=jo7&state=released", "/before?page=150")


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


async def measure(count: int, rounds: int) -> None:
    """Fills, asks, prints."""
    with tempfile.TemporaryDirectory() as folder:
        async with rig(Path(folder)) as page:
            started = time.monotonic()
            last = fill(page, count)
            print(f"{count} messages kept in {time.monotonic() - started:.0f} s")
            browser = await page.browser()
            for path in (*PATHS, f"/message/{last}"):
                times, worked = [], time.process_time()
                for _ in range(rounds):
                    started = time.perf_counter()
                    answer = await browser.get(path)
                    times.append((time.perf_counter() - started) * 1000)
                    assert answer.status_code == 200, path
                each = (time.process_time() - worked) * 1000 / rounds
                figures = f"median {median(times):6.1f} ms, slowest {max(times):6.1f} ms, processor {each:6.1f} ms"
                print(f"{path.replace(last, 'ID'):40} {figures}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    asyncio.run(measure(asked.messages, asked.rounds))


if __name__ == "__main__":
    main()
