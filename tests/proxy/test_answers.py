"""Answers by mail: what they do, what is written back, and that nobody else can give one."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient

from checks.model import Finding
from proxy.digest.commands import subject
from proxy.errors import StoreError
from proxy.mail_answers import TAKEN
from proxy.mime.headers import read
from proxy.model import Command
from proxy.store.answers import digest_of
from tests.imap.client import Place
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, KIM, MINUTE, MUM, NOW, SAM, THANKS, House, another, broken, house, letter
from tests.servers.cut import Relay
from tests.servers.script import Close, Fault, Refuse

SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", recruiter=JO, next_allowed=NOW + 2 * DAY)
ALIEN = "ABCDEFGHIJKLMNOPQRSTUVWX27"


def answer(said: str, number: int = 100, **more: str) -> bytes:
    return letter(number, to="Sam <sam@example.org>", subject=said, **more)


async def inbox(place: Place) -> list[EmailMessage]:
    found = [email.message_from_bytes(each, policy=email.policy.default) for each in await mails(place, "INBOX")]
    assert all(isinstance(each, EmailMessage) for each in found)
    return found


def reached(home: House) -> list[tuple[str, ...]]:
    """The recipients of each message that the upstream took."""
    return [tuple(address for address, _ in message.recipients) for message in home.upstream.messages]


def words(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def links(mail: EmailMessage) -> dict[str, str]:
    """Its subjects for answers, by their words."""
    return {found[1]: found[0] for found in re.finditer(r"tactful: ([a-z' ]+) [A-Z2-7]{26}", words(mail))}


async def told(home: House, place: Place, *findings: Finding) -> tuple[str, dict[str, str]]:
    """Holds a message; its ID, and what its notice offers to answer."""
    id_ = await home.hold(letter(), (JO,), *(findings or (THANKS, SOON)))
    await home.schedule.letters()
    return id_, links((await inbox(place))[-1])


async def carried_out(home: House, place: Place) -> EmailMessage:
    """What is written back."""
    await home.answers.carry_out()
    await home.schedule.letters()
    return (await inbox(place))[-1]


@pytest.mark.parametrize(
    ("said", "state", "reply"),
    [
        ("send", "released", "Sent at 13:00"),
        ("send when due", "snoozed", "It will be sent when it is due: Thu 12 March, 12:00"),
        ("back to drafts", "drafted", "Put back into Drafts"),
        ("don't send", "discarded", "Not sent, as you said"),
    ],
)
async def test_each_answer_does_what_it_says(home: House, place: Place, said: str, state: str, reply: str) -> None:
    id_, offered = await told(home, place)
    assert list(offered) == ["send", "send when due", "back to drafts", "don't send"]
    home.now += HOUR
    assert await home.send(answer(offered[said]), (SAM,)) == TAKEN
    mail = await carried_out(home, place)
    assert home.find(id_).state == state
    assert mail["Subject"].strip() == f"{reply}: your mail to Jo Park"
    assert words(mail).startswith(f"{reply}.\n")
    [notice, _] = await inbox(place)
    assert mail["In-Reply-To"] == "<100@example.org>"
    assert mail["References"].split() == [notice["Message-ID"], "<100@example.org>"]
    assert reached(home) == ([(JO,)] if said == "send" else [])
    assert (links(mail) != {}) == (said == "send when due")


async def test_an_answer_is_neither_judged_nor_offered(home: House, place: Place) -> None:
    """DESIGN.md, the way of a message. Its MAIL and RCPT are in step with the upstream's, which RSET then ends."""
    _, offered = await told(home, place)
    jobs = len(home.worker.jobs)
    assert await home.send(answer(offered["don't send"]), (SAM,)) == TAKEN
    assert home.upstream.messages == []
    assert len(home.worker.jobs) == jobs
    assert home.contacts() == []


async def test_the_session_goes_on_after_an_answer(home: House, place: Place) -> None:
    _, offered = await told(home, place)
    async with home.session() as passage:
        assert await home.send(answer(offered["don't send"]), (SAM,), passage=passage) == TAKEN
        assert (await home.send(letter(2), (MUM,), passage=passage)).code == 250
    assert reached(home) == [(MUM,)]


