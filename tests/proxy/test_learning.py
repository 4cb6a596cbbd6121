"""What the user taught is minded when the next message is judged, and not before they said it twice where it counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from checks.model import Finding, Findings, Settings
from proxy.release import Request
from proxy.store.mutes import Mute
from tests.proxy.house import CLEAN, JO, KIM, MUM, THANKS, House, broken, house, letter
from tests.servers.script import Refuse

CROSS = Finding("negativity", "negativity.cross", "hold", "m", "a", "body")
SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", recruiter=JO)
NOTE = replace(THANKS, rule="thanks.faint", effect="note")


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


async def test_released_and_not_mentioned_to_her_again(home: House) -> None:
    outcome = await home.act(await home.hold(None, (JO, MUM), THANKS, SOON, NOTE), "release", mute="recipients")
    assert (outcome.done, outcome.state) == (True, "released")
    assert outcome.muted == (Mute("thanks.missing", JO), Mute("frequency.too-soon", JO))
    home.worker.answer = Findings((SOON, THANKS, NOTE), "en")
    assert (await home.send(letter(2))).code == 250
    assert len(home.upstream.messages) == 2
    [remark] = home.store.remarks.untold()
    assert remark.findings == (NOTE,)  # what is only worth a note was not muted
    await home.hold(letter(3), (JO, KIM), THANKS)
    await home.hold(letter(4), (KIM,), THANKS)
    assert home.store.mutes.remove(Mute("thanks.missing", JO))
    await home.hold(letter(5), (JO,), THANKS)


async def test_not_mentioned_to_anyone_again(home: House) -> None:
    outcome = await home.act(await home.hold(), "release", mute="anyone")
    assert outcome.muted == (Mute("thanks.missing"),)
    home.worker.answer = Findings((THANKS,), "en")
    assert (await home.send(letter(2), (KIM,))).code == 250
    assert len(home.upstream.messages) == 2


async def test_what_could_cost_every_job_takes_a_second_word(home: House) -> None:
    id_ = await home.hold(None, (JO,), THANKS, CROSS)
    asked = await home.act(id_, "release", mute="anyone")
    assert (asked.done, asked.asks, asked.state, asked.muted) == (False, True, "held", ())
    assert "negativity.cross" in asked.reason
    assert (home.upstream.messages, home.store.mutes.all()) == ([], frozenset())
    sure = await home.act(id_, "release", mute="anyone", sure=True)
    assert (sure.done, sure.asks, set(sure.muted)) == (True, False, {Mute("thanks.missing"), Mute("negativity.cross")})


async def test_for_one_recruiter_no_second_word_is_needed(home: House) -> None:
    outcome = await home.act(await home.hold(None, (JO,), CROSS), "release", mute="recipients")
    assert (outcome.done, outcome.muted) == (True, (Mute("negativity.cross", JO),))


async def test_what_is_sent_already_asks_nothing_and_mutes_nothing(home: House) -> None:
    id_ = await home.hold(None, (JO,), CROSS)
    await home.act(id_, "release")
    late = await home.review.act(id_, Request("release", mute="anyone"))
    assert (late.done, late.asks, late.reason, late.muted) == (False, False, "It was sent.", ())
    assert home.store.mutes.all() == frozenset()


@pytest.mark.parametrize("action", ["draft", "discard"])
async def test_only_a_release_mutes(home: House, action: str) -> None:
    await home.act(await home.hold(), action, mute="recipients")
    assert home.store.mutes.all() == frozenset()


async def test_the_word_counts_though_the_sending_failed(tmp_path: Path) -> None:
    async with house(tmp_path, Refuse("MAIL", 452, ["4.3.1 full"])) as home:
        id_ = home.keep(letter(), findings=(THANKS,))
        outcome = await home.act(id_, "release", mute="recipients")
        assert (outcome.done, outcome.failed, outcome.state) == (False, True, "held")
        assert outcome.muted == (Mute("thanks.missing", JO),)
        assert home.store.mutes.all() == set(outcome.muted)


async def test_words_of_the_store_cross_to_the_worker_with_those_of_the_configuration(home: House) -> None:
    home.set(settings=Settings(words=frozenset({"szymborska"})))
    home.store.words.add("Kubernetes", home.now)
    await home.send()
    assert home.worker.jobs[-1].settings.words == {"szymborska", "kubernetes"}
    home.store.words.remove("kubernetes")
    await home.send(letter(2))
    assert home.worker.jobs[-1].settings.words == {"szymborska"}


@pytest.mark.parametrize("what", ["mutes", "words"])
async def test_a_store_that_can_t_tell_leaves_the_message_with_the_client(
    home: House, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    home.worker.answer = CLEAN
    monkeypatch.setattr(getattr(home.store, what), "all", broken)
    async with home.session() as session:
        with pytest.raises(Exception, match="disk is full"):
            await home.send(passage=session)
    assert (home.upstream.messages, home.contacts()) == ([], [])
