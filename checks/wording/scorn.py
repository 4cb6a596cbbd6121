"""Two rules of `negativity`: threats and sarcasm."""

from __future__ import annotations

from checks.phrases import NEGATION, Rule, shapes
from checks.wording.grudges import ADVICE, AT_WORK, SORRY, WORDS

THREAT = Rule(
    name="negativity.threat",
    message="A recruiter would read a threat.",
    advice=ADVICE,
    hits=shapes(
        (
            r"(?:you'?ll|you will|you shall|you can expect to) (?:be )?hear(?:ing)? from (?:my|our) "
            r"(?:solicitor|lawyer|attorney|union|father|husband|barrister)s?",
            r"see you in court",
            r"legal action",
            r"name and shame",
            r"you have been warned",
            r"i know where you (?:live|park)",
            r"(?:tell|telling|warn|warning|advise|advising|let) "
            r"(?:everyone|everybody|all my|my (?:friends|colleagues|network|classmates|union|tutor)|people|others|"
            r"anyone|every \w+ in)(?: \w+){0,4} "
            r"(?:avoid|stay away|about (?:you|this|your)|steer clear|not to (?:apply|work|bother)|how you|what you|"
            r"know (?:how|what))",
            r"(?:i will|i'll|i shall|i am going to|i'm going to|ill|im going to|shall be|will be) "
            r"(?:~ )?(?:writing to|write to|reporting|report|complaining to|complain to|posting|post|tell|telling|"
            r"leaving|leave|sue|suing) (?:~~ )?(?:your (?:chief executive|boss|chairman|manager|director|ceo|"
            r"superiors?)|chief executive|the (?:press|papers|newspapers?|echo)|glassdoor|trustpilot|"
            r"(?:a )?(?:bad |one-star )?review)",
            r"your name (?:will|is going to) be in the",
            r"(?:whole|entire) (?:pier|town|village|street) will (?:be hearing|hear|know)",
            r"i shall see that everybody knows",
            r"i (?:will|'ll|shall) (?:make sure|see to it) (?:that )?(?:everyone|nobody) (?:knows|hears|applies)",
            r"everyone (?:will|is going to) (?:know|hear) (?:how|what) you",
            r"(?:you will|you'll|u'?ll|youll) "
            r"(?:~ )?(?:regret (?:this|it|that|not)|be sorry(?! (?:to|that))|live to regret|pay for this|"
            r"come crawling|wish you had)",
            r"(?:it'?s|its|that'?s|is|whatever,?) your loss",
            r"^your (?:loss|loosing)",
            r"your loosing out",
            r"mark my words",
            r"bad review",
            r"don'?t come crying",
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
        "I hope you'll think of me for the next one.",
        "You'll be sorry to hear that the ferry is cancelled.",
    ),
)

SARCASM = Rule(
    name="negativity.sarcasm",
    message="A recruiter would read sarcasm.",
    advice=ADVICE,
    hits=shapes(
        (
            r"good luck (?:finding|with (?:that|him|her|whoever))",
            r"must be nice(?:$|[.!,])",
            r"(?:far |clearly |obviously )?too (?:busy|important|grand|proud|lazy) to "
            r"(?:answer|reply|call|write|read|pick|even)",
            r"in case you(?:'ve| have)? (?:also )?(?:forgotten|forgot) (?:me|that i)",
            r"in case you(?:'ve| have) forgotten[.!]?$",
            r"is anyone (?:there|alive|awake|home)[?]",
            r"have you all died",
            r"did you (?:all )?die",
            r"fallen off the (?:face|edge)",
            r"assume your phone",
            r"(?:learn|able|manage|bother) to (?:use|pick up|read) (?:a|the|your) (?:calendar|clock|phone|diary)",
            r"only took you",
            r"some of us (?:work|have|actually|do|keep|treat|would like)",
            r"(?:how|so) (?:kind|nice|generous|thoughtful|good|gracious) of you to finally",
            r"congratulations on (?:not|ignoring|wasting)",
            r"(?:well done|hats off) for (?:not|ignoring)",
            r"(?:they|theirs|some (?:companies|firms|people)) (?:~ )?at least "
            r"(?:~ )?(?:know|answer|manage|reply|call|behave|pay|return)",
            r"at least (?:they|some (?:companies|firms|people)) (?:~ )?(?:answer|manage|reply|call|behave|pay|return)",
            r"how (?:convenient|typical|lovely for you)",
            r"^typical[.!]",
            r"surprise,? surprise",
            r"^whatever[.!]",
            r"(?:no hurry|no rush|take your time|whenever you feel like it),? (?:obviously|then|clearly|why don'?t)",
            r"funny how",
            r"who'?s counting",
            r"(?:couldn'?t|can'?t) make it up",
            r"heaven help (?:the|your)",
            r"you call (?:this|that|yourselves?) an?",
            r"that (?:is|'s) rich",
            r"(?:might|would) (?:~ )?learn (?:to|how to) (?:use|read|answer|write)",
        ),
        WORDS,
    ),
    behind=(NEGATION,),
    guards=(*SORRY, AT_WORK),
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
        "Whatever you decide, I enjoyed it.",
    ),
)
