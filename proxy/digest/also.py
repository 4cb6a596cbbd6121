"""What a digest says besides what waits: what went by itself, where thanks are missing, and whose mail nobody looks at.
Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo

from proxy.digest.thanks import Reminder
from proxy.digest.words import listed, moment, one_line
from proxy.store.snoozes import Departure
from proxy.suggestions import Uncovered


@dataclass(frozen=True, slots=True)
class Also:
    """`departures`: what went when it was due, as its writer said; `unthanked`: for which interviews thanks are
    missing; both as far as no digest has told it yet."""

    departures: tuple[Departure, ...] = ()
    unthanked: tuple[Reminder, ...] = ()
    uncovered: Uncovered = field(default_factory=Uncovered)

    def lines(self, zone: tzinfo | None) -> list[str]:
        """What went, and who isn't covered: a sentence a line."""
        return [*(_departure(each, zone) for each in self.departures), *uncovered(self.uncovered)]

    @property
    def subject(self) -> str:
        """What a digest is about in which nothing waits."""
        people = listed(tuple(dict.fromkeys(one_line(who) for each in self.departures for who in each.recipients)))
        return f"Sent when it was due: your mail to {people}"


def uncovered(week: Uncovered) -> list[str]:
    """Who is not covered, in a sentence; none where there was no such mail."""
    if not week.mails:
        return []
    mails = "1 mail" if week.mails == 1 else f"{week.mails} mails"
    addresses = "1 address" if week.addresses == 1 else f"{week.addresses} addresses"
    line = f"This week {mails} went to {addresses} that I don't check"
    if not week.recruiters:
        return [f"{line}; none looks like a recruiter."]
    look = "1 looks like a recruiter" if week.recruiters == 1 else f"{week.recruiters} look like recruiters"
    return [f"{line}; {look}: `tactful recruiters suggest`."]


def _departure(departure: Departure, zone: tzinfo | None) -> str:
    subject = one_line(departure.subject) or "(no subject)"
    people = listed(tuple(map(one_line, departure.recipients)))
    return f"Your mail to {people}, “{subject}”, went when it was due: {moment(departure.at, zone)}."
