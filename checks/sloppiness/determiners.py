"""The little word before a noun and the noun's number: "these document", "every days", "one of the reason"."""

from __future__ import annotations

import re

from checks.sloppiness.frames import begins, misfit
from checks.sloppiness.nouns import describes, plural, singular
from checks.sloppiness.rule import Rule

_END = (
    r"(?=[.,;!?\x1f]|$| (?:in|at|for|with|from|who|that|of|on|is|are|was|were|and|to|will|has|have|i|we|you|as|about|"
    r"by)\b)"
)
_STOP = r"(?=[.,;!?\x1f]|$| (?:in|at|for|with|from|who|of|on|is|was|as|about)\b)"
_THINGS = (
    r"(?:car|van|letter|certificate|question|machine|table|form|copy|man|woman|person|house|dog|truck|job|interview|"
    r"laptop|bike|"
    r"bicycle|appointment|vacancy|diploma|brother|sister|driving licen[cs]e|driver's licen[cs]e|phone call|"
    r"certificate|computer|"
    r"suitcase|ticket|child|shop|degree|contract|mistake|idea|chance|opportunity)"
)
_ALSO_OTHERWISE = frozenset(
    "work two three four five six seven eight nine ten eleven twelve "
    "present back past over close left right front top bottom home above below inside outside concerned round "
    "second last first "
    "kind sort type less more big small other like about in up down off on out well still even early late due short "
    "long "
    "sheep fish deer aircraft craft offspring cod salmon trout dozen hundred thousand million stone foot pound head "
    "pair score "
    "sharp flat plus minus per cent percent noon night half quarter third twice once time number deaf blind "
    "homeless sick "
    "good bad wet dry hot cold new old young great same whole black white red green blue grey brown involved "
    "own".split()
)


def _one(found: re.Match[str]) -> bool:
    noun, between = found.group("noun"), (found.group("between") or "").strip()
    if noun in _ALSO_OTHERWISE or noun.endswith("ing") or plural(between):
        return False
    return singular(noun) and (not between or describes(between))


def _many(found: re.Match[str]) -> bool:
    between = (found.group("between") or "").strip()
    if found.group("noun") in ("suits", "fits"):
        return False  # "another time suits me"
    return plural(found.group("noun")) and (not between or (describes(between) and not plural(between)))


RULES: tuple[Rule, ...] = (
    misfit(
        rf"\b(?P<at>(?:these|those) (?P<between>[a-z]+ )?(?-i:(?P<noun>[a-z]+)))(?!['-]){_STOP}",
        ("I send you these document.", "Those old machine in the hall"),
        (
            "these documents",
            "those present at it",
            "these staff",
            "those kind of shoes",
            "those work in the tunnels",
            "those back in Kent",
            "these two",
        ),
        "Write “this” and “that”, or put the noun in the plural.",
        _one,
    ),
    misfit(
        rf"\b(?P<at>(?:every|each|another) (?-i:(?P<between>[a-z]+ )?(?P<noun>[a-z]+)))(?!['-]){_END}",
        ("Every customers is king.", "I have another questions."),
        ("every two weeks", "another ten pounds", "each wins in turn", "another time suits, in May"),
        "The noun stands in the singular here.",
        lambda found: (
            _many(found) and not re.search(r"\d|two|three|four|five|six|ten|few", found.group("between") or "")
        ),
    ),
    misfit(
        rf"\b(?P<at>(?:many|several|various|numerous) (?P<between>[a-z]+ )?(?-i:(?P<noun>[a-z]+)))(?!['-]){_STOP}",
        ("I served many customer in one day.",),
        ("many customers", "many a customer", "several hundred", "many people", "many more"),
        "The noun stands in the plural here.",
        _one,
    ),
    misfit(
        rf"(?<!page )(?<!part )(?<!day )(?<!phase )\b(?P<at>(?:one|many|several|few|each) of (?:the|my|your|our|his|"
        rf"her|their|these|those) "
        rf"(?-i:(?P<between>[a-z]+ )?"
        rf"(?P<noun>[a-z]+)))(?!['-]){_STOP}",
        ("It is one of the reason for it.", "one of my best friend is there"),
        (
            "one of the reasons",
            "page one of my application",
            "one of the staff",
            "one of the ten",
            "one of my own",
            "one of the best in town",
            "one of your team is",
        ),
        "After “one of the” the noun stands in the plural.",
        _one,
    ),
    misfit(
        rf"{begins('.!?;,', 'and but that because if')}(?:i|you|we|he|she|they) "
        rf"(?:also |already |still |don't |do not |will |can |didn't |would like to )?"
        rf"(?P<at>(?:have|has|had|need|want|own|hold|bring|saw|sent|send|received|wrote|drive|bought|lost|found|"
        rf"made|got) {_THINGS})"
        rf"(?!['-])(?=[.,;!?\x1f]|$| (?:in|at|for|with|from|and|to|as|on|of)\b)",
        ("I have driving licence and a van.", "She sent letter to you."),
        ("I have a driving licence.", "I have job-shared.", "We made table legs.", "the chance that I had car trouble"),
        "Put “a”, “the” or “my” in: “I have a car”.",
    ),
    misfit(
        r"\b(?P<at>(?:with|in|all) them (?-i:(?P<noun>[a-z]+)))(?!['-])(?=[.,;!?\x1f]|$)",
        ("I can lift all them boxes.", "I started with them shoes."),
        ("with them, boxes", "all of them", "for them always"),
        "Write “those”.",
        lambda found: plural(found.group("noun")),
    ),
)
