"""The log's vocabulary: one function an event, with its fields; nothing else logs.

One line an event, `name key=value ...`, to the `tactful` logger. No body, no subject and no secret is ever a field.
The libraries' own loggers are silenced by `setup`: aiosmtpd's shows bodies and AUTH answers at debug.
"""

from __future__ import annotations

import json
import logging

_log = logging.getLogger("tactful")

SILENCED = (
    "mail.log",
    "mail.debug",
    "aiosmtplib",
    "imapclient",
    "imaplib",
    "sqlalchemy",
    "alembic",
    "asyncio",
    "keyring",
    "pymap",
)
"""Library loggers whose lines may show what nobody should read; asyncio's may carry an exception's arguments."""


def setup(level: int = logging.INFO) -> None:
    """Sends the events to standard error, and silences the libraries. Called once, by an edge."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.handlers[:] = [handler]
    _log.setLevel(level)
    _log.propagate = False
    for name in SILENCED:
        silenced = logging.getLogger(name)
        silenced.handlers[:] = [logging.NullHandler()]
        silenced.propagate = False


def _event(level: int, name: str, **fields: object) -> None:
    if _log.isEnabledFor(level):
        shown = " ".join(f"{key}={_value(value)}" for key, value in fields.items() if value is not None)
        _log.log(level, "%s %s", name, shown)


def _value(value: object) -> str:
    text = str(value)
    plain = text and all(33 <= ord(char) < 127 and char not in '"\\' for char in text)
    return text if plain else json.dumps(text)


def listening(address: str, tls: str) -> None:
    """The SMTP server listens there."""
    _event(logging.INFO, "listening", address=address, tls=tls)


def not_listening(address: str, reason: str) -> None:
    """An address of the configuration can't be listened at on this machine."""
    _event(logging.WARNING, "not-listening", address=address, reason=reason)


def stopped() -> None:
    """The proxy ended in order."""
    _event(logging.INFO, "stopped")


def config_read(path: str) -> None:
    """The configuration was read and is in force."""
    _event(logging.INFO, "config-read", path=path)


def config_refused(path: str, reason: str) -> None:
    """A changed configuration is bad; the former stays."""
    _event(logging.ERROR, "config-refused", path=path, reason=reason, now="the former one stays in force")


def upstream_reopened(host: str, reason: str) -> None:
    """The connection to the upstream was found dead before the message went, and is opened once more."""
    _event(logging.INFO, "upstream-reopened", host=host, reason=reason)


def mailbox_connected(host: str) -> None:
    """Logged in to the IMAP server."""
    _event(logging.DEBUG, "mailbox-connected", host=host)


def mailbox_lost(host: str, reason: str) -> None:
    """A connection to the IMAP server ended in the middle of something."""
    _event(logging.INFO, "mailbox-lost", host=host, reason=reason)


def mailbox_unreachable(host: str, reason: str) -> None:
    """No connection to the IMAP server came about; it is tried again after a pause."""
    _event(logging.WARNING, "mailbox-unreachable", host=host, reason=reason)


def mailbox_login_refused(host: str) -> None:
    """The IMAP server refused the user name or the password; told once for each secret (or again after an hour)."""
    _event(logging.ERROR, "mailbox-login-refused", host=host, remedy="tactful password")
