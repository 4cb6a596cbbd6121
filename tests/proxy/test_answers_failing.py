"""Answers by mail where something fails: what was taken is carried out and told once, and forgotten when it is over."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from proxy.errors import StoreError
from proxy.mail_answers import TAKEN
from tests.imap.client import Place
from tests.proxy.answering import answer, carried_out, told, words
from tests.proxy.folders import subjects
from tests.proxy.house import HOUR, KIM, MINUTE, SAM, House, another, broken, letter
from tests.servers.cut import Relay


async def test_an_answer_outlives_the_process(home: House, place: Place, tmp_path: Path) -> None:
    id_, offered = await told(home, place)
    await home.send(answer(offered["send"]), (SAM,))
    async with another(home, tmp_path) as second:
        mail = await carried_out(second, place)
    assert words(mail).startswith("Sent at 12:00.")
    assert home.find(id_).state == "released"


async def test_killed_between_the_sending_and_its_record(
    home: House, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offered = await told(home, place)
    home.now += MINUTE
    await home.send(answer(offered["send"]), (SAM,))
    with monkeypatch.context() as patch:
        patch.setattr(home.store.answers, "settle", broken)
        with pytest.raises(StoreError):
            await home.answers.carry_out()
    home.now += timedelta(minutes=5)
    assert words(await carried_out(home, place)).startswith("Sent at 12:01.")
    assert len(home.upstream.messages) == 1
    assert len(await subjects(place)) == 2


async def test_what_can_t_be_written_down_is_not_taken(
    home: House, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offered = await told(home, place)
    with monkeypatch.context() as patch:
        patch.setattr(home.store.answers, "take", broken)
        with pytest.raises(StoreError):
            await home.send(answer(offered["send"]), (SAM,))
    assert home.upstream.messages == []
    assert await home.send(answer(offered["send"]), (SAM,)) == TAKEN


async def test_told_once_though_the_mailbox_was_down(home: House, place: Place, wire: Relay) -> None:
    _, offered = await told(home, place)
    wire.cut(down=True)
    await home.send(answer(offered["don't send"]), (SAM,))
    await home.answers.carry_out()
    await home.schedule.letters()
    wire.down = False
    for _ in range(3):
        home.now += HOUR
        await home.schedule.letters()
    assert [each for each in await subjects(place) if "as you said" in each] == [
        "Not sent, as you said: your mail to Jo Park"
    ]


async def test_what_is_over_is_forgotten(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    waits = await home.hold(letter(2), (KIM,))
    await home.schedule.letters()
    await home.send(answer(offered["don't send"]), (SAM,))
    await carried_out(home, place)
    home.store.answers.forget(home.now + MINUTE)
    assert home.store.answers.oldest_good() is None
    assert home.store.answers.find(1) is None
    assert [home.find(each).state for each in (id_, waits)] == ["discarded", "held"]


@pytest.mark.parametrize("by", ["time", "a person"])
async def test_after_the_last_answer_was_forgotten_the_next_is_carried_out(home: House, place: Place, by: str) -> None:
    for number in (1, 2):
        id_, offered = await told(home, place)
        await home.send(answer(offered["don't send"], number), (SAM,))
        said = await carried_out(home, place)
        assert (home.find(id_).state, said["In-Reply-To"]) == ("discarded", f"<{number}@example.org>")
        home.now += HOUR
        if by == "time":
            home.store.answers.forget(home.now)
        else:
            home.store.forgetting.forget(None, home.now)
    assert home.store.answers.due() == []
