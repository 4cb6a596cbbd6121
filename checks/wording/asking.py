"""The words with which the other side asks or offers, and what an answer to each may say. Data.

`networks` names those of one text by one word each, so that an answer on another network is known from one on theirs.
"""

from __future__ import annotations

import re

from checks.phrases import plain, shape, shapes

_NETWORKS = {
    "linkedin": r"linked-? ?in|linkdin|linkedln",
    "facebook": r"face ?book|fb|messenger",
    "instagram": r"insta(?:gram)?|ig|the gram",
    "whatsapp": r"what'?s-? ?app|watsapp|wassap|whatsap|wa",
    "wechat": r"we ?chat|weixin",
    "snapchat": r"snap(?:chat)?",
    "twitter": r"twitter",
    "kakao": r"kakao(?: ?talk)?",
    "tiktok": r"tik ?tok",
    "bluesky": r"blue ?sky",
    "vk": r"vk|vkontakte",
} | {
    name: name
    for name in (
        *("telegram", "signal", "viber", "discord", "xing", "skype", "facetime", "imessage", "zalo", "line", "strava"),
        *("mastodon", "threads", "behance", "github", "youtube", "goodreads", "pinterest", "reddit", "slack", "imo"),
    )
}
_NETWORK = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _NETWORKS.items()))


def networks(text: str) -> frozenset[str]:
    """The networks and chats that a text names."""
    return frozenset(found.lastgroup or "" for found in _NETWORK.finditer(plain(text).lower))


WORDS = {
    "network": "|".join(_NETWORKS.values()),
    "chat": r"what'?s-? ?app|watsapp|wassap|whatsap|telegram|signal|viber|we ?chat|weixin|zalo|skype|facetime|kakao(?: "
    r"?talk)?|line|discord|imessage",
    "on": r"on|over|via|through|by|in",
    "search": r"interview\w*|process(?:es)?|look(?:ing)?|appl(?:y|ying|ied|ications?)|talk(?:ing)?|speak(?:ing)?|"
    r"consider(?:ing)?|active|teach(?:ing)?|offers?|running|stages?|search(?:ing)?|waiting|heard|hear|candidate|"
    r"conversations?|negotiating",
    "job": r"jobs?|posts?|positions?|roles?|contracts?|vacanc(?:y|ies)|appointments?|place|traineeships?|"
    r"apprenticeships?|fellowships?|employment",
    "employer": r"compan(?:y|ies)|firms?|employers?|owners?|operators?|schools?|hospitals?|clinics?|houses?|studios?|"
    r"agenc(?:y|ies)|teams?|shops?|kitchens?|restaurants?|hotels?|places?|academ(?:y|ies)|clients?|ships?|"
    r"families|publishers?|people",
    "happy": r"pleased|happy|delighted|glad|thrilled|great pleasure|pleasure|proud|excited|decided|able|plaisir",
}

# Networks and chats

ADD_US = shapes(
    (
        r"(?:add|connect with|link up with|message|text|dm|pm|reach|call|ring|contact|write to|find|ping|flash|"
        r"send) me (?:~~ )?{on} (?:\w+ )?(?:{network})",
        r"(?:whats ?app|dm|snap|telegram|inbox) (?:me|us)",
        r"(?:let'?s|let us|shall we|can we|could we|may i|can i|could i|we could|we can|happy to|like to) (?:~ "
        r")?(?:connect|link up|keep in touch|stay in touch|be in touch|chat|talk|speak|call|message|ring) (?:~~ "
        r")?{on} (?:{network})",
        r"(?:message|text|write to|ring|call) us (?:~ )?{on} (?:{network})|my (?:{chat})(?: number)? is|(?:i'm|"
        r"i am) on (?:{network}) if you",
    ),
    WORDS,
)
"""Asks to be added or written to: a request of the sender's answers it."""

