"""The log's vocabulary: one function an event, with its fields; nothing else logs.

One line an event, `name key=value ...`, to the `tactful` logger. No body, no subject and no secret is ever a field.
The libraries' own loggers are silenced by `setup`: aiosmtpd's shows bodies and AUTH answers at debug.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Literal

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
    "uvicorn",
    "uvicorn.error",
    "uvicorn.access",
    "desktop_notifier",
    "dbus_fast",
)
"""Library loggers whose lines may show what nobody should read; asyncio's may carry an exception's arguments."""


def setup(level: Literal["debug", "info", "error"] = "info") -> None:
    """Sends the events from `level` up to standard error, and silences the libraries. Called once, by an edge."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.handlers[:] = [handler]
    _log.setLevel(level.upper())
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


def answered_not_read(account: str, reason: str) -> None:
    """The message that is answered couldn't be read; judged without it."""
    _event(logging.INFO, "answered-not-read", account=account, reason=reason)


def mailbox_login_refused(host: str) -> None:
    """The IMAP server refused the user name or the password; told once for each secret (or again after an hour)."""
    _event(logging.ERROR, "mailbox-login-refused", host=host, remedy="tactful password")


def login(account: str, encrypted: bool) -> None:
    """A mail client logged in."""
    _event(logging.INFO, "login", account=account, encrypted=encrypted)


def login_refused(failures: int) -> None:
    """A name or password was wrong, so many times in this connection. What was typed is not a field."""
    _event(logging.WARNING, "login-refused", failures=failures)


def connection_refused(reason: str) -> None:
    """A client was turned away."""
    _event(logging.WARNING, "connection-refused", reason=reason)


def message_refused(reason: str) -> None:
    """The SMTP server refused a message by itself: too large, stray line ends, no room on the disk."""
    _event(logging.WARNING, "message-refused", reason=reason)


def command_failed(command: str, error: BaseException) -> None:
    """An SMTP command met an error and was answered with 4xx. Only the error's kind is told, not what it holds."""
    _event(logging.ERROR, "command-failed", command=command, error=type(error).__name__)


def client_left(during: str, code: int | None = None) -> None:
    """The client's connection ended before its time; `code`: the reply that it may not have seen."""
    _event(logging.INFO, "client-left", during=during, code=code)


def history_read(account: str, folders: int, messages: int, contacts: int) -> None:
    """The mailbox was read to its end."""
    _event(logging.INFO, "history-read", account=account, folders=folders, messages=messages, contacts=contacts)


def folder_anew(account: str, folder: str) -> None:
    """A folder's UIDs were given anew (UIDVALIDITY): it is read again from its start."""
    _event(logging.INFO, "folder-anew", account=account, folder=folder)


def folder_skipped(account: str, folder: str) -> None:
    """A folder of the mailbox can't be opened; what is in it doesn't count."""
    _event(logging.WARNING, "folder-skipped", account=account, folder=folder)


def forwarded(account: str, recruiters: Sequence[str]) -> None:
    """A message to recruiters was forwarded, and the upstream took it."""
    _event(logging.INFO, "forwarded", account=account, recruiters=",".join(recruiters))


def kept(id_: str, state: str, rules: Sequence[str]) -> None:
    """A message was kept instead of sent."""
    _event(logging.INFO, "kept", id=id_, state=state, rules=",".join(rules) or None)


def repeated(id_: str, state: str) -> None:
    """A message that waits already came again."""
    _event(logging.INFO, "repeated", id=id_, state=state)


def confirmed(id_: str) -> None:
    """A message that was refused came again by a person's word, and is sent."""
    _event(logging.INFO, "confirmed", id=id_)


def judging_failed(reason: str) -> None:
    """The worker could not judge a message; `on_error` decides."""
    _event(logging.WARNING, "judging-failed", reason=reason)


def not_checked(reason: str) -> None:
    """The text of a message was not checked, for a good reason."""
    _event(logging.INFO, "not-checked", reason=reason)


