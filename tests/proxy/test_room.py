"""A digest that mail programs show whole, and its links to the page."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from checks.model import Finding
from proxy.digest import compose, entries, page, room
from proxy.digest.compose import Words
from proxy.digest.entries import Told
from proxy.store.remarks import Remark
from tests.imap.client import Place
from tests.proxy.folders import mails
from tests.proxy.house import DAY, HOUR, MINUTE, SAM, House, house, letter
from tests.proxy.test_compose import NOW, SOON, THANKS, TYPO, held
from tests.proxy.test_page import ANSWERS, EVIL, Seen

GMAIL = 102 * 1024
"""Octets of HTML behind which Gmail shows "[Message clipped]"."""
PAGE = "http://127.0.0.1:2580"
LONG = replace(TYPO, excerpt="x" * 400, message="m" * 200, advice="ä" * 300)


def waiting(count: int, *findings: Finding) -> list[Told]:
    return [
        Told(
            held(*(findings or (SOON, THANKS, TYPO)), id=f"abcd{number:04}", subject=f"The role {number}"),
            {"jo@acme.example": "Jo Park"},
            ANSWERS,
            f"{PAGE}/message/abcd{number:04}",
        )
        for number in range(count)
    ]


def written(told: list[Told], remarks: list[Remark]) -> tuple[bytes, int, int]:
    """The digest as it goes out, and how many of both are in it."""
    shown, noted = room.fitting(told, remarks, UTC)
    more = len(told) - len(shown)
    words = Words(
        compose.digest_subject(shown, more),
        compose.digest_text(shown, noted, UTC, more=more, page=PAGE),
        page.digest(shown, noted, UTC, more=more, page=PAGE),
    )
    return compose.letter(SAM, words, "<1@tactful.invalid>", NOW), len(shown), len(noted)


def parts(octets: bytes) -> tuple[str, str, int]:
    """Its text, its HTML, and how much of the letter the HTML takes."""
    mail = email.message_from_bytes(octets, policy=email.policy.default)
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content(), len(html.as_bytes())


@pytest.mark.parametrize("findings", [(), (THANKS,), (LONG,) * 30], ids=["three", "one", "many and long"])
def test_fifty_held_messages_are_not_clipped(findings: tuple[Finding, ...]) -> None:
    octets, shown, _ = written(waiting(50, *findings), [])
    text, html, size = parts(octets)
    assert size < GMAIL
    assert 1 <= shown <= 50
    assert html.count("/message/abcd") == shown == text.count("/message/abcd")
    assert (f"And {50 - shown} more on the page" in html) == (shown < 50)
    assert (f"And {50 - shown} more on the page, on your own computer: {PAGE}/" in text) == (shown < 50)
    assert "50 mails have not been sent" in text
    assert size > (45_000 if len(findings) == 30 else 90_000), "there was room for more"


def test_few_are_all_there() -> None:
    octets, shown, noted = written(waiting(3), [Remark(1, NOW, ("jo@acme.example",), "Hi", (TYPO,))])
    text, html, _ = parts(octets)
    assert (shown, noted) == (3, 1)
    assert " more" not in text
    assert "more on the page" not in html


def test_one_that_has_no_room_is_shown_all_the_same() -> None:
    endless = waiting(3, replace(LONG, message="m" * 200_000))
    assert len(room.fitting(endless, [], UTC)[0]) == 1


def test_what_was_noted_comes_after_what_waits() -> None:
    remarks = [Remark(number, NOW, ("jo@acme.example",), "Hi", (TYPO,)) for number in range(30)]
    assert [len(each) for each in room.fitting(waiting(2), remarks, UTC)] == [2, 30]
    assert len(room.fitting(waiting(50), remarks, UTC)[1]) < 30


def test_more_findings_than_a_letter_holds_are_counted() -> None:
    one = waiting(1, *[TYPO] * 40)[0]
    assert "And 28 more: see `tactful show abcd0000`." in entries.entry(one, UTC)
    assert "And 28 more" in page.entry(one, UTC)


def test_no_page_no_link() -> None:
    bare = [replace(told, link="") for told in waiting(2)]
    text, html = compose.digest_text(bare, [], UTC, more=7), page.digest(bare, [], UTC, more=7)
    for each in (text, html):
        assert "And 7 more: see `tactful held`." in each
        assert "http" not in each.replace("https", "")
    assert "On your own computer: in a terminal" in html


def test_an_address_of_the_page_is_no_way_in() -> None:
    seen = Seen(page.digest([replace(waiting(1)[0], link=EVIL)], [], UTC, more=1, page=EVIL))
    assert "script" not in seen.tags
    assert "img" not in seen.tags


# Delivered


async def test_letters_link_to_the_page_where_there_is_one(tmp_path: Path, place: Place) -> None:
    async with house(tmp_path, place=place) as home:
        home.store.control.set_page(PAGE)
        ids = [await home.hold(letter(number)) for number in range(2)]
        await home.schedule.letters()
        home.now += MINUTE
        assert await home.post.send_digest(SAM)
        *notices, digest = [parts(each) for each in await mails(place, "INBOX") if b"text/html" in each]
        for id_, (text, html, _) in zip(ids, notices[-2:], strict=True):
            assert f"On your own computer, on the page: {PAGE}/message/{id_}" in text
            assert re.findall(r'href="(http[^"]*)"', html) == [f"{PAGE}/message/{id_}"]
        assert sorted(re.findall(r'href="(http[^"]*)"', digest[1])) == sorted(f"{PAGE}/message/{id_}" for id_ in ids)


async def test_what_waits_long_is_told_first_with_its_age(tmp_path: Path, place: Place) -> None:
    async with house(tmp_path, place=place) as home:
        now = home.now
        for age, subject in ((9 * DAY, "nine days"), (HOUR, "an hour"), (8 * DAY, "eight days"), (0 * DAY, "just so")):
            home.now = now - age
            home.keep(letter(age.days, subject=subject), subject=subject, findings=(THANKS,))
        home.now = now
        assert await home.post.send_digest(SAM)
        text, html, _ = parts((await mails(place, "INBOX"))[-1])
        for shown in (text, html):
            places = [shown.index(subject) for subject in ("eight days", "nine days", "just so", "an hour")]
            assert places == sorted(places)
            assert shown.count(" days ago") == 2
            assert "Sun 1 March, 12:00, 9 days ago" in shown


async def test_what_was_noted_and_had_no_room_comes_with_the_next(tmp_path: Path, place: Place) -> None:
    async with house(tmp_path, place=place) as home:
        home.set(notify_by_mail=False)
        await held_until_full(home)
        remarks = home.store.remarks.untold(SAM)
        assert len(remarks) == 1
        assert await home.post.send_digest(SAM)
        assert home.store.remarks.untold(SAM) == remarks
        for message in home.store.held.messages():
            await home.act(message.id, "discard")
        await home.hold()
        home.now += MINUTE
        assert await home.post.send_digest(SAM)
        assert home.store.remarks.untold(SAM) == []


async def held_until_full(home: House) -> None:
    for number in range(60):
        home.keep(letter(number), findings=(SOON, THANKS, TYPO), message_id=f"<{number}@x>")
    home.store.remarks.add(SAM, (SAM,), "Hi", (TYPO,), now=home.now)
