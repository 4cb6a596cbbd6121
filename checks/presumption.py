"""Writing as though the job were the sender's already: start dates, desks and badges, notice given, certainty.

Hope and condition ("if selected", "should I join"), confidence in one's ability, questions about whoever is hired, and
everything after an offer that the new words name, are all fine; what the other side wrote is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, shape, shapes
from checks.text import NewText
from checks.wording.arrangements import THINGS, TOLD
from checks.wording.hired import APPOINTMENT, HYPOTHETICAL, OFFERED, PAST, WORDS

_ADVICE = "Write it as a hope, with an if: nobody has offered you the job yet."

START = Rule(
    name="presumption.start",
    message="It fixes a first day, though nobody has offered the job yet.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:what|which) (?:date|day|time) (?:do|would) you (?:want|like|need) me to (?:start|begin|come in on "
            r"my first)(?! the (?:interview|test|trial))|when (?:do|would) you (?:want|need) me to start",
            r"when(?:ever)? i'?m (?:working )?(?:there|with you|for you|here|on the team|in the (?:job|role|post|"
            r"office)),? (?:i'?ll|i will|we)|let me know (?:what|which|when|where) (?:~ )?(?:i'?m (?:on|in|starting|"
            r"working)|to start|i start)|tell me where to (?:go|report|start) (?:on|in)",
            r"when i (?:join|come on board|move in|take up)(?! (?:a|an|my)) ?(?:~ )?(?:{date}|i will|i\'?ll|we\'?ll|"
            r"can we|could you)",
            r"(?:look|looking) forward to (?:being|working as|becoming) (?:~ )?(?:part|member|one) of (?:~ "
            r")?(?:from|in|next|this|on) {date}",
            r"(?:found|got|met|have) your (?:new|next) (?!client|office|website|shop|branch|premises|building|"
            r"product)\w+",
            r"as the new (?:[\w']+,? ){1,4}i(?:\'ll|\'m| will| plan| want| intend| shall| am going)",
            r"(?:{i_will}|i|will|shall) (?:just |then |therefore |gladly )?(?:{begin})(?: {where})?,? (?:(?:on|at|"
            r"from|by|in|for|"
            r"this|bright and early|first thing|as of|starting|coming|after|the first working day of) "
            r"?){0,3}(?:{date}|the first "
            r"working|the school year)",
            r"i'?m (?:starting|beginning|commencing)(?: {where})? (?:(?:on|at|from|by|this) ?){0,2}{date}|i (?:start|"
            r"begin) with you|(?:join|joining) (?:you|the (?:team|company|firm|crew|staff)|your \w+) (?:~ )?(?:on|"
            r"from|in) (?:the (?:first|\d+(?:st|nd|rd|th))|\d+(?:st|nd|rd|th)? {month}|{month}|next month)|(?:i will|"
            r"i'll|i'?m) (?:be )?join(?:ing)? (?:you|the team|your \w+) as",
            r"(?:my|the) (?:start date|starting date|date of joining|first (?:day|shift|week|morning))(?: with you)? "
            r"(?:~ )?(?:will "
            r"be|is|shall be) (?:~ )?{date}",
            r"(?:on|for|at|by|in|from|before|during|until|till|about|of) (?:the end of )?my first (?:day|week|shift|"
            r"morning|friday|"
            r"monday|month|pay)(?! (?:at|in|there))",
            r"see (?:you|u|ya|everyone|everybody|the team|them) (?:all )?(?:~ )?(?:as (?:your|the) (?:new|newest)|for "
            r"my first|"
            r"on my first|for (?:my|the) (?:first|early|late|morning|night) shift)",
            r"as your (?:new|newest|next) \w+|planning my first|working with (?:you|them|everyone)(?: all)? from "
            r"{date}",
            r"(?:be|i'?m|im) (?:~ )?(?:in|there|over|by|along|yours|urs) (?:~ )?(?:from |on |at )?(?:~ )?{date} (?:~ "
            r")?(?:for "
            r"(?:the |my )?(?:first |early |late |night |morning )?shift|to get the keys|to start|to collect)",
            r"(?:i'?m|im) (?:all )?(?:yours|urs) from {date}|resume duty|what time do i (?:start|begin|come in|clock "
            r"in)|when do i "
            r"(?:start|begin)|who will be (?:training|showing|inducting|meeting) me on my",
            r"(?:i will|i'll|i shall|i'm) (?:be )?(?:taking|take) over (?:the|your|on {date}|from {date}|on the|as)|"
            r"when i take over|when i "
            r"start(?! (?:a|"
            r"an|to|my))|(?:tell|let) (?:the|your) team (?:~ )?(?:coming|starting|know)|to my first (?:day|shift|"
            r"week)|as the new (?:\w+ ){1,3}i(?:'ll| will| plan| want| intend| would like)|ready to start (?:then|on "
            r"{date}|{day})|be with you (?:from |on )?(?:{date}|next week)|at your disposal (?:~ )?from|"
            r"from {date} i "
            r"(?:am|will be) (?:at your disposal|with you|yours)",
        ),
        WORDS,
    ),
    guards=(HYPOTHETICAL, APPOINTMENT, PAST),
    finds=(
        "I'll start on Monday the 3rd.",
        "My start date will be Monday 5 January.",
        "See you all on the 14th as your newest account manager!",
        "I begin on Monday at 4 a.m. with the bread.",
        "I'll be there Monday at 5:45 for first shift.",
        "I shall be joining you on the first of the month.",
        "What should I wear on my first day?",
        "what time do i start monday",
    ),
    spares=(
        "If selected, I'll start on Monday the 3rd.",
        "I could start on 1 May.",
        "I'll be there on Tuesday at 3 for the interview.",
        "I can begin on Monday.",
        "I start my course on Monday.",
        "My earliest start date is 4 June.",
        "I'll start on the drawings tomorrow.",
        "I'll be in Leeds on Monday.",
        "In my first week there I rewrote the rota.",
    ),
)

OWN = Rule(
    name="presumption.own",
    message="It speaks of their team, office or work as yours already.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"{mine}(?! (?:at|is|isn't|was|has|in|since|there|and i|as|with|within))",
            r"now (?:that )?(?:we'?re|we are|i'?m|i am|im) (?:~ )?(?:colleagues|co-?workers|on staff|on the team|part "
            r"of|one "
            r"of|going to be|hired|in|joining|a member)",
            r"(?:the|that) (?:girl|boy|man|woman|guy|lady|person|lad|chap|one|fellow) (?:i'?m|i am|i'll be) "
            r"(?:replacing|taking over "
            r"from)",
            r"our (?:\w+ )?(?:office|shop|clinic|ward|store|kitchen|warehouse|depot|lab) (?:as|since) i|our (?:\w+ "
            r")?(?:customers|"
            r"clients|guests|patients|pupils|readers|members) (?:are going to|will) (?:love|like|be)",
            r"(?:the |my )?first (?:thing|order of business|job|task|priority|move|act)(?: (?:we're|we are|i'm|i am|i "
            r"will be|i'll "
            r"be|i'll|we'll|i will|we will)| as \w+| in the job){1,2} (?:\w+)|my first order of business",
            r"(?:will|is going|are going|'ll) (?:~ )?have to go(?:$|\.|!|,)|(?:once|as soon as|now that) i'?m (?:in "
            r"(?:the|my) "
            r"(?:role|post|job|office|chair|seat)|on board|on the team|at my desk|behind|in charge)",
            r"(?:save|keep) (?:me|us) (?:~ )?(?:a seat|a spot|the desk|a desk|a chair|a locker)|(?:cover|sit at) my "
            r"desk",
            r"(?:we|i) (?:will|shall|are going to|'ll|am going to) (?:be )?(?:chang|replac|restructur|reorgani[sz]|"
            r"renam|sack|"
            r"fir(?:e|ing) |dismiss)\w*",
        ),
        WORDS,
    ),
    guards=(
        HYPOTHETICAL,
        PAST,
        shape(
            r"current|present|i have to go|we have to go|accepted|since|because|(?:started|begun|began|left|leaving|"
            r"settled into|settling into|taken on) my|at (?:my|our) "
            r"\w+ (?:now|today)"
        ),
    ),
    finds=(
        "Please say hello to my new team.",
        "Now that we're colleagues, call me Val.",
        "The girl I'm replacing left it in a mess.",
        "The first thing we're changing is the shoe wall.",
        "My new colleagues seemed lovely.",
        "Once I'm in the role I will sort out the stockroom.",
    ),
    spares=(
        "If I joined, I'd want to get to know my new team slowly.",
        "I was asked to bring my new team onto the system.",
        "I have been with my new team at Harrow since May.",
        "I have to go to Leeds on Friday.",
        "My new job at the mill is not what I was told.",
        "Our clients in Leeds will tell you the same.",
    ),
)

CERTAIN = Rule(
    name="presumption.certain",
    message="It takes for granted that you will be chosen.",
    advice="Say why you'd do the work well, and leave the choice to them.",
    hits=shapes(
        (
            r"(?:tell|let) (?:the )?(?:others?|other candidates|other applicants|rest) (?:~ )?(?:needn'?t|don'?t|not|"
            r"no need|can stop|it'?s gone|it'?s taken)|(?:excited|proud|happy|thrilled|honou?red|glad) to be (?:your|"
            r"the) (?:new|next) \w+",
            r"(?:made|making) the right (?:choice|decision) (?:with|in|by|choosing|picking|hiring) (?:me|choosing)|"
            r"(?:thanks|thank you|thank u) for (?:choosing|picking|hiring|selecting|appointing) me|(?:i take it|i "
            r"assume|i gather|i trust|i'?m assuming|i presume) (?:that )?(?:~ )?(?:job|post|position|role|place|i'?ve "
            r"got|i have got|i'?m hired|i start|my (?:salary|pay|contract|hours|desk|start))",
            r"i (?:just |already )?know (?:that )?(?:you'?ll|you will|you're going to|u will) (?:pick|choose|hire|"
            r"take|want|give|select|offer) me|i (?:already )?(?:feel|consider) (?:myself )?(?:like )?(?:i'?m "
            r")?(?:already )?(?:part of|one of) (?:the|your) (?:team|family|crew)",
            r"see (?:you|u|ya) (?:~ )?{day},? (?:boss|chief|gaffer|partner|team|colleague|coach)",
            r"(?:you|u) (?:can|may|could|should|might as well|wont|won't|will not|needn't|need not|don't|dont) (?:~ "
            r")?(?:stop|"
            r"cancel|call off|end|need to|send home|take down|skip) ?(?:~ )?(?:looking|searching|interviewing|"
            r"interveiw\w*|"
            r"interviews?|search|anyone else|anybody else|nobody else|the others|others|advert\w*|ad|seeing)",
            r"no (?:need|point|reason) (?:to|in|for you to) (?:~ )?(?:see|interview|look|advertise|consider|talk|"
            r"seeing|interviewing|"
            r"looking)(?:ing)? (?:~ )?(?:anyone|anybody|any|at any|further|more|others?|else)",
            r"(?:take|pull) (?:~ )?(?:advert|advertisement|ad|listing|posting|sign) down|take down (?:the|that|your) "
            r"(?:ad|"
            r"advert|advertisement|posting|listing)|send (?:the (?:rest|others?)|them) (?:~~ )?(?:home|away)",
            r"(?:it's|its|it is|that's|felt like) (?:~ )?(?:settled(?! (?:weather|on|in))|a done deal|in the bag|"
            r"decided)|done deal|"
            r"consider (?:it|the (?:\w+ )?(?:job|post|position|role|place|vacancy)|your (?:\w+ )?(?:search|vacancy)) "
            r"(?:done|filled|settled|"
            r"over|taken|closed)|(?:your )?search is over|call (?:that|this|it) (?:one )?done",
            r"i (?:know|think we (?:both|all) know|just know) (?:that )?(?:i'm|im|i am) (?:the one|the guy|the man|"
            r"the woman|hired|going "
            r"to (?:get|be)|getting)|i (?:just )?know (?:~ )?i(?:'ve)? got (?:it|the (?:job|role|post))",
            r"we (?:all|both) know (?:~ )?(?:where this is going|it's me|how this (?:ends|will))",
            r"(?:the )?(?:job|post|position|role) (?:is|was) (?:as good as )?mine|(?:i've|i have|i) (?:~ )?got (?:the|"
            r"this) job(?! (?:at|in|with|through|as|by|because|there|after|when|of|on))|"
            r"im in(?:$|!)|i'm in!",
            r"(?:see|can see|knows?) (?:that )?(?:i'?m|i am) the (?:guy|one|man|woman|person|girl)|i'?m (?:officially "
            r"|now |already |basically |practically )?your (?:man|"
            r"woman|guy|girl|new)",
            r"(?:waste (?:~ )?time on|save) (?:the (?:rest|others?)|them the (?:journey|trip|bother|trouble))|the "
            r"rest of your list",
            r"(?:certain|sure|convinced) (?:that )?(?:~ )?(?:is where i'?ll|is where i will|i will be chosen|i have "
            r"the job|i've "
            r"got (?:it|the)|you'?ll (?:choose|pick|hire) me)|you (?:won't|wont|will not) (?:find|get|see) (?:anyone|"
            r"anybody|someone|"
            r"nobody) (?:better|like me|else)",
        ),
        WORDS,
    ),
    guards=(shape(r"if|hope|would love|whoever|would be|perhaps|once"),),
    finds=(
        "You can stop interviewing now.",
        "You can take that advertisement down.",
        "It felt like a done deal to me.",
        "I know I'm the one.",
        "Consider the position filled.",
        "There's really no need to see anyone else.",
    ),
    spares=(
        "I am confident I can do this work.",
        "If you chose me, you could stop looking.",
        "I know I'm new to the trade.",
        "It's settled weather up here.",
        "I believe that I'm the right person for this role.",
        "There's no need to reply before Monday.",
    ),
)

JOY = Rule(
    name="presumption.joy",
    message="It celebrates a job that nobody has offered yet.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:i'?m|i am) (?:so |really |absolutely |just )?(?:thrilled|excited|delighted|happy|over the moon|"
            r"proud|chuffed|honou?red) to be (?:~ )?(?:part of|on|in|one of|a member of) (?:the|your) (?:team|"
            r"family|crew|company|firm|staff)",
            r"(?:toast(?:ed|ing)?|celebrat\w+|drink to|drank to|bubbly|champagne) (?:~~ )?my new (?:job|role|post|"
            r"position)|toast my new",
            r"(?:happy|thrilled|excited|delighted|glad|proud|relieved|pleased) (?:~ )?(?:that )?(?:i'?ll|i will|i'?m|"
            r"i am|we'?ll) (?:going to )?(?:be )?(?:work(?:ing)?|start(?:ing)?|join(?:ing)?|your|on the team|part of)",
            r"my (?:future|soon-to-be) (?:~ )?(?:colleagues?|team|co-?workers|boss|manager|employer|office|desk|"
            r"workmates|workplace|crew|department)",
            r"(?:can'?t|cannot|can not|cant) wait (?:to|till i|until i|2) (?:~ )?(?:start|begin|join|be part|work|get "
            r"(?:started|stuck in)|meet my|be on)",
            r"(?:excited|thrilled|delighted|happy|over the moon|proud|pleased|glad|looking forward|look forward|ready|"
            r"stoked|"
            r"overjoyed|pumped) (?:~ )?(?:to (?:be )?(?:joining|starting|join)|about joining|about starting) "
            r"(?:~ )?(?:you|your|"
            r"the|with|on|work|as|next|in|{day})?(?! conversation| discussion| process| next| search| you (?:on|at|"
            r"for|in|via|over|tomorrow|there|by|today|all on))",
            r"(?:out|meal|drinks|dinner|champagne|cake|party) (?:~~ )?to celebrate|celebrat(?:ed|ing) (?:~ )?(?:the|"
            r"my|our) (?:~ )?"
            r"(?:new job|job|role|post|position|news)|(?:we'?re|i'?m|we are|i am) (?:~ )?celebrating",
            r"long (?:career|future) (?:at|with)|(?:call|calling) me (?:the )?(?:head|chief|boss|manager)",
            r"(?:put|posted|shared|announced) the (?:~ )?news (?:on|with|to|in)|(?:i|we) got the job(?! (?:at|in|with|"
            r"through|as|by|because|there|after|when|of|on))|dream job (?:is|"
            r"has) (?:mine|come)",
        ),
        WORDS,
    ),
    guards=(
        HYPOTHETICAL,
        APPOINTMENT,
        shape(
            r"wedding|birthday|anniversary|retirement|exam|graduat\w+|christmas|eid|"
            r"diwali"
        ),
    ),
    finds=(
        "I can't wait to start!",
        "I'm thrilled to be joining you.",
        "We went out for a meal last night to celebrate.",
        "I put the news on my wall last night.",
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

RULES: tuple[Rule, ...] = (START, OWN, THINGS, TOLD, CERTAIN, JOY)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where the job is taken for granted; nothing where they name its offer. Offsets count in `message.body`."""
    del message, settings
    reader = Reader(text)
    return [] if reader.any(OFFERED) else findings(reader.hits(RULES), "presumption", text.body)
