"""Being too negative: anger, blame, sarcasm, contempt, guilt, self-pity, threats, and cranky impatience.

Polite disappointment, polite questions about the time a decision takes, negative words as the job's own content, and
regret or apology of the sender's own are all fine.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import NEGATION, Reader, Rule, findings, shapes
from checks.text import NewText
from checks.wording.contempt import CONTEMPT, PITY
from checks.wording.grudges import AT_WORK, SORRY, WORDS
from checks.wording.reproach import BLAME, IMPATIENCE

_ADVICE = "Wait a day, then ask in one friendly line, or leave it out."

THREAT = Rule(
    name="negativity.threat",
    message="It threatens, or foretells harm.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:you\'?ll|you will|you shall|you can expect to) (?:be )?hear(?:ing)? from (?:my|our) (?:solicitor|"
            r"lawyer|attorney|union|father|husband|barrister)s?",
            r"(?:tell|telling|warn|warning|advise|advising|let) (?:everyone|everybody|all my|my (?:friends|colleagues|"
            r"network|classmates|union|tutor)|people|others|anyone)(?: \w+){0,4} (?:avoid|stay away|about (?:you|this|"
            r"your)|steer clear|not to (?:apply|work|bother)|how you|what you|know (?:how|what))",
            r"(?:i will|i'll|i shall|i am going to|i'm going to|ill|im going to|shall be|will be|going to be|may have "
            r"to) (?:~ )?(?:writing|"
            r"write|reporting|report|complaining|complain|posting|post|telling|tell|taking|take|contacting|contact|"
            r"calling|"
            r"speaking|going|go|warn|warning|leaving|leave|name|naming|expose|exposing|sue|suing|inform|review) (?:~~ "
            r")?{authority}",
            r"(?:you will|you'll|u'?ll|youll) (?:~ )?(?:regret|be sorry|hear from my|live to regret|think of me|pay "
            r"for|come "
            r"crawling|wish you had)",
            r"(?:it'?s|its|that'?s|is|whatever,?) your loss|^your loss|you'?re (?:losing|missing) out|your loosing "
            r"out|mark my words|see you in "
            r"court|legal action|name and shame|you have been warned|i know where you (?:live|park)|bad review|tell "
            r"everyone i know|i give "
            r"(?:him|her|them) till|everyone (?:will|is going to) (?:know|hear) (?:how|what)",
            r"(?:you can|you may) explain (?:~ )?(?:to|why)|i (?:will|'ll|shall) (?:make sure|see to it) (?:that "
            r")?(?:everyone|nobody|you)",
        ),
        WORDS,
    ),
    behind=(NEGATION,),
    guards=(AT_WORK,),
    finds=(
        "I will be writing to your chief executive.",
        "You'll regret this.",
        "It's your loss.",
        "You will hear from my solicitor, and I am considering legal action.",
        "I'll be leaving a review on Glassdoor about this.",
    ),
    spares=(
        "I will be writing to you on Monday.",
        "I'm sorry for your loss of a day.",
        "I assessed credible threats for five years.",
        "I won't be posting anything on Facebook.",
    ),
)

SARCASM = Rule(
    name="negativity.sarcasm",
    message="It reads as sarcasm.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"good luck (?:finding|with (?:that|him|her|whoever|your search))|you(?:\'ll| will) need it",
            r"must be nice|(?:far |clearly |obviously )?too (?:busy|important|grand|proud|lazy) to (?:answer|reply|"
            r"call|write|read|pick|send|even)|"
            r"(?:still |all )at lunch|in case you(?:'ve| have)? (?:also )?(?:forgotten|forgot)|too much trouble",
            r"(?:the|your) company (?:still )?exists|(?:your|the) phones? (?:\w+ )?(?:been )?(?:cut off|broken)|is "
            r"anyone "
            r"(?:there|alive|awake|home)|have you all died|did you (?:all )?die|fallen off the (?:face|edge)|assume "
            r"(?:you|your phone|the phone)",
            r"(?:learn|able|manage|bother) to (?:read|use|pick up|tell) (?:~ )?(?:calendar|clock|phone|diary)|can "
            r"read a clock|might have read "
            r"the|some of us (?:work|have|actually|do)|in (?:this|your) (?:century|lifetime)",
            r"(?:how|so) (?:kind|nice|generous|thoughtful|good|gracious) of you to finally|bless (?:her|his) heart|"
            r"congratulations on (?:not|"
            r"ignoring|wasting)|well done for (?:not|ignoring)|hats off for (?:not|ignoring)|(?:they|theirs|some "
            r"(?:companies|firms|people)) (?:~ )?"
            r"at least (?:~ )?(?:know|answer|manage|reply|call|behave|pay|return)|at least (?:they|some (?:companies|"
            r"firms|people)) (?:~ )?(?:know|"
            r"answer|manage|reply|call|behave|pay|return)|seem to manage to",
            r"spare the rest of us|let me save (?:us both|you)|i must say,? though|so it'?s to be|so (?:it|you) went "
            r"(?:to|with) the|good to know "
            r"(?:how|that|where)|how (?:convenient|typical|lovely for|nice for)|typical(?:\.|!|$)|what a surprise|"
            r"surprise,? surprise|^whatever",
            r"(?:no hurry|no rush|take your time|whenever you feel like it),? (?:obviously|then|clearly|of course|why "
            r"don'?t)",
        ),
        WORDS,
    ),
    behind=(NEGATION,),
    guards=(SORRY, AT_WORK),
    finds=(
        "Must be nice!",
        "You are far too busy to answer three messages.",
        "I applied in May, in case you've forgotten.",
        "Some of us work for a living.",
        "Whatever. Your loss.",
    ),
    spares=(
        "It must be nicer in spring.",
        "I'm never too busy to answer the phone.",
        "I taught children to read a clock with a paper face.",
        "At least three of them came back.",
        "Sorry for the late reply; my phone was broken.",
    ),
)

RULES: tuple[Rule, ...] = (IMPATIENCE, BLAME, THREAT, CONTEMPT, PITY, SARCASM)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a reader would take as anger, blame, contempt or pressure; offsets count in `message.body`."""
    del message, settings
    return findings(Reader(text).hits(RULES), "negativity", text.body)