YOUR_NAME = shapes(
    (
        r"(?:share|send|what'?s|what is|and|drop|give|have|tell) (?:me |us |over )?(?:the |a )?(?:link to |"
        r"links to |details of )?your (?:{network})(?: (?:handle|name|id|number|profile|link|account|contact))?",
        r"(?:are|r) you (?:~ )?on (?:~ )?(?:{network})|do you (?:use|have) (?:~ )?(?:{network})|(?:what|which) "
        r"number (?:~~ )?(?:{network})|(?:calls?|interviews?|video) (?:~ )?{on} (?:{network})|(?:we|i) (?:all "
        r")?(?:use|do them all on|work on) (?:~ )?(?:{chat})|(?:{network}) (?:call|video|interview)",
        r"(?:join|added? to|created|get on) (?:~ )?(?:{network})(?: group)?",
    ),
    WORDS,
)
"""Asks how to reach the sender there: a name or a number answers it, a request goes beyond."""

INVITES_YOU = shapes(
    (
        r"(?:sent|send|sending) you (?:~ )?(?:{network} )?(?:~ )?(?:request|invite|invitation|add)",
        r"(?:add|added|adding|connect with|invite|invited) you (?:~ )?{on} (?:{network})",
        r"(?:a|an|my) (?:{network}) (?:request|invite|invitation)",
    ),
    WORDS,
)
NOT_THERE = shape(
    r"not|never|don'?t|doesn'?t|won'?t|can'?t|cannot|rather|instead|nobody|accepted your|your (?:\w+ "
    r")?(?:request|invite|invitation)"
)
"""In the same sentence: that is not how to reach them, or it speaks of what the sender did."""
"""Invites the sender: to accept answers it, a request of the sender's own does not."""

REQUESTS = shape(
    r"add|adding|added|connect|connecting|follow|following|followed|friends?|requested|my (?:\w+ "
    r"){0,2}(?:request|invite|invitation)|(?:i|i've|i have) (?:also |just |already )?(?:sent|send|requested)|"
    r"accept me|accept my"
)
OWN_REQUEST = shape(
    r"(?:i|i've|i have|i'll|i will) (?:\w+ )?(?:sent|send|requested|added|add|invited|followed)|my (?:\w+ "
    r"){0,2}(?:request|invite|invitation)|add me|follow me|accept me|second account"
)
PRIVATE = shape(
    r"private|personal|your own|her own|his own|yourself|friend requests?|family|daughters?|sons?|wife|husband|"
    r"colleagues|designer|founder|director|boss|team|staff|parents?|photos?|pictures?|pics|stories|status|"
    r"reels?|holiday|baby|wedding|scrolled|looked (?:at|through|up)|went (?:through|on to)|cousin|followers"
)
"""What no question of theirs asks for."""

# The job itself

