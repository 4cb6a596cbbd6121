"""One rule of `other_offers`: another employer played against the reader."""

from __future__ import annotations

from checks.phrases import Rule, shapes
from checks.wording.rivals import ANSWERING, PAST_JOB, WORDS

_ADVICE = "Leave other employers out. Ask kindly when they expect to decide, and say why you'd like to work there."

LEVERAGE = Rule(
    name="other-offers.leverage",
    message="It plays another employer against the reader.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"turn (?:the others|them all|the other one|the other (?:offers?|job|place)) down|turn down the "
            r"(?:others?|other (?:offers?|job|place))|ready to (?:sign|hire|take) me",
            r"(?:beat|match|top|better) {money}|(?:the )?other (?:\w+ )?(?:{employer}) (?:is|are|'s) (?:paying|"
            r"offering|giving)",
            r"(?:unless|if|before|or|otherwise) (?:~~ )?(?:i'?ll|i will|i shall|i'?m|im|i) (?:~ )?(?:go|going|sign|"
            r"signing|"
            r"accept|take|join) (?:with |for )?(?:them|theirs|elsewhere|another|the other)",
            r"(?:accept|take|sign) theirs|(?:sign|going) with them|tell them no|say no to the[my]|let them down gently",
            r"(?:match|beat|better|top) (?:their|that|this|the) (?:~ )?(?:offer|figure|number|salary|wage|price|rate)",
            r"(?:pays?|paying|offers?|offering) (?:me )?(?:~~ )?more (?:~ )?(?:than (?:you|yours|your)|an hour|a week|"
            r"a month|a "
            r"year|money)",
            r"i (?:would|'d) (?:rather|sooner|prefer to) (?:~ )?(?:than (?:theirs|them|for them|at theirs)|at yours)",
            r"before i (?:answer|sign|accept|decide|commit|reply)(?: to)? (?:them|theirs|elsewhere)",
            r"(?:another|other) clock|you'?re not the only (?:one|company|firm|employer)|(?:would|'?d) hate to (?:~ "
            r")?(?:choose|"
            r"decide|accept|say yes) (?:~ )?before|can (?:you|u) do (?:{money}|better)",
            r"(?:still )?(?:my|our) (?:first|preferred|top|number one) (?:choice|preference)(?: though)?,? (?:but|"
            r"however)",
            r"(?:speed|hurry|move) (?:~ )?(?:up|along|forward|faster) (?:~ )?(?:as|because|since|before) i (?:have|"
            r"'ve)",
        ),
        WORDS,
    ),
    needs=shapes((r"theirs|(?<!the )(?<!your )(?:{offer})|{rival}|clock|than you|than yours|pays",), WORDS),
    guards=(PAST_JOB, ANSWERING),
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
