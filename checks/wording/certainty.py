"""Two rules of `presumption`: certainty of being chosen, and joy over a job that nobody has offered."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.hired import APPOINTMENT, ELSEWHERE, HYPOTHETICAL, WORDS
from checks.wording.starts import ADVICE

CERTAIN = Rule(
    name="presumption.certain",
    message="A recruiter would read that you take it for granted that they will choose you.",
    advice="Say why you'd do the work well, and leave the choice to them: "
    '"I believe that my years with engines would be of use to you."',
    hits=shapes(
        (
            # you can stop looking
            r"(?:you|u|ye) (?:can|may|could|should|might as well|wont|won't|will not|needn't|need not|don't|dont) "
            r"(?:~ )?(?:stop|quit|cancel|call off|send home|take down) "
            r"?(?:~ )?(?:looking(?! for (?:the|my|it))|searching(?! for (?:the|my|it))|interviewing|interveiw\w*|"
            r"interviews?|search|anyone else|anybody else|nobody else|the others|others|advert\w*|ad)",
            r"need look no further",
            r"no (?:need|point|reason|sense) (?:to|in|for you to) "
            r"(?:~ )?(?:see|interview|look|advertise|consider|talk|seeing|interviewing|looking)(?:ing)? "
            r"(?:~ )?(?:anyone|anybody|any|at any|further|more|others?|else)",
            r"(?:take|pull) (?:~ )?(?:advert|advertisement|ad|listing|posting|sign|card) (?:down|out)",
            r"take down (?:the|that|your) (?:ad|advert|advertisement|posting|listing)",
            r"(?:tell|let) (?:the )?(?:others?|other candidates|other applicants|rest) "
            r"(?:~ )?(?:needn'?t|don'?t|not|no need|can stop|it'?s gone|it'?s taken)",
            r"send (?:the (?:rest|others?)|them) (?:~~ )?(?:home|away)",
            r"(?:waste (?:~ )?time on|save|spare) (?:the (?:rest|others?)(?! of us))",
            r"interviews? will not be necessary",
            r"no need for (?:any|a) (?:shortlist|further interviews?)",
            r"(?:you|ye) (?:needn'?t|need not|don'?t (?:have|need) to) (?:~ )?(?:advertis|interview|search|"
            r"shortlist)\w*"
            r"(?= (?:again|any|for|the|it|them|that|this|on)|[.,;!]|$)(?! (?:for )?(?:me|my|any of my))",
            r"no (?:call|need|point|reason|sense) (?:to|in) (?:~ )?(?:trouble|bother|put|putting|see|seeing|bring|"
            r"bringing|invite|inviting) (?:~ )?(?:the (?:others?|rest|other two)|them)",
            r"(?:tell|ring|call|inform|write to|let down) the other (?:two|three|four|candidates?|applicants?|one|"
            r"fellow|lad|girl|chap)(?! (?:about|of) (?:this|my|us))",
            r"(?:close|pull|cancel|archive) (?:out )?the (?:req|requisition|vacancy|posting|listing|search|advert)",
            # it is settled
            r"(?:job|post|position|role|chair|desk|vacancy|bench|seat) (?:is|will be) (?:already |practically |"
            r"basically |surely |certainly |now |as good as |to be |going to be )?mine(?! (?:to|if|unless|or|at|in|was|"
            r"alone|for the))",
            r"(?:take|taking|took) (?:it|that) (?:as|for) (?:~ )?(?:settled|decided|read|granted|given|done) that (?:i|"
            r"you'?ll|you will|the (?:job|post|position|role))",
            r"hono?u?r(?:ed)? (?:~ )?to have been (?:selected|chosen|appointed|hired|picked)(?! (?:for|to|as) (?:~ )?"
            r"(?:interview\w*|shortlist\w*|one|meet|attend|come|next|final|second|round|test|visit|speak))",
            r"congratulat\w+ (?:you|you both|you all|yourself|yourselves) on (?:~ )?(?:choice|decision|choosing me|"
            r"new hire|"
            r"having found)",
            r"(?:since|as|because|now that) i (?:shall|will|'ll) be (?:one of (?:them|you|yours)|working (?:there|for "
            r"you|"
            r"with you)|opening up for you|on your (?:team|books|payroll))",
            r"i am now of the",
            r"(?:it's|its|it is|that's|felt like) (?:~ )?(?:a done deal|in the bag)",
            r"consider (?:the (?:\w+ )?(?:job|post|position|role|place|vacancy)|your (?:\w+ )?(?:search|vacancy)) "
            r"(?:done|filled|settled|over|taken|closed)",
            r"your search is over",
            r"(?:the )?(?:job|post|position|role) (?:is|was) as good as mine",
            r"(?:i've|i have|i) got (?:the|this) job(?! (?:at|in|with|through|as|by|because|there|after|when|of|on))",
            r"(?:i take it|i assume|i gather|i trust|i'?m assuming|i presume) "
            r"(?:that )?(?:i'?ve got (?:the|it)|i have got|i'?m hired|i start|my (?:salary|pay|contract|desk|start)|"
            r"the (?:remaining interviews|rest) (?:is|are) a formality)",
            r"(?:thanks|thank you|thank u) for (?:choosing|picking|hiring|selecting|appointing) "
            r"me(?! (?:for|to|as) (?:[\w-]+ ){0,4}?(?:interview\w*|come|go|meet|see|speak|talk|attend|visit|present|"
            r"sit|"
            r"take|practical|shortlist\w*|round|stage|trial|test|assessment|panel|call|next|final|tour|audition|one "
            r"of))",
            r"made the right (?:choice|decision) (?:with|in|by|choosing|picking|hiring) me",
            # it is me
            r"i (?:just |already )?know (?:that )?(?:you'?ll|you will|you're going to|u will) "
            r"(?:pick|choose|hire|take|want|select|offer) me",
            r"(?:certain|sure|convinced) (?:that )?(?:~ )?you'?ll (?:choose|pick|hire) me",
            r"i (?:know|just know|think we (?:both|all) know) (?:that )?(?:i'm|im|i am) "
            r"(?:the one|the guy|the man|the woman|hired|going to (?:get|be)|getting)",
            r"i (?:just )?know (?:~ )?i(?:'ve)? got (?:it|the (?:job|role|post))",
            r"we (?:all|both) (?:know|knew) "
            r"(?:~~ )?(?:where this is going|it's me|how this (?:ends|will)|who's getting it)",
            r"(?:certain|sure) (?:that )?(?:~ )?i will be chosen",
            r"you've got your (?:girl|man|woman|boy|guy)",
            r"i'?m (?:officially |now |already |basically |practically )?your new (?!friend|neighbour|pen)\w+",
            r"i (?:already )?(?:feel|consider) (?:myself )?(?:like )?(?:i'?m )?already (?:part of|one of) "
            r"(?:the|your) (?:team|family|crew)",
            r"you (?:won't|wont|will not) (?:find|get|see) (?:anyone|anybody|someone) better",
            r"see (?:you|u|ya) (?:~ )?{day},? (?:boss|chief|gaffer|partner|colleague)",
        ),
        WORDS,
    ),
    guards=(
        shape(
            r"you (?:\w+ ){0,4}(?:to say|said|told me|say|tell me|wrote)|(?:she|he|they|who) (?:said|says|told me|"
            r"tells me)"
        ),
        shape(r"if|whether|hope|would love|whoever|would be|perhaps|once|until|others? you are seeing"),
        *ELSEWHERE,
    ),
    finds=(
        "You can stop interviewing now.",
        "You can take that advertisement down.",
        "It felt like a done deal to me.",
        "I know I'm the one.",
        "Consider the position filled.",
        "There's really no need to see anyone else.",
        "You needn't advertise again, as I shall be there in June.",
        "In my mind the position is mine already.",
        "It is a great honour to have been selected, and I thank you.",
        "You can tell the other two before the weekend.",
    ),
    spares=(
        "I am confident I can do this work.",
        "If you chose me, you could stop looking.",
        "I know I'm new to the trade.",
        "It's settled weather up here.",
        "I believe that I'm the right person for this role.",
        "There's no need to reply before Monday.",
        "You asked for the form by Friday: consider it done.",
        "Thank you for choosing me for interview.",
        "Thank you for choosing me to come back for the practical.",
        "I'm honoured to have been chosen for the second round.",
        "People ask me whether the job is mine.",
        "You needn't search for my certificates, as they are attached.",
        "You called at four to say the foreman's job is mine.",
        "I tell them that no post is mine until it is signed.",
    ),
)

JOY = Rule(
    name="presumption.joy",
    message="A recruiter would read that you celebrate a job that nobody has offered you yet.",
    advice=ADVICE,
    hits=shapes(
        (
            r"(?:i'?m|i am) (?:so |really |absolutely |just )?(?:{joy}) to be "
            r"(?:~ )?(?:part of|on|in|one of|a member of|your) "
            r"(?:the |your |new |next )?(?:team|family|crew|company|firm|staff)",
            r"(?:{joy}) (?:~ )?(?:that )?(?:i'?ll|i will|i'?m|i am|we'?ll) "
            r"(?:going to )?(?:be )?(?:work(?:ing)?|start(?:ing)?|join(?:ing)?|your|on the team|part of) "
            r"(?:you|your|the|with|for|on|at)?",
            r"(?:{joy}) (?:~ )?(?:to (?:be )?(?:joining|starting)|about joining|about starting) "
            r"(?:~ )?(?:you|your|the|with|on|work|as|next|in|{day})?(?! conversation| discussion| process| next|"
            r" search| you (?:on|at|for|in|via|over|tomorrow|there|by|today|all on))",
            r"(?:can'?t|cannot|can not|cant) wait (?:to|till i|until i|2) "
            r"(?:~ )?(?:start|begin|join|be part|get (?:started|stuck in)|meet my|"
            r"be on)(?! (?:interview|talking|the conversation))",
            r"(?:toast(?:ed|ing)?|celebrat\w+|drink to|drank to|bubbly|champagne) (?:~~ )?my new "
            r"(?:job|role|post|position)",
            r"toast my new",
            r"(?:out|meal|drinks|dinner|champagne|cake|party) (?:~~ )?to celebrate",
            r"celebrat(?:ed|ing) (?:~ )?(?:the|my|our) (?:~ )?(?:new job|job|role|post|position)",
            r"(?:we'?re|i'?m|we are|i am) (?:~ )?celebrating",
            r"(?:i|we) got the job(?! (?:at|in|with|through|as|by|because|there|after|when|of|on))",
            r"dream job (?:is|has) (?:mine|come)",
            r"call(?:ing)? me the (?:new )?(?:head|chief|boss)",
            r"posted (?:it )?(?:~~ )?that (?:i'?m|im|i am) the new",
        ),
        WORDS,
    ),
    guards=(
        *HYPOTHETICAL,
        *APPOINTMENT,
        *ELSEWHERE,
        shape(r"wedding|birthday|anniversary|retirement|exam|graduat\w+|christmas|eid|diwali"),
    ),
    finds=(
        "I can't wait to start!",
        "I'm thrilled to be joining you.",
        "We went out for a meal last night to celebrate.",
        "We're celebrating tonight!",
    ),
    spares=(
        "I would be thrilled to join your team.",
        "I'm excited about the possibility of joining you.",
        "I hope to be starting soon somewhere like yours.",
        "I can't wait to hear more at the interview.",
        "We celebrated our silver wedding last month.",
    ),
)
