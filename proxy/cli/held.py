"""`tactful held` and `tactful show`: what waits, and one message with its reasons."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from proxy.cli.common import store_of
from proxy.cli.output import Output, iso, when
from proxy.digest import entries
from proxy.digest.entries import Told
from proxy.model import STATES, WAITING, Held
from proxy.store import findings


def held_options(parser: ArgumentParser) -> None:
    """Options of `held`."""
    parser.add_argument("--all", action="store_true", help="also what was released, drafted and discarded")


def show_options(parser: ArgumentParser) -> None:
    """Options of `show`."""
    parser.add_argument("id", metavar="ID", help="the message's ID, or its beginning")
    parser.add_argument("--raw", action="store_true", help="the exact bytes")


def held(arguments: Namespace, output: Output) -> int:
    """Lists kept messages, the newest first."""
    messages = store_of(arguments).held.messages(STATES if arguments.all else WAITING)
    if output.json:
        for message in messages:
            output.object(to_json(message))
        return 0
    if not messages:
        output.say("Nothing waits for you." if not arguments.all else "Nothing was ever kept.")
        return 0
    rows = [
        (
            message.id,
            message.state,
            when(message.received),
            "\n".join(message.recipients),
            message.subject or "(no subject)",
            "\n".join(dict.fromkeys(each.rule for each in message.findings if each.effect == "hold"))
            or message.outcome,
            when(message.due) if message.due else "",
        )
        for message in messages
    ]
    output.table(("ID", "state", "written", "to", "subject", "because of", "due"), rows)
    output.say("`tactful show ID` tells more; release, snooze, draft or discard it when you know.")
    return 0


def show(arguments: Namespace, output: Output) -> int:
    """Shows one message: its reasons, or its bytes."""
    store = store_of(arguments)
    message = store.held.find(arguments.id)
    if arguments.raw:
        for chunk in store.held.content(message.id).chunks():
            output.raw(chunk)
    elif output.json:
        output.object(to_json(message))
    else:
        output.say(entries.entry(Told(message), None))
        output.say(f"`tactful show {message.id} --raw` prints the message itself.")
    return 0


def to_json(message: Held) -> dict[str, Any]:
    """A kept message as the contract has it."""
    return {
        "id": message.id,
        "account": message.account,
        "state": message.state,
        "received": iso(message.received),
        "due": iso(message.due) if message.state == "snoozed" else None,
        "sender": message.sender,
        "recipients": list(message.recipients),
        "subject": message.subject,
        "size": message.size,
        "findings": [findings.to_json(each) for each in message.findings],
    }
