"""The calendar parts of mails, as those who send them write them: tables. Written on Wednesday 8 July 2026."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Person
from proxy.answers import LIMIT, Answer, listen
from proxy.meetings.appointments import Appointment
from proxy.meetings.invitations import Invited, invited
from tests.calendars import BOGOTA, GUESTS, LONDON, alone, ics, invitation

WRITTEN = datetime(2026, 7, 8, 9, tzinfo=UTC)
OWN = frozenset({"sam@example.org"})
BERLIN = ZoneInfo("Europe/Berlin")
JO = Person("Jo Park", "jo@acme.example")


ALL = ",".join(map(str, range(60)))


def read(calendar: str, **more: str) -> Invited:
    return invited(invitation(calendar, when=WRITTEN, **more), WRITTEN, OWN, LIMIT, BERLIN)  # type: ignore[arg-type]


def one(calendar: str) -> Appointment:
    [found] = read(calendar).appointments
    return found


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}+00:00")


def start(line: str) -> dict[str, str]:
    """The start and, an hour later, the end."""
    name, _, when = line.rpartition(":")
    hour = int(when[9:11]) + 1
    return {"start": f"DTSTART{name}:{when}", "end": f"DTEND{name}:{when[:9]}{hour:02}{when[11:]}"}


ZONES = [
    ("UTC, as Google has single events", start(":20260714T093000Z"), "", "07-14T09:30"),
    ("IANA's name alone", start(";TZID=Europe/London:20260714T103000"), "", "07-14T09:30"),
    ("IANA's name, in quotes", start(';TZID="America/New_York":20260714T103000'), "", "07-14T14:30"),
    ("Windows' name and its rules", start(";TZID=GMT Standard Time:20260714T103000"),
     LONDON.format(name="GMT Standard Time"), "07-14T09:30"),
    ("Windows' name alone", start(";TZID=W. Europe Standard Time:20260714T103000"), "", "07-14T08:30"),
    ("Windows' name alone, in winter", start(";TZID=Eastern Standard Time:20261202T103000"), "", "12-02T15:30"),
    ("Outlook's own name and rules", start(";TZID=Customized Time Zone:20260714T103000"),
     LONDON.format(name="Customized Time Zone"), "07-14T09:30"),
    ("Outlook's words for a zone", start(';TZID="(UTC-05:00) Bogota, Lima, Quito":20260714T103000'),
     BOGOTA.format(name='(UTC-05:00) Bogota, Lima, Quito'), "07-14T15:30"),
    ("Evolution's long name", start(";TZID=/freeassociation.sourceforge.net/Europe/London:20260714T103000"), "",
     "07-14T09:30"),
    ("no zone: local", start(":20260714T103000"), "", "07-14T08:30"),
    ("a zone that nobody knows: local", start(";TZID=Mars/Olympus:20260714T103000"), "", "07-14T08:30"),
]  # fmt: skip


@pytest.mark.parametrize(("times", "zone", "expected"), [row[1:] for row in ZONES], ids=[row[0] for row in ZONES])
def test_the_zone(times: dict[str, str], zone: str, expected: str) -> None:
    found = one(ics(**times, zone=zone))  # type: ignore[arg-type]
    assert found.starts == utc(expected)
    assert found.ends - found.starts == timedelta(hours=1)


def test_two_files_that_call_different_zones_by_one_name() -> None:
    name = "Customized Time Zone"
    times = start(f";TZID={name}:20260714T103000")
    found = [one(ics(**times, zone=zone.format(name=name))).starts for zone in (LONDON, BOGOTA, LONDON)]  # type: ignore[arg-type]
    assert found == [utc("07-14T09:30"), utc("07-14T15:30"), utc("07-14T09:30")]
    assert one(ics(**times)).starts == utc("07-14T08:30")  # type: ignore[arg-type]


def test_an_invitation_as_google_sends_it_is_one_event_though_it_is_there_twice() -> None:
    found = read(ics())
    assert found.asks
    assert found.appointments == (
        Appointment(
            "calendar",
            "7kukuqrfedlm2f9t0vd4fjkd5q@google.com",
            utc("07-14T09:30"),
            utc("07-14T10:30"),
            utc("07-08T09:00"),
            (JO,),
        ),
    )


FORMS = [
    ("a duration", ics(end="DURATION:PT45M"), "09:30-10:15"),
    ("no end", ics(end="X-NO:1"), "09:30-10:30"),
    ("the end before the start", ics(end="DTEND:20260714T083000Z"), "09:30-09:30"),
    ("folded lines", ics(guests=GUESTS.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=NEEDS-\n ACTION")), "09:30-10:30"),
    ("an alarm inside", ics(more="BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT10M\nEND:VALARM\n"), "09:30-10:30"),
    ("fields of its own", ics(more="X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\nX-ALT-DESC;FMTTYPE=text/html:<p>\n"),
     "09:30-10:30"),
    ("no stamp", ics().replace("DTSTAMP:20260708T090000Z\n", ""), "09:30-10:30"),
    ("published, as booking pages do", ics(method="PUBLISH"), "09:30-10:30"),
    ("no method, as a file that is attached", ics().replace("METHOD:REQUEST\n", ""), "09:30-10:30"),
    ("small letters", ics().replace("VCALENDAR", "vcalendar").replace("METHOD:REQUEST", "method:request"),
     "09:30-10:30"),
]  # fmt: skip


@pytest.mark.parametrize(("calendar", "expected"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS])
def test_the_form(calendar: str, expected: str) -> None:
    found = one(calendar)
    assert f"{found.starts:%H:%M}-{found.ends:%H:%M}" == expected
    assert not found.cancelled


@pytest.mark.parametrize("end", ["DTEND;VALUE=DATE:20260715", "DTEND;VALUE=DATE:20260714", "X-NO:END"])
def test_one_that_lasts_all_day_begins_here_at_midnight(end: str) -> None:
    found = one(ics(start="DTSTART;VALUE=DATE:20260714", end=end))
    assert (found.starts, found.ends) == (utc("07-13T22:00"), utc("07-14T22:00"))


NONE = [
    ("a week of holidays", ics(start="DTSTART;VALUE=DATE:20260714", end="DTEND;VALUE=DATE:20260721")),
    ("next year", ics(start="DTSTART:20270714T093000Z", end="DTEND:20270714T103000Z")),
    ("last year", ics(start="DTSTART:20250714T093000Z", end="DTEND:20250714T103000Z")),
    ("no start", ics(start="X-NO:1")),
    ("no UID", ics().replace("UID:", "X-UID:")),
    ("a day that isn't there", ics(start="DTSTART:20260732T093000Z")),
    ("a counter-proposal", ics(method="COUNTER")),
    ("their answer", ics(method="REPLY")),
    ("cut in the middle", ics()[:200]),
    ("no calendar at all", "Hello"),
    ("tasks only", ics().replace("VEVENT", "VTODO")),
    ("every second", ics(more="RRULE:FREQ=SECONDLY\n")),
    ("every second in other words", ics(more=f"RRULE:FREQ=DAILY;BYHOUR=9,10,11;BYSECOND={ALL};BYMINUTE={ALL}\n")),
    ("again at once", ics(more="RRULE:FREQ=DAILY;INTERVAL=0\n")),
    ("since the beginning of time", ics(start="DTSTART:00010101T093000Z", end="", more="RRULE:FREQ=DAILY\n")),
    ("a rule that is none", ics(more="RRULE:FREQ=SOMETIMES\n")),
]


@pytest.mark.parametrize("calendar", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_what_is_no_appointment(calendar: str) -> None:
    assert read(calendar).appointments == ()


CANCELLED = [
    ("called off", ics(method="CANCEL", status="CANCELLED", sequence=1)),
    ("called off, without a status", ics(method="CANCEL").replace("STATUS:CONFIRMED\n", "")),
    ("asked for, and cancelled", ics(status="CANCELLED")),
    ("the user said no", ics(guests=GUESTS.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED"))),
    ("the user said no under a sign of their own",
     ics(guests="ORGANIZER:mailto:jo@acme.example\nATTENDEE;PARTSTAT=DECLINED:mailto:sam+jobs@example.org\n")),
    ("called off without its time", ics(method="CANCEL", start="X-A:1", end="X-B:2")),
    ("the user's answer", ics(method="REPLY", guests="ORGANIZER:mailto:jo@acme.example\n"
                              "ATTENDEE;PARTSTAT=DECLINED:mailto:Sam@example.org\n")),
]  # fmt: skip


@pytest.mark.parametrize("calendar", [row[1] for row in CANCELLED], ids=[row[0] for row in CANCELLED])
def test_what_does_not_take_place(calendar: str) -> None:
    assert one(calendar).cancelled


def test_who_takes_part() -> None:
    guests = """ORGANIZER;CN="Park, Jo":MAILTO:Jo@Acme.example
