"""doctor's checks of `tactful run`: the ports, whether it is up and answers a mail program's login, and the page."""

from __future__ import annotations

import errno
import http.client
import os
import smtplib
import socket
import ssl
from typing import Any
from urllib.parse import urlsplit

from proxy.configuration.account import Account
from proxy.configuration.settings import Config, Listener, Tls
from proxy.configuration.values import Place
from proxy.errors import CredentialError
from proxy.setup.doctor import Examination, Result, Results
from proxy.setup.patient import Patient
from proxy.smtp.dial import aside
from proxy.smtp.replies import GREETING

PATIENCE = 10.0
"""Seconds for one answer."""

_LACKING = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EINVAL})

RESTART = "Stop `tactful run` and start it again; its last lines say more."


def examinations(patient: Patient) -> list[Examination]:
    """The ports, `run`, a login for each account, and the page."""
    return [
        Examination("run", lambda: _run(patient)),
        Examination("listen", lambda: _listen(patient), 30.0),
        *(
            Examination("login", lambda each=account: _login(patient, each), 90.0)  # type: ignore[misc]
            for account in patient.config.accounts
        ),
        Examination("page", lambda: _page(patient)),
    ]


async def _run(patient: Patient) -> Results:
    if await patient.is_running():
        return [Result("run", "ok", "tactful is running.")]
    return [
        Result(
            "run",
            "look",
            "tactful is not running, so your mail program can't send through it.",
            "Start it with `tactful run`, and leave it running.",
        )
    ]


# Ports


async def _listen(patient: Patient) -> Results:
    running = await patient.is_running()
    found = []
    for listener in patient.config.listen.smtp:
        for place in places(listener.at):
            if running:
                found.append(await aside(lambda at=place, each=listener: _answers(at, each, patient.config.listen.tls)))  # type: ignore[misc]
            else:
                found.append(_is_free(place, "listen.smtp"))
    page = patient.config.listen.web
    if page is not None and not running:
        found += [_is_free(place, "listen.web") for place in places(page)[:1]]
    return found


def places(place: Place) -> tuple[Place, ...]:
    """Where it is really listened at: "localhost" is both loopbacks."""
    return (Place("127.0.0.1", place.port), Place("::1", place.port)) if place.host == "localhost" else (place,)


def _is_free(place: Place, key: str) -> Result:
    """Tried as `run` does it, and given back at once."""
    if not place.port:
        return Result("listen", "ok", f"{place}: any port that is free.")
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            probe.bind((place.host, place.port))
            probe.listen(1)
    except OSError as error:
        if error.errno in _LACKING:
            return Result("listen", "ok", f"{place}: this computer has no such address, which does no harm.")
        if error.errno in {errno.EACCES, errno.EPERM}:
            advice = f"Choose a port above 1024 in {key}, and in your mail program."
            return Result("listen", "wrong", f"You may not listen at {place}.", advice)
        advice = f"End that program, or choose another port in {key} (and in your mail program, if it is that of smtp)."
        return Result("listen", "wrong", f"Another program listens at {place}, so tactful can't start.", advice)
    return Result("listen", "ok", f"{place} is free.")


def _answers(place: Place, listener: Listener, tls: Tls | None) -> Result:
    if not place.port:
        return Result("listen", "ok", f"{place}: which port it is, `tactful run` says when it starts.")
    try:
        with _greeted(place, listener, tls) as client:
            _, said = client.ehlo()
    except _Lacking:
        return Result("listen", "ok", f"{place}: this computer has no such address, which does no harm.")
    except _Stranger:
        advice = "Another program has that port. End it, or choose another port in listen.smtp and your mail program."
        return Result("listen", "wrong", f"What answers at {place} is not tactful.", advice)
    except ssl.SSLError:
        message = f"tactful's own certificate can't be used at {place}."
        return Result("listen", "wrong", message, "See that it is valid today, and that tls names the right files.")
    except (OSError, smtplib.SMTPException) as error:
        message = f"tactful runs, but nothing answers at {place} ({type(error).__name__})."
        return Result("listen", "wrong", message, RESTART)
    return Result("listen", "ok", f"tactful answers at {place}.") if said else _silent(place)


