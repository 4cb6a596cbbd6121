"""The user's zone, also across the nights in which clocks change."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.frequency import outlook
from checks.model import Contact, History, Quiet, Settings
from proxy.local_time import there
from proxy.release import Limits, Plan, Request, plan
from proxy.snooze.due import after_quiet, waits_for_quiet
from tests.store.material import SOON

LONDON = ZoneInfo("Europe/London")
NIGHTS = Quiet(hours=((clock(22), clock(7)),))
WINTER = datetime(2026, 10, 25, 1, tzinfo=UTC)
"""When the clocks in London go back."""


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets this machine's zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone can't be set for a test")

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("days", range(-200, 200, 40))
def test_each_day_has_its_own_offset(at: Callable[[str], None], days: int) -> None:
    at("Europe/London")
    now = there(WINTER)
    when = datetime.combine(now.date() + timedelta(days=days), clock(9), now.tzinfo)
    assert when == datetime.combine(when.date(), clock(9), LONDON)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(when=st.datetimes(datetime(1975, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_it_is_the_same_moment(at: Callable[[str], None], when: datetime) -> None:
    at("Europe/London")
    here = there(when)
    assert here.astimezone(UTC) == when
    assert (here.replace(tzinfo=None), here.fold) == (when.astimezone(LONDON).replace(tzinfo=None), here.fold)
    assert pickle.loads(pickle.dumps(here)) == here


@pytest.mark.parametrize("when", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)])
def test_times_that_no_zone_knows_raise_nothing(at: Callable[[str], None], when: datetime) -> None:
    at("Asia/Tokyo" if when.year > 1 else "America/New_York")
    assert there(when) == when


def test_another_zone_is_the_users_word() -> None:
    assert there(WINTER, LONDON).tzinfo is LONDON


@pytest.mark.parametrize(
    "due",
    [WINTER - timedelta(hours=2), WINTER + timedelta(hours=2)],
    ids=["in the night in which the clocks go back", "in the same night, thereafter"],
)
def test_quiet_ends_by_the_clock_of_that_morning(at: Callable[[str], None], due: datetime) -> None:
    at("Europe/London")
    assert after_quiet(due, NIGHTS, None) == datetime(2026, 10, 25, 7, tzinfo=UTC)
    assert waits_for_quiet(WINTER - timedelta(hours=9), due, NIGHTS, None) == datetime(2026, 10, 25, 7, tzinfo=UTC)


def test_a_date_after_the_change_is_not_in_the_quiet_of_that_day(at: Callable[[str], None]) -> None:
    at("Europe/London")
    now = there(WINTER - timedelta(days=3))
    early = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)  # 06:30 there, 07:30 by the summer's clock
    wanted = plan("held", Request("snooze"), now, (replace(SOON, next_allowed=early),), Limits(quiet=NIGHTS))
    assert isinstance(wanted, Plan)
    assert wanted.due == datetime(2026, 11, 2, 7, tzinfo=UTC)


def test_the_morning_after_a_promise_is_there_not_in_greenwich(at: Callable[[str], None]) -> None:
    at("America/New_York")
    promised = (WINTER - timedelta(days=4)).date()
    said = Contact(WINTER - timedelta(days=9), "mail", "in", "jo@acme.example", promised=promised)
    mine = Contact(WINTER - timedelta(days=8), "mail", "out", "jo@acme.example")
    seen = outlook(History("jo@acme.example", (said, mine)), "follow-up", there(WINTER), Settings())
    assert seen.next_allowed is not None
    assert there(seen.next_allowed).hour == 9
