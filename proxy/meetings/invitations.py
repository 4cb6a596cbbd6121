"""The appointments in a mail's calendar parts (RFC 5545, RFC 5546, RFC 6047), whoever made them.

Runs in the worker, as all that reads mail. Pure. An event that is broken is left out, and the others are read. Times
are read by the zones that the file brings (VTIMEZONE), by IANA's and by Windows' names; one without any zone, or with
an unknown one, is local. Series are followed as far as AHEAD. No title, place or description is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from math import prod
from typing import TYPE_CHECKING, Any

from checks.model import Person
from proxy.addresses import is_one_of, normalise
from proxy.meetings.appointments import LENGTH, Appointment, key
from proxy.mime.tree import octets, tree

if TYPE_CHECKING:
    from icalendar import Calendar

AHEAD = timedelta(days=180)
BEHIND = timedelta(days=60)
"""Around the mail's date: nothing further away matters."""
FILE_LIMIT = 64 * 1024
"""Octets of one calendar part that are read."""
FILES, EVENTS, PEOPLE = 4, 60, 12
"""At most so many of a mail, of a file, of an event."""
YEARS, A_DAY = 10, 24
"""Series that are older, or come more often, are followed by nobody."""
LONGEST = timedelta(hours=26)
"""A longer event is a holiday or a deadline. All day is a day, whatever the clocks do meanwhile."""

_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_END = b"END:VCALENDAR"
_SAYS = frozenset({"REQUEST", "PUBLISH", ""})
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})


@dataclass(frozen=True, slots=True)
class Invited:
    """What a mail's calendar parts say. `asks`: whether one of them invites; `cut`: one may stand behind what was
    read."""

    appointments: tuple[Appointment, ...] = ()
    asks: bool = False
    cut: bool = False


def invited(content: bytes, written: datetime, own: frozenset[str], limit: int, zone: tzinfo | None = None) -> Invited:
    """The appointments of a mail's beginning of at most `limit` octets. `own`: the user's addresses, normalised.

    `zone`: for times without one; None: this machine's.
    """
    if b"calendar" not in content.lower() and b"/ics" not in content and len(content) < limit:
        return Invited()
    parts = [part for part in tree(content).walk() if part.content_type in _TYPES][:FILES]
    files = dict.fromkeys(octets(content, part)[:FILE_LIMIT] for part in parts)
    whole = [file for file in files if _END in file.upper()]
    found: dict[tuple[str, str], Appointment] = {}
    asks = False
    for file in whole:
        for calendar in _calendars(file):
            method = str(calendar.get("METHOD", "")).strip().upper()
            asks = asks or method == "REQUEST"
            for each in _Reader(method, written, own, zone).appointments(calendar):
                found.setdefault((each.uid, each.occurrence), each)
    return Invited(tuple(found.values()), asks=asks, cut=not whole and len(content) >= limit)


