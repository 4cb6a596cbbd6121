"""What the files of the project import, read from their source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Module:
    """A source file: `name` as imported ("proxy.smtp.server"; a package's is its folder's), and where it lies."""

    name: str
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_bytes(), filename=str(self.path))

    def imported(self) -> Iterator[tuple[str, int]]:
        """Every module or name that it imports, in whatever depth of its code, with the line.

        `from a import b` gives "a.b": b may be a module or a name in a.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                package = self.name.split(".")[: -node.level] if node.level else []
                base = ".".join([*package, *filter(None, [node.module])])
                yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)

    def calls(self) -> Iterator[tuple[str, int]]:
        """What it calls, as far as the call names it ("datetime.now", "open"), with the line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node.lineno


def modules(package: str, root: Path = ROOT) -> list[Module]:
    """All modules of a package, in the order of their names."""
    found = []
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found.append(Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def resolve(name: str, known: dict[str, Module]) -> str | None:
    """The module of ours that an imported name belongs to; None for others' modules."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name or None
