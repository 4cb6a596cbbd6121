"""What a notice and a digest say, and that no message can speak through them."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Finding
from proxy.digest import page
from proxy.digest.compose import Words, digest_subject, digest_text, letter, notice_subject, notice_text
from proxy.digest.entries import Told, entry
from proxy.digest.words import listed
from proxy.model import STATES, Envelope, Held, Recipient
from proxy.store.remarks import Remark

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
THANKS = Finding("thanks", "thanks.missing", "hold", "There is no thank-you in it.", "Add one.", "body")
TYPO = Finding(
    *("sloppiness", "sloppiness.spelling", "hold", "A slip.", "Mend it.", "body", 0, 3, "teh"), correction="the"
)
SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", next_allowed=NOW + timedelta(days=2))
NOTE = replace(TYPO, effect="note")
HOSTILE = "x\r\nBcc: canary@x.example\x1b[31m\u202egpj\u2028y\x00\x9b1m"


def held(*findings: Finding, **changes: object) -> Held:
    message = Held(
        *("abcdefgh", "sam@example.org", "held", NOW, None),
        Envelope("sam@example.org", (), (Recipient("jo@acme.example"),)),
        *("The role", 1000, findings),
    )
    return replace(message, **changes)  # type: ignore[arg-type]


def told(*findings: Finding, **changes: object) -> Told:
    return Told(held(*findings, **changes), {"jo@acme.example": "Jo Park"})


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        (told(THANKS), "Not sent yet: your mail to Jo Park, no thank-you in it"),
        (told(SOON, THANKS, TYPO), "Not sent yet: your mail to Jo Park, too soon after your last word (and 2 more)"),
        (told(NOTE), "Not sent yet: your mail to Jo Park, it could not be checked"),
        (told(state="unknown"), "May have been sent: your mail to Jo Park"),
        (Told(held(THANKS)), "Not sent yet: your mail to jo@acme.example, no thank-you in it"),
        (Told(held(THANKS, envelope=Envelope(""))), "Not sent yet: your mail to nobody, no thank-you in it"),
        (
            Told(
                held(THANKS, envelope=Envelope("", (), (Recipient("Jo@Bücher.example"),))),
                {"jo@xn--bcher-kva.example": "Jo"},
            ),
            "Not sent yet: your mail to Jo, no thank-you in it",
        ),
    ],
)
def test_the_subject_of_a_notice(told: Told, subject: str) -> None:
    assert notice_subject(told) == subject


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("Jo Park",), "Jo Park"),
        (("Jo Park", "Lee Chan"), "Jo Park and Lee Chan"),
        (("Jo Park", "Lee", "Kim"), "Jo Park and 2 others"),
    ],
)
def test_listed(names: tuple[str, ...], words: str) -> None:
    assert listed(names) == words


def test_each_finding_with_its_words_and_what_to_do_instead() -> None:
    text = notice_text(told(SOON, TYPO, NOTE), UTC)
    for words in (
        *("To:      Jo Park", "Subject: The role", "Your words:  teh", "Better:      the", "Instead:     Mend it."),
        *("It may go:   Fri 27 November, 09:00", "sloppiness (only a note)", "tactful release abcdefgh"),
        *("tactful snooze abcdefgh    send it when it is due: Fri 27 November, 09:00", "tactful discard abcdefgh"),
    ):
        assert words in text


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (TYPO, "If this is a word of yours: `tactful words add teh`"),
        (NOTE, "`tactful words add teh`"),
        (replace(TYPO, excerpt="what's"), """`tactful words add 'what'"'"'s'`"""),
        (replace(TYPO, excerpt="", start=None, end=None, correction=None), ""),
        (replace(TYPO, rule="sloppiness.grammar"), ""),
    ],
)
def test_a_misspelt_word_may_be_the_user_s_own(finding: Finding, words: str) -> None:
    text = notice_text(told(finding), UTC)
    assert words in text
    assert ("tactful words" in text) == bool(words)


@pytest.mark.parametrize("finding", [THANKS, replace(THANKS, effect="note")])
def test_what_it_is_held_for_can_be_muted(finding: Finding) -> None:
    assert ("tactful release abcdefgh --mute " in entry(told(finding), UTC)) == (finding.effect == "hold")


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_commands(state: str) -> None:
    text = entry(told(SOON, state=state, due=NOW), UTC)
    assert ("--was-sent" in text) == (state == "unknown")
    assert ("tactful snooze" in text) == (state == "held")


@pytest.mark.parametrize(
    ("waiting", "remarks", "words"),
    [
        (0, 0, "Nothing waits for you."),
        (1, 0, "One mail has not been sent and waits for your word."),
        (2, 1, "2 mails have not been sent and wait for your word."),
        (0, 1, "Sent, with something worth knowing for the next one:"),
    ],
)
def test_digest(waiting: int, remarks: int, words: str) -> None:
    text = digest_text(
        [told(THANKS)] * waiting, [Remark(1, NOW, ("jo@acme.example",), "The role", (NOTE,))] * remarks, UTC
    )
    assert words in text
    assert text.count("tactful release abcdefgh   send it now") == waiting
    assert digest_subject([told()] * 2) == "2 mails wait for your word"
    assert digest_subject([told()]) == "1 mail waits for your word"


# No message speaks through a letter

EVIL = replace(TYPO, message=HOSTILE, advice=HOSTILE, excerpt=HOSTILE, correction=HOSTILE)


def quiet(text: str) -> bool:
    """Whether a terminal would do nothing but show it."""
    return all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize("state", STATES)
def test_control_characters_are_neutralised_wherever_they_come_from(state: str) -> None:
    message = held(EVIL, subject=HOSTILE, outcome=HOSTILE, state=state, due=NOW)
    evil = Told(replace(message, envelope=Envelope("", (), (Recipient(HOSTILE),))), {})
    named = Told(message, {"jo@acme.example": HOSTILE})
    for one in (evil, named):
        text = digest_text([one], [Remark(1, NOW, (HOSTILE,), HOSTILE, (EVIL,))], UTC)
        assert quiet(text + notice_text(one, UTC) + notice_subject(one))
        assert not [line for line in text.splitlines() if line.startswith("Bcc")]


@given(st.text(), st.text(), st.text())
def test_no_header_can_be_brought_in(name: str, subject: str, outcome: str) -> None:
    one = Told(held(THANKS, subject=subject, outcome=outcome), {"jo@acme.example": name})
    words = Words(notice_subject(one), notice_text(one, UTC), page.notice(one, UTC))
    octets = letter("sam@example.org", words, "<1@tactful.invalid>", NOW, thread=(subject, "<0@tactful.invalid>"))
    mail = email.message_from_bytes(octets, policy=email.policy.default)
    assert mail.keys() == [
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "In-Reply-To", "References"),
        *("MIME-Version", "Content-Type"),
    ]
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert "your mail to nobody" not in mail["Subject"] or name == "nobody"
    assert max(map(len, octets.split(b"\r\n"))) <= 998
    assert octets.count(b"\n") == octets.count(b"\r\n") == octets.count(b"\r")
    assert octets.isascii()


@pytest.mark.parametrize("account", ["sam@example.org", "jörg@example.org", "o'sam+x@xn--bcher-kva.example"])
def test_a_letter_to_any_account(account: str) -> None:
    octets = letter(account, Words("Größe", "Größe – 日本\n", "<p>Größe</p>"), "<1@tactful.invalid>", NOW)
    mail = email.message_from_bytes(octets, policy=email.policy.default)
    assert mail["Subject"] == "Größe"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "Größe – 日本"


def test_a_name_without_end_is_cut() -> None:
    one = Told(held(THANKS), {"jo@acme.example": "Jo " * 20_000})
    assert len(notice_subject(one)) < 200