def _silent(place: Place) -> Result:
    return Result("listen", "wrong", f"tactful says nothing at {place}.", RESTART)


class _Lacking(OSError):
    pass


class _Stranger(Exception):
    pass


class _Heard(smtplib.SMTP):
    """Keeps what the server said first."""

    greeting = b""

    def connect(self, *words: Any, **more: Any) -> tuple[int, bytes]:
        code, self.greeting = super().connect(*words, **more)
        return code, self.greeting


class _HeardInTls(_Heard, smtplib.SMTP_SSL):
    pass


def _greeted(place: Place, listener: Listener, tls: Tls | None) -> smtplib.SMTP:
    """A session with what must be tactful itself: its certificate is the one of the configuration. Raises _Lacking,
    _Stranger, OSError and SMTPException."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(place.host, place.host)  # noqa: S104  # asked, not listened at
    context = _own_context(tls) if tls is not None else None
    implicit = listener.tls == "implicit"
    try:
        client = (
            _HeardInTls(host, place.port, timeout=PATIENCE, context=context)
            if implicit
            else _Heard(host, place.port, timeout=PATIENCE)
        )
    except OSError as error:
        if error.errno in _LACKING:
            raise _Lacking from error
        raise
    try:
        if GREETING.encode() not in client.greeting:
            raise _Stranger
        if context is not None and not implicit:
            client.starttls(context=context)
    except BaseException:
        client.close()
        raise
    return client


def _own_context(tls: Tls) -> ssl.SSLContext:
    """Trusts the certificate that the configuration names, and no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # it may be for a name by which others reach it
    context.load_verify_locations(tls.certificate)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


# A mail program's login


async def _login(patient: Patient, account: Account) -> Results:
    if not await patient.is_running():
        return []
    listener = next((each for each in patient.config.listen.smtp if each.port), None)
    if listener is None:
        return []
    try:
        secret = await patient.secret(account, "client-password")
    except CredentialError:
        message = f"The login of your mail program as {account.address} was not tried: its password can't be read here."
        return [Result("login", "look", message, "See what is said of the password.")]
    return [await aside(lambda: _log_in(patient.config, account, listener, secret))]


def _log_in(config: Config, account: Account, listener: Listener, secret: str) -> Result:
    try:
        with _greeted(places(listener.at)[0], listener, config.listen.tls) as client:
            client.login(account.address, secret)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code == 535:
            message = (
                f"tactful refuses the login of {account.address}: it knows another password than the one found here."
            )
            return Result("login", "wrong", message, f"If the password was changed: {RESTART}")
        message = f"tactful can't check the login of {account.address}: it can't read the password itself."
        advice = (
            "It may run where the keyring is locked or the variable isn't set (as a service, for example); its lines "
            "say why."
        )
        return Result("login", "wrong", message, advice)
    except (_Stranger, OSError, smtplib.SMTPException) as error:
        return Result("login", "wrong", f"The login as a mail program failed ({type(error).__name__}).", RESTART)
    return Result("login", "ok", f"A mail program's login as {account.address} is taken.")


# The page


async def _page(patient: Patient) -> Results:
    if patient.config.listen.web is None:
        return [Result("page", "ok", "The page is turned off.")]
    if not await patient.is_running():
        return []
    known = await patient.known()
    address = known.page if known is not None else ""
    if not address:
        return [Result("page", "wrong", "tactful runs, but without its page.", RESTART)]
    return [await aside(lambda: _get(address, patient.config.listen.tls))]


def _get(address: str, tls: Tls | None) -> Result:
    parts = urlsplit(address)
    host = parts.hostname or ""
    connection: http.client.HTTPConnection
    if parts.scheme == "https" and tls is not None:
        connection = http.client.HTTPSConnection(host, parts.port, timeout=PATIENCE, context=_own_context(tls))
    else:
        connection = http.client.HTTPConnection(host, parts.port, timeout=PATIENCE)
    try:
        connection.request("GET", "/login")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return Result("page", "wrong", f"The page does not answer at {address} ({type(error).__name__}).", RESTART)
    finally:
        connection.close()
    if status >= 500:
        return Result("page", "wrong", f"The page at {address} fails (status {status}).", RESTART)
    return Result("page", "ok", f"The page answers at {address}; `tactful web` opens it.")