def _calendars(file: bytes) -> Iterator[Calendar]:
    from icalendar import Calendar as Read
    from icalendar.timezone import tzp

    tzp.use_default()  # else it keeps zones by name for the next file, whose "Customized Time Zone" is another one
    try:
        yield from Read.from_ical(file, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        return


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one calendar, whose METHOD in capitals is `method`."""

    method: str
    written: datetime
    own: frozenset[str]
    zone: tzinfo | None

    def appointments(self, calendar: Calendar) -> Iterator[Appointment]:
        events: list[Any] = [event for event in calendar.walk("VEVENT") if _uid(event)][:EVENTS]
        if self.method == "REPLY":
            for event in events:
                if _people(event, self.own)[1]:  # the user said no
                    yield from self._one(event, off=True)
        elif self.method == "CANCEL":
            for event in events:
                yield from self._one(event, off=True)
        elif self.method in _SAYS:
            yield from self._said(calendar, events)

    def _said(self, calendar: Calendar, events: list[Any]) -> Iterator[Appointment]:
        series = {_uid(event) for event in events if "RRULE" in event or "RDATE" in event}
        for event in events:
            if _uid(event) not in series:
                yield from self._one(event)
        for uid in sorted(series):
            yield from self._series(calendar, [event for event in events if _uid(event) == uid])

    def _series(self, calendar: Calendar, events: list[Any]) -> Iterator[Appointment]:
        from icalendar import Calendar as Made
        from recurring_ical_events import of

        alone = Made()
        if "X-WR-TIMEZONE" in calendar:
            alone.add("X-WR-TIMEZONE", calendar["X-WR-TIMEZONE"])
        for event in events:
            alone.add_component(event)
        try:
            if any(_takes_for_ever(event, self.written) for event in events):
                return
            found = of(alone).between(self.written - BEHIND, self.written + AHEAD)[:EVENTS]
        except Exception:  # whatever somebody else's rule makes the library raise
            return
        for event in found:
            yield from self._one(event, series=True)

    def _one(self, event: Any, *, off: bool = False, series: bool = False) -> Iterator[Appointment]:
        try:
            stamp = _instant(event["DTSTAMP"].dt, self.zone) if "DTSTAMP" in event else self.written
            original = event.get("RECURRENCE-ID")
            occurrence = "" if original is None else _instant(original.dt, self.zone).isoformat()
            untimed = off and "DTSTART" not in event  # RFC 5546, section 3.2.5
            starts, ends = (stamp, stamp) if untimed else _span(event, self.zone)
            sequence = int(event.get("SEQUENCE", 0))
            people, declines = _people(event, self.own)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return
        if ends - starts > LONGEST or not self.written - BEHIND <= starts <= self.written + AHEAD:
            return
        yield Appointment(
            source="calendar",
            uid=key(_uid(event)),
            starts=starts,
            ends=ends,
            stamp=stamp,
            people=people,
            occurrence=occurrence,
            sequence=max(0, min(sequence, 2**31)),
            cancelled=off or declines or str(event.get("STATUS", "")).upper() == "CANCELLED",
            series=series,
            untimed=untimed,
        )


def _takes_for_ever(event: Any, written: datetime) -> bool:
    """Whether following its rules would."""
    rules = _listed(event.get("RRULE"))
    return bool(rules) and (event["DTSTART"].dt.year < written.year - YEARS or any(map(_is_too_often, rules)))


def _is_too_often(rule: Any) -> bool:
    times = prod(max(1, len(_listed(rule.get(part)))) for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    step = min(_listed(rule.get("INTERVAL")), default=1)  # some write 0, which never comes to an end
    return times > A_DAY or step < 1 or any(str(one).upper() in _TOO_OFTEN for one in _listed(rule.get("FREQ")))


def _span(event: Any, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """Start and end (RFC 5545, section 3.6.1), aware."""
    first = event["DTSTART"].dt
    starts = _instant(first, zone)
    if "DTEND" in event:
        ends = _instant(event["DTEND"].dt, zone)
    elif "DURATION" in event:
        ends = starts + event["DURATION"].dt
    else:
        ends = starts + LENGTH
    if not isinstance(first, datetime):
        ends = max(ends, starts + timedelta(days=1))  # some end it on the day itself
    return starts, max(starts, ends)


def _instant(when: date | datetime, zone: tzinfo | None) -> datetime:
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)  # noqa: DTZ001 - all day, here
    if when.tzinfo is not None:
        return when.astimezone(UTC)
    return (when.replace(tzinfo=zone) if zone is not None else when.astimezone()).astimezone(UTC)


def _people(event: Any, own: frozenset[str]) -> tuple[tuple[Person, ...], bool]:
    """Organizer and attendees who take part; whether the user said no."""
    found: dict[str, Person] = {}
    declines = False
    for entry in (*_listed(event.get("ORGANIZER")), *_listed(event.get("ATTENDEE"))):
        params = getattr(entry, "params", {})
        address = normalise(str(entry).strip().removeprefix("mailto:").removeprefix("MAILTO:").removeprefix("Mailto:"))
        no = str(params.get("PARTSTAT", "")).upper() == "DECLINED"
        if is_one_of(address, own):
            declines = declines or no
            continue
        room = str(params.get("CUTYPE", "INDIVIDUAL")).upper() in {"ROOM", "RESOURCE"}
        if "@" in address and not no and not room:
            found.setdefault(address, Person(_name(str(params.get("CN", "")), address), address))
    return tuple(found.values())[:PEOPLE], declines


def _name(name: str, address: str) -> str:
    plain = " ".join(name.strip("\"' ").split())
    return "" if "@" in plain or normalise(plain) == address else plain


def _listed(entries: object) -> list[Any]:
    if entries is None:
        return []
    return entries if isinstance(entries, list) else [entries]


def _uid(event: Any) -> str:
    return str(event.get("UID", "")).strip()
