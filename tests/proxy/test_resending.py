"""Reject mode: the same text sent once more is a person's word to send it, and never more than once (promise 2)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checks.model import Finding, Findings
from proxy.errors import StoreError, TooLate
from proxy.gate import HOW_TO_CONFIRM, Decision
from proxy.gate import reply as gate_reply
from proxy.model import Held, Reply
from proxy.release import LATEST, SOONEST, resent
from tests.proxy.house import (
    HELD,
    JO,
    KIM,
    MINUTE,
    MUM,
    NOTE,
    NOW,
    SAM,
    THANKS,
    WORKER_BROKE,
    House,
    another,
    broken,
    house,
    letter,
)
from tests.servers.script import Close, Hang, Refuse

SECOND = timedelta(seconds=1)
MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)
SENT = "250 2.0.0 queued as 1"


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        built.set(mode="reject")
        built.worker.answer = HELD
        yield built


def said(reply: Reply) -> str:
    return str(reply)


async def refused(home: House, content: bytes | None = None) -> str:
    """Sends a message that is refused; its ID."""
    reply = said(await home.send(content))
    found = re.fullmatch(r"550 5\.7\.1 Not sent, kept as (\w{8}) / .*press Send again within 10 minutes\.", reply)
    assert found, reply
    return found[1]


# The decision

REFUSED = Held("abcdefgh", SAM, "rejected", NOW, None, envelope=None, subject="", size=1, findings=())  # type: ignore[arg-type]
FIRST = replace(REFUSED, message_id="<1@example.org>", fingerprint="one")


@pytest.mark.parametrize(
    ("state", "message_id", "fingerprint", "after", "came"),
    [
        ("rejected", "<2@example.org>", "one", SOONEST, "send"),  # a new Message-ID
        ("rejected", "<1@example.org>", "two", SOONEST, "send"),  # a new Date
        ("rejected", "<2@example.org>", "two", LATEST, "send"),
        ("held", "<2@example.org>", "two", MINUTE, "send"),  # the server did not take it a moment ago
        ("rejected", "<2@example.org>", "two", SOONEST - SECOND, "same reply"),
        ("rejected", "<2@example.org>", "two", 0 * SECOND, "same reply"),
        ("rejected", "<1@example.org>", "one", MINUTE, "same reply"),  # a program tries again
        ("rejected", "<1@example.org>", "one", LATEST + SECOND, "judge"),
        ("rejected", "<2@example.org>", "two", LATEST + SECOND, "judge"),
        ("rejected", "<2@example.org>", "two", -SECOND, "judge"),  # the clock was set back
        *((state, "<2@example.org>", "two", MINUTE, "judge") for state in ("releasing", "released", "unknown")),
        *((state, "<2@example.org>", "two", MINUTE, "judge") for state in ("drafted", "discarded", "snoozed")),
    ],
)
def test_what_becomes_of_a_text_that_comes_again(
    state: str, message_id: str, fingerprint: str, after: timedelta, came: str
) -> None:
    known = replace(FIRST, state=state)  # type: ignore[arg-type]
    assert resent(known, message_id, fingerprint, NOW + after) == came


def test_the_dialog_is_short_and_says_how_to_send_it() -> None:
    twice = replace(THANKS, start=7)
    came = gate_reply(
        Decision("reject", (THANKS, twice, replace(THANKS, rule="thanks.other"))), "abcdefgh", confirms=True
    )
    assert came.lines == (
        "5.7.1 Not sent, kept as abcdefgh",
        "5.7.1 thanks: there is no thank-you in it (thanks.missing)",
        "5.7.1 thanks: there is no thank-you in it (thanks.other)",
        HOW_TO_CONFIRM,
    )


# The way of a word


@pytest.mark.parametrize("again", [letter(2), letter(1, Date="Tue, 10 Mar 2026 12:05:00 +0000")], ids=["id", "date"])
async def test_sent_again_it_goes_unjudged_and_counts(home: House, again: bytes) -> None:
    home.worker.answer = Findings((THANKS, MET, NOTE), "en")
    id_ = await refused(home)
    home.now += MINUTE
    assert said(await home.send(again)) == SENT
    assert [message.content for message in home.upstream.messages] == [again]
    assert len(home.worker.jobs) == 1
    first = home.find(id_)
    assert (first.state, first.outcome) == ("released", "You sent it again from your mail program.")
    assert home.waiting() == []
    assert len(home.contacts()) == 2  # the mail, and the meeting that it speaks of
    assert [[each.rule for each in remark.findings] for remark in home.store.remarks.untold(SAM)] == [
        [MET.rule, NOTE.rule]
    ]


async def test_sooner_it_gets_the_first_reply_and_the_word_is_still_open(home: House) -> None:
    first = said(await home.send())
    home.now += 14 * SECOND
    assert said(await home.send(letter(2))) == first
    home.now += SECOND
    assert said(await home.send(letter(2))) == first  # those very bytes were answered: a program tries again
    assert said(await home.send(letter(3))) == SENT
    assert home.find(first.split()[6]).state == "released"
    assert home.waiting() == []


async def test_identical_bytes_are_no_word_and_no_second_row(home: House) -> None:
    first = said(await home.send())
    for _ in range(3):
        home.now += 9 * MINUTE
        assert said(await home.send()) == first
    assert (home.waiting(), home.upstream.messages) == (["rejected"], [])


async def test_without_date_and_message_id_nothing_is_new(home: House) -> None:
    first = said(await home.send(letter(Date="", Message_ID="")))
    home.now += MINUTE
    assert said(await home.send(letter(Date="", Message_ID="", User_Agent="x"))) == first
    assert home.upstream.messages == []


async def test_after_ten_minutes_it_is_judged_anew(home: House) -> None:
    one = await refused(home)
    home.now += LATEST + SECOND
    two = await refused(home, letter(2))
    assert one != two
    home.now += MINUTE
    assert said(await home.send(letter(3))) == SENT
    assert (home.find(one).state, home.find(two).state) == ("rejected", "released")


async def test_one_word_sends_it_once(home: House) -> None:
    await refused(home)
    home.now += MINUTE
    assert said(await home.send(letter(2))) == SENT
    await refused(home, letter(3))
    assert len(home.upstream.messages) == 1


@pytest.mark.parametrize(
    ("content", "to"), [(letter(2, subject="Hello again"), JO), (letter(2) + b"PS\r\n", JO), (letter(2), KIM)]
)
async def test_another_text_is_judged(home: House, content: bytes, to: str) -> None:
    await refused(home)
    home.now += MINUTE
    assert (await home.send(content, (to,))).code == 550
    assert home.waiting() == ["rejected", "rejected"]


@pytest.mark.parametrize("changes", [{"confirm_by_resending": False}, {"mode": "accept"}])
async def test_where_it_is_off_it_is_no_word(home: House, changes: dict[str, object]) -> None:
    home.set(**changes)
    first = said(await home.send())
    assert "press Send" not in first
    home.now += MINUTE
    assert "kept as" in (again := said(await home.send(letter(2)))) or "Held" in again
    assert again != first
    assert home.upstream.messages == []


async def test_a_message_that_could_not_be_checked_goes_by_the_same_word(home: House) -> None:
    home.worker.answer = WORKER_BROKE
    await refused(home)
    home.now += MINUTE
    assert said(await home.send(letter(2))) == SENT
    assert home.contacts() == ["<2@example.org>"]


async def test_no_contact_stays_none(home: House) -> None:
    home.worker.answer = replace(HELD, contact=False)
    await refused(home)
    home.now += MINUTE
    assert said(await home.send(letter(2))) == SENT
    assert home.contacts() == []


@pytest.mark.parametrize("action", ["discard", "release"])
async def test_what_a_person_ended_elsewhere_is_judged_anew(home: House, action: str) -> None:
    id_ = await refused(home)
    assert (await home.act(id_, action)).done
    home.now += MINUTE
    assert await refused(home, letter(2)) != id_
    assert len(home.upstream.messages) == (action == "release")


# Never lost, never twice


async def test_of_two_at_once_one_goes(home: House) -> None:
    await refused(home)
    home.now += MINUTE
    until = asyncio.Event()
    home.upstream.add(Hang("accepted", until, times=1))
    first = asyncio.create_task(home.send(letter(2)))
    await home.upstream.until(lambda: "accepted" in home.upstream.happened)
    second = await home.send(letter(3))
    until.set()
    assert said(await first) == SENT
    assert second.code == 550
    assert len(home.upstream.messages) == 1


async def test_of_two_that_get_as_far_as_the_dot_one_goes(home: House) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    until = asyncio.Event()
    home.upstream.add(Hang("DATA", until, times=1))
    late = asyncio.create_task(home.send(letter(2)))
    await home.upstream.until(lambda: "DATA" in home.upstream.happened)
    assert said(await home.send(letter(3))) == SENT
    until.set()
    with pytest.raises(TooLate):  # 451 with its words: the SMTP server's part
        await late
    assert [message.content for message in home.upstream.messages] == [letter(3)]
    assert home.contacts() == ["<3@example.org>"]
    assert home.find(id_).state == "released"


@pytest.mark.parametrize(
    ("fault", "code", "state"),
    [
        (Refuse("DATA", 451, ["4.3.0 later"], times=1), 451, "rejected"),
        (Close("DATA", after_reply=True, times=1), 451, "rejected"),
        (Refuse("dot", 452, ["4.3.1 full"], times=1), 452, "held"),
        (Refuse("dot", 554, ["5.6.0 no"], times=1), 554, "held"),
    ],
    ids=str,
)
async def test_where_the_server_does_not_take_it_the_word_still_stands(
    home: House, fault: Refuse | Close, code: int, state: str
) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    home.upstream.add(fault)
    assert (await home.send(letter(2))).code == code
    assert (home.find(id_).state, home.contacts(), home.upstream.messages) == (state, [], [])
    assert said(await home.send(letter(2))) == SENT
    assert (home.find(id_).state, home.contacts()) == ("released", ["<2@example.org>"])


@pytest.mark.parametrize("at", ["dot", "accepted"])
async def test_cut_off_after_the_dot_the_new_copy_is_unknown_and_the_old_one_ends(home: House, at: str) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    home.upstream.add(Close(at, times=1))  # type: ignore[arg-type]
    reply = said(await home.send(letter(2)))
    [message] = home.store.held.messages()
    assert reply == f"250 2.0.0 Kept by tactful as {message.id}: your server did not say whether it was sent"
    assert (message.state, message.message_id) == ("unknown", "<2@example.org>")
    assert home.find(id_).state == "discarded"
    assert message.id in home.find(id_).outcome
    assert said(await home.send(letter(2))) == reply
    assert home.contacts() == ["<2@example.org>"]


async def test_killed_between_dot_and_reply(home: House, tmp_path: Path) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    until = asyncio.Event()
    home.upstream.add(Hang("accepted", until, times=1))
    sending = asyncio.create_task(home.send(letter(2)))
    await home.upstream.until(lambda: "accepted" in home.upstream.happened)
    async with another(home, tmp_path) as next_run:
        assert next_run.find(id_).state == "releasing"
        assert said(await next_run.send(letter(2))).startswith("250 2.0.0 Kept by tactful as ")
        assert next_run.find(id_).state == "discarded"
        assert [message.state for message in next_run.store.held.messages()] == ["unknown"]
        assert len(home.upstream.messages) == 1
    until.set()
    await sending


async def test_killed_and_never_sent_again_the_refused_copy_is_unknown(home: House, tmp_path: Path) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    until = asyncio.Event()
    home.upstream.add(Hang("accepted", until, times=1))
    sending = asyncio.create_task(home.send(letter(2)))
    await home.upstream.until(lambda: "accepted" in home.upstream.happened)
    async with another(home, tmp_path) as next_run:
        next_run.now += 13 * MINUTE
        [message] = next_run.store.held.recover(next_run.now)
        assert (message.id, next_run.find(id_).state) == (id_, "unknown")
    until.set()
    assert said(await sending) == SENT  # but it was not killed: now the answer is known
    assert home.find(id_).state == "released"


@pytest.mark.parametrize("name", ["claim", "mark_dot", "refused"])
async def test_a_store_that_fails_before_the_dot_sends_nothing(
    home: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    with monkeypatch.context() as patch:
        patch.setattr(home.store.held, name, broken)
        with pytest.raises(StoreError):
            await home.send(letter(2))
    assert (home.upstream.messages, home.contacts()) == ([], [])
    assert home.find(id_).state in {"rejected", "held"}
    assert said(await home.send(letter(2))) == SENT


async def test_a_store_that_fails_after_it_was_sent_changes_nothing_of_the_reply(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = await refused(home)
    home.now += MINUTE
    monkeypatch.setattr(home.store.held, "move", broken)
    assert said(await home.send(letter(2))) == SENT
    assert home.find(id_).state == "releasing"  # and after the lease unknown: nobody sends it again by itself
    assert "<2@example.org>" in home.contacts()


async def test_paused_or_to_nobody_s_recruiter_it_is_forwarded_as_ever(home: House) -> None:
    await refused(home)
    home.now += MINUTE
    home.store.control.pause(home.now + MINUTE)
    assert said(await home.send(letter(2))) == SENT
    assert (await home.send(letter(3), (MUM,))).code == 250
    assert home.waiting() == ["rejected"]
