"""The demo as a process of its own, as a person starts it: for tests that look at it from outside."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from itertools import count
from pathlib import Path
from typing import Any

from tests.imports import ROOT

TACTFUL = (sys.executable, "-m", "proxy")
_number = count(1)


def environment(folder: Path) -> dict[str, str]:
    """A home and a folder for temporary files under `folder`, and nothing of this machine's user."""
    home, temporary = folder / "home", folder / "tmp"
    home.mkdir(parents=True, exist_ok=True)
    temporary.mkdir(exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "TACTFUL_", "COLUMNS", "PYTHONWARNINGS"))
    }
    folders = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    temporaries = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    return {**kept, **folders, **temporaries, "PYTHONDONTWRITEBYTECODE": "1"}


@dataclass
class Performance:
    """A demo that stays up. `messages`: what it said of each; `place`: what it said of itself."""

    process: subprocess.Popen[str]
    environment: dict[str, str]
    messages: list[dict[str, Any]]
    place: dict[str, Any]

    @property
    def smtp(self) -> tuple[str, int]:
        """Where a mail client sends to."""
        host, _, port = self.place["smtp"].rpartition(":")
        return host, int(port)

    @property
    def user(self) -> str:
        """Whose demo it is."""
        user: str = self.place["user"]
        return user

    @property
    def password(self) -> str:
        """What a mail client logs in with."""
        return Path(self.place["password_file"]).read_text(encoding="utf-8").strip()

    def tactful(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command against the demo's configuration, from another process."""
        return subprocess.run(
            [*TACTFUL, *words, "--config", self.place["config"]],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )

    def hold(self) -> str:
        """Sends one more message without a thank-you to a recruiter not written to before; its ID."""
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = self.user, f"somebody{next(_number)}@quayside.example"
        mail["Subject"], mail["Message-ID"] = "Interview", f"<{next(_number)}@tests.example>"
        mail.set_content("Dear Martha,\n\nIs there any news? I was interviewed on Thursday.\n\nSam Rivera\n")
        with smtplib.SMTP(*self.smtp, timeout=30) as client:
            client.login(self.user, self.password)
            client.mail(self.user)
            client.rcpt(mail["To"])
            code, words = client.data(mail.as_bytes())
        text = words.decode("ascii")
        assert code == 250, text
        assert text.endswith(": thanks"), text
        return text.split(" as ")[1].split(":")[0]

    def end(self, number: int = signal.SIGINT) -> tuple[int, str, str]:
        """Ends it by a signal: its exit status, and what more it had printed to both."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err


@contextlib.contextmanager
def performance(folder: Path) -> Iterator[Performance]:
    """Starts it and waits until it stays up."""
    surroundings = environment(folder)
    process = subprocess.Popen(
        [*TACTFUL, "demo", "--json"],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        messages: list[dict[str, Any]] = []
        for line in process.stdout:
            said = json.loads(line)
            if "config" in said:
                yield Performance(process, surroundings, messages, said)
                return
            messages.append(said)
        raise AssertionError(f"the demo ended early: {process.communicate()[1]}")
    finally:
        process.kill()
        process.communicate()
