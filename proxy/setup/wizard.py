"""`tactful setup`: asks as little as it can, proves it by a login, and writes the configuration at the end.

Promises: until the last question is answered nothing is written, stored or sent, whatever ends it in the middle; a
configuration that is there is replaced only on a person's word, and kept beside; a password is shown nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proxy.addresses import normalise
from proxy.configuration.account import Account
from proxy.configuration.settings import Config
from proxy.errors import Declined, UsageError
from proxy.providers import load as providers
from proxy.setup import file, recruiters, writing
from proxy.setup.account import AccountSetup, Ready
from proxy.setup.answers import Answers
from proxy.setup.file import Former
from proxy.setup.outside import Outside
from proxy.setup.prompt import Prompt, yes


@dataclass(frozen=True, slots=True)
class Written:
    """What setup came to. `backup`: where the former file is. `kept`: the place of the password, in words."""

    path: Path
    config: Config
    account: Account
    proved: bool
    kept: str
    backup: Path | None = None


def setup(path: Path, prompt: Prompt, answers: Answers, outside: Outside) -> Written:
    """The whole dialogue. Raises TactfulError, EOFError and KeyboardInterrupt; nothing was written then."""
    former = file.read(path)
    if not prompt.somebody:
        _missing(path, answers, former)
    _greet(path, prompt, former)
    folder = path.absolute().parent
    accounts: list[Mapping[str, Any]] = list(former.tables.get("accounts", ()))
    account = AccountSetup(prompt, answers, outside, accounts, folder)
    ready = account.ask()
    entries = recruiters.ask(
        prompt, answers.recruiters, ready.suggested, _entries(former.tables.get("recruiters", {})), providers()
    )
    if former.exists and not yes(
        prompt, f"Replace {path}? The one that is there is kept beside it", default=True, taken=answers.yes
    ):
        raise Declined("Nothing was written.", f"The configuration at {path} is as it was.")
    # Before the file: a configuration without its password would be half of one.
    return _write(path, former, account.keep(ready), entries, outside)


def _missing(path: Path, answers: Answers, former: Former) -> None:
    """Without a terminal: all that no option answers, at once."""
    missing = []
    if answers.address is None and former.config is None:
        missing.append("--address ADDRESS")
    if not answers.recruiters and former.config is None and not answers.yes:
        missing.append("--domain DOMAIN (or --yes for none yet)")
    if former.exists and not answers.yes:
        missing.append(f"--yes (there is a configuration at {path}; it is kept beside the new one)")
    if missing:
        raise UsageError(
            f"Nobody can be asked here, and this is missing: {', '.join(missing)}.",
            "Run it in a terminal, or write these; the password is then the first line of standard input.",
        )


def _greet(path: Path, prompt: Prompt, former: Former) -> None:
    prompt.say("This sets up tactful. Nothing is written before the end, and nothing is sent; Ctrl-C stops it.")
    if former.config is not None:
        prompt.say(f"There is a configuration at {path}: Enter takes what stands there.")
    elif former.exists:
        prompt.say(f"There is a configuration at {path} that can't be used, so this starts anew:")
        prompt.say(f"  {former.fault}" if former.fault else "  It can't be read.")


def _entries(table: Mapping[str, Any]) -> Sequence[str]:
    return [*table.get("domains", ()), *table.get("addresses", ())]


def _write(path: Path, former: Former, ready: Ready, entries: Sequence[str], outside: Outside) -> Written:
    now = outside.clock().astimezone()
    tables = dict(former.tables)
    tables["accounts"] = _accounts(former, ready)
    tables["recruiters"] = recruiters.table(former.tables.get("recruiters", {}), entries)
    address = str(ready.table["address"])
    config, backup = file.write(path, writing.text(tables, now.date()), now)
    account = config.account(address)
    assert account is not None
    return Written(path, config, account, ready.proved, ready.place.words, backup)


def _accounts(former: Former, ready: Ready) -> list[Mapping[str, Any]]:
    """All of them, the new one in the place of the former one of its address."""
    accounts = list(former.tables.get("accounts", ()))
    own = normalise(str(ready.table["address"]))
    for number, each in enumerate(accounts):
        if normalise(str(each.get("address"))) == own:
            accounts[number] = ready.table
            return accounts
    return [*accounts, ready.table]
