"""One kept message in a letter: who, what about, each finding, and the commands. Pure.

Everything that comes from a message is on lines of its own, as text. `page` says the same in HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from shlex import quote

from checks.model import Finding
from proxy.addresses import normalise
from proxy.digest import commands
from proxy.digest.words import STATE_IN_WORDS, listed, moment, one_line
from proxy.model import Command, Held

_EXCERPT = 160
MOST = 12
"""Findings of one message in a letter; the page and `tactful show` have the others."""
_NAME = 80


@dataclass(frozen=True, slots=True)
class Told:
    """A kept message and what its own headers call its recipients: normalised address -> name.

    `answers`: the commands that may be answered by mail, each with its token; none where that is not offered. `link`:
    where the page shows it, "" where there is no page. `age`: how long it waits, where that is long. `met`: when the
    interview was for which it thanks, None where it thanks for none.
    `folder`: where it lies in the mailbox, "" for nowhere.
    """

    message: Held
    names: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[tuple[Command, str], ...] = ()
    link: str = ""
    age: str = ""
    met: datetime | None = None
    folder: str = ""

    @property
    def people(self) -> str:
        """The recipients by name where they have one: "Jo Park and Lee Chan"."""
        return _listed(tuple(one_line(self.names.get(normalise(each), "")) or each for each in self.message.recipients))


def facts(told: Told, zone: tzinfo | None) -> list[tuple[str, str]]:
    """What a kept message is: labels and values."""
    message = told.message
    met = [("Thanks for", f"your interview of {moment(told.met, zone)}")] if told.met else []
    due = f" ({moment(message.due, zone)})" if message.due and message.state == "snoozed" else ""
    return [
        ("To", told.people),
        ("Subject", one_line(message.subject) or "(none)"),
        ("Written", moment(message.received, zone) + (told.age and f", {told.age} ago")),
        ("State", STATE_IN_WORDS[message.state] + due),
        *met,
    ]


def entry(told: Told, zone: tzinfo | None) -> str:
    """One kept message: who, what about, each finding with its words and what to do instead, and the commands."""
    message = told.message
    lines = [*(f"{label + ': ':<9}{value}" for label, value in facts(told, zone)), ""]
    if message.outcome:
        lines += [f"  {one_line(message.outcome)}", ""]
    for finding in message.findings[:MOST]:
        lines += [*finding_lines(finding, zone), ""]
    if left_out(message):
        lines += [f"  {left_out(message)}", ""]
    link = [f"  On your own computer, on the page: {told.link}"] if told.link else []
    lines += [*_answers(told.answers), *link, *_commands(message, zone), ""]
    return "\n".join(lines)


def left_out(message: Held) -> str:
    """Of findings that a letter has no room for, "" where it has."""
    count = len(message.findings) - MOST
    return f"And {count} more: see `tactful show {message.id}`." if count > 0 else ""


def _listed(names: tuple[str, ...]) -> str:
    plain = (one_line(name) for name in names)
    return listed(tuple(name if len(name) <= _NAME else name[: _NAME - 3] + "..." for name in plain)) or "nobody"


def kind(finding: Finding) -> str:
    """The mistake, and whether it is only a note."""
    return finding.mistake if finding.effect == "hold" else f"{finding.mistake} (only a note)"


def own_word(finding: Finding) -> str:
    """The command that makes a misspelt word one of the user's own, "" where it is about something else."""
    if finding.rule != "sloppiness.spelling" or not finding.excerpt:
        return ""
    return f"tactful words add {quote(one_line(finding.excerpt))}"


YOURS = "Your words"


def advice(finding: Finding, zone: tzinfo | None) -> list[tuple[str, str]]:
    """What was found and what to do about it: labels and values. The user's own words under YOURS."""
    lines = []
    if finding.excerpt:
        excerpt = one_line(finding.excerpt)
        lines.append((YOURS, excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 3] + "..."))
    if finding.correction:
        lines.append(("Better", one_line(finding.correction)))
    lines.append(("Instead", one_line(finding.advice)))
    if finding.next_allowed is not None:
        lines.append(("It may go", moment(finding.next_allowed, zone)))
    return lines


def finding_lines(finding: Finding, zone: tzinfo | None) -> list[str]:
    """One finding in lines: what it is, the words, and what to do about it."""
    lines = [f"  {kind(finding)}: {one_line(finding.message)}"]
    lines += [f"    {label + ':':<13}{value}" for label, value in advice(finding, zone)]
    if own_word(finding):
        lines.append(f"    If this is a word of yours: `{own_word(finding)}`")
    return lines


def _answers(answers: Sequence[tuple[Command, str]]) -> list[str]:
    if not answers:
        return []
    lines = ["  By mail, from any device: write to yourself, with one of these as the subject:"]
    return [*lines, *(f"    {commands.subject(command, token)}" for command, token in answers), ""]


def _commands(message: Held, zone: tzinfo | None) -> list[str]:
    id_ = message.id
    if message.state == "unknown":
        return [
            "  Look in Sent first. Then, in a terminal:",
            f"    tactful release {id_} --was-sent   it was sent",
            f"    tactful release {id_} --again      it was not: send it again",
            f"    tactful discard {id_}              leave it",
        ]
    lines = ["  In a terminal:", f"    tactful release {id_}   send it now"]
    if any(each.effect == "hold" for each in message.findings):
        lines.append(f"    tactful release {id_} --mute   send it, and don't mention this to them again")
    due = commands.may_go(message)
    if due is not None:
        lines.append(f"    tactful snooze {id_}    send it when it is due: {moment(due, zone)}")
    lines += [
        f"    tactful draft {id_}     put it back into Drafts, to change it",
        f"    tactful discard {id_}   don't send it",
    ]
    return lines
