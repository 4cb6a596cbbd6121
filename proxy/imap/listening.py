"""Answers whose text says when the next word comes, and reports of what did not arrive: of these the beginning is read.

Promises: read only (BODY.PEEK), no more than proxy.answers.LIMIT octets of each, only of what is recent, in the worker;
what can't be read counts as it would without its text.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from proxy import events
from proxy.answers import LIMIT, Answer, Heard
from proxy.errors import WorkerError
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.uids import AnewError, examine
from proxy.store.contacts import Seen

Listen = Callable[[Answer], Awaitable[Heard]]
"""Reads an answer where such things are read: `proxy.worker.Worker.listen`."""

LATELY = timedelta(days=60)
"""Of answers that are older nobody still waits for what they promised."""

BATCH = 50
"""Mails whose beginnings are held at once."""

_BEGINNING = f"BODY.PEEK[]<0.{LIMIT}>"


async def listened(
    connection: Connection,
    folder: str,
    uidvalidity: int,
    seen: Sequence[Seen],
    *,
    listen: Listen | None,
    now: datetime,
) -> list[Seen]:
    """What was seen in a folder, with the days that answers name; what is no contact and names nothing is left out."""
    found = {mail.uid: mail for mail in seen}
    if listen is not None:
        wanted = [mail for mail in seen if _lately(mail, now)]
        for at in range(0, len(wanted), BATCH):
            batch = wanted[at : at + BATCH]
            job = _beginnings(folder, uidvalidity, [mail.uid for mail in batch])
            texts = await connection.run(job, again=True)
            found |= {mail.uid: await _heard(listen, mail, texts[mail.uid]) for mail in batch if mail.uid in texts}
    return [mail for mail in found.values() if _says_something(mail)]


def _lately(mail: Seen, now: datetime) -> bool:
    """Whether its text may still matter."""
    return mail.direction == "in" and mail.when >= now - LATELY


def _beginnings(folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], dict[int, bytes]]:
    """The first octets of messages, by UID; what is gone is missing."""

    def job(client: Client) -> dict[int, bytes]:
        if examine(client, folder)[0] != uidvalidity:  # another job may have opened another folder meanwhile
            raise AnewError
        found = {}
        for uid, answer in client.fetch(uids, [_BEGINNING]).items():
            text = next((value for key, value in answer.items() if key.startswith(b"BODY[]")), None)
            if isinstance(text, bytes):
                found[uid] = text
        return found

    return job


async def _heard(listen: Listen, mail: Seen, content: bytes) -> Seen:
    """The mail with the day that its text names; a report with what came back."""
    try:
        said = await listen(Answer(content, mail.when.date(), mail.sort))
    except WorkerError as error:
        events.judging_failed(error.what)
        return mail
    if mail.sort == "bounce":
        return replace(mail, addresses=said.failed, thread=said.returned)
    return replace(mail, promised=said.promised, words=said.words)


def _says_something(mail: Seen) -> bool:
    """Whether it is worth keeping: a contact, a day of return, a report of whom something did not reach."""
    return not mail.sort or bool(mail.addresses and (mail.promised or mail.sort == "bounce"))
