"""A certificate authority of the tests' own, for servers on 127.0.0.1 and localhost."""

from __future__ import annotations

import ssl
from datetime import datetime, timedelta
from functools import cache

import trustme


@cache
def authority() -> trustme.CA:
    """One for the whole run."""
    return trustme.CA()


def certificate(*names: str, until: datetime | None = None) -> trustme.LeafCert:
    """A server's certificate; default names: 127.0.0.1 and localhost. `until`: when it ends."""
    since = until - timedelta(days=1) if until else None
    return authority().issue_cert(*(names or ("127.0.0.1", "localhost")), not_before=since, not_after=until)


def server_context(*names: str, until: datetime | None = None) -> ssl.SSLContext:
    """For a server with such a certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate(*names, until=until).configure_cert(context)
    return context


def client_context() -> ssl.SSLContext:
    """For a client that trusts this authority, and verifies as any other does."""
    context = ssl.create_default_context()
    authority().configure_trust(context)
    return context
