"""The zone of this machine, with the offset of each day.

`datetime.astimezone()` knows only the offset of its own moment: counted from a day in summer, nine o'clock on a day in
winter was eight or ten.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

_ZERO = timedelta()


class LocalTime(tzinfo):
    """This machine's zone. Where it knows no offset for a time, thousands of years away, that is none."""

    def utcoffset(self, when: datetime | None) -> timedelta:
        """What is added to UTC."""
        try:
            found = None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()
        except (OverflowError, OSError, ValueError):
            found = None
        return found or _ZERO

    def dst(self, when: datetime | None) -> timedelta | None:
        """Not known apart from the whole offset."""
        return None

    def tzname(self, when: datetime | None) -> str | None:
        """As this machine calls it."""
        try:
            return None if when is None else when.replace(tzinfo=None).astimezone().tzname()
        except (OverflowError, OSError, ValueError):
            return None

    def fromutc(self, when: datetime) -> datetime:
        """`when`: in UTC, with this zone."""
        try:
            there = when.replace(tzinfo=UTC).astimezone()
        except (OverflowError, OSError, ValueError):
            return when
        found = there.replace(tzinfo=self)
        return found if found.utcoffset() == there.utcoffset() else found.replace(fold=1)


def there(when: datetime, zone: tzinfo | None = None) -> datetime:
    """An aware time in the user's zone; None: this machine's."""
    return when.astimezone(LocalTime() if zone is None else zone)
