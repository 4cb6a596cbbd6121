"""What the pages show."""

from __future__ import annotations

import re
import tracemalloc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checks.model import Contact
from proxy.digest.words import moment
from proxy.model import STATES, Envelope, Recipient
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState
from tests.proxy.house import DAY, HOUR, JO, KIM, NOW, SAM
from tests.web.rig import SLIP, THANKS, mail, rig

NOTE = replace(SLIP, effect="note", rule="sloppiness.readability", excerpt="", start=None, end=None, correction=None)


def subjects(text: str) -> list[str]:
    return re.findall(r"<h3><a href=\"/message/\w+\"><bdi>([^<]*)</bdi>", text)


# What waits


async def test_what_waits_long_first_then_the_newest(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        for age, subject in ((9 * DAY, "nine days"), (HOUR, "an hour"), (8 * DAY, "eight days"), (0 * DAY, "now")):
            page.house.now = NOW - age
            page.house.keep(mail(), subject=subject, findings=(THANKS, SLIP))
        page.house.now = NOW
        browser = await page.browser()
        text = (await browser.get("/")).text
        assert subjects(text) == ["eight days", "nine days", "now", "an hour"]
        assert "waits for 9 days" in text
        assert "waits for 8 days" in text
        assert text.count("waits for ") == 2
        assert "4 mails wait for your word" in text
        assert "<li>no thank-you in it</li><li>a slip in the writing</li>" in text


@pytest.mark.parametrize("state", STATES)
async def test_each_state_has_its_words_and_its_buttons(tmp_path: Path, state: str) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(), state=state, findings=(THANKS,), subject="Hello")
        browser = await page.browser()
        text = (await browser.get(f"/message/{id_}")).text
        buttons = re.findall(r'name="do" value="(\w+)"', text)
        assert buttons == {
            "held": ["send", "quiet", "discard"],
            "snoozed": ["send", "discard"],
            "rejected": ["send", "quiet", "discard"],
            "unknown": ["sent", "again", "discard"],
        }.get(state, [])
        waits = state in ("held", "snoozed", "rejected", "unknown", "releasing")
        assert ("Hello" in subjects((await browser.get("/")).text)) == waits


async def test_a_list_comes_in_pages(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        for number in range(120):
            page.house.now = NOW + timedelta(seconds=number)
            page.house.keep(mail(), subject=f"number {number}")
        browser = await page.browser()
        seen: list[str] = []
        path = "/"
        while path:
            text = (await browser.get(path)).text
            seen += subjects(text)
            further = re.search(r'<a href="(\?page=\d+)">Older', text)
            path = f"/{further[1]}" if further else ""
        assert seen == [f"number {number}" for number in reversed(range(120))]
        for odd in ("?page=99", "?page=-1", "?page=x", "?page=99999999999999999999"):
            assert (await browser.get(f"/{odd}")).status_code == 200


# One message


async def test_the_words_are_marked_where_they_stand(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(), subject="Hello", findings=(SLIP, THANKS, NOTE))
        browser = await page.browser()
        text = (await browser.get(f"/message/{id_}")).text
        letter = re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", text.partition('<div class="text">')[2])).split(
            "\n  "
        )[0]
        assert letter.startswith("Dear Jo,\n\ndefinately worth it.\n")
        assert '<mark>definately</mark><sup class="to-note"><a href="#note-1" id="mark-1"' in text
        assert "<del>definately</del>" in text
        assert "<ins>definitely</ins>" in text
        assert "There is no thank-you in it." in text
        assert "(only to know)" in text
        assert "To <bdi>Jo Park</bdi>" in text


async def test_files_by_name_and_size(tmp_path: Path) -> None:
    content = (
        b"From: Sam <sam@example.org>\r\nTo: jo@acme.example\r\nSubject: CV\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nHere it is.\r\n'
        b'--b\r\nContent-Type: application/pdf; name="CV Sam.pdf"\r\nContent-Disposition: attachment\r\n\r\n'
        + b"x" * 12_000
        + b"\r\n--b--\r\n"
    )
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(content), await page.browser()
        text = (await browser.get(f"/message/{id_}")).text
        assert '<bdi>CV Sam.pdf</bdi> <span class="soft">12 kB</span>' in text
        assert "multipart/mixed" in text.partition("Headers and source")[2]


