"""Job searches as they happen, told line by line and judged as they go: what was sent counts, what was held does not.

A line is a time ("3 09:00" is the third day of the story, a Wednesday: the first is Monday 3 November 2025), what
happens, and for what the user writes, what is said of it ("goes" or the rules, holding or not):

    me jo,kim nudge [re=NAME] [about=SUBJECT]    the user writes; the kind of message is the third word
    jo mail [id=NAME] [re=NAME] [by=3]           jo writes; `by`: "you'll hear by then"
    jo away [by=3]                               an automatic reply
    jo calls | I call jo | I text jo | met jo [day time]

Everybody is at acme.example but for those with a domain of their own, "kim@placement.example".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import get_args

from checks.frequency import assumed_meeting, find
from checks.model import Contact, ContactKind, Direction, Finding, Findings, History, Message, Person, Settings
from checks.occasions import Kind
from checks.relations import weighed
from checks.urgency import eased, is_urgent

MONDAY = datetime(2025, 11, 3, tzinfo=UTC)
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)} | {"nudge": "follow-up", "thanks": "thank-you"}

Line = tuple[str, str, str] | tuple[str, str]


@dataclass(frozen=True)
class Story:
    """`company`: whether acme's people share a limit; `agencies`, `offers`: domains."""

    name: str
    lines: tuple[Line, ...]
    agencies: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)


def judgements(story: Story) -> Iterator[tuple[str, str, str]]:
    """(line, what was expected, what was said) for each message of the user's."""
    world = _World(story)
    for line in story.lines:
        said = world.happens(_time(line[0]), line[1].split())
        if said is not None:
            yield f"{story.name}, {line[0]}: {line[1]}", line[2] if len(line) == 3 else "", said


def _time(text: str) -> datetime:
    day, clock = text.split()
    hour, minute = map(int, clock.split(":"))
    return MONDAY + timedelta(days=int(day) - 1, hours=hour, minutes=minute)


def _address(name: str) -> str:
    return name if "@" in name else f"{name}@acme.example"


class _World:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._contacts: list[Contact] = []
        self._away: list[Contact] = []
        self._urgent: list[tuple[str, datetime]] = []
        self._sent = 0

    def happens(self, now: datetime, words: list[str]) -> str | None:
        marks = dict(word.split("=", 1) for word in words if "=" in word)
        match [word for word in words if "=" not in word]:
            case ["me", whom, kind]:
                return self._write(now, [_address(name) for name in whom.split(",")], KINDS[kind], marks)
            case ["I", "call" | "text" as how, name]:
                self._add(now, how, "out", name)
            case ["met", name]:
                self._add(now, "meeting", "both", name)
            case ["met", name, day, clock]:
                self._add(_time(f"{day} {clock}"), "meeting", "both", name)
            case [name, "calls"]:
                self._add(now, "call", "in", name)
            case [name, "mail"]:
                self._add(now, "mail", "in", name, marks)
            case [name, "away"]:
                self._add(now, "mail", "in", name, marks)
                self._away.append(self._contacts.pop())
            case _:
                raise ValueError(words)
        return None

    def _add(
        self, now: datetime, kind: ContactKind, direction: Direction, name: str, marks: dict[str, str] | None = None
    ) -> None:
        marks = marks or {}
        promised = _time(f"{marks['by']} 12:00").date() if "by" in marks else None
        self._contacts.append(
            Contact(
                *(now, kind, direction, _address(name), f"<{marks['id']}>" if "id" in marks else ""),
                thread=_thread(marks),
                answered=kind != "call" or direction != "out",
                promised=promised,
            )
        )

    def _write(self, now: datetime, whom: list[str], kind: Kind, marks: dict[str, str]) -> str:
        self._sent += 1
        message = Message(
            sender=Person("Sam", "sam@example.org"),
            to=tuple(Person("", address) for address in whom),
            subject=marks.get("about", "").replace("_", " "),
            message_id=f"<{marks.get('id', self._sent)}>",
            references=_thread(marks),
        )
        histories = [self._history(address) for address in whom]
        findings = Findings(tuple(find(message, kind, histories, now, self._story.settings)))
        findings = weighed(findings, histories)
        if is_urgent(kind, histories, now, self._story.settings):
            findings = eased(findings)
            self._urgent += [(address, now) for address in whom] if not findings.holds else []
        elif not findings.holds:
            self._contacts += filter(None, (assumed_meeting(finding, now) for finding in findings.findings))
            self._contacts += [
                Contact(now, "mail", "out", address, message.message_id, message.references, message.subject)
                for address in whom
            ]
        return _said(findings)

    def _history(self, address: str) -> History:
        domain = address.partition("@")[2]
        agency = domain in self._story.agencies
        company = tuple(
            each
            for each in self._contacts
            if each.address.endswith(f"@{domain}") and (not agency or each.direction == "in")
        )
        return History(
            address,
            tuple(each for each in self._contacts if each.address == address),
            company=company,
            away=tuple(each for each in self._away if each.address == address),
            urgent=tuple(when for whose, when in self._urgent if whose == address),
            agency=agency,
            offered=domain in self._story.offers,
        )


def _thread(marks: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"<{name}>" for name in marks["re"].split(",")) if "re" in marks else ()


def _said(findings: Findings) -> str:
    def one(finding: Finding) -> str:
        name = finding.rule.removeprefix("frequency.")
        due = finding.next_allowed
        days = "" if due is None else f" {(due - MONDAY).days + 1} {due:%H:%M}"
        return f"{name}{days}" if finding.effect == "hold" else f"({name})"

    mark = "urgent " if findings.urgent else ""
    return (mark + ", ".join(dict.fromkeys(map(one, findings.findings)))).strip() or "goes"
