"""An upstream that is down or refuses: its words reach the client, nobody is sent half a message, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.client import Client, mail, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import CLEAN, LETTERS
from tests.e2e.upstream import Upstream
from tests.servers.strict import Close, Refuse

pytestmark = pytest.mark.dovecot

NO = ("5.1.1 Nobody of that name", "5.1.1 has ever worked here")


def test_down_at_start_and_up_later(tmp_path: Path) -> None:
    with Upstream() as upstream:
        upstream.stop()
        with Tactful(tmp_path, smtp=upstream.port) as tactful:
            content = mail(CLEAN)
            reply = send(tactful, content, "kim@home.example").reply
            assert reply.startswith("451 4.4.1 Your mail server 127.0.0.1:"), reply
            assert "refuses connections" in reply
            assert "tactful doctor" in reply
            assert tactful.cli("held", "--all").lines == []
            upstream.start()
            assert send(tactful, content, "kim@home.example").reply == "250 2.0.0 queued as 1"
            held = send(tactful, mail(LETTERS["sloppiness"]))
            upstream.stop()
            refused = tactful.cli("release", held.id)
            assert (refused.status, refused.only["done"], refused.only["state"]) == (3, False, "held")
            assert "refuses connections" in refused.only["reason"]
            upstream.start()
            assert tactful.cli("release", held.id).only["state"] == "released"


def test_a_wrong_password_is_4xx(tmp_path: Path) -> None:
    with Upstream({"sam@example.org": "another"}) as upstream, Tactful(tmp_path, smtp=upstream.port) as tactful:
        reply = send(tactful, mail("hello"), "kim@home.example").reply
        assert reply.startswith("451 4.7.0 "), reply
        assert "tactful doctor" in reply
        assert upstream.messages == []


def test_one_recipient_is_refused_at_its_own_rcpt(tactful: Tactful, upstream: Upstream) -> None:
    upstream.add(Refuse("RCPT", 550, NO, address="gone@home.example"))
    content = mail("To two of whom one is gone")
    with Client(tactful.port) as client:
        assert client.envelope("gone@home.example", "kim@home.example") == [
            "550-5.1.1 Nobody of that name\n550 5.1.1 has ever worked here",
            "250 2.1.5 ok",
        ]
        assert "queued" in client.data(content)
    assert upstream.until_got(content).recipients == (("kim@home.example", ()),)


def test_all_recipients_are_refused(tactful: Tactful, upstream: Upstream) -> None:
    upstream.add(Refuse("RCPT", 550, NO, address="gone1@home.example"))
    upstream.add(Refuse("RCPT", 451, ("4.2.1 Full for now",), address="gone2@home.example"))
    with Client(tactful.port) as client:
        assert [reply[:9] for reply in client.envelope("gone1@home.example", "gone2@home.example")] == [
            "550-5.1.1",
            "451 4.2.1",
        ]
        assert client.say("DATA").startswith("503 ")


def test_a_refused_recruiter_of_two_is_not_among_the_held_one_s_recipients(
    tactful: Tactful, upstream: Upstream, jo: str
) -> None:
    upstream.add(Refuse("RCPT", 550, NO, address=f"gone.{jo}"))
    with Client(tactful.port) as client:
        client.envelope(f"gone.{jo}", jo)
        client.data(mail(LETTERS["sloppiness"]))
    assert tactful.cli("show", client.sent.id).only["recipients"] == [jo]


@pytest.mark.parametrize("at", ["MAIL", "DATA", "dot"])
@pytest.mark.parametrize("code", [550, 452])
def test_refused_in_the_upstream_s_words(tactful: Tactful, upstream: Upstream, at: str, code: int) -> None:
    words = f"{code // 100}.7.1 Not while the moon is up ({at})"
    upstream.add(Refuse(at, code, (words,), times=1))  # type: ignore[arg-type]
    content = mail(f"Refused at {at}")
    assert send(tactful, content, "kim@home.example").reply == f"{code} {words}"
    assert upstream.got(content) == []
    assert "queued" in send(tactful, content, "kim@home.example").reply


def test_closed_before_the_dot_is_4xx_and_nothing_is_kept(tactful: Tactful, upstream: Upstream) -> None:
    upstream.add(Close("body", octets=1, times=1))
    content = mail("Cut off in the middle " + "x" * 500_000)
    reply = send(tactful, content, "kim@home.example").reply
    assert reply.startswith("451 4.4.1 "), reply
    assert upstream.got(content) == []
    assert "queued" in send(tactful, content, "kim@home.example").reply


def test_a_connection_found_dead_at_data_is_opened_once_more(tactful: Tactful, upstream: Upstream) -> None:
    upstream.add(Close("DATA", times=1))
    content = mail("Over a second connection")
    assert "queued" in send(tactful, content, "kim@home.example").reply
    assert len(upstream.got(content)) == 1


@pytest.mark.parametrize("at", ["RCPT", "DATA", "dot"])
def test_a_release_that_is_refused_stays_held(tactful: Tactful, upstream: Upstream, jo: str, at: str) -> None:
    content = mail(LETTERS["sloppiness"], to=f"{jo}, {at}@acme.example", subject=at)
    id_ = send(tactful, content, jo, f"{at}@acme.example").id
    address = f"{at}@acme.example" if at == "RCPT" else None
    upstream.add(Refuse(at, 554, ("5.7.1 No more of this",), address=address, times=1))  # type: ignore[arg-type]
    refused = tactful.cli("release", id_)
    assert (refused.status, refused.only["done"], refused.only["state"]) == (3, False, "held")
    assert "5.7.1 No more of this" in refused.only["reason"]
    assert (f"{at}@acme.example" in refused.only["reason"]) == (at == "RCPT")
    assert upstream.got(content) == []
    assert tactful.cli("release", id_).only["state"] == "released"
    assert [recipient for recipient, _ in upstream.got(content)[0].recipients] == [jo, f"{at}@acme.example"]
