"""Days that a text names from where its writer stands: "today", "next week", "on Thursday". Pure.

A message that goes later than it was written says something else by them than it did. Read are English words in what
was newly written; what stands beside a date ("Thursday, 3 December") means that date whenever it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from checks import days
from checks.text import NewText

MOST = 5
"""So many are told of; who wrote more looks at the whole anyway."""

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NUMBER = {name: number for number, name in enumerate(_DAYS.split("|"))}
_SHORT = "mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few"

_DATED_BEFORE = re.compile(rf"(?:\d(?:st|nd|rd|th)?\.?(?: of)?(?: (?:{_MONTHS})[a-z]*\.?)?,? ?\(?|\bevery |\beach )$")
_DATED_BEHIND = re.compile(rf"[,.]? ?\(?(?:the )?(?:\d|(?:{_MONTHS})[a-z]*\.? \d)")
_A_TIME = re.compile(r"[,.]? ?\d{1,2} ?(?:[:.]\d\d|[ap]\.?m\b|o['’]clock)")
"""Behind a weekday a number is no date where it is a time: "Thursday 3 pm"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Words of the body (`text[start:end]`) that mean another time once the message goes, and that said in a
    sentence."""

    excerpt: str
    start: int
    end: int
    sentence: str


def relative(text: NewText, written: datetime, going: datetime) -> tuple[Relative, ...]:
    """What of `text`, written then, means something else when it goes; each way to say it once, at most MOST.

    Both in the zone of the user. Nothing where it goes on the day on which it was written.
    """
    if going.date() <= written.date():
        return ()
    found: dict[str, Relative] = {}
    for span in text.spans:
        piece = text.body[span.start : span.end]
        lower = piece.lower()
        if len(lower) != len(piece):  # a few letters of other scripts are longer in lower case
            continue
        for pattern, told in _READERS:
            for match in pattern.finditer(lower):
                said = told(match, written, going)
                if said and not any(each.start < span.start + match.end() and span.start + match.start() < each.end
                                    for each in found.values()):  # fmt: skip
                    place = span.start + match.start(), span.start + match.end()
                    excerpt = text.body[place[0] : place[1]]
                    found.setdefault(" ".join(match[0].split()), Relative(excerpt, *place, _sentence(excerpt, said)))
    return tuple(sorted(found.values(), key=lambda each: each.start)[:MOST])


def _sentence(excerpt: str, said: str) -> str:
    return f"It says “{' '.join(excerpt.split())}”. {said}"


def _day(match: re.Match[str], written: datetime, going: datetime) -> str:
    word = " ".join(match[0].split())
    ahead = 2 if "after" in word else -2 if "before" in word else 0
    ahead = ahead or (1 if "tomorrow" in word else -1 if word.startswith(("yesterday", "last night")) else 0)
    meant, then = (_said(each.date() + timedelta(days=ahead), going) for each in (written, going))
    return f"When you wrote it, that was {meant}; when it goes{_on(going, ahead)}, it will be read as {then}."


def _on(going: datetime, ahead: int) -> str:
    return f", on {_said(going.date(), going)}" if ahead else ""


def _week(match: re.Match[str], written: datetime, going: datetime) -> str:
    ahead = 1 if "next" in match[0] else -1 if "last" in match[0] else 0
    meant, then = (each.date() - timedelta(days=each.weekday()) + timedelta(weeks=ahead) for each in (written, going))
    if meant == then:
        return ""
    return (
        f"When you wrote it, that was the week of {_said(meant, going)}; "
        f"when it goes, on {_said(going.date(), going)}, it will be read as the week of {_said(then, going)}."
    )


def _month(_match: re.Match[str], written: datetime, going: datetime) -> str:
    if (written.year, written.month) == (going.year, going.month):
        return ""
    return f"When it goes, on {_said(going.date(), going)}, it will be read as another month."


def _weekday(match: re.Match[str], written: datetime, going: datetime) -> str:
    before, behind = match.string[max(0, match.start() - 24) : match.start()], match.string[match.end() :][:24]
    if _DATED_BEFORE.search(before) or (_DATED_BEHIND.match(behind) and not _A_TIME.match(behind)):
        return ""
    number = _NUMBER.get(match["day"], next((_NUMBER[day] for day in _NUMBER if day.startswith(match["day"][:3])), 0))
    first = written.date() + timedelta(days=(number - written.weekday()) % 7)
    if first > going.date():  # no such day lies between: the last one and the next one are the same as they were
        return ""
    day = _DAYS.split("|")[number].title()
    return f"When it goes, on {_said(going.date(), going)}, another {day} may be understood."


def _length(_match: re.Match[str], _written: datetime, going: datetime) -> str:
    return f"It is counted from the day on which it goes: {_said(going.date(), going)}."


def _said(day: date, going: datetime) -> str:
    return days.day(datetime.combine(day, going.timetz()), going)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime, datetime], str]], ...] = (
    (
        re.compile(
            r"\b(?:the )?day (?:after tomorrow|before yesterday)\b|"
            r"\b(?:today|tonight|tomorrow|yesterday)\b(?:\s+(?:morning|afternoon|evening|night)\b)?|"
            r"\blast night\b|\bthis (?:morning|afternoon|evening)\b|\blater today\b|"
            r"\b(?:by )?(?:the )?end of (?:the )?day\b"
        ),
        _day,
    ),
    (
        re.compile(r"\b(?:this|next|last|coming|earlier this|later this)\s+(?:week|weekend)\b|\bend of the week\b"),
        _week,
    ),
    (re.compile(r"\b(?:this|next|last)\s+month\b"), _month),
    (
        re.compile(
            r"(?<!good )(?<!black )(?<!cyber )\b(?:(?:this|next|last|coming|this coming)\s+)?"
            rf"(?P<day>{_DAYS})\b(?!\.com)"
        ),
        _weekday,
    ),
    (re.compile(rf"\b(?:on|by|until|till|before|since|this|next|last)\s+(?P<day>{_SHORT})\b(?!['’-])"), _weekday),
    (
        re.compile(
            rf"\b(?:{_COUNT})\s+(?:hours?|days?|weeks?)\s+ago\b|\bin\s+(?:{_COUNT})\s+(?:hours?|days?|weeks?)\b"
        ),
        _length,
    ),
)
