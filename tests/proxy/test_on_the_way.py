"""What a message on its way leaves behind: contacts, notes, meetings; and what it does not (promises 6 and 9)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from checks.model import Finding, Findings
from proxy.model import Reply
from tests.proxy.house import (
    DAY,
    HELD,
    HOUR,
    JO,
    KIM,
    MUM,
    NOTE,
    SAM,
    THANKS,
    WORKER_BROKE,
    House,
    by_frequency,
    house,
    letter,
)
from tests.servers.script import Close, Refuse

UNKNOWN = "250 2.0.0 Kept by tactful as "
MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


def said(reply: Reply) -> str:
    return str(reply)


async def test_two_messages_in_one_second_see_each_other(home: House) -> None:
    home.worker.answer = by_frequency
    home.now -= 2 * DAY
    await home.send(letter(1))
    home.now += 2 * DAY
    replies = [said(reply) for reply in await asyncio.gather(*(home.send(letter(number)) for number in (2, 3)))]
    assert sorted("Held" in reply for reply in replies) == [False, True]
    assert len(home.upstream.messages) == 2


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize("broke", [False, True])
@pytest.mark.parametrize(
    ("sender", "more"),
    [("", {}), (SAM, {"Auto_Submitted": "auto-replied"}), (SAM, {"Content_Type": "text/calendar; method=REPLY"})],
)
async def test_a_machine_s_mail_is_no_contact(
    home: House, sender: str, more: dict[str, str], paused: bool, broke: bool
) -> None:
    home.set(on_error="forward")
    home.worker.answer = WORKER_BROKE if broke else Findings(contact=False, checked=False, reason="Auto-Submitted")
    if paused:
        home.store.control.pause(home.now + HOUR)
    assert (await home.send(letter(1, **more), sender=sender)).code == 250
    home.upstream.add(Close("accepted", times=1))
    assert said(await home.send(letter(2, **more), sender=sender)).startswith(UNKNOWN)
    assert home.contacts() == []


async def test_paused_all_is_forwarded_and_counts(home: House) -> None:
    home.worker.answer = HELD
    home.store.control.pause(home.now + HOUR)
    assert (await home.send()).lines == ("2.0.0 queued as 1",)
    assert (home.worker.jobs, home.contacts()) == ([], ["<1@example.org>"])
    home.now += HOUR
    assert "Held" in said(await home.send(letter(2)))


async def test_a_meeting_that_thanks_assume_is_logged_when_they_go(home: House) -> None:
    home.worker.answer = Findings((MET,))
    await home.send()
    assert home.contacts() == ["meeting", "<1@example.org>"]
    home.upstream.add(Refuse("dot", 554))
    await home.send(letter(2, to="Kim <kim@acme.example>"), (KIM,))
    assert home.contacts(KIM) == []


@pytest.mark.parametrize("thanks", [False, True])
async def test_thanks_that_went_are_remembered(home: House, thanks: bool) -> None:
    home.worker.answer = Findings(thanks=thanks)
    await home.send()
    home.worker.answer = Findings((THANKS,), thanks=thanks)
    await home.send(letter(2))
    [held] = home.store.held.messages()
    history = home.store.contacts.history(JO, home.now)
    assert [(contact.message_id, contact.thanks) for contact in history.contacts] == [("<1@example.org>", thanks)]
    assert held.thanks is thanks


async def test_notes_are_told_by_the_next_digest(home: House) -> None:
    home.worker.answer = Findings((NOTE,))
    await home.send(to=(JO, MUM))
    [remark] = home.store.remarks.untold(SAM)
    assert (remark.recipients, remark.subject, remark.findings) == ((JO,), "Hello", (NOTE,))


async def test_who_counts_may_change_at_any_time(home: House) -> None:
    home.worker.answer = HELD
    home.store.control.set_recruiter("acme.example", added=False, now=home.now)
    home.store.control.set_recruiter("mum@home.example", added=True, now=home.now)
    assert "queued" in said(await home.send())
    assert "Held" in said(await home.send(letter(2), (MUM,)))


async def test_promise_9_a_job_has_the_user_s_zone_and_no_clock_of_its_own(home: House) -> None:
    await home.send()
    [job] = home.worker.jobs
    assert (job.now, job.recipients, job.histories[0].contacts) == (home.now, (JO,), ())


async def test_an_idle_connection_that_died_is_opened_anew(home: House) -> None:
    async with home.session() as passage:
        assert (await home.send(passage=passage)).code == 250
        home.upstream.add(Close("MAIL", times=1))
        assert (await home.send(letter(2), passage=passage)).code == 250
    assert len(home.upstream.sessions) == 2


async def test_a_client_that_left_without_the_reply_gets_it_when_it_sends_again(home: House) -> None:
    passage = home.intake.open(SAM)
    first = await home.send(letter(1), passage=passage)
    await passage.close(left=True)
    assert await home.send(letter(1)) == first
    assert len(home.upstream.messages) == 1
    home.now += HOUR
    await home.send(letter(1))
    assert len(home.upstream.messages) == 2


async def test_a_client_that_said_goodbye_means_it_when_it_sends_again(home: House) -> None:
    for _ in range(2):
        passage = home.intake.open(SAM)
        assert (await home.send(letter(1), passage=passage)).code == 250
        await passage.close()
    assert len(home.upstream.messages) == 2
