"""A person's word carried out against a real upstream: what is sent, by whom, and what is said where it isn't."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from checks.model import Finding
from proxy import review
from proxy.errors import NotFound, StoreError
from proxy.mime.headers import fingerprint, read
from proxy.model import Envelope, Recipient, State
from proxy.snooze.due import AWARE
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState
from tests.proxy.house import DAY, HOUR, JO, KIM, MINUTE, MUM, SAM, THANKS, House, another, broken, house, letter
from tests.servers.dialogue import Rules
from tests.servers.script import Close, Fault, Hang, Refuse

MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)
ENVELOPE = Envelope(
    SAM, ("SIZE=3", "BODY=8BITMIME", "ENVID=aB"), (Recipient(JO, ("NOTIFY=NEVER",)), Recipient("Kim@ACME.example"))
)


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


# Release


async def test_promise_1_released_byte_for_byte_but_for_its_date(home: House) -> None:
    id_ = home.keep(letter() + b"\x80\xff\r\n", envelope=ENVELOPE)
    home.now += 3 * DAY
    outcome = await home.act(id_, "release")
    assert (outcome.done, outcome.state, outcome.reason, outcome.failed) == (True, "released", "", False)
    [message] = home.upstream.messages
    assert (message.sender, message.recipients) == (
        SAM,
        ((JO, ("NOTIFY=NEVER",)), ("Kim@ACME.example", ())),
    )
    assert message.parameters == (f"SIZE={len(message.content)}", "BODY=8BITMIME", "ENVID=aB")
    assert parsedate_to_datetime(read(message.content).date_text) == home.now
    former, new = read(letter()).date_text.encode(), read(message.content).date_text.encode()
    assert message.content == (letter() + b"\x80\xff\r\n").replace(former, new, 1)
    assert home.contacts() == home.contacts(KIM) == ["<1@example.org>"]


async def test_the_date_stays_where_the_user_wants_it(home: House) -> None:
    home.set(renew_date=False)
    await home.act(home.keep(letter()), "release")
    assert home.upstream.messages[0].content == letter()


@pytest.mark.parametrize("message_id", ["<1@example.org>", ""])
async def test_promise_6_a_released_one_counts_once_though_sent_shows_both_copies(home: House, message_id: str) -> None:
    content = letter(1, Message_ID=message_id, References="<0@acme.example>")
    id_ = await home.hold(content)
    home.now += DAY
    await home.act(id_, "release")
    for uid, copy in enumerate((content, home.upstream.messages[0].content), 1):
        head = read(copy)
        assert head.date is not None
        seen = Seen(uid, head.date, "out", (JO,), head.message_id, head.thread, head.subject, fingerprint(head))
        home.store.sightings.record(SAM, "Sent", FolderState(1, uid), [seen])
    [contact] = home.store.contacts.history(JO, home.now).contacts
    assert (contact.when, contact.thread) == (home.now, ("<0@acme.example>",))


async def test_a_meeting_that_thanks_assume_is_logged_when_they_are_released(home: House) -> None:
    await home.act(home.keep(letter(), findings=(THANKS, MET)), "release")
    assert home.contacts() == ["meeting", "<1@example.org>"]


REFUSED: list[tuple[Fault, str]] = [
    (Refuse("MAIL", 550, ["5.7.1 not you"]), "550 5.7.1 not you"),
    (Refuse("RCPT", 550, ["5.1.1 nobody"], address=KIM), f"{KIM}: 550 5.1.1 nobody"),
    (Refuse("DATA", 451, ["4.3.0 later"]), "451 4.3.0 later"),
    (Refuse("dot", 554, ["5.6.0 spam"]), "554 5.6.0 spam"),
    (Refuse("MAIL", 421, ["4.3.2 bye"]), "421 4.3.2 bye"),
    (Refuse("RCPT", 421, ["4.3.2 bye"]), "421 4.3.2 bye"),
    (Refuse("dot", 421, ["4.3.2 bye"]), "421 4.3.2 bye"),
    (Close("MAIL"), "closed the connection"),
    (Close("RCPT", address=KIM), "closed the connection"),
    (Close("DATA"), "closed the connection"),
    (Close("DATA", after_reply=True), "closed the connection"),
]


@pytest.mark.parametrize(("fault", "words"), REFUSED, ids=lambda value: str(value)[:40])
@pytest.mark.parametrize("state", ["held", "snoozed", "rejected", "unknown"])
async def test_promise_3_refused_it_is_held_and_nobody_is_sent_it(
    tmp_path: Path, fault: Fault, words: str, state: State
) -> None:
    async with house(tmp_path, fault) as home:
        id_ = home.keep(letter(), envelope=Envelope(SAM, (), (Recipient(JO), Recipient(KIM))), state=state)
        outcome = await home.act(id_, "release", word="again" if state == "unknown" else "")
        assert (outcome.done, outcome.state, outcome.failed) == (False, "held", True)
        assert words in outcome.reason
        message = home.find(id_)
        assert (message.state, message.lease, message.due) == ("held", None, None)
        assert words in message.outcome
        assert (home.upstream.messages, home.contacts()) == ([], [])


@pytest.mark.parametrize(("fault", "state"), [(Close("greeting"), "held"), (Refuse("EHLO", 550), "snoozed")])
async def test_an_upstream_that_is_down_changes_nothing(tmp_path: Path, fault: Fault, state: State) -> None:
    async with house(tmp_path, fault) as home:
        id_ = home.keep(letter(), state=state)
        outcome = await home.act(id_, "release")
        assert (outcome.done, outcome.state, outcome.failed) == (False, state, True)
        assert home.find(id_).changed == home.now


async def test_promise_1_what_the_upstream_can_t_take_is_held_and_not_converted(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        home.upstream.rules = Rules(capabilities=["SIZE 1000000"])
        id_ = home.keep(letter(), envelope=Envelope(SAM, ("BODY=8BITMIME",), (Recipient(JO),)))
        outcome = await home.act(id_, "release")
        assert (outcome.state, outcome.failed) == ("held", True)
        assert "8-bit" in outcome.reason
        assert home.upstream.messages == []


@pytest.mark.parametrize("fault", [Close("dot", times=1), Close("accepted", times=1)])
async def test_promise_2_after_the_dot_it_is_unknown_and_asks_for_a_word(tmp_path: Path, fault: Close) -> None:
    async with house(tmp_path, fault) as home:
        id_ = home.keep(letter())
        outcome = await home.act(id_, "release")
        assert (outcome.done, outcome.state, outcome.failed) == (False, "unknown", True)
        assert "--was-sent" in outcome.reason
        assert home.contacts() == ["<1@example.org>"]
        assert not (await home.act(id_, "release")).done
        arrived = len(home.upstream.messages)
        assert (await home.act(id_, "release", word="again")).state == "released"
        assert len(home.upstream.messages) == arrived + 1
        assert home.contacts() == ["<1@example.org>"]


@pytest.mark.parametrize("action", ["release", "draft", "discard", "snooze"])
async def test_final_states_are_final(home: House, action: str) -> None:
    until = home.now + HOUR if action == "snooze" else None
    for number, state in enumerate(("released", "drafted", "discarded")):
        id_ = home.keep(letter(number), state=state, message_id=f"<{number}@example.org>")
        outcome = await home.act(id_, action, until=until)
        assert (outcome.done, outcome.state, outcome.failed) == (False, state, False)
    assert home.upstream.commands == []


# Two at once, and leases


async def test_promise_2_of_two_processes_one_sends(home: House, tmp_path: Path) -> None:
    id_ = home.keep(letter())
    async with another(home, tmp_path) as second:
        outcomes = await asyncio.gather(home.act(id_, "release"), second.act(id_, "release"), home.act(id_, "release"))
    assert [outcome.done for outcome in outcomes].count(True) == 1
    assert {outcome.failed for outcome in outcomes} == {False}
    assert len(home.upstream.messages) == 1
    assert home.contacts() == ["<1@example.org>"]


@pytest.mark.parametrize("action", ["release", "draft", "discard", "snooze"])
async def test_nobody_else_acts_on_what_is_being_sent(home: House, tmp_path: Path, action: str) -> None:
    until = asyncio.Event()
    home.upstream.add(Hang("dot", until))
    id_ = home.keep(letter())
    sending = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: "dot" in home.upstream.happened)
    async with another(home, tmp_path) as second:
        outcome = await second.act(id_, action, until=second.now + HOUR if action == "snooze" else None)
        assert (outcome.done, outcome.state) == (False, "releasing")
    until.set()
    assert (await sending).state == "released"
    assert len(home.upstream.messages) == 1


async def test_a_lease_is_renewed_while_its_owner_works(home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "RENEW", 0.01)
    until = asyncio.Event()
    home.upstream.add(Hang("RCPT", until))
    id_ = home.keep(letter())
    sending = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: "RCPT" in home.upstream.happened)
    home.now += HOUR
    renewed = asyncio.Event()
    former = home.store.held.renew

    def renew(*args: object) -> bool:
        done = former(*args)  # type: ignore[arg-type]
        loop.call_soon_threadsafe(renewed.set)
        return done

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(home.store.held, "renew", renew)
    await renewed.wait()
    lease = home.find(id_).lease
    assert lease is not None
    assert lease > home.now
    until.set()
    assert (await sending).done


@pytest.mark.parametrize(
    ("point", "then", "arrived"), [("RCPT", "held", 0), ("dot", "released", 1)], ids=["before the dot", "after it"]
)
async def test_a_machine_that_slept_past_its_lease(
    home: House, tmp_path: Path, point: str, then: str, arrived: int
) -> None:
    """Recovered by another process meanwhile: before the dot it gives way, after it the reply is known after all."""
    until = asyncio.Event()
    home.upstream.add(Hang(point, until))  # type: ignore[arg-type]
    id_ = home.keep(letter())
    sending = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: point in home.upstream.happened)
    home.now += HOUR
    async with another(home, tmp_path) as second:
        assert [message.id for message in second.store.held.recover(home.now)] == [id_]
    until.set()
    outcome = await sending
    assert (outcome.state, home.find(id_).state) == (then, then)
    assert len(home.upstream.messages) == arrived
    assert home.contacts() == ["<1@example.org>"] * arrived


async def test_promise_2_one_process_that_slept_and_acts_anew_sends_once(home: House) -> None:
    """The expired lease of a process is not the one that it takes anew, though it is the same process."""
    until = asyncio.Event()
    home.upstream.add(Hang("RCPT", until, times=1))
    id_ = home.keep(letter())
    slept = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: "RCPT" in home.upstream.happened)
    home.now += HOUR
    until2 = asyncio.Event()
    home.upstream.add(Hang("RCPT", until2, times=1))
    anew = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: home.upstream.happened.count("RCPT") == 2)
    until.set()
    assert not (await slept).done
    until2.set()
    assert (await anew).done
    assert len(home.upstream.messages) == 1


@pytest.mark.parametrize(("dot", "then"), [(False, "held"), (True, "unknown")])
async def test_what_a_dead_process_left_is_put_back_without_a_run(home: House, dot: bool, then: str) -> None:
    id_ = home.keep(letter())
    home.store.held.claim(id_, {"held"}, "releasing", owner="dead", now=home.now, lease=timedelta(minutes=2))
    if dot:
        home.store.held.mark_dot(id_, "dead", home.now, home.now + 2 * MINUTE)
    assert "being sent" in (await home.act(id_, "discard")).reason
    home.now += 2 * MINUTE
    await home.act(id_, "release")
    assert home.find(id_).state == ("released" if then == "held" else "unknown")
    assert len(home.upstream.messages) == (then == "held")


async def test_stopped_before_the_dot_it_is_held(home: House) -> None:
    home.upstream.add(Hang("RCPT", asyncio.Event()))
    id_ = home.keep(letter())
    sending = asyncio.create_task(home.act(id_, "release"))
    await home.upstream.until(lambda: "RCPT" in home.upstream.happened)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert home.find(id_).state == "held"


# A store that fails


@pytest.mark.parametrize("method", ["claim", "mark_dot"])
async def test_nothing_is_sent_where_the_store_can_t_write_it_down(
    home: House, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    id_ = home.keep(letter())
    with monkeypatch.context() as patch:
        patch.setattr(home.store.held, method, broken)
        with pytest.raises(StoreError):
            await home.act(id_, "release")
    assert home.upstream.messages == []
    assert home.find(id_).state == "held"


async def test_sent_and_not_written_down_it_is_unknown_and_not_sent_again(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = home.keep(letter())
    with monkeypatch.context() as patch:
        patch.setattr(home.store.held, "move", broken)
        with pytest.raises(StoreError):
            await home.act(id_, "release")
    home.now += HOUR
    assert not (await home.act(id_, "release")).done
    assert home.find(id_).state == "unknown"
    assert len(home.upstream.messages) == 1


# The other words


async def test_discarded_nothing_is_sent(home: House) -> None:
    id_ = home.keep(letter())
    assert (await home.act(id_[:4], "discard", expect="held")).state == "discarded"
    assert (home.contacts(), home.upstream.commands) == ([], [])


async def test_promise_7_an_action_may_name_the_state_it_expects(home: House) -> None:
    id_ = home.keep(letter())
    outcome = await home.act(id_, "discard", expect="snoozed")
    assert (outcome.done, outcome.state, home.find(id_).state) == (False, "held", "held")


async def test_snoozed_and_woken(home: House) -> None:
    id_ = home.keep(letter())
    outcome = await home.act(id_, "snooze", until=home.now + DAY)
    assert (outcome.state, outcome.due, home.find(id_).due) == ("snoozed", home.now + DAY, home.now + DAY)
    assert (await home.act(id_, "snooze", until=home.now + 2 * DAY)).due == home.now + 2 * DAY
    assert (await home.act(id_, "release")).state == "released"
    assert home.find(id_).due is None


async def test_an_answer_that_was_there_before_the_snooze_is_known(home: House) -> None:
    id_ = home.keep(letter())
    home.now += HOUR
    seen = Seen(1, home.now - MINUTE, "in", (JO,), "<9@acme.example>")
    home.store.sightings.record(SAM, "INBOX", FolderState(1, 1), [seen])
    await home.act(id_, "snooze", until=home.now + DAY)
    assert home.find(id_).outcome == AWARE


async def test_was_sent(home: House) -> None:
    id_ = home.keep(letter(), state="unknown", dot_at=home.now - HOUR, findings=(MET,), thread=("<0@acme.example>",))
    assert (await home.act(id_, "release", word="was-sent")).state == "released"
    assert home.upstream.commands == []
    [meeting, mail] = home.store.contacts.history(JO, home.now).contacts
    assert (meeting.kind, mail.when, mail.thread) == ("meeting", home.now - HOUR, ("<0@acme.example>",))


async def test_an_account_that_is_gone(home: House) -> None:
    id_ = home.keep(letter(), account="gone@example.org")
    outcome = await home.act(id_, "release")
    assert (outcome.done, outcome.state, outcome.failed) == (False, "held", True)
    assert "gone@example.org" in outcome.reason


async def test_no_such_message(home: House) -> None:
    with pytest.raises(NotFound):
        await home.act("aaaaaaaa", "release")


async def test_without_a_mailbox_nothing_is_drafted(home: House) -> None:
    id_ = home.keep(letter(), envelope=Envelope(SAM, (), (Recipient(MUM),)))
    outcome = await home.act(id_, "draft")
    assert (outcome.done, outcome.state, outcome.failed) == (False, "held", True)
    assert "imap" in outcome.reason
    assert home.find(id_).lease is None
