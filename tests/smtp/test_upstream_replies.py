"""Replies of the upstream as values."""

from __future__ import annotations

import pytest
from aiosmtplib import SMTPResponse

from proxy.model import Capabilities, Recipient, Reply
from proxy.smtp import upstream_replies


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("2.0.0 ok", ("2.0.0 ok",)),
        ("", ("",)),
        ("one\ntwo\nthree", ("one", "two", "three")),
        ("n\udce3o", ("n\ufffdo",)),
        ("a\x1b[2Jb\rc\x9bd", ("a [2Jb c d",)),
    ],
)
def test_lines(said: str, lines: tuple[str, ...]) -> None:
    assert upstream_replies.reply(SMTPResponse(250, said)) == Reply(250, lines)


@pytest.mark.parametrize("code", [-1, 0, 99, 199, 600, 999])
def test_codes_that_no_reply_has(code: int) -> None:
    with pytest.raises(ValueError, match="reply code"):
        upstream_replies.reply(SMTPResponse(code, "x"))


@pytest.mark.parametrize(
    ("said", "keywords"),
    [
        ("mail.example", ()),
        ("mail.example\nsize 1000\n8BitMime\n", (("SIZE", "1000"), ("8BITMIME", ""))),
        ("STARTTLS\nAUTH PLAIN LOGIN", (("AUTH", "PLAIN LOGIN"),)),  # the first line is a greeting, whatever it says
    ],
)
def test_capabilities(said: str, keywords: tuple[tuple[str, str], ...]) -> None:
    assert upstream_replies.capabilities(said) == Capabilities(keywords)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (("5.1.1 no such user",), ("5.1.1 <jo@acme.example>: no such user",)),
        (("5.1.1",), ("5.1.1 <jo@acme.example>",)),
        (("no such user:",), ("<jo@acme.example>: no such user:",)),
        (("",), ("<jo@acme.example>",)),
        (("192.0.2.1 is listed",), ("<jo@acme.example>: 192.0.2.1 is listed",)),
    ],
)
def test_refusals_name_the_recipient(lines: tuple[str, ...], named: tuple[str, ...]) -> None:
    jo = Recipient("jo@acme.example")
    assert upstream_replies.refusals([(jo, Reply(550, lines))]) == Reply(550, named)
