"""What may happen in the middle of the first reading: the history ends equal to that of an undisturbed one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from proxy.errors import MailboxError
from proxy.imap import folders, history
from proxy.store.store import Store
from tests.imap.client import NOW, OWN, Place, is_recruiter, mail
from tests.servers import dovecot as dovecots
from tests.servers.cut import relay
from tests.servers.daemon import PASSWORD
from tests.servers.odd import Close, Odd, odd

JO, ACCOUNT = "jo@acme.example", "sam@example.org"
MAILS = [mail(f"number {number}", days=20 - number) for number in range(9)]
UNDISTURBED = [f"number {number}" for number in range(9)]


async def read(place: Place, store: Store) -> None:
    async with place.connection() as connection:
        where = await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)
        more = {"is_recruiter": is_recruiter, "own": OWN, "now": NOW, "chunk": 2}
        await history.read(connection, ACCOUNT, where, store.sightings, **more)  # type: ignore[arg-type]


def known(store: Store) -> list[str]:
    return [contact.subject for contact in store.contacts.history(JO, NOW).contacts]


@pytest.mark.dovecot
async def test_the_server_is_killed(store: Store) -> None:
    with dovecots.dovecot() as server:
        place = Place(server.port, server.user(), PASSWORD)
        await place.fill("Sent", *MAILS)

        def kill(folder: str, done: int, total: int) -> None:
            if (folder, done) == ("Sent", 4):
                server.kill()

        async with place.connection() as connection:
            where = await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)
            more = {"is_recruiter": is_recruiter, "own": OWN, "now": NOW, "chunk": 2, "progress": kill}
            with pytest.raises(MailboxError):
                await history.read(connection, ACCOUNT, where, store.sightings, **more)  # type: ignore[arg-type]
        assert known(store) == UNDISTURBED[: len(known(store))]
        assert 4 <= len(known(store)) < 9
        server.start_again()
        await read(place, store)
    assert known(store) == UNDISTURBED


READER = """
import asyncio, sys
from tests.imap.client import Place
from tests.imap.test_faults import read
from proxy.store.store import Store
asyncio.run(read(Place(int(sys.argv[1]), sys.argv[2], sys.argv[3]), Store.open(sys.argv[4])))
"""


@pytest.mark.dovecot
@pytest.mark.parametrize("octets", [1500, 2500, 3500, 4500])
async def test_the_proxy_is_killed(dovecot_place: Place, tmp_path: Path, octets: int) -> None:
    """`kill -9`, once so much has come from the server."""
    place, url = dovecot_place, f"sqlite:///{tmp_path / 'killed.db'}"
    await place.fill("Sent", *MAILS)
    async with relay(place.port) as wire:
        wire.hold_after = octets
        command = [sys.executable, "-c", READER, str(wire.port), place.username, place.password, url]
        child = subprocess.Popen(command, cwd=Path(__file__).parents[2])
        await wire.held.wait()
        child.kill()
        child.wait()
    store = Store.open(url)
    assert len(known(store)) < 9
    assert known(store) == UNDISTURBED[: len(known(store))]
    await read(place, store)
    assert known(store) == UNDISTURBED
    store.close()


def close_at(server: Odd, kind: str, time: int) -> None:
    def manners(command: str, answer: bytes) -> bytes:
        if command.startswith(kind) and sum(said.startswith(kind) for said in server.said) == time:
            raise Close
        return answer

    server.manners = manners


@pytest.mark.parametrize("kind", ["LIST", "EXAMINE", "UID SEARCH", "UID FETCH"])
@pytest.mark.parametrize("time", [1, 2, 3])
async def test_the_server_closes_wherever_it_likes(store: Store, kind: str, time: int) -> None:
    async with odd() as server:
        server.folder("Sent", "\\Sent").add(*MAILS)
        close_at(server, kind, time)
        await read(Place(server.port, "sam", "secret"), store)
    assert known(store) == UNDISTURBED


async def test_the_server_throttles(store: Store) -> None:
    """It refuses every third question for headers: what was read stays, and the next readings go on from there."""
    async with odd() as server:
        server.folder("Sent", "\\Sent").add(*MAILS)

        def manners(command: str, answer: bytes) -> bytes:
            if command.startswith("UID FETCH") and sum("UID FETCH" in said for said in server.said) % 3 == 0:
                return b"" if answer.startswith(b"*") else answer.replace(b" OK ", b" NO [LIMIT] slow down, ")
            return answer

        server.manners = manners
        place = Place(server.port, "sam", "secret")
        for _ in range(2):
            with pytest.raises(MailboxError, match="slow down"):
                await read(place, store)
        await read(place, store)
    assert known(store) == UNDISTURBED


async def test_the_server_gives_new_numbers_in_the_middle(store: Store) -> None:
    async with odd() as server:
        sent = server.folder("Sent", "\\Sent")
        sent.add(*MAILS)

        def manners(command: str, answer: bytes) -> bytes:
            if command.startswith("UID FETCH 3") and sent.uidvalidity == 7:
                sent.renumber()
                sent.add(mail("number 9", days=2))
            return answer

        server.manners = manners
        await read(Place(server.port, "sam", "secret"), store)
    assert known(store) == [*UNDISTURBED, "number 9"]


async def test_a_server_without_numbers_that_last_is_told(store: Store) -> None:
    async with odd() as server:
        sent = server.folder("Sent", "\\Sent")
        sent.add(*MAILS)

        def manners(command: str, answer: bytes) -> bytes:
            if command.startswith("UID FETCH"):
                sent.uidvalidity += 1
            return answer

        server.manners = manners
        with pytest.raises(MailboxError, match="new numbers all the time"):
            await read(Place(server.port, "sam", "secret"), store)
