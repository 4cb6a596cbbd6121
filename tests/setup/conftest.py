"""One real mailbox and one real submission server for all tests of setup and doctor, both with TLS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from proxy.setup import examine_own
from proxy.setup.doctor import Result, Results
from tests.e2e.client import mail
from tests.e2e.harness import CLIENT_PASSWORD
from tests.e2e.mailbox import Mailbox
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix, postfix
from tests.setup.case import Case, port
from tests.setup.rig import World


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
def provider(dovecot: Dovecot) -> Iterator[Provider]:
    """In Sent lie a mail to a hiring desk, one about an interview, and one to a friend."""
    address = dovecot.user()
    own = Mailbox(dovecot.port, address)
    sent = (
        ("careers@bigco.example", "Hello"),
        ("jo@mail.acme.example", "Thank you for the interview"),
        ("mum@home.example", "Sunday"),
    )
    for days, (to, subject) in zip((3, 2, 1), sent, strict=True):
        since = timedelta(days=days)
        own.put("Sent", mail("Dear all,", to=to, subject=subject, ago=since), since)
    own.put("INBOX", mail("Dear Sam,"))
    own.put("Drafts", mail("Dear Jo,"))
    # Nothing is ever sent through it.
    with postfix(next_hop=9, recipients=["jo@acme.example"], user=address, password=PASSWORD) as submission:
        yield Provider(dovecot, submission, address)


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    """Servers at ports where nobody listens; nothing else is wrong."""
    monkeypatch.setenv("TACTFUL_MAIL_PASSWORD", PASSWORD)
    secret = tmp_path / "client-password"
    secret.touch(mode=0o600)
    secret.write_text(CLIENT_PASSWORD, "utf-8")
    server = {"host": "localhost", "port": 9, "security": "tls"}
    account = {
        "address": "sam@example.org",
        "smtp": server,
        "imap": server,
        "password": {"env": "TACTFUL_MAIL_PASSWORD"},
        "client_password": {"file": "client-password"},
    }
    tables = {
        "listen": {"smtp": [f"127.0.0.1:{port()}"], "web": ""},
        "accounts": [account],
        "recruiters": {"domains": ["acme.example"]},
        "digest": {"at": ["08:00"], "notify": ["mail"]},
        "store": {"url": f"sqlite:///{tmp_path / 'tactful.db'}"},
    }

    async def judged(*_: object) -> Results:
        return [Result("worker", "ok", "The checks start.")]

    monkeypatch.setattr(examine_own, "_worker", judged)  # a real one costs two seconds; one test has it
    made = Case(tmp_path, capsys, tables, World())
    made.write()
    return made
