"""`tactful recruiters`: who counts. What is added and removed here is a row that `run` reads at once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.accounts import Accounts
from proxy.candidates import candidates
from proxy.cli import stages
from proxy.cli.common import add_common, config_of, now, store_of
from proxy.cli.output import Output, iso
from proxy.providers import load as providers
from proxy.recruiters import entry_of


def options(parser: ArgumentParser) -> None:
    """Options of `recruiters`."""
    what = parser.add_subparsers(dest="what", metavar="list|add|remove|suggest|test|offer|hired", required=True)
    listed = what.add_parser("list", help="everything that counts, and where it stands")
    add = what.add_parser("add", help="addresses or domains that count from now on")
    add.add_argument("entries", metavar="ADDRESS|DOMAIN", nargs="+")
    remove = what.add_parser("remove", help="addresses or domains that no longer count")
    remove.add_argument("entries", metavar="ADDRESS|DOMAIN", nargs="+")
    suggested = what.add_parser("suggest", help="who in your mail looks like a recruiter and does not count yet")
    test = what.add_parser("test", help="whether addresses count, and why")
    test.add_argument("entries", metavar="ADDRESS", nargs="+")
    offer = what.add_parser("offer", help="who made you an offer: frequency and presumption rest")
    hired = what.add_parser("hired", help="who hired you, and is no recruiter any more")
    for each in (offer, hired):
        stages.options(each)
    for each in (listed, add, remove, suggested, test, offer, hired):
        add_common(each)


def recruiters(arguments: Namespace, output: Output) -> int:
    """Lists, adds, removes, suggests, tests, or notes how far things are."""
    match arguments.what:
        case "list":
            return _list(arguments, output)
        case "suggest":
            return _suggest(arguments, output)
        case "test":
            return _test(arguments, output)
        case "offer" | "hired":
            return stages.stage(arguments, output, arguments.what)
        case _:
            return _change(arguments, output, added=arguments.what == "add")


def _list(arguments: Namespace, output: Output) -> int:
    rules, control = config_of(arguments).recruiters, store_of(arguments).control
    rows = [(entry, "recruiter", "configuration") for entry in (*rules.domains, *rules.addresses)]
    rows += [(entry, "agency", "configuration") for entry in rules.agencies]
    rows += [(entry, "not a recruiter", "configuration") for entry in rules.exceptions]
    rows += [(", ".join(each.addresses), "one recruiter", "configuration") for each in rules.people]
    rows += [(each.entry, each.stage, f"command line, {iso(each.at)}") for each in control.stages()]
    for each in control.recruiters():
        rows.append((each.entry, "recruiter" if each.added else "not a recruiter", f"command line, {iso(each.at)}"))
    if rules.applicant_tracking:
        rows.append((f"{len(providers().applicant_tracking)} domains", "applicant-tracking systems", "built in"))
    if output.json:
        for entry, kind, source in rows:
            output.object({"entry": entry, "kind": kind, "source": source})
    else:
        output.table(("address or domain", "counts as", "from"), rows)
    return 0


def _test(arguments: Namespace, output: Output) -> int:
    accounts, control = Accounts.of(config_of(arguments), ()), store_of(arguments).control
    found = accounts.recruiters_in(control)
    status = 0
    for entry in arguments.entries:
        covered = found.covers(entry)
        status = status if covered else 1
        if output.json:
            output.object({"address": entry, "recruiter": covered, "reason": found.why(entry)})
        else:
            output.say(f"{entry}: {'a recruiter' if covered else 'not a recruiter'} ({found.why(entry)}).")
    return status


def _suggest(arguments: Namespace, output: Output) -> int:
    accounts, store = Accounts.of(config_of(arguments), ()), store_of(arguments)
    found = candidates(store, accounts, now())
    for one in found:
        if output.json:
            output.object({"address": one.address, "reason": one.reason})
    if not output.json and found:
        output.table(("address", "why it looks like a recruiter's"), [(one.address, one.reason) for one in found])
        output.say("`tactful recruiters add ADDRESS` makes one count.")
    elif not output.json:
        output.say("Nobody else in your mail looks like a recruiter. `tactful sync` reads what is new.")
    return 0


def _change(arguments: Namespace, output: Output, *, added: bool) -> int:
    entries = [entry_of(each, added=added) for each in arguments.entries]
    store = store_of(arguments)
    for entry in entries:
        store.control.set_recruiter(entry, added=added, now=now())
        if output.json:
            output.object({"entry": entry, "added": added})
        else:
            output.say(f"{entry} {'counts' if added else 'no longer counts'} as a recruiter.")
    return 0
