"""How the page names people, times, states and actions. Pure, and calm: a friend points something out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from markupsafe import Markup, escape

from checks.model import Finding
from proxy import durations
from proxy.digest.words import IN_A_FEW_WORDS, STATE_IN_WORDS, moment
from proxy.model import FINAL, Held, State
from proxy.release import Request
from proxy.review import Outcome

_PATH = re.compile(r"/(?:[A-Za-z0-9_.~-]+(?:/[A-Za-z0-9_.~-]+)*)?(?:\?[A-Za-z0-9_.~=&%+@:-]*)?")


@dataclass(frozen=True, slots=True)
class Button:
    """What a person may do with a message. `do`: as the form sends it; `hint`: what will happen, in a few words.

    `main`: the one that is most likely meant.
    """

    do: str
    label: str
    hint: str
    main: bool = False


def buttons(
    message: Held, *, has_drafts: bool, due: datetime | None, can_fix: bool, fixes_all: bool = True
) -> list[Button]:
    """The actions that a message's state leaves.

    `due`: from when it may go, where it waits for a date. `can_fix`: whether it can be corrected here; `fixes_all`:
    whether nothing that it is held for stays.
    """
    fixing = can_fix and fixes_all
    fix = [Button("fix", "Fix these and send", "shows you the changes first", main=fixing)] if can_fix else []
    hint = f"goes {moment(due, None)}, unless they write first" if due else ""
    later = [Button("due", "Send when due", hint, main=not fixing)] if due else []
    draft = Button("draft", "Back to Drafts", "to change it in your mail program", main=not later and not fixing)
    drafts = [draft] if has_drafts else []
    now = Button("send", "Send now", "as you wrote it")
    quiet = [QUIET] if any(each.effect == "hold" for each in message.findings) else []
    match message.state:
        case "held":
            return [*fix, *later, now, *quiet, *drafts, DISCARD]
        case "snoozed":
            return [now, *drafts, DISCARD]
        case "rejected":
            return [*fix, now, *quiet, *drafts, DISCARD]
        case "unknown":
            was = Button("sent", "It was sent", "you found it in Sent, or they have it")
            again = Button("again", "Send it again", "it is not in Sent")
            return [was, again, *drafts, Button("discard", "Leave it", "don't send it again")]
        case _:
            return []


DISCARD = Button("discard", "Don't send", "nobody gets it")
QUIET = Button("quiet", "Send, and don't mention this again", "in mail to the same people; “tactful mutes” undoes it")


def request_of(do: str, state: State) -> Request | None:
    """What a button asks for, of a message that was seen in `state`. None for what is no button."""
    match do:
        case "send" | "fix":
            return Request("release", expect=state)
        case "quiet":
            return Request("release", mute="recipients", expect=state)
        case "due":
            return Request("snooze", expect=state)
        case "draft":
            return Request("draft", expect=state)
        case "discard":
            return Request("discard", expect=state)
        case "sent":
            return Request("release", word="was-sent", expect=state)
        case "again":
            return Request("release", word="again", expect=state)
        case _:
            return None


def told(message: Held, outcome: Outcome) -> str:
    """What came of an action, in a sentence."""
    whom = to(message)
    if not outcome.done:
        reason = outcome.reason.removesuffix(" Look again with `tactful held --all`.")
        return f"Your mail to {whom}: not done. {reason}"
    words = {
        "release": "noted as sent",
        "snooze": f"goes {moment(outcome.due, None)}, unless they write first"
        if outcome.due
        else "goes when it is due",
        "draft": "is back in Drafts",
        "discard": "will not be sent",
    }[outcome.action]
    return " ".join([f"Your mail to {whom} {words}. {outcome.reason}".rstrip(), *outcome.warnings])


def due_of(message: Held) -> datetime | None:
    """From when it may go by its own findings; None where it waits for no date, or for their word."""
    held_for = [each for each in message.findings if each.mistake == "frequency" and each.effect == "hold"]
    dates = [each.next_allowed for each in held_for if each.next_allowed is not None]
    return max(dates) if dates and len(dates) == len(held_for) else None


def when_it_may_go(message: Held, now: datetime) -> str:
    """When it may go, for a list."""
    if message.state == "snoozed" and message.due is not None:
        return f"goes {moment(message.due, None)}"
    if message.state == "unknown":
        return "may have been sent already"
    if message.state == "releasing":
        return "is being sent"
    if message.state in FINAL:
        return ""
    due = due_of(message)
    if due is not None and due > now:
        return f"may go from {moment(due, None)}"
    waits = any(each.rule == "frequency.enough" and each.effect == "hold" for each in message.findings)
    return "better when they have written" if waits else "may go when you say so"


def labels(message: Held) -> list[str]:
    """Its findings as short labels, each mistake once."""
    holds = dict.fromkeys(each.mistake for each in message.findings if each.effect == "hold")
    found = [IN_A_FEW_WORDS[mistake] for mistake in holds]
    return found or (["not checked"] if message.state == "held" and not message.findings else [])


def to(message: Held) -> str:
    """The recipients, in short."""
    first = message.recipients[0] if message.recipients else "nobody"
    more = len(message.recipients) - 1
    return line(first) + (f" and {more} more" if more > 0 else "")


def line(text: str) -> str:
    """Text of a message on one line, without what could turn it round or hide it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def address(text: str) -> Markup:
    """An address that may break behind its at-sign."""
    return escape(text).replace("@", Markup("@<wbr>"))


def age(received: datetime, now: datetime) -> str:
    """How long something waits: "9 days"."""
    return durations.spoken(timedelta(days=max((now - received).days, 0)))


def size(octets: int) -> str:
    """A size for people."""
    if octets < 1000:
        return f"{octets} bytes"
    return f"{octets / 1000:.0f} kB" if octets < 1_000_000 else f"{octets / 1_000_000:.1f} MB"


def state(message: Held) -> str:
    """Its state, in words."""
    return STATE_IN_WORDS[message.state]


def notes_and_holds(findings: Sequence[Finding]) -> list[Finding]:
    """What it is held for first, then what is only worth knowing."""
    return sorted(findings, key=lambda each: each.effect == "note")


def is_path(path: str) -> bool:
    """Whether it is an address of this page, with nothing in it that leads elsewhere."""
    return len(path) < 500 and _PATH.fullmatch(path) is not None


def _clock(when: datetime) -> str:
    return f"{when.astimezone():%H:%M}"


FILTERS: dict[str, Callable[..., Any]] = {
    "moment": lambda when: moment(when, None),
    "clock": _clock,
    "line": line,
    "to": to,
    "labels": labels,
    "goes": when_it_may_go,
    "age": age,
    "size": size,
    "state": state,
    "spoken": durations.spoken,
    "sentence": lambda text: text[:1].upper() + text[1:],
    "address": address,
    "short": lambda mistake: IN_A_FEW_WORDS[mistake],
}
