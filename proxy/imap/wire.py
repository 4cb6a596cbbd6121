"""imaplib's side of a connection: what goes out and comes in, octet for octet.

Promises: what would be a second command doesn't leave; a message of any size goes out in pieces, each with a socket
timeout of its own; no literal above LITERAL_LIMIT is believed; nothing is logged.
"""

from __future__ import annotations

import imaplib
import re
import selectors
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

if TYPE_CHECKING:
    from typing_extensions import Buffer

LITERAL_LIMIT = 64 * 1024 * 1024
"""Octets. A server that announces more is not believed: its literal is read into memory as a whole."""

PIECE = 64 * 1024
"""Octets. Without TLS, `sendall` has its timeout for all that it is given: 35 MB on a slow line would never do."""

DONE_LIMIT = 5.0
"""Seconds for a server to begin and to end IDLE. Short: whoever rings may have a message waiting to be judged."""

_LITERAL = re.compile(rb"\{(\d{1,10})\+?\}\Z")  # RFC 9051, section 4.3; RFC 7888
USUAL = re.compile(
    rb"\* \d+ FETCH \(UID (\d{1,10}) (?:FLAGS \(([^()]*)\) )?"
    rb'INTERNALDATE "([ \d]\d-[A-Za-z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4})" '
    rb"BODY\[HEADER\.FIELDS \([A-Za-z \"-]*\)\] \{(\d{1,10})\}\r\n"
)
"""The line before the literal: UID, flags where they were asked for, INTERNALDATE, size. After it comes a ")" alone."""

LINE_LIMIT = 1_000_000
"""Octets of a line: imaplib's own limit."""

_FORBIDDEN = re.compile(rb"[\r\n\0]")


class Wire(imaplib.IMAP4):
    def __init__(
        self,
        host: str,
        port: int,
        context: ssl.SSLContext | None,
        timeout: float | None,
        opened: Callable[[socket.socket], None],
    ) -> None:
        self._context = context
        self._opened = opened
        self._literal_left = 0
        self._put_back: list[bytes] = []
        self._fetching = b""
        super().__init__(host, port, timeout)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        plain = socket.create_connection((self.host, self.port), timeout)
        self._opened(plain)
        # A command goes out in several writes; each would wait for the answer to the one before (40 ms and more).
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context is None:
            return plain
        secure = self._context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self._opened(secure)
        try:
            secure.do_handshake()
        except BaseException:
            secure.close()
            raise
        return secure

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """As imaplib's, with a larger buffer."""
        super().open(host, port, timeout)
        self.file.close()
        self.file: Any = self.sock.makefile("rb", PIECE)

    def _log(self, line: str) -> None:
        """imaplib would keep the last lines, the one with the password among them."""

    def _new_tag(self) -> bytes:
        self._literal_left = 0  # the server may have refused the last command's
        tag: bytes = super()._new_tag()  # type: ignore[misc]
        return tag

    def send(self, data: Buffer) -> None:
        """Checked for what would be a second command, and in pieces."""
        octets = data if isinstance(data, bytes) else bytes(data)
        self._literal_left = _checked(octets, self._literal_left)
        view = memoryview(octets)
        for at in range(0, len(view), PIECE):
            self.sock.sendall(view[at : at + PIECE])

    def readline(self) -> bytes:
        """A line: the one that was put back, or the next."""
        return self._put_back.pop(0) if self._put_back else super().readline()

    def read(self, size: int) -> bytes:
        """A literal: the one that was put back, or the next."""
        if self._put_back:
            return self._put_back.pop(0)
        if size > LITERAL_LIMIT:
            raise IMAPClientAbortError(f"a literal of {size} octets was announced")
        return super().read(size)

    def fetch_usual(self, uids: str, items: str) -> Iterator[tuple[re.Match[bytes], bytes]]:
        """See Client. Whatever is not usual is put back, and read by imaplib in its own way."""
        self.untagged_responses.pop("FETCH", None)
        self._fetching = self._command("UID", "FETCH", uids, items)
        answers: dict[bytes, Any] = self.tagged_commands
        reader = self.file  # nothing is put back where it is asked
        while not answers[self._fetching]:
            yield from _whole(reader)
            line = reader.readline(LINE_LIMIT)
            usual = USUAL.fullmatch(line)
            if usual is not None:
                size = int(usual[4])
                content = self.read(size)
                end = reader.readline(LINE_LIMIT)
                if end == b")\r\n" and len(content) == size:
                    yield usual, content
                    continue
                self._put_back[:] = [line, content, end]
            else:
                self._put_back.append(line)
            self._get_response()
            self._check_bye()

    def fetch_unusual(self) -> tuple[str, list[bytes], list[Any]]:
        """See Client."""
        status, words = self._command_complete("FETCH", self._fetching)
        return status, words, self.untagged_responses.pop("FETCH", [None])

    def statuses(self, arguments: Iterable[bytes]) -> Iterator[list[Any]]:
        """See Client."""
        self.untagged_responses.pop("STATUS", None)
        for tag in [self._command("STATUS", each) for each in arguments]:
            try:
                self._command_complete("STATUS", tag)
            except self.abort:
                raise
            except self.error:  # BAD: then there is no answer
                pass
            yield self.untagged_responses.pop("STATUS", [])

    def idle_until(self, bell: socket.socket, seconds: float) -> bool | None:
        """See Client. Leaves DONE_LIMIT as the socket's timeout."""
        self.sock.settimeout(DONE_LIMIT)
        tag = self._command("IDLE")
        while self._get_response() is not None:  # a server may have news to tell before it agrees
            answer: Any = self.tagged_commands[tag]  # None, or (status, words): typeshed has it otherwise
            if answer is not None:
                del self.tagged_commands[tag]
                return True if answer[0] == "OK" else None
        woken = self._has_more() or _either(self.sock, bell, seconds)
        self.send(b"DONE\r\n")
        self._command_complete("IDLE", tag)
        return woken

    def _has_more(self) -> bool:
        """Whether more of what the server said is here already, where waiting for the socket would not see it."""
        self.sock.settimeout(0)
        try:
            return bool(self.file.peek(1))
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            self.sock.settimeout(DONE_LIMIT)

    def append_pieces(self, arguments: bytes, size: int, pieces: Iterable[bytes]) -> bytes:
        """See Client."""
        for kind in ("OK", "NO", "BAD"):
            self.untagged_responses.pop(kind, None)
        tag = self._new_tag()
        self.send(b"%s APPEND %s {%d}\r\n" % (tag, arguments, size))
        while self._get_response():
            if self.tagged_commands[tag]:
                break
        else:
            left = size
            for piece in pieces:
                left -= len(piece)
                if left < 0:
                    break
                self.send(piece)
            if left != 0:
                raise ValueError("a message is not as long as it was said to be")
            self.send(b"\r\n")
        status, words = self._command_complete("APPEND", tag)
        if status != "OK":
            raise IMAPClientError("append failed: " + words[0].decode("ascii", "replace"))
        answer: bytes = words[0]
        return answer


