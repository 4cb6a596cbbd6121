"""Its and it's."""

from __future__ import annotations

import re

from checks.sloppiness import lexicon
from checks.sloppiness.frames import FIRST, PREPOSITIONS, alike, before, begins, behind, stop_or
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import noun, thing

_FIRST_PLACE = frozenset(PREPOSITIONS)
_CLAUSE = begins(".!?,;", "and but so because that think if when as sure hope know says unless though course")
_THINGS_TOO = frozenset("sound people staff team company work home light past welcome way history kind weather".split())
"""Words of other senses too, that are things behind a preposition."""


def _its_thing(found: re.Match[str]) -> bool:
    """Whether "it's" stands before a thing that something has, and begins no clause of its own."""
    words = found.group("noun").lower().split()
    last, first = words[-1], found.group().split()[0].lower()
    if not (noun(last) or (last in _THINGS_TOO and first in _FIRST_PLACE)) or (
        last == "time" and first not in _FIRST_PLACE
    ):
        return False
    if len(words) > 1:
        return first in _FIRST_PLACE or words[0] not in ("a", "good", "great", "fine", "late", "early", "two", "three")
    if first in _FIRST_PLACE:
        return not re.search(
            r"\b(?:what|which|who|whom|where|that|told|one|put|came?|come|way) (?:[\w']+ ){0,4}$", before(found)
        )
    return False


