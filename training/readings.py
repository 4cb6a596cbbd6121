"""What the checks find in labelled mail: rules alone, the reader alone, and both, without history.

Each row is read as `tactful check` would read it. `NOW` is fixed, so that a reading is the same on every day.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from time import perf_counter
from types import MappingProxyType
from typing import Literal, get_args

from checks import catalog, kind
from checks.model import DEFAULT_LEVELS, Finding, Findings, Level, Message, Settings
from checks.occasions import Kind
from checks.reader import voice
from checks.reader.encoder import reading_of
from checks.rules import RULES
from checks.text import NewText, new_text
from training.corpus import LABELLED, Row

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
Voice = Literal["together", "rules alone", "reader alone"]
VOICES: tuple[Voice, ...] = get_args(Voice)
Probabilities = Callable[[Message, NewText], Mapping[str, float]]
"""The reader's own probability of each mistake; a function of a module, so that it can cross to another process."""


def probabilities(message: Message, text: NewText) -> Mapping[str, float]:
    """What the shipped encoder says."""
    return {str(mistake): chance for mistake, chance in reading_of(message, text).mistakes.items()}


READER: tuple[str, ...] = tuple(f"{mistake}.reader" for mistake in LABELLED)
"""The reader's rules."""
_LEVELS: Mapping[Voice, Mapping[str, Level]] = MappingProxyType(
    {
        "together": {},
        "rules alone": dict.fromkeys(READER, "off"),
        "reader alone": dict.fromkeys((rule for rule in RULES if rule not in READER), "off"),
    }
)
LENGTH = 2_000
"""Octets of the messages that are timed."""
_WARM = 10
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one row. `findings`: by voice. `kind`: what rules and reader take it for. `probabilities`: the
    reader's, empty without one. `checked`: False where the text was left unread (another language)."""

    row: Row
    findings: Mapping[Voice, tuple[Finding, ...]]
    kind: Kind
    probabilities: Mapping[str, float]
    checked: bool

    def mistakes(self, voice: Voice) -> frozenset[str]:
        """The mistakes for which it would be held."""
        return frozenset(finding.mistake for finding in self.findings[voice] if finding.effect == "hold")

    def exact(self, voice: Voice) -> bool:
        """Whether these are just the ones that it is labelled with."""
        return self.mistakes(voice) == self.row.labels


def settings(voice: Voice) -> Settings:
    """The defaults, with only this voice left on."""
    return Settings(levels={**DEFAULT_LEVELS, **_LEVELS[voice]})


def voices(probabilities: Probabilities | None) -> tuple[Voice, ...]:
    """The voices that there are: without a reader the rules are alone."""
    return VOICES if probabilities else ("rules alone",)


def read(row: Row, probabilities: Probabilities | None) -> Reading:
    """Reads one row with each voice."""
    message, text = row.message, new_text(row.message.body)
    found = {each: _find(message, settings(each)) for each in voices(probabilities)}
    return Reading(
        row,
        {name: each.findings for name, each in found.items()},
        voice.kind(kind.judge(message, text), reading_of(message, text) if probabilities else None),
        probabilities(message, text) if probabilities else {},
        all(each.checked for each in found.values()),
    )


def read_all(rows: Sequence[Row], probabilities: Probabilities | None, jobs: int) -> list[Reading]:
    """Reads all rows in `jobs` processes (1: in this one); in the order of the rows, whoever is done first."""
    one = partial(read, probabilities=probabilities)
    if jobs == 1:
        return [one(row) for row in rows]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(one, rows, chunksize=_CHUNK))


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def durations(rows: Iterable[Row], total: int = 200) -> list[float]:
    """Seconds for each of `total` messages of LENGTH octets or just above, read one after the other with all voices.

    Labelled mail is shorter than that, so several bodies' new words make one. A few more at first warm.
    """
    taken = []
    for message in long_messages(rows, total + _WARM):
        start = perf_counter()
        _find(message, settings("together"))
        taken.append(perf_counter() - start)
    return taken[_WARM:]


def _find(message: Message, chosen: Settings) -> Findings:
    return catalog.find(message, (message.to[0].address,), (), NOW, chosen)


def long_messages(rows: Iterable[Row], most: int, octets: int = LENGTH) -> list[Message]:
    """Up to `most` messages with so many octets of new words or just above, each with the head of the first row."""
    made: list[Message] = []
    parts: list[Row] = []
    for row in rows:
        parts.append(row)
        body = "\n\n".join(new_text(part.message.body).text for part in parts) + "\n"
        if len(body.encode()) >= octets:
            first = parts[0].message
            made.append(Message(sender=first.sender, to=first.to, subject=first.subject, body=body))
            parts = []
            if len(made) == most:
                break
    return made
