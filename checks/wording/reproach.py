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
            r"pathetic) (?:that|how|of you|when) (?:you|nobody|no one|your|they|a company)",
            r"shame on (?:you|your)",
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
            r"(?:~~ )?(?:could be bothered|had the (?:decency|courtesy|manners)|cared|wants to work for)",
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
    ),
)
