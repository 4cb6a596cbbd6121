"""`tactful digest`: prints the summary of what waits, or delivers it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.cli.builder import House
from proxy.cli.common import acting
from proxy.cli.held import to_json
from proxy.cli.output import Output, iso
from proxy.cli.running import uncovered_json
from proxy.digest import compose, thanks
from proxy.store import findings


def options(parser: ArgumentParser) -> None:
    """Options of `digest`."""
    parser.add_argument("--send", action="store_true", help="puts it into your INBOX, one for each account")


def digest(arguments: Namespace, output: Output) -> int:
    """Prints or delivers."""
    return acting(arguments, lambda house: _send(house, output) if arguments.send else _print(house, output))


async def _print(house: House, output: Output) -> int:
    waiting, remarks = await house.post.waiting()
    also = await house.post.also()
    if not output.json:
        missing = thanks.in_digest(also.unthanked, None)
        output.say(compose.digest_text(waiting, remarks, None, unthanked=missing, also=also.lines(None)))
        return 0
    for told in waiting:
        output.object(to_json(told.message))
    for reminder in also.unthanked:
        for each in reminder.interviews:
            output.object({"unthanked": each.address, "starts": iso(each.starts), "ends": iso(each.ends)})
    for remark in remarks:
        output.object(
            {
                "sent": iso(remark.at),
                "recipients": list(remark.recipients),
                "subject": remark.subject,
                "findings": [findings.to_json(each) for each in remark.findings],
            }
        )
    for gone in also.departures:
        output.object(
            {
                "id": gone.held,
                "went": iso(gone.at),
                "recipients": list(gone.recipients),
                "subject": gone.subject,
            }
        )
    output.object({"not_checked": uncovered_json(also.uncovered)})
    return 0


async def _send(house: House, output: Output) -> int:
    for account in house.accounts.ways:
        delivered = account in house.mailboxes.addresses and await house.post.send_digest(account)
        reason = "" if account in house.mailboxes.addresses else "no mailbox is configured"
        if output.json:
            output.object({"account": account, "delivered": delivered, "reason": reason})
        elif delivered:
            output.say(f"{account}: the digest is in your INBOX.")
        else:
            output.say(f"{account}: {reason or 'nothing waits, so there is nothing to deliver'}.")
    return 0
