"""Mail that was to go when it is due, and a newer one of the user's in the same conversation."""

from __future__ import annotations

from typing import Any

import pytest

from proxy.snooze import due
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState
from tests.imap.client import Place
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, KIM, SAM, House, letter
from tests.proxy.snoozed import snoozed


def newer(home: House, number: int = 2, *, to: str = JO, thread: str = "<1@example.org>", **more: Any) -> None:
    """What the mailbox shows in Sent, an hour old."""
    fields = {"message_id": f"<{number}@example.org>", "thread": (thread,), "subject": "More"} | more
    seen = Seen(number, home.now - HOUR, "out", (to,), **fields)
    home.store.sightings.record(SAM, f"Sent{number}", FolderState(1, number), [seen])


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "held"),
        ({"thread": "<other@example.org>"}, "released"),
        ({"thread": "<0@acme.example>"}, "held"),  # both answer the same mail
        ({"thread": "", "subject": "Re: Hello"}, "held"),
        ({"thread": "", "subject": ""}, "released"),
        ({"to": KIM}, "released"),
    ],
)
async def test_a_newer_one_in_the_same_conversation_replaces_it(home: House, more: dict[str, Any], state: str) -> None:
    id_ = snoozed(home, subject="Hello", thread=("<0@acme.example>",))
    newer(home, **more)
    await home.snoozing.look()
    assert home.find(id_).state == state
    assert home.find(id_).outcome == (due.REPLACED if state == "held" else "")


async def test_of_two_that_are_snoozed_the_newer_one_goes(home: House) -> None:
    first, second = snoozed(home), snoozed(home, message_id="<2@example.org>", thread=("<1@example.org>",))
    with home.store.database.write() as connection:
        connection.exec_driver_sql(f"update held set received = received + 1 where id = '{second}'")
    await home.snoozing.look()
    assert (home.find(first).state, home.find(second).state) == ("held", "released")
    assert home.find(first).outcome == due.REPLACED


async def test_it_is_told_at_once_and_not_only_when_it_is_due(home: House, place: Place) -> None:
    id_ = snoozed(home, due=10 * DAY)
    await home.snoozing.look()
    assert home.find(id_).state == "snoozed"
    newer(home)
    await home.snoozing.look()
    assert home.find(id_).state == "held"
    await home.schedule.letters()
    assert await subjects(place) == ["Waits for your word again: your mail to Jo Park"]
    [notice] = await mails(place, "INBOX")
    assert b"You have written a newer one in the same conversation" in notice.replace(b"=\r\n", b"")


async def test_who_says_so_in_spite_of_it_is_believed(home: House) -> None:
    id_ = snoozed(home)
    newer(home)
    await home.snoozing.look()
    await home.act(id_, "snooze", until=home.now + HOUR)
    home.now += HOUR
    await home.snoozing.look()
    assert home.find(id_).state == "released"


async def test_what_was_replaced_is_left_out_where_several_are_sent(home: House) -> None:
    first, other = home.keep(letter()), home.keep(letter(7), message_id="<7@example.org>", subject="Else")
    home.now += 2 * HOUR
    newer(home)
    outcome = await home.act(first, "release", batch=True)
    assert (outcome.done, outcome.state, outcome.reason) == (False, "held", due.LEFT_OUT)
    assert (await home.act(other, "release", batch=True)).done
    assert (await home.act(first, "release")).done
