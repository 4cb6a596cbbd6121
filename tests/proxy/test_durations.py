"""Lengths of time as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy import durations


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 hours", 4),
        ("2h", 2),
        ("1 hour", 1),
        ("90 minutes", 1.5),
        ("30 min", 0.5),
        ("1.5 hours", 1.5),
        ("21 days", 504),
        ("2 weeks", 336),
        ("1w", 168),
        ("1 day 12 hours", 36),
        ("1 day, 12 hours", 36),
        ("1 hour and 30 minutes", 1.5),
        ("1h30m", 1.5),
        ("3600 seconds", 1),
        ("  4   HOURS ", 4),
        ("0 days", 0),
    ],
)
def test_what_is_understood(text: str, hours: float) -> None:
    assert durations.parse(text) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "a number and a unit"),
        ("4", "a number and a unit"),
        ("hours", "a number and a unit"),
        ("4 moons", "a number and a unit"),
        ("-4 hours", "a number and a unit"),
        ("4 hours ago", "a number and a unit"),
        ("1,5 hours", "a number and a unit"),
        ("four hours", "a number and a unit"),
        ("2 months", "days or weeks"),
        ("1 year", "days or weeks"),
        ("999999 weeks", "a hundred years"),
        ("999999999 weeks", "a hundred years"),
    ],
)
def test_what_is_refused_and_how_to_write_it(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        durations.parse(text)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(hours=4), "4 hours"),
        (timedelta(days=21), "21 days"),
        (timedelta(days=1, hours=12, minutes=1), "1 day 12 hours 1 minute"),
        (timedelta(seconds=1.7), "1 second"),
        (timedelta(0), "0 seconds"),
        (timedelta(hours=-1), "0 seconds"),
    ],
)
def test_in_words(length: timedelta, words: str) -> None:
    assert durations.spoken(length) == words


@given(st.integers(0, 3_000_000_000))
def test_what_is_said_is_understood(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert durations.parse(durations.spoken(length)) == length


@given(st.text(max_size=30) | st.from_regex(r"[0-9. ]{0,12}[a-z ,]{0,8}[0-9]*[smhdw]?", fullmatch=True))
def test_any_text_is_a_length_or_a_remedy(text: str) -> None:
    try:
        length = durations.parse(text)
    except ValueError as error:
        length, remedy = None, str(error)
        assert "rite" in remedy
    assert length is None or length >= timedelta(0)
