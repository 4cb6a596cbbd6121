"""Following up too much: what the histories say of the message that is about to go.

Pure: histories, kind of message and `now` in, findings out; the counting is in `turns.py`, `company.py` and
`promises.py`. Rules:

    frequency.too-soon         a follow-up before its time; `next_allowed` says when it is welcome
    frequency.enough           the last follow-up has gone; nothing more until they write
    frequency.company          the company heard of the user often enough for now, whoever there was written to
    frequency.hasty            asks for news within days of the user's last word
    frequency.promised         asks for news before the day that they named
    frequency.quiet            goes at an hour or on a day that the user wanted kept quiet
    frequency.meeting-assumed  thanks for a meeting that nobody recorded, which is then taken for one

A finding says what was sent when, in days and times of `now`'s time zone, and never a word of any message but the few
by which they named a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from checks import days, quiet, recount
from checks.company import crowded
from checks.model import Contact, Finding, History, Message, Person, Settings
from checks.occasions import Kind
from checks.turns import Policy, Standing, count, may_go, opens_at, standing

HASTY = timedelta(days=5)
ASSUMED_AGAIN = timedelta(days=14)
ASSUMED = "assumed from your thanks"
"""The note of a meeting that was recorded because of `frequency.meeting-assumed`."""

_CLOSING: tuple[Kind, ...] = ("withdrawal", "acceptance", "complaint")
"""They end the matter, or are somebody's right: holding one for its date would harm, and none is a follow-up."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whose turn it is: turns since the last sign of life, whether a message may go now, and from when.

    `next_allowed`: a time (past or now: already); None: not before they write.
    """

    unanswered: int
    may_send: bool
    next_allowed: datetime | None


def find(
    message: Message,
    kind: Kind,
    histories: Sequence[History],
    now: datetime,
    settings: Settings,
    *,
    asks: bool | None = None,
    met: bool | None = None,
) -> list[Finding]:
    """What each recruiter's history says against sending `message` at `now`; at most two findings a recruiter.

    The histories don't hold the message itself; a contact with its Message-ID is ignored. `asks`: whether it asks for
    news or a decision; `met`: whether it thanks for a meeting; by default its kind tells.
    """
    asks = kind == "follow-up" if asks is None else asks
    met = kind == "thank-you" if met is None else met
    found: list[Finding] = []
    for history in histories:
        if kind not in _CLOSING and not history.offered:
            found += _of_one(message, kind, history, now, settings, asks=asks, met=met)
    return found + (_quiet(now, settings) if histories else [])


def _of_one(
    message: Message, kind: Kind, history: History, now: datetime, settings: Settings, *, asks: bool, met: bool
) -> list[Finding]:
    policy = Policy.of(settings)
    thread = (*message.references, *message.in_reply_to.split())
    where = standing(history, policy, now, message)
    if where.own and met and not _assumed_lately(history, now):
        return _finding(settings, "meeting-assumed", _ASSUMED_MESSAGE, _ASSUMED_ADVICE, history.recruiter)
    thanked_in_time = met and _met_there(history, where.own, now)
    new_role = kind == "application" and _new_role(message, where.own)
    found: list[Finding] = []
    if where.own and not new_role and not thanked_in_time and not may_go(where, policy, now, asks=asks, thread=thread):
        found = _too_much(message, history, where, now, settings, asks=asks)
    if not found:
        found = _crowded(message, history, policy, now, settings, thanks=met)
    held = any(finding.effect == "hold" for finding in found)
    if asks and not held:
        found = _asked(message, history, where, now, settings) + found
    return found


def outlook(history: History, kind: Kind, now: datetime, settings: Settings) -> Outlook:
    """What a message of this kind to this recruiter would meet at `now`; one that answers nothing in particular.

    With an agency: one more in the conversation in which the user wrote last.
    """
    policy = Policy.of(settings)
    where = standing(history, policy, now, _last_conversation(history) if history.agency else _NOBODYS)
    turns = count(where.own, where.theirs, policy) if where.own else 0
    free = kind in _CLOSING or history.offered
    thanks = kind == "thank-you" and not _assumed_lately(history, now)
    opening: datetime | None = min(now, where.life or now)
    may_send = free or thanks or not where.own or may_go(where, policy, now, asks=kind == "follow-up")
    if where.own:
        opening = opens_at(where, policy, asks=kind == "follow-up")
        if may_send and (opening is None or opening > now):
            opening = now
    crowd = None if free or (where.own and thanks) else crowded(history, _NOBODYS, policy, now, thanks=thanks)
    if crowd is None:
        return Outlook(turns, may_send, opening)
    return Outlook(turns, False, None if opening is None else max(opening, crowd.opening))


def assumed_meeting(finding: Finding, now: datetime) -> Contact | None:
    """The meeting to record when a message with `finding` goes at `now`; None for findings of other rules.

    It lies a second before the thanks, which then are the first turn after it.
    """
    if finding.rule != "frequency.meeting-assumed" or finding.recruiter is None:
        return None
    when = now - timedelta(seconds=1)
    return Contact(when=when, kind="meeting", direction="both", address=finding.recruiter, note=ASSUMED)


def _assumed_lately(history: History, now: datetime) -> bool:
    return any(
        contact.kind == "meeting" and contact.note == ASSUMED and abs(now - contact.when) < ASSUMED_AGAIN
        for contact in history.contacts
    )


def _met_there(history: History, own: Sequence[Contact], now: datetime) -> bool:
    """Whether a meeting with anybody of the company was noted since the user's last word to the recruiter: a panel is
    noted under one name."""
    last = max((contact.when for contact in own), default=now)
    return any(contact.kind == "meeting" and last < contact.when <= now for contact in history.company)


_NOBODYS = Message(sender=Person("", ""))
"""A message that answers nothing and is about nothing."""


def _last_conversation(history: History) -> Message:
    sent = (contact for contact in history.contacts if contact.direction == "out" and contact.kind == "mail")
    last = max(sent, key=lambda contact: contact.when, default=None)
    if last is None:
        return _NOBODYS
    return replace(_NOBODYS, subject=last.subject, references=(*last.thread, last.message_id))


_PLAIN = re.compile(
    r"an?|and|application|applicant|applying|apply|as|at|candidate|candidature|cv|fwd?|for|in|interest|interested|job|"
    r"my|new|of|on|opening|our|position|post|re|ref|reference|regarding|resume|résumé|role|the|to|vacancy|with|your"
)
"""Words of an application's subject that name neither role nor reference."""


