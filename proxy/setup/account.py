"""The part of setup that becomes one account: address, servers, password, and the login that proves them.

Promises: nothing is written here, and nothing is sent but the login; the password is held in memory alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from proxy.addresses import normalise, problem_of_address
from proxy.configuration.account import Account, Mailbox, Server
from proxy.errors import MailboxError, MailboxLoginError, SignInOnly, UpstreamError, UsageError
from proxy.providers import load as providers
from proxy.setup import proof
from proxy.setup.answers import Answers
from proxy.setup.discovery import discover
from proxy.setup.outside import Outside
from proxy.setup.password import PasswordSetup
from proxy.setup.prompt import Prompt, until_read, yes
from proxy.setup.secret_place import SecretPlace
from proxy.setup.servers import Found, read_server, shown, typed
from proxy.suggestions import Suggestion

T = TypeVar("T")
S = TypeVar("S", Server, Mailbox)


@dataclass(frozen=True, slots=True)
class Ready:
    """An account that is to be written. `secret`: to be put into `place`, "" where it is there already. `proved`:
    whether it logged in. `suggested`: who in Sent looks like a recruiter."""

    table: Mapping[str, Any]
    place: SecretPlace
    secret: str = field(repr=False)
    proved: bool = False
    suggested: tuple[Suggestion, ...] = ()


class AccountSetup:
    """`tables`: the accounts of an earlier configuration; `folder`: the configuration's."""

    def __init__(
        self,
        prompt: Prompt,
        answers: Answers,
        outside: Outside,
        tables: list[Mapping[str, Any]],
        folder: Path,
    ) -> None:
        self._prompt = prompt
        self._answers = answers
        self._outside = outside
        self._tables = tables
        self._folder = folder
        self._password = PasswordSetup(prompt, folder)

    def keep(self, ready: Ready) -> Ready:
        """Puts its password into its place, or into another one that is then the account's. Raises CredentialError."""
        if not ready.secret:
            return ready
        place = self._password.keep(str(ready.table["address"]), ready.place, ready.secret)
        return replace(ready, place=place, table={**ready.table, "password": dict(place.table)})

    def ask(self) -> Ready:
        """The account. Raises TactfulError where it can't be had and nobody can be asked, and EOFError."""
        address = self._ask_address()
        former = next((each for each in self._tables if normalise(str(each.get("address"))) == normalise(address)), {})
        address = str(former.get("address", address))  # as it was spelt: servers may tell capitals apart
        found = self._servers(address, former)
        self._tell_of_password(address, found)
        place, secret = self._password.ask(address, former.get("password"), self._answers.password)
        return self._prove(address, former, found, place, secret)

    # Address and servers

    def _answer(self, given: str | None, question: str, read: Callable[[str], T], default: str = "") -> T:
        """An option's word where there is one: it is not asked about again, and refused where it can't be used."""
        return read(given) if given is not None else until_read(self._prompt, question, read, default)

    def _ask_address(self) -> str:
        first = str(self._tables[0].get("address", "")) if self._tables else ""
        return self._answer(self._answers.address, "Your mail address", read_address, first)

    def _servers(self, address: str, former: Mapping[str, Any]) -> Found:
        answers = self._answers
        found = Found()
        given_smtp, given_imap = answers.smtp, answers.imap if answers.mailbox else None
        if former:
            account = Account.model_validate(dict(former), context={"folder": self._folder})
            source = "as your configuration has it" if given_smtp is None else ""
            found = Found(account.smtp, account.imap, str(former.get("username", "")), source)
        elif given_smtp is None or (given_imap is None and answers.mailbox):
            if providers().of_address(address) is None:
                self._prompt.say(f"Looking for the servers of {address} ...")
            found = discover(address, self._outside)
            self._confirm(address, found)
        smtp = read_server(given_smtp, Server) if given_smtp is not None else found.smtp
        imap = read_server(given_imap, Mailbox) if given_imap is not None else found.imap
        if smtp is None:
            smtp = self._ask_smtp("")
        if imap is None and answers.mailbox and not former:
            imap = self._ask_imap("")
        provider = found.provider or providers().of_host(smtp.host)
        username = answers.username or found.username
        kept = Found(smtp, imap if answers.mailbox else None, username, found.source, provider)
        self._show(kept)
        return kept

    def _confirm(self, address: str, found: Found) -> None:
        strangers = found.strangers(address)
        if strangers and not self._answers.yes:
            self._prompt.say(
                f"The DNS of your mail domain names {' and '.join(strangers)}, which is another domain. Often that is "
                "your provider; in a strange network it could be somebody who wants your password."
            )
            if not yes(self._prompt, "Do you know it as your provider's", default=False):
                raise UsageError(
                    "The servers that were found were not used, so nothing was written.",
                    "Name your provider's servers: --smtp HOST --imap HOST. If those are right, add --yes.",
                )

    def _show(self, found: Found) -> None:
        assert found.smtp is not None
        source = f" ({found.source})" if found.source else ""
        self._prompt.say(f"  Sends by {shown(found.smtp)}{source}.")
        if found.imap is not None:
            self._prompt.say(f"  Mailbox at {shown(found.imap)}.")
        else:
            self._prompt.say("  No mailbox: tactful will know only what goes through it and what you log.")

    def _ask_smtp(self, default: str) -> Server:
        if not self._prompt.somebody and not default:
            raise UsageError(
                "The server that sends your mail was not found.",
                "Name it as your provider's help pages do: --smtp smtp.example.org:465.",
            )
        return until_read(
            self._prompt, "The server that sends your mail (SMTP)", lambda text: read_server(text, Server), default
        )

    def _ask_imap(self, default: str) -> Mailbox | None:
        if not self._prompt.somebody and not default:
            if self._answers.yes:
                return None
            raise UsageError(
                "The server of your mailbox was not found.", "Name it: --imap imap.example.org:993, or write --no-imap."
            )

        def read(text: str) -> Mailbox | None:
            return None if text.lower() == "none" else read_server(text, Mailbox)

        return until_read(self._prompt, "The server of your mailbox (IMAP)", read, default or "none")

    # Password and proof

    def _tell_of_password(self, address: str, found: Found) -> None:
        provider = found.provider
        if provider is None:
            return
        if provider.login == "oauth":
            self._prompt.say(f"{provider.name}: {provider.help}")
            if not yes(self._prompt, "Try it with a password all the same", default=False, taken=self._answers.yes):
                raise SignInOnly(
                    f"{provider.name} takes no password from mail programs, and tactful can't sign in by its page yet.",
                    "Nothing was written. If your mailbox does take a password, run setup again with --yes.",
                )
        elif provider.help:
            needs = "needs a password for this program alone. " if provider.login == "app-password" else ""
            self._prompt.say(f"{provider.name} {needs or 'says: '}{provider.help}")

    def _prove(self, address: str, former: Mapping[str, Any], found: Found, place: SecretPlace, secret: str) -> Ready:
        """Logs in until it succeeds, or the person goes on without."""
        while True:
            table = _table(former, address, found, place)
            if not self._answers.login:
                return Ready(table, place, secret if place.fillable else "")
            account = Account.model_validate(table, context={"folder": self._folder})
            try:
                seen = self._log_in(account, secret)
                return Ready(table, place, secret if place.fillable else "", True, seen)
            except (UpstreamError, MailboxError) as error:
                if not self._prompt.somebody:
                    raise
                refused = isinstance(error, MailboxLoginError) or getattr(error, "code", None) in {534, 535}
                self._prompt.say(f"  {error.what if refused else error}")
            if refused and found.provider is not None and found.provider.help:
                self._prompt.say(f"  {found.provider.name}: {found.provider.help}")
            match until_read(self._prompt, _WHAT_NOW, _read_what_now, "p" if refused else "t"):
                case "p":
                    found = _renamed(found, self._ask_username(account.username))
                    secret = self._password.ask_again(address, place)
                case "s":
                    assert found.smtp is not None
                    smtp = self._ask_smtp(typed(found.smtp))
                    imap = self._ask_imap(typed(found.imap) if found.imap else "")
                    found = Found(smtp, imap, found.username, "", found.provider)
                case "g":
                    return Ready(table, place, secret if place.fillable else "")

    def _ask_username(self, default: str) -> str:
        return until_read(self._prompt, "User name", _read_username, default)

    def _log_in(self, account: Account, secret: str) -> tuple[Suggestion, ...]:
        self._prompt.say(f"Logging in at {account.smtp.host} ...")
        proof.sends(account, secret, self._outside)
        self._prompt.say("  It takes your login. Nothing was sent.")
        if account.imap is None:
            return ()
        self._prompt.say(f"Logging in at {account.imap.host} ...")
        seen = proof.reads(account, secret, self._outside)
        sent = f'Sent is "{seen.folders.sent}"' if seen.folders.sent else "no folder of sent mail was found"
        self._prompt.say(f"  It takes your login; {sent}.")
        return seen.suggested


