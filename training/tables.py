"""The tables of an evaluation: figures of readings in words, as plain text for a terminal or as Markdown for a page.

Rows and columns always come in the same order, so that the same readings give the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from checks.occasions import Kind
from training.corpus import LABELLED, families, pairs
from training.figures import Count, Interval, bootstrap, calibration, count, share, wilson
from training.readings import Reading, Voice

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Table:
    """`title`: a line above it. `heads`: of the columns, the first of which holds names. `rows`: as long as that."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def markdown(table: Table) -> str:
    """As Markdown (GitHub's tables), numbers to the right."""
    lines = [f"**{table.title}**", "", _line(table.heads), _line(["---", *["---:"] * (len(table.heads) - 1)])]
    return "\n".join([*lines, *map(_line, table.rows)]) + "\n"


def plain(table: Table) -> str:
    """As text in columns, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(table.heads, *table.rows, strict=True)]
    lines = [
        "  ".join(cell.rjust(width) if place else cell.ljust(width) for place, (cell, width) in enumerate(cells))
        for cells in (list(zip(row, widths, strict=True)) for row in (table.heads, *table.rows))
    ]
    return "\n".join([table.title, *(f"  {line.rstrip()}" for line in lines)]) + "\n"


def tables(readings: Sequence[Reading], voices: Sequence[Voice]) -> list[Table]:
    """All tables of one split. The first of `voices` is how tactful judges; what has nothing to show is left out."""
    made = [mistakes(readings, voice) for voice in voices]
    made.append(messages(readings, voices))
    made += [by_file(readings, voices[0]), rules(readings, voices[0]), kinds(readings), reliability(readings)]
    return [table for table in made if table.rows]


def mistakes(readings: Sequence[Reading], voice: Voice) -> Table:
    """Precision, recall and F0.5 by mistake, with their 95 % intervals."""
    rows = []
    for mistake in LABELLED:
        families = _by_family(readings, mistake, voice)
        total = sum(families, Count())
        rows.append(
            (
                *(mistake, str(total.labelled), str(total.right), str(total.extra), str(total.missed)),
                _figure(total.precision, wilson(total.right, total.found)),
                _figure(total.recall, wilson(total.right, total.labelled)),
                _figure(total.f_half, bootstrap(families)),
            )
        )
    heads = ("mistake", "labelled", "right", "extra", "missed", "precision", "recall", "F0.5")
    return Table(f"By mistake, {voice} (in brackets: 95 % intervals)", heads, tuple(rows))


def messages(readings: Sequence[Reading], voices: Sequence[Voice]) -> Table:
    """What is said of whole messages and of pairs."""
    mailed = [reading for reading in readings if not reading.row.labels]
    twins = _twins(readings)

    def told(name: str, part: Callable[[Voice], int], whole: int) -> tuple[str, ...]:
        return (name, *(_share(part(voice), whole) for voice in voices))

    rows = (
        told("clean mail held", lambda voice: sum(not each.exact(voice) for each in mailed), len(mailed)),
        told("judged exactly", lambda voice: sum(each.exact(voice) for each in readings), len(readings)),
        told(
            "minimal pairs: both judged exactly",
            lambda voice: sum(one.exact(voice) and other.exact(voice) for one, other in twins),
            len(twins),
        ),
        told(
            "minimal pairs: both right in what sets them apart",
            lambda voice: sum(_told_apart(one, other, voice) for one, other in twins),
            len(twins),
        ),
        told(
            "not read (taken for another language)", lambda _: sum(not each.checked for each in readings), len(readings)
        ),
    )
    return Table("By message (in brackets: 95 % intervals)", ("", *voices), rows)


def by_file(readings: Sequence[Reading], voice: Voice) -> Table:
    """Each file in a line: precision and recall of each mistake, and clean mail held."""
    rows = []
    for name in sorted({reading.row.file for reading in readings}):
        inside = [reading for reading in readings if reading.row.file == name]
        cells = []
        for mistake in LABELLED:
            total = _count(inside, mistake, voice)
            cells.append(f"{_number(total.precision, 2)} / {_number(total.recall, 2)}")
        mailed = [reading for reading in inside if not reading.row.labels]
        held = sum(not reading.exact(voice) for reading in mailed)
        rows.append((name, str(len(inside)), f"{held} of {len(mailed)}", *cells))
    heads = ("file", "messages", "clean mail held", *LABELLED)
    return Table(f"By file, {voice} (precision / recall)", heads, tuple(rows))


def rules(readings: Sequence[Reading], voice: Voice) -> Table:
    """Each rule's hits (messages in which it finds something) and how many are labelled with its mistake."""
    hits: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        for finding in {(each.mistake, each.rule, each.effect): each for each in reading.findings[voice]}.values():
            hits[finding.rule, finding.effect] += 1
            right[finding.rule, finding.effect] += finding.mistake in reading.row.labels
    rows = tuple(
        (rule, effect, str(total), _figure(share(right[rule, effect], total), wilson(right[rule, effect], total)))
        for (rule, effect), total in sorted(hits.items())
    )
    return Table("By rule", ("rule", "effect", "hits", "precision"), rows)


