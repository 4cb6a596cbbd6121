"""The kinds of message, and the shapes of what came before a follow-up: a meeting, a rejection. Data; compiled once."""

from __future__ import annotations

from typing import Literal

from checks.phrases import WORDS, shape, shapes

Kind = Literal[
    "application",
    "follow-up",
    "thank-you",
    "answer",
    "scheduling",
    "logistics",
    "correction",
    "withdrawal",
    "acceptance",
    "complaint",
    "other",
]

_DAY, _MONTH, _NUMBER, _UNIT = (WORDS[name] for name in ("day", "month", "number", "unit"))
_DATE = rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?(?: (?:{_MONTH}))?|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?"
SETS = {
    "meeting": r"interviews?|meetings?|calls?|chats?|conversations?|talks?|discussions?|visits?|tours?|"
    r"trials?(?: shifts?| day| lesson)?|(?:(?:aptitude|bench|typing|driving|skills|trade|test) )?(?:test|"
    r"tasting)(?: day| lesson)?|test lesson|viva|demo(?: lesson| class)?|shadow shifts?|taster(?: day| shift)?|"
    r"portfolio review|case study|audition|screening|assessment(?: day| centre| center)?|panel|coffee|lunch|zoom|"
    r"phone ?call|video ?call|teams call|walk-?round|open day|working interview|audience|presentation",
    "past": rf"yesterday|last (?:\w+ )?(?:week|month|night|{_DAY})|earlier(?: today| this week| on)?|"
    rf"this (?:morning|afternoon)|"
    rf"today|(?:on )?(?:{_DAY})|(?:on )?(?:{_DATE})|(?:{_NUMBER}) (?:{_UNIT}) ago|the other day|recently|just now",
    "news": r"news|updates?|word|decisions?|outcome|results?|progress|feedback|verdict|developments?|response|reply|"
    r"answer|status|timeline|timescale|timeframe|time frame|next steps?|conclusion",
    "good": r"great|good|nice|lovely|wonderful|fun|brilliant|awesome|interesting|a pleasure|a delight|enjoyable|"
    r"fascinating",
    "role": r"role|position|job|post|vacancy|opening|opportunity|placement|internship|apprenticeship|application|"
    r"interview|process|candidacy",
}

MET = shapes(
    (
        r"(?:thanks?|thank you|cheers|thx|ty)(?: \w+){0,4} (?:for|4) (?:\w+ ){0,4}(?:meeting|seeing|interviewing|"
        r"having|speaking|talking|chatting|showing|taking the time|taking time|time|inviting me in|{meeting})",
        r"(?:{good}|{good} to have|enjoyed|appreciated|loved|valued)(?: \w+){0,2} (?:to |getting to )?(?:meet|meeting|"
        r"talk|talking|speak|speaking|chat|chatting|seeing|spoke|learning)(?: \w+){0,3}",
        r"(?:our|the|my|your|that|this|{day}'?s|yesterday'?s|today'?s|last week'?s|"
        r"this morning'?s)(?: \w+){0,2} {meeting}(?: \w+){0,4} (?:yesterday|last (?:\w+ )?(?:week|month|night|{day})|"
        r"earlier|(?:{number}) (?:{unit}) ago|the other day|went|was|were|left|gave|made|covered|showed|ended)",
        r"(?:yesterday|last week|last night)'?s (?:\w+ ){0,2}{meeting}",
        r"^(?:{good}|fun|{good} to have) (?:{meeting})(?: (?:with you|{past}))?(?= ?[.,!-]|$)",
        r"(?:it was|that was|was|had) (?:an? )?(?:\w+ ){0,2}(?:{meeting}) (?:with you |at your \w+ )?(?:{past})",
        r"(?:after|since|following|further to) (?:our|the|my|your|that|{day}'?s)(?: \w+){0,2} {meeting}",
        r"(?:a blast|a joy|a treat|a privilege|an? honou?r) (?:to (?:meet|speak|talk)|meeting|speaking|talking)",
        r"(?:we|i) (?:met|spoke|talked|chatted|interviewed|came in|sat down|visited|was interviewed|had (?:my|an?|our|"
        r"the) (?:\w+ ){0,2}{meeting}|did the trial|came (?:to|for) (?:the|my|an?) (?:\w+ )?{meeting})",
        r"(?:was|were|been) interviewed|interviewed (?:with|by|for|at|on)|when we (?:met|spoke|talked)|"
        r"since we (?:met|spoke|talked)",
        r"you (?:asked|wondered|mentioned|said|told me|showed me|were asking)(?: \w+){0,6} (?:when we|at the|in the|"
        r"during|yesterday|on (?:{day}))",
        r"(?:forgot|ought|meant|neglected|failed|should) (?:to )?(?:say|mention|tell you|have (?:said|mentioned|"
        r"told you)) (?:\w+ )?"
        r"(?:this (?:morning|afternoon|arvo)|yesterday|on (?:{day})|at the interview|when we|last (?:week|{day}))|"
        r"with reference to last (?:{day}|week)",
        r"(?:put|putting) an? (?:voice|face) to (?:the|your|a) name|after we (?:hung up|spoke|met|talked|parted)",
        r"my answer (?:about|on|to) (?:\w+ ){1,6}(?:on (?:{day})|yesterday|this (?:morning|afternoon)|last week)|"
        r"(?:figure|name|word|case|date) (?:that )?i could(?:n't| not) (?:recall|remember|"
        r"think of) (?:this (?:morning|afternoon)|"
        r"yesterday|on (?:{day})|at the)",
        r"we (?:discussed|puzzled over|argued about|looked at|went through|went over) (?:\w+ ){0,3}(?:last week|"
        r"yesterday|"
        r"on (?:{day})|this morning|together)",
        r"(?:interview|audition|trial) held on|i (?:sat|took) (?:the|your) (?:\w+ ){0,2}(?:paper|test|"
        r"exam)(?: \w+){0,4} on",
        r"(?:ashamed|embarrassed) of (?:\w+ ){1,5}(?:on (?:{day})|yesterday|this (?:morning|afternoon))",
        r"thinking (?:about|over|of) (?:your question|what you (?:said|asked|told)|the (?:\w+ ){1,3}(?:question|case|"
        r"problem) "
        r"(?:you|we)|our (?:talk|conversation|meeting))|on (?:{day}) i (?:froze|left out|forgot to|could not answer|"
        r"couldn't answer)",
        r"(?:meeting|seeing|talking to|speaking with|speaking to|chatting with|chatting to) (?:you|you all|the team|"
        r"everyone)(?: \w+){0,4} (?:{past})",
    ),
    SETS,
)
MET_DATED = shapes(
    (
        r"(?:our|the|my|your|that|this|{day}'?s|yesterday'?s|today'?s)(?: \w+){0,2} {meeting}(?: \w+){0,4} (?:{past}|"
        r"with you)",
        r"with (?:regard|reference|respect) to (?:the|my|our) (?:\w+ )?{meeting} (?:\w+ ){0,5}on (?:{day}|"
        r"(?:the )?\d{1,2})",
        r"this morning'?s (?:\w+ ){0,2}{meeting}",
        r"(?:from|during|in|at|on) (?:our|my|that|{day}'?s)(?: \w+){0,2} {meeting}",
    ),
    SETS,
)
"""A meeting on some day, which may be one to come."""
COMING = shape(
    r"will|shall|can|could|(?<!\d )(?<!th )(?<!of )may(?! \d)|might|would|i'?ll|we'?ll|tomorrow|tonight|next|"
    r"confirm\w*|move|moved|ahead|before|"
    r"reschedul\w*|links?|"
    r"attend|prepar\w*|bring|ready|late|delayed|train|ask for|asking for|look(?:ing)? forward|invit\w+|cancel\w*|"
    r"postpone\w*|"
    r"please|need|adjust\w*|withdraw|unable|cannot|can't|question about|questions? before"
)
MET_IN_SUBJECT = shapes(
    (
        r"(?:after|following|since|thanks? for|thank you for|great|good|nice|lovely) (?:\w+ ){0,3}(?:{meeting}|"
        r"talking|meeting|speaking)",
        r"(?:our|yesterday'?s) (?:\w+ )?{meeting}",
        r"{meeting} (?:yesterday|earlier|this morning|last week)|^yesterday$",
    ),
    SETS,
)
TO_COME = shape(
    r"(?:look(?:ing)? forward to|see you (?:at|for)|before|ahead of|(?:ready|prepare|preparing|available|"
    r"free) for) (?:\w+ ){0,3}(?:{meeting})|(?:invitation|invite|inviting me) (?:to|for)|(?:next|upcoming|"
    r"tomorrow'?s) (?:\w+ )?(?:{meeting})",
    SETS,
)

