"""`tactful sync`, `history` and `log`: what the mailbox shows, whose turn it is, and what mail can't see."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, Literal

from rich.progress import Progress

from checks import frequency, recount
from checks.model import Contact, ContactKind, Direction, History
from checks.promises import absence, promise
from checks.turns import Policy
from proxy.accounts import Accounts
from proxy.cli import interviews
from proxy.cli.builder import House
from proxy.cli.common import acting, address_of, config_of, now, store_of, time_of
from proxy.cli.csv_rows import csv_rows
from proxy.cli.output import Output, iso, when
from proxy.errors import MailboxError, UsageError
from proxy.local_time import there
from proxy.recruiters import Recruiters
from proxy.store.interviews import Interview
from proxy.store.store import Store

MEMORY = Policy(()).memory
"""Older contacts don't count."""

LONGEST = timedelta(days=180)
"""Ahead of their word a promised day may lie so far; nothing counts for longer."""


def sync_options(_parser: ArgumentParser) -> None:
    """Options of `sync`: none of its own."""


def history_options(parser: ArgumentParser) -> None:
    """Options of `history`."""
    parser.add_argument("address", metavar="ADDRESS", nargs="?", help="one recruiter; without it: all of them")
    parser.add_argument("--csv", action="store_true", help="as a table for spreadsheets (RFC 4180)")


def log_options(parser: ArgumentParser) -> None:
    """Options of `log`."""
    parser.add_argument("kind", choices=("call", "text", "meeting"))
    parser.add_argument("address", metavar="ADDRESS", help="the recruiter's mail address")
    parser.add_argument("--at", metavar="TIME", help='when it was (default: now), or how long ago, such as "2 hours"')
    parser.add_argument("--note", metavar="TEXT", default="", help="a few words for yourself")
    parser.add_argument("--promised", metavar="DATE", help="the day by which they said you would hear (2026-06-12)")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--from-them", action="store_true", help="they called or wrote")
    how.add_argument("--spoke", action="store_true", help="you called, and you spoke")
    how.add_argument("--unanswered", action="store_true", help="you called, and nobody answered")


def sync(arguments: Namespace, output: Output) -> int:
    """Reads every mailbox now, with a bar."""
    return acting(arguments, lambda house: _sync(house, output))


async def _sync(house: House, output: Output) -> int:
    status = 0
    for account in house.accounts.ways:
        if account not in house.mailboxes.addresses:
            _synced(output, account, 0, 0, "no mailbox is configured; history is what tactful sent and what you logged")
            continue
        try:
            with output.bar() as bar:
                summary = await house.mailboxes.sync(account, _progress(bar, account))
        except MailboxError as error:
            status = 3
            _synced(output, account, 0, 0, str(error), failed=True)
            continue
        _synced(output, account, summary.messages, summary.contacts, "")
    return status


def _progress(bar: Progress, account: str) -> Callable[[str, int, int], None]:
    task = bar.add_task(account, total=None)

    def progress(folder: str, done: int, total: int) -> None:
        bar.update(task, description=f"{account}: {folder}", completed=done, total=total)

    return progress


def _synced(output: Output, account: str, messages: int, contacts: int, reason: str, *, failed: bool = False) -> None:
    if output.json:
        output.object(
            {"account": account, "done": not failed, "messages": messages, "contacts": contacts, "reason": reason}
        )
    elif failed:
        output.complain(f"{account}: {reason}")
    else:
        output.say(f"{account}: {reason or f'{messages} new messages read, {contacts} contacts found'}.")


