"""An apostrophe that is missing, or stands where none belongs: "wont", "Id fix", "the porters job", "she know's"."""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness.frames import begins
from checks.sloppiness.rule import Rule

_SAY = "“{}” needs its apostrophe in the right place, and many readers mind."
_START = begins(".!?,;", "and but so that because if what how which when")
_DO = (
    r"(?:be|have|love|like|fix|go|come|do|take|make|bring|call|ring|send|say|rather|prefer|appreciate|need|want|see|"
    r"meet|give|"
    r"get|try|start|work|wait|keep|know|tell|pop|drop|let|never|also|happily|gladly|ask|put|look|hope|stay|write|"
    r"phone|help)"
)
_PEOPLE = (
    r"(?:porter|driver|nurse|teacher|cleaner|manager|cook|chef|carer|waiter|clerk|assistant|receptionist|mechanic|"
    r"plumber|"
    r"electrician|labourer|farmer|baker|butcher|gardener|painter|technician|operator|caretaker|librarian|doctor|"
    r"welder|joiner|"
    r"carpenter|apprentice|secretary|bookkeeper|supervisor|foreman)"
)


def _rule(
    pattern: str,
    fix: str | Callable[[re.Match[str]], str | None] | None,
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    *,
    when: Callable[[re.Match[str]], bool] | None = None,
) -> Rule:
    return Rule("spelling", pattern, _SAY, fix=fix, finds=finds, passes=passes, when=when)


def _split(found: re.Match[str]) -> str:
    """ "wont" -> "won't", "ill" -> "I'll"."""
    word = found.group("at").lower()
    return {
        "wont": "won't",
        "cant": "can't",
        "id": "I'd",
        "ill": "I'll",
        "hes": "he's",
        "shes": "she's",
        "im": "I'm",
    }.get(word, word)


RULES: tuple[Rule, ...] = (
    _rule(
        rf"{_START}(?P<at>id|ill) (?={_DO}\b)(?!-)",
        _split,
        ("Id fix the shorts first.", "and ill be there at ten", "I think that Id love it."),
        ("He was ill and so was I.", "ID works", "She fell ill; have a look", "the id of the row"),
        when=lambda found: found.group("at") != "ID",
    ),
    _rule(
        r"\b(?:i|it|you|we|they|he|she|that|this|there|which|who|mum|dad|boss|car|phone|bus) (?P<at>wont|cant)\b",
        _split,
        ("I wont be late.", "You cant miss it.", "The bus wont come."),
        ("as is his wont", "the cant of the mast", "the cant and wont of it"),
    ),
    _rule(
        rf"{_START}(?P<at>hes|shes) (?=[a-z])",
        _split,
        ("and hes been kind", "Shes my aunt."),
        ("the Hes river", "all the shes in it"),
    ),
    _rule(
        r"(?<![\w.@/&+'-])(?P<at>Im|IM) (?=(?-i:[a-z]))(?!.{0,30}\b(?:und|der|das|die|von)\b)",
        "I'm",
        ("and Im not vexed", "Im here"),
        ("the Im family", "Im Garten und der Hof"),
        when=lambda found: (
            not found.string[max(0, found.start() - 5) : found.start()].lower().endswith(("the ", "mr ", "ms "))
        ),
    ),
    _rule(
        r"\b(?P<at>(?:any|every|some|no)(?:ones|bodys)) (?=[a-z]+)",
        lambda found: found.group("at")[:-1] + "'s",
        ("on anyones cup", "It is nobodys fault."),
        ("the little ones cup", "loved ones"),
    ),
    _rule(
        rf"\b(?:the|a|your|this|that) (?:[a-z]+ )?(?P<at>{_PEOPLE}s) (?=(?:job|post|position|role|place|"
        rf"vacancy)\b)(?! (?:market|centre))",
        lambda found: found.group("at")[:-1] + "'s",
        ("Is the porters job spoken for?",),
        ("the porter's job", "the sales job", "The drivers post letters."),
        when=lambda found: (
            found.string[found.end() : found.end() + 8].split(" ")[0].rstrip(".,?") not in ("post", "place")
        ),
    ),
    _rule(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\d{1,2}|many|several) "
        r"(?P<at>years|months|weeks) (?=(?:experience|notice|service|training|holiday)\b)",
        lambda found: found.group("at") + "'",
        ("a cook with eleven years experience", "I must give four weeks notice."),
        ("eleven years' experience", "ten years of experience", "two years, experience"),
    ),
    _rule(
        r"\b(?P<at>(?:know|think|thank|seem|bring|understand|want|get|come|give|tell)'s)\b(?! (?:a|the|what|why|how) )",
        lambda found: re.sub("['’]", "", found.group("at")),
        ("The church office know's me.", "thank's", "She want's it."),
        ("as it seems", "the get's 'a' in code"),
        when=lambda found: not re.match(r" ['‘]", found.string[found.end() : found.end() + 2]),
    ),
    _rule(
        r"\b(?P<at>(?:CV|photo|video|PDF|skill|reference|certificate|hour|question|document|"
        r"detail)'s)(?=[.,;!?\x1f]|$| (?:and|for|to|in|"
        r"from|of|about|on|at|with|that|are|were|have)\b)",
        lambda found: re.sub("['’]", "", found.group("at")),
        ("I sent two CV's and my photo's.", "My skill's are good."),
        ("the CV's first page", "a reference's use"),
    ),
)
