"""What is erased when somebody is forgotten, what stays, and that the mailbox brings nothing of it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from checks.model import Contact
from proxy.model import STATES, WAITING, Envelope, Recipient, State
from proxy.people import person
from proxy.store import schema
from proxy.store.forgetting import FORGOTTEN, OF_MESSAGES, Forgotten, digest
from proxy.store.sightings import FolderState
from proxy.store.store import Store
from tests.store.material import DAY, HOUR, JO, KIM, NOW, SAM, SOON, keep, mail

TO_JO, TO_BOTH = (
    Envelope(SAM, (), tuple(map(Recipient, addresses))) for addresses in (("Jo+x7@ACME.example",), (JO, KIM))
)
EVERYTHING = {table.name for table in schema.metadata.sorted_tables}
EMPTIED = {"contact", "held", "interview", "remark", "letter", "answer", *(table.name for table in OF_MESSAGES)}
STAYS = {"control", "crossing", "folder", "forgotten", "mailbox", "mute", "recruiter", "stage", "upstream", "word"}


WAITS = {"held", "held_recipient", "content"}
"""Where a message that waits names its recipients."""


def test_every_table_is_thought_of() -> None:
    """A new one goes into one of the two sets, and where it holds anything of a person into `forget`."""
    assert EMPTIED | STAYS == EVERYTHING


def fill(store: Store) -> dict[str, str]:
    """Everything that there may be of Jo and of Kim; the IDs of kept messages by their names."""
    store.sightings.record(SAM, "Sent", FolderState(1, 3), [mail(1, when=NOW - DAY), mail(2, when=NOW - DAY, to=KIM)])
    store.sightings.record(
        SAM, "INBOX", FolderState(1, 1), [mail(3, when=NOW, direction="in", subject="Your application")]
    )
    store.contacts.log(Contact(NOW - HOUR, "call", "both", JO, note="a secret note"))
    for address in (JO, KIM):
        store.remarks.add(SAM, [address], "Hello", [replace(SOON, recruiter=address)], now=NOW)
    ids = {
        "waits": keep(store, envelope=TO_JO),
        "over": keep(store, envelope=TO_JO, state="discarded", message_id="<7@example.org>"),
        "both": keep(store, envelope=TO_BOTH, state="released", message_id="<8@example.org>"),
        "kim": keep(store, envelope=Envelope(SAM, (), (Recipient(KIM),)), state="released"),
    }
    tokens = store.answers.mint([(store.held.find(ids["over"]), ("send",))], "<letter@x>", NOW)
    [(_, token)] = tokens[ids["over"]]
    store.answers.take(SAM, "<answer@x>", "send", token, now=NOW)
    return ids


def tables_with(store: Store, text: str) -> set[str]:
    """The tables in which the text stands somewhere."""
    with store.database.read() as connection:
        return {
            table.name
            for table in schema.metadata.sorted_tables
            if any(text in str(value).lower() for row in connection.execute(select(table)) for value in row)
        }


def test_one_person(store: Store) -> None:
    ids = fill(store)
    found = store.forgetting.forget([person(JO)], NOW)
    assert found == Forgotten(contacts=3, messages=2, remarks=1, waiting=())
    assert store.contacts.history(JO, NOW).contacts == ()
    assert len(store.contacts.history(KIM, NOW).contacts) == 1
    assert [remark.recipients for remark in store.remarks.untold()] == [(KIM,)]
    assert {message.id for message in store.held.messages(("released", "discarded", "held"))} == {
        ids["waits"],
        ids["both"],
        ids["kim"],
    }
    both = store.held.find(ids["both"])
    assert (both.recipients, both.findings[0].excerpt, len(both.findings)) == ((KIM,), "", 1)
    assert tables_with(store, "acme.example") == WAITS
    assert tables_with(store, "secret note") == set()


def test_everybody(store: Store) -> None:
    ids = fill(store)
    assert store.forgetting.forget(None, NOW) == Forgotten(contacts=4, messages=3, remarks=2, waiting=())
    assert [message.id for message in store.held.messages(("released", "discarded", "held"))] == [ids["waits"]]
    assert tables_with(store, "acme.example") == WAITS
    assert tables_with(store, "bigco.example") == set()
    assert store.forgetting.forget(None, NOW) == Forgotten(0, 0, 0, ())


@pytest.mark.parametrize("state", [*WAITING, "releasing"])
@pytest.mark.parametrize("everybody", [False, True])
def test_what_waits_is_never_erased(store: Store, state: State, everybody: bool) -> None:
    id_ = keep(store, envelope=TO_JO, state=state)
    store.forgetting.forget(None if everybody else [person(JO)], NOW)
    assert b"".join(store.held.content(id_).chunks())
    assert store.held.find(id_).state == ("held" if state == "snoozed" else state)


def test_promise_4_what_was_snoozed_asks_first(store: Store) -> None:
    jo, kim = keep(store, envelope=TO_JO), keep(store, envelope=Envelope(SAM, (), (Recipient(KIM),)))
    for id_ in (jo, kim):
        store.held.move(id_, {"held"}, "snoozed", NOW, due=NOW + DAY)
    assert store.forgetting.forget([person(JO)], NOW).waiting == (jo,)
    message = store.held.find(jo)
    assert (message.state, message.due, message.outcome) == ("held", None, FORGOTTEN)
    assert store.held.find(kim).state == "snoozed"


@pytest.mark.parametrize("everybody", [False, True])
def test_the_mailbox_brings_nothing_back(store: Store, everybody: bool) -> None:
    """Not even where a folder is read from its start again; what comes later counts."""
    store.forgetting.forget(None if everybody else [person(JO)], NOW)
    store.sightings.restart(SAM, "INBOX")
    seen = [mail(number, when=NOW + days * DAY, direction="in") for number, days in ((1, -9), (2, 0), (3, 1))]
    store.sightings.record(SAM, "INBOX", FolderState(2, 3), seen)
    store.sightings.record(SAM, "Sent", FolderState(2, 3), [mail(4, when=NOW - DAY, to=KIM)])
    assert [each.message_id for each in store.contacts.history(JO, NOW + 2 * DAY).contacts] == ["<3@example.org>"]
    assert len(store.contacts.history(KIM, NOW).contacts) == (0 if everybody else 1)
    assert store.sightings.folder(SAM, "INBOX") == FolderState(2, 3)


def test_of_the_person_only_a_digest_stays(store: Store) -> None:
    store.contacts.log(Contact(NOW, "call", "both", JO))
    store.forgetting.forget([person(JO)], NOW)
    assert tables_with(store, "jo@") == set()
    assert tables_with(store, digest(person(JO))) == {"forgotten"}


def test_what_is_on_its_way_counts(store: Store) -> None:
    token = store.contacts.reserve(SAM, [JO], mail(1), NOW).token
    store.forgetting.forget(None, NOW)
    store.contacts.confirm(token, NOW)
    assert len(store.contacts.history(JO, NOW).contacts) == 1


def test_what_is_still_to_be_filed_in_sent_is_not_erased(store: Store) -> None:
    from proxy.store import letters

    id_ = keep(store, envelope=TO_JO, state="released")
    with store.database.write() as connection:
        letters.want_sent_copy(connection, id_, NOW)
    assert store.forgetting.forget(None, NOW).messages == 0
    store.letters.settle_sent_copy(id_, NOW)
    assert store.forgetting.forget(None, NOW).messages == 1


@pytest.mark.parametrize("everybody", [False, True])
@pytest.mark.parametrize("mailboxes", [(SAM,), ()])
def test_what_still_has_a_cover_in_the_mailbox_is_erased_when_that_is_gone(
    store: Store, mailboxes: tuple[str, ...], everybody: bool
) -> None:
    """Or when nobody will take it away: the account has no mailbox any more."""
    id_ = keep(store, envelope=TO_JO)
    cover, _, _ = store.covers.mint(store.held.find(id_), ("send",), "Held by tactful", NOW)
    store.held.move(id_, {"held"}, "discarded", NOW)
    assert store.forgetting.finish(mailboxes) == 0
    assert store.forgetting.forget(None if everybody else [person(JO)], NOW + HOUR).messages == 0
    later, waits = keep(store, envelope=TO_JO), keep(store, envelope=TO_JO)
    store.held.move(later, {"held"}, "discarded", NOW + DAY)
    if mailboxes:
        assert store.forgetting.finish(mailboxes) == 0
        store.covers.mark([cover], "over", NOW + HOUR)
    assert store.forgetting.finish(mailboxes) == 1
    assert store.forgetting.finish(mailboxes) == 0
    assert {each.id for each in store.held.messages(STATES)} == {later, waits}


def test_promise_6_a_copy_of_what_was_discarded_is_still_no_contact(store: Store) -> None:
    """It went to Kim as well, who was not forgotten."""
    keep(store, envelope=TO_BOTH, state="discarded", message_id="<8@example.org>")
    store.sightings.record(SAM, "Sent", FolderState(1, 1), [mail(8, when=NOW, to=KIM)])
    store.forgetting.forget([person(JO)], NOW)
    assert store.contacts.history(KIM, NOW).contacts == ()


def test_nothing_is_left_in_the_file(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'tactful.db'}")
    store.contacts.log(Contact(NOW, "call", "both", JO, note="a-secret-note"))
    keep(store, envelope=TO_JO, state="discarded")
    store.forgetting.forget(None, NOW)
    octets = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"a-secret-note" not in octets
    assert b"Dear Jo" not in octets
    store.close()
