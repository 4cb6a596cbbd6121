"""The fenced blocks of the documents that a machine can check.

```console             commands after "$ ", run in a shell; lines after one are what it prints ("…": anything)
```console exit=1      the last command's exit status
```console json        each line after a command is a JSON object, with the keys and types of what it prints
```LANGUAGE FILE       a file that the document's commands use
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.imports import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_FENCE = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block. `info`: what stands behind the language; `line`: where it begins, counted from 1."""

    document: Path
    line: int
    language: str
    info: str
    text: str

    @property
    def name(self) -> str:
        """Where it is, for people."""
        return f"{self.document.relative_to(ROOT).as_posix()}:{self.line}"


@dataclass
class Command:
    """A command and what the document says that it prints."""

    words: str
    printed: list[str] = field(default_factory=list)


def blocks(document: Path) -> Iterator[Block]:
    """All fenced blocks of a document, in order."""
    text = document.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        yield Block(document, text.count("\n", 0, found.start()) + 1, found[1], found[2].strip(), found[3])


def consoles(document: Path) -> list[Block]:
    """Those that hold commands."""
    return [block for block in blocks(document) if block.language == "console"]


def files(document: Path) -> dict[str, str]:
    """The files that the document's commands use, by name ("~/.msmtprc", "message.eml")."""
    named = [block for block in blocks(document) if block.language not in ("", "console") and block.info]
    return {block.info: block.text for block in named}


def commands(block: Block) -> list[Command]:
    """The commands of a console block."""
    found: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line.removeprefix("$ ")))
        else:
            assert found, f"{block.name} prints something before its first command"
            found[-1].printed.append(line)
    return found
