"""A text is known again whatever a mail program makes anew, and no other text is taken for it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from proxy.mime.headers import HEAD_LIMIT
from proxy.mime.textprint import textprint
from proxy.model import Envelope, Recipient
from proxy.transit.spool import Spool

SAM = "sam@example.org"


def printed(content: str | bytes, *to: str, account: str = SAM, sender: str = SAM) -> str:
    with Spool() as spool:
        spool.write(content if isinstance(content, bytes) else content.replace("\n", "\r\n").encode())
        return textprint(account, Envelope(sender, (), tuple(map(Recipient, to or ("jo@acme.example",)))), spool)


PLAIN = "Date: {date}\nMessage-ID: <{id}@example.org>\n{more}Subject: The role\nContent-Type: text/plain\n\nAny news?\n"
PARTS = """\
From: Sam <sam@example.org>
Subject: =?utf-8?q?My_r=C3=A9sum=C3=A9?=
Message-ID: <{id}>
MIME-Version: 1.0
Content-Type: multipart/mixed;
 boundary="{one}"

A preamble.
--{one}
Content-Type: multipart/related; boundary={two}; type="text/html"

--{two}
Content-Type: text/html; charset=utf-8

<p>Here it is. <img src="cid:{cid}"></p>
--{two}
Content-Type: image/png; name="logo.png"
Content-ID: <{cid}>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--{two}--

--{one}
Content-Type: application/pdf
Content-Disposition: attachment; filename="cv.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--{one}--
"""
NAMES = st.text("abcdefghijklmnopqrstuvwxyzABCDEFG0123456789'_=", min_size=8, max_size=40)


def plain(date: str = "Tue, 10 Mar 2026 12:00:00 +0000", id_: str = "1", more: str = "") -> str:
    return PLAIN.format(date=date, id=id_, more=more)


def parts(one: str = "one=_1", two: str = "two_2", id_: str = "1", cid: str = "a@b") -> str:
    return PARTS.format(one=one, two=two, id=id_, cid=cid)


@given(NAMES, NAMES, NAMES, NAMES)
def test_what_is_made_anew_does_not_count(one: str, two: str, id_: str, cid: str) -> None:
    cid = cid.replace("'", "")
    assert printed(plain()) == printed(plain(date=one, id_=id_, more=f"User-Agent: {two}\nX-{cid.strip('=')}: 1\n"))
    assert printed(parts()) == printed(parts(f"A{one}", f"B{two}", id_, cid))


def test_the_recipients_order_and_the_sender_do_not_count() -> None:
    first = printed(plain(), "jo@acme.example", "kim@acme.example")
    assert first == printed(plain(), "kim@ACME.example", "jo@acme.example", sender="alias@example.org")


def test_each_change_by_a_person_is_another_text() -> None:
    known = [
        printed(plain()),
        printed(parts()),
        printed(plain(), "kim@acme.example"),
        printed(plain(), "jo@acme.example", "kim@acme.example"),
        printed(plain(), account="other@example.org"),
        printed(plain().replace("The role", "The job")),
        printed(plain().replace("Any news?", "Any news!")),
        printed(plain().replace("Any news?", "Any  news?")),
        printed(plain().replace("text/plain", "text/html")),
        printed(parts().replace("Here it is", "There it is")),
        printed(parts().replace("cv.pdf", "cv2.pdf")),
        printed(parts().replace("JVBERi0xLjQK", "JVBERi0xLjUK")),
        printed(parts().replace("A preamble.", "Another.")),
        printed(parts().replace("image/png", "image/gif")),
        printed(parts().split("--one=_1\nContent-Type: application")[0]),
    ]
    assert len(set(known)) == len(known)
    assert all(len(each) == 64 for each in known)


def test_a_head_that_can_t_be_read_is_not_known_again() -> None:
    assert printed(b"X: " + b"x" * HEAD_LIMIT + b"\r\n\r\nHello\r\n") == ""


@given(st.binary(max_size=2000), st.binary(max_size=200))
def test_any_octets(content: bytes, name: bytes) -> None:
    head = b'Content-Type: multipart/mixed; boundary="' + name + b'"\r\n\r\n--' + name
    for octets in (content, head + content, b"\r\n" + content):
        assert printed(octets) == printed(octets)


def test_a_message_in_a_file_is_read_in_pieces() -> None:
    """Where a piece ends makes no difference, and a line of megabytes is no trouble."""
    noise = bytes(random.Random(1).choices(b"abc\n", k=3_000_000))
    head = b"Message-ID: <%b>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    for body in (noise, b"x" * 3_000_000, b"\r\n--b\r\n\r\nsome words\r\n" * 100_000):
        assert printed(head % b"1" + body) == printed(head % (b"longer" * 9) + body) != printed(head % b"1" + body[:-1])
