"""What a domain's autoconfiguration file says, and what is not taken from one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.setup.autoconfig import parse, places
from proxy.setup.servers import typed

SAM = "sam@mail.example"


def server(kind: str, host: str, port: str = "465", socket: str = "SSL", more: str = "") -> str:
    tag = "outgoingServer" if kind == "smtp" else "incomingServer"
    return (
        f'<{tag} type="{kind}"><hostname>{host}</hostname><port>{port}</port><socketType>{socket}</socketType>'
        f"{more}</{tag}>"
    )


def file(*servers: str, before: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    inner = f'<emailProvider id="mail.example">{"".join(servers)}</emailProvider>'
    return f'{before}<clientConfig version="1.1">{inner}</clientConfig>'.encode()


SMTP = server("smtp", "smtp.mail.example")
IMAP = server("imap", "imap.mail.example", "993")
LOCAL = "<username>%EMAILLOCALPART%</username>"
BOTH = "<username>%EMAILLOCALPART%-%EMAILDOMAIN%</username>"
OAUTH, PLAIN = "<authentication>OAuth2</authentication>", "<authentication>password-cleartext</authentication>"


@pytest.mark.parametrize(
    ("servers", "smtp", "imap", "username"),
    [
        ([IMAP, SMTP], "smtp.mail.example:465/tls", "imap.mail.example:993/tls", ""),
        ([SMTP], "smtp.mail.example:465/tls", None, ""),
        # POP3 is no mailbox, and the first that can be used is taken
        (
            [
                server("pop3", "pop.mail.example", "995"),
                server("imap", "old.mail.example", "143", "plain"),
                server("imap", "imap.mail.example", "143", "STARTTLS"),
                server("smtp", "mail.example", "25", "plain"),
                server("smtp", "Mail.Example", "587", "STARTTLS", LOCAL),
            ],
            "mail.example:587/starttls",
            "imap.mail.example:143/starttls",
            "sam",
        ),
        ([server("smtp", "a.example", more="<username>%EMAILADDRESS%</username>")], "a.example:465/tls", None, ""),
        ([server("smtp", "a.example", more=BOTH)], "a.example:465/tls", None, "sam-mail.example"),
        ([server("smtp", "a.example", more="<username>%OTHER%</username>")], "a.example:465/tls", None, ""),
        # OAuth2 only can't be used; beside a password it does no harm
        (
            [
                server("smtp", "oauth.example", more=OAUTH),
                server("smtp", "both.example", more=OAUTH + PLAIN),
            ],
            "both.example:465/tls",
            None,
            "",
        ),
    ],
)
def test_what_a_file_says(servers: list[str], smtp: str, imap: str | None, username: str) -> None:
    found = parse(file(*servers), SAM)
    assert found is not None
    assert found.smtp is not None
    assert typed(found.smtp) == smtp
    assert (typed(found.imap) if found.imap else None) == imap
    assert found.username == username
    assert not found.unproved


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"<html><body>Not found</body></html>",
        file(IMAP),
        file(server("smtp", "a b.example")),
        file(server("smtp", "a.example", "99999")),
        file(server("smtp", "a.example", "-1")),
        file(server("smtp", "a.example", "٣")),
        file(server("smtp", "a.example", socket="plain")),
        file(SMTP)[:-5],
        file(SMTP).decode().encode("utf-16"),
        # entities could be made to fill the memory, or to read files
        file(SMTP, before='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
        file(SMTP, before='<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
        b"<a>" * 20_000,
    ],
)
def test_what_is_no_such_file(octets: bytes) -> None:
    assert parse(octets, SAM) is None


def test_remarks_do_no_harm() -> None:
    assert parse(file(SMTP, before="<!-- made by hand -->"), SAM) is not None


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_nothing_makes_it_raise(octets: bytes) -> None:
    parse(octets, SAM)


@given(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="<&"), max_size=40),
    st.text("0123456789-x", max_size=7),
)
def test_whatever_stands_for_host_and_port_is_usable_or_left_out(host: str, port: str) -> None:
    found = parse(file(server("smtp", host, port, more=f"<username>{host}</username>")), SAM)
    assert found is None or (found.smtp is not None and found.smtp.security == "tls" and found.username.isprintable())


def test_only_https_below_the_domain_is_asked() -> None:
    assert all(
        place.startswith("https://") and "mail.example/" in place and SAM not in place
        for place in places("mail.example")
    )
