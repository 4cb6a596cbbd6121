"""Notices and digests as text and as mail. Pure: what is told and the time come in, a letter goes out.

Plain words, no blame. Everything that comes from a message is on lines of its own, as text. `page` says the
same in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from shlex import quote
from textwrap import fill

from checks.model import Finding, Mistake
from proxy.addresses import normalise
from proxy.digest import commands
from proxy.digest.words import STATE_IN_WORDS, listed, moment, one_line
from proxy.model import Command, Held
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

UNTHANKED = "No thank-you has gone yet, as far as I know:"
REMARKS = "Sent, with something worth knowing for the next one:"

_EXCERPT = 160
MOST = 12
"""Findings of one message in a letter; the page and `tactful show` have the others."""
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>", re.ASCII)
"""One that goes into a field as it is and fits a line."""
_NAME = 80


@dataclass(frozen=True, slots=True)
class Told:
    """A kept message and what its own headers call its recipients: normalised address -> name.

    `answers`: the commands that may be answered by mail, each with its token; none where that is not offered. `link`:
    where the page shows it, "" where there is no page. `age`: how long it waits, where that is long. `met`: when the
    interview was for which it thanks, None where it thanks for none.
    `folder`: where it lies in the mailbox, "" for nowhere.
    """

    message: Held
    names: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[tuple[Command, str], ...] = ()
    link: str = ""
    age: str = ""
    met: datetime | None = None
    folder: str = ""

    @property
    def people(self) -> str:
        """The recipients by name where they have one: "Jo Park and Lee Chan"."""
        return _listed(tuple(one_line(self.names.get(normalise(each), "")) or each for each in self.message.recipients))


def notice_subject(told: Told, *, again: bool = False) -> str:
    """What a notice is about, readable in a list of mail. `again`: of the second one."""
    message = told.message
    if message.state == "unknown":
        return f"{'Still open, it may' if again else 'May'} have been sent: your mail to {told.people}"
    mistakes = _mistakes(message.findings)
    why = IN_A_FEW_WORDS[mistakes[0]] if mistakes else "it could not be checked"
    more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
    return f"{'Still not sent' if again else 'Not sent yet'}: your mail to {told.people}, {why}{more}"


def notice_text(told: Told, zone: tzinfo | None, *, again: bool = False) -> str:
    """The text of a notice: word of one hold."""
    words = f"{opening(told, again=again)} {whereabouts(told)}"
    return f"{fill(words, 100)}\n\n{entry(told, zone)}"


def opening(told: Told, *, again: bool = False) -> str:
    """How a notice begins."""
    if again and told.message.state == "unknown":
        return (
            f"Nobody has said yet whether your mail to {told.people} was sent: your mail server didn't, and tactful "
            "doesn't know. It is kept here until you say so. After this there is no further reminder, only the digest."
        )
    if again:
        return (
            f"Your mail to {told.people} still waits for your word: it has not been sent. tactful wrote to you about "
            "it an hour ago, in case you missed that. After this there is no further reminder, only the digest."
        )
    if told.message.state == "unknown":
        return (
            f"tactful handed your mail to {told.people} to your mail server, and the connection broke before the "
            "server said whether it took it. It is kept here, so that it is neither lost nor sent twice."
        )
    return (
        f"Your mail to {told.people} has not been sent. tactful is keeping it for a second look, because "
        "something in it could hurt your chances."
    )


def whereabouts(told: Told) -> str:
    """Where it is now, and what Sent shows of it."""
    if told.folder:
        return (
            f'It is in the folder "{one_line(told.folder)}" of your mailbox, on all your devices; move it there to '
            '"Send now", "Don\'t send" or Drafts, and that is done.'
        )
    if told.message.state == "unknown":
        return "A copy in Sent may be what your mail program filed, sent or not."
    return "Your mail program may show it among sent mail; it isn't: such a copy in Sent was not sent."


def digest_subject(waiting: Sequence[Told], more: int = 0, *, unthanked: Sequence[str] = ()) -> str:
    """What a digest is about. `more`: how many wait that it has no room for."""
    count = len(waiting) + more
    if not waiting:
        return "A thank-you that may be missing" if unthanked else "Notes on mail that was sent"
    return f"{count} {'mail waits' if count == 1 else 'mails wait'} for your word"


def digest_text(
    waiting: Sequence[Told],
    remarks: Sequence[Remark],
    zone: tzinfo | None,
    *,
    unthanked: Sequence[str] = (),
    also: Sequence[str] = (),
    more: int = 0,
    page: str = "",
) -> str:
    """The text of a digest: what waits, in this order, for which interviews thanks are missing, in paragraphs, and what
    was noted in mail that was sent.

    `also`: sentences at its end; `more`: how many wait besides; `page`: the page's address, "" where there is none.
    """
    parts = [] if waiting or remarks or unthanked else ["Nothing waits for you.\n"]
    if waiting:
        parts.append(f"{count_in_words(waiting, more)}\n")
        parts += [entry(told, zone) for told in waiting]
    if more:
        parts.append(f"{more_in_words(more, page)}{page and f' {page}/'}\n")
    if unthanked:
        parts.append(f"{UNTHANKED}\n")
        parts += [f"{fill(one, 100)}\n" for one in unthanked]
    if remarks:
        parts.append(f"{REMARKS}\n")
        parts += [_remark(remark, zone) for remark in remarks]
    parts += [f"{fill(line, 100)}\n" for line in also]
    return "\n".join(parts)


def more_in_words(more: int, page: str) -> str:
    """Of what a digest has no room for."""
    return f"And {more} more on the page, on your own computer:" if page else f"And {more} more: see `tactful held`."


def count_in_words(waiting: Sequence[Told], more: int = 0) -> str:
    """How a digest begins."""
    count = len(waiting) + more
    one = count == 1
    return (
        f"{'One mail has' if one else f'{count} mails have'} not been sent and "
        f"{'waits' if one else 'wait'} for your word."
    )


def facts(told: Told, zone: tzinfo | None) -> list[tuple[str, str]]:
    """What a kept message is: labels and values."""
    message = told.message
    met = [("Thanks for", f"your interview of {moment(told.met, zone)}")] if told.met else []
    due = f" ({moment(message.due, zone)})" if message.due and message.state == "snoozed" else ""
    return [
        ("To", told.people),
        ("Subject", one_line(message.subject) or "(none)"),
        ("Written", moment(message.received, zone) + (told.age and f", {told.age} ago")),
        ("State", STATE_IN_WORDS[message.state] + due),
        *met,
    ]


def entry(told: Told, zone: tzinfo | None) -> str:
    """One kept message: who, what about, each finding with its words and what to do instead, and the commands."""
    message = told.message
    lines = [*(f"{label + ': ':<9}{value}" for label, value in facts(told, zone)), ""]
    if message.outcome:
        lines += [f"  {one_line(message.outcome)}", ""]
    for finding in message.findings[:MOST]:
        lines += [*_finding(finding, zone), ""]
    if left_out(message):
        lines += [f"  {left_out(message)}", ""]
    link = [f"  On your own computer, on the page: {told.link}"] if told.link else []
    lines += [*_answers(told.answers), *link, *_commands(message, zone), ""]
    return "\n".join(lines)


def left_out(message: Held) -> str:
    """Of findings that a letter has no room for, "" where it has."""
    count = len(message.findings) - MOST
    return f"And {count} more: see `tactful show {message.id}`." if count > 0 else ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says: as text, and the same as HTML."""

    subject: str
    text: str
    html: str


