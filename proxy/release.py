"""What may be done with a kept message: (state, action, now, limits) -> a plan, or a refusal in words. Pure.

The table of states is here and nowhere else; docs/flow.md draws it, and a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from checks.model import Finding, Quiet
from proxy.model import Action, Held, State
from proxy.muting import Reach, grave
from proxy.snooze.due import after_quiet

MOVES: dict[State, tuple[State, ...]] = {
    "held": ("snoozed", "releasing", "drafted", "discarded"),
    "snoozed": ("held", "releasing"),
    "rejected": ("releasing", "drafted", "discarded"),
    "releasing": ("released", "held", "unknown"),
    "unknown": ("released", "releasing", "drafted", "discarded"),
    "released": (),
    "drafted": (),
    "discarded": (),
}
"""From which state a message may come into which."""

Word = Literal["", "was-sent", "again"]
"""For an unknown one, what the person says: it was sent, or send it again."""

IN_WORDS: dict[State, str] = {
    "held": "is held",
    "snoozed": "is snoozed",
    "rejected": "was rejected",
    "releasing": "is being sent at this moment",
    "unknown": "may have been sent: your server did not say",
    "released": "was sent",
    "drafted": "was put back into Drafts",
    "discarded": "was discarded",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What a person (or the schedule, on a person's word) asks for. `expect`: the state that they saw, None: any.

    `mute`, with `release`: how far what it was held for is not to be mentioned again. `sure`: they said so twice.
    `batch`: with `release`, whether it is one of several, of which what was replaced is left out. `due`: only if it is
    still to go then.
    """

    action: Action
    until: datetime | None = None
    word: Word = ""
    expect: State | None = None
    mute: Reach = ""
    sure: bool = False
    batch: bool = False
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How far ahead a message may be snoozed, and when no date of a finding's sends one."""

    snooze: timedelta = timedelta(days=366)
    quiet: Quiet = field(default_factory=Quiet)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: `send` through `releasing`, `append` to Drafts, or only `mark`; then it is in `to`.

    `due`: of a snoozed one.
    """

    step: Literal["send", "append", "mark"]
    to: State
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, and what to do instead, in words for the person. `asks`: only a second word is missing (`sure`)."""

    reason: str
    asks: bool = False


def plan(
    state: State, request: Request, now: datetime, findings: tuple[Finding, ...] = (), limits: Limits | None = None
) -> Plan | Refusal:
    """Whether and how the action is done from this state. `findings` tell when a snoozed message may go."""
    if request.expect is not None and request.expect != state:
        return Refusal(f"It {IN_WORDS[state]}; you expected: {request.expect}.")
    if request.word and (request.action != "release" or state != "unknown"):
        return Refusal(f"It {IN_WORDS[state]}; --was-sent and --again are for what may have been sent.")
    match request.action:
        case "release":
            return _sure(_release(state, request.word), request, findings)
        case "snooze":
            return _snooze(state, request.until, now, findings, limits or Limits())
        case "draft":
            return _end(state, Plan("append", "drafted"))
        case "discard":
            return _end(state, Plan("mark", "discarded"))


SOONEST, LATEST = timedelta(seconds=15), timedelta(minutes=10)
"""After a refusal: sooner than `SOONEST` nobody has read the reasons, and after `LATEST` they may be forgotten."""


def resent(refused: Held, message_id: str, fingerprint: str, now: datetime) -> Literal["send", "same reply", "judge"]:
    """What becomes of a text that was refused as `refused`, the last that is known of it, and comes once more.

    With a new Date or Message-ID (headers.fingerprint tells the former) a person sent it: that is their word to send
    it. Without one, or so soon, it may be a program that tries again: it gets the same reply.
    """
    passed = now - refused.received
    # `held`: it was on its way by somebody's word before, and was not taken.
    if refused.state not in {"rejected", "held"} or not timedelta(0) <= passed <= LATEST:
        return "judge"
    renewed = message_id != refused.message_id or fingerprint != refused.fingerprint
    return "send" if renewed and passed >= SOONEST else "same reply"


def _sure(wanted: Plan | Refusal, request: Request, findings: tuple[Finding, ...]) -> Plan | Refusal:
    """Muting what could cost every job takes a second word, before anything is done."""
    rules = grave(findings) if request.mute == "anyone" and not request.sure else ()
    if isinstance(wanted, Refusal) or not rules:
        return wanted
    return Refusal(f"No mail to anybody would ever be held for {' or '.join(rules)} again.", asks=True)


def _release(state: State, word: Word) -> Plan | Refusal:
    if state == "unknown":
        if word == "was-sent":
            return Plan("mark", "released")
        if word == "again":
            return Plan("send", "released")
        return Refusal("It may have been sent: your server did not say. Look in Sent; then say --was-sent or --again.")
    if "releasing" in MOVES[state]:
        return Plan("send", "released")
    return Refusal(f"It {IN_WORDS[state]}.")


def _snooze(
    state: State, until: datetime | None, now: datetime, findings: tuple[Finding, ...], limits: Limits
) -> Plan | Refusal:
    # A snoozed one stays snoozed: only its time changes, which is no move between states.
    if state != "snoozed" and "snoozed" not in MOVES[state]:
        return Refusal(f"It {IN_WORDS[state]}; only a held message can be snoozed.")
    due = until
    if due is None:
        held_for = [finding for finding in findings if finding.mistake == "frequency" and finding.effect == "hold"]
        if not held_for:
            return Refusal("Nothing in it waits for a date: say when, with --until TIME, or change it first.")
        dates = [finding.next_allowed for finding in held_for]
        if None in dates:
            return Refusal("There is no date from which it may go: better to wait until they write.")
        due = after_quiet(max(date for date in dates if date is not None), limits.quiet, now.tzinfo)
    if due <= now:
        if until is None:
            return Refusal("Its date is already here: it may go now, with `release`.")
        return Refusal("That time has passed; name one that is still to come.")
    if due > now + limits.snooze:
        return Refusal(f"That is too far ahead: {limits.snooze.days} days at most.")
    return Plan("mark", "snoozed", due)


def _end(state: State, wanted: Plan) -> Plan | Refusal:
    # From snoozed by way of held: a person's word ends the snooze first.
    after = "held" if state == "snoozed" else state
    return wanted if wanted.to in MOVES[after] else Refusal(f"It {IN_WORDS[state]}.")
