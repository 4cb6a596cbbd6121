"""Calendar files and mails as Google, Outlook, Exchange and booking pages write them."""

from __future__ import annotations

import base64
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

UID = "7kukuqrfedlm2f9t0vd4fjkd5q@google.com"

LONDON = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
"""As Outlook writes a zone, under any name."""

BOGOTA = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:-0500
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
"""

GUESTS = """ORGANIZER;CN=Jo Park:mailto:jo@acme.example
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=sam@example.org;X-NUM-GUESTS=0:mailto:sam@example.org
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Jo Park:mailto:jo@acme.example
"""


def ics(
    *,
    uid: str = UID,
    start: str = "DTSTART:20260714T093000Z",
    end: str = "DTEND:20260714T103000Z",
    method: str = "REQUEST",
    sequence: int = 0,
    stamp: str = "20260708T090000Z",
    guests: str = GUESTS,
    zone: str = "",
    more: str = "",
    status: str = "CONFIRMED",
) -> str:
    """One event, LF line ends."""
    lines = f"""BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:{method}
{zone}BEGIN:VEVENT
{start}
{end}
DTSTAMP:{stamp}
{guests}UID:{uid}
{more}SEQUENCE:{sequence}
STATUS:{status}
SUMMARY:Interview: Canary role
LOCATION:Canary Street 4
END:VEVENT
END:VCALENDAR
"""
    return "\n".join(line for line in lines.split("\n") if line) + "\n"


def invitation(
    calendar: str,
    *,
    when: datetime,
    sender: str = "Jo Park <jo@acme.example>",
    to: str = "sam@example.org",
    subject: str = "Invitation: Interview",
    html: str = "<p>You have been invited.</p>",
    attached: bool = True,
    method: str = "REQUEST",
    message_id: str = "",
    **fields: str,
) -> bytes:
    """A mail as Google and Exchange send it: text, HTML and the calendar as alternatives, and again as a file."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = format_datetime(when)
    mail["Message-ID"] = message_id or f"<calendar-{abs(hash((calendar, when)))}@mail.acme.example>"
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    octets = calendar.replace("\n", "\r\n").encode()
    mail.set_content("You have been invited.\n")
    mail.add_alternative(html, subtype="html")
    mail.add_alternative(octets, maintype="text", subtype="calendar", params={"method": method}, cte="base64")
    del mail.get_payload()[-1]["Content-Disposition"]  # type: ignore[union-attr,index]
    if attached:
        mail.add_attachment(octets, maintype="application", subtype="ics", filename="invite.ics")
    return mail.as_bytes()


def alone(calendar: str, *, when: datetime, method: str = "REQUEST", sender: str = "jo@acme.example") -> bytes:
    """A mail that is nothing but the calendar."""
    body = base64.encodebytes(calendar.replace("\n", "\r\n").encode()).replace(b"\n", b"\r\n")
    head = (
        f"From: {sender}\r\nTo: sam@example.org\r\nSubject: Interview\r\nDate: {format_datetime(when)}\r\n"
        f"Message-ID: <alone-{when:%H%M%S}@acme.example>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: text/calendar; charset="utf-8"; method={method}\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    return head.encode() + body
