"""Meetings that a mail fixes in plain English: "see you on Tuesday 14 July at 10:30". Pure.

Found only where it is sure: one sentence that says that something is settled, with one day and one time, and without a
question, a negation, a condition or an alternative; or a form with a line for the date and one for the time. Whatever
is only proposed, in any sentence, fixes nothing. A time is its reader's unless a zone is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from checks.calendar_words import Day, appointed
from checks.phrases import plain
from checks.text import new_text

LIMIT = 4_000
"""Code points that are read."""
EARLIEST, LATEST = time(6), time(21, 59)
"""Nobody is interviewed at night: another hour is something else, or misread."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A day and a time. `until`: when it ends, None where that is not said; `zone`: IANA name, "" for none."""

    day: date
    at: time
    until: time | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """What a mail says of meetings. `moved`: it takes the place of what was agreed before; `off`: what was agreed
    doesn't take place."""

    fixed: Fixed | None = None
    moved: bool = False
    off: bool = False


NOTHING = Arranged()

_EVENT = (
    r"(?:(?:phone |telephone |video |zoom |teams |first |second |final |on-?site |panel |technical |face-to-face )*"
    r"(?:interview|meeting|call|appointment|chat|conversation|session|assessment|visit|screen(?:ing)?|slot|video ?call|"
    r"discussion|catch-?up|coffee|round))"
)
_OUR = r"(?:the|our|your|my|this|an?)"
_BE = r"(?:is|are|has been|have been|will be|'s|'re|'ve been|now|was)"
_SETTLED = re.compile(
    rf"\bsee(?:ing)? (?:you|u|ya)\b|\bsee (?:you|u) (?:all )?then\b|"
    rf"\b(?:meet|speak|talk|chat)(?:ing)?(?: (?:to|with))? you\b|\bwelcom(?:e|ing) you\b|"
    rf"\blooking forward to (?:{_OUR} (?:\w+ )?)?{_EVENT}|\blook forward to (?:{_OUR} (?:\w+ )?)?{_EVENT}|"
    rf"\bconfirm(?:s|ed|ing|ation)?\b(?=.*\b{_EVENT}\b)|\bconfirm(?:s|ed|ing)? (?:that |for )?(?:on |for )?$|"
    rf"\b(?:i|we|to|can|am|are) (?:\w+ )?confirm(?:ing)?\b|"
    rf"\b{_EVENT}(?: with (?:\S+ ){{1,4}})? ?{_BE} (?:\w+ )?"
    r"(?:confirmed|scheduled|booked|set|arranged|fixed|on|for|at)\b|"
    rf"\b{_EVENT} (?:will take|takes) place\b|"
    rf"\b(?:scheduled|booked|arranged|set up|fixed|put)\b(?: \S+){{0,4}} {_EVENT}|"
    r"\b(?:you are|you're|we have|we've|i have|i've) (?:now )?(?:booked|scheduled|got|put) (?:you )?(?:in|down)\b|"
    r"\bi(?:'ll| will| shall) (?:be there|be with you|attend|join you|come(?! back))\b|"
    rf"\binvit(?:e|ed|ing) you (?:to|for) (?:attend |come (?:to|in for) |join us for )?(?:{_OUR} (?:\w+ )?)?{_EVENT}"
)
_SUITS = re.compile(r"\b(?:works|suits|is (?:fine|good|great|perfect)|would be perfect) (?:\w+ )?(?:for )?(?:me|us)\b")
_AGREED = re.compile(
    r"\byes\b|\bsee (?:you|u)\b|\bconfirm(?:s|ed|ing)?\b|\blook(?:ing)? forward\b|\bi(?:'ll| will) be there\b"
)
"""Without such a word somewhere, a time that suits is only an offer."""
_WISHES = re.compile(
    r"\b(?:would|'d) (?:like|love|be (?:delighted|happy|pleased|glad)) to (?:invite|confirm|welcome)\b|"
    r"\b(?:if|should) (?:you have|there are|anything|you need) [^.]*$|\bwould be perfect\b"
)
"""Polite words that look like a condition and are none."""
_OPEN = re.compile(
    r"\b(?:if|whether|would|could|might|perhaps|maybe|possibl[ye]|unless|provided|propos\w+|suggest\w*|options?|either|or|"
    r"alternativ\w+|tentativ\w+|provisional\w*|pencil\w*|availab\w+|hop(?:e|es|ed|ing)|prefer\w*|ideally|subject to|"
    r"wonder\w*|should|shall we|how about|what about|let me know|let us know|request\w*|ask(?:ed|ing)?|try(?:ing)?|"
    r"want(?:ed)?|need(?:s|ed)? to|have to|until|before|by|after|from next|wait\w*|e\.g|for example|every|each)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|unable|without|unfortunately|afraid|hardly|nobody|none|un\w+able)\b|n't\b|"
    r"\b(?:dont|cant|wont|isnt|couldnt)\b"
)
_OVER = re.compile(
    r"\b(?:cancel\w*|call(?:ed)? off|postpon\w+|re-?schedul\w+|rearrang\w+|miss(?:ed)?|yesterday|last|ago|"
    r"thank(?:s| you)? (?:\w+ )?for (?:meeting|seeing|coming|your time|the interview|speaking)|"
    r"^(?:great|good|nice|lovely|wonderful) (?:meeting|seeing|speaking|talking|chatting)|"
    r"met|was|were|had|went|saw|spoke|enjoyed)\b"
)
_ANOTHER = re.compile(
    rf"\b(?:deadline|closing date|webinar|open day|lecture|wedding|concert|other {_EVENT}|"
    r"(?:an)?other (?:company|employer|firm))\b"
)
"""What happens then has nothing to do with them."""
_THEIRS = re.compile(rf"\b(?:{_EVENT}|it|this|you|us)\b")
_MOVED = re.compile(
    rf"\b(?:(?:have|has|had to|'ve|been|is|are|was|were|am|now|i|we) (?:now |had to )?(?:be )?)"
    rf"(?:moved?|re-?scheduled|rearranged|postponed|pushed|put back|brought forward|changed|shifted)\b|"
    rf"\bnew (?:time|date|slot) (?:for (?:{_OUR} )?{_EVENT} )?(?:is|will be)\b"
)
_CALLED_OFF = re.compile(
    rf"(?<!other )\b{_EVENT}(?: \S+){{0,5}} "
    r"(?:is|are|has been|have been|was|had to be|has to be|must be|will be|needs to be|'s) "
    r"(?:now |been |unfortunately |sadly )*(?:cancelled|canceled|called off|off(?! to\b| limits\b|-))\b|"
    rf"\b(?:have to|has to|had to|must|need to|going to|'ve|have|am|are) (?:now |sadly |unfortunately )*"
    rf"cancel(?:l?ed|l?ing)? (?:{_OUR}|tomorrow|monday|tuesday|wednesday|thursday|friday)(?:'s)?\b"
    rf"(?: \S+){{0,3}} ?{_EVENT}"
)
_WHICH = rf"(?:{_OUR}|\w+'s)(?: (?!other)\S+){{0,2}}? {_EVENT}"
_PUT_OFF = re.compile(
    r"\b(?:have|has|had|need|needs) to (?:now |sadly |unfortunately )*"
    rf"(?:re-?schedule|rearrange|postpone|put off|put back|push back) {_WHICH}|"
    rf"(?<!other )\b{_EVENT}(?: \S+){{0,5}} (?:is|has been|was|(?:had|has|needs|will have) to be|must be|will be) "
    r"(?:now |been |unfortunately |sadly )*(?:postponed|re-?scheduled|rearranged|put off|put back)\b"
)
"""It doesn't take place when it was to, whether or not the new time is known."""
_MUST_MOVE = re.compile(
    rf"\b(?:have|has|had|need|needs) to (?:now |sadly |unfortunately )*(?:move|push|shift|bring forward) {_WHICH}|"
    rf"\b{_EVENT}(?: \S+){{0,3}} (?:had|has|needs|will have) to be (?:moved|pushed|shifted|brought forward)\b"
)
_REGRETS = re.compile(r"\bunfortunately\b|\b(?:i'm|i am|we're|we are) afraid\b")
_UNSURE = re.compile(r"\b(?:if|whether|unless|not|might|could|would)\b|\bmay (?!\d)|n't\b")
_PROPOSED = re.compile(
    r"\b(?:does|would|will|is|do|did) (?:that|this|it|either|these|any of|one of|the)(?: \w+){0,3} "
    r"(?:work|suit|ok|okay|fine|convenient|good|possible)\b|"
    r"\b(?:let (?:me|us) know|tell (?:me|us)|confirm) (?:if|whether|which|that (?:you|this|the time))\b|"
    r"\bare you (?:able|available|free)\b|\b(?:can|could) you (?:make|attend|come|join|do)\b|"
    r"\bwhich (?:of|one|time|slot|day)\b|\bplease (?:choose|pick|select|book|reply to confirm)\b|"
    r"\bwould (?:that|this|it)\b|\bawait(?:ing)? your (?:confirmation|reply)\b|\bother (?:times?|days?|slots?)\b"
)
_ZONES = {
    "utc": "UTC", "gmt": "Europe/London", "bst": "Europe/London", "uk": "Europe/London", "london": "Europe/London",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "berlin": "Europe/Berlin", "paris": "Europe/Paris",
    "mez": "Europe/Berlin", "mesz": "Europe/Berlin", "dublin": "Europe/Dublin", "eet": "Europe/Athens",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York", "eastern": "America/New_York",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago", "central": "America/Chicago",
    "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
}  # fmt: skip
"""Others are taken for the reader's own: "IST" is in India, Ireland and Israel."""
_PLACES = "uk|london|berlin|paris|dublin|eastern|central|mountain|pacific"
_CLOCK = r"(\d{1,2})(?:[:.h](\d\d))?(?!\d)(?: ?([ap])\.?m\b\.?)?|(noon|midday)"
_TIME = re.compile(
    rf"(?P<before>\b(?:at|from|@|for|between|around|about)? ?)(?<![\d.:/£$€])(?:{_CLOCK})(?P<oclock> ?o'?clock)?"
    rf"(?: ?(?:-|–|to|until|till|and) ?(?:{_CLOCK}))?"
    rf"(?: ?\(?(?P<zone>(?:{'|'.join(z for z in _ZONES if z not in _PLACES.split('|'))})\b|(?:{_PLACES}) time\b))?"
)
_BARE_ENDS = re.compile(
    r" *(?:$|[,;!)(]|\.(?!\d)|"
    r"(?:on|in|with|sharp|instead|for|via|by|and|this|tomorrow|today|over|works|suits|is|as|to|next)\b)"
)
_DATE_LINE = re.compile(r"^[\s*•-]*(?:date|when|day)\b[^:\n]{0,20}:\s*(.+)$")
_TIME_LINE = re.compile(r"^[\s*•-]*(?:time|at|start(?:s|ing)?(?: time)?)\b[^:\n]{0,20}:\s*(.+)$")
_ABOUT_IT = re.compile(rf"\b{_EVENT}\b")


