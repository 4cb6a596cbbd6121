"""The only place that builds the rooms and joins them: for `tactful run` (proxy.run), and for commands that act."""

from __future__ import annotations

import platform
import re
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from proxy import config as configuration
from proxy import credentials, events, providers
from proxy.accounts import Accounts, Way, fingerprint
from proxy.addresses import normalise
from proxy.configuration.account import Account, Mailbox
from proxy.configuration.settings import Config
from proxy.desk import Desk
from proxy.desktop import Desktop
from proxy.errors import CredentialError, StoreError
from proxy.folder.false_copies import FalseCopies
from proxy.folder.held_folder import CHECK, HeldFolder
from proxy.folder.sent import SentFolder
from proxy.imap import watch
from proxy.imap.connection import Connection
from proxy.jobs import judges_nothing
from proxy.mail_answers import MailAnswers
from proxy.mailboxes import Box, Mailboxes, Reading
from proxy.meetings.reminders import Reminders
from proxy.opening import open_message
from proxy.outbox import Outbox
from proxy.post import Post
from proxy.review import Review
from proxy.schedule import Schedule
from proxy.smtp.dial import aside
from proxy.smtp.relay import Relay
from proxy.snooze.foresight import Foresight
from proxy.snooze.snoozing import Snoozing
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from proxy.transit.judge import Judge
from proxy.transit.keeping import Keeper, Kept
from proxy.worker import Worker


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def host_name() -> str:
    """What EHLO says of this machine; nothing is looked up."""
    node = platform.node()
    return node if re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?", node) else "localhost"


