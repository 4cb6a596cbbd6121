"""`tactful password`: stores a secret in the system's keyring, without showing it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass

from proxy import credentials
from proxy.cli.common import config_of
from proxy.cli.output import Output
from proxy.errors import UsageError


def options(parser: ArgumentParser) -> None:
    """Options of `password`."""
    parser.add_argument("address", metavar="ADDRESS", nargs="?", help="the account (default: the only one)")
    parser.add_argument(
        "--client", action="store_true", help="the password that your mail program logs in to tactful with"
    )


def password(arguments: Namespace, output: Output) -> int:
    """Asks for the secret, or reads it from standard input where that is no terminal."""
    accounts = config_of(arguments).accounts
    named = [each for each in accounts if arguments.address in {None, each.address}]
    if len(named) != 1:
        known = ", ".join(each.address for each in accounts)
        raise UsageError("It is not clear which account is meant.", f"Name one of: {known}.")
    purpose: credentials.Purpose = "client-password" if arguments.client else "password"
    whose = "your mail program's password for tactful" if arguments.client else "the mail account's password"
    prompt = f"{named[0].address}: {whose}: "
    value = getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not value:
        raise UsageError("Nothing was typed, so nothing was stored.")
    credentials.remember(named[0].address, purpose, value)
    if output.json:
        output.object({"address": named[0].address, "stored": purpose})
    else:
        output.say("Stored in the keyring.")
    return 0
