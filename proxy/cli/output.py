"""What the commands print: tables and sentences for people, one JSON object a line for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from proxy.digest.words import moment


class Output:
    """Standard output and standard error. `json`: whether a program is listening."""

    def __init__(self, *, json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.json = json
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self.console = Console(file=self._out, highlight=False, soft_wrap=not self._out.isatty())
        self.errors = Console(file=self._err, highlight=False, soft_wrap=True)

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return not self.json and sys.stdin is not None and sys.stdin.isatty() and self._out.isatty()

    def object(self, value: Mapping[str, Any]) -> None:
        """One JSON object on a line of its own."""
        print(json.dumps(value, ensure_ascii=False), file=self._out)

    def say(self, text: str = "") -> None:
        """A sentence for people; text of a message in it does nothing to the terminal."""
        self.console.print(Text(printable(text)))

    def complain(self, text: str) -> None:
        """A sentence on standard error."""
        self.errors.print(Text(printable(text)))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
        """A table; cells may be of several lines."""
        table = Table(title=title or None, title_justify="left", expand=False)
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(Text(printable(cell)) for cell in row))
        self.console.print(table)

    def bar(self) -> Progress:
        """How far something is, on standard error; shown only on a terminal, and gone when it ends."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        return Progress(*columns, console=self.errors, transient=True, disable=not self.errors.is_terminal)

    def flush(self) -> None:
        """Lets a reader of a pipe see what was printed so far."""
        self._out.flush()

    def raw(self, octets: bytes) -> None:
        """The exact bytes."""
        buffer = getattr(self._out, "buffer", None)
        if buffer is None:
            self._out.write(octets.decode("utf-8", "replace"))
        else:
            self._out.flush()
            buffer.write(octets)
            buffer.flush()


def printable(text: str) -> str:
    """`text` without what a terminal would act on: control characters but line ends and tabs are shown as dots."""
    return "".join(char if char.isprintable() or char in "\n\t" else "·" for char in text)


def when(moment_: datetime | None) -> str:
    """A time for people, local; "-" for none."""
    return "-" if moment_ is None else moment(moment_, None)


def iso(moment_: datetime | None) -> str | None:
    """A time for programs: ISO 8601 with the local offset."""
    return None if moment_ is None else moment_.astimezone().isoformat(timespec="seconds")
