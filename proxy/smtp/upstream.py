"""A logged-in connection to the upstream and its one open transaction, step by step.

Promises: a reply is the upstream's, with its words. What is sent is the content's octets, with dots doubled and at the
end CRLF where it is missing, which DATA can't do without. Until the final dot is written, every failure and every
cancelling ends the connection without it, so nothing was sent; from then on the outcome is a reply, or UnknownOutcome.
Memory is bounded whatever the message's size.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from aiosmtplib import SMTP, SMTPException

from proxy import events
from proxy.certificate import end_of_certificate
from proxy.config import Server
from proxy.errors import UpstreamError
from proxy.model import Capabilities, Content, Recipient, Reply
from proxy.smtp import faults, upstream_replies
from proxy.smtp.body import Body
from proxy.smtp.patience import Patience

START_INPUT = 354

_PATH = re.compile(r'(?:"(?:[^"\\\x00-\x1f\x7f\ud800-\udfff]|\\[ -~])*"@)?[^\s<>"\x00-\x1f\x7f\ud800-\udfff]*')
"""What may stand between angle brackets: a local part in quotes may hold anything printable, the rest neither blanks
nor brackets (RFC 5321, section 4.1.2), or an address could end the path and bring parameters of its own. Lone
surrogates stand for octets that aren't UTF-8."""

_PARAMETER = re.compile(r"[^\s\x00-\x1f\x7f\ud800-\udfff]+")


