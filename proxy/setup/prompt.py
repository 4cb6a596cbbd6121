"""The dialogue: a question with its default, asked again with the reason until the answer can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass
from typing import Protocol, TypeVar

from proxy.cli.output import Output
from proxy.errors import TactfulError, UsageError

T = TypeVar("T")


class Prompt(Protocol):
    """Somebody who is asked, or nobody. `ask` and `secret` raise EOFError where the input ends."""

    @property
    def somebody(self) -> bool: ...
    def say(self, text: str = "") -> None: ...
    def ask(self, question: str, default: str = "") -> str: ...
    def secret(self, question: str) -> str: ...


class Terminal:
    """A person at a terminal."""

    somebody = True

    def __init__(self, output: Output) -> None:
        self._output = output

    def say(self, text: str = "") -> None:
        """A sentence."""
        self._output.say(text)

    def ask(self, question: str, default: str = "") -> str:
        """One line without blanks around it; `default` for an empty one."""
        shown = f"{question} [{default}]: " if default else f"{question}: "
        while True:
            try:
                return input(shown).strip() or default
            except UnicodeDecodeError:
                self.say("  That can't be read as UTF-8 text; type it again.")

    def secret(self, question: str) -> str:
        """One line that isn't shown."""
        try:
            return getpass(f"{question}: ")
        except UnicodeDecodeError:
            return ""


class Nobody:
    """No terminal: what no option answers is missing. A secret is the next line of standard input. `quiet`: nothing is
    said either, since a program listens."""

    somebody = False

    def __init__(self, output: Output) -> None:
        self._output = output

    def say(self, text: str = "") -> None:
        """A sentence for whoever reads it later."""
        if not self._output.json:
            self._output.say(text)

    def ask(self, question: str, default: str = "") -> str:
        """Raises UsageError, unless there is a default."""
        if default:
            return default
        raise UsageError(f"Nobody can be asked: {question}.", "Run it in a terminal, or see `tactful setup --help`.")

    def secret(self, question: str) -> str:
        """The next line of standard input; "" where there is none."""
        if sys.stdin is None or sys.stdin.isatty():
            return ""
        try:
            return sys.stdin.readline().rstrip("\r\n")
        except UnicodeDecodeError:
            return ""


def until_read(prompt: Prompt, question: str, read: Callable[[str], T], default: str = "") -> T:
    """Asks until `read` raises no TactfulError; where nobody can be asked again, that is raised."""
    while True:
        try:
            return read(prompt.ask(question, default))
        except TactfulError as error:
            if not prompt.somebody:
                raise
            prompt.say(f"  {error}")


def yes(prompt: Prompt, question: str, *, default: bool, taken: bool = False) -> bool:
    """A question for yes or no. `taken`: it was answered with yes before."""
    if taken:
        return True

    def read(text: str) -> bool:
        answer = text.strip().lower()
        if answer in {"y", "yes"}:
            return True
        if answer in {"n", "no"}:
            return False
        raise UsageError("", "Write y for yes or n for no.")

    return until_read(prompt, f"{question} (y/n)", read, "y" if default else "n")
