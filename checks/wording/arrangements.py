"""A rule of `presumption`: asking for what only the hired get."""

from __future__ import annotations

from checks.phrases import Rule, shapes
from checks.wording.hired import ELSEWHERE, PAST, WORDS

THINGS = Rule(
    name="presumption.things",
    message="A recruiter would read that you ask for, or arrange, what only somebody who is hired gets.",
    advice="Leave this until there is an offer: then they will tell you, and will be glad of your questions. "
    'For now, "Thank you for your time. I would be glad to hear more about how the team works" says it.',
    hits=shapes(
        (
            # rota and pay
            r"add me (?:~ )?(?:to|on|onto|in) (?:the|your) "
            r"(?:~ )?(?:rota|roster|schedule|payroll|system|staff (?:list|page|group)|shifts?)",
            r"(?:^|please |pls |kindly |(?<!'s )(?<!has )just |and |so |can you |could you |now )(?:put|pencil|sign|"
            r"mark|count) "
            r"(?:me|my name) (?:~ )?(?:on|onto|down|in|up) (?:~ )?(?:for|on|as)? "
            r"?(?:~ )?(?:truck|rota|roster|schedule|shifts?|payroll|van|till|{day}|early|lates?|nights?|call|"
            r"locker)(?! (?:interview|slot))",
            r"(?:^|please |just |kindly )put me (?:in|with|on) (?:~ )?(?:gang|crew|team|squad)",
            r"which (?:~ )?(?:team|shift|ward|section|crew|department|class|line|floor) (?:will|am|shall|do) i "
            r"(?:~ )?(?:be|put|in|on|get|work)",
            r"(?:what|which|when) (?:~ )?shifts? (?:am i|i'?m|im|do i|will i|have i)",
            r"(?:let me know|tell me|send me|what are|when are|email me) (?:~ )?my "
            r"(?:first )?(?:shifts?|hours|rota|schedule|duties|start time)(?! would| could)",
            r"(?:note|put|enter|mark|add|block|key) (?:~ )?(?:that|this|it|them|those|my \w+) "
            r"(?:down )?(?:in|on|into|to) the "
            r"(?:~ )?(?:rota|roster|leave calendar|holiday chart|wall planner|team calendar)",
            r"(?:note|put) (?:~ )?(?:rota|roster|team calendar) that i",
            r"(?:payroll|hr|accounts|it|personnel) (?:can|could|will|to|must|should) "
            r"(?:set me up|pay me|add me|put me)",
            r"for payroll",
            r"(?:send|need|give|forward|submit|have|email) (?:~ )?my bank details",
            r"bank details (?:~ )?(?:to|for)",
            r"my (?:salary|pay|wages) (?:will )?(?:be )?(?:paid|go|goes|come|comes) (?:~ )?(?:on|in|into|to|by)",
            r"how (?:many|much) (?:~ )?(?:leave|holiday|holidays|pto|vacation) do i (?:get|have)",
            r"(?:my|our) (?:summer |annual )?leave (?:for this year|before i arrive|in the diary)",
            # keys, codes, desks, badges
            r"(?:send|give|tell|email|text) me "
            r"(?:~ )?(?:login|log-?in|password|access|door code|pin|code|rota|roster|handbook|staff \w+|shifts?|"
            r"schedule|wifi)",
            r"what(?:'?s| is) the (?:\w+ )?(?:wi-?fi|door|alarm|staff|gate|office)? ?(?:password|code|login|pin)",
            r"(?:code|keys?) (?:for|to) (?:the|my) "
            r"(?:~ )?(?:gate|door|cage|van|truck|alarm|shop|office|store|building|locker)",
            r"get the keys",
            r"which (?:~ )?(?:desk|terminal|locker|chair|room|office|van|truck|bay|space|till|station|bench|classroom|"
            r"machine|cabin|cab|bed|bunk|hook|peg|gate) (?:will be|is|should be|do i|am i|would be) "
            r"(?:mine|getting|get|have|given|use)?",
            r"which (?:~ )?{gear} is (?:mine|my)",
            r"(?:do|will) (?:i|we) (?:have|get|share) (?:my|our) own {gear}",
            r"(?:when|where|how|which|what|who|whom|will|is|are|enquir\w+ about|and|day) (?:~~ )?(?:my|the staff|the) "
            r"(?:company |official )?(?:{gear}|contract|uniform|car)(?: will)? "
            r"(?:be (?:\w+ )?(?:ready|couriered|sent|delivered|waiting|issued|set up|printed|posted|ordered|released)|"
            r"ready|arrive|come through|mine)",
            r"(?:do|will|when do|where do|can|should|how do) i "
            r"(?:~ )?(?:get|collect|pick up|receive|have|be given|be getting|pick out|choose) "
            r"(?:~ )?(?:my|the|our|a|an) (?:\w+ ){0,2}(?:{gear}|shifts?|schedule|keys?|contract|van)",
            r"(?:have you|once|when) (?:made|printed|ordered|issued|you print|you make) my {gear}",
            r"once my {gear} is",
            r"(?:set up|create|activate|order|print|prepare|reserve|arrange|issue|programme?) "
            r"(?:~ )?(?:me )?(?:my|for me an?) (?:[\w-]+ ){0,2}{gear}",
            r"(?:^|please |kindly )(?:order|prepare|arrange|reserve|issue) (?:~ )?(?:for me|for my|my)",
            r"have (?:~~ )?(?:leave|send|post|deliver|issue) my (?:{gear}|keys)",
            r"(?:i'?d like|i want|i'?ll need|i will (?:also )?need|i'?ll take|i will take|i'?ll have|will want) "
            r"(?:~ )?(?:the|two|my|one|left-handed|three|a staff) "
            r"(?:[\w-]+ ){0,3}(?:{gear}|corner office|keys?|filing cabinet|lower bunk)",
            r"my (?:\w+ )?preference is (?:a|the) (?:~ )?(?:{gear}|office)",
            r"who has my {gear}",
            r"which (?:one|unit|truck|van|room|bunk|cab|route|round|desk|locker|peg|hook|of the (?:rooms|desks|vans|"
            r"trucks))"
            r"(?:'s| is) (?:mine|for me)",
            r"(?:what|which) (?:truck|van|route|round|team|crew|desk|cab|bay|ward|shift|line) (?:am i|i'?m|shall i be|"
            r"will i be) (?:on|in|at|driving|with)",
            r"which (?:slack |teams )?channels (?:should|do|shall) i (?:be|join)",
            r"(?:^|please |kindly |just |that you )(?:reserve|keep|save|hold) (?:~ )?(?:for me|me|my) (?:~ )?(?:house|"
            r"room|bed|bunk|quarters|flat|bench|chair|"
            r"spot|corner|cottage|caravan|table by)(?! for the (?:night|interview))",
            r"(?:order|get|buy|requisition) me (?:a|an|the|two) (?:[\w-]+ ){0,2}(?:{gear}|thinkpad|macbook|fob|"
            r"jacket|helmet|phone|toolbox|coat|vest)",
            r"(?:set me up|get me set up|set us up|get us|put us|add us) (?:~ )?(?:in|on|with|to) (?:the |your "
            r")(?:[\w-]+ ){0,2}"
            r"(?:app|system|payroll|timesheets?|plan|portal|scheme|slack|rota|pension|insurance)",
            r"my (?:start packet|starter pack|welcome pack|joining formalities|staff discount|works number|"
            r"employee (?:number|id)|payroll number|token for the|works pass)(?! (?:at|from|with|in my|was))",
            r"know (?:of )?the joining formalities",
            r"salary advance|advance on my (?:first )?(?:salary|wages|pay)",
            r"(?:when|which day|what day|which date of the month|what date) (?:do|are) (?:we|i) (?:get )?(?:paid|"
            r"getting paid)",
            r"(?:to )?who(?:m)? (?:do |shall |should )?i (?:hand|give|send) (?:in )?my (?:p45|p46|tax|bank|payroll)",
            r"what my tax code",
            r"when is my contract",
            r"where (?:do|shall|should) i sign(?! (?:in|up|the (?:form|consent|visitors|register)))",
            r"(?:i'?d|i would) be (?:glad|grateful) (?:of|for) a (?:lanyard|fob|badge|locker|key|peg|parking space|"
            r"uniform)",
            r"drop by for (?:the|my) (?:fob|keys?|badge|pass|uniform|laptop|code|lanyard)",
            r"my (?:badge|apron|name ?badge|name tag) (?:can|should|is to|ought to|must) say",
            r"have the (?:name ?badge|badge|name tag|apron|door) say",
            r"(?:^|[.;:] |please |kindly |so )put me (?:down|next to|beside|between|near|in the|on the|at the|under|"
            r"in for|on at)"
            r"(?! (?:list|shortlist|waiting|mailing|reserve|picture|frame|map|spot|as)\b)",
            r"(?:leave|keep|save|hang|drop) (?:me )?the (?:\w+ )?keys?(?! (?:of|to) (?:my|their))(?: of| under| with| "
            r"for| in| on|[.,;]|$)",
            r"(?:have|had|having|get|got) (?:[\w' -]{1,30} )?keys? (?:for me )?(?:cut|copied|made)(?! (?:for|by) "
            r"(?:my|a) (?:old|"
            r"neighbour|mother))",
            r"(?:cut|cutting) me an? (?:spare |set of |second )?keys?",
            r"(?:when|once|after) i get my keys?|give me my keys?|who'?s got the keys",
            r"a set of keys (?:to|for) (?:the|your|me)",
            r"(?:^|[,;] |and |please |kindly )tell my (?:girls|children|lads|boys|class|team|lead|crew|seedlings|"
            r"pupils|residents|new \w+)",
            r"tell the (?:night|day) (?:crew|man|shift|lads?)",
            r"tell (?:the|your|them) (?:[\w-]+ ){0,4}?(?:to (?:expect|leave|save|get|clear|find) (?:me|my)\b|(?:that "
            r")?(?:their|his|her) "
            r"new|i'?m the one|(?:that )?\w+ takes (?:second|two sugars|\w+days))",
            r"(?:like|prefer|want|have) my (?:wages|salary|pay)(?! (?:slip|to (?:rise|grow|go up|reflect|match)|"
            r"expect))",
            r"my salary account",
            r"clear (?:me )?(?:a|the) (?:hook|bunk|bench|shelf|desk|peg|chair)(?= |[.,;]|$)",
            r"(?:leave|save|keep) me (?:the|a) (?:spot|desk|seat|peg|hook|chair|corner|bench|keys?)",
            r"(?:unit|van|truck|desk|locker|office|kitchen|bench|class|classroom|room|chair|trolley|route|till) "
            r"(?:[\w']+ ){0,6}?is (?:now "
            r"mine|mine now)",
            r"(?:have|get) a locker (?:~~ )?ready|a locker (?:near|by|next to|away from)",
            # clothes
            r"(?:what|which) (?:~ )?(?:top|shoes|trousers|uniform|shirt|clothes|boots|apron) (?:~ )?do (?:i|we) "
            r"(?:wear|get|need)",
            r"i(?:'?m| take| wear|'ll need| need| am) an? "
            r"(?:size (?:small|medium|large|x+l|\w+ (?:boot|shoe)|\d+)|small|medium|large|"
            r"x+l)(?! (?:team|firm|company|portion|group|business|part|number))",
            # contract and who is who
            r"when (?:~ )?(?:expect|get|see|sign) (?:~ )?(?:the|my) contract",
            r"(?:please|could you|can you|kindly|just) "
            r"(?:~ )?(?:send|email|post|forward|prepare|draw up|get|let me have|have) (?:me )?(?:over )?(?:the|my) "
            r"contract",
            r"let me have the contract",
            r"all you need do is countersign",
            r"who do i (?:send|give|forward|email) (?:my|the) (?:passport|p45|p60|tax|ni|national insurance|paperwork)",
            r"who do i (?:text|call|ring|ask|report to|see) (?:when i|if i'm (?:ill|sick|late)|on)",
        ),
        WORDS,
    ),
    guards=shapes(
        (
            r"whoever",
            r"would whoever",
            r"hired",
            r"successful",
            r"candidates",
            r"new starters",
            r"provided",
            r"if i",
            r"if you (?:choose|pick|hire|take)",
            r"should i (?:be|get|join)",
            r"were i",
            r"would (?:i|the|a|it)",
            r"interviews?",
            r"trial",
            r"test",
            r"visit",
            r"presentation",
            r"assessment",
            r"expenses",
            r"application",
            r"reference",
            r"(?:bring|use|with) my own",
            r"(?<!will )(?<!do )i have my own",
            r"customers?",
            r"clients?",
            r"at my last",
            r"in my (?:last|current|present)",
            r"portal",
            r"your website",
            r"online",
        )
    )
    + PAST
    + ELSEWHERE,
    finds=(
        "When will my badge be ready?",
        "Can you ask IT to set up my account under my maiden name?",
        "Put me down for Tuesday on the March schedule.",
        "I'd like the desk by the window.",
        "Whom should I send my bank details to for payroll?",
        "Where do I pick up my badge?",
        "Could you order me a left-handed mouse? I will need my own desk.",
        "I take a medium in the polo shirt; which locker is mine?",
        "Which parking space is mine?",
        "Please note in the team calendar that I take weeks 31 to 33.",
        "Which one's mine?",
        "What truck am I on?",
        "Please order me a ThinkPad without Windows.",
        "Please keep my bed in the staff house.",
        "Just put my start packet in the mail.",
        "When do we get paid for the holiday week?",
        "My apron can say Jo.",
        "Close the req and set me up in the timesheet app.",
        "Put me next to the lad with the radio.",
        "Please have a second key cut for the workshop.",
        "Leave the keys with the café.",
        "I'd like my wages on Thursdays.",
        "Tell the night crew I take second break.",
        "Clear a hook for my coat, lass.",
        "Could the porter let me have a set of keys to the wet lab?",
    ),
    spares=(
        "Would whoever is hired get a locker?",
        "Should I bring my own laptop?",
        "Where should I park for the interview?",
        "If I joined, when would I get my badge?",
        "I need a chair with arms for the interview.",
        "I have my tools and my keys with me.",
        "I'd like a job with an office one day.",
        "My daughter put me on the network that same night.",
        "Please put me down for the Tuesday interview.",
        "My manager's just put me on till 4, so I can't make 2.",
        "There were two coats on the hook; the blue one is mine, I think, and which one is yours I don't know.",
        "Please keep my chair by the window for the interview.",
        "Would you get us on the line at two for the interview?",
        "I gave up my staff discount at Boots.",
        "Please put me on the shortlist.",
        "Tell the lad that the top drawer sticks.",
        "Please tell your receptionist that her good morning helped.",
        "I learned to clear a table in four minutes.",
        "The keys of the shed are back under the bucket, as you asked.",
        "I've never had a key cut so well as by the man at the market.",
        "Please put me in touch with the porter.",
        "I must tell my landlord whether I keep my room over the winter.",
    ),
)
