"""Real mail programs send through tactful as their users set them up: what they send arrives, and is held where it
should be. Over plain loopback and, where the program can, with STARTTLS and TLS from the start."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.e2e.client import mail
from tests.e2e.harness import CLIENT_PASSWORD, SAM, WAIT, Tactful, listening_with_tls
from tests.e2e.letters import LETTERS
from tests.e2e.screen import Screen
from tests.e2e.upstream import Upstream
from tests.servers.need import need

pytestmark = pytest.mark.clients

HELD = re.compile(r"250 2\.0\.0 Held by tactful as [a-z2-7]{8}: sloppiness")
WAYS = ("plain", "starttls", "implicit")


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    with Upstream() as server:
        yield server


@pytest.fixture(scope="module")
def tactful(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[Tactful]:
    folder = tmp_path_factory.mktemp("tactful")
    with Tactful(folder, smtp=upstream.port, listen=listening_with_tls(folder)) as running:
        yield running


class Program:
    """A mail program in a home of its own, set up to send by `tactful`."""

    def __init__(self, tactful: Tactful, home: Path, way: str) -> None:
        self.home, self.way = home, way
        self.port = tactful.listening[way == "implicit"][1]
        self.authority = tactful.folder / "authority.pem"

    def run(self, *command: str | Path, stdin: bytes = b"", fails: bool = False) -> str:
        """Runs it; everything that it said."""
        done = subprocess.run(
            command,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=WAIT,
            cwd=self.home,
            env=self.environment,
        )
        said = done.stdout.decode("utf-8", "replace")
        assert (done.returncode != 0) == fails, said
        return said

    @property
    def environment(self) -> dict[str, str]:
        return {"HOME": str(self.home), "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin", "LC_ALL": "C.UTF-8"}

    def file(self, name: str, text: str | bytes) -> Path:
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(0o600)
        return path


@pytest.fixture(params=WAYS)
def program(request: pytest.FixtureRequest, tactful: Tactful, tmp_path: Path) -> Program:
    return Program(tactful, tmp_path, request.param)


def test_curl(program: Program, upstream: Upstream) -> None:
    curl = need("curl")
    scheme = "smtps" if program.way == "implicit" else "smtp"
    content = mail("By curl\n.\n..with dots", to="Kim <kim@home.example>")
    common: list[str | Path] = [curl, "--silent", "--show-error", "--cacert", program.authority]
    common += ["--ssl-reqd"] if program.way == "starttls" else []
    common += [f"{scheme}://localhost:{program.port}/client.example", "--user", f"{SAM}:{CLIENT_PASSWORD}"]
    common += ["--mail-from", SAM]
    program.run(*common, "--mail-rcpt", "kim@home.example", "--upload-file", program.file("mail.eml", content))
    assert upstream.until_got(content).content == content
    untidy = program.file("untidy.eml", mail(LETTERS["sloppiness"]))
    said = program.run(*common, "--verbose", "--mail-rcpt", "jo@acme.example", "--upload-file", untidy)
    assert HELD.search(said), said


def test_swaks(program: Program, upstream: Upstream) -> None:
    swaks = need("swaks")
    tls = {"plain": [], "starttls": ["--tls"], "implicit": ["--tlsc"]}[program.way]
    common: list[str | Path] = [swaks, "--server", f"127.0.0.1:{program.port}", *tls, "--ehlo", "client.example"]
    common += ["--auth", "LOGIN", "--auth-user", SAM, "--auth-password", CLIENT_PASSWORD, "--from", SAM]
    untidy = ["--header", "Subject: A job", "--body", LETTERS["sloppiness"]]
    said = program.run(*common, "--to", "jo@acme.example", *untidy)
    assert HELD.search(said), said
    program.run(*common, "--to", "kim@home.example", "--body", f"By swaks {program.way}")
    assert any(f"By swaks {program.way}".encode() in message.content for message in upstream.messages)


def test_msmtp(program: Program, tactful: Tactful, upstream: Upstream) -> None:
    msmtp = need("msmtp")
    tls = {"plain": "tls off", "starttls": "tls on\ntls_starttls on", "implicit": "tls on\ntls_starttls off"}
    settings = program.file(
        "msmtprc",
        f"account default\nhost localhost\nport {program.port}\nfrom {SAM}\nauth plain\nuser {SAM}\n"
        f"password {CLIENT_PASSWORD}\n{tls[program.way]}\ntls_trust_file {program.authority}\n",
    )
    content = mail(f"By msmtp {program.way}", to="kim@home.example")
    program.run(msmtp, "-C", settings, "-t", stdin=content.replace(b"\r\n", b"\n"))
    assert upstream.until_got(content).content == content
    program.run(msmtp, "-C", settings, "jo@acme.example", stdin=mail(LETTERS["sloppiness"]).replace(b"\r\n", b"\n"))
    assert tactful.cli("held").lines[0]["recipients"] == ["jo@acme.example"]


def test_mutt(program: Program, tactful: Tactful, upstream: Upstream) -> None:
    mutt = need("mutt")
    if program.way == "plain":
        tls = "set ssl_starttls = no\nset ssl_force_tls = no"
    else:
        tls = f'set ssl_starttls = yes\nset ssl_force_tls = yes\nset certificate_file = "{program.authority}"'
    scheme = "smtps" if program.way == "implicit" else "smtp"
    settings = program.file(
        "muttrc",
        f'set smtp_url = "{scheme}://{SAM.replace("@", "%40")}@localhost:{program.port}/"\n'
        f'set smtp_pass = "{CLIENT_PASSWORD}"\nset smtp_authenticators = "plain"\nset from = "{SAM}"\n'
        f'set realname = "Sam Lee"\nset copy = no\nset use_envelope_from = yes\n{tls}\n',
    )
    common: list[str | Path] = [mutt, "-n", "-F", settings]
    attached = program.file("cv.txt", "My CV\n")
    words = f"By mutt {program.way}"
    program.run(*common, "-s", words, "-a", attached, "--", "kim@home.example", stdin=b"Here it is\n")
    (message,) = [each for each in upstream.messages if words.encode() in each.content]
    parts = message_from_bytes(message.content).get_payload()
    assert isinstance(parts, list)
    assert len(parts) == 2
    program.run(*common, "-s", words, "--", "jo@acme.example", stdin=LETTERS["sloppiness"].encode())
    assert tactful.cli("held").lines[0]["subject"] == words


# Reject mode: what a program makes of the refusal, and what it sends when its user sends again (docs/CLIENTS.md)


@pytest.fixture
def refusing(tmp_path: Path, upstream: Upstream) -> Iterator[Tactful]:
    # No person presses Send twice in the same moment, but these tests do.
    with Tactful(tmp_path, smtp=upstream.port, hold={"mode": "reject"}, patch={"proxy.release.SOONEST": 0}) as running:
        yield running


def test_swaks_sends_again_with_a_new_date_and_message_id(refusing: Tactful, upstream: Upstream) -> None:
    swaks, program = need("swaks"), Program(refusing, refusing.folder, "plain")
    command: list[str | Path] = [swaks, "--server", f"127.0.0.1:{program.port}", "--auth", "PLAIN", "--auth-user", SAM]
    command += ["--auth-password", CLIENT_PASSWORD, "--from", SAM, "--to", "jo@acme.example"]
    command += ["--header", "Subject: A job", "--body", LETTERS["sloppiness"]]
    before = len(upstream.messages)
    upstream.hang_for_a_second("RCPT")
    said = program.run(*command, fails=True)
    assert "550-5.7.1 Not sent, kept as " in said
    assert "550-5.7.1 sloppiness: " in said
    assert "550 5.7.1 To send it as it is, press Send again within 10 minutes." in said
    program.run(*command)
    [sent] = upstream.messages[before:]
    [row] = refusing.cli("held", "--all").lines
    first = message_from_bytes(refusing.cli("show", row["id"], "--raw", json=False).out)
    second = message_from_bytes(sent.content)
    assert row["state"] == "released"
    assert first["Date"] != second["Date"]
    assert first["Message-ID"] != second["Message-ID"]


def test_mutt_sends_again_with_a_new_date(refusing: Tactful, upstream: Upstream) -> None:
    program = Program(refusing, refusing.folder, "plain")
    attached = program.file("cv.txt", "My CV\n")
    text = program.file("letter.txt", LETTERS["sloppiness"])
    settings = program.file(
        "muttrc",
        f'set smtp_url = "smtp://{SAM.replace("@", "%40")}@localhost:{program.port}/"\n'
        f'set smtp_pass = "{CLIENT_PASSWORD}"\nset smtp_authenticators = "plain"\nset from = "{SAM}"\n'
        f"set copy = no\nset use_envelope_from = yes\nset ssl_starttls = no\nset ssl_force_tls = no\n"
        f'set folder = "{program.home}"\n'
        f'set spoolfile = "{program.home}/inbox"\nset editor = true\nset abort_unmodified = no\n',
    )
    command: list[str | Path] = [need("mutt"), "-n", "-F", settings, "-s", "A job", "-i", text]
    command += ["-a", attached, "--", "jo@acme.example"]
    before = len(upstream.messages)
    upstream.hang_for_a_second("RCPT")  # so that the second Date is another one
    with Screen(command, program.home, program.environment) as screen:
        for asked in ("To: jo@acme.example", "Subject: A job"):
            screen.until(asked)
            screen.press("\n")
        screen.until("y:Send")
        screen.press("y")
        screen.until("SMTP session failed: 550 5.7.1 To send it as it is, press Send again within")
        [refused] = refusing.cli("held").lines
        assert refused["state"] == "rejected"
        screen.press("y")
        screen.until("Mail sent")
        assert screen.over() == 0
    [sent] = upstream.messages[before:]
    first, second = (
        message_from_bytes(each)
        for each in (refusing.cli("show", refused["id"], "--raw", json=False).out, sent.content)
    )
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Date"] != second["Date"]
    assert first.get_boundary() != second.get_boundary()
    [row] = refusing.cli("held", "--all").lines
    assert (row["id"], row["state"]) == (refused["id"], "released")


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_msmtp_sends_what_it_is_given(refusing: Tactful, upstream: Upstream, dated: bool) -> None:
    """With a Date in the file the bytes are the same each time: no word. Without one msmtp writes a new one."""
    msmtp, program = need("msmtp"), Program(refusing, refusing.folder, "plain")
    settings = program.file(
        "msmtprc",
        f"account default\nhost localhost\nport {program.port}\nfrom {SAM}\nauth plain\nuser {SAM}\n"
        f"password {CLIENT_PASSWORD}\ntls off\n",
    )
    content = mail(LETTERS["sloppiness"], to="jo@acme.example").replace(b"\r\n", b"\n")
    content = content if dated else re.sub(rb"(?m)^Date: .*\n", b"", content)
    before = len(upstream.messages)
    upstream.hang_for_a_second("RCPT")
    said = program.run(msmtp, "-C", settings, "-t", stdin=content, fails=True)
    assert re.search(r"server message: 550-5\.7\.1 Not sent, kept as [a-z2-7]{8}\n", said)
    assert re.search(r"server message: 550-5\.7\.1 sloppiness: ", said)
    assert "server message: 550 5.7.1 To send it as it is, press Send again within 10 minutes.\n" in said
    again = program.run(msmtp, "-C", settings, "-t", stdin=content, fails=dated)
    assert (again == said) == dated
    assert len(upstream.messages) == before + (not dated)
    assert [row["state"] for row in refusing.cli("held", "--all").lines] == ["rejected" if dated else "released"]
