"""`tactful run`, `pause`, `resume` and `status`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from proxy.accounts import Accounts
from proxy.candidates import uncovered
from proxy.cli.builder import builder_of
from proxy.cli.common import config_of, length_of, now, store_of
from proxy.cli.output import Output, iso, when
from proxy.digest import also
from proxy.errors import UsageError
from proxy.recruiters import normalise
from proxy.store.readings import Progress
from proxy.suggestions import Uncovered


def no_options(_parser: ArgumentParser) -> None:
    """For commands without options of their own."""


def run_options(_parser: ArgumentParser) -> None:
    """Options of `run`: none of its own."""


def pause_options(parser: ArgumentParser) -> None:
    """Options of `pause`."""
    parser.add_argument("length", metavar="LENGTH", nargs="?", default="2 hours", help="such as 2h (the default)")


def run(arguments: Namespace, output: Output) -> int:
    """The proxy, in the foreground."""
    config = config_of(arguments)
    for warning in config.warnings:
        output.complain(warning)

    def started(places: tuple[str, ...]) -> None:
        if output.json:
            output.object({"listening": list(places)})
        else:
            output.say(f"Ready: your mail program's outgoing server is now {' or '.join(places)}.")
        output.flush()

    builder_of(arguments).run(config, started)
    return 0


def pause(arguments: Namespace, output: Output) -> int:
    """Forwards everything for a while."""
    length = length_of(arguments.length)
    if not length:
        raise UsageError("A pause of no length is none.", 'Write how long, such as "2 hours".')
    until = now() + length
    store_of(arguments).control.pause(until)
    if output.json:
        output.object({"paused_until": iso(until)})
    else:
        output.say(f"Everything is forwarded unread until {when(until)}. `tactful resume` ends that.")
    return 0


def resume(arguments: Namespace, output: Output) -> int:
    """Ends a pause."""
    was = store_of(arguments).control.resume()
    if output.json:
        output.object({"paused_until": None, "was_paused": was})
    else:
        output.say("Mail to recruiters is read again." if was else "Nothing was paused.")
    return 0


def _reading(progress: Progress | None) -> dict[str, Any] | None:
    return {"folder": progress.folder, "done": progress.done, "total": progress.total} if progress else None


def uncovered_json(week: Uncovered) -> dict[str, int]:
    """Whose mail of this week nobody looked at."""
    return {"mails": week.mails, "addresses": week.addresses, "recruiters": week.recruiters}


def status(arguments: Namespace, output: Output) -> int:
    """What runs and how fresh it is. 1 where it doesn't run."""
    config, store = config_of(arguments), store_of(arguments)
    is_running = builder_of(arguments).is_running(config)
    until = store.control.paused_until(now())
    accounts: list[dict[str, Any]] = []
    for account in config.accounts:
        address = normalise(account.address)
        accounts.append(
            {
                "address": account.address,
                "upstream": f"{account.smtp.host}:{account.smtp.port}",
                "synced": iso(store.sightings.synced(address)) if account.imap else None,
                "reading": _reading(store.readings.progress(address)) if is_running else None,
                "fault": store.sightings.fault(address) if account.imap else "",
            }
        )
    waiting = store.held.waiting_count()
    wanted = is_running and "desktop" in config.digest.notify
    desktop_fault = store.control.desktop_fault() if wanted else None
    week = uncovered(store, Accounts.of(config, ()), now())
    if output.json:
        value: dict[str, object] = {
            "running": is_running,
            "paused_until": iso(until),
            "accounts": accounts,
            "waiting": waiting,
            "desktop_fault": desktop_fault,
            "not_checked": uncovered_json(week),
        }
        output.object(value)
        return 0 if is_running else 1
    output.say("tactful is running." if is_running else "tactful is not running: start it with `tactful run`.")
    if until:
        output.say(f"Paused until {when(until)}: everything is forwarded unread.")
    for account, shown in zip(config.accounts, accounts, strict=True):
        synced = store.sightings.synced(normalise(account.address))
        read = "no mailbox configured: history is what tactful sent and what you logged"
        if account.imap:
            read = f"mailbox read {when(synced)}" if synced else "mailbox not read yet"
        if progress := shown["reading"]:
            read += f"; reading {progress['folder']}: {progress['done']:,} of {progress['total']:,} messages"
        output.say(f"  {account.address}: sends by {shown['upstream']}; {read}.")
        if shown["fault"]:
            output.say(f"    The last reading failed: {shown['fault']}")
    if desktop_fault:
        output.say(f"  No notices on the desktop: {desktop_fault}.")
    for line in also.uncovered(week):
        output.say(f"  {line}")
    output.say(
        f"{waiting or 'Nothing'} {'mails wait' if waiting > 1 else 'mail waits' if waiting else 'waits'} for you."
    )
    return 0 if is_running else 1
