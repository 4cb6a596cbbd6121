"""The second notice: an hour after the first if nobody acted, once, in the conversation of its day."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient
from imapclient.response_parser import parse_response

from proxy.mime.headers import read
from proxy.store import letters
from tests.imap.client import Place
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, MINUTE, House, another, house, letter
from tests.servers.cut import Relay
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

FIRST = "Not sent yet: your mail to Jo Park, no thank-you in it"
SECOND = "Still not sent: your mail to Jo Park, no thank-you in it"


async def after(home: House, *passed: Any) -> None:
    """Letters are looked at once each of these spans has passed."""
    for span in passed:
        home.now += span
        await home.schedule.letters()


async def test_it_comes_after_an_hour_and_never_again(home: House, place: Place) -> None:
    await home.hold()
    await after(home, 0 * MINUTE, 59 * MINUTE)
    assert await subjects(place) == [FIRST]
    await after(home, MINUTE)
    assert await subjects(place) == [FIRST, SECOND]
    await after(home, *[HOUR] * 5, DAY, 7 * DAY)
    assert await subjects(place) == [FIRST, SECOND]


async def test_it_answers_the_first_and_may_be_answered_itself(home: House, place: Place) -> None:
    id_ = await home.hold()
    await after(home, 0 * MINUTE, HOUR)
    first, second = (read(each) for each in await mails(place, "INBOX"))
    assert second.thread[-1] == first.message_id
    assert second.thread[:1] == first.thread
    text = (await mails(place, "INBOX"))[1].replace(b"=\r\n", b"").decode()
    assert f"tactful release {id_}" in text
    assert "tactful: send " in text
    assert "an hour ago" in text
    assert "canary" not in text


@pytest.mark.parametrize("action", ["release", "discard", "snooze"])
async def test_none_where_somebody_acted(home: House, place: Place, action: str) -> None:
    id_ = await home.hold()
    await after(home, 0 * MINUTE)
    more = {"until": home.now + DAY} if action == "snooze" else {}
    assert (await home.act(id_, action, **more)).done
    await after(home, HOUR, HOUR)
    assert await subjects(place) == [FIRST]


async def test_none_where_somebody_acted_and_it_waits_again(home: House, place: Place) -> None:
    id_ = await home.hold()
    await after(home, 0 * MINUTE)
    home.now += MINUTE
    assert home.store.held.move(id_, {"held"}, "snoozed", home.now, due=home.now + MINUTE)
    assert home.store.held.move(id_, {"snoozed"}, "held", home.now + MINUTE, outcome="They have written.")
    await after(home, HOUR)
    assert await subjects(place) == [FIRST]
    assert home.store.letters.due(home.now + DAY) == []


async def test_what_may_have_been_sent_is_told_again_too(home: House, place: Place) -> None:
    id_ = home.keep(letter(), state="unknown", dot_at=home.now)
    with home.store.database.write() as connection:
        letters.write(connection, home.find(id_).account, "notice", id_, home.now)
    await after(home, 0 * MINUTE, HOUR)
    assert await subjects(place) == [
        "May have been sent: your mail to Jo Park",
        "Still open, it may have been sent: your mail to Jo Park",
    ]


async def test_promise_exactly_once_across_restarts(home: House, place: Place, tmp_path: Path) -> None:
    await home.hold()
    await after(home, 0 * MINUTE)
    for span in (30 * MINUTE, 30 * MINUTE, 0 * MINUTE, HOUR):
        home.now += span
        async with another(home, tmp_path) as again:
            again.now = home.now
            await again.schedule.letters()
    assert await subjects(place) == [FIRST, SECOND]


async def test_it_is_kept_while_the_mailbox_is_down(home: House, place: Place, wire: Relay) -> None:
    await home.hold()
    await after(home, 0 * MINUTE)
    wire.cut(down=True)
    await after(home, HOUR, HOUR)
    wire.down = False
    await after(home, HOUR, HOUR)
    assert await subjects(place) == [FIRST, SECOND]


async def test_an_hour_counts_from_when_the_first_one_came(home: House, place: Place, wire: Relay) -> None:
    await home.hold()
    wire.cut(down=True)
    await after(home, 0 * MINUTE, 3 * HOUR)
    wire.down = False
    await after(home, HOUR, 59 * MINUTE)
    assert await subjects(place) == [FIRST]
    await after(home, MINUTE)
    assert await subjects(place) == [FIRST, SECOND]


@pytest.mark.parametrize("octets", [20, 260, 620, 980, 1340, 4000, 9000])
async def test_promise_exactly_once_wherever_the_connection_is_cut(
    home: House, place: Place, wire: Relay, octets: int
) -> None:
    await home.hold()
    await after(home, 0 * MINUTE)
    wire.cut()
    wire.cut_after = octets
    await after(home, HOUR)
    wire.cut_after = None
    await after(home, HOUR, HOUR)
    assert await subjects(place) == [FIRST, SECOND]


@pytest.mark.dovecot
async def test_the_letters_of_a_day_are_one_conversation(dovecot: Dovecot, tmp_path: Path) -> None:
    """As Dovecot threads them (RFC 5256), which is what mail programs do."""
    place = Place(dovecot.port, dovecot.user(), PASSWORD)
    async with house(tmp_path, place=place) as home:
        home.set(digest_at=(time(15),))
        await home.hold(letter(1))
        await after(home, 0 * MINUTE)  # with the digest of the day before, which is asked for at the start
        await home.hold(letter(2, subject="Another"))
        await after(home, MINUTE, HOUR, 3 * HOUR, DAY)

        def threads(client: IMAPClient) -> Any:
            client.select_folder("INBOX", readonly=True)
            return parse_response(client._imap.uid("THREAD", "REFERENCES", "UTF-8", "ALL")[1])

        assert [sorted(flat(thread)) for thread in await place.do(threads)] == [[1, 2, 3, 4, 5, 6], [7]]


def flat(thread: Any) -> list[int]:
    return [thread] if isinstance(thread, int) else [each for part in thread for each in flat(part)]
