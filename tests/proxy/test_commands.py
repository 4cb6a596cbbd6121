"""Which mails are answers, and which only look like some; and what a letter offers to answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Finding, Person
from proxy.digest.commands import (
    BODY,
    LABELS,
    LEADS_TO,
    WORDS,
    Said,
    link,
    offered,
    received,
    request,
    subject,
    submitted,
)
from proxy.mime.headers import Headers, read
from proxy.model import STATES, WAITING, Command, Envelope, Held, Recipient, State
from proxy.release import Refusal, plan

COMMANDS: tuple[Command, ...] = get_args(Command)
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SAM, ALIAS, WORK, JO, EVE = (
    "sam@example.org",
    "s.lee@example.org",
    "sam@work.example",
    "jo@acme.example",
    "eve@x.example",
)
MINE = frozenset({SAM, ALIAS})
OWN = MINE | {WORK}
TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWX27"
SEND = Said("send", TOKEN)
SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", next_allowed=NOW + timedelta(days=2))


def head(said: str = f"tactful: send {TOKEN}", sender: str = SAM, **more: object) -> Headers:
    return replace(Headers(subject=said, sender=Person("Sam", sender)), **more)  # type: ignore[arg-type]


def envelope(*to: str, sender: str = SAM) -> Envelope:
    return Envelope(sender, (), tuple(Recipient(each) for each in to))


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_link_writes_is_understood(command: Command) -> None:
    assert received(head(subject(command, TOKEN)), own=OWN) == Said(command, TOKEN)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (f"tactful: send {TOKEN}", SEND),
        (f"TACTFUL:  Send {TOKEN.lower()} ", SEND),
        (f"Re: tactful: send {TOKEN}", SEND),
        (f"[EXTERN] tactful: send {TOKEN}", SEND),
        (f"tactful: don\u2019t send {TOKEN}", Said("discard", TOKEN)),
        (f"tactful: Don't send {TOKEN}", Said("discard", TOKEN)),
        (f"tactful: send when due {TOKEN}", Said("when-due", TOKEN)),
        ("", None),
        ("tactful: send", None),
        (f"tactful: send {TOKEN[:-1]}", None),
        (f"tactful: send {TOKEN}A", None),
        (f"tactful: send {TOKEN[:-1]}1", None),
        (f"tactful: sent {TOKEN}", None),
        (f"tactful send {TOKEN}", None),
        (f"untactful: send {TOKEN}", None),
        (f"tactful: send {TOKEN} tactful: don't send {TOKEN}", None),
        (f"t\u0430ctful: send {TOKEN}", None),  # a Cyrillic letter
        (f"tactful: send \uff21{TOKEN[1:]}", None),  # a wide letter
    ],
)
def test_subjects(said: str, answer: Said | None) -> None:
    assert received(head(said), own=OWN) == answer
    assert submitted(head(said), envelope(SAM), mine=MINE, own=OWN) == answer


@pytest.mark.parametrize(
    ("mail", "way", "answer"),
    [
        (head(), envelope(SAM), SEND),
        (head(sender=ALIAS), envelope(WORK, "S.Lee@Example.ORG", sender=ALIAS), SEND),
        (head(auto_submitted="no"), envelope(SAM), SEND),
        (head(to=(Person("Jo", JO),)), envelope(SAM), SEND),
        (head(), envelope(JO), None),
        (head(), envelope(SAM, JO), None),
        (head(), envelope(), None),
        (head(), envelope(SAM, sender=""), None),
        (head(), envelope(SAM, sender=WORK), None),
        (head(sender=WORK), envelope(SAM), None),
        (head(sender=EVE), envelope(SAM), None),
        (head(sender=""), envelope(SAM), None),
        (head(auto_submitted="auto-replied"), envelope(SAM), None),
        (head("Hello"), envelope(SAM), None),
    ],
)
def test_only_mail_to_oneself_is_an_answer(mail: Headers, way: Envelope, answer: Said | None) -> None:
    assert submitted(mail, way, mine=MINE, own=OWN) == answer


@pytest.mark.parametrize(
    ("sender", "answer"), [(SAM, SEND), (WORK, SEND), (JO, None), ("", None), ("sam@example.org.x.example", None)]
)
def test_of_mail_that_came_only_what_says_that_it_is_one_s_own(sender: str, answer: Said | None) -> None:
    assert received(head(sender=sender), own=OWN) == answer


@given(st.binary(max_size=200))
def test_no_mail_breaks_it(octets: bytes) -> None:
    said = received(read(b"From: sam@example.org\r\nSubject: tactful: send " + octets), own=OWN)
    assert said is None or said.token.encode() in octets.upper()


@given(st.text(max_size=60))
def test_only_a_whole_token_is_one(token: str) -> None:
    said = received(head(f"tactful: send {token}"), own=OWN)
    assert said is None or (len(said.token) == 26 and said.token.isascii() and said.token.isalnum())


@pytest.mark.parametrize(
    "address", ["sam@example.org", "o'sam+x&y?z=%@xn--bcher-kva.example", '"a b"@example.org', "jörg@example.org"]
)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_writes_to_oneself_and_says_nothing_else(address: str, command: Command) -> None:
    url = link(address, command, TOKEN)
    assert url.isascii()
    assert not set(url) & set("\"'<> \\")
    parts = urlsplit(url)
    assert (parts.scheme, unquote(parts.path), parts.fragment) == ("mailto", address, "")
    assert parse_qs(parts.query, strict_parsing=True) == {"subject": [subject(command, TOKEN)], "body": [BODY]}


def held(state: State = "held", *findings: Finding) -> Held:
    return Held(*("abcdefgh", SAM, state, NOW, None), envelope(JO), *("The role", 1000, findings), changed=NOW)


@pytest.mark.parametrize(
    ("message", "commands_"),
    [
        (held(), ("send", "drafts", "discard")),
        (held("held", SOON), ("send", "when-due", "drafts", "discard")),
        (held("held", replace(SOON, next_allowed=NOW)), ("send", "drafts", "discard")),
        (held("held", SOON, replace(SOON, next_allowed=None)), ("send", "drafts", "discard")),
        (held("held", replace(SOON, effect="note")), ("send", "drafts", "discard")),
        (held("snoozed", SOON), ("send", "drafts", "discard")),
        (held("rejected", SOON), ("send", "drafts", "discard")),
        (held("unknown", SOON), ("was-sent", "again", "discard")),
        (held("releasing"), ()),
        (held("released"), ()),
    ],
)
def test_offers(message: Held, commands_: tuple[Command, ...]) -> None:
    assert offered(message, NOW) == commands_


@pytest.mark.parametrize("state", STATES)
def test_what_is_offered_can_be_done(state: State) -> None:
    message = held(state, SOON)
    assert bool(offered(message, NOW)) == (state in WAITING)
    for command in offered(message, NOW):
        wanted = plan(state, request(command, state), NOW, message.findings)
        assert not isinstance(wanted, Refusal)
        assert wanted.to == LEADS_TO[command]
        for other in set(STATES) - {state}:
            assert isinstance(plan(other, request(command, state), NOW, message.findings), Refusal)


def test_each_command_has_its_words() -> None:
    assert set(COMMANDS) == LABELS.keys() == WORDS.keys() == LEADS_TO.keys()
    assert len(set(WORDS.values())) == len(COMMANDS)