async def test_thirty_megabytes_open_without_being_read_whole(tmp_path: Path) -> None:
    line = b"A" * 76 + b"\r\n"
    content = (
        b"From: Sam <sam@example.org>\r\nTo: jo@acme.example\r\nSubject: Big\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nHere it is, definately.\r\n'
        b'--b\r\nContent-Type: application/pdf; name="big.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        + line * 400_000
        + b"--b--\r\n"
    )
    assert len(content) > 30_000_000
    async with rig(tmp_path) as page:
        id_ = page.house.keep(content, findings=(replace(SLIP, start=12, end=22),))
        size = len(content)
        del content
        browser = await page.browser()
        await browser.get("/")
        tracemalloc.start()
        try:
            answer = await browser.get(f"/message/{id_}")
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert "<mark>definately</mark>" in answer.text
        assert "22.8 MB" in answer.text
        assert len(answer.content) < 30_000
        assert most < 8_000_000, f"{most} octets at once"
        received = 0
        async with browser.stream("GET", f"/message/{id_}/source") as source:
            async for piece in source.aiter_bytes():
                received += len(piece)
        assert received == size


async def test_an_erased_text_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_ = page.house.keep(mail(), subject="Hello", findings=(SLIP,))
        await page.house.act(id_, "discard")
        page.house.store.held.erase(NOW + DAY)
        browser = await page.browser()
        text = (await browser.get(f"/message/{id_}")).text
        assert "The text was erased" in text
        assert "definately" not in text.replace("“definately” is misspelt.", "")
        assert (await browser.get(f"/message/{id_}/source")).status_code == 404


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (mail("", Content_Type="application/pkcs7-mime; smime-type=enveloped-data"), "it is encrypted"),
        (mail(""), "There is no text in it"),
        (b"", "There is no text in it"),
        (b"\x00\xff\r\n\r\n\xfe", "As they would read it"),
        (mail("word " * 30_000), "It goes on"),
    ],
    ids=["encrypted", "empty", "nothing", "rubbish", "long"],
)
async def test_odd_messages_open_too(tmp_path: Path, content: bytes, told: str) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(content), await page.browser()
        answer = await browser.get(f"/message/{id_}")
        assert answer.status_code == 200
        assert told in answer.text
        assert len(answer.content) < 200_000


# Recruiters


