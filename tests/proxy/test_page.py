"""The HTML of letters: it says what the text says, nothing in it comes from elsewhere, and no message speaks in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.digest import page, replies
from proxy.digest.commands import LABELS
from proxy.digest.compose import Words
from proxy.digest.entries import Told
from proxy.model import Command, Envelope, Recipient
from proxy.store.remarks import Remark
from tests.proxy.test_compose import NOTE, NOW, SOON, THANKS, TYPO, held, told

TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWX27"
ANSWERS: tuple[tuple[Command, str], ...] = (("send", TOKEN), ("when-due", TOKEN[::-1]), ("discard", "Z" * 26))
EVIL = (
    """"'><script src="//x.example/x.js">alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">&lt;b>"""
)
TAGS = {
    *("html", "head", "meta", "title", "body", "table", "tr", "td", "p", "a", "mark", "code", "strong", "div", "hr"),
}
ATTRIBUTES = {"lang", "charset", "name", "content", "style", "role", "href"}


class Seen(HTMLParser):
    """What a mail program makes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attributes]
        if tag not in ("meta", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str]:
        return [value for name, value in self.attributes if name == "href"]


def harmless(html: str) -> Seen:
    seen = Seen(html)
    assert not seen.open
    assert set(seen.tags) <= TAGS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES
    ours = ("mailto:sam@example.org?subject=tactful", "http://127.0.0.1:2580/")
    assert all(link.startswith(ours) for link in seen.links)
    styles = " ".join(value for name, value in seen.attributes if name == "style").lower()
    assert not re.search(r"url\(|@import|expression|position|https?:", styles)
    return seen


def test_it_says_what_was_found_and_what_may_be_done() -> None:
    seen = harmless(page.notice(replace(told(SOON, TYPO, NOTE), answers=ANSWERS), UTC))
    for words in (
        *("Your mail to Jo Park has not been sent", "Jo Park", "The role", "Your words", "teh", "Better", "Mend it."),
        *("Fri 27 November, 09:00", "sloppiness (only a note)", "tactful words add teh", "tactful show abcdefgh"),
        *(LABELS[command] for command, _ in ANSWERS),
    ):
        assert words in seen.text
    assert seen.tags.count("mark") == 2
    assert len(seen.links) == 3


def test_no_links_where_nothing_can_be_answered() -> None:
    assert harmless(page.notice(told(SOON), UTC)).links == []


def test_each_colour_has_its_background() -> None:
    """A mail program that turns its pages dark changes either both or none."""
    seen = harmless(page.notice(replace(told(SOON, TYPO), answers=ANSWERS), UTC))
    for name, value in seen.attributes:
        if name == "style" and re.search(r"(^|;)color:", value):
            assert "background-color:" in value
    assert ("content", "light dark") in seen.attributes


@pytest.mark.parametrize("state", ["held", "snoozed", "unknown", "released"])
def test_no_script_comes_in_by_names_subjects_or_words(state: str) -> None:
    bad = replace(TYPO, message=EVIL, advice=EVIL, excerpt=EVIL, correction=EVIL)
    message = held(bad, subject=EVIL, outcome=EVIL, state=state, due=NOW, id=EVIL)
    named = Told(message, {"jo@acme.example": EVIL}, ANSWERS)
    bare = Told(replace(message, envelope=Envelope("", (), (Recipient(EVIL),))), {}, ANSWERS)
    for one in (named, bare):
        pages = [
            page.notice(one, UTC),
            page.digest([one], [Remark(1, NOW, (EVIL,), EVIL, (bad,))], UTC),
            replies.reply(EVIL, one, UTC).html,
            replies.reply(EVIL, None, UTC).html,
        ]
        for html in pages:
            assert "alert(1)" in harmless(html).text


@given(st.text(), st.text(), st.text())
def test_nothing_is_a_tag_that_a_message_says(name: str, subject: str, outcome: str) -> None:
    one = Told(held(THANKS, subject=subject, outcome=outcome), {"jo@acme.example": name}, ANSWERS)
    plain = Told(held(THANKS, subject="x", outcome="x"), {"jo@acme.example": "x"}, ANSWERS)
    seen, expected = harmless(page.notice(one, UTC)), harmless(page.notice(plain, UTC))
    assert [tag for tag in seen.tags if tag != "p"] == [tag for tag in expected.tags if tag != "p"]


def test_the_reply_says_it_first() -> None:
    words = replies.reply("Sent at 14:02.", told(THANKS, state="released"), UTC)
    assert isinstance(words, Words)
    assert words.subject == "Sent at 14:02: your mail to Jo Park"
    assert words.text.startswith("Sent at 14:02.\n\nTo:      Jo Park\nSubject: The role\n")
    assert "Sent at 14:02." in harmless(words.html).text
    assert "tactful release" not in words.text


def test_a_reply_about_what_still_waits_offers_it_again() -> None:
    words = replies.reply(replies.failed("No route."), replace(told(THANKS), answers=ANSWERS), UTC)
    assert words.subject == "It was not done: your mail to Jo Park"
    assert f"tactful: send {TOKEN}" in words.text
    assert len(harmless(words.html).links) == 3
