"""`need` finds what is there, and names what is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.servers import need as module
from tests.servers.need import find, need, need_root

ABSENT = "no-such-program-anywhere"


def test_finds_what_is_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert need(Path(sys.executable).name).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows finds programs by their extension")
def test_finds_servers_that_are_not_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = tmp_path / "sbin" / "dovecot-of-this-test"
    server.parent.mkdir()
    server.write_text("#!/bin/sh\n", encoding="ascii")
    server.chmod(0o755)
    monkeypatch.setattr(module, "_SYSTEM_FOLDERS", (str(server.parent),))
    assert find(server.name) == server


@pytest.mark.parametrize("value", ["", "0"])
def test_a_missing_program_skips_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TACTFUL_REQUIRE_SERVERS", value)
    with pytest.raises(pytest.skip.Exception, match=ABSENT):
        need(ABSENT)


def test_a_missing_program_fails_a_complete_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TACTFUL_REQUIRE_SERVERS", "1")
    with pytest.raises(pytest.fail.Exception, match=ABSENT):
        need(ABSENT)


def test_the_reason_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TACTFUL_REQUIRE_SERVERS", raising=False)
    monkeypatch.setattr(module, "find", lambda program: None)
    with pytest.raises(pytest.skip.Exception, match="dovecot-imapd"):
        need("dovecot")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a system with user ids")
def test_root_is_asked_for_by_what_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TACTFUL_REQUIRE_SERVERS", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(pytest.skip.Exception, match="Postfix needs root"):
        need_root("Postfix")
