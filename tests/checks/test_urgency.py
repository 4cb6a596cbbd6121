"""Mail of the day itself: how long around an interview it is urgent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checks.model import Contact, History, Settings
from checks.urgency import is_urgent

TEN = datetime(2026, 3, 10, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
JO = "jo@acme.example"


@pytest.mark.parametrize(
    ("until", "now", "urgent"),
    [
        (None, TEN - 25 * HOUR, False),
        (None, TEN - 24 * HOUR, True),
        (None, TEN + 3 * HOUR, True),
        (None, TEN + 3.5 * HOUR, False),
        # a day of assessment: its end is known
        (TEN + 7 * HOUR, TEN + 4 * HOUR, True),
        (TEN + 7 * HOUR, TEN + 9 * HOUR, True),
        (TEN + 7 * HOUR, TEN + 9.5 * HOUR, False),
        (TEN + HOUR / 2, TEN + 2.5 * HOUR, True),
        (TEN + HOUR / 2, TEN + 3 * HOUR, False),
    ],
)
def test_from_a_day_before_to_two_hours_after(until: datetime | None, now: datetime, urgent: bool) -> None:
    met = Contact(TEN, "meeting", "both", JO, until=until)
    for history in (History(JO, (met,)), History(JO, company=(met,))):
        assert is_urgent("other", [history], now, Settings()) is urgent
