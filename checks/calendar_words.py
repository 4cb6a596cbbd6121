"""Days that a text names: "12 June", "end of next week", "within two weeks", "bis 12.6.". Pure.

Where it is not sure which day is meant it is the later one, for somebody who waits for it; where a day can't be told at
all ("3/4/2026" is in March or in April) nothing is found. Other languages are read as far as their months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=180)
"""Nobody is waited for longer."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where in the text its words stand."""

    day: date
    start: int
    end: int


_MONTHS = (
    "january jan januar janvier janv enero ene gennaio gen januari janeiro stycznia tammikuuta",
    "february feb februar février fevrier fév febrero febbraio februari fevereiro lutego helmikuuta",
    "march mar märz maerz mär mars marzo maart mrt março marts marca maaliskuuta",
    "april apr avril avr abril abr aprile kwietnia huhtikuuta",
    "may mai mayo maggio mag mei maio maj maja toukokuuta",
    "june jun juni juin junio giugno giu junho czerwca kesäkuuta",
    "july jul juli juillet juil julio luglio lug julho lipca heinäkuuta",
    "august aug août aout agosto ago augustus augusti sierpnia elokuuta",
    "september sept sep septembre septiembre settembre set setembro września syyskuuta",
    "october oct oktober okt octobre octubre ottobre ott outubro października lokakuuta",
    "november nov novembre noviembre novembro listopada marraskuuta",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember grudnia joulukuuta",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAY = {
    name: number
    for number, names in enumerate(
        ("monday mon montag", "tuesday tue tues dienstag", "wednesday wed mittwoch", "thursday thu thurs donnerstag",
         "friday fri freitag", "saturday sat samstag", "sunday sun sonntag")
    )
    for name in names.split()
}  # fmt: skip
_NUMBER = {
    name: number
    for number, names in enumerate(
        ("", "a one an", "two couple", "three few", "four several", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")
    )
    for name in names.split()
}  # fmt: skip

_M, _W = ("|".join(sorted(names, key=len, reverse=True)) for names in (_MONTH, _WEEKDAY))
_FULL_W = "|".join(name for name in _WEEKDAY if len(name) > 5)
_N = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBER, key=len, reverse=True))}"

_DAY_FIRST = re.compile(
    r"\bjusqu|\b(?:je|vous|nous|congés|vacances|retour|hasta|vuelvo|vuelta|regreso|fuera|estaré|vacaciones|fino|sono|"
    r"rientr\w+|terug|tot|afwezig|vakantie|ich|bis|wieder|zurück|até|estarei|volta|volto|férias|tillbaka|semester|"
    r"tilbage|tilbake|jeg|jag|jestem|wracam|urlop\w*|olen|palaan|lomalla)\b"
)
"""Words of languages in which 3/4 is in April."""

