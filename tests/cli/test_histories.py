"""Whose turn it is, as `tactful history` tells it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checks.frequency import outlook
from checks.model import Contact, ContactKind, Direction, History, Settings
from proxy.cli.histories import whose_turn

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
JO, KIM = "jo@acme.example", "kim@acme.example"


def at(days: float, direction: Direction, kind: ContactKind = "mail", name: str = "", *thread: str) -> Contact:
    return Contact(NOW - timedelta(days=days), kind, direction, JO, message_id=name, thread=thread)


@pytest.mark.parametrize(
    ("contacts", "company", "turn"),
    [
        ((), (), "yours"),
        ((at(3, "out"),), (), "theirs"),
        ((at(3, "out"), at(2, "in")), (), "yours"),
        ((at(3, "in"), at(2, "out")), (), "theirs"),
        ((at(3, "out"), at(-2, "both", "meeting")), (), "theirs"),
        ((at(300, "out"),), (), "theirs"),
        # somebody else of the company answered, or their clock is slow
        ((at(3, "out", "mail", "<1>"),), (at(2, "in", "mail", "<2>", "<1>"),), "yours"),
        ((at(4, "in", "mail", "<2>", "<1>"), at(3, "out", "mail", "<1>")), (), "yours"),
    ],
    ids=["nothing", "wrote", "answered", "answered them", "interview to come", "long ago", "a colleague", "slow clock"],
)
def test_whose_turn(contacts: tuple[Contact, ...], company: tuple[Contact, ...], turn: str) -> None:
    history = History(JO, contacts, company=company)
    assert whose_turn(history, outlook(history, "follow-up", NOW, Settings()).unanswered, NOW) == turn
