"""The SASL exchanges PLAIN (RFC 4616) and LOGIN, as AUTH speaks them (RFC 4954): from the client's lines to a name and
a password. aiosmtpd's own refuse a lower-case mechanism and lines over 512 octets, and log answers.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable

from proxy.smtp.data import Incoming, LineLengthError
from proxy.smtp.replies import RefusedError

LINE = 12_288
"""Octets of the longest line (RFC 4954, section 4); also the limit of every other command here."""

MECHANISMS = ("PLAIN", "LOGIN")


async def credentials(
    argument: str, incoming: Incoming, challenge: Callable[[str], Awaitable[None]]
) -> tuple[str, str] | None:
    """Name and password from AUTH's `argument` and the lines that follow.

    `challenge` sends a 334 with the text that is given, base64 as it is. None: they can't be a right login (not UTF-8,
    or to act for another). Raises RefusedError when the exchange fails, GoneError when the client leaves.
    """
    words = argument.split()
    if len(words) not in (1, 2):
        raise RefusedError(501, "5.5.4 AUTH is written: AUTH PLAIN, or AUTH LOGIN")
    mechanism, initial = words[0].upper(), words[1:]
    if mechanism not in MECHANISMS:
        raise RefusedError(504, "5.5.4 Only PLAIN and LOGIN are offered: choose a normal password as the way to log in")

    async def answer(prompt: str) -> bytes:
        await challenge(base64.b64encode(prompt.encode()).decode())
        try:
            line = await incoming.line(LINE)
        except LineLengthError:
            raise RefusedError(500, "5.5.6 The line is too long for a login") from None
        return _decoded(line.rstrip(b"\r\n"))

    # RFC 4954, section 4: "=" is an initial response that is there and empty.
    first = _decoded(b"" if initial == ["="] else initial[0].encode()) if initial else None
    if mechanism == "PLAIN":
        parts = (first if first is not None else await answer("")).split(b"\0")
        if len(parts) != 3:
            raise RefusedError(501, "5.5.2 PLAIN has three parts: whom to act for, name and password")
        actor, name, password = parts
        if actor not in (b"", name):
            return None
    else:
        name = first if first is not None else await answer("Username:")
        password = await answer("Password:")
    try:
        return name.decode(), password.decode()
    except UnicodeDecodeError:
        return None


def _decoded(line: bytes) -> bytes:
    if line == b"*":
        raise RefusedError(501, "5.7.0 The login was cancelled")
    try:
        return base64.b64decode(line, validate=True)
    except binascii.Error:
        raise RefusedError(501, "5.5.2 A login's answer is base64") from None
