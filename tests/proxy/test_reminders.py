"""The thank-you that was never written: one reminder a meeting, whatever happens meanwhile, and a draft if wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from checks import catalog
from checks.model import Contact, Findings, History, Person, Settings
from proxy.digest import thanks
from proxy.meetings.appointments import Appointment
from proxy.meetings.unthanked import FRESH, passed, thanked
from proxy.mime.headers import read
from proxy.parse import parse
from proxy.store.contacts import Seen
from proxy.store.interviews import Interview
from proxy.store.sightings import FolderState
from tests.imap.client import Place
from tests.proxy.folders import mails, subjects
from tests.proxy.house import CLEAN, DAY, HOUR, JO, KIM, MINUTE, NOW, SAM, THANKS, House, another, letter
from tests.servers.cut import Relay

MET = NOW - DAY
SUBJECT = "A thank-you for your interview? Jo Park"
PEOPLE = (Person("Jo Park", JO),)
SLIP = Findings((replace(THANKS, mistake="sloppiness", rule="sloppiness.spelling"),), "en", thanks=True)
"""Of thanks with a slip in them."""


def meet(home: House, starts: datetime = MET, people: tuple[Person, ...] = PEOPLE, **more: object) -> None:
    """As the mailbox's reading finds it."""
    words = {"uid": "one@acme", "stamp": NOW - 3 * DAY, **more}
    found = Appointment("calendar", starts=starts, ends=starts + HOUR, people=people, **words)  # type: ignore[arg-type]
    mail = Seen(7, NOW - 4 * DAY, "in", (JO,), "<invitation@acme.example>", appointments=(found,))
    home.store.sightings.record(SAM, "Invitations", FolderState(1, 7), [mail])


async def work(home: House) -> None:
    """What the schedule does."""
    await home.reminders.look()
    await home.schedule.letters()


def plain(mail: bytes) -> str:
    return mail.replace(b"=\r\n", b"").decode()


async def test_after_twenty_hours_one_reminder_says_whom_and_when(home: House, place: Place) -> None:
    meet(home, NOW - 20 * HOUR - HOUR + MINUTE)
    await work(home)
    assert await subjects(place) == []
    home.now += MINUTE
    for _ in range(3):
        await work(home)
        home.now += DAY
    assert await subjects(place) == [SUBJECT]
    [reminder] = await mails(place, "INBOX")
    assert "You met Jo Park (Mon 9 March, 15:01), and I know of no thank-you since." in plain(reminder)
    assert await mails(place, "Drafts") == []


async def test_who_was_thanked_is_not_reminded_of(home: House, place: Place) -> None:
    meet(home)
    home.worker.answer = replace(CLEAN, thanks=True)
    await home.send(letter(2))
    await work(home)
    assert await subjects(place) == []


async def test_thanks_within_the_hours_in_which_nothing_is_held_are_thanks(home: House, place: Place) -> None:
    """What goes right after an interview is no contact, and the most usual time to thank for it."""
    meet(home)
    home.now, message = MET + HOUR + MINUTE, parse(letter(2).replace(b"canary body", b"Thank you for your time today."))
    home.worker.answer = lambda job: catalog.find(message, [JO], job.histories, job.now, job.settings)
    await home.send(letter(2))
    history = home.store.contacts.history(JO, home.now)
    assert (len(history.urgent), [each.kind for each in history.contacts]) == (1, ["mail", "meeting"])
    home.now = NOW
    await work(home)
    assert await subjects(place) == []
    after = replace(
        message, body="Dear Jo,\n\nIs there any news about the role? When will you decide?\n", message_id="<3@x>"
    )
    found = catalog.find(after, [JO], [home.store.contacts.history(JO, NOW)], NOW, Settings())
    assert [each.effect for each in found.findings if each.mistake == "thanks"] == ["note"]


@pytest.mark.parametrize("thanks_first", [True, False])
async def test_mail_without_thanks_and_thanks_from_before_are_none(
    home: House, place: Place, thanks_first: bool
) -> None:
    home.worker.answer = replace(CLEAN, thanks=thanks_first)
    meet(home)
    now, home.now = home.now, MET - HOUR if thanks_first else NOW
    await home.send(letter(2))
    home.now = now
    await work(home)
    assert await subjects(place) == [SUBJECT]


