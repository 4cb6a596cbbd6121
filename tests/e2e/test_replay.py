"""Past mail replayed over IMAP, from a real mailbox that stays as it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.e2e.client import mail
from tests.e2e.harness import SAM, Tactful
from tests.e2e.letters import CLEAN, LETTERS, NUDGE
from tests.e2e.mailbox import Mailbox

pytestmark = pytest.mark.dovecot

DAY = timedelta(days=1)


def test_past_mail_replayed_over_imap(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    kim = f"kim.{jo}"
    mailbox.put("Sent", mail(CLEAN, to=jo, ago=41 * DAY, subject="Replay 1"))
    mailbox.put("Sent", mail(NUDGE, to=jo, ago=39 * DAY, subject="Replay 2"))
    mailbox.put("INBOX", mail("We'll see.", sender=f"Jo <{jo}>", to=SAM, ago=35 * DAY))
    mailbox.put("Sent", mail(NUDGE, to=jo, ago=20 * DAY, subject="Replay 4"))
    mailbox.put("Sent", mail(LETTERS["sloppiness"], to=kim, ago=10 * DAY, subject="Replay 5"))
    mailbox.put("Sent", mail(LETTERS["negativity"], to="mum@home.example", ago=9 * DAY, subject="Replay 6"))
    assert tactful.cli("sync").status == 0  # else the proxy may hear of them while they are replayed
    contacts = tactful.cli("history", jo).only["contacts"]
    for where in ("imap", f"imap:{SAM.upper()}"):
        done = tactful.cli("check", "--replay", where)
        *messages, summary = done.lines
        assert done.status == 1, done.err
        assert summary["mailbox"] == f"imap:{SAM}"
        assert {each["file"].rpartition("#")[0] for each in messages} == {f"imap:{SAM}/Sent"}
        found = [[finding["rule"] for finding in each["findings"]] for each in messages]
        assert found == [[], ["frequency.hasty"], [], ["sloppiness.placeholder"]]
        assert (summary["answers"] >= 1, summary["note"], summary["left_out"]) == (True, "", 0)
        example = next(each for each in summary["rules"] if each["rule"] == "sloppiness.placeholder")
        assert (example["held"], example["example"]) == (1, "[Name]")
    # A look changes nothing: neither there nor here.
    assert [each.flags for each in mailbox.all("Sent") if each.subject.startswith("Replay")] == [frozenset()] * 5
    assert tactful.cli("history", jo).only["contacts"] == contacts


@pytest.mark.parametrize(("where", "why"), [("imap:kim@x.example", "names no mailbox"), ("nowhere.mbox", "no such")])
def test_a_mailbox_that_is_none(tactful: Tactful, where: str, why: str) -> None:
    done = tactful.cli("check", "--replay", where)
    assert done.status == 2
    assert why in done.only["error"].lower()
