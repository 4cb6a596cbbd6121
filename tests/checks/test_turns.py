"""What holds whatever the history: properties that the policy promises (checks/turns.py)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
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


def welcome(contacts: Sequence[Contact], kind: Kind, message: Message, gaps: tuple[timedelta, ...]) -> datetime:
    """From when the message is not held: `datetime.max` where nothing says when."""
    held = [
        finding
        for finding in judged(History(JO, tuple(contacts)), kind, message, settings=Settings(gaps=gaps))
        if finding.effect == "hold"
    ]
    assert len(held) <= 1
    assert all(finding.next_allowed is None or finding.next_allowed > NOW for finding in held)
    return max((finding.next_allowed or datetime.max.replace(tzinfo=UTC) for finding in held), default=NOW)


@given(CONTACTS, OWN, KINDS, MESSAGES, GAPS)
def test_more_of_the_users_own_never_makes_it_easier(
    contacts: list[Contact], own: Contact, kind: Kind, message: Message, gaps: tuple[timedelta, ...]
) -> None:
    assert welcome([*contacts, own], kind, message, gaps) >= welcome(contacts, kind, message, gaps)


@given(CONTACTS, LIFE, KINDS, MESSAGES, GAPS)
def test_a_sign_of_life_never_makes_it_harder(
    contacts: list[Contact], life: Contact, kind: Kind, message: Message, gaps: tuple[timedelta, ...]
) -> None:
    assert welcome([*contacts, life], kind, message, gaps) <= welcome(contacts, kind, message, gaps)


@given(CONTACTS, st.randoms(use_true_random=False), KINDS, MESSAGES, GAPS)
def test_order_and_repetition_do_not_matter(
    contacts: list[Contact], dice: random.Random, kind: Kind, message: Message, gaps: tuple[timedelta, ...]
) -> None:
    shuffled = [*contacts, *contacts[: len(contacts) // 2]]
    dice.shuffle(shuffled)
    settings = Settings(gaps=gaps)
    straight, mixed = (History(JO, tuple(some)) for some in (contacts, shuffled))
    assert judged(mixed, kind, message, settings=settings) == judged(straight, kind, message, settings=settings)
    assert outlook(mixed, kind, NOW, settings) == outlook(straight, kind, NOW, settings)


@given(CONTACTS, LIFE, KINDS, MESSAGES, GAPS)
def test_the_first_since_a_sign_of_life_is_never_held(
    contacts: list[Contact], life: Contact, kind: Kind, message: Message, gaps: tuple[timedelta, ...]
) -> None:
    newest = max((contact.when for contact in contacts if contact.when <= NOW + timedelta(days=1)), default=NOW)
    last = replace(life, when=max(newest, NOW - timedelta(days=170)), message_id="")
    assert welcome([*contacts, last], kind, message, gaps) == NOW


@given(CONTACTS, KINDS, GAPS)
def test_the_outlook_agrees_with_the_finding(contacts: list[Contact], kind: Kind, gaps: tuple[timedelta, ...]) -> None:
    """For a message that answers nothing and names no new role."""
    seen = outlook(History(JO, tuple(contacts)), kind, NOW, Settings(gaps=gaps))
    without_id = replace(mail(""), message_id="")
    when = welcome(contacts, kind, without_id, gaps)
    assert seen.may_send == (when == NOW)
    assert not seen.may_send or (seen.next_allowed is not None and seen.next_allowed <= NOW)
    assert seen.may_send or (seen.next_allowed or datetime.max.replace(tzinfo=UTC)) == when
