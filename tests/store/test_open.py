"""Opening: what a new store is like, who may read it, and which stores are left alone."""

from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from proxy.errors import AlreadyRunning, StoreError
from proxy.store import schema
from proxy.store.engine import HEAD, MIGRATIONS
from proxy.store.store import RunLock, Store
from tests.servers.postgresql import Postgresql
from tests.store.material import keep


def test_head_is_the_newest_migration() -> None:
    assert max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")) == HEAD


def test_the_migrations_make_the_tables_of_the_schema(store: Store) -> None:
    def compare(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), schema.metadata)

    with store.database.read() as connection:
        assert compare(connection) == []


def test_it_opens_again_with_all_that_is_in_it(url: str) -> None:
    first = Store.open(url)
    id_ = keep(first)
    first.close()
    again = Store.open(url)
    assert again.held.find(id_).id == id_
    again.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 10_000), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_pragmas(store: Store, pragma: str, value: object) -> None:
    """DESIGN.md, Running; promise 2: what was committed is on disk."""
    for transaction in (store.database.read, store.database.write):
        with transaction() as connection:
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.postgresql
def test_a_commit_waits_for_the_disk_whatever_the_server_s_default_is(postgresql: Postgresql) -> None:
    """Promise 2."""
    url = postgresql.database()
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {engine.url.database} SET synchronous_commit = off"))
    engine.dispose()
    store = Store.open(url)
    with store.database.write() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_it_is_for_the_user_alone(url: str, tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        store = Store.open(url)
        keep(store)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "state").iterdir()}
        assert modes == {"tactful.db": 0o600, "tactful.db-wal": 0o600, "tactful.db-shm": 0o600}
        assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
        store.close()
    finally:
        os.umask(former)


def test_a_store_of_a_newer_tactful_is_left_untouched(url: str, tmp_path: Path) -> None:
    Store.open(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    file = tmp_path / "state" / "tactful.db"
    before = file.read_bytes() if file.exists() else b""
    with pytest.raises(StoreError, match=r"newer tactful.*9999"):
        Store.open(url)
    assert (file.read_bytes() if file.exists() else b"") == before


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_is_no_store_is_refused_with_a_remedy_and_left_alone(url: str, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    file = tmp_path / "state" / "tactful.db"
    file.write_bytes(b"no database at all, but somebody's file" * 200)
    with pytest.raises(StoreError, match="move it away"):
        Store.open(url)
    assert file.read_bytes() == b"no database at all, but somebody's file" * 200


@pytest.mark.parametrize("url", ["nonsense", "postgresql+nothing://x", "sqlite:////proc/nobody/here/tactful.db"])
def test_a_url_that_can_t_be_used(url: str) -> None:
    with pytest.raises(StoreError) as raised:
        Store.open(url)
    assert raised.value.remedy


def test_no_password_of_a_url_is_in_an_error() -> None:
    with pytest.raises(StoreError) as raised:
        Store.open("postgresql+psycopg://sam:canary-pa55word@127.0.0.1:1/tactful?connect_timeout=2")
    assert "canary-pa55word" not in str(raised.value)


def _open(url: str, barrier: object, answers: object) -> None:
    barrier.wait()  # type: ignore[attr-defined]
    try:
        store = Store.open(url)
        answers.put(keep(store))  # type: ignore[attr-defined]
        store.close()
    except BaseException as error:
        answers.put(repr(error))  # type: ignore[attr-defined]


def test_several_processes_make_it_at_once(url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    barrier, answers = spawn.Barrier(4), spawn.Queue()
    processes = [spawn.Process(target=_open, args=(url, barrier, answers)) for _ in range(4)]
    for process in processes:
        process.start()
    ids = [answers.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    store = Store.open(url)
    assert sorted(message.id for message in store.held.messages()) == sorted(ids)
    store.close()


def test_one_run_a_store(tmp_path: Path) -> None:
    first, second = RunLock(tmp_path / "lock"), RunLock(tmp_path / "lock")
    first.take()
    assert second.is_taken()
    with pytest.raises(AlreadyRunning):
        second.take()
    first.release()
    assert not second.is_taken()
    second.take()
    second.release()
