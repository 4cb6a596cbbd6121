"""The mail that stands for a held one: what it says, and that the message in it is the message, whatever that holds."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.digest import compose, cover
from proxy.digest.entries import Told
from proxy.model import Envelope, Held, Recipient, State
from proxy.transit.spool import Spool
from tests.proxy.house import JO, SAM, THANKS, letter

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
FIELD = b"X-Tactful-Held: abcdefgh TOKEN\r\n"
BOUNDARY = "=_tactful_0123"


def told(state: State = "held", folder: str = "") -> Told:
    envelope = Envelope(SAM, (), (Recipient(JO),))
    message = Held("abcdefgh", SAM, state, NOW, None, envelope, "Größe <b>", 100, (THANKS,), "<1@example.org>")
    return Told(message, {JO: "Jo Park"}, folder=folder)


def covered(content: bytes, state: State = "held") -> bytes:
    said = cover.words(told(state), UTC, send="Send now", discard="Don't send")
    note = compose.letter(SAM, said, "<cover.1@tactful.invalid>", NOW)
    with Spool() as spool:
        spool.write(content)
        whole = cover.Covered(spool, note, FIELD, BOUNDARY)
        octets = b"".join(whole.chunks())
        assert len(octets) == whole.size
    return octets


def parsed(octets: bytes) -> EmailMessage:
    found = message_from_bytes(octets, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_the_whole_is_a_letter_with_the_message_in_it() -> None:
    octets = covered(letter())
    mail = parsed(octets)
    assert mail.get_content_type() == "multipart/mixed"
    note, message = mail.iter_parts()
    assert [part.get_content_type() for part in note.iter_parts()] == ["text/plain", "text/html"]
    assert (message.get_content_type(), message.get_content_disposition()) == ("message/rfc822", "inline")
    assert (mail["from"], mail["to"]) == (f"tactful <{SAM}>", SAM)
    assert mail["subject"].startswith("Not sent yet: your mail to Jo Park")
    assert (mail["x-tactful-held"], mail["message-id"]) == ("abcdefgh TOKEN", "<cover.1@tactful.invalid>")
    assert mail["auto-submitted"] == "auto-generated"
    names = [name.lower() for name in mail]
    assert len(names) == len(set(names))
    assert [part.defects for part in mail.walk() if part.defects] == []
    assert b"\n" not in octets.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("state", "send"), [("held", "it is sent as you wrote it"), ("unknown", "it is sent again; look in Sent first")]
)
def test_the_note_says_what_moving_does(state: State, send: str) -> None:
    note, _ = parsed(covered(letter(), state)).iter_parts()
    text, html = (part.get_content() for part in note.iter_parts())
    for words in (send, "to Don", "to Drafts", "Left here, it waits", THANKS.message):
        assert words in text
        assert words in html
    assert "<b>" not in html
    assert "tactful: send" not in text  # links are the notice's


@given(st.binary(max_size=3000))
def test_whatever_the_message_holds_it_comes_out_as_it_is(content: bytes) -> None:
    octets = covered(content)
    start = octets.index(b"Content-Type: message/rfc822")
    start = octets.index(b"\r\n\r\n", start) + 4
    assert octets[start : start + len(content)] == content
    assert octets[start + len(content) :] == b"\r\n--" + BOUNDARY.encode() + b"--\r\n"


def test_a_notice_says_where_it_lies() -> None:
    assert 'It is in the folder "Held by tactful" of your mailbox' in compose.whereabouts(
        told(folder="Held by tactful")
    )
    assert "such a copy in Sent was not sent" in compose.whereabouts(told())
    assert "sent or not" in compose.whereabouts(told("unknown"))
