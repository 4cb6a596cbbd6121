"""With TLS everywhere, as at a provider's: a real Postfix with SASL as upstream, Dovecot's IMAP over TLS, STARTTLS and
TLS from the start for the client. What Postfix took it passes on to the strict server, which shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.client import Client, mail, message_id, send
from tests.e2e.harness import Tactful, listening_with_tls
from tests.e2e.letters import CLEAN, LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix, postfix

pytestmark = [pytest.mark.postfix, pytest.mark.dovecot]

PEOPLE = ["jo@acme.example", "kim@home.example", "jo.starttls@acme.example", "jo.tls@acme.example"]


@pytest.fixture(scope="module")
def arrived() -> Iterator[Upstream]:
    """Where Postfix passes on what it took."""
    with Upstream({}) as server:
        yield server


SOON = {"proxy.schedule.TICK": 0.2, "proxy.folder.sent.LOOK_AGAIN": 0.5}


@pytest.fixture(scope="module")
def server(arrived: Upstream, mailbox: Mailbox) -> Iterator[Postfix]:
    with postfix(arrived.port, PEOPLE, user=mailbox.user) as running:
        yield running


@pytest.fixture(scope="module", params=["starttls", "tls"])
def tactful(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    server: Postfix,
    dovecot: Dovecot,
    mailbox: Mailbox,
) -> Iterator[Tactful]:
    folder = tmp_path_factory.mktemp("tactful")
    security: str = request.param
    smtp: dict[str, Any] = {"host": "localhost", "security": security}
    smtp["port"] = server.submission if security == "starttls" else server.submissions
    imap = {"host": "localhost", "port": dovecot.tls_port, "security": "tls"}
    listen = listening_with_tls(folder)
    with Tactful(folder, smtp=smtp, imap=imap, user=mailbox.user, listen=listen, patch=SOON) as running:
        running.until("history-read")
        assert "250 2.0.0 Ok" in send(running, mail("Hello"), "kim@home.example").reply
        yield running


def but_for_received(content: bytes) -> bytes:
    """A mail without the lines that servers put before it."""
    return re.sub(rb"\A(?:(?:Return-Path|Received):[^\r]*\r\n(?:[ \t][^\r]*\r\n)*)+", b"", content)


@pytest.mark.parametrize("way", ["plain", "starttls", "implicit"])
def test_private_and_clean_mail_arrives_byte_for_byte(tactful: Tactful, arrived: Upstream, way: str) -> None:
    content = mail(CLEAN + "\n.\n..dots and Grüße", to="Jo Park <jo@acme.example>, Kim <kim@home.example>")
    port = tactful.listening[way == "implicit"][1]
    with Client(port, starttls=way == "starttls", implicit=way == "implicit") as client:
        assert client.envelope(*PEOPLE[:2], parameters=" BODY=8BITMIME")[0].startswith("250 2.1.5 ")
        assert re.match(r"250 2\.0\.0 Ok: queued as \w+$", client.data(content)), client.sent.dialogue
    message = arrived.until_got(content)
    assert but_for_received(message.content) == content
    assert [address for address, _ in message.recipients] == PEOPLE[:2]


def test_postfix_s_own_words_reach_the_client(tactful: Tactful, arrived: Upstream) -> None:
    content = mail("To one who is there and one who isn't", to="kim@home.example")
    with Client(tactful.port) as client:
        refused, accepted = client.envelope("nobody@home.example", "kim@home.example")
        assert refused.startswith("550 5.1.1 <nobody@home.example>: Recipient address rejected: ")
        assert accepted.startswith("250 2.1.5 ")
        client.data(content)
    assert [address for address, _ in arrived.until_got(content).recipients] == ["kim@home.example"]


def test_held_and_released(tactful: Tactful, arrived: Upstream, mailbox: Mailbox) -> None:
    jo = f"jo.{tactful.tables['accounts'][0]['smtp']['security']}@acme.example"
    content = mail(LETTERS["thanks"], to=f"Jo Park <{jo}>")
    before = len(tactful.said)
    sent = send(tactful, content, jo)
    assert sent.reply == f"250 2.0.0 Held by tactful as {sent.id}: thanks"
    tactful.until("letter kind=notice .*outcome=delivered", since=before)
    (notice,) = mailbox.all("INBOX", about=sent.id)
    assert notice.subject == "Not sent yet: your mail to Jo Park, no thank-you in it"
    mailbox.put("Sent", content)
    assert tactful.cli("release", sent.id).only["state"] == "released"
    message = arrived.until_got(content)
    renewed = re.compile(rb"(?m)^Date: [^\r]*")
    assert renewed.sub(b"", but_for_received(message.content)) == renewed.sub(b"", content)
    assert len(arrived.got(content)) == 1
    tactful.until(f"sent-copy id={sent.id} outcome=filed", since=before)  # the client's, which was false, went away
    assert len(mailbox.all("Sent", about=message_id(content))) == 1
