"""`kill -9` of a real `tactful run` in the middle of the first reading of a real mailbox: what it knows in the end is
what one knows that nothing happened to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient

from checks.model import Contact
from proxy.store.store import Store
from tests.e2e.client import mail
from tests.e2e.harness import SAM, WAIT, Tactful
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.e2e.wire import Wire

pytestmark = pytest.mark.dovecot

MAILS = 24
SMALL = {"proxy.imap.history.CHUNK": 5}
"""So that a small mailbox has several chunks, too."""
PEOPLE = ("jo@acme.example", "kim@acme.example", "mum@home.example")


@pytest.fixture(scope="module")
def mailbox(mailbox: Mailbox) -> Mailbox:
    """With the past in it: what was sent to recruiters and others, and what they answered."""
    with mailbox.open() as client:
        client.create_folder("Sent")
        for number in range(MAILS):
            other, ago = PEOPLE[number % 3], timedelta(days=100 + MAILS - number)  # too old for what they promise
            name, thread = f"<s{number}@example.org>", f"<s{number}@example.org>"
            client.append("Sent", mail(f"number {number}", to=other, ago=ago, message_id=name))
            if number % 2:
                answer = mail("Thanks", sender=other, to=SAM, ago=ago - timedelta(hours=1), in_reply_to=thread)
                client.append("INBOX", answer)
        _number_anew(client)
    return mailbox


def _number_anew(client: IMAPClient) -> None:
    """A hole in the numbers, as mailboxes have them."""
    client.select_folder("Sent")
    client.delete_messages(client.search("ALL")[7:9])
    client.expunge()


def known(tactful: Tactful) -> list[tuple[Contact, ...]]:
    """Its contacts with everybody."""
    store = Store.open(f"sqlite:///{tactful.database}")
    try:
        return [store.contacts.history(person, datetime.now(UTC)).contacts for person in PEOPLE]
    finally:
        store.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> list[tuple[Contact, ...]]:
    folder = tmp_path_factory.mktemp("undisturbed")
    with Upstream() as upstream:
        tactful = Tactful(folder, smtp=upstream.port, imap=mailbox.port, user=mailbox.user)
        assert tactful.cli("sync").status == 0
        return known(tactful)


def ends_like(tactful: Tactful, undisturbed: list[tuple[Contact, ...]]) -> None:
    """Started once more, it reads on to the end."""
    before = len(tactful.said)
    with tactful:
        tactful.until("history-read", since=before)
        assert known(tactful) == undisturbed


DEATHS = [
    "proxy.store.sightings.Sightings.record",
    "proxy.store.sightings.Sightings.mark_synced",
    "proxy.store.readings.Readings.read_for",
]


@pytest.mark.parametrize("death", DEATHS, ids=[each.split(".", 2)[2] for each in DEATHS])
def test_killed_once_something_was_committed(
    tmp_path: Path, mailbox: Mailbox, undisturbed: list[tuple[Contact, ...]], death: str
) -> None:
    with Upstream() as upstream:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=mailbox.port, user=mailbox.user, patch=SMALL)
        tactful.death = death
        for _ in range(2 if death.endswith("record") else 1):  # at the end it is read
            tactful.start()
            assert tactful.process is not None
            tactful.process.wait(WAIT)
            tactful.kill9()  # it is dead; what it printed is read to its end
        tactful.death = ""
        if death.endswith("mark_synced"):  # all was read, and it knows that
            assert known(tactful) == undisturbed
            return
        if death.endswith("record"):
            assert known(tactful) != undisturbed
        ends_like(tactful, undisturbed)


@pytest.mark.parametrize("answer", [b"* 1 FETCH (", b"* 7 FETCH (", b"* SEARCH"])
def test_killed_in_the_middle_of_an_answer(
    tmp_path: Path, mailbox: Mailbox, undisturbed: list[tuple[Contact, ...]], answer: bytes
) -> None:
    with Upstream() as upstream, Wire(mailbox.port) as wire:
        held = wire.hold_at_answer(answer)
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=wire.port, user=mailbox.user, patch=SMALL)
        tactful.start()
        assert held.wait(WAIT)
        tactful.kill9()
        assert known(tactful) != undisturbed
        ends_like(tactful, undisturbed)
