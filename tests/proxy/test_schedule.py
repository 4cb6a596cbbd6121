"""What is due when, with a real mailbox: letters, and how fresh the history is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from checks.model import Findings
from proxy.imap.history import Summary
from proxy.mime.headers import fingerprint, read
from proxy.schedule import latest_slot
from proxy.store import snoozes
from tests.imap.client import Place, mail
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HELD, HOUR, JO, MINUTE, NOTE, NOW, SAM, House, house, letter
from tests.servers.cut import Relay

# Notices and digests


async def test_a_notice_says_who_and_why(home: House, place: Place) -> None:
    id_ = await home.hold()
    await home.schedule.letters()
    assert await subjects(place) == ["Not sent yet: your mail to Jo Park, no thank-you in it"]
    [notice] = await mails(place, "INBOX")
    text = notice.replace(b"=\r\n", b"").decode()
    assert f"tactful release {id_}" in text
    assert "canary" not in text
    await home.schedule.letters()
    assert len(await subjects(place)) == 1


async def test_promise_exactly_once_though_the_mailbox_was_down(home: House, place: Place, wire: Relay) -> None:
    await home.hold()
    wire.cut(down=True)
    await home.schedule.letters()
    wire.down = False
    await home.schedule.letters()
    assert await subjects(place) == []
    for _ in range(3):
        home.now += 19 * MINUTE
        await home.schedule.letters()
    assert len(await subjects(place)) == 1


@pytest.mark.parametrize("octets", [*range(20, 1500, 120), 4000, 7000])
async def test_promise_exactly_once_wherever_the_connection_is_cut(
    home: House, place: Place, wire: Relay, octets: int
) -> None:
    await home.hold()
    wire.cut_after = octets
    await home.schedule.letters()
    wire.cut_after = None
    for _ in range(2):
        home.now += 29 * MINUTE
        await home.schedule.letters()
    assert len(await subjects(place)) == 1


@pytest.mark.parametrize("action", ["release", "discard"])
async def test_no_notice_of_what_is_over(home: House, place: Place, action: str) -> None:
    await home.act(await home.hold(), action)
    await home.schedule.letters()
    assert await subjects(place) == []
    assert home.store.letters.due(home.now + DAY) == []


async def test_a_digest_at_its_times_and_only_when_something_waits(home: House, place: Place) -> None:
    home.set(digest_at=(time(8), time(17)), notify_by_mail=False)
    home.now = home.now.replace(hour=7)
    await home.schedule.letters()
    await home.hold()
    for hour, count in ((7, 0), (8, 1), (9, 1), (16, 1), (17, 2), (23, 2)):
        home.now = home.now.replace(hour=hour)
        await home.schedule.letters()
        assert len(await subjects(place)) == count
    assert set(await subjects(place)) == {"1 mail waits for your word"}


async def test_notes_go_with_the_next_digest_once(home: House, place: Place) -> None:
    home.set(notify_by_mail=False)
    home.worker.answer = Findings((NOTE,))
    await home.send(letter(2, subject="Clean one"))
    assert await home.post.send_digest(SAM)
    assert not await home.post.send_digest(SAM)
    await home.hold()
    home.now += MINUTE
    assert await home.post.send_digest(SAM)
    first, second = await mails(place, "INBOX")
    assert b"Clean one" in first
    assert b"Clean one" not in second


@pytest.mark.parametrize(
    ("times", "now", "slot"),
    [
        ((), NOW, None),
        ((time(8), time(17)), NOW, NOW.replace(hour=8)),
        ((time(12),), NOW, NOW),
        ((time(8),), NOW.replace(hour=7), NOW.replace(hour=8) - DAY),
        ((time(8), time(17)), NOW.replace(hour=0), NOW.replace(hour=17) - DAY),
    ],
)
def test_slots(times: tuple[time, ...], now: datetime, slot: datetime | None) -> None:
    assert latest_slot(times, now) == slot


async def test_a_digest_of_notes_alone_says_so(home: House, place: Place) -> None:
    home.store.remarks.add(SAM, [JO], "x", [NOTE], now=home.now)
    assert await home.post.send_digest(SAM)
    assert await subjects(place) == ["Notes on mail that was sent"]
    [digest] = await mails(place, "INBOX")
    assert b"thank-you that may be missing" not in digest.replace(b"=\r\n", b"")


async def test_a_digest_of_what_went_by_itself_alone_says_so_everywhere(home: House, place: Place) -> None:
    id_ = await home.hold()
    home.store.held.move(id_, {"held"}, "discarded", home.now)
    with home.store.database.write() as connection:
        snoozes.depart(connection, id_, home.now)
    assert await home.post.send_digest(SAM)
    assert await subjects(place) == [f"Sent when it was due: your mail to {JO}"]
    [digest] = await mails(place, "INBOX")
    assert b"thank-you that may be missing" not in digest.replace(b"=\r\n", b"")


async def test_a_slot_is_the_same_after_the_clocks_were_changed(home: House, place: Place) -> None:
    """The night of 29 March: 17:00 yesterday, told at 01:30 and at 03:30 half an hour later."""
    home.set(digest_at=(time(17),), notify_by_mail=False)
    await home.hold()
    for offset, hour in ((1, 1), (2, 3)):
        zone = timezone(timedelta(hours=offset))
        home.now = datetime(2026, 3, 29, hour, 30, tzinfo=zone)
        home.schedule._zone = zone
        await home.schedule.letters()
    assert len(await subjects(place)) == 1


# How fresh the history is (promise 5)


@pytest.mark.parametrize(
    ("age", "when_stale", "kept"),
    [(HOUR, "hold", False), (23 * HOUR, "hold", False), (25 * HOUR, "hold", True), (25 * HOUR, "forward", False)],
)
async def test_promise_5_too_old_a_history(
    home: House, wire: Relay, age: timedelta, when_stale: str, kept: bool
) -> None:
    home.set(when_stale=when_stale)
    home.store.sightings.mark_synced(SAM, home.now - age)
    wire.cut(down=True)
    reply = str(await home.send())
    assert ("Held" in reply) == kept
    assert home.store.sightings.fault(SAM)
    for message in home.store.held.messages():
        assert SAM in message.outcome


async def test_what_the_mailbox_shows_is_known_before_a_message_is_judged(home: House, place: Place) -> None:
    await place.fill("Sent", mail(to="Jo <jo@acme.example>", days=1))
    await home.send()
    [job] = home.worker.jobs
    assert [contact.direction for contact in job.histories[0].contacts] == ["out"]


async def test_promise_6_a_held_one_is_no_contact_though_its_copy_is_in_sent(home: House, place: Place) -> None:
    await home.hold()
    await home.hold(letter(2, Message_ID=""))
    await place.fill("Sent", letter(), letter(2, Message_ID=""), letter(3))
    home.now += HOUR
    await home.mailboxes.sync(SAM)
    assert home.contacts() == ["<3@example.org>"]
    assert fingerprint(read(letter(2))) != fingerprint(read(letter(2, subject="Other")))


# Housekeeping


async def test_promise_10_bodies_and_remarks_are_erased_after_keep(home: House) -> None:
    over, waits = home.keep(letter(), state="released"), home.keep(letter(), state="held")
    home.store.remarks.add(SAM, [JO], "x", [NOTE], now=home.now)
    home.now += 91 * DAY
    await home.schedule.housekeeping()
    assert home.store.remarks.untold() == []
    assert b"".join(home.store.held.content(waits).chunks()) == letter()
    assert home.store.held.erase(home.now) == 0
    assert home.find(over).state == "released"


async def test_all_that_is_due_runs_side_by_side(home: House) -> None:
    home.worker.answer = HELD
    await home.send()
    home.schedule.start_due()
    for task in home.schedule._tasks.values():
        await task
    assert home.store.sightings.synced(SAM) == home.now
    assert [each.kind for each in home.store.letters.due(home.now + DAY)] == ["again"]  # the notice was delivered


async def test_an_answer_counts_within_seconds(tmp_path: Path, place: Place) -> None:
    """The clock stands still: not because `poll` is over, but because the server told."""
    async with house(tmp_path, place=place, watched=("INBOX",)) as home:
        home.store.sightings.mark_synced(SAM, home.now)
        read: asyncio.Queue[int] = asyncio.Queue()
        home.mailboxes.sync = _counted(home.mailboxes.sync, read)  # type: ignore[method-assign]
        running = asyncio.create_task(home.schedule.run())
        await home.mailboxes.sync(SAM)
        for number in range(1, 4):
            await place.fill("INBOX", mail(f"Re: {number}", sender=JO, to=SAM))
            while await asyncio.wait_for(read.get(), 60) < 1:
                pass
            assert len(home.contacts()) == number
        running.cancel()


def _counted(
    sync: Callable[..., Coroutine[Any, Any, Summary]], read: asyncio.Queue[int]
) -> Callable[..., Coroutine[Any, Any, Summary]]:
    async def counted(*arguments: Any, **more: Any) -> Summary:
        summary = await sync(*arguments, **more)
        read.put_nowait(summary.messages)
        return summary

    return counted


async def test_a_mailbox_that_cannot_be_read_is_told_once(
    home: House, wire: Relay, caplog: pytest.LogCaptureFixture
) -> None:
    wire.cut(down=True)
    caplog.set_level("DEBUG", "tactful")
    for _ in range(3):
        home.now += HOUR
        home.schedule.start_due()
        await asyncio.gather(*home.schedule._tasks.values())
    assert caplog.text.count("schedule-failed") == 1
