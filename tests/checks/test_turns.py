"""What holds whatever the history: properties that the policy promises (checks/turns.py, company.py, promises.py)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from checks.frequency import outlook
from checks.model import Contact, History, Message, Settings
from checks.occasions import Kind
from tests.checks.histories import JO, NOW, judged, mail

_NAMES = st.sampled_from(["", "<a@example.org>", "<b@example.org>", "<c@example.org>", "<new@example.org>"])
_THREADS = st.lists(_NAMES, max_size=2).map(tuple)
_WHEN = st.one_of(
    st.integers(-40, 4 * 60),  # minutes before NOW: turns, and clocks that disagree
    st.integers(0, 60).map(lambda hours: hours * 60),
    st.integers(-3, 200).map(lambda number: number * 24 * 60),
    st.integers(-(10**8), 10**8),
).map(lambda minutes: NOW - timedelta(minutes=minutes))
OWN = st.builds(
    Contact,
    when=_WHEN,
    kind=st.sampled_from(["mail", "mail", "mail", "call", "text"]),
    direction=st.just("out"),
    address=st.just(JO),
    message_id=_NAMES,
    thread=_THREADS,
    subject=st.sampled_from(["", "Data analyst", "Forklift driver"]),
)
LIFE = st.one_of(
    st.builds(
        Contact,
        when=_WHEN,
        kind=st.sampled_from(["mail", "mail", "call", "text"]),
        direction=st.sampled_from(["in", "both"]),
        address=st.just(JO),
        message_id=_NAMES,
        thread=_THREADS,
    ),
    st.builds(Contact, when=_WHEN, kind=st.just("meeting"), direction=st.just("both"), address=st.just(JO)),
)
CONTACTS = st.lists(st.one_of(OWN, OWN, LIFE), max_size=12)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(get_args(Kind))
MESSAGES = st.builds(
    lambda subject, thread: replace(mail(subject), references=thread),
    st.sampled_from(["", "Data analyst", "Application: florist"]),
    _THREADS,
)
GAPS = st.lists(st.integers(0, 40 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)), max_size=4).map(tuple)
SETTINGS = st.builds(
    Settings,
    gaps=GAPS,
    company_turns=st.integers(1, 4),
    company_within=st.integers(1, 180).map(lambda days: timedelta(days=days)),
)
_OTHERS = st.sampled_from(["kim@acme.example", "lee@acme.example"])
COLLEAGUES = st.lists(
    st.one_of(
        st.builds(lambda own, who: replace(own, address=who, message_id=""), OWN, _OTHERS),
        st.builds(lambda life, who: replace(life, address=who, thread=("<named@example.org>",)), LIFE, _OTHERS),
    ),
    max_size=6,
)
NAMED = st.one_of(st.none(), st.integers(-30, 60).map(lambda days: NOW.date() + timedelta(days=days)))
PROMISES = st.lists(st.builds(lambda life, day: replace(life, promised=day), LIFE, NAMED), max_size=2)


@dataclass(frozen=True)
class World:
    """What stays as it is while contacts come and go: colleagues, promises, absences, whether it is an agency."""

    colleagues: list[Contact]
    promises: list[Contact]
    away: list[Contact]
    agency: bool
    settings: Settings

    def history(self, contacts: Sequence[Contact]) -> History:
        known = (*contacts, *self.promises)
        # One mail to several has one Message-ID and one date; what is drawn here hasn't.
        company = tuple(replace(each, message_id="") for each in known) + tuple(self.colleagues)
        return History(JO, known, company=() if self.agency else company, away=tuple(self.away), agency=self.agency)

    def welcome(self, contacts: Sequence[Contact], kind: Kind, message: Message) -> datetime:
        """From when the message is not held: `datetime.max` where nothing says when."""
        found = judged(self.history(contacts), kind, message, settings=self.settings)
        held = [finding for finding in found if finding.effect == "hold"]
        assert len(held) <= 1
        assert all(finding.next_allowed is None or finding.next_allowed > NOW for finding in held)
        return max((finding.next_allowed or datetime.max.replace(tzinfo=UTC) for finding in held), default=NOW)


WORLDS = st.builds(World, COLLEAGUES, PROMISES, PROMISES, st.booleans(), SETTINGS)


@given(WORLDS, CONTACTS, OWN, KINDS, MESSAGES)
def test_more_of_the_users_own_never_makes_it_easier(
    world: World, contacts: list[Contact], own: Contact, kind: Kind, message: Message
) -> None:
    assert (world.welcome([*contacts, own], kind, message) > NOW) >= (world.welcome(contacts, kind, message) > NOW)


@given(WORLDS, CONTACTS, OWN, KINDS, MESSAGES)
def test_more_of_the_users_own_makes_nobody_wait_less(
    world: World, contacts: list[Contact], own: Contact, kind: Kind, message: Message
) -> None:
    """Of what one person alone hears: a company's day also depends on which message is the last to go."""
    alone = replace(world, colleagues=[], settings=replace(world.settings, company_turns=1000))
    assert alone.welcome([*contacts, own], kind, message) >= alone.welcome(contacts, kind, message)


