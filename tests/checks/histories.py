"""Histories for tests, written as what happened how long ago."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from checks.frequency import find
from checks.model import Contact, ContactKind, Direction, Finding, History, Message, Person, Settings
from checks.occasions import Kind

NOW = datetime(2025, 11, 12, 14, 30, tzinfo=UTC)
JO = "jo.park@acme.example"
SETTINGS = Settings()
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def span(text: str) -> timedelta:
    """ "3d12h" -> 3 days and 12 hours."""
    return sum(
        (timedelta(**{_UNITS[unit]: int(number)}) for number, unit in re.findall(r"(\d+)([dhm])", text)), timedelta()
    )


def touch(text: str) -> Contact:
    """ "9d mail", "2h mail id=a re=b,c subject=Data_Analyst", "8d thanked mail", "3d them mail", "1d meeting",
    "2d spoke", "+1h mail"."""
    age, *words = text.split()
    marks = dict(word.split("=", 1) for word in words if "=" in word)
    plain = [word for word in words if "=" not in word and word != "thanked"]
    kinds: dict[str, ContactKind] = {
        "mail": "mail",
        "call": "call",
        "text": "text",
        "meeting": "meeting",
        "spoke": "call",
    }
    direction: Direction = "in" if "them" in plain else "both" if plain[-1] in ("meeting", "spoke") else "out"
    return Contact(
        when=NOW + span(age) if age.startswith("+") else NOW - span(age),
        kind=kinds[plain[-1]],
        direction=direction,
        address=JO,
        message_id=f"<{marks['id']}@example.org>" if "id" in marks else "",
        thread=tuple(f"<{name}@example.org>" for name in marks["re"].split(",")) if "re" in marks else (),
        subject=marks.get("subject", "").replace("_", " "),
        note=marks.get("note", "").replace("_", " "),
        answered=plain[-1] != "call",
        thanks="thanked" in words,
    )


def past(*texts: str) -> History:
    return History(JO, tuple(touch(text) for text in texts))


def mail(subject: str = "The analyst role", re: str = "") -> Message:
    names = tuple(f"<{name}@example.org>" for name in re.split(",")) if re else ()
    return Message(
        sender=Person("Sam Reed", "sam@example.org"),
        to=(Person("Jo Park", JO),),
        subject=subject,
        message_id="<new@example.org>",
        in_reply_to=names[-1] if names else "",
        references=names,
    )


def judged(
    history: History, kind: Kind, message: Message | None = None, now: datetime = NOW, settings: Settings = SETTINGS
) -> list[Finding]:
    return find(message or mail(), kind, [history], now, settings)
