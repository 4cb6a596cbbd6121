"""A mailbox's past for one look: what was sent and answered, and the bytes of messages, read and no more."""

from __future__ import annotations

import pytest
from imapclient import IMAPClient

from proxy.errors import MailboxError
from proxy.imap import folders, past
from proxy.imap.past import Filed, contents, gather
from tests.imap.client import NOW, OWN, Place, is_recruiter, mail

SENT = [mail(f"Number {number}", days=9 - number) for number in range(4)]
ANSWER = mail("Re: Number 0", sender="Jo <jo@acme.example>", to="sam@example.org", days=8.5)


async def gathered(place: Place, told: list[tuple[str, int, int]] | None = None) -> list[Filed]:
    async with place.connection() as connection:
        found = await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)
        return await gather(
            connection,
            "sam@example.org",
            found,
            is_recruiter=is_recruiter,
            own=OWN,
            now=NOW,
            progress=(lambda *each: told.append(each)) if told is not None else None,
        )


async def read(place: Place, wanted: list[Filed]) -> list[bytes | None]:
    async with place.connection() as connection:
        return [octets async for octets in contents(connection, wanted)]


async def test_what_was_sent_and_answered(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "BATCH", 2)
    await place.fill("Sent", *SENT)
    await place.fill("INBOX", ANSWER, mail("Lunch", sender="mum@home.example", to="sam@example.org"))
    told: list[tuple[str, int, int]] = []
    found = await gathered(place, told)
    assert [(each.folder, each.seen.direction, each.seen.subject) for each in found] == [
        *(("Sent", "out", f"Number {number}") for number in range(4)),
        ("INBOX", "in", "Re: Number 0"),
    ]
    assert ("Sent", 4, 4) in told
    backwards = [found[4], *found[3::-1]]
    assert await read(place, backwards) == [ANSWER, *SENT[::-1]]
    assert await read(place, []) == []

    def flags(client: IMAPClient) -> set[bytes]:
        client.select_folder("Sent", readonly=True)
        return {flag for each in client.fetch(client.search("ALL"), ["FLAGS"]).values() for flag in each[b"FLAGS"]}

    assert b"\\Seen" not in await place.do(flags)


async def test_what_went_away_meanwhile_or_is_too_large_is_none(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    await place.fill("Sent", *SENT)
    found = await gathered(place)
    await place.remove("Sent", [found[1].seen.uid])
    assert await read(place, found) == [SENT[0], None, *SENT[2:]]
    monkeypatch.setattr(past, "LITERAL_LIMIT", len(SENT[0]))
    assert await read(place, found[:1]) == [None]


@pytest.mark.dovecot
async def test_a_folder_that_was_made_anew_is_not_mistaken_for_the_old_one(dovecot_place: Place) -> None:
    await dovecot_place.fill("Sent", *SENT)
    found = await gathered(dovecot_place)

    def anew(client: IMAPClient) -> None:
        client.delete_folder("Sent")
        client.create_folder("Sent")
        client.append("Sent", SENT[3])

    await dovecot_place.do(anew)
    with pytest.raises(MailboxError, match="made anew"):
        await read(dovecot_place, found[:1])
