"""Secrets from where the user keeps them: keyring, environment, file, command. May be called from any thread.

Promises: no secret is in an error or a log line, nor what a command wrote to standard error; nothing is kept here.
Reading may take long (a keyring that asks to be unlocked, a command), so never call it on the event loop.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from proxy.configuration.account import SecretSource
from proxy.errors import CredentialError

Purpose = Literal["password", "client-password"]
"""The mail account's own password, or the one that the mail client logs in to tactful with."""

SERVICE = "tactful"
COMMAND_TIMEOUT = 60.0
"""Seconds: long enough for a person to type a passphrase."""
LONGEST = 65_536
"""Octets of a file or an output that are looked at."""


def secret(source: SecretSource, *, account: str, purpose: Purpose) -> str:
    """The secret that `source` names. `account`: the account's address. CredentialError where it can't be had."""
    if source.env is not None:
        return _from_environment(source.env, account)
    if source.file is not None:
        return _from_file(source.file, account)
    if source.command is not None:
        return _from_command(source.command, account)
    return _from_keyring(account, purpose)


def has_keyring() -> bool:
    """Whether this machine has a keyring at all; it may be locked."""
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def remember(account: str, purpose: Purpose, value: str) -> None:
    """Stores a secret in the keyring, in place of an earlier one. CredentialError where there is no keyring."""
    _usable(value, "What was typed", account)
    import keyring
    import keyring.errors

    try:
        keyring.set_password(SERVICE, _entry(account, purpose), value)
    except keyring.errors.NoKeyringError as error:
        raise _no_keyring(account) from error
    except Exception as error:
        # Back ends raise whatever their system does; some of it repeats what was to be stored.
        raise _locked(account, error) from None


def _from_keyring(account: str, purpose: Purpose) -> str:
    import keyring
    import keyring.errors

    try:
        value = keyring.get_password(SERVICE, _entry(account, purpose))
    except keyring.errors.NoKeyringError as error:
        raise _no_keyring(account) from error
    except Exception as error:
        raise _locked(account, error) from error
    if value is None:
        raise CredentialError(
            f"The keyring holds no {_named(purpose)} for {account}.", "Store it with `tactful password`."
        )
    return _usable(value, "The keyring's entry", account)


def _from_environment(name: str, account: str) -> str:
    # People do write the password itself where the variable's name belongs; then it is no name to show.
    shown = name if re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z]+", name) else "named in the configuration"
    value = os.environ.get(name)
    if not value:
        raise CredentialError(
            f"The environment variable {shown} holds no password for {account}.",
            "Set it where tactful is started, or name another place: keyring, file or command.",
        )
    return _usable(value, f"The environment variable {shown}", account)


def _from_file(path: Path, account: str) -> str:
    what = f"The password file {path} for {account}"
    try:
        with open(path, "rb", opener=_without_waiting) as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise CredentialError(
                    f"{what} is not a file.", "Name a file that holds the password as its first line."
                )
            if os.name == "posix" and status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise CredentialError(
                    f"{what} can be read or changed by other users of this machine.",
                    f"Run: chmod 600 '{path}'. If others use this machine, change the password too.",
                )
            content = opened.read(LONGEST)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CredentialError(
            f"{what} can't be read: {reason}.", "See that it is there, and that the user who runs tactful may read it."
        ) from error
    return _usable(_first_line(content, what), what, account)


def _from_command(argv: Sequence[str], account: str) -> str:
    # Named only where it is a program: somebody may have written the password itself here.
    named = f" ({Path(argv[0]).name})" if shutil.which(argv[0]) else ""
    what = f"The password command for {account}{named}"
    try:
        # The user's own words from their own file, and no shell that could read more into them.
        done = subprocess.run(  # noqa: S603
            list(argv),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=COMMAND_TIMEOUT,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        # The cause would carry the arguments and what was written so far.
        raise CredentialError(
            f"{what} did not end within {COMMAND_TIMEOUT:.0f} seconds.",
            "Run it in a terminal: it may be waiting for a passphrase.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise CredentialError(
            f"{what} could not be started: {reason}.",
            'Write the program\'s whole path, and each argument by itself: ["/usr/bin/pass", "mail"].',
        ) from None
    if done.returncode != 0:
        raise CredentialError(
            f"{what} failed with exit status {done.returncode}.", "Run it in a terminal to see what it says."
        )
    return _usable(_first_line(done.stdout[:LONGEST], what), what, account)


def _first_line(content: bytes, what: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The cause would carry the content.
        raise CredentialError(f"{what} is not UTF-8 text.", "Save the password as plain text in UTF-8.") from None
    return re.split(r"\r\n|\n|\r", text, maxsplit=1)[0]


def _usable(value: str, what: str, account: str) -> str:
    if not value:
        raise CredentialError(f"{what} holds no password for {account}.", "The first line must be the password.")
    if re.search(r"[\r\n\0\ud800-\udfff]", value):
        raise CredentialError(
            f"{what} holds characters that no password can have.", "Store the password alone, as one line."
        )
    return value


def _without_waiting(path: str, flags: int) -> int:
    # Opening a pipe would wait for somebody to write into it.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))


def _entry(account: str, purpose: Purpose) -> str:
    return account if purpose == "password" else f"{account} ({purpose})"


def _named(purpose: Purpose) -> str:
    return "mail password" if purpose == "password" else "password for the mail program"


def _no_keyring(account: str) -> CredentialError:
    return CredentialError(
        f"This machine has no keyring to keep the password of {account} in.",
        'Name another place in the configuration: password = { command = ["pass", "mail"] }, { file = "path" } or '
        '{ env = "NAME" }.',
    )


def _locked(account: str, error: Exception) -> CredentialError:
    return CredentialError(
        f"The keyring did not give the password of {account} ({type(error).__name__}).",
        "Unlock it (sign in to your desktop), or name another place in the configuration: command, file or env.",
    )
