"""Replies as octets."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.model import Reply
from proxy.smtp import replies
from proxy.smtp.replies import written


@pytest.mark.parametrize(
    ("reply", "octets"),
    [
        (Reply(250, ("2.0.0 OK",)), b"250 2.0.0 OK\r\n"),
        (Reply(250, ("one", "two")), b"250-one\r\n250 two\r\n"),
        (Reply(250, ()), b"250 \r\n"),
        (Reply(550, ("",)), b"550 \r\n"),
        (Reply(550, ("a\r\n250 ok",)), b"550 a  250 ok\r\n"),
        (Reply(550, ("Empf\u00e4nger",)), b"550 Empf?nger\r\n"),
        (Reply(550, ("\udce4",)), b"550 ?\r\n"),
    ],
)
def test_written(reply: Reply, octets: bytes) -> None:
    assert written(reply) == octets


def test_utf8() -> None:
    assert written(Reply(550, ("Empf\u00e4nger \udce4",)), utf8=True) == "550 Empf\u00e4nger ?\r\n".encode()


def test_a_long_line_goes_on_under_the_same_enhanced_code() -> None:
    words = " ".join(["word"] * 200)
    lines = written(Reply(550, (f"5.7.1 {words}",))).decode().splitlines()
    assert [line[:10] for line in lines] == ["550-5.7.1 ", "550 5.7.1 "]
    assert " ".join(line[10:] for line in lines) == words


@given(st.lists(st.text(max_size=900), min_size=1, max_size=3), st.booleans(), st.sampled_from(["", "5.7.1 "]))
def test_any_text_makes_one_reply(texts: list[str], utf8: bool, prefix: str) -> None:
    octets = written(Reply(550, tuple(prefix + text for text in texts)), utf8=utf8)
    lines = octets.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 510 and b"\r" not in line and b"\n" not in line for line in lines)
    assert [line[:4] for line in lines] == [b"550-"] * (len(lines) - 1) + [b"550 "]
    octets.decode("utf-8" if utf8 else "ascii")


def test_no_word_of_a_long_text_is_lost() -> None:
    text = "\u00e4" * 1200
    lines = written(Reply(550, (text,)), utf8=True).decode().splitlines()
    assert "".join(line[4:] for line in lines) == text


@pytest.mark.parametrize("reply", [value for _, value in inspect.getmembers(replies) if isinstance(value, Reply)])
def test_own_replies_are_ascii_short_and_carry_their_class(reply: Reply) -> None:
    for line in reply.lines:
        assert line.isascii()
        assert len(line) <= 506
        assert reply.code == 354 or line.startswith(f"{reply.code // 100}.")
