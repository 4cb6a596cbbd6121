"""Days and mistakes as bars. Pure: places in the picture's own units; the templates draw them and say the same."""

from __future__ import annotations

from dataclasses import dataclass

from proxy.digest.words import IN_A_FEW_WORDS
from proxy.tally import Tally

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 30, 710, 14, 186
SERIES = ("sent", "held", "released", "answers")


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle. `series`: whose colour it has."""

    x: float
    y: float
    width: float
    height: float
    series: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars by day, the words under them, and the lines behind them with their numbers."""

    bars: tuple[Bar, ...]
    days: tuple[tuple[float, str], ...]
    lines: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A mistake's bar: `width` in the picture's units."""

    label: str
    count: int
    y: float
    width: float


def columns(tally: Tally) -> Columns:
    """Four bars a day."""
    most = max((getattr(day, name) for day in tally.days for name in SERIES), default=0)
    top = max(4, -(-most // 4) * 4)
    each = (RIGHT - LEFT) / len(tally.days)
    thick = min(16.0, each * 0.8 / len(SERIES))
    found, days = [], []
    for number, day in enumerate(tally.days):
        start = LEFT + each * number + (each - thick * len(SERIES)) / 2
        for place, name in enumerate(SERIES):
            height = (BOTTOM - TOP) * getattr(day, name) / top
            if height:
                x = round(start + place * thick, 1)
                found.append(Bar(x, round(BOTTOM - height, 1), round(thick - 1, 1), round(height, 1), name))
        if len(tally.days) <= 7 or number % 5 == 0:
            words = f"{day.day:%a} {day.day.day}" if len(tally.days) <= 7 else f"{day.day.day} {day.day:%b}"
            days.append((round(LEFT + each * (number + 0.5), 1), words))
    lines = tuple((round(BOTTOM - (BOTTOM - TOP) * part / 4, 1), top * part // 4) for part in range(5))
    return Columns(tuple(found), tuple(days), lines)


def bars(tally: Tally) -> tuple[Row, ...]:
    """One bar a mistake."""
    most = max((count for _, count in tally.mistakes), default=1)
    return tuple(
        Row(IN_A_FEW_WORDS[mistake], count, 34.0 * number, round(400 * count / most, 1))
        for number, (mistake, count) in enumerate(tally.mistakes)
    )
