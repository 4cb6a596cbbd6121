"""Transactions: one state throughout a reading, one writer at a time, and errors without a word of any message."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import insert, select

from proxy.errors import StoreError
from proxy.store import schema
from proxy.store.store import Store
from tests.store.material import NOW, keep


def test_an_error_shows_no_value_of_a_row(store: Store) -> None:
    """Promise 8."""
    id_ = keep(store)
    values = {"held": id_, "position": 0, "octets": b"canary-body"}
    with pytest.raises(StoreError) as raised, store.database.write() as connection:
        connection.execute(insert(schema.content).values(**values))
    assert id_ not in str(raised.value)
    row = {"id": "a", "account": "canary", "state": None, "subject": "canary"}
    with pytest.raises(StoreError) as raised, store.database.write() as connection:
        connection.execute(insert(schema.held).values(**row))
    assert "canary" not in str(raised.value)


def test_what_raises_is_undone(store: Store) -> None:
    row = insert(schema.recruiter).values(entry="acme.example", added=True, at=NOW)
    with pytest.raises(ZeroDivisionError), store.database.write() as connection:
        print(connection.execute(row).rowcount // 0)
    assert store.control.recruiters() == []


def test_a_reading_sees_one_state_throughout(store: Store, other: Store) -> None:
    with store.database.read() as connection:
        before = connection.execute(select(schema.recruiter.c.entry)).all()
        other.control.set_recruiter("acme.example", added=True, now=NOW)
        assert connection.execute(select(schema.recruiter.c.entry)).all() == before == []
    assert len(store.control.recruiters()) == 1


def test_a_writer_is_alone_from_its_first_statement(store: Store, other: Store) -> None:
    began = threading.Event()
    seen: list[str] = []

    def second() -> None:
        began.set()
        with other.database.write() as connection:
            seen.extend(connection.execute(select(schema.recruiter.c.entry)).scalars())

    with store.database.write() as connection:
        thread = threading.Thread(target=second)
        thread.start()
        began.wait(30)
        connection.execute(insert(schema.recruiter).values(entry="acme.example", added=True, at=NOW))
    thread.join()
    assert seen == ["acme.example"]
