"""Notices and digests as text and as mail. Pure: what is told and the time come in, a letter goes out.

Plain words, no blame. Everything that comes from a message is on lines of its own, as text. `page` says the
same in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from textwrap import fill

from checks.model import Finding, Mistake
from proxy.digest.entries import Told, entry, finding_lines
from proxy.digest.words import IN_A_FEW_WORDS, moment, one_line
from proxy.store.remarks import Remark

UNTHANKED = "No thank-you has gone yet, as far as I know:"
REMARKS = "Sent, with something worth knowing for the next one:"

_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>", re.ASCII)
"""One that goes into a field as it is and fits a line."""


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


def _mistakes(findings: Sequence[Finding]) -> list[Mistake]:
    return list(dict.fromkeys(finding.mistake for finding in findings if finding.effect == "hold"))


def _remark(remark: Remark, zone: tzinfo | None) -> str:
    lines = [
        f"To:      {', '.join(map(one_line, remark.recipients))}",
        f"Subject: {one_line(remark.subject) or '(none)'}",
        f"Sent:    {moment(remark.at, zone)}",
        "",
    ]
    for finding in remark.findings:
        lines += [*finding_lines(finding, zone), ""]
    return "\n".join(lines)
