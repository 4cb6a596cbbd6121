"""`tactful check`: what tactful would say of messages in files. Sends nothing, and knows no history."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from checks.model import Findings, Settings
from proxy import config as configuration
from proxy.cli.common import config_of, now
from proxy.cli.output import Output
from proxy.errors import WorkerError
from proxy.store.findings import to_json
from proxy.worker import Job, judge_here

_CONTRACT = ("mistake", "rule", "effect", "recruiter", "message", "advice", "part", "start", "end", "excerpt")
TOO_LARGE = 200_000_000
"""Octets of one file; a message larger than any server takes is a mistake in the file's name."""


def options(parser: ArgumentParser) -> None:
    """Options of `check`."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a message (.eml); -: standard input")


def check(arguments: Namespace, output: Output) -> int:
    """Judges each file; the highest status of all."""
    settings = _settings(arguments)
    return max(_check(name, settings, output) for name in arguments.files)


def _settings(arguments: Namespace) -> Settings:
    import os

    if arguments.config or os.environ.get(configuration.VARIABLE):
        return config_of(arguments).settings()
    return Settings()


def _check(name: str, settings: Settings, output: Output) -> int:
    try:
        octets = sys.stdin.buffer.read(TOO_LARGE + 1) if name == "-" else _octets(Path(name))
        if len(octets) > TOO_LARGE:
            raise ValueError(f"it is larger than {TOO_LARGE} octets")
        if not octets.strip():
            raise ValueError("it is empty")
        found = judge_here(Job(octets, (), (), now(), settings))
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


def _octets(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(TOO_LARGE + 1)


def as_json(name: str, found: Findings) -> dict[str, Any]:
    """The contract's object for a file."""
    findings = []
    for finding in found.findings:
        value = to_json(finding)
        findings.append({key: value[key] for key in _CONTRACT})
    return {
        "file": name,
        "verdict": "hold" if found.holds else "forward",
        "language": found.language,
        "checked": found.checked,
        "reason": found.reason,
        "findings": findings,
    }


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
