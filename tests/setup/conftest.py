"""One real mailbox and one real submission server for all tests of setup and doctor, both with TLS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.e2e.client import mail
from tests.e2e.mailbox import Mailbox
from tests.servers import dovecot as dovecots
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.postfix import Postfix, postfix


@dataclass(frozen=True)
class Provider:
    """`address` logs in at both with `password`."""

    dovecot: Dovecot
    postfix: Postfix
    address: str
    password: str = PASSWORD

    @property
    def smtp(self) -> str:
        """As it is typed."""
        return f"localhost:{self.postfix.submissions}/tls"

    @property
    def smtp_starttls(self) -> str:
        return f"localhost:{self.postfix.submission}/starttls"

    @property
    def imap(self) -> str:
        return f"localhost:{self.dovecot.tls_port}/tls"


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """In Sent lie a mail to a hiring desk, one about an interview, and one to a friend."""
    with dovecots.dovecot() as mailbox:
        address = mailbox.user()
        own = Mailbox(mailbox.port, address)
        for ago, (to, subject) in enumerate(
            (
                ("careers@bigco.example", "Hello"),
                ("jo@mail.acme.example", "Thank you for the interview"),
                ("mum@home.example", "Sunday"),
            )
        ):
            since = timedelta(days=3 - ago)
            own.put("Sent", mail("Dear all,", to=to, subject=subject, ago=since), since)
        own.put("INBOX", mail("Dear Sam,"))
        own.put("Drafts", mail("Dear Jo,"))
        # Nothing is ever sent through it.
        with postfix(next_hop=9, recipients=["jo@acme.example"], user=address, password=PASSWORD) as submission:
            yield Provider(mailbox, submission, address)
