"""A mail of the demo as a mail program writes it: who, to whom, what about, when; and its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from proxy.demo.person import Person

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
"""A document without pages."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`name` makes its Message-ID; `answers` is the name of the mail that it answers. `attachment`: a file name."""

    name: str
    sender: Person
    to: Person
    subject: str
    body: str
    answers: str = ""
    attachment: str = ""

    @property
    def message_id(self) -> str:
        """With angle brackets."""
        return _message_id(self.name)

    def content(self, when: datetime) -> bytes:
        """The bytes, written at `when`, with CRLF line ends and nothing but ASCII (RFC 5322, MIME)."""
        mail = EmailMessage(policy=SMTP)
        mail["From"] = self.sender.header
        mail["To"] = self.to.header
        mail["Subject"] = self.subject
        mail["Date"] = format_datetime(when)
        mail["Message-ID"] = self.message_id
        if self.answers:
            mail["In-Reply-To"] = mail["References"] = _message_id(self.answers)
        mail.set_content(self.body, cte="7bit" if self.body.isascii() else "quoted-printable")
        if self.attachment:
            mail.add_attachment(PDF, maintype="application", subtype="pdf", filename=self.attachment)
        return mail.as_bytes()


def _message_id(name: str) -> str:
    return f"<{name}@demo.example>"
