"""Past mail gone through again, in order of time: what had gone before each, and what would have been held. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from checks.frequency import assumed_meeting
from checks.model import Contact, Finding, Findings, History
from proxy.store.contacts import Seen


class Dated(Protocol):
    """Whatever a mail comes with."""

    @property
    def seen(self) -> Seen: ...


D = TypeVar("D", bound=Dated)


def in_order(mail: Iterable[D]) -> list[D]:
    """The oldest first, and each once: a mail in two folders has one Message-ID (or, without one, one fingerprint)."""
    found: list[D] = []
    known: set[tuple[str, str]] = set()
    for each in sorted(mail, key=lambda each: each.seen.when):
        mark = (each.seen.message_id or each.seen.fingerprint, each.seen.direction)
        if not mark[0] or mark not in known:
            known.add(mark)
            found.append(each)
    return found


class Timeline:
    """The contacts up to a moment of the past."""

    def __init__(self) -> None:
        self._contacts: dict[str, list[Contact]] = {}

    def histories(self, recruiters: Sequence[str], now: datetime) -> tuple[History, ...]:
        """These recruiters' contacts so far."""
        return tuple(History(each, tuple(self._contacts.get(each, ())), now) for each in recruiters)

    def add(self, mail: Seen, recruiters: Sequence[str]) -> None:
        """A mail that came from, or went to, these recruiters."""
        for address in recruiters:
            contact = Contact(
                when=mail.when,
                kind="mail",
                direction=mail.direction,
                address=address,
                message_id=mail.message_id,
                thread=mail.thread,
                subject=mail.subject,
            )
            self._contacts.setdefault(address, []).append(contact)

    def assume(self, findings: Findings, now: datetime) -> None:
        """The meetings that a message sent at `now` thanks for. Before the message itself is added."""
        for meeting in filter(None, (assumed_meeting(finding, now) for finding in findings.findings)):
            self._contacts.setdefault(meeting.address, []).append(meeting)


@dataclass(frozen=True, slots=True)
class Count:
    """In how many messages a rule found something, by its effect there, and words of the first."""

    rule: str
    held: int = 0
    noted: int = 0
    example: str = ""


class Tally:
    """What a replay comes to. `messages`: that were judged; `held`: of these."""

    def __init__(self) -> None:
        self.messages = 0
        self.held = 0
        self._counts: dict[str, Count] = {}

    def add(self, findings: Findings) -> None:
        """One message's."""
        self.messages += 1
        self.held += bool(findings.holds)
        effects: dict[str, Finding] = {}
        for finding in findings.findings:
            former = effects.setdefault(finding.rule, finding)
            if finding.effect == "hold" != former.effect:
                effects[finding.rule] = finding
        for rule, finding in effects.items():
            count = self._counts.get(rule) or Count(rule, example=finding.excerpt or finding.message)
            held = finding.effect == "hold"
            self._counts[rule] = replace(count, held=count.held + held, noted=count.noted + (not held))

    @property
    def rules(self) -> list[Count]:
        """The ones that hold most first."""
        return sorted(self._counts.values(), key=lambda count: (-count.held, -count.noted, count.rule))
