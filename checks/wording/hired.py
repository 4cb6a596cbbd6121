"""The words of `presumption`: dates, gear, people; hope and condition; and what shows a real offer. Data."""

from __future__ import annotations

from checks.phrases import shapes

WORDS = {
    "date": r"{day}|the \d{1,2}(?:st|nd|rd|th)?|"
    r"the (?:first|second|third|1st|fifteenth|tenth)(?= of|[.,;!?]|$| and| with| at)|{month}(?: \d+)?|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}|tomorrow|next (?:week|month)|\d{1,2}[/.]\d{1,2}|half seven|monday",
    "gear": r"badge|key ?card|name ?tag|name ?badge|id card|gate pass|security pass|lanyard|locker|desk|laptop|"
    r"uniform|tunic|hoodie|apron|scrubs|hi-?vis|safety boots|parking (?:space|spot|permit|place|bay|sticker)s?|"
    r"staff (?:discount|card|pass|parking|disc|quarters)|e-?mail (?:account|address)|account|login|log-?in|"
    r"business cards?|company (?:car|phone|van|laptop|card|truck)|headset|screens?|monitors?|chairs?|workstation|"
    r"induction|onboarding|pay ?roll|pay ?check|pay ?slip|start(?:ing)? (?:date|time)|starter pack|rota|tablet|mouse|"
    r"keyboard|polo shirt|overalls|hard hat|berth|bunk|classroom|van|truck|till|work ?bench|pigeon ?hole|name ?plate|"
    r"peg",
    "people": r"(?:~ )?(?:boss|manager|supervisor|employers?|foreman|landlord|landlady|family|mum|mom|mam|mama|mother|"
    r"dad|father|parents|wife|husband|missus|partner|kids|children|girlfriend|boyfriend|fianc\w+|friends?|mates?|"
    r"buddies|colleagues?|co-?workers?|team|church|agency|agencies|neighbou?rs?|head|school|gaffer|chef|nan|gran|work|"
    r"firm|company|clients?|regulars|lads|girls|crew|whole (?:street|family|village|dorm|year group)|bank|pastor|coach|"
    r"squad|flatmates?|roommates?|in-laws|sister|brother)|everyone(?: i know| at home)?|everybody(?: in \w+)?|people|"
    r"them (?:at|in) (?:the|my) \w+",
    "begin": r"start|begin|commence|report|resume|take up|clock in|be starting|be reporting|be commencing|be beginning|"
    r"be taking up|start work|start working|begin work|starting",
    "where": r"(?:you|you all|y'all|the (?:team|company|firm|crew|staff|ward|kitchen|school|shop|depot|office)|"
    r"your \w+|work|with you(?: all)?|for you|for duty|duty|for work|as your \w+(?: \w+)?|as the (?:new )?\w+|"
    r"in (?:the|my) (?:new )?(?:role|job|post|position)|the (?:post|position|role|job)|"
    r"my (?:duties|post|position|role|new \w+)|here|to (?:the|your) \w+)",
    "mine": r"my (?:new |future |soon-to-be )(?:~ )?(?:team|team-?mates|colleagues?|co-?workers|job|role|post|position|"
    r"office|desk|boss|manager|employer|workplace|crew|department|workmates|ward|class|classroom|kitchen|shop|firm|"
    r"school|lab|company|staff|pupils|patients|clients|customers|commute)",
    "notice": r"(?:notice|resignation)",
    "trade": r"(?!customer|reader|member|neighbour|user|holder|carer|mother|father|brother|sister|former|other|younger|"
    r"older|elder|teenager|owner|winner|speaker|stranger|outsider|newcomer|beginner|letter|number|answer|summer|winter|"
    r"paper|matter|weather|order|offer|tenant|assistant\b)\w+(?:er|or|ist|man|woman|ian|eer)|nurse|chef|cook|head|lead|"
    r"clerk|coach|warden|assistant|analyst|foreman|host|caretaker",
    "joy": r"thrilled|excited|delighted|happy|over the moon|proud|pleased|glad|chuffed|honou?red|stoked|overjoyed|"
    r"pumped|relieved",
}
HYPOTHETICAL = shapes(
    (
        r"if|whether|unless|in case|assuming|provided|subject to|depending|pending",
        r"(?:^|[,;] ?|and )should i (?:be|get|join|become|succeed|make|come)",
        r"were i|would|could|might|may(?! \d)|'d(?! (?:like|want))|perhaps|maybe|hope|hopefully|hoping|wish(?! to "
        r"(?:inform|tell|notify|advise|confirm|state|let you))|imagine",
        r"chance|opportunity|possibility|prospect|whoever|would whoever|the successful",
        r"successful (?:candidate|applicant)|candidates|earliest|notice period|available|availability|able to",
        r"can(?!'?t| i | u | you )",
    )
)
APPOINTMENT = shapes(
    (
        r"interviews?|trial|trials|taster|stage|test|tests|testing|assessment|observation|shadow(?:ing)?|visit",
        r"meeting|call|chat|open day|tour|appointment|audition|reception|presentation|workshop on|webinar|conference",
        r"rounds?|zoom|video|link|lunch|dinner|session|workshop|fair",
        r"rehearsal|course|class|training course|degree|studies|exams?|term|semester|evening classes|diploma",
        r"certificate|module|phd|master'?s|internship ends|present (?:employer|job|post)",
        r"current (?:employer|job|post|role|contract|team)",
    )
)
PAST = shapes(
    (
        r"was|were|had|used to|each|every|last year|in (?:19|20)\d\d|ago|merged|redundan\w+|for the past",
        r"(?:in|on|during) my first \w+ (?:there|at|as|with)",
        r"i (?:rewrote|lost|learned|learnt|got|met|felt|made|ran|set up|built|worked|joined|started|began|wrote|took|"
        r"kept|led)",
    )
)
ELSEWHERE = shapes(
    (
        r"(?:took|taken|hired|chosen|picked|appointed) "
        r"me(?: on)?(?! (?:\d|a|an|the|two|three|hours|aback|through|round|over|for|to|there|home))",
        r"cannot come|can'?t come|cancel",
        r"(?:temp|temping|agency|evening|weekend|volunteer\w*|voluntary|present|current|other) "
        r"(?:job|work|shifts?|post)",
    )
)
"""The job is another one, taken elsewhere or held now."""
REASON = shapes(
    (
        r"because|redundan\w+|closing|closes|closed|moves|shuts|shut|relocat\w+|search|if|would|in case|looking",
        r"that i (?:am|was) applying|applying|applied|interviewing|reference|references?|referees?",
        r"in (?:january|february|march|april|may|june|july|august|september|october|november|december)",
        r"last (?:year|month|spring|summer|autumn|winter)",
        r"ago|in (?:19|20)\d\d",
        r"to (?:look after|care for|study|travel|retrain)",
    )
)