async def test_the_timeline_says_in_words_what_it_draws(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        log = page.house.store.contacts.log
        log(Contact(NOW - 20 * DAY, "meeting", "both", JO))
        log(Contact(NOW - 10 * DAY, "call", "out", JO, answered=False))
        log(Contact(NOW - 2 * DAY, "text", "out", JO))
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        for path in (f"/message/{id_}", f"/recruiters/one?address={JO}"):
            text = (await browser.get(path)).text
            sentences = re.findall(r"<li>(You [^<]+)</li>", text)
            assert [each.partition(",")[0] for each in sentences] == [
                "You met",
                "You left a message",
                "You sent a text",
            ]
            assert re.findall(r'class="dot (\w+)"', text) == ["both", "out", "out"]
            assert 'role="img" aria-labelledby="title-1" aria-describedby="words-1"' in text


async def test_whose_turn_it_is_and_who_else(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.store.contacts.log(Contact(NOW - DAY, "call", "both", JO))
        page.house.store.contacts.log(Contact(NOW - DAY, "call", "both", "careers@elsewhere.example"))
        browser = await page.browser()
        text = (await browser.get("/recruiters?suggest=1")).text
        assert "You may write now." in text
        assert "its name says &#34;careers&#34;" in text
        assert "its name says" not in (await browser.get("/recruiters")).text
        assert (await browser.get("/recruiters/one?address=nobody")).status_code == 404


async def test_an_interview_that_is_to_come_has_not_been(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.store.contacts.log(Contact(NOW - DAY, "call", "both", JO))
        page.house.store.contacts.log(Contact(NOW + HOUR, "meeting", "both", JO))
        page.house.store.contacts.log(Contact(NOW - HOUR, "call", "both", KIM))
        browser = await page.browser()
        text = (await browser.get("/recruiters")).text
        assert re.findall(r"address=([^\"]+)\">", text) == ["kim%40acme.example", "jo%40acme.example"]
        assert re.findall(r"last ([^<]+)</span>", text) == [moment(each, None) for each in (NOW - HOUR, NOW - DAY)]
        shown = (await browser.get(f"/recruiters/one?address={JO}")).text
        assert re.findall(r"<li>(You [^,]+),", shown) == ["You spoke on the phone", "You are to meet"]
        week = (await browser.get("/overview")).text
        assert " 2 answers." in week


async def test_whom_only_held_mail_went_to_is_no_fault(tmp_path: Path) -> None:
    """Their mail program filed a copy in Sent, which is no contact."""
    async with rig(tmp_path) as page:
        page.house.keep(mail(), message_id="<1@example.org>")
        copy = Seen(1, NOW, "out", (JO,), "<1@example.org>")
        page.house.store.sightings.record(SAM, "Sent", FolderState(1, 1), [copy])
        answer = await (await page.browser()).get("/recruiters")
        assert answer.status_code == 200
        assert "No contact with a recruiter is known yet." in answer.text


# Before


async def test_what_happened_is_searched(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        keep = page.house.keep
        keep(mail(), subject="Data analyst role", state="released")
        keep(mail(), subject="Analyst, data 100%", state="discarded", envelope=Envelope("", (), (Recipient(KIM),)))
        page.house.now = NOW - 40 * DAY
        keep(mail(), subject="Überblick data_x", state="held")
        page.house.now = NOW
        browser = await page.browser()

        async def found(query: str) -> list[str]:
            return subjects((await browser.get(f"/before?{query}")).text)

        assert len(await found("")) == 3
        assert sorted(await found("words=DATA+analyst")) == ["Analyst, data 100%", "Data analyst role"]
        assert await found("words=100%25") == ["Analyst, data 100%"]
        assert await found("words=data_") == ["Überblick data_x"]
        assert await found("words=Überblick") == ["Überblick data_x"]
        assert await found("state=released") == ["Data analyst role"]
        assert len(await found("state=nonsense")) == 3
        assert await found("recruiter=KIM@") == ["Analyst, data 100%"]
        assert await found("until=2026-02-28") == ["Überblick data_x"]
        assert len(await found("since=2026-03-01&until=2026-03-31")) == 2
        assert len(await found("since=yesterday&until=9999-99-99")) == 3
        assert await found("words=nothing+of+it") == []


# Pictures, settings, changes


async def test_a_week_and_a_month(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        page.house.keep(mail(), findings=(THANKS, SLIP))
        page.house.store.contacts.log(Contact(NOW - 20 * DAY, "call", "in", JO))
        id_ = page.house.keep(mail(), findings=(THANKS,))
        await page.house.act(id_, "release")
        browser = await page.browser()
        text = (await browser.get("/overview")).text
        week, _, month = text.partition("The last thirty days")
        assert "1 sent to recruiters, 2 held for a second look, 1 of those held sent after all, 0 answers." in week
        assert "1 sent to recruiters, 2 held for a second look, 1 of those held sent after all, 1 answer." in month
        assert 'aria-label="no thank-you in it: 2, a slip in the writing: 1"' in week
        assert week.count('<th scope="row">') == 7


async def test_settings_with_their_source_and_no_secret(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        text = (await browser.get("/settings")).text
        rows = dict(re.findall(r"<code>(\w+)</code></th><td>([^<]*)</td>", text))
        assert rows["poll"] == "7 minutes"
        assert rows["except"] == "none"
        assert rows["password"] == "a variable"
        assert re.search(r'poll</code></th><td>7 minutes</td><td class="soft">your configuration', text)
        assert re.search(r'max_age</code></th><td>1 day</td><td class="soft">as it comes', text)
        assert "<form" not in text.partition("<main")[2].partition("</main>")[0]
        assert "NOTHING" not in text


async def test_changes_are_told_whoever_makes_them(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        live = re.search(r'data-live="([^"]+)"', (await browser.get("/")).text)
        assert live
        page.house.keep(mail())  # before anybody listens: the page knows what it showed
        async with browser.stream("GET", live[1]) as stream:
            lines = stream.aiter_lines()
            assert await anext(lines) == "retry: 3000"
            while await anext(lines) != "data: changed":
                pass
            while await anext(lines) != ": still here":
                pass
            page.house.keep(mail())
            while await anext(lines) != "data: changed":
                pass
