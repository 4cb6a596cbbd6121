"""What several of doctor's checks need, each found out once: secrets, what the store holds, who runs, the network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from proxy import config as configuration
from proxy import credentials
from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.configuration.settings import Config
from proxy.credentials import Purpose
from proxy.setup.outside import Outside
from proxy.smtp.dial import aside
from proxy.store.engine import sqlite_path
from proxy.store.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds. `synced`, `faults`: of each account's reading (normalised addresses). `recruiters`: how
    many entries the command line added. `page`: where the page is, or was. `desktop_fault`: as
    `Control.desktop_fault`."""

    name: str
    synced: dict[str, datetime | None]
    faults: dict[str, str]
    recruiters: int
    page: str
    desktop_fault: str | None
    paused_until: datetime | None


class Patient:
    """One configuration under examination. Its methods may be awaited by several at once, and find out once."""

    def __init__(self, config: Config, outside: Outside) -> None:
        self.config = config
        self.outside = outside
        self.now = outside.clock()
        self._asked: dict[str, asyncio.Task[Any]] = {}

    async def _once(self, name: str, find: Callable[[], Coroutine[Any, Any, T]]) -> T:
        task = self._asked.get(name)
        if task is None:
            task = self._asked[name] = asyncio.create_task(find())
        found: T = await asyncio.shield(task)
        return found

    async def close(self) -> None:
        """Ends what is still being found out."""
        for task in self._asked.values():
            task.cancel()
        await asyncio.gather(*self._asked.values(), return_exceptions=True)

    async def secret(self, account: Account, purpose: Purpose = "password") -> str:
        """The account's password, or the mail program's where it has one of its own. Raises CredentialError."""
        own = purpose == "client-password" and account.client_password is not None
        source = account.client_password if own and account.client_password else account.password
        kind: Purpose = "client-password" if own else "password"

        async def find() -> str:
            return await aside(lambda: credentials.secret(source, account=account.address, purpose=kind))

        return await self._once(f"{kind} {normalise(account.address)}", find)

    async def is_running(self) -> bool:
        """Whether `tactful run` is up."""

        async def find() -> bool:
            return await aside(lambda: self.outside.is_running(self.config))

        return await self._once("running", find)

    @property
    def hosts(self) -> list[str]:
        """The servers that are elsewhere."""
        return sorted({each.host for account in self.config.accounts for each in servers(account) if not each.loopback})

    async def offline(self) -> str:
        """Why no server can be reached from here, "" where that isn't so."""

        async def find() -> str:
            return await aside(lambda: self.outside.offline(self.hosts))

        return await self._once("offline", find)

    async def known(self) -> Known | None:
        """What the store holds; None where there is none yet. Raises StoreError."""

        async def find() -> Known | None:
            return await aside(self._read_store)

        return await self._once("known", find)

    def _read_store(self) -> Known | None:
        url = configuration.store_url(self.config)
        path = sqlite_path(url)
        if path is not None and not path.exists():
            return None
        store = Store.open(url)
        try:
            addresses = [normalise(account.address) for account in self.config.accounts]
            return Known(
                store.database.name,
                {address: store.sightings.synced(address) for address in addresses},
                {address: store.sightings.fault(address) for address in addresses},
                sum(each.added for each in store.control.recruiters()),
                store.control.page(),
                store.control.desktop_fault(),
                store.control.paused_until(self.now),
            )
        finally:
            store.close()


def servers(account: Account) -> list[Any]:
    """The account's servers."""
    return [each for each in (account.smtp, account.imap) if each is not None]
