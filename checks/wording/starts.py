"""Two rules of `presumption`: fixing a first day, and speaking of their team, office or work as one's own."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.hired import APPOINTMENT, ELSEWHERE, HYPOTHETICAL, PAST, WORDS

ADVICE = (
    "Nobody has offered you the job yet, so write it as a hope, with an if: "
    '"If you chose me, I could start in the first week of May."'
)

START = Rule(
    name="presumption.start",
    message="A recruiter would read that you have fixed your first day, though nobody has offered you the job yet.",
    advice=ADVICE,
    hits=shapes(
        (
            # I'll start on Monday
            r"(?:{i_will}|and (?:will|shall)) (?:just |then |therefore |gladly )?{begin}(?: {where})?,? "
            r"(?:(?:on|at|from|by|in|for|this|bright and early|first thing|as of|starting|coming|after|"
            r"the first working day of) ?){0,3}(?:{date}|the first working|the school year)",
            r"i (?:start|begin|report|resume|commence)(?: {where}| work| duty)? (?:on|from) "
            r"(?:{day}|the \d+\w*|the first)(?: |,|\.|$)(?:at|with the|as|so|\d)",
            r"i'?m (?:starting|beginning|commencing)(?: {where})? (?:(?:on|at|from|by|this) ?){0,2}{date}",
            r"i (?:start|begin) with you",
            r"(?:i will|i'll|i'?m) (?:be )?join(?:ing)? (?:you|the team|your \w+) as",
            r"(?:will be|'ll be|shall be|am) joining (?:you|the (?:team|company|firm|crew|staff)|your \w+) "
            r"(?:~ )?(?:on|from|in) (?:the (?:first|\d+(?:st|nd|rd|th))|\d+(?:st|nd|rd|th)? {month}|{month}|"
            r"next month)",
            r"(?:my|the) (?:start date|starting date|date of joining|first (?:day|shift|week|morning))(?: with you)? "
            r"(?:~ )?(?:will be|is|shall be) (?:~ )?{date}",
            r"(?:be|i'?m|im) (?:~ )?(?:in|there|over|by|along|yours|urs) (?:~ )?(?:from |on |at )?(?:~ )?{date} "
            r"(?:~ )?(?:for (?:the |my )?(?:first |early |late |night |morning )?shift|to get the keys|to start|"
            r"to collect)",
            r"(?:i'?m|im|i am) (?:all )?(?:yours|urs) (?:from|as of|as from|after|on|starting) {date}",
            r"(?:after that|so|from then on),? (?:i'?m|i am) (?:all )?yours(?=[.,;!]|$)",
            r"ready to start (?:then|on {date}|{day})",
            r"at your disposal (?:~ )?from {date}",
            r"from {date} i (?:am|will be) (?:at your disposal|with you|yours)",
            r"resume duty",
            r"until i (?:resume|join) on",
            r"when i (?:walk in|come in|arrive|open up|join|resume) on (?:the|{day})",
            r"before i join on",
            r"working with (?:you|them|everyone)(?: all)? from {date}",
            r"(?:look|looking) forward to (?:being|working as|becoming) (?:~ )?(?:part|member|one) of "
            r"(?:~ )?(?:from|in|next|this|on) {date}",
            r"i (?:start|begin)(?: with you| work| with the \w+| here)?,? (?:(?:on|in|from|this|next|already) "
            r"?){0,2}(?:{date}|the "
            r"(?:first|second|third|fourth|tenth)|the same week|next week)(?=[.,;:!?]|$| (?:and|so|as|anyway|that|of|"
            r"at (?:six|seven|eight|"
            r"nine|\d)))(?!,? [^.;]{0,60}(?:placement|training|fitting|temping|internship|notice|traineeship))",
            # since I'll be living in it
            r"(?:since|as|because|seeing as|seeing that|now that) (?:i'?ll|i shall|i will) (?:just |then |soon "
            r")?(?:be )?(?:doing|"
            r"(?:needing|wanting) (?:it|them|that|the|my|every|\w+days)|wearing|sitting|living|teaching|taking|seeing|"
            r"looking after|running|opening|working (?:there|here|"
            r"with|for)|walking to|coming to work|coming that way|driving|serving|answering|handling|sharing|with you|"
            r"at yours|"
            r"there (?:all|every)|on nights|on (?:shift|your|site with)|the one|one of|nearer|up your|in and out|the "
            r"first|at the|just "
            r"stay|need|want|do it|send the fees|using (?:ours|yours|your|the)|playing|wiring|fitting|finishing)(?! "
            r"(?:to hear|to know|"
            r"care|my (?:exam|driving|test)))",
            r"(?:i'?ll|i shall|i will) be \w+ing (?:[\w',]+ ){0,8}(?:from (?:now|here) on|with you from)",
            r"(?:it'?ll|it will) be me (?:~ )?(?:from|behind|at your|on your|honking|serving|doing)",
            r"(?:cut|cutting|copied|had) me a (?:spare |set of |second )?keys?",
            # my first day
            r"(?:on|for|at|by|in|into|from|before|during|until|till|about|of|to) (?:the end of )?my first "
            r"(?:day|week|shift|morning|friday|monday|month|pay|run|slip|lesson|night|quarter|salary|payslip|swing|"
            r"pay slip|"
            r"term with you)(?! (?:at|in|there|of|as|on|out|away|home|ever|alone|teaching|working))",
            r"see (?:you|u|ya|everyone|everybody|the team|them) "
            r"(?:all )?(?:~ )?(?:as (?:your|the) (?:new|newest)|"
            r"for (?:my|the) (?:first|early|late|morning|night) shift)",
            r"planning my first",
            r"(?:training|showing|inducting|meeting) me on my first",
            r"(?:what|which) (?:date|day|time) (?:do|would) you (?:want|like|need) me to "
            r"(?:start|begin|come in on my first)(?! the (?:interview|test|trial))",
            r"when (?:do|would) you (?:want|need) me to start",
            r"what time do i (?:start|begin|come in|clock in)",
            r"when do i (?:start|begin)",
            r"let me know (?:what|which|when|where) (?:~ )?(?:i'?m (?:on|in|starting|working)|to start|i start)",
            r"tell me where to (?:report|start) (?:on|in)",
            r"when(?:ever)? i'?m (?:working )?(?:with you|on the team|in the (?:job|role|post|office)),? "
            r"(?:i'?ll|i will|we)",
            r"when i start(?=[.,;!?]|$| (?:on|in|next|this|work|with|at (?:the|your)|there|here|as|for|and|i'?ll|i "
            r"will|will|we)\b)"
            r"(?! (?:with|in) (?:a|an|my|the|silence|something|nothing))",
            r"before i (?:start|begin)(?=[.,;!?]|$| (?:on (?:the|{day})|in (?:the|{month})|next|with you|work))"
            r"(?! in the (?:kitchen|lab|garden))",
            r"(?:before|until|till|when|once) i take (?:up )?(?:office|over the|over from|over as|up my (?:post|"
            r"duties))",
            r"(?:the )?(?:day|date) on which i (?:commence|start|begin|join)",
            r"when i (?:join|come on board|take up)(?! (?:a|an|my)) "
            r"?(?:~ )?(?:{date}|i will|i'?ll|we'?ll|can we|could you)",
            # as your new fitter
            r"as your (?:new|newest|next) \w+",
            r"as (?:your|the|their) (?:new )?(?:[\w-]+ )?{trade},? (?:i|i'?ll|i will|i shall|i'?m) (?:will |shall |"
            r"'ll |also )?"
            r"(?:be|want|need|live|gave|intend|have to|keep|rehang|take|expect|propose)(?! (?:there|at the time|for "
            r"\d))",
            r"(?:found|got|met|have) your (?:new|next) "
            r"(?!client|office|website|shop|branch|premises|building|product)\w+",
            r"as the new (?:[\w']+,? ){1,4}i(?:'ll|'m| will| plan| want| intend| shall| am going| would like| wish)",
            r"(?:i will|i'll|i shall|i'm) (?:be )?(?:taking|take) over (?:your|on {date}|from {date})",
            r"when i take over",
            r"as i am now your",
            r"(?:i'm|i am) (?:now )?one of yours",
        ),
        WORDS,
    ),
    guards=(
        *HYPOTHETICAL,
        *APPOINTMENT,
        *PAST,
        *ELSEWHERE,
        shape(r"\w+ (?:starts|joins|begins|takes over|started|joined|comes) (?:~ )?as your new"),
    ),
    finds=(
        "I'll start on Monday the 3rd.",
        "My start date will be Monday 5 January.",
        "See you all on the 14th as your newest account manager!",
        "I begin on Monday at 4 a.m. with the bread.",
        "I'll be there Monday at 5:45 for first shift.",
        "I shall be joining you on the first of the month.",
        "What should I wear on my first day?",
        "what time do i start monday",
        "They should report to me until I resume on the 1st.",
        "After that I'm all yours.",
        "I wish to inform you that I will be reporting on Monday at 7.30.",
        "In the weeks before I take office I mean to see the heads of house.",
        "As the foreman I want my cousin in the second caravan.",
        "Is there anything I should be reading before I start?",
        "I'm yours as of the 1st, with my own stool.",
        "I say it directly: I start on Monday; please have a chair that works.",
        "As I begin next week anyway, the dive matters little.",
        "Have a locker ready, since I'll be needing it.",
        "I painted the door of the bothy, as I'll be living in it.",
        "I put a card in the window to say it'll be me from now on.",
        "Steve, for my first night I will bring bread.",
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
        "The distillery took me on this morning and I start next week.",
        "I start my temp job on Monday.",
        "The course will begin on Monday.",
        "Dr. Lowry starts on the 1st as your new director.",
        "I'm happier when I start from silence.",
        "I warm my hands before I start in the kitchen.",
        "As your letter says, yours from the heart.",
        "When I start at nine, will the lathe be warm?",
        "As the foreman I had twelve men, and I want to hear about yours.",
        "On my first night at sea I was ill.",
        "As a caretaker I want quiet blocks.",
        "I start a three-month placement on the 1st.",
        "I start there on the 12th, on sauce.",
        "I start Monday, as it happens, on a short fitting for the village.",
        "Use the mobile, please, as I shall be between trains.",
        "As I'll be in Leeds on Friday, I could drop it in.",
        "I've asked for Tuesday off, since I'll be sitting my exam.",
        "I'd like to know soon, since I'll be needing a visa.",
        "As your neighbour, I want the hall to thrive.",
    ),
)

OWN = Rule(
    name="presumption.own",
    message="A recruiter would read that their team, office or work is yours already.",
    advice=ADVICE,
    hits=shapes(
        (
            r"{mine}(?! (?:at|is|isn't|was|has|in|since|there|and i|as|with|within))",
            r"now (?:that )?(?:we'?re|we are) (?:~ )?(?:colleagues|co-?workers)",
            r"now (?:that )?(?:i'?m|i am|im) "
            r"(?:~ )?(?:on (?:staff|the team|your \w+)|part of your|one of you|going to be your|hired|joining you|"
            r"a member of your)",
            r"(?:girl|boy|man|woman|guy|lady|person|lad|chap|one|fellow) (?:i'?m|i am|i'll be) "
            r"(?:replacing|taking over from)",
            r"our (?:\w+ )?(?:customers|clients|guests|patients|pupils|readers|members) (?:are going to|will) "
            r"(?:love|like)",
            r"first (?:thing|order of business|job|task|priority|move|"
            r"act)(?: (?:we're|we are|i'm|i am|i will be|i'll be)| as (?:your|the|a)| in the job){1,2} \w+",
            r"my first order of business",
            r"(?:once|as soon as|now that) i'?m "
            r"(?:in (?:the|my) (?:role|post|job|chair|seat)|on board|on the team|at my desk|behind your)",
            r"(?:save|keep) me (?:~ )?(?:a seat|a spot|the desk|a desk|a locker|a peg)",
            r"(?:cover|sit at) my desk",
            r"told (?:~~ )?(?:they|he|she|to) (?:report|answer)s? to me",
            r"(?:report|answer)s? to me (?:from|now)",
        ),
        WORDS,
    ),
    guards=(
        *HYPOTHETICAL,
        *PAST,
        *ELSEWHERE,
        shape(
            r"current|present|accepted|since|because|"
            r"(?:started|begun|began|left|leaving|settled into|settling into|taken on) my|"
            r"at (?:my|our) \w+ (?:now|today)"
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
        "Six fitters report to me in my present job.",
    ),
)
