"""What the command line changes and `run` reads (the pause, recruiters added and removed); what upstreams offered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, insert, select

from proxy.model import Capabilities
from proxy.store import schema
from proxy.store.engine import Database


@dataclass(frozen=True, slots=True)
class RecruiterEntry:
    """An address or domain that the command line put on the list, or took off it."""

    entry: str
    added: bool
    at: datetime


Stage = Literal["offer", "hired"]


@dataclass(frozen=True, slots=True)
class StageEntry:
    """How far things are with an address or domain."""

    entry: str
    stage: Stage
    at: datetime


class Control:
    """The rows by which one process tells another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pause(self, until: datetime) -> None:
        """Forward everything until then."""
        self._set("paused_until", until.isoformat())

    def resume(self) -> bool:
        """Ends a pause; whether there was one."""
        with self._database.write() as connection:
            query = delete(schema.control).where(schema.control.c.name == "paused_until")
            return connection.execute(query).rowcount == 1

    def paused_until(self, now: datetime) -> datetime | None:
        """Until when everything is forwarded; None where nothing is paused."""
        with self._database.read() as connection:
            query = select(schema.control.c.value).where(schema.control.c.name == "paused_until")
            value = connection.execute(query).scalar()
        until = None if value is None else datetime.fromisoformat(value)
        return until if until is not None and until > now else None

    def set_desktop_fault(self, fault: str | None) -> None:
        """Why `run` can show no notices on the desktop, "" where it can, None where they aren't asked for."""
        self._set("desktop_fault", fault)

    def desktop_fault(self) -> str | None:
        """What `run` found; None also before it looked."""
        with self._database.read() as connection:
            query = select(schema.control.c.value).where(schema.control.c.name == "desktop_fault")
            fault: str | None = connection.execute(query).scalar()
        return fault

    def _set(self, name: str, value: object) -> None:
        with self._database.write() as connection:
            connection.execute(delete(schema.control).where(schema.control.c.name == name))
            connection.execute(insert(schema.control).values(name=name, value=value))

    def recruiters(self) -> list[RecruiterEntry]:
        """All that the command line added or removed, the oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(schema.recruiter).order_by(schema.recruiter.c.at))
            return [RecruiterEntry(row.entry, row.added, row.at) for row in rows]

    def set_recruiter(self, entry: str, *, added: bool, now: datetime) -> None:
        """Puts an address or domain on the list, or takes it off; the last word counts."""
        with self._database.write() as connection:
            connection.execute(delete(schema.recruiter).where(schema.recruiter.c.entry == entry))
            connection.execute(insert(schema.recruiter).values(entry=entry, added=added, at=now))

    def set_page(self, address: str) -> None:
        """Where the page of the `run` over this store is ("127.0.0.1:2580")."""
        self._set("page", address)

    def page(self) -> str:
        """Where the last `run` had its page, "" where it had none."""
        with self._database.read() as connection:
            query = select(schema.control.c.value).where(schema.control.c.name == "page")
            return connection.execute(query).scalar() or ""

    def stages(self) -> list[StageEntry]:
        """Where there is an offer or more, the oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(schema.stage).order_by(schema.stage.c.at))
            return [StageEntry(row.entry, row.stage, row.at) for row in rows]

    def set_stage(self, entry: str, stage: Stage | None, now: datetime) -> bool:
        """Notes how far things are with an address or domain, None: as before; whether that changes anything."""
        table = schema.stage.c
        with self._database.write() as connection:
            same = select(table.entry).where(table.entry == entry, table.stage == stage)
            if stage is not None and connection.execute(same).first() is not None:
                return False
            gone = connection.execute(delete(schema.stage).where(table.entry == entry)).rowcount
            if stage is not None:
                connection.execute(insert(schema.stage).values(entry=entry, stage=stage, at=now))
            return stage is not None or gone > 0

    def remember_upstream(self, account: str, capabilities: Capabilities, now: datetime) -> None:
        """Keeps what the account's upstream offered at its last EHLO."""
        keywords = [list(pair) for pair in capabilities.keywords]
        with self._database.write() as connection:
            connection.execute(delete(schema.upstream).where(schema.upstream.c.account == account))
            connection.execute(insert(schema.upstream).values(account=account, keywords=keywords, at=now))

    def upstreams(self) -> dict[str, Capabilities]:
        """What each account's upstream offered at its last EHLO."""
        with self._database.read() as connection:
            return {
                row.account: Capabilities(tuple((keyword, value) for keyword, value in row.keywords))
                for row in connection.execute(select(schema.upstream))
            }
