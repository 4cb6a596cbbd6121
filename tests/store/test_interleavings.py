"""Two owners who act on messages in any order, die in any step and oversleep: nothing is handed over twice without a
person's word, nothing is lost, and what is final stays so (DESIGN.md, promises 2 and 4)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, precondition, rule

from proxy.model import FINAL, State
from proxy.release import MOVES, Plan, Request, plan
from proxy.store.store import Store
from tests.store.material import BYTES, LEASE, NOW, keep

MOMENT = timedelta(seconds=30)


@dataclass
class Releaser:
    """What a process that sends a message knows. `dot`: whether its final dot has left."""

    id: str
    owner: str
    dot: bool = False


class Interleavings(RuleBasedStateMachine):
    """`handed`: how often each message's dot has left; `words`: how often a person allowed that."""

    messages = Bundle("messages")
    releasers = Bundle("releasers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.stores = [Store.open(f"sqlite:///{Path(self.folder.name) / 'store.db'}")]
        self.stores.append(Store.open(f"sqlite:///{Path(self.folder.name) / 'store.db'}"))
        self.now: datetime = NOW
        self.count = 0
        self.handed: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self.seen: dict[str, State] = {}

    def teardown(self) -> None:
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    @property
    def store(self) -> Store:
        """Each step is another process's."""
        self.count += 1
        return self.stores[self.count % 2]

    @precondition(lambda self: len(self.handed) < 2)  # few, so that the rules meet at one
    @rule(target=messages, rejected=st.booleans())
    def comes(self, rejected: bool) -> str:
        id_ = keep(self.store, at=self.now, state="rejected" if rejected else "held")
        self.handed[id_], self.words[id_] = 0, 1
        return id_

    @rule(part=st.sampled_from([0.3, 0.9, 1.0, 1.0, 1.1]))
    def time_passes(self, part: float) -> None:
        self.now += LEASE * part

    @rule(target=releasers, id_=messages, word=st.sampled_from(["", "again"]))
    def begins_to_send(self, id_: str, word: str) -> object:
        message = self.store.held.find(id_)
        wanted = plan(message.state, Request("release", word=word), self.now)  # type: ignore[arg-type]
        if not isinstance(wanted, Plan):
            return multiple()
        owner = f"{self.count:032d}"
        if not self.store.held.claim(id_, {message.state}, "releasing", owner=owner, now=self.now, lease=LEASE):
            return multiple()
        self.words[id_] += word == "again" and message.state == "unknown"
        return Releaser(id_, owner)

    @rule(releaser=releasers)
    def its_dot_leaves(self, releaser: Releaser) -> None:
        if not releaser.dot and self.store.held.mark_dot(releaser.id, releaser.owner, self.now, self.now + LEASE):
            releaser.dot = True
            self.handed[releaser.id] += 1

    @rule(releaser=releasers)
    def it_renews(self, releaser: Releaser) -> None:
        self.store.held.renew(releaser.id, releaser.owner, self.now + LEASE)

    @rule(releaser=releasers, answer=st.sampled_from(["yes", "no", "nothing"]))
    def it_ends(self, releaser: Releaser, answer: str) -> None:
        move = self.store.held.move
        if not releaser.dot:
            move(releaser.id, {"releasing"}, "held", self.now, owner=releaser.owner)
        elif answer == "yes":
            if not move(releaser.id, {"releasing"}, "released", self.now, owner=releaser.owner):
                move(releaser.id, {"unknown"}, "released", self.now)
        elif answer == "no":
            if move(releaser.id, {"releasing"}, "held", self.now, owner=releaser.owner):
                self.handed[releaser.id] -= 1  # it was refused: nobody has it
        else:
            move(releaser.id, {"releasing"}, "unknown", self.now, owner=releaser.owner)

    @rule(slept=st.booleans())
    def what_the_dead_left_is_put_back(self, slept: bool) -> None:
        self.now += LEASE * slept
        self.store.held.recover(self.now)

    @rule(id_=messages, to=st.sampled_from(["discarded", "drafted", "snoozed", "held"]))
    def a_person_moves_it(self, id_: str, to: State) -> None:
        message = self.store.held.find(id_)
        if to in MOVES[message.state] and message.state != "releasing":
            self.store.held.move(id_, {message.state}, to, self.now, due=self.now + MOMENT if to == "snoozed" else None)

    @rule(id_=messages, dies=st.booleans())
    def somebody_drafts_it(self, id_: str, dies: bool) -> None:
        message, owner = self.store.held.find(id_), f"{self.count:032d}"
        if "drafted" not in MOVES[message.state]:
            return
        held = self.store.held
        if held.claim(id_, {message.state}, message.state, owner=owner, now=self.now, lease=LEASE) and not dies:
            assert held.move(id_, {message.state}, "drafted", self.now, owner=owner)

    @rule(days=st.integers(0, 200))
    def the_old_is_erased(self, days: int) -> None:
        self.store.held.erase(self.now - timedelta(days=days))

    @invariant()
    def nothing_is_handed_over_more_often_than_a_person_said(self) -> None:
        assert all(self.handed[id_] <= self.words[id_] for id_ in self.handed)

    @invariant()
    def nothing_is_lost_and_what_is_final_stays(self) -> None:
        store = self.stores[0]
        for id_ in self.handed:
            message = store.held.find(id_)
            former = self.seen.get(id_)
            if former in FINAL:
                assert message.state == former
            if message.state not in FINAL:
                assert b"".join(store.held.content(id_).chunks()) == BYTES
            assert message.state != "released" or self.handed[id_] >= 1
            self.seen[id_] = message.state


TestInterleavings = Interleavings.TestCase
TestInterleavings.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
