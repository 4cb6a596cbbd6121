"""Kept messages: all that came is there again, and of several who act on one of them one wins."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from proxy.errors import NotFound
from proxy.model import FINAL, WAITING, Envelope, Recipient, State
from proxy.store import schema
from proxy.store.held import CHUNK, copy_of
from proxy.store.held_rows import message_digest
from proxy.store.store import Store
from proxy.transit.spool import Spool
from tests.spools import spooled
from tests.store.material import (
    BYTES,
    DAY,
    ENVELOPE,
    HOUR,
    KEEPING,
    KIM,
    LEASE,
    MINUTE,
    NOW,
    SAM,
    SOON,
    THANKS,
    keep,
)


def stored(store: Store, id_: str) -> bytes:
    return b"".join(store.held.content(id_).chunks())


def test_all_of_it_is_there_again(store: Store, other: Store) -> None:
    message = other.held.find(keep(store, thread=("<0@acme.example>",)))
    assert (message.account, message.state, message.received, message.changed) == (SAM, "held", NOW, NOW)
    assert message.envelope == ENVELOPE
    assert (message.subject, message.message_id, message.language) == ("Größe 日本", "<1@example.org>", "en")
    assert (message.fingerprint, message.thread, message.contact) == ("f" * 64, ("<0@acme.example>",), True)
    assert message.findings == (THANKS, SOON)
    assert (message.due, message.lease, message.dot_at, message.outcome) == (None, None, None, "")
    assert message.size == len(BYTES)


@pytest.mark.parametrize(
    "content",
    [b"", b".", BYTES, bytes(range(256)) * 20, b"x" * (CHUNK - 1), b"x" * CHUNK, b"x" * (CHUNK + 1)],
    ids=lambda content: str(len(content)),
)
def test_byte_for_byte(store: Store, content: bytes) -> None:
    """Promise 1."""
    id_ = keep(store, content)
    assert stored(store, id_) == content
    with spooled(content) as spool, copy_of(store.held, id_) as copy:
        assert store.held.content(id_).digest == copy.digest == spool.digest
        assert store.held.content(id_).size == copy.size == len(content)


def test_35_megabytes_in_little_memory(store: Store) -> None:
    line = b"0123456789abcdef" * 4 + b"\r\n"
    with Spool() as spool:
        for _ in range(35 * 16):
            spool.write(line * 1000)
        tracemalloc.start()
        try:
            id_ = store.held.keep(KEEPING, spool, NOW)
            sizes = [len(chunk) for chunk in store.held.content(id_).chunks()]
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert sum(sizes) == spool.size > 35_000_000
        assert max(sizes) <= CHUNK
        assert store.held.content(id_).digest == spool.digest
    assert most < 10 * CHUNK


def test_a_list_reads_no_bytes_and_the_newest_comes_first(store: Store) -> None:
    first, second = keep(store), keep(store, at=NOW + MINUTE)
    third = keep(store, at=NOW + HOUR, account="kim@example.org", state="rejected")
    states: tuple[State, ...] = ("held",)
    assert [each.id for each in store.held.messages()] == [third, second, first]
    assert [each.id for each in store.held.messages(states)] == [second, first]
    assert [each.id for each in store.held.messages(account="kim@example.org")] == [third]
    assert store.held.waiting_count() == 3


def test_what_fails_while_it_is_kept_leaves_nothing(store: Store) -> None:
    def fails(connection: object, id_: str) -> None:
        raise ZeroDivisionError

    with spooled(BYTES) as spool, pytest.raises(ZeroDivisionError):
        store.held.keep(KEEPING, spool, NOW, fails)
    with store.database.read() as connection:
        assert [connection.execute(select(table)).all() for table in (schema.held, schema.content)] == [[], []]


# IDs


def test_ids_are_eight_characters_of_lower_case_base32_and_a_prefix_is_enough(store: Store) -> None:
    ids = [keep(store) for _ in range(20)]
    assert len(set(ids)) == 20
    for id_ in ids:
        assert len(id_) == 8
        assert set(id_) <= set("abcdefghijklmnopqrstuvwxyz234567")
        assert store.held.find(f" {id_[:7].upper()} ").id.startswith(id_[:7])
        shortest = next(id_[:length] for length in range(1, 9) if sum(one.startswith(id_[:length]) for one in ids) == 1)
        assert store.held.find(shortest).id == id_


@pytest.mark.parametrize(
    "wanted", ["", " ", "%", "_______", "a%", "zzzzzzzzz", "1", "a\x00b", "é", "'; drop table held"]
)
def test_no_such_id(store: Store, wanted: str) -> None:
    keep(store)
    with pytest.raises(NotFound, match="No message has the ID"):
        store.held.find(wanted)


def test_a_prefix_of_several_is_told(store: Store) -> None:
    ids = [keep(store) for _ in range(33)]
    shared = next(id_[0] for id_ in ids if sum(one[0] == id_[0] for one in ids) > 1)
    with pytest.raises(NotFound, match="Several"):
        store.held.find(shared)


def test_the_bytes_of_nobody(store: Store) -> None:
    with pytest.raises(NotFound):
        store.held.content("aaaaaaaa")


# The same message again


@pytest.mark.parametrize("state", [*WAITING, "releasing"])
def test_what_waits_is_known_again_for_half_an_hour(store: Store, state: State) -> None:
    id_ = keep(store, state=state)
    with spooled(BYTES) as spool:
        digest = message_digest(SAM, ENVELOPE, spool)
    twin = store.held.waiting_twin(digest, NOW + 30 * MINUTE - timedelta(microseconds=1))
    assert twin is not None
    assert twin.id == id_
    assert store.held.waiting_twin(digest, NOW + 30 * MINUTE) is None


@pytest.mark.parametrize("state", FINAL)
def test_what_is_over_is_no_twin(store: Store, state: State) -> None:
    keep(store, state=state)
    with spooled(BYTES) as spool:
        assert store.held.waiting_twin(message_digest(SAM, ENVELOPE, spool), NOW) is None


@pytest.mark.parametrize(
    ("account", "envelope", "content"),
    [
        ("kim@example.org", ENVELOPE, BYTES),
        (SAM, replace(ENVELOPE, sender=""), BYTES),
        (SAM, replace(ENVELOPE, parameters=()), BYTES),
        (SAM, replace(ENVELOPE, recipients=ENVELOPE.recipients[:1]), BYTES),
        (SAM, replace(ENVELOPE, recipients=(Recipient("Jo@ACME.example"), Recipient(KIM))), BYTES),
        (SAM, ENVELOPE, BYTES + b"\r\n"),
        (SAM, replace(ENVELOPE, parameters=("SIZE=100RET=HDRS", "ENVID=QQ+2Bx")), BYTES),
    ],
)
def test_another_message_is_no_twin(account: str, envelope: Envelope, content: bytes) -> None:
    with spooled(BYTES) as one, spooled(content) as two:
        assert message_digest(SAM, ENVELOPE, one) != message_digest(account, envelope, two)


# States


def test_compare_and_set(store: Store, other: Store) -> None:
    id_ = keep(store)
    assert store.held.move(id_, {"held"}, "snoozed", NOW + MINUTE, due=NOW + DAY)
    assert not other.held.move(id_, {"held"}, "discarded", NOW + MINUTE)
    message = other.held.find(id_)
    assert (message.state, message.due, message.changed) == ("snoozed", NOW + DAY, NOW + MINUTE)
    assert other.held.move(id_, {"snoozed"}, "held", NOW + HOUR, outcome="They wrote.")
    message = store.held.find(id_)
    assert (message.state, message.due, message.outcome) == ("held", None, "They wrote.")


def test_what_joins_a_move_is_done_with_it_or_not_at_all(store: Store) -> None:
    id_, calls = keep(store), list[str]()
    assert not store.held.move(id_, {"unknown"}, "released", NOW, within=lambda connection: calls.append("no"))

    def fails(connection: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.held.move(id_, {"held"}, "discarded", NOW, within=fails)
    assert (calls, store.held.find(id_).state) == ([], "held")


def test_one_of_two_gets_the_lease(store: Store, other: Store) -> None:
    """Promise 2: whichever process wins the compare-and-set sends."""
    id_ = keep(store)
    assert store.held.claim(id_, {"held"}, "releasing", owner="one", now=NOW, lease=LEASE)
    assert not other.held.claim(id_, {"held"}, "releasing", owner="two", now=NOW, lease=LEASE)
    assert not other.held.move(id_, {"releasing"}, "held", NOW + MINUTE)
    assert not other.held.mark_dot(id_, "two", NOW, NOW + LEASE)
    assert not other.held.move(id_, {"releasing"}, "released", NOW, owner="two")
    assert store.held.mark_dot(id_, "one", NOW + MINUTE, NOW + MINUTE + LEASE)
    message = other.held.find(id_)
    assert (message.dot_at, message.lease) == (NOW + MINUTE, NOW + MINUTE + LEASE)
    assert store.held.move(id_, {"releasing"}, "released", NOW + MINUTE, owner="one")
    assert other.held.find(id_).lease is None


def test_a_lease_without_a_move(store: Store) -> None:
    """Drafting holds the message in its state while the mailbox is asked."""
    id_ = keep(store)
    assert store.held.claim(id_, {"held"}, "held", owner="one", now=NOW, lease=LEASE)
    assert store.held.find(id_).changed == NOW
    assert not store.held.move(id_, {"held"}, "discarded", NOW + MINUTE)
    store.held.give_up(id_, "two")
    assert not store.held.move(id_, {"held"}, "discarded", NOW + MINUTE)
    store.held.give_up(id_, "one")
    assert store.held.move(id_, {"held"}, "discarded", NOW + MINUTE)


def test_an_expired_lease_of_what_is_not_on_its_way_is_free(store: Store) -> None:
    id_ = keep(store)
    assert store.held.claim(id_, {"held"}, "held", owner="one", now=NOW, lease=LEASE)
    assert not store.held.claim(id_, {"held"}, "releasing", owner="two", now=NOW + LEASE - MINUTE, lease=LEASE)
    assert store.held.claim(id_, {"held"}, "releasing", owner="two", now=NOW + LEASE, lease=LEASE)
    assert not store.held.renew(id_, "one", NOW + HOUR)


def test_giving_up_does_not_free_what_is_on_its_way(store: Store) -> None:
    id_ = keep(store)
    store.held.claim(id_, {"held"}, "releasing", owner="one", now=NOW, lease=LEASE)
    store.held.give_up(id_, "one")
    assert store.held.find(id_).lease == NOW + LEASE


@pytest.mark.parametrize("state", ["held", "snoozed", "rejected", "unknown"])
@pytest.mark.parametrize(("dot", "then"), [(False, "held"), (True, "unknown")])
def test_only_an_expired_lease_is_recovered(store: Store, other: Store, state: State, dot: bool, then: State) -> None:
    """DESIGN.md, States: without `dot_at` to held, with it to unknown."""
    id_ = keep(store)
    if state != "held":
        store.held.move(id_, {"held"}, state, NOW, due=NOW + HOUR if state == "snoozed" else None)
    store.held.claim(id_, {state}, "releasing", owner="one", now=NOW, lease=LEASE)
    assert store.held.find(id_).due is None
    if dot:
        store.held.mark_dot(id_, "one", NOW, NOW + LEASE)
    assert other.held.recover(NOW + LEASE - timedelta(microseconds=1)) == []
    assert store.held.renew(id_, "one", NOW + HOUR)
    assert other.held.recover(NOW + LEASE) == []
    assert [each.id for each in other.held.recover(NOW + HOUR)] == [id_]
    message = store.held.find(id_)
    assert (message.state, message.due, message.lease, message.dot_at is not None) == (then, None, None, dot)
    assert message.outcome
    assert other.held.recover(NOW + DAY) == []
    assert not store.held.mark_dot(id_, "one", NOW + HOUR, NOW + 2 * HOUR)
    assert not store.held.move(id_, {"releasing"}, "held", NOW + HOUR, owner="one")


def test_again_forgets_the_first_dot(store: Store) -> None:
    """The person has said that the first try did not send it."""
    id_ = keep(store, state="unknown", dot_at=NOW - HOUR)
    store.held.claim(id_, {"unknown"}, "releasing", owner="one", now=NOW, lease=LEASE)
    store.held.recover(NOW + HOUR)
    assert store.held.find(id_).state == "held"


def test_due(store: Store) -> None:
    late, early, later = keep(store), keep(store), keep(store)
    for id_, due in ((late, NOW), (early, NOW - HOUR), (later, NOW + MINUTE)):
        store.held.move(id_, {"held"}, "snoozed", NOW - DAY, due=due)
    assert [each.id for each in store.held.due(NOW)] == [early, late]


# Erasing


@pytest.mark.parametrize("state", FINAL)
def test_bodies_of_what_is_over_are_erased_after_their_time(store: Store, state: State) -> None:
    """Promise 10."""
    excerpt = replace(THANKS, rule="thanks.other", start=0, end=6, excerpt="canary", correction="canary2")
    id_ = keep(store, b"canary " * 400_000, findings=(THANKS, excerpt))
    store.held.move(id_, {"held"}, state, NOW)
    assert store.held.erase(NOW) == 0
    assert stored(store, id_) == b"canary " * 400_000
    assert store.held.erase(NOW + MINUTE) == 1
    assert store.held.erase(NOW + MINUTE) == 0
    with pytest.raises(NotFound, match="erased"):
        store.held.content(id_)
    message = store.held.find(id_)
    assert (message.subject, message.size, len(message.findings)) == ("Größe 日本", 2_800_000, 2)
    assert "canary" not in repr(message)
    with store.database.read() as connection:
        assert connection.execute(select(schema.content)).all() == []


@pytest.mark.parametrize("state", [*WAITING, "releasing"])
def test_what_waits_is_never_erased(store: Store, state: State) -> None:
    """Promises 4 and 10."""
    id_ = keep(store, state=state)
    assert store.held.erase(NOW + 10_000 * DAY) == 0
    assert stored(store, id_) == BYTES
