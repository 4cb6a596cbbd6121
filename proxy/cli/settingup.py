"""`tactful setup`: guided configuration."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from proxy.cli.builder import builder_of
from proxy.cli.common import path_of
from proxy.cli.output import Output
from proxy.errors import UsageError


def options(parser: ArgumentParser) -> None:
    """Options of `setup`: an answer for each question."""
    parser.add_argument("--address", metavar="ADDRESS", help="your mail address")
    parser.add_argument("--username", metavar="NAME", help="the user name at your mail servers (default: the address)")
    parser.add_argument("--smtp", metavar="HOST[:PORT[/tls|/starttls]]", help="the server that sends your mail")
    parser.add_argument("--imap", metavar="HOST[:PORT[/tls|/starttls]]", help="the server of your mailbox")
    parser.add_argument("--no-imap", action="store_true", help="no mailbox is read")
    parser.add_argument(
        "--password",
        metavar="PLACE",
        help="where the password is kept, never the password itself: keyring (the default), file:PATH, env:NAME or "
        '"command:WORDS"; without a terminal it is the first line of standard input',
    )
    parser.add_argument(
        "--domain",
        "--recruiter",
        dest="recruiters",
        metavar="DOMAIN|ADDRESS",
        action="append",
        default=[],
        help="whose mail is a recruiter's; may be repeated",
    )
    parser.add_argument("--no-login", action="store_true", help="doesn't try the servers")
    parser.add_argument(
        "--yes", action="store_true", help="takes what is found, and replaces a configuration that is there"
    )


def setup(arguments: Namespace, output: Output) -> int:
    """Asks, proves, writes, and says how to go on."""
    from proxy.setup import pointing
    from proxy.setup.answers import Answers
    from proxy.setup.prompt import Nobody, Prompt, Terminal
    from proxy.setup.wizard import Written, setup

    answers = Answers(
        arguments.address,
        arguments.username,
        arguments.smtp,
        arguments.imap,
        not arguments.no_imap,
        arguments.password,
        tuple(arguments.recruiters),
        arguments.yes,
        not arguments.no_login,
    )
    prompt: Prompt = Terminal(output) if output.interactive else Nobody(output)

    def tell(done: Written) -> None:
        output.say(f"Written: {done.path}.")
        if done.backup is not None:
            output.say(f"The former one is kept at {done.backup}.")
        output.say(f"The password is in {done.kept}.")
        for warning in done.config.warnings:
            output.say(f"Note: {warning}")
        if not (done.config.recruiters.domains or done.config.recruiters.addresses):
            output.say("Nobody counts as a recruiter yet but applicant-tracking systems: `tactful recruiters add`.")
        output.say("\nNow point your mail program at it. Only sending changes; reading your mail stays as it is.")
        output.table(("outgoing server", ""), pointing.rows(done.config, done.account))
        for line in pointing.PROGRAMS:
            output.say(f"- {line}")
        if builder_of(arguments).is_running(done.config):
            output.say("\ntactful is running and takes this over by itself. `tactful doctor` checks every part.")
        else:
            output.say("\nStart it with `tactful run`, and leave it running; `tactful doctor` checks every part.")

    try:
        done = setup(path_of(arguments), prompt, answers, builder_of(arguments).outside())
    except EOFError as error:
        raise UsageError("The input ended before the last question, so nothing was written.") from error
    except KeyboardInterrupt:
        output.complain("\nStopped. Nothing was written.")
        raise
    if output.json:
        output.object(
            {
                "config": str(done.path),
                "backup": None if done.backup is None else str(done.backup),
                "address": done.account.address,
                "smtp": f"{done.account.smtp.host}:{done.account.smtp.port}",
                "imap": f"{done.account.imap.host}:{done.account.imap.port}" if done.account.imap else None,
                "password": done.account.password.kind,
                "proved": done.proved,
                "recruiters": [*done.config.recruiters.domains, *done.config.recruiters.addresses],
                "outgoing": str(pointing.listener(done.config).at),
            }
        )
    else:
        tell(done)
    return 0
