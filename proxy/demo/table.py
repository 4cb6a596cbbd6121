"""The demo's table for people: who, what about, what became of it, and why."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from proxy.cli.output import printable
from proxy.demo.fate import Became, Fate

WIDTH = 116
"""Columns of the picture, and of the table where the terminal has as many."""

_WORDS: dict[Became, tuple[str, str]] = {
    "forwarded": ("sent", "green"),
    "held": ("held", "bold yellow"),
    "rejected": ("rejected", "bold yellow"),
    "lost": ("NOT SENT, NOT KEPT", "bold red"),
    "changed": ("SENT, BUT CHANGED", "bold red"),
    "both": ("SENT AND KEPT", "bold red"),
}


def table(fates: Sequence[Fate], columns: int) -> Table:
    """One row a message; at most `columns` wide."""
    made = Table(show_lines=True, width=min(columns, WIDTH))
    for name, ratio in (("To", 2), ("What about", 3), ("What became of it", 3), ("Why", 7)):
        made.add_column(name, ratio=ratio, overflow="fold")
    for fate in fates:
        letter = fate.promise.letter
        made.add_row(Text(letter.to.name), Text(letter.subject), _became(fate), Text(printable("\n".join(fate.why))))
    return made


def _became(fate: Fate) -> Text:
    word, style = _WORDS[fate.became]
    text = Text(word, style)
    if fate.mistakes:
        text.append(": " + ", ".join(fate.mistakes), style)
    if fate.seen.kept:
        text.append(f"\n{fate.seen.kept.id}", "dim")
    if not fate.as_promised:
        wanted = ", ".join(fate.promise.held_for)
        text.append(f"\nexpected: {f'held: {wanted}' if wanted else 'sent'}", "bold red")
    return text


def picture(fates: Sequence[Fate]) -> str:
    """The table as an SVG that fetches nothing."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(table(fates, WIDTH))
    drawn = console.export_svg(title="tactful demo", unique_id="tactful")
    # rich's own style names a font on another machine.
    return re.sub(r"\s*@font-face \{.*?\}(?=\s)", "", drawn, flags=re.DOTALL)
