"""One running tactful for each file of tests, between a real Dovecot and the strict server; everybody's recruiter is
another one, so that no test sees another's history."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import pytest

from tests.e2e.harness import Tactful
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def mailbox(dovecot: Dovecot) -> Mailbox:
    """An empty one, on the real server."""
    return Mailbox(dovecot.port, dovecot.user())


@pytest.fixture(scope="module")
def upstream(mailbox: Mailbox) -> Iterator[Upstream]:
    with Upstream({mailbox.user: PASSWORD}) as server:
        yield server


@pytest.fixture(scope="module")
def patch() -> Mapping[str, object]:
    """What is another than usual in the running one, such as how long it waits; a file of tests may say so."""
    return {}


@pytest.fixture(scope="module")
def tactful(
    tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox, upstream: Upstream, patch: Mapping[str, object]
) -> Iterator[Tactful]:
    """Running."""
    folder = tmp_path_factory.mktemp("tactful")
    with Tactful(folder, smtp=upstream.port, imap=mailbox.port, user=mailbox.user, patch=patch) as running:
        yield running


@pytest.fixture
def jo() -> str:
    """A recruiter whom nobody has written to, of a company that nobody has written to."""
    number = next(_numbers)
    return f"jo{number}@acme{number}.example"
