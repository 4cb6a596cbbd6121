"""A session's Passage, and how far its transaction is.

Keeps the order that `proxy.smtp.protocol` promises to a Passage: no RCPT before a MAIL that was accepted, no DATA
without a recipient, a reset for each transaction that ends without `data`, also where the Passage raised.
"""

from __future__ import annotations

from proxy.model import Reply
from proxy.smtp import parameters
from proxy.smtp.protocol import Offered, Passage
from proxy.smtp.replies import RefusedError
from proxy.transit.spool import Spool


class Transaction:
    """What MAIL opens and DATA, RSET or the session's end closes; used again and again in one login."""

    def __init__(self, passage: Passage, most_recipients: int) -> None:
        self._passage = passage
        self._most_recipients = most_recipients
        self._open = False
        self._asked = 0
        self._accepted = 0
        self.utf8 = False

    async def mail(self, argument: str, offered: Offered | None) -> Reply:
        """MAIL. `offered`: None after HELO. Raises RefusedError, and what the Passage raises."""
        if self._open:
            raise RefusedError(503, "5.5.1 A message is under way already; RSET drops it")
        mail = parameters.mail(argument, offered)
        self.utf8 = mail.utf8
        self._asked = self._accepted = 0
        self._open = True
        reply = None
        try:
            reply = await self._passage.mail(mail.sender, mail.parameters)
        finally:
            if reply is None:
                await self.reset()
        self._open = reply.positive
        return reply

    async def rcpt(self, argument: str, offered: Offered | None) -> Reply:
        """RCPT. Raises RefusedError, and what the Passage raises; the recipient then doesn't count."""
        if not self._open:
            raise RefusedError(503, "5.5.1 Send MAIL first")
        self._asked += 1
        recipient = parameters.rcpt(argument, offered, utf8=self.utf8)
        if self._accepted >= self._most_recipients:
            raise RefusedError(452, f"4.5.3 At most {self._most_recipients} recipients for one message")
        reply = await self._passage.rcpt(recipient)
        self._accepted += reply.positive
        return reply

    def check_data(self) -> None:
        """Raises RefusedError where DATA can't come now."""
        if not self._open:
            raise RefusedError(503, "5.5.1 Send MAIL first")
        if not self._accepted:
            why = "no recipient was accepted" if self._asked else "send RCPT first"
            raise RefusedError(503, f"5.5.1 There is nobody to send to: {why}")

    async def data(self, content: Spool) -> Reply:
        """The whole message. Raises what the Passage raises."""
        reply = None
        try:
            reply = await self._passage.data(content)
        finally:
            if reply is None:
                await self.reset()
        self._open = False
        return reply

    async def reset(self) -> None:
        """Ends the transaction, where one is open."""
        if self._open:
            self._open = False
            await self._passage.reset()

    async def close(self, *, left: bool) -> None:
        """Ends the transaction and the Passage. `left`: the client went without a word."""
        try:
            await self.reset()
        finally:
            await self._passage.close(left=left)
