"""The mail that is answered, read from the mailbox without a trace in it."""

from __future__ import annotations

import pytest
from imapclient import IMAPClient

from proxy.errors import MailboxError
from proxy.imap.answered import LIMIT, beginning
from tests.imap.client import Place, mail
from tests.servers.cut import relay

OFFER = mail("The post", sender="Jo <jo@acme.example>", message_id="<offer@acme.example>", body="The job is yours.")
OTHER = mail("Lunch", sender="Jo <jo@acme.example>", message_id="<lunch@acme.example>", body="At noon?")


async def flags(place: Place, folder: str) -> set[bytes]:
    def act(client: IMAPClient) -> set[bytes]:
        client.select_folder(folder, readonly=True)
        return {flag for found in client.get_flags(client.search("ALL")).values() for flag in found} - {b"\\Recent"}

    return await place.do(act)


@pytest.mark.parametrize("seen", [True, False])
async def test_it_is_found_where_it_was_seen_or_searched_for(place: Place, seen: bool) -> None:
    await place.fill("INBOX", OTHER)
    await place.fill("Archive", OTHER, OFFER)
    places = [("Archive", (await place.uids("Archive"))[1])] if seen else []
    folders = [] if seen else ["INBOX", "Archive"]
    async with place.connection() as connection:
        assert await beginning(connection, "<offer@acme.example>", places, folders) == OFFER
    assert await flags(place, "INBOX") == await flags(place, "Archive") == set()


async def test_a_place_that_is_gone_is_passed_by(place: Place) -> None:
    await place.fill("INBOX", OFFER)
    async with place.connection() as connection:
        gone = [("Nowhere", 1), ("INBOX", 4711)]
        assert await beginning(connection, "<offer@acme.example>", gone, ["Nowhere either", "INBOX"]) == OFFER


@pytest.mark.parametrize(
    "message_id", ["<nobody@acme.example>", '<") (ALL@acme.example>', "<grüße@acme.example>", "<a\r\nb>"]
)
async def test_what_is_not_there_is_nothing(place: Place, message_id: str) -> None:
    await place.fill("INBOX", OTHER)
    async with place.connection() as connection:
        assert await beginning(connection, message_id, [], ["INBOX"]) == b""
        assert await beginning(connection, "<lunch@acme.example>", [], ["INBOX"]) == OTHER


async def test_no_more_than_its_beginning_is_fetched(place: Place) -> None:
    large = mail("Papers", message_id="<large@acme.example>", body="The job is yours.\r\n" + "0123456789\r\n" * 20_000)
    await place.fill("INBOX", large)
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        assert await beginning(connection, "<large@acme.example>", [], ["INBOX"]) == large[:LIMIT]
        assert wire.octets < LIMIT + 16_384


async def test_a_connection_that_is_lost_is_told(place: Place) -> None:
    async with relay(place.port) as wire, place.connection(wire.port) as connection:
        await beginning(connection, "<offer@acme.example>", [], ["INBOX"])
        assert connection.connected
        wire.cut(down=True)
        with pytest.raises(MailboxError):
            await beginning(connection, "<offer@acme.example>", [], ["INBOX"])
        assert not connection.connected
