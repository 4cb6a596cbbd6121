"""kill -9: what a client was told to be kept is kept, and nothing is sent twice, wherever the process dies.

The client sends again what it got no reply to, as mail clients do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.client import Client, mail, send
from tests.e2e.harness import WAIT, Tactful
from tests.e2e.letters import CLEAN, LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot
from tests.servers.strict import Close

SOON = {"proxy.schedule.TICK": 0.2, "proxy.review.LEASE": 1.5, "proxy.review.RENEW": 0.5, "proxy.post.PAUSES": 0.2}
UNTIDY = LETTERS["sloppiness"]
LARGE = "This line is longer than what a socket holds of it.\n" * 240_000
"""More than both ends of a connection keep, so that a server that reads no more stops the proxy within the body."""


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    with Upstream() as server:
        yield server


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[Tactful]:
    """One that lives while others die."""
    with Tactful(tmp_path_factory.mktemp("running"), smtp=upstream.port, patch=SOON) as tactful:
        yield tactful


@pytest.fixture
def tactful(tmp_path: Path, upstream: Upstream) -> Iterator[Tactful]:
    """One that is going to be killed."""
    mortal = Tactful(tmp_path, smtp=upstream.port, patch=SOON)
    yield mortal
    mortal.kill9()


@pytest.mark.parametrize("told", ["held", "rejected", "unknown"])
def test_what_was_answered_with_an_id_is_there(tactful: Tactful, upstream: Upstream, told: str) -> None:
    tactful.write(hold={"mode": "reject" if told == "rejected" else "accept"})
    content = mail(UNTIDY)
    tactful.start()
    if told == "unknown":
        upstream.add(Close("accepted", times=1))
    sent = send(tactful, content, "kim@home.example" if told == "unknown" else "jo@acme.example")
    tactful.kill9()
    assert tactful.cli("held").only["state"] == told
    assert tactful.cli("show", sent.id, "--raw").out == content


ON_THE_WAY = [
    ("proxy.store.contacts.Contacts.reserve", "nothing", "queued"),
    ("proxy.store.crossings.Crossings.begin", "nothing", "Kept"),  # its dot has not left, but who could tell
    ("proxy.smtp.upstream.Upstream.send", "sent", "Kept"),
    ("proxy.store.contacts.Contacts.confirm", "sent", "Kept"),
    ("proxy.transit.transactions.Transactions.data", "sent", "Kept"),
    ("proxy.store.held.HeldMessages.keep", "held", "Held"),
]


@pytest.mark.parametrize(
    ("function", "left", "then"), ON_THE_WAY, ids=[each[0].split(".", 2)[2] for each in ON_THE_WAY]
)
def test_killed_on_the_way(tactful: Tactful, upstream: Upstream, function: str, left: str, then: str) -> None:
    if left != "held":
        tactful.cli("pause", "1 hour")  # what is judged is forwarded all the same, and faster
    content = mail(UNTIDY)
    tactful.death = function
    tactful.start()
    with Client(tactful.port) as client:
        client.envelope("jo@acme.example")
        assert client.data(content) == "", client.sent.dialogue
    tactful.wait()
    assert len(upstream.got(content)) == (left == "sent")
    tactful.death = ""
    tactful.start()
    again = send(tactful, content)
    assert then in again.reply
    kept = [(line["id"], line["state"]) for line in tactful.cli("held").lines]
    assert kept == ([] if then == "queued" else [(again.id, "unknown" if then == "Kept" else "held")])
    assert len(upstream.got(content)) == (left == "sent" or then == "queued")


@pytest.mark.parametrize(
    ("at", "then"), [("MAIL", "queued"), ("DATA", "queued"), ("body", "queued"), ("dot", "Kept"), ("accepted", "Kept")]
)
def test_killed_while_the_upstream_does_not_answer(tactful: Tactful, upstream: Upstream, at: str, then: str) -> None:
    content = mail(LARGE if at == "body" else CLEAN)
    tactful.start()
    hung = upstream.happened.count(at)
    go_on = upstream.hang(at)
    with Client(tactful.port) as client:
        client.write_all("MAIL FROM:<sam@example.org>", "RCPT TO:<kim@home.example>", "DATA")
        if at != "MAIL":
            while not client.read().startswith("354"):
                pass
            client.write(content)
        upstream.until_fault(at, hung + 1)
        tactful.kill9()
    go_on()
    upstream.until_closed()
    assert len(upstream.got(content)) == (then == "Kept")
    tactful.start()
    assert then in send(tactful, content, "kim@home.example").reply
    assert len(upstream.got(content)) == 1


@pytest.mark.parametrize(
    ("at", "state"),
    [("AUTH", "unknown"), ("MAIL", "held"), ("DATA", "held"), ("body", "held"), ("dot", "unknown")],
)
def test_a_releaser_killed_while_the_upstream_does_not_answer(
    running: Tactful, upstream: Upstream, at: str, state: str
) -> None:
    content = mail(LARGE if at == "body" else f"Hung at {at}")
    upstream.add(Close("dot", times=1))  # so that it is kept, and was not sent
    id_ = send(running, content, "kim@home.example").id
    hung = upstream.happened.count(at)
    go_on = upstream.hang(at)
    releaser = running.begin("release", id_, "--again")
    upstream.until_fault(at, hung + 1)
    late = running.cli("discard", id_)
    assert (late.status, late.only["state"]) == ((0, "discarded") if at == "AUTH" else (1, "releasing"))
    releaser.kill()
    releaser.communicate(timeout=WAIT)
    go_on()
    upstream.until_closed()
    if at != "AUTH":
        running.until(f"recovered id={id_} state={state}")
    assert len(upstream.got(content)) == (at == "dot")


BETWEEN = [
    ("proxy.store.held.HeldMessages.claim", "held"),
    ("proxy.store.held.HeldMessages.mark_dot", "unknown"),
    ("proxy.smtp.upstream.Upstream.send", "unknown"),
    ("proxy.store.held.HeldMessages.move", "released"),
]


@pytest.mark.parametrize(("function", "state"), BETWEEN, ids=[each[0].rpartition(".")[2] for each in BETWEEN])
def test_a_releaser_killed_between_two_steps(running: Tactful, upstream: Upstream, function: str, state: str) -> None:
    content = mail(UNTIDY)
    id_ = send(running, content).id
    running.death = function
    assert running.cli("release", id_).status == -9
    running.death = ""
    if state == "released":
        assert running.cli("show", id_).only["state"] == state
    else:
        running.until(f"recovered id={id_} state={state}")
    assert len(upstream.got(content)) == (state == "released" or function.endswith("send"))


def test_a_living_releaser_is_believed_beyond_its_lease(running: Tactful, upstream: Upstream) -> None:
    """The upstream takes longer than a lease to answer: it is renewed, and nobody takes the message away."""
    content = mail(UNTIDY)
    id_ = send(running, content).id
    upstream.hang_for_a_second("dot")
    upstream.hang_for_a_second("accepted")
    assert running.cli("release", id_).only["state"] == "released"
    assert not [line for line in running.said if f"recovered id={id_}" in line]


@pytest.mark.dovecot
def test_notice_and_draft_survive_a_death(tmp_path: Path, dovecot: Dovecot) -> None:
    own = Mailbox(dovecot.port, dovecot.user())
    with Upstream({own.user: PASSWORD}) as upstream:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=SOON)
        tactful.death = "proxy.imap.append.append"
        tactful.start()
        with Client(tactful.port) as client:
            client.envelope("jo@acme.example")
            client.data(mail(UNTIDY))  # it may die before the reply, or after it
        tactful.wait()
        id_ = tactful.cli("held").only["id"]
        assert tactful.cli("draft", id_).status == -9
        assert len(own.all("Drafts")) == 1
        tactful.death = ""
        with tactful:
            assert tactful.cli("show", id_).only["state"] == "held"
            tactful.until("letter kind=notice .*outcome=delivered")
            assert len(own.all("INBOX")) == 1
