"""Sends that a person ordered on the page, in the ten seconds in which they may still be taken back.

Promises: until it leaves, the message is as it was: whoever dies meanwhile leaves it waiting. One that was taken back
is not sent. What somebody else did meanwhile decides, and the person is told. A correction is written only in the
moment in which the message leaves.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from proxy import events
from proxy.corrections import corrected
from proxy.ending import end
from proxy.errors import TactfulError
from proxy.model import State
from proxy.release import IN_WORDS, Request
from proxy.review import Outcome, Review
from proxy.store.held import copy_of
from proxy.store.thread import StoreThread
from proxy.transit.spool import Spool

UNDO = timedelta(seconds=10)
"""How long a send may be taken back."""

REMEMBERED = 200
"""Of so many messages the last outcome is remembered."""

GONE = "It can't be corrected any more as you saw it. It was not sent; look at it once more."


@dataclass(frozen=True, slots=True)
class Leaving:
    """A send that may still be taken back. `correct`: with the corrections put in. `at`: when it leaves. `whom`: its
    recipients, for people."""

    id: str
    request: Request
    at: datetime
    correct: bool = False
    whom: str = ""


class Outbox:
    """The sends of this process.

    `acted` is called when one is done, `changed` also when one is ordered or taken back.
    """

    def __init__(
        self,
        thread: StoreThread,
        review: Review,
        *,
        clock: Callable[[], datetime],
        acted: Callable[[], None] = lambda: None,
        undo: timedelta | None = None,
    ) -> None:
        self._thread = thread
        self._review = review
        self._clock = clock
        self._undo = UNDO if undo is None else undo
        self._acted = acted
        self.changed: Callable[[], None] = lambda: None
        self._leaving: dict[str, Leaving] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._refused: dict[str, Outcome] = {}

    @property
    def leaving(self) -> tuple[Leaving, ...]:
        """What may still be taken back, the first to leave first."""
        return tuple(sorted(self._leaving.values(), key=lambda each: each.at))

    @property
    def busy(self) -> bool:
        """Whether one is being sent at this moment, or waits to be."""
        return bool(self._tasks)

    def refused(self, id_: str) -> Outcome | None:
        """Why the last send of a message that was ordered here didn't come about."""
        return self._refused.get(id_)

    def send(self, id_: str, request: Request, *, correct: bool = False, whom: str = "") -> Leaving:
        """Orders a send (whole ID). One that is ordered already stays as it was ordered."""
        found = self._leaving.get(id_)
        if found is None:
            found = Leaving(id_, request, self._clock() + self._undo, correct, whom)
            self._leaving[id_] = found
            self._refused.pop(id_, None)
            self._tasks[id_] = asyncio.create_task(self._later(found))
            self.changed()
        return found

    def take_back(self, id_: str) -> bool:
        """Whether it was in time: then it isn't sent, and waits as before."""
        if self._leaving.pop(id_, None) is None:
            return False
        self._tasks.pop(id_).cancel()
        self.changed()
        return True

    async def close(self, grace: float) -> None:
        """What may still be taken back stays where it is; what is under way is given `grace` seconds."""
        for each in self.leaving:
            self.take_back(each.id)
        if self._tasks:
            _, late = await asyncio.wait(self._tasks.values(), timeout=grace)
            await end(late)

    async def _later(self, leaving: Leaving) -> None:
        await asyncio.sleep(self._undo.total_seconds())
        del self._leaving[leaving.id]  # from here on it is too late to take it back
        try:
            outcome = await self._leave(leaving)
        except TactfulError as error:
            outcome = Outcome(leaving.id, "release", False, leaving.request.expect or "held", str(error), failed=True)
        except Exception as error:  # its words may hold text of a message
            events.page_failed("send", error)
            words = "Something went wrong inside tactful. It was not sent."
            outcome = Outcome(leaving.id, "release", False, leaving.request.expect or "held", words, failed=True)
        finally:
            self._tasks.pop(leaving.id, None)
        if not outcome.done:
            self._refused[leaving.id] = outcome
            for old in list(self._refused)[:-REMEMBERED]:
                del self._refused[old]
        self._acted()
        self.changed()

    async def _leave(self, leaving: Leaving) -> Outcome:
        if leaving.correct:
            state = leaving.request.expect or "held"
            if not await self._thread(self._correct, leaving.id, state):
                now = await self._thread(self._thread.store.held.find, leaving.id)
                words = GONE if now.state == state else f"It {IN_WORDS[now.state]}: somebody else was faster."
                return Outcome(leaving.id, "release", False, now.state, words)
        return await self._review.act(leaving.id, replace(leaving.request, action="release"))

    def _correct(self, id_: str, state: State) -> bool:
        store = self._thread.store
        message = store.held.find(id_)
        if message.state != state:
            return False
        with copy_of(store.held, id_) as copy:
            new = corrected(b"".join(copy.chunks()), message.findings)
        if new is None:
            return False
        with Spool() as spool:
            spool.write(new.content)
            return store.archive.rewrite(id_, {state}, spool, new.left, self._clock())
