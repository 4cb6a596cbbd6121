"""Interviews in the store: the later word counts, in whatever order they are read, and each is asked for once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.appointments import Arranged, Fixed
from checks.frequency import ASSUMED, outlook
from checks.model import Contact, Person, Settings
from proxy.meetings.appointments import Appointment, of_words, with_recruiters
from proxy.meetings.appointments import key as short
from proxy.model import STATES, State
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState
from proxy.store.store import Store
from tests.store.material import keep

NOW = datetime(2026, 7, 8, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JO, KIM = Person("Jo Park", "jo@acme.example"), Person("", "kim@acme.example")
SAM = "sam@example.org"
FIRST = Appointment("calendar", "one@acme", NOW + 6 * DAY, NOW + 6 * DAY + HOUR, NOW, (JO,))
MOVED = replace(FIRST, starts=NOW + 8 * DAY, ends=NOW + 8 * DAY + HOUR, sequence=1, stamp=NOW + HOUR)
GONE = replace(MOVED, sequence=2, stamp=NOW + 2 * HOUR, cancelled=True)


def say(store: Store, *said: Appointment, uid: int = 1) -> None:
    """As the reading of a mailbox does."""
    mail = Seen(uid, NOW, "in", ("jo@acme.example",), f"<{uid}@acme.example>", appointments=said)
    store.sightings.record(SAM, "INBOX", FolderState(1, uid), [mail])


def known(store: Store, address: str = "jo@acme.example") -> list[tuple[str, bool]]:
    """Day of the month and whether it was cancelled, of each."""
    return [(f"{each.starts:%d}", each.cancelled) for each in store.interviews.of(address)]


def test_an_invitation_is_kept_once_however_often_it_is_read(store: Store) -> None:
    for uid in (1, 2, 1):
        say(store, FIRST, uid=uid)
    assert known(store) == [("14", False)]


@pytest.mark.parametrize("order", list(permutations((FIRST, MOVED, GONE))), ids=lambda _: "")
def test_the_latest_word_counts_in_whatever_order_they_are_read(store: Store, order: tuple[Appointment, ...]) -> None:
    for uid, each in enumerate(order, 1):
        say(store, each, uid=uid)
    assert known(store) == [("16", True)]


def test_called_off_without_its_time_it_keeps_the_time_that_is_known(store: Store) -> None:
    say(store, FIRST)
    say(store, replace(GONE, starts=GONE.stamp, ends=GONE.stamp, untimed=True), uid=2)
    assert known(store) == [("14", True)]


def test_what_was_moved_keeps_no_reminder_of_the_former_time(store: Store) -> None:
    say(store, FIRST)
    [before] = store.interviews.of("jo@acme.example")
    assert store.interviews.remind([before], SAM, NOW)
    say(store, MOVED, uid=2)
    [after] = store.interviews.of("jo@acme.example")
    assert (after.reminded, after.starts) == (None, MOVED.starts)
    say(store, MOVED, uid=3)
    assert store.interviews.remind([after], SAM, NOW)


def test_what_was_moved_and_moved_back_was_reminded_of_already(store: Store) -> None:
    say(store, FIRST)
    assert store.interviews.remind(store.interviews.of("jo@acme.example"), SAM, NOW)
    say(store, MOVED, uid=2)
    say(store, replace(FIRST, sequence=2, stamp=NOW + 2 * HOUR), uid=3)
    assert not store.interviews.remind(store.interviews.of("jo@acme.example"), SAM, NOW + HOUR)
    [back] = store.interviews.of("jo@acme.example")
    assert back.reminded is not None
    assert len(store.letters.due(NOW + HOUR)) == 1


def test_read_again_after_the_reminder_it_is_still_reminded(store: Store) -> None:
    say(store, FIRST)
    [one] = store.interviews.of("jo@acme.example")
    assert store.interviews.remind([one], SAM, NOW)
    assert not store.interviews.remind([one], SAM, NOW)
    store.sightings.restart(SAM, "INBOX")
    say(store, FIRST)
    [one] = store.interviews.of("jo@acme.example")
    assert one.reminded == NOW
    assert [letter.kind for letter in store.letters.due(NOW)] == ["thanks"]


def test_who_is_taken_off_the_list_has_no_interview_any_more(store: Store) -> None:
    say(store, replace(FIRST, people=(JO, KIM)))
    say(store, replace(MOVED, people=(JO,)), uid=2)
    assert known(store) == [("16", False)]
    assert known(store, "kim@acme.example") == [("14", True)]


def test_a_mail_and_a_calendar_that_tell_of_one_meeting(store: Store) -> None:
    told = of_words(Arranged(Fixed(date(2026, 7, 14), (NOW + HOUR).time())), "<a@x>", NOW, (JO,), UTC)
    say(store, *told)
    assert [each.source for each in store.interviews.of("jo@acme.example")] == ["mail"]
    say(store, FIRST, uid=2)
    assert [each.source for each in store.interviews.of("jo@acme.example")] == ["calendar"]
    assert len(store.contacts.history("jo@acme.example", NOW).contacts) == 3  # two mails and one meeting
    say(store, MOVED, uid=3)  # the mail's time is not left over
    assert known(store) == [("14", True), ("16", False)]


def test_a_mail_moves_and_calls_off_what_mail_agreed_before(store: Store) -> None:
    first = of_words(Arranged(Fixed(date(2026, 7, 14), (NOW + HOUR).time())), "<a@x>", NOW, (JO,), UTC)
    second = of_words(
        Arranged(Fixed(date(2026, 7, 16), (NOW + HOUR).time()), moved=True), "<b@x>", NOW + DAY, (JO,), UTC
    )
    say(store, *first)
    say(store, *second, uid=2)
    assert known(store) == [("14", True), ("16", False)]
    say(store, *of_words(Arranged(off=True), "<c@x>", NOW + 2 * DAY, (JO,), UTC), uid=3)
    assert known(store) == [("14", True), ("16", True)]


AGREED = of_words(Arranged(Fixed(date(2026, 7, 14), (NOW + HOUR).time())), "<a@x>", NOW, (JO,), UTC)
ELSEWHEN = of_words(Arranged(Fixed(date(2026, 7, 16), (NOW + HOUR).time()), moved=True), "<b@x>", NOW + DAY, (JO,), UTC)
OFF = of_words(Arranged(off=True), "<c@x>", NOW + 2 * DAY, (JO,), UTC)


@pytest.mark.parametrize("order", list(permutations((AGREED, ELSEWHEN, OFF, AGREED))), ids=lambda _: "")
def test_what_a_mail_called_off_stays_so_in_whatever_order_folders_are_read(
    store: Store, order: tuple[tuple[Appointment, ...], ...]
) -> None:
    """Sent is read first: the user's own word that it is off comes before theirs that it is on."""
    for uid, each in enumerate(order, 1):
        say(store, *each, uid=uid)
    assert known(store) == [("14", True), ("16", True)]
    say(store, *of_words(Arranged(Fixed(date(2026, 7, 20), NOW.time())), "<d@x>", NOW + 3 * DAY, (JO,), UTC), uid=9)
    assert known(store)[2:] == [("20", False)]