def history(arguments: Namespace, output: Output) -> int:
    """One recruiter's contacts, or a line for each recruiter."""
    if arguments.csv and output.json:
        raise UsageError("It can't be JSON and CSV at once.", "Write --json or --csv.")
    config, store = config_of(arguments), store_of(arguments)
    accounts = Accounts.of(config, ())
    recruiters = accounts.recruiters_in(store.control)
    if arguments.address is not None:
        party = recruiters.party(address_of(arguments.address))
        found = store.contacts.history(party, now())
        if arguments.csv:
            output.raw(csv_rows(_OF_CONTACT, [_contact_row(contact) for contact in found.contacts]))
        else:
            _one(found, store.interviews.of(party), accounts, output)
        return 0
    histories = _of_recruiters(store, recruiters)
    rows = [_row(history, met, accounts) for history, met in histories]
    if arguments.csv:
        dated = zip(rows, (met for _, met in histories), strict=True)
        nearest = [row | {"interview": iso(interviews.nearest_start(met, now()))} for row, met in dated]
        output.raw(csv_rows(_OF_RECRUITER, nearest))
    elif output.json:
        for row in rows:
            output.object(row)
    elif not rows:
        output.say("No contact with a recruiter is known yet. `tactful sync` reads your mailbox.")
    else:
        _table(rows, [met for _, met in histories], output)
    return 0


def _of_recruiters(store: Store, recruiters: Recruiters) -> list[tuple[History, list[Interview]]]:
    parties = (recruiters.party(each) for each in store.contacts.addresses() if recruiters.covers(each))
    persons = {party.keys: party for party in parties}
    return [(store.contacts.history(party, now()), store.interviews.of(party)) for party in persons.values()]


_OF_RECRUITER = ("address", "last", "turn", "unanswered", "may_send", "next_allowed", "interview", "stage", "synced")
_OF_CONTACT = ("when", "kind", "direction", "address", "message_id", "subject", "note")
"""The columns of CSV."""


def _contact_row(contact: Contact) -> dict[str, Any]:
    return {
        "when": iso(contact.when),
        "kind": contact.kind,
        "direction": contact.direction,
        "address": contact.address,
        "message_id": contact.message_id,
        "subject": contact.subject,
        "note": contact.note,
    }


def _row(history: History, met: list[Interview], accounts: Accounts) -> dict[str, Any]:
    seen = frequency.outlook(history, "follow-up", there(now()), accounts.settings)
    last = _last(history, now())
    return {
        "address": history.recruiter,
        "last": iso(last.when) if last else None,
        "turn": whose_turn(history, seen.unanswered, now()),
        "unanswered": seen.unanswered,
        "may_send": seen.may_send,
        "next_allowed": iso(seen.next_allowed),
        "stage": "offer" if history.offered else None,
        "synced": iso(history.synced),
        "interviews": interviews.to_json(met, history),
    }


def whose_turn(history: History, unanswered: int, at: datetime) -> Literal["yours", "theirs"]:
    """Of the user's last word that is no turn any more, somebody else there has answered it, unless it is too old."""
    last = _last(history, at)
    if last is None or last.direction != "out":
        return "yours"
    return "theirs" if unanswered or last.when < at - MEMORY else "yours"


def _last(history: History, at: datetime) -> Contact | None:
    """The last contact; an interview that is to come is none."""
    past = [contact for contact in history.contacts if contact.kind != "meeting" or contact.when <= at]
    return past[-1] if past else None


def _table(rows: list[dict[str, Any]], met: list[list[Interview]], output: Output) -> None:
    shown = []
    for row, theirs in zip(rows, met, strict=True):
        allowed = "yes" if row["may_send"] else _date(row["next_allowed"]) or "when they write"
        turn = (row["turn"], str(row["unanswered"]), interviews.nearest(theirs, now()), allowed, row["stage"] or "")
        shown.append((row["address"], _date(row["last"]) or "-", *turn))
    columns = ("recruiter", "last contact", "whose turn", "unanswered", "interview", "a follow-up may go", "stage")
    output.table(columns, shown)


def _date(text: str | None) -> str:
    return when(datetime.fromisoformat(text)) if text else ""


