"""Answers by mail in a real mailbox: from the mail program that uses tactful, and from one that doesn't."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.mailbox import Filed, Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

QUICK = {"proxy.schedule.TICK": 0.2, "proxy.schedule.AFTER_FAULT": 0.5}


def links(filed: Filed) -> dict[str, str]:
    """The subjects that a letter offers as answers."""
    return {found[1]: found[0] for found in re.finditer(r"tactful: ([a-z' ]+) [A-Z2-7]{26}", filed.text)}


def held(tactful: Tactful, mailbox: Mailbox, jo: str) -> tuple[str, Filed]:
    """A message that is held, and its notice."""
    since = len(tactful.said)
    id_ = send(tactful, mail(LETTERS["thanks"], to=f"Jo Park <{jo}>"), jo).id
    tactful.until("letter kind=notice .*outcome=delivered", since=since)
    (notice,) = mailbox.all("INBOX", about=id_)
    return id_, notice


def back(tactful: Tactful, mailbox: Mailbox, since: int) -> Filed:
    """What is written back."""
    tactful.until("letter kind=answer .*outcome=delivered", since=since)
    return mailbox.all("INBOX")[-1]


def state(tactful: Tactful, id_: str) -> str:
    return str(tactful.cli("show", id_).only["state"])


def test_the_notice_is_text_and_html_and_offers_the_same(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    _, notice = held(tactful, mailbox, jo)
    assert notice.mail.get_content_type() == "multipart/alternative"
    html = notice.html
    for said in links(notice).values():
        assert said.replace(":", "%3A").replace(" ", "%20").replace("'", "%27") in html
    assert html.count(f'href="mailto:{SAM}?subject=tactful') == len(links(notice)) == 3
    assert "http" not in html


def test_send_now_through_tactful_itself(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    id_, notice = held(tactful, mailbox, jo)
    before, since = len(upstream.messages), len(tactful.said)
    answer = mail("", to=SAM, subject=links(notice)["send"])
    assert send(tactful, answer, SAM).reply.startswith("250 2.0.0 Taken by tactful as your answer")
    reply = back(tactful, mailbox, since)
    assert re.fullmatch(r"Sent at \d\d:\d\d: your mail to Jo Park", reply.subject)
    assert reply.mail["references"].split()[0] == notice.mail["message-id"]
    assert reply.mail["in-reply-to"] == reply.mail["references"].split()[1]
    assert state(tactful, id_) == "released"
    assert [[address for address, _ in each.recipients] for each in upstream.messages[before:]] == [[jo]]


def test_a_guess_through_tactful_does_nothing(tactful: Tactful, mailbox: Mailbox, upstream: Upstream, jo: str) -> None:
    id_, _ = held(tactful, mailbox, jo)
    before, since = len(upstream.messages), len(tactful.said)
    send(tactful, mail("", to=SAM, subject=f"tactful: send {'A' * 26}"), SAM)
    assert back(tactful, mailbox, since).subject == "Nothing was done"
    assert (state(tactful, id_), len(upstream.messages)) == ("held", before)


def test_from_a_phone_that_does_not_use_tactful(tmp_path: Path, dovecot: Dovecot) -> None:
    """Its answer lies in INBOX when that is read next. Of what is forged there is nothing done and nothing said."""
    own = Mailbox(dovecot.port, dovecot.user())
    with Upstream({own.user: PASSWORD}) as upstream:
        tactful = Tactful(
            tmp_path, smtp=upstream.port, imap=own.port, user=own.user, patch=QUICK, history={"poll": "1 second"}
        )
        with tactful:
            id_, notice = held(tactful, own, "jo@acme.example")
            offered, since = links(notice), len(tactful.said)
            own.put("INBOX", mail("", to=SAM, subject=f"tactful: send {'A' * 26}"))
            own.put("INBOX", mail("", to=SAM, subject=offered["send"], sender="Eve <eve@x.example>"))
            own.put("INBOX", mail("", to=SAM, subject=offered["back to drafts"]))
            reply = back(tactful, own, since)
            assert reply.subject == "Put back into Drafts: your mail to Jo Park"
            assert state(tactful, id_) == "drafted"
            assert len(own.all("Drafts")) == 1
            assert upstream.messages == []
            assert len(own.all("INBOX")) == 5
