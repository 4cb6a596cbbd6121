"""Two rules of `negativity`: impatience, and blaming or accusing the reader."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.grudges import AT_WORK, SORRY, WORDS

_ADVICE = "Wait a day, then ask in one friendly line, or leave it out."

IMPATIENCE = Rule(
    name="negativity.impatience",
    message="It sounds impatient, and makes the reader feel pressed or scolded.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:are|were) you (?:ever |even |actually )?(?:planning|going|intending) to (?:\w+ )?(?:reply|answer|"
            r"respond|write|call|ring|tell)(?:\w+)?(?: me| back)?(?: at all| ever)|(?:reply|answer|respond|call) at "
            r"all\?",
            r"is (?:it|that|this) (?:really |truly |honestly )?(?:that|so|too) (?:difficult|hard|much|complicated)|"
            r"just (?:tell|answer|give) me (?:yes|no|an answer|a straight|already|if you|whether)",
            r"(?:takes?|taking|took|need(?:s|ed)?) (?:you |them |anyone |a company |a firm )?(?:so|this|that|that "
            r"damn|too) long to (?:~ )?(?:decide|answer|reply|respond|make|tell|write|pick|read|choose|send|say|get "
            r"(?:back|an answer)|call)",
            r"(?:once|yet) (?:again|more),? (?:i|i'?m|i am|i have|i find|here i) (?:~ )?(?:chase|chasing|writing|"
            r"asking|waiting|ask|beg|begging|write|ignored)|(?:have|having|had) to (?:keep )?(?:chase|chasing|beg|"
            r"pester|hound) (?:you|anyone|people)",
            r"(?:answer|read|check|reply to|open|return) your (?:damn |bloody |fucking )?(?:e-?mails?|phone|messages?|"
            r"calls?|inbox)(?:$|\.|!)|(?:keep|put|putting|have) my (?:life|plans|family) on hold|(?:could|can|would) "
            r"you (?:\w+ ){0,2}(?:find|spare) (?:~ )?(?:minutes?|seconds?|moment) in your (?:~ )?busy",
            r"not (?:even )?(?:an? )?(?:\w+ )?(?:acknowledge?ment|courtesy|thank you|thank-you|email|line|call|"
            r"apology|so much as)(?:\.|!|$| to| from| in)|you (?:said|told me|promised)(?: me)? (?:~ )?{day}\. "
            r"it(?:'s| is) now",
            r"how (?:hard|difficult|long|many times|much longer) (?:~ )?(?:can it be|is it to|could it be|do i have "
            r"to|must i|am i "
            r"(?:supposed|expected|meant) to|can (?:it (?:take|be)|one|a \w+ (?:take|be))|would it be to)",
            r"(?:this|that|it|here) (?:is|'s|was|will be)?,? ?(?:now |already )?(?:for )?(?:the|my|at least the) "
            r"{ordinal} (?:{contact}) "
            r"(?:i (?:am|'m|have had to)|i'm|im|i've|(?:it|that) has|that i|to|without|and|in|asking|writing|sent|i "
            r"have (?:sent|written|"
            r"asked|called|rung|emailed|tried|chased))",
            r"(?:for the {ordinal} time|{ordinal} time (?:i am|i'm|im|i have had to|it has|it's been|writing|of "
            r"asking|asking))",
            r"(?:{i_am}|been|be|was|were|me|and|we're|we are) (?:still |left |kept |just )?(?:left |kept )?(?:hanging|"
            r"dangling|in the "
            r"dark)|(?:{i_am}|and|we're|,) still (?:waiting|chasing|guessing)(?! for (?:my|the (?:college|course|"
            r"exam)|a chance))|(?:kept|keeping|"
            r"keep|left|leaving|leave) (?:me|us|people|candidates|applicants|a man) (?:waiting|hanging|dangling|"
            r"guessing)|(?:sick (?:and tired )?of|tired of|fed up (?:with|of)|had enough of) (?:waiting|chasing|being|"
            r"your|this|excuses|hearing|asking|it|all|you|these|the (?:silence|delays?|excuses|run))|(?:i have|i've|"
            r"ive|i) (?:now |also )?been waiting "
            r"(?:~ )?(?:{number}|{unit}|"
            r"forever|ages) ?(?:{unit}|now|and|for|to|,|\.|$)|(?:running out of|losing|lost|out of|try my) patience|"
            r"(?:more than|very) patient",
            r"hurry (?:the \w+ )?up|get (?:a move on|your act together|on with it)|tick,? tock|chop chop|what'?s (?:~ "
            r")?(?:the "
            r"hold-? ?up|taking (?:you )?(?:so|this)|the delay)|what (?:is|was|could be) (?:possibly )?taking (?:you |"
            r"them )?(?:so|this)|"
            r"make (?:up your mind|your mind up)|rouse (?:itself|yourselves?)|what'?s the problem|where is (?:it|my "
            r"answer|my reply)\?",
            r"(?:i|we) (?:demand|insist on|expect|require|want|need) (?:~ )?(?:an? |my )?(?:~ )?(?:answer|reply|"
            r"response|decision|"
            r"explanation|apology) (?:~ )?(?:by|before|today|tomorrow|now|within|immediately|at once|from you|this)",
            r"i demand|i (?:shall|will|'ll) not (?:wait|ask) (?:any longer|again)|answer me|stop (?:ignoring|wasting)|"
            r"don'?t ignore|get back "
            r"to me (?:~ )?(?:or|now|today|immediately|asap)|(?:reply|answer|respond|call me) (?:now|immediately|at "
            r"once|this instant)|or (?:i'm|"
            r"i am|you can) (?:out|gone|done|forget)|or forget (?:it|about)",
            r"(?:an answer|a reply|one (?:e-?mail|line)|a response) (?:this (?:year|century|decade)|before i "
            r"(?:retire|die))",
            r"(?:weeks|months) of (?:silence|nothing)|(?:not (?:heard )?|nothing|n't heard )(?:a|one|a single|back)? "
            r"?(?:word|peep|thing|sausage)"
            r"(?:\.|!|,|$| since| from| back| in)|still (?:no|not a) (?:reply|answer|response|word|decision)|why "
            r"(?:have|haven't|has|hasn't|"
            r"did|didn't|can't|won't|don't|is|are) (?:you|nobody|no one|i not|i never|it taking)",
            r"(?:i have|i've|ive|i) (?:~ )?(?:e-?mailed|called|rung|phoned|written|messaged|texted|left) (?:~~ "
            r")?(?:twice|three|four|five|six|"
            r"{number} times|times|several) (?:~ )?(?:and|no|with no|without|but|already|now|times)",
            r"(?:or|else) we need not (?:~ )?trouble|more than (?:it|you|they) deserves?|last (?:chance|warning)|"
            r"final warning",
        ),
        WORDS,
    ),
    behind=(),
    guards=(
        SORRY,
        shape(
            r"bounced|landlord|running|late|line (?:was|is) (?:busy|bad|engaged)|lost|traffic|for my "
            r"(?:certificate|results|card|licen[cs]e|visa)|in case|worried it"
        ),
    ),
    finds=(
        "How hard can it be to write back one line?",
        "This is the third time I'm writing.",
        "I demand an answer by Friday.",
        "Hurry up and decide.",
        "I am still waiting for a reply.",
        "What is taking so long?",
        "I've been waiting three weeks and heard nothing.",
        "Why have you not answered my emails?",
        "I have emailed you four times and called twice.",
    ),
    spares=(
        "How long does the course take?",
        "This is the third time I have sailed the route.",
        "I look forward to a reply by Friday, if you can.",
        "We were still, waiting for the deer.",
        "I'm still waiting for my certificate from the college.",
        "This is my third email today, sorry: I forgot the attachment.",
        "I've been waiting for a chance like this.",
    ),
)

BLAME = Rule(
    name="negativity.blame",
    message="It blames or accuses the reader or their company.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:i )?found (?:the|your) (?:\w+ ){0,2}(?:panel|interviewers?|process|people|staff|team|manager|"
            r"recruiter|questions?|place|office|receptionist) (?:\w+ ){0,2}(?:{bad}|arrogant|rude|unprepared|badly "
            r"prepared|unfriendly|cold|off-putting|patronising|hostile|dismissive|smug)",
            r"can'?t believe (?:that )?i (?:wasted|spent|gave up|took|bothered|sat|travelled|drove|paid)",
            r"(?:{i_am}|was|feel|felt|getting|got) (?:really |very |quite |so |rather |extremely |pretty |more than a "
            r"little )?(?:annoyed|irritated|aggrieved|bitter|resentful|let down|cheated|incensed|seething|"
            r"unimpressed) (?:that|by|with|at|about|because)",
            r"(?:badly|poorly|terribly|appallingly|atrociously|shockingly) (?:run|organi[sz]ed|managed|handled|"
            r"planned)|what a (?:\w+ )?(?:waste|joke|farce|shambles|disgrace|cheek|circus|mess|nerve|way to treat)|"
            r"could (?:at least |have the \w+ to )(?:have )?(?:told|called|written|replied|rung|phoned|answered|said|"
            r"let me|tell|call|write|reply|ring)",
            r"(?:not surprised|no surprise|can see why|see why|understand why|wonder) (?:that )?(?:you|your "
            r"(?:company|firm|place)) (?:can\'?t|cannot|never|don\'?t|always|struggle|have to|lose)",
            r"you(?:\'ve| have)? (?:probably |obviously |no doubt |just )?(?:given|gave|handed) it to (?:some|a|one "
            r"of your|your|somebody|someone) (?:~ )?(?:who|kid|nephew|mate|friend|cousin|cheaper|younger|pal)",
            r"(?:it'?s|its|it is|that'?s|this is|pretty|really|very|think it) (?:really |very |pretty |quite |"
            r"extremely |so |just |rather ){0,2}(?:poor|shabby|infuriating|maddening|hurtful|disgraceful|shoddy) "
            r"(?:that|how|of you|when|service|behaviou?r|manners|treatment|communication|form|show)",
            r"(?:you(?:'ve| have)?|they(?:'ve)?|your \w+ (?:has|have)) (?:just |simply )?(?:messed|strung|led|kept|"
            r"left|jerked|fobbed|played|pissed) (?:me|us|people) (?:about|around|along|on|waiting|hanging|off)|"
            r"(?:losing|lost) (?:all |any |my )?(?:faith|respect|trust|confidence) (?:in|for|with) (?:you|your|this|"
            r"the)",
            r"(?:not|n't|never) (?:\w+ )?wast(?:e|ing) (?:any )?more (?:of my )?(?:time|energy|breath)|do you (?:have "
            r"any|even have any) idea (?:how|what) (?:this|it|that|i|we)|do you reali[sz]e (?:how|what|that i)|i bet "
            r"(?:you|you'?ve|they|nobody|some|it was)|i can only (?:assume|conclude) (?:that )?(?:you|nobody|no one|"
            r"the company|your)",
            r"(?:complete|total|utter|absolute|huge|whole) waste of (?:my |our |a |everyone\'?s |both our )?(?:time|"
            r"day|money|effort|morning|afternoon)",
            r"(?:disappointing|disappointed|surprising|surprised|sad|strange|odd|remarkable|astonishing) (?:that|"
            r"when|to see|to find) (?:a|an|your) (?:company|firm|organi[sz]ation|business|employer|school|place|"
            r"outfit) (?:~~ )?(?:can\'?t|cannot|won\'?t|doesn\'?t|isn\'?t|fails?)",
            r"i (?:was|am|must say i was|have to say i was) (?:[\w]+ ){0,3}(?:unimpressed|dismayed|appalled|"
            r"astonished) (?:that|by|at|with|to|how)",
            r"(?:expected|expect|deserved?|hoped for) (?:far |much |a lot |so much )?(?:better|more) (?:from|of) "
            r"(?:you|a|your|someone|an)|(?:wasted|stolen|cost me|took) (?:\w+ ){0,3}(?:months?|weeks?|days?|hours?|"
            r"years?|afternoons?) of my (?:life|time)",
            r"(?:how|the way) you(?:'ve| have)? (?:treat|treated|handle|handled|deal with|dealt with|behave|behaved|"
            r"operate|run|conduct) (?:~ )?(?:applicants?|candidates?|people|staff|me|this|employees|things|anyone|"
            r"your \w+)|i dread to think|(?:wouldn'?t|won'?t|will not|would not|can'?t|cannot) (?:be "
            r")?recommend(?:ing)? (?:you|your|this|the)",
            r"(?:typical|bloody|damn|useless|lazy) (?:recruiters?|hr|agency|agencies|managers?|company|companies|"
            r"people|english|management)|all talk|(?:your )?(?:feedback|reasons?|excuses?|explanation|decision|answer|"
            r"reply|rejection|process|email|letter|questions?|test|offer|advert) (?:is|was|were|are) (?:\w+ "
            r"){0,2}{bad}",
            r"(?:never|not once) (?:even )?(?:intended|meant|planned|had any intention) (?:to|of)|(?:it'?s|its|"
            r"that'?s|this is|so|how is (?:that|this)|it is) (?:just |really |simply |so |very )?(?:not fair|"
            r"unfair)(?! to| dismissal)|not fair (?:that|on me)|^(?:unbelievable|disgraceful|pathetic|outrageous|"
            r"ridiculous|shameful|disgusting|appalling|nonsense|rubbish)",
            r"(?:disgrace|disgraceful|shame|shameful|shocking|scandal|scandalous|joke|outrage|ridiculous|unbelievable|"
            r"incredible|insulting|rude|pathetic) (?:that|how|of you|when) (?:you|nobody|no one|i|your|it|they|a "
            r"company)|full of (?:it|yourselves?|lies|nonsense|crap)",
            r"(?:have|had|has|having|with|got|show|showed|without) (?:~ )?(?:the )?(?:common |basic |simple "
            r")?(?:decency|courtesy|"
            r"manners|guts|nerve|cheek|audacity|grace) (?:to|of)|(?:common|basic|simple|professional) (?:decency|"
            r"courtesy|manners)",
            r"wast(?:e|ed|ing|es) (?:~ )?(?:my|people'?s|everyone'?s|both our|an? \w+'?s) (?:~ )?(?:time|day|"
            r"afternoon|morning|money|"
            r"petrol|train fare)",
            r"you (?:all )?(?:(?:have |'ve )?(?:lied|misled|ignored|ghosted)|forgot (?:me|about me|to)|didn'?t "
            r"(?:even )?bother|never (?:even "
            r")?(?:bother|call|reply|answer|wr[io]te|rang|intended|replied|answered|called|got back)\w*|couldn'?t "
            r"(?:even )?be bothered|"
            r"people|lot|should be ashamed|ought to be ashamed|don'?t care|(?:clearly|obviously|evidently) \w+|have "
            r"no idea|strung me|led me "
            r"on|let me down|broke your|took me for|promised (?:me )?(?:~~ )?(?:and|but|yet|weeks|never|still))",
            r"(?:{i_am}|i was|i have been|i've been|i feel|i felt|being|been|me|to be|get|got|people|candidates) "
            r"(?:\w+ )?(?:{deed})(?! by "
            r"the)",
            r"{staff} (?:~ )?(?:is|are|was|were|'s|has been|seems?|looks?|sounds?|feels?) (?:\w+ ){0,3}(?:{bad}|"
            r"asleep|drunk|late|dead|falling "
            r"apart|bored)",
            r"(?:it|this|that|it all|all this|this all|honestly it|the whole (?:thing|process|business)) ?(?:is|"
            r"was|'s|has been|is "
            r"getting|are|feels|looks) (?:\w+ ){0,3}(?:{bad})|(?:you're|youre|you are|they're|ur) (?:\w+ "
            r"){0,2}(?:{bad})|i "
            r"(?:do )?(?:find|think|consider|call|found) (?:it|this|that|you|it's|its|that's) (?:\w+ ){0,3}(?:{bad})",
            r"shame on (?:you|your)|no wonder (?:~ )?(?:nobody|no one|you(?:'re| are| can| have)|people|turnover|"
            r"staff)|thanks (?:a lot )?"
            r"for (?:nothing|wasting|ignoring)|you people",
            r"(?:couldn'?t|could not|don'?t|doesn'?t) (?:even )?(?:care less|give a (?:damn|toss|monkey|shit|fig)|"
            r"(?:seem to )?(?:value|"
            r"respect|care (?:about|for)) (?:~ )?(?:people|candidates|applicants|time|me))",
            r"(?:nobody|no one|none of you|not one of you|no-one) (?:~~ )?(?:bothered|could be bothered|had the|has "
            r"the|have the|cared|could "
            r"say|could tell|ever (?:picks|answers|replies|calls)|picks up|replied|wants to work for)",
            r"(?:doesn'?t|does not|didn'?t|did not) (?:say much|speak well|reflect well|inspire)|says (?:a lot|it all|"
            r"everything) about|"
            r"speaks volumes|tells me (?:everything|all i need)|(?:so )?much for (?:your|the) (?:~ )?(?:promise|word|"
            r"values)",
            r"(?:{i_am}|was|absolutely|frankly|quite|really) (?:very |so |deeply |extremely )?(?:disgusted|appalled|"
            r"furious|livid|outraged|"
            r"fuming|insulted|angry|pissed off|offended|pissed|amazed (?:that )?you|disappointed (?:in|with|by|at) "
            r"(?:you|your|the way|how|"
            r"the (?:lack|silence|treatment)))",
            r"(?:clearly|obviously|evidently|plainly) (?:had ?n[o']t|hasn't|didn't|not|never|haven't|couldn't) (?:\w+ "
            r")?(?:read|look|know|"
            r"listen|care|bother|interested|even)\w*|{staff} (?:~ )?(?:hadn'?t|hasn'?t|had not|never|didn'?t|"
            r"couldn'?t be bothered to) "
            r"(?:even )?(?:read|looked at|look at|listen|know|bother|introduce)|(?:knew|know) what (?:he|she|they) "
            r"(?:was|were|is|are) talking",
            r"(?:don'?t|dont) (?:bother (?:re|to|call|an)|tell me|give me (?:that|any)|want to hear|appreciate being)|"
            r"was deliberate|can'?t be "
            r"bothered|made up your mind(?:s)? before|a (?:fix|stitch-up|foregone conclusion|set-up) (?:from|all)|"
            r"given it to (?:one of )?"
            r"your (?:friends?|mates?|nephew|cousin|family)|can'?t believe (?:you|that you|they) (?:chose|picked|"
            r"hired|gave|would|could)",
            r"(?:big|huge|serious|grave|terrible) mistake(?: not| in not| by not|$|\.|!)|what kind of (?:company|firm|"
            r"people|person|place|"
            r"employer|manager)|is (?:anyone|anybody) (?:actually |even )?(?:working|reading|there|alive)|do you "
            r"(?:even|ever|actually) (?:read|"
            r"look|check|work|answer)|worst (?:interview|process|company|experience)|(?:call yourselves?|calls "
            r"itself)|has a (?:name|"
            r"reputation) for (?:late|not|bad|poor|sacking|firing|treating|cheating)",
        ),
        WORDS,
    ),
    behind=(),
    guards=(AT_WORK, SORRY),
    finds=(
        "Nobody had the decency to answer.",
        "You wasted my time.",
        "Your website is a joke.",
        "I find it a bit rich to be left hanging.",
        "You people never even bothered to reply.",
        "I'm very disappointed in the way you've handled this.",
        "The interviewer clearly hadn't read my CV.",
        "Your receptionist was rude to me.",
        "What kind of company treats people this way?",
    ),
    spares=(
        "I calmed customers who felt ignored by the bank for years.",
        "Sorry to take your time.",
        "I regret that I can't make Tuesday.",
        "I was sorry to hear that, and I appreciate your letting me know.",
        "The old pump was a mess, and I mended it.",
        "I was disappointed, of course, but I understand.",
        "I would hate to waste your time.",
    ),
)
