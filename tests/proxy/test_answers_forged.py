"""Answers by mail that nobody gave: to others, from others, guessed or used before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proxy.mail_answers import TAKEN
from proxy.store.answers import digest_of
from tests.imap.client import Place
from tests.proxy.answering import ALIEN, answer, carried_out, links, reached, told, words
from tests.proxy.house import JO, KIM, MUM, SAM, House


@pytest.mark.parametrize("to", [(JO,), (SAM, JO), (SAM, MUM), (MUM,)])
async def test_a_mail_to_others_goes_its_way_whatever_its_subject(
    home: House, place: Place, to: tuple[str, ...]
) -> None:
    id_, offered = await told(home, place)
    assert (await home.send(answer(offered["send"]), to)).code == 250
    assert reached(home) == [to]
    assert home.find(id_).state == "held"
    assert home.store.answers.due() == []


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        (SAM, {"From": "Jo <jo@acme.example>"}),
        (KIM, {}),
        ("", {}),
        (SAM, {"Auto_Submitted": "auto-replied"}),
        (SAM, {"Subject": f"tactful: send {ALIEN[:-1]}"}),
    ],
)
async def test_a_mail_that_only_looks_like_one_goes_its_way(
    home: House, place: Place, sender: str, more: dict[str, Any]
) -> None:
    id_, offered = await told(home, place)
    assert (await home.send(answer(offered["send"], **more), (SAM,), sender=sender)).code == 250
    assert len(home.upstream.messages) == 1
    assert home.find(id_).state == "held"


@pytest.mark.parametrize("said", [f"tactful: send {ALIEN}", "swap"])
async def test_a_guessed_token_does_nothing_and_says_so(home: House, place: Place, said: str) -> None:
    """And so does a true one with another command."""
    id_, offered = await told(home, place)
    swapped = offered["don't send"].replace("don't send", "send")
    assert await home.send(answer(swapped if said == "swap" else said), (SAM,)) == TAKEN
    mail = await carried_out(home, place)
    assert mail["Subject"] == "Nothing was done"
    assert mail["In-Reply-To"] == mail["References"] == "<100@example.org>"
    assert home.find(id_).state == "held"
    assert home.upstream.messages == []


async def test_a_replayed_token_does_nothing_and_says_so(home: House, place: Place) -> None:
    """Used where nothing could be done, so that the state is still the same; another mail with it is a replay."""
    id_, offered = await told(home, place)
    ways = home.accounts.ways
    await home.send(answer(offered["send"]), (SAM,))
    home.set(ways={})
    mail = await carried_out(home, place)
    assert words(mail).startswith("It was not done. The account sam@example.org is not in the configuration any more.")
    home.set(ways=ways)
    await home.send(answer(offered["send"], 101), (SAM,))
    again = await carried_out(home, place)
    assert words(again).startswith("That link was used before. Your mail has not been sent.")
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])
    await home.send(answer(links(again)["send"], 102), (SAM,))
    await carried_out(home, place)
    assert home.find(id_).state == "released"


async def test_the_store_holds_no_token(home: House, place: Place, tmp_path: Path) -> None:
    _, offered = await told(home, place)
    home.store.database.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("tactful.db*"))
    for said in offered.values():
        assert said.split()[-1].encode() not in kept
    assert digest_of("send", offered["send"].split()[-1]).encode() in kept
