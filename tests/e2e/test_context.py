"""A reply that quotes nothing, judged with the mail that it answers in the real mailbox."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from tests.e2e.client import mail, message_id, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot


@pytest.fixture(scope="module")
def patch() -> Mapping[str, object]:
    """More patience than two seconds: the machine of the tests may be busy."""
    return {"proxy.transit.judge.TOGETHER": 30.0}


@pytest.mark.parametrize(
    ("words", "forwarded"),
    [("We are delighted to offer you the post.", True), ("We are seeing two more people and then decide.", False)],
)
def test_their_offer_is_read_where_it_was_not_quoted(
    tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str, words: str, forwarded: bool
) -> None:
    tactful.until("history-read")  # so that the connection is open
    sender = f"Jo Park <{jo}>"
    theirs = mail(f"Dear Sam,\n\n{words}\n\nJo", sender=sender, to=f"Sam Lee <{SAM}>", ago=timedelta(hours=1))
    mailbox.put("INBOX", theirs, timedelta(hours=1))
    sent = send(tactful, mail(LETTERS["presumption"], to=sender, in_reply_to=message_id(theirs)), jo)
    assert ("queued" in sent.reply) == forwarded, sent.dialogue
    assert forwarded or sent.reply.endswith(": presumption")
    [filed] = mailbox.all("INBOX", words)
    assert filed.flags == frozenset()
    if forwarded:
        assert "presumption.asked-for" in tactful.cli("digest").out.decode()
