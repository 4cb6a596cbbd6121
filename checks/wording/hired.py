"""The words of `presumption`: dates, gear, people; hope and condition; and what shows a real offer. Data."""

from __future__ import annotations

from checks.phrases import shape, shapes

WORDS = {
    "date": r"{day}|the \d{1,2}(?:st|nd|rd|th)?|the (?:first|second|third|1st|fifteenth|tenth)|{month}(?: \d+)?|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}|tomorrow|next (?:week|month)|\d{1,2}[/.]\d{1,2}|half seven|monday",
    "gear": r"badge|key ?card|name ?tag|name ?badge|id card|security pass|lanyard|locker|desk|laptop|uniform|tunic|"
    "hoodie|"
    r"apron|scrubs|hi-?vis|parking (?:space|spot|permit|place|bay)s?|staff (?:discount|card|pass|parking)|e-?mail "
    r"(?:account|"
    r"address)|account|login|log-?in|business cards?|company (?:car|phone|van|laptop|card)|headset|screens?|monitors?|"
    r"chairs?|"
    r"workstation|induction|onboarding|pay ?roll|pay ?check|pay ?slip|start(?:ing)? (?:date|time)|starter pack|rota|"
    r"tablet|"
    r"mouse|keyboard|polo shirt|overalls|hard hat|berth|bunk|classroom|van|truck|till|work ?bench|pigeon ?hole|name "
    r"?plate",
    "people": r"(?:~ )?(?:boss|manager|supervisor|employers?|foreman|landlord|landlady|family|mum|mom|mam|mother|dad|"
    "father|"
    r"parents|wife|husband|partner|kids|children|girlfriend|boyfriend|fianc\w+|friends?|mates?|buddies|colleagues?|"
    r"co-?workers?|team|church|agency|agencies|neighbou?rs?|head|school|gaffer|chef|nan|gran|work|firm|company|"
    r"clients?|"
    r"whole (?:street|family|village)|bank|pastor|coach|squad|flatmates?|roommates?|in-laws)|everyone(?: i know)?|"
    r"everybody|"
    r"people",
    "begin": r"start|begin|commence|report|resume|take up|clock in|be starting|be reporting|be "
    "commencing|be "
    r"beginning|be taking up|be with you|start work|start working|begin work|starting",
    "where": r"(?:you|you all|y'all|the (?:team|company|firm|crew|staff|ward|kitchen|school|shop|depot|office)|your "
    r"\w+|work|"
    r"with you(?: all)?|for you|for duty|duty|for work|as your \w+(?: \w+)?|as the (?:new )?\w+|in (?:the|my) (?:new "
    r")?(?:role|job|"
    r"post|position)|the (?:post|position|role|job)|my (?:duties|post|position|role|new \w+)|here|to (?:the|your) \w+)",
    "mine": r"my (?:new |future |soon-to-be )(?:~ )?(?:team|team-?mates|colleagues?|co-?workers|job|role|post|"
    "position|office|"
    r"desk|boss|manager|employer|workplace|crew|department|workmates|ward|class|classroom|kitchen|shop|firm|school|lab|"
    r"company|staff|pupils|patients|clients|customers|commute)",
    "notice": r"(?:notice|resignation)",
}
HYPOTHETICAL = shape(
    r"would whoever|whoever|if|(?:^|[,;] ?|and )should i (?:be|get|join|become|succeed|make|come)|were i|would|"
    r"'d(?! (?:like|want))|"
    r"could|"
    r"hope|"
    r"hopefully|hoping|wish|perhaps|maybe|might|may(?! \d)|chance|opportunity|possibility|prospect|assuming|provided|"
    r"unless|in case|"
    r"subject to|depending|whether|imagine|the successful|successful (?:candidate|applicant)|candidates|earliest|"
    r"notice "
    r"period|available|availability|able to|can(?!'?t| i | u | you )|pending"
)
APPOINTMENT = shape(
    r"interviews?|trial|trials|taster|stage|test|tests|testing|assessment|observation|shadow(?:ing)?|visit|meeting|"
    r"call|"
    r"chat|open day|tour|appointment|audition|course|class|training course|degree|studies|exams?|term|semester|"
    r"internship "
    r"ends|present (?:employer|job|post)|current (?:employer|job|post|role|contract|team)|reception|presentation|"
    r"workshop "
    r"on|webinar|conference|rehearsal|evening classes|diploma|certificate|module|phd|master'?s"
)
PAST = shape(
    r"was|were|had|used to|each|every|last year|in (?:19|20)\d\d|ago|merged|redundan\w+|for the past|(?:in|on|"
    r"during) my "
    r"first \w+ (?:there|at|as|with)|i (?:rewrote|lost|learned|learnt|got|met|felt|made|ran|set up|built|worked|"
    r"joined|started|"
    r"began|wrote|took|kept|led)"
)
REASON = shape(
    r"because|redundan\w+|closing|closes|closed|if|would|in case|looking|that i (?:am|was) applying|applying|moves|"
    r"shuts|shut|"
    r"relocat\w+|applied|reference|references?|referees?|interviewing|in (?:january|february|march|april|may|june|"
    r"july|august|"
    r"september|october|november|december)|last (?:year|month|spring|summer|autumn|winter)|to (?:look after|care for|"
    r"study|"
    r"travel|retrain)|ago|in (?:19|20)\d\d|search"
)

OFFERED = shapes(
    (
        r"(?:thank(?:s| you)|grateful|pleased|delighted|thrilled|happy|glad|honou?red|over the moon) (?:~~ )?(?:for|"
        r"with|to "
        r"(?:get|receive|have)|by|about) (?:~ )?(?:the|your|this|that) (?:~ )?(?:offer(?: letter)?|contract|letter of "
        r"appointment|appointment letter)(?! of (?:a|an) (?:call|chat|interview))",
        r"(?:for )?offering me (?:~ )?(?:~ )?(?:post|position|job|role|place|contract|apprenticeship|placement|"
        r"internship|"
        r"band \d|shifts?)",
        r"you(?:'ve| have)? (?:kindly )?offered me|you gave me the (?:job|post|position|role)|for giving me the "
        r"(?:job|post|"
        r"position|role)",
        r"(?:i|to|gladly|happily|formally|delighted to|pleased to|we) (?:~ )?accept(?:ed|ing)? (?:~ )?(?:the|your|"
        r"this)? ?"
        r"(?:~ )?(?:offer|post|position|job|role|terms)|(?:signed|countersigned) (?:~ )?(?:contract|offer|acceptance)"
        r"(?! of my own)",
        r"(?:i|and) accept(?:,| with| -|\.|!|$)|your (?:job )?offer|offer of employment|offer letter|formal offer|"
        r"letter of appointment",
    )
)
