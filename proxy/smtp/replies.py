"""Replies on their way to the client: how they are written, and those that the server says of its own.

Promises: a written line has at most 512 octets with its end (RFC 5321, section 4.5.3.1.5); longer ones go on in a
further line, so that no word is lost; a reply can't smuggle in a second one. Own replies are ASCII, in plain words, and
hold no text of a message and nothing that the client said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proxy.model import Reply

_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?= |$)")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_ROOM = 512 - len("250-") - len("\r\n")

NOTHING_SENT = "Nothing was sent; please send it again in a moment."


class RefusedError(Exception):
    """A command can't be done; `reply` says why. Stays inside the SMTP server."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__(code)
        self.reply = Reply(code, lines)


def refusing(reply: Reply) -> RefusedError:
    """The error that ends a command with `reply`."""
    return RefusedError(reply.code, *reply.lines)


def written(reply: Reply, *, utf8: bool = False) -> bytes:
    """The octets of `reply`. `utf8`: the transaction uses SMTPUTF8 (RFC 6531, section 3.7.4.2); else "?" for others."""
    lines = [part for line in reply.lines for part in _fitting(line, "utf-8" if utf8 else "ascii")] or [b""]
    code = b"%03d" % reply.code
    return b"".join(code + b"-" + line + b"\r\n" for line in lines[:-1]) + code + b" " + lines[-1] + b"\r\n"


def _fitting(line: str, encoding: str) -> Iterator[bytes]:
    rest = _CONTROL.sub(" ", line).encode(encoding, "replace")
    enhanced = _ENHANCED.match(line)
    # RFC 2034, section 4: every line of a reply carries the same code.
    prefix = enhanced.group().encode() + b" " if enhanced else b""
    while len(rest) > _ROOM:
        cut = rest.rfind(b" ", len(prefix) + 1, _ROOM + 1)
        if cut < 0:
            cut = _ROOM
            while rest[cut] & 0xC0 == 0x80:
                cut -= 1
        yield rest[:cut]
        rest = prefix + rest[cut:].lstrip(b" ")
    yield rest


def fault(words: str, *, code: int = 451, enhanced: str = "4.3.0") -> Reply:
    """The reply for something that failed on this computer, in the words of the error."""
    return Reply(code, (f"{enhanced} {words}",))


GREETING = "ESMTP tactful"
OWN_FAULT = fault(f"tactful met a fault of its own. {NOTHING_SENT} If it stays, run: tactful doctor")
STOPPING = Reply(421, ("4.3.2 tactful is stopping. What it had not yet confirmed was not sent.",))
IDLE = Reply(421, ("4.4.2 Nothing was said for a long time; closing. Nothing unconfirmed was sent.",))
TOO_MANY = Reply(421, ("4.3.2 Too many connections at once; try again in a moment.",))
NOT_MAIL = Reply(421, ("4.7.0 This is a mail server, and that was not mail.",))
GARBAGE = Reply(421, ("4.7.0 Too many commands that this server doesn't know.",))
TOO_MANY_LOGINS = Reply(421, ("4.7.0 Too many wrong logins; closing.",))
LOGIN_WRONG = Reply(
    535,
    (
        "5.7.8 The name or the password is not right. The name is the account's mail address in tactful's settings;",
        "5.7.8 the password is the one that tactful was told to expect from your mail program. Help: tactful doctor",
    ),
)
LOGIN_FIRST = Reply(530, ("5.7.0 Log in first: set your mail program to use a name and password for sending.",))
TLS_FIRST = Reply(530, ("5.7.0 Switch encryption on first (STARTTLS in your mail program's settings).",))
EHLO_FIRST = Reply(503, ("5.5.1 Send EHLO first",))
UNKNOWN = Reply(500, ("5.5.2 Command not known",))
NOT_A_LINE = Reply(500, ("5.5.2 A command is one line of UTF-8 text that ends with CR LF",))
TOO_LONG = Reply(500, ("5.5.2 The line is too long",))
OK = Reply(250, ("2.0.0 OK",))
BYE = Reply(221, ("2.0.0 Bye",))
GO_AHEAD = Reply(354, ("End the message with <CR><LF>.<CR><LF>",))
BARE = Reply(
    550,
    (
        "5.6.11 The message has a CR or an LF that stands alone, which servers read in different ways.",
        "5.6.11 Nothing was sent. Lines must end with CR LF: please set your mail program to do so.",
    ),
)
"""What is refused against SMTP smuggling; the enhanced code is the one in use for bare line ends."""


def too_large(limit: int) -> Reply:
    """The message, or what MAIL announced, is over the limit in octets (RFC 1870, section 6)."""
    return Reply(552, (f"5.3.4 The message is larger than your mail server takes ({limit} octets). Nothing was sent.",))
