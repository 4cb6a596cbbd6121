"""`tactful release`, `snooze`, `draft` and `discard`: a person's word on kept messages."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from proxy.cli.builder import House
from proxy.cli.common import acting, time_of
from proxy.cli.output import Output, iso, when
from proxy.errors import NotFound, UsageError
from proxy.model import STATES, Action
from proxy.muting import Reach
from proxy.release import IN_WORDS, Request, Word
from proxy.review import Outcome


def options(parser: ArgumentParser) -> None:
    """Options of every action."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="the message's ID, or its beginning")
    parser.add_argument("--expect", metavar="STATE", choices=STATES, help="only if it is in this state")


def release_options(parser: ArgumentParser) -> None:
    """Options of `release`."""
    options(parser)
    word = parser.add_mutually_exclusive_group()
    word.add_argument("--was-sent", action="store_true", help="for one that may have been sent: it was")
    word.add_argument("--again", action="store_true", help="for one that may have been sent: send it again")
    mute = parser.add_mutually_exclusive_group()
    mute.add_argument("--mute", action="store_true", help="and don't mention this to these recruiters again")
    mute.add_argument("--mute-for-anyone", action="store_true", help="and don't mention this to anybody again")
    parser.add_argument("--yes", action="store_true", help="with --mute-for-anyone: you were asked, and are sure")


def snooze_options(parser: ArgumentParser) -> None:
    """Options of `snooze`."""
    options(parser)
    parser.add_argument("--until", metavar="TIME", help="when it goes (default: the next allowed date)")


def release(arguments: Namespace, output: Output) -> int:
    """Sends."""
    word: Word = "was-sent" if arguments.was_sent else "again" if arguments.again else ""
    mute: Reach = "anyone" if arguments.mute_for_anyone else "recipients" if arguments.mute else ""
    request = Request("release", word=word, expect=arguments.expect, mute=mute, sure=arguments.yes)
    return _act(arguments, output, request)


def snooze(arguments: Namespace, output: Output) -> int:
    """Sends when due."""
    until = None if arguments.until is None else time_of(arguments.until)
    return _act(arguments, output, Request("snooze", until=until, expect=arguments.expect))


def draft(arguments: Namespace, output: Output) -> int:
    """Puts back into Drafts."""
    return _act(arguments, output, Request("draft", expect=arguments.expect))


def discard(arguments: Namespace, output: Output) -> int:
    """Does not send."""
    return _act(arguments, output, Request("discard", expect=arguments.expect))


def _act(arguments: Namespace, output: Output, request: Request) -> int:
    async def all_of_them(house: House) -> int:
        status, ids = 0, dict.fromkeys(arguments.ids)
        for id_ in ids:
            try:
                outcome = await house.review.act(id_, replace(request, batch=len(ids) > 1))
                if outcome.asks and _confirmed(output, outcome):
                    outcome = await house.review.act(id_, replace(request, sure=True))
            except (NotFound, UsageError) as error:
                status = max(status, error.exit_code)
                _tell(output, request, Outcome(id_, request.action, False, "held", str(error)), known=False)
                continue
            if outcome.asks:
                outcome = replace(outcome, reason=f"{outcome.reason} {_SAY_YES}")
            _tell(output, request, outcome)
            unsaid = 1 if output.interactive else 2
            status = max(status, 0 if outcome.done else 3 if outcome.failed else unsaid if outcome.asks else 1)
        if request.action == "release":
            await house.sent.file_copies(house.clock())
        return status

    return acting(arguments, all_of_them)


_SAY_YES = "Nothing was sent or muted. If you are sure, add --yes; --mute is for these recruiters alone."


def _confirmed(output: Output, outcome: Outcome) -> bool:
    if not output.interactive:
        return False
    output.say(f"{outcome.id}: {outcome.reason}")
    try:
        return input("Are you sure? [y/N] ").strip().lower().startswith("y")
    except EOFError:
        return False


def _tell(output: Output, request: Request, outcome: Outcome, *, known: bool = True) -> None:
    if output.json:
        value: dict[str, Any] = {
            "id": outcome.id,
            "action": outcome.action,
            "done": outcome.done,
            "state": outcome.state if known else None,
            "reason": outcome.reason,
        }
        if request.action == "snooze":
            value |= {"due": iso(outcome.due), "warnings": list(outcome.warnings)}
        if request.mute:
            value["muted"] = [{"rule": mute.rule, "address": mute.address or None} for mute in outcome.muted]
        output.object(value)
        return
    done: dict[Action, str] = {
        "release": "sent",
        "snooze": f"goes {when(outcome.due)}, unless they write before",
        "draft": "back in Drafts",
        "discard": "will not be sent",
    }
    if outcome.done:
        output.say(f"{outcome.id}: {done[outcome.action]}. {outcome.reason}".rstrip())
        for warning in outcome.warnings:
            output.say(f"  {warning}")
        if outcome.warnings:
            output.say(f"  `tactful draft {outcome.id}` puts it back into Drafts, to change that.")
    elif not known:
        output.complain(f"{outcome.id}: {outcome.reason}")
    else:
        reason = outcome.reason or f"It {IN_WORDS[outcome.state]}."
        output.complain(f"{outcome.id}: not done. {reason}")
    for mute in outcome.muted:
        again = f"tactful mutes remove {mute.rule} {mute.address}".rstrip()
        output.say(f"  {mute.rule} is not mentioned again in mail to {mute.address or 'anyone'}. Undo: `{again}`")
    if request.mute and known and not outcome.muted and not outcome.asks:
        output.say("  It was held for nothing that could be muted.")
