"""The way of a message: what is forwarded is what was sent, and each of the seven mistakes is held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest

from checks.model import MISTAKES
from tests.e2e.client import Client, Sent, mail, send
from tests.e2e.harness import Done, Tactful
from tests.e2e.letters import CLEAN, LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

ODD = (
    b"Subject: =?utf-8?q?caf=C3=A9?=\r\nX-Odd:\t folded \r\n  twice\r\nDate: yesterday or so\r\nDate: twice\r\n\r\n"
    b".\r\n..two dots\r\n. \r\nblanks at the end   \t\r\n\x00\xff\xfe8-bit\xe9\r\n" + b"x" * 3000 + b"\r\n\r\n\r\n"
)
WAYS = {
    "plain": mail(CLEAN),
    "odd octets": ODD,
    "no header": b"\r\nonly text\r\n",
    "nothing": b"\r\n",
    "a megabyte and a half": mail("0123456789abcdef\n" * 96_000),
}


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
def test_private_mail_passes_byte_for_byte(tactful: Tactful, upstream: Upstream, content: bytes) -> None:
    before = len(upstream.messages)
    sent = send(tactful, content, "kim@home.example")
    assert sent.reply == f"250 2.0.0 queued as {before + 1}"
    assert upstream.messages[before].content == content
    assert upstream.messages[before].recipients == (("kim@home.example", ()),)


def test_a_clean_mail_to_a_recruiter_passes_byte_for_byte(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    content = mail(CLEAN, to=f"Jo Park <{jo}>")
    sent = send(tactful, content, jo)
    assert sent.reply.startswith("250 2.0.0 queued as "), sent.dialogue
    assert [message.content for message in upstream.got(content)] == [content]


def test_the_envelope_is_the_client_s(tactful: Tactful, upstream: Upstream) -> None:
    send(tactful, mail("hello"), "kim@home.example")  # from here on tactful knows what the upstream offers
    content = mail("An envelope with everything")
    with Client(tactful.port) as client:
        assert "DSN" in client.say("EHLO client.example")
        client.say("MAIL FROM:<> BODY=8BITMIME RET=HDRS ENVID=aB+3DcD")
        client.say("RCPT TO:<Kim@home.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Kim@home.example")
        client.say("RCPT TO:<lee@home.example>")
        client.data(content)
    message = upstream.until_got(content)
    assert (message.sender, message.parameters) == ("", ("BODY=8BITMIME", "RET=HDRS", "ENVID=aB+3DcD"))
    assert message.recipients == (
        ("Kim@home.example", ("NOTIFY=SUCCESS,FAILURE", "ORCPT=rfc822;Kim@home.example")),
        ("lee@home.example", ()),
    )


def test_one_session_for_several_messages(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    first, held, last = mail("First"), mail(LETTERS["sloppiness"]), mail("Last")
    with Client(tactful.port) as client:
        client.envelope("kim@home.example")
        assert "queued" in client.data(first)
        client.envelope(jo)
        assert "Held by tactful" in client.data(held)
        client.envelope("kim@home.example")
        assert "queued" in client.data(last)
        assert client.say("QUIT").startswith("221 ")
    assert [len(upstream.got(content)) for content in (first, held, last)] == [1, 0, 1]


def test_the_same_message_sent_again_is_held_once(tactful: Tactful, jo: str) -> None:
    content = mail(LETTERS["sloppiness"])
    assert send(tactful, content, jo).reply == send(tactful, content, jo).reply


@dataclass(frozen=True)
class Kept:
    """Mail with each of the mistakes, sent to a recruiter of its own; what became of it; what `held` says then."""

    sent: dict[str, tuple[bytes, Sent]]
    held: Done

    def of(self, mistake: str) -> dict[str, object]:
        id_ = self.sent[mistake][1].id
        (line,) = [line for line in self.held.lines if line["id"] == id_]
        return line


@pytest.fixture(scope="module")
def kept(tactful: Tactful, mailbox: Mailbox) -> Kept:
    mailbox.put("Sent", mail(CLEAN, to="Jo Park <jo.frequency@acme.example>", ago=timedelta(hours=1)))
    tactful.cli("sync")
    sent = {}
    for mistake, text in LETTERS.items():
        jo = f"jo.{mistake}@acme.example"
        content = mail(text, to=f"Jo Park <{jo}>", subject=f"About {mistake}")
        sent[mistake] = content, send(tactful, content, jo, "kim@home.example")
    return Kept(sent, tactful.cli("held"))


def test_each_of_the_seven_has_a_letter() -> None:
    assert tuple(LETTERS) == MISTAKES


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_held(tactful: Tactful, upstream: Upstream, kept: Kept, mistake: str) -> None:
    content, sent = kept.sent[mistake]
    assert sent.reply == f"250 2.0.0 Held by tactful as {sent.id}: {mistake}", sent.dialogue
    assert upstream.got(content) == []
    assert kept.held.status == 0
    line = kept.of(mistake)
    assert list(line) == [
        *("id", "account", "state", "received", "due", "sender", "recipients", "subject", "size", "findings")
    ]
    assert (line["state"], line["due"], line["account"]) == ("held", None, "sam@example.org")
    assert line["recipients"] == [f"jo.{mistake}@acme.example", "kim@home.example"]
    assert (line["subject"], line["size"]) == (f"About {mistake}", len(content))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", str(line["received"]))
    findings = line["findings"]
    assert isinstance(findings, list)
    assert {each["mistake"] for each in findings if each["effect"] == "hold"} == {mistake}
    assert tactful.cli("show", sent.id, "--raw").out == content


def test_show_says_what_held_says(tactful: Tactful, kept: Kept) -> None:
    shown = tactful.cli("show", kept.sent["thanks"][1].id[:5])
    assert shown.status == 0
    assert shown.only == kept.of("thanks")


def test_a_person_is_told_why_and_what_to_do(tactful: Tactful, kept: Kept) -> None:
    id_ = kept.sent["other-offers"][1].id
    text = tactful.cli("show", id_, json=False).out.decode()
    for words in ("About other-offers", "other-offers: ", "Your words: ", "Instead: ", f"tactful release {id_}"):
        assert words in text
    table = tactful.cli("held", json=False).out.decode()
    assert id_ in table
    assert "other-offers." in table


def test_a_message_to_several_recruiters_is_judged_for_each(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    mailbox.put("Sent", mail(CLEAN, to=f"Jo Park <{jo}>", ago=timedelta(hours=1)))
    tactful.cli("sync")
    sent = send(tactful, mail(NUDGE, to=f"{jo}, other.{jo}"), jo, f"other.{jo}")
    (finding,) = [
        each for each in tactful.cli("show", sent.id).only["findings"] if each["rule"] == "frequency.too-soon"
    ]
    assert finding["recruiter"] == jo
