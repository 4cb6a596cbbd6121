"""Answers by mail that INBOX shows: given elsewhere, or forged from outside."""

from __future__ import annotations

import pytest

from tests.imap.client import Place
from tests.proxy.answering import ALIEN, answer, carried_out, told, words
from tests.proxy.folders import subjects
from tests.proxy.house import HOUR, SAM, House


async def read_inbox(home: House) -> None:
    """An hour later, as it is due then."""
    home.now += HOUR
    await home.schedule.read(SAM)
    assert home.store.sightings.synced(SAM) == home.now


async def test_an_answer_from_elsewhere_is_taken_from_inbox(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await place.fill("INBOX", answer(offered["send"]))
    await read_inbox(home)
    mail = await carried_out(home, place)
    assert words(mail).startswith("Sent at 13:00.")
    assert mail["In-Reply-To"] == "<100@example.org>"
    assert home.find(id_).state == "released"
    for _ in range(2):
        await read_inbox(home)
        await carried_out(home, place)
    assert len(home.upstream.messages) == 1
    assert len(await subjects(place)) == 3


async def test_too_late_says_so_in_return_to_a_mail_too(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await home.act(id_, "discard")
    await place.fill("INBOX", answer(offered["send"]))
    await read_inbox(home)
    assert words(await carried_out(home, place)).startswith("You said already at 12:00 not to send it.")


@pytest.mark.parametrize(
    "forged",
    [
        lambda offered: answer(f"tactful: send {ALIEN}"),
        lambda offered: answer(offered["send"], From="Jo <jo@acme.example>"),
        lambda offered: answer(offered["don't send"].replace("don't send", "send")),
        lambda offered: answer(offered["send"], Auto_Submitted="auto-replied"),
    ],
)
async def test_what_is_forged_from_outside_gets_nothing_and_no_word(home: House, place: Place, forged: object) -> None:
    id_, offered = await told(home, place)
    assert callable(forged)
    await place.fill("INBOX", forged(offered))
    before = await subjects(place)
    await read_inbox(home)
    await home.answers.carry_out()
    await home.schedule.letters()
    assert [each for each in await subjects(place) if not each.startswith("Still not sent: ")] == before
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])


async def test_a_replay_from_outside_gets_no_word(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await home.send(answer(offered["don't send"]), (SAM,))
    await carried_out(home, place)
    await place.fill("INBOX", answer(offered["don't send"], 101))
    before = await subjects(place)
    await read_inbox(home)
    await carried_out(home, place)
    assert await subjects(place) == before
    assert home.find(id_).state == "discarded"


async def test_reading_marks_nothing_as_read(home: House, place: Place) -> None:
    _, offered = await told(home, place)
    await place.fill("INBOX", answer(offered["don't send"]))
    await read_inbox(home)
    assert b"\\Seen" not in await place.flags("INBOX")
    assert len(home.store.answers.due()) == 1
