"""The login: what may be said to a server, in which form, and what its refusal means.

Promises: a password that can't be sent as it is isn't sent at all, and none is in an error or its cause.
"""

from __future__ import annotations

import contextlib

from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError

from proxy.config import Mailbox
from proxy.errors import MailboxError, MailboxLoginError
from proxy.imap import faults
from proxy.imap.client import Client


def log_in(client: Client, username: str, secret: str, mailbox: Mailbox) -> None:
    """AUTHENTICATE PLAIN where it is offered, else LOGIN. Raises MailboxError or MailboxLoginError; what the library
    raises where the connection is lost."""
    if any(letter in username + secret for letter in "\r\n\0"):
        raise MailboxLoginError(
            "The user name or the password for the mailbox holds a line break.",
            "Store the password again with `tactful password`.",
        )
    plain = client.has_capability("AUTH=PLAIN")
    if not plain and client.has_capability("LOGINDISABLED"):
        raise MailboxError(
            f"{mailbox.host} takes no password on this connection.",
            'Set security = "tls" or "starttls" for imap in the configuration.',
        )
    if not plain and not (username + secret).isascii():
        raise MailboxLoginError(
            f"{mailbox.host} can only take passwords of plain letters, digits and signs, and this one has others.",
            "Set another password, or an app password, at your mail provider; then run `tactful password`.",
        )
    try:
        if plain:
            client.plain_login(username, secret)  # RFC 4616: any letters, in UTF-8
        else:
            client.login(_as_string(username), secret)
    except IMAPClientError as error:
        # IMAPClient says LoginError as well where the connection was lost in the middle.
        lost = error.__context__
        if isinstance(lost, IMAPClientAbortError) and not faults.shows(str(error), secret):
            raise lost from None
        fault = faults.of_login(str(error), secret, mailbox)
        if faults.shows(str(error), secret):
            raise fault from None  # some servers repeat a command that they refuse
        raise fault from error


def _as_string(username: str) -> str:
    """imaplib quotes the password and leaves the user name as it is (RFC 9051, section 4.3)."""
    return '"' + username.replace("\\", "\\\\").replace('"', '\\"') + '"'


def introduce(client: Client) -> None:
    """Some providers (163.com, 126.com) open no folder to a client that gave no name (RFC 2971)."""
    with contextlib.suppress(CapabilityError):
        try:
            client.id_({"name": "tactful"})
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            return
