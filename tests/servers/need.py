"""Finds the real programs that tests run, or says by name which one is missing.

A missing program skips the test that asks for it. With `TACTFUL_REQUIRE_SERVERS=1` in the environment it fails it
instead, so that a run which is meant to be complete can't pass with half of its tests.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

PACKAGES = {
    "dovecot": "dovecot-imapd",
    "postfix": "postfix",
    "saslpasswd2": "sasl2-bin",
    "saslauthd": "sasl2-bin",
    "swaks": "swaks",
    "msmtp": "msmtp",
    "mutt": "mutt",
    "strace": "strace",
    "initdb": "postgresql",
    "postgres": "postgresql",
    "pg_ctl": "postgresql",
    "curl": "curl",
    "chromium": "chromium",
    "systemd-analyze": "systemd",
    "dbus-daemon": "dbus",
}
"""Program -> the Debian package that brings it; tests/servers/install.sh installs these packages."""

_SYSTEM_FOLDERS = ("/usr/sbin", "/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", "/opt/homebrew/bin")


def need(program: str) -> Path:
    """The program's path, looked for on PATH and where systems keep servers; skips (or fails) where it is missing.

    May be called in a test, in a fixture, or at the top of a test module, which it then skips as a whole.
    """
    found = find(program)
    if found is None:
        package = PACKAGES.get(program, program)
        missing(f"{program} is not installed (Debian package: {package})")
    return found


def need_root(why: str) -> None:
    """Skips (or fails) the test unless it runs as root; `why` names what can't be done without."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        missing(f"{why} needs root")


def find(program: str) -> Path | None:
    """The program's path, None where it is missing."""
    for path in (None, os.pathsep.join(_folders())):
        found = shutil.which(program, path=path)
        if found is not None:
            return Path(found)
    return None


def missing(reason: str) -> NoReturn:
    """Skips the test with this reason, or fails it where TACTFUL_REQUIRE_SERVERS asks for a complete run."""
    if required():
        pytest.fail(f"{reason}, and TACTFUL_REQUIRE_SERVERS is set", pytrace=False)
    pytest.skip(reason, allow_module_level=True)


def required() -> bool:
    """Whether a missing program fails tests."""
    return os.environ.get("TACTFUL_REQUIRE_SERVERS", "") not in ("", "0")


def _folders() -> list[str]:
    """Folders of servers that are often not on a user's PATH; Debian keeps PostgreSQL's by version."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    return [*map(str, versions), *_SYSTEM_FOLDERS]


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0
