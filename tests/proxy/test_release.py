"""Every state, action, word and expectation: what is done, or why not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from checks.model import Finding
from proxy.model import FINAL, STATES, Action, State
from proxy.release import MOVES, Limits, Plan, Refusal, Request, Word, plan

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TOMORROW = NOW + DAY
SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", next_allowed=NOW + 3 * DAY)
ENOUGH = replace(SOON, rule="frequency.enough", next_allowed=None)
THANKS = Finding("thanks", "thanks.missing", "hold", "m", "a", "body")
HASTY = replace(SOON, rule="frequency.hasty", effect="note", next_allowed=NOW + 9 * DAY)

SEND, DRAFT, DISCARD = Plan("send", "released"), Plan("append", "drafted"), Plan("mark", "discarded")
SNOOZE, WAS_SENT = Plan("mark", "snoozed", TOMORROW), Plan("mark", "released")

DONE: dict[tuple[State, Action, Word], Plan] = {
    ("held", "release", ""): SEND,
    ("held", "snooze", ""): SNOOZE,
    ("held", "draft", ""): DRAFT,
    ("held", "discard", ""): DISCARD,
    ("snoozed", "release", ""): SEND,
    ("snoozed", "snooze", ""): SNOOZE,
    ("snoozed", "draft", ""): DRAFT,
    ("snoozed", "discard", ""): DISCARD,
    ("rejected", "release", ""): SEND,
    ("rejected", "draft", ""): DRAFT,
    ("rejected", "discard", ""): DISCARD,
    ("unknown", "release", "was-sent"): WAS_SENT,
    ("unknown", "release", "again"): SEND,
    ("unknown", "draft", ""): DRAFT,
    ("unknown", "discard", ""): DISCARD,
}
"""All that is done; whatever isn't here is refused."""

EVERY = [
    (state, action, word, expect)
    for state in STATES
    for action in get_args(Action)
    for word in get_args(Word)
    for expect in (None, *STATES)
]


@pytest.mark.parametrize(("state", "action", "word", "expect"), EVERY)
def test_every_combination(state: State, action: Action, word: Word, expect: State | None) -> None:
    until = TOMORROW if action == "snooze" else None
    came = plan(state, Request(action, until, word, expect), NOW)
    wanted = DONE.get((state, action, word)) if expect in (None, state) else None
    if wanted is not None:
        assert came == wanted
    else:
        assert isinstance(came, Refusal)
        assert came.reason.endswith(".")


@pytest.mark.parametrize(("key", "came"), DONE.items())
def test_no_plan_leaves_the_table_of_states(key: tuple[State, Action, Word], came: Plan) -> None:
    """By way of releasing where it is sent; from snoozed to held first, on the person's word."""
    state = key[0]
    if came.step == "send":
        assert "releasing" in MOVES[state]
        assert came.to in MOVES["releasing"]
    elif not came.to == state == "snoozed":
        assert came.to in MOVES["held" if state == "snoozed" else state]


def test_final_states_are_final() -> None:
    assert {state for state, moves in MOVES.items() if not moves} == set(FINAL)
    assert set(MOVES) == set(STATES)


DRAWN = {
    "held": "snoozed | releasing | drafted | discarded",
    "snoozed": "held | releasing",
    "rejected": "releasing | drafted | discarded",
    "releasing": "released | held | unknown",
    "unknown": "released | releasing | drafted | discarded",
}
"""DESIGN.md, States of a held message."""


def test_the_table_is_the_design_s() -> None:
    assert {state: " | ".join(moves) for state, moves in MOVES.items() if moves} == DRAWN


def test_the_design_says_what_is_drawn_here() -> None:
    design = Path(__file__).parents[3] / "shared" / "DESIGN.md"
    if not design.exists():
        pytest.skip("the design is not beside this checkout")
    text = re.sub(r"\([^()]*\)", "", design.read_text("utf-8"))
    table = text.split("**States of a held message**")[1].split("```")[1]
    found = {line.split("->")[0].strip(): line.split("->")[1] for line in table.splitlines() if "->" in line}
    assert {state: " | ".join(moves.replace("|", " ").split()) for state, moves in found.items()} == DRAWN


# Until when


@pytest.mark.parametrize(
    ("until", "findings", "came"),
    [
        (TOMORROW, (), TOMORROW),
        (TOMORROW, (SOON, ENOUGH), TOMORROW),
        (None, (SOON,), NOW + 3 * DAY),
        (None, (SOON, replace(SOON, next_allowed=NOW + 5 * DAY), THANKS, HASTY), NOW + 5 * DAY),
        (None, (), "say when"),
        (None, (THANKS, HASTY), "say when"),
        (None, (ENOUGH,), "until they write"),
        (None, (SOON, ENOUGH), "until they write"),
        (None, (replace(SOON, next_allowed=NOW),), "may go now"),
        (NOW, (), "passed"),
        (NOW - DAY, (SOON,), "passed"),
        (NOW + 366 * DAY, (), NOW + 366 * DAY),
        (NOW + 366 * DAY + MINUTE, (), "366 days"),
    ],
)
def test_until(until: datetime | None, findings: tuple[Finding, ...], came: datetime | str) -> None:
    for state in ("held", "snoozed"):
        planned = plan(state, Request("snooze", until), NOW, findings)
        if isinstance(came, datetime):
            assert planned == Plan("mark", "snoozed", came)
        else:
            assert isinstance(planned, Refusal)
            assert came in planned.reason


def test_other_limits() -> None:
    assert isinstance(plan("held", Request("snooze", TOMORROW), NOW, limits=Limits(MINUTE)), Refusal)


CROSS = Finding("negativity", "negativity.cross", "hold", "m", "a", "body")


@pytest.mark.parametrize(
    ("state", "request_", "findings", "came"),
    [
        ("held", Request("release", mute="anyone"), (THANKS,), SEND),
        ("held", Request("release", mute="recipients"), (CROSS,), SEND),
        ("held", Request("release", mute="anyone", sure=True), (CROSS,), SEND),
        ("held", Request("release", mute="anyone"), (replace(CROSS, effect="note"),), SEND),
        ("held", Request("release", mute="anyone"), (THANKS, CROSS), "No mail to anybody.* negativity.cross again"),
        ("unknown", Request("release", word="was-sent", mute="anyone"), (CROSS,), "negativity.cross"),
        ("unknown", Request("release", mute="anyone"), (CROSS,), "It may have been sent"),
        ("released", Request("release", mute="anyone"), (CROSS,), "It was sent"),
        ("held", Request("discard", mute="anyone"), (CROSS,), DISCARD),
    ],
)
def test_what_could_cost_every_job_is_muted_after_a_second_word(
    state: State, request_: Request, findings: tuple[Finding, ...], came: Plan | str
) -> None:
    found = plan(state, request_, NOW, findings)
    if isinstance(came, Plan):
        assert found == came
    else:
        assert isinstance(found, Refusal)
        assert re.match(f".*{came}", found.reason)
        assert found.asks == ("negativity" in came)
