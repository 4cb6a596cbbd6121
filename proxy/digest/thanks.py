"""The reminder that no thanks have gone for an interview, and the thank-you that may lie in Drafts. Pure.

Promises: kind, short, once; the draft passes all seven checks as it stands (a test holds it to that), and holds nothing
that the user would not want sent: no place, no title, no guess of what was said.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from proxy.digest import page
from proxy.digest.compose import Words
from proxy.digest.words import listed, moment, one_line
from proxy.store.interviews import Interview

_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .'’-]{1,2}[^\W\d_]+\.?){1,4}")
"""Two to five words of letters: what else calendars call people had better not stand after "Dear"."""

DRAFTED = "A short one lies in your Drafts, for you to change and send."
ONCE = (
    "Two sentences are enough, and they are read gladly, also a few days later. If you have thanked them in another "
    "way, there is nothing to do: this is the only reminder."
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One meeting for which nobody knows of thanks, by people who have not had any. `waits`: the IDs of thanks to them
    that are held; `drafted`: whether one lies in Drafts."""

    interviews: tuple[Interview, ...]
    waits: tuple[str, ...] = ()
    drafted: bool = False

    @property
    def people(self) -> str:
        """Who was met: "Jo Park and Lee Chan"."""
        return listed(tuple(one_line(each.name) or each.address for each in self.interviews))


def subject(reminder: Reminder) -> str:
    """What a reminder is about."""
    return f"A thank-you for your interview? {reminder.people}"


def on_desktop(reminder: Reminder) -> tuple[str, str]:
    """A notice's title and text; the text without an address."""
    return subject(reminder), "I know of none since you met. Two sentences are enough, and they are read gladly."


def words(reminder: Reminder, zone: tzinfo | None) -> Words:
    """A reminder as text and as HTML."""
    said = paragraphs(reminder, zone)
    blocks = [page.paragraph(each) for each in said]
    return Words(subject(reminder), "\n\n".join(said) + "\n", page.document(subject(reminder), blocks))


def paragraphs(reminder: Reminder, zone: tzinfo | None) -> list[str]:
    """What it says."""
    met = moment(reminder.interviews[0].starts, zone)
    said = [f"You met {reminder.people} ({met}), and I know of no thank-you since."]
    if reminder.waits:
        one = len(reminder.waits) == 1
        shown = ", ".join(f"`tactful show {id_}`" for id_ in reminder.waits)
        said.append(f"{'One' if one else 'Some'} that you wrote still {'waits' if one else 'wait'} here: {shown}")
    elif reminder.drafted:
        said.append(DRAFTED)
    return [*said, ONCE]


def greeting(name: str) -> str:
    """How a thank-you begins: "Dear Jo Park,", and where the name may be none: "Hello,"."""
    plain = re.sub(r"\s*[(\[|/].*$", "", one_line(name))
    last, comma, first = plain.partition(", ")
    plain = f"{first} {last}" if comma else plain  # as Exchange has it
    return f"Dear {plain}," if _NAME.fullmatch(plain) and plain[0].isupper() and len(plain) <= 50 else "Hello,"


def text(interview: Interview, zone: tzinfo | None) -> str:
    """The thank-you."""
    local = interview.starts.astimezone(zone)
    return (
        f"{greeting(interview.name)}\n\n"
        f"Thank you for taking the time to speak with me on {local:%A}. I enjoyed our conversation and was glad to "
        "learn more about the role and your team.\n\n"
        "I look forward to hearing from you.\n\n"
        "Kind regards\n"
    )


def draft(account: str, interview: Interview, now: datetime, zone: tzinfo | None) -> tuple[bytes, str]:
    """The thank-you as a mail for Drafts (RFC 5322), with CRLF line ends; and its Message-ID, the same at each try."""
    mail = EmailMessage(policy=SMTP)
    local, _, domain = account.rpartition("@")
    # Nothing in it names tactful: mail programs may send it with this very Message-ID.
    seed = "\0".join((account, interview.uid, interview.occurrence, interview.address, interview.starts.isoformat()))
    message_id = f"<{hashlib.sha256(seed.encode('utf-8', 'replace')).hexdigest()[:32]}@{domain}>"
    mail["From"] = Address("", local, domain)
    theirs, _, where = interview.address.rpartition("@")
    mail["To"] = Address(one_line(interview.name), theirs, where)
    mail["Subject"] = f"Thank you for your time on {interview.starts.astimezone(zone):%A}"
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail.set_content(text(interview, zone), cte="quoted-printable")
    return mail.as_bytes(), message_id


def in_digest(reminders: Sequence[Reminder], zone: tzinfo | None) -> list[str]:
    """What a digest says of them: a paragraph each."""
    return [" ".join(paragraphs(each, zone)) for each in reminders]
