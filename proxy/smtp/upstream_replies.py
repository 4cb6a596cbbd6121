"""What the upstream says, as values: its replies, what it offers, several refusals as one. Pure.

Its words are kept; only what would break a line or a terminal is replaced: control characters, octets not in UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiosmtplib import SMTPResponse

from proxy.model import Capabilities, Recipient, Reply

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?: (.*)|$)", re.DOTALL)
"""An enhanced status code and the words after it (RFC 3463, section 2)."""


def reply(response: SMTPResponse) -> Reply:
    """The reply with its lines. Raises ValueError where the code is none that a reply may have (RFC 5321, 4.2)."""
    if not 200 <= response.code <= 599:
        raise ValueError(f"{response.code} is no reply code")
    return Reply(response.code, tuple(words(line) for line in response.message.split("\n")))


def words(text: str) -> str:
    """A line of the upstream, safe to show: aiosmtplib keeps octets that aren't UTF-8 as lone surrogates."""
    return _CONTROL.sub(" ", text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def capabilities(message: str) -> Capabilities:
    """What EHLO's reply offers; its first line is a greeting (RFC 5321, section 4.1.1.1)."""
    keywords = []
    for line in message.split("\n")[1:]:
        keyword, _, parameters = words(line).strip().partition(" ")
        if keyword:
            keywords.append((keyword.upper(), parameters.strip()))
    return Capabilities(tuple(keywords))


def refusals(refused: Sequence[tuple[Recipient, Reply]]) -> Reply:
    """One reply that names each refused recipient in the upstream's words.

    Temporary (4xx) only where all are: one that is refused for good will be refused again. An enhanced code stays in
    front, so that a client finds it (RFC 2034, section 3). Needs at least one.
    """
    codes = [said.code for _, said in refused]
    lines = []
    for recipient, said in refused:
        for line in said.lines:
            enhanced = _ENHANCED.match(line)
            status, text = (f"{enhanced[1]} ", enhanced[2] or "") if enhanced else ("", line)
            lines.append(f"{status}<{recipient.address}>: {text}" if text else f"{status}<{recipient.address}>")
    return Reply(next((code for code in codes if code >= 500), codes[0]), tuple(lines))
