"""Where setup keeps the password: how people name the place, getting it from there, and putting it there.

Promises: a password is never shown, nor is what was typed where a place's name belongs: it may be the password.
"""

from __future__ import annotations

import os
import secrets
import shlex
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from proxy import credentials
from proxy.configuration.account import SecretSource
from proxy.errors import CredentialError, UsageError
from proxy.setup.file import put

USAGE = (
    'Write keyring; or "file:PATH" for a file that only you can read, "env:NAME" for a variable of the environment, or '
    '"command:pass mail" for a program that prints it.'
)


@dataclass(frozen=True, slots=True)
class SecretPlace:
    """`table`: as the configuration file has it; `source`: as the program reads it."""

    table: Mapping[str, Any]
    source: SecretSource

    @property
    def fillable(self) -> bool:
        """Whether setup can put a password there."""
        return self.source.kind in {"keyring", "file"}

    @property
    def words(self) -> str:
        """What it is, for people."""
        if self.source.file is not None:
            return f"the file {self.source.file}"
        if self.source.env is not None:
            return f"the variable {self.source.env}"
        return "a program of yours" if self.source.command is not None else "your system's keyring"


def read_place(text: str, folder: Path) -> SecretPlace:
    """A place as a person types it. `folder`: the configuration's. Raises UsageError."""
    kind, _, rest = text.strip().partition(":")
    rest = rest.strip()
    table: dict[str, Any]
    match kind.strip().lower():
        case "keyring" if not rest:
            table = {"keyring": True}
        case "env" if rest:
            table = {"env": rest}
        case "file" if rest:
            table = {"file": rest}
        case "command" if rest:
            table = {"command": _words(rest)}
        case _:
            raise UsageError("That is no place for a password.", USAGE)
    return of_table(table, folder)


def of_table(table: Mapping[str, Any], folder: Path) -> SecretPlace:
    """A place as the configuration file has it. Raises UsageError."""
    try:
        return SecretPlace(table, SecretSource.model_validate(dict(table), context={"folder": folder}))
    except ValidationError:
        # The cause would carry what was typed.
        raise UsageError("That is no place for a password.", USAGE) from None


def _words(text: str) -> list[str]:
    try:
        # A backslash is part of a path on Windows.
        return [word.strip("\"'") if os.name == "nt" else word for word in shlex.split(text, posix=os.name != "nt")]
    except ValueError:
        raise UsageError("A quote in that command is not closed.", USAGE) from None


def keep(place: SecretPlace, account: str, value: str) -> None:
    """Puts a password there, in place of an earlier one. CredentialError where that can't be done."""
    if place.source.file is None:
        credentials.remember(account, "password", value)
        return
    path = place.source.file
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put(new, f"{value}\n".encode())
        new.replace(path)
    except OSError as error:
        raise CredentialError(
            f"The password file {path} can't be written: {error.strerror or type(error).__name__}.",
            "Name another file, or another place.",
        ) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
