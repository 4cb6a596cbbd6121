"""`tactful check`: what tactful would say of messages in files. Sends nothing, and knows no history but a replay's."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from checks.model import Findings
from proxy.addresses import normalise
from proxy.cli.common import now
from proxy.cli.output import Output
from proxy.cli.replaying import replay
from proxy.cli.verdicts import TOO_LARGE, Measure, as_json, measure_of
from proxy.errors import UsageError, WorkerError
from proxy.jobs import Job
from proxy.mime.headers import HEAD_LIMIT, read
from proxy.muting import heard
from proxy.worker import judge_here


def options(parser: ArgumentParser) -> None:
    """Options of `check`."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="a message (.eml); -: standard input")
    parser.add_argument(
        "--replay",
        metavar="MAILBOX",
        help="instead: what would have been held of past mail; an mbox file, a Maildir folder, imap or imap:ADDRESS",
    )


def check(arguments: Namespace, output: Output) -> int:
    """Judges each file; the highest status of all."""
    if bool(arguments.files) == bool(arguments.replay):
        raise UsageError(
            "`tactful check` takes files, or a mailbox to replay.",
            "Write `tactful check FILE` or `tactful check --replay MAILBOX`.",
        )
    if arguments.replay:
        return replay(arguments, output)
    measure = measure_of(arguments)
    return max(_check(name, measure, output) for name in arguments.files)


def _check(name: str, measure: Measure, output: Output) -> int:
    try:
        octets = sys.stdin.buffer.read(TOO_LARGE + 1) if name == "-" else _octets(Path(name))
        if len(octets) > TOO_LARGE:
            raise ValueError(f"it is larger than {TOO_LARGE} octets")
        if not octets.strip():
            raise ValueError("it is empty")
        job = Job(octets, (), measure.standing(_recipients(octets), now()), now(), measure.settings)
        found = heard(judge_here(job), measure.mutes, ())
    except (OSError, ValueError, WorkerError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        if output.json:
            output.object({"file": name, "error": reason})
        else:
            output.complain(f"{name} can't be read: {reason}. Name a message saved as a file (.eml).")
        return 3 if isinstance(error, WorkerError) else 2
    if output.json:
        output.object(as_json(name, found))
    else:
        _tell(name, found, output)
    return 1 if found.holds else 0


def _recipients(octets: bytes) -> tuple[str, ...]:
    head = read(octets[:HEAD_LIMIT])
    return tuple(dict.fromkeys(normalise(each.address) for each in (*head.to, *head.cc, *head.bcc)))


def _octets(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(TOO_LARGE + 1)


def _tell(name: str, found: Findings, output: Output) -> None:
    if not found.checked:
        output.say(f"{name}: its text was not checked ({found.reason}).")
    if not found.findings:
        output.say(f"{name}: fine to send.")
        return
    verdict = "would be held" if found.holds else "would be sent, with a note"
    output.say(f"{name}: {verdict}.")
    for finding in found.findings:
        kind = finding.mistake if finding.effect == "hold" else f"{finding.mistake} (note)"
        output.say(f"  {kind}: {finding.message}")
        if finding.excerpt:
            output.say(f"    Your words: {' '.join(finding.excerpt.split())}")
        if finding.correction:
            output.say(f"    Better:     {finding.correction}")
        output.say(f"    Instead:    {finding.advice}")