RULES: tuple[Rule, ...] = (
    alike(
        r"(?:^|[\x1f\n.,;!?] ?|\b(?:that|think|hope|because|but|know|guess|hey|me) )(its) (?=(?:a|an|not|me|my|"
        r"your|that|because|filled|possible|okay|ok|worth|i|"
        r"you|we|been|asked|so (?:much|good|nice)|too (?:late|early|far)|going to|kind of|hard to|easy to|good "
        r"to|nice to|great to|clear that)\b)"
        r"(?!(?:a|an|not|that)-)",
        "it's",
        (
            "dont tell me its filled.",
            "Its so much brighter there.",
            "I think its a good fit.",
            "hey its me",
            "I hope its not too late.",
        ),
        ("The firm and its staff", "its own shop", "and its very own beer", "I like that its team is small"),
    ),
    alike(
        r"\bif (its) (?:easier|ok|okay|possible|better|convenient|all right|alright|not|too|still|a|the|needed|"
        r"necessary|helpful)\b",
        "it's",
        ("call me if its easier.", "if its ok with you"),
        ("if its owner agrees", "if its staff come"),
    ),
    alike(
        r"\b(?:and|for|of|in|with|about|to|has|admire|love) (it's) (?=(?:own|staff|customers|products|employees|"
        r"clients|reputation|mission|values|website|culture|history|services)\b)",
        "its",
        ("I admire the firm and it's values.", "It has it's own garden."),
        ("It's staff who decide", "and it's people like you"),
    ),
    alike(
        r"\b(?P<at>it's own)\b",
        "its own",
        ("the county moves at it's own speed",),
        ("its own speed", "it's owned by"),
    ),
    alike(
        r"\b(?:of|in|into|at|from|with|by|on|losing|lost|lose|loses|changed|keeps|kept|has|had|know|knows|love|earned) "
        r"(?P<at>it's) (?!(?:early|late|hard|fine|good|great|right|fair|true|kind|best|light|dark|cold|time) (?:to|"
        r"for|of|that|if|when|in|"
        r"and|but|days)\b)(?P<noun>[a-z]+)\b(?!-)",
        "its",
        ("a palletizer that kept losing it's home position", "at it's best price", "in it's garden"),
        ("in it's not", "the one I work in it's true", "the state it's in", "at it's a", "I know it's early to ask"),
        lambda found: (
            thing(found)
            or bool(
                re.match(r"(?:home|best|second|third|main|early|old|new) [a-z]+", found.string[found.start("noun") :])
            )
        ),
    ),
    alike(
        rf"{FIRST}(?P<at>it's) (?P<noun>[a-z]+) (?:was|were|has|had|have|is|are)\b(?! (?:been|what|that))",
        "its",
        ("It's case was exactly as I imagined.", "Its lid shut. It's staff are kind."),
        ("It's what was said.", "It's late, is it?", "It's people who are kind.", "It's all is well."),
        lambda found: (thing(found) or found.group("noun") == "staff") and found.group("noun") in lexicon.frequent(),
    ),
    alike(
        r"\b(?:so|as|but|because|if|whether|fresh|say|says|see|think|know|and|hope|or|when|that|since) (?P<at>its) "
        r"(?=(?:a|an|the|me|you|raining|going to|been)\b(?!-)|(?:two|three|four|five|six|seven|eight|nine|ten|"
        r"\d{1,3}),? not\b|"
        r"(?:ok|okay|fine|easier|possible|true|hard|easy|good|great|not|still|too late|worth|what|no trouble|no "
        r"problem)"
        r"(?:[.,;!?]| (?:to|not|that|a|the|for|and|what|who|how|in|me|on)\b|$))",
        "it's",
        ("If you want it fresh its five, not seven.", "so its going to be full", "I know its a long way."),
        ("and its five, six or seven members", "its a-side", "its not-so-new van", "if its all-white kitchen"),
    ),
    alike(
        rf"{begins('.!?,;')}(?P<at>its) (?=(?:the (?:best|nicest|only|first|one|same|least)|raining|snowing|"
        r"going to|no trouble|no problem|fine (?:by|for|with)|me|ok|okay|good to|hard to|easy to|worth|what i|been)\b)",
        "it's",
        ("Its the nicest gallery.", "Friday is fine, its no trouble.", "its raining"),
        ("Its first page is torn.", "Its very walls sing.", "its market, its people", "its late founder"),
    ),
    alike(
        rf"\b(?:{'|'.join(PREPOSITIONS)}|its|all|lost|has|have|had|love|like|liked|loved|keep|kept|"
        r"knows?|enjoyed?|admired?) (?P<at>it's) "
        r"(?P<noun>(?:(?:own|old|new|first|last|main|best|full|whole|round|long|short|high|low|warm|good|great|fine|"
        r"big|"
        r"small|little|young|early|late|current|former|usual|present|kind|friendly|beautiful|lovely|two|three|four) )?"
        rf"[a-z]{{3,}}){stop_or('in|on|at|and|with|to|for|is|was|has|of|by|from|when|that|which|as|or|but|i')}",
        "its",
        (
            "I can tell a wheel by it's sound.",
            "I know the building, because of it's round window.",
            "I like the firm for it's people.",
            "I admire it's warm kitchen.",
        ),
        (
            "The job I told you of it's true is gone.",
            "what I look for it's fair to say",
            "and it's hard to say",
            "in it's late",
            "and it's people like you",
            "I know it's work and not play.",
            "I like it's being so",
            "and it's time to go",
            "I know it's my turn, and it's noon and late.",
        ),
        _its_thing,
    ),
    alike(
        rf"{_CLAUSE}(?P<at>its) (?=(?:a|an|my|your|me|not|been)\b(?!-)|(?:now|already|nearly|"
        r"almost|just|about time|"
        r"always|not|never|too|very|really|so|only|all (?:right|the same|very|good|fine)|all|gone|over|"
        r"just|because|time (?:to|for|i|that|we)|"
        r"there|here|"
        r"in|on|at|close to|far from|hard|easy|nice|lovely|great|true|clear|important|possible|likely|"
        r"cold|hot|wet|late|dark|quiet|busy|raining|closed|shut|open|broken|ready|empty|\d{1,3})"
        r"(?:[.,;!?\x1f]|$| (?:to|for|that|if|when|how|in|on|at|and i|and the|and we|a|an|the|my|your|me|ten|half|past|"
        r"been|not|too|so|what|who|where|because|gone|raining|closed|almost|only|now|just|here|there|[ap]m)\b))",
        "it's",
        (
            "The meeting hasn't started, and its now ten past.",
            "I think its not the end.",
            "Its hard to say.",
            "but its in the van",
            "I know its your busy time.",
        ),
        (
            "and its now famous roof",
            "Its not-for-profit arm",
            "the firm and its in-house team",
            "and its always busy hall",
            "because its very size is",
            "and its all-in price",
            "and its time in the yard",
        ),
        lambda found: not re.match(r"(?:hard|open|cold|quiet|busy|dark|empty|late|only|very) and", behind(found)),
    ),
    alike(
        r"\b(?P<at>its'|it's'|its's)(?![a-z])",
        None,
        ("The shop and its' staff",),
        ("its staff's room", "it's so"),
    ),
)