async def test_thanks_that_are_held_are_not_written_and_the_reminder_says_so(home: House, place: Place) -> None:
    meet(home)
    home.set(notify_by_mail=True, draft_thanks=True)
    home.worker.answer = SLIP
    await home.send(letter(2))
    id_ = home.store.held.messages()[0].id
    await work(home)
    assert SUBJECT in await subjects(place)
    told = next(mail for mail in await mails(place, "INBOX") if b"A thank-you" in mail)
    assert f"tactful show {id_}" in plain(told)
    assert await mails(place, "Drafts") == []  # there is one already


async def test_a_thank_you_that_waits_after_its_meeting_leads_the_digest(home: House, place: Place) -> None:
    home.set(notify_by_mail=False, remind=timedelta(0))
    await home.hold(letter(1, subject="Before"), (JO,))
    meet(home, NOW - 2 * HOUR)
    home.worker.answer = SLIP
    await home.send(letter(2, subject="Thank you"))
    home.now += MINUTE
    await home.hold(letter(3, subject="The newest"), (KIM,))
    waiting, _ = await home.post.waiting(SAM)
    assert [each.message.subject for each in waiting] == ["Thank you", "The newest", "Before"]
    assert await home.post.send_digest(SAM)
    [digest] = await mails(place, "INBOX")
    assert "Thanks for: your interview of Tue 10 March, 10:00" in plain(digest)


@pytest.mark.parametrize("off", ["cancelled", "remind = 0", "too long ago", "no recruiter", "an offer", "to come"])
async def test_when_nobody_is_reminded(home: House, place: Place, off: str) -> None:
    meet(home, {"too long ago": NOW - FRESH - HOUR - MINUTE, "to come": NOW + HOUR}.get(off, MET))
    if off == "cancelled":
        meet(home, cancelled=True, sequence=1)
    if off == "remind = 0":
        home.set(remind=timedelta(0))
    if off == "no recruiter":
        home.store.control.set_recruiter(JO, added=False, now=NOW)
    if off == "an offer":
        home.store.control.set_stage("acme.example", "offer", NOW)
    await work(home)
    assert await subjects(place) == []


async def test_what_was_noted_is_reminded_of_too(home: House, place: Place) -> None:
    home.store.contacts.log(Contact(MET, "meeting", "both", JO))
    await work(home)
    assert await subjects(place) == ["A thank-you for your interview? jo@acme.example"]


async def test_a_meeting_that_calendar_mail_and_user_tell_of_is_one(home: House, place: Place) -> None:
    meet(home)
    home.store.contacts.log(Contact(MET + HOUR, "meeting", "both", JO))
    await work(home)
    home.now += 2 * HOUR
    await work(home)
    assert await subjects(place) == [SUBJECT]


async def test_a_panel_is_one_reminder_of_those_who_had_no_thanks(home: House, place: Place) -> None:
    lee = Person("Lee Chan", "lee@acme.example")
    meet(home, people=(*PEOPLE, Person("Kim Lee", KIM), lee))
    home.worker.answer = replace(CLEAN, thanks=True)
    await home.send(letter(2, to="Kim <kim@acme.example>"), (KIM,))
    await work(home)
    assert await subjects(place) == ["A thank-you for your interview? Jo Park and Lee Chan"]


async def test_thanks_in_time_take_a_reminder_back_that_could_not_be_delivered(
    home: House, place: Place, wire: Relay
) -> None:
    meet(home)
    await home.reminders.look()
    home.worker.answer = replace(CLEAN, thanks=True)
    await home.send(letter(2))
    await home.schedule.letters()
    assert await subjects(place) == []
    assert home.store.letters.due(home.now + DAY) == []


async def test_while_the_mailbox_cannot_be_read_nobody_is_reminded(home: House, place: Place, wire: Relay) -> None:
    """They may have been thanked from a phone."""
    meet(home)
    wire.cut(down=True)
    await work(home)
    assert home.store.interviews.untold() == []
    wire.down = False
    home.now += HOUR
    await work(home)
    assert await subjects(place) == [SUBJECT]