def _whole(reader: Any) -> Iterator[tuple[re.Match[bytes], bytes]]:
    """The usual answers that have come whole, taken in one piece: a third of what line by line takes."""
    window: bytes = reader.peek(1)
    at = 0
    while (usual := USUAL.match(window, at)) is not None:
        start = usual.end()
        end = start + int(usual[4])
        if window[end : end + 3] != b")\r\n":
            break
        yield usual, window[start:end]
        at = end + 3
    if at:
        reader.read(at)


def _either(server: socket.socket, bell: socket.socket, seconds: float) -> bool:
    """Waits for one of them; whether it was the server."""
    with selectors.DefaultSelector() as selector:
        selector.register(server, selectors.EVENT_READ)
        selector.register(bell, selectors.EVENT_READ)
        return any(key.fileobj is server for key, _ in selector.select(seconds))


def _checked(data: bytes, literal_left: int) -> int:
    """How many octets of a literal are still to come after `data`, where `literal_left` were before it.

    ValueError for a CR, LF or NUL outside a literal, but for the CRLF that ends a line (RFC 9051, section 4.3.1).
    """
    at = min(literal_left, len(data))
    left = literal_left - at
    while at < len(data):
        end = data.find(b"\r\n", at)
        line = data[at:] if end < 0 else data[at:end]
        literal = _LITERAL.search(line) if end >= 0 else None
        at = len(data) if end < 0 else end + 2
        if _FORBIDDEN.search(line) or (literal is None and at < len(data)):
            raise ValueError("an argument holds a line break or a NUL")
        if literal is not None:
            left = int(literal[1])
            taken = min(left, len(data) - at)
            at += taken
            left -= taken
    return left


def quoted(text: bytes) -> bytes:
    return b'"' + text.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