async def test_the_same_mail_sent_again_is_the_same_answer(home: House, place: Place) -> None:
    """A client that lost the reply sends it again."""
    _, offered = await told(home, place)
    for _ in range(2):
        assert await home.send(answer(offered["send"]), (SAM,)) == TAKEN
        await carried_out(home, place)
    assert len(home.upstream.messages) == 1
    assert len(await subjects(place)) == 2


async def test_a_message_that_was_sent_meanwhile(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    home.now += HOUR
    await home.act(id_, "release")
    home.now += HOUR
    await home.send(answer(offered["back to drafts"]), (SAM,))
    assert words(await carried_out(home, place)).startswith("It was sent already at 13:00.\n")
    home.now += DAY
    await home.send(answer(offered["send"], 101), (SAM,))
    mail = await carried_out(home, place)
    assert mail["Subject"] == "It was sent already on Tue 10 March, 13:00: your mail to Jo Park"
    assert len(home.upstream.messages) == 1
    assert await mails(place, "Drafts") == []


async def test_a_letter_of_a_former_state_is_no_longer_good(home: House, place: Place) -> None:
    """Snoozed, and held again: the state has the same name, and something happened."""
    id_, offered = await told(home, place)
    home.now += HOUR
    await home.act(id_, "snooze")
    home.now += HOUR
    home.store.held.move(id_, {"snoozed"}, "held", home.now, outcome="They have written since.")
    await home.send(answer(offered["send"]), (SAM,))
    mail = await carried_out(home, place)
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])
    assert words(mail).startswith("That link is no longer good: something happened since. Your mail has not been sent.")
    await home.send(answer(links(mail)["send"], 101), (SAM,))
    await carried_out(home, place)
    assert home.find(id_).state == "released"


@pytest.mark.parametrize(
    ("fault", "state", "reply", "offered_again"),
    [
        (
            Refuse("dot", 554, ["5.6.0 spam"]),
            "held",
            "It was not done. Your server refused it: 554 5.6.0 spam. It is still held.",
            ["send", "send when due", "back to drafts", "don't send"],
        ),
        (
            Close("dot"),
            "unknown",
            "It may have been sent: your server did not say. Look in Sent first.",
            ["it was sent", "send it again", "don't send"],
        ),
    ],
)
async def test_what_could_not_be_done_is_told_and_may_be_said_again(
    tmp_path: Path, place: Place, fault: Fault, state: str, reply: str, offered_again: list[str]
) -> None:
    async with house(tmp_path, fault, place=place) as home:
        id_, offered = await told(home, place)
        await home.send(answer(offered["send"]), (SAM,))
        mail = await carried_out(home, place)
        assert home.find(id_).state == state
        assert words(mail).partition("\n")[0] == reply
        assert list(links(mail)) == offered_again


# Attacks


@pytest.mark.parametrize("to", [(JO,), (SAM, JO), (SAM, MUM), (MUM,)])
async def test_a_mail_to_others_goes_its_way_whatever_its_subject(
    home: House, place: Place, to: tuple[str, ...]
) -> None:
    id_, offered = await told(home, place)
    assert (await home.send(answer(offered["send"]), to)).code == 250
    assert reached(home) == [to]
    assert home.find(id_).state == "held"
    assert home.store.answers.due() == []


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        (SAM, {"From": "Jo <jo@acme.example>"}),
        (KIM, {}),
        ("", {}),
        (SAM, {"Auto_Submitted": "auto-replied"}),
        (SAM, {"Subject": f"tactful: send {ALIEN[:-1]}"}),
    ],
)
async def test_a_mail_that_only_looks_like_one_goes_its_way(
    home: House, place: Place, sender: str, more: dict[str, Any]
) -> None:
    id_, offered = await told(home, place)
    assert (await home.send(answer(offered["send"], **more), (SAM,), sender=sender)).code == 250
    assert len(home.upstream.messages) == 1
    assert home.find(id_).state == "held"


@pytest.mark.parametrize("said", [f"tactful: send {ALIEN}", "swap"])
async def test_a_guessed_token_does_nothing_and_says_so(home: House, place: Place, said: str) -> None:
    """And so does a true one with another command."""
    id_, offered = await told(home, place)
    swapped = offered["don't send"].replace("don't send", "send")
    assert await home.send(answer(swapped if said == "swap" else said), (SAM,)) == TAKEN
    mail = await carried_out(home, place)
    assert mail["Subject"] == "Nothing was done"
    assert mail["In-Reply-To"] == mail["References"] == "<100@example.org>"
    assert home.find(id_).state == "held"
    assert home.upstream.messages == []


