"""What the tests of answers by mail share: what a notice offers, the mail that says it, and what is written back."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from checks.model import Finding
from tests.imap.client import Place
from tests.proxy.folders import mails
from tests.proxy.house import DAY, JO, NOW, THANKS, House, letter

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
