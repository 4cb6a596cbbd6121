"""The mailboxes whose past `check --replay` goes through: files (mbox, Maildir) and an account's own, over IMAP."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from proxy.addresses import normalise
from proxy.archive import Archive
from proxy.cli.builder import House
from proxy.cli.common import address_of, now
from proxy.cli.verdicts import TOO_LARGE, Measure
from proxy.errors import UsageError
from proxy.imap import past
from proxy.imap.sightings import sighting
from proxy.mime.headers import sender, values
from proxy.store.contacts import Seen

Told = Callable[[int, int], None]
"""Told how many of how many were read."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of a mailbox: its name there, the contact that it is, and by what the mailbox finds it again."""

    name: str
    seen: Seen
    place: Any


@dataclass(frozen=True, slots=True)
class Fault:
    """A message that is left out, why (without a full stop), and the exit status that this makes."""

    name: str
    reason: str
    status: int = 2


class Mailbag(Protocol):
    """`name`: as the user wrote it, or nearly."""

    name: str

    async def overview(self, told: Told) -> list[Mail | Fault]:
        """Every mail that is a contact, by its headers."""
        ...

    def contents(self, mail: Sequence[Mail]) -> AsyncGenerator[bytes | str, None]:
        """The bytes of each in this order; a str: why they can't be read."""
        ...


class Files:
    """An mbox or Maildir. With a configuration, mail from the user's addresses is sent; without one, all is."""

    def __init__(self, archive: Archive, name: str, by: Measure) -> None:
        self.name = name
        self._archive = archive
        self._by = by

    async def overview(self, told: Told) -> list[Mail | Fault]:
        """By the first part of each message."""
        found: list[Mail | Fault] = []
        is_recruiter, own, at = self._by.is_recruiter, self._by.settings.own, now()
        for number, item in enumerate(self._archive, start=1):
            told(number, len(self._archive))
            try:
                head, arrived = self._archive.beginning(item)
            except OSError as error:
                found.append(Fault(item.name, error.strerror or type(error).__name__))
                continue
            if not head.strip():
                found.append(Fault(item.name, "it is empty"))
                continue
            raw = values(head)
            seen = sighting(
                raw,
                number,
                arrived,
                sent=is_recruiter is None,
                own=own or frozenset({normalise(sender(raw).address)}),
                is_recruiter=is_recruiter or (lambda address: False),
                now=at,
                own_is_sent=True,
            )
            if seen is not None:
                found.append(Mail(item.name, seen, item))
        return found

    async def contents(self, mail: Sequence[Mail]) -> AsyncGenerator[bytes | str, None]:
        """One after the other."""
        for each in mail:
            try:
                octets = self._archive.read(each.place, TOO_LARGE + 1)
            except OSError as error:
                yield error.strerror or type(error).__name__
                continue
            yield octets if len(octets) <= TOO_LARGE else f"it is larger than {TOO_LARGE} octets"


class Account:
    """The mailbox of an account: what was sent from Sent, and what recruiters answered from where answers arrive.

    `where`: "imap", or "imap:" and an account's address. Raises UsageError where that names no mailbox.
    """

    def __init__(self, house: House, where: str, by: Measure) -> None:
        self._mailboxes = house.mailboxes
        self._by = by
        named = where.partition(":")[2]
        known = house.mailboxes.addresses
        wanted = (address_of(named),) if named else known
        if len(wanted) != 1 or wanted[0] not in known:
            listed = ", ".join(f"imap:{each}" for each in known)
            raise UsageError(
                f"{where} names no mailbox of your configuration." if named or not known else f"{where} names several.",
                f"Write one of {listed}." if known else 'Add imap = { host = "..." } to [[accounts]].',
            )
        self._address = wanted[0]
        self.name = f"imap:{self._address}"

    async def overview(self, told: Told) -> list[Mail | Fault]:
        """By the headers that a first reading of the mailbox asks for."""
        assert self._by.is_recruiter is not None
        done = 0

        def progress(_folder: str, read: int, total: int) -> None:
            nonlocal done
            told(done + read, done + total)
            done += total if read == total else 0

        found = await self._mailboxes.past(
            self._address,
            is_recruiter=self._by.is_recruiter,
            own=self._by.settings.own,
            progress=progress,
        )
        return [Mail(f"{self.name}/{each.folder}#{each.seen.uid}", each.seen, each) for each in found]

    async def contents(self, mail: Sequence[Mail]) -> AsyncGenerator[bytes | str, None]:
        """A few at a time."""
        box = self._mailboxes.box(self._address)
        assert box is not None
        async for octets in past.contents(box.connection, [each.place for each in mail]):
            yield "it is gone, or too large" if octets is None else octets
