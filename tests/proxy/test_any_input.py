"""Whatever the octets, judging them ends: parsed and read by every check, the encoder included."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.model import MISTAKES, Findings, Settings
from proxy.jobs import Job, find
from proxy.parse import parse
from tests.proxy.house import JO, NOW

MEBI = 1_000_000
WORDS = b"Thank you for Tuesday, and is there any news? "
PLAIN = b"From: Sam <sam@example.org>\r\nTo: jo@acme.example\r\nSubject: The job\r\n"
UTF8 = (
    PLAIN + b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)
DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(500))

NASTY = {
    "nothing at all": b"",
    "nothing but line ends": b"\r\n" * MEBI,
    "a line of a million octets": UTF8 + b"a" * MEBI,
    "words in one line": UTF8 + WORDS * (MEBI // len(WORDS)),
    "words in lines": UTF8 + (WORDS + b"\r\n") * (MEBI // len(WORDS)),
    "ten thousand recipients": b"To: " + b", ".join(b"p%d@acme.example" % n for n in range(10_000)) + b"\r\n" + UTF8,
    "brackets": UTF8 + b"[" * 10_000 + b"(" * 10_000 + b"{{" * 10_000,
    "quotes": UTF8 + b'"' * 10_000 + b"'" * 10_000 + "“".encode() * 10_000,
    "answered answers": UTF8 + b"".join(b">" * n + b" no\r\n" for n in range(1_000)),
    "NUL": UTF8 + b"Dear\0 Jo,\0\0\r\n" * 1_000,
    "half a surrogate": UTF8 + b"\xed\xa0\x80 Dear Jo, \xed\xb0\x80" * 1_000,
    "no UTF-8": UTF8 + bytes(range(128, 256)) * 1_000,
    "right to left": UTF8 + "\u202eשלום Jo, مرحبا\u202c ".encode() * 5_000,
    "emoji": UTF8 + "👩‍👩‍👧‍👦🙏🏽❤️‍🔥 ".encode() * 5_000,
    "marks on one letter": UTF8 + ("e" + "\u0301" * 100_000).encode(),
    "nested parts": DEEP + b"\r\n" + WORDS,
    "dots and marks": UTF8 + b"?!." * 100_000,
    "apostrophes": UTF8 + b"i'm don't " * 20_000,
    "sentences without a space": UTF8 + b"Thanks.For.Tuesday." * 50_000,
    "one word again": UTF8 + b"very " * 200_000,
    "paragraphs": UTF8 + b"a\r\n\r\n" * 200_000,
    "a subject of a million octets": b"Subject: " + b"=?utf-8?q?=C3=A9?= " * 50_000 + b"\r\n" + UTF8,
    "HTML": PLAIN + b"Content-Type: text/html\r\n\r\n" + b"<div><blockquote>" * 20_000 + WORDS,
}


def judged(content: bytes) -> Findings:
    """What is found; every finding is a mistake that there is, and points into the text it is about."""
    findings = find(Job(content, (JO,), (), NOW, Settings(own=frozenset({"sam@example.org"}))))
    message = parse(content)
    for each in findings.findings:
        assert each.mistake in MISTAKES
        if each.part in ("body", "subject") and each.start is not None and each.end is not None:
            text = message.body if each.part == "body" else message.subject
            assert 0 <= each.start <= each.end <= len(text)
    return findings


@pytest.mark.parametrize("name", NASTY)
def test_it_ends(name: str) -> None:
    judged(NASTY[name])


LETTERS = st.characters(codec="utf-8")
SAID = ("Dear Jo,", "i", "Thank you", "LinkedIn", "offer", "your right", "attached", "if", "not", "when I start")
MARKS = ("\n", "\n\n", "> ", '"', "'", "(", "[Name]", "?!", "…", "On Tuesday Jo wrote:", "-- \n", "\u200b", "👍")
TEXTS = st.text(LETTERS, max_size=400) | st.lists(st.sampled_from(SAID + MARKS), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=60))
def test_any_text_is_judged(body: str, subject: str) -> None:
    head = f"Subject: {subject}\r\nIn-Reply-To: <a@b.example>\r\n".encode()
    judged(head + UTF8 + body.encode())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600))
def test_any_octets_are_judged(content: bytes) -> None:
    judged(content)
