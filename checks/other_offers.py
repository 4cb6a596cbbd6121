"""Bringing up other job offers: another employer's offer, deadline or process, used as a lever or to hurry a decision.

The reader's own offer, declining because another job was accepted, offers as job content, and a plain answer to what
their quoted mail asked are all fine.
"""

from __future__ import annotations

import re

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, says, shape, shapes
from checks.text import NewText

_ADVICE = "Leave other employers out. Ask kindly when they expect to decide, and say why you'd like to work there."

_WORDS = {
    "employer": r"compan(?:y|ies)|firms?|employers?|carriers?|banks?|agenc(?:y|ies)|studios?|schools?|colleges?|"
    r"universit(?:y|ies)|hospitals?|clinics?|practices?|surger(?:y|ies)|shops?|stores?|restaurants?|hotels?|pubs?|"
    r"bars?|"
    r"cafes?|kitchens?|garages?|dealers?(?:hips?)?|plants?|factor(?:y|ies)|mills?|farms?|dair(?:y|ies)|winer(?:y|ies)|"
    r"brewer(?:y|ies)|distiller(?:y|ies)|contractors?|builders?|yards?|consultanc(?:y|ies)|labs?|laborator(?:y|ies)|"
    r"startups?|start-ups?|organi[sz]ations?|charit(?:y|ies)|councils?|trusts?|homes?|care homes?|nurser(?:y|ies)|"
    r"salons?|gyms?|theatres?|airlines?|retailers?|supermarkets?|manufacturers?|makers?|suppliers?|outfits?|"
    r"competitors?|rivals?|places?|recruiters?|crew|co-ops?|bakery|bakeries|brasserie|warehouses?|chains?|insurers?|"
    r"publishers?|museums?|practice|department|office|group|people|guys|lot|folks|business(?:es)?|centres?|centers?|"
    r"ministry|foundation|institute|partnership|team|club|vets?|chambers?|developers?|utility|haulier|hauliers",
    "other": r"another|other|others|a competing|a rival|rival|a different|a second|a third|a local|two|three|four|"
    "several|"
    r"some|a couple of|a few|both|one of your|a|an|my cousin'?s|my uncle'?s|your|competing",
    "rival": r"(?:another|(?:(?:two|three|four|five|several|some|a few|a couple of|many) )?other|a competing|a rival|"
    "rival|"
    r"a different|a second|competing|one of (?:your|the)) (?:\w+ ){0,3}(?:{employer})|(?:a |one of your |your )?"
    r"(?:competitors?|rivals?)(?: of yours)?|somewhere else|someone else|somebody else|elsewhere|(?:two|three|four|"
    r"several|a couple of) (?:\w+ ){0,2}(?:{employer})",
    "offer": r"offers?|job offers?|contracts?|proposals?|letters? of (?:offer|intent)|offer letters?",
    "kind": r"written|firm|verbal|formal|competing|competitive|good|great|very good|strong|better|solid|generous|job|"
    r"another|other|second|concrete|binding|attractive|full-?time|permanent|counter-?|two|three|several|couple of|"
    r"few|pending|outstanding|open|live|standing|new|signed|further|alternative|external|actual|final|rival",
    "answer": r"answer|decision|reply|response|yes or no|word|commitment|signature|acceptance|verdict",
    "want": r"want|wants|wanted|need|needs|needed|expect|expects|require|requires|ask|asks|asked|are asking|is asking|"
    r"are waiting|is waiting|would like|'d like|wait|waits|are pressing|is pressing|are pushing|is pushing|have given|"
    r"has given|gave|insist|insists|will not|won't",
    "when": r"by|before|until|till|til|no later than|on|this|next|today|tomorrow|tonight|within|in|at",
    "decide": r"decide|commit|sign|choose|start|accept|answer|respond|confirm|say|know|begin|tell|reply",
    "money": r"(?:[$\u00a3\u20ac\u20b9]|rs\.? ?|eur ?|usd ?|gbp ?|chf ?)?\d[\d,. ]*k?",
}
_PAST_JOB = shape(
    r"in (?:19|20)\d\d|years ago|when i (?:was|worked|joined|left|managed)|promotion|my last job|in my (?:last|current|"
    r"present|previous)|i (?:draft|drafted|prepare|prepared|negotiate|negotiated|handled?|wrote|managed?|sent|issued?)|"
    r"candidates?|customers?|clients?|tenants?|students?|i (?:have )?(?:accepted|taken|decided to accept|chosen)|"
    r"i(?:'ve| have) (?:now |since |just |already )?(?:accepted|taken|agreed)|no other|redundan\w+"
)
_TURNED = shape(
    r"(?:i )?(?:turned|turning|have turned) (?:it|them|that|this) down|said no to (?:it|them)|"
    r"(?:have|'ve|was|am|were) (?:not|never)|without any"
)
DECLINES = shapes(
    (
        r"(?:i|i've|i have|have|having|to) (?:now |since |just |already |recently |formally |gladly |decided to )*"
        r"(?:accept|accepted|taken|agreed to|signed for|take) (?:~ )?(?:another|a|an|the|other|their|different|new) "
        r"(?:~ )?(?:job|position|post|role|offer|place|contract|opportunity|placement)",
        r"(?:withdraw|withdrawing|withdrawal of) (?:~ )?(?:my )?(?:application|candidacy|candidature|interest|from)",
        r"(?:must|have to|will|would like to|need to|going to|wish to|decided to) (?:~ )?(?:decline|withdraw|turn "
        r"down)",
        r"no longer (?:looking|available|in the running|a candidate)|off the market",
    )
)
"""Leaving the process: why is fair to say."""

