"""A page of plain text that is written word by word and line by line, as a reader of HTML meets them.

Spaces run together, lines end once however many elements end with them, and each line knows how deep it is quoted.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\n\r\f\u00a0]+")

_DELIMITER = "-- "  # RFC 3676, section 4.3


class Page:
    """The lines so far. `depth`: how many quotations enclose what comes next. `gap`: an empty line is due before it.
    `mark`: what a list's item puts before its first word."""

    def __init__(self) -> None:
        self.depth = 0
        self.gap = False
        self.mark = ""
        self._lines: list[tuple[int, str]] = []
        self._line: list[str] = []
        self._open = False  # something stands in this line, if only a space that keeps it
        self._spaced = True  # a space at the start of what comes next shows nothing
        self._quoted = 0
        self._signing = False
        self._lists: list[int | None] = []  # of those that are open: the next number, None for one without numbers

    def put(self, text: str) -> None:
        """Words, their spaces run together. A no-break space alone keeps an empty line, other spaces don't."""
        words = _SPACES.sub(" ", text)
        if self._spaced:
            words = words.removeprefix(" ")
        if words:
            self._add(words)
        elif "\u00a0" in text:
            self._begin()

    def put_lines(self, text: str) -> None:
        """Text whose spaces and line ends count."""
        first, *others = text.replace("\u00a0", " ").replace("\r", "").split("\n")
        if first:
            self._add(first)
        for line in others:
            self.break_line()
            if line:
                self._add(line)

    def break_line(self) -> None:
        """Ends the line, be it empty."""
        self._begin()
        self.end_line()

    def end_line(self) -> None:
        """Ends the line where one was begun."""
        if self._open:
            line = "".join(self._line)
            self._lines.append((self.depth + self._quoted, line if line == _DELIMITER else line.rstrip()))
        self._line, self._open, self._spaced = [], False, True

    def tabulate(self) -> None:
        """A table's next cell, in the line of the one before it."""
        if self._open and not self._spaced:
            self._add("\t")

    def open_list(self, first: int | None) -> None:
        """A list begins: its first number, None where it has none."""
        self._lists.append(first)

    def close_list(self) -> None:
        """The innermost list ends."""
        self._lists.pop()

    def item(self) -> None:
        """An item of the innermost list: the mark that its first word gets."""
        number = self._lists[-1] if self._lists else None
        self.mark = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def quote_the_rest(self) -> None:
        """All that follows is one quotation."""
        self._quoted = 1

    def sign(self) -> None:
        """What follows is a signature: it gets the line that plain text has before one."""
        self._signing = True

    def text(self) -> str:
        """All lines, no more than two empty ones in a row, none at the start and the end."""
        self.end_line()
        written = [f"{'>' * depth} {line}".rstrip() if depth else line for depth, line in self._lines]
        return re.sub(r"\n{4,}", "\n\n\n", "\n".join(written)).strip("\n")

    def _add(self, text: str) -> None:
        self._begin()
        self._line.append(text)
        self._spaced = text.endswith((" ", "\t"))

    def _begin(self) -> None:
        if self._open:
            return
        depth = self.depth + self._quoted
        if self.gap and self._lines and self._lines[-1][1]:
            self._lines.append((min(depth, self._lines[-1][0]), ""))
        self.gap = False
        if self._signing and not (self._lines and self._lines[-1][1] == _DELIMITER):
            self._lines.append((depth, _DELIMITER))
        self._signing = False
        if self.mark:
            self._line.append(self.mark)
            self.mark = ""
        self._open = True