def arranged(body: str, written: date) -> Arranged:
    """What the newly written text says. `written`: the mail's Date, in its reader's zone."""
    text = new_text(body[:LIMIT])
    sentences = [_Sentence.of(text.body[each.start : each.end]) for each in text.sentences]
    off = any(each.calls_off() for each in sentences)
    if any(each.proposes() for each in sentences):
        return Arranged(off=off) if off else NOTHING
    agreed = any(_AGREED.search(each.lower) for each in sentences)
    found: dict[Fixed, bool] = {}
    for each in sentences:
        fixed = each.fixed(written, agreed=agreed)
        if fixed is not None:
            found[fixed] = found.get(fixed, False) or each.moves()
    if not found and (form := _of_form(text.text, written)) is not None:
        found[form] = any(each.moves() for each in sentences)
    if len(found) != 1:  # two are a choice, or two meetings of which it isn't sure that both are settled
        return Arranged(off=off) if off else NOTHING
    [(fixed, moved)] = found.items()
    return Arranged(fixed, moved or off)


@dataclass(frozen=True, slots=True)
class _Sentence:
    lower: str
    text: str

    @classmethod
    def of(cls, source: str) -> _Sentence:
        read = plain(source)
        return cls(read.lower, read.text)

    def proposes(self) -> bool:
        return bool(_PROPOSED.search(self.lower))

    def moves(self) -> bool:
        if _MOVED.search(self.lower) and _THEIRS.search(self.lower):
            return True
        return bool((_PUT_OFF.search(self.lower) or _MUST_MOVE.search(self.lower)) and not _UNSURE.search(self.lower))

    def calls_off(self) -> bool:
        open_ = self.lower.endswith("?") or re.search(r"\b(?:if|whether|unless|not)\b|n't\b", self.lower)
        if not open_ and any(not _ANOTHER.search(found[0]) for found in _CALLED_OFF.finditer(self.lower)):
            return True
        return bool(_PUT_OFF.search(self.lower)) and not self.lower.endswith("?") and not _UNSURE.search(self.lower)

    def fixed(self, written: date, *, agreed: bool) -> Fixed | None:
        said, moves = _WISHES.sub(" ", self.lower), self.moves()
        if moves:
            said = _REGRETS.sub(" ", said)
        if (
            self.lower.endswith("?")
            or _NOT.search(said)
            or _ANOTHER.search(said)
            or re.search(r"\bmay\b(?! \d)", self.text)
        ):
            return None
        if moves:
            words = re.split(r"\b(?:to|is|for)\b", self.lower)
            return next((found for found in (_one(part, written) for part in words[1:]) if found is not None), None)
        settled = _SETTLED.search(self.lower) or (agreed and _SUITS.search(self.lower))
        if not settled or _OPEN.search(said) or _OVER.search(said):
            return None
        return _one(self.lower, written)


