"""The user's turns since the last sign of life: how many there were, and whether one more message may go.

Pure: contacts, numbers and `now` in, counts and times out. It promises that
- more of the user's own contacts never make it more permissive, and a sign of life never makes it less so;
- the order of the contacts, and the same contact given twice, don't matter;
- the first message since a sign of life, or ever, may always go.

Contacts of the past know their subject and thread but not their words, so nothing here asks whether one of them was a
nudge: several that fit into one turn are taken as one, whatever they said. Only the message that is judged now is known
to ask for news or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checks.model import Contact, History, Message, Settings
from checks.promises import Promise, absence, promise
from checks.threads import of_thread

_Open = tuple[datetime | None, int, int]
"""While counting: the first contact of the open turn, the places left in it, the places left among the answers."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers of DESIGN.md's Frequency part.

    `gaps`: the n-th follow-up needs `gaps[n-1]` since the last turn; after the last, none until they write. A later gap
    counts for no less than an earlier one, else a second nudge would make a third one easier.
    `turn`, `turn_size`: what goes out within this time of the turn's first message is one turn, so many at most.
    `answers`, `answers_size`: replies to a message of theirs within this time of it are one turn, so many at most.
    `company_turns`, `company_within`: at most so many turns to one company, unanswered, within that time.
    `memory`: older contacts don't count. `skew`: contacts dated further ahead of `now` say nothing of when they were,
    and don't count; nearer ones are clocks that disagree.
    """

    gaps: tuple[timedelta, ...]
    turn: timedelta = timedelta(minutes=30)
    turn_size: int = 3
    answers: timedelta = timedelta(hours=48)
    answers_size: int = 4
    company_turns: int = 8
    company_within: timedelta = timedelta(days=14)
    memory: timedelta = timedelta(days=180)
    skew: timedelta = timedelta(days=1)

    @classmethod
    def of(cls, settings: Settings) -> Policy:
        """The user's numbers; the others are not theirs to change."""
        return cls(settings.gaps, company_turns=settings.company_turns, company_within=settings.company_within)

    def counts(self, contact: Contact, now: datetime) -> bool:
        """Whether the contact lies in the time that counts; a meeting that is still to come doesn't."""
        latest = now if contact.kind == "meeting" else now + self.skew
        return now - self.memory <= contact.when <= latest


@dataclass(frozen=True, slots=True)
class Standing:
    """How things are with one recruiter.

    `own`: the user's contacts that were not answered, oldest first; with an agency, those of the message's own thread.
    `theirs`: their mail that may still be answered, or was by one of `own`. `life`: the last sign of life, None where
    there was none. `promise`: by when they want to be in touch. `absence`: when they are back.
    """

    own: tuple[Contact, ...]
    theirs: tuple[Contact, ...]
    life: datetime | None
    promise: Promise | None = None
    absence: Promise | None = None


def standing(history: History, policy: Policy, now: datetime, message: Message) -> Standing:
    """What counts in `history` at `now` for `message`, whose own contacts are left out."""
    counted = {
        contact
        for contact in history.contacts
        if policy.counts(contact, now) and not (contact.message_id and contact.message_id == message.message_id)
    }
    mine = {contact.message_id for contact in counted if not is_life(contact)} - {""}
    alive = [contact for contact in counted if is_life(contact)]
    alive += [contact for contact in history.company if _for_another(contact, mine) and policy.counts(contact, now)]
    life = max((contact.when for contact in alive), default=None)
    # Their clock may be slow: what their mail names was there before it, whatever the dates say.
    named = {name for contact in alive for name in contact.thread} - {""}
    own = (
        contact
        for contact in counted
        if not is_life(contact) and (life is None or contact.when > life) and contact.message_id not in named
    )
    recent = min(now, life or now) - policy.answers
    theirs = {contact for contact in alive if contact.kind == "mail" and contact.when >= recent}
    return Standing(
        tuple(sorted(of_thread(own, message) if history.agency else own, key=_order)),
        tuple(sorted(theirs, key=_order)),
        life,
        promise(counted, now.tzinfo),
        absence((each for each in history.away if policy.counts(each, now)), now.tzinfo),
    )


def is_life(contact: Contact) -> bool:
    """Whether the contact is a sign of life: they did it, or both did; a meeting always is."""
    return contact.direction != "out" or contact.kind == "meeting"


