"""The words of `other_offers`: employers, offers, answers; and what spares a sentence or a message. Data."""

from __future__ import annotations

import re

from checks.phrases import shape, shapes

WORDS = {
    "employer": r"compan(?:y|ies)|firms?|employers?|carriers?|banks?|agenc(?:y|ies)|studios?|schools?|colleges?|"
    r"universit(?:y|ies)|hospitals?|clinics?|practices?|surger(?:y|ies)|shops?|stores?|restaurants?|hotels?|pubs?|"
    r"bars?|caf(?:e|\u00e9)s?|kitchens?|garages?|dealer(?:ship)?s?|plants?|factor(?:y|ies)|mills?|farms?|"
    r"dair(?:y|ies)|winer(?:y|ies)|brewer(?:y|ies)|distiller(?:y|ies)|contractors?|builders?|yards?|"
    r"consultanc(?:y|ies)|labs?|laborator(?:y|ies)|start-?ups?|organi[sz]ations?|charit(?:y|ies)|councils?|trusts?|"
    r"homes?|nurser(?:y|ies)|salons?|gyms?|theatres?|airlines?|retailers?|supermarkets?|manufacturers?|makers?|"
    r"suppliers?|outfits?|competitors?|rivals?|places?|recruiters?|crews?|crowd|mob|co-?ops?|baker(?:y|ies)|brasserie|"
    r"bistro|warehouses?|chains?|insurers?|publishers?|museums?|departments?|offices?|groups?|business(?:es)?|"
    r"centres?|centers?|ministry|foundations?|institutes?|partnership|clubs?|vets?|chambers|developers?|hauliers?|"
    r"diner|depot|creamery|tesco|parks department|city|county|police|army|navy|railway|opera|orchestra|newspaper|"
    r"broker(?:age)?s?|headhunters?|lodge|quarry|mine|refinery|cathedral|chemist|library|orchard|roaster|salon|boat|"
    r"resort|estate|workshop|gallery",
    "rival": r"(?:another|(?:(?:two|three|four|five|several|some|a few|a couple of|many|the|one) )?other|a competing|"
    r"a rival|rival|a different|a second|a next|competing|one of (?:your|the)) "
    r"(?:\w+ ){0,3}(?:{employer}|opportunit(?:y|ies)|client|family|house|trust|team|loop)|"
    r"(?:a |one of your |your |a couple of your |two of your )?(?:competitors?|rivals?)(?: of yours)?|"
    r"(?:a |an |the |two |three |several |my cousin'?s |my uncle'?s )(?:\w+ ){0,3}(?:{employer}) "
    r"(?:in|at|on|down|up|near|across|from|next|over|of|round|opposite) (?:\w+ ?){1,3}|"
    r"(?:two|three|four|several|a couple of) (?:\w+ ){0,2}(?:{employer})|somewhere else|someone else|somebody else|"
    r"elsewhere|the others|the other (?:lot|people|side|ones?|guys|job|position|role|post|crowd|two)|"
    r"(?:other|two other|another) (?:positions?|roles?|jobs?|posts?)",
    "offer": r"offers?|job offers?|counter-?offers?|contracts?|proposals?|letters? of (?:offer|intent)|offer letters?",
    "kind": r"written|firm|verbal|formal|competing|competitive|good|great|very good|strong|better|solid|generous|job|"
    r"another|nother|other|second|concrete|binding|attractive|very attractive|full-?time|part-?time|permanent|"
    r"counter-?|two|three|several|few|pending|outstanding|open|live|standing|new|signed|further|alternative|external|"
    r"actual|final|rival|unexpected|provisional|conditional|seasonal|fixed-?term",
    "answer": r"answer|decision|reply|response|yes or no|yes|word|commitment|signature|acceptance|verdict|references",
    "want": r"want|wants|wanted|need|needs|needed|expect|expects|require|requires|ask|asks|asked|have asked|has asked|"
    r"are asking|is asking|are waiting|is waiting|would like|'d like|have called|has called|wait|waits|are pressing|is "
    r"pressing|are pushing|is pushing|is hoping|are hoping|have given|has given|gave|insist|insists|is after|are after",
    "keen": r"interested|waiting|after me|chasing|keen|ready|begging|beging|calling|pursuing|courting|moving|pressing|"
    r"pushing|lined up|hot|hurrying|in a hurry|faster|quicker|eager|holding|desperate|trying|about to|offering|"
    r"prepared|willing|hiring",
    "when": r"by|before|until|untill|till|til|no later than|on|this|next|today|tomorrow|tonight|within|in|at",
    "soon": r"at once|tomorrow|tonight|today|straight away|this week|this month|next week|from|on {day}|if|any day|"
    r"in (?:whites|there)|back|{day}",
    "decide": r"decide|commit|sign|choose|start|accept|answer|respond|confirm|say|know|begin|tell|reply|join|come|stay|"
    r"shake|name|let",
    "trifle": r" (?:a |an |the |another |some |his |her |two |three |first )?(?:\w+ )?(?:slots?|dates?|times?|"
    r"appointment|lift|call|coffee|tea|interview|help|advice|visit|seat|chair|biscuits?|day|look|tour|chance|choice|"
    r"water)",
    "there": r"(?:there'?s|there is|there are|i(?:'ve| have)(?: got)?)",
    "they": r"(?<!\bi )(?<!you )(?<!she )(?<!he )(?<!who )(?<!nobody )",
    "worn": r"letter|badge|apron|coat|coverall|mug|hook|locker|peg|hat|jacket|uniform|papers?|cap|pass|rota|truck|"
    r"lorry|tractor",
    "held": r"place|chair|desk|seat|berth|bunk|job|post|spot|start|van|box|induction|contract",
    "money": r"(?:[$\u00a3\u20ac\u20b9\u20a6]|rs\.? ?|eur ?|usd ?|gbp ?|chf ?|ghs ?)?\d[\d,. ]*k?",
    "post": r"jobs?|positions?|posts?|roles?|contracts?|places?|work|shifts?|employment|placements?|apprenticeships?|"
    r"internships?|gigs?|traineeships?|fellowships?|seats?",
}
PAST_JOB = shapes(
    (
        r"in (?:19|20)\d\d|years ago",
        r"when i (?:was|worked|joined|left|managed)",
        r"promotion|my last job|at my last",
        r"in my (?:last|current|present|previous)",
        r"i (?:draft|drafted|prepare|prepared|negotiate|negotiated|handled?|managed?|sent|issued?|compare|compared|"
        r"taught|helped|interviewed(?! (?:with|at|there|for)))",
        r"candidates?|customers?|clients? (?:asked|wanted|had|were)|tenants?|students?|patients?",
        r"my (?:neighbour|friend|sister|brother|aunt\w*|mother|mum|father|dad|cousin|classmate|"
        r"flatmate)(?! says? (?:i|to)\b|"
        r" (?:told me|tells me) to\b)|classmates?",
        r"i(?:'ve| have) (?:now |since |just |already )?(?:accepted|taken|agreed)",
        r"no other|redundan\w+|to read \w+",
    )
)
"""Offers and employers as the job's own content, of the past, or turned down already."""
TURNED = shape(
    r"(?:turned|turning) (?:it|them|that|this) down|said no to (?:it|them)|(?:have|'ve|was|am|were) (?:not|"
    r"never)(?! heard| yet heard)|"
    r"without any|won't be (?:going|taking)|"
    r"(?:my|our) (?:reference|referees?|landlord|school|university|course|internet)|landlord|provider|mum|mother|"
    r"college|hostel|course|surgeon|doctor|treatment|letter from the ministry|ministry|visa|permit|"
    r"(?:racing|passport|visa|benefits|careers|tax|student|registry) office"
)
DECLINES = shapes(
    (
        r"(?:i|i've|i have|have|having|decided to|chosen to) "
        r"(?:now |since |just |already |recently |formally |gladly )*(?:accept|accepted|taken|agreed to|signed for|"
        r"take|signed with|said yes to) (?:~ )?(?:another|a|an|the|other|their|different|new) "
        r"(?:~ )?(?:job|position|post|role|offer|place|contract|opportunity|placement|{employer})(?:,|\.|;|"
        r" (?:with|at|from|elsewhere|in|and|so|closer|nearer|as|an hour|this|on))",
        r"(?:withdraw|withdrawing|withdrawal of) "
        r"(?:~ )?(?:my )?(?:application|candidacy|candidature|interest|from|name)",
        r"(?:must|have to|would like to|need to|going to|wish to|decided to|writing to|shall) "
        r"(?:~ )?(?:decline|withdraw|bow out)",
        r"no longer (?:looking|available|in the running|a candidate)",
        r"bowing out",
        r"(?:please|kindly|so) (?:take|strike|cross) (?:my name|me) (?:off|from)",
        r"i(?:'ve| have|) (?:already )?said yes",
        r"(?:hired|took) me (?:on )?(?:this|today|yesterday|on|an hour|last)",
        r"(?:happy|pleased|delighted|glad) to accept",
        r"(?:won't|will not|can't|cannot|shan't) be (?:joining|coming|taking|going (?:any )?further)",
        r"let you down|turn you down|say no to you|step (?:back|aside|down)|pull(?:ing)? out|drop(?:ping)? out",
        r"stand down|count me out|rule myself out|(?:gave|given) (?:them|her|him) my (?:yes|word)|"
        r"(?:step|stepping) out of (?:your|the) (?:process|race)|i said yes|have said yes to the other",
    ),
    WORDS,
)
"""Leaving the process, or taking the reader's own offer: why is fair to say."""

ANSWERING = shape(
    r"you (?:asked|wanted to know|were asking|wondered)(?: \w+){0,4} (?:whether|if|about|who|where|out|what|how)|"
    r"to answer your (?:\w+ )?question|to your (?:\w+ )?question|since you ask|as you asked"
)
GIVEN_BY_THEM = (
    # "Thank you for offering me ...", "you have offered me", "your offer": the reader's own.
    re.compile(r"\b(?:thank you|thanks|grateful|kind of you|good of you|pleased)(?: \w+){0,8} $"),
    shape(
        r"(?:no|not|never|nobody|any|without(?: an)?|haven't|don't|you|you've|you have|your|panel|panel has|he|she|"
        r"who|people|you were|our)(?: (?:kindly|any|already|even|yet|just|did|got|had|an|received|own|"
        r"(?:were|are|do|did|could|would)(?: to)?))? $"
    ),
)
"""Words right before a hit that make it the reader's own offer, or none."""

ADVICE = (
    'Ask when they expect to decide, and leave the other offer out: "Thank you for your time. When do you expect to '
    'decide?" If they have offered you the job too and you must choose, say it by phone.'
)
