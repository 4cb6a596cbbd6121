"""The calendar parts of mails that are too long to be read whole: only these parts are fetched.

Promises: read only (BODY.PEEK), no more than LIMIT octets of a part and PARTS of a mail; a server that describes its
mail wrongly (BODYSTRUCTURE) costs the invitation and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from proxy.imap.client import Client
from proxy.imap.uids import AnewError, examine

LIMIT = 65_536
PARTS = 4
DEPTH = 30

_KINDS = frozenset({(b"text", b"calendar"), (b"application", b"ics")})


def parts(folder: str, uidvalidity: int, uids: Sequence[int]) -> Callable[[Client], dict[int, bytes]]:
    """The calendar parts of messages as mails of their own (RFC 2046), by UID; messages without one are missing."""

    def job(client: Client) -> dict[int, bytes]:
        if examine(client, folder)[0] != uidvalidity:  # another job may have opened another folder meanwhile
            raise AnewError
        found = {}
        for uid in uids:
            pieces = [_piece(client, uid, where, encoding) for where, encoding in _places(client, uid)]
            if pieces:
                found[uid] = _together([piece for piece in pieces if piece])
        return found

    return job


def _places(client: Client, uid: int) -> list[tuple[str, str]]:
    try:
        structure = client.fetch([uid], ["BODYSTRUCTURE"]).get(uid, {}).get(b"BODYSTRUCTURE")
        return list(_calendars(structure, ""))[:PARTS]
    except IMAPClientAbortError:
        raise
    except (IMAPClientError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        return []


def _calendars(structure: Any, where: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Number and encoding of each calendar part (RFC 9051, sections 6.4.5 and 7.5.2)."""
    if not structure or depth > DEPTH:
        return
    if isinstance(structure[0], list):
        for number, part in enumerate(structure[0], 1):
            yield from _calendars(part, f"{where}{number}.", depth + 1)
    elif (structure[0].lower(), structure[1].lower()) in _KINDS:
        yield where.rstrip(".") or "1", (structure[5] or b"7bit").decode("ascii", "replace")


def _piece(client: Client, uid: int, where: str, encoding: str) -> bytes:
    answer = client.fetch([uid], [f"BODY.PEEK[{where}]<0.{LIMIT}>"]).get(uid, {})
    octets = next((value for key, value in answer.items() if key.startswith(b"BODY[")), None)
    if not isinstance(octets, bytes):
        return b""
    plain = "".join(char for char in encoding if char.isalnum() or char == "-")
    return f"Content-Type: text/calendar\r\nContent-Transfer-Encoding: {plain}\r\n\r\n".encode() + octets


def _together(pieces: Sequence[bytes]) -> bytes:
    if len(pieces) == 1:
        return pieces[0]
    boundary = b"tactful-calendar-parts"
    body = b"".join(b"--%s\r\n%s\r\n" % (boundary, piece) for piece in pieces)
    return b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n%s--%s--\r\n' % (boundary, body, boundary)
