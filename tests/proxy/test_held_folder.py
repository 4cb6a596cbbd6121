"""The folder where held mail lies, and the copies in Sent, joined with the store and the review, on three servers."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient

from proxy.errors import MailboxError
from proxy.imap.shelf import Shelf, choose
from proxy.mime.headers import read
from proxy.model import State
from tests.imap.client import Place, mail
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, KIM, MINUTE, SAM, House, another, house, letter
from tests.servers.cut import Relay
from tests.servers.script import Refuse

NAME = "Held by tactful"
RECEIVED = b"Received: from laptop by mx.example; Tue, 10 Mar 2026 12:00:00 +0000\r\n"


@pytest.fixture
async def home(home: House) -> House:
    """With a folder for held mail."""
    home.set(folder=NAME)
    return home


async def look(home: House) -> None:
    """All that `run` does by itself."""
    for _ in range(3):
        home.folder.news(SAM)
        await home.schedule.folder(SAM)
        await home.answers.carry_out()
        await home.schedule.sent()


async def shelf_of(home: House, name: str = NAME) -> Shelf:
    box = home.mailboxes.box(SAM)
    assert box is not None
    found = await home.mailboxes._folders(box)
    return choose(name, found, ())


async def move(place: Place, source: str, to: str, subject: str = "", *, copy: bool = False) -> None:
    """What a person does on a phone: with MOVE, or as older programs do."""

    def act(client: IMAPClient) -> None:
        client.select_folder(source)
        criteria = subject.split() if subject.startswith("HEADER") else ["SUBJECT", subject] if subject else "ALL"
        uids = client.search(criteria)
        assert len(uids) == 1
        client.copy(uids, to)
        if not copy:
            client.delete_messages(uids)
            client.expunge()

    await place.do(act)


async def times(place: Place, folder: str) -> list[datetime]:
    def act(client: IMAPClient) -> list[datetime]:
        client.select_folder(folder, readonly=True)
        return [each[b"INTERNALDATE"] for each in client.fetch(client.search("ALL"), ["INTERNALDATE"]).values()]

    return await place.do(act)


async def in_all(home: House, place: Place, name: str = NAME) -> int:
    """How many mails lie in the folder and below it."""
    where = await shelf_of(home, name)
    return sum([len(await mails(place, each)) for each in (where.base, where.send, where.discard)])


@pytest.mark.parametrize(
    ("to", "state"),
    [("send", "released"), ("discard", "discarded"), ("drafts", "drafted")],
)
@pytest.mark.parametrize("started", ["held", "rejected", "snoozed", "unknown"])
async def test_where_it_is_moved_is_what_is_done(
    home: House, place: Place, started: State, to: str, state: State
) -> None:
    await place.fill("Drafts", mail())
    dot = home.now if started == "unknown" else None
    id_ = home.keep(letter(), state="held" if started == "snoozed" else started, subject="Hello", dot_at=dot)
    if started == "snoozed":
        await home.act(id_, "snooze", until=home.now + DAY)
    await look(home)
    where = await shelf_of(home)
    await move(place, where.base, getattr(where, to))
    await look(home)
    assert home.find(id_).state == state
    assert len(home.upstream.messages) == (state == "released")
    assert len(await mails(place, where.drafts)) == 1 + (state == "drafted")
    assert await in_all(home, place) == 0


async def test_several_places_at_once_what_can_be_undone_counts(home: House, place: Place) -> None:
    """As programs without MOVE do: the first copy stays where it is."""
    await place.fill("Drafts", mail())
    id_ = await home.hold()
    await look(home)
    where = await shelf_of(home)
    for to in (where.send, where.discard, where.drafts):
        await move(place, where.base, to, copy=True)
    await look(home)
    assert (home.find(id_).state, home.upstream.messages) == ("drafted", [])
    assert await in_all(home, place) == 0
    assert len(await mails(place, where.drafts)) == 2


async def test_one_mail_of_several(home: House, place: Place) -> None:
    ids = [
        await home.hold(letter(number, subject=f"Number {number}"), (f"r{number}@acme.example",)) for number in (1, 2)
    ]
    await look(home)
    where = await shelf_of(home)
    assert len(await mails(place, where.base)) == 2
    both = {id_: content for id_ in ids for content in await mails(place, where.base) if id_.encode() in content}
    await place.fill(where.send, both[ids[1]])
    await look(home)
    assert [home.find(id_).state for id_ in ids] == ["held", "released"]
    assert [ids[0].encode() in content for content in await mails(place, where.base)] == [True]
    assert await in_all(home, place) == 1


async def test_the_same_cover_says_nothing_twice(home: House, place: Place) -> None:
    """A copy that somebody kept, and puts back when the message is held anew."""
    id_ = await home.hold()
    await look(home)
    where = await shelf_of(home)
    (cover,) = await mails(place, where.base)
    await home.act(id_, "snooze", until=home.now + DAY)
    await look(home)
    await place.fill(where.send, cover)
    await look(home)
    assert (home.find(id_).state, home.upstream.messages) == ("snoozed", [])
    assert len(await mails(place, where.base)) == await in_all(home, place) == 1


@pytest.mark.parametrize("forged", ["Held by tactful", "send", "drafts"])
async def test_a_forged_copy_with_its_token_hides_no_real_one(home: House, place: Place, forged: str) -> None:
    id_, other = await home.hold(), await home.hold(letter(2), (KIM,))
    await place.fill("Drafts", mail())
    await look(home)
    where = await shelf_of(home)
    (cover,) = [each for each in await mails(place, where.base) if id_.encode() in each]
    await place.fill(getattr(where, forged, forged), cover.replace(id_.encode(), other.encode()))
    await move(place, where.base, where.discard, f"HEADER X-Tactful-Held {id_}")
    await look(home)
    assert [home.find(each).state for each in (id_, other)] == ["discarded", "held"]


async def test_another_process_acts_meanwhile(home: House, place: Place, tmp_path: Path) -> None:
    """The one who is late is told in INBOX."""
    id_ = await home.hold()
    await look(home)
    where = await shelf_of(home)
    await move(place, where.base, where.discard)
    async with another(home, tmp_path) as page:
        assert (await page.act(id_, "release", expect="held")).done
    await look(home)
    await home.post.deliver_due(home.now)
    assert (home.find(id_).state, len(home.upstream.messages)) == ("released", 1)
    assert [subject for subject in await subjects(place) if subject.startswith("It was sent already")]
    assert await in_all(home, place) == 0


async def test_emptied_by_accident_it_comes_back_with_the_next_digest(home: House, place: Place) -> None:
    home.set(digest_at=(time(17),))
    id_ = await home.hold()
    await look(home)
    where = await shelf_of(home)
    await place.remove(where.base, await place.uids(where.base))
    for hours, there in ((0, 0), (4, 0), (1, 1), (24, 1)):
        home.now += hours * HOUR
        await look(home)
        assert len(await mails(place, where.base)) == there
    assert home.find(id_).state == "held"
    await move(place, where.base, where.send)
    await look(home)
    assert home.find(id_).state == "released"


async def test_moved_out_and_in_again(home: House, place: Place) -> None:
    await home.hold()
    await look(home)
    where = await shelf_of(home)
    await place.fill("Elsewhere", mail())
    await move(place, where.base, "Elsewhere")
    await look(home)
    await move(place, "Elsewhere", where.base, "Not sent yet")
    home.now += DAY
    await look(home)
    assert len(await mails(place, where.base)) == 1


async def test_a_cover_is_renewed_before_its_token_is_forgotten(home: House, place: Place) -> None:
    id_ = await home.hold()
    for _ in range(4):
        await look(home)
        where = await shelf_of(home)
        assert len(await mails(place, where.base)) == 1
        home.now += home.accounts.keep / 3
        await home.schedule.housekeeping()
    await look(home)
    await move(place, where.base, where.discard)
    await look(home)
    assert home.find(id_).state == "discarded"


@pytest.mark.parametrize("name", ["", "Später", "Jobs/Held"])
async def test_another_folder_or_none(home: House, place: Place, name: str) -> None:
    id_ = await home.hold()
    await look(home)
    former = await shelf_of(home)
    home.set(folder=name)
    await home.folder.close()  # as when the configuration was read again
    await look(home)
    assert await mails(place, former.base) == []
    if name:
        where = await shelf_of(home, name)
        await move(place, where.base, where.discard)
        await look(home)
        assert (home.find(id_).state, await in_all(home, place, name)) == ("discarded", 0)


@pytest.mark.parametrize("name", ["", "Später"])
@pytest.mark.parametrize(("to", "state"), [("send", "released"), ("discard", "discarded")])
async def test_what_was_said_in_a_folder_of_a_former_name_counts(
    home: House, place: Place, name: str, to: str, state: State
) -> None:
    """Moved on a phone while the computer was off, and the folder called otherwise before it looked."""
    id_ = await home.hold()
    await look(home)
    former = await shelf_of(home)
    await move(place, former.base, getattr(former, to))
    home.set(folder=name)
    await home.folder.close()
    await look(home)
    assert home.find(id_).state == state
    for where in (former.base, getattr(former, to)):
        assert await mails(place, where) == []


@pytest.mark.parametrize("octets", [20, 200, 700, 1500, 2500, 4000, 6000])
async def test_one_cover_wherever_the_connection_is_cut(home: House, place: Place, wire: Relay, octets: int) -> None:
    await home.hold()
    wire.cut_after = octets
    for attempt in range(3):
        with suppress(MailboxError):
            await home.schedule.folder(SAM)
        if attempt == 0:
            wire.cut_after = None
        home.now += 10 * MINUTE
    assert await in_all(home, place) == 1


# Sent


async def test_a_false_copy_goes_and_comes_back_with_the_real_date(home: House, place: Place) -> None:
    id_ = await home.hold()
    await place.fill("Sent", (mail("another"), home.now), (letter(), home.now))
    await look(home)
    assert await subjects(place, "Sent") == ["another"]
    home.now += 3 * HOUR
    await home.act(id_, "release")
    for _ in range(3):
        await look(home)
        home.now += 2 * MINUTE
    assert (await mails(place, "Sent"))[1:] == [home.upstream.messages[0].content]
    assert (await times(place, "Sent"))[1] == home.now - 6 * MINUTE


OTHERS = {
    "passed a server": (RECEIVED + letter(), timedelta(0)),
    "written at another time": (letter(Date="Tue, 10 Mar 2026 11:58:00 +0000"), timedelta(0)),
    "filed long before": (letter(), -HOUR),
    "another Message-ID": (letter(2), timedelta(0)),
}


@pytest.mark.parametrize("name", OTHERS)
async def test_what_only_looks_like_it_stays(home: House, place: Place, name: str) -> None:
    content, later = OTHERS[name]
    await home.hold()
    await place.fill("Sent", (content, home.now + later))
    await look(home)
    assert await mails(place, "Sent") == [content]


@pytest.mark.parametrize("state", ["unknown", "rejected"])
async def test_a_copy_of_what_may_have_been_sent_stays(home: House, place: Place, state: State) -> None:
    home.keep(letter(), state=state, dot_at=home.now if state == "unknown" else None)
    await place.fill("Sent", (letter(), home.now))
    await look(home)
    assert len(await mails(place, "Sent")) == 1


async def test_a_copy_of_what_was_sent_by_another_way_stays(home: House, place: Place) -> None:
    """The same message, sent once more while everything was forwarded; the first one is still held."""
    await home.hold()
    await look(home)
    home.now += HOUR
    assert (await home.send()).code == 250
    assert len(home.upstream.messages) == 1
    await place.fill("Sent", (letter(), home.now))
    await look(home)
    assert await mails(place, "Sent") == [letter()]


async def test_a_copy_of_what_may_have_been_sent_stays_though_sending_it_again_failed(
    home: House, place: Place
) -> None:
    id_ = home.keep(letter(), state="unknown", dot_at=home.now)
    await place.fill("Sent", (letter(), home.now))
    await look(home)
    home.upstream.add(Refuse("RCPT", 550, ["5.1.1 nobody"]))
    home.now += MINUTE
    assert (await home.act(id_, "release", word="again")).state == "held"
    await look(home)
    assert await mails(place, "Sent") == [letter()]


@pytest.mark.parametrize(("named", "renew"), [(True, True), (True, False), (False, True)])
@pytest.mark.parametrize("filed", ["before", "after the release", "when it was settled", "never"])
async def test_sent_shows_it_once(home: House, place: Place, filed: str, named: bool, renew: bool) -> None:
    home.set(renew_date=renew)
    content = letter() if named else letter(Message_ID="")
    copy = (content, home.now + MINUTE)
    await place.fill("Sent", mail())
    id_ = await home.hold(content)
    if filed == "before":
        await place.fill("Sent", copy)
    await home.schedule.folder(SAM)
    home.now += 30 * MINUTE
    await home.act(id_, "release")
    sent = home.now
    if filed == "after the release":
        await place.fill("Sent", copy)
    for _ in range(3):
        await look(home)
        home.now += 2 * MINUTE
    if filed == "when it was settled":
        await place.fill("Sent", copy)
        home.now += 10 * MINUTE
        await look(home)
    assert (await mails(place, "Sent"))[1:] == [home.upstream.messages[0].content]
    assert (await times(place, "Sent"))[1:] == [sent]


async def test_a_provider_that_files_by_itself(tmp_path: Path, place: Place) -> None:
    async with house(tmp_path, place=place, files_sent=True) as home:
        home.set(folder=NAME)
        id_ = await home.hold()
        await place.fill("Sent", (letter(), home.now))
        await look(home)
        home.now += HOUR
        await home.act(id_, "release")
        own = RECEIVED + home.upstream.messages[0].content
        await place.fill("Sent", (own, home.now))
        for _ in range(3):
            await look(home)
            home.now += 2 * MINUTE
        assert await mails(place, "Sent") == [own]


@pytest.mark.parametrize("action", ["draft", "discard"])
async def test_what_is_not_sent_is_not_in_sent(home: House, place: Place, action: str) -> None:
    id_ = await home.hold()
    await look(home)
    await home.act(id_, action)
    await place.fill("Sent", (letter(), home.now))
    home.now += 10 * MINUTE
    await look(home)
    assert await mails(place, "Sent") == []


async def test_the_copy_names_whom_no_header_names(home: House, place: Place) -> None:
    await place.fill("Sent", mail())
    id_ = await home.hold(letter(), (JO, KIM))
    await home.act(id_, "release")
    for _ in range(3):
        await look(home)
        home.now += 2 * MINUTE
    sent = (await mails(place, "Sent"))[-1]
    assert [person.address for person in read(sent).bcc] == [KIM]
    assert b"Bcc" not in home.upstream.messages[0].content
