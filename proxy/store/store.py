"""The store as one: opened once a process, with a box for each kind of row."""

from __future__ import annotations

import secrets
from pathlib import Path

from filelock import FileLock, Timeout

from proxy.errors import AlreadyRunning
from proxy.store.answers import Answers
from proxy.store.archive import Archive
from proxy.store.contacts import Contacts
from proxy.store.control import Control
from proxy.store.covers import Covers
from proxy.store.crossings import Crossings
from proxy.store.engine import Database, open_database
from proxy.store.forgetting import Forgetting
from proxy.store.held import HeldMessages
from proxy.store.interviews import Interviews
from proxy.store.letters import Letters
from proxy.store.mutes import Mutes
from proxy.store.passes import Passes
from proxy.store.readings import Readings
from proxy.store.remarks import Remarks
from proxy.store.sendings import Sendings
from proxy.store.sightings import Sightings
from proxy.store.snoozes import Snoozes
from proxy.store.words import Words


class Store:
    """Everything that outlives the process. Synchronous; one thread at a time."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.runner = secrets.token_hex(16)
        self.held = HeldMessages(database)
        self.contacts = Contacts(database)
        self.sightings = Sightings(database)
        self.control = Control(database)
        self.letters = Letters(database)
        self.interviews = Interviews(database)
        self.answers = Answers(database)
        self.covers = Covers(database)
        self.readings = Readings(database)
        self.remarks = Remarks(database)
        self.snoozes = Snoozes(database)
        self.sendings = Sendings(database)
        self.forgetting = Forgetting(database)
        self.mutes = Mutes(database)
        self.words = Words(database)
        self.archive = Archive(database)
        self.passes = Passes(database)
        self.crossings = Crossings(database, self.runner)

    @classmethod
    def open(cls, url: str) -> Store:
        """Opens or makes the store at a SQLAlchemy URL; StoreError where that can't be done."""
        return cls(open_database(url))

    def close(self) -> None:
        """Gives back the database."""
        self.database.close()


class RunLock:
    """The lock of the one `tactful run` a store: held while it runs, given back by the system when it dies."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, mode=0o600)

    def take(self) -> None:
        """Takes it, or raises AlreadyRunning."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise AlreadyRunning(
                "tactful is already running with this store.",
                "`tactful status` shows it; stop that one first, or name another store in [store] url.",
            ) from error

    def release(self) -> None:
        """Gives it back."""
        self._lock.release()

    def is_taken(self) -> bool:
        """Whether somebody runs with this store now."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return True
        self._lock.release()
        return False
