"""`tactful run` from start to stop: changed while it runs, stopped in order, started twice, configured wrongly."""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.e2e.client import Client, mail, send
from tests.e2e.harness import Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot

UNTIDY = LETTERS["sloppiness"]


def test_reject_mode_says_why_and_keeps_it(tmp_path: Path, upstream: Upstream, tactful: Tactful, jo: str) -> None:
    other = Tactful(tmp_path, smtp=upstream.port, user=next(iter(upstream.users)), hold={"mode": "reject"})
    with other:
        content = mail(UNTIDY + LETTERS["negativity"], to=jo)
        sent = send(other, content, jo)
        assert sent.reply.splitlines() == [
            f"550-5.7.1 Not sent, kept as {sent.id}",
            "550-5.7.1 negativity: it may read as angry or pressing (negativity.blame)",
            "550-5.7.1 negativity: it may read as angry or pressing (negativity.impatience)",
            "550-5.7.1 negativity: it may read as angry or pressing (negativity.contempt)",
            "550-5.7.1 sloppiness: something in it looks unfinished or misspelt (sloppiness.placeholder)",
            "550 5.7.1 To send it as it is, press Send again within 10 minutes.",
        ]
        assert other.cli("held").only["state"] == "rejected"
        assert other.cli("snooze", sent.id, "--until", "1 hour").status == 1
        assert other.cli("release", sent.id).only["state"] == "released"
        assert len(upstream.got(content)) == 1


def test_pause_and_resume(tactful: Tactful, upstream: Upstream, jo: str) -> None:
    until = tactful.cli("pause", "2h").only["paused_until"]
    assert tactful.cli("status").only["paused_until"] == until
    content = mail(UNTIDY, to=jo)
    assert "queued" in send(tactful, content, jo).reply
    assert tactful.cli("resume").only["was_paused"] is True
    assert "Held by tactful" in send(tactful, mail(UNTIDY, to=jo), jo).reply
    assert tactful.cli("pause", "for ever").status == 2


def test_recruiters_are_added_and_removed(tactful: Tactful, jo: str) -> None:
    other = jo.replace("acme", "newfirm")
    assert "queued" in send(tactful, mail(UNTIDY, to=other), other).reply
    domain = other.partition("@")[2]
    assert tactful.cli("recruiters", "add", domain).status == 0
    assert "Held by tactful" in send(tactful, mail(UNTIDY, to=other), other).reply
    assert tactful.cli("recruiters", "remove", other).status == 0
    assert "queued" in send(tactful, mail(UNTIDY, to=other), other).reply
    tested = tactful.cli("recruiters", "test", other, f"x{other}")
    assert (tested.status, [line["recruiter"] for line in tested.lines]) == (1, [False, True])
    listed = {(line["entry"], line["kind"]) for line in tactful.cli("recruiters", "list").lines}
    assert {(domain, "recruiter"), (other, "not a recruiter")} <= listed


def test_a_changed_configuration_is_picked_up_and_a_bad_one_refused(tactful: Tactful, jo: str) -> None:
    other = jo.replace("acme", "laterfirm")
    before = len(tactful.said)
    tactful.write(recruiters={"domains": ["acme.example", other.partition("@")[2]]})
    tactful.until("config-read", since=before)
    assert "Held by tactful" in send(tactful, mail(UNTIDY, to=other), other).reply
    tactful.write(recruiters={"domain": ["acme.example"]})
    refused = tactful.until("config-refused", since=before)
    assert "Did you mean" in refused
    assert "the former one stays in force" in refused
    assert "Held by tactful" in send(tactful, mail(UNTIDY, to=other), other).reply
    tactful.write(recruiters={"domains": ["acme.example"]})
    tactful.until("config-read", since=before, count=2)
    assert "queued" in send(tactful, mail(UNTIDY, to=other), other).reply


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
def test_sighup_reads_it_again(tactful: Tactful) -> None:
    before = len(tactful.said)
    tactful.signal("SIGHUP")
    tactful.until("config-read", since=before)


