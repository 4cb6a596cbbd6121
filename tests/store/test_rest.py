"""Letters exactly once, crossings, remarks, what one process tells another, and the store's thread."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest

from proxy.model import Capabilities
from proxy.store import crossings, letters
from proxy.store.control import RecruiterEntry
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from tests.store.material import DAY, HOUR, MINUTE, NOW, SAM, THANKS, keep

MOMENT = timedelta(microseconds=1)


def notice(store: Store, about: str = "abcdefgh") -> None:
    with store.database.write() as connection:
        letters.write(connection, SAM, "notice", about, NOW)


# Letters


def test_a_letter_is_due_until_it_is_settled(store: Store, other: Store) -> None:
    notice(store)
    [letter] = other.letters.due(NOW)
    assert (letter.account, letter.kind, letter.about, letter.created, letter.tries) == (
        SAM,
        "notice",
        "abcdefgh",
        NOW,
        0,
    )
    assert other.letters.due(NOW - MOMENT) == []
    store.letters.tried(letter, NOW + MINUTE)
    assert store.letters.due(NOW + MINUTE - MOMENT) == []
    [again] = store.letters.due(NOW + MINUTE)
    assert (again.id, again.tries) == (letter.id, 1)
    store.letters.settle(again, NOW + MINUTE)
    assert store.letters.due(NOW + DAY) == []


def test_a_slot_has_one_digest(store: Store, other: Store) -> None:
    assert store.letters.write_digest(SAM, "2026-03-10T08:00", NOW)
    assert not other.letters.write_digest(SAM, "2026-03-10T08:00", NOW + DAY)
    assert other.letters.write_digest(SAM, "2026-03-10T17:00", NOW)
    assert other.letters.write_digest("kim@example.org", "2026-03-10T08:00", NOW)
    assert len(store.letters.due(NOW)) == 3
    store.letters.settle(store.letters.due(NOW)[0], NOW)
    assert not store.letters.write_digest(SAM, "2026-03-10T08:00", NOW)


def test_one_process_takes_a_look_at_sent(store: Store, other: Store) -> None:
    id_ = keep(store)
    with store.database.write() as connection:
        letters.want_sent_copy(connection, id_, NOW)
    [wanted] = other.letters.sent_copies_due(NOW)
    assert (wanted.held, wanted.sent, wanted.looks) == (id_, NOW, 0)
    assert store.letters.take_look(id_, NOW, NOW + HOUR)
    assert not other.letters.take_look(id_, NOW, NOW + HOUR)
    assert other.letters.take_look(id_, NOW + HOUR, NOW + DAY)
    store.letters.look_again(id_, NOW + 2 * HOUR)
    [wanted] = store.letters.sent_copies_due(NOW + 2 * HOUR)
    assert wanted.looks == 1
    store.letters.settle_sent_copy(id_, NOW + 2 * HOUR)
    assert store.letters.sent_copies_due(NOW + DAY) == []
    assert not store.letters.take_look(id_, NOW + DAY, NOW + DAY)


# Crossings (promise 2)


def test_a_crossing_of_a_killed_run_is_found_for_half_an_hour(store: Store, other: Store) -> None:
    name = store.crossings.begin("d" * 64, NOW)
    assert store.crossings.cut_off("d" * 64, NOW) is None
    assert other.crossings.cut_off("d" * 64, NOW + MINUTE) == NOW
    assert other.crossings.cut_off("e" * 64, NOW) is None
    assert other.crossings.cut_off("d" * 64, NOW + 30 * MINUTE) is None
    store.crossings.end(name)
    assert other.crossings.cut_off("d" * 64, NOW) is None


def test_a_crossing_whose_end_will_never_be_known_counts_in_its_own_run_too(store: Store) -> None:
    name = store.crossings.begin("d" * 64, NOW)
    store.crossings.begin("d" * 64, NOW + MINUTE)
    store.crossings.lose(name)
    assert store.crossings.cut_off("d" * 64, NOW + MINUTE) == NOW


def test_what_is_kept_as_unknown_takes_its_crossings_over(store: Store, other: Store) -> None:
    store.crossings.begin("d" * 64, NOW)
    with other.database.write() as connection:
        crossings.take_over(connection, "d" * 64, "", NOW)
    assert other.crossings.cut_off("d" * 64, NOW) is None


def test_old_crossings_are_forgotten_but_none_that_is_open(store: Store, other: Store) -> None:
    store.crossings.begin("a" * 64, NOW - HOUR)
    other.crossings.begin("b" * 64, NOW - HOUR)
    store.crossings.begin("c" * 64, NOW)
    other.crossings.forget(NOW)
    assert other.crossings.cut_off("c" * 64, NOW) == NOW
    assert other.crossings.cut_off("a" * 64, NOW - HOUR) is None
    assert store.crossings.cut_off("b" * 64, NOW - HOUR) == NOW - HOUR


# Remarks and control


def test_remarks_are_told_once_and_forgotten_after_their_time(store: Store) -> None:
    store.remarks.add(SAM, ["jo@acme.example"], "Größe", [THANKS], now=NOW)
    store.remarks.add("kim@example.org", ["jo@acme.example"], "", [], now=NOW + DAY)
    [remark] = store.remarks.untold(SAM)
    assert (remark.at, remark.recipients, remark.subject, remark.findings) == (
        *(NOW, ("jo@acme.example",), "Größe", (THANKS,)),
    )
    assert len(store.remarks.untold()) == 2
    store.remarks.mark_told([remark], NOW)
    assert store.remarks.untold(SAM) == []
    assert store.remarks.erase(NOW) == 0
    assert store.remarks.erase(NOW + HOUR) == 1
    assert len(store.remarks.untold()) == 1


def test_a_pause_ends_by_itself_or_by_a_word(store: Store, other: Store) -> None:
    assert store.control.paused_until(NOW) is None
    store.control.pause(NOW + HOUR)
    store.control.pause(NOW + 2 * HOUR)
    assert other.control.paused_until(NOW) == NOW + 2 * HOUR
    assert other.control.paused_until(NOW + 2 * HOUR) is None
    assert other.control.resume()
    assert not other.control.resume()
    assert store.control.paused_until(NOW) is None


def test_the_last_word_on_a_recruiter_counts(store: Store, other: Store) -> None:
    store.control.set_recruiter("acme.example", added=True, now=NOW)
    store.control.set_recruiter("jo@x.example", added=True, now=NOW + MINUTE)
    store.control.set_recruiter("acme.example", added=False, now=NOW + HOUR)
    assert other.control.recruiters() == [
        RecruiterEntry("jo@x.example", True, NOW + MINUTE),
        RecruiterEntry("acme.example", False, NOW + HOUR),
    ]


def test_what_an_upstream_offered_last(store: Store, other: Store) -> None:
    store.control.remember_upstream(SAM, Capabilities((("SIZE", "1"), ("DSN", ""))), NOW)
    offered = Capabilities((("SIZE", "35882577"), ("8BITMIME", "")))
    store.control.remember_upstream(SAM, offered, NOW)
    assert other.control.upstreams() == {SAM: offered}
    assert offered.size == 35882577


# The thread


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_what_was_asked_is_done_though_nobody_waits_any_more(url: str) -> None:
    """What became of a message is written down, also where its task is cancelled before the thread comes to it."""
    thread = StoreThread(Store.open(url))
    go, done = threading.Event(), list[str]()
    before = asyncio.create_task(thread(go.wait))
    after = asyncio.create_task(thread(done.append, "it"))
    await asyncio.sleep(0)
    after.cancel()
    with pytest.raises(asyncio.CancelledError):
        await after
    go.set()
    await before
    thread.close()
    assert done == ["it"]
