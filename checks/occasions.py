"""The shapes of sentences by which kinds of message are told apart (checks.kind). Data; compiled once."""

from __future__ import annotations

import re
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
_SETS = {
    "meeting": r"interviews?|meetings?|calls?|chats?|conversations?|talks?|discussions?|visits?|tours?|"
    r"trial(?: shift| day)?|"
    r"audition|screening|assessment(?: day| centre| center)?|panel|coffee|lunch|zoom|phone ?call|video ?call|"
    r"teams call|walk-?round|open day|working interview|audience|presentation",
    "past": rf"yesterday|last (?:\w+ )?(?:week|month|night|{_DAY})|earlier(?: today| this week| on)?|"
    rf"this (?:morning|afternoon)|"
    rf"today|(?:on )?(?:{_DAY})|(?:on )?(?:{_DATE})|(?:{_NUMBER}) (?:{_UNIT}) ago|the other day|recently|just now",
    "news": r"news|updates?|word|decisions?|outcome|results?|progress|feedback|verdict|developments?|response|"
    r"reply|answer|"
    r"status|timeline|timescale|timeframe|time frame|next steps?|conclusion",
    "good": r"great|good|nice|lovely|wonderful|fun|brilliant|awesome|interesting|a pleasure|a delight|enjoyable|"
    r"fascinating",
    "role": r"role|position|job|post|vacancy|opening|opportunity|placement|internship|apprenticeship|application|"
    r"interview|"
    r"process|candidacy",
}

MET = shapes(
    (
        r"(?:thanks?|thank you|cheers|thx|ty)(?: \w+){0,4} (?:for|4) (?:\w+ ){0,4}(?:meeting|seeing|interviewing|"
        r"having|speaking|talking|chatting|showing|taking the time|taking time|time|inviting me in|{meeting})",
        r"(?:{good}|{good} to have|enjoyed|appreciated|loved|valued)(?: \w+){0,2} (?:to |getting to )?(?:meet|"
        r"meeting|talk|talking|speak|speaking|chat|chatting|seeing|spoke|learning)(?: \w+){0,3}",
        r"(?:our|the|my|your|that|this|{day}'?s|yesterday'?s|today'?s|last week'?s|"
        r"this morning'?s)(?: \w+){0,2} {meeting}(?: \w+){0,4} (?:{past}|went|was|were|left|gave|made|covered|"
        r"showed|ended|with you)",
        r"(?:yesterday|last week|last night|this morning)'?s (?:\w+ ){0,2}{meeting}",
        r"^(?:{good}|fun|{good} to have) (?:{meeting})(?: (?:with you|{past}))?(?= ?[.,!-]|$)",
        r"(?:it was|that was|was|had) (?:an? )?(?:\w+ ){0,2}(?:{meeting}) (?:with you |at your \w+ )?(?:{past})",
        r"(?:after|since|following|further to) (?:our|the|my|your|that|{day}'?s)(?: \w+){0,2} {meeting}",
        r"(?:from|during|in|at|on) (?:our|my|that|{day}'?s)(?: \w+){0,2} {meeting}",
        r"(?:a blast|a joy|a treat|a privilege|an? honou?r) (?:to (?:meet|speak|talk)|meeting|speaking|talking)",
        r"(?:we|i) (?:met|spoke|talked|chatted|interviewed|came in|sat down|visited|was interviewed|had (?:my|an?|"
        r"our|the) (?:\w+ ){0,2}{meeting}|did the trial|came (?:to|for) (?:the|my|an?) (?:\w+ )?{meeting})",
        r"(?:was|were|been) interviewed|interviewed (?:with|by|for|at|on)|when we (?:met|spoke|talked)|"
        r"since we (?:met|spoke|talked)",
        r"you (?:asked|wondered|mentioned|said|told me|showed me|were asking)(?: \w+){0,6} (?:when we|at the|"
        r"in the|during|{past})",
        r"(?:meeting|seeing|talking to|speaking with|speaking to|chatting with|chatting to) (?:you|you all|"
        r"the team|everyone)(?: \w+){0,4} (?:{past})",
    ),
    _SETS,
)
MET_IN_SUBJECT = shapes(
    (
        r"(?:after|following|since|thanks? for|thank you for|great|good|nice|lovely) (?:\w+ ){0,3}(?:{meeting}|"
        r"talking|meeting|speaking)",
        r"(?:our|yesterday'?s) (?:\w+ )?{meeting}",
        r"{meeting} (?:yesterday|earlier|this morning|last week)|^yesterday$",
    ),
    _SETS,
)
TO_COME = shape(
    r"(?:look(?:ing)? forward to|see you (?:at|for)|before|ahead of|(?:ready|prepare|preparing|available|free) for) "
    r"(?:\w+ ){0,3}(?:{meeting})|(?:invitation|invite|"
    r"inviting me) (?:to|for)|(?:next|upcoming|tomorrow'?s) (?:\w+ )?(?:{meeting})",
    _SETS,
)