ASKED = shapes(
    (
        r"(?:any|other|another|outstanding|pending|competing) (?:~ )?(?:offers?|interviews?|processes|irons|"
        r"applications|"
        r"opportunities|options|companies|roles?)",
        r"interview(?:ing|s|ed)? (?:~ )?(?:elsewhere|anywhere|with anyone|with others?|other|else)|anywhere else|"
        r"(?:talking|speaking) to (?:anyone|anybody|other|others)",
        r"(?:where (?:else|are you) (?:in|with)|how far along|are you (?:in|under)) (?:~ )?(?:process|offer|deadline|"
        r"others?)",
        r"(?:any|other|your) (?:deadlines?|time ?lines?|time constraints?|time pressure)|active elsewhere|"
        r"counter-?offers?|on the market|irons in the fire",
    )
)
"""What the other side may have asked about in the quoted mail, so that an answer is no lever."""
_ANSWERING = shape(
    r"you (?:asked|wanted to know|were asking|wondered)(?: \w+){0,4} (?:whether|if|about|who|where|out|what)"
)

OFFER = Rule(
    name="other-offers.offer",
    message="It brings up another employer's offer, which reads as pressure.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:have|'ve|hold|holding|got|received|receive|given|made|getting|get|sitting on|with|weighing|"
            r"considering) "
            r"(?:~ )?(?:an?|another|two|three|several|other|the) (?:{kind} ){0,2}{offer} (?:~ )?(?:from|with|at|"
            r"elsewhere|"
            r"in hand|on the table|in writing|waiting|pending|that|which|to|for|4|in my|already)",
            r"(?:another|other|competing|rival|second|counter-?) (?:{kind} )?(?:offers?|contract)(?! (?:for|of) "
            r"(?:help|a "
            r"visit|tea|a lift))",
            r"offer (?:~ )?from (?:another|a|an|one of|your|the|other) (?:~ )?{employer}",
            r"(?:has|have|had|'ve|'s) (?:now |just |already |also |since |even )?(?:offered me|made me (?:~ )?{offer}|"
            r"put (?:~~ )?(?:on the table|in writing)|sent me (?:~ )?(?:{offer}|papers|letters?|terms)|given me "
            r"(?:letters?|(?:~ )?{offer}))",
            r"(?:{rival}) (?:~ )?(?:has|have|had|already|just|is|are|made|offer|offers|offered|wants?|want)(?: "
            r"\w+){0,3} "
            r"(?:offer(?:ed|ing)?|{offer})",
            r"(?:already |just |also )?offer(?:ed|s|ing)? me (?:~ )?(?:{money}|more|the same|work|a (?:~ )?(?:job|"
            r"position|"
            r"post|role|contract|place)|also)",
            r"(?:their|its) (?:~ )?(?:offer|contract|terms|figure|number) (?:~ )?(?:is|are|was|in|on|has|expires?|"
            r"lapses?)",
            r"(?:contract|papers|offer) (?:~ )?(?:needs?|need) only my signature",
        ),
        _WORDS,
    ),
    behind=(
        re.compile(r"\b(?:thank you|thanks|grateful|kind of you)(?: \w+){0,12} $"),
        shape(
            r"(?:no|not|never|any|without(?: an)?|haven't|don't|you|you've|you have|your|thank you for|thanks for|"
            r"kindly)"
            r"(?: \w+)? $"
        ),
    ),
    guards=(_PAST_JOB, _TURNED, _ANSWERING),
    finds=(
        "I have received a job offer from another carrier.",
        "A research firm in Basel has made me an offer.",
        "The co-op has put a number on the table.",
        "I hold a written offer from another manufacturer.",
        "Shady Pines already offer me 15.50 an hour.",
    ),
    spares=(
        "Thank you for the offer letter.",
        "I draft and send about thirty job offers a week.",
        "I have accepted an offer from another firm.",
        "I wanted to ask what your scheme offers.",
        "I have no other offer and am in no hurry.",
        "You have offered me a job, and I'm glad.",
    ),
)

