"""The command line: the explicit list of commands, and what a failure becomes.

Exit: 0 done; 1 done, and the answer is no; 2 wrong usage or configuration; 3 something outside failed.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import metadata

from proxy import events
from proxy.cli import (
    actions,
    checking,
    demoing,
    digesting,
    doctoring,
    forgetting,
    held,
    histories,
    learning,
    page,
    recruiting,
    running,
    secrets,
    settingup,
)
from proxy.cli.builder import Builder
from proxy.cli.common import add_common
from proxy.cli.output import Output
from proxy.errors import ConfigError, TactfulError

Command = Callable[[Namespace, Output], int]

COMMANDS: tuple[tuple[str, str, Callable[[ArgumentParser], None], Command], ...] = (
    ("demo", "shows tactful at work, all on this machine, with nothing to set up", demoing.options, demoing.demo),
    (
        "setup",
        "asks a few questions, tries your mail servers and writes the configuration",
        settingup.options,
        settingup.setup,
    ),
    ("doctor", "checks every part, and says how to mend what is wrong", running.no_options, doctoring.doctor),
    ("password", "stores a password in the system's keyring", secrets.options, secrets.password),
    ("run", "the proxy, until it is stopped", running.run_options, running.run),
    ("check", "checks messages in files as if sent to a recruiter; sends nothing", checking.options, checking.check),
    ("held", "what waits for your word", held.held_options, held.held),
    ("show", "one kept message, with its reasons", held.show_options, held.show),
    ("release", "sends kept messages", actions.release_options, actions.release),
    ("snooze", "sends kept messages when they are due", actions.snooze_options, actions.snooze),
    ("draft", "puts kept messages back into Drafts", actions.options, actions.draft),
    ("discard", "does not send kept messages", actions.options, actions.discard),
    ("digest", "the summary of what waits", digesting.options, digesting.digest),
    ("sync", "reads the mailbox now", histories.sync_options, histories.sync),
    ("history", "whose turn it is, or one recruiter's contacts", histories.history_options, histories.history),
    ("log", "notes a call, text or meeting that mail can't see", histories.log_options, histories.log),
    ("forget", "erases what is known of somebody, or of everybody", forgetting.options, forgetting.forget),
    ("recruiters", "who counts as a recruiter", recruiting.options, recruiting.recruiters),
    ("mutes", "what is not mentioned to you any more", learning.mutes_options, learning.mutes),
    ("words", "your own words, which are never misspelt", learning.words_options, learning.words),
    ("pause", "forwards everything for a while", running.pause_options, running.pause),
    ("resume", "ends a pause", running.no_options, running.resume),
    ("status", "what runs, and how fresh it is", running.no_options, running.status),
    ("web", "opens the page on which you review your mail", running.no_options, page.web),
)


def parser() -> ArgumentParser:
    """The whole command line."""
    top = ArgumentParser(
        prog="tactful",
        description="Reads your mail to recruiters before it leaves, and holds what could cost you the job.",
    )
    top.add_argument("--version", action="version", version=f"tactful {metadata.version('tactful')}")
    top.add_argument("--debug", action="store_true", help="more lines in the log, and whole tracebacks")
    add_common(top, first=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, words, options, command in COMMANDS:
        sub = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        add_common(sub)
        options(sub)
        sub.set_defaults(act=command)
    return top


def run(arguments: Sequence[str], builder: Builder) -> int:
    """Runs one command and returns its exit status."""
    given = parser().parse_args(arguments)
    given.builder = builder
    events.setup("debug" if given.debug else "info" if given.command == "run" else "error")
    output = Output(json=given.json)
    try:
        return int(given.act(given, output))
    except TactfulError as error:
        if given.debug:
            raise
        complain(output, error)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def complain(output: Output, error: TactfulError) -> None:
    """Says an error to people, or to a program."""
    if not output.json:
        output.complain(str(error))
        return
    value: dict[str, object] = {"error": error.what, "remedy": error.remedy}
    if isinstance(error, ConfigError):
        value["faults"] = [{"key": each.key, "value": each.value, "remedy": each.remedy} for each in error.faults]
    output.object(value)
