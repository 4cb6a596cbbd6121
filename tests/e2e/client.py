"""A mail client: mail as people write it, sent over a plain socket so that a test sees each command and reply."""

from __future__ import annotations

import base64
import contextlib
import itertools
import os
import re
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import TracebackType
from typing import Self

from tests.e2e.harness import CLIENT_PASSWORD, SAM, WAIT, Tactful
from tests.servers.authority import client_context

_numbers = itertools.count(1)


def mail(
    body: str | bytes,
    *,
    to: str = "Jo Park <jo@acme.example>",
    subject: str = "The analyst role",
    ago: timedelta = timedelta(0),
    message_id: str | None = None,
    sender: str = f"Sam Lee <{SAM}>",
    **more: str,
) -> bytes:
    """A mail with CRLF line ends, written `ago`. `more`: further fields (`in_reply_to`); "" leaves one out."""
    name = message_id if message_id is not None else f"<{os.getpid()}.{next(_numbers)}@mail.example.org>"
    fields = {
        "from": sender,
        "to": to,
        "subject": subject,
        "date": format_datetime(datetime.now(UTC) - ago),
        "message-id": name,
        "mime-version": "1.0",
        "content-type": "text/plain; charset=utf-8",
        "content-transfer-encoding": "8bit",
    } | {key.replace("_", "-"): value for key, value in more.items()}
    head = "".join(f"{key.title()}: {value}\r\n" for key, value in fields.items() if value)
    octets = body if isinstance(body, bytes) else (body.strip() + "\n").replace("\n", "\r\n").encode()
    return head.encode() + b"\r\n" + octets


def message_id(content: bytes) -> str:
    """The Message-ID of a mail, "" where it has none."""
    found = re.search(rb"^Message-Id: (\S+)\r$", content, re.MULTILINE)
    return found[1].decode() if found else ""


@dataclass
class Sent:
    """What sending came to. `replies`: one for each command, whole; `dialogue`: both sides, as lines of text."""

    replies: list[str] = field(default_factory=list)
    dialogue: str = ""

    @property
    def reply(self) -> str:
        """The last one: the reply to the final dot, or to what failed."""
        return self.replies[-1]

    @property
    def id(self) -> str:
        """Under which tactful kept the message."""
        found = re.match(
            r"(?:250 2\.0\.0 (?:Held|Kept) by tactful|550-5\.7\.1 Not sent, kept) as ([a-z2-7]{8})\b", self.reply
        )
        assert found, self.dialogue
        return found[1]


class Client:
    """One connection, logged in: without TLS, with STARTTLS, or with TLS from the start (`implicit`)."""

    def __init__(self, port: int, *, starttls: bool = False, implicit: bool = False, login: bool = True) -> None:
        self.sent = Sent()
        self._socket = socket.create_connection(("127.0.0.1", port), WAIT)
        if implicit:
            self._take_up_tls()
        self._buffer = b""
        self.read()
        self.say("EHLO client.example")
        if starttls:
            self.say("STARTTLS")
            self._take_up_tls()
            self.say("EHLO client.example")
        if login:
            proof = base64.b64encode(f"\0{SAM}\0{CLIENT_PASSWORD}".encode()).decode()
            assert self.say(f"AUTH PLAIN {proof}").startswith("235 "), self.sent.dialogue
        self.sent = Sent()

    def _take_up_tls(self) -> None:
        context: ssl.SSLContext = client_context()
        self._socket = context.wrap_socket(self._socket, server_hostname="localhost")

    def say(self, line: str) -> str:
        """One command; its whole reply."""
        self.sent.dialogue += f"C: {line}\n"
        self._socket.sendall(line.encode() + b"\r\n")
        return self.read()

    def read(self) -> str:
        """A whole reply, its lines joined by LF; "" where the server has closed."""
        lines: list[str] = []
        while not lines or lines[-1][3:4] == "-":
            while b"\r\n" not in self._buffer:
                try:
                    octets = self._socket.recv(65536)
                except ConnectionError:
                    octets = b""
                if not octets:
                    self.sent.dialogue += "S: (closed)\n"
                    self.sent.replies.append("")
                    return ""
                self._buffer += octets
            line, _, self._buffer = self._buffer.partition(b"\r\n")
            lines.append(line.decode())
            self.sent.dialogue += f"S: {lines[-1]}\n"
        self.sent.replies.append("\n".join(lines))
        return self.sent.replies[-1]

    def write_all(self, *lines: str) -> None:
        """Commands in one piece, without waiting for their replies (PIPELINING)."""
        self.sent.dialogue += "".join(f"C: {line}\n" for line in lines)
        self._socket.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def envelope(self, *recipients: str, sender: str = SAM, parameters: str = "") -> list[str]:
        """MAIL and RCPT; the replies to RCPT."""
        self.say(f"MAIL FROM:<{sender}>{parameters}")
        return [self.say(f"RCPT TO:<{recipient}>") for recipient in recipients]

    def write(self, content: bytes) -> None:
        """The message and its dot, after 354, without waiting for the reply."""
        self.sent.dialogue += f"C: ({len(content)} octets)\nC: .\n"
        doubled = re.sub(rb"^\.", b"..", content, flags=re.MULTILINE)
        with contextlib.suppress(ConnectionError):  # `read` shows that nobody is there any more
            self._socket.sendall(doubled + (b"" if doubled.endswith(b"\r\n") else b"\r\n") + b".\r\n")

    def data(self, content: bytes) -> str:
        """DATA, the message and its reply."""
        if self.say("DATA").startswith("354 "):
            self.write(content)
            self.read()
        return self.sent.reply

    def close(self) -> None:
        """Goes away without QUIT."""
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def send(tactful: Tactful, content: bytes, *recipients: str, sender: str = SAM, parameters: str = "") -> Sent:
    """Sends a mail as a client does, in a connection of its own; default recipient: Jo. Stops at the first refusal."""
    with Client(tactful.port) as client:
        steps: Sequence[str] = [
            f"MAIL FROM:<{sender}>{parameters}",
            *(f"RCPT TO:<{recipient}>" for recipient in recipients or ("jo@acme.example",)),
        ]
        if all(client.say(step).startswith("250") for step in steps):
            client.data(content)
        return client.sent
