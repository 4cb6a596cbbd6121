"""What the checks take and give: messages and histories in, findings out.

Everything here is frozen and slotted, so that it can cross the wall to the worker process, and holds no I/O and no
clock. Text is counted in code points; times are aware `datetime`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal, get_args

Mistake = Literal["frequency", "social-media", "presumption", "thanks", "negativity", "sloppiness", "other-offers"]
MISTAKES: tuple[Mistake, ...] = get_args(Mistake)
"""The seven, in the order in which they are shown everywhere."""

Effect = Literal["hold", "note"]
Level = Literal["hold", "note", "off"]
Part = Literal["subject", "body", "headers", "history"]
ContactKind = Literal["mail", "call", "text", "meeting"]
Direction = Literal["out", "in", "both"]

MailKind = Literal["mail", "calendar", "receipt", "machine"]
"""`mail` is what a person wrote. The others (RFC 5546 replies, RFC 8098 receipts, RFC 3834 automatic mail) skip all
checks and are no contacts."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name (decoded, may be empty) and an address as the message writes them."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that the recipient would see as a file. `size`: octets after decoding; `name` may be empty."""

    name: str
    content_type: str
    size: int


THREAD_LIMIT = 4_000
"""Code points of `Message.thread`: what was said last is short, and stands on top."""


@dataclass(frozen=True, slots=True)
class Message:
    """One outgoing message as the checks read it.

    `subject`, `body`: decoded, CRLF as LF, no lone surrogates; `body` is the first text/plain part that is not an
    attachment, else text made from HTML, quotes and signature included. Offsets of findings count in these.
    `message_id`, `in_reply_to` and `references` keep their angle brackets; empty where there are none.
    `kind_reason` says what made a message other than `mail` ("Auto-Submitted: auto-replied").
    `unreadable`: why the text can't be read (encrypted, broken beyond repair); the text checks then rest.
    `thread`: what the other side newly wrote in the message that this one answers, at most THREAD_LIMIT code points;
    empty where nobody knows.
    """

    sender: Person
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    subject: str = ""
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    date: datetime | None = None
    has_subject: bool = True
    from_html: bool = False
    kind: MailKind = "mail"
    kind_reason: str = ""
    unreadable: str = ""
    thread: str = ""

    @property
    def reply(self) -> bool:
        """Whether it answers something: it carries In-Reply-To or References (RFC 5322, section 3.6.4)."""
        return bool(self.in_reply_to or self.references)


@dataclass(frozen=True, slots=True)
class Contact:
    """One dated touch between the user and a recruiter.

    `thread`: the Message-IDs that this mail names (In-Reply-To and References), for the replies in one thread.
    `address`: the recruiter's, normalised (domain lower-case in A-labels, local part lower-case).
    """

    when: datetime
    kind: ContactKind
    direction: Direction
    address: str
    message_id: str = ""
    thread: tuple[str, ...] = ()
    subject: str = ""
    note: str = ""
    answered: bool = True
    """For calls of the user: whether they were answered (`--unanswered`: a turn and no sign of life)."""
    thanks: bool = False
    """For the user's mail that tactful read: whether its words thanked the reader."""
    promised: date | None = None
    """For what they said or wrote: the last day by which they want to be in touch; in an automatic reply, the day of
    their return. `words`: theirs that say so."""
    words: str = ""
    until: datetime | None = None
    """For an interview: when it ends, where that is known."""


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of one recruiter, and when the mailbox was last read (None: it never was).

    `contacts`: oldest first; a meeting after `now` is an interview that was agreed. `company`: the contacts with
    everybody of the same company, this recruiter included, `address` naming one person each; of an agency only what its
    people wrote, empty where there is no company (free mail, job boards). `away`: automatic replies that name a day of
    return; no contacts. `urgent`: when mail of the day itself went to them; no contacts either. `thanked`: when such
    mail thanked them.
    `agency`: counted by thread. `offered`: they made an offer.
    """

    recruiter: str
    contacts: tuple[Contact, ...] = ()
    synced: datetime | None = None
    company: tuple[Contact, ...] = ()
    away: tuple[Contact, ...] = ()
    urgent: tuple[datetime, ...] = ()
    thanked: tuple[datetime, ...] = ()
    agency: bool = False
    offered: bool = False


DEFAULT_GAPS: tuple[timedelta, ...] = (timedelta(hours=4), timedelta(days=21))

DEFAULT_LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "sloppiness.readability": "note",
        "frequency.hasty": "note",
        "frequency.meeting-assumed": "note",
        "frequency.promised": "note",
        "frequency.quiet": "note",
    }
)
"""Rules that are only worth a mention unless the user says otherwise by the rule's own name."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When mail had better wait, in the zone of `now`: whole days (0 is Monday), and hours, which may go past midnight
    (first one included, last one not)."""

    days: frozenset[int] = frozenset()
    hours: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set for the checks.

    `levels`: a mistake or a rule's whole name -> level; what is not named holds, but for DEFAULT_LEVELS.
    `gaps`: the n-th follow-up needs `gaps[n-1]` since the last turn; after the last, none until they write.
    `company_turns`, `company_within`: at most so many turns to one company, unanswered, within that time.
    `words`: the user's own words (case-folded), never misspelt. `own`: the user's own addresses (normalised).
    `language`: what the user usually writes (ISO 639-1), for texts too short to tell.
    """

    levels: Mapping[str, Level] = field(default_factory=lambda: dict(DEFAULT_LEVELS))
    gaps: tuple[timedelta, ...] = DEFAULT_GAPS
    company_turns: int = 8
    company_within: timedelta = timedelta(days=14)
    quiet: Quiet = Quiet()
    urgent: Literal["forward", "hold"] = "forward"
    words: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    language: str = "en"

    def level(self, mistake: Mistake, rule: str) -> Level:
        """The level of `rule` ("sloppiness.placeholder"): its own, else off with its check, else the default."""
        if rule in self.levels:
            return self.levels[rule]
        of_check = self.levels.get(mistake, "hold")
        return of_check if of_check == "off" else DEFAULT_LEVELS.get(rule, of_check)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's hit.

    `rule`: "check.rule". `message` says in a friendly sentence what a recruiter would read, `advice` what to do
    instead. `start`, `end`: code points in the subject or body, where `part` is one of these and words can be pointed
    at; else None, and `excerpt` is empty. Where there is an excerpt it equals `text[start:end]`.
    `recruiter`: whom it is about (normalised), None where it is the same for all.
    `correction`: what to write in place of the excerpt, where that is certain.
    `next_allowed`: for frequency, when the message may go; None: not before they write.
    """

    mistake: Mistake
    rule: str
    effect: Effect
    message: str
    advice: str
    part: Part
    start: int | None = None
    end: int | None = None
    excerpt: str = ""
    recruiter: str | None = None
    correction: str | None = None
    next_allowed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one message, in the order of MISTAKES and then of the text.

    `language`: ISO 639-1 of the new text, "" where unknown. `checked`: whether the text rules were applied;
    `reason`: why not ("written in Portuguese", "encrypted", "Auto-Submitted: auto-replied").
    `contact`: whether sending this message is a contact (machine mail, calendar replies and receipts are not).
    `thanks`: whether its words thank the reader.
    `urgent`: it is about the day itself, so nearly all is noted only, and it is no contact either.
    """

    findings: tuple[Finding, ...] = ()
    language: str = ""
    checked: bool = True
    reason: str = ""
    contact: bool = True
    thanks: bool = False
    urgent: bool = False

    @property
    def holds(self) -> tuple[Finding, ...]:
        """The findings for which the message is held."""
        return tuple(finding for finding in self.findings if finding.effect == "hold")

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes among `holds`, each once, in the fixed order."""
        found = {finding.mistake for finding in self.holds}
        return tuple(mistake for mistake in MISTAKES if mistake in found)
