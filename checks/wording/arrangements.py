"""Two rules of `presumption`: asking for what only the hired get, and having told, given notice, moved or bought."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.hired import PAST, REASON, WORDS

THINGS = Rule(
    name="presumption.things",
    message="It asks for, or arranges, what only somebody who is hired gets.",
    advice="Leave this until there is an offer: then they will tell you, and will be glad of your questions.",
    hits=shapes(
        (
            r"add me (?:~ )?(?:to|on|onto|in) (?:the|your) (?:~ )?(?:rota|roster|schedule|payroll|system|staff "
            r"(?:list|page|group)|shifts?)|which (?:~ )?(?:team|shift|ward|section|crew|department|class|line|floor) "
            r"(?:will|am|shall|do) i (?:~ )?(?:be|put|in|on|get|work)|can i (?:take|have|book) (?:~~ )?(?:off|leave|"
            r"holiday)(?: |$|\?|\.|,)",
            r"(?:payroll|hr|accounts|it|personnel) (?:can|could|will|to|must|should) (?:set me up|pay me|add me|put "
            r"me|issue|sort (?:me|out my))",
            r"(?:let me know|tell me|send me|what are|when are|email me) (?:~ )?my (?:first )?(?:shifts?|hours|rota|"
            r"schedule|duties|start time)(?! would| could)",
            r"(?:do|will) i (?:~ )?(?:get|be|be getting) paid|(?:what|which|when) (?:~ )?shifts? (?:am i|i'?m|im|do i|"
            r"will i|have i)|who do i (?:send|give|forward|email) (?:my|the) (?:passport|p45|p60|tax|ni|national "
            r"insurance|documents|paperwork|forms?|details|signed)",
            r"(?:note|put|enter|mark|add|block) (?:~ )?(?:that|this|it|them|those|my \w+) (?:down )?(?:in|on|into|"
            r"to) the (?:~ )?(?:rota|roster|schedule|timetable|diary|leave calendar|holiday chart|wall planner)",
            r"(?:send|give|tell|email|text) me (?:~ )?(?:login|log-?in|password|access|door code|pin|code|rota|roster|"
            r"handbook|staff \w+|shifts?|schedule|wifi)",
            r"what(?:'?s| is) the (?:\w+ )?(?:wi-?fi|door|alarm|staff|gate|office)? ?(?:password|code|login|pin)",
            r"(?:just so you know|for your (?:diary|calendar|records|rota)|please note|bear in mind|fyi|note that),? "
            r"(?:that )?(?:i'?ll need|i will need|i need|i won'?t be in|i'?m off|i am off|i'?m away|i am away|i "
            r"(?:don'?t|can'?t|won'?t) (?:do|work)|i have (?:a )?(?:holiday|trip))",
            r"which (?:~ )?(?:desk|terminal|locker|chair|room|office|van|truck|bay|space|till|station|bench|classroom|"
            r"machine|cab|bed|bunk|hook|peg) (?:will be|is|should be|do i|am i|would be) (?:mine|get|have|given|use)?|"
            r"my (?:salary|pay|wages) (?:will )?(?:be )?(?:paid|go|goes|come|comes) (?:~ )?(?:on|in|into|to|by)",
            r"where (?:should|do|can|shall) i (?:park|go|report|clock in|change|leave my \w+) (?:~ )?my first",
            r"(?:when|where|how|which|what|who|whom|will|is|are|enquir\w+ about|and|day) (?:~~ )?(?:my|the staff|the) "
            r"(?:company )?"
            r"(?:{gear}|contract|uniform)(?: will)? (?:be (?:\w+ )?(?:ready|couriered|sent|delivered|waiting|issued|"
            r"set up|printed|"
            r"posted|ordered)|ready|arrive|come through|mine)",
            r"(?:do|will|when do|where do|can|should|how do) i (?:~ )?(?:get|collect|pick up|receive|have|be given|be "
            r"getting|pick "
            r"out|choose) (?:~ )?(?:my|the|our|a|an) (?:\w+ ){0,2}(?:{gear}|shifts?|schedule|keys?|contract|van)",
            r"(?:do|will) (?:i|we) (?:have|get|share) (?:my|our) own {gear}|which (?:~ )?{gear} is (?:mine|my)|(?:~ "
            r")?(?:is|are|going) "
            r"(?:to be |going to be )mine",
            r"(?:set up|create|activate|order|print|prepare|reserve|arrange|issue|programme?) (?:me )?(?:my|a|an) "
            r"(?:[\w-]+ ){0,2}"
            r"{gear}|have (?:~~ )?(?:leave|send|post|deliver|issue) my (?:{gear}|keys)",
            r"(?:i'?d like|i want|i'?ll need|i will (?:also )?need|i'?ll take|i will take|i'?ll have|will want) (?:~ "
            r")?(?:the|two|my|"
            r"one|left-handed|three) (?:[\w-]+ ){0,3}(?:{gear}|corner office|keys?|tools ordering|scissors ordering|"
            r"lower bunk)",
            r"(?:put|pencil|sign|mark|count) me (?:~ )?(?:on|onto|down|in|up) (?:~ )?(?:for|on|as)? ?(?:~ )?(?:truck|"
            r"rota|"
            r"roster|schedule|shifts?|payroll|van|till|{day}|early|lates?|nights?)",
            r"when (?:~ )?(?:expect|get|see|sign) (?:~ )?(?:the|my) contract|(?:please|could you|can you|kindly|just) "
            r"(?:~ )?(?:send|"
            r"email|post|forward|prepare|draw up|get|let me have|have) (?:me )?(?:over )?(?:the|my) contract|let me "
            r"have the "
            r"contract|all you need do is countersign",
            r"(?:send|need|give|forward|submit|have|email) (?:~ )?my bank details|bank details (?:~ )?(?:to|for)|for "
            r"payroll|my (?:\w+ )"
            r"?preference is (?:a|the) (?:~ )?(?:{gear}|berth|office)",
            r"(?:for|about) the uniform|(?:what|which) (?:~ )?(?:top|shoes|trousers|uniform|shirt|clothes|boots) (?:~ "
            r")?do i "
            r"(?:wear|get|need)|i (?:take|wear) a (?:size )?(?:small|medium|large|x+l|\d+)|i'?m a (?:size|medium|"
            r"large|small|x+l)",
            r"who has my|who do i (?:text|call|ring|ask|report to|see) (?:when i|if i'm (?:ill|sick|late)|on)|how "
            r"(?:many|much) (?:~ )?"
            r"(?:leave|holiday|holidays|pto|vacation) do i (?:get|have)",
            r"(?:code|keys?) (?:for|to) (?:the|my) (?:~ )?(?:gate|door|cage|van|truck|alarm|shop|office|store|"
            r"building|locker)|get the "
            r"keys",
            r"(?:our|my) (?:summer |annual )?(?:leave|holiday) (?:~ )?(?:before i arrive|in the diary|calendar)|"
            r"office calendar|family "
            r"discount|staff discount|(?:two|a|three|one) parking spaces? in the first",
        ),
        WORDS,
    ),
    guards=(
        shape(
            r"whoever|if i|if you (?:choose|pick|hire|take)|should i (?:be|get|join)|were i|would whoever|hired|"
            r"successful|candidates|"
            r"provided|interviews?|trial|test|visit|presentation|reference|(?:bring|use|with) my own|(?<!will )(?<!do "
            r")i have my own|application|"
            r"expenses|assessment|"
            r"would (?:i|the|a|it)|"
            r"customers?|clients?|new starters|at my last|in my (?:last|current|present)"
        ),
        PAST,
    ),
    finds=(
        "When will my badge be ready?",
        "Can you ask IT to set up my account under my maiden name?",
        "Put me down for Tuesday on the March schedule.",
        "I'd like the desk by the window.",
        "Whom should I send my bank details to for payroll?",
        "Where do I pick up my badge?",
        "Could you order me a left-handed mouse?",
        "I take a medium in the polo shirt.",
        "Which parking space is mine?",
    ),
    spares=(
        "Would whoever is hired get a locker?",
        "Should I bring my own laptop?",
        "Where should I park for the interview?",
        "If I joined, when would I get my badge?",
        "I need a chair with arms for the interview.",
        "I have my tools and my keys with me.",
        "I'd like a job with an office one day.",
    ),
)

TOLD = Rule(
    name="presumption.told",
    message="It says that you have told others, given notice, moved or bought things for a job not offered yet.",
    advice="Leave it out, and give no notice before you have the offer in writing.",
    hits=shapes(
        (
            r"(?:given|gave|handed in) (?:\w+ )?{notice} (?:~~ )?(?:so (?:that )?i|to join|to start|to come)",
            r"(?:cancelled|canceled|withdrawn from|pulled out of|turned down|stopped|dropped|called off) (?:all "
            r")?(?:of )?my other (?:interviews?|applications?|searches|job)",
            r"(?:i will|i\'ll|i shall|i\'m going to|i am going to) (?:~ )?(?:hand in|give|give in|put in|submit) my "
            r"notice(?! if| should| once| when)",
            r"(?:looking|look|looked) (?:at|for) (?:\w+ )?(?:houses?|flats?|apartments?|a place|rooms?|schools?) "
            r"(?:~ )?(?:near|close to|round|around|by|in) (?:~~ )?(?:(?:since|as|because|so) i(?:\'ll| will)|for "
            r"when i)",
            r"(?:i\'ve|i have|ive) (?:now |just |already |finally |officially )?(?:resigned|quit)(?! because| when| "
            r"after| in)",
            r"(?:put|made) (?:in )?an offer (?:in )?on a (?:house|flat|place|home)",
            r"(?:told|telling|informed) (?:the )?(?:other|two other|all the other|both other) (?:\w+ )?(?:compan(?:y|"
            r"ies)|firms?|employers?|agenc(?:y|ies)|schools?|places?|people|ones?|recruiters?) (?:~ )?(?:not "
            r"interested|no|strike|i'?m|i am|off|longer|that i)",
            r"(?:turned|turning) down (?:\w+ ){0,2}(?:interviews?|offers?|jobs?|applications?) (?:~~ )?(?:the one|"
            r"this job|for you|know|sure|certain)",
            r"(?:clearing|cleared|packing up|packed up|emptied|emptying) my (?:desk|locker|office|things|flat|"
            r"apartment)|(?:sorted|arranged|booked|found) (?:~ )?(?:childcare|nursery|babysitter|child care|a "
            r"childminder|dog walker|lodgings|digs) (?:~ )?(?:from|for when i start|so i|so that i|near)",
            r"(?:told|informed|rung|called|texted|notified|telling) (?:all )?(?:of )?(?:(?:my|the|our) )?{people} "
            r"(?:~~ )?(?:(?:i'?m|im|i "
            r"am|i'?ll be|we'?re|we are) (?:~ )?(?:leaving|moving|joining|starting|done|quitting|hired|off|going to "
            r"work)|new (?:job|"
            r"employment|post|role|position)|(?:i|i've|i have) (?:got|landed|have) (?:the|it|a job|this)|last day|"
            r"strike me|off the "
            r"market|the (?:~ )?news|(?:il|i'?ll|i will) (?:get|have|be|work)|it'?s mine|to find someone)",
            r"(?:handed|handing|given|gave|giving|put|putting|submitted|submitting|tendered|written|served|gave in) "
            r"(?:~ )?(?:my |in my "
            r"|in )(?:~ )?{notice}|(?:{just} )(?:quit|resigned|gave notice|given notice|left my job)|quit (?:my|the) "
            r"\w+|resigned "
            r"from my|gave (?:\w+ )?notice (?:this|yesterday|today|on)",
            r"(?:{just}|have|i'?ve|we'?ve) (?:bought|buyed|purchased|ordered) (?:~ )?(?:shoes|boots|suit|uniform|"
            r"season ticket|"
            r"bus pass|tools|"
            r"knives|scrubs|railcard|rail pass|travel card|new clothes|outfit|car)",
            r"(?:{i_have}) (?:~ )?(?:returned|handed back|given back) my (?:keys|uniform|badge|laptop|locker)",
            r"(?:signed|got|have|taken|took|put|paid|found|rented|secured) (?:~~ )?(?:lease|flat|apartment|deposit|"
            r"house|room|rental) "
            r"(?:~~ )?(?:minutes|near|signed|yesterday|so that|to be|close to|round the corner|by your|next to|and "
            r"signed)",
            r"(?:booked|hired|arranged) (?:~ )?(?:movers|removal|removals|van|truck|flight|flights|one-way)|(?:our|"
            r"my) house is (?:on the "
            r"market|sold|up for sale)|removal van|we move on",
            r"(?:had|have|ordered|printed) (?:~ )?(?:business )?cards (?:~ )?(?:printed|made)|with your logo",
            r"(?:changed|updated) my (?:~ )?(?:headline|profile|status|linkedin|bio|title|facebook) (?:~ )?(?:to "
            r"(?!include|add|show|reflect "
            r"my)|as|with your|to say|to reflect (?:my|the) new)",
            r"congratulations are|everyone (?:is|has been) congratulating|leaving (?:do|party|drinks)",
            r"(?:enrolled|registered) (?:~ )?(?:son|daughter|kids|children) (?:~ )?(?:in|at)|cleared my diary",
            r"(?:turned|turning|called|calling) (?:down|off) (?:~ )?(?:interviews?|applications|jobs?|searches?) "
            r"?(?:~ )?(?:know|since|as|"
            r"for you|for this)|(?:cancelled|canceled|withdrawn|stopped|ended) (?:all )?my (?:other |job "
            r")?(?:applications|interviews|"
            r"search)|tickets are bought",
        ),
        WORDS,
    ),
    guards=(REASON,),
    finds=(
        "I've told my family that I got the job.",
        "I have just handed in my notice.",
        "I already quit the warehouse.",
        "I've had my cards printed with your logo.",
        "I have returned my keys to my present employer.",
        "I handed my notice in this morning.",
        "I have bought a season ticket for the train.",
        "I booked my flight and will move over on the 12th.",
    ),
    spares=(
        "I gave my notice in February because the surgery is moving.",
        "If you chose me, I would hand in my notice the same day.",
        "I've told my manager that I am applying.",
        "I have told my two referees to expect your call.",
        "I let the customers know that I was leaving at six.",
        "I'd need to give a month's notice.",
    ),
)