class App:
    """All rooms of one configuration, joined. Made by `opened`. `context`: for other certificates than the system's."""

    def __init__(
        self,
        config: Config,
        store: Store,
        *,
        clock: Callable[[], datetime] = now,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.config = config
        self.store = store
        self.clock = clock
        self._context = context
        self.thread = StoreThread(store)
        self.accounts = self._accounts(config, {})
        self.worker = Worker()
        self.mailboxes = Mailboxes(self._boxes(config), self.thread, self._reading, clock, self.worker.listen)
        self.judge = Judge(self.thread, self.mailboxes, self.worker, clock)
        self.desktop = Desktop(
            lambda: "desktop" in self.config.digest.notify,
            self._desktop_found,
            lambda id_: open_message(self.thread, id_, clock),
            clickable=lambda: self.config.listen.web is not None,
        )
        self.keeper = Keeper(self.thread, clock=clock, notify=lambda: self.accounts.notify_by_mail, kept=self._kept)
        self.reader = Worker(idle=30.0, judge=judges_nothing)
        foresight = Foresight(self.thread, self.reader)
        self.review = Review(lambda: self.accounts, self.thread, self.mailboxes, clock=clock, foresight=foresight)
        self.answers = MailAnswers(
            lambda: self.accounts,
            self.thread,
            self.mailboxes,
            self.review,
            clock=clock,
            taken=self._taken,
        )
        self.reminders = Reminders(
            lambda: self.accounts, self.thread, self.mailboxes, clock=clock, show=self.desktop.show
        )
        self.post = Post(lambda: self.accounts, self.thread, self.mailboxes, self.reminders, clock=clock)
        false = FalseCopies(lambda: self.accounts, self.thread, self.mailboxes)
        self.sent = SentFolder(lambda: self.accounts, self.thread, self.mailboxes, false)
        self.folder = HeldFolder(
            lambda: self.accounts,
            self.thread,
            self.mailboxes,
            answers=self.answers,
            false=false,
            watcher=self._watcher,
        )
        self.snoozing = Snoozing(
            lambda: self.accounts,
            self.thread,
            self.mailboxes,
            self.review,
            self.worker,
            clock=clock,
            returned=self._kept,
        )
        self.schedule = Schedule(
            lambda: self.accounts,
            self.thread,
            self.mailboxes,
            answers=self.answers,
            post=self.post,
            reminders=self.reminders,
            sent=self.sent,
            snoozing=self.snoozing,
            folder=self.folder,
            clock=clock,
        )

        self.desk = Desk(lambda: self.config, lambda: self.accounts, self.thread, clock=clock)
        self.outbox = Outbox(self.thread, self.review, clock=clock, acted=self.schedule.wake)

    @classmethod
    @asynccontextmanager
    async def opened(
        cls, config: Config, *, clock: Callable[[], datetime] = now, context: ssl.SSLContext | None = None
    ) -> AsyncIterator[App]:
        """The app over the configuration's store; closed in order afterwards. Raises StoreError."""
        app = cls(config, Store.open(configuration.store_url(config)), clock=clock, context=context)
        try:
            yield app
        finally:
            await app.close()

    async def close(self) -> None:
        """Ends connections, the worker and the store."""
        await self.desktop.close()
        self.desk.close()
        await self.folder.close()
        await self.mailboxes.close()
        await self.worker.close()
        await self.reader.close()
        self.thread.close()

    async def adopt(self, config: Config) -> None:
        """Another configuration from now on; messages on their way keep the former one."""
        former = self.config
        self.config = config
        self.accounts = self._accounts(config, self.accounts.ways)
        boxes = self._boxes(config)
        for address in boxes:
            account, before = config.account(address), former.account(address)
            kept = self.mailboxes.box(address)
            if kept is not None and account == before:
                boxes[address] = kept
        await self.mailboxes.replace(boxes)
        await self.folder.close()  # it watches anew, as it is called now

    async def find_logins(self) -> bool:
        """Asks for the client passwords that are not known yet; whether all are known now."""
        for way in [way for way in self.accounts.ways.values() if way.login is None]:
            account = way.account
            source = account.client_password or account.password
            try:
                secret = await aside(
                    partial(
                        credentials.secret,
                        source,
                        account=account.address,
                        purpose="client-password" if account.client_password else "password",
                    )
                )
            except CredentialError as error:
                events.no_login(account.address, error.what)
                continue
            known = replace(way, login=fingerprint(secret))
            self.accounts = replace(self.accounts, ways={**self.accounts.ways, way.address: known})
        return all(way.login is not None for way in self.accounts.ways.values())

    def _accounts(self, config: Config, former: Mapping[str, Way]) -> Accounts:
        ways = []
        for account in config.accounts:
            known = former.get(normalise(account.address))
            login = known.login if known is not None and known.account == account else None
            files_sent = providers.load().files_sent(account.smtp.host)
            ways.append(Way(account, self._relay(account), login, files_sent))
        return Accounts.of(config, ways)

    def _relay(self, account: Account) -> Relay:
        return Relay(account.smtp, account.username, _password(account), hostname=host_name(), context=self._context)

    def _boxes(self, config: Config) -> dict[str, Box]:
        return {
            normalise(account.address): Box(account.imap, self._connection(account, account.imap))
            for account in config.accounts
            if account.imap is not None
        }

    def _connection(
        self,
        account: Account,
        mailbox: Mailbox,
        watched: Sequence[str] = ("INBOX",),
        news: Callable[[str, str], None] | None = None,
        check: float = watch.CHECK,
    ) -> Connection:
        return Connection(
            mailbox,
            account.username,
            _password(account),
            context=self._context,
            watched=watched,
            news=partial(news or self._news, normalise(account.address)),
            check=check,
        )

    def _watcher(self, address: str, watched: Sequence[str]) -> Connection:
        account = self.config.account(address)
        assert account is not None, "only accounts are watched"
        assert account.imap is not None, "only mailboxes are watched"
        return self._connection(account, account.imap, watched, self._folder_news, CHECK)

    def _folder_news(self, account: str, folder: str) -> None:
        """Something came or went where held mail lies, in Sent or in Drafts."""
        self.folder.news(account)
        self.schedule.wake()

    def _news(self, account: str, folder: str) -> None:
        """Something came or went in a watched folder. Others that want to know are told here."""
        self.schedule.news(account)

    def _taken(self) -> None:
        self.schedule.wake()

    def _kept(self, kept: Kept) -> None:
        self.schedule.wake()
        self.desktop.tell(kept)

    async def _desktop_found(self, fault: str | None) -> None:
        try:
            await self.thread(self.store.control.set_desktop_fault, fault)
        except StoreError as error:
            events.store_failed("desktop-fault", error.what)

    def _reading(self) -> Reading:
        control = self.store.control
        recruiters = self.accounts.recruiters_in(control)
        return Reading(recruiters.covers, self.accounts.settings.own, recruiters.terms)


def _password(account: Account) -> Callable[[], str]:
    return partial(credentials.secret, account.password, account=account.address, purpose="password")
