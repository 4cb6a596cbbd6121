"""What a header block says, and the two changes that tactful may make to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checks.model import Person
from proxy.mime.headers import HEAD_LIMIT, fingerprint, read, renew_date, split, with_bcc

NOW = datetime(2025, 11, 24, 8, 30, tzinfo=UTC)
CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        (b"Interview on Tuesday", "Interview on Tuesday"),
        (b"=?utf-8?q?Caf=C3=A9_at_3=3F?=", "Café at 3?"),
        (b"=?UTF-8?B?Q2Fmw6k=?=", "Café"),
        (b"=?iso-8859-1?Q?It=92s_late?=", "It’s late"),
        (b"=?utf-8?q?one?= =?utf-8?q?_two?= three", "one two three"),
        (b"=?utf-8?b?w6Q=?=\r\n =?utf-8?b?w7w=?=", "äü"),
        (b"=?utf-8?b?4oI=?= =?utf-8?b?rA==?=", "€"),  # one character cut in two
        (b"=?utf-8?b?w6Q?=", "ä"),  # no padding
        (b"=?utf-8?q?What now??=", "What now?"),  # blanks and raw question marks
        (b"Re: =?x-nonsense?q?Caf=C3=A9?=", "Re: Café"),
        (b"=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        (b"=?utf-8?q?unfinished", "=?utf-8?q?unfinished"),
        (b"=?iso-2022-jp?B?GyRCTEw7dhsoQg==?=", "面事"),
        ("Café".encode(), "Café"),
        ("Café".encode("latin-1"), "Café"),
        (b"folded\r\n\tonce", "folded once"),
        (b"=?utf-8?q?two=0D=0ABcc:_lines?=", "two Bcc: lines"),
        (b"a\x00b", "a b"),
        (b"=?utf-7?q?+2AA-?=", "\ufffd"),  # a lone surrogate, smuggled in
        (b"", ""),
    ],
)
def test_a_subject_is_read_as_its_reader_would_see_it(written: bytes, subject: str) -> None:
    assert read(b"Subject: " + written + b"\r\n\r\n").subject == subject


@pytest.mark.parametrize(
    ("written", "people"),
    [
        (b"jo@acme.example", [("", "jo@acme.example")]),
        (b"Jo Park <jo@acme.example>", [("Jo Park", "jo@acme.example")]),
        (b'"Park, Jo" <jo@acme.example>', [("Park, Jo", "jo@acme.example")]),
        (b"Park, Jo <jo@acme.example>", [("Jo", "jo@acme.example")]),
        (b"=?utf-8?q?J=C3=B6?= <jo@acme.example>", [("Jö", "jo@acme.example")]),
        (b'"=?utf-8?q?J=C3=B6?=" <jo@acme.example>', [("Jö", "jo@acme.example")]),
        (
            b"=?utf-8?q?Park=2C_Jo?= <jo@acme.example>, al@acme.example",
            [("Park, Jo", "jo@acme.example"), ("", "al@acme.example")],
        ),
        (b"=?utf-8?q?Jo_=3Cjo=40acme.example=3E?=", [("Jo", "jo@acme.example")]),
        (b"undisclosed-recipients:;", []),
        (b"undisclosed recipients: ;", []),
        (b"Panel: jo@acme.example, Al <al@acme.example>;", [("", "jo@acme.example"), ("Al", "al@acme.example")]),
        (b"jo@acme.example (Jo Park)", [("Jo Park", "jo@acme.example")]),
        ("Jö <jö@acme.example>".encode(), [("Jö", "jö@acme.example")]),
        (b"jo@acme.example,\r\n\tal@acme.example", [("", "jo@acme.example"), ("", "al@acme.example")]),
        (b"<>", []),
        (b"", []),
        (b"(" * 5000 + b" jo@acme.example", [("", "jo@acme.example")]),
    ],
)
def test_addresses(written: bytes, people: list[tuple[str, str]]) -> None:
    assert read(b"To: " + written + b"\r\n\r\n").to == tuple(Person(*person) for person in people)


@pytest.mark.parametrize(
    ("written", "when"),
    [
        (b"Mon, 24 Nov 2025 08:30:00 +0000", NOW),
        (b"Mon, 24 Nov 2025 10:30:00 +0200 (CEST)", NOW),
        (b"24 Nov 25 08:30 GMT", NOW),
        (b"Mon, 24 Nov 2025 08:30:00", NOW),
        (b"Mon, 24 Nov 2025 08:30:00 -0000", NOW),
        (b"2025-11-24T10:30:00+02:00", NOW),
        (b"2025-11-24 08:30:00", NOW),
        (b"Mon,\r\n 24 Nov 2025 08:30:00 +0000", NOW),
        (
            b"Mon, 24 Nov 2025 08:30:00 +9999",
            datetime(2025, 11, 20, 4, 51, tzinfo=UTC) + timedelta(days=4, hours=3, minutes=39),
        ),
        (b"Mon, 24 Nov 9999 08:30:00 +0000", None),
        (b"Mon, 24 Nov 1901 08:30:00 +0000", None),
        (b"Mon, 32 Nov 2025 08:30:00 +0000", None),
        (b"1" * 5000, None),
        (b"yesterday", None),
        (b"\xff", None),
        (b"", None),
    ],
)
def test_dates(written: bytes, when: datetime | None) -> None:
    assert read(b"Date: " + written + b"\r\n\r\n").date == when


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        (b"<a@x> <b@x>", ("<a@x>", "<b@x>")),
        (b"<a@x>\r\n <b@x>\r\n\t<a@x>", ("<a@x>", "<b@x>")),
        (b"<a@x>,<b@x>", ("<a@x>", "<b@x>")),
        (b"your letter (of today) <a@x>", ("<a@x>",)),
        (b"a@x", ("<a@x>",)),
        (b"<a\r\n @x>", ("<a@x>",)),
        (b"=?utf-8?q?=3Ca=40x=3E?=", ("<a@x>",)),
        (b"<>", ()),
        (b"", ()),
    ],
)
def test_message_ids(written: bytes, ids: tuple[str, ...]) -> None:
    head = read(
        b"References: " + written + b"\r\nIn-Reply-To: " + written + b"\r\nMessage-ID: " + written + b"\r\n\r\n"
    )
    assert head.references == ids
    assert head.in_reply_to == head.message_id == "".join(ids[:1])
    assert head.thread == ids


def test_the_first_of_two_fields_counts_and_recipients_are_joined() -> None:
    head = read(b"Subject: one\r\nTo: a@x.example\r\nSUBJECT: two\r\nTo: b@x.example\r\n\r\n")
    assert head.subject == "one"
    assert [person.address for person in head.to] == ["a@x.example", "b@x.example"]


def test_kind_of_mail_is_read_without_its_parameters() -> None:
    head = read(
        b"Auto-Submitted: Auto-Replied (vacation); owner-email=x\r\n"
        b"Content-Type: Multipart/Report; report-type=x\r\nPrecedence: bulk\r\n\r\n"
    )
    assert (head.auto_submitted, head.content_type, head.precedence) == ("auto-replied", "multipart/report", "bulk")


@pytest.mark.parametrize(
    "head", [b"", b"\r\n", b"\r\nSubject: x", b"no field\r\nSubject: x\r\n", b" only folds\r\n\r\n"]
)
def test_no_headers_at_all(head: bytes) -> None:
    found = read(head)
    assert not found.has_subject
    assert found.sender == Person("", "")


def test_a_mailbox_line_and_blanks_before_the_colon_are_forgiven() -> None:
    assert read(b"From jo@acme.example Mon Nov 24 08:30:00 2025\nSubject : hello\n\n").subject == "hello"


@pytest.mark.parametrize(
    ("content", "head"),
    [
        (b"A: b\r\n\r\nbody", b"A: b\r\n\r\n"),
        (b"A: b\n\nbody", b"A: b\n\n"),
        (b"A: b\r\n c\r\n\r\nbody", b"A: b\r\n c\r\n\r\n"),
        (b"A: b\r\nno field\r\n\r\nbody", b"A: b\r\n"),
        (b"A: b\r\nC: d", b"A: b\r\nC: d"),
        (b"\r\nbody", b"\r\n"),
        (b"body", b""),
        (b"", b""),
    ],
)
def test_where_the_header_block_ends(content: bytes, head: bytes) -> None:
    length = split(content)
    assert length is not None
    assert content[:length] == head


@pytest.mark.parametrize("cut", range(9))
def test_a_header_block_beyond_the_limit_is_never_taken_for_whole(cut: int) -> None:
    filler = b"X: " + b"x" * (HEAD_LIMIT - 5 - cut) + b"\r\n"
    content = filler + b"Date: Mon, 24 Nov 2025 08:30:00 +0000\r\n\r\nbody"
    assert split(content) is None
    assert split(content[:HEAD_LIMIT]) in (None, HEAD_LIMIT)


RENEWED = b"Mon, 24 Nov 2025 08:30:00 +0000"


@pytest.mark.parametrize(
    ("head", "renewed"),
    [
        (
            b"A: b\r\nDate: Sat, 01 Nov 2025 07:00:00 +0000\r\nC: d\r\n\r\n",
            b"A: b\r\nDate: " + RENEWED + b"\r\nC: d\r\n\r\n",
        ),
        (b"DATE:\t1 Nov 2025 07:00 GMT \r\n\r\n", b"DATE:\t" + RENEWED + b" \r\n\r\n"),
        (b"Date:\r\n Sat, 01 Nov 2025\r\n\t07:00:00 +0000 (UTC)\r\n\r\n", b"Date:\r\n " + RENEWED + b"\r\n\r\n"),
        (b"date:Sat, 01 Nov 2025 07:00:00 +0000\n\n", b"date:" + RENEWED + b"\n\n"),
        (b"Date : x\r\n\r\n", b"Date : " + RENEWED + b"\r\n\r\n"),
        (b"Date:\r\nC: d\r\n\r\n", b"Date: " + RENEWED + b"\r\nC: d\r\n\r\n"),
        (b"Date: x", b"Date: " + RENEWED),
        (b"Date: Sat, 01 Nov 2025 07:00:00 +0200\r\n\r\n", b"Date: Mon, 24 Nov 2025 10:30:00 +0200\r\n\r\n"),
        (b"A: b\r\n\r\n", None),
        (b"Resent-Date: x\r\n\r\n", None),
        (b"Date: x\r\nDate: y\r\n\r\n", None),
        (b"Date: x\r\nDKIM-Signature: v=1; h=From:To: Date ;\r\n b=abc\r\n\r\n", None),
        (b"Date: x\r\nDKIM-Signature: v=1; h=from:\r\n\tda\r\n te; b=abc\r\n\r\n", None),
        (b"Date: x\r\nDKIM-Signature: v=1; b=abc\r\n\r\n", None),
        (b"Date: x\r\nDKIM-Signature: \xff\r\n\r\n", None),
        (b"Date: x\r\nDKIM-Signature: h=from:Date\r\n folded\r\n\r\n", None),
        (
            b"DKIM-Signature: h=from:to\r\nDate: x\r\n\r\n",
            b"DKIM-Signature: h=from:to\r\nDate: " + RENEWED + b"\r\n\r\n",
        ),
        (b"Subject: Date: x\r\n\r\nDate: y", None),
    ],
)
def test_the_date_is_renewed_and_nothing_else(head: bytes, renewed: bytes | None) -> None:
    assert renew_date(head, NOW) == renewed


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_renewing_changes_one_stretch_that_reads_as_now(before: bytes, after: bytes) -> None:
    assume(not after.startswith((b" ", b"\t")))  # that would belong to the value, and change with it
    head = before + b"\r\nDate: Sat, 01 Nov 2025 07:00:00 +0000\r\n" + after
    renewed = renew_date(head, NOW)
    if renewed is not None:
        assert read(renewed).date == NOW
        assert renewed in (
            head.replace(b"Sat, 01 Nov 2025 07:00:00 +0000", RENEWED, 1),
            *([renewed] if b"date" in (before + after).lower() else []),
        )


@pytest.mark.parametrize(
    ("head", "recipients", "wanted"),
    [
        (b"To: a@x.example\r\n\r\n", ["A@X.example"], b"To: a@x.example\r\n\r\n"),
        (b"To: a@x.example\r\n\r\n", ["a@x.example", "b@x.example"], b"To: a@x.example\r\nBcc: b@x.example\r\n\r\n"),
        (
            b"To: a@x.example\n\n",
            ["b@x.example", "c@x.example"],
            b"To: a@x.example\nBcc: b@x.example,\n c@x.example\n\n",
        ),
        (b"Bcc: b@x.example\r\n\r\n", ["b@x.example", "c@x.example"], b"Bcc: c@x.example,\r\n b@x.example\r\n\r\n"),
        (b"Bcc:\r\nTo: a@x.example\r\n\r\n", ["c@x.example"], b"Bcc: c@x.example\r\nTo: a@x.example\r\n\r\n"),
        (b"To: a@x.example", ["b@x.example"], b"To: a@x.example\r\nBcc: b@x.example\r\n"),
        (b"\r\n", ["b@x.example", "B@x.example"], b"Bcc: b@x.example\r\n\r\n"),
        (b"", ["j\xf6@x.example"], "Bcc: jö@x.example\r\n".encode()),
        (b" !", ["b@x.example"], b" !\r\nBcc: b@x.example\r\n"),
        (b"\r\n", ["b@x.example\r\nSubject: y"], b"Bcc: b@x.exampleSubject: y\r\n\r\n"),
    ],
)
def test_a_draft_names_the_recipients_that_no_header_names(
    head: bytes, recipients: Sequence[str], wanted: bytes
) -> None:
    assert with_bcc(head, recipients) == wanted


LETTER = (
    b"Date: Mon, 24 Nov 2025 08:30:00 +0000\r\nFrom: Sam <sam@x.example>\r\n"
    b"To: a@y.example, b@y.example\r\nSubject: Caf\xc3\xa9 talk\r\n\r\n"
)


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (LETTER.replace(b"\r\n", b"\n"), True),
        (LETTER.replace(b"Caf\xc3\xa9 talk", b"=?utf-8?q?Caf=C3=A9?=\r\n talk"), True),
        (LETTER.replace(b"08:30:00 +0000", b"09:30:00 +0100"), True),
        (LETTER.replace(b"Sam <sam@x.example>", b'"Sam" <SAM@x.example>'), True),
        (LETTER.replace(b"a@y.example, b@y.example", b"b@y.example,\r\n a@y.example"), True),
        (LETTER.replace(b"08:30:00", b"08:30:01"), False),
        (LETTER.replace(b"talk", b"talks"), False),
        (LETTER.replace(b"b@y", b"c@y"), False),
        (LETTER.replace(b"sam@", b"pam@"), False),
    ],
)
def test_a_copy_is_known_by_its_fingerprint(copy: bytes, same: bool) -> None:
    assert (fingerprint(read(copy)) == fingerprint(read(LETTER))) is same
    assert len(fingerprint(read(copy))) == 64


@given(
    st.one_of(
        st.binary(max_size=2000),
        st.lists(
            st.tuples(
                st.sampled_from([b"From", b"To", b"Date", b"Subject", b"References", b"DKIM-Signature", b"Bcc"]),
                st.one_of(
                    st.binary(max_size=80), st.text(alphabet='=?utf-8qbBQ<>@,;:()"\\ \r\n', max_size=80).map(str.encode)
                ),
            ),
            max_size=8,
        ).map(lambda found: b"".join(name + b": " + value + b"\r\n" for name, value in found)),
    )
)
def test_any_bytes_can_be_read(content: bytes) -> None:
    length = split(content)
    assert length is not None
    assert read(content[:length]) == read(content)
    head = read(content)
    for text in (
        head.subject,
        head.sender.name,
        head.sender.address,
        head.date_text,
        head.message_id,
        *head.references,
    ):
        text.encode("utf-8")
        assert not any(char in text for char in "\r\n\0")
    assert len(fingerprint(head)) == 64
    renew_date(content, NOW)
    named = with_bcc(content[:length], ["new@x.example"])
    assert "new@x.example" in {person.address for person in read(named).bcc + read(named).to + read(named).cc}