def _one(history: History, met: list[Interview], accounts: Accounts, output: Output) -> None:
    seen, row = frequency.outlook(history, "follow-up", there(now()), accounts.settings), _row(history, met, accounts)
    if output.json:
        output.object(
            {
                "address": history.recruiter,
                "contacts": [
                    {
                        "when": iso(contact.when),
                        "kind": contact.kind,
                        "direction": contact.direction,
                        "address": contact.address,
                        "message_id": contact.message_id,
                    }
                    for contact in history.contacts
                ],
                "unanswered": seen.unanswered,
                "may_send": seen.may_send,
                "next_allowed": iso(seen.next_allowed),
                "synced": iso(history.synced),
                "turn": row["turn"],
                "stage": row["stage"],
                "interviews": row["interviews"],
            }
        )
        return
    if history.contacts:
        who: dict[Direction, str] = {"out": "you", "in": "they", "both": "both"}
        rows = [
            (when(contact.when), who[contact.direction], contact.kind, contact.subject or contact.note)
            for contact in history.contacts
        ]
        output.table(("when", "who", "what", "about"), rows, title=history.recruiter)
    else:
        output.say(f"No contact with {history.recruiter} is known.")
    for line in (*_known(history), *interviews.lines(met, history, now())):
        output.say(line)
    if seen.may_send:
        output.say("You may write now.")
    elif seen.next_allowed is not None:
        output.say(f"A follow-up may go from {when(seen.next_allowed)}, or as soon as they write.")
    else:
        output.say("Better not to write again before they do.")


def _known(history: History) -> Iterator[str]:
    """What else decides, in words."""
    if history.offered:
        yield "They made you an offer, so frequency and presumption rest."
    at = there(now())
    said = promise(history.contacts, at.tzinfo)
    if said is not None and said.welcome > at:
        yield recount.promised(said, at)
    gone = absence(history.away, at.tzinfo)
    if gone is not None and gone.welcome > at:
        yield recount.away(gone, at)


def log(arguments: Namespace, output: Output) -> int:
    """Adds a contact."""
    contact = _contact(arguments, output)
    store_of(arguments).contacts.log(contact)
    if output.json:
        output.object(
            {
                "address": contact.address,
                "when": iso(contact.when),
                "kind": contact.kind,
                "direction": contact.direction,
                "answered": contact.answered,
                "note": contact.note,
                "promised": None if contact.promised is None else contact.promised.isoformat(),
            }
        )
    else:
        output.say(f"Noted: {contact.kind} with {contact.address}, {when(contact.when)}.")
    return 0


def _contact(arguments: Namespace, output: Output) -> Contact:
    at = now() if arguments.at is None else time_of(arguments.at, past=True)
    kind: ContactKind = arguments.kind
    if at > now() and kind != "meeting":
        raise UsageError("That time is still to come.", "Log it when it has happened.")
    direction: Direction
    answered = True
    if kind == "meeting":
        direction = "both"
    elif arguments.from_them:
        direction = "in"
    elif kind == "text":
        direction = "out"
    else:
        how = "spoke" if arguments.spoke else "unanswered" if arguments.unanswered else _ask(output)
        direction, answered = ("both", True) if how == "spoke" else ("out", False)
    return Contact(
        when=at,
        kind=kind,
        direction=direction,
        address=address_of(arguments.address),
        note=arguments.note,
        answered=answered,
        promised=None if arguments.promised is None else _promised(arguments.promised, at, direction),
    )


def _promised(text: str, at: datetime, direction: Direction) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'"{text}" is no day.', "Write it as 2026-06-12.") from error
    if direction == "out":
        raise UsageError("Only they can promise.", "Use --promised for a meeting, or a call in which you spoke.")
    if not timedelta() <= day - at.astimezone().date() <= LONGEST:
        raise UsageError(f"{text} is not within half a year after it.", "Name the day by which they will be in touch.")
    return day


def _ask(output: Output) -> Literal["spoke", "unanswered"]:
    if not output.interactive:
        return "spoke"
    answer = input("Did you speak with them? [Y/n] ").strip().lower()
    return "unanswered" if answer.startswith("n") else "spoke"
