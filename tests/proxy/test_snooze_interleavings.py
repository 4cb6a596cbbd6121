"""A snoozed message while everything happens in any order: answers, newer messages, calls, a sleeping laptop, a server
that refuses, a person who changes their mind. It never goes where it should not, never twice, and is never lost
(DESIGN.md, promise 4).
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from checks import frequency
from checks.model import Contact
from proxy.model import FINAL
from proxy.people import person
from proxy.snooze.due import LATEST
from proxy.store.contacts import Seen
from proxy.store.forgetting import FORGOTTEN
from proxy.store.sightings import FolderState
from tests.proxy.house import DAY, HOUR, JO, MINUTE, SAM, House, by_frequency, house, letter
from tests.servers.script import Refuse

T = TypeVar("T")
MAIL = letter(subject="The role")


class Snoozed(RuleBasedStateMachine):
    """`unknown_to_them`: whether anything came since the person's last word that must stop it; `touched`: whether any
    contact of theirs came since."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.home: House = self.do(self.stack.enter_async_context(house(Path(self.folder.name))))
        self.home.worker.answer = by_frequency
        self.number = 1
        self.unknown_to_them = self.touched = False
        self.forgotten = self.home.now - 1000 * DAY

    def do(self, what: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(what)

    def teardown(self) -> None:
        self.do(self.stack.aclose())
        self.loop.close()
        self.folder.cleanup()

    @initialize(written=st.booleans())
    def comes(self, written: bool) -> None:
        """Perhaps as a follow-up that is too soon."""
        if written:
            self.home.store.contacts.log(Contact(self.home.now - HOUR, "text", "out", JO))
        found = by_frequency_now(self.home) if written else ()
        self.id = self.home.keep(MAIL, subject="The role", findings=found)

    @property
    def state(self) -> str:
        return self.home.find(self.id).state

    # What people do

    @rule(hours=st.sampled_from([None, 1, 5, 30]))
    def they_say_when_due(self, hours: int | None) -> None:
        until = None if hours is None else self.home.now + hours * HOUR
        if self.do(self.home.act(self.id, "snooze", until=until)).done:
            self.unknown_to_them = self.touched = False

    @rule(to=st.sampled_from(["JO", "other thread", "nobody"]), old=st.integers(0, 40))
    def a_newer_one_goes(self, to: str, old: int) -> None:
        """Read from Sent, however late."""
        subject, whom = "The role" if to == "JO" else "Another one", "mum@home.example" if to == "nobody" else JO
        self.record("out", old, subject, whom)
        if to == "JO" and self.is_newer(old):
            self.unknown_to_them = True
        self.touched |= to != "nobody" and self.is_read(old)

    @rule(old=st.integers(0, 40))
    def they_answer(self, old: int) -> None:
        self.record("in", old, "Re: something", JO)
        if self.is_newer(old):
            self.unknown_to_them = True

    @rule(spoke=st.booleans())
    def a_call(self, spoke: bool) -> None:
        direction = "both" if spoke else "out"
        self.home.store.contacts.log(Contact(self.home.now, "call", direction, JO, answered=spoke))  # type: ignore[arg-type]
        self.unknown_to_them |= spoke
        self.touched = True

    @precondition(lambda self: self.state not in FINAL)  # else its row goes as well
    @rule()
    def they_forget(self) -> None:
        woken = self.home.store.forgetting.forget([person(JO)], self.home.now).waiting
        if woken:
            assert (self.state, self.home.find(self.id).outcome) == ("held", FORGOTTEN)
        self.forgotten = self.home.now

    @precondition(lambda self: self.state == "held")
    @rule(again=st.booleans())
    def they_think_better_of_it(self, again: bool) -> None:
        self.do(self.home.act(self.id, "release", batch=again))

    # What happens

    @rule(hours=st.sampled_from([0.01, 1, 4, 5, 23, 30]))
    def time_passes(self, hours: float) -> None:
        self.home.now += hours * HOUR

    @rule()
    def the_server_refuses_the_next(self) -> None:
        self.home.upstream.add(Refuse("RCPT", 450, ["4.2.0 later"], times=1))

    @rule(both=st.booleans())
    def the_schedule_looks(self, both: bool) -> None:
        before, sent = self.home.find(self.id), len(self.home.upstream.messages)
        history = self.home.store.contacts.history(JO, self.home.now)
        may_go = frequency.outlook(history, "follow-up", self.home.now, self.home.accounts.settings).may_send
        looks = [self.home.snoozing.look() for _ in range(1 + both)]

        async def look() -> None:
            await asyncio.gather(*looks)

        self.do(look())
        if len(self.home.upstream.messages) == sent:
            assert self.state == before.state or (before.state, self.state) == ("snoozed", "held")
            return
        assert before.state == "snoozed"
        assert before.due is not None
        assert timedelta(0) <= self.home.now - before.due <= LATEST
        assert not self.unknown_to_them
        assert may_go or not self.touched

    @rule(action=st.sampled_from(["release", "snooze", "discard"]))
    def somebody_acts_while_it_looks(self, action: str) -> None:
        before, known = self.home.find(self.id), self.unknown_to_them
        until = self.home.now + DAY if action == "snooze" else None

        async def both() -> bool:
            _, outcome = await asyncio.gather(self.home.snoozing.look(), self.home.act(self.id, action, until=until))
            return outcome.done

        if self.do(both()) and action == "snooze":
            assert self.state == "snoozed"
            self.unknown_to_them = self.touched = False
        if action != "release" and self.state == "released" and before.state != "released":
            assert before.state == "snoozed"
            assert not known

    # What always holds

    @invariant()
    def it_never_goes_twice(self) -> None:
        assert len(self.home.upstream.messages) <= 1
        assert bool(self.home.upstream.messages) == (self.state == "released")

    @invariant()
    def it_is_never_lost(self) -> None:
        message = self.home.find(self.id)
        if message.state not in FINAL:
            assert b"".join(self.home.store.held.content(self.id).chunks()) == MAIL
            assert (message.state == "snoozed") == (message.due is not None)

    def is_newer(self, old: int) -> bool:
        return self.is_read(old) and self.home.now - old * MINUTE > self.home.find(self.id).received

    def is_read(self, old: int) -> bool:
        return self.home.now - old * MINUTE > self.forgotten

    def record(self, direction: str, old: int, subject: str, address: str) -> None:
        self.number += 1
        when, name = self.home.now - old * MINUTE, f"<{self.number}@x.example>"
        seen = Seen(self.number, when, direction, (address,), name, subject=subject)  # type: ignore[arg-type]
        self.home.store.sightings.record(SAM, "All", FolderState(1, self.number), [seen])


def by_frequency_now(home: House) -> tuple[Any, ...]:
    from proxy.jobs import Job

    job = Job(b"", (JO,), (home.store.contacts.history(JO, home.now),), home.now, home.accounts.settings)
    return by_frequency(job).findings


TestSnoozed = Snoozed.TestCase
TestSnoozed.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
