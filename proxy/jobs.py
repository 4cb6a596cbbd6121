"""What the worker is asked, and how it is done: parsing and the checks, and what of a message's words means other days.

In whatever process it is called; what is heavy is loaded at the first job.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from checks.model import THREAD_LIMIT, Findings, History, Message, Settings
from proxy.addresses import normalise
from proxy.answers import Answer


@dataclass(frozen=True, slots=True)
class Job:
    """A message to judge: its octets or the file that holds them; the recruiters among its recipients (normalised)
    and a history for each; `now`, aware; `null_sender`: whether the envelope's sender is "<>"; `answered`: the
    beginning of the message that this one answers, as the mailbox has it, b"" where that is not known."""

    content: bytes | Path
    recipients: tuple[str, ...]
    histories: tuple[History, ...]
    now: datetime
    settings: Settings
    null_sender: bool = False
    answered: bytes = b""


@dataclass(frozen=True, slots=True)
class Dated:
    """A message that goes later than it was written: its octets or their file, and both times in the user's zone."""

    content: bytes | Path
    written: datetime
    going: datetime


Task = Job | Answer | Dated
"""What the process may be asked."""


def find(job: Job) -> Findings:
    """Parses and checks, in this process. Raises whatever a check raises."""
    from proxy.parse import parse

    content = job.content if isinstance(job.content, bytes) else job.content.read_bytes()
    message = parse(content, job.null_sender)
    from checks import catalog

    if job.answered:
        message = replace(message, thread=_thread(parse(job.answered), message, job.settings.own))
    return catalog.find(message, job.recipients, job.histories, job.now, job.settings)


def _thread(answered: Message, message: Message, own: frozenset[str]) -> str:
    """What the other side newly wrote in it; "" where it is another message, the user's own, or a program's."""
    from checks.text import new_text

    if answered.message_id != message.in_reply_to or answered.kind != "mail":
        return ""
    return "" if normalise(answered.sender.address) in own else new_text(answered.body).text[:THREAD_LIMIT]


def relative_here(dated: Dated) -> tuple[str, ...]:
    """What its words would mean that name days from where it was written, in sentences."""
    from checks.relative_days import relative
    from checks.text import new_text
    from proxy.parse import parse

    content = dated.content if isinstance(dated.content, bytes) else dated.content.read_bytes()
    text = new_text(parse(content).body)
    return tuple(each.sentence for each in relative(text, dated.written, dated.going))


def judges_nothing(_job: Job) -> Findings:
    """`judge` of a Worker that only reads: what the checks need is not loaded, so that it is there at once."""
    raise RuntimeError("this process judges nothing")
