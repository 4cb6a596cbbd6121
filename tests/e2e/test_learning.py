"""What the user teaches: mutes and own words, heard, listed and undone."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys

import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import ROOT, WAIT, Tactful
from tests.e2e.letters import CLEAN, LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

TYPO = CLEAN.replace("I liked", "I definately liked")


def forwarded(tactful: Tactful, body: str, *to: str) -> bool:
    return not re.match(r"250 2\.0\.0 Held", send(tactful, mail(body, to=", ".join(to)), *to).reply)


def test_sent_and_not_mentioned_to_them_again(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    kim = f"kim.{jo}"
    content = mail(LETTERS["other-offers"], to=jo)
    id_ = send(tactful, content, jo).id
    rules = {each["rule"] for each in tactful.cli("show", id_).only["findings"] if each["effect"] == "hold"}
    assert rules, "it was not checked"
    done = tactful.cli("release", id_, "--mute")
    assert (done.status, done.only["state"]) == (0, "released")
    assert {(each["rule"], each["address"]) for each in done.only["muted"]} == {(rule, jo) for rule in rules}
    assert len(upstream.got(content)) == 1
    assert forwarded(tactful, LETTERS["other-offers"], jo)
    assert not forwarded(tactful, LETTERS["other-offers"], jo, kim)
    listed = tactful.cli("mutes", "list").lines
    assert rules <= {each["rule"] for each in listed if each["address"] == jo}
    assert f"{jo}" in tactful.cli("mutes", "list", json=False).out.decode()
    for rule in rules:
        assert tactful.cli("mutes", "remove", rule, jo.upper()).only == {"rule": rule, "address": jo, "removed": True}
        again = tactful.cli("mutes", "remove", rule, jo)
        assert (again.status, again.only["removed"]) == (1, False)
    assert not forwarded(tactful, LETTERS["other-offers"], jo)


def test_for_anyone_is_asked_once_more_where_it_could_cost_every_job(
    tactful: Tactful, upstream: Upstream, jo: str
) -> None:
    content = mail(LETTERS["negativity"], to=jo)
    id_ = send(tactful, content, jo).id
    asked = tactful.cli("release", id_, "--mute-for-anyone")
    assert (asked.status, asked.only["done"], asked.only["state"], asked.only["muted"]) == (2, False, "held", [])
    assert "--yes" in asked.only["reason"]
    assert "--yes" in tactful.cli("release", id_, "--mute-for-anyone", json=False).err
    assert (upstream.got(content), tactful.cli("mutes", "list").lines) == ([], [])
    sure = tactful.cli("release", id_, "--mute-for-anyone", "--yes")
    assert (sure.status, sure.only["state"]) == (0, "released")
    assert forwarded(tactful, LETTERS["negativity"], f"kim.{jo}")
    for mute in sure.only["muted"]:
        assert mute["address"] is None
        assert tactful.cli("mutes", "remove", mute["rule"]).status == 0
    assert not forwarded(tactful, LETTERS["negativity"], f"lee.{jo}")


@pytest.mark.skipif(os.name != "posix", reason="a terminal is a pty here")
@pytest.mark.parametrize(("answer", "status", "sent"), [("y\n", 0, 1), ("n\n", 1, 0), ("\n", 1, 0), ("\x04", 1, 0)])
def test_on_a_terminal_it_is_a_question(
    tactful: Tactful, upstream: Upstream, jo: str, answer: str, status: int, sent: int
) -> None:
    content = mail(LETTERS["negativity"], to=jo)
    id_ = send(tactful, content, jo).id
    ours, its = os.openpty()
    command = [sys.executable, "-m", "proxy", "release", id_, "--mute-for-anyone", "--config", str(tactful.path)]
    process = subprocess.Popen(command, cwd=ROOT, env=tactful.environment, stdin=its, stdout=its, stderr=its)
    os.close(its)
    said = b""
    while b"[y/N]" not in said:
        said += os.read(ours, 4096)
    assert b"No mail to anybody would ever be held for negativity." in said
    os.write(ours, answer.encode())
    with contextlib.suppress(OSError):  # how a pty says that nobody writes to it any more
        while octets := os.read(ours, 4096):
            said += octets
    assert process.wait(WAIT) == status, said.decode()
    os.close(ours)
    assert len(upstream.got(content)) == sent
    muted = tactful.cli("mutes", "list").lines
    assert bool(muted) == bool(sent)
    for mute in muted:
        tactful.cli("mutes", "remove", mute["rule"])


def test_a_word_of_ones_own(tactful: Tactful, mailbox: Mailbox, jo: str) -> None:
    id_ = send(tactful, mail(TYPO, to=jo), jo).id
    hint = "If this is a word of yours: `tactful words add definately`"
    assert hint in tactful.cli("show", id_, json=False).out.decode()
    tactful.until(r"letter kind=notice .*outcome=delivered")
    assert any(hint in " ".join(each.text.split()) for each in mailbox.all("INBOX"))
    assert tactful.cli("words", "add", "Definately").only == {"word": "Definately", "added": True}
    assert forwarded(tactful, TYPO, jo)
    assert tactful.cli("words", "list").lines == [{"word": "definately", "source": "command line"}]
    removed = tactful.cli("words", "remove", "DEFINATELY")
    assert (removed.status, removed.only) == (0, {"word": "DEFINATELY", "removed": True, "reason": ""})
    assert not forwarded(tactful, TYPO, jo)
    assert tactful.cli("words", "remove", "definately").status == 1
    assert tactful.cli("words", "add", "two words").status == 2


def test_a_word_of_the_configuration_is_taken_out_there(tactful: Tactful) -> None:
    tactful.write(checks={"words": ["Szymborska"]})
    assert tactful.cli("words", "list").only == {"word": "Szymborska", "source": "configuration"}
    refused = tactful.cli("words", "remove", "szymborska")
    assert (refused.status, refused.only["removed"]) == (1, False)
    assert "configuration" in refused.only["reason"]
