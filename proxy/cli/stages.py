"""`tactful recruiters offer` and `hired`: how far things are, told by the user, and `--undo`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.cli.common import now, store_of
from proxy.cli.output import Output
from proxy.recruiters import entry_of
from proxy.store.control import Stage

WORDS: dict[Stage, str] = {
    "offer": "{} made you an offer: frequency and presumption rest there.",
    "hired": "{} hired you, congratulations! Nobody there counts as a recruiter any more.",
}
UNDONE = "{} counts as it did before."


def options(parser: ArgumentParser) -> None:
    """Options of both."""
    parser.add_argument("entries", metavar="DOMAIN|ADDRESS", nargs="+")
    parser.add_argument("--undo", action="store_true", help="as it was before")


def stage(arguments: Namespace, output: Output, wanted: Stage) -> int:
    """Notes the stage, or takes it back; exit 1 where nothing was noted that could be."""
    entries = [entry_of(each, added=False) for each in arguments.entries]
    control, status = store_of(arguments).control, 0
    for entry in entries:
        before = next((each.stage for each in control.stages() if each.entry == entry), None)
        if arguments.undo and before != wanted:
            status = 1
            words = f"{entry} was not noted so."
        else:
            control.set_stage(entry, None if arguments.undo else wanted, now())
            words = (UNDONE if arguments.undo else WORDS[wanted]).format(entry)
        if output.json:
            after = next((each.stage for each in control.stages() if each.entry == entry), None)
            output.object({"entry": entry, "stage": after})
        else:
            output.say(words)
    return status
