"""The words of `other_offers`: employers, offers, answers; and what spares a sentence or a message. Data."""

from __future__ import annotations

import re

from checks.phrases import shape, shapes

WORDS = {
    "employer": r"compan(?:y|ies)|firms?|employers?|carriers?|banks?|agenc(?:y|ies)|studios?|schools?|colleges?|"
    r"universit(?:y|ies)|hospitals?|clinics?|practices?|surger(?:y|ies)|shops?|stores?|restaurants?|hotels?|pubs?|"
    r"bars?|"
    r"caf(?:e|\u00e9)s?|kitchens?|garages?|dealer(?:ship)?s?|plants?|factor(?:y|ies)|mills?|farms?|dair(?:y|ies)|"
    r"winer(?:y|ies)|brewer(?:y|ies)|distiller(?:y|ies)|contractors?|builders?|yards?|consultanc(?:y|ies)|labs?|"
    r"laborator(?:y|ies)|start-?ups?|organi[sz]ations?|charit(?:y|ies)|councils?|trusts?|homes?|nurser(?:y|ies)|"
    r"salons?|gyms?|theatres?|airlines?|retailers?|supermarkets?|manufacturers?|makers?|suppliers?|outfits?|"
    r"competitors?|rivals?|places?|recruiters?|crews?|co-?ops?|baker(?:y|ies)|brasserie|bistro|warehouses?|chains?|"
    r"insurers?|publishers?|museums?|departments?|offices?|groups?|business(?:es)?|centres?|centers?|ministry|"
    r"foundations?|institutes?|partnership|clubs?|vets?|chambers|developers?|hauliers?|diner|depot|creamery|tesco|"
    r"parks department|city|county|police|army|navy|railway|opera|orchestra|newspaper|broker(?:age)?s?|headhunters?",
    "rival": r"(?:another|(?:(?:two|three|four|five|several|some|a few|a couple of|many|the) )?other|a competing|a "
    "rival|"
    r"rival|a different|a second|competing|one of (?:your|the)) (?:\w+ ){0,3}(?:{employer}|opportunit(?:y|ies))|(?:a |"
    r"one of "
    r"your |your |a couple of your |two of your )?(?:competitors?|rivals?)(?: of yours)?|(?:a |an |the |two |three |"
    r"several |my "
    r"cousin'?s |my uncle'?s )(?:\w+ ){0,3}(?:{employer}) (?:in|at|on|down|up|near|across|from|next|over|of) (?:\w+ "
    r"?){1,3}|"
    r"(?:two|three|four|several|a couple of) (?:\w+ ){0,2}(?:{employer})|somewhere else|someone else|somebody else|"
    r"elsewhere|the others|the other (?:lot|people|side|ones?|guys|job|position|role|post)|(?:other|two other|"
    r"another) (?:positions?|roles?|jobs?|posts?)",
    "offer": r"offers?|job offers?|counter-?offers?|contracts?|proposals?|letters? of (?:offer|intent)|offer letters?",
    "kind": r"written|firm|verbal|formal|competing|competitive|good|great|very good|strong|better|solid|generous|job|"
    r"another|nother|other|second|concrete|binding|attractive|very attractive|full-?time|part-?time|permanent|"
    r"counter-?|"
    r"two|three|several|few|pending|outstanding|open|live|standing|new|signed|further|alternative|external|actual|"
    r"final|"
    r"rival|unexpected|provisional|conditional|seasonal|fixed-?term",
    "answer": r"answer|decision|reply|response|yes or no|yes|word|commitment|signature|acceptance|verdict",
    "want": r"want|wants|wanted|need|needs|needed|expect|expects|require|requires|ask|asks|asked|have asked|has asked|"
    "are "
    r"asking|is asking|are waiting|is waiting|would like|'d like|have called|has called|wait|waits|are pressing|is "
    r"pressing|"
    r"are pushing|is pushing|is hoping|are hoping|have given|has given|gave|insist|insists",
    "keen": r"interested|waiting|after me|chasing|keen|ready|begging|beging|calling|pursuing|courting|moving|pressing|"
    r"pushing|lined up|hot|hurrying|in a hurry|faster|quicker|eager|holding|desperate|trying|about to|offering|"
    r"prepared|"
    r"willing|hiring",
    "when": r"by|before|until|untill|till|til|no later than|on|this|next|today|tomorrow|tonight|within|in|at",
    "decide": r"decide|commit|sign|choose|start|accept|answer|respond|confirm|say|know|begin|tell|reply|join",
    "money": r"(?:[$\u00a3\u20ac\u20b9]|rs\.? ?|eur ?|usd ?|gbp ?|chf ?)?\d[\d,. ]*k?",
    "post": r"jobs?|positions?|posts?|roles?|contracts?|places?|work|shifts?|employment|placements?|apprenticeships?|"
    r"internships?|gigs?|traineeships?|fellowships?|seats?",
}
PAST_JOB = shape(
    r"in (?:19|20)\d\d|years ago|when i (?:was|worked|joined|left|managed)|promotion|my last job|in my (?:last|current|"
    r"present|previous)|i (?:draft|drafted|prepare|prepared|negotiate|negotiated|handled?|wrote|managed?|sent|issued?|"
    r"compare|compared|worked|taught|helped|interviewed(?! (?:with|at|there|for)))|at my last|"
    r"candidates?|customers?|clients? (?:asked|wanted|had|were)|tenants?|students?|patients?|"
    r"i(?:'ve| have) (?:now |since |just |already )?(?:accepted|taken|agreed)|no other|redundan\w+|to read \w+"
)
TURNED = shape(
    r"(?:turned|turning) (?:it|them|that|this) down|said no to (?:it|them)|(?:have|'ve|was|am|were) (?:not|never)|"
    r"without any|(?:my|our) (?:reference|referees?|landlord|school|university|course)"
)
DECLINES = shapes(
    (
        r"(?:i|i've|i have|have|having|decided to|chosen to) (?:now |since |just |already |recently |formally |gladly "
        r")*"
        r"(?:accept|accepted|taken|agreed to|signed for|take) (?:~ )?(?:another|a|an|the|other|their|different|new) "
        r"(?:~ )?(?:job|position|post|role|offer|place|contract|opportunity|placement) (?:~ )?(?:with|at|from|"
        r"elsewhere|in|"
        r"and|so|closer|nearer|as)",
        r"(?:withdraw|withdrawing|withdrawal of) (?:~ )?(?:my )?(?:application|candidacy|candidature|interest|from)",
        r"(?:must|have to|would like to|need to|going to|wish to|decided to|writing to) (?:~ )?(?:decline|withdraw)",
        r"no longer (?:looking|available|in the running|a candidate)",
    )
)
"""Leaving the process: why is fair to say."""

ANSWERING = shape(
    r"you (?:asked|wanted to know|were asking|wondered)(?: \w+){0,4} (?:whether|if|about|who|where|out|what)|"
    r"to answer your question|since you ask|as you asked"
)
GIVEN_BY_THEM = (
    # "Thank you for offering me ...", "you have offered me", "your offer": the reader's own.
    re.compile(r"\b(?:thank you|thanks|grateful|kind of you|good of you|pleased)(?: \w+){0,8} $"),
    shape(
        r"(?:no|not|never|any|without(?: an)?|haven't|don't|you|you've|you have|your|panel has|you were|our)"
        r"(?: (?:kindly|any|already|even|yet|just|got|had|an|received|own|(?:were|are|do|did|could|would)(?: to)?))? $"
    ),
)
"""Words right before a hit that make it the reader's own offer, or none."""
