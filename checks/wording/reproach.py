"""A rule of `negativity`: blaming or accusing the reader or their company."""

from __future__ import annotations

from checks.phrases import NEGATION, Rule, shape, shapes
from checks.wording.grudges import ADVICE, AT_WORK, SORRY, WORDS

BLAME = Rule(
    name="negativity.blame",
    message="A recruiter would read that you blame them or their company.",
    advice=ADVICE,
    hits=shapes(
        (
            # it is a disgrace
            r"(?:it|this|that|it all|all this|this all|honestly it|the whole (?:thing|process|business)) "
            r"?(?:is|was|'s|has been|is getting|are|feels|looks) (?:{very}){0,3}(?:{bad})",
            r"(?:you're|youre|you are|they're|ur) (?:{very}){0,2}(?:{bad})",
            r"i (?:do )?(?:find|think|consider|call|found) (?:it|this|that|you|it's|its|that's) "
            r"(?:{very}){0,3}(?:{bad})",
            r"{staff} (?:is|are|was|were|'s|has been|seems?|looks?|sounds?|feels?) "
            r"(?:{very}){0,3}(?:{bad}|rude|asleep|drunk|falling apart|terrible|awful|horrible|dreadful|hopeless|"
            r"embarrassing)",
            r"(?:your )?(?:feedback|reasons?|excuses?|explanation|decision|rejection|process|questions?|offer|advert) "
            r"(?:is|was|were|are) (?:{very}){0,2}(?:{bad})",
            r"what a (?:\w+ )?(?:waste|joke|farce|shambles|disgrace|cheek|circus|nerve|way to treat)(?! to see)",
            r"(?:disgrace|disgraceful|shame|shameful|shocking|scandal|scandalous|outrage|ridiculous|insulting|"
            r"pathetic) (?:that|how|of you|when) (?:you|nobody|no one|your|they|a company)"
            r"(?! (?:couldn'?t|could not|can'?t|cannot|got a|had to|took a|thought to (?:bring|take))(?! (?:even |be "
            r")))",
            r"shame on (?:you|your)",
            r"(?<!i )(?<!i'd )(?:should|ought to) be ashamed(?! to ask)",
            r"and we both know (?:it|what|why|which|that)(?! (?:is a|this) (?:formality|ends))",
            r"it'?s always the (?:same(?=[.,;:]|$)|same (?:faces|people|ones|story)|ones? (?:with|who)|way(?=[.,;]|$))",
            r"(?:interviews?|advert\w*|post|panel|tour|test|day|process) (?:was|were|is) (?:only |just |all |merely "
            r")?(?:for show|theatre|a "
            r"wayang)",
            r"(?:interview|trial|morning|day|afternoon|journey|trip|whole thing|process|evening) (?:was|is|has been) "
            r"(?:\w+ )?a (?:\w+ )?"
            r"waste of",
            r"tells (?:you|one|me|us) all (?:you|one|i|we) needs? to know about (?:that|the people|him|them|you|your|"
            r"how)",
            r"^(?:disgraceful|pathetic|outrageous|ridiculous|shameful|disgusting|appalling)[.!]",
            r"full of (?:yourselves?|lies|nonsense|crap|hot air)",
            r"(?:badly|poorly|terribly|appallingly|shockingly) (?:run|organi[sz]ed|managed|handled|planned) "
            r"(?:process|interview|company|firm|outfit|by you)",
            r"(?:it'?s|its|that'?s|this is|so|how is (?:that|this)|it is) "
            r"(?:{very})?(?:not fair|unfair)(?! to| dismissal)(?: on me|$|[.!])",
            r"worst (?:interview|recruitment|process|company|experience) (?:i|of my|that i)",
            # you did that to me
            r"(?:{i_am}|i was|i have been|i've been|i feel|i felt) (?:\w+ )?(?:{deed})(?! by the)",
            r"you (?:all )?(?:have |'ve )?(?:lied|misled|ghosted|ignored (?:me|my|us|every))",
            r"you (?:forgot (?:me|about me)|didn'?t (?:even )?bother|"
            r"never (?:even )?(?:bother|bothered|intended|replied|answered|called|rang|wrote|got back)|"
            r"couldn'?t (?:even )?be bothered|should be ashamed|ought to be ashamed|don'?t care|strung me|led me on|"
            r"let me down|broke your (?:word|promise)|took me for a|"
            r"gave it to your (?:sister|brother|cousin|nephew|niece|friend|mate))",
            r"you people(?! (?:do|make|are (?:so )?(?:kind|lovely|great)))",
            r"hope (?:that )?you'?re ashamed",
            r"(?:you(?:'ve| have)|they'?ve|your \w+ (?:has|have)) "
            r"(?:just |simply )?(?:messed|strung|jerked|fobbed|pissed) (?:me|us|people) (?:about|around|along|off)",
            r"wast(?:e|ed|ing) (?:~ )?(?:my|people'?s|everyone'?s|both our) "
            r"(?:~ )?(?:time|day|afternoon|morning|money|petrol|train fare)",
            r"(?:complete|total|utter|absolute|huge) waste of (?:my |our |a |everyone's )?(?:time|day|money|effort)",
            r"(?:wasted|stolen|cost me|took) (?:\w+ ){0,3}(?:months?|weeks?|days?|hours?|years?|afternoons?) of my "
            r"(?:life|time)",
            r"because of you i",
            r"(?:how|the way) you(?:'ve| have)? (?:treat|treated|behave|behaved) "
            r"(?:~ )?(?:applicants?|candidates?|people|staff|me|us|folk|this|employees|"
            r"anyone)(?! (?:so )?(?:well|kindly|with))",
            r"(?:losing|lost) (?:all |any |my )?(?:faith|respect|trust|confidence) (?:in|for|with) (?:you|your)",
            # nobody there cares
            r"(?:have|had|has|having|with|got|show|showed|without) "
            r"(?:the )?(?:common |basic |simple )?(?:decency|courtesy|manners|guts|nerve|cheek|audacity|grace) "
            r"to(?! (?:make|meet|see|show) me)",
            r"(?:common|basic|simple|professional) (?:decency|courtesy|manners)",
            r"(?:nobody|no one|none of you|not one of you|no-one) "
            r"(?:~~ )?(?:could be bothered|had the (?:decency|courtesy|manners)|cared(?! (?:about|for))|wants to work "
            r"for|"
            r"found it necessary)",
            r"(?:because of|through|thanks to|owing to) your (?:people|office|negligence|incompetence|mistake|error|"
            r"carelessness|"
            r"blunder|delay|silence|inefficiency|department) (?:~~ )?(?:i|my|we)\b",
            r"because of you(?:,| i| my)",
            r"whose fault is (?:that|it)",
            r"(?:did|do|have|has) not ke(?:ep|pt) your (?:word|promise)",
            r"(?:did not|didn'?t|never|haven'?t|have not) kept? your (?:word|promise)",
            r"i(?:'d| had)? thought (?:better|more) of you",
            r"(?:that|it|this) (?:is|was|'s) (?:{very}){0,2}(?:shabby|rude|mean|cruel|low|cheap|heartless|unkind|"
            r"ungracious|"
            r"petty|cowardly|ignorant) of (?:you|a|your|them)",
            r"(?:it'?s|it is|that'?s|that is|kinda|kind of|just plain|frankly) (?:{very}){0,2}(?:rude|bad manners|"
            r"ill-mannered)"
            r"(?= (?:tbh|to be honest|and|not|that|to leave|to keep)|[.,;!]|$)(?! to (?:arrive|be late|ask))",
            r"treated (?:\w+ )?(?:as|like) an? (?:suspect|criminal|beggar|thief|nuisance|number|schoolgirl|schoolboy|"
            r"servant|"
            r"fool|second-class)",
            r"(?:i|we) (?:\w+ )?(?:await|expect|want|require|demand) (?:your|an|a written|a proper|a full) (?:\w+ "
            r")?apology",
            r"i (?:also )?(?:require|demand|insist) (?:written|to be told|to know|an explanation|an answer)",
            r"i want to know who (?:typed|wrote|sent|decided|lost|signed|told|did|is responsible|gave)",
            r"(?:seat|job|post|place|position|chair|role) (?:was|had been|has been|is|were) (?:\w+ )?(?:kept warm|"
            r"kept|meant|"
            r"earmarked|reserved|promised|sold|bought|lined up|intended) (?:for|to) (?:the |your |somebody'?s |"
            r"someone'?s |a |an )"
            r"(?:[\w'-]+ ){0,2}(?:niece|nephew|cousin|son|daughter|brother|sister|friend|mate|insider|pal|favourite|"
            r"girlfriend|in-law)",
            r"(?:decided|settled|sewn up|gone|chosen|filled|over) before (?:i'?d|i had|i ever|i even|i got|we had|"
            r"anyone)"
            r"(?! (?:applied|seen (?:it|the ad)))",
            r"(?:day|interview|morning|test|whole thing|process|panel) was (?:\w+ )?(?:theatre|a sham|a charade|for "
            r"show|"
            r"window dressing|a pantomime|a formality)",
            r"(?:i (?:begin|begun)|i'?m (?:beginning|starting)|i am (?:beginning|starting)|i start) to (?:see|"
            r"understand|wonder|grasp)"
            r" (?:why|how|if|whether) (?:you|your|the) (?:[\w']+ ){0,6}?(?:never|always|wrong|full in|empty|lost|"
            r"losing|leave|"
            r"sank|struggle\w*|can'?t|cannot|fail\w*|back to front|one old)",
            r"(?:it'?s|it is) (?:small |little |no )wonder (?:that )?(?:your|the) (?:[\w']+ ){1,3}(?:is|are|has|have|"
            r"keeps?|leaves?|"
            r"left|closes?|closed|can'?t)",
            r"says (?:something|a (?:lot|good deal|great deal)|plenty|it all|all i need) about how (?:a|your|you|this|"
            r"the) "
            r"(?:\w+ )?(?:business|firm|company|treats?|run|school|place|outfit)(?! (?:looks? after|cares|welcomes))",
            r"it (?:took|has taken|'s taken) you (?:\w+ ){1,2}?(?:weeks|months|days) to (?:write|answer|say|tell|"
            r"reply|find|send|decide|notice)",
            r"you needed (?:\w+ )?(?:weeks|months|days) to (?:write|answer|say|tell|reply|find|send|decide|notice)",
            r"i had (?:rather |always )?(?:supposed|assumed|imagined|believed|thought) that (?:an?|some(?:body|one)) "
            r"(?:[\w'-]+ ){1,5}?(?:would|could)\b"
            r"(?! (?:be (?:cold|dull|quiet|small|formal|strict)))",
            r"it would have been (?:kinder|a small thing|decent|more honest|honest|courteous|polite|only (?:decent|"
            r"fair|polite)) to",
            r"you (?:could|might) have (?:at least )?(?:said so|told me so|spared (?:me|us|an old)|just (?:said|told))",
            r"is (?:there )?any(?:body|one) alive",
            r"failing which (?:i|my|the)",
            r"i (?:weep|fear) for (?:the|your|this) (?!answer|result|future)\w+",
            r"i hope (?:that )?(?:the \w+|your \w+|you|it|they|he|she) (?:\w+ )?(?:rots?|chokes?|floods?|sinks?|"
            r"burns?|fails?|goes under)"
            r"(?=[.,;!]|$)",
            r"hope (?:that )?(?:whoever|you|they|he|she|the (?:men|panel|manager|people|person|one|chairman)) (?:~~ "
            r")?(?:sleeps?|slept) (?:well|soundly)(?= (?:at night|tonight|knowing)|[.!]|$)",
            r"nobody (?:in|at) your (?:\w+ )?(?:is able|appears able|can|could|seems)",
            r"(?:couldn'?t|could not|don'?t|doesn'?t) "
            r"(?:even )?(?:care less|give a (?:damn|toss|monkey|shit|fig)|"
            r"(?:seem to )?(?:value|respect) (?:~ )?(?:people|candidates|applicants|my time))",
            r"(?:clearly|obviously|evidently|plainly) (?:had ?n[o']t|hasn't|didn't|never|haven't) "
            r"(?:\w+ )?(?:read|look|listen|care|bother|even)\w*",
            r"{staff} (?:~ )?(?:hadn'?t|hasn'?t|had not|never|didn'?t|couldn'?t be bothered to) "
            r"(?:even )?(?:read|looked at|look at|listen|know|bother|introduce)",
            r"could (?:at least |have the \w+ to )(?:have )?(?:told|called|written|replied|rung|phoned|answered|said|"
            r"let me|tell|call|write|reply|ring)",
            r"the least you (?:can|could)",
            r"(?:if|in case) any(?:one|body) "
            r"(?:~ )?(?:there |over there |on that panel )?(?:can read|reads?(?:$|\.)|stayed awake|bothers|bothered)",
            # angry, disappointed in you
            r"(?:{i_am}|was|feel|felt) (?:{very}){0,2}(?:disgusted|appalled|furious|livid|outraged|fuming|insulted|"
            r"angry|pissed off|pissed|seething|incensed)(?! (?:customers?|callers?|crowd|mob))",
            r"disappointed (?:in|with|by|at) "
            r"(?:you|your|the way you|how you|the (?:lack|silence|treatment))(?! decision)",
            r"(?:{i_am}|feel|felt) (?:{very})?(?:annoyed|irritated|aggrieved|resentful|cheated|unimpressed) "
            r"(?:that|by|with|at) (?:you|your|the way|how|this)",
            r"(?:not surprised|no surprise|can see why|see why|wonder|no wonder) "
            r"(?:that )?(?:you|your (?:company|firm|place)) "
            r"(?:can'?t|cannot|never|always|struggle|have to|lose|keep losing)",
            r"no wonder (?:~ )?(?:nobody|no one|turnover|staff leave)",
            r"(?:expected|expect|deserved?|hoped for) (?:far |much |a lot |so much )?(?:better|more) from "
            r"(?:you|a (?:company|firm)|your|someone)",
            r"(?:wouldn'?t|won'?t|will not|would not) (?:be )?recommend(?:ing)? (?:you|your company)",
            r"can'?t believe (?:that )?(?:i (?:wasted|bothered)|you (?:chose|picked|hired|gave|would|could))",
            r"what kind of (?:company|firm|people|person|employer|manager) (?:treats?|does|are|is|do)",
            r"thanks (?:a (?:lot|bunch) )?for (?:nothing|wasting|ignoring)",
            r"(?:bloody|damn|useless|lazy) (?:recruiters?|hr|agency|agencies|company|management)",
            r"(?:don'?t|dont) bother (?:re|to answer|to call|answering|an)",
            r"(?:made up your minds?|already decided) before (?:i|you)",
            r"given it to (?:one of )?your (?:friends?|mates?|nephew|cousin|family)",
            r"a (?:fix|stitch-up|foregone conclusion|set-up) (?:from|all)",
            r"post (?:had been|was) (?:sold|promised) (?:beforehand|to a)",
            r"always somebody'?s (?:cousin|niece|nephew)",
            r"has a (?:name|reputation) for (?:not|bad|poor|sacking|firing|treating|cheating)",
        ),
        WORDS,
    ),
    behind=(NEGATION, shape(r"(?:said|says|told me|thinks?|thought|say|whether|if)(?: that)? $")),
    guards=(AT_WORK, *SORRY),
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
        "Through your negligence my references went to the wrong hospital.",
        "The seat was kept warm for the owner's niece.",
        "It was all decided before I'd my wetsuit off.",
        "It's rude, and I wasn't raised so.",
        "I await your apology.",
        "So the whole day was theatre.",
        "It took you nine weeks to write four lines.",
        "I had supposed that an archive would take some care of its papers.",
        "If you wanted a girl of twenty you could have said so.",
        "You'd decided on a nurse before, and we both know it.",
        "It's always the same faces who get in.",
        "Tuesday's interview was a waste of taxi fare.",
        "I hope that whoever is holding my file sleeps well.",
    ),
    spares=(
        "I calmed customers who felt ignored by the bank for years.",
        "Sorry to take your time.",
        "I regret that I can't make Tuesday.",
        "I was sorry to hear that, and I appreciate your letting me know.",
        "The old pump was a mess, and I mended it.",
        "I was disappointed, of course, but I understand.",
        "I would hate to waste your time.",
        "It was a disappointment, but a fair one.",
        "You're awful good to have had me.",
        "Tidy shoes in the hall say everything about your centre.",
        "Shame that nobody got a photo of the parrot.",
        "It's a shame that you couldn't stay for the cake.",
        "I had feared that nobody in the country cared about vestry minutes.",
        "The lift was out of order on my last visit.",
        "I was laughed at for it at school.",
        "I begin to see why the team is so fond of the place.",
        "It would be rude to arrive late.",
        "I was told that the place is reserved for internal people, and I quite see why.",
        "I hope the baby sleeps well.",
        "I had thought that a museum would be cold, and it was warm as toast.",
        "It took you two minutes to make me feel at home.",
        "You could have told me the time in Welsh, and I'd have understood.",
        "I should be ashamed of myself for writing so late.",
        "It's always the same bus that is late.",
        "The trip wasn't a waste of a Sunday at all.",
    ),
)