_WHAT_NOW = "Now: t try again, p other password or user name, s other servers, g go on without the proof"


def _read_what_now(text: str) -> str:
    answer = text.strip().lower()[:1]
    if answer not in {"t", "p", "s", "g"}:
        raise UsageError("", "Write one of the letters t, p, s and g.")
    return answer


def _read_username(text: str) -> str:
    if not text.isprintable() or not text.strip():
        raise UsageError("That can't be a user name.", "It is nearly always your mail address.")
    return text.strip()


def read_address(text: str) -> str:
    """A mail address as a person types it. Raises UsageError."""
    problem = problem_of_address(text.strip())
    if problem:
        raise UsageError("That is no mail address.", f"{problem} Write one such as sam@example.org.")
    return text.strip()


def _renamed(found: Found, username: str) -> Found:
    return Found(found.smtp, found.imap, username, found.source, found.provider)


def _table(former: Mapping[str, Any], address: str, found: Found, place: SecretPlace) -> dict[str, Any]:
    """The account as the file has it: what was asked, in its order, and what else stood there."""
    assert found.smtp is not None
    table: dict[str, Any] = {"address": address, "smtp": _reached(found.smtp)}
    if found.imap is not None:
        before = former.get("imap")
        names = before if isinstance(before, Mapping) else {}
        table["imap"] = _reached(found.imap) | {key: names[key] for key in ("sent", "drafts") if names.get(key)}
    if found.username and found.username != address:
        table["username"] = found.username
    table["password"] = dict(place.table)
    asked = {"address", "smtp", "imap", "username", "password"}
    return table | {key: value for key, value in former.items() if key not in asked}


def _reached(found: Server | Mailbox) -> dict[str, Any]:
    return {"host": found.host, "port": found.port, "security": found.security}
