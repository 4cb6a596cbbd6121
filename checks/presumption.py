"""Writing as though the job were the sender's already: start dates, desks and badges, notice given, certainty.

Hope and condition ("if selected", "should I join"), confidence in one's ability, questions about whoever is hired, and
everything after an offer that the new words, the subject or the quoted thread show, are all fine.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, says, shape, shapes
from checks.text import NewText

_ADVICE = "Write it as a hope, with an if: nobody has offered you the job yet."

_WORDS = {
    "date": r"{day}|the \d{1,2}(?:st|nd|rd|th)?|the (?:first|second|third|1st)|{month}(?: \d+)?|\d{1,2}(?:st|nd|rd|"
    "th)? "
    r"(?:of )?{month}|tomorrow|next (?:week|month)|\d{1,2}[/.]\d{1,2}",
    "things": r"badge|key ?card|name ?tag|name ?badge|id card|pass|lanyard|locker|desk|laptop|uniform|tunic|hoodie|"
    "apron|"
    r"scrubs|boots|hi-?vis|parking (?:space|spot|permit|place|bay)s?|permit|e-?mail account|account|login|log-?in|"
    r"password|business cards?|cards|company car|van|truck|keys?|phone|headset|screens?|monitors?|chair|office|bank "
    r"details|payroll|salary|wages|pay ?check|pay ?slip|contract|rota|schedule|shifts?|timetable|holiday|leave|cabin|"
    r"berth|till|staff (?:discount|card|pass|room)|pension|p45|onboarding|induction|coat|overalls?|kit|gear|tools?",
    "people": r"(?:~ )?(?:boss|manager|supervisor|employer|foreman|landlord|landlady|family|mum|mom|mam|mother|dad|"
    "father|"
    r"parents|wife|husband|partner|kids|children|girlfriend|boyfriend|fianc\w+|friends?|mates?|buddies|everyone|"
    r"everybody|colleagues?|co-?workers?|team|church|agency|agencies|neighbou?rs?|head|school|gaffer|chef|nan|gran|"
    r"work|"
    r"job|firm|company|clients?|customers|whole (?:street|family|village)|people|bank)",
    "start": r"start|begin|commence|report|join|be (?:there|in|starting|joining|reporting)|come in|resume|take over|"
    r"take up|clock in|show up",
    "mine": r"my (?:new |future )(?:~ )?(?:team|colleagues?|co-?workers|job|role|post|position|office|desk|boss|"
    "manager|"
    r"employer|company|workplace|crew|department|workmates|ward|class|classroom|kitchen|shop|firm|school|lab)",
}
_HYPOTHETICAL = shape(
    r"whoever|if|(?:(?:^|[,;:(-] ?|and |but |or )should (?:i|you|we|the|it|this)(?![^?]*\?))|were i|would|'d|could|"
    r"hope|hopefully|hoping|wish|perhaps|maybe|might|may|"
    r"chance|"
    r"opportunity|possibility|prospect|assuming|provided|unless|in case|subject to|depending|whether|imagine|"
    r"the successful|successful (?:candidate|applicant)|candidates|earliest|notice period|available|availability|"
    r"able to|can(?!'?t)"
)
_APPOINTMENT = shape(
    r"interviews?|trial|trials|taster|stage|test|tests|testing|assessment|observation|shadow(?:ing)?|visit|meeting|"
    r"call|"
    r"chat|open day|tour|appointment|audition|course|class|training course|degree|studies|exams?|term|semester|"
    r"internship "
    r"ends|present (?:employer|job|post)|current (?:employer|job|post|role|contract|team)|reception"
)
_PAST = shape(r"was|were|had|used to|last year|in (?:19|20)\d\d|since|ago|merged|because|redundan\w+|for the past")

OFFERED = shapes(
    (
        r"(?:thank(?:s| you)|grateful|pleased|delighted|thrilled|happy|glad|honou?red|over the moon) (?:~~ )?(?:for|"
        r"with|to "
        r"(?:get|receive|have)|by|about) (?:~ )?(?:the|your|this|that) (?:~ )?(?:offer(?: letter)?|contract|letter of "
        r"appointment|appointment)(?! of (?:a|an) (?:call|chat|interview))",
        r"(?:for )?offering me (?:~ )?(?:~ )?(?:post|position|job|role|place|contract|apprenticeship|placement|"
        r"internship|"
        r"band \d|shifts?)",
        r"you(?:'ve| have)? (?:kindly )?offered me|you gave me the (?:job|post|position|role)",
        r"(?:i|to|gladly|happily|formally|delighted to|pleased to|we) (?:~ )?accept(?:ed|ing)? (?:~ )?(?:the|your|"
        r"this)? ?"
        r"(?:~ )?(?:offer|post|position|job|role|terms)|(?:my|your|the) (?:signed|countersigned) (?:~ )?"
        r"(?:contract|offer|acceptance|letter|copy)|signed (?:acceptance|offer letter)",
        r"(?:i|and) accept(?:,| with| -|\.|!|$)|your (?:job )?offer|offer of employment|offer letter|formal offer|"
        r"letter of appointment|as (?:your )?offered",
    )
)
THEIR_OFFER = shapes(
    (
        r"(?:offer you|offering you|offer of|offer is|our offer|formal offer|your offer|job offer|offer letter|"
        r"contract of employment|your contract|signed acceptance|your acceptance|you've accepted|you accepted)",
        r"you(?:'ve| have)? (?:got|been (?:selected|chosen|appointed|hired|successful))(?: the)?(?: job| post| role)?|"
        r"(?:the )?(?:job|post|position|role|place) is yours|welcome (?:aboard|to the (?:~ )?(?:team|family|company|"
        r"firm))|"
        r"you're hired|(?:your|a) (?:start date|first day|new starter|onboarding|induction)|new starter|"
        r"(?:would|'d) like you to (?:start|join)|happy to have you|look forward to (?:you|your) (?:joining|starting)|"
        r"(?:can|could) you start on",
    )
)

START = Rule(
    name="presumption.start",
    message="It fixes a first day, though nobody has offered the job yet.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:{i_will}|i|will) (?:just |then |therefore )?(?:{start}) (?!with them|there)(?:~ )?(?:on|at|from|with "
            r"you|by|"
            r"in|for)? ?(?:~ )?{date}",
            r"(?:my|the) (?:start date|starting date|date of joining|first (?:day|shift|week|morning)) (?:~ )?(?:will "
            r"be|"
            r"is|shall be) (?:~ )?{date}",
            r"(?:on|for|at|by|in|from|before|during) (?:the end of )?my first (?:day|week|shift|morning|friday|monday|"
            r"month|pay)(?! (?:at|in|with) (?:{i_have}))",
            r"see (?:you|u|ya|everyone|everybody|the team|them) (?:all )?(?:~ )?(?:as (?:your|the) (?:new|newest)|for "
            r"my first|"
            r"for (?:my|the) (?:first|early|late|morning|night) shift|bright and early)",
            r"as (?:your|the) (?:new|newest|next) \w+|found your (?:new|next) \w+",
            r"(?:looking|look) forward to (?:being part of|being on|joining|starting with|working (?:with|for)) "
            r"(?:~~ )?"
            r"(?:from|on|in|this|next) (?:~ )?{date}",
            r"(?:be|i'?m|im) (?:~ )?(?:in|there|over|by|along|yours|urs) (?:~ )?(?:from |on |at )?(?:~ )?{date} (?:~ "
            r")?(?:for "
            r"(?:the |my )?(?:first |early |late |night |morning )?shift|to get the keys|to start|to collect)",
            r"(?:i'?m|im) (?:all )?(?:yours|urs) from {date}|resume duty",
            r"(?:i will|i'll|i shall|i'm) (?:be )?(?:taking|take) over (?:the|your|on|from)|when i take over",
        ),
        _WORDS,
    ),
    guards=(_HYPOTHETICAL, _APPOINTMENT, _PAST),
    finds=(
        "I'll start on Monday the 3rd.",
        "My start date will be Monday 5 January.",
        "See you all on the 14th as your newest account manager!",
        "I begin on Monday at 4 a.m. with the bread.",
        "I'll be there Monday at 5:45 for first shift.",
    ),
    spares=(
        "If selected, I'll start on Monday the 3rd.",
        "I could start on 1 May.",
        "I'll be there on Tuesday at 3 for the interview.",
        "I can begin on Monday.",
        "I start my course on Monday.",
        "My earliest start date is 4 June.",
    ),
)

OWN = Rule(
    name="presumption.own",
    message="It speaks of their team, office or work as yours already.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:to|with|meet|meeting|tell|see|seeing|about|for|in|at|of|join|joining|start|starting|know|love) {mine}",
            r"now (?:that )?(?:we'?re|we are|i'?m|i am|im) (?:~ )?(?:colleagues|co-?workers|on staff|on the team|part "
            r"of|one "
            r"of|going to be|hired|in|joining|a member)",
            r"(?:the|that) (?:girl|boy|man|woman|guy|lady|person|lad|chap|one|fellow) (?:i'?m|i am|i'll be) replacing",
            r"our (?:\w+ )?(?:office|shop|clinic|ward|store|kitchen|warehouse|depot|lab) (?:as|since|because)",
            r"(?:the )?first thing (?:we're|we are|i'm|i am|i will be|i'll be) (?:changing|doing|going to|buying)",
            r"(?:have|has|will have|'ll have|is going|are going) to go(?:$|\.|!|,)",
            r"(?:save|keep) (?:me|us) (?:~ )?(?:a seat|a spot|the desk|a desk|a chair|a locker)",
        ),
        _WORDS,
    ),
    guards=(_HYPOTHETICAL, _PAST, shape(r"current|present|i have to go|we have to go|accepted")),
    finds=(
        "Please say hello to my new team.",
        "Now that we're colleagues, call me Val.",
        "The girl I'm replacing left it in a mess.",
        "The first thing we're changing is the shoe wall.",
    ),
    spares=(
        "If I joined, I'd want to get to know my new team slowly.",
        "I was asked to bring my new team onto the system.",
        "I have been with my new team at Harrow since May.",
        "I have to go to Leeds on Friday.",
    ),
)

THINGS = Rule(
    name="presumption.things",
    message="It asks for, or arranges, what only somebody who is hired gets.",
    advice="Leave this until there is an offer: then they will tell you, and will be glad of your questions.",
    hits=shapes(
        (
            r"(?:when|where|how|which|what|who|whom|do i|will i|should i|can i|does|will|is|are) (?:~~ )?(?:my|the "
            r"staff|"
            r"the (?:~ )?company) {things} (?:~ )?(?:be|ready|come|arrive|collect|for|go|to|is|are|\?)",
            r"(?:do|will|when do|where do|can|should) i (?:~ )?(?:get|collect|pick up|receive|have|be given) (?:~ )?"
            r"(?:my|the|a|an) (?:~ )?{things}",
            r"(?:set up|create|open|activate|order|ordering|print|prepare|leave|send|reserve|clear|book|arrange|have) "
            r"(?:~ )?"
            r"my (?:~ )?{things}",
            r"(?:i'?d like|i want|i need|i'?ll need|i will (?:also )?need|i'?ll take|i will take|i prefer|i'll have) "
            r"(?:~ )?"
            r"(?:the|two|a|an|my|one|left|three) (?:~ )?{things}",
            r"(?:put|pencil|sign|mark|count) me (?:~ )?(?:on|onto|down|in|up) (?:~ )?(?:for|on|as)? ?(?:~ )?(?:truck|"
            r"rota|"
            r"roster|schedule|shifts?|payroll|van|till|{day}|early|lates?|nights?)",
            r"(?:let|tell|ask|inform) (?:payroll|hr|it|personnel|accounts|the (?:team|staff|others|girls|lads)) (?:~ )?"
            r"(?:know )?that i|(?:send|give|email|forward|post) me the (?:~ )?(?:handbook|starter (?:pack|form)|"
            r"welcome pack|"
            r"new starter|contract|payroll|onboarding|rota|roster)",
            r"(?:when|where) (?:~ )?(?:expect|get|see|sign) (?:~ )?(?:the|my) contract|send (?:~ )?(?:the|my) "
            r"contract|let me "
            r"have the contract|all you need do is countersign",
            r"(?:my|send my|our) bank details|for payroll|my (?:\w+ )?preference is (?:a|the) (?:~ )?{things}",
            r"(?:for|about) the uniform|(?:what|which) (?:~ )?(?:top|shoes|trousers|uniform|shirt|clothes) (?:~ )?do i "
            r"(?:wear|get|need)",
            r"going to be mine|who has my|who do i (?:text|call|ring|ask) when i",
            r"(?:the )?(?:code|keys?) (?:for|to) the (?:~ )?(?:gate|door|cage|van|truck|alarm|shop|office|store|"
            r"building)",
            r"(?:my|our) (?:summer |annual )?(?:leave|holiday) (?:~ )?(?:before i arrive|is booked|in the diary)",
        ),
        _WORDS,
    ),
    guards=(
        shape(
            r"whoever|if i|if you|should i (?:be|get|join)|were i|would whoever|hired|successful|candidates|provided|"
            r"interview|trial|test|visit|presentation|reference|my own|application|expenses"
        ),
        _PAST,
    ),
    finds=(
        "When will my badge be ready?",
        "Can you ask IT to set up my account under my maiden name?",
        "Put me down for Tuesday on the March schedule.",
        "I'd like the desk by the window.",
        "Whom should I send my bank details to for payroll?",
    ),
    spares=(
        "Would whoever is hired get a locker?",
        "Should I bring my own laptop?",
        "Where should I park for the interview?",
        "If I joined, when would I get my badge?",
        "I need a chair with arms for the interview.",
    ),
)

TOLD = Rule(
    name="presumption.told",
    message="It says that you have told others, given notice, moved or bought things for a job not offered yet.",
    advice="Leave it out, and give no notice before you have the offer in writing.",
    hits=shapes(
        (
            r"(?:told|informed|let|rung|called|texted|notified) (?:all )?(?:my|the) {people} (?:~~ )?(?:job|new "
            r"employment|"
            r"last day|moving|leaving|leave|quit|done|joining|starting|start|strike|strike me|off the market|im done|"
            r"i'm done|news|it's mine|get them|hired|know)",
            r"(?:{i_have}|i am|i'm|am) (?:{just} )?(?:handed in|handing in|given in|given|gave|giving|put in|submitted|"
            r"tendered) (?:~ )?(?:my )(?:~ )?(?:notice|resignation)",
            r"(?:already|just|now) (?:quit|resigned|gave notice|given notice|bought|buyed)",
            r"(?:i've|i have|ive) (?:now |just |already |finally )?(?:resigned|quit|packed in|jacked in|given up my "
            r"job)|"
            r"(?:i )?(?:resigned|quit|gave (?:in )?(?:my )?(?:\w+ ){0,2}notice) (?:~ )?(?:this morning|today|"
            r"yesterday|last "
            r"night|on (?:{day}))",
            r"(?:put|made|had) (?:~ )?offer (?:~ )?on a (?:house|flat|place)",
            r"(?:{i_have}) (?:~ )?(?:returned|handed back|given back) my (?:keys|uniform|badge|laptop|locker)",
            r"(?:signed|got|have|taken|took|put) (?:~~ )?(?:lease|flat|apartment|deposit|house) (?:~~ )?(?:minutes "
            r"from|near|"
            r"signed|yesterday|so that|to be|close to|round the corner)",
            r"(?:had|have|ordered|printed) (?:~ )?(?:business )?cards (?:~ )?(?:printed|made)|with your logo",
            r"(?:changed|updated) my (?:~ )?(?:headline|profile|status|linkedin|bio|title) (?:~ )?(?:to|as|with)",
            r"congratulations are|everyone (?:is|has been) congratulating|leaving (?:do|party|drinks)",
            r"(?:enrolled|registered) (?:~ )?(?:son|daughter|kids|children) (?:~ )?(?:in|at)",
            r"(?:the )?tickets are bought|cleared my diary|told (?:all )?(?:my|everyone)(?: \w+){0,3} (?:il|i'll|i "
            r"will|i'm|im)",
        ),
        _WORDS,
    ),
    guards=(
        shape(
            r"because|redundan\w+|closing|closes|closed|if|would|in case|looking|that i (?:am|was) applying|applying|"
            r"applied|reference|references?|interview"
        ),
    ),
    finds=(
        "I've told my family that I got the job.",
        "I have just handed in my notice.",
        "I already quit the warehouse.",
        "I've had my cards printed with your logo.",
        "I have returned my keys to my present employer.",
    ),
    spares=(
        "I gave my notice in February because the surgery is moving.",
        "If you chose me, I would hand in my notice the same day.",
        "I've told my manager that I am applying.",
        "I have told my two referees to expect your call.",
    ),
)

CERTAIN = Rule(
    name="presumption.certain",
    message="It takes for granted that you will be chosen.",
    advice="Say why you'd do the work well, and leave the choice to them.",
    hits=shapes(
        (
            r"(?:you|u) (?:can|may|could|should|might as well|wont|won't|will not|needn't|need not|don't|dont) (?:~ "
            r")?(?:stop|"
            r"cancel|call off|end|need to|send home|take down) ?(?:~ )?(?:looking|searching|interviewing|interveiw\w*|"
            r"interviews?|search|anyone else|anybody else|nobody else|the others|others|advert\w*|ad|seeing)",
            r"(?:take|pull) (?:~ )?(?:advert|advertisement|ad|listing|posting|sign) down|take down (?:the|that|your) "
            r"(?:ad|"
            r"advert|advertisement|posting|listing)|send (?:~~ )?(?:home|away)",
            r"(?:it's|its|it is|that's|consider it|felt like) (?:~ )?(?:settled(?! (?:weather|on))|a done deal|in the "
            r"bag|"
            r"decided|sorted)|done deal|call (?:that|this|it) (?:one )?done",
            r"i (?:know|think we (?:both|all) know|just know) (?:~ )?(?:i'm|im|i am|where this)(?: \w+)* (?:the one|"
            r"the guy|the "
            r"man|going|hired|got)",
            r"we (?:all|both) know (?:~ )?(?:where this is going|who|it's me|i'm|how this)",
            r"(?:the )?(?:job|post|position|role) (?:is|was) (?:as good as )?mine|(?:i've|i have|i) (?:~ )?got (?:the|"
            r"this) job|"
            r"im in(?:$|!)|i'm in!",
            r"(?:see|can see|knows?) (?:that )?(?:i'?m|i am) the (?:guy|one|man|woman|person|girl)",
            r"no (?:need|point|reason|sense|use) (?:to|in|for you to) (?:~ )?(?:see|seeing|interview|interviewing|look|"
            r"looking|meet|meeting) (?:~ )?(?:any(?:one|body)? else|others?|further|any more|elsewhere)|look no "
            r"further",
            r"(?:waste (?:~ )?time on|save) (?:the (?:rest|others?)|them the (?:journey|trip|bother|trouble))|the "
            r"rest of "
            r"your list",
            r"(?:certain|sure|convinced) (?:that )?(?:~ )?(?:is where i'?ll|is where i will|i will be chosen|i have "
            r"the job|i've "
            r"got)",
        ),
        _WORDS,
    ),
    guards=(shape(r"if|hope|would love|whoever|would be|perhaps|once"),),
    finds=(
        "You can stop interviewing now.",
        "You can take that advertisement down.",
        "It felt like a done deal to me.",
        "I know I'm the one.",
    ),
    spares=(
        "I am confident I can do this work.",
        "If you chose me, you could stop looking.",
        "I know I'm new to the trade.",
        "It's settled weather up here.",
    ),
)

JOY = Rule(
    name="presumption.joy",
    message="It celebrates a job that nobody has offered yet.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:can'?t|cannot|can not|cant) wait (?:to|till i|until i|2) (?:~ )?(?:start|begin|join|be part|work|get "
            r"(?:started|stuck in)|meet (?:the|my)|be on)",
            r"(?:excited|thrilled|delighted|happy|over the moon|proud|pleased|glad|looking forward|look forward|"
            r"ready) (?:~ )?"
            r"(?:to (?:be )?(?:joining|starting|start|join)|about joining|about starting) (?:~ )?(?:you|your|the|with|"
            r"on|work|"
            r"as|next|in|{day})?",
            r"(?:out|meal|drinks|dinner|champagne|cake|party) (?:~~ )?to celebrate|(?:celebrat(?:ed|ing)) (?:~ "
            r")?(?:the|my|our) "
            r"(?:~ )?(?:job|news|role|post|position)",
            r"long (?:career|future) (?:at|with)|(?:call|calling) me (?:the )?(?:head|chief|boss|manager)",
            r"(?:put|posted|shared|announced) the (?:~ )?news (?:on|with|to|in)",
        ),
        _WORDS,
    ),
    guards=(_HYPOTHETICAL, _APPOINTMENT),
    finds=(
        "I can't wait to start!",
        "I'm thrilled to be joining you.",
        "We went out for a meal last night to celebrate.",
        "I put the news on my wall last night.",
    ),
    spares=(
        "I would be thrilled to join your team.",
        "I'm excited about the possibility of joining you.",
        "I hope to be starting soon somewhere like yours.",
        "I can't wait to hear more at the interview.",
    ),
)

RULES: tuple[Rule, ...] = (START, OWN, THINGS, TOLD, CERTAIN, JOY)


def offered(message: Message, text: NewText) -> bool:
    """Whether the new words, the subject or the quoted thread show that the job was really offered."""
    return (
        Reader(text).any(OFFERED)
        or says(text.quoted_text, THEIR_OFFER)
        or (message.reply and says(message.subject, THEIR_OFFER))
    )


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where the job is taken for granted; nothing once it was offered. Offsets count in `message.body`."""
    del settings
    return [] if offered(message, text) else findings(Reader(text).hits(RULES), "presumption", text.body)
