"""Where servers are looked for, in which order, and what of the answers has to be asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.configuration.account import Mailbox, Server
from proxy.errors import UsageError
from proxy.setup.discovery import discover
from proxy.setup.outside import Service
from proxy.setup.servers import Found, read_server, shown, typed
from tests.setup.rig import World
from tests.setup.test_autoconfig import IMAP, SMTP, file

SAM = "sam@mail.example"
FILE = "https://autoconfig.mail.example/mail/config-v1.1.xml"
WELL_KNOWN = "https://mail.example/.well-known/autoconfig/mail/config-v1.1.xml"
DNS = {
    "_submissions._tcp.mail.example": [Service("out.mail.example", 465)],
    "_imaps._tcp.mail.example": [Service("in.mail.example", 993)],
}


def found(world: World, address: str = SAM) -> tuple[str | None, str | None]:
    it = discover(address, world.outside())
    return (typed(it.smtp) if it.smtp else None, typed(it.imap) if it.imap else None)


def test_a_known_provider_is_not_asked() -> None:
    world = World(dns=DNS, there=lambda _: True)
    it = discover("sam@gmail.com", world.outside())
    assert (it.smtp and it.smtp.host, it.imap and it.imap.host) == ("smtp.gmail.com", "imap.gmail.com")
    assert it.provider is not None
    assert it.provider.login == "app-password"
    assert world.asked == []


@pytest.mark.parametrize(
    ("world", "smtp", "imap"),
    [
        (World(dns=DNS, files={FILE: file(SMTP, IMAP)}), "out.mail.example:465/tls", "in.mail.example:993/tls"),
        (World(files={FILE: file(SMTP, IMAP)}), "smtp.mail.example:465/tls", "imap.mail.example:993/tls"),
        (World(files={WELL_KNOWN: file(SMTP, IMAP)}), "smtp.mail.example:465/tls", "imap.mail.example:993/tls"),
        # each source adds what the one before it lacks
        (
            World(dns={"_imap._tcp.mail.example": [Service("in.mail.example", 143)]}, files={FILE: file(SMTP, IMAP)}),
            "smtp.mail.example:465/tls",
            "in.mail.example:143/starttls",
        ),
        (
            World(files={FILE: file(SMTP)}, there=lambda s: s.port == 143),
            "smtp.mail.example:465/tls",
            "imap.mail.example:143/starttls",
        ),
        # who receives the domain's mail, where that is a known provider
        (
            World(mx={"mail.example": ["mx.other.example", "ALT1.aspmx.l.Google.com"]}, there=lambda _: True),
            "smtp.gmail.com:465/tls",
            "imap.gmail.com:993/tls",
        ),
        (
            World(mx={"mail.example": ["mail-example.mail.protection.outlook.com"]}),
            "smtp.office365.com:587/starttls",
            "outlook.office365.com:993/tls",
        ),
        (World(mx={"mail.example": ["notgoogle.com"]}), None, None),
        # guesses: the likeliest that is there
        (World(there=lambda _: True), "smtp.mail.example:465/tls", "imap.mail.example:993/tls"),
        (World(there=lambda s: s.host.startswith("mail.")), "mail.mail.example:465/tls", "mail.mail.example:993/tls"),
        (World(there=lambda s: s.port == 587), "smtp.mail.example:587/starttls", None),
        (World(), None, None),
    ],
)
def test_the_order(world: World, smtp: str | None, imap: str | None) -> None:
    assert found(world) == (smtp, imap)
    assert not any(SAM in each for each in world.asked)


@pytest.mark.parametrize(
    ("records", "smtp"),
    [
        # RFC 2782: the lowest priority, then the highest weight
        (
            {"_submissions._tcp": [Service("b.x.example", 465, 20), Service("a.x.example", 465, 10)]},
            "a.x.example:465/tls",
        ),
        (
            {"_submissions._tcp": [Service("b.x.example", 465, 1, 1), Service("a.x.example", 465, 1, 9)]},
            "a.x.example:465/tls",
        ),
        # RFC 8314: TLS from the start before STARTTLS
        (
            {"_submission._tcp": [Service("b.x.example", 587)], "_submissions._tcp": [Service("a.x.example", 465)]},
            "a.x.example:465/tls",
        ),
        ({"_submission._tcp": [Service("b.x.example", 587)]}, "b.x.example:587/starttls"),
        # RFC 6186: "." is no service
        (
            {"_submissions._tcp": [Service("", 0)], "_submission._tcp": [Service("b.x.example", 587)]},
            "b.x.example:587/starttls",
        ),
        ({"_submissions._tcp": [Service("a b", 465), Service("c.x.example", 465, 5)]}, "c.x.example:465/tls"),
        ({"_submissions._tcp": [Service("a.x.example", 0)]}, None),
    ],
)
def test_records(records: dict[str, list[Service]], smtp: str | None) -> None:
    world = World(dns={f"{name}.mail.example": each for name, each in records.items()})
    assert found(world)[0] == smtp


@pytest.mark.parametrize(
    ("host", "strange"), [("out.mail.example", False), ("mail.example", False), ("mail.example.evil.example", True)]
)
def test_a_name_elsewhere_that_only_dns_says_is_a_stranger(host: str, strange: bool) -> None:
    it = discover(SAM, World(dns={"_submissions._tcp.mail.example": [Service(host, 465)]}).outside())
    assert it.strangers(SAM) == ((host,) if strange else ())


def test_a_file_got_by_https_has_proved_its_domain() -> None:
    hosted = file(SMTP.replace("smtp.mail.example", "smtp.hosting.example"))
    assert discover(SAM, World(files={FILE: hosted}).outside()).strangers(SAM) == ()


def test_who_receives_the_mail_says_which_password_is_needed() -> None:
    it = discover(SAM, World(mx={"mail.example": ["in1-smtp.messagingengine.com"]}).outside())
    assert it.provider is not None
    assert it.provider.login == "app-password"
    assert it.strangers(SAM) == ()


def test_a_provider_is_known_by_its_server_too() -> None:
    world = World(dns={"_submissions._tcp.mail.example": [Service("smtp.fastmail.com", 465)]})
    it = discover(SAM, world.outside())
    assert it.provider is not None
    assert it.provider.name == "Fastmail"


# Servers as people write them


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("smtp.mail.example", "smtp.mail.example:465/tls"),
        (" SMTP.Mail.example:587 ", "smtp.mail.example:587/starttls"),
        ("smtp.mail.example:2465", "smtp.mail.example:2465/tls"),
        ("smtp.mail.example/starttls", "smtp.mail.example:587/starttls"),
        ("127.0.0.1:2500/none", "127.0.0.1:2500/none"),
        ("[::1]:2500/none", "[::1]:2500/none"),
    ],
)
def test_a_server_as_people_write_it(text: str, server: str) -> None:
    assert typed(read_server(text, Server)) == server


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a b",
        "https://x.example",
        "sam@x.example",
        "x.example:0",
        "x.example:99999",
        "x.example/none",
        "x.example:465/ssl",
        "-x.example",
    ],
)
def test_what_is_no_server(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_server(text, Server)
    assert caught.value.remedy


@given(st.text(max_size=60))
def test_any_answer_is_a_server_or_refused(text: str) -> None:
    try:
        it = read_server(text, Mailbox)
    except UsageError:
        return
    assert read_server(typed(it), Mailbox) == it
    assert it.security != "none" or it.loopback
    assert shown(it)


def test_nothing_is_found_without_a_source() -> None:
    assert Found().strangers(SAM) == ()
