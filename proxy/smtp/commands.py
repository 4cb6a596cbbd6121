"""What each SMTP command does in one session (RFC 5321, section 4.1.1), and in which order they may come.

Promises: nothing but greeting, STARTTLS, AUTH and courtesies before the login, and no password where others could read
it. Whatever a Passage raises becomes 451 and leaves the session usable; a message that didn't come whole is no message.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from aiosmtpd.smtp import TLSSetupException

from proxy import events
from proxy.errors import TactfulError
from proxy.model import Reply
from proxy.smtp import authentication, replies
from proxy.smtp.data import GoneError, Incoming, receive
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Conductor, Offered
from proxy.smtp.replies import RefusedError, refusing
from proxy.smtp.transaction import Transaction
from proxy.transit.spool import Spool

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_HTTP = frozenset({"GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "CONNECT", "PATCH", "TRACE"})


class Connection(Protocol):
    """What the commands need of `proxy.smtp.session.Session`."""

    hostname: str
    incoming: Incoming

    @property
    def gone(self) -> bool: ...
    @property
    def encrypted(self) -> bool: ...
    @property
    def may_log_in(self) -> bool: ...
    @property
    def offers_tls(self) -> bool: ...
    async def say(self, reply: Reply, *, utf8: bool = False) -> None: ...
    async def start_tls(self) -> None: ...
    def hang_up(self, reply: Reply) -> None: ...
    def alive(self) -> None: ...
    def at_work(self) -> AbstractContextManager[None]: ...


class Commands:
    """One session's state above the connection: greeting, login, transaction."""

    def __init__(self, connection: Connection, conductor: Conductor, limits: Limits) -> None:
        self._connection = connection
        self._conductor = conductor
        self._limits = limits
        self._greeted = False
        self._extended = False
        self._offered = Offered(False, False, False)
        self._transaction: Transaction | None = None
        self._failures = 0
        self._unknown = 0
        self._known: Mapping[str, Callable[[str], Awaitable[None]]] = {
            "EHLO": self._ehlo,
            "HELO": self._helo,
            "STARTTLS": self._starttls,
            "AUTH": self._auth,
            "MAIL": self._mail,
            "RCPT": self._rcpt,
            "DATA": self._data,
            "RSET": self._rset,
            "NOOP": self._noop,
            "VRFY": self._vrfy,
            "EXPN": self._expn,
            "HELP": self._help,
            "QUIT": self._quit,
        }
        self.during = "a session"
        """What would be cut off if the client left now."""

    async def obey(self, line: bytes) -> None:
        """Does what a line asks, and replies. Raises GoneError, and TLSSetupException where TLS fails."""
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = ""
        # Only CR LF ends a line (RFC 5321, section 2.3.8).
        if not text.endswith("\r\n") or _CONTROL.search(text, 0, len(text) - 2):
            await self.garbage(replies.NOT_A_LINE)
            return
        command, _, argument = text.strip(" \t\r\n").partition(" ")
        command = command.upper()
        # A web page can make a browser talk to a loopback port; its headers would pass for unknown commands.
        if command in _HTTP or command.endswith(":"):
            events.connection_refused("HTTP, not mail")
            self._connection.hang_up(replies.NOT_MAIL)
            return
        method = self._known.get(command)
        if method is None:
            await self.garbage(replies.UNKNOWN)
            return
        try:
            await method(argument.strip(" \t"))
        except (GoneError, TLSSetupException):
            raise
        except RefusedError as refusal:
            await self._connection.say(refusal.reply)
        except TactfulError as error:
            events.command_failed(command, error)
            await self._connection.say(replies.fault(str(error)))
        except Exception as error:
            events.command_failed(command, error)
            await self._connection.say(replies.OWN_FAULT)

    async def garbage(self, reply: Reply) -> None:
        """Answers what is no command; the client that goes on like that is left."""
        self._unknown += 1
        if self._unknown >= self._limits.unknown:
            events.connection_refused("too many unknown commands")
            self._connection.hang_up(replies.GARBAGE)
        else:
            await self._connection.say(reply)

    async def close(self, *, left: bool = False) -> None:
        """The session is over: ends the transaction and the Passage. Raises nothing. `left`: without a QUIT."""
        transaction, self._transaction = self._transaction, None
        if transaction is not None:
            with self._connection.at_work():
                try:
                    await transaction.close(left=left)
                except Exception as error:
                    events.command_failed("close", error)

    async def _ehlo(self, name: str) -> None:
        await self._greet(name, "EHLO")
        offered, self._extended = self._offered, True
        lines = [self._connection.hostname, "PIPELINING", "ENHANCEDSTATUSCODES"]
        if self._connection.offers_tls:
            lines.append("STARTTLS")
        if self._connection.may_log_in:
            lines.append("AUTH " + " ".join(authentication.MECHANISMS))
        flags = {"8BITMIME": offered.eightbitmime, "SMTPUTF8": offered.smtputf8, "DSN": offered.dsn}
        lines += [keyword for keyword, is_offered in flags.items() if is_offered]
        lines.append(f"SIZE {offered.size}")
        await self._connection.say(Reply(250, tuple(lines)))

    async def _helo(self, name: str) -> None:
        await self._greet(name, "HELO")
        self._extended = False
        await self._connection.say(Reply(250, (self._connection.hostname,)))

    async def _greet(self, name: str, command: str) -> None:
        if not name:
            raise RefusedError(501, f"5.5.4 {command} needs a name")
        await self._reset()
        self._offered = self._conductor.offered()
        self._greeted = True

    async def _starttls(self, argument: str) -> None:
        if argument:
            raise RefusedError(501, "5.5.4 STARTTLS takes nothing more")
        if not self._connection.offers_tls:
            raise RefusedError(503, "5.5.1 Encryption is on already, or not offered here")
        # RFC 3207, section 4.2: what was learnt before TLS is forgotten, the login too.
        await self.close()
        self._greeted = self._extended = False
        await self._connection.start_tls()

    async def _auth(self, argument: str) -> None:
        if not self._extended:
            raise refusing(replies.EHLO_FIRST)
        if self._transaction is not None:
            raise RefusedError(503, "5.5.1 You are logged in already")
        if not self._connection.may_log_in:
            raise RefusedError(538, "5.7.11 Switch encryption on before logging in (STARTTLS)")

        async def challenge(text: str) -> None:
            await self._connection.say(Reply(334, (text,)))

        pair = await authentication.credentials(argument, self._connection.incoming, challenge)
        self._connection.alive()
        try:
            account = self._conductor.login(*pair) if pair else None
        except TactfulError as error:
            events.command_failed("AUTH", error)
            raise refusing(replies.fault(str(error), code=454, enhanced="4.7.0")) from error
        if account is None:
            await self._wrong_login()
            return
        self._transaction = Transaction(self._conductor.open(account), self._limits.recipients)
        events.login(account, self._connection.encrypted)
        await self._connection.say(Reply(235, ("2.7.0 Welcome",)))

    async def _wrong_login(self) -> None:
        self._failures += 1
        events.login_refused(self._failures)
        await asyncio.sleep(self._failures * self._limits.login_delay)
        await self._connection.say(replies.LOGIN_WRONG)
        if self._failures >= self._limits.logins:
            self._connection.hang_up(replies.TOO_MANY_LOGINS)

    def _logged_in(self) -> Transaction:
        if not self._greeted:
            raise refusing(replies.EHLO_FIRST)
        if self._transaction is None:
            raise refusing(replies.LOGIN_FIRST if self._connection.may_log_in else replies.TLS_FIRST)
        return self._transaction

    async def _mail(self, argument: str) -> None:
        transaction = self._logged_in()
        with self._connection.at_work():
            reply = await transaction.mail(argument, self._offered if self._extended else None)
        await self._connection.say(reply, utf8=transaction.utf8)

    async def _rcpt(self, argument: str) -> None:
        transaction = self._logged_in()
        with self._connection.at_work():
            reply = await transaction.rcpt(argument, self._offered if self._extended else None)
        await self._connection.say(reply, utf8=transaction.utf8)

    async def _data(self, argument: str) -> None:
        transaction = self._logged_in()
        if argument:
            raise RefusedError(501, "5.5.4 DATA takes nothing more")
        transaction.check_data()
        with Spool(directory=self._limits.spools) as spool:
            self.during = "a message"
            await self._connection.say(replies.GO_AHEAD)
            refusal = await receive(self._connection.incoming, spool, self._offered.size, self._connection.alive)
            if self._connection.gone:
                # Nobody would read the reply, and would send the message again.
                raise GoneError
            self.during = "the reply to a message"
            with self._connection.at_work():
                if refusal is None:
                    reply = await transaction.data(spool)
                else:
                    events.message_refused(refusal.lines[0])
                    await transaction.reset()
                    reply = refusal
        await self._connection.say(reply, utf8=transaction.utf8)
        self.during = "a session"

    async def _reset(self) -> None:
        if self._transaction is not None:
            with self._connection.at_work():
                await self._transaction.reset()

    async def _rset(self, argument: str) -> None:
        if argument:
            raise RefusedError(501, "5.5.4 RSET takes nothing more")
        await self._reset()
        await self._connection.say(replies.OK)

    async def _noop(self, argument: str) -> None:
        await self._connection.say(replies.OK)

    async def _vrfy(self, argument: str) -> None:
        self._logged_in()
        words = "2.0.0 Your mail server will say at RCPT whether it takes an address"
        await self._connection.say(Reply(252, (words,)))

    async def _expn(self, argument: str) -> None:
        raise RefusedError(502, "5.5.1 EXPN is not offered")

    async def _help(self, argument: str) -> None:
        await self._connection.say(Reply(214, (f"2.0.0 Commands: {' '.join(self._known)}",)))

    async def _quit(self, argument: str) -> None:
        self._connection.hang_up(replies.BYE)