async def test_a_replayed_token_does_nothing_and_says_so(home: House, place: Place) -> None:
    """Used where nothing could be done, so that the state is still the same; another mail with it is a replay."""
    id_, offered = await told(home, place)
    ways = home.accounts.ways
    await home.send(answer(offered["send"]), (SAM,))
    home.set(ways={})
    mail = await carried_out(home, place)
    assert words(mail).startswith("It was not done. The account sam@example.org is not in the configuration any more.")
    home.set(ways=ways)
    await home.send(answer(offered["send"], 101), (SAM,))
    again = await carried_out(home, place)
    assert words(again).startswith("That link was used before. Your mail has not been sent.")
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])
    await home.send(answer(links(again)["send"], 102), (SAM,))
    await carried_out(home, place)
    assert home.find(id_).state == "released"


async def test_the_store_holds_no_token(home: House, place: Place, tmp_path: Path) -> None:
    _, offered = await told(home, place)
    home.store.database.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("tactful.db*"))
    for said in offered.values():
        assert said.split()[-1].encode() not in kept
    assert digest_of("send", offered["send"].split()[-1]).encode() in kept


# From INBOX


async def read_inbox(home: House) -> None:
    """An hour later, as it is due then."""
    home.now += HOUR
    await home.schedule.read(SAM)
    assert home.store.contacts.synced(SAM) == home.now


