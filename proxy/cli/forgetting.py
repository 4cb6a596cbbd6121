"""`tactful forget`: erases what is known of one person, or of everybody."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.accounts import Accounts
from proxy.cli.common import address_of, config_of, now, store_of
from proxy.cli.output import Output
from proxy.errors import UsageError
from proxy.store.forgetting import Forgotten

ALL = "all"


def options(parser: ArgumentParser) -> None:
    """Options of `forget`."""
    parser.add_argument("whom", metavar="ADDRESS|all", help="one person, with all their addresses; or everybody")
    parser.add_argument("--yes", action="store_true", help="you were asked, and are sure")


def forget(arguments: Namespace, output: Output) -> int:
    """Asks first. 1 where the answer is no."""
    config, store = config_of(arguments), store_of(arguments)
    recruiters = Accounts.of(config, ()).recruiters_in(store.control)
    address = None if arguments.whom.strip().lower() == ALL else address_of(arguments.whom)
    if not arguments.yes:
        if not output.interactive:
            raise UsageError("Nothing was erased: it can't be undone.", "If you are sure, add --yes.")
        if not _confirmed(output, address):
            output.say("Nothing was erased.")
            return 1
    found = store.forgetting.forget(None if address is None else recruiters.party(address).keys, now())
    _tell(output, address, found)
    return 0


def _confirmed(output: Output, address: str | None) -> bool:
    output.say(
        f"This erases all that I know of {address or 'everybody'}: who wrote when, calls and meetings, kept messages "
        "that are over, and notes on sent mail. Your mailbox stays as it is; so does mail that waits for your word."
    )
    try:
        return input("Are you sure? [y/N] ").strip().lower().startswith("y")
    except EOFError:
        return False


def _tell(output: Output, address: str | None, found: Forgotten) -> None:
    if output.json:
        output.object(
            {
                "forgotten": address or ALL,
                "contacts": found.contacts,
                "messages": found.messages,
                "remarks": found.remarks,
                "waiting": list(found.waiting),
            }
        )
        return
    whom = address or "everybody"
    output.say(
        f"Forgotten, of {whom}: contacts: {found.contacts}; kept messages that were over: {found.messages}; "
        f"notes on sent mail: {found.remarks}. Mail from before now is not read from your mailbox again."
    )
    for id_ in found.waiting:
        output.say(f"  {id_} was to go when it is due. It waits for your word now: I can't tell whether they answered.")
    output.say("Who counts as a recruiter, mutes and words stay; `tactful recruiters`, `mutes` and `words` show them.")
