"""A program that draws on a terminal, run on one of its own: what it shows is waited for, and keys are pressed."""

from __future__ import annotations

import contextlib
import os
import re
import select
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.e2e.harness import WAIT

_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|\([0-9A-B]|[=>78M])|\r")


class Screen:
    """`command` on a terminal of 24 by 80, in `folder`. Unix only."""

    def __init__(self, command: Sequence[str | Path], folder: Path, environ: Mapping[str, str]) -> None:
        import pty
        import termios

        self._own, terminal = pty.openpty()
        termios.tcsetwinsize(terminal, (24, 80))
        self._shown = ""
        self._process = subprocess.Popen(
            command,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            cwd=folder,
            env={**environ, "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(terminal)

    def until(self, pattern: str) -> str:
        """Waits until this is shown, after what was waited for before; all that was shown till then, in one line."""
        while (found := re.search(pattern, text := " ".join(_ESCAPE.sub(" ", self._shown).split()))) is None:
            ready, _, _ = select.select([self._own], [], [], WAIT)
            try:
                octets = os.read(self._own, 65536) if ready else b""
            except OSError:  # Linux says so when the program has ended
                octets = b""
            if not octets:
                raise AssertionError(f"{pattern!r} was not shown:\n{text}")
            self._shown += octets.decode("utf-8", "replace")
        self._shown = text[found.end() :]
        return text[: found.end()]

    def press(self, keys: str) -> None:
        """Keys, as they would be typed."""
        os.write(self._own, keys.encode())

    def over(self) -> int:
        """Until it has ended; its exit status."""
        with contextlib.suppress(AssertionError):
            self.until(r"(?!)")
        return self._process.wait(WAIT)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._own)