DEADLINE = Rule(
    name="other-offers.deadline",
    message="It gives the reader another employer's deadline.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:have|need|must|supposed|due|promised|got|obliged) (?:~ )?(?:to )?(?:give|tell|let|answer|call|get "
            r"back to|"
            r"respond to|reply to) (?:them|(?:~~ )?{employer}) (?:~ )?(?:(?:my|an|its|a|their|know) ?)(?:{answer})?",
            r"(?:they|who|which|both|(?:~ )?{employer}) (?:~ )?(?:{want}) (?:~ )?(?:my|an?|its) {answer} (?:~ "
            r")?(?:{when})",
            r"(?:they|both|(?:~ )?{employer}|and|who|all) {want} (?:me|2|to) (?:to |2 )?(?:{decide}) (?:~ )?(?:{when}|"
            r"from|"
            r"between)",
            r"(?:they|both) {want} (?:2|to) know (?:~ )?(?:{when}|{day})",
            r"(?:offer|contract|it|which|that) (?:~ )?(?:expires?|lapses?|runs out|is open|closes|is only good|is "
            r"good) "
            r"(?:~ )?(?:{when}|{day}|at close)",
            r"(?:i have to|i must|i need to|have until|until (?:~ )?to) (?:accept|sign|refuse|answer|give) (?:~~ )?"
            r"(?:them|their|{rival}|or refuse|another {employer})",
            r"(?:can|could|will) (?:only )?(?:keep|hold) (?:them|him|her|it) (?:waiting|off)",
            r"give (?:them|(?:another|the other) {employer}) (?:my|its|an|their) {answer}",
        ),
        _WORDS,
    ),
    guards=(_PAST_JOB, _ANSWERING),
    needs=shapes((r"{offer}|{rival}|{employer}",), _WORDS),
    finds=(
        "I have to give a distillery on Islay my decision on the 16th.",
        "It is an offer from a bank, and they need my answer by this Friday.",
        "A dairy group and a winery are keen, and both want me to commit by month end.",
        "I hold an offer which lapses on Tuesday.",
        "I have an offer and I can keep them waiting three days.",
    ),
    spares=(
        "I need to give my present firm four weeks, so I could begin in May.",
        "The agency asked me to send an answer to you.",
        "The contract with my landlord ends on Friday.",
        "We wanted customers to decide on the day.",
    ),
)