def test_a_mail_about_what_the_calendar_moved_stays_gone_when_it_is_read_again(store: Store) -> None:
    for uid, each in enumerate((AGREED, (FIRST,), (MOVED,), AGREED), 1):
        say(store, *each, uid=uid)
    assert known(store) == [("14", True), ("16", False)]


@pytest.mark.parametrize("state", STATES)
def test_what_was_not_sent_agrees_and_calls_off_nothing_whatever_the_client_filed(store: Store, state: State) -> None:
    say(store, *AGREED)
    keep(store, message_id="<kept@example.org>", state=state)
    for uid, said in enumerate((Arranged(off=True), Arranged(Fixed(date(2026, 7, 20), NOW.time()))), 1):
        words = of_words(said, "<kept@example.org>", NOW + DAY, (JO,), UTC)
        mail = Seen(uid, NOW + DAY, "out", ("jo@acme.example",), "<kept@example.org>", appointments=words)
        store.sightings.record(SAM, "Sent", FolderState(1, uid), [mail])
    sent = state in ("released", "releasing", "unknown")
    assert known(store) == ([("14", True), ("20", False)] if sent else [("14", False)])


def test_a_second_meeting_in_another_mail_does_not_move_the_first(store: Store) -> None:
    say(store, *of_words(Arranged(Fixed(date(2026, 7, 14), NOW.time())), "<a@x>", NOW, (JO,), UTC))
    say(store, *of_words(Arranged(Fixed(date(2026, 7, 16), NOW.time())), "<b@x>", NOW + DAY, (JO,), UTC), uid=2)
    assert known(store) == [("14", False), ("16", False)]


def test_a_series_and_the_cancellation_of_all_of_it(store: Store) -> None:
    days = [
        replace(FIRST, starts=NOW + n * DAY, ends=NOW + n * DAY + HOUR, occurrence=f"{n}", series=True)
        for n in (1, 8, 15)
    ]
    say(store, *days)
    say(store, replace(days[1], cancelled=True, series=False, sequence=1), uid=2)
    assert known(store) == [("09", False), ("16", True), ("23", False)]
    say(store, replace(FIRST, cancelled=True, sequence=2, stamp=NOW + 3 * DAY), uid=3)
    assert known(store)[:3] == [("09", False), ("14", True), ("16", True)]
    assert known(store)[3] == ("23", True)
    say(store, *days, uid=4)
    assert known(store)[3] == ("23", True)


def test_a_series_that_is_moved_as_a_whole_leaves_no_former_days_behind(store: Store) -> None:
    days = [
        replace(FIRST, starts=NOW + n * DAY, ends=NOW + n * DAY + HOUR, occurrence=f"{n}", series=True)
        for n in (1, 8, 15)
    ]
    say(store, *days)
    later = [
        replace(each, starts=each.starts + DAY, ends=each.ends + DAY, sequence=1, stamp=NOW + 3 * DAY, occurrence=new)
        for each, new in zip(days[1:], ("9", "15"), strict=True)
    ]
    for uid, words in enumerate((later, days), 2):
        say(store, *words, uid=uid)
        assert known(store) == [("09", False), ("16", True), ("17", False), ("24", False)]


