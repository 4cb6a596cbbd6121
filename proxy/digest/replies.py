"""What is written back to an answer by mail: "Sent at 14:02", or why not. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from proxy.digest import entries, page
from proxy.digest.commands import LEADS_TO
from proxy.digest.compose import Words
from proxy.digest.entries import Told
from proxy.digest.words import clock_time, moment, one_line
from proxy.model import Command, Held

NOT_KNOWN = (
    "Nothing was done. The code in the subject of your mail is not one that tactful wrote to you, or not for what the "
    "subject says. Use a link of the newest notice, or `tactful held`."
)
"""To an answer whose token is nobody's."""

UNSURE = "It may have been sent: your server did not say. Look in Sent first."
"""Of a message that became unknown."""


def done(command: Command, message: Held, now: datetime, zone: tzinfo | None, warnings: Sequence[str] = ()) -> str:
    """That it was done; `message` as it is now. `warnings`: what of its words will mean another day when it goes."""
    at = clock_time(message.changed or now, now, zone)
    match LEADS_TO[command]:
        case "released":
            return "Noted: it was sent." if command == "was-sent" else f"Sent {at}."
        case "snoozed":
            return " ".join([f"It will be sent when it is due: {moment(message.due or now, zone)}.", *warnings])
        case "drafted":
            return "Put back into Drafts."
        case _:
            return "Not sent, as you said."


def failed(reason: str) -> str:
    """That it could not be done now."""
    return f"It was not done. {one_line(reason)}"


def late(message: Held, now: datetime, zone: tzinfo | None, *, used: bool) -> str:
    """Why nothing was done: what the message is by now. `used`: whether that very link was used before."""
    at = clock_time(message.changed or now, now, zone)
    match message.state:
        case "released":
            return f"It was sent already {at}."
        case "drafted":
            return f"It was put back into Drafts already {at}. Nothing else was done."
        case "discarded":
            return f"You said already {at} not to send it. Nothing else was done."
        case "releasing":
            return "It is being sent at this moment."
        case "snoozed":
            return f"It is to be sent when it is due: {moment(message.due or now, zone)}. Nothing else was done."
        case "unknown":
            return UNSURE
        case _:
            why = "That link was used before" if used else "That link is no longer good: something happened since"
            return f"{why}. Your mail has not been sent."


def reply(said: str, told: Told | None, zone: tzinfo | None) -> Words:
    """The letter that says it. `told`: the message, with answers where it still waits; None where none is known."""
    headline = one_line(said).partition(". ")[0].rstrip(".")
    about = f"{headline}: your mail to {told.people}" if told is not None else headline
    if told is None:
        return Words(about, f"{said}\n", page.document(about, [page.paragraph(said)]))
    if told.answers:
        text = f"{said}\n\n{entries.entry(told, zone)}"
        return Words(about, text, page.document(about, [page.paragraph(said), page.entry(told, zone)]))
    facts = entries.facts(told, zone)
    text = "\n".join([said, "", *(f"{label + ':':<9}{value}" for label, value in facts), ""])
    return Words(about, text, page.document(about, [page.paragraph(said), page.table(facts)]))
