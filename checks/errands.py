"""The shapes of mail with an errand: the day itself, a mend, a time, an answer, an application. Data; compiled once.

CLEAR ones are nearly always right; VAGUE ones only make a kind likelier than none.
"""

from __future__ import annotations

from checks.occasions import SETS
from checks.phrases import shapes

_SETS = SETS | {
    "vehicle": r"train|bus|tram|flight|plane|car|van|ferry|boat|matatu|taxi|underground|tube|tire|tyre|motorway|"
    r"network",
    "place": r"reception|(?:the|your|a|his) (?:\w+ )?(?:door|gate|entrance|lobby|foyer|car park|parking lot|"
    r"front desk|barrier|building|lodge gate|roadblock)",
    "ailing": r"ill|sick|unwell|poorly|fever|flu|norovirus|food poisoning|vomiting|lost my voice|in hospital|"
    r"to hospital|into hospital|a&e|migraine|bug|covid|temperature|toothache|ambulance",
    "when": r"(?:{day})(?: \w+)?|tomorrow|today|tonight|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midday|(?:next |"
    r"early |late )?(?:mornings?|afternoons?|evenings?|weekend)|half (?:past )?\w+|quarter (?:to|past) \w+|"
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|any (?:day|time|"
    r"hour|morning)|either|both",
    "clock": r"(?:{day})|tomorrow|today|tonight|\d{1,2}(?:[:.]\d\d| ?[ap]\.?m)|at (?:\d{1,2}|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|half|noon)|noon|mornings?|afternoons?|evenings?|next week|"
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)",
    "suits": r"works?|suits?|is fine|is good|is perfect|is convenient|fits|is great|is grand|is ok|is okay|is clear|"
    r"will do|it is|would be fine|would suit|is possible|is noted|is no trouble|is best|is better|'s fine|'s good|"
    r"'s grand|'s no good|'s perfect|is confirmed|would be (?:great|good|grand|perfect|ideal|better)|are fine|"
    r"are good|is lovely|is ideal",
    "ago": r"(?:an|one|two|half an|\w+) (?:hours?|minutes?|moments?) ago|this (?:morning|afternoon|evening)|just now|"
    r"earlier(?: today)?|a (?:moment|minute) ago|yesterday|last night|today",
    "sent": r"sent|wrote|put|said|gave|mailed|e-?mailed|submitted|answered",
}
LOGISTICS = shapes(
    (
        r"(?:i'?ll|i (?:will|shall|may|might)|(?:and|so) (?:i )?(?:will|shall)|going to) be (?:\w+[- ]){0,6}(?:late|"
        r"delayed|behind)(?= ?[.,;:!]|$| for| to| by| because| and| this| getting| sorry)(?! for the (?:post|role|"
        r"deadline))|(?:minutes?|hour) (?:late|behind)",
        r"running (?:\w+ )?(?:late|behind)|nearer (?:\w+) than (?:\w+)|be (?:there )?later than",
        r"(?:{vehicle})(?:'s| is| has been| has| are| have)(?: \w+){0,3} (?:standing|stuck|late|delayed|cancelled|"
        r"canceled|broken down|stopped|not running|flat|blocked)",
        r"(?:i'?m|i am|we'?re|been|sitting) (?:\w+ )?(?:stuck|held up|stopped|stranded|dead stopped|in a ditch)(?: in|"
        r" on| at| behind| outside| near)|broken down (?:at|on|near|outside)",
        r"(?:{ailing})(?: \w+){0,8} (?:today|tomorrow|this morning|since|tonight|in the night|interview|trial|"
        r"appointment)|(?:{ailing})(?: \w+){0,8} (?:can'?t|cannot|couldn'?t|must not|won'?t|unable)",
        r"(?:can'?t|cannot|couldn'?t|unable to|not able to|won'?t be able to)(?: \w+){0,3} (?:come|make|attend|join|"
        r"be)(?: \w+){0,4} (?:today|this morning|this afternoon|tonight|at (?:four|three|two|one|ten|\d+))",
        r"(?:i'?m|i am) (?:now |just |here |already |standing |sitting |waiting )?(?:at|outside|in|by) (?:{place})",
        r"(?:link|zoom|teams|meet|call|video|audio|code|password|invite)(?: [\w']+){0,6} (?:doesn'?t|does not|isn'?t|"
        r"won'?t|will not|fails?|failed|errors?|expired|keeps|gives|says|dead|empty)",
        r"(?:can'?t|cannot|unable to|could not|couldn'?t) (?:\w+ )?(?:find|get into|get in|connect|join|log in|open|"
        r"see) (?:\w+ ){0,3}(?:entrance|building|office|address|call|meeting|link|room|door|place|bell)",
        r"waiting for (?:the )?host|(?:miss|missed) my (?:connection|train|bus|flight|stop)",
    ),
    _SETS,
)
"""The day itself: late, at the door, the link fails, ill today."""
PRACTICAL = shapes(
    (
        r"which (?:entrance|door|floor|building|room|gate|platform)|where (?:do|should|can) i (?:park|come in|go)|"
        r"who (?:do|should) i ask for|what should i (?:bring|wear)|should i bring",
    )
)
"""What one asks on the way to an appointment."""
CORRECTION = shapes(
    (
        r"(?:forgot|forgotten|failed|omitted|neglected|managed not) to (?:attach|include|enclose)|meant to (?:attach|"
        r"enclose)|(?:forgot|left off|left out) (?:the|my) (?:attachment|cv|resume|file|certificate|reference)",
        r"(?:this time|now) with (?:the |my )?(?:attachment|file|cv|resume|document)|(?:a|one|quick|small|little|"
        r"my) (?:\w+ )?corrections?(?= ?[:.,]|$| to)|corrected (?:\w+ )?(?:version|one|copy|cv|resume|résumé|file|"
        r"letter)",
        r"(?:ignore|disregard|discard|delete) (?:my|the) (?:\w+ ){0,2}(?:last|previous|earlier|first|other|"
        r"one before)(?: \w+)?",
        r"(?:sent|attached|enclosed|put|gave)(?: \w+){0,3} the wrong (?:\w+)|apologies: wrong",
        r"{sent}(?: \w+){0,8} {ago}(?: \w+){0,8} (?:not|wrong|instead|should|transposed|corrected|blank|blunder|slip|"
        r"typo|mistake|old|last year'?s|meant|no room|in error)",
        r"(?:should|ought to) (?:have been|have read|read|be|have written|have said|say|end in)(?: \w+)? ?(?:\d+|\"|"
        r"not)|ends? in \d+, not|(?:it|that|which|the \w+) (?:is|was|should be) [\w ]{1,30}, not |"
        r"what i meant(?: \w+){0,6} (?:was|is)",
        r"i {sent}(?: \w+){0,3} \d+[;,]?(?: \w+){0,6} (?:it was|it were|and it should|it should|should)",
        r"(?:sorry|apologies|oops|whoops|my mistake|apologise|apologize)(?: \w+){0,8} (?:attach|attached|attachment|"
        r"meant|typo|wrong (?:file|version|date|name|document))",
        r"(?:page|part|half) of my (?:last|first|previous|earlier) (?:mail|e-?mail|message) was (?:blank|missing|"
        r"garbled|cut)",
    ),
    _SETS,
)
CORRECTION_IN_SUBJECT = shapes(
    (
        r"(?:\w+ )?corrections?|corrected(?: \w+)?|apologies: wrong \w+|second (?:mail|e-?mail|message) today|"
        r"wrong (?:file|attachment)|with attachment(?: this time)?",
    )
)
APPLICATION = shapes(
    (
        r"(?:i|to|am|i'm|hereby|and|like to) (?:\w+ )?(?:apply|applying) (?:for|to|as)(?: \w+){0,6}|(?:my|this|an|"
        r"in) application (?:for|to|as)",
        r"(?:should|would|'d|wish|want|like|beg) (?:\w+ )?to be considered|put(?:ting)? (?:myself |my name |"
        r"me )?(?:in for|forward)|(?:putting|put|sending) my name (?:in|down)|put in for|throw(?:ing)? my hat",
        r"(?:saw|see|seen|read|noticed|found|came across|spotted|heard|hear|told|says?|said)(?: \w+){0,6} (?:advert|"
        r"ad|advertised|posting|posted|vacancy|notice|looking for|hiring|are after|you're after|short of|need|listing|"
        r"opening|retiring|take (?:on )?(?:\w+ )?apprentice|in the window|on your sign|on the board)",
        r"(?:would|could|might|do|does|are|is|have)(?: you| there| the \w+)(?: \w+){0,5} (?:consider|opening|openings|"
        r"vacancy|vacancies|taking anybody|taking on|take on|hiring|short of|any use for|any room for|"
        r"need (?:of )?(?:an?|any)|want an?(?:other)?|an intern)",
        r"(?:i'?m|i am) (?:\w+ ){0,2}(?:looking for|seeking|after) (?:an?|any|some|(?:\w+ )?work|early|full|part|my|"
        r"(?:\w+ )?employment)(?: \w+){0,4}",
        r"(?:writing|wanted|want|would like|i'?d like|write) to (?:apply|introduce myself|offer myself|"
        r"offer my services|express my interest|enquire|inquire|ask (?:about|whether|if) (?:\w+ ){0,3}(?:openings?|"
        r"vacanc|work|jobs?|wants?))",
        r"(?:throwing my hat in|expression of interest|speculative)(?: \w+){0,3}|i(?:'d| would) (?:love|"
        r"like) to (?:work|help|try|learn|have a go)(?: \w+){0,2} (?:in|for|at|with|out|it)|if you'?(?:re|"
        r" are) ever short|need hands|have me as",
        r"(?:my )?(?:\w+ )?(?:cv|c\.v\.|resume|résumé|portfolio|work history|lookbook|"
        r"showreel)(?: and(?: \w+){1,4})? (?:is|are) (?:\w+ )?(?:attached|enclosed|linked|below|on its way|at)",
        r"you (?:don'?t|do not) know me|myself \w+ \w+, i am",
    ),
    _SETS,
)
STRANGER = shapes((r"to whom it may concern|dear (?:sir|madam|sirs|hiring|recruit)",))
SCHEDULING = shapes(
    (
        r"(?:{when})(?: \w+){0,5}(?: |,? ?)(?:{suits})",
        r"(?:{when})(?: at \w+)?, please|(?:confirmed|i confirm|to confirm|confirming)(?: \w+){0,8}|(?:that|it|"
        r"this)(?:'s| is)? (?:suits|suit|works|fine by me|fine with me|fine for me)",
        r"(?:could|can|would|may|might|shall)(?: \w+){0,4} (?:move|reschedule|postpone|rearrange|bring forward|push|"
        r"shift|say|make it|swap)(?: \w+){0,5} (?:{when}|later|earlier|forward|next|another|different|time|to)",
    ),
    _SETS,
)
APPOINTED = shapes(
    (
        r"i'?ll (?:\w+ )?be (?:there|in|at|with you)|i (?:will|shall) (?:\w+ )?(?:be (?:there|at|in|with)|attend|come|"
        r"join|dial in|ring|call)",
        r"i (?:can|could) (?:\w+ )?(?:do|make|manage|come|be|call|talk|meet)(?: \w+){0,5} (?:{when})|(?:i'?m free|"
        r"i am free|i'?m available|i am available|available|free)(?: \w+){0,5} (?:{when}|next week|from|after|before|"
        r"on|between|most)",
        r"(?:see|meet) you (?:\w+ ){0,3}(?:{day}|tomorrow|then|there|at|on|next)",
        r"(?:can'?t|cannot|unable to|won'?t be able to) (?:\w+ )?(?:make|do|attend|come)(?: \w+){0,2} (?:{when})",
        r"(?:another|a|the|an? earlier|a later) (?:time )?(?:slot|hour|time|day)(?= ?[?.])",
    ),
    _SETS,
)
"""Speaks of coming at some time, which somebody who was not asked to may do as well."""
PROPOSED = shapes(
    (
        r"(?:could|can|would|shall|do|will|does|is|are|please|to|may|should)(?: \w+){0,12} (?:{clock})|"
        r"(?:{clock})(?: \w+){0,6} (?:\?|suit|work|confirm|ok|possible)|(?:interview|call|visit|trial|assessment|demo|"
        r"chat|training|induction|test|tour|session|meet|shift)(?: \w+){0,6} (?:{clock})|"
        r"see you (?:\w+ ){0,2}(?:{clock})|{clock}\?",
    ),
    _SETS,
)
"""The other side proposes a time."""
ANSWER = shapes(
    (
        r"as (?:you )?(?:requested|asked|promised|agreed|discussed)|you (?:asked|wondered|requested|told me to|"
        r"wanted to know|wrote)(?: \w+){0,4} (?:for|to|whether|about|how|when|if|which|my|that|what|see|one|me)|"
        r"you(?:'d)? (?:asked for|wanted)|(?:that|which|things) you (?:asked|wanted|needed|requested)",
        r"(?:in|to) (?:answer|reply|response) (?:to )?(?:your|you)|to answer your|with reference to your question|"
        r"answer to your question",
        r"(?:attached|enclosed|here)(?: \w+){0,3} (?:is|are|the|my)(?: \w+){0,4} (?:you|requested|references?|"
        r"certificates?|documents?|form|portfolio|samples?)|(?:references?|certificates?|form|scan|test|documents?|"
        r"payslips?)(?: \w+){0,3} (?:is|are)? ?(?:attached|enclosed|below)",
        r"(?:let me know as soon as|send (?:it|them|you)(?: \w+){0,3} when)(?: \w+){0,2} (?:had|have|found)",
    )
)
ASKED = shapes(
    (
        r"(?:please|kindly|pls)(?: \w+){0,3} (?:send|let|confirm|tell|give|explain|name|advise|answer|reply|bring|"
        r"fill|list|provide|indicate|return|share)|(?:could|can|would|will|do|did|have|are|is|what|which|how|when|"
        r"where|who|why|any|does|has)(?: [^.!?]{1,160})?\?|(?:need|want)(?: \w+){0,4} (?:by|before|your|from you)|"
        r"let me have",
    )
)
"""The other side asks something, or for something."""