class Upstream:
    """Made by `Relay.open`. One task at a time. Where a call raises, the connection is closed, and only `send` opens
    it again, by itself and once, as long as the upstream has not asked for the body."""

    def __init__(
        self, client: SMTP, connect: Callable[[], Awaitable[SMTP]], server: Server, patience: Patience
    ) -> None:
        self._connect = connect
        self._server = server
        self._patience = patience
        self._mail: tuple[str, tuple[str, ...]] | None = None
        self._accepted: list[Recipient] = []
        self._take(client)

    @property
    def capabilities(self) -> Capabilities:
        """What the upstream offered at its latest EHLO, the one under encryption."""
        return self._capabilities

    @property
    def usable(self) -> bool:
        """Whether the connection is open as far as this side knows."""
        return self._client.is_connected

    @property
    def certificate_ends(self) -> datetime | None:
        """Until when the upstream's certificate is good; None without TLS."""
        return end_of_certificate(self._transport.get_extra_info("ssl_object"))

    async def mail(self, sender: str, parameters: Sequence[str]) -> Reply:
        """MAIL, with the parameters as they are; `sender` "" is the null sender. Raises UpstreamError (421, too)."""
        reply = self._unsendable(sender, parameters, "5.1.7") or await self._command(
            b"MAIL", b"FROM:" + _path(sender), *_octets(parameters), seconds=self._patience.mail
        )
        if reply.positive:
            self._mail, self._accepted = (sender, tuple(parameters)), []
        return reply

    async def rcpt(self, recipient: Recipient) -> Reply:
        """RCPT, with the recipient's parameters as they are. Raises UpstreamError (421, too)."""
        reply = self._unsendable(recipient.address, recipient.parameters, "5.1.3") or await self._command(
            b"RCPT", b"TO:" + _path(recipient.address), *_octets(recipient.parameters), seconds=self._patience.rcpt
        )
        if reply.positive:
            self._accepted.append(recipient)
        return reply

    async def send(self, content: Content, before_dot: Callable[[], Awaitable[None]]) -> Reply:
        """DATA, the body, `before_dot()`, the dot; the reply to DATA if that is a no, else the one to the dot.

        A connection found dead at DATA is opened once more, and MAIL and the accepted RCPTs are said again; what is
        refused then is the reply, and nobody is sent the message. After a no to DATA the transaction is still open.
        A no that comes while the body is on its way is the reply, too; the connection is closed then.
        Raises UpstreamError (nothing was sent), UnknownOutcome (the dot may have left), and whatever `content` or
        `before_dot` raise (nothing was sent). Cancelled before the dot, nothing was sent. Cancelled after it, the
        reply is returned if it had come, else UnknownOutcome is raised in place of CancelledError.
        """
        reply = await self._data()
        if reply.code != START_INPUT:
            return reply
        self._forget()
        body = Body(self._server, self._client, self._writer, self._patience)
        try:
            early = await body.write(content)
            if early is None:
                await before_dot()
                early = await body.early()
        except BaseException:
            body.abort()
            raise
        return early or await body.dot()

    async def reset(self) -> None:
        """RSET: the transaction is over, nothing is sent. Never fails: without a connection there is none."""
        self._forget()
        try:
            reply = await self._command(b"RSET", seconds=self._patience.other)
        except UpstreamError:
            return
        if not reply.positive:
            self._abort()

    async def quit(self) -> None:
        """QUIT and close. Never fails, and waits only shortly. May be called again."""
        self._forget()
        if self._client.is_connected:
            try:
                await self._command(b"QUIT", seconds=self._patience.quit)
            except UpstreamError:
                return
        self._abort()

    def _take(self, client: SMTP) -> None:
        self._client = client
        greeted = client.last_ehlo_response
        self._capabilities = upstream_replies.capabilities(greeted.message if greeted else "")
        assert client.protocol is not None
        assert isinstance(client.transport, asyncio.WriteTransport)
        self._transport = client.transport
        # For its flow control, which aiosmtplib's protocol is made for. It closes the transport when it is collected
        # (Python 3.13), so it lives as long as the connection.
        self._writer = asyncio.StreamWriter(client.transport, client.protocol, None, asyncio.get_running_loop())

    def _forget(self) -> None:
        self._mail, self._accepted = None, []

    def _abort(self) -> None:
        self._transport.abort()
        self._client.close()

    async def _command(self, *parts: bytes, seconds: float) -> Reply:
        verb = parts[0].decode()
        try:
            reply = upstream_replies.reply(await self._client.execute_command(*parts, timeout=seconds))
        except (SMTPException, OSError, ValueError) as error:
            self._abort()
            raise faults.explain(self._server, error, verb) from error
        except BaseException:  # cancelled: the reply would be taken for the next command's
            self._abort()
            raise
        if reply.code == 421:
            self._abort()
            raise faults.refused(self._server, 421, "\n".join(reply.lines), verb)
        return reply

    def _unsendable(self, address: str, parameters: Sequence[str], status: str) -> Reply | None:
        """The refusal of what can't stand in a command; `status`: its enhanced code."""
        if not _PATH.fullmatch(address) or not all(_PARAMETER.fullmatch(parameter) for parameter in parameters):
            return Reply(553, (f"{status} This address or its parameters hold what SMTP does not allow.",))
        if not address.isascii() and not self._capabilities.offers("SMTPUTF8"):
            return Reply(553, ("5.6.7 Your mail server takes no addresses with other than ASCII letters.",))
        return None

    async def _data(self) -> Reply:
        """The reply to DATA, or the refusal of what had to be said again on a connection that was opened anew."""
        try:
            return self._answer_to_data(await self._command(b"DATA", seconds=self._patience.data))
        except UpstreamError as dead:
            if self._mail is None:
                raise
            events.upstream_reopened(self._server.host, dead.what)
        self._take(await self._connect())
        refusal = await self._replay()
        if refusal is not None:
            await self.reset()
            return refusal
        return self._answer_to_data(await self._command(b"DATA", seconds=self._patience.data))

    def _answer_to_data(self, reply: Reply) -> Reply:
        if reply.positive and reply.code != START_INPUT:
            self._abort()
            raise faults.explain(self._server, ValueError(f"{reply.code} in reply to DATA"), "DATA")
        return reply

    async def _replay(self) -> Reply | None:
        assert self._mail is not None
        (sender, parameters), recipients = self._mail, tuple(self._accepted)
        reply = await self.mail(sender, parameters)
        if not reply.positive:
            return reply
        replied = [(recipient, await self.rcpt(recipient)) for recipient in recipients]
        refused = [(recipient, reply) for recipient, reply in replied if not reply.positive]
        return upstream_replies.refusals(refused) if refused else None


def _path(address: str) -> bytes:
    return b"<" + address.encode() + b">"


def _octets(parameters: Sequence[str]) -> list[bytes]:
    return [parameter.encode() for parameter in parameters]
