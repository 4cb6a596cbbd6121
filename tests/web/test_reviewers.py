"""Two to four reviewers at once on one message, in any order: the page in two windows, the command line in a process of
its own, answers by mail, and sends that may still be taken back. One acts, the others are told, and nothing is sent
twice without a person's word (DESIGN.md, promises 2 and 4)."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from checks.model import Finding
from proxy.digest.commands import LEADS_TO, offered
from proxy.model import FINAL, WAITING, Command, State
from proxy.release import Request
from proxy.web.words import request_of
from tests.imap.client import Place
from tests.proxy.house import DAY, JO, NOW, SAM, House, another
from tests.servers import mailbox
from tests.servers.script import Close, Fault, Refuse
from tests.web.rig import THANKS, Rig, mail, rig

T = TypeVar("T")
SOON = Finding(
    "frequency", "frequency.too-soon", "hold", "You wrote on Friday.", "Let it rest.", "history", recruiter=JO,
    next_allowed=NOW + 300 * DAY,
)  # fmt: skip
SECOND = timedelta(seconds=1)
WHO = st.sampled_from(["window", "other window", "terminal", "mail"])
ACTIONS: dict[str, Command] = {
    "send": "send", "due": "when-due", "draft": "drafts", "discard": "discard", "sent": "was-sent", "again": "again",
}  # fmt: skip
ASKED = st.lists(st.tuples(WHO, st.sampled_from([*ACTIONS])), min_size=2, max_size=4)
FAULTS = (
    Refuse("RCPT", 550, ("5.1.1 Nobody here",), times=1),
    Close("dot", times=1),
    Close("accepted", times=1),  # it has it, and nobody here knows
)
DONE = ("Sent ", "It will be sent when it is due", "Put back", "Not sent, as you said", "Noted: it was sent")
"""How a letter in return begins where it was done."""


class Ahead(asyncio.SelectorEventLoop):
    """A loop whose seconds a test may let pass."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


class World:
    """The rooms of one `run` with its page, and a command in another process beside it, for all examples."""

    def __init__(self) -> None:
        self.loop = Ahead()
        self.numbers = count(1)
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.answering = asyncio.Lock()
        self.run(self._open())

    async def _open(self) -> None:
        folder, enter = Path(self.folder.name), self.stack.enter_async_context
        running = await enter(mailbox.mailbox())
        place = Place(running.port, await running.user(), mailbox.PASSWORD)
        self.page: Rig = await enter(rig(folder, undo=10, mailbox=place))
        self.terminal: House = await enter(another(self.page.house, folder))
        self.windows = [await self.page.browser() for _ in range(2)]
        self.forms = {window: await window.get("/settings") for window in self.windows}

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def close(self) -> None:
        self.run(self.stack.aclose())
        self.loop.close()
        self.folder.cleanup()


WORLD: list[World] = []


@pytest.fixture(autouse=True, scope="module")
def world() -> Iterator[None]:
    WORLD.append(World())
    yield
    WORLD.pop().close()


@dataclass
class Told:
    """What one reviewer was told. `expected`: the state that they saw; `ordered`: it leaves in a few seconds."""

    who: str
    action: str
    expected: State
    done: bool
    words: str
    ordered: bool = False


