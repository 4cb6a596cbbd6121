"""The way of a message between a client and an upstream that does what it likes: DESIGN.md's promises 1 to 6."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from checks.model import Finding, Findings
from proxy.errors import StoreError, TactfulError
from proxy.model import Recipient, Reply
from proxy.transit.spool import Spool
from tests.proxy.house import (
    CLEAN,
    HELD,
    JO,
    KIM,
    MINUTE,
    MUM,
    NOTE,
    SAM,
    THANKS,
    WORKER_BROKE,
    House,
    another,
    broken,
    house,
    letter,
)
from tests.servers.script import Close, Fault, Hang, Refuse

UNKNOWN = "250 2.0.0 Kept by tactful as "
MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


def said(reply: Reply) -> str:
    return str(reply)


# Promise 1: a forwarded message's bytes are what the client sent


@pytest.mark.parametrize("to", [(MUM,), (JO,), (JO, MUM)])
@pytest.mark.parametrize("content", [letter(), b"", b"..\r\n.\r\n", b"\x80\xff\x00\r\n", letter() + b"x" * 3_000_000])
async def test_promise_1_forwarded_byte_for_byte(home: House, to: tuple[str, ...], content: bytes) -> None:
    parameters = ("SIZE=10", "BODY=8BITMIME", "ENVID=x+2By")
    reply = await home.send(content, to, parameters=parameters)
    assert said(reply) == "250 2.0.0 queued as 1"
    [message] = home.upstream.messages
    assert message.content == content + (b"\r\n" if content and not content.endswith(b"\r\n") else b"")
    assert (message.sender, message.parameters) == (SAM, parameters)
    assert [address for address, _ in message.recipients] == list(to)
    assert len(home.worker.jobs) == (JO in to)
    assert home.waiting() == []


async def test_a_session_has_many_messages_over_one_connection(home: House) -> None:
    async with home.session() as passage:
        for number in range(3):
            assert (await home.send(letter(number), passage=passage)).code == 250
        home.worker.answer = HELD
        assert "Held" in said(await home.send(letter(9), passage=passage))
        home.worker.answer = CLEAN
        assert (await home.send(letter(4), (MUM,), passage=passage)).code == 250
    assert len(home.upstream.sessions) == 1
    assert len(home.upstream.messages) == 4


# Promise 2: 250 only after 2xx or on disk


async def test_promise_2_held_on_disk_before_the_reply(home: House, tmp_path: Path) -> None:
    id_ = await home.hold(letter(), (JO, MUM))
    async with another(home, tmp_path) as second:
        message = second.find(id_)
        assert b"".join(second.store.held.content(id_).chunks()) == letter()
    assert (message.state, message.findings, message.recipients, message.subject) == (
        "held",
        (THANKS,),
        (JO, MUM),
        "Hello",
    )
    assert home.upstream.messages == []
    assert "RSET" in home.upstream.commands
    assert home.kept == 1
    assert home.contacts() == []


async def test_rejected_is_kept_too(home: House) -> None:
    home.set(mode="reject")
    home.worker.answer = HELD
    reply = await home.send()
    [message] = home.store.held.messages()
    assert said(reply).startswith(f"550 5.7.1 Not sent, kept as {message.id} / 5.7.1 thanks: ")
    assert message.state == "rejected"
    assert home.store.letters.due(home.now) == []
    assert said(await home.send()) == said(reply)
    assert home.waiting() == ["rejected"]


UNHAPPY: list[tuple[Fault, str]] = [
    (Refuse("MAIL", 550, ["5.7.1 not you"]), "550 5.7.1 not you"),
    (Refuse("RCPT", 550, ["5.1.1 nobody", "5.1.1 here"]), "550 5.1.1 nobody / 5.1.1 here"),
    (Refuse("DATA", 451, ["4.3.0 later"]), "451 4.3.0 later"),
    (Refuse("dot", 554, ["5.6.0 no"]), "554 5.6.0 no"),
    (Refuse("dot", 452, ["4.3.1 full"]), "452 4.3.1 full"),
    (Refuse("MAIL", 421, ["4.3.2 bye"]), "451 4.4.1 "),
    (Refuse("RCPT", 421, ["4.3.2 bye"]), "451 4.4.1 "),
    (Refuse("dot", 421, ["4.3.2 bye"]), "451 4.3.2 bye"),
    (Close("greeting"), "451 4.4.1 "),
    (Close("EHLO"), "451 4.4.1 "),
    (Close("MAIL"), "451 4.4.1 "),
    (Close("RCPT"), "451 4.4.1 "),
    (Close("DATA"), "451 4.4.1 "),
    (Close("DATA", after_reply=True), "451 4.4.1 "),
    (Close("body", octets=10), "451 4.4.1 "),
]


@pytest.mark.parametrize(("fault", "reply"), UNHAPPY, ids=lambda value: str(value)[:40])
@pytest.mark.parametrize("to", [JO, MUM])
async def test_promise_2_before_the_dot_it_is_never_250_and_the_client_keeps_it(
    tmp_path: Path, fault: Fault, reply: str, to: str
) -> None:
    async with house(tmp_path, fault) as home:
        content = letter() + b"x" * 4_000_000 if fault.at == "body" else letter()
        assert said(await home.send(content, (to,))).startswith(reply)
        assert (home.upstream.messages, home.waiting(), home.contacts()) == ([], [], [])
        assert home.store.crossings.cut_off("", home.now) is None


@pytest.mark.parametrize("fault", [Close("dot"), Close("accepted")], ids=["before", "after"])
@pytest.mark.parametrize("to", [JO, MUM])
async def test_promise_2_after_the_dot_it_is_kept_as_unknown_and_not_sent_twice(
    tmp_path: Path, fault: Close, to: str
) -> None:
    async with house(tmp_path, replace(fault, times=1)) as home:
        first = await home.send(to=(to,))
        [message] = home.store.held.messages()
        assert said(first) == f"{UNKNOWN}{message.id}: your server did not say whether it was sent"
        assert (message.state, message.dot_at) == ("unknown", home.now)
        arrived = len(home.upstream.messages)
        assert said(await home.send(to=(to,))) == said(first)
        assert len(home.upstream.messages) == arrived
        assert home.waiting() == ["unknown"]
        assert home.contacts(to) == ["<1@example.org>"]


async def test_promise_2_a_crash_between_dot_and_reply(home: House, tmp_path: Path) -> None:
    """`kill -9` while the upstream thinks: the client sends it again to the next run."""
    until = asyncio.Event()
    home.upstream.add(Hang("accepted", until, times=1))
    sending = asyncio.create_task(home.send())
    await home.upstream.until(lambda: "accepted" in home.upstream.happened)
    async with another(home, tmp_path) as next_run:
        reply = await next_run.send()
        assert said(reply).startswith(UNKNOWN)
        [message] = next_run.store.held.messages()
        assert (message.state, message.dot_at) == ("unknown", home.now)
        assert next_run.contacts() == ["<1@example.org>"]
        assert said(await next_run.send()) == said(reply)
        assert len(home.upstream.messages) == 1
        assert (await next_run.act(message.id, "release", word="was-sent")).state == "released"
        assert next_run.contacts() == ["<1@example.org>"]
    until.set()
    await sending


async def test_promise_2_where_even_unknown_can_t_be_kept_it_is_not_sent_again_either(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.upstream.add(Close("accepted", times=1))
    with monkeypatch.context() as patch:
        patch.setattr(home.store.held, "keep", broken)
        assert said(await home.send()).startswith("451 4.4.2 Your server did not say")
    assert said(await home.send()).startswith(UNKNOWN)
    assert len(home.upstream.messages) == 1
    assert home.waiting() == ["unknown"]


BOXES = ["held.waiting_twin", "crossings.cut_off", "control.recruiters", "control.paused_until", "contacts.reserve"]


AFTER = ("contacts.confirm", "crossings.end", "remarks.add")


def at(home: House, name: str) -> tuple[object, str]:
    box, _, method = name.partition(".")
    return getattr(home.store, box), method


@pytest.mark.parametrize("name", [*BOXES, "crossings.begin"])
async def test_promise_2_a_store_that_fails_before_the_dot_keeps_it_with_the_client(
    home: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async with home.session() as passage:
        with monkeypatch.context() as patch:
            patch.setattr(*at(home, name), broken)
            with pytest.raises(StoreError):  # 451 with these words: the SMTP server's part
                await home.send(passage=passage)
            await passage.reset()
        assert (home.upstream.messages, home.waiting(), home.contacts()) == ([], [], [])
        assert (await home.send(passage=passage)).code == 250
    assert home.contacts() == ["<1@example.org>"]


async def test_promise_2_a_store_that_is_full_holds_nothing_and_says_so(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.worker.answer = HELD
    with monkeypatch.context() as patch:
        patch.setattr(home.store.held, "keep", broken)
        with pytest.raises(StoreError):
            await home.send()
    assert (home.upstream.messages, home.contacts(), home.kept) == ([], [], 0)
    assert "Held" in said(await home.send())


@pytest.mark.parametrize(
    "names",
    [["contacts.confirm"], ["crossings.end"], ["remarks.add"], ["contacts.confirm", "crossings.end", "remarks.add"]],
)
async def test_promise_2_after_2xx_the_reply_is_the_upstream_s_whatever_the_store_does(
    home: House, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    home.worker.answer = Findings((NOTE,))
    for name in names:
        monkeypatch.setattr(*at(home, name), broken)
    assert said(await home.send()) == "250 2.0.0 queued as 1"
    assert home.contacts() == ["<1@example.org>"]


async def test_promise_2_a_fault_of_one_note_does_not_keep_back_the_next(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.upstream.add(Refuse("dot", 554))
    monkeypatch.setattr(home.store.crossings, "end", broken)
    assert (await home.send()).code == 554
    assert home.contacts() == []


async def test_promise_2_a_read_only_store(home: House) -> None:
    with home.store.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    for content, to in ((letter(1), JO), (letter(2), MUM)):
        with pytest.raises(TactfulError):
            await home.send(content, (to,))
    assert home.upstream.messages == []


async def test_a_client_that_loses_patience_gets_the_first_reply_and_nobody_gets_it_twice(home: House) -> None:
    until = asyncio.Event()
    home.upstream.add(Hang("accepted", until, times=1))
    first = asyncio.create_task(home.send())
    await home.upstream.until(lambda: "accepted" in home.upstream.happened)
    second = asyncio.create_task(home.send())
    await home.upstream.saw("RCPT", 2)
    until.set()
    assert said(await first) == said(await second) == "250 2.0.0 queued as 1"
    assert len(home.upstream.messages) == 1


async def test_two_of_one_held_message_at_once_are_kept_once(home: House) -> None:
    home.worker.answer = HELD
    first, second = await asyncio.gather(home.send(), home.send())
    assert said(first) == said(second)
    assert home.waiting() == ["held"]


async def test_what_was_refused_meanwhile_is_tried_by_the_second(home: House) -> None:
    until = asyncio.Event()
    home.upstream.add(Hang("dot", until, times=1), Refuse("accepted", 452, times=0))
    first = asyncio.create_task(home.send(letter(Message_ID="")))
    await home.upstream.until(lambda: "dot" in home.upstream.happened)
    second = asyncio.create_task(home.send(letter(Message_ID="")))
    await home.upstream.saw("RCPT", 2)
    until.set()
    assert [(await first).code, (await second).code] == [250, 250]
    assert len(home.upstream.messages) == 2  # without a Message-ID it may be meant to go twice


async def test_the_same_message_while_it_waits_has_the_first_one_s_id(home: House) -> None:
    id_ = await home.hold()
    home.now += 29 * MINUTE
    assert id_ in said(await home.send())
    assert home.waiting() == ["held"]
    home.now += MINUTE
    home.worker.answer = HELD
    assert id_ not in said(await home.send())
    assert home.waiting() == ["held", "held"]


# Promise 3


async def test_promise_3_a_recipient_is_refused_at_its_own_rcpt(tmp_path: Path) -> None:
    async with house(tmp_path, Refuse("RCPT", 550, ["5.1.1 nobody"], address=KIM)) as home, home.session() as passage:
        assert (await passage.mail(SAM, ())).code == 250
        assert (await passage.rcpt(Recipient(JO))).code == 250
        assert said(await passage.rcpt(Recipient(KIM))) == "550 5.1.1 nobody"
        home.worker.answer = HELD
        with Spool() as spool:
            spool.write(letter())
            assert "Held" in said(await passage.data(spool))
        [message] = home.store.held.messages()
        assert message.recipients == (JO,)


async def test_promise_3_refused_after_a_reconnection_nobody_is_sent_it(tmp_path: Path) -> None:
    faults = (Close("DATA", times=1), Refuse("RCPT", 550, ["5.1.1 gone"], address=KIM))
    async with house(tmp_path, faults[0]) as home, home.session() as passage:
        await passage.mail(SAM, ())
        for address in (JO, KIM):
            assert (await passage.rcpt(Recipient(address))).code == 250
        home.upstream.add(faults[1])
        with Spool() as spool:
            spool.write(letter())
            reply = await passage.data(spool)
        assert reply.code == 550
        assert said(reply) == f"550 5.1.1 <{KIM}>: gone"
        assert (home.upstream.messages, home.waiting(), home.contacts()) == ([], [], [])


# Promise 5


@pytest.mark.parametrize(
    ("on_error", "reply"), [("hold", "250 2.0.0 Held by tactful as "), ("forward", "250 2.0.0 queued")]
)
async def test_promise_5_a_check_that_fails(home: House, on_error: str, reply: str) -> None:
    home.set(on_error=on_error)
    home.worker.answer = WORKER_BROKE
    assert said(await home.send()).startswith(reply)
    for message in home.store.held.messages():
        assert "10 seconds" in message.outcome
        assert message.findings == ()
    assert home.contacts() == ([] if on_error == "hold" else ["<1@example.org>"])


async def test_promise_5_an_upstream_that_is_down_is_never_a_verdict(home: House) -> None:
    await home.upstream.stop()
    reply = said(await home.send())
    assert reply.startswith("451 4.4.1 Your mail server")
    assert "tactful doctor" in reply
    assert home.worker.jobs == []
