"""The covers in a mailbox's folder: read, heard, compared with the store, tidied, put there. `held_folder` says when.

Promises: a cover is written down before it is put there; what lies in a place that says something is taken as an answer
(proxy.mail_answers) if its token is good, and left alone if nobody knows it; what no longer holds is taken away.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from proxy import events
from proxy.accounts import Accounts
from proxy.digest import compose, cover
from proxy.digest.commands import Said
from proxy.digest.entries import Told
from proxy.errors import MailboxError, NotFound, SpoolError
from proxy.imap import shelf
from proxy.imap.append import append
from proxy.imap.connection import Connection
from proxy.imap.shelf import Copy, Shelf, Word
from proxy.mail_answers import MailAnswers
from proxy.model import Command, Held
from proxy.post import names
from proxy.store.covers import Cover, name_of
from proxy.store.held import copy_of
from proxy.store.thread import StoreThread

AFTER_FAULT = timedelta(minutes=5)
"""Until a message that the mailbox didn't take is tried again."""

BATCH = 50
"""Messages that are put into the folder between two questions to the store."""

_ORDER: tuple[Word, ...] = ("drafts", "discard", "send")
"""Where one cover says several things, what can be undone comes first."""


class Shelving:
    """What is done with the covers of an account, over connections that the caller gives; MailboxError."""

    def __init__(
        self,
        accounts: Callable[[], Accounts],
        thread: StoreThread,
        answers: MailAnswers,
        zone: tzinfo | None = None,
    ) -> None:
        self._accounts = accounts
        self._thread = thread
        self._covers = thread.store.covers
        self._answers = answers
        self._zone = zone
        self._not_before: dict[str, datetime] = {}

    def fresh(self, now: datetime) -> datetime:
        """Covers made before are renewed, long before their tokens are forgotten."""
        return now - self._accounts().keep / 2

    async def lacking(self, account: str, now: datetime) -> tuple[list[Held], bool]:
        """Messages that are to be put there now, the first of them, and whether others were refused."""
        found = await self._thread(self._covers.lacking, account, self.fresh(now), BATCH)
        wanted = [each for each in found if self._not_before.get(each.id, now) <= now]
        return wanted, len(wanted) < len(found)

    @staticmethod
    async def read(
        connection: Connection, places: Mapping[str, Word], place: Shelf, existing: Collection[str]
    ) -> list[Copy]:
        """What lies there, and in Drafts."""
        there = [each for each in places if each in existing or each.upper() == "INBOX"]
        return await shelf.copies(connection, there, place.drafts if place.drafts in existing else "")

    async def listen(
        self, account: str, places: Mapping[str, Word], place: Shelf, copies: Sequence[Copy], now: datetime
    ) -> None:
        """Takes what the user says by moving covers."""
        pairs = [(each.held, each.token) for each in copies]
        known = await self._thread(self._covers.known, pairs, self.fresh(now))
        for word in _ORDER:
            moved = [each for each in copies if places.get(each.folder, place.word(each.folder)) == word]
            for copy in moved:
                found = known.get((copy.held, copy.token))
                if found is None:
                    continue  # anybody's mail: it is left where it is
                for command in _commands(word):
                    # Of these at most one has a token: what the message's state left to say.
                    await self._answers.take_good(account, name_of(copy.token), Said(command, copy.token))
                await self._thread(self._covers.mark, [found.id], "said", now)
                events.cover(copy.held, f"moved: {word}")

    async def compare(
        self, account: str, copies: Sequence[Copy], base: str, *, now: datetime, slot: datetime | None
    ) -> None:
        """Notes what is there and what isn't."""
        covers, fresh = self._covers, self.fresh(now)
        known = await self._thread(covers.known, [(each.held, each.token) for each in copies], fresh)
        there = {each.id for each in known.values()}
        lying = await self._thread(covers.lying, account, fresh)
        come = [each.id for each in lying if each.id in there and each.put is None]
        back = [each.id for each in lying if each.id in there and each.missed is not None]
        away = [each for each in lying if each.id not in there]
        # One that was never seen there was cut off on its way.
        over = [
            each.id
            for each in away
            if each.stale or each.put is None or each.folder != base or _before(each.missed, slot)
        ]
        missed = [each for each in away if each.id not in over and each.missed is None]
        await self._thread(covers.mark, come, "put", now)
        await self._thread(covers.mark, back, "missed", None)
        await self._thread(covers.mark, over, "over", now)
        await self._thread(covers.mark, [each.id for each in missed], "missed", now)
        for each in lying:
            if each.id in come or each in missed:
                events.cover(each.held, "found" if each.id in come else "missed")

    async def tidy(self, connection: Connection, base: str, copies: Sequence[Copy], now: datetime) -> None:
        """Takes away what tells of what is no longer so, what lies in a former folder, and of two that tell the same
        the older one."""
        pairs = [(each.held, each.token) for each in copies]
        known = await self._thread(self._covers.known, pairs, self.fresh(now))
        newest: dict[str, int] = {}
        for each in known.values():
            if not each.stale:
                newest[each.held] = max(each.id, newest.get(each.held, 0))
        doomed: defaultdict[tuple[str, int], list[Copy]] = defaultdict(list)
        for copy in copies:
            found = known.get((copy.held, copy.token))
            if found is not None and _is_over(found, base, newest):
                doomed[copy.folder, copy.uidvalidity].append(copy)
        for (folder, uidvalidity), there in doomed.items():
            if await shelf.take_away(connection, folder, uidvalidity, [copy.uid for copy in there]):
                gone = [known[copy.held, copy.token].id for copy in there]
                await self._thread(self._covers.mark, gone, "over", now)
                for copy in there:
                    events.cover(copy.held, "taken away")

    async def fill(
        self, connection: Connection, account: str, place: Shelf, existing: frozenset[str], now: datetime
    ) -> None:
        """Puts in what waits and isn't there as it is now; over a connection of its own, as it may take long."""
        fault: MailboxError | None = None
        while wanted := (await self.lacking(account, now))[0]:
            place = await shelf.make(connection, place, existing)
            existing |= {place.base, place.send, place.discard}
            for message in wanted:
                try:
                    await self._put(connection, message, place, now)
                except MailboxError as error:  # what one mail is refused for, another may not be
                    fault = error
                    self._not_before[message.id] = now + AFTER_FAULT
                except (NotFound, SpoolError):
                    self._not_before[message.id] = now + AFTER_FAULT
        if fault is not None:
            raise fault

    async def _put(self, connection: Connection, message: Held, place: Shelf, now: datetime) -> None:
        commands: tuple[Command, ...] = tuple(command for word in _ORDER for command in _commands(word))
        offered = [each for each in commands if (each == "again") == (message.state == "unknown") or each not in _SENDS]
        id_, token, message_id = await self._thread(self._covers.mint, message, offered, place.base, now)
        told = Told(message, await self._thread(names, self._thread.store.held, message))
        said = cover.words(told, self._zone, send=shelf.SEND, discard=shelf.DISCARD)
        letter = compose.letter(message.account, said, message_id, now)
        field = f"{shelf.FIELD}: {message.id} {token}\r\n".encode("ascii")
        with await self._thread(copy_of, self._thread.store.held, message.id) as content:
            whole = cover.Covered(content, letter, field, f"=_tactful_{secrets.token_hex(12)}")
            await append(connection, place.base, whole, when=message.received, create=True)
        await self._thread(self._covers.mark, [id_], "put", now)
        events.cover(message.id, "put")


