"""Contacts: reserved before they are sent, counted once, and never for what was not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from checks.frequency import ASSUMED
from checks.model import Contact, Effect, Finding
from proxy.model import State
from proxy.store import contacts
from proxy.store.histories import RESERVED_FOR
from proxy.store.sightings import FolderState
from proxy.store.store import Store
from tests.store.material import DAY, HOUR, JO, KIM, LEASE, MINUTE, NOW, SAM, keep, mail

READ = FolderState(7, 100)
MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)


def told(store: Store, address: str = JO, now: datetime = NOW) -> list[tuple[str, str]]:
    """(Message-ID or kind, direction) of each contact, the oldest first."""
    history = store.contacts.history(address, now)
    assert list(history.contacts) == sorted(history.contacts, key=lambda contact: contact.when)
    return [(contact.message_id or contact.kind, contact.direction) for contact in history.contacts]


def release(store: Store, id_: str, fingerprint: str = "") -> None:
    message = store.held.find(id_)
    assert store.held.claim(id_, {message.state}, "releasing", owner="one", now=NOW, lease=LEASE)
    assert store.held.move(
        id_,
        {"releasing"},
        "released",
        NOW,
        owner="one",
        within=lambda connection: contacts.add_sent(connection, message, NOW, fingerprint),
    )


# A message on its way (promise: reserved in the transaction that read them)


def test_the_second_sees_the_first(store: Store, other: Store) -> None:
    first = store.contacts.reserve(SAM, [JO, KIM], mail(1), NOW)
    assert [(history.recruiter, history.contacts) for history in first.histories] == [(JO, ()), (KIM, ())]
    second = other.contacts.reserve(SAM, [JO, JO], mail(2), NOW)
    assert len(second.histories) == 1
    assert [contact.message_id for contact in second.histories[0].contacts] == ["<1@example.org>"]
    assert told(store) == [("<1@example.org>", "out"), ("<2@example.org>", "out")]
    store.contacts.cancel(first.token)
    assert told(store) == [("<2@example.org>", "out")]
    assert told(store, KIM) == []


def thanked(store: Store, address: str = JO) -> list[bool]:
    return [contact.thanks for contact in store.contacts.history(address, NOW).contacts]


def test_thanks_that_were_forwarded_are_remembered(store: Store) -> None:
    for number, thanks in enumerate((False, True), 1):
        reserved = store.contacts.reserve(SAM, [JO, KIM], mail(number), NOW)
        store.contacts.confirm(reserved.token, NOW, thanks=thanks)
    assert thanked(store) == thanked(store, KIM) == [False, True]
    store.sightings.record(SAM, "Sent", READ, [mail(2)])  # the copy in Sent tells nothing of its words
    assert thanked(store) == [False, True]


@pytest.mark.parametrize("thanks", [False, True])
def test_thanks_that_were_kept_count_once_they_go(store: Store, thanks: bool) -> None:
    id_ = keep(store, thanks=thanks)
    assert store.held.find(id_).thanks is thanks
    assert thanked(store) == []
    release(store, id_)
    assert thanked(store) == [thanks]


@pytest.mark.parametrize("thanks", [False, True])
def test_thanks_that_may_have_been_sent_count(store: Store, thanks: bool) -> None:
    keep(store, state="unknown", thanks=thanks)
    assert thanked(store) == [thanks]


def test_a_meeting_that_was_logged_is_no_thanks(store: Store) -> None:
    store.contacts.log(Contact(NOW, "meeting", "both", JO))
    assert thanked(store) == [False]


def test_confirmed_it_stands_with_all_that_is_known(store: Store) -> None:
    sent = mail(1, thread=("<0@acme.example>",), subject="Re: role")
    token = store.contacts.reserve(SAM, [JO], sent, NOW).token
    store.contacts.confirm(token, NOW + MINUTE)
    [contact] = store.contacts.history(JO, NOW + DAY).contacts
    assert contact == Contact(
        NOW + MINUTE, "mail", "out", JO, "<1@example.org>", thread=("<0@acme.example>",), subject="Re: role"
    )


def test_a_left_over_reservation_is_forgotten_and_sent_decides(store: Store) -> None:
    store.contacts.reserve(SAM, [JO], mail(1), NOW)
    before, after = NOW + RESERVED_FOR - timedelta(microseconds=1), NOW + RESERVED_FOR
    assert (told(store, now=before), told(store, now=after)) == ([("<1@example.org>", "out")], [])
    store.sightings.record(SAM, "Sent", READ, [mail(1)])
    assert told(store, now=after) == [("<1@example.org>", "out")]
    assert told(store, now=before) == [("<1@example.org>", "out")]


@pytest.mark.parametrize("effect", ["note", "hold"])
def test_an_assumed_meeting_is_logged_with_the_thanks_for_it(store: Store, effect: Effect) -> None:
    finding = replace(MET, effect=effect)
    first = store.contacts.reserve(SAM, [JO], mail(1), NOW)
    store.contacts.confirm(first.token, NOW, [finding])
    [meeting, thanks] = store.contacts.history(JO, NOW).contacts
    assert (meeting.kind, meeting.direction, meeting.note) == ("meeting", "both", ASSUMED)
    assert meeting.when < thanks.when
    second = store.contacts.reserve(SAM, [JO], mail(2), NOW + 13 * DAY)
    store.contacts.confirm(second.token, NOW + 13 * DAY, [finding])
    third = store.contacts.reserve(SAM, [JO], mail(3), NOW + 15 * DAY)
    store.contacts.confirm(third.token, NOW + 15 * DAY, [finding, finding])
    assert [kind for kind, _ in told(store)].count("meeting") == 2


def test_a_meeting_is_assumed_for_its_recruiter_alone(store: Store) -> None:
    token = store.contacts.reserve(SAM, [JO, KIM], mail(1), NOW).token
    store.contacts.confirm(token, NOW, [MET, replace(MET, rule="frequency.too-soon", recruiter=KIM)])
    assert told(store) == [("meeting", "both"), ("<1@example.org>", "out")]
    assert told(store, KIM) == [("<1@example.org>", "out")]


# Kept messages (promise 6)


@pytest.mark.parametrize("state", ["held", "snoozed", "rejected", "drafted", "discarded"])
@pytest.mark.parametrize("by", ["message-id", "fingerprint"])
def test_what_was_not_sent_is_no_contact_whatever_the_client_filed(store: Store, state: State, by: str) -> None:
    copy = mail(1) if by == "message-id" else mail(1, message_id="")
    keep(store, state=state, message_id=copy.message_id, fingerprint=copy.fingerprint)
    store.sightings.record(SAM, "Sent", READ, [copy, mail(2)])
    assert told(store) == [("<2@example.org>", "out")]


def test_an_empty_fingerprint_or_another_message_id_is_no_sign(store: Store) -> None:
    keep(store, message_id="", fingerprint="")
    keep(store, message_id="<9@example.org>", fingerprint=mail(1).fingerprint)
    seen = [mail(1), mail(2, message_id="", fingerprint=""), mail(3, message_id="", fingerprint="")]
    store.sightings.record(SAM, "Sent", READ, seen)
    assert len(told(store)) == 3


def test_an_answer_with_the_message_id_of_a_held_one_still_counts(store: Store) -> None:
    keep(store, message_id="<1@example.org>")
    store.sightings.record(SAM, "INBOX", READ, [mail(1, direction="in")])
    assert told(store) == [("<1@example.org>", "in")]


@pytest.mark.parametrize("state", ["releasing", "unknown"])
def test_what_goes_or_may_have_gone_counts(store: Store, state: State) -> None:
    keep(store, state=state, dot_at=NOW - HOUR, thread=("<0@acme.example>",))
    [contact] = store.contacts.history(JO, NOW).contacts
    assert (contact.when, contact.message_id, contact.thread) == (NOW - HOUR, "<1@example.org>", ("<0@acme.example>",))
    assert len(told(store, KIM)) == 1
    store.sightings.record(SAM, "Sent", READ, [mail(1)])
    assert told(store) == [("<1@example.org>", "out")]


def test_unknown_after_a_crash_counts_once_beside_its_reservation(store: Store) -> None:
    store.contacts.reserve(SAM, [JO], mail(1), NOW)
    keep(store, state="unknown", dot_at=NOW)
    assert told(store) == [("<1@example.org>", "out")]


def test_machine_mail_that_may_have_gone_is_no_contact(store: Store) -> None:
    id_ = keep(store, state="unknown", dot_at=NOW, contact=False, findings=(MET,))
    assert told(store) == []
    message = store.held.find(id_)
    with store.database.write() as connection:
        contacts.add_sent(connection, message, NOW)
    assert told(store) == []


def test_released_it_counts_once_though_client_and_server_file_it(store: Store) -> None:
    id_ = keep(store, thread=("<0@acme.example>",))
    release(store, id_)
    store.sightings.record(SAM, "Sent", READ, [mail(1), mail(2, message_id="<1@example.org>")])
    store.sightings.record(SAM, "All", READ, [mail(1)])
    [contact] = store.contacts.history(JO, NOW).contacts
    assert (contact.when, contact.message_id, contact.thread) == (NOW, "<1@example.org>", ("<0@acme.example>",))
    assert told(store, KIM) == [("<1@example.org>", "out")]


def test_released_without_message_id_it_counts_once_with_its_new_date(store: Store) -> None:
    """A renewed Date is another fingerprint: the client's copy has the old one, the server's the new one."""
    before, after = mail(1, message_id=""), mail(2, message_id="")
    release(store, keep(store, message_id="", fingerprint=before.fingerprint), after.fingerprint)
    store.sightings.record(SAM, "Sent", READ, [before, after])
    assert told(store) == [("mail", "out")]


def test_released_with_thanks_for_a_meeting_that_nobody_recorded(store: Store) -> None:
    release(store, keep(store, findings=(MET,)))
    assert told(store) == [("meeting", "both"), ("<1@example.org>", "out")]
    assert told(store, KIM) == [("<1@example.org>", "out")]


# What the mailbox shows


def test_duplicates_count_once(store: Store) -> None:
    without = mail(3, message_id="")
    store.sightings.record(SAM, "Sent", READ, [mail(1), mail(2, message_id="<1@example.org>"), without])
    store.sightings.record(SAM, "Archive", READ, [mail(8, message_id="<1@example.org>"), replace(without, uid=9)])
    store.sightings.record(SAM, "INBOX", READ, [mail(1, direction="in")])
    assert sorted(told(store)) == [("<1@example.org>", "in"), ("<1@example.org>", "out"), ("mail", "out")]


def test_a_reading_that_is_repeated_adds_nothing(store: Store) -> None:
    seen = [mail(number, message_id=f"<{number}@x.example>") for number in range(1, 1203)]
    assert store.sightings.folder(SAM, "Sent") is None
    for last in (700, 1202):
        store.sightings.record(SAM, "Sent", FolderState(7, last), seen)
        assert store.sightings.folder(SAM, "Sent") == FolderState(7, last)
    assert len(told(store)) == 1202


def test_a_folder_made_anew_is_forgotten_alone(store: Store) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1)])
    store.sightings.record(SAM, "Archive", READ, [mail(2)])
    store.sightings.record("kim@example.org", "Sent", READ, [mail(3)])
    store.contacts.confirm(store.contacts.reserve(SAM, [JO], mail(4), NOW).token, NOW)
    store.sightings.restart(SAM, "Sent")
    assert store.sightings.folder(SAM, "Sent") is None
    assert sorted(told(store)) == [(f"<{number}@example.org>", "out") for number in (2, 3, 4)]


def test_one_mail_to_several_is_a_contact_of_each(store: Store) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1, addresses=(JO, KIM, JO))])
    assert store.contacts.addresses() == [JO, KIM]
    assert told(store) == told(store, KIM) == [("<1@example.org>", "out")]


def test_how_fresh(store: Store) -> None:
    assert (store.sightings.synced(SAM), store.sightings.fault(SAM), store.contacts.history(JO, NOW).synced) == (
        None,
        "",
        None,
    )
    store.sightings.mark_fault(SAM, "No network.")
    assert (store.sightings.synced(SAM), store.sightings.fault(SAM)) == (None, "No network.")
    store.sightings.mark_synced("kim@example.org", NOW)
    assert store.contacts.history(JO, NOW).synced is None
    store.sightings.mark_synced(SAM, NOW - HOUR)
    assert (store.sightings.synced(SAM), store.sightings.fault(SAM)) == (NOW - HOUR, "")
    assert store.contacts.history(JO, NOW).synced == NOW - HOUR


def test_what_was_logged_by_hand(store: Store) -> None:
    call = Contact(NOW - HOUR, "call", "out", JO, note="about the role", answered=False)
    store.contacts.log(call)
    store.contacts.log(replace(call, kind="meeting", direction="both", when=NOW - DAY))
    assert store.contacts.history(JO, NOW).contacts[1] == call
    assert told(store) == [("meeting", "both"), ("call", "out")]


def test_a_long_history_is_read_by_its_index(store: Store) -> None:
    """A scan for each contact would be half a million steps here, and with an agency's mail many millions."""
    others = [mail(number, to=f"p{number}@x.example", message_id=f"<{number}@x.example>") for number in range(3000)]
    store.sightings.record(SAM, "Other", READ, others)
    if store.database.engine.dialect.name != "sqlite":
        return
    steps = 0

    def counted() -> int:
        nonlocal steps
        steps += 1
        return 0

    store.sightings.record(
        SAM, "Sent", READ, [mail(number, message_id=f"<{number}@y.example>") for number in range(700)]
    )
    with store.database.read() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_progress_handler(counted, 1000)
    assert len(store.contacts.history(JO, NOW).contacts) == 700
    with store.database.read() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_progress_handler(None, 0)
    assert steps < 200


def test_where_a_mail_lies_and_which_folders_were_read(store: Store) -> None:
    theirs = replace(mail(7), uid=12, addresses=(JO,))
    store.sightings.record(SAM, "Archive", READ, [theirs])
    store.sightings.record(SAM, "INBOX", READ, [])
    store.contacts.reserve(SAM, [JO], mail(7), NOW)
    assert store.sightings.places(JO, SAM, theirs.message_id) == [("Archive", 12)]
    assert store.sightings.places(KIM, SAM, theirs.message_id) == []
    assert store.sightings.places(JO, "other@example.org", theirs.message_id) == []
    assert store.sightings.folders(SAM) == ["Archive", "INBOX"]
    assert store.sightings.folders("other@example.org") == []
