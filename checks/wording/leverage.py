"""A rule of `other_offers`: another employer played against the reader."""

from __future__ import annotations

from checks.phrases import Rule, shapes
from checks.wording.rivals import ADVICE, ANSWERING, PAST_JOB, WORDS

LEVERAGE = Rule(
    name="other-offers.leverage",
    message="A recruiter would read that you play another employer against them.",
    advice=ADVICE,
    hits=shapes(
        (
            r"turn (?:the others|them all|the other one|the other (?:offers?|job|place)) down",
            r"turn down the (?:others?|other (?:offers?|job|place))",
            r"(?:beat|match|top) {money}",
            r"(?:^|and |you |please )(?:beat|match) (?:it|that|them|this)(?! (?:to|up|with))",
            r"(?:the )?other (?:\w+ )?(?:{employer}) (?:is|are|'s) (?:paying|offering|giving)",
            r"(?:another|other) (?:\w+ )?(?:{employer}) (?:~ )?pays?",
            r"(?:unless|if|before|or|otherwise) (?:~~ )?(?:i'?ll|i will|i shall|i'?m|im|i) "
            r"(?:~ )?(?:go|going|sign|signing|accept|take|join) "
            r"(?:with |for )?(?:them|theirs|elsewhere|another|the other)",
            r"(?:accept|take|sign) theirs",
            r"(?:sign|going) with them (?:unless|if|on|by|so)",
            r"tell them no",
            r"say no to them",
            r"(?:match|beat|better|top) (?:their) (?:~ )?(?:offer|figure|number|salary|wage|price|rate)",
            r"(?:match|beat) (?:that|this) (?:offer|figure|salary)",
            r"(?:pays?|paying|offers?|offering) (?:me )?(?:~~ )?more "
            r"(?:~ )?(?:than (?:you|yours|your)|an hour|a week|a month|a year)",
            r"before i (?:answer|sign|accept|commit|reply)(?: to)? (?:them|theirs|elsewhere)",
            r"ready to (?:sign|hire|take) me(?: |$)",
            r"you'?re not (?:the|my) only (?:one|company|firm|employer|suitor)",
            r"you are not (?:the|my) only (?:one|ones|company|firm|employer|suitor)",
            r"(?:would|'?d) (?:rather|sooner) (?:be|work|come|sign|put it|it were|walk) "
            r"(?:~ )?(?:you|yours|for you|at yours|to you)(?:,? so|$|\.|!|,? but| if| than)",
            r"another clock",
            r"can (?:you|u) do {money}",
            r"(?:be quick|act fast|hurry|think quickly|move (?:fast|quickly)) if you want me",
            r"if you want me,? (?:be quick|act fast|hurry|you (?:will|would) have to be quick)",
            r"(?:still )?my (?:first|preferred|top|number one) (?:choice|preference)(?: though)?,? (?:but|however)",
            r"(?:speed|hurry|move) (?:~ )?(?:up|along|forward|faster) (?:~ )?(?:as|because|since|before) i "
            r"(?:have|'ve)",
        ),
        WORDS,
    ),
    needs=shapes(
        (r"theirs|(?<!the )(?<!your )(?:{offer})|{rival}|clock|than you|than yours|pays|suitor|want me|wants me",),
        WORDS,
    ),
    guards=(*PAST_JOB, ANSWERING),
    finds=(
        "I shall accept theirs on Friday unless you write.",
        "Could you match their offer?",
        "They would pay more than you do, so im going with them unless you call.",
        "There is another clock running on my side.",
        "The other place pays two dollars more an hour.",
    ),
    spares=(
        "If you like, I'll go with them to the site.",
        "We could beat that price by a fifth when I bought timber.",
        "I'd rather be outdoors than in an office.",
        "I would take the other shift if it helps.",
    ),
)