async def test_the_digest_tells_it_once_and_alone_only_where_no_letter_does(home: House, place: Place) -> None:
    meet(home)
    home.set(notify_by_mail=False, digest_at=(time(8), time(17)))
    await work(home)
    assert await subjects(place) == ["A thank-you that may be missing"]
    [digest] = await mails(place, "INBOX")
    assert "You met Jo Park (Mon 9 March, 12:00), and I know of no thank-you since." in plain(digest)
    home.now += DAY
    await work(home)
    assert len(await subjects(place)) == 1


async def test_with_a_letter_of_its_own_the_next_digest_that_goes_tells_it(home: House, place: Place) -> None:
    meet(home)
    home.set(digest_at=(time(8), time(17)))
    await work(home)
    assert await subjects(place) == [SUBJECT]
    await home.hold()
    home.now = home.now.replace(hour=17)
    await work(home)
    digest = next(mail for mail in await mails(place, "INBOX") if read(mail).subject == "1 mail waits for your word")
    assert "I know of no thank-you since" in plain(digest)


# Exactly once


@pytest.mark.parametrize("octets", [*range(20, 3000, 190), 6000])
async def test_promise_one_letter_and_one_draft_wherever_the_connection_is_cut(
    home: House, place: Place, wire: Relay, octets: int
) -> None:
    meet(home)
    home.set(draft_thanks=True)
    await home.reminders.look()
    wire.cut_after = octets
    await home.schedule.letters()
    wire.cut_after = None
    for _ in range(2):
        home.now += HOUR
        await work(home)
    assert await subjects(place) == [SUBJECT]
    assert await subjects(place, "Drafts") == ["Thank you for your time on Monday"]


async def test_promise_once_though_the_process_dies_between_any_two_steps(
    home: House, place: Place, tmp_path: Path
) -> None:
    meet(home)
    home.set(draft_thanks=True)
    await home.reminders.look()
    async with another(home, tmp_path) as second:  # found by both
        await second.reminders.look()
        await work(second)
        await work(home)
    [one] = home.store.interviews.of(JO)
    assert one.drafted is not None
    # It died before it could write down what it had delivered.
    with home.store.database.write() as connection:
        connection.exec_driver_sql("UPDATE letter SET settled = NULL, due = 0")
        connection.exec_driver_sql("UPDATE interview SET drafted = NULL")
    await work(home)
    assert await subjects(place) == [SUBJECT]
    assert len(await subjects(place, "Drafts")) == 1


# What is due: pure


def interview(id_: int, starts: datetime, address: str = JO, **more: object) -> Interview:
    whole = {"uid": f"{id_}", "occurrence": "", "name": "", "source": "calendar"} | more
    return Interview(id_, SAM, address=address, starts=starts, ends=starts + HOUR, **whole)  # type: ignore[arg-type]


AFTER = 20 * HOUR
TABLE = [
    ("just long enough ago", [interview(1, NOW - 21 * HOUR)], [1]),
    ("not yet", [interview(1, NOW - 21 * HOUR + MINUTE)], []),
    ("a week ago", [interview(1, NOW - FRESH - HOUR)], [1]),
    ("longer", [interview(1, NOW - FRESH - HOUR - MINUTE)], []),
    ("the later of two", [interview(1, NOW - 3 * DAY), interview(2, NOW - DAY)], [2]),
    ("the later is too new", [interview(1, NOW - 3 * DAY), interview(2, NOW - HOUR)], []),
    ("the later is to come", [interview(1, NOW - 3 * DAY), interview(2, NOW + DAY)], [1]),
    ("reminded", [interview(1, NOW - DAY, reminded=NOW)], []),
    ("reminded of another that day", [interview(1, NOW - DAY - 3 * HOUR, reminded=NOW), interview(2, NOW - DAY)], []),
    ("reminded of an earlier round", [interview(1, NOW - 4 * DAY, reminded=NOW), interview(2, NOW - DAY)], [2]),
    ("two people", [interview(1, NOW - DAY), interview(2, NOW - 2 * DAY, KIM)], [2, 1]),
    ("one person, two spellings", [interview(1, NOW - 2 * DAY, "jo+x@acme.example"), interview(2, NOW - DAY)], [2]),
    ("none", [], []),
]


