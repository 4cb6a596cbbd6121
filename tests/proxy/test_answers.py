"""Answers by mail: what they do, and what is written back."""

from __future__ import annotations

from pathlib import Path

import pytest

from proxy.digest.commands import subject
from proxy.mail_answers import TAKEN
from proxy.mime.headers import read
from proxy.model import Command
from tests.imap.client import Place
from tests.proxy.answering import SOON, answer, carried_out, inbox, links, reached, told, words
from tests.proxy.folders import mails, subjects
from tests.proxy.house import DAY, HOUR, JO, MUM, SAM, THANKS, House, house, letter
from tests.servers.script import Close, Fault, Refuse


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
