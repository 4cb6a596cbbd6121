"""Mail of recruiters, mail to them, and reports of what did not arrive: of these the beginning is read.

Promises: read only (BODY.PEEK), no more than proxy.answers.LIMIT octets of each, only of what is recent, in the worker;
what can't be read counts as it would without its text.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from checks.model import Person
from proxy import events
from proxy.answers import LIMIT, Answer, Heard
from proxy.errors import WorkerError
from proxy.imap import calendars
from proxy.imap.client import Client
from proxy.imap.connection import Connection
from proxy.imap.uids import opened
from proxy.meetings import appointments
from proxy.store.contacts import Seen

Listen = Callable[[Answer], Awaitable[Heard]]
"""Reads an answer where such things are read: `proxy.worker.Worker.listen`."""

LATELY = timedelta(days=60)
"""Of answers that are older nobody still waits for what they promised, and who was met then was thanked or wasn't."""

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
    is_recruiter: Callable[[str], bool],
    own: frozenset[str],
) -> list[Seen]:
    """What was seen in a folder, with what its text says; what is no contact and says nothing is left out.

    `is_recruiter`, `own`: as in `history.read`.
    """
    found = {mail.uid: mail for mail in seen}
    if listen is not None:
        ear = _Ear(connection, folder, uidvalidity, listen, is_recruiter, own)
        wanted = [mail for mail in seen if mail.when >= now - LATELY and ear.wants(mail)]
        for at in range(0, len(wanted), BATCH):
            batch = wanted[at : at + BATCH]
            job = _beginnings(folder, uidvalidity, [mail.uid for mail in batch])
            texts = await connection.run(job, again=True)
            found |= {mail.uid: await ear.heard(mail, texts[mail.uid]) for mail in batch if mail.uid in texts}
    return [mail for mail in found.values() if _says_something(mail)]


def _beginnings(folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], dict[int, bytes]]:
    """The first octets of messages, by UID; what is gone is missing."""

    def job(client: Client) -> dict[int, bytes]:
        opened(client, folder, uidvalidity)  # another job may have opened another folder meanwhile
        found = {}
        for uid, answer in client.fetch(uids, [_BEGINNING]).items():
            text = next((value for key, value in answer.items() if key.startswith(b"BODY[]")), None)
            if isinstance(text, bytes):
                found[uid] = text
        return found

    return job


@dataclass(frozen=True, slots=True)
class _Ear:
    """Listens to the mails of one folder."""

    connection: Connection
    folder: str
    uidvalidity: int
    listen: Listen
    is_recruiter: Callable[[str], bool]
    own: frozenset[str]

    def wants(self, mail: Seen) -> bool:
        """Whether its text can say anything: of the user's own mail only what went to recruiters is read."""
        return mail.direction == "in" or any(map(self.is_recruiter, mail.addresses))

    async def heard(self, mail: Seen, content: bytes) -> Seen:
        """The mail with what its text says; a report with what came back. An invitation is a contact, whoever made it
        for them."""
        mine = mail.direction == "out"
        try:
            said = await self.listen(Answer(content, mail.when, mail.sort, mine, self.own))
            if said.cut:
                said = await self._behind(mail, said)
        except WorkerError as error:
            events.judging_failed(error.what)
            return mail
        if mail.sort == "bounce":
            return replace(mail, addresses=said.failed, thread=said.returned)
        people = [Person("", address) for address in mail.addresses]
        told = said.appointments or appointments.of_words(said.arranged, mail.message_id, mail.when, people)
        met = appointments.with_recruiters(told, people, is_recruiter=self.is_recruiter, own=self.own)
        if said.machine:  # as when it is sent: no contact
            return replace(mail, sort="away", addresses=(), appointments=met)
        if said.asks and not mine and mail.addresses:
            return replace(mail, sort="", appointments=met, thanks=said.thanks)
        return replace(mail, promised=said.promised, words=said.words, appointments=met, thanks=said.thanks)

    async def _behind(self, mail: Seen, said: Heard) -> Heard:
        """With the calendar parts that stand behind what was read."""
        job = calendars.parts(self.folder, self.uidvalidity, [mail.uid])
        found = (await self.connection.run(job, again=True)).get(mail.uid)
        if found is None:
            return said
        more = await self.listen(Answer(found, mail.when, mail.sort, mail.direction == "out", self.own))
        return replace(said, appointments=more.appointments, asks=more.asks)


def _says_something(mail: Seen) -> bool:
    """Whether it is worth keeping: a contact, a day of return, an appointment, a report of whom something did not
    reach."""
    return not mail.sort or bool(mail.appointments or (mail.addresses and (mail.promised or mail.sort == "bounce")))
