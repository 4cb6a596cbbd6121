"""The conducting rooms, joined as the app joins them.

A real store, the strict server as upstream, a mailbox where a test brings one, a clock that only moves when told, and
findings that the test decides on in place of the worker's.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, cast

from checks.frequency import find
from checks.model import Finding, Findings, Message, Person, Settings
from proxy.accounts import Accounts, Way
from proxy.configuration.account import Account
from proxy.configuration.settings import RecruiterRules
from proxy.errors import StoreError, WorkerError
from proxy.folder.false_copies import FalseCopies
from proxy.folder.held_folder import HeldFolder
from proxy.folder.sent import SentFolder
from proxy.gate import Rules
from proxy.imap.connection import Connection
from proxy.intake import Intake
from proxy.jobs import Dated, Job, relative_here
from proxy.mail_answers import MailAnswers
from proxy.mailboxes import Box, Mailboxes, Reading
from proxy.meetings.reminders import Reminders
from proxy.model import Envelope, Held, Recipient, Reply
from proxy.post import Post
from proxy.release import Request
from proxy.review import Outcome, Review
from proxy.schedule import Schedule
from proxy.smtp.patience import PATIENCE
from proxy.snooze.foresight import Foresight
from proxy.snooze.snoozing import Snoozing
from proxy.store.held_rows import Keeping
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from proxy.transit.judge import Judge
from proxy.transit.keeping import Keeper, Kept
from proxy.transit.spool import Spool
from proxy.transit.transactions import Transactions
from proxy.worker import Worker
from tests.imap.client import Place
from tests.servers.script import Fault
from tests.servers.strict import StrictServer
from tests.smtp.relaying import relay_to

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SAM, JO, KIM, MUM = "sam@example.org", "jo@acme.example", "kim@acme.example", "mum@home.example"
THANKS = Finding("thanks", "thanks.missing", "hold", "There is no thank-you in it.", "Add one.", "body")
NOTE = replace(THANKS, rule="thanks.faint", effect="note")
HELD, CLEAN = Findings((THANKS,), "en"), Findings((), "en")


def letter(number: int = 1, *, to: str = "Jo Park <jo@acme.example>", subject: str = "Hello", **more: str) -> bytes:
    fields = {
        "From": "Sam <sam@example.org>",
        "To": to,
        "Subject": subject,
        "Date": "Tue, 10 Mar 2026 11:59:00 +0000",
        "Message-ID": f"<{number}@example.org>",
    } | {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"{head}\r\nDear Jo,\r\n.\r\ncanary body\r\n".encode()


def by_frequency(job: Job) -> Findings:
    """The findings of that check alone."""
    message = Message(Person("Sam", SAM), (Person("Jo", JO),), subject="Hello", message_id="<new@example.org>")
    return Findings(tuple(find(message, "follow-up", job.histories, job.now, job.settings)), "en")


def broken(*_: object, **__: object) -> Any:
    """What a store says whose disk is full."""
    raise StoreError("The store can't be used: database or disk is full.", "Make room.")


class Verdicts:
    """Gives the findings that the test set, or raises what it set; keeps the jobs."""

    def __init__(self) -> None:
        self.answer: Findings | Exception | Callable[[Job], Findings] = CLEAN
        self.jobs: list[Job] = []

    async def judge(self, job: Job) -> Findings:
        self.jobs.append(job)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer if isinstance(self.answer, Findings) else self.answer(job)

    async def relative_days(self, dated: Dated) -> tuple[str, ...]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return relative_here(dated)


@dataclass
class House:
    """`now`: the clock. `kept`: how often somebody was told that a message was kept."""

    store: Store
    thread: StoreThread
    upstream: StrictServer
    accounts: Accounts
    mailboxes: Mailboxes
    worker: Verdicts
    now: datetime = NOW
    kept: int = 0
    watcher: Callable[[Sequence[str]], Connection] = field(default=None, repr=False)  # type: ignore[assignment]
    rooms: dict[str, Any] = field(default_factory=dict)

    def clock(self) -> datetime:
        return self.now

    @property
    def intake(self) -> Intake:
        return cast("Intake", self.rooms["intake"])

    @property
    def review(self) -> Review:
        return cast("Review", self.rooms["review"])

    @property
    def schedule(self) -> Schedule:
        return cast("Schedule", self.rooms["schedule"])

    @property
    def snoozing(self) -> Snoozing:
        return cast("Snoozing", self.rooms["snoozing"])

    @property
    def answers(self) -> MailAnswers:
        return cast("MailAnswers", self.rooms["answers"])

    @property
    def post(self) -> Post:
        return cast("Post", self.rooms["post"])

    @property
    def reminders(self) -> Reminders:
        return cast("Reminders", self.rooms["reminders"])

    @property
    def folder(self) -> HeldFolder:
        return cast("HeldFolder", self.rooms["folder"])

    @property
    def sent(self) -> SentFolder:
        return cast("SentFolder", self.rooms["sent"])

    def join(self) -> None:
        """Builds the rooms, again after a `restart`."""
        thread, clock = self.thread, self.clock
        judge = Judge(thread, self.mailboxes, cast("Worker", self.worker), clock, zone=UTC)

        def told(kept: Kept | None = None) -> None:
            self.kept += 1

        keeper = Keeper(thread, clock=clock, notify=lambda: self.accounts.notify_by_mail, kept=told)
        worker = cast("Worker", self.worker)
        foresight = Foresight(thread, worker, zone=UTC)
        review = Review(lambda: self.accounts, thread, self.mailboxes, clock=clock, foresight=foresight, zone=UTC)
        snoozing = Snoozing(
            lambda: self.accounts, thread, self.mailboxes, review, worker, clock=clock, returned=told, zone=UTC
        )
        reminders = Reminders(lambda: self.accounts, thread, self.mailboxes, clock=clock, zone=UTC)
        post = Post(lambda: self.accounts, thread, self.mailboxes, reminders, clock=clock, zone=UTC)
        false = FalseCopies(lambda: self.accounts, thread, self.mailboxes)
        sent = SentFolder(lambda: self.accounts, thread, self.mailboxes, false)
        answers = MailAnswers(lambda: self.accounts, thread, self.mailboxes, review, clock=clock, taken=told, zone=UTC)
        folder = HeldFolder(
            lambda: self.accounts,
            thread,
            self.mailboxes,
            answers=answers,
            false=false,
            watcher=lambda account, watched: self.watcher(watched),
            zone=UTC,
        )
        schedule = Schedule(
            lambda: self.accounts,
            thread,
            self.mailboxes,
            answers=answers,
            post=post,
            reminders=reminders,
            sent=sent,
            snoozing=snoozing,
            folder=folder,
            clock=clock,
            zone=UTC,
        )
        intake = Intake(lambda: self.accounts, thread, judge, keeper, answers=answers, clock=clock)
        self.rooms = {"intake": intake, "review": review, "schedule": schedule, "post": post, "sent": sent}
        self.rooms |= {"answers": answers, "reminders": reminders, "snoozing": snoozing, "folder": folder}

    def set(self, **changes: Any) -> None:
        """Other settings; `rules` by their names."""
        rules = {
            name: changes.pop(name)
            for name in ("mode", "on_error", "when_stale", "confirm_by_resending")
            if name in changes
        }
        self.accounts = replace(self.accounts, rules=replace(self.accounts.rules, **rules), **changes)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[Transactions]:
        passage = self.intake.open(SAM)
        try:
            yield passage
        finally:
            await passage.close()

    async def send(
        self,
        content: bytes | None = None,
        to: Sequence[str] = (JO,),
        *,
        sender: str = SAM,
        parameters: Sequence[str] = (),
        passage: Transactions | None = None,
    ) -> Reply:
        """One message, from MAIL to the reply to its dot, or the first refusal; in a session of its own."""
        if passage is None:
            async with self.session() as own:
                return await self.send(content, to, sender=sender, parameters=parameters, passage=own)
        reply = await passage.mail(sender, tuple(parameters))
        if not reply.positive:
            return reply
        for address in to:
            reply = await passage.rcpt(Recipient(address))
            if not reply.positive:
                await passage.reset()
                return reply
        with Spool() as spool:
            spool.write(letter() if content is None else content)
            return await passage.data(spool)

    async def hold(self, content: bytes | None = None, to: Sequence[str] = (JO,), *findings: Finding) -> str:
        """Sends a message that is held; its ID."""
        self.worker.answer = Findings(findings or (THANKS,), "en")
        reply = await self.send(content, to)
        assert str(reply).startswith("250 2.0.0 Held by tactful as "), reply
        self.worker.answer = CLEAN
        return reply.lines[0].split()[5].rstrip(":")

    def keep(self, content: bytes, **changes: Any) -> str:
        """Puts a message into the store past the intake."""
        with Spool() as spool:
            spool.write(content)
            keeping = Keeping(SAM, Envelope(SAM, (), (Recipient(JO),)), "held", message_id="<1@example.org>")
            return self.store.held.keep(replace(keeping, **changes), spool, self.now)

    async def act(self, id_: str, action: str, **more: Any) -> Outcome:
        return await self.review.act(id_, Request(action, **more))  # type: ignore[arg-type]

    def find(self, id_: str) -> Held:
        return self.store.held.find(id_)

    def waiting(self) -> list[str]:
        return [message.state for message in self.store.held.messages()]

    def contacts(self, address: str = JO) -> list[str]:
        """Kind or Message-ID of each contact."""
        history = self.store.contacts.history(address, self.now)
        return [contact.message_id or contact.kind for contact in history.contacts]


def accounts_for(upstream: StrictServer, mailbox: Mapping[str, Any] | None = None, **more: Any) -> Accounts:
    server = {"host": "127.0.0.1", "port": upstream.port, "security": "none"}
    tables = {"address": SAM, "smtp": server, "password": {"env": "NOTHING"}} | ({"imap": mailbox} if mailbox else {})
    relay = relay_to(upstream, username="", patience=replace(PATIENCE, final=20))
    way = Way(Account.model_validate(tables), relay, files_sent=more.pop("files_sent", False))
    recruiters = RecruiterRules.model_validate({"domains": ["acme.example"]})
    settings = Settings(own=frozenset({SAM}))
    return Accounts({SAM: way}, Rules(), settings, recruiters, **more)


@asynccontextmanager
async def house(
    folder: Path,
    *faults: Fault,
    place: Place | None = None,
    port: int | None = None,
    name: str = "tactful.db",
    watched: Sequence[str] = (),
    **more: Any,
) -> AsyncIterator[House]:
    """Everything, with the store in `folder`; `place`: the mailbox, `port`: of a wire to it; `watched`: its folders."""
    async with StrictServer(faults=faults) as upstream:
        store = Store.open(f"sqlite:///{folder / name}")
        thread = StoreThread(store)
        boxes: dict[str, Box] = {}
        if place is not None:
            where, hours = place.mailbox(port), count(step=3600)  # so that no pause after a fault is waited for
            connect = partial(
                Connection,
                where,
                place.username,
                lambda: place.password,
                clock=lambda: float(next(hours)),
                quiet=0.0,
            )
            boxes[SAM] = Box(where, connect(watched=watched, news=lambda folder: built[0].schedule.news(SAM)))
        built: list[House] = []
        reading = Reading(lambda address: address.endswith("@acme.example"), frozenset({SAM}))
        mailboxes = Mailboxes(boxes, thread, lambda: reading, lambda: built[0].now)
        built.append(House(store, thread, upstream, accounts_for(upstream, **more), mailboxes, Verdicts()))
        if place is not None:
            built[0].watcher = lambda folders: connect(
                watched=folders, news=lambda folder: built[0].folder.news(SAM), check=0.05
            )
        built[0].join()
        try:
            yield built[0]
        finally:
            await built[0].folder.close()
            await mailboxes.close()
            thread.close()


@asynccontextmanager
async def another(first: House, folder: Path, name: str = "tactful.db") -> AsyncIterator[House]:
    """Another process with the same store and upstream: a command beside `run`, or `run` after its death."""
    store = Store.open(f"sqlite:///{folder / name}")
    thread = StoreThread(store)
    second = replace(first, store=store, thread=thread, rooms={})
    second.join()
    try:
        yield second
    finally:
        thread.close()


WORKER_BROKE = WorkerError("The check of a message took longer than 10 seconds and was stopped.", "Read it once more.")
