"""Notice and digest in the user's own INBOX: within seconds, exactly once, later where the mailbox was down."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.e2e.wire import Wire
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

SOON = {"proxy.schedule.TICK": 0.2, "proxy.post.PAUSES": 0.5}
TO_JO = "Jo Park <jo@acme.example>"


def test_a_notice_comes_at_once_and_once(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    id_ = send(tactful, mail(LETTERS["thanks"], to=f"Jo Park <{jo}>"), jo).id
    tactful.until("letter kind=notice .*outcome=delivered")
    (notice,) = mailbox.all("INBOX", about=id_)
    assert notice.subject == "Not sent yet: your mail to Jo Park, no thank-you in it"
    assert notice.flags == set()
    text = notice.text
    for words in ("has not been sent", "The analyst role", f"tactful release {id_}", f"tactful draft {id_}"):
        assert words in text


def test_none_for_what_was_released_before(tactful: Tactful, upstream: Upstream) -> None:
    assert tactful.cli("held", "--all").status == 0
    assert [message for message in upstream.messages if b"Not sent yet" in message.content] == []


def test_the_digest_is_printed_and_delivered(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    content = mail(LETTERS["other-offers"], to=f"Jo Park <{jo}>", subject="Before Friday")
    id_ = send(tactful, content, jo).id
    printed = tactful.cli("digest", json=False).out.decode()
    for words in ("Jo Park", "Before Friday", "other-offers", "Your words: ", "Instead: ", f"tactful release {id_}"):
        assert words in printed
    assert id_ in {line.get("id") for line in tactful.cli("digest").lines}
    sent = tactful.cli("digest", "--send")
    assert (sent.status, sent.only["delivered"]) == (0, True)
    (digest,) = [each for each in mailbox.all("INBOX") if "for your word" in each.subject]
    assert "Before Friday" in digest.text


def test_a_digest_comes_at_its_time_and_once(
    tmp_path: Path, dovecot: Dovecot, upstream: Upstream, mailbox: Mailbox
) -> None:
    own = Mailbox(dovecot.port, mailbox.user)
    at = [(datetime.now().astimezone() - timedelta(minutes=1)).strftime("%H:%M")]
    tactful = Tactful(
        tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=SOON, digest={"at": at, "notify": []}
    )
    with tactful:
        tactful.until("letter kind=digest .*nothing waits")
        assert send(tactful, mail(LETTERS["sloppiness"], subject="Wait for the digest")).id
    at.append((datetime.now().astimezone() - timedelta(minutes=0)).strftime("%H:%M"))
    tactful.write(digest={"at": at, "notify": []})
    for _ in range(2):
        with tactful:
            tactful.until("letter kind=digest .*outcome=delivered")
    (digest,) = [each for each in own.all("INBOX") if "Wait for the digest" in each.text]
    assert digest.subject == "1 mail waits for your word"


def test_a_mailbox_that_is_down_gets_its_notice_later_and_once(tmp_path: Path, dovecot: Dovecot) -> None:
    own = Mailbox(dovecot.port, dovecot.user())
    with Upstream({own.user: PASSWORD}) as upstream, Wire(own.port) as wire:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=wire.port, user=own.user, patch=SOON)
        with tactful:
            tactful.until("history-read")
            wire.cut(down=True)
            id_ = send(tactful, mail(LETTERS["sloppiness"], to=TO_JO)).id
            tactful.until('letter kind=notice .*outcome="put off', count=2)
            assert own.all("INBOX") == []
            wire.up()
            tactful.until("letter kind=notice .*outcome=delivered")
            (notice,) = own.all("INBOX")
            assert id_ in notice.text


def test_a_notice_is_not_doubled_by_a_connection_that_is_cut_while_it_is_delivered(
    tmp_path: Path, dovecot: Dovecot
) -> None:
    """APPEND was taken and its answer never came: the mailbox is looked at before it is delivered again."""
    own = Mailbox(dovecot.port, dovecot.user())
    with Upstream({own.user: PASSWORD}) as upstream, Wire(own.port) as wire:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=wire.port, user=own.user, patch=SOON)
        with tactful:
            tactful.until("history-read")
            wire.cut_at_answer(b"OK [APPENDUID")
            send(tactful, mail(LETTERS["sloppiness"], to=TO_JO))
            tactful.until('letter kind=notice .*outcome="put off')
            tactful.until("letter kind=notice .*outcome=delivered")
            assert len(own.all("INBOX")) == 1
