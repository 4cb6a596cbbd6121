"""Whose contacts make one history, what of it matters now, and what is kept without being a contact."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from checks.frequency import ASSUMED, find
from checks.model import Contact, History, Message, Person, Settings
from checks.occasions import Kind
from proxy.people import Party
from proxy.store.histories import read, recent
from proxy.store.sightings import FolderState
from proxy.store.store import Store
from tests.store.material import DAY, HOUR, JO, KIM, MINUTE, NOW, SAM, mail

READ = FolderState(7, 100)
ANN, BEN, TAG = "ann@acme.example", "ben@uk.acme.example", "jo+7f3a@acme.example"
BOTH = Party(JO, (JO, "jo.park@smallfirm.example"), "acme.example")


def names(contacts: tuple[Contact, ...]) -> list[str]:
    return [contact.message_id.strip("<>").partition("@")[0] or contact.kind for contact in contacts]


def test_every_address_of_a_person_counts(store: Store) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1), mail(2, to=TAG), mail(3, to="jo.park@smallfirm.example")])
    assert names(store.contacts.history(JO, NOW).contacts) == ["1", "2"]
    assert names(store.contacts.history(BOTH, NOW).contacts) == ["1", "2", "3"]
    assert store.contacts.addresses() == [TAG, "jo.park@smallfirm.example"]


def test_two_addresses_of_one_person_are_judged_once_and_counted_once(store: Store) -> None:
    reserved = store.contacts.reserve(SAM, [JO, TAG, KIM], mail(1), NOW)
    assert [history.recruiter for history in reserved.histories] == [JO, KIM]
    store.contacts.confirm(reserved.token, NOW)
    assert names(store.contacts.history(TAG, NOW).contacts) == ["1"]


def test_a_company_is_everybody_of_its_registered_domain(store: Store) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1), mail(2, to=ANN), mail(3, to=BEN), mail(4, to=KIM)])
    store.sightings.record(SAM, "INBOX", READ, [mail(5, to=TAG, direction="in")])
    company = store.contacts.history(JO, NOW).company
    assert sorted((each.address, name) for each, name in zip(company, names(company), strict=True)) == [
        (ANN, "2"),
        (BEN, "3"),
        (JO, "1"),
        (JO, "5"),
    ]
    assert store.contacts.history(replace(BOTH, company=""), NOW).company == ()


@pytest.mark.parametrize("read_all", [True, False], ids=["all", "what matters"])
def test_of_an_agency_only_what_its_people_wrote_is_told(store: Store, read_all: bool) -> None:
    agency = replace(Party.of(JO), company="", agency=True)
    store.sightings.record(SAM, "Sent", READ, [mail(1, when=NOW - DAY), mail(2, to=ANN)])
    answer = mail(3, to=ANN, direction="in", thread=("<1@example.org>",))
    store.sightings.record(SAM, "INBOX", READ, [answer, mail(4, to=KIM, direction="in")])
    if read_all:
        found = store.contacts.history(agency, NOW)
    else:
        (found,) = store.contacts.reserve(SAM, [agency], mail(5), NOW).histories
    assert (names(found.contacts), names(found.company)) == (["1"], ["3"])


@pytest.mark.parametrize("domain", ["gmail.com", "hire.lever.co", "linkedin.com"])
def test_what_is_everybodys_is_no_company(store: Store, domain: str) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1, to=f"jo@{domain}"), mail(2, to=f"ann@{domain}")])
    assert store.contacts.history(f"jo@{domain}", NOW).company == ()


def test_what_bounced_is_no_contact_of_the_one_whom_it_did_not_reach(store: Store) -> None:
    store.sightings.record(SAM, "Sent", READ, [mail(1, addresses=(JO, KIM)), mail(2)])
    report = mail(9, direction="in", thread=("<1@example.org>",), sort="bounce")
    store.sightings.record(SAM, "INBOX", READ, [report])
    assert names(store.contacts.history(JO, NOW).contacts) == ["2"]
    assert names(store.contacts.history(KIM, NOW).contacts) == ["1"]
    assert names(store.contacts.history(JO, NOW).company) == ["2"]


def test_mail_of_the_day_itself_is_no_contact_whatever_the_client_filed(store: Store) -> None:
    token = store.contacts.reserve(SAM, [JO], mail(1), NOW).token
    store.contacts.confirm(token, NOW, urgent=True)
    store.sightings.record(SAM, "Sent", READ, [mail(1)])
    history = store.contacts.history(JO, NOW)
    assert (history.contacts, history.company, history.urgent) == ((), (), (NOW,))


def test_an_automatic_reply_is_no_contact_but_says_when_they_are_back(store: Store) -> None:
    back = mail(1, direction="in", sort="away", promised=date(2026, 3, 20), words="back on 20 March")
    store.sightings.record(SAM, "INBOX", READ, [back])
    history = store.contacts.history(JO, NOW)
    assert history.contacts == ()
    [away] = history.away
    assert (away.promised, away.words) == (date(2026, 3, 20), "back on 20 March")
    assert store.contacts.addresses() == []


def test_a_promise_is_kept_with_its_words_however_old_it_is(store: Store) -> None:
    said = mail(1, when=NOW - 60 * DAY, direction="in", promised=date(2026, 4, 1), words="by 1 April")
    store.sightings.record(SAM, "INBOX", READ, [said, mail(2, when=NOW - DAY, direction="in")])
    with store.database.read() as connection:
        history = recent(connection, Party.of(JO), NOW)
    assert [(each.promised, each.words) for each in history.contacts] == [(date(2026, 4, 1), "by 1 April"), (None, "")]


KINDS: tuple[Kind, ...] = ("follow-up", "thank-you", "answer", "other", "application")


@pytest.mark.parametrize("seed", range(12))
def test_what_matters_now_decides_like_all_of_it(store: Store, seed: int) -> None:
    dice = random.Random(seed)
    whose = [JO, TAG, ANN, BEN]

    def drawn(number: int) -> object:
        inward = dice.random() < 0.3
        return mail(
            number,
            when=NOW - dice.choice([MINUTE, HOUR, DAY]) * dice.randrange(300),
            direction="in" if inward else "out",
            to=dice.choice(whose),
            thread=(f"<{dice.randrange(60)}@example.org>",),
            promised=date(2026, 3, dice.randrange(1, 31)) if inward and dice.random() < 0.3 else None,
        )

    def noted() -> Contact:
        kind, direction = dice.choice([("text", "out"), ("call", "out"), ("call", "both"), ("meeting", "both")])
        when = NOW - dice.choice([HOUR, DAY]) * dice.randrange(250)
        note = ASSUMED if kind == "meeting" and dice.random() < 0.5 else ""
        return Contact(when, kind, direction, dice.choice(whose), note=note)  # type: ignore[arg-type]

    store.sightings.record(SAM, "All", READ, [drawn(number) for number in range(60)])  # type: ignore[misc]
    for _ in range(dice.randrange(8)):
        store.contacts.log(noted())
    for whom in (JO, ANN):
        with store.database.read() as connection:
            whole, part = (ask(connection, Party.of(whom), NOW) for ask in (read, recent))
        assert len(part.contacts) <= len(whole.contacts)
        for kind in KINDS:
            for settings in (Settings(), Settings(company_turns=2), Settings(company_turns=3, company_within=90 * DAY)):
                message = Message(
                    Person("", SAM), message_id="<new@x>", references=(f"<{dice.randrange(60)}@example.org>",)
                )
                said = [_without_words(message, kind, history, settings) for history in (whole, part)]
                assert said[0] == said[1]


def _without_words(message: Message, kind: Kind, history: History, settings: Settings) -> list[object]:
    found = find(message, kind, [history], NOW, settings)
    return [(finding.rule, finding.effect, finding.next_allowed) for finding in found]