OFFERED = shapes(
    (
        r"(?:thank(?:s| you)|grateful|pleased|delighted|thrilled|happy|glad|honou?red|over the moon) "
        r"(?:~~ )?(?:for|with|to (?:get|receive|have)|by|about) (?:~ )?(?:the|your|this|that) "
        r"(?:~ )?(?:offer(?: letter)?|contract|letter of appointment|"
        r"appointment letter)(?! of (?:a|an) (?:call|chat|interview))",
        r"(?:for )?offering me (?:~ )?(?:~ )?(?:post|position|job|role|place|contract|apprenticeship|placement|"
        r"internship|band \d|shifts?)",
        r"you(?:'ve| have)? (?:kindly )?offered me",
        r"(?:you gave|giving) me the (?:job|post|position|role)",
        r"(?:ringing|calling|phoning|writing) (?:~ )?with the (?:job|post|place|news)",
        r"(?:i|to|gladly|happily|formally|delighted|pleased|happy|we) (?:~ )?(?:accept(?:ed|ing)?) "
        r"(?:~ )?(?:the|your|this)? ?(?:~ )?(?:offer|post|position|job|role|terms|placement)",
        r"(?:pleased|happy|delighted|glad|honou?red) (?:to|for) accept",
        r"(?:signed|countersigned) (?:~ )?(?:contract|offer|acceptance)(?! of my own)",
        r"(?:i|and) accept(?:,| with| -|\.|!|$)",
        r"your (?:job )?offer|offer of employment|offer letter|formal offer|letter of (?:appointment|offer)",
        r"joining instructions|(?:letter|contract) is signed",
        r"as (?:your|the) (?:~ )?(?:confirmation|letter|contract|agreement|e-?mail) (?:~~ )?"
        r"(?:says|said|states|stated|sets out|confirms|confirmed)",
    )
)
