"""The only changes of bytes that tactful makes: a Date when it is released, a Bcc when it is drafted (promise 1)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.mime import patched
from proxy.mime.headers import HEAD_LIMIT, fields, split
from proxy.model import Content
from tests.spools import spooled

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
FORMER = b"Mon, 02 Mar 2026 09:30:00 +0100"
LETTER = (
    b"Received: x\r\nDate: " + FORMER + b"\r\nFrom: sam@example.org\r\nTo: jo@acme.example\r\n\r\nDate: now\r\n\x80\xff"
)

lines = st.sampled_from(
    [
        *(b"Date: " + FORMER + b"\r\n", b"date:" + FORMER + b"\r\n", b"Date:\r\n " + FORMER + b"\r\n", b"Date:\r\n"),
        *(b"From: sam@example.org\r\n", b"To: jo@acme.example,\r\n kim@acme.example\r\n", b"Bcc: lee@acme.example\r\n"),
        *(
            b"Subject: \xff\x80\r\n",
            b"X: y\n",
            b"\r\n",
            b"no field\r\n",
            b" folded\r\n",
            b"DKIM-Signature: v=1; h=to\r\n",
        ),
        *(b"DKIM-Signature: v=1; h=from:Date\r\n", b"X-Date: none\r\n"),
    ]
)
contents = st.builds(lambda head, body: b"".join(head) + body, st.lists(lines, max_size=9), st.binary(max_size=80))


def octets(content: Content) -> bytes:
    joined = b"".join(content.chunks())
    assert content.size == len(joined)
    return joined


def test_released_with_another_date_and_nothing_else() -> None:
    with spooled(LETTER) as spool:
        came = patched.released(spool, NOW, renew=True)
        new = b"Tue, 10 Mar 2026 13:00:00 +0100"
        assert octets(came) == LETTER.replace(FORMER, new, 1)
        with spooled(octets(came)) as copy:
            assert came.digest == copy.digest
        assert octets(patched.released(spool, NOW, renew=False)) == LETTER


@given(contents)
def test_nothing_but_the_value_of_a_single_date_changes(content: bytes) -> None:
    with spooled(content, in_memory=64) as spool:
        assert octets(patched.released(spool, NOW, renew=False)) == content
        came = octets(patched.released(spool, NOW, renew=True))
        dates = [field for field in fields(content) if field.name == "date"]
        # What is folded into its list of fields makes a signature unreadable.
        unsure = (b"Date", b"folded")
        signed = any(
            field.name == "dkim-signature" and any(word in field.value for word in unsure) for field in fields(content)
        )
        if len(dates) != 1 or signed:
            assert came == content
            return
        [date] = dates
        rest = len(content) - date.end
        assert came.startswith(content[: date.start])
        assert came[len(came) - rest :] == content[date.end :]
        value = came[date.start : len(came) - rest]
        assert parsedate_to_datetime(value.decode().strip()) == NOW
        assert [field.name for field in fields(came)] == [field.name for field in fields(content)]


@given(contents, st.lists(st.sampled_from(["jo@acme.example", "Lee@acme.example", "new@acme.example"]), max_size=3))
def test_drafted_with_a_bcc_and_nothing_else(content: bytes, recipients: list[str]) -> None:
    with spooled(content, in_memory=64) as spool:
        came = octets(patched.drafted(spool, tuple(recipients)))
        others = [(field.name, field.value) for field in fields(content) if field.name != "bcc"]
        first = next((field.name for field in fields(content)), None)
        end = split(content)
        assert end is not None
        assert came.endswith(content[end:])
        if first is not None and content[:end].endswith(b"\n"):
            assert [(field.name, field.value) for field in fields(came) if field.name != "bcc"] == others
        for recipient in recipients:
            assert recipient.lower().encode() in came.lower()
        assert octets(patched.drafted(spool, ())) == content


def test_a_header_block_without_end_is_left_as_it_is() -> None:
    content = b"Date: " + FORMER + b"\r\n" + b"X: y\r\n" * (HEAD_LIMIT // 6 + 1) + b"\r\nbody"
    with spooled(content) as spool:
        assert octets(patched.released(spool, NOW, renew=True)) == content


@pytest.mark.parametrize("size", [0, 1, (1 << 18) - len(LETTER), 1 << 18, 3 << 20])
def test_large_bodies_follow_their_new_head(size: int) -> None:
    content = LETTER + b"x" * size
    with spooled(content) as spool:
        came = patched.released(spool, NOW, renew=True)
        assert octets(came) == octets(came) == content.replace(FORMER, b"Tue, 10 Mar 2026 13:00:00 +0100", 1)
