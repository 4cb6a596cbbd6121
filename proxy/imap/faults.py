"""What went wrong with the IMAP server, in words for its user. Pure.

Promises: a server's own words are shown shortened, in ASCII, and never where they hold the secret or could hold mail.
"""

from __future__ import annotations

import base64
import re
import socket
import ssl

from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, ProtocolError

from proxy.config import Mailbox
from proxy.errors import MailboxError, MailboxLoginError

WORDS_LIMIT = 200
"""Characters of a server's words that are shown."""

_LATER = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[CONTACTADMIN]")  # RFC 5530, section 3; RFC 9051
_PREFIX = re.compile(r"^(?:command: \S+ => )?(?:\S+ (?:failed|command error): )?")
_QUOTING = ("unexpected", "unterminated line")  # imaplib then shows the line that it couldn't read
_DOCTOR = "Run `tactful doctor` to see which part fails."
_WAIT = "This often passes by itself; tactful tries again. If it lasts, run `tactful doctor`."


def of_connection(error: Exception, mailbox: Mailbox) -> MailboxError:
    """Why no connection came about (before or beside the login)."""
    place = f"{mailbox.host}, port {mailbox.port},"
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailboxError(
            f"The mail server {mailbox.host} could not prove who it is ({_plain(error.verify_message)}), so nothing "
            "was said to it.",
            "Check host under imap in the configuration: it must be the name that your provider gives. In a network "
            "that asks you to sign in first (hotel, train), do that.",
        )
    if isinstance(error, ssl.SSLError):
        return MailboxError(
            f"The mail server {place} did not speak TLS ({_plain(error.reason or type(error).__name__)}).",
            'Usual are port 993 with security = "tls", and port 143 with security = "starttls".',
        )
    if isinstance(error, socket.gaierror):
        return MailboxError(
            f"The mail server {mailbox.host} was not found.",
            "Check that you are online, and host under imap in the configuration.",
        )
    if isinstance(error, ConnectionRefusedError):
        return MailboxError(
            f"Nothing answers at {place} the place of your mailbox.", "Check host and port under imap. " + _DOCTOR
        )
    if isinstance(error, TimeoutError):
        return MailboxError(f"The mail server {place} did not answer in time.", _WAIT)
    if isinstance(error, CapabilityError):
        return MailboxError(
            f"The mail server {place} offers no encryption there (STARTTLS), so nothing was said to it.",
            'Set port = 993 and security = "tls" under imap in the configuration.',
        )
    return of_command(error, mailbox)


def of_command(error: Exception, mailbox: Mailbox) -> MailboxError:
    """Why something that was asked of the server failed."""
    if isinstance(error, ProtocolError) or any(words in str(error) for words in _QUOTING):
        return unexpected(error, mailbox)
    if isinstance(error, TimeoutError):
        return MailboxError(f"The mail server {mailbox.host} stopped answering.", _WAIT)
    if isinstance(error, IMAPClientAbortError):
        return MailboxError(f"The mail server {mailbox.host} ended the connection ({said(error)}).", _WAIT)
    if isinstance(error, IMAPClientError):
        return MailboxError(f"The mail server {mailbox.host} refused: {said(error)}.", _DOCTOR)
    if isinstance(error, OSError):
        reason = _plain(error.strerror or type(error).__name__)
        return MailboxError(f"The connection to {mailbox.host} was lost ({reason}).", _WAIT)
    return unexpected(error, mailbox)


def unexpected(error: BaseException, mailbox: Mailbox) -> MailboxError:
    """What the library or a job raised on an answer that makes no sense. The words of `error` may hold mail."""
    return MailboxError(
        f"The mail server {mailbox.host} answered something that can't be read ({type(error).__name__}).", _DOCTOR
    )


def of_login(words: str, secret: str, mailbox: Mailbox) -> MailboxError:
    """A login was refused with these words: for good, or only for now (RFC 5530)."""
    shown = "" if shows(words, secret) else f" It said: {_plain(words)}."
    if any(code in words.upper() for code in _LATER):
        return MailboxError(f"The mail server {mailbox.host} takes no login just now.{shown}", _WAIT)
    return MailboxLoginError(
        f"The mail server {mailbox.host} refused the user name or the password.{shown}",
        "Run `tactful password` and give the right one. Providers such as Gmail, iCloud, Yahoo and Fastmail want an "
        "app password: a second password, made for one program, found under Security in your account there.",
    )


def closed(mailbox: Mailbox) -> MailboxError:
    """tactful itself closed the connection."""
    return MailboxError(f"The connection to {mailbox.host} was closed, because tactful stops.", "")


def shows(words: str, secret: str) -> bool:
    """Whether a server's words hold the secret, as it is or in base64."""
    if not secret:
        return False
    coded = base64.b64encode(b"\0" + secret.encode("utf-8", "replace")).decode("ascii")
    tails = {base64.b64encode(b"x" * cut + secret.encode("utf-8", "replace")).decode("ascii")[4:-4] for cut in range(3)}
    return secret in words or coded in words or any(len(tail) > 3 and tail in words for tail in tails)


def said(error: Exception) -> str:
    """The server's own words in an error of the library."""
    return _plain(_PREFIX.sub("", str(error))) or type(error).__name__


def _plain(words: str) -> str:
    plain = "".join(letter if " " <= letter <= "~" else " " for letter in words)
    plain = " ".join(plain.split()).rstrip(".")
    return plain if len(plain) <= WORDS_LIMIT else plain[: WORDS_LIMIT - 3] + "..."
