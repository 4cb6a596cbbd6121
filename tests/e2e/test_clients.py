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
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin", "LC_ALL": "C.UTF-8"},
        )
        said = done.stdout.decode("utf-8", "replace")
        assert (done.returncode != 0) == fails, said
        return said

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


def test_reject_mode_is_shown_by_the_program(tmp_path: Path) -> None:
    swaks = need("swaks")
    with Upstream() as upstream, Tactful(tmp_path, smtp=upstream.port, hold={"mode": "reject"}) as tactful:
        program = Program(tactful, tmp_path, "plain")
        said = program.run(
            *(swaks, "--server", f"127.0.0.1:{program.port}", "--auth", "PLAIN", "--auth-user", SAM),
            *("--auth-password", CLIENT_PASSWORD, "--from", SAM, "--to", "jo@acme.example"),
            *("--header", "Subject: A job", "--body", LETTERS["sloppiness"]),
            fails=True,
        )
        assert "550-5.7.1 Not sent, kept as " in said
        assert "550 5.7.1 sloppiness: " in said