def outcome_unknown(account: str, reason: str) -> None:
    """The connection failed after the final dot may have left."""
    _event(logging.WARNING, "outcome-unknown", account=account, reason=reason)


def store_failed(doing: str, reason: str) -> None:
    """The store could not write something that does not change a message's fate."""
    _event(logging.ERROR, "store-failed", doing=doing, reason=reason)


def action(id_: str, action: str, state: str, reason: str) -> None:
    """A person's word on a kept message was carried out, or could not be."""
    _event(logging.INFO, "action", id=id_, action=action, state=state, reason=reason or None)


def muted(id_: str, rules: Sequence[str], reach: str) -> None:
    """What a message was held for is not to be mentioned again."""
    _event(logging.INFO, "muted", id=id_, rules=",".join(rules) or None, reach=reach)


def recovered(id_: str, state: str) -> None:
    """A message whose releaser died was put back."""
    _event(logging.WARNING, "recovered", id=id_, state=state)


def desktop(fault: str) -> None:
    """Whether notices can be shown on the desktop: said when that changes."""
    _event(logging.INFO, "desktop-notices", shown=not fault, reason=fault or None)


def answered(id_: str, command: str, outcome: str) -> None:
    """An answer by mail was carried out, or could not be; without ID where nobody knows its token."""
    _event(logging.INFO, "answer", id=id_ or None, command=command or None, outcome=outcome)


def letter(kind: str, account: str, outcome: str) -> None:
    """A letter was delivered, was put off, or was no longer wanted."""
    _event(logging.INFO, "letter", kind=kind, account=account, outcome=outcome)


def sent_copy(id_: str, outcome: str) -> None:
    """Sent was looked at for the last time after a release, and holds the message's copy or never will."""
    _event(logging.INFO, "sent-copy", id=id_, outcome=outcome)


def cover(id_: str, outcome: str) -> None:
    """The mail that stands for a held one in the mailbox's folder: put there, moved by the user, missed, taken away."""
    _event(logging.INFO, "cover", id=id_, outcome=outcome)


def false_copy(id_: str) -> None:
    """A copy in Sent of a message that wasn't sent is taken away."""
    _event(logging.INFO, "false-copy", id=id_)


def schedule_failed(task: str, reason: str) -> None:
    """Something that was due could not be done; it is tried again."""
    _event(logging.WARNING, "schedule-failed", task=task, reason=reason)


def supervisor_unreached(reason: str) -> None:
    """The service manager's socket did not take our word; the work goes on."""
    _event(logging.WARNING, "supervisor-unreached", reason=reason)


def no_login(account: str, reason: str) -> None:
    """What the mail client logs in with can't be had, so that it can't log in now."""
    _event(logging.WARNING, "no-login", account=account, reason=reason)


def worker_started(pid: int | None) -> None:
    """The process that judges messages is up."""
    _event(logging.DEBUG, "worker-started", pid=pid)


def worker_ended(pid: int | None, reason: str) -> None:
    """The process that judges messages is gone: idle, closed, too long, died."""
    _event(logging.DEBUG, "worker-ended", pid=pid, reason=reason)


def upstream_not_met(account: str, reason: str) -> None:
    """What an upstream offers is not known yet, and it can't be asked now."""
    _event(logging.INFO, "upstream-not-met", account=account, reason=reason)


def page_listening(address: str) -> None:
    """The page is there."""
    _event(logging.INFO, "page-listening", address=address)


def page_failed(doing: str, error: BaseException) -> None:
    """A request to the page met an error. Only the error's kind is told, not what it holds."""
    _event(logging.ERROR, "page-failed", doing=doing, error=type(error).__name__)


def page_refused(reason: str) -> None:
    """A request to the page was turned away."""
    _event(logging.WARNING, "page-refused", reason=reason)


def page_opened() -> None:
    """Somebody used a login link."""
    _event(logging.INFO, "page-opened")
