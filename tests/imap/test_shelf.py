"""The folder for held mail: how it is called on each server, what is read there, and what is taken away."""

from __future__ import annotations

import pytest
from imapclient import IMAPClient

from proxy.imap import shelf
from proxy.imap.folders import Folders
from proxy.imap.shelf import Shelf
from tests.imap.client import Place, mail
from tests.imap.connecting import connect
from tests.servers.scripted import HELLO, scripted

NAME = "Held by tactful"
NAMES = [
    (Folders("Sent", "Drafts"), NAME, (), (NAME, f"{NAME}/Send now", f"{NAME}/Don't send")),
    (
        Folders("INBOX.Sent", "INBOX.Drafts", prefix="INBOX.", delimiter="."),
        "Jobs/Held v1.0",
        (),
        ("INBOX.Jobs.Held v1-0", "INBOX.Jobs.Held v1-0.Send now", "INBOX.Jobs.Held v1-0.Don't send"),
    ),
    (Folders("Sent", "Drafts", delimiter=""), "a/b", (), ("a/b", "a/b - Send now", "a/b - Don't send")),
    (
        Folders("Sent", "Drafts"),
        "Zurückgehalten",
        ("Zurückgehalten", "Zurückgehalten - Send now"),
        ("Zurückgehalten", "Zurückgehalten - Send now", "Zurückgehalten/Don't send"),
    ),
    (Folders("Sent", "Drafts"), "/Held//x/", (), ("Held/x", "Held/x/Send now", "Held/x/Don't send")),
]


@pytest.mark.parametrize(("found", "name", "existing", "names"), NAMES)
def test_how_the_folders_are_called(
    found: Folders, name: str, existing: tuple[str, ...], names: tuple[str, str, str]
) -> None:
    assert shelf.choose(name, found, existing) == Shelf(*names, found.drafts or "")


def test_what_a_place_says() -> None:
    place = Shelf("Held", "Held/Send now", "Held/Don't send", "Drafts")
    says = {"Held": "", "Held/Send now": "send", "Held/Don't send": "discard", "Drafts": "drafts", "INBOX": ""}
    assert {folder: place.word(folder) for folder in says} == says


@pytest.mark.parametrize("name", [NAME, "Zurückgehalten & mehr", "保留"])
async def test_made_read_and_tidied(place: Place, name: str) -> None:
    await place.fill("Drafts", mail("a draft"))
    async with place.connection() as connection:
        _, planned, existing = await shelf.find(connection, place.mailbox(), name)
        made = await shelf.make(connection, planned, existing)
        assert await shelf.make(connection, made, frozenset()) == made  # by two at once
        await place.fill(made.base, mail("one", x_tactful_held="aaaaaaaa ONE"), mail("another's"))
        await place.fill(made.send, mail("two", x_tactful_held="bbbbbbbb  TWO"), mail("no", x_tactful_held="alone"))
        await place.fill(made.drafts, mail("three", x_tactful_held="cccccccc THREE"))
        _, again, existing = await shelf.find(connection, place.mailbox(), name)
        assert again == made
        assert {made.base, made.send, made.discard} <= existing
        read = await shelf.copies(connection, [made.base, made.send, made.discard, "Missing"], made.drafts)
        found = {each.held[0]: each for each in read}
        assert {held: (each.folder, each.token) for held, each in found.items()} == {
            "a": (made.base, "ONE"),
            "b": (made.send, "TWO"),
            "c": (made.drafts, "THREE"),
        }

        def marked_by_somebody(client: IMAPClient) -> None:
            client.select_folder(made.base)
            client.add_flags(client.search(["SUBJECT", "another"]), ["\\Deleted"])

        await place.do(marked_by_somebody)
        first = found["a"]
        assert not await shelf.take_away(connection, first.folder, first.uidvalidity + 1, [first.uid])
        assert await shelf.take_away(connection, first.folder, first.uidvalidity, [first.uid])
        assert [each.held[0] for each in await shelf.copies(connection, [made.base, made.send], "")] == ["b"]
        assert len(await place.uids(made.base)) == 1  # what somebody else marked

        def subscribed(client: IMAPClient) -> set[str]:
            return {name for _, _, name in client.list_sub_folders()}

        assert {made.base, made.send, made.discard} <= await place.do(subscribed)


SELECTED = "C: SELECT\nS: * 3 EXISTS\nS: * OK [UIDVALIDITY 7] x\nS: OK [READ-WRITE] done\n"
MARKED = "C: UID STORE 2 +FLAGS.SILENT (\\Deleted)\nS: OK done\n"
SERVERS = [
    ("IMAP4rev1", "", MARKED),
    ("IMAP4rev1 MOVE", 'C: UID MOVE 2 "Held"\nS: OK done\n', MARKED),
    ("IMAP4rev1 UIDPLUS", "C: UID EXPUNGE 2\nS: OK done\n", MARKED),
    ("IMAP4rev1 IMAP4rev2", "C: UID EXPUNGE 2\nS: OK done\n", MARKED),
]


@pytest.mark.parametrize(("capabilities", "then", "marked"), SERVERS, ids=[each[0] for each in SERVERS])
async def test_nobody_else_s_mail_is_expunged(capabilities: str, then: str, marked: str) -> None:
    hello = HELLO.replace("IMAP4rev1", capabilities)
    async with scripted(f"{hello}{SELECTED}{marked}{then}C: LOGOUT\n") as server:
        connection = connect(server)
        assert await shelf.take_away(connection, "Sent", 7, [2], aside="Held")
        await connection.close()
    assert not [each for each in server.said if each.split()[1] in ("EXPUNGE", "CLOSE")]


async def test_a_server_without_folders_below_folders() -> None:
    dialogue = (
        f'{HELLO}C: CREATE "Held"\nS: OK done\nC: SUBSCRIBE "Held"\nS: OK done\n'
        'C: CREATE "Held/Send now"\nS: NO no folders here\nC: LIST\nS: OK done\n'
        'C: CREATE "Held - Send now"\nS: OK done\nC: SUBSCRIBE\nS: NO never\n'
        'C: CREATE "Held/Don\'t send"\nS: NO no folders here\nC: LIST\nS: OK done\n'
        'C: CREATE "Held - Don\'t send"\nS: OK done\nC: SUBSCRIBE\nS: OK done\nC: LOGOUT\n'
    )
    planned = Shelf("Held", "Held/Send now", "Held/Don't send", "Drafts")
    async with scripted(dialogue) as server:
        connection = connect(server)
        made = await shelf.make(connection, planned, frozenset())
        await connection.close()
    assert made == Shelf("Held", "Held - Send now", "Held - Don't send", "Drafts")