def _new_role(message: Message, own: Sequence[Contact]) -> bool:
    """Whether an application names a role or reference that no unanswered mail of the user's named in its subject.

    Where one subject only adds words to the other it may be the same role once more, and that is no new application.
    """
    role = _role(message.subject)
    if message.reply or not role:
        return False
    named = filter(None, (_role(contact.subject) for contact in own))
    return not any(role <= other or other <= role for other in named)


def _role(subject: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W_]+", subject.casefold()) if not _PLAIN.fullmatch(word))


_ASSUMED_MESSAGE = "Your thanks tell me that you met, so I count this as the first word after a meeting."
_ASSUMED_ADVICE = (
    "Nothing to change. To have it exact, note the meeting with `tactful log meeting` before you write the thanks."
)


def _too_much(
    message: Message, history: History, where: Standing, now: datetime, settings: Settings, *, asks: bool
) -> list[Finding]:
    name = recount.name(message, history.recruiter)
    opening = opens_at(where, Policy.of(settings), asks=asks)
    past = f"{recount.sent(name, where.own, now)} No answer has come since."
    if opening is None:
        text = f"{past} One more would read as pressure, so this one had better wait until they write."
        advice = "Leave the next word to them. Once they write, or you have spoken, you can answer at once."
        return _finding(settings, "enough", text, advice, history.recruiter)
    for given, told in ((where.promise, recount.promised), (where.absence, recount.away)):
        if given is not None and asks and given.welcome == opening:
            past = f"{past} {told(given, now)}"
    text = f"{past} The next message is welcome {days.since(opening, now)}."
    advice = "Let it rest, and snooze it until then. If they write first, you can answer at once."
    return _finding(settings, "too-soon", text, advice, history.recruiter, next_allowed=opening)


def _crowded(
    message: Message, history: History, policy: Policy, now: datetime, settings: Settings, *, thanks: bool
) -> list[Finding]:
    crowd = crowded(history, message, policy, now, thanks=thanks) if history.company else None
    if crowd is None:
        return []
    company = history.recruiter.rpartition("@")[2]
    text = (
        f"You wrote to people at {company} {crowd.turns} times since {days.day(crowd.since, now)}, and nobody there "
        "has answered. They talk to each other, and together it can be a lot."
    )
    advice = f"Let it rest until {days.day(crowd.opening, now)}. Any answer from there makes it free at once."
    return _finding(settings, "company", text, advice, history.recruiter, next_allowed=crowd.opening)


def _asked(message: Message, history: History, where: Standing, now: datetime, settings: Settings) -> list[Finding]:
    """What is to be said of a request for news that may go."""
    given = where.promise
    if given is not None and now < given.welcome:
        text = f"{recount.promised(given, now)} Asking before that can read as pressing."
        advice = f"It is kinder to ask {days.since(given.welcome, now)}, when their day has passed."
        return _finding(settings, "promised", text, advice, history.recruiter, next_allowed=given.welcome)
    last = where.own[-1].when if where.own else None
    kept_waiting = given is not None and last is not None and last < given.welcome
    if last is None or now - last >= HASTY or kept_waiting:
        return []
    past = recount.sent(recount.name(message, history.recruiter), where.own[-1:], now)
    text = f"{past} Asking for news so soon can read as pressing."
    advice = f"People often need a week to decide. It is kinder to ask {days.since(last + HASTY, now)}."
    return _finding(settings, "hasty", text, advice, history.recruiter, next_allowed=last + HASTY)


def _quiet(now: datetime, settings: Settings) -> list[Finding]:
    end = quiet.ends(now, settings.quiet)
    if end is None:
        return []
    text = f"You wanted it quiet at this hour ({days.on(now, now)})."
    advice = f"It may look calmer when it comes {days.since(end, now)}."
    return _finding(settings, "quiet", text, advice, None, next_allowed=end)


def _finding(
    settings: Settings,
    rule: str,
    message: str,
    advice: str,
    recruiter: str | None,
    *,
    next_allowed: datetime | None = None,
) -> list[Finding]:
    level = settings.level("frequency", f"frequency.{rule}")
    if level == "off":
        return []
    return [
        Finding(
            mistake="frequency",
            rule=f"frequency.{rule}",
            effect=level,
            message=message,
            advice=advice,
            part="history",
            recruiter=recruiter,
            next_allowed=next_allowed,
        )
    ]
