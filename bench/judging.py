"""How long a judgement takes, and how much memory its worker: `python -m bench.judging`.

Mail made of the corpora's, as a mail program sends it: 2 KB with its headers, and 2,000 octets of new words; then some
input made to be slow, at a tenth and at the whole of its size. Parsing and all checks are timed, by processor time in
this process; memory is that of a worker process that has judged the mail. Nothing is asserted.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from statistics import median, quantiles
from time import process_time

from checks import catalog
from checks.model import Message, Settings
from proxy.jobs import Job, find
from proxy.worker import Worker
from training.corpus import split
from training.readings import long_messages

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
WHOLE = 2048
"""Octets of a message of "2 KB", headers and all."""
TIMES = 200
WARM = 5
WORDS = b"Thank you for Tuesday, and is there any news? "
HEADERS = 450
"""Octets of a mail's headers, about."""
HEAD = b"From: Sam <sam@example.org>\r\nTo: jo@acme.example\r\nContent-Type: text/plain; charset=utf-8\r\n"
SLOW = {
    "words in one line": WORDS * 22_000,
    "lines": (WORDS + b"\r\n") * 21_000,
    "one letter, a paragraph each": b"a\r\n\r\n" * 200_000,
    "one long word": b"a" * 1_000_000,
    "brackets": b"[" * 1_000_000,
    "full stops and marks": b"?!." * 333_000,
    "apostrophes": b"i'm don't " * 100_000,
    "quoted answers": b"".join(b"> " * (n % 200) + b"no\r\n" for n in range(5_000)),
}


def sent(message: Message) -> bytes:
    """As Thunderbird sends it, with the headers that it writes."""
    mail = EmailMessage()
    mail["Message-ID"] = "<6f1c2a34-9f0e-4a6d-8a6e-2f7c9b1d5e80@example.org>"
    mail["Date"] = "Tue, 10 Mar 2026 12:00:00 +0100"
    mail["User-Agent"] = "Mozilla Thunderbird"
    mail["Content-Language"] = "en-GB"
    mail["To"] = f"{message.to[0].name} <{message.to[0].address}>"
    mail["From"] = f"{message.sender.name} <{message.sender.address}>"
    mail["Subject"] = message.subject.replace("\n", " ")
    mail.set_content(message.body, cte="8bit")
    return mail.as_bytes().replace(b"\n", b"\r\n")


def job(content: bytes) -> Job:
    """A message to somebody without a history."""
    return Job(content, ("jo@acme.example",), (), NOW, Settings())


def seconds(jobs: Iterable[Job]) -> list[float]:
    """Of each, one after the other, some at first left out."""
    taken = []
    for each in jobs:
        start = process_time()
        find(each)
        taken.append(process_time() - start)
    return taken[WARM:]


def said(name: str, contents: Sequence[bytes]) -> str:
    """A row of the table."""
    taken = [each * 1000 for each in seconds(map(job, contents))]
    octets = median(map(len, contents))
    return f"| {name} | {len(taken)} | {octets:.0f} | {median(taken):.0f} | {quantiles(taken, n=20)[-1]:.0f} |"


async def memory(contents: Sequence[bytes]) -> tuple[int, int]:
    """KiB of a worker that is loaded, and of one that has judged these, as `ps` tells it."""
    worker = Worker()
    try:
        await worker.judge(job(HEAD + b"\r\n" + WORDS))
        loaded = _resident(worker)
        for content in contents:
            await worker.judge(job(content))
        return loaded, _resident(worker)
    finally:
        await worker.close()


def _resident(worker: Worker) -> int:
    done = subprocess.run(["ps", "-o", "rss=", "-p", str(worker.pid)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def main() -> None:
    catalog.load()
    rows = split("train")
    whole = [sent(message) for message in long_messages(rows, TIMES + WARM, WHOLE - HEADERS)]
    long = [sent(message) for message in long_messages(rows, TIMES + WARM)]
    print("| mail | judged | octets | median ms | 95 % ms |\n| --- | ---: | ---: | ---: | ---: |")
    print(said("2 KB in all", whole))
    print(said("2,000 octets of new words", long))
    print("\n| made to be slow | 0.1 MB, s | 1 MB, s |\n| --- | ---: | ---: |")
    for name, text in SLOW.items():
        tenth, all_ = (HEAD + b"\r\n" + text[: len(text) // part] for part in (10, 1))
        few = [median(seconds([job(content)] * (WARM + 3))) for content in (tenth, all_)]
        print(f"| {name} | {few[0]:.2f} | {few[1]:.2f} |")
    loaded, used = asyncio.run(memory(whole[:TIMES]))
    print(f"\nThe worker: {loaded / 1024:.0f} MiB when loaded, {used / 1024:.0f} MiB after {TIMES} messages.")


if __name__ == "__main__":
    main()
