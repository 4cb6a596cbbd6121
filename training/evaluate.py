"""How well tactful reads labelled mail: `make eval`, or `python -m training.evaluate [SPLIT or FILE ...]`.

Without arguments: held-out, dev (where ../shared/corpus/dev.jsonl lies) and train. `--write` renews the measured part
of docs/EVALUATION.md, `--check` compares it with what is measured now (0: the same; 1: not, and the lines that differ).

Wrongly judged messages are printed with their words and note: of dev always, of train and files with `--rows`. Those of
held-out only with `--show-held-out`: once somebody has read them, they can no longer tell how mail fares that nobody
tuned on, and belong into train.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from checks.text import new_text
from training import page
from training.corpus import CORPUS, LABELLED, ROOT, Row, pairs, read
from training.figures import quantile
from training.readings import LENGTH, Probabilities, Reading, Voice, cores, durations, probabilities, read_all, voices
from training.tables import markdown, plain, tables

PROBABILITIES: Probabilities = probabilities
"""The reader's own probabilities of a message."""
SPOILS = "You are reading messages of held-out: move those that you read to train, and write fresh ones in their place."


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie: the folder of `train` and `held-out`, the file of `dev` (may be missing), the page."""

    corpus: Path = CORPUS
    dev: Path = ROOT.parent / "shared" / "corpus" / "dev.jsonl"
    page: Path = ROOT / "docs" / "EVALUATION.md"


HERE = Places()


@dataclass(frozen=True, slots=True)
class Split:
    """Rows that are judged together. `secret`: they are an exam, whose words are not shown."""

    name: str
    rows: tuple[Row, ...]
    secret: bool = False


def main(
    arguments: Sequence[str] | None = None,
    places: Places = HERE,
    probabilities: Probabilities | None = PROBABILITIES,
) -> int:
    """Exit: 0 done; 1 the page says otherwise (`--check`); 2 wrong usage or a corpus that can't be read."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.what and (asked.write or asked.check):
        parser.error("the page tells of all splits: leave out SPLIT and FILE with --write and --check")
    try:
        splits = list(_splits(asked.what, places))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    heard = voices(probabilities)
    rows = [row for split in splits for row in split.rows]
    every = iter(read_all(rows, probabilities, asked.jobs))
    readings = {split.name: [next(every) for _ in split.rows] for split in splits}
    if not (asked.write or asked.check or asked.markdown):
        print(_measured(rows))
        for split in splits:
            shown = asked.show_held_out if split.secret else asked.rows or split.name == "dev"
            _print(split, readings[split.name], heard, shown, asked.mistake)
        return 0
    figures = _figures(splits, readings, heard)
    if asked.markdown:
        print(f"{_measured(rows)}\n\n{figures}", end="")
        return 0
    text = places.page.read_text("utf-8")
    absent = page.missing(text, figures)
    if asked.write:
        if absent:
            parser.error(f"the page tells of {', '.join(absent)}, which isn't here: {places.dev}. Nothing was written.")
        places.page.write_text(page.renewed(text, f"{_measured(rows)}\n\n{figures}"), "utf-8")
        return 0
    for name in absent:
        print(f"{name} isn't here and was not compared")
    lines = page.differences(text, figures)
    print("\n".join(lines) if lines else f"{places.page.name} says what is measured")
    return 1 if lines else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="SPLIT or FILE", help="held-out, dev, train, or a corpus file")
    parser.add_argument("--rows", action="store_true", help="show the wrongly judged messages of train and of files")
    parser.add_argument("--mistake", choices=LABELLED, help="of the messages shown, only those wrong about this one")
    parser.add_argument(
        "--show-held-out", action="store_true", help=f"show those of held-out, which spoils it. {SPOILS}"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    form.add_argument("--write", action="store_true", help="renew the tables of docs/EVALUATION.md")
    form.add_argument("--check", action="store_true", help="compare the tables of docs/EVALUATION.md")
    parser.add_argument("--jobs", type=int, default=cores(), metavar="N", help="processes (default: one a core)")
    return parser


def _splits(what: Sequence[str], places: Places) -> Iterator[Split]:
    files = {
        "held-out": sorted((places.corpus / "held-out").glob("*.jsonl")),
        "dev": [places.dev] if places.dev.exists() else [],
        "train": sorted((places.corpus / "train").glob("*.jsonl")),
    }
    if not what:
        what = [name for name, paths in files.items() if paths]
    for name in dict.fromkeys(what):
        paths = files.get(name, [Path(name)])
        if not paths:
            raise ValueError(f"{name} isn't here")
        secret = any(path.resolve().parent.name == "held-out" for path in paths)
        yield Split(name, tuple(read(*paths)), secret)


def _figures(splits: Sequence[Split], readings: dict[str, list[Reading]], heard: Sequence[Voice]) -> str:
    sections = []
    for split in splits:
        made = "\n".join(markdown(table) for table in tables(readings[split.name], heard))
        sections.append(f"### {split.name}\n\n{_size(split)}\n\n{made}")
    return "\n".join(sections)


def _measured(rows: Sequence[Row]) -> str:
    taken = durations(rows)
    said = f"{page.MEASURED}{datetime.now().astimezone():%d %B %Y}".replace(" on 0", " on ")
    if not taken:
        return f"{said}; too little mail to time."
    median, most = (quantile(taken, part) * 1000 for part in (0.5, 0.95))
    return (
        f"{said}. A message of {LENGTH} octets, warm, on one core: median {median:.0f} ms, 95 % under {most:.0f} ms "
        f"({len(taken)} messages)."
    )


def _size(split: Split) -> str:
    twins = len(list(pairs(split.rows)))
    clean = sum(not row.labels for row in split.rows)
    return f"{len(split.rows)} messages, {clean} of them clean, {twins} minimal pairs."


def _print(split: Split, readings: Sequence[Reading], heard: Sequence[Voice], shown: bool, mistake: str | None) -> None:
    print(f"\n== {split.name}: {_size(split)}\n")
    print("\n".join(plain(table) for table in tables(readings, heard)), end="")
    if not shown:
        return
    if split.secret:
        print(f"\n{SPOILS}", file=sys.stderr)
    for reading in readings:
        wrong = (reading.mistakes(heard[0]) ^ reading.row.labels) & ({mistake} if mistake else set(LABELLED))
        if wrong:
            print("\n" + "\n".join(_wrong(reading, heard[0], wrong)))


def _wrong(reading: Reading, voice: Voice, wrong: set[str] | frozenset[str]) -> Iterator[str]:
    row, found = reading.row, reading.mistakes(voice)
    told = [", ".join(name for name in LABELLED if name in names) or "nothing" for names in (found, row.labels)]
    yield f"{row.id} ({row.file})  found: {told[0]}; labelled: {told[1]}"
    yield f"    note: {row.note}"
    for finding in reading.findings[voice]:
        if finding.effect == "hold" and finding.mistake in wrong:
            yield f"    extra {finding.rule}: {finding.excerpt!r}"
    yield from (f"    missed {name}" for name in LABELLED if name in wrong & row.labels)
    words = f"{row.message.subject}\n{new_text(row.message.body).text}"
    yield from (f"    | {line}" for line in words.splitlines() if line.strip())


if __name__ == "__main__":
    raise SystemExit(main())
