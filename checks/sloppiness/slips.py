"""Forms of verbs that are never right where they stand, and days without their apostrophe."""

from __future__ import annotations

import re

from checks.sloppiness.frames import ALIKE, begins, misfit
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import PASTS, THIRDS

_BARE = (
    r"(?:check|order|use|file|correct|measure|test|paint|repair|clean|contact|request|report|return|study|search|copy|"
    r"print|"
    r"sign|watch|install|replace|remove|collect|deliver|pack|design|manage|train|handle|mention|include|cover)"
)
_REGULARISED = (
    r"(?:cutted|finded|catched|teached|buyed|goed|thinked|bringed|taked|writed|drived|speaked|knowed|choosed|sended|"
    r"hurted|"
    r"shutted|setted|hitted|readed|runned|eated|falled|feeled|keeped|losed|meeted|selled|sleeped|telled|understanded|"
    r"weared|"
    r"winned|builded|begined|breaked|growed|heared|holded|lended|maked|gived|comed|doed|sayed|seed it|swimmed|throwed)"
)
_WITHOUT_S = frozenset("works uses needs offers plans calls starts stops changes visits answers helps means".split())

RULES: tuple[Rule, ...] = (
    Rule(
        "spelling",
        r"\b(?:for|since|from|after|at|before|to|about|in|of|during|enjoyed|and) (?P<at>(?:mon|tues|wednes|thurs|fri|"
        r"satur|sun)"
        r"days) (?=(?:interview|meeting|call|talk|visit|chat|tour|walk-through|review|portfolio|trial|test|lunch|"
        r"conversation|"
        r"session|class|lesson|audition|discussion|presentation|workshop)\b)",
        "“{}” needs its apostrophe in the right place, and many readers mind.",
        fix=lambda found: found.group("at")[:-1] + "'s",
        finds=("Thank you for Tuesdays interview.", "since fridays portfolio review"),
        passes=("Thank you for Tuesday's interview.", "on Tuesdays, interview or not"),
    ),
    Rule(
        "spelling",
        r"(?<!his )(?<!her )(?<!my )(?<!their )(?<!its )(?<!your )(?<!is )(?<!was )(?<!as )(?<!are )(?<!were )"
        r"(?<!than )(?<!am )\b(?P<at>wont) (?=[a-z]+\b)(?!to\b)",
        ALIKE,
        fix="won't",
        finds=("A narrow bleed wont save that job.",),
        passes=("as is his wont in May", "We were wont to sing."),
    ),
    misfit(
        r"\b(?P<at>(?:has|have|had) being (?:[a-z]+ed|taken|made|given|sent|done|told|chosen|sold|seen|shown|written|"
        r"paid|held))\b",
        ("May I know whether the decision has being taken?",),
        ("The decision has been taken.", "I have, being tired, slept."),
        "Write “has been”.",
    ),
    misfit(
        r"\b(?P<at>(?:have has|has have|had has|has has|have had has))\b",
        ("May I know whether the panel have has concluded?",),
        ("They have had news.", "what I have, has gone"),
        "Take one of the two out.",
    ),
    misfit(
        r"\b(?:has|have|had|'ve) (?P<at>broke|froze|stole|wrote|drove|drew|ate|fell|shook|tore|wore)"
        r"(?=[.,;!?\x1f]|$| (?:down|out|up|off|in|the|my|a|it|his|her|your|our|to|on)\b)",
        ("The bus has broke down.", "My van had froze in the night."),
        ("The bus has broken down.", "the cash they have drove them on"),
        "Use the form that goes with “have”: “has broken”.",
        lambda found: found.group("at") not in ("drove", "drew", "fell", "wore"),
    ),
    misfit(
        rf"{begins('.!?;,', 'and but as so')}(?P<at>i have (?P<form>{_BARE})) (?=(?:the|a|an|my|your|it|them|that|"
        rf"this|these|our|"
        r"his|her|their)\b)",
        ("I have order the book on lien law.", "and I have file it"),
        ("I have ordered the book.", "I have test papers.", "the time I have test it well"),
        "Use the form that goes with “have”: “I have ordered”.",
    ),
    misfit(
        rf"{begins('.!?;,:', 'when where how please so')}(?P<at>(?:may|can|shall|will) i (?P<form>[a-z]+))(?!['-])\b",
        ("May I knew the result?", "When may I expects to hear?"),
        ("May I know the result?", "the best I can", "On 4 May I had a call, and in May I left."),
        "The verb keeps its plain form here: “may I know”.",
        lambda found: found.group("form") in (PASTS | THIRDS) - _WITHOUT_S,
    ),
    misfit(
        r"\b(?:will|would|can|could|does|did|should) (?:the|my|your|our|this|"
        r"that) (?:[a-z]+) (?P<at>(?P<form>[a-z]+))(?= (?:place|the|a|"
        r"an|in|on|at|to|my|your|me|you|us|it|for|from|with)\b)",
        ("Will the interview takes place on Zoom?", "Does the job comes with a van?"),
        ("Will the interview take place?", "Could the box files in the hall go?", "That will the boss gives me"),
        "The verb keeps its plain form here: “will it take”.",
        lambda found: (
            found.group("form")
            in frozenset(
                "takes comes has goes gives makes wants knows gets keeps includes requires came went "
                "took gave made began".split()
            )
            and not re.search(
                r"\b(?:that|which|what|who) $", found.string[max(0, found.start() - 8) : found.start()].lower()
            )
        ),
    ),
    misfit(
        r"\b(?P<at>(?:i|you|we|they|he|she) did (?P<form>[a-z]+))(?!['-])\b",
        ("if you did appointed me, I could begin",),
        ("if you did appoint me", "what I did worked", "all they did helped me", "the job I did took years"),
        "After “did” the verb keeps its plain form: “did appoint”.",
        lambda found: (
            (found.group("form") in PASTS or re.fullmatch(r"[a-z]{3,}[a-df-z]ed", found.group("form")) is not None)
            and bool(
                re.search(
                    r"(?:\bif|[.!?,] ?|^|\band|\bbut) $|^$",
                    found.string[max(0, found.start() - 5) : found.start()].lower(),
                )
            )
        ),
    ),
    misfit(
        rf"\b(?P<at>{_REGULARISED})\b",
        ("I found the pitch and cutted lenses at your bench.", "and finded it"),
        ("I cut lenses.", "He was hurt."),
        "This verb has a past of its own: “cut”, “found”, “caught”.",
    ),
    misfit(
        rf"{begins('.!?;,:', 'and but so because')}(?P<at>i (?:doesn't|hasn't|isn't|aren't|wasn't able|doesnt|"
        rf"hasnt))\b(?<!wasn't able)",
        ("I doesn't, though I talk to trees.",),
        ("I don't.", "She and I haven't."),
        "Write “I don't”, “I haven't”, “I'm not”.",
    ),
    misfit(
        r"\b(?P<at>can't hardly|cannot hardly|couldn't hardly|ought to of|have to of|had ought to|might could|"
        r"used to could|"
        r"didn't used to)\b(?! course)",
        ("I can't hardly wait.", "I ought to of had it ready."),
        ("I can hardly wait.", "what I ought to, of course, do"),
        "Write “can hardly”, “ought to have”.",
    ),
    misfit(
        rf"{begins('.!?;', 'and')}(?P<at>i (?P<form>lead|run|manage|teach|work|drive|"
        r"cook|serve|"
        r"train|own|sell|"
        r"build))(?= (?:(?!ever|since|now|still|and|but|who|that)[\w'-]+ ){1,6}(?:from (?:19|20)\d\d (?:to|till|until)|"
        r"until (?:19|20)\d\d|"
        r"between (?:19|20)\d\d|in (?:19[89]\d|20[012]\d)[.,]|back in (?:19|20)\d\d|for (?:two|three|four|five|six|"
        r"ten|\d+) years "
        r"(?:until|before|and then)))",
        ("I lead the graders in Somerset from 2009 to 2020.",),
        ("I led the graders from 2009 to 2020.", "I lead the graders since 2009", "I work here from 9 to 5."),
        "Use the past here: “I led”.",
    ),
)