OFFERS = shapes(
    (
        r"{happy} to (?:be able to )?(?:formally )?(?:offer|appoint|confirm your appointment)|(?:le )?plaisir "
        r"de vous proposer|(?:offer|offering) you (?:~~ )?(?:{job})|appoint you|{happy} (?:that )?we offer you",
        r"(?:{job}) is yours|it(?:'s| is) yours(?! (?:to|too|as))|you'?re hired|you are hired|you(?:'ve| have)? "
        r"got the (?:{job})",
        r"welcome aboard|welcome to the (?:\w+ )?(?:team|family|company|firm|crew|staff)(?! (?:meeting|day|"
        r"interview|call))|you'?re one of us",
        r"you(?:'ve| have) been (?:hired|appointed|(?:selected|chosen|successful) (?:for|as|in) (?:~ )?(?:{job}))",
        r"your (?:signed )?acceptance|your signed contract|your contract (?:is|has been) (?:confirmed|attached|"
        r"enclosed|ready|back|signed)|joining instructions|offer of employment|offer letter|formal offer|"
        r"(?:terms of )?our offer (?:of|is|stands|runs?|letter|expires|still|remains)|(?:your|write up your|up "
        r"your) offer(?: letter)? (?:properly|is|of employment)|letter of appointment|offer (?:is )?(?:attached|"
        r"enclosed|contingent)|(?:contract|terms) (?:is|are) (?:attached|enclosed|confirmed)",
        r"like you to (?:have the {job}|take the {job}|(?:come and )?(?:work (?:for|with)|join) us|lead|start|"
        r"be our)|want(?:s)? you to start|(?:like|love|happy|thrilled|delighted|glad) to (?:have|take) you(?: "
        r"on)?(?: with us| from| as|,|$|\.|!)|{happy} if you came to us",
        r"(?:do you|kindly|please|you to) accept(?:\?| (?:~ )?(?:offer|{job}|terms))|(?:signify|indicate|"
        r"confirm) your acceptance|you'?ve accepted|you accepted|will you take it|i take it you'?re in",
    ),
    WORDS,
)
NO_OFFER = shape(
    r"in advance|sample|example|information only|draft|(?:the )?successful (?:candidate|applicant)|candidates|"
    r"applicants|waiting list|talent pool|an offer of employment (?:will|would|may|can)|if (?:we|i|all|things|"
    r"everything|the|they|it|he|she|my)|if you (?:were|are (?:chosen|selected|successful|appointed|offered|"
    r"hired))|should (?:we|you be)|were we to|in case|before (?:we|i|the)|(?:not|never|cannot|can't|couldn't|"
    r"unable|another|other|someone|somebody) (?:\w+ ){0,3}(?:offer\w*|appoint\w*|candidate|else)|whoever|"
    r"whether|hope to|might|may be able|would be (?:able|offered)|interview(?! (?:on|last|went))|trial|taster|"
    r"demonstration|stage|round|(?:a|another|second) (?:slot|call|chat|meeting|visit|date|day|time|lift|look)|"
    r"assessment|volunteers?|placement|shortlist\w*|offer list|voucher|discount|counter-?offer|salary range|in "
    r"writing once|lunch|dinner|supper|coffee|webinar|open day|tour|zoom|teams|for (?:a|an|our|the) (?:\w+ "
    r")?(?:meeting|visit|call|session|chat|day|morning|afternoon)|guest|referee|reference"
)
"""In the same sentence: something else is offered, or nothing yet."""
UNDECIDED = shapes(
    (
        r"unfortunately|regret|(?:must|needs? to|has to|have to|yet to) (?:approve|sign off|agree)|(?:sorry|"
        r"afraid) (?:~~ )?(?:no|not|someone|somebody|another|gone)|no decision|once the (?:~ )?(?:decided|met|"
        r"agreed)|(?:has|have|'ve) not (?:yet )?(?:decided|been decided)",
        r"(?:we|i|they|who|and|committee|panel|board|governors|trustees|client|family|owner|partners|"
        r"boss)(?:'ll| will| shall| then| still| are going to| can| must| have to| meets?| sits?)? (?:~ "
        r")?(?:decide|choose|make (?:a|our|my|the) (?:decision|mind|choice))",
        r"(?:we|i|you)(?:'ll| will| shall) (?:\w+ )?(?:let (?:you|everyone|everybody|all|them) know|hear from|"
        r"inform all|be in touch with (?:everyone|all|everybody))|(?:more|other|another) (?:\w+ "
        r")?(?:candidates?|people|person|applicants?) (?:to (?:see|meet)|this week|next week|tomorrow|still)|"
        r"withdr(?:aw|ew|awn|awing) (?:~ )?offer|rescind\w*|no longer|still (?:seeing|interviewing|meeting|to "
        r"see|waiting)|subject to (?:board|approval)|shortlist(?:ed)?",
    )
)
"""Anywhere in what they wrote: the choice is still open, or went against the sender."""

