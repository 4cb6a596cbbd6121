"""Figures of how well mail is read: counts, precision, recall, F0.5, their 95 % intervals, and calibration.

Pure: the bootstrap's chance comes from a fixed seed, so that the same counts give the same interval on every machine.
A figure that has nothing to stand on (the precision of what was never found) is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

LEVEL = 0.95
RESAMPLES = 2_000
SEED = 4
_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
_BETA = 0.5 * 0.5
"""F0.5 squared: what is found being right counts twice as much as all being found."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both between 0 and 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Count:
    """What was found: `right`, `extra` (found, not labelled), `missed` (labelled, not found)."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def found(self) -> int:
        """All that was found, rightly or not."""
        return self.right + self.extra

    @property
    def labelled(self) -> int:
        """All that there was to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """The share of what is labelled that was found."""
        return share(self.right, self.labelled)

    @property
    def f_half(self) -> float | None:
        """F0.5 (van Rijsbergen's F with beta 0.5). 0 where something was labelled or found and nothing is right."""
        return share((1 + _BETA) * self.right, (1 + _BETA) * self.right + _BETA * self.missed + self.extra)


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions from `low` up to `high` (1.0 belongs to the last): how many, their mean, how many came true."""

    low: float
    high: float
    total: int
    mean: float
    true: int


def count(found: Iterable[bool], labelled: Iterable[bool]) -> Count:
    """Counts side by side; both of the same length."""
    seen = Counter(zip(found, labelled, strict=True))
    return Count(seen[True, True], seen[True, False], seen[False, True])


def share(part: float, whole: float) -> float | None:
    """`part` of `whole`, None of nothing."""
    return part / whole if whole else None


def wilson(part: int, whole: int) -> Interval | None:
    """The 95 % interval of a share (Wilson 1927, without continuity correction), None of nothing."""
    if not whole:
        return None
    ratio, weight = part / whole, _Z * _Z / whole
    centre = (ratio + weight / 2) / (1 + weight)
    reach = _Z * sqrt(ratio * (1 - ratio) / whole + weight / (4 * whole)) / (1 + weight)
    # At the edges the formula gives the edge itself, but for the last digits of floating point.
    return Interval(0.0 if part == 0 else centre - reach, 1.0 if part == whole else centre + reach)


def bootstrap(families: Sequence[Count]) -> Interval | None:
    """The 95 % interval of F0.5 when whole families are drawn anew (percentiles), None where there is no F0.5.

    Twins stand or fall together, so families are drawn and not rows. Families that count alike are drawn as one.
    """
    if sum(families, Count()).f_half is None:
        return None
    alike = Counter(families)
    kinds = sorted(alike, key=lambda kind: (kind.right, kind.extra, kind.missed))
    # RandomState, because its stream of numbers is frozen for good (NumPy's NEP 19), unlike that of Generator.
    chance = np.random.RandomState(SEED)
    drawn = chance.multinomial(len(families), [alike[kind] / len(families) for kind in kinds], RESAMPLES)
    right, extra, missed = (drawn @ np.array([(kind.right, kind.extra, kind.missed) for kind in kinds])).T
    whole = (1 + _BETA) * right + _BETA * missed + extra
    some = whole > 0
    low, high = np.quantile((1 + _BETA) * right[some] / whole[some], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(low), float(high))


def calibration(predicted: Iterable[tuple[float, bool]], bins: int = 10) -> list[Bin]:
    """Predicted probabilities (0 to 1) with what came true, in `bins` equal bins; empty ones are left out."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for probability, true in predicted:
        held.setdefault(min(int(probability * bins), bins - 1), []).append((probability, true))
    return [
        Bin(
            number / bins,
            (number + 1) / bins,
            len(inside),
            sum(probability for probability, _ in inside) / len(inside),
            sum(true for _, true in inside),
        )
        for number, inside in sorted(held.items())
    ]


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which `part` of the values lie (linear between two)."""
    return float(np.quantile(np.array(values), part))
