"""A small SMTP submission server that is strict, records everything, and misbehaves on request.

    async with StrictServer(faults=[Close("dot", times=1)]) as server:
        ...  # a client talks to 127.0.0.1, server.port
        await server.saw("MAIL")
        assert server.messages[0].content == b"Subject: hello\r\n\r\nbody\r\n"

It shares no code with the libraries under test. Whatever breaks RFC 5321 is noted in `violations`, and leaving the
`async with` fails if there is any. `python -m tests.servers.strict --help` runs it as a program that logs JSON lines.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import ssl
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.servers.dialogue import CAPABILITIES, ClosedError, Dialogue, Rules
from tests.servers.script import Close, Fault, Hang, Message, Record, Refuse, Say, Session

__all__ = ["CAPABILITIES", "Close", "Hang", "Message", "Refuse", "Rules", "Say", "StrictServer"]


class StrictServer(Record):
    """On 127.0.0.1, `port` 0: a free one. `rules`: what it offers and who may log in; `faults`: what it does wrong.

    `sessions`, `messages`, `commands` and `violations` are what it saw; `saw` and `until` wait for it.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        *,
        faults: Sequence[Fault] = (),
        port: int = 0,
        on_event: Callable[[str, dict[str, Any]], None] | None = None,
    ) -> None:
        super().__init__(faults, on_event)
        self.rules = rules or Rules()
        self.port = port
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        context = self.rules.context if self.rules.security == "tls" else None
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
        if error is None and self.violations:
            raise AssertionError(f"the client broke the protocol: {self.violations}")

    async def stop(self) -> None:
        """Closes the port and every connection, as a server that is switched off."""
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        session = Session(len(self.sessions) + 1, encrypted=self.rules.security == "tls")
        self.sessions.append(session)
        await self.notify("connected", session=session.number)
        try:
            await Dialogue(self, self.rules, session, reader, writer).run()
        except (ClosedError, ConnectionError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            session.closed = True
            writer.transport.abort()
            self._tasks.discard(task)
            with contextlib.suppress(asyncio.CancelledError):
                await self.notify("closed", session=session.number)


def _fault(text: str) -> Fault:
    """From JSON: {"do": "refuse", "at": "RCPT", "code": 550, "lines": ["5.1.1 no"], "address": "jo@acme.example"}."""
    fields = json.loads(text)
    match fields.pop("do"):
        case "refuse":
            return Refuse(**fields)
        case "close":
            return Close(**fields)
        case "hang":
            return Hang(until=asyncio.Event(), **fields)
        case other:
            raise argparse.ArgumentTypeError(f"refuse, close or hang, not {other}")


async def _serve(arguments: argparse.Namespace) -> None:
    context = None
    if arguments.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(arguments.certificate)
    with Path(arguments.log).open("a", encoding="ascii") as log:

        def write(event: str, fields: dict[str, Any]) -> None:
            log.write(json.dumps({"event": event, **fields}) + "\n")
            log.flush()

        rules = Rules(users=dict(arguments.user), security=arguments.security, context=context)
        server = StrictServer(rules, faults=arguments.fault, port=arguments.port, on_event=write)
        async with server:
            print(json.dumps({"port": server.port}), flush=True)
            await asyncio.Event().wait()


def main() -> None:
    """Runs until it is ended. Prints {"port": N} once it listens; each event becomes a JSON line of the log:
    connected, command (line), fault (at), message (sender, parameters, recipients, user, octets, sha256 and, up to
    1 MB, content in base64), violation (what), closed."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers.strict", description=main.__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", required=True, help="file that JSON lines are appended to")
    parser.add_argument("--user", action="append", default=[], metavar="LOGIN:PASSWORD", type=lambda t: t.split(":", 1))
    parser.add_argument("--security", choices=("none", "starttls", "tls"), default="none")
    parser.add_argument("--certificate", default="", help="PEM file with key and chain, for starttls and tls")
    parser.add_argument("--fault", action="append", default=[], type=_fault, help=_fault.__doc__)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(parser.parse_args()))


if __name__ == "__main__":
    main()