def test_a_passed_interview_is_a_meeting_of_the_history(store: Store) -> None:
    say(store, replace(FIRST, people=(JO, KIM)))
    later = NOW + 7 * DAY
    history = store.contacts.history("kim@acme.example", later)
    met = Contact(FIRST.starts, "meeting", "both", "kim@acme.example", note="in your calendar", until=FIRST.ends)
    assert history.contacts == (met,)
    assert sorted({each.address for each in history.company}) == ["jo@acme.example", "kim@acme.example"]
    assert store.contacts.addresses() == ["jo@acme.example", "kim@acme.example"]
    seen = outlook(history, "thank-you", later, Settings())
    assert (seen.unanswered, seen.may_send) == (0, True)


def test_a_cancelled_one_is_none(store: Store) -> None:
    say(store, replace(FIRST, people=(KIM,)))
    say(store, replace(GONE, people=(KIM,)), uid=2)
    assert store.contacts.history("kim@acme.example", NOW + 30 * DAY).contacts == ()


def test_what_is_noted_is_an_interview_and_one_meeting(store: Store) -> None:
    store.contacts.log(Contact(NOW - DAY, "meeting", "both", "jo@acme.example"))
    store.contacts.log(Contact(NOW - DAY, "call", "both", "jo@acme.example"))
    [one] = store.interviews.of("jo@acme.example")
    assert (one.source, one.account, one.starts) == ("noted", "", NOW - DAY)
    kinds = [each.kind for each in store.contacts.history("jo@acme.example", NOW).contacts]
    assert kinds == ["meeting", "call"]


def test_a_meeting_that_was_only_assumed_hides_no_interview(store: Store) -> None:
    """Thanks for yesterday went in the morning, before the second interview at noon: it too may be thanked for."""
    store.contacts.log(Contact(NOW - HOUR, "meeting", "both", "jo@acme.example", note=ASSUMED))
    say(store, replace(FIRST, starts=NOW + HOUR, ends=NOW + 2 * HOUR))
    meetings = [each for each in store.contacts.history("jo@acme.example", NOW).contacts if each.kind == "meeting"]
    assert [each.note for each in meetings] == [ASSUMED, "in your calendar"]


def test_only_recruiters_take_part_and_never_the_user_or_nobodys_address() -> None:
    people = (JO, Person("", SAM), Person("", "mum@home.example"), Person("", "no-reply@acme.example"))
    [found] = with_recruiters(
        [replace(FIRST, people=people)],
        [Person("", "jo@acme.example"), KIM],
        is_recruiter=lambda address: address.endswith("@acme.example"),
        own={SAM},
    )
    assert found.people == (JO, KIM)
    assert with_recruiters([replace(FIRST, people=())], [], is_recruiter=lambda _: True, own=()) == ()


def test_a_time_that_is_past_when_it_is_written_is_no_appointment() -> None:
    said = Arranged(Fixed(NOW.date(), (NOW - HOUR).time()))
    assert of_words(said, "<a@x>", NOW, (JO,), UTC) == ()
    assert of_words(said, "", NOW - DAY, (JO,), UTC) == ()
    assert len(of_words(said, "<a@x>", NOW - DAY, (JO,), UTC)) == 1


def test_a_zone_that_is_named_counts() -> None:
    said = Arranged(Fixed(date(2026, 7, 14), (NOW + HOUR).time(), zone="America/New_York"))
    [found] = of_words(said, "<a@x>", NOW, (JO,), UTC)
    assert found.starts == datetime(2026, 7, 14, 14, tzinfo=UTC)


def test_long_names_of_events() -> None:
    assert short(" a ") == "a"
    assert len(short("a" * 1000)) == 64


WORDS = st.lists(
    st.builds(
        lambda day, sequence, off, people: replace(
            FIRST,
            starts=NOW + day * DAY,
            ends=NOW + day * DAY + HOUR,
            sequence=sequence,
            stamp=NOW + sequence * HOUR,
            cancelled=off,
            people=people,
        ),
        st.integers(1, 5),
        st.integers(0, 4),
        st.booleans(),
        st.sampled_from([(JO,), (KIM,), (JO, KIM)]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: each.sequence,
)


EVENTS = count()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=WORDS, order=st.randoms(use_true_random=False))
def test_order_and_repetition_of_words_about_one_event_do_not_matter(
    store: Store, words: list[Appointment], order: Random
) -> None:
    """Of those who are invited in the last word."""
    shuffled = [*words, *words]
    order.shuffle(shuffled)
    last = max(words, key=lambda each: each.sequence)
    for sequence in (words, shuffled):
        event = f"event-{next(EVENTS)}"
        for number, each in enumerate(sequence, 1):
            say(store, replace(each, uid=event), uid=number)
        for person in last.people:
            found = [each for each in store.interviews.of(person.address) if each.uid == event]
            assert [(each.starts, each.cancelled) for each in found] == [(last.starts, last.cancelled)]
