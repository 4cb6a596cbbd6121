"""MAIL's and RCPT's arguments: kept exactly as they came, or refused with the right code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.model import Recipient
from proxy.smtp.parameters import Mail, mail, rcpt
from proxy.smtp.protocol import Offered
from proxy.smtp.replies import RefusedError

ALL = Offered(True, True, True, 1000)
NONE = Offered(False, False, False, 1000)


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("FROM:<sam@example.org>", Mail("sam@example.org", (), False)),
        ("from:<Sam@Example.org>", Mail("Sam@Example.org", (), False)),
        ("FROM: <sam@example.org>", Mail("sam@example.org", (), False)),
        ("FROM:<>", Mail("", (), False)),
        ("FROM:<> BODY=8BITMIME", Mail("", ("BODY=8BITMIME",), False)),
        (
            "FROM:<sam@example.org>  SIZE=10  body=8bitmime ",
            Mail("sam@example.org", ("SIZE=10", "body=8bitmime"), False),
        ),
        (
            "FROM:<s@e.example> RET=hdrs ENVID=QQ314159+2Bx",
            Mail("s@e.example", ("RET=hdrs", "ENVID=QQ314159+2Bx"), False),
        ),
        ("FROM:<s@e.example> AUTH=<>", Mail("s@e.example", ("AUTH=<>",), False)),
        ("FROM:<s@e.example> AUTH=e+3Dmc2@example.com", Mail("s@e.example", ("AUTH=e+3Dmc2@example.com",), False)),
        ("FROM:<s\u00e4m@b\u00fccher.example> SMTPUTF8", Mail("s\u00e4m@b\u00fccher.example", ("SMTPUTF8",), True)),
        ("FROM:<sam@example.org> SmtpUtf8", Mail("sam@example.org", ("SmtpUtf8",), True)),
        ("FROM:<@relay.example:sam@example.org>", Mail("sam@example.org", (), False)),
        ("FROM:<@a.example,@b.example:sam@example.org>", Mail("sam@example.org", (), False)),
        ("FROM:<sam@[192.0.2.1]>", Mail("sam@[192.0.2.1]", (), False)),
        ("FROM:<sam@[IPv6:2001:db8::1]>", Mail("sam@[IPv6:2001:db8::1]", (), False)),
        ('FROM:<"sam > jo"@example.org> SIZE=1', Mail('"sam > jo"@example.org', ("SIZE=1",), False)),
        (r'FROM:<"a\"b\\c"@example.org>', Mail(r'"a\"b\\c"@example.org', (), False)),
        ("FROM:<a+b=c/d@example.org>", Mail("a+b=c/d@example.org", (), False)),
        ("FROM:<a..b.@example.org>", Mail("a..b.@example.org", (), False)),
    ],
)
def test_mail(argument: str, expected: Mail) -> None:
    assert mail(argument, ALL) == expected


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("TO:<jo@acme.example>", Recipient("jo@acme.example")),
        ("to: <Jo@ACME.example>", Recipient("Jo@ACME.example")),
        ("TO:<Postmaster>", Recipient("Postmaster")),
        ("TO:<postmaster@acme.example>", Recipient("postmaster@acme.example")),
        ("TO:<jo@acme.example> NOTIFY=NEVER", Recipient("jo@acme.example", ("NOTIFY=NEVER",))),
        (
            "TO:<jo@acme.example> notify=success,Failure ORCPT=rfc822;Jo+2BX@acme.example",
            Recipient("jo@acme.example", ("notify=success,Failure", "ORCPT=rfc822;Jo+2BX@acme.example")),
        ),
        ("TO:<@relay.example:jo@acme.example>", Recipient("jo@acme.example")),
    ],
)
def test_rcpt(argument: str, expected: Recipient) -> None:
    assert rcpt(argument, ALL, utf8=False) == expected


@pytest.mark.parametrize(
    ("offered", "argument", "code", "enhanced"),
    [
        (ALL, "", 501, "5.5.4"),
        (ALL, "sam@example.org", 501, "5.5.4"),
        (ALL, "TO:<sam@example.org>", 501, "5.5.4"),
        (ALL, "FROM:", 501, "5.1.7"),
        (ALL, "FROM:sam@example.org", 501, "5.1.7"),
        (ALL, "FROM:<sam>", 501, "5.1.7"),
        (ALL, "FROM:<@>", 501, "5.1.7"),
        (ALL, "FROM:<sam@example.org", 501, "5.1.7"),
        (ALL, "FROM:<sam@example.org>x", 501, "5.1.7"),
        (ALL, "FROM:<>x", 501, "5.1.7"),
        (ALL, "FROM:<a b@example.org>", 501, "5.1.7"),
        (ALL, "FROM:<a@b@example.org>", 501, "5.1.7"),
        (ALL, 'FROM:<"a"b@example.org>', 501, "5.1.7"),
        (ALL, "FROM:<s\u00e4m@example.org>", 553, "5.6.7"),
        (NONE, "FROM:<s\u00e4m@example.org> SMTPUTF8", 555, "5.5.4"),
        (NONE, "FROM:<sam@example.org> BODY=8BITMIME", 555, "5.5.4"),
        (NONE, "FROM:<sam@example.org> RET=FULL", 555, "5.5.4"),
        (NONE, "FROM:<sam@example.org> ENVID=x", 555, "5.5.4"),
        (None, "FROM:<sam@example.org> SIZE=1", 555, "5.5.4"),
        (ALL, "FROM:<sam@example.org> REQUIRETLS", 555, "5.5.4"),
        (ALL, "FROM:<sam@example.org> NOTIFY=NEVER", 555, "5.5.4"),
        (ALL, "FROM:<sam@example.org> BODY=BINARYMIME", 555, "5.5.4"),
        (ALL, "FROM:<sam@example.org> BODY=9BIT", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> BODY", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SIZE=ten", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SIZE=\u0661", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SIZE=", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SIZE=1 size=2", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SMTPUTF8=yes", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> RET=SOME", 501, "5.5.4"),
        (ALL, f"FROM:<sam@example.org> ENVID={'x' * 101}", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> ENVID=a=b", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> =x", 501, "5.5.4"),
        (ALL, "FROM:<sam@example.org> SIZE=1001", 552, "5.3.4"),
    ],
)
def test_mail_refused(offered: Offered | None, argument: str, code: int, enhanced: str) -> None:
    with pytest.raises(RefusedError) as refused:
        mail(argument, offered)
    reply = refused.value.reply
    assert (reply.code, reply.lines[0].split()[0]) == (code, enhanced)


@pytest.mark.parametrize(
    ("offered", "argument", "code", "enhanced"),
    [
        (ALL, "<jo@acme.example>", 501, "5.5.4"),
        (ALL, "TO:jo@acme.example", 501, "5.1.3"),
        (ALL, "TO:<>", 501, "5.1.3"),
        (ALL, "TO:<jo>", 501, "5.1.3"),
        (ALL, "TO:<j\u00f6@acme.example>", 553, "5.6.7"),
        (NONE, "TO:<jo@acme.example> NOTIFY=NEVER", 555, "5.5.4"),
        (None, "TO:<jo@acme.example> NOTIFY=NEVER", 555, "5.5.4"),
        (ALL, "TO:<jo@acme.example> SIZE=1", 555, "5.5.4"),
        (ALL, "TO:<jo@acme.example> NOTIFY=NEVER,DELAY", 501, "5.5.4"),
        (ALL, "TO:<jo@acme.example> NOTIFY", 501, "5.5.4"),
        (ALL, "TO:<jo@acme.example> ORCPT=jo@acme.example", 501, "5.5.4"),
    ],
)
def test_rcpt_refused(offered: Offered | None, argument: str, code: int, enhanced: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rcpt(argument, offered, utf8=False)
    reply = refused.value.reply
    assert (reply.code, reply.lines[0].split()[0]) == (code, enhanced)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for prefix in ("FROM:", "FROM:<", "FROM:<sam@example.org> "):
        try:
            read = mail(prefix + text, ALL)
        except RefusedError:
            continue
        # What is relayed can't hold a second command.
        assert not any(char in "\r\n\0 " for parameter in read.parameters for char in parameter)
        assert not any(char in "\r\n\0" for char in read.sender)