def _for_another(contact: Contact, mine: set[str]) -> bool:
    """Whether it is mail of somebody at the company in the thread of one of the user's to the recruiter (`mine`)."""
    return contact.direction == "in" and contact.kind == "mail" and not mine.isdisjoint(contact.thread)


def count(own: Sequence[Contact], theirs: Sequence[Contact], policy: Policy) -> int:
    """The fewest turns that hold all of `own` (oldest first): short spells of messages, and one turn of answers.

    The fewest, and not the first that comes up, because only so can neither a further message of the user lower the
    number nor a message of theirs raise it. Linear: an open turn is at most a few contacts old.
    """
    fewest: dict[_Open, int] = {(None, 0, policy.answers_size): 0}
    for contact in own:
        following: dict[_Open, int] = {}
        answer = any(_answers(contact.thread, contact.when, mail, policy) for mail in theirs)
        for (first, room, answers), turns in fewest.items():
            steps: list[tuple[_Open, int]] = [((contact.when, policy.turn_size - 1, answers), turns + 1)]
            if first is not None and room and contact.when - first <= policy.turn:
                steps = [((first, room - 1, answers), turns)]
            if answer and answers:
                steps.append(((first, room, answers - 1), turns + (answers == policy.answers_size)))
            for state, number in steps:
                following[state] = min(number, following.get(state, number))
        fewest = following
    return min(fewest.values())


def opens_at(where: Standing, policy: Policy, *, asks: bool, own: Sequence[Contact] | None = None) -> datetime | None:
    """From when the next turn may start after `own` (oldest first, not empty; by default all of `where`), None: not
    before they write. `asks`: a turn that asks for news or a decision."""
    own = where.own if own is None else own
    opening = _after_gap(own, where.theirs, policy)
    given = where.promise
    if given is not None and all(contact.when < given.welcome for contact in own):
        opening = given.welcome if asks or opening is None else min(opening, given.welcome)
    if where.absence is not None and asks and opening is not None:
        opening = max(opening, where.absence.welcome)
    return opening


def _after_gap(own: Sequence[Contact], theirs: Sequence[Contact], policy: Policy) -> datetime | None:
    turns = count(own, theirs, policy)
    if turns > len(policy.gaps):
        return None
    try:
        return own[-1].when + max(policy.gaps[:turns])
    except OverflowError:  # a gap of thousands of years
        return None


def may_go(where: Standing, policy: Policy, now: datetime, *, asks: bool, thread: Sequence[str] = ()) -> bool:
    """Whether a message may go at `now`: as a turn whose time has come, as part of one, or as an answer.

    `asks`: it asks for news or a decision, and so always starts a turn. `thread`: the Message-IDs that it names.

    A message joins a turn only where that turn was itself free to start: otherwise a nudge that was sent too early
    would open the door for the next.
    """
    own, theirs = where.own, where.theirs
    if not asks and any(
        _answers(thread, now, mail, policy)
        and sum(_answers(contact.thread, contact.when, mail, policy) for contact in own) < policy.answers_size
        for mail in theirs
    ):
        return True
    earliest = len(own) if asks else max(0, len(own) - policy.turn_size + 1)
    return any(_fits(where, split, policy, now, asks=asks) for split in range(earliest, len(own) + 1))


def _fits(where: Standing, split: int, policy: Policy, now: datetime, *, asks: bool) -> bool:
    """Whether the own contacts from `split` on and a message at `now` are one turn, which was free to start after those
    before."""
    before, turn = where.own[:split], where.own[split:]
    times = [now, *(contact.when for contact in turn)]
    if max(times) - min(times) > policy.turn:
        return False
    if not before:
        return True
    opening = opens_at(where, policy, asks=asks, own=before)
    return opening is not None and opening <= min(times)


def _answers(thread: Sequence[str], when: datetime, mail: Contact, policy: Policy) -> bool:
    """Whether something that names `thread` answers their `mail`, in time.

    A reply names the mail it answers and those before it (RFC 5322, section 3.6.4), so no chain has to be followed.
    """
    return when - mail.when <= policy.answers and not {mail.message_id, *mail.thread}.isdisjoint(filter(None, thread))


def _order(contact: Contact) -> tuple[datetime, str, str]:
    return contact.when, contact.kind, contact.message_id
