"""An IMAP server made to order, for mailboxes and manners that no server of Debian's has: Gmail's labels, a server that
renumbers, throttles, closes in the middle or answers oddly. It knows what tactful says to read and watch, and no more.

Each answer passes `manners`, where a test may change it, or raise `Close`.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

HOST = "127.0.0.1"
PASSWORD = "correct horse battery staple"
ARRIVED = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)

_SETS = re.compile(r"(\d+|\*)(?::(\d+|\*))?")
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\([^)]*\)|\S+)')


class Close(Exception):  # it is what the server does
    """Ends the connection after the answers so far."""


@dataclass
class Mail:
    """`flags` and `labels` as the server writes them: "\\Draft", "\\\\Sent"."""

    content: bytes
    flags: str = ""
    labels: str = ""
    arrived: datetime = ARRIVED


@dataclass
class Folder:
    """`mails` by UID. `flags`: of LIST."""

    flags: str = ""
    mails: dict[int, Mail] = field(default_factory=dict)
    uidvalidity: int = 7
    next_uid: int = 1

    def add(self, *mails: bytes | Mail) -> None:
        for mail in mails:
            self.mails[self.next_uid] = mail if isinstance(mail, Mail) else Mail(mail)
            self.next_uid += 1

    def renumber(self) -> None:
        """As a server does that was restored from a backup."""
        mails, self.mails, self.next_uid = list(self.mails.values()), {}, 1
        self.uidvalidity += 1
        self.add(*mails)


@dataclass
class Odd:
    """A running server. `said`: every command, without tags. `manners(command, answer)`: what goes out in place of an
    untagged or tagged answer; `refused`: kinds of command that get only this ("NO", "BAD", or "OK")."""

    folders: dict[str, Folder] = field(default_factory=lambda: {"INBOX": Folder()})
    capabilities: str = "IMAP4rev1"
    delimiter: str = "/"
    manners: Callable[[str, bytes], bytes] = lambda command, answer: answer
    refused: dict[str, str] = field(default_factory=dict)
    port: int = 0
    connections: int = 0
    said: list[str] = field(default_factory=list)

    def folder(self, name: str, flags: str = "") -> Folder:
        return self.folders.setdefault(name, Folder(flags))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.connections += 1
        with contextlib.suppress(Close, OSError, asyncio.IncompleteReadError):
            writer.write(b"* OK ready\r\n")
            opened = Folder()
            while line := (await reader.readline()).decode():
                tag, _, command = line.rstrip("\r\n").partition(" ")
                self.said.append(command)
                kind = command.partition(" ")[0].upper()
                if kind in self.refused:
                    self._write(writer, command, f"{tag} {self.refused[kind]} as ordered".encode())
                    await writer.drain()
                    continue
                if kind == "EXAMINE":
                    opened = self.folders.get(_words(command)[1], opened)
                if kind == "IDLE":
                    self._write(writer, command, b"+ idling")
                for answer in self._answers(kind, command, opened):
                    self._write(writer, command, answer)
                if kind == "IDLE":
                    await writer.drain()
                    self.said.append((await reader.readline()).decode().strip())
                known = kind != "EXAMINE" or _words(command)[1] in self.folders
                self._write(writer, command, f"{tag} {'OK' if known else 'NO'} done".encode())
                await writer.drain()
        writer.close()

    def _write(self, writer: asyncio.StreamWriter, command: str, answer: bytes) -> None:
        writer.write(self.manners(command, answer + b"\r\n"))

    def _answers(self, kind: str, command: str, opened: Folder) -> list[bytes]:
        words = _words(command)
        uids = sorted(opened.mails)
        if kind == "CAPABILITY":
            return [f"* CAPABILITY {self.capabilities}".encode()]
        if kind == "LIST":
            return [
                f'* LIST ({folder.flags}) "{self.delimiter}" "{name}"'.encode() for name, folder in self.folders.items()
            ]
        if kind == "EXAMINE":
            state = f"* OK [UIDVALIDITY {opened.uidvalidity}] x\r\n* OK [UIDNEXT {opened.next_uid}] x"
            return [f"* {len(uids)} EXISTS".encode(), state.encode()]
        if kind == "STATUS":
            folder = self.folders[words[1]]
            state = f"UIDVALIDITY {folder.uidvalidity} UIDNEXT {folder.next_uid} MESSAGES {len(folder.mails)}"
            return [f'* STATUS "{words[1]}" ({state})'.encode()]
        if command.upper().startswith("UID SEARCH"):
            found = uids
            if words[2].upper() == "FROM":
                found = [uid for uid in uids if words[3].lower().encode() in _sender(opened.mails[uid].content)]
            elif words[2][0].isdigit():
                found = [uid for position, uid in enumerate(uids, 1) if position in _numbers(words[2], len(uids))]
            return [f"* SEARCH {' '.join(map(str, found))}".rstrip().encode()]
        if command.upper().startswith("UID FETCH"):
            wanted = _numbers(words[2], max(uids, default=0))
            return [self._fetched(opened, uid, command) for uid in uids if uid in wanted]
        return []

    def _fetched(self, folder: Folder, uid: int, command: str) -> bytes:
        mail = folder.mails[uid]
        head = mail.content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        fields = command[command.index("BODY.PEEK[") + 10 : command.index("]")]
        parts = [f"UID {uid}", f'INTERNALDATE "{mail.arrived:%d-%b-%Y %H:%M:%S +0000}"']
        parts += [f"FLAGS ({mail.flags})"] if "FLAGS" in command else []
        parts += [f"X-GM-LABELS ({mail.labels})"] if "X-GM-LABELS" in command else []
        position = sorted(folder.mails).index(uid) + 1
        section, given = (f"BODY[{fields}]", head) if fields else ("BODY[]<0>", mail.content)
        start = f"* {position} FETCH ({' '.join(parts)} {section} {{{len(given)}}}\r\n"
        return start.encode() + given + b")"


def _words(command: str) -> list[str]:
    return [quoted or plain for quoted, plain in _WORDS.findall(command)]


def _numbers(text: str, last: int) -> set[int]:
    found: set[int] = set()
    for first, end in _SETS.findall(text):
        low, high = sorted((last if each == "*" else int(each)) for each in (first, end or first))
        found.update(range(low, high + 1))
    return found


def _sender(content: bytes) -> bytes:
    return next((line for line in content.lower().split(b"\r\n") if line.startswith(b"from:")), b"")


@contextlib.asynccontextmanager
async def odd(capabilities: str = "IMAP4rev1", **more: object) -> AsyncIterator[Odd]:
    """Starts it on a free port. Any name and password will do."""
    running = Odd(capabilities=capabilities, **more)  # type: ignore[arg-type]
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.create_task(running.serve(reader, writer)))

    server = await asyncio.start_server(accept, HOST, 0)
    running.port = server.sockets[0].getsockname()[1]
    try:
        yield running
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
