"""Secrets from where the user keeps them, and errors that never show one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from keyring.compat import properties

from proxy import credentials
from proxy.configuration.account import SecretSource
from proxy.credentials import Purpose, remember, secret
from proxy.errors import CredentialError

CANARY = "hunter2 canary ü"
SAM = "sam@example.org"
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")


def get(source: SecretSource, purpose: Purpose = "password") -> str:
    return secret(source, account=SAM, purpose=purpose)


def refused(source: SecretSource) -> CredentialError:
    """The error; nothing of it, nor of what caused it, shows the secret."""
    with pytest.raises(CredentialError) as caught:
        get(source)
    seen: BaseException | None = caught.value
    while seen is not None:
        assert "hunter2" not in f"{seen} {seen!r}"
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    assert caught.value.remedy
    return caught.value


# File


def password_file(folder: Path, content: bytes, mode: int = 0o600) -> SecretSource:
    path = folder / "password"
    path.write_bytes(content)
    path.chmod(mode)
    return SecretSource(file=path)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r", "\nthe second line\n"])
def test_the_first_line_of_a_file(tmp_path: Path, end: str) -> None:
    assert get(password_file(tmp_path, f"{CANARY}{end}".encode())) == CANARY


def test_spaces_belong_to_a_password(tmp_path: Path) -> None:
    assert get(password_file(tmp_path, b" abcd efgh \n")) == " abcd efgh "


def test_a_byte_order_mark_does_not(tmp_path: Path) -> None:
    assert get(password_file(tmp_path, b"\xef\xbb\xbfabc\r\n")) == "abc"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_a_file_for_the_user_alone(tmp_path: Path, mode: int) -> None:
    assert get(password_file(tmp_path, CANARY.encode(), mode)) == CANARY


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o666])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    error = refused(password_file(tmp_path, CANARY.encode(), mode))
    assert "other users" in error.what
    assert "chmod 600" in error.remedy


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\nhunter2", b"\xff\xfehunter2", b"hunter2\0x", b"\n\n"])
def test_a_file_without_a_usable_first_line(tmp_path: Path, content: bytes) -> None:
    assert "password" in refused(password_file(tmp_path, content)).what


def test_no_such_file(tmp_path: Path) -> None:
    error = refused(SecretSource(file=tmp_path / "nothing"))
    assert str(tmp_path / "nothing") in error.what


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    refused(SecretSource(file=tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    assert "not a file" in refused(SecretSource(file=tmp_path / "pipe")).what


# Environment


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", CANARY)
    assert get(SecretSource(env="MAIL_PASSWORD")) == CANARY


@pytest.mark.parametrize("value", [None, "", "hunter2\nx"])
def test_an_unset_or_unusable_variable(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("MAIL_PASSWORD", raising=False)
    if value is not None:
        monkeypatch.setenv("MAIL_PASSWORD", value)
    assert "MAIL_PASSWORD" in refused(SecretSource(env="MAIL_PASSWORD")).what


def test_a_password_in_place_of_the_name_is_not_shown() -> None:
    assert "named in the configuration" in refused(SecretSource(env="hunter2")).what


# Command


def program(text: str) -> SecretSource:
    return SecretSource(command=(sys.executable, "-c", text))


@pytest.mark.parametrize("written", ["'hunter2'", "'hunter2\\r\\nurl: x\\n'", "'hunter2\\n' * 100_000"])
def test_the_first_line_that_a_command_prints(written: str) -> None:
    assert get(program(f"import sys; sys.stdout.write({written})")) == "hunter2"


def test_arguments_go_to_the_program_as_they_are() -> None:
    source = SecretSource(command=(sys.executable, "-c", "import sys; print(sys.argv[1])", "$HOME; `id` *"))
    assert get(source) == "$HOME; `id` *"


def test_it_is_given_no_input() -> None:
    assert get(program("import sys; print(len(sys.stdin.read()))")) == "0"


def test_a_command_that_fails_shows_only_its_status(capfd: pytest.CaptureFixture[str]) -> None:
    error = refused(program("import sys; print('hunter2'); print('hunter2', file=sys.stderr); sys.exit(7)"))
    assert "exit status 7" in error.what
    assert "hunter2" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("text", ["pass", "print()", "import sys; sys.stdout.buffer.write(b'\\xffhunter2')"])
def test_a_command_without_a_usable_first_line(text: str) -> None:
    refused(program(text))


@pytest.mark.parametrize("argv", [("hunter2", "mail"), ("./no/such/program",), ("hunter2\nx",)])
def test_a_command_that_is_none(argv: tuple[str, ...]) -> None:
    assert "could not be started" in refused(SecretSource(command=argv)).what


def test_a_command_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "COMMAND_TIMEOUT", 0.2)
    error = refused(program("import time; print('hunter2', flush=True); time.sleep(60)"))
    assert "did not end" in error.what


# Keyring


class InMemory(keyring.backend.KeyringBackend):
    """A keyring in this process; `broken` is raised by every call."""

    @properties.classproperty
    def priority(self) -> float:
        return 1

    def __init__(self, broken: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.broken = broken

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise self.broken
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise type(self.broken)(f"could not store {password}")
        self.entries[service, username] = password


@pytest.fixture
def ring() -> Iterator[InMemory]:
    before, memory = keyring.get_keyring(), InMemory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


RING = SecretSource(keyring=True)


def test_what_is_remembered_is_found_again(ring: InMemory) -> None:
    remember(SAM, "password", CANARY)
    remember(SAM, "client-password", "another")
    remember("ann@example.org", "password", "third")
    assert (get(RING), get(RING, "client-password")) == (CANARY, "another")
    assert {service for service, _ in ring.entries} == {"tactful"}
    remember(SAM, "password", "new")
    assert get(RING) == "new"


def test_an_empty_keyring(ring: InMemory) -> None:
    error = refused(RING)
    assert SAM in error.what
    assert "tactful password" in error.remedy


@pytest.mark.parametrize("value", ["", "two\nlines", "a\0b"])
def test_what_can_be_no_password_is_not_stored(ring: InMemory, value: str) -> None:
    with pytest.raises(CredentialError):
        remember(SAM, "password", value)
    assert ring.entries == {}


@pytest.mark.parametrize("broken", [keyring.errors.KeyringLocked("locked"), keyring.errors.InitError(), OSError("bus")])
def test_a_locked_or_broken_keyring(ring: InMemory, broken: Exception) -> None:
    ring.broken = broken
    error = refused(RING)
    assert type(broken).__name__ in error.what
    assert "command" in error.remedy
    with pytest.raises(CredentialError) as caught:
        remember(SAM, "password", CANARY)
    assert CANARY not in f"{caught.value} {caught.value.__cause__}"
    assert caught.value.__suppress_context__


def test_no_keyring_at_all(ring: InMemory) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    assert "no keyring" in refused(RING).what
    with pytest.raises(CredentialError, match="no keyring"):
        remember(SAM, "password", CANARY)


def test_a_keyring_that_is_switched_off(ring: InMemory) -> None:
    keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    assert "holds no mail password" in refused(RING).what


def test_many_threads_at_once(ring: InMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", CANARY)
    remember(SAM, "password", CANARY)
    sources = [RING, SecretSource(env="MAIL_PASSWORD"), password_file(tmp_path, CANARY.encode())]
    with ThreadPoolExecutor(6) as threads:
        assert set(threads.map(get, sources * 20)) == {CANARY}
