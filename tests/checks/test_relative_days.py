"""Words that mean another day once a message goes: which are seen, and what is said of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.relative_days import MOST, relative
from checks.text import new_text

WRITTEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday."""
DAY = timedelta(days=1)


def said(body: str, days: float, written: datetime = WRITTEN) -> list[str]:
    found = relative(new_text(body), written, written + timedelta(days=days))
    for each in found:
        assert each.excerpt == body[each.start : each.end]
    return [each.excerpt for each in found]


@pytest.mark.parametrize(
    ("body", "days", "seen"),
    [
        ("Are you free today?", 15, ["today"]),
        ("Could we speak tomorrow morning?", 15, ["tomorrow morning"]),
        ("I'll call you this afternoon.", 1, ["this afternoon"]),
        ("Thank you for yesterday. I could come the day after tomorrow.", 2, ["yesterday", "the day after tomorrow"]),
        ("I am free next week, and on Monday.", 7, ["next week", "Monday"]),
        ("Are you in later this week?", 7, ["later this week"]),
        ("Are you in this week?", 2, []),
        ("Is it this month?", 2, []),
        ("Is it this month?", 15, ["this month"]),
        ("I was interviewed on Thursday.", 1, []),  # the last one and the next one are what they were
        ("I was interviewed on Thursday.", 2, ["Thursday"]),
        ("I was interviewed last Thursday.", 9, ["last Thursday"]),
        ("See you on Thurs, if that suits.", 9, ["on Thurs"]),
        ("I wrote two weeks ago and can start in 3 weeks.", 9, ["two weeks ago", "in 3 weeks"]),
        # A date says which day it is.
        ("Thank you for Thursday, 19 November.", 9, []),
        ("Thank you for Thursday the 19th.", 9, []),
        ("Thank you for Thursday (November 19).", 9, []),
        ("I could come on 3 December, Thursday.", 9, []),
        ("I could come on Thursday at 3 pm.", 9, ["Thursday"]),
        ("I could come on Thursday 3 pm.", 9, ["Thursday"]),
        # Words that name no day from where one stands
        ("I swim every Monday and shop on Black Friday with monday.com.", 9, []),
        ("Good morning, Ms Park. Good afternoon to all.", 9, []),
        ("The sun sat on the wed.", 9, []),
        ("Mondays are fine nowadays.", 9, []),
        # What others wrote is theirs
        ("Thank you.\n\nOn Mon, 23 Nov 2026, Jo <jo@acme.example> wrote:\n> see you tomorrow", 9, []),
        ("today, today and Today", 9, ["today"]),
        ("", 9, []),
    ],
)
def test_what_is_seen(body: str, days: float, seen: list[str]) -> None:
    assert said(f"Dear Jo,\n\n{body}\n\nKind regards,\nSam", days) == seen


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("today", "When you wrote it, that was Tue 24 November; when it goes, it will be read as Wed 9 December."),
        (
            "tomorrow",
            "When you wrote it, that was Wed 25 November; "
            "when it goes, on Wed 9 December, it will be read as Thu 10 December.",
        ),
        (
            "last night",
            "When you wrote it, that was Mon 23 November; "
            "when it goes, on Wed 9 December, it will be read as Tue 8 December.",
        ),
        (
            "next week",
            "When you wrote it, that was the week of Mon 30 November; "
            "when it goes, on Wed 9 December, it will be read as the week of Mon 14 December.",
        ),
        ("on Monday", "When it goes, on Wed 9 December, another Monday may be understood."),
        ("in two days", "It is counted from the day on which it goes: Wed 9 December."),
    ],
)
def test_what_is_said(words: str, sentence: str) -> None:
    [found] = relative(new_text(f"Could we speak {words}?"), WRITTEN, WRITTEN + 15 * DAY)
    assert found.sentence == f"It says “{words.removeprefix('on ')}”. {sentence}"


def test_on_the_same_day_nothing_is_said() -> None:
    assert said("today, tomorrow, this afternoon, on Monday, next week", 0.5) == []


def test_so_many_and_no_more() -> None:
    assert len(said("today, tomorrow, yesterday, this morning, next week, next month, on Monday", 40)) == MOST


@given(st.text(max_size=300), st.integers(-3, 400))
def test_any_text_is_fine(body: str, days: int) -> None:
    said(body.replace("\r", ""), days)


@given(st.integers(1, 300), st.integers(0, 6))
def test_today_and_tomorrow_always_move(days: int, weekday: int) -> None:
    assert said("today or tomorrow", days, WRITTEN + weekday * DAY) == ["today", "tomorrow"]


@given(st.integers(7, 300), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_another_after_a_week(days: int, name: str) -> None:
    assert said(f"I could come on {name}.", days) == [name]
