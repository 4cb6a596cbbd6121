"""How people and times are named in letters and replies. Pure."""

from __future__ import annotations

from datetime import datetime, tzinfo

from checks.model import Mistake
from proxy.model import State

STATE_IN_WORDS: dict[State, str] = {
    "held": "waits for your word",
    "snoozed": "goes by itself when it is due",
    "rejected": "was not taken from your mail program, and is kept",
    "releasing": "is being sent",
    "unknown": "may have been sent: your server did not say",
    "released": "was sent",
    "drafted": "is back in Drafts",
    "discarded": "was not sent, as you said",
}

IN_A_FEW_WORDS: dict[Mistake, str] = {
    "frequency": "too soon after your last word",
    "social-media": "asks to connect on social media",
    "presumption": "sounds as if you had the job",
    "thanks": "no thank-you in it",
    "negativity": "may read as angry or pressing",
    "sloppiness": "a slip in the writing",
    "other-offers": "brings up other offers",
}


def moment(when: datetime, zone: tzinfo | None) -> str:
    """A time as people say it: "Tue 25 November, 09:00", local. `zone` None: the system's."""
    local = when.astimezone(zone)
    return f"{local:%a} {local.day} {local:%B, %H:%M}"


def clock_time(when: datetime, now: datetime, zone: tzinfo | None) -> str:
    """A time of today as "at 14:02", of another day with its date."""
    local, today = when.astimezone(zone), now.astimezone(zone).date()
    return f"at {local:%H:%M}" if local.date() == today else f"on {moment(when, zone)}"


def one_line(text: str) -> str:
    """Text of a message on one line, without anything that a terminal or a mail program would act on."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def listed(names: tuple[str, ...]) -> str:
    """Names in a row: "Jo Park", "Jo Park and Lee Chan", "Jo Park and 2 others"."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"
