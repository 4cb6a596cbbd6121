"""The mail that stands for a held one in the mailbox's folder: a note on top, and the message as it was written. Pure.

A mail of its own around the held one (message/rfc822, RFC 2046, section 5.2.1), which phones and mail programs show
below the note or open with a touch. So it can't be mistaken for mail that went, an answer to it goes to the user alone,
and it is known by its header field. Its bytes are only for show: what is sent comes from the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import tzinfo

from proxy.digest import compose, entries, page
from proxy.digest.compose import Words
from proxy.digest.entries import Told
from proxy.mime.headers import fields, split
from proxy.model import Content

BELOW = "Your mail, as you wrote it, is below or attached."


def how(told: Told, send: str, discard: str) -> list[tuple[str, str]]:
    """What moving the mail does: folders and consequences. `send`, `discard`: what the subfolders are called."""
    if told.message.state == "unknown":
        rows = [(send, "it is sent again; look in Sent first"), (discard, "it is left as it is, and this goes away")]
    else:
        rows = [(send, "it is sent as you wrote it"), (discard, "it is not sent, and this goes away")]
    return [*rows, ("Drafts", "you have it there, to change it")]


LEFT = "Move this mail, on any of your devices, and that is your word. Left here, it waits."


def words(told: Told, zone: tzinfo | None, *, send: str, discard: str) -> Words:
    """What the note says."""
    moves = how(told, send, discard)
    subject, opening = compose.notice_subject(told), compose.opening(told)
    lines = [f"  to {place + ':':<{max(len(each) for each, _ in moves) + 2}}{what}" for place, what in moves]
    text = "\n".join([f"{opening}\n", f"{LEFT}\n", *lines, "", f"{BELOW}\n", entries.entry(told, zone)])
    rows = [(f"to {place}", what) for place, what in moves]
    blocks = [page.paragraph(opening), page.paragraph(LEFT), page.table(rows), page.paragraph(BELOW)]
    return Words(subject, text, page.document(subject, [*blocks, page.entry(told, zone)]))


class Covered:
    """A message within its cover (proxy.model.Content), which is never in memory as a whole.

    `letter`: the note as a mail (CRLF line ends); `field`: a header field for the whole, with its line end; `boundary`:
    between the parts, by chance, so that no message holds it.
    """

    def __init__(self, content: Content, letter: bytes, field: bytes, boundary: str) -> None:
        self._content = content
        length = split(letter) or len(letter)
        own = [(each.name, each.value) for each in fields(letter[:length])]
        described = b"".join(_field(name, value) for name, value in own if name.startswith("content-"))
        top = b"".join(_field(name, value) for name, value in own if not name.startswith(("content-", "mime-")))
        mark = boundary.encode("ascii")
        self._before = b"".join(
            (
                top + field,
                b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="' + mark + b'"\r\n',
                # What is within it may be so, and a part must not be more than the whole (RFC 2045, section 6.4).
                b"Content-Transfer-Encoding: 8bit\r\n\r\n--" + mark + b"\r\n",
                described + b"\r\n" + letter[length:] + b"\r\n--" + mark + b"\r\n",
                b'Content-Type: message/rfc822; name="your mail.eml"\r\n',
                b'Content-Disposition: inline; filename="your mail.eml"\r\n',
                b"Content-Transfer-Encoding: 8bit\r\n\r\n",
            )
        )
        self._after = b"\r\n--" + mark + b"--\r\n"

    @property
    def size(self) -> int:
        return len(self._before) + self._content.size + len(self._after)

    @property
    def digest(self) -> bytes:
        sha = hashlib.sha256()
        for chunk in self.chunks():
            sha.update(chunk)
        return sha.digest()

    def chunks(self) -> Iterator[bytes]:
        yield self._before
        yield from self._content.chunks()
        yield self._after


def _field(name: str, value: bytes) -> bytes:
    return name.title().encode("ascii") + b":" + value