ATTENDEE;CN=Sam:mailto:sam@example.org
ATTENDEE;CN=kim@acme.example;PARTSTAT=TENTATIVE:mailto:kim@acme.example
ATTENDEE;CN=Lee Chan;PARTSTAT=DECLINED:mailto:lee@acme.example
ATTENDEE;CUTYPE=ROOM;CN=Blue Room:mailto:blue-room@acme.example
ATTENDEE;CN=Nobody:invalid
"""
    assert one(ics(guests=guests)).people == (Person("Park, Jo", "jo@acme.example"), Person("", "kim@acme.example"))


def test_a_series_is_followed_with_the_day_that_was_moved_and_the_one_left_out() -> None:
    series = ics(
        start="DTSTART;TZID=Europe/London:20261016T103000",
        end="DTEND;TZID=Europe/London:20261016T113000",
        more="RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/London:20261030T103000\n",
    )
    moved = ics(
        start="DTSTART;TZID=Europe/London:20261024T150000",
        end="DTEND;TZID=Europe/London:20261024T160000",
        more="RECURRENCE-ID;TZID=Europe/London:20261023T103000\n",
    )
    event = moved[moved.index("BEGIN:VEVENT") : moved.index("END:VCALENDAR")]
    found = read(series.replace("END:VCALENDAR", f"{event}END:VCALENDAR")).appointments
    # The clocks change on 25 October.
    assert [(each.occurrence[5:16], f"{each.starts:%m-%dT%H:%M}") for each in found] == [
        ("10-16T09:30", "10-16T09:30"),
        ("10-23T09:30", "10-24T14:00"),
        ("11-06T10:30", "11-06T10:30"),
    ]
    assert all(each.series for each in found)


def test_one_day_of_a_series_is_called_off_alone() -> None:
    gone = one(ics(method="CANCEL", more="RECURRENCE-ID:20260714T093000Z\n"))
    assert (gone.cancelled, gone.occurrence) == (True, "2026-07-14T09:30:00+00:00")


def test_a_mail_that_is_the_calendar_alone() -> None:
    [found] = invited(alone(ics(), when=WRITTEN), WRITTEN, OWN, LIMIT, BERLIN).appointments
    assert found.starts == utc("07-14T09:30")


def test_of_a_long_mail_the_calendar_may_stand_behind_what_was_read() -> None:
    long = invitation(ics(), when=WRITTEN, html=f"<p>{'x' * LIMIT}</p>")
    assert invited(long[:LIMIT], WRITTEN, OWN, LIMIT, BERLIN) == Invited(cut=True)
    assert not invited(b"From: a@b\r\n\r\nHello", WRITTEN, OWN, LIMIT, BERLIN).cut


def test_a_uid_of_any_length_and_a_sequence_of_any_size_can_be_kept() -> None:
    found = one(ics(uid="x" * 5000, sequence=10**30))
    assert (len(found.uid), found.sequence) == (64, 2**31)


PIECES = (
    "BEGIN:VEVENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "RRULE:FREQ=DAILY;COUNT=3",
    "DTSTART:20260714T093000Z",
    ";",
    ":",
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12), st.integers(0, 600))
def test_whatever_stands_in_a_calendar_it_is_read(pieces: list[str], at: int) -> None:
    whole = ics()
    for each in read(whole[:at] + "\n".join(pieces) + whole[at:]).appointments:
        assert each.starts <= each.ends


@pytest.mark.parametrize(
    ("zone", "day"), [(ZoneInfo("Australia/Sydney"), 15), (ZoneInfo("Europe/London"), 14), (None, None)], ids=str
)
def test_tomorrow_is_the_readers_whatever_zone_a_server_writes_its_dates_in(zone: ZoneInfo | None, day: int) -> None:
    """Exchange writes them in UTC, where it is still the day before."""
    mail = b"From: jo@acme.example\r\n\r\nSee you tomorrow at 10.\r\n"
    written = datetime(2026, 7, 13, 22, tzinfo=UTC)
    said = listen(Answer(mail, written), zone).arranged
    assert said.fixed is not None
    assert said.fixed.day.day == (day or (written.astimezone() + timedelta(days=1)).day)
