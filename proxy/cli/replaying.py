"""`tactful check --replay`: what would have been held of the mail that somebody sent in the past.

Each message is judged as of its own date, with the earlier mail of the same mailbox as history. Reads only, and keeps
nothing of what it read.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from checks.model import Findings
from proxy.archive import Archive
from proxy.cli.common import acting, config_of
from proxy.cli.mailbags import Account, Fault, Files, Mail, Mailbag
from proxy.cli.output import Output, when
from proxy.cli.verdicts import Measure, as_json, measure, measure_of
from proxy.errors import WorkerError
from proxy.jobs import Job
from proxy.local_time import there
from proxy.muting import heard
from proxy.replay import Tally, Timeline, in_order
from proxy.worker import judge_here

_EXAMPLE = 60

NO_CONFIGURATION = (
    "Without a configuration all mail in there counts as yours, and everybody as a recruiter: name one with --config."
)
NO_ANSWERS = "No answers to it lie in there, so `frequency` takes all of it for unanswered."


@dataclass(frozen=True, slots=True)
class Result:
    """A message that was sent to recruiters, and what would have been found in it."""

    mail: Mail
    recruiters: tuple[str, ...]
    findings: Findings


def replay(arguments: Namespace, output: Output) -> int:
    """Judges a mailbox; the highest status of all its messages."""
    where: str = arguments.replay
    if where == "imap" or where.startswith("imap:"):
        by = measure(config_of(arguments))
        return acting(arguments, lambda house: _replay(Account(house, where, by), by, output))
    archive, by = Archive(Path(where)), measure_of(arguments)
    try:
        return asyncio.run(_replay(Files(archive, where, by), by, output))
    finally:
        archive.close()


async def _replay(mailbag: Mailbag, by: Measure, output: Output) -> int:
    tally, faults, status = Tally(), 0, 0
    kept: list[Result | Fault] = []
    with output.bar() as bar:
        task = bar.add_task(f"Reading {mailbag.name}", total=None)
        found = await mailbag.overview(lambda done, total: bar.update(task, completed=done, total=total))
        mail = in_order(each for each in found if isinstance(each, Mail))
        sent = [each for each in mail if each.seen.direction == "out" and _whose(each, by)]
        bar.update(task, description="Checking", completed=0, total=len(sent))
        contents = mailbag.contents(sent)
        async for result in _results([each for each in found if isinstance(each, Fault)], mail, contents, by):
            if isinstance(result, Result):
                tally.add(result.findings)
                status = max(status, 1 if result.findings.holds else 0)
            else:
                faults += 1
                status = max(status, result.status)
            bar.update(task, completed=tally.messages)
            if bar.disable:
                _tell(result, output)
            else:  # a line in the middle of the bar would be torn: they come when it has gone
                kept.append(result)
    for result in kept:
        _tell(result, output)
    answers = sum(each.seen.direction == "in" for each in mail)
    notes = [NO_CONFIGURATION] if by.is_recruiter is None else []
    notes += [NO_ANSWERS] if tally.messages and not answers else []
    _summary(mailbag.name, tally, faults, answers, " ".join(notes), output)
    return status


def _whose(mail: Mail, by: Measure) -> tuple[str, ...]:
    return by.recruiters(mail.seen.addresses, mail.seen.when)


async def _results(
    faults: list[Fault], mail: list[Mail], contents: AsyncGenerator[bytes | str, None], by: Measure
) -> AsyncIterator[Result | Fault]:
    timeline = Timeline()
    for fault in faults:
        yield fault
    for each in mail:
        recruiters = _whose(each, by)
        if each.seen.direction == "out" and recruiters:
            result = _judge(each, await anext(contents), recruiters, timeline, by)
            if isinstance(result, Result):
                timeline.assume(result.findings, each.seen.when)
            yield result
        timeline.add(each.seen, recruiters)


def _judge(
    mail: Mail, content: bytes | str, recruiters: tuple[str, ...], timeline: Timeline, by: Measure
) -> Result | Fault:
    if isinstance(content, str):
        return Fault(mail.name, content)
    at = there(mail.seen.when)
    histories = by.weighed(timeline.histories(recruiters, at), at)
    job = Job(content, recruiters, histories, at, by.settings)
    try:
        return Result(mail, recruiters, heard(judge_here(job), by.mutes, recruiters))
    except WorkerError as error:
        return Fault(mail.name, error.what, error.exit_code)


def _tell(result: Result | Fault, output: Output) -> None:
    if isinstance(result, Fault):
        if output.json:
            output.object({"file": result.name, "error": result.reason})
        else:
            output.complain(f"{result.name} is left out: {result.reason}.")
        return
    mail, found = result.mail, result.findings
    if output.json:
        output.object(as_json(mail.name, found))
        return
    rules = ", ".join(dict.fromkeys(each.rule for each in found.holds or found.findings))
    verdict = f"would be held ({rules})" if found.holds else f"a note ({rules})" if rules else "fine"
    unchecked = "" if found.checked else f", its text not checked ({found.reason})"
    whom = ", ".join(result.recruiters)
    output.say(f"{mail.name}, {when(mail.seen.when)}, to {whom}: {verdict}{unchecked}.")


def _summary(name: str, tally: Tally, faults: int, answers: int, note: str, output: Output) -> None:  # noqa: PLR0917
    if output.json:
        rules = [
            {"rule": count.rule, "held": count.held, "noted": count.noted, "example": count.example}
            for count in tally.rules
        ]
        output.object(
            {
                "mailbox": name,
                "messages": tally.messages,
                "held": tally.held,
                "left_out": faults,
                "answers": answers,
                "rules": rules,
                "note": note,
            }
        )
        return
    if tally.messages:
        output.say(f"{tally.held} of {tally.messages} {_messages(tally.messages)} would have been held.")
    else:
        output.say(f"In {name} is no message from you to a recruiter.")
    if tally.rules:
        rows = [
            (count.rule, str(count.held or ""), str(count.noted or ""), _short(count.example)) for count in tally.rules
        ]
        output.table(("rule", "held", "only noted", "for example"), rows)
        output.say('What is not to your liking: [checks] in the configuration makes a rule "note" or "off".')
    if faults:
        output.say(f"{faults} {_messages(faults)} could not be read.")
    if note:
        output.say(note)


def _messages(count: int) -> str:
    return "message" if count == 1 else "messages"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXAMPLE else f"{line[: _EXAMPLE - 1]}…"
