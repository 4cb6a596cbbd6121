"""How much one company heard of the user lately, whoever there was written to, and when it may hear more.

Pure. The turns to each person there count together, unanswered, within `company_within`; any answer from there starts
the count anew, and the first thanks to each person after a meeting are not counted, so that a panel can be thanked.
It promises what `turns` promises: more messages of the user's never make it more permissive, a sign of life never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from checks.model import Contact, History, Message
from checks.turns import Policy, count, is_life

THANKED = timedelta(days=3)
"""The past knows no words: the first message to a person so soon after a meeting is taken for the thanks."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many turns went to the company since then, and the next may start at `opening`."""

    turns: int
    since: datetime
    opening: datetime


def crowded(history: History, message: Message, policy: Policy, now: datetime, *, thanks: bool) -> Crowd | None:
    """Whether `message` at `now` would be one turn too many for the recruiter's company; None where it wouldn't.

    `thanks`: it thanks for a meeting. An agency has no such limit.
    """
    if history.agency:
        return None
    counted = frozenset(
        contact
        for contact in {*history.company, *(contact for contact in history.contacts if is_life(contact))}
        if policy.counts(contact, now) and not (contact.message_id and contact.message_id == message.message_id)
    )
    new = Contact(now, "mail", "out", history.recruiter, "", (*message.references, *message.in_reply_to.split()))
    there = _There.of(counted, policy, now)
    if not there.too_many(new, thanks=thanks):
        return None
    ends = (contact.when + policy.company_within for contact in there.own)
    opening = next(
        end
        for end in ends
        if end > now and not _There.of(counted, policy, end).too_many(replace(new, when=end), thanks=thanks)
    )
    return Crowd(there.turns(there.own), there.own[0].when, opening)


@dataclass(frozen=True, slots=True)
class _There:
    """`own`: messages since the last sign of life, oldest first, each once. `met`: the last meeting. `thanked`: whom
    the user wrote to between that and the last sign of life."""

    own: tuple[Contact, ...]
    theirs: tuple[Contact, ...]
    met: datetime | None
    thanked: frozenset[str]
    policy: Policy

    @classmethod
    def of(cls, counted: frozenset[Contact], policy: Policy, now: datetime) -> _There:
        known = [contact for contact in counted if contact.when > now - policy.company_within]
        alive = [contact for contact in known if is_life(contact)]
        sent = [contact for contact in known if not is_life(contact)]
        life = max((contact.when for contact in alive), default=None)
        met = max((contact.when for contact in alive if contact.kind == "meeting"), default=None)
        thanked = {c.address for c in sent if met is not None and life is not None and met < c.when <= life}
        recent = min(now, life or now) - policy.answers
        return cls(
            own=_each_once(contact for contact in sent if life is None or contact.when > life),
            theirs=tuple(c for c in alive if c.kind == "mail" and c.when >= recent),
            met=met,
            thanked=frozenset(thanked),
            policy=policy,
        )

    def too_many(self, new: Contact, *, thanks: bool) -> bool:
        """Whether `new`, at the end of all, would be one turn too many."""
        first = all(contact.address != new.address for contact in self.own)
        if thanks and first and new.address not in self.thanked:
            return False
        return self.turns([*self.own, new], new) > self.policy.company_turns

    def turns(self, own: Sequence[Contact], new: Contact | None = None) -> int:
        """The turns of `own`, oldest first, but for the first thanks to each; `new` among them is none."""
        each: dict[str, list[Contact]] = {}
        for contact in own:
            each.setdefault(contact.address, []).append(contact)
        total = 0
        for address, sent in each.items():
            soon = self.met is not None and sent[0].when <= self.met + THANKED
            counted = sent[1:] if soon and sent[0] is not new and address not in self.thanked else sent
            total += count(counted, self.theirs, self.policy)
        return total


def _each_once(sent: Iterable[Contact]) -> tuple[Contact, ...]:
    """One mail to several people is one message: it stands with the first of them alone."""
    seen: set[str] = set()
    found = []
    for contact in sorted(sent, key=lambda contact: (contact.when, contact.address, contact.message_id)):
        if contact.message_id not in seen:
            found.append(contact)
        seen |= {contact.message_id} - {""}
    return tuple(found)
