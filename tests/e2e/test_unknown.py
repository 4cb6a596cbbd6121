"""When the connection fails after the final dot: kept as unknown, never lost, never silently sent twice (promise 2)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import Tactful
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.strict import Close

pytestmark = pytest.mark.dovecot

SOON = {"proxy.schedule.TICK": 0.2, "proxy.folder.sent.LOOK_AGAIN": 0.2}


@pytest.fixture(scope="module")
def patch() -> Mapping[str, object]:
    return SOON


@pytest.mark.parametrize("at", ["dot", "accepted"])
def test_closed_after_the_dot_is_kept(tactful: Tactful, upstream: Upstream, mailbox: Mailbox, at: str) -> None:
    upstream.add(Close(at, times=1))  # type: ignore[arg-type]
    content = mail(f"A private word, closed at {at}", to="Kim Bell <kim@home.example>")
    before = len(tactful.said)
    sent = send(tactful, content, "kim@home.example")
    assert sent.reply == (f"250 2.0.0 Kept by tactful as {sent.id}: your server did not say whether it was sent")
    arrived = len(upstream.got(content))
    assert arrived == (at == "accepted")
    again = send(tactful, content, "kim@home.example")
    assert again.reply == sent.reply
    assert len(upstream.got(content)) == arrived
    assert tactful.cli("show", sent.id).only["state"] == "unknown"
    tactful.until("letter kind=notice .*outcome=delivered", since=before)
    (notice,) = mailbox.all("INBOX", about=sent.id)
    assert notice.subject == "May have been sent: your mail to Kim Bell"


def test_release_of_an_unknown_one_asks_for_a_word(tactful: Tactful, upstream: Upstream) -> None:
    upstream.add(Close("dot", times=1))
    content = mail("Was it sent?")
    id_ = send(tactful, content, "kim@home.example").id
    refused = tactful.cli("release", id_)
    assert (refused.status, refused.only["done"], refused.only["state"]) == (1, False, "unknown")
    assert "--was-sent or --again" in refused.only["reason"]
    assert upstream.got(content) == []
    again = tactful.cli("release", id_, "--again")
    assert (again.status, again.only["done"], again.only["state"]) == (0, True, "released")
    assert len(upstream.got(content)) == 1


def test_a_person_says_that_it_was_sent(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    upstream.add(Close("accepted", times=1))
    tactful.cli("pause", "1h")
    content = mail("Is there any news?", to=f"Jo Park <{jo}>")
    id_ = send(tactful, content, jo).id
    tactful.cli("resume")
    said = tactful.cli("release", id_, "--was-sent")
    assert (said.status, said.only["state"]) == (0, "released")
    assert len(upstream.got(content)) == 1
    assert [each["message_id"] for each in tactful.cli("history", jo).only["contacts"]] == [message_id(content)]


def test_a_copy_that_passed_a_server_settles_it(tactful: Tactful, upstream: Upstream, mailbox: Mailbox) -> None:
    upstream.add(Close("accepted", times=1))
    content = mail("The server files what it sends")
    mailbox.put("Sent", content)  # the client's own copy proves nothing
    before = len(tactful.said)
    id_ = send(tactful, content, "kim@home.example").id
    tactful.until("letter kind=notice .*outcome=delivered", since=before)
    assert tactful.cli("show", id_).only["state"] == "unknown"
    mailbox.put("Sent", b"Received: from laptop by smtp.example.org; Tue, 24 Nov 2026 09:00:00 +0000\r\n" + content)
    tactful.until(f"action id={id_} action=found-in-sent state=released")
    assert tactful.cli("show", id_).only["state"] == "released"
    assert len(upstream.got(content)) == 1