def kinds(readings: Sequence[Reading]) -> Table:
    """What kind of mail each is taken for, against kinds.tsv; rows that this leaves out don't count."""
    said = [reading for reading in readings if reading.row.kind]
    right = sum(reading.kind == reading.row.kind for reading in said)
    rows = []
    for kind in KINDS:
        total = count((each.kind == kind for each in said), (each.row.kind == kind for each in said))
        taken = Counter(each.kind for each in said if each.row.kind == kind != each.kind)
        others = ", ".join(
            f"{other} {times}" for other, times in sorted(taken.items(), key=lambda item: (-item[1], item))
        )
        if total.found or total.labelled:
            figures = (_number(total.precision), _number(total.recall))
            rows.append((kind, str(total.labelled), *figures, others or "-"))
    title = f"By kind of mail: {_share(right, len(said))} right"
    return Table(title, ("kind", "messages", "precision", "recall", "taken for"), tuple(rows))


def reliability(readings: Sequence[Reading]) -> Table:
    """The reader's probabilities in bins, against the share that is labelled so: in all, and by mistake."""
    said = {mistake: [each for each in readings if mistake in each.probabilities] for mistake in LABELLED}
    predicted = {
        mistake: [(each.probabilities[mistake], mistake in each.row.labels) for each in known]
        for mistake, known in said.items()
    }
    every = [pair for pairs in predicted.values() for pair in pairs]
    single = {mistake: {each.low: each for each in calibration(pairs)} for mistake, pairs in predicted.items()}
    rows = []
    for each in calibration(every):
        cells = [single[mistake].get(each.low) for mistake in LABELLED]
        in_all = (str(each.total), _number(each.mean), _number(each.true / each.total))
        of_each = (f"{cell.true} of {cell.total}" if cell else "-" for cell in cells)
        rows.append((f"{each.low:.1f} to {each.high:.1f}", *in_all, *of_each))
    heads = ("predicted", "judgements", "mean", "true", *LABELLED)
    return Table("Calibration of the reader (predicted probability against what is labelled)", heads, tuple(rows))


def _by_family(readings: Sequence[Reading], mistake: str, voice: Voice) -> list[Count]:
    found = {reading.row.id: reading for reading in readings}
    every = families(reading.row for reading in readings).values()
    return [_count([found[row.id] for row in family], mistake, voice) for family in every]


def _count(readings: Sequence[Reading], mistake: str, voice: Voice) -> Count:
    return count(
        (mistake in each.mistakes(voice) for each in readings), (mistake in each.row.labels for each in readings)
    )


def _twins(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    found = {reading.row.id: reading for reading in readings}
    return [(found[one.id], found[other.id]) for one, other in pairs(reading.row for reading in readings)]


def _told_apart(one: Reading, other: Reading, voice: Voice) -> bool:
    apart = one.row.labels ^ other.row.labels
    return all(each.mistakes(voice) & apart == each.row.labels & apart for each in (one, other))


def _figure(value: float | None, interval: Interval | None) -> str:
    if value is None or interval is None:
        return "-"
    return f"{value:.3f} ({interval.low:.2f}–{interval.high:.2f})"


def _share(part: int, whole: int) -> str:
    value = share(part, whole)
    return f"{part} of {whole}" if value is None else f"{part} of {whole}: {_figure(value, wilson(part, whole))}"


def _number(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
