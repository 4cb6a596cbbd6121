"""Programs that people send mail with."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.servers.authority import authority, server_context
from tests.servers.need import need
from tests.smtp.conductor import Recorder
from tests.smtp.serving import serving

pytestmark = pytest.mark.clients

MESSAGE = b"From: sam@example.org\r\nTo: jo@acme.example\r\nSubject: Hello\r\n\r\nHello Jo,\r\n.\r\n..\r\nSam\r\n"


async def run(*command: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, output.decode(errors="replace")


@pytest.mark.parametrize("tls", ["none", "starttls", "implicit"])
async def test_curl(tls: str, tmp_path: Path) -> None:
    curl = need("curl")
    (tmp_path / "message.eml").write_bytes(MESSAGE)
    (tmp_path / "authority.pem").write_bytes(authority().cert_pem.bytes())
    conductor = Recorder()
    async with serving(
        conductor,
        context=None if tls == "none" else server_context(),
        tls="implicit" if tls == "implicit" else "starttls",
    ) as at:
        scheme = "smtps" if tls == "implicit" else "smtp"
        code, output = await run(
            *(str(curl), "--silent", "--show-error", "--url", f"{scheme}://localhost:{at.port}", "--ipv4"),
            *(["--ssl-reqd"] if tls == "starttls" else []),
            *("--cacert", str(tmp_path / "authority.pem"), "--user", "sam@example.org:s3cret"),
            *("--mail-from", "sam@example.org", "--mail-rcpt", "jo@acme.example", "--mail-rcpt", "kim@acme.example"),
            *("--upload-file", str(tmp_path / "message.eml")),
        )
    assert (code, output) == (0, "")
    assert conductor.messages == [MESSAGE]
    assert "rcpt kim@acme.example" in conductor.asked


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
async def test_swaks(mechanism: str, tmp_path: Path) -> None:
    swaks = need("swaks")
    (tmp_path / "message.eml").write_bytes(MESSAGE)
    conductor = Recorder()
    async with serving(conductor) as at:
        code, output = await run(
            *(str(swaks), "--server", "127.0.0.1", "--port", str(at.port), "--pipeline", "--auth", mechanism),
            *("--auth-user", "sam@example.org", "--auth-password", "s3cret"),
            *("--from", "sam@example.org", "--to", "jo@acme.example", "--data", f"@{tmp_path / 'message.eml'}"),
        )
    assert code == 0, output
    assert len(conductor.messages) == 1
    assert conductor.messages[0].startswith(b"From: sam@example.org\r\n")


async def test_curl_is_told_why(tmp_path: Path) -> None:
    curl = need("curl")
    (tmp_path / "message.eml").write_bytes(MESSAGE)
    async with serving(Recorder()) as at:
        code, output = await run(
            *(str(curl), "--silent", "--show-error", "--verbose", "--url", f"smtp://127.0.0.1:{at.port}"),
            *("--user", "sam@example.org:wrong", "--mail-from", "sam@example.org", "--mail-rcpt", "jo@acme.example"),
            *("--upload-file", str(tmp_path / "message.eml")),
        )
    assert code == 67
    assert "5.7.8 The name or the password is not right" in output
