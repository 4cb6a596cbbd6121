"""`tactful release`, `snooze`, `draft` and `discard`: a person's word on kept messages."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.cli.builder import House
from proxy.cli.common import acting, time_of
from proxy.cli.output import Output, when
from proxy.errors import NotFound, UsageError
from proxy.model import STATES, Action
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


def snooze_options(parser: ArgumentParser) -> None:
    """Options of `snooze`."""
    options(parser)
    parser.add_argument("--until", metavar="TIME", help="when it goes (default: the next allowed date)")


def release(arguments: Namespace, output: Output) -> int:
    """Sends."""
    word: Word = "was-sent" if arguments.was_sent else "again" if arguments.again else ""
    return _act(arguments, output, Request("release", word=word, expect=arguments.expect))


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
        status = 0
        for id_ in dict.fromkeys(arguments.ids):
            try:
                outcome = await house.review.act(id_, request)
            except (NotFound, UsageError) as error:
                status = max(status, error.exit_code)
                _tell(output, Outcome(id_, request.action, False, "held", str(error)), known=False)
                continue
            _tell(output, outcome)
            status = max(status, 0 if outcome.done else 3 if outcome.failed else 1)
        if request.action == "release":
            await house.sent.file_copies(house.clock())
        return status

    return acting(arguments, all_of_them)


def _tell(output: Output, outcome: Outcome, *, known: bool = True) -> None:
    if output.json:
        output.object(
            {
                "id": outcome.id,
                "action": outcome.action,
                "done": outcome.done,
                "state": outcome.state if known else None,
                "reason": outcome.reason,
            }
        )
        return
    done: dict[Action, str] = {
        "release": "sent",
        "snooze": f"goes {when(outcome.due)}, unless they write before",
        "draft": "back in Drafts",
        "discard": "will not be sent",
    }
    if outcome.done:
        output.say(f"{outcome.id}: {done[outcome.action]}. {outcome.reason}".rstrip())
    elif not known:
        output.complain(f"{outcome.id}: {outcome.reason}")
    else:
        reason = outcome.reason or f"It {IN_WORDS[outcome.state]}."
        output.complain(f"{outcome.id}: not done. {reason}")