@given(WORLDS, CONTACTS, LIFE, KINDS, MESSAGES)
def test_a_sign_of_life_never_makes_it_harder(
    world: World, contacts: list[Contact], life: Contact, kind: Kind, message: Message
) -> None:
    assert world.welcome([*contacts, life], kind, message) <= world.welcome(contacts, kind, message)


@given(WORLDS, CONTACTS, st.randoms(use_true_random=False), KINDS, MESSAGES)
def test_order_and_repetition_do_not_matter(
    world: World, contacts: list[Contact], dice: random.Random, kind: Kind, message: Message
) -> None:
    def shuffled(some: Sequence[Contact]) -> tuple[Contact, ...]:
        more = [*some, *some[: len(some) // 2]]
        dice.shuffle(more)
        return tuple(more)

    straight, settings = world.history(contacts), world.settings
    mixed = replace(
        straight,
        contacts=shuffled(straight.contacts),
        company=shuffled(straight.company),
        away=shuffled(straight.away),
    )
    assert judged(mixed, kind, message, settings=settings) == judged(straight, kind, message, settings=settings)
    if not world.agency:  # there it is the conversation in which the user wrote last, and two may be of one instant
        assert outlook(mixed, kind, NOW, settings) == outlook(straight, kind, NOW, settings)


@given(WORLDS, CONTACTS, LIFE, KINDS, MESSAGES, NAMED)
def test_the_first_since_a_sign_of_life_is_never_held(
    world: World, contacts: list[Contact], life: Contact, kind: Kind, message: Message, named: date | None
) -> None:
    ahead = NOW + timedelta(days=1)
    past = [contact for contact in contacts if contact.when <= NOW or contact.when > ahead]
    calm = replace(world, colleagues=[each for each in world.colleagues if each.when <= NOW or each.when > ahead])
    newest = max((each.when for each in (*past, *calm.colleagues) if each.when <= NOW), default=NOW)
    last = replace(life, when=max(newest, NOW - timedelta(hours=1)), message_id="", promised=named)
    assert calm.welcome([*past, last], kind, message) == NOW


@given(WORLDS, CONTACTS, KINDS)
def test_the_outlook_agrees_with_the_finding(world: World, contacts: list[Contact], kind: Kind) -> None:
    """For a message that answers nothing and names no new role."""
    world = replace(world, agency=False)
    seen = outlook(world.history(contacts), kind, NOW, world.settings)
    without_id = replace(mail(""), message_id="")
    when = world.welcome(contacts, kind, without_id)
    assert seen.may_send == (when == NOW)
    assert not seen.may_send or (seen.next_allowed is not None and seen.next_allowed <= NOW)
    assert seen.may_send or (seen.next_allowed or datetime.max.replace(tzinfo=UTC)) >= when
