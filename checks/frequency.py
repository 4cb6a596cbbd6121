"""Following up too much: what the histories say of the message that is about to go.

Pure: histories, kind of message and `now` in, findings out; the counting is in `turns.py`. Rules:

    frequency.too-soon         a follow-up before its time; `next_allowed` says when it is welcome
    frequency.enough           the last follow-up has gone; nothing more until they write
    frequency.hasty            asks for news within days of the user's last word
    frequency.meeting-assumed  thanks for a meeting that nobody recorded, which is then taken for one

A finding says what was sent when, in days and times of `now`'s time zone, and never a word of any message.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from checks import days
from checks.model import Contact, Finding, History, Message, Settings
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
    policy = Policy(settings.gaps)
    found: list[Finding] = []
    for history in histories:
        where = standing(history, policy, now, message.message_id)
        if not where.own or kind in _CLOSING or (kind == "application" and _new_role(message, where.own)):
            continue
        if met and not _assumed_lately(history, now):
            found += _finding(settings, "meeting-assumed", _ASSUMED_MESSAGE, _ASSUMED_ADVICE, history.recruiter)
            continue
        too_much: list[Finding] = []
        if not may_go(where, policy, now, asks=asks, thread=(*message.references, *message.in_reply_to.split())):
            too_much = _too_much(message, history, where, now, settings)
        if asks and not any(finding.effect == "hold" for finding in too_much):
            found += _hasty(message, history, where, now, settings)
        found += too_much
    return found


def outlook(history: History, kind: Kind, now: datetime, settings: Settings) -> Outlook:
    """What a message of this kind to this recruiter would meet at `now`; one that answers nothing in particular."""
    policy = Policy(settings.gaps)
    where = standing(history, policy, now)
    if not where.own:
        return Outlook(0, True, min(now, where.life or now))
    opening = opens_at(where.own, where.theirs, policy)
    free = kind in _CLOSING or (kind == "thank-you" and not _assumed_lately(history, now))
    may_send = free or may_go(where, policy, now, asks=kind == "follow-up")
    if may_send and (opening is None or opening > now):
        opening = now
    return Outlook(count(where.own, where.theirs, policy), may_send, opening)


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


def _too_much(message: Message, history: History, where: Standing, now: datetime, settings: Settings) -> list[Finding]:
    name = _name(message, history.recruiter)
    opening = opens_at(where.own, where.theirs, Policy(settings.gaps))
    past = f"{_sentence(name, where.own, now)} No answer has come since."
    if opening is None:
        text = f"{past} One more would read as pressure, so this one had better wait until they write."
        advice = "Leave the next word to them. Once they write, or you have spoken, you can answer at once."
        return _finding(settings, "enough", text, advice, history.recruiter)
    text = f"{past} The next message is welcome {days.since(opening, now)}."
    advice = "Let it rest, and snooze it until then. If they write first, you can answer at once."
    return _finding(settings, "too-soon", text, advice, history.recruiter, next_allowed=opening)


def _hasty(message: Message, history: History, where: Standing, now: datetime, settings: Settings) -> list[Finding]:
    last = where.own[-1].when
    if now - last >= HASTY:
        return []
    past = _sentence(_name(message, history.recruiter), where.own[-1:], now)
    text = f"{past} Asking for news so soon can read as pressing."
    advice = f"People often need a week to decide. It is kinder to ask {days.since(last + HASTY, now)}."
    return _finding(settings, "hasty", text, advice, history.recruiter, next_allowed=last + HASTY)


def _finding(
    settings: Settings, rule: str, message: str, advice: str, recruiter: str, *, next_allowed: datetime | None = None
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


def _name(message: Message, recruiter: str) -> str:
    """The recruiter's name as the message writes it, else the address."""
    for person in (*message.to, *message.cc):
        if person.name and person.address.casefold() == recruiter.casefold():
            return person.name
    return recruiter


_VERBS = {"mail": "wrote", "text": "texted", "call": "called"}
_SHOWN = 4


def _sentence(name: str, own: Sequence[Contact], now: datetime) -> str:
    """What was sent when: "You wrote to Jo Park on Tue 4 November and called on Fri 7 November."

    Of many contacts only the first and the last are named.
    """
    touches = list(dict.fromkeys((contact.kind, days.on(contact.when, now)) for contact in own))
    if len(touches) > _SHOWN:
        first, last = days.on(own[0].when, now), days.on(own[-1].when, now)
        return f"You were in touch with {name} {len(own)} times, first {first} and last {last}."
    parts: list[str] = []
    for kind, group in groupby(touches, key=lambda touch: touch[0]):
        whom = "" if parts else f" to {name}" if kind == "mail" else f" {name}"
        parts.append(f"{_VERBS[kind]}{whom} {days.listed([when for _, when in group])}")
    return f"You {days.listed(parts)}."
