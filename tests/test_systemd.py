"""The service file: systemd itself has nothing to say against it."""

from __future__ import annotations

import os
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.servers.need import need

SERVICE = Path(__file__).parent.parent / "systemd" / "tactful.service"

pytestmark = pytest.mark.systemd


def verified(folder: Path, added: str = "") -> str:
    """What `systemd-analyze verify` says of the service, in a home where tactful is installed."""
    analyze = need("systemd-analyze")
    home, runtime = folder / "home", folder / "run"
    program = home / ".local" / "bin" / "tactful"
    program.parent.mkdir(parents=True)
    runtime.mkdir()
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    copy = folder / SERVICE.name
    copy.write_text(SERVICE.read_text(encoding="utf-8") + added, encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", "--user", "--man=no", copy],
        env={**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    shutil.rmtree(home)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"exit {done.returncode}")


def test_systemd_finds_nothing(tmp_path: Path) -> None:
    assert verified(tmp_path) == ""


def test_systemd_would_find_something(tmp_path: Path) -> None:
    """Its exit status is 0 for keys that it doesn't know, so only silence is clean."""
    assert "NoSuchKey" in verified(tmp_path, "\n[Service]\nNoSuchKey=yes\n")


def test_it_is_told_of_readiness_and_watched() -> None:
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(SERVICE, encoding="utf-8")
    service = read["Service"]
    assert service["Type"] == "notify"
    assert service["ExecStart"] == "%h/.local/bin/tactful run"
    assert {"WatchdogSec", "ExecReload", "NoNewPrivileges", "SystemCallFilter", "UMask"} <= set(service)
    assert service["RestartPreventExitStatus"] == "2"