START_ASKED = shapes(
    (
        r"(?:when|how soon|from when|what date|which date) (?:~ )?(?:could|can|would|might) you (?:~ )?(?:start|"
        r"begin|join|be (?:free|available))|(?:could|can|would) you (?:~ )?(?:start|begin|join us) (?:~ )?(?:on|"
        r"in|from|by|before|at|next)|(?:earliest|possible|preferred|your) (?:start(?:ing)?|joining|available) "
        r"date|date of joining|when (?:~ )?(?:you can|you could|you would be able to) (?:~ )?(?:start|begin|"
        r"join|resume)|your availability|what notice|notice (?:period|are you on|do you)|when(?: is|'s) the earliest",
    )
)
COULD = shape(
    r"could|can|would|'d|if|should|able|available|availability|free|earliest|notice|subject to|depending|once|"
    r"after an offer|as soon as"
)
SETTLED = shape(
    r"i(?:'ll| will| shall|'m going to| am going to| start| begin| join| report)|see you|my (?:resignation|"
    r"first|new|roster|badge|pass|desk|locker|quarters)|(?:gave|given|handed|hand(?:ing)? in|put|told|tell|"
    r"resigned|went in)|already|ready for me|take over|taken|booked|from then on|no need|sent my|in my name|my "
    r"name|salary|quarters|lease|moved?"
)
"""Says it as if the choice were made; no question about dates asks for that."""

GEAR_ASKED = shapes(
    (
        r"(?:what|which|your|tell me (?:what|your)|and) (?:~ )?(?:sizes?|shoe size|boot size|shirt size|collar)|"
        r"(?:shirt|shoe|boot|polo|tunic|uniform|t-shirt|jacket|overall|glove) sizes?|sizes? are you",
        r"your (?:\w+ )?(?:bank|account) (?:details|number)|(?:bank details|right to work|share code|ic number|"
        r"national insurance|passport|proof of address|payslips?)",
    )
)
SEVERAL = shape(r"two|three|four|five|pairs|sleeve|all year")
"""More than was asked for."""
GEAR = shape(
    r"sizes?|medium|large|small|xl|(?:a|an) (?:\d+|ten|eleven|twelve|nine|eight|seven|six)|bank|account|right "
    r"to work|share code|passport|payslips?|documents?|copy|scan"
)

# Other employers

