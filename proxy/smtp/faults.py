"""Why the upstream can't be used, in plain words and with what to do about it. Pure: an exception in, an error out.

Nothing that was sent to the upstream is in these texts; its own words are.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from aiosmtplib import SMTPResponseException

from proxy.config import Server
from proxy.errors import UpstreamError
from proxy.smtp.upstream_replies import words

CHECK = "`tactful doctor` checks every part and says how to mend it."
_TRY_LATER = "Nothing was sent. Try again in a few minutes."

_EXPIRED, _NOT_YET_VALID, _WRONG_NAME, _WRONG_ADDRESS = 10, 9, 62, 64
"""OpenSSL's verify codes (X509_V_ERR_CERT_HAS_EXPIRED ...)."""


def explain(server: Server, error: BaseException, doing: str = "") -> UpstreamError:
    """The error for what a library or the system raised; `doing`: what was asked of the upstream ("MAIL")."""
    chain = tuple(_chain(error))
    where = f"{server.host}:{server.port}"
    for cause in chain:
        if isinstance(cause, UpstreamError):
            return cause
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _certificate(server, cause)
    for cause in chain:
        if isinstance(cause, ssl.SSLError):
            return UpstreamError(
                f"No encrypted connection to {where} could be made.",
                'Check smtp.security: port 465 usually wants "tls", port 587 "starttls". ' + CHECK,
            )
        if isinstance(cause, socket.gaierror):
            return UpstreamError(
                f"Your mail server {server.host} can't be found: there is no network, or no server of that name.",
                "Check that this computer is online, and smtp.host in the configuration.",
            )
        if isinstance(cause, SMTPResponseException) and 200 <= cause.code <= 599:
            return refused(server, cause.code, cause.message, doing)
        if isinstance(cause, (SMTPResponseException, ValueError)):
            return UpstreamError(
                f"What answers at {where} doesn't speak SMTP as it should.",
                "Check smtp.host and smtp.port in the configuration. " + CHECK,
            )
    for cause in chain:
        if isinstance(cause, TimeoutError):
            return UpstreamError(
                f"Your mail server {where} did not answer in time{_at(doing)}.",
                f'{_TRY_LATER} If it stays so, check smtp.port and smtp.security: port 465 wants "tls".',
            )
        if isinstance(cause, ConnectionRefusedError):
            return UpstreamError(
                f"Your mail server {where} refuses connections.", "Check smtp.host and smtp.port. " + CHECK
            )
    if any(isinstance(cause, (ConnectionError, EOFError)) for cause in chain):
        return UpstreamError(f"Your mail server {where} closed the connection{_at(doing)}.", _TRY_LATER)
    return UpstreamError(
        f"Your mail server {where} can't be reached.", "Check that this computer is online. " + _TRY_LATER
    )


def refused(server: Server, code: int, text: str, doing: str = "") -> UpstreamError:
    """The error for a reply that ends the session: 421, or a refusal before any message can be sent."""
    said = " / ".join(words(line) for line in text.split("\n"))
    if code == 421:
        what, remedy = f"is closing the connection{_at(doing)}", _TRY_LATER
    else:
        what, remedy = f"refused{f' {doing}' if doing else ' the connection'}", CHECK
    return UpstreamError(f"Your mail server {server.host} {what}: {code} {said}", remedy, code, said)


def no_starttls(server: Server) -> UpstreamError:
    """STARTTLS is set and not offered: a wrong setting, or somebody in between who takes it away (RFC 3207, 6)."""
    return UpstreamError(
        f"Your mail server {server.host}:{server.port} offers no encryption (STARTTLS), so no password was sent to it.",
        'Set smtp.security = "tls" with port 465 if your provider has it. In a strange network, try another one: '
        "somebody may be listening.",
    )


def no_login(server: Server, offered: tuple[str, ...]) -> UpstreamError:
    """The upstream offers no way to log in that is known here; `offered`: the mechanisms that it named."""
    if offered:
        what = f"offers only ways to log in that tactful doesn't know ({', '.join(offered)})"
    else:
        what = "offers no login, so it would not take your mail"
    return UpstreamError(
        f"Your mail server {server.host}:{server.port} {what}.",
        "Check smtp.host and smtp.port: mail programs log in at port 465 or 587, not at 25. " + CHECK,
    )


def login_refused(server: Server, code: int, text: str, secrets: tuple[str, ...]) -> UpstreamError:
    """The upstream refused username and password (RFC 4954, section 6). `secrets` are struck out of its words."""
    said = " / ".join(words(line) for line in text.split("\n"))
    for secret in secrets:
        said = said.replace(secret, "(hidden)") if secret else said
    if code == 421 or 400 <= code < 500:
        remedy = "This is usually temporary. " + _TRY_LATER
    else:
        remedy = (
            "Check the username, and store the password again with `tactful password`. Many providers want an "
            "app password, made on their security page, in place of your own."
        )
    return UpstreamError(f"Your mail server {server.host} refused the login: {code} {said}", remedy, code, said)


def bare_line_end(server: Server) -> UpstreamError:
    """The message can't travel by SMTP (RFC 5321, section 2.3.8)."""
    return UpstreamError(
        f"The message was not given to {server.host}: it holds a bare CR or LF, which mail does not allow.",
        "Send it again from your mail program.",
    )


def _certificate(server: Server, error: ssl.SSLCertVerificationError) -> UpstreamError:
    if error.verify_code in (_EXPIRED, _NOT_YET_VALID):
        why = "its certificate is not valid today"
        remedy = "Check this computer's date and time. If they are right, the provider must renew the certificate."
    elif error.verify_code in (_WRONG_NAME, _WRONG_ADDRESS):
        why = "its certificate is for another name"
        remedy = "Check smtp.host: write the name that your provider gives, not an address or an alias."
    else:
        why = "nobody this computer trusts vouches for its certificate"
        remedy = (
            "In a strange network (hotel, train), log in to the network first or try another one: somebody may be "
            "reading along. A virus scanner that reads mail does this too: let it leave mail connections alone."
        )
    return UpstreamError(
        f"{server.host}:{server.port} could not prove that it is your mail server: {why}. No password was sent.",
        remedy,
    )


def _at(doing: str) -> str:
    return f" (at {doing})" if doing else ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, the errors that a group holds, and their causes."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.append(current.__cause__)
