"""Putting mail into the mailbox: byte for byte, where it belongs, and never twice."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from imapclient import IMAPClient

from proxy.errors import FolderMissing, MailboxError
from proxy.imap import append
from proxy.imap.folders import Folders
from tests.imap.client import NOW, Place, mail
from tests.servers.cut import relay
from tests.servers.scripted import HELLO, scripted

NAME = "<kept@example.org>"
NOWHERE = Folders(sent=None, drafts=None)


@dataclass(frozen=True)
class Large:
    """A message of some size that is in memory only a piece at a time."""

    pieces: int
    size: int
    meanwhile: Callable[[], object] = lambda: None
    digest: bytes = b""

    def chunks(self) -> Iterator[bytes]:
        line = b"0123456789" * 7 + b"\r\n"
        yield mail(message_id=NAME)
        self.meanwhile()
        for _ in range(self.pieces):
            yield line * 1000


def large(pieces: int) -> Large:
    return Large(pieces, len(mail(message_id=NAME)) + pieces * 72_000)


async def stored(place: Place, folder: str) -> list[tuple[bytes, set[bytes], object]]:
    def act(client: IMAPClient) -> list[tuple[bytes, set[bytes], object]]:
        client.select_folder(folder, readonly=True)
        uids = client.search("ALL")
        rows = client.fetch(uids, ["BODY.PEEK[]", "FLAGS", "INTERNALDATE"])
        return [
            (row[b"BODY[]"], set(row[b"FLAGS"]) - {b"\\Recent"}, row[b"INTERNALDATE"])
            for _, row in sorted(rows.items())
        ]

    return await place.do(act)


async def test_what_is_added_is_there_byte_for_byte(place: Place) -> None:
    odd = mail(body="Grüße ☃\r\n.\r\n..\r\n* 1 FETCH\r\nA1 OK done") + b"\xff\xfe\r\n"
    when = NOW - timedelta(days=3)
    async with place.connection() as connection:
        uid = await append.append(connection, "INBOX", odd, flags=(append.SEEN,), when=when)
    assert await stored(place, "INBOX") == [(odd, {b"\\Seen"}, when)]
    assert [uid] == await place.uids("INBOX")


async def test_a_large_message_goes_out_in_pieces(place: Place) -> None:
    content = large(60)
    async with place.connection() as connection:
        await append.append(connection, "INBOX", content)
    [(octets, _, _)] = await stored(place, "INBOX")
    assert octets == b"".join(content.chunks())


async def test_a_message_that_is_not_as_long_as_it_said_is_not_added(place: Place) -> None:
    for wrong in (Large(2, large(2).size + 1), Large(2, large(2).size - 1)):
        async with place.connection() as connection:
            with pytest.raises(MailboxError):
                await append.append(connection, "INBOX", wrong)
    assert await stored(place, "INBOX") == []


@pytest.mark.parametrize("name", ["Held by tactful", "Zurückgehalten", 'a "quoted" \\ one'])
async def test_a_folder_is_made_where_it_is_asked_for(place: Place, name: str) -> None:
    name = re.sub(r'["\\]', "'", name) if place.plain_names else name
    async with place.connection() as connection:
        with pytest.raises(FolderMissing, match="no folder"):
            await append.append(connection, name, mail())
        await append.append(connection, name, mail(), create=True)
    assert len(await stored(place, name)) == 1


async def test_a_draft_is_one_for_every_mail_client(place: Place) -> None:
    await place.fill("Entwürfe")
    async with place.connection() as connection:
        assert await append.draft(connection, Folders(sent=None, drafts="Entwürfe"), mail()) == "Entwürfe"
        assert await append.draft(connection, NOWHERE, mail()) == "Drafts"
    for folder in ("Entwürfe", "Drafts"):
        [(octets, flags, _)] = await stored(place, folder)
        assert (octets, flags) == (mail(), {b"\\Draft", b"\\Seen"})


async def test_a_sent_copy_is_filed_once_however_often_it_is_asked_for(place: Place) -> None:
    content, folders = mail(message_id=NAME), Folders(sent="Sent", drafts=None)
    async with place.connection() as connection:
        assert await append.sent_copy(connection, folders, content, NAME, NOW)
        assert not await append.sent_copy(connection, folders, content, NAME, NOW)
    assert await stored(place, "Sent") == [(content, {b"\\Seen"}, NOW)]


async def test_a_letter_arrives_unread_and_once(place: Place) -> None:
    content = mail(message_id=NAME)
    async with place.connection() as connection:
        assert await append.letter(connection, NOWHERE, content, NAME)
        assert not await append.letter(connection, NOWHERE, content, NAME)
    [(_, flags, _)] = await stored(place, "INBOX")
    assert flags == set()


async def test_a_message_that_was_cut_in_two_is_added_afterwards(place: Place) -> None:
    loop = asyncio.get_running_loop()
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        torn = Large(60, large(60).size, lambda: loop.call_soon_threadsafe(wire.cut))
        with pytest.raises(MailboxError):
            await append.append(connection, "INBOX", torn)
        assert await append.once(connection, "INBOX", large(60), NAME)
        assert not await append.once(connection, "INBOX", large(60), NAME)
    assert len(await stored(place, "INBOX")) == 1


async def test_a_message_whose_answer_was_cut_off_is_not_added_again(place: Place) -> None:
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        # The server has asked for the message by then; the next that it says is that it has it.
        unheard = Large(2, large(2).size, lambda: setattr(wire, "cut_after", 1))
        with pytest.raises(MailboxError):
            await append.append(connection, "INBOX", unheard)
        assert not await append.once(connection, "INBOX", large(2), NAME)
    assert len(await stored(place, "INBOX")) == 1


@pytest.mark.parametrize(
    "name",
    [NAME, '<a"b(c)d\\e{3}%*@x>', "<x y@example.org>", "<kept@EXAMPLE.org>", "<grüße@example.org>"],
)
async def test_a_message_id_is_found_whatever_it_holds(place: Place, name: str) -> None:
    kept = mail(message_id=name)
    await place.fill("Sent", mail(message_id="<other@x>"), kept, mail(message_id="<other2@x>"))
    async with place.connection() as connection:
        wanted = name.replace(" ", "")  # blanks in it are no part of it (RFC 5322, section 3.6.4)
        assert await append.find_message_id(connection, "Sent", wanted)
        assert not await append.find_message_id(connection, "Sent", wanted[:-2] + ">")
        assert not await append.find_message_id(connection, "Nowhere", wanted)
        assert not await append.find_message_id(connection, "INBOX", wanted)
        assert not await append.find_message_id(connection, "Sent", "<kept>\r\nA1 DELETE Sent")
    assert len(await stored(place, "Sent")) == 3


async def test_a_copy_that_passed_a_server_is_told_from_one_that_a_mail_client_filed(place: Place) -> None:
    await place.fill("Sent", mail(message_id=NAME))
    async with place.connection() as connection:
        assert await append.find_message_id(connection, "Sent", NAME)
        assert not await append.find_message_id(connection, "Sent", NAME, by_server=True)
        await place.fill("Sent", mail(message_id=NAME, received="from a by b.example; Tue, 10 Mar 2026 12:00:00 +0000"))
        assert await append.find_message_id(connection, "Sent", NAME, by_server=True)


FIND = HELLO + 'C: EXAMINE\nS: * {count} EXISTS\nS: OK [READ-ONLY] done\nC: UID SEARCH HEADER "Message-ID" "{name}"\n'
ROW = 'S: * 1 FETCH (UID 7 BODY[HEADER.FIELDS (MESSAGE-ID)] "Message-ID: {name}")\nS: OK done\n'


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("S: * SEARCH 7\nS: OK done\nC: UID FETCH 7\n" + ROW.format(name=NAME), True),
        (
            "S: * SEARCH\nS: OK done\nC: UID SEARCH 1:*\nS: * SEARCH 7\nS: OK done\nC: UID FETCH 7\n"
            + ROW.format(name=NAME),
            True,
        ),
        (
            "S: NO no search here\nC: UID SEARCH 1:*\nS: * SEARCH 7\nS: OK done\nC: UID FETCH 7\n"
            + ROW.format(name=NAME),
            True,
        ),
        (
            "S: * SEARCH 7\nS: OK done\nC: UID FETCH 7\n"
            + ROW.format(name="<un" + NAME[1:])
            + "C: UID SEARCH 1:*\nS: * SEARCH\nS: OK done\n",
            False,
        ),
    ],
    ids=["found", "not indexed", "no search", "a part of another"],
)
async def test_no_search_is_trusted_alone(answer: str, found: bool) -> None:
    async with (
        scripted(FIND.format(count=3, name=NAME) + answer) as script,
        Place(script.port, "sam", "secret").connection() as connection,
    ):
        assert await append.find_message_id(connection, "Sent", NAME) is found


async def test_a_message_that_the_server_refuses_is_not_sent_to_it() -> None:
    full = 'C: APPEND "INBOX" () {5}\nS: NO [OVERQUOTA] Your mailbox is full\n'
    there = 'C: LIST\nS: * LIST () "/" INBOX\nS: OK done\nC: LOGOUT'
    async with scripted(HELLO + full + there) as script, Place(script.port, "sam", "secret").connection() as connection:
        with pytest.raises(MailboxError, match="Your mailbox is full"):
            await append.append(connection, "INBOX", b"hello")
    assert not any("hello" in line for line in script.said)