PROCESS = Rule(
    name="other-offers.process",
    message="It brings up interviews or talks with other employers.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:final|last|second|third|further|more|other|late|advanced|several|two|three) (?:\w+ )?(?:rounds?|"
            r"interviews?|"
            r"stages?|conversations|discussions|talks) (?:~ )?(?:with|at) (?:~ )?{rival}",
            r"(?:interviewing|interviewed|interview|talking|speaking|in talks|in discussions?|in process|far along|"
            r"further "
            r"along|in the running) (?:~ )?(?:with|at|to|by|elsewhere) ?(?:~ )?{rival}",
            r"(?:called|invited|asked) (?:~ )?(?:to|for) (?:an )?interviews? (?:~ )?{rival}",
            r"irons? in the fire|other (?:options|processes|opportunities|applications|interviews|conversations) (?:~ "
            r")?"
            r"(?:are|is|that|moving|in|on|open|pending|going|waiting|progress\w*|i)",
            r"{rival} (?:~ )?(?:are|is) (?:~ )?(?:interested|waiting|after me|chasing|keen|ready|begging|beging|"
            r"calling|"
            r"pursuing|courting|moving|pressing)",
            r"{rival} (?:~ )?(?:want|wants|wanted|has asked|have asked|asked|called|would like) (?:me|to (?:sit|meet|"
            r"hire|"
            r"see|talk)|whether i)",
            r"(?:down to|among|one of) the (?:last|final) (?:two|three|few|\d)(?: candidates)? (?:at|with|for) ",
            r"(?:begging|beging|dying|desperate|keen) (?:me )?(?:to|for) (?:sign|have|hire|get) (?:me )?(?:with|on)?",
        ),
        _WORDS,
    ),
    guards=(_PAST_JOB, _ANSWERING),
    finds=(
        "I have final rounds with two other device companies on the 8th.",
        "I have two other irons in the fire.",
        "A dairy group and another firm are both after me; several other companies are waiting.",
        "I'm also interviewing with a couple of other firms.",
        "I have been called to interview by two other schools.",
    ),
    spares=(
        "At my last job I worked with two other companies on the merger.",
        "I asked other schools how they do it.",
        "I look forward to the final round with your team.",
        "My current firm is closing and I want to stay in the trade.",
        "I am not interviewing anywhere else.",
    ),
)

LEVERAGE = Rule(
    name="other-offers.leverage",
    message="It plays another employer against the reader.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:unless|if|before|or|otherwise) (?:~~ )?(?:i'?ll|i will|i shall|i'?m|im|i) (?:~ )?(?:go|going|sign|"
            r"signing|"
            r"accept|take|join) (?:with |for )?(?:them|theirs|elsewhere|another|the other)",
            r"(?:accept|take|sign) theirs|(?:sign|go|going) with them|tell them no|say no to they|let them down gently",
            r"(?:match|beat|better|top) (?:their|that|this|the) (?:~ )?(?:offer|figure|number|salary|wage|price|rate)",
            r"(?:pays?|paying|offers?|offering) (?:me )?(?:~ )?more (?:~ )?than (?:you|yours|your)",
            r"i (?:would|'d) (?:rather|sooner|prefer to) (?:~ )?(?:than (?:theirs|them|for them|at theirs)|at yours)",
            r"before i (?:answer|sign|accept|decide|commit|reply)(?: to)? (?:them|theirs|elsewhere)",
            r"(?:another|other) clock|you'?re not the only (?:one|company|firm|employer)",
            r"(?:my|still my|first|preferred) (?:first )?(?:choice|preference)(?: though)?,? (?:but|however)(?: ~~)? "
            r"{rival}",
        ),
        _WORDS,
    ),
    needs=shapes((r"theirs|{offer}|{rival}|clock|than you|than yours",), _WORDS),
    guards=(_PAST_JOB, _ANSWERING),
    finds=(
        "I shall accept theirs on Friday unless you write.",
        "Could you match their offer?",
        "They would pay more than you do, so im going with them unless you call.",
        "There is another clock running on my side.",
    ),
    spares=(
        "If you like, I'll go with them to the site.",
        "We could beat that price by a fifth when I bought timber.",
        "I'd rather be outdoors than in an office.",
        "I would take the other shift if it helps.",
    ),
)

RULES: tuple[Rule, ...] = (OFFER, DEADLINE, PROCESS, LEVERAGE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where other employers are used on the reader; offsets count in `message.body`."""
    del settings
    reader = Reader(text)
    if reader.any(DECLINES) or says(text.quoted_text, ASKED) or (message.reply and says(message.subject, ASKED)):
        return []
    return findings(reader.hits(RULES), "other-offers", text.body)