@pytest.mark.parametrize(("known", "due"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_which_are_due(known: list[Interview], due: list[int]) -> None:
    assert [each.id for each in passed(known, NOW, AFTER)] == due


THANKED = [
    ("thanks since", Contact(MET + 2 * HOUR, "mail", "out", JO, thanks=True), True),
    ("thanks while it ran", Contact(MET + MINUTE, "mail", "out", JO, thanks=True), True),
    ("thanks before", Contact(MET - MINUTE, "mail", "out", JO, thanks=True), False),
    ("mail without thanks", Contact(MET + HOUR, "mail", "out", JO, subject="Any news?"), False),
    ("by the subject of what nobody read", Contact(MET + HOUR, "mail", "out", JO, subject="Thank you!"), True),
    ("their thanks", Contact(MET + HOUR, "mail", "in", JO, subject="Thank you for coming"), False),
    ("a call", Contact(MET + HOUR, "call", "out", JO), False),
]  # fmt: skip


@pytest.mark.parametrize(("contact", "expected"), [row[1:] for row in THANKED], ids=[row[0] for row in THANKED])
def test_what_counts_as_thanks(contact: Contact, expected: bool) -> None:
    assert thanked(History(JO, (contact,)), interview(1, MET)) is expected


# The draft


NAMES = [
    ("Jo Park", "Dear Jo Park,"),
    ("Park, Jo", "Dear Jo Park,"),
    ("Jo Park (Acme)", "Dear Jo Park,"),
    ("Jo Park | Acme Talent", "Dear Jo Park,"),
    ("Dr. Anne-Marie O’Neill", "Dear Dr. Anne-Marie O’Neill,"),
    ("Zoë Müller", "Dear Zoë Müller,"),
    ("", "Hello,"),
    ("jo", "Hello,"),
    ("jo@acme.example", "Hello,"),
    ("Jo", "Hello,"),
    ("Acme 24 Recruiting", "Hello,"),
    ("the hiring team", "Hello,"),
    ("<script>", "Hello,"),
    ("Jo\r\nBcc: x@y", "Hello,"),
]


@pytest.mark.parametrize(("name", "greeting"), NAMES)
def test_how_it_begins(name: str, greeting: str) -> None:
    assert thanks.greeting(name) == greeting


@pytest.mark.parametrize("name", [name for name, _ in NAMES])
@pytest.mark.parametrize("days", [1, 6])
def test_promise_the_draft_passes_all_seven_checks(name: str, days: int) -> None:
    met = interview(1, NOW - days * DAY, name=name)
    octets, message_id = thanks.draft(SAM, met, NOW, UTC)
    head = read(octets)
    assert (head.message_id, head.sender.address, [each.address for each in head.to]) == (message_id, SAM, [JO])
    assert b"tactful" not in octets.lower()
    meeting = Contact(met.starts, "meeting", "both", JO)
    before = Contact(met.starts - DAY, "mail", "out", JO, "<before@example.org>")
    for contacts in ((), (before, meeting)):
        histories = [History(JO, contacts, synced=NOW)]
        found = catalog.find(parse(octets, null_sender=False), [JO], histories, NOW, Settings(own=frozenset({SAM})))
        assert [each.rule for each in found.holds] == []
        assert found.thanks
    assert {each.rule for each in found.findings} <= set()


def test_the_draft_is_the_same_at_each_try() -> None:
    met = interview(1, MET, name="Jo Park")
    assert thanks.draft(SAM, met, NOW, UTC) == thanks.draft(SAM, met, NOW, UTC)
    other = thanks.draft(SAM, interview(1, MET - DAY, name="Jo Park"), NOW, UTC)
    assert other[1] != thanks.draft(SAM, met, NOW, UTC)[1]
