"""IMAPClient with its traps closed, for one thread.

Promises: no CR, LF or NUL leaves in an argument, whatever a job passes on (IMAPClient lets them through); nothing of
the dialogue is kept or formatted for a log; times come back with their zone.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.datetime_util import datetime_to_INTERNALDATE
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, ProtocolError
from imapclient.imap_utf7 import encode as encode_utf7
from imapclient.response_parser import parse_response

from proxy.imap.wire import Wire, quoted


class Client(IMAPClient):  # type: ignore[misc]  # it carries no types
    """A connection without login. `context`: for TLS from the start, None for none. `opened` gets each socket as soon
    as there is one, so that another thread may shut it down.

    Raises what IMAPClient raises, OSError and `ssl.SSLError` included.
    """

    def __init__(
        self,
        host: str,
        port: int,
        context: ssl.SSLContext | None,
        timeout: SocketTimeout,
        opened: Callable[[socket.socket], None],
    ) -> None:
        self._opened = opened
        self.folder: tuple[str, dict[bytes, Any]] | None = None
        """The folder that is open, and what the server said when it was opened."""
        super().__init__(host, port, ssl=context is not None, ssl_context=context, timeout=timeout)
        self._imap.debug = 0  # IMAPClient sets 5: each line and each literal would be formatted for nobody
        self.normalise_times = False

    def _create_IMAP4(self) -> Wire:  # noqa: N802
        return Wire(self.host, self.port, self.ssl_context, self._timeout.connect, self._opened)

    def upgrade(self, context: ssl.SSLContext) -> None:
        """STARTTLS with this context; refuses where it isn't offered, or where the server says one is logged in
        already (PREAUTH is how somebody between would avoid TLS)."""
        self.starttls(context)
        self._opened(self._imap.sock)

    def select_folder(self, folder: str, readonly: bool = False) -> dict[bytes, Any]:
        """As IMAPClient's; `folder` is what is open then: nothing, where the server refuses."""
        self.folder = None
        answer: dict[bytes, Any] = super().select_folder(folder, readonly)
        self.folder = (folder, answer)
        return answer

    def list_marked(self) -> list[tuple[Any, bytes | None, Any]]:
        """As `list_folders`, with the folders' special uses: a server need not tell them unless it is asked (RFC 6154,
        section 2)."""
        if self.has_capability("SPECIAL-USE") and self.has_capability("LIST-EXTENDED"):
            try:
                status, rows = self._imap._simple_command("LIST", '""', '"*"', "RETURN (SPECIAL-USE)")
            except IMAPClientAbortError:
                raise
            except IMAPClientError:  # BAD: it does not do what it offers
                status = "BAD"
            if status == "OK":
                _, rows = self._imap._untagged_response(status, rows, "LIST")
                marked: list[tuple[Any, bytes | None, Any]] = self._proc_folder_list(rows)
                return marked
        plain: list[tuple[Any, bytes | None, Any]] = self.list_folders()
        return plain

    def append_pieces(
        self, folder: str, size: int, pieces: Iterable[bytes], flags: Iterable[bytes], when: datetime | None
    ) -> bytes:
        """APPEND of `size` octets given in pieces, byte for byte; the server's closing words.

        It is asked first (a synchronising literal), so what it refuses is not sent. Where `pieces` don't add up to
        `size`, ValueError, and the connection can't be used any more: nothing was appended.
        """
        words = [quoted(encode_utf7(folder)), b"(" + b" ".join(flags) + b")"]
        if when is not None:
            words.append(b'"' + datetime_to_INTERNALDATE(when).encode("ascii") + b'"')
        wire: Wire = self._imap
        return wire.append_pieces(b" ".join(words), size, pieces)

    def fetch_usual(self, uids: str, items: str) -> Iterator[tuple[re.Match[bytes], bytes]]:
        """UID FETCH: the answers in the usual form of `proxy.imap.fetch`, as they come, with their literals. Must be
        used up; `fetch_unusual` gives the others."""
        wire: Wire = self._imap
        return wire.fetch_usual(uids, items)

    def fetch_unusual(self) -> tuple[str, list[bytes], list[Any]]:
        """After `fetch_usual`: how the command ended, in a word and in the server's, and the answers in other forms."""
        wire: Wire = self._imap
        return wire.fetch_unusual()

    def statuses(self, folders: Sequence[str], items: Sequence[str]) -> list[dict[bytes, int] | None]:
        """STATUS of each folder, all asked for at once; None for one that is refused, or whose answer can't be read."""
        wire: Wire = self._imap
        arguments = [quoted(encode_utf7(folder)) + b" (" + " ".join(items).encode("ascii") + b")" for folder in folders]
        found: list[dict[bytes, int] | None] = []
        for answer in wire.statuses(arguments):
            try:
                parsed = parse_response(answer)[-1] if answer else None
            except (ProtocolError, IndexError):
                parsed = None
            pairs = parsed if isinstance(parsed, tuple) and len(parsed) % 2 == 0 else None
            found.append(None if pairs is None else dict(zip(pairs[::2], pairs[1::2], strict=True)))
        return found

    def idle_until(self, bell: socket.socket, seconds: float) -> bool | None:
        """IDLE (RFC 2177) until the server says something, `bell` can be read, or so many seconds are over.

        Whether it was the server; None where it refuses IDLE. The connection can take the next command then, or has
        raised: one that died is known by its silence to DONE.
        """
        wire: Wire = self._imap
        answered = wire.idle_until(bell, seconds)
        self._set_read_timeout()
        return answered

    def search_named(self, field: bytes, entry: str) -> list[int]:
        """UIDs of mail whose `field` (FROM, TO, CC, BCC) holds the address or domain `entry` ("*." and a domain: below
        it), or what looks so to the server: it finds parts of words, and each server in its own way. Details after a
        plus are found too."""
        local, at, domain = entry.rpartition("@")
        texts = [local, f"@{domain}"] if at else [domain.removeprefix("*")]
        return list(self.search(b" ".join(field + b" " + quoted(text.encode("ascii", "ignore")) for text in texts)))

    def search_text(self, field: str, text: str) -> list[int]:
        """UIDs whose header field contains `text` (ASCII), by the server's own search, always quoted: IMAPClient
        quotes only what holds blanks, quotes or backslashes, and leaves parentheses to be syntax."""
        return list(self.search(b"HEADER " + quoted(field.encode("ascii")) + b" " + quoted(text.encode("ascii"))))
