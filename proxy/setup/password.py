"""The part of setup that asks where the password is kept, and for the password.

Promises: it is held in memory alone until `keep`; it is never shown, nor is what was typed in its stead.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from proxy import credentials
from proxy.errors import CredentialError, UsageError
from proxy.setup import secret_place
from proxy.setup.prompt import Prompt, until_read
from proxy.setup.secret_place import USAGE, SecretPlace, of_table, read_place

FILE = "file:mail-password"
"""Where it is kept when there is no keyring, unless somebody says otherwise: beside the configuration."""


class PasswordSetup:
    """`folder`: the configuration's."""

    def __init__(self, prompt: Prompt, folder: Path) -> None:
        self._prompt = prompt
        self._folder = folder

    def ask(self, address: str, former: Mapping[str, Any] | None, given: str | None) -> tuple[SecretPlace, str]:
        """The place, and the password that is in it or is to be put there. `former`: as an earlier configuration has
        it; `given`: as an option does. Raises UsageError and CredentialError where nobody can be asked again."""
        place: SecretPlace | None = None
        if given is not None:
            place = read_place(given, self._folder)
        elif former is not None:
            place = of_table(former, self._folder)
        elif credentials.has_keyring():
            place = read_place("keyring", self._folder)
        is_there = former is not None or given is not None
        while True:
            if place is None:
                place = self._ask_place()
            try:
                return place, self._secret(address, place, is_there=is_there)
            except CredentialError as error:
                if not self._prompt.somebody:
                    raise
                self._prompt.say(f"  {error}")
                place = None

    def ask_again(self, address: str, place: SecretPlace) -> str:
        """Another password, since that one was refused; from its place where setup doesn't put it there."""
        return self._ask_secret(address, "") if place.fillable else self._secret(address, place, is_there=True)

    def keep(self, address: str, place: SecretPlace, value: str) -> SecretPlace:
        """Puts a password into its place; where that fails, into another one that somebody names. Raises
        CredentialError where nobody can be asked."""
        while place.fillable:
            try:
                secret_place.keep(place, address, value)
                break
            except CredentialError as error:
                if not self._prompt.somebody:
                    raise
                self._prompt.say(f"  {error}")
            place = until_read(self._prompt, "Where to keep it instead", self._read_place, FILE)
        return place

    def _read_place(self, text: str) -> SecretPlace:
        return read_place(text, self._folder)

    def _ask_place(self) -> SecretPlace:
        if not self._prompt.somebody:
            raise UsageError(
                "This machine has no keyring to keep the password in.",
                "Name another place: --password file:PATH, env:NAME or command:WORDS.",
            )
        lacking = "" if credentials.has_keyring() else "There is no keyring here to keep the password in. "
        self._prompt.say(f"{lacking}{USAGE}")
        return until_read(self._prompt, "Where to keep it", self._read_place, FILE)

    def _secret(self, address: str, place: SecretPlace, *, is_there: bool) -> str:
        """From the place; else it is asked for."""
        if not place.fillable:
            return credentials.secret(place.source, account=address, purpose="password")
        stored = ""
        file = place.source.file
        if is_there and (file is None or file.exists()):
            try:
                stored = credentials.secret(place.source, account=address, purpose="password")
            except CredentialError:
                if file is not None:
                    raise
        return self._ask_secret(address, stored)

    def _ask_secret(self, address: str, stored: str) -> str:
        if stored and not self._prompt.somebody:
            return stored
        while True:
            more = " (Enter: the one that is stored)" if stored else ""
            typed_ = self._prompt.secret(f"Password for {address}, not shown{more}") or stored
            if typed_ and typed_.isprintable():
                return typed_
            if not self._prompt.somebody:
                raise UsageError(
                    "The password is missing." if not typed_ else "That can't be a password.",
                    "Give it as one line on standard input, or name where it is: --password env:NAME, file:PATH or "
                    "command:WORDS.",
                )
            self._prompt.say(
                "  It is needed: without it tactful can't send."
                if not typed_
                else "  That holds signs that no password has; type or paste the password alone."
            )
