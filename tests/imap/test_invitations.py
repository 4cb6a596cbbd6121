"""Interviews found in a mailbox on each server: invitations, what changes them, and mail that fixes a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from proxy.answers import LIMIT, Answer, Heard, listen
from proxy.imap import calendars, folders, history
from proxy.imap.listening import Listen
from proxy.store.store import Store
from tests.calendars import ics, invitation
from tests.imap.client import NOW, OWN, Place, is_recruiter, mail

JO, SAM = "jo@acme.example", "sam@example.org"
DAY = timedelta(days=1)
TIMES: dict[str, Any] = {
    "start": "DTSTART:20260312T100000Z",
    "end": "DTEND:20260312T110000Z",
    "stamp": "20260309T080000Z",
}
LATER: dict[str, Any] = {
    "start": "DTSTART:20260313T150000Z",
    "end": "DTEND:20260313T160000Z",
    "stamp": "20260309T090000Z",
}
AT, MOVED = datetime(2026, 3, 12, 10, tzinfo=UTC), datetime(2026, 3, 13, 15, tzinfo=UTC)


async def here(answer: Answer) -> Heard:
    return listen(answer)


async def read(place: Place, store: Store, listener: Listen = here, *, anew: bool = True) -> None:
    async with place.connection() as connection:
        where = await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)
        act = history.read if anew else history.look
        reading = {"is_recruiter": is_recruiter, "own": OWN, "now": NOW, "listen": listener}
        await act(connection, SAM, where, store.sightings, **reading)  # type: ignore[arg-type]


def known(store: Store, address: str = JO) -> list[tuple[str, datetime, bool]]:
    return [(each.source, each.starts, each.cancelled) for each in store.interviews.of(address)]


async def test_an_invitation_and_what_moves_and_cancels_it(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY))
    await read(place, store)
    assert known(store) == [("calendar", AT, False)]
    await place.fill("INBOX", invitation(ics(**LATER, sequence=1), when=NOW - DAY / 2))
    await read(place, store, anew=False)
    assert known(store) == [("calendar", MOVED, False)]
    gone = ics(**LATER, sequence=2, method="CANCEL", status="CANCELLED")
    await place.fill("INBOX", invitation(gone, when=NOW - DAY / 4, method="CANCEL"))
    await read(place, store, anew=False)
    assert known(store) == [("calendar", MOVED, True)]


async def test_one_that_google_marks_as_sent_by_itself_is_a_sign_of_life(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY, auto_submitted="auto-generated"))
    await read(place, store)
    assert [each.kind for each in store.contacts.history(JO, NOW).contacts] == ["mail", "meeting"]


async def test_a_booking_page_invites_in_a_recruiters_name(place: Place, store: Store) -> None:
    page = {"sender": "Jo Park <notifications@calendly.com>", "when": NOW - DAY}
    await place.fill("INBOX", invitation(ics(**TIMES, method="PUBLISH"), **page))  # type: ignore[arg-type]
    await read(place, store)
    assert known(store) == [("calendar", AT, False)]
    assert [each.kind for each in store.contacts.history(JO, NOW).contacts] == ["meeting"]


async def test_nobody_elses_invitation_counts_whoever_it_names(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY, sender="mum@home.example"))
    strangers = ics(**TIMES).replace("acme.example", "home.example")
    page = {"sender": "Mum <notifications@calendly.com>", "when": NOW - DAY}
    await place.fill("INBOX", invitation(strangers, **page))  # type: ignore[arg-type]
    await read(place, store)
    assert known(store) == known(store, "mum@home.example") == []
    assert store.contacts.addresses() == []


async def test_of_a_mail_that_is_too_long_only_the_calendar_part_is_fetched(place: Place, store: Store) -> None:
    asked: list[int] = []

    async def listener(answer: Answer) -> Heard:
        asked.append(len(answer.content))
        return listen(answer)

    long = invitation(ics(**TIMES), when=NOW - DAY, html="<p>" + "x" * 70 * 1000 + "\r\n" * 40_000 + "</p>")
    await place.fill("INBOX", long)
    await read(place, store, listener)
    assert known(store) == [("calendar", AT, False)]
    assert len(asked) == 2
    assert asked[0] == LIMIT
    assert asked[1] < 8_000


async def test_a_long_mail_without_a_calendar_is_not_asked_for_twice(place: Place, store: Store) -> None:
    asked: list[Answer] = []

    async def listener(answer: Answer) -> Heard:
        asked.append(answer)
        return listen(answer)

    await place.fill("INBOX", mail("Long", sender=JO, to=SAM, body="word " * LIMIT))
    await read(place, store, listener)
    assert len(asked) == 1


async def test_mail_that_fixes_a_time_theirs_and_the_users(place: Place, store: Store) -> None:
    await place.fill("INBOX", mail("Interview", sender=JO, to=SAM, body="See you on Thursday 12 March at 10:00 GMT."))
    kim = "See you on Friday 13 March at 3pm GMT."
    await place.fill("Sent", mail("Interview", to="kim@acme.example, mum@home.example", body=kim))
    await place.fill("Sent", mail("Lunch", to="mum@home.example", body=kim))
    await read(place, store)
    assert known(store) == [("mail", AT, False)]
    assert known(store, "kim@acme.example") == [("mail", MOVED, False)]
    assert known(store, "mum@home.example") == []


async def test_the_users_own_no_calls_it_off(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY))
    answer = ics(**TIMES | {"stamp": "20260309T100000Z"}, method="REPLY", guests="ORGANIZER:mailto:jo@acme.example\n"
                 "ATTENDEE;PARTSTAT=DECLINED:mailto:sam@example.org\n")  # fmt: skip
    await place.fill("Sent", invitation(answer, when=NOW - DAY / 2, sender=SAM, to=JO, method="REPLY"))
    await read(place, store)
    assert known(store) == [("calendar", AT, True)]


async def test_the_users_answer_to_an_invitation_is_no_word_of_theirs(place: Place, store: Store) -> None:
    """Outlook files its "Accepted: Interview" in Sent, within a mail with a text of its own."""
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY))
    for number, said in enumerate(("ACCEPTED", "DECLINED"), 1):
        guests = f"ORGANIZER:mailto:{JO}\nATTENDEE;PARTSTAT={said}:mailto:{SAM}\n"
        answer = ics(**TIMES | {"stamp": f"20260309T1{number}0000Z"}, method="REPLY", guests=guests)
        await place.fill("Sent", invitation(answer, when=NOW - DAY / 2, sender=SAM, to=JO, method="REPLY"))
        await read(place, store, anew=number == 1)
        assert known(store) == [("calendar", AT, said == "DECLINED")]
        assert [each.direction for each in store.contacts.history(JO, NOW).contacts if each.kind == "mail"] == ["in"]


async def test_thanks_that_went_from_a_phone_are_known_by_their_text(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("Re: Interview", body="Dear Jo,\r\n\r\nThank you for your time on Monday.\r\n"))
    await place.fill("Sent", mail("Interview", to="Kim <kim@acme.example>", body="Is there any news?"))
    await read(place, store)
    assert [each.thanks for each in store.contacts.history(JO, NOW).contacts] == [True]
    assert [each.thanks for each in store.contacts.history("kim@acme.example", NOW).contacts] == [False]


async def test_reading_leaves_no_trace_in_the_mailbox(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY, html="<p>" + "x\r\n" * 40_000))
    await read(place, store)
    assert b"\\Seen" not in await place.flags("INBOX")
    assert len(known(store)) == 1


async def test_an_invitation_that_is_expunged_is_still_known(place: Place, store: Store) -> None:
    """Outlook takes it out of the inbox as soon as it is answered."""
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY))
    await read(place, store)
    await place.remove("INBOX", await place.uids("INBOX"))
    await read(place, store, anew=False)
    assert known(store) == [("calendar", AT, False)]


async def test_nothing_but_who_and_when_is_kept(place: Place, store: Store) -> None:
    await place.fill("INBOX", invitation(ics(**TIMES), when=NOW - DAY))
    await read(place, store)
    [one] = store.interviews.of(JO)
    assert "canary" not in repr(one).lower()


STRUCTURES = [
    ((b"text", b"calendar", (), None, None, b"base64", 100, 5), [("1", "base64")]),
    (([(b"TEXT", b"PLAIN", (), None, None, b"7BIT", 1, 1), (b"TEXT", b"CALENDAR", (), None, None, None, 1, 1)],
      b"mixed"), [("2", "7bit")]),
    (([([(b"text", b"plain", (), None, None, b"7bit", 1, 1), (b"text", b"calendar", (), None, None, b"8bit", 1)],
        b"alternative"), (b"application", b"ics", (), None, None, b"base64", 1)], b"mixed"),
     [("1.2", "8bit"), ("2", "base64")]),
    (None, []),
    ((), []),
]  # fmt: skip


@pytest.mark.parametrize(("structure", "places"), STRUCTURES)
def test_where_calendar_parts_are(structure: object, places: list[tuple[str, str]]) -> None:
    assert list(calendars._calendars(structure, "")) == places