def letter(
    account: str, words: Words, message_id: str, now: datetime, *, name: str = "tactful", thread: Sequence[str] = ()
) -> bytes:
    """A letter to the user's own mailbox, from their own address (RFC 5322), with CRLF line ends.

    `thread`: the Message-IDs of the conversation that it goes on with, the last one that it answers.
    """
    mail = EmailMessage(policy=SMTP)
    local, _, domain = account.rpartition("@")
    address = Address(name, local, domain)
    mail["From"] = address
    mail["To"] = Address("", local, domain)
    mail["Subject"] = one_line(words.subject)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834, section 5: nothing should answer it by itself
    before = [each for each in thread if _MESSAGE_ID.fullmatch(each)]
    if before:
        mail["In-Reply-To"] = before[-1]
        mail["References"] = " ".join(before)
    mail.set_content(words.text, cte="quoted-printable")
    mail.add_alternative(words.html, subtype="html", cte="quoted-printable")
    return mail.as_bytes()


def _listed(names: tuple[str, ...]) -> str:
    plain = (one_line(name) for name in names)
    return listed(tuple(name if len(name) <= _NAME else name[: _NAME - 3] + "..." for name in plain)) or "nobody"


def _mistakes(findings: Sequence[Finding]) -> list[Mistake]:
    return list(dict.fromkeys(finding.mistake for finding in findings if finding.effect == "hold"))


def kind(finding: Finding) -> str:
    """The mistake, and whether it is only a note."""
    return finding.mistake if finding.effect == "hold" else f"{finding.mistake} (only a note)"


def own_word(finding: Finding) -> str:
    """The command that makes a misspelt word one of the user's own, "" where it is about something else."""
    if finding.rule != "sloppiness.spelling" or not finding.excerpt:
        return ""
    return f"tactful words add {quote(one_line(finding.excerpt))}"


YOURS = "Your words"


def advice(finding: Finding, zone: tzinfo | None) -> list[tuple[str, str]]:
    """What was found and what to do about it: labels and values. The user's own words under YOURS."""
    lines = []
    if finding.excerpt:
        excerpt = one_line(finding.excerpt)
        lines.append((YOURS, excerpt if len(excerpt) <= _EXCERPT else excerpt[: _EXCERPT - 3] + "..."))
    if finding.correction:
        lines.append(("Better", one_line(finding.correction)))
    lines.append(("Instead", one_line(finding.advice)))
    if finding.next_allowed is not None:
        lines.append(("It may go", moment(finding.next_allowed, zone)))
    return lines


def _finding(finding: Finding, zone: tzinfo | None) -> list[str]:
    lines = [f"  {kind(finding)}: {one_line(finding.message)}"]
    lines += [f"    {label + ':':<13}{value}" for label, value in advice(finding, zone)]
    if own_word(finding):
        lines.append(f"    If this is a word of yours: `{own_word(finding)}`")
    return lines


def _answers(answers: Sequence[tuple[Command, str]]) -> list[str]:
    if not answers:
        return []
    lines = ["  By mail, from any device: write to yourself, with one of these as the subject:"]
    return [*lines, *(f"    {commands.subject(command, token)}" for command, token in answers), ""]


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
    due = commands.may_go(message)
    if due is not None:
        lines.append(f"    tactful snooze {id_}    send it when it is due: {moment(due, zone)}")
    lines += [
        f"    tactful draft {id_}     put it back into Drafts, to change it",
        f"    tactful discard {id_}   don't send it",
    ]
    return lines


def _remark(remark: Remark, zone: tzinfo | None) -> str:
    lines = [
        f"To:      {', '.join(map(one_line, remark.recipients))}",
        f"Subject: {one_line(remark.subject) or '(none)'}",
        f"Sent:    {moment(remark.at, zone)}",
        "",
    ]
    for finding in remark.findings:
        lines += [*_finding(finding, zone), ""]
    return "\n".join(lines)