OTHERS_ASKED = shapes(
    (
        r"(?:any|other|another|outstanding|pending|competing) (?:\w+ )?(?:offers?|interviews?|process(?:es)?|"
        r"irons|applications?|employers?|jobs?|compan(?:y|ies)|firms?|owners?|operators?|schools?|hospitals?|houses)",
        r"(?:other|more) (?:opportunities|options|roles) (?:~ )?(?:elsewhere|you are (?:considering|weighing|"
        r"pursuing))|(?:considering|weighing|pursuing|exploring) (?:~ )?(?:other|others|elsewhere|anything else)",
        r"(?:{search}) (?:~ )?(?:elsewhere|anywhere else|anyone else|anybody else|someone else|somebody else|"
        r"others|any other|other (?:{employer}))|teach elsewhere|who else (?:is|are|was|has) (?:~ )?(?:hiring|"
        r"after|courting|interested|chasing|looking|trying)|any(?:one|body) else (?:after|courting|chasing|"
        r"interested)|others we should|where else (?:are|have) you|in the running (?:~ )?(?:other|elsewhere|"
        r"anywhere)|(?:other|two|three|both) (?:{employer}),? (?:and )?(?:when|how)|irons in the fire|in the "
        r"pipeline",
        r"(?:is|has|have|are|by) (?:any|some)(?:one|body) (?:else )?(?:~ )?(?:after|courting|chasing|approached|"
        r"snapped|hired) you|what is this i hear|(?:i|we) (?:hear|here|heard|gather) (?:~ )?(?:you'?re|your|you "
        r"are) (?:talking|speaking|interviewing|in) (?:to|with|at)",
        r"(?:your|any) (?:own |other |\w+ firm's )?(?:time ?lines?|deadlines?|time constraints?|time pressure|"
        r"timetable)(?! (?:for|to|is|of))|your search|how far along are you|when (?:do|does|will) (?:they|it|"
        r"that \w+) (?:~ )?(?:decide|need to hear|let you know)|when (?:must|do) you (?:have to |need to "
        r")?(?:reply|answer|decide|hear)|counter-?offers?|snapped you up",
    ),
    WORDS,
)
TO_YOU = shape(r"you|you'?re|your|you'?ve|yourself|candidate|u|ur|(?:i|we) should know")
QUESTION = re.compile(
    r"\?|(?<!\w)(?:please|kindly|tell (?:me|us)|let (?:me|us) know|could you|can you|asks?|asked|whether|"
    r"confirm|say|give me|need to know|i must (?:also )?ask|do tell|i hear|i here)(?!\w)"
)
NOT_OTHERS = shape(
    r"(?:have|had|you) worked|worked for|experience|previous|past|last (?:\w+ )?(?:years?|job)|(?:jobs?|posts?|"
    r"roles?) you(?: have|'ve)? (?:had|held|done)|your other employers|other (?:candidates?|applicants?|people "
    r"to see)|(?:bear|keep|have) you in mind|any other questions?|any questions|(?:future|our) (?:opportunities|"
    r"vacancies|roles)|(?:with|for) us|with (?:anyone|someone|somebody) else(?: from| in| on) (?:the|our)|"
    r"(?:someone|somebody|anyone|anybody) else (?:from|in|on) (?:the|our)|know (?:of )?any(?:one|body)|we "
    r"(?:have|had|are|'ve|'re|will) (?:~ )?(?:offer|interview|see|meet|appoint|chos|gone)\w*|gone (?:to|with)"
)
"""Others, but no other employers of the sender's."""
PRESSING = shapes(
    (
        r"unless|otherwise|when (?:do|will|might|would) you (?:~ )?(?:decide|know|hear)|(?:thousand|grand|k) "
        r"more|higher|more money|better (?:pay|paid|money|package|terms|offer)|[\u00a3$\u20ac] ?\d[\d,.]*k?|or "
        r"else|or i|so "
        r"(?:decide|think about|surprise|move|you had)|so please (?:decide|let|tell|be quick|move|answer)|match|"
        r"beat|top it|better (?:it|look|figure|that|hurry)|best (?:figure|offer|price)|(?:you|you'd|he|she|"
        r"they) (?:would |'d |had |will )?(?:need|have|better|want) (?:~ )?(?:to )?(?:decide|say|hurry|move|"
        r"know|look)|need (?:you|an answer|your|to know|to hear)|hurry|quick(?:ly|er)?|(?<!i'd )(?<!would "
        r")sooner|faster|wise to|before (?:they|i|it|then|them|others) ?(?:do|does|sign|accept|answer|is|runs)?|"
        r"by (?:tomorrow|today|tonight|then|noon|thursday noon)|if you want me|first hear|hear from (?:you|me) "
        r"first|decide (?:today|now|by|first)|won'?t (?:hold|wait)|not (?:hold|wait)|wins|takes me|i sign|sign "
        r"with|signed me|pays? (?:~ )?more|(?:than|of) (?:you|yours)(?! (?:ask|to))|on top|\d ?(?:k|an hour|a "
        r"day|euros|pounds|dollars)|today|three days|put beside|last of me|turns into|earlier|speed|expedite|"
        r"bring forward|delay|could you (?:decide|tell me|let me|confirm)|can you (?:decide|tell me|let me|"
        r"confirm)|i (?:would|'d|must|should|shall) (?:~ )?(?:like|hate|prefer|rather|have) (?:~ )?(?:to "
        r"(?:hear|know|choose|lose)|your|an answer|a decision)",
    )
)
"""Goes beyond an answer: another employer put to use."""
