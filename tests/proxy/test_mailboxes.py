"""What is read for whom: recruiters who are added later, what a long reading tells, and who is not reached."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from proxy.answers import Answer, Heard, listen
from proxy.configuration.settings import RecruiterRules
from proxy.errors import MailboxError
from proxy.imap import history
from proxy.mailboxes import Box, Mailboxes, Reading
from proxy.recruiters import Recruiters, newly_covered
from proxy.store.readings import Progress
from proxy.store.store import Store
from proxy.store.thread import StoreThread
from tests.imap.client import NOW, OWN, Place, mail
from tests.proxy.house import SAM
from tests.servers.cut import Relay

DAY = timedelta(days=1)
FRESH = {"poll": DAY, "max_age": 2 * DAY}


async def here(answer: Answer) -> Heard:
    return listen(answer)


class Home:
    """The mailboxes over a store, with a list of recruiters that a test may change."""

    def __init__(self, thread: StoreThread) -> None:
        self.store = thread.store
        self.list = Recruiters(RecruiterRules.model_validate({"domains": ["acme.example"]}))
        self.mailboxes: Mailboxes

    def recruiters(self, **rules: object) -> None:
        self.list = Recruiters(RecruiterRules.model_validate(rules))

    def reading(self) -> Reading:
        return Reading(self.list.covers, OWN, self.list.terms)

    def known(self, address: str) -> list[str]:
        return [contact.subject for contact in self.store.contacts.history(address, NOW).contacts]

    async def stale(self, *recruiters: str) -> str:
        return await self.mailboxes.freshen(NOW, **FRESH, parties=[self.list.party(each) for each in recruiters])


@asynccontextmanager
async def home(folder: Path, place: Place, port: int | None = None) -> AsyncIterator[Home]:
    thread = StoreThread(Store.open(f"sqlite:///{folder / 'tactful.db'}"))
    built = Home(thread)
    async with place.connection(port) as connection:
        boxes = {SAM: Box(place.mailbox(port), connection)}
        built.mailboxes = Mailboxes(boxes, thread, built.reading, lambda: NOW, here)
        try:
            yield built
        finally:
            await built.mailboxes.close()
            thread.close()


@pytest.mark.parametrize(
    "rules",
    [
        {"domains": ["acme.example", "firm.example"]},
        {"addresses": ["kim@firm.example"], "domains": ["acme.example"]},
        {"agencies": ["kim@firm.example"]},
    ],
    ids=["domain", "address", "agency"],
)
async def test_for_a_recruiter_who_is_added_the_past_is_read_first(
    tmp_path: Path, place: Place, rules: dict[str, object]
) -> None:
    answer = mail("An answer", sender="Kim <Kim+job7@Firm.example>", to=SAM, days=3)
    other = mail("Not hers", sender="akim@affirm.example", to=SAM, days=2)
    await place.fill("Jobs", answer, other)
    async with home(tmp_path, place) as built:
        assert await built.stale("kim+job7@firm.example") == ""
        assert built.known("kim+job7@firm.example") == []
        built.recruiters(**rules)
        assert await built.stale("jo@acme.example") == ""
        assert await built.stale("kim+job7@firm.example") == ""
        assert built.known("kim+job7@firm.example") == ["An answer"]
        assert built.store.readings.terms(SAM) == built.list.terms


async def test_an_exception_that_is_lifted_counts_as_added(tmp_path: Path, place: Place) -> None:
    await place.fill("INBOX", mail("An answer", sender="jo@acme.example", to=SAM))
    async with home(tmp_path, place) as built:
        built.recruiters(domains=["acme.example"], **{"except": ["jo@acme.example"]})
        await built.mailboxes.sync(SAM)
        built.recruiters(domains=["acme.example"])
        assert await built.stale("jo@acme.example") == ""
        assert built.known("jo@acme.example") == ["An answer"]


async def test_who_hired_the_user_and_does_so_no_more_counts_as_added(tmp_path: Path, place: Place) -> None:
    await place.fill("INBOX", mail("An answer", sender="jo@acme.example", to=SAM))
    async with home(tmp_path, place) as built:
        rules = RecruiterRules.model_validate({"domains": ["acme.example"]})
        built.list = Recruiters(rules, hired=["acme.example"])
        await built.mailboxes.sync(SAM)
        assert built.known("jo@acme.example") == []
        built.list = Recruiters(rules)
        assert await built.stale("jo@acme.example") == ""
        assert built.known("jo@acme.example") == ["An answer"]


async def test_of_one_with_several_addresses_all_are_read_first(tmp_path: Path, place: Place) -> None:
    await place.fill("INBOX", mail("An answer", sender="jo@home.example", to=SAM))
    async with home(tmp_path, place) as built:
        built.recruiters(addresses=["jo@acme.example"])
        await built.mailboxes.sync(SAM)
        built.recruiters(people=[{"addresses": ["jo@acme.example", "jo@home.example"]}])
        assert await built.stale("jo@acme.example") == ""
        assert built.known("jo@home.example") == ["An answer"]


async def test_what_a_recruiter_said_who_is_added_later_is_heard(tmp_path: Path, place: Place) -> None:
    kim = {"sender": "kim@firm.example", "to": SAM}
    await place.fill("INBOX", mail("An answer", days=3, body="You'll hear by 20 March.", **kim))
    await place.fill("INBOX", mail("Automatic reply: role", days=2, body="I am back on 23 March.", **kim))
    async with home(tmp_path, place) as built:
        await built.mailboxes.sync(SAM)
        built.recruiters(domains=["acme.example", "firm.example"])
        assert await built.stale("kim@firm.example") == ""
        known = built.store.contacts.history("kim@firm.example", NOW)
        assert [each.promised for each in known.contacts] == [date(2026, 3, 20)]
        assert [each.promised for each in known.away] == [date(2026, 3, 23)]


async def test_thanks_that_went_before_a_recruiter_was_added_are_known(tmp_path: Path, place: Place) -> None:
    """Else the invitation is found, and not what the user wrote from a phone when it was over."""
    words = "Dear Kim,\r\n\r\nThank you for your time on Monday.\r\n"
    await place.fill("Sent", mail("Our talk", to="Mum <mum@home.example>", cc="Kim <kim@firm.example>", body=words))
    async with home(tmp_path, place) as built:
        await built.mailboxes.sync(SAM)
        built.recruiters(domains=["acme.example", "firm.example"])
        assert await built.stale("kim@firm.example") == ""
        known = built.store.contacts.history("kim@firm.example", NOW)
        assert [(each.direction, each.thanks) for each in known.contacts] == [("out", True)]


async def test_where_the_past_cannot_be_read_only_the_new_recruiter_is_stale(
    tmp_path: Path, place: Place, wire: Relay
) -> None:
    async with home(tmp_path, place, wire.port) as built:
        await built.mailboxes.sync(SAM)
        wire.cut(down=True)
        built.recruiters(domains=["acme.example", "firm.example"])
        assert await built.stale("jo@acme.example") == ""
        assert await built.stale("kim@firm.example") == SAM
        assert built.store.readings.terms(SAM) != built.list.terms


async def test_a_long_reading_tells_how_far_it_is(
    tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "CHUNK", 2)
    await place.fill("INBOX", *(mail(f"number {number}") for number in range(5)))
    async with home(tmp_path, place) as built:
        told: list[Progress] = []
        tell = built.store.readings.tell

        def kept(account: str, progress: Progress | None) -> None:
            tell(account, progress)
            if (now := built.store.readings.progress(account)) is not None:
                told.append(now)

        monkeypatch.setattr(built.store.readings, "tell", kept)
        await built.mailboxes.sync(SAM)
        assert told[0] == Progress("INBOX", 0, 5)
        assert built.store.readings.progress(SAM) is None


async def test_who_wants_it_anew_waits_for_the_reading_before(tmp_path: Path, place: Place) -> None:
    async with home(tmp_path, place) as built:
        first = asyncio.create_task(built.mailboxes.sync(SAM))
        await asyncio.sleep(0)
        assert built.mailboxes.is_reading(SAM)
        await place.fill("INBOX", mail("An answer", sender="jo@acme.example", to=SAM))
        await built.mailboxes.sync(SAM, anew=True)
        assert first.done()
        assert built.known("jo@acme.example") == ["An answer"]


async def test_after_an_hour_without_network_nothing_is_missing(tmp_path: Path, place: Place, wire: Relay) -> None:
    await place.fill("INBOX", mail("before", sender="jo@acme.example", to=SAM, days=3))
    now = 1000.0
    thread = StoreThread(Store.open(f"sqlite:///{tmp_path / 'tactful.db'}"))
    built = Home(thread)
    async with place.connection(wire.port, clock=lambda: now, chance=lambda: 1.0) as connection:
        built.mailboxes = Mailboxes({SAM: Box(place.mailbox(), connection)}, thread, built.reading, lambda: NOW)
        await built.mailboxes.sync(SAM)
        wire.cut(down=True)
        tried = wire.connections
        for _ in range(60):
            now += 60
            with pytest.raises(MailboxError):
                await built.mailboxes.sync(SAM)
        assert wire.connections - tried <= 8 + 3600 / 300
        await place.fill("INBOX", mail("meanwhile", sender="jo@acme.example", to=SAM, days=1))
        wire.down = False
        now += 300
        await built.mailboxes.sync(SAM)
        assert built.known("jo@acme.example") == ["before", "meanwhile"]
        await built.mailboxes.close()
    thread.close()


async def test_an_hour_without_network_in_the_middle_of_the_first_reading(
    tmp_path: Path, place: Place, wire: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "CHUNK", 2)
    answers = [mail(f"number {n}", sender="jo@acme.example", to=SAM, days=20 - n) for n in range(9)]
    await place.fill("INBOX", *answers)

    def cut(folder: str, done: int, total: int) -> None:
        if done == 4:
            wire.cut(down=True)

    now = 1000.0
    thread = StoreThread(Store.open(f"sqlite:///{tmp_path / 'tactful.db'}"))
    built = Home(thread)
    async with place.connection(wire.port, clock=lambda: now, chance=lambda: 1.0) as connection:
        built.mailboxes = Mailboxes({SAM: Box(place.mailbox(), connection)}, thread, built.reading, lambda: NOW)
        with pytest.raises(MailboxError):
            await built.mailboxes.sync(SAM, cut)
        assert built.known("jo@acme.example") == [f"number {n}" for n in range(4)]
        for _ in range(60):
            now += 60
            with pytest.raises(MailboxError):
                await built.mailboxes.sync(SAM)
        wire.down = False
        now += 300
        assert (await built.mailboxes.sync(SAM)).messages == 5
        assert built.known("jo@acme.example") == [f"number {n}" for n in range(9)]
        await built.mailboxes.close()
    thread.close()


def test_what_is_newly_covered() -> None:
    before = frozenset({"acme.example", "-jo@acme.example"})
    assert newly_covered(before, before) == ()
    assert newly_covered(before, before | {"-kim@acme.example"}) == ()
    assert newly_covered(before, frozenset({"acme.example"})) == ("jo@acme.example",)
    assert newly_covered(before, before | {"firm.example"}) == ("firm.example",)
    assert newly_covered(before, frozenset()) == ("jo@acme.example",)