def places_of(bases: Iterable[str], mark: str) -> dict[str, Word]:
    """The folders of these names and those below and beside them, with what lying there says: those of a former name,
    too, as their covers may have been moved before it changed. `mark`: between levels, "" where there are none."""
    # They are read in this order: what is moved down meanwhile is seen twice, and not nowhere.
    found: dict[str, Word] = dict.fromkeys(bases, "")
    words: dict[str, Word] = {shelf.SEND: "send", shelf.DISCARD: "discard"}
    for base in tuple(found):
        for name, word in words.items():
            if mark:
                found.setdefault(f"{base}{mark}{name}", word)
            found.setdefault(shelf.beside_it(base, name), word)
    return found


_SENDS: tuple[Command, ...] = ("send", "again")


def _commands(word: Word) -> tuple[Command, ...]:
    """What a place may say; of `send` the one or the other is good, by the message's state."""
    match word:
        case "send":
            return _SENDS
        case "drafts":
            return ("drafts",)
        case "discard":
            return ("discard",)
        case _:
            return ()


def _is_over(found: Cover, base: str, newest: Mapping[str, int]) -> bool:
    if found.stale or found.over is not None:
        return True
    return found.folder != base or found.id != newest.get(found.held, found.id)


def _before(missed: datetime | None, slot: datetime | None) -> bool:
    return missed is not None and slot is not None and missed < slot
