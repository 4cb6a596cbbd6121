"""Opening the store: one SQLite file for the user alone (or a database named by a SQLAlchemy URL), brought up to date.

Promises: what was committed is on disk (WAL, synchronous=FULL, fullfsync where there is one); a writing transaction
is alone from its first statement, so that what it read is still true when it writes; a store made by a newer tactful
is left untouched.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from proxy.errors import StoreError
from proxy.store import schema

HEAD = "0001"
"""The newest migration; a test holds it against the files."""

BUSY = 10_000
"""How long a writer waits for another, in milliseconds."""

MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """An opened store. `read` and `write` give a connection inside a transaction and turn faults into StoreError."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: one state of the store throughout."""
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is alone; committed when the block ends, undone when it raises."""
        with self._transaction(writes=True) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        sqlite = self.engine.dialect.name == "sqlite"
        # SQLite reads from a snapshot by itself. A writer elsewhere must see what was committed before its turn.
        isolation = {} if sqlite else {"isolation_level": "READ COMMITTED" if writes else "REPEATABLE READ"}
        options = {"tactful_writes": writes, **isolation}
        try:
            with self.engine.connect().execution_options(**options) as connection, connection.begin():
                if writes and not sqlite:
                    # What BEGIN IMMEDIATE is to SQLite: one row that every writer takes first.
                    connection.execute(
                        update(schema.control).where(schema.control.c.name == "turnstile").values(value=1)
                    )
                yield connection
        except DBAPIError as error:
            raise StoreError(
                f"The store {self.name} can't be used: {_words(error)}.",
                "See that the disk has room and that the file is yours; nothing was changed.",
            ) from error

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path}"


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite URL; None for another database."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def open_database(url: str) -> Database:
    """Opens, makes or brings up to date the database at a SQLAlchemy URL; StoreError where that can't be done."""
    try:
        parsed = make_url(url)
        name = parsed.database or "in memory" if parsed.get_backend_name() == "sqlite" else parsed.render_as_string()
        is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in {None, "", ":memory:"}
        if is_file:
            assert parsed.database is not None
            _private(Path(parsed.database))
        # A server may have been started anew since a connection was last used; a file is always there.
        engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, ImportError) as error:
        raise StoreError(
            "The store's URL can't be used.",
            'Write [store] url = "" for a file in your own folder, or a SQLAlchemy URL for PostgreSQL '
            '("postgresql+psycopg://...", with the extra tactful[postgresql]).',
        ) from error
    except OSError as error:
        raise StoreError(
            f"The store's file can't be made: {error}.", "See that the folder is yours and the disk has room."
        ) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    if engine.dialect.name == "postgresql":
        _prepare_postgresql(engine)
    try:
        _bring_up_to_date(engine, name)
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(
            f"The store {name} can't be opened: {_words(error)}.",
            "If it is damaged, move it away and start again: nothing that waits in it will have been sent.",
        ) from error
    except StoreError:
        engine.dispose()
        raise
    return Database(engine, name)


def _private(path: Path) -> None:
    """Makes the file, and its folder, for the user alone. SQLite gives its WAL the same mode as the file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connected(dbapi_connection: Any, _record: object) -> None:
        dbapi_connection.isolation_level = None  # begin is ours: see `began`
        cursor = dbapi_connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY}")
        _write_ahead(cursor)
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA fullfsync=ON")  # macOS: fsync alone stops at the drive's cache; no effect elsewhere
        cursor.execute("PRAGMA checkpoint_fullfsync=ON")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")  # an erased body is not left in free pages
        cursor.close()

    @event.listens_for(engine, "begin")
    def began(connection: Connection) -> None:
        # A reader that turns writer fails at once with SQLITE_BUSY_SNAPSHOT; so writers say so from the start.
        writes = connection.get_execution_options().get("tactful_writes", True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(cursor: Any) -> None:
    """WAL. Where several processes open a new file at once SQLite says "locked" here without waiting BUSY."""
    end = time.monotonic() + BUSY / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def _prepare_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connected(dbapi_connection: Any, _record: object) -> None:
        cursor = dbapi_connection.cursor()
        cursor.execute("SET synchronous_commit TO on")  # what SQLite's synchronous=FULL is; a server may default to off
        cursor.close()
        dbapi_connection.commit()


def _words(error: SQLAlchemyError) -> str:
    """The database's own words without what follows them: PostgreSQL's DETAIL shows the values of a row."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        found = ""
        if inspect(connection).has_table("alembic_version"):
            found = connection.execute(select(text("version_num")).select_from(text("alembic_version"))).scalar() or ""
    if found == HEAD:
        return
    known = {path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    if found and found not in known:
        raise StoreError(
            f"The store {name} was made by a newer tactful (its version {found}).",
            "Install the newer tactful again, or name another store in [store] url.",
        )
    from alembic import command  # slow to load, and needed once a version
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["engine"] = engine
    command.upgrade(settings, "head")