def _one(words: str, written: date) -> Fixed | None:
    """The one day and the one time in these words (lower case); None where there are more, or fewer."""
    days = appointed(words, written)
    if not days or len({one.day for one in days}) != 1:
        return None
    times = list(_times(words, days))
    if len(times) != 1:
        return None
    at, until, zone = times[0]
    return Fixed(days[0].day, at, until, zone) if EARLIEST <= at <= LATEST else None


def _times(words: str, days: list[Day]) -> Iterator[tuple[time, time | None, str]]:
    blank = list(words)
    for one in days:
        blank[one.start : one.end] = " " * (one.end - one.start)
    left = "".join(blank)
    for match in _TIME.finditer(left):
        hour, minute, half, noon, hour2, minute2, half2, noon2 = match.group(2, 3, 4, 5, 7, 8, 9, 10)
        # A number alone is a time only where it is said to be one.
        bare = not (minute or half or noon or match["oclock"] or half2 or minute2)
        if bare and not (match["before"].strip() in {"at", "from", "@"} and _BARE_ENDS.match(left, match.end())):
            continue
        end = _clock(hour2, minute2, half2, noon2, None) if hour2 or noon2 else None
        start = _clock(hour, minute, half, noon, end if half2 and not half else None)
        if start is None:
            continue
        zone = (match["zone"] or "").removesuffix(" time")
        yield start, end if end is not None and end > start else None, _ZONES.get(zone, "")


def _clock(hour: str | None, minute: str | None, half: str | None, noon: str | None, end: time | None) -> time | None:
    """`end`: of a span whose halves of the day are named at its end alone ("2-3pm", "11-1pm")."""
    if noon:
        return time(12)
    number, minutes = int(hour or 0), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half == "p" else 0)
    elif end is not None and number <= 12:
        late = number % 12 + 12
        number = late if end.hour >= 12 and late <= end.hour else number
    elif 1 <= number <= 6:
        number += 12  # in working hours
    return time(number, minutes) if number <= 23 and minutes <= 59 else None


def _of_form(text: str, written: date) -> Fixed | None:
    """A form with a line for the date and one for the time, in a mail about a meeting."""
    lines = [plain(line).lower for line in text.split("\n")]
    dates = [match[1] for line in lines if (match := _DATE_LINE.match(line))]
    if len(dates) != 1 or not any(_ABOUT_IT.search(line) for line in lines):
        return None
    times = [match[1] for line in lines if (match := _TIME_LINE.match(line))]
    if len(times) > 1 or any(_NOT.search(each) or _OPEN.search(each) for each in (*dates, *times)):
        return None
    return _one(f"{dates[0]} at {times[0]}" if times else dates[0], written)