REJECTED = shapes(
    (
        r"unfortunately|regret to|regret letter|rejection|not (?:be )?(?:moving|taking|proceeding|"
        r"going) (?:\w+ )?(?:forward|further|ahead)|other (?:candidates?|applicants?)|another (?:candidate|applicant)|"
        r"(?:gone|going) (?:with|for) (?:somebody|someone|another)|unsuccessful|not (?:been )?successful|(?:appointed|"
        r"chosen|chose|hired|picked|offered|went|gone|going|go) (?:it |the (?:post|job|role) |with |to |"
        r"for )*(?:somebody|someone|another|an? (?:lad|lass|local|internal|woman|man|candidate)|the internal|"
        r"the (?:other|concertina))|it'?s a no|(?:it is|it was|a) no this time|we (?:have )?filled|won'?t be taking|"
        r"not be taking|ha sido|not progressed|position has been filled|(?:role|post|position|job) (?:has been|was|"
        r"is) filled",
    )
)
TURNED_DOWN = shapes(
    (
        r"(?:sorry|disappointed|sad|gutted) (?:\w+ ){0,4}(?:hear|learn|read|not (?:to )?(?:be|have|get)|didn'?t get|"
        r"that i)(?: \w+){0,5}",
        r"(?:letting me know|for the (?:news|feedback)|your decision)|(?:keep|bear) me in mind|thanks for nothing",
        r"whoever you picked|(?:where|area|why)(?: \w+){0,3} i (?:fell short|was not|wasn'?t|went wrong)",
    )
)
PENDING = shapes(
    (
        r"(?:thanks|thank you)(?: so much| again| all)* for (?:coming|your time|meeting|the interview|attending|"
        r"visiting)|(?:good|great|nice|lovely) (?:to meet|meeting|interview|to see)|(?:interview|test|trial|"
        r"result)(?: \w+){0,2} (?:went|is|was) (?:\w+ )?(?:well|good|great|fine)",
        r"(?:we'?ll|we will|i'?ll|i will|will)(?: \w+){0,2} (?:decide|let you know|be in touch|be ringing|"
        r"write to everyone|write to you|get back|ring people|tell you|have an answer)|(?<!before )(?:decision|"
        r"verdict|outcome|answer) (?:by|end|on|next|this|is|in|friday|monday)|bear with us|still (?:seeing|"
        r"interviewing|doing|deciding|considering)|seeing others|one more (?:week|coming|round|candidate)|"
        r"wants? (?:one more week )?to think|panel(?:'s| is| has| felt| sat)|shortlist, then|owe you an answer|"
        r"(?:been|be) delayed|on hold|it'?s between",
    )
)
"""The other side says that one met, or that a decision is still to come."""