def test_a_listener_that_moves_to_a_taken_port_leaves_the_former_one(tmp_path: Path, tactful: Tactful) -> None:
    with Upstream() as upstream:
        other = Tactful(tmp_path, smtp=upstream.port)
        with other:
            other.write(listen={"smtp": [f"127.0.0.1:{tactful.port}"], "web": ""})
            other.until("config-refused")
            place = other.until("listening address=", count=2)
            port = int(place.split("address=127.0.0.1:")[1].split()[0])
            with Client(port) as client:
                client.envelope("kim@home.example")
                assert "queued" in client.data(mail("over the former listener"))


def test_sigterm_lets_a_message_in_progress_finish(tmp_path: Path) -> None:
    with Upstream() as upstream, Tactful(tmp_path, smtp=upstream.port) as tactful:
        go_on = upstream.hang("dot")
        content = mail("Not to be cut off")
        with Client(tactful.port) as client:
            client.envelope("kim@home.example")
            client.say("DATA")
            client.write(content)
            upstream.until_fault("dot")
            tactful.signal("SIGTERM")
            go_on()
            assert client.read() == "250 2.0.0 queued as 1"
        assert tactful.wait() == 0
        assert len(upstream.got(content)) == 1


def test_sigterm_with_an_idle_client_ends_at_once(tmp_path: Path) -> None:
    with Upstream() as upstream, Tactful(tmp_path, smtp=upstream.port) as tactful, Client(tactful.port) as client:
        tactful.signal("SIGTERM")
        assert client.read().startswith("421 ")
        assert tactful.wait() == 0


def test_a_second_run_on_the_same_store_is_refused(tactful: Tactful) -> None:
    second = tactful.cli("run")
    assert second.status == 3
    assert second.only["error"] == "tactful is already running with this store."
    assert "tactful status" in second.only["remedy"]
    assert tactful.cli("run", json=False).err.startswith("tactful is already running")


def test_status(tactful: Tactful, tmp_path: Path, upstream: Upstream) -> None:
    running = tactful.cli("status")
    assert running.status == 0
    assert list(running.only) == ["running", "paused_until", "accounts", "waiting", "desktop_fault", "not_checked"]
    (account,) = running.only["accounts"]
    assert (running.only["running"], account["address"]) == (True, "sam@example.org")
    assert account["upstream"] == f"127.0.0.1:{upstream.port}"
    assert datetime.fromisoformat(account["synced"])
    assert running.only["waiting"] == len(tactful.cli("held").lines)
    stopped = Tactful(tmp_path, smtp=upstream.port).cli("status")
    assert (stopped.status, stopped.only["running"], stopped.only["waiting"]) == (1, False, 0)


def test_a_wrong_configuration_is_told_at_once_and_whole(tmp_path: Path) -> None:
    wrong = Tactful(
        tmp_path,
        smtp={"host": "smtp.example.org", "port": 465, "security": "none"},
        recruiters={"domains": ["gmail.com"], "domians": []},
        frequency={"gaps": ["soon"]},
        hold={"mode": "perhaps"},
    )
    done = wrong.cli("run")
    assert done.status == 2
    assert {fault["key"] for fault in done.only["faults"]} >= {
        "recruiters.domains[1]",
        "recruiters.domians",
        "frequency.gaps[1]",
        "hold.mode",
    }
    assert any(fault["key"].startswith("accounts") for fault in done.only["faults"])
    assert all(fault["remedy"] for fault in done.only["faults"])
    text = wrong.cli("held", json=False)
    assert (text.status, text.out) == (2, b"")
    assert "things must be mended" in text.err
    assert wrong.cli("--nonsense").status == 2


def test_a_secret_that_is_missing_is_named_and_the_rest_runs(tmp_path: Path) -> None:
    with Upstream() as upstream:
        tactful = Tactful(tmp_path, smtp=upstream.port)
        (tmp_path / "client-password").chmod(0o644)
        with tactful:
            said = tactful.until("no-login")
            if sys.platform != "win32":
                assert "can be read or changed by other users" in said