NEWS = shapes(
    (
        r"any (?:joy|luck|movement|progress|thoughts|clue|idea) (?:\w+ )?(?:with|on|about|when|yet|regarding)",
        r"(?:had|get|got|have|find|found) (?:a |an |the |any )?(?:chance|time|moment|minute|opportunity) (?:\w+ "
        r")?to (?:look|"
        r"review|read|consider|go through|go over|think)",
        r"(?:whether|if|that) (?:i'?ve|i have|i had|i was|i am|i'?m|im|my application|it) (?:\w+ "
        r"){0,3}(?:successful|unsuccessful|"
        r"selected|chosen|shortlisted|in the running|got the|made it|getting the|got it)",
        r"(?:did|has|have) (?:you (?:get|got|receive|received|see|seen) )?my (?:\w+ ){0,2}(?:e-?mail|message|letter|"
        r"note|"
        r"voicemail|application)(?: \w+)? (?:reach|reached|arrive|arrived|come|came|get|got|gone|go|went|land|yet)",
        r"(?:second|third|another) try|trying again|(?:re-?sending|sending (?:this|it) again|wrote? to you (?:again|"
        r"last))|"
        r"(?:any|much) (?:closer|nearer|further)(?: \w+){0,2} (?:to|with|on|along)|(?:been|been made|has been) a "
        r"decision",
        r"(?:wondering|wondered|curious|keen|like|love|want|wanted|anxious|eager) (?:to (?:know|hear|find out|learn|"
        r"ask) )?(?:if|"
        r"whether|when|what|how|where) (?:you|u|the|there|my|i|things|a|any|it)(?: \w+){0,4} (?:next|yet|decid\w+|"
        r"hear\w*|news|"
        r"progress|still|heard|going|stands?|happening|made|filled|timeline|process)",
        r"(?:any|further|more|no|your) (?:\w+ )?(?:news|updates?|word|decisions?|outcome|progress|verdict|"
        r"developments?|timeline)",
        r"(?:advise|inform|tell|update) me (?:of|on|about|as to) (?:your|the|my) (?:\w+ ){0,2}(?:position|"
        r"decision|status|result|outcome|plans?)",
        r"(?:have|has|had|did|do|are|is|were|was)(?: you| u| they| the \w+| anyone| a| any)?(?: \w+){0,3} (?:decided|"
        r"decision|made up your mind|chosen|filled|deciding|hear anything|heard anything)",
        r"(?:where|how) (?:things|we|the (?:process|matter|search)|it all|matters|my application) (?:stands?|are|is|"
        r"goes|going|"
        r"looks?)|where (?:i|you) (?:stand|are (?:with|on|at|up to))",
        r"(?:written|e-?mailed|called|rung|phoned|messaged|asked|tried|wrote|rang) (?:\w+ )?(?:twice|{number} times|"
        r"several times)",
        r"(?:when|whether|if) (?:\w+ ){0,6}(?:hear|decide|decided|decision|deciding|expect|know more|be in touch|"
        r"get back)",
        r"(?:status|progress|outcome|result|state|update) (?:of|on|regarding|about|for|from|"
        r"with) (?:\w+ ){0,5}(?:{role})",
        r"did (?:you|u|they|the \w+) (?:\w+ )?(?:decide|choose|pick|hire|fill|make)",
        r"(?:grateful|glad|happy|welcome|appreciate|like|love|pleased) (?:\w+ ){0,3}(?:an?|any|some) (?:\w+ "
        r")?(?:news|updates?|"
        r"word|decision|reply|answer|response|feedback)",
        r"(?:following|follow|followed|chasing|chase|checking|check|checked|touching|circling|looping)[ -](?:up|"
        r"in|back|base)",
        r"(?:haven'?t|have not|not|never|still not|hadn'?t) (?:\w+ )?(?:heard|had (?:a|any) (?:reply|response|"
        r"answer|word)|received (?:a|any))",
        r"still (?:\w+ ){0,2}(?:waiting|open|available|being considered|in the running|interested in (?:me|hearing))",
        r"(?:hear|hearing|heard) (?:back|anything|something|either way)|when (?:\w+ ){0,4}hear from you|"
        r"not heard from you",
        r"(?:let|tell|inform) (?:me|us) (?:know )?(?:\w+ ){0,4}(?:{news}|decided|decide|either way|where)",
        r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th|\d+th) (?:time (?:i'?ve|i have|of|i am|"
        r"i'?m) (?:\w+ ){0,2}(?:written|asked|asking|e-?mailed|called|rung|writing)|e-?mail|message|letter|follow)",
        r"(?:did|have) you (?:\w+ )?(?:get|got|receive|received|see|seen) my (?:\w+ )?(?:e-?mail|message|"
        r"application|cv|note|letter|mail)",
        r"(?:wrote|emailed|applied|sent)(?: \w+){0,6} (?:and|but)(?: \w+){0,3} (?:not|n'?t|never|no|nothing|nobody)",
        r"(?:bump|nudge|chase|hurry) ?(?:this|you|up)",
    ),
    _SETS,
)

NEWS_IN_SUBJECT = shapes(
    (
        r"decisions?|status|hold-? ?up|(?:any )?(?:news|updates?)|follow(?:ing)?[ -]?up|chasing|outcome|(?:2nd|"
        r"second|3rd|third) e-?mail|still waiting|no hurry|timeline|checking in",
    )
)

KINDS: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (
    (
        "withdrawal",
        shapes(
            (
                r"(?:withdraw|withdrawing|pull(?:ing)? out|take (?:me|my name) out|remove (?:me|my name|"
                r"my application)|step(?:ping)? back|"
                r"bow(?:ing)? out)(?: \w+){0,4}(?: (?:running|application|process|consideration|candidacy|list|"
                r"role|position|post))?",
                r"(?:decline|declining|turn(?:ing)? down|say no to|not accept|can'?t accept|"
                r"cannot accept) (?:your|the|this) (?:\w+ ){0,3}"
                r"(?:offer|position|role|job|post|interview|invitation)",
                r"(?:accepted|taken|signed|said yes to|start(?:ed|ing)) (?:\w+ ){0,2}(?:another|a different|"
                r"elsewhere|a (?:job|post|role|position) (?:at|with|in))",
                r"(?:no longer|not) (?:be )?(?:available for|interested in|looking for|seeking|pursuing|continuing)",
                r"decided to stay (?:where|with|at|in)",
            )
        ),
    ),
    (
        "acceptance",
        shapes(
            (
                r"(?:accept|accepting) (?:your|the|this) (?:\w+ ){0,4}(?:offer|position|role|job|post|place)",
                r"(?:happy|delighted|pleased|thrilled|glad|honou?red) to (?:accept|say yes|take the job|join)",
                r"(?:signed|returned|attached|enclosed) (?:\w+ ){0,4}(?:contract|offer letter|agreement)",
                r"(?:contract|offer letter) (?:\w+ ){0,3}(?:signed|attached|enclosed)",
                r"(?:thank you|thanks) (?:\w+ ){0,4}for (?:the|your) (?:\w+ ){0,2}(?:job )?offer(?: letter)?",
                r"i accept|yes to the (?:job|offer)",
            )
        ),
    ),
    (
        "logistics",
        shapes(
            (
                r"(?:running|be|arrive|am|i'?m|might be|going to be)(?: \w+){0,3} (?:late|delayed)",
                r"(?:train|bus|tram|flight|car|traffic|ferry)(?: \w+){0,4} (?:late|delayed|cancelled|canceled|"
                r"broken down|stuck|jam)",
                r"(?:stuck|held up) (?:in|on|at|behind)|broken down",
                r"(?:i'?m|i am|am) (?:\w+ )?(?:at|in|outside|by) (?:\w+ ){0,2}(?:reception|the door|the gate|"
                r"the entrance|the lobby|the car park|front desk|the building|the waiting room)",
                r"(?:link|zoom|teams|meet|call|video|audio|code|password)(?: \w+){0,4} (?:doesn'?t|does not|"
                r"isn'?t|not|won'?t|will not|fails?|failed|error|expired|keeps)",
                r"(?:can'?t|cannot|unable to|could not|couldn'?t) (?:\w+ )?(?:find|get into|connect|join|log in|"
                r"open) (?:\w+ ){0,3}(?:entrance|building|office|address|call|meeting|link|room|door|place)",
                r"(?:ill|sick|unwell|poorly|fever|flu|food poisoning|lost my voice|in hospital|a&e|"
                r"migraine)(?: \w+){0,6}(?: today| tomorrow| this morning)?",
                r"which (?:entrance|door|floor|building|room|gate|platform)",
            )
        ),
    ),
    (
        "correction",
        shapes(
            (
                r"(?:sorry|apologies|oops|whoops|my mistake|apologise|apologize)(?: \w+){0,8} (?:attach|attached|"
                r"attachment|forgot|forgotten|meant|typo|wrong (?:file|version|date|name|document)|correct)",
                r"(?:forgot|forgotten|failed|omitted|neglected) to (?:attach|include|enclose|add|send|mention)",
                r"(?:ignore|disregard|discard) (?:my|the) (?:\w+ ){0,2}(?:last|previous|earlier|first|other) (?:\w+)",
                r"(?:this time|now) with (?:the )?(?:attachment|file|cv|resume|document)|correction to my|"
                r"i meant to (?:write|say|attach)",
                r"here(?:'?s| is| are) the (?:attachment|file|missing \w+|correct \w+|right \w+)",
            )
        ),
    ),
)
APPLICATION = shapes(
    (
        r"(?:apply|applying|application|put(?:ting)? (?:myself )?(?:in|forward)|put my name) (?:\w+ ){0,3}(?:for|"
        r"to|as)(?: \w+){0,6}",
        r"(?:saw|seen|read|noticed|found|came across|spotted|heard)(?: \w+){0,5} (?:advert|ad|advertised|posting|"
        r"vacancy|notice|looking for|hiring|need|listing|opening)",
        r"(?:would|could|might|do|are) (?:you|there)(?: \w+){0,5} (?:consider|opening|openings|vacancy|vacancies|"
        r"position|taking anybody|taking on|hiring|need)",
        r"(?:i'?m|i am) (?:\w+ ){0,2}(?:looking for|seeking|interested in)(?: \w+){0,5}",
        r"(?:writing|wanted|want|would like|i'?d like) to (?:apply|introduce myself|express my interest|enquire|"
        r"inquire|ask (?:about|whether|if) (?:\w+ ){0,3}(?:openings?|vacanc|work|jobs?))",
        r"(?:putting in|throwing my hat in|expression of interest|speculative)(?: \w+){0,3}",
        r"to whom it may concern|dear (?:sir|madam|hiring|recruit)",
    ),
    _SETS,
)
SCHEDULING = shapes(
    (
        r"(?:{day}|tomorrow|today|\d{1,2}(?::\d\d| ?[ap]\.?m\.?)|noon|morning|afternoon|(?:the )?\d{1,2}(?:st|nd|"
        r"rd|th))(?: \w+){0,5} "
        r"(?:works|suits|is fine|is good|is perfect|is convenient|fits|is great|is ok|will do|it is|would be fine|"
        r"would suit)",
        r"(?:can|could|would|may|might|shall|is it possible to|possible to)(?: \w+){0,4} (?:move|reschedule|"
        r"postpone|rearrange|bring forward|change|swap|push|shift)",
        r"(?:i can|i could|i'?m free|i am free|i'?m available|i am available|available|"
        r"free)(?: \w+){0,5} (?:{day}|tomorrow|any (?:day|time)|next week|from|after|before|at|on|between|most)",
        r"(?:see|meet) you (?:\w+ ){0,3}(?:{day}|tomorrow|then|there|at|on|next)|(?:i'?ll|i will) be there",
        r"(?:confirm|confirming)(?: \w+){0,5} (?:{day}|time|date|appointment|interview|slot|attendance|tomorrow|"
        r"call|meeting)",
        r"(?:can'?t|cannot|unable to|won'?t be able to) (?:\w+ )?(?:make|do|attend|come)(?: \w+){0,4}",
        r"(?:what|which) (?:time|day|date|slot)|(?:the|another|a) (?:time )?slot",
    ),
    _SETS,
)
ANSWER = shapes(
    (
        r"(?:as|you) (?:requested|asked|wanted|needed|wished)|you (?:asked|wondered|wanted|"
        r"requested)(?: \w+){0,3} (?:for|to|whether|about|how|me)",
        r"(?:attached|enclosed|here)(?: \w+){0,3} (?:is|are|the|my)(?: \w+){0,4} (?:you|requested|references?|"
        r"certificates?|documents?|form|portfolio|samples?)",
        r"(?:in|to) (?:answer|reply|response) (?:to )?(?:your|you)|to answer your",
    )
)
REJECTED = shapes(
    (
        r"unfortunately|regret to|regret letter|rejection|not (?:be )?(?:moving|taking|proceeding|"
        r"going) (?:\w+ )?(?:forward|further|"
        r"ahead)|other (?:candidates?|applicants?)|"
        r"another (?:candidate|applicant)|(?:gone|going) (?:with|for) (?:somebody|someone|another)|unsuccessful|"
        r"not (?:been )?successful|position has been filled|(?:role|"
        r"post|position|job) (?:has been|was|is) filled",
    )
)
TURNED_DOWN = shapes(
    (
        r"(?:sorry|disappointed|sad|gutted) (?:\w+ ){0,4}(?:hear|learn|read|not (?:to )?(?:be|have|get)|"
        r"didn'?t get|that i)(?: \w+){0,5}",
        r"(?:letting me know|for the (?:news|feedback)|your decision)|(?:keep|bear) me in mind|thanks for nothing",
        r"whoever you picked|(?:where|area|why)(?: \w+){0,3} i (?:fell short|was not|wasn'?t|went wrong)",
    )
)