async def test_an_answer_from_elsewhere_is_taken_from_inbox(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await place.fill("INBOX", answer(offered["send"]))
    await read_inbox(home)
    mail = await carried_out(home, place)
    assert words(mail).startswith("Sent at 13:00.")
    assert mail["In-Reply-To"] == "<100@example.org>"
    assert home.find(id_).state == "released"
    for _ in range(2):
        await read_inbox(home)
        await carried_out(home, place)
    assert len(home.upstream.messages) == 1
    assert len(await subjects(place)) == 3


async def test_too_late_says_so_in_return_to_a_mail_too(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await home.act(id_, "discard")
    await place.fill("INBOX", answer(offered["send"]))
    await read_inbox(home)
    assert words(await carried_out(home, place)).startswith("You said already at 12:00 not to send it.")


@pytest.mark.parametrize(
    "forged",
    [
        lambda offered: answer(f"tactful: send {ALIEN}"),
        lambda offered: answer(offered["send"], From="Jo <jo@acme.example>"),
        lambda offered: answer(offered["don't send"].replace("don't send", "send")),
        lambda offered: answer(offered["send"], Auto_Submitted="auto-replied"),
    ],
)
async def test_what_is_forged_from_outside_gets_nothing_and_no_word(home: House, place: Place, forged: object) -> None:
    id_, offered = await told(home, place)
    assert callable(forged)
    await place.fill("INBOX", forged(offered))
    before = await subjects(place)
    await read_inbox(home)
    await home.answers.carry_out()
    await home.schedule.letters()
    assert [each for each in await subjects(place) if not each.startswith("Still not sent: ")] == before
    assert (home.find(id_).state, home.upstream.messages) == ("held", [])


async def test_a_replay_from_outside_gets_no_word(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    await home.send(answer(offered["don't send"]), (SAM,))
    await carried_out(home, place)
    await place.fill("INBOX", answer(offered["don't send"], 101))
    before = await subjects(place)
    await read_inbox(home)
    await carried_out(home, place)
    assert await subjects(place) == before
    assert home.find(id_).state == "discarded"


async def test_reading_marks_nothing_as_read(home: House, place: Place) -> None:
    _, offered = await told(home, place)
    await place.fill("INBOX", answer(offered["don't send"]))
    await read_inbox(home)

    def seen(client: IMAPClient) -> list[int]:
        client.select_folder("INBOX", readonly=True)
        return list(client.search("SEEN"))

    assert await place.do(seen) == []
    assert len(home.store.answers.due()) == 1


# What fails


async def test_an_answer_outlives_the_process(home: House, place: Place, tmp_path: Path) -> None:
    id_, offered = await told(home, place)
    await home.send(answer(offered["send"]), (SAM,))
    async with another(home, tmp_path) as second:
        mail = await carried_out(second, place)
    assert words(mail).startswith("Sent at 12:00.")
    assert home.find(id_).state == "released"


async def test_killed_between_the_sending_and_its_record(
    home: House, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offered = await told(home, place)
    home.now += MINUTE
    await home.send(answer(offered["send"]), (SAM,))
    with monkeypatch.context() as patch:
        patch.setattr(home.store.answers, "settle", broken)
        with pytest.raises(StoreError):
            await home.answers.carry_out()
    home.now += timedelta(minutes=5)
    assert words(await carried_out(home, place)).startswith("Sent at 12:01.")
    assert len(home.upstream.messages) == 1
    assert len(await subjects(place)) == 2


async def test_what_can_t_be_written_down_is_not_taken(
    home: House, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offered = await told(home, place)
    with monkeypatch.context() as patch:
        patch.setattr(home.store.answers, "take", broken)
        with pytest.raises(StoreError):
            await home.send(answer(offered["send"]), (SAM,))
    assert home.upstream.messages == []
    assert await home.send(answer(offered["send"]), (SAM,)) == TAKEN


async def test_told_once_though_the_mailbox_was_down(home: House, place: Place, wire: Relay) -> None:
    _, offered = await told(home, place)
    wire.cut(down=True)
    await home.send(answer(offered["don't send"]), (SAM,))
    await home.answers.carry_out()
    await home.schedule.letters()
    wire.down = False
    for _ in range(3):
        home.now += HOUR
        await home.schedule.letters()
    assert [each for each in await subjects(place) if "as you said" in each] == [
        "Not sent, as you said: your mail to Jo Park"
    ]


async def test_what_is_over_is_forgotten(home: House, place: Place) -> None:
    id_, offered = await told(home, place)
    waits = await home.hold(letter(2), (KIM,))
    await home.schedule.letters()
    await home.send(answer(offered["don't send"]), (SAM,))
    await carried_out(home, place)
    home.store.answers.forget(home.now + MINUTE)
    assert home.store.answers.oldest_good() is None
    assert home.store.answers.find(1) is None
    assert [home.find(each).state for each in (id_, waits)] == ["discarded", "held"]


@pytest.mark.parametrize("by", ["time", "a person"])
async def test_after_the_last_answer_was_forgotten_the_next_is_carried_out(home: House, place: Place, by: str) -> None:
    for number in (1, 2):
        id_, offered = await told(home, place)
        await home.send(answer(offered["don't send"], number), (SAM,))
        said = await carried_out(home, place)
        assert (home.find(id_).state, said["In-Reply-To"]) == ("discarded", f"<{number}@example.org>")
        home.now += HOUR
        if by == "time":
            home.store.answers.forget(home.now)
        else:
            home.store.forgetting.forget(None, home.now)
    assert home.store.answers.due() == []


@pytest.mark.parametrize("command", ["was-sent", "again", "discard"])
async def test_what_may_have_been_sent(home: House, place: Place, command: Command) -> None:
    id_ = home.keep(letter(), state="unknown", dot_at=home.now, findings=(THANKS,))
    await home.post.send_digest(SAM)
    offered = links((await inbox(place))[-1])
    assert list(offered) == ["it was sent", "send it again", "don't send"]
    wanted = next(said for said in offered.values() if said == subject(command, said.split()[-1]))
    await home.send(answer(wanted), (SAM,))
    said = words(await carried_out(home, place)).partition("\n")[0]
    assert (said, home.find(id_).state) == {
        "was-sent": ("Noted: it was sent.", "released"),
        "again": ("Sent at 12:00.", "released"),
        "discard": ("Not sent, as you said.", "discarded"),
    }[command]
    assert len(home.upstream.messages) == (command == "again")
    assert read(answer(wanted)).subject == wanted


async def test_days_that_will_be_others_when_it_goes_are_told(home: House, place: Place) -> None:
    content = letter().replace(b"canary body", b"Are you free tomorrow?")
    await home.hold(content, (JO,), THANKS, SOON)
    await home.schedule.letters()
    offered = links((await inbox(place))[-1])
    assert await home.send(answer(offered["send when due"]), (SAM,)) == TAKEN
    mail = await carried_out(home, place)
    said = " ".join(words(mail).split())
    assert said.startswith(
        "It will be sent when it is due: Thu 12 March, 12:00. It says “tomorrow”. When you wrote it,"
    )
    assert mail["Subject"].strip() == "It will be sent when it is due: Thu 12 March, 12:00: your mail to Jo Park"
