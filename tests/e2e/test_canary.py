"""Nothing secret is printed, at the highest verbosity and whatever fails; nothing of a message but its subject is."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.client import Client, Sent, mail, send
from tests.e2e.harness import CLIENT_PASSWORD, SAM, Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.mailbox import Mailbox
from tests.e2e.upstream import Upstream
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot
from tests.servers.strict import Close, Refuse

pytestmark = pytest.mark.dovecot

BODY, SUBJECT, NAME, FILE = "canary-of-the-body", "canary-of-the-subject", "Canary Recruiter", "canary-file.pdf"
LETTER = LETTERS["other-offers"] + f"\n{BODY}\n"


def secrets() -> Iterator[str]:
    """Both passwords, and what of them travels in AUTH PLAIN and AUTH LOGIN, at any place in it."""
    for password in (PASSWORD, CLIENT_PASSWORD):
        yield password
        for blanks in range(3):
            yield base64.b64encode(b" " * blanks + password.encode())[4:-4].decode()


def assert_none_of(words: tuple[str, ...], text: str) -> None:
    for word in words:
        assert word not in text


def test_nothing_secret_is_printed_anywhere(tmp_path: Path, dovecot: Dovecot) -> None:
    own = Mailbox(dovecot.port, dovecot.user())
    printed: list[str] = []
    with Upstream({own.user: PASSWORD}) as upstream:
        tactful = Tactful(tmp_path, smtp=upstream.port, imap=own.port, user=own.user, debug=True, forked=False)
        with tactful:

            def letter(to: str) -> bytes:
                return mail(LETTER, to=f"{NAME} <{to}>", subject=SUBJECT, x_file=FILE)

            replies = [
                send(tactful, letter("jo@acme.example")),
                send(tactful, letter("kim@home.example"), "kim@home.example"),
                _wrong_password(tactful),
                _faults(tactful, upstream, letter("kim@home.example")),
            ]
            held = replies[0].id
            upstream.add(Refuse("dot", 550, ("5.7.1 No",), times=1))
            commands = [
                *(["held"], ["show", held], ["digest"], ["sync"], ["history", "jo@acme.example"], ["release", held]),
                *(["draft", held], ["discard", held], ["release", "nothing"], ["status"]),
            ]
            for command in commands:
                done = tactful.cli(*command, json=command[0] != "show", debug=True)
                text = done.out.decode() + done.err
                assert_none_of((*secrets(), BODY, FILE), text)
                if command[0] not in ("held", "show", "digest"):
                    assert_none_of((SUBJECT,), text)
                printed.append(text)
            _wrong_upstream_password(tactful, upstream)
            if sys.platform != "win32":
                processes = _processes(tactful.pid)
                assert str(tactful.path) in processes
                assert "spawn" in processes  # the worker
                assert_none_of((*secrets(), BODY), processes)
        said = "\n".join(tactful.said)
        assert_none_of((*secrets(), BODY, SUBJECT, NAME, FILE), said)
        for reply in replies:
            assert_none_of((*secrets(), BODY, SUBJECT, NAME, FILE), "\n".join(reply.replies))
        assert SUBJECT in "".join(printed)
        for file in tmp_path.rglob("*"):
            if file.is_file() and file.name != "client-password":
                assert_none_of(tuple(secrets()), file.read_bytes().decode("latin-1"))


def _processes(pid: int) -> str:
    """The process and its children as everybody on the machine sees them."""
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid,ppid,args"], capture_output=True, check=True).stdout.decode()
    return "\n".join(line for line in listed.splitlines() if str(pid) in line.split()[:2])


def _wrong_password(tactful: Tactful) -> Sent:
    """Wrong ones that hold what nobody should see."""
    with Client(tactful.port, login=False) as client:
        for password in (CLIENT_PASSWORD + "x", PASSWORD):
            login = base64.b64encode(f"\0{SAM}\0{password}".encode()).decode()
            assert client.say(f"AUTH PLAIN {login}").startswith("535")
        return client.sent


def _faults(tactful: Tactful, upstream: Upstream, content: bytes) -> Sent:
    """Several ways to fail, one after the other; what was kept last."""
    for at in ("MAIL", "DATA", "dot"):
        upstream.add(Refuse(at, 554, ("5.7.1 No",), times=1))
        send(tactful, content, "kim@home.example")
    send(tactful, content.replace(b"\r\n", b"\n"), "kim@home.example")
    upstream.add(Close("dot", times=1))
    return send(tactful, content, "kim@home.example")


def _wrong_upstream_password(tactful: Tactful, upstream: Upstream) -> None:
    upstream.users[next(iter(upstream.users))] = "another"
    reply = send(tactful, mail(LETTER, subject=SUBJECT), "kim@home.example").reply
    assert reply.startswith("451 ")
    assert_none_of((*secrets(), BODY, SUBJECT), reply)
    done = tactful.cli("release", tactful.cli("held").lines[0]["id"], "--again", debug=True)
    assert_none_of((*secrets(), BODY), done.out.decode() + done.err)