class Reviewers(RuleBasedStateMachine):
    """`seen`: the state in which each reviewer saw the message last; `agains`: how often one said "send it again"."""

    @initialize(state=st.sampled_from(["held", "held", "rejected", "unknown"]))
    def it_is_kept(self, state: State) -> None:
        self.world = WORLD[0]
        self.page, self.house = self.world.page, self.world.page.house
        self.message_id = f"<{next(self.world.numbers)}@example.org>"
        dot = NOW if state == "unknown" else None
        self.id = self.house.keep(
            mail(Message_ID=self.message_id),
            message_id=self.message_id,
            findings=(THANKS, SOON),
            state=state,
            dot_at=dot,
        )
        self.seen: dict[str, State] = {}
        self.tokens: dict[Command, str] = {}
        self.agains = 0
        self.final: State | None = None
        self.faulty = False
        for who in ("window", "other window", "terminal", "mail"):
            self.looks(who)

    # What happens

    @rule(who=WHO)
    def looks(self, who: str) -> None:
        """Somebody looks again; a letter that comes tells of now."""
        message = self.house.find(self.id)
        self.seen[who] = message.state
        if who == "mail" and message.state in WAITING:
            wanted = [(message, offered(message, self.house.now))]
            minted = self.house.store.answers.mint(wanted, "<letter@tactful.invalid>", self.house.now)
            self.tokens = dict(minted[self.id])

    @rule(asked=ASKED)
    def several_act_at_once(self, asked: list[tuple[str, str]]) -> None:
        before, faulty, leaving = self.house.find(self.id), self.faulty, self.page.outbox.leaving
        sent = self.sent
        self.house.now += SECOND  # the clock is one and the same for all
        self.world.terminal.now = self.house.now
        told = self.world.run(self._all(asked))
        after = self.house.find(self.id)
        for each in told:
            assert each.words, f"{each} was told nothing"
        for state in {each.expected for each in told}:
            done = [each for each in told if each.done and each.expected == state and each.who != "mail"]
            if state == "snoozed":  # to be sent when due once more is no move, and harms nobody
                done = [each for each in done if each.action != "due"]
            assert len(done) <= 1, f"two acted: {told}"
        if before.state in FINAL:
            assert (after.state, self.sent) == (before.state, sent)
            assert not any(each.done or each.ordered for each in told), told
        if any(each.done for each in told):
            assert (after.state, after.changed) != (before.state, before.changed), told
        if (
            after.state != before.state
            and not faulty
            and not leaving
            and "releasing" not in (before.state, after.state)
        ):
            assert any(each.done for each in told), f"it was {before.state}, is {after.state}, and nobody knows: {told}"
        agains = [each for each in told if each.action == "again" and each.expected == "unknown"]
        self.agains += sum(each.ordered for each in agains) + any(not each.ordered for each in agains)

    @rule(seconds=st.sampled_from([4, 11, 11, 11]))
    def time_passes(self, seconds: int) -> None:
        """What may no longer be taken back leaves, whatever others did meanwhile; who ordered it can see what came."""
        leaving = self.page.outbox.leaving
        self.world.loop.ahead += seconds
        left = self.world.run(self._left(leaving))
        for each in left:
            message, refused = self.house.find(each.id), self.page.outbox.refused(each.id)
            if refused is None:
                assert message.state == "released" or self.faulty
            else:
                assert refused.reason

    @rule()
    def it_is_taken_back(self) -> None:
        before, sent, leaving = self.house.find(self.id).state, self.sent, self.page.outbox.leaving
        said = self.world.run(self._press("window", "/undo", id=self.id))
        assert ("stays here. It was not sent." if leaving else "Too late to take it back") in said
        assert self.page.outbox.leaving == ()
        assert (self.house.find(self.id).state, self.sent) == (before, sent)

    @rule(fault=st.sampled_from(FAULTS))
    def the_upstream_will_fail_once(self, fault: Fault) -> None:
        if not self.faulty:
            self.faulty = True
            self.house.upstream.add(fault)

    # What always holds

    @invariant()
    def nothing_is_sent_twice(self) -> None:
        if hasattr(self, "id"):
            assert self.sent <= 1 + self.agains

    @invariant()
    def what_is_over_stays_so_and_is_what_it_says(self) -> None:
        if not hasattr(self, "id"):
            return
        state = self.house.find(self.id).state
        assert self.final in (None, state)
        self.final = state if state in FINAL else None

    def teardown(self) -> None:
        if hasattr(self, "id"):
            self.world.loop.ahead += 11
            self.world.run(self._left(self.page.outbox.leaving))
            assert self.sent <= 1 + self.agains
            self.house.upstream._faults.clear()

    # How they act

    @property
    def sent(self) -> int:
        """How often the upstream took it."""
        return sum(self.message_id.encode() in each.content for each in self.house.upstream.messages)

    async def _all(self, asked: list[tuple[str, str]]) -> list[Told]:
        return list(await asyncio.gather(*(self._act(who, action) for who, action in asked)))

    async def _act(self, who: str, action: str) -> Told:
        expected = self.seen[who]
        if who == "mail":
            return await self._answer(action, expected)
        if who == "terminal":
            wanted = request_of(action, expected)
            assert isinstance(wanted, Request)
            outcome = await self.world.terminal.review.act(self.id, wanted)
            return Told(who, action, expected, outcome.done, outcome.reason or "done" * outcome.done)
        said = await self._press(who, "/do", do=action, pick=f"{self.id}:{expected}")
        ordered = "leaves in a few seconds" in said
        told = ordered or "not done" in said or "about to leave already" in said
        return Told(who, action, expected, not told, said, ordered)

    async def _press(self, who: str, path: str, **fields: str) -> str:
        browser = self.world.windows[who == "other window"]
        answer = await browser.press(path, self.world.forms[browser], back="/settings", **fields)
        assert answer.status_code == 200
        return answer.text.partition('role="status">')[2].partition("</div>")[0]

    async def _answer(self, action: str, expected: State) -> Told:
        command = ACTIONS[action]
        token = self.tokens.get(command, "ABCDEFGHIJKLMNOPQRSTUVWX27")
        answers, thread = self.house.store.answers, self.house.thread
        name = f"<answer.{next(self.world.numbers)}@example.org>"
        await thread(lambda: answers.take(SAM, name, command, token, now=self.house.now))
        taken = next((each for each in await thread(answers.due) if each.mail == name), None)
        async with self.world.answering:  # the schedule carries out one after the other, too
            await self.house.answers.carry_out()
        if taken is None:  # a neighbour's turn carried it out already
            return Told("mail", action, expected, False, "carried out with another")
        told = await thread(answers.find, taken.id)
        assert told is not None
        done = told.said.startswith(DONE)
        assert not done or self.house.find(self.id).state == LEADS_TO[command]
        return Told("mail", action, expected, done, told.said)

    async def _left(self, leaving: tuple[Any, ...]) -> list[Any]:
        await asyncio.sleep(0)
        async with asyncio.timeout(30):
            while self.page.outbox.busy and not self.page.outbox.leaving:
                await asyncio.sleep(0.001)
        return [each for each in leaving if each.id not in {one.id for one in self.page.outbox.leaving}]


TestReviewers = Reviewers.TestCase
TestReviewers.settings = settings(
    max_examples=40,
    stateful_step_count=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # threads take turns as they like: a second run may differ
)
