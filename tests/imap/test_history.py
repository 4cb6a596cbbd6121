"""Reading the past: the same on every server, after every interruption, and without a trace in the mailbox."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from imapclient import IMAPClient

from checks.model import Contact
from proxy.errors import FolderMissing, MailboxError
from proxy.imap import folders, history, uids
from proxy.imap.connection import Connection
from proxy.imap.folders import Folders
from proxy.imap.history import Summary
from proxy.store.sightings import FolderState
from proxy.store.store import Store
from tests.imap.client import NOW, OWN, Place, is_recruiter, mail
from tests.servers.cut import relay

JO = "jo@acme.example"
ACCOUNT = "sam@example.org"


@dataclass
class Progress:
    """What a progress bar was told."""

    steps: list[tuple[str, int, int]] = field(default_factory=list)
    then: Callable[[str, int, int], None] = lambda folder, done, total: None

    def __call__(self, folder: str, done: int, total: int) -> None:
        self.steps.append((folder, done, total))
        self.then(folder, done, total)

    def of(self, folder: str) -> list[tuple[int, int]]:
        return [(done, total) for name, done, total in self.steps if name == folder]


async def found(connection: Connection, place: Place) -> Folders:
    return await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)


async def read(
    place: Place, store: Store, *, port: int | None = None, progress: Progress | None = None, chunk: int = 500
) -> Summary:
    async with place.connection(port) as connection:
        where = await found(connection, place)
        return await history.read(
            connection,
            ACCOUNT,
            where,
            store.sightings,
            is_recruiter=is_recruiter,
            own=OWN,
            now=NOW,
            progress=progress,
            chunk=chunk,
        )


async def look(place: Place, store: Store, connection: Connection) -> Summary:
    where = await found(connection, place)
    return await history.look(connection, ACCOUNT, where, store.sightings, is_recruiter=is_recruiter, own=OWN, now=NOW)


def told(contacts: tuple[Contact, ...]) -> list[tuple[str, str]]:
    return [(contact.direction, contact.subject) for contact in contacts]


def with_jo(store: Store) -> list[tuple[str, str]]:
    return told(store.contacts.history(JO, NOW).contacts)


async def test_the_first_reading_finds_what_was_sent_and_what_was_answered(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("My application", days=9), mail("Lunch", to="mum@home.example", days=8))
    await place.fill("INBOX", mail("Re: My application", sender=f"Jo Park <{JO}>", to=ACCOUNT, days=5))
    await place.fill("INBOX", mail("Hello", sender="mum@home.example", to=ACCOUNT, cc=JO, days=4))
    await place.fill("Jobs", mail("An invitation", sender=JO, to=ACCOUNT, days=2))
    await place.fill("Trash", mail("Thrown away", sender=JO, to=ACCOUNT, days=1))
    assert await read(place, store) == Summary(3, 5, 4, NOW - timedelta(days=9))
    assert with_jo(store) == [("out", "My application"), ("in", "Re: My application"), ("in", "An invitation")]
    assert told(store.contacts.history("mum@home.example", NOW).contacts) == [("out", "Lunch")]
    assert store.sightings.synced(ACCOUNT) == NOW


async def test_cc_and_bcc_are_contacts_and_the_user_is_none(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("Hi", to="Sam <SAM@Example.org>", cc=f"Jo <{JO.upper()}>", bcc="x@acme.example"))
    await read(place, store)
    assert store.contacts.addresses() == [JO, "x@acme.example"]


async def test_afterwards_only_what_is_new_is_read(place: Place, store: Store) -> None:
    await place.fill("Sent", *(mail(f"number {n}", days=20 - n) for n in range(5)))
    await read(place, store)
    assert await read(place, store) == Summary(folders=2)
    await place.fill("Sent", mail("number 5", days=1))
    progress = Progress()
    assert (await read(place, store, progress=progress)).messages == 1
    assert progress.of("Sent") == [(0, 1), (1, 1)]
    assert with_jo(store) == [("out", f"number {n}") for n in range(6)]


async def test_what_was_expunged_stays_a_contact_and_hides_nothing_new(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("first", days=3), mail("second", days=2))
    await read(place, store)
    await place.remove("Sent", await place.uids("Sent"))
    assert (await read(place, store)).messages == 0
    await place.fill("Sent", mail("third", days=1))
    assert (await read(place, store)).messages == 1
    assert with_jo(store) == [("out", "first"), ("out", "second"), ("out", "third")]


async def test_mail_expunged_before_it_was_read_is_not_asked_for_again(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("first", days=3), mail("second", days=2))
    await place.remove("Sent", (await place.uids("Sent"))[-1:])
    await read(place, store)
    assert store.sightings.folder(ACCOUNT, "Sent") == FolderState(*await state_of(place, "Sent"))


async def state_of(place: Place, folder: str) -> tuple[int, int]:
    status = await place.do(lambda client: client.folder_status(folder, ["UIDVALIDITY", "UIDNEXT"]))
    return status[b"UIDVALIDITY"], status[b"UIDNEXT"] - 1


async def test_a_folder_that_was_made_anew_is_read_from_its_start(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("old", days=5), mail("older", days=6))
    await read(place, store)
    before = await state_of(place, "Sent")
    await place.do(lambda client: client.delete_folder("Sent"))
    await place.fill("Sent", mail("new", days=4))
    assert (await state_of(place, "Sent"))[0] != before[0]
    assert (await read(place, store)).messages == 1
    assert with_jo(store) == [("out", "new")]


async def test_two_copies_of_one_message_are_one_contact(place: Place, store: Store) -> None:
    one = mail("My application", message_id="<same@example.org>")
    await place.fill("Sent", one, one)
    await read(place, store)
    assert with_jo(store) == [("out", "My application")]


async def test_mail_without_message_id_counts(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("one", message_id="", days=3), mail("two", message_id="", days=2))
    await read(place, store)
    assert with_jo(store) == [("out", "one"), ("out", "two")]
    assert all(contact.message_id == "" for contact in store.contacts.history(JO, NOW).contacts)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 +0000", "Mon, 06 Jul 2099 10:00:00 +0000"],
    ids=["none", "no date", "never set", "far ahead"],
)
async def test_where_the_date_is_wrong_the_arrival_counts(place: Place, store: Store, date: str) -> None:
    arrived = NOW - timedelta(days=7)
    await place.fill("Sent", (mail("My application", date=date), arrived))
    await read(place, store)
    [contact] = store.contacts.history(JO, NOW).contacts
    assert contact.when == arrived


@pytest.mark.parametrize("name", ["Gesendete Objekte", "Éléments envoyés", "Отправленные", "已发送", "INBOX/Sent Mail"])
async def test_sent_is_found_by_its_name(place: Place, store: Store, name: str) -> None:
    await place.fill(name, mail("My application"))
    await place.fill("Büro & Jobs", mail("Re: My application", sender=JO, to=ACCOUNT, days=0.5))
    await read(place, store)
    assert with_jo(store) == [("out", "My application"), ("in", "Re: My application")]


async def test_without_a_folder_of_sent_mail_own_mail_counts_where_it_lies(place: Place, store: Store) -> None:
    await place.fill("INBOX", mail("My application"), mail("To myself", to=ACCOUNT))
    assert (await read(place, store)).contacts == 1
    assert with_jo(store) == [("out", "My application")]


async def test_nothing_in_the_mailbox_changes(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("one"))
    await place.fill("INBOX", mail("two", sender=JO, to=ACCOUNT), mail("three", sender=JO, to=ACCOUNT))
    await place.do(read_by_the_user)
    before = [await marks(place, folder) for folder in ("Sent", "INBOX")]
    assert before[0][0] == 1
    await read(place, store)
    async with place.connection() as connection:
        await look(place, store, connection)
    assert [await marks(place, folder) for folder in ("Sent", "INBOX")] == before


def read_by_the_user(client: IMAPClient) -> None:
    client.select_folder("INBOX")
    client.add_flags(client.search("ALL")[:1], [b"\\Seen"])


async def marks(place: Place, folder: str) -> tuple[int, dict[int, set[bytes]]]:
    """How many messages are still new to the server, and all flags by UID."""

    def act(client: IMAPClient) -> tuple[int, dict[int, set[bytes]]]:
        recent = client.folder_status(folder, ["RECENT"])[b"RECENT"]
        client.select_folder(folder, readonly=True)
        answers = client.fetch(client.search("ALL"), ["FLAGS"])
        return recent, {uid: set(answer[b"FLAGS"]) for uid, answer in answers.items()}

    return await place.do(act)


async def test_a_cut_between_two_chunks_is_mended_at_once(place: Place, store: Store) -> None:
    await place.fill("Sent", *(mail(f"number {n}", days=20 - n) for n in range(5)))
    async with relay(place.port) as wire:
        progress = Progress(then=lambda folder, done, total: wire.cut() if (folder, done) == ("Sent", 2) else None)
        await read(place, store, port=wire.port, progress=progress, chunk=2)
        assert wire.connections == 2
    assert progress.of("Sent") == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert with_jo(store) == [("out", f"number {n}") for n in range(5)]


async def test_a_reading_that_was_cut_goes_on_where_it_ended(place: Place, store: Store) -> None:
    await place.fill("Sent", *(mail(f"number {n}", days=20 - n) for n in range(5)))
    async with relay(place.port) as wire:
        gone = Progress(then=lambda folder, done, total: wire.cut(down=True) if (folder, done) == ("Sent", 2) else None)
        with pytest.raises(MailboxError):
            await read(place, store, port=wire.port, progress=gone, chunk=2)
    assert with_jo(store) == [("out", "number 0"), ("out", "number 1")]
    assert store.sightings.synced(ACCOUNT) is None
    progress = Progress()
    await read(place, store, progress=progress, chunk=2)
    assert progress.of("Sent") == [(0, 3), (2, 3), (3, 3)]
    assert with_jo(store) == [("out", f"number {n}") for n in range(5)]


async def test_a_cut_in_the_middle_of_an_answer_is_mended(place: Place, store: Store) -> None:
    await place.fill("Sent", *(mail(f"number {n}", days=20 - n) for n in range(5)))
    async with relay(place.port) as wire:

        def cut_soon(folder: str, done: int, total: int) -> None:
            if (folder, done) == ("Sent", 0):
                wire.cut_after = 600

        await read(place, store, port=wire.port, progress=Progress(then=cut_soon))
        assert wire.connections == 2
    assert with_jo(store) == [("out", f"number {n}") for n in range(5)]


async def test_a_folder_made_anew_between_two_chunks_is_read_from_its_start(place: Place, store: Store) -> None:
    await place.fill("Sent", *(mail(f"old {n}", days=20 - n) for n in range(5)))
    remade = asyncio.Event()

    async def remake() -> None:
        await place.do(lambda client: client.delete_folder("Sent"))
        await place.fill("Sent", mail("new"))
        remade.set()

    async with place.connection() as connection:
        where = await found(connection, place)
        slow = _Slow(store, remake, remade)
        await history.read(
            connection, ACCOUNT, where, slow, is_recruiter=is_recruiter, own=OWN, now=NOW, chunk=2, executor=slow.pool
        )
    slow.pool.shutdown()
    assert with_jo(store) == [("out", "new")]


class _Slow:
    """The store; its first record waits until another mail client has made the folder anew."""

    def __init__(self, store: Store, act: Callable[[], object], done: asyncio.Event) -> None:
        self.pool = ThreadPoolExecutor(1)
        self._loop = asyncio.get_running_loop()
        self._sightings = store.sightings
        self._act = act
        self.folder = store.sightings.folder
        self.restart = store.sightings.restart
        self.mark_synced = store.sightings.mark_synced

    def record(self, *arguments: object) -> None:
        self._sightings.record(*arguments)  # type: ignore[arg-type]
        act, self._act = self._act, None  # type: ignore[assignment]
        if act is not None:
            asyncio.run_coroutine_threadsafe(act(), self._loop).result()  # type: ignore[arg-type]


async def test_a_look_opens_only_what_has_something_new(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("My application", days=3))
    await place.fill("Jobs", mail("Hello", sender=JO, to=ACCOUNT, days=2))
    await read(place, store)
    async with place.connection() as connection:
        assert await look(place, store, connection) == Summary(folders=3)
        await place.fill("Jobs", mail("An answer", sender=JO, to=ACCOUNT, days=1))
        assert (await look(place, store, connection)).messages == 1
    assert with_jo(store)[-1] == ("in", "An answer")


async def test_large_folders_are_asked_for_in_windows(
    place: Place, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uids, "WINDOWS", (2, 3))
    await place.fill("Sent", *(mail(f"number {n}", days=20 - n) for n in range(9)))
    await place.remove("Sent", (await place.uids("Sent"))[3:5])
    await read(place, store)
    expected = [("out", f"number {n}") for n in range(9) if n not in (3, 4)]
    assert with_jo(store) == expected


async def test_a_folder_of_sent_mail_that_is_gone_is_told(place: Place, store: Store) -> None:
    async with place.connection() as connection:
        gone = Folders(sent="Sent", drafts=None)
        with pytest.raises(FolderMissing, match="Sent"):
            await history.read(connection, ACCOUNT, gone, store.sightings, is_recruiter=is_recruiter, own=OWN, now=NOW)
        fewer = Folders(sent=None, drafts=None, answers=("INBOX", "Gone"))
        read_then = await history.read(
            connection, ACCOUNT, fewer, store.sightings, is_recruiter=is_recruiter, own=OWN, now=NOW
        )
    assert read_then.folders == 1
