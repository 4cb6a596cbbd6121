"""How people and times are named in letters and replies. Pure."""

from __future__ import annotations

from datetime import datetime, tzinfo

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


def moment(when: datetime, zone: tzinfo | None) -> str:
    """A time as people say it: "Tue 25 November, 09:00", local. `zone` None: the system's."""
    local = when.astimezone(zone)
    return f"{local:%a} {local.day} {local:%B, %H:%M}"


def listed(names: tuple[str, ...]) -> str:
    """Names in a row: "Jo Park", "Jo Park and Lee Chan", "Jo Park and 2 others"."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"
