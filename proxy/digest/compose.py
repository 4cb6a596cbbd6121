"""Notices and digests as text and as mail. Pure: what is told and the time come in, a letter goes out.

Plain words, no blame. Everything that comes from a message is on lines of its own, as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from shlex import quote

from checks.model import Finding, Mistake
from proxy.addresses import normalise
from proxy.digest.words import STATE_IN_WORDS, listed, moment
from proxy.model import Held
from proxy.store.remarks import Remark

IN_A_FEW_WORDS: dict[Mistake, str] = {
    "frequency": "too soon after your last word",
    "social-media": "asks to connect on social media",
    "presumption": "sounds as if you had the job",
    "thanks": "no thank-you in it",
    "negativity": "may read as angry or pressing",
    "sloppiness": "a slip in the writing",
    "other-offers": "brings up other offers",
}

_EXCERPT = 160
_NAME = 80


@dataclass(frozen=True, slots=True)
class Told:
    """A kept message and what its own headers call its recipients: normalised address -> name."""

    message: Held
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def people(self) -> str:
        """The recipients by name where they have one: "Jo Park and Lee Chan"."""
        return _listed(tuple(_line(self.names.get(normalise(each), "")) or each for each in self.message.recipients))


def notice_subject(told: Told) -> str:
    """What a notice is about, readable in a list of mail."""
    message = told.message
    if message.state == "unknown":
        return f"May have been sent: your mail to {told.people}"
    mistakes = _mistakes(message.findings)
    why = IN_A_FEW_WORDS[mistakes[0]] if mistakes else "it could not be checked"
    more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
    return f"Not sent yet: your mail to {told.people}, {why}{more}"


def notice_text(told: Told, zone: tzinfo | None) -> str:
    """The text of a notice: word of one hold."""
    message = told.message
    if message.state == "unknown":
        opening = (
            f"tactful handed your mail to {told.people} to your mail server, and the connection broke before the\n"
            "server said whether it took it. It is kept here, so that it is neither lost nor sent twice.\n"
        )
    else:
        opening = (
            f"Your mail to {told.people} has not been sent. tactful is keeping it for a second look, because\n"
            "something in it could hurt your chances. Your mail program may show it among sent mail; it isn't.\n"
        )
    return f"{opening}\n{entry(told, zone)}"


def digest_subject(waiting: Sequence[Told]) -> str:
    """What a digest is about."""
    count = len(waiting)
    return f"{count} {'mail waits' if count == 1 else 'mails wait'} for your word"


def digest_text(waiting: Sequence[Told], remarks: Sequence[Remark], zone: tzinfo | None) -> str:
    """The text of a digest: what waits, the newest first, and what was noted in mail that was sent."""
    if not waiting and not remarks:
        return "Nothing waits for you.\n"
    parts = []
    if waiting:
        one = len(waiting) == 1
        parts.append(
            f"{'One mail has' if one else f'{len(waiting)} mails have'} not been sent and "
            f"{'waits' if one else 'wait'} for your word.\n"
        )
        parts += [entry(told, zone) for told in waiting]
    if remarks:
        parts.append("Sent, with something worth knowing for the next one:\n")
        parts += [_remark(remark, zone) for remark in remarks]
    return "\n".join(parts)


def entry(told: Told, zone: tzinfo | None) -> str:
    """One kept message: who, what about, each finding with its words and what to do instead, and the commands."""
    message = told.message
    lines = [
        f"To:      {told.people}",
        f"Subject: {_line(message.subject) or '(none)'}",
        f"Written: {moment(message.received, zone)}",
        f"State:   {STATE_IN_WORDS[message.state]}"
        + (f" ({moment(message.due, zone)})" if message.due and message.state == "snoozed" else ""),
        "",
    ]
    if message.outcome:
        lines += [f"  {_line(message.outcome)}", ""]
    for finding in message.findings:
        lines += [*_finding(finding, zone), ""]
    lines += [*_commands(message, zone), ""]
    return "\n".join(lines)


def letter(  # noqa: PLR0917
    account: str, subject: str, text: str, message_id: str, now: datetime, name: str = "tactful"
) -> bytes:
    """A letter to the user's own mailbox, from their own address (RFC 5322), with CRLF line ends."""
    mail = EmailMessage(policy=SMTP)
    local, _, domain = account.rpartition("@")
    address = Address(name, local, domain)
    mail["From"] = address
    mail["To"] = Address("", local, domain)
    mail["Subject"] = _line(subject)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834, section 5: nothing should answer it by itself
    mail.set_content(text, cte="quoted-printable")
    return mail.as_bytes()


def _listed(names: tuple[str, ...]) -> str:
    plain = (_line(name) for name in names)
    return listed(tuple(name if len(name) <= _NAME else name[: _NAME - 3] + "..." for name in plain)) or "nobody"


def _mistakes(findings: Sequence[Finding]) -> list[Mistake]:
    return list(dict.fromkeys(finding.mistake for finding in findings if finding.effect == "hold"))


def _finding(finding: Finding, zone: tzinfo | None) -> list[str]:
    kind = finding.mistake if finding.effect == "hold" else f"{finding.mistake} (only a note)"
    lines = [f"  {kind}: {_line(finding.message)}"]
    if finding.excerpt:
        excerpt = _line(finding.excerpt)
        shown = excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 3] + "..."
        lines.append(f"    Your words:  {shown}")
    if finding.correction:
        lines.append(f"    Better:      {_line(finding.correction)}")
    lines.append(f"    Instead:     {_line(finding.advice)}")
    if finding.rule == "sloppiness.spelling" and finding.excerpt:
        lines.append(f"    If this is a word of yours: `tactful words add {quote(_line(finding.excerpt))}`")
    if finding.next_allowed is not None:
        lines.append(f"    It may go:   {moment(finding.next_allowed, zone)}")
    return lines


def _commands(message: Held, zone: tzinfo | None) -> list[str]:
    id_ = message.id
    if message.state == "unknown":
        return [
            "  Look in Sent first. Then, in a terminal:",
            f"    tactful release {id_} --was-sent   it was sent",
            f"    tactful release {id_} --again      it was not: send it again",
            f"    tactful discard {id_}              leave it",
        ]
    lines = ["  In a terminal:", f"    tactful release {id_}   send it now"]
    if any(each.effect == "hold" for each in message.findings):
        lines.append(f"    tactful release {id_} --mute   send it, and don't mention this to them again")
    dates = [each.next_allowed for each in message.findings if each.mistake == "frequency" and each.effect == "hold"]
    if message.state == "held" and dates and None not in dates:
        latest = max(date for date in dates if date is not None)
        lines.append(f"    tactful snooze {id_}    send it when it is due: {moment(latest, zone)}")
    lines += [
        f"    tactful draft {id_}     put it back into Drafts, to change it",
        f"    tactful discard {id_}   don't send it",
    ]
    return lines


def _remark(remark: Remark, zone: tzinfo | None) -> str:
    lines = [
        f"To:      {', '.join(map(_line, remark.recipients))}",
        f"Subject: {_line(remark.subject) or '(none)'}",
        f"Sent:    {moment(remark.at, zone)}",
        "",
    ]
    for finding in remark.findings:
        lines += [*_finding(finding, zone), ""]
    return "\n".join(lines)


def _line(text: str) -> str:
    """Text of a message on one line, without anything that a terminal or a mail program would act on."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