_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), lambda m, _: _date(int(m[1]), int(m[2]), int(m[3]))),
    (
        re.compile(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:(?: of| de)? |-)({_M})\b\.?(?:(?:,? (?:de )?|-)(\d{{4}}))?"
        ),
        lambda m, written: _named(m[3], _MONTH[m[2]], int(m[1]), written),
    ),
    (
        re.compile(rf"\b({_M})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?(?!:)"),
        lambda m, written: _named(m[3], _MONTH[m[1]], int(m[2]), written),
    ),
    (
        re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)?(?![\d])"),
        lambda m, written: _named(m[3], int(m[2]), int(m[1]), written),
    ),
    (
        re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])"),
        lambda m, written: _slashed(m, written),  # noqa: PLW0108 - it stands below
    ),
    (
        re.compile(r"(?<![\d/])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/])"),
        lambda m, written: _named(None, int(m[2]), int(m[1]), written) if _DAY_FIRST.search(m.string) else None,
    ),
    (
        re.compile(
            r"\b(?:by|before|on|until|till?|from|back) the (\d{1,2})(?:st|nd|rd|th)\b"
            r"(?= ?(?:$|[.,;:!?)]|(?:and|or|at|but|in|if|when|as|so|we|i|for|inclusive)\b))"
        ),
        lambda m, written: _next_of_month(int(m[1]), written),
    ),
    (
        re.compile(
            rf"\b(?:until|till?|bis|jusqu'en|hasta|até|fino a) ({_M})\b(?: (\d{{4}}))?"
            r"(?= ?(?:$|[.,;:!?)]|(?:and|inclusive)\b))"
        ),
        lambda m, written: _date(
            int(m[2]) if m[2] else written.year + (_MONTH[m[1]] < written.month), _MONTH[m[1]], 1
        ),
    ),
    (
        re.compile(rf"\b(early|mid|middle of|end of|late|in|during)(?: in)?[ -](?:the )?({_M})\b(?! \d)"),
        lambda m, written: _part_of_month(m[1], _MONTH[m[2]], written),
    ),
    (
        re.compile(
            r"\b(?:(early|mid|middle of|end of|later|late|in|during|by)[ -](?:the )?)?"
            r"(this|next|following|coming) week\b"
        ),
        lambda m, written: _week(m[1] or "", 0 if m[2] == "this" else 1, written),
    ),
    (
        re.compile(r"\b(?:end of|later in|later) (?:the|this|your|our) week\b|\bend of (?:the )?week\b"),
        lambda _, written: _week("", 0, written),
    ),
    (
        re.compile(r"\b(?:end of|later|within|by the end of)? ?(?:the|this|next) month\b(?: end)?"),
        lambda m, written: _month_end(written, 1 if "next" in m[0] else 0),
    ),
    (re.compile(rf"\bnext ({_W})\b"), lambda m, written: _weekday(_WEEKDAY[m[1]], written, next_week=True)),
    (
        re.compile(
            r"\b(?:by|before|on|until|til|till|this|coming|no later than|latest|am|ab|bis|back|eod|cob|end of day|"
            r"close of business) (?:(?:close of business|cob|eod|end of (?:the )?day|the end of)(?: on)? )?"
            rf"(?:{_W})\b"
        ),
        lambda m, written: _weekday(_WEEKDAY[re.findall(rf"\b(?:{_W})$", m[0])[-1]], written, next_week=False),
    ),
    (
        re.compile(rf"\b(?:you|from us|from me) ({_FULL_W})\b|\b({_W}) (?:at the )?latest\b"),
        lambda m, written: _weekday(_WEEKDAY[m[1] or m[2]], written, next_week=False),
    ),
    (
        re.compile(r"\b(?:in|within)(?: the)?(?: next)? (24|48|72)(?: ?(?:-|–|to|or) ?(48|72))? ?(?:hours|hrs|h)\b"),
        lambda m, written: written + timedelta(hours=int(m[2] or m[1])),
    ),
    (re.compile(r"\btomorrow\b"), lambda _, written: written + timedelta(days=1)),
    (re.compile(r"\b(?:today|end of (?:the )?day|eod|close of business)\b"), lambda _, written: written),
    (
        re.compile(
            rf"\b(?:({_N})(?: of)?(?: ?(?:-|–|to|or) ?({_N}))? )?(?:more |further |full |other )?"
            r"(?:(working|business) )?(days?|weeks?|fortnight|months?)\b(?: or (two|so))?"
        ),
        lambda match, written: _after(match, written),  # noqa: PLW0108 - it stands below
    ),
)  # fmt: skip
_EXACT = _READERS[:5]
"""Those that name one day of the calendar, and no stretch of time."""
_PLAIN_WEEKDAY = re.compile(rf"\b(?:(next|this|coming) )?({_W})\b\.?(?! ?(?:s\b|-))")
_NEAR = {"today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1}
_NEARLY = re.compile(rf"\b(?:{'|'.join(_NEAR)})\b")
_BEFORE_LENGTH = re.compile(
    r"(?:within|in|for|give (?:us|me)|allow(?: us| me)?|takes?|taking|need|needs|another|about|around|next|coming|"
    r"up to|least|approximately|over)(?: \w+){0,3} ?$"
)
"""What stands before a length of time that is still to come; "two weeks ago" is none."""


def days(text: str, written: date) -> Iterator[Day]:
    """Each day from `written` on that the text (any case) names, in the order of `_READERS`."""
    lower = text.lower()
    taken: list[tuple[int, int]] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(lower):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            length = pattern is _READERS[-1][0]
            if length and (
                not _BEFORE_LENGTH.search(lower[: match.start()]) or lower[match.end() :].startswith(" ago")
            ):
                continue
            day = read(match, written)
            if day is not None and written <= day <= written + AHEAD:
                taken.append(match.span())
                yield Day(day, *match.span())


def appointed(text: str, written: date) -> list[Day] | None:
    """Each day that the text (any case) names as one names an appointment: a date, a weekday, tomorrow.

    A weekday beside a date belongs to it. None where it is not sure which day is meant: a weekday that isn't the
    date's, "Monday" on a Monday, "next Friday" on a Tuesday.
    """
    lower = text.lower()
    found: list[Day] = []
    for pattern, read in _EXACT:
        for match in pattern.finditer(lower):
            day = read(match, written)
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if day is None or not written <= day <= written + AHEAD:
                return None
            found.append(Day(day, *match.span()))
    for match in _NEARLY.finditer(lower):
        found.append(Day(written + timedelta(days=_NEAR[match[0]]), *match.span()))
    dated = tuple(found)
    for match in _PLAIN_WEEKDAY.finditer(lower):
        if any(one.start < match.end() and match.start() < one.end for one in dated):
            continue
        number = _WEEKDAY[match[2]]
        beside = [one for one in dated if lower[match.end() : one.start].strip(" ,(") in {"", "the"}]
        beside += [one for one in dated if lower[one.end : match.start()].strip(" ,(") in {"", "on"}]
        if beside:
            if beside[0].day.weekday() != number:
                return None
            continue
        day = _weekday(number, written, next_week=False)
        if number == written.weekday() or (match[1] == "next" and day.isocalendar()[1] == written.isocalendar()[1]):
            return None
        found.append(Day(day, *match.span()))
    return sorted(found, key=lambda one: one.start)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(year: str | None, month: int, day: int, written: date) -> date | None:
    """Without a year: the next such day, but for one that has only just passed."""
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _date(written.year, month, day)
    if this is not None and this < written - timedelta(days=90):
        return _date(written.year + 1, month, day)
    return this


def _slashed(match: re.Match[str], written: date) -> date | None:
    """Where the language doesn't say which number is the month, only what is far away as the one is the other."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if _DAY_FIRST.search(match.string):
        return day_first
    near = {day for day in (day_first, month_first) if day is not None and abs(day - written) <= AHEAD}
    return near.pop() if len(near) == 1 else None


def _next_of_month(day: int, written: date) -> date | None:
    months = (divmod(written.year * 12 + written.month - 1 + further, 12) for further in range(3))
    found = (_date(year, month + 1, day) for year, month in months)
    return next((each for each in found if each is not None and each >= written), None)


def _part_of_month(part: str, month: int, written: date) -> date | None:
    year = written.year + (month < written.month)
    last = monthrange(year, month)[1]
    return _date(year, month, {"early": 10, "mid": 20, "middle of": 20}.get(part, last))


def _month_end(written: date, further: int) -> date | None:
    year, month = divmod(written.year * 12 + written.month - 1 + further, 12)
    return _date(year, month + 1, monthrange(year, month + 1)[1])


def _week(part: str, further: int, written: date) -> date:
    monday = written - timedelta(days=written.weekday()) + timedelta(weeks=further)
    wanted = {"early": 2, "mid": 3, "middle of": 3}.get(part, 4)
    return max(monday + timedelta(days=wanted), written)


def _weekday(number: int, written: date, *, next_week: bool) -> date:
    ahead = (number - written.weekday() - 1) % 7 + 1
    same_week = ahead + written.weekday() < 7
    return written + timedelta(days=ahead + (7 if next_week and same_week else 0))


def _after(match: re.Match[str], written: date) -> date | None:
    first, second, working, unit, more = match.groups()
    number = max(_counted(first), _counted(second), 2 if more == "two" else 0)
    if not number:
        number = 3 if unit.endswith("s") else 1  # "the coming weeks"
    if unit.startswith("day"):
        return written + timedelta(days=number if not working else number + 2 * -(-number // 5))
    if unit == "fortnight":
        return written + timedelta(weeks=2 * number)
    return written + (timedelta(weeks=number) if unit.startswith("week") else timedelta(days=31 * number))


def _counted(word: str | None) -> int:
    return 0 if word is None else int(word) if word.isdecimal() else _NUMBER[word]
