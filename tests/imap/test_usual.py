"""What is told by a few fields is told as by all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.imap.sightings import notice, sighting
from proxy.imap.usual import SHORT, Usual
from proxy.mime.fields import message_ids, text
from proxy.mime.headers import from_field, values
from tests.imap.client import NOW, OWN, is_recruiter, mail

JO, SAM = "jo@acme.example", "sam@example.org"
PEOPLE = st.sampled_from(
    [
        *(
            "",
            " ",
            JO,
            "Jo Park <JO@Acme.Example>",
            SAM,
            "Sam <SAM@example.org>",
            "mum@home.example",
            "x@acme.example",
            "a@calendly.com",
        ),
        *(
            "a: jo@acme.example, kim@acme.example;",
            "undisclosed-recipients:;",
            "no address",
            "=?utf-8?q?J=C3=B6?= <a@b.c>",
        ),
        *(f"{JO},\r\n {SAM}", "jo@m\xfcller.example", '"' + "x" * SHORT + f'" <{JO}>'),
    ]
)
KINDS = st.sampled_from(
    [
        *(
            "text/plain",
            "multipart/alternative; boundary=b",
            "",
            "Text/Calendar; method=reply",
            "text/(x)calendar;method=REPLY",
        ),
        *(
            "text/cal\r\n endar; method=REPLY",
            "multipart/report; report-type=delivery-status",
            "=?utf-8?q?text/calendar?=",
        ),
        *(" multipart/report", "text/calendar ;method=REQUEST", "text", "x/y (multipart/report)"),
    ]
)
IDS = st.sampled_from(
    ["", "<1@x>", " <1@x>\r\n <2@y>", "<1@x><2@y>", "1@x", "<>", "< 1@x >", "<a=?=@x>", "<1@x> (c) <1@x>"]
)
NAMES = ("Date", "From", "Sender", "To", "Cc", "Bcc", "Subject", "Message-ID", "In-Reply-To", "References")
FIELD = st.one_of(
    st.tuples(st.sampled_from(["From", "from", "FROM ", "Sender", "To", "Cc", "Bcc"]), PEOPLE),
    st.tuples(st.sampled_from(["Message-ID", "References", "In-Reply-To"]), IDS),
    st.tuples(st.just("Content-Type"), KINDS),
    st.tuples(
        st.sampled_from(["Auto-Submitted", "X-Autoreply", "List-Id", "Precedence"]), st.sampled_from(["no", "", "bulk"])
    ),
    st.tuples(st.just("Date"), st.sampled_from(["Mon, 9 Mar 2026 12:00:00 +0100", "yesterday", ""])),
    st.tuples(st.just("Subject"), st.sampled_from(["Hello", "", "=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "a report"])),
)
ODD = st.sampled_from(["From nobody Mon", "no field", " folded", "", ">From x: y"])
LINES = st.lists(st.one_of(FIELD.map(lambda field: f"{field[0]}: {field[1]}"), FIELD.map(":".join), ODD), max_size=9)


def written(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("latin-1")


@given(LINES, st.sampled_from(["", "\r\n", "\n", "\r\nFrom: jo@acme.example"]))
def test_the_first_from(lines: list[str], end: str) -> None:
    head = written(lines) + end.encode()
    found = from_field(head)
    assert found is None or found == values(head)["from"]


@given(LINES)
def test_strangers_tell_nothing(lines: list[str]) -> None:
    head = written(lines)
    if Usual(OWN, is_recruiter).strangers(head):
        raw = values(head)
        for own_is_sent in (False, True):
            assert (
                sighting(raw, 7, NOW, sent=False, own=OWN, is_recruiter=is_recruiter, now=NOW, own_is_sent=own_is_sent)
                is None
            )
        assert notice(raw, 7, NOW, own=OWN, is_recruiter=is_recruiter, now=NOW) is None


@given(LINES)
def test_sent_mail_is_the_same_contact(lines: list[str]) -> None:
    usual = Usual(OWN, is_recruiter)
    raw = values(written(["From: Sam <sam@example.org>", *lines]))
    for _ in range(2):  # the second time by what it remembers
        found = usual.sent(raw, 7, NOW, NOW)
        expected = sighting(raw, 7, NOW, sent=True, own=OWN, is_recruiter=is_recruiter, now=NOW)
        assert found is None or found == expected


@given(st.binary(max_size=300))
def test_no_bytes_raise(head: bytes) -> None:
    usual = Usual(OWN, is_recruiter)
    usual.strangers(head)
    usual.sent(values(head), 7, None, NOW)


@given(st.lists(IDS, max_size=4).map("".join))
def test_message_ids_in_the_usual_form(value: str) -> None:
    # A word that has to be decoded keeps the quick way out; behind the last name nothing is left to find.
    slow = message_ids(f"{value} =?utf-8?q?x?=".encode())
    assert message_ids(value.encode()) == slow or not text(value.encode()).startswith("<")


@pytest.mark.parametrize(
    ("head", "strangers"),
    [
        (mail(sender="Mum <mum@home.example>", to=SAM), True),
        (mail(sender="Mum <mum@home.example>", to=SAM, list_id="x"), True),
        (mail(sender=JO, to=SAM), False),
        (mail(sender=SAM), False),
        (mail(sender="postmaster@home.example", content_type="multipart/report; report-type=delivery-status"), False),
        (mail(sender="Calendly <notifications@calendly.com>", content_type="multipart/mixed"), False),
        (mail(sender=""), False),
        (b"", False),
        (b"From nobody\r\nFrom: mum@home.example\r\n", False),
        (b"Subject: x\r\nno field\r\nFrom: mum@home.example\r\nSender: jo@acme.example\r\n", False),
    ],
    ids=["mum", "a list", "recruiter", "oneself", "bounce", "booking page", "nobody", "nothing", "mbox", "broken"],
)
def test_most_mail_is_known_by_its_from(head: bytes, strangers: bool) -> None:
    assert Usual(OWN, is_recruiter).strangers(head) is strangers


@pytest.mark.parametrize(
    ("head", "usual"),
    [
        (mail(), True),
        (mail(to=f"{JO}, Mum <mum@home.example>", content_type="text/plain; charset=utf-8"), True),
        (mail(message_id=""), False),
        (mail(sender=JO), False),
        (mail(to=SAM), False),
        (mail(auto_submitted="no"), False),
        (mail(content_type="text/calendar; method=REPLY"), False),
    ],
)
def test_most_of_what_was_sent_is_usual(head: bytes, usual: bool) -> None:
    assert (Usual(OWN, is_recruiter).sent(values(head), 7, NOW, NOW) is not None) is usual
