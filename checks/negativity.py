"""Being too negative: anger, blame, sarcasm, contempt, guilt, self-pity, threats, and cranky impatience.

Polite disappointment, polite questions about the time a decision takes, negative words as the job's own content, and
regret or apology of the sender's own are all fine.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import NEGATION, Reader, Rule, findings, shapes
from checks.text import NewText

_ADVICE = "Wait a day, then ask in one friendly line, or leave it out."

_WORDS = {
    "ordinal": r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th|6th|7th|8th|9th|\d+th|"
    "umpteenth|"
    r"nth|hundredth",
    "bad": r"a joke|a disgrace|a shambles|a farce|a circus|a mess|a scam|a sham|a nightmare|a disaster|disgraceful|"
    r"disgusting|pathetic|ridiculous|laughable|shameful|appalling|outrageous|insulting|an insult|unacceptable|rude|"
    r"inexcusable|embarrassing|a waste of (?:my )?time|incompetent|unprofessional|disrespectful|absurd|shocking|"
    r"atrocious|abysmal|dreadful|deplorable|shoddy|clueless|useless|hopeless|lazy|arrogant|dishonest|unfair|"
    r"a bit rich|a liar|liars|amateurish|amateurs?|cowardly|childish|beyond (?:a joke|belief)|poor form|bad form",
    "person": r"snake|bully|idiot|crook|liar|thief|clown|tyrant|monster|psychopath|narcissist|moron|fool|fraud|cheat|"
    "creep|"
    r"pig|bitch|bastard|jerk|asshole|arsehole|parasite|leech|weasel|control freak|micro-?manager|slave driver|joke|"
    r"nightmare|drunk|coward|hypocrite|dinosaur|waste of space|incompetent|useless|toxic|abusive|crazy|insane|mad|"
    r"horrible|awful|terrible|stupid|dishonest|corrupt|lazy|cheap|greedy|vindictive|racist|sexist|rude",
    "boss": r"(?:my|our|the|that|this) (?:~ )?(?:former |old |ex-?|last |previous |current |present )?(?:boss|manager|"
    r"employer|supervisor|broker|owner|foreman|director|head|chef|company|firm|management|colleagues|team|place|"
    r"landlord|"
    r"headteacher|principal|line manager|co-?workers?|office|department|agency|agencies)",
    "contact": r"e-?mails?|messages?|times?|letters?|attempts?|calls?|voicemails?|follow-?ups?|reminders?|notes?",
    "authority": r"solicitors?|lawyers?|attorneys?|ombudsman|tribunal|inspectorate|union|press|papers?|newspapers?|"
    r"chief executive|ceo|head office|regulator|trading standards|board|glassdoor|trustpilot|google|indeed|council|mp|"
    r"linkedin|twitter|facebook|the authorities|acas|eeoc|better business bureau|bbb|your (?:boss|manager|superiors?)",
}

IMPATIENCE = Rule(
    name="negativity.impatience",
    message="It sounds impatient, and makes the reader feel pressed or scolded.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"how (?:hard|difficult|long|many times|much longer) (?:~ )?(?:can it be|is it to|could it be|does it "
            r"take|do "
            r"i have to|must i|am i (?:supposed|expected|meant) to|can (?:it|one|a)|would it be to)",
            r"(?:this|that|it|here) (?:is|'s|was|will be)?,? ?(?:now )?(?:for )?(?:the|my|at least the) {ordinal} "
            r"(?:~ )?(?:{contact})(?! (?:i have|i've|i) "
            r"(?!sent|written|asked|called|rung|emailed|tried|had to|chased|followed))",
            r"(?:for the {ordinal} time|{ordinal} time (?:i am|i'm|im|i have had to|it has|it's been|writing|of "
            r"asking|asking))",
            r"if i (?:don'?t|dont|do not) (?:~ )?hear (?:~~ )?(?:i'?ll|i will|i shall|i'?m going to|ill) (?:have to "
            r"|be forced "
            r"to )?(?:assume you|take it you|conclude you|go (?:to|over|above|elsewhere)|contact your|call your|"
            r"write to your)",
            r"(?:{i_am}|i've been|i have been|been|be|was|were|me|and|we're|we are) (?:still |left |kept |just "
            r")?(?:left |kept )?"
            r"(?:hanging|dangling|in the dark)|(?:i'm|i am|im|and|we're|we are|,) still (?:waiting|chasing|guessing)|"
            r"still "
            r"waiting (?:(?:for|on) (?:~ )?(?:you|your|answer|reply|response|decision|news|word|call|feedback|"
            r"result|someone|"
            r"somebody|anyone)|to hear)|(?:kept|keeping|keep|left|leaving|leave) (?:me|us|people|a man|a person) "
            r"(?:waiting|"
            r"hanging|dangling|guessing)|(?:sick of|tired of|fed up with|enough of) (?:waiting|chasing|being)|i "
            r"(?:have been|"
            r"'ve been|ve been) waiting (?:~ )?(?:for|since|over|more|nearly|almost) (?:~ )?(?:{number}|{unit}|"
            r"forever|ages)",
            r"hurry (?:the \w+ )?up|get (?:a move on|your act together|on with it)|tick,? tock|chop chop|what'?s (?:~ "
            r")?(?:the "
            r"hold-? ?up|taking (?:you |so )(?:so )?long)|make (?:up your mind|your mind up)|rouse (?:itself|"
            r"yourselves?)",
            r"(?:i|we) (?:demand|insist on|expect|require|want) (?:~ )?(?:an? )?(?:~ )?(?:answer|reply|response|"
            r"decision|"
            r"explanation|apology|call) (?:~ )?(?:by|before|today|tomorrow|now|within|immediately|at once|from you|"
            r"this)",
            r"i demand|i (?:shall|will|'ll) not (?:wait|ask) (?:any longer|again)|answer me|stop ignoring|don'?t "
            r"ignore",
            r"(?:an answer|a reply|one (?:e-?mail|line)|a response) (?:this (?:year|century|decade)|before i "
            r"(?:retire|die))",
            r"(?:weeks|months) of (?:silence|waiting|nothing)|not (?:heard )?(?:a|one|a single) (?:word|peep|thing) "
            r"(?:since|"
            r"from)",
            r"why (?:haven'?t|have not|hasn'?t|didn'?t|don'?t|won'?t|can'?t|has no(?:body| one)) (?:~ )?(?:replied|"
            r"answered|"
            r"called|written|responded|reply|answer|call|write|respond|bother)",
            r"(?:or|else) we need not (?:~ )?trouble|more than (?:it|you|they) deserves?|last (?:chance|warning)|"
            r"final warning",
        ),
        _WORDS,
    ),
    behind=(),
    finds=(
        "How hard can it be to write back one line?",
        "This is the third time I'm writing.",
        "I demand an answer by Friday.",
        "Hurry up and decide.",
        "I am still waiting for a reply.",
    ),
    spares=(
        "How long does the course take?",
        "This is the third time I have sailed the route.",
        "I look forward to a reply by Friday, if you can.",
        "We were still, waiting for the deer.",
    ),
)

BLAME = Rule(
    name="negativity.blame",
    message="It blames or accuses the reader or their company.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:have|had|has|having|with|got|show|showed|without) (?:~ )?(?:the )?(?:common |basic |simple "
            r")?(?:decency|courtesy|"
            r"manners|respect|guts|nerve|cheek|audacity|grace) (?:to|of)",
            r"(?:common|basic|simple|professional) (?:decency|courtesy|manners)|(?:no|bad|poor|any) manners|"
            r"ill-mannered|what(?:'s| is) "
            r"(?:wrong|the matter) with you|i deserved? (?:better|more than)|you (?:obviously|clearly|evidently) "
            r"(?:made|had made|"
            r"don'?t|didn'?t|never|have no|think)",
            r"(?:i (?:was|am|must say i was|have to say i was)|i'm) (?:\w+ ){0,3}(?:unimpressed|less than impressed|"
            r"dismayed|"
            r"appalled|shocked|astonished|amazed) (?:that|by|at|with|to|how)",
            r"wast(?:e|ed|ing|es) (?:~ )?(?:my|our|people'?s|everyone'?s|both our) (?:~ )?(?:time|day|afternoon|"
            r"morning|money|"
            r"petrol|train fare)",
            r"you (?:lied|promised|misled|ignored|ghosted|forgot|didn'?t (?:even )?bother|never (?:even )?(?:bother|"
            r"call|"
            r"reply|answer|wr[io]te|rang|intended|replied|answered|called)\w*|couldn'?t (?:even )?be bothered|people|"
            r"lot|"
            r"should be ashamed|ought to be ashamed|don'?t care|clearly|obviously|have no idea|strung me|led me on|"
            r"let me "
            r"down|broke your|took me for)",
            r"(?:{i_am}|i was|i have been|i've been|i feel|i felt|being|been|me|to be|get|got) (?:\w+ )?(?:ghosted|"
            r"ignored|strung "
            r"along|led on|fobbed off|brushed off|messed (?:me )?(?:about|around)|treated like (?:dirt|rubbish|that|"
            r"this|a)|"
            r"lied to|humiliated|stood up|jerked around)(?! by the)",
            r"(?:your|this|that|the whole|it|you|it's|its|which|honestly) (?:\w+ ){0,3}(?:is|are|was|were|'s|has been|"
            r"'re|seems|"
            r"looks|feels) (?:~ )?{bad}",
            r"(?:it's|its|that's|you're|youre|they're) (?:~ )?{bad}|i (?:do )?find (?:it|this|that) (?:~ )?{bad}",
            r"shame on (?:you|your)|no wonder (?:~ )?(?:nobody|no one|you|the|your|people|it|that)|thanks for nothing|"
            r"you people",
            r"(?:couldn'?t|could not|don'?t|doesn'?t) (?:even )?(?:care less|give a (?:damn|toss|monkey))",
            r"(?:nobody|no one|none of you|not one of you) (?:~ )?(?:bothered|could be bothered|had the|has the|have "
            r"the|"
            r"cared|could say|could tell)",
            r"(?:doesn'?t|does not|didn'?t|did not) (?:say much|speak well|reflect well|inspire|exactly)|says a lot "
            r"about|"
            r"speaks volumes|tells me (?:everything|all i need)|(?:so )?much for (?:your|the) (?:~ )?(?:promise|word|"
            r"values)",
            r"(?:i am|i'm|im|was|absolutely|frankly|quite|really) (?:disgusted|appalled|furious|livid|outraged|fuming|"
            r"insulted|"
            r"fed up|sick of|angry|pissed off|offended|amazed (?:that )?you)",
            r"(?:don'?t|dont) (?:bother|tell me|give me|want to hear)|see now that (?:this|it) was deliberate",
            r"has a (?:name|reputation) for (?:late|not|bad|poor|sacking|firing|treating|cheating)",
        ),
        _WORDS,
    ),
    behind=(),
    finds=(
        "Nobody had the decency to answer.",
        "You wasted my time.",
        "Your website is a joke.",
        "I find it a bit rich to be left hanging.",
        "You people never even bothered to reply.",
    ),
    spares=(
        "I calmed customers who felt ignored by the bank for years.",
        "Sorry to take your time.",
        "I regret that I can't make Tuesday.",
        "I was sorry to hear that, and I appreciate your letting me know.",
        "The old pump was a mess, and I mended it.",
    ),
)

THREAT = Rule(
    name="negativity.threat",
    message="It threatens, or foretells harm.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:i will|i'll|i shall|i am going to|i'm going to|ill|im going to|shall be|will be|going to be) (?:~ "
            r")?(?:writing|"
            r"write|reporting|report|complaining|complain|posting|post|telling|tell|taking|take|contacting|contact|"
            r"calling|"
            r"speaking|going|warn|warning|leaving|leave|name|naming|expose|exposing|sue|suing|inform|review) (?:~~ )?"
            r"{authority}",
            r"(?:you will|you'll|u'?ll|youll) (?:~ )?(?:regret|be sorry|hear from my|live to regret|think of me|pay "
            r"for|come "
            r"crawling|wish you had)",
            r"(?:it'?s|its|that'?s|is) your loss|^your loss|you'?re losing out|your loosing out|mark my words|see you "
            r"in court|legal action|name and shame|you "
            r"have been warned|i know where you|bad review|tell everyone i know|i give (?:him|her|them) till",
            r"(?:you can|you may) explain (?:~ )?(?:to|why)",
        ),
        _WORDS,
    ),
    behind=(NEGATION,),
    finds=(
        "I will be writing to your chief executive.",
        "You'll regret this.",
        "It's your loss.",
        "You will hear from my solicitor, and I am considering legal action.",
    ),
    spares=(
        "I will be writing to you on Monday.",
        "I'm sorry for your loss of a day.",
        "I assessed credible threats for five years.",
        "I won't be posting anything on Facebook.",
    ),
)

CONTEMPT = Rule(
    name="negativity.contempt",
    message="It runs down an employer, a colleague or other candidates, and the reader may wonder who is next.",
    advice="Say what you are looking for, not what was wrong with others.",
    hits=shapes(
        (
            r"{boss} (?:~ )?(?:is|are|was|were|'s) (?:just |such |really |so |a |an |the |absolutely |completely |"
            r"total ){0,4}"
            r"(?:\w+ )?{person}s?",
            r"{boss} (?:~~ )?(?:lies|lied|cheats|cheated|pockets|pocketed|steals|stole|waters|screams|screamed|shouts "
            r"at|"
            r"bullied|bullies|couldn'?t|can'?t|doesn'?t know|has no idea|had no idea|never paid|drinks|sacked me|"
            r"screwed|"
            r"treats? (?:~ )?like)",
            r"toxic (?:~ )?(?:workplace|culture|boss|manager|environment|place|team|atmosphere|company)|(?:sinking|"
            r"hell) ?(?:ship|"
            r"hole)|(?:were|are|is|was) (?:~ )?(?:leeches|crooks|thieves|vultures|sharks|parasites|cowboys|morons|"
            r"idiots|clowns)",
            r"(?:other|the|your|those) (?:~ )?(?:candidates?|applicants?|ones?) (?:~ )?(?:is|are|was|were|couldn'?t|"
            r"can'?t|"
            r"didn'?t|looked|seemed|had) (?:~ )?(?:joke|no idea|useless|hopeless|clueless|stupid|weak|unqualified|"
            r"idiots?|"
            r"a clue|tell|match|half|know|fit|not fit)",
            r"people like (?:that|them|those)|surprised at the standard|neither (?:~ )?could be trusted|anybody with "
            r"half a brain|"
            r"whoever (?:~ )?(?:clearly|ought|should be|must be|can't)|ought to be (?:in jail|sacked|fired|ashamed)",
            r"(?:the )?(?:lady|man|woman|girl|boy|lad|guy|person|one|candidate|chap|fellow|kid) (?:you|who|that) "
            r"(?:chose|picked|"
            r"hired|took|saw|had in|had|went|was in|came|sat) (?:~~ "
            r")?(?:don'?t|"
            r"doesn'?t|can'?t|couldn'?t|is|has|isn'?t|won'?t|knows)",
            r"(?:i wasn'?t|was not|wasn't|not) (?:~ )?impressed (?:with|by)|couldn'?t (?:~ )?(?:find|cut|organi[sz]e|"
            r"run) (?:~~ )?"
            r"(?:with a|with both|in a brewery|door handle)|if that'?s the example|it'?s no wonder",
        ),
        _WORDS,
    ),
    behind=(),
    finds=(
        "My broker is a snake.",
        "My last boss was a bully and a liar.",
        "I left because of a toxic culture.",
        "The other candidates had no idea.",
    ),
    spares=(
        "My last boss was a great teacher.",
        "My manager is moving to Leeds.",
        "The other candidates were kind to me in the lobby.",
        "I know how people like their tea.",
    ),
)

PITY = Rule(
    name="negativity.pity",
    message="It asks for pity or lays guilt on the reader.",
    advice="Leave it out; say in one line what you would bring.",
    hits=shapes(
        (
            r"(?:i don'?t|dont|i do not) (?:even )?(?:know|see) why i (?:even )?(?:bother|try|tried|bothered)|why do "
            r"i (?:even )?bother|"
            r"should i (?:even )?bother|i wouldn'?t (?:ordinarily|normally) bother",
            r"it'?s always (?:some(?:body|one) else|the same)|always the bridesmaid|story of my life|nobody (?:ever "
            r"does|"
            r"cares|wants me|will hire|hires|ever (?:calls|writes|answers)|answers|wants (?:someone|somebody|a man|a "
            r"woman))",
            r"(?:i don'?t suppose|i suppose|i guess|no doubt|presumably|i expect) (?:~~ )?(?:too old|bin|get (?:any "
            r")?further|"
            r"won'?t (?:read|answer|hire)|ignored?|doesn'?t rate|wrong age|another rejection|never|rate a)",
            r"just an?(?:other)? (?:number|name|face|statistic|cv|nobody)|used to be worth|another rejection|"
            r"(?:nobody|no one) (?:~ )?(?:hire|wants|employ|look at) (?:~ )?(?:my "
            r"age|someone "
            r"like me|people like me|me)|i (?:am|'m) (?:used to|sick of) (?:being )?(?:ignored|rejected|passed over|"
            r"rejection)",
            r"(?:the )?rent is (?:due|late|overdue)|(?:kids?|children|daughter|son|wife|family|mother) (?:~ "
            r")?(?:keeps? asking|go "
            r"hungry|to feed|has stopped|cries|crying)|what this is doing to|at my wits'? end",
            r"i (?:gave up|took (?:a|unpaid) (?:day|leave|time)|turned down|have taken leave|lost a day) (?:~~ "
            r")?(?:for (?:that|this|"
            r"a round|your|the interview)|to (?:keep|put|be|come)|without pay|unpaid)",
            r"(?:i'd have thought|i would have thought|one would (?:have )?th(?:ink|ought)|you'd think) (?:~ )?(?:you|"
            r"that|a|some|"
            r"anyone|someone|it)|the least you (?:can|could)|after all (?:i|the|that i)(?:'ve| have)? (?:did|done|put|"
            r"gave)",
        ),
        _WORDS,
    ),
    behind=(),
    finds=(
        "I don't know why I bother.",
        "It's always somebody else.",
        "I suppose I am too old.",
        "The least you could do is answer.",
    ),
    spares=(
        "I know why I bother with proofs.",
        "I have a family to look after, so evenings suit me.",
        "I gave up coffee for a year.",
        "I suppose the train is quicker.",
    ),
)

SARCASM = Rule(
    name="negativity.sarcasm",
    message="It reads as sarcasm.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"good luck (?:finding|with (?:that|him|her|them|whoever))|you'?ll need it|must be nice|(?:far )?too "
            r"(?:busy|important|grand|proud) to (?:answer|reply|call|write|read|pick|send)|"
            r"still at lunch|"
            r"in case you(?:'ve| have)? (?:also )?(?:forgotten|forgot|missed)|too much to ask|too much trouble",
            r"(?:the|your) company (?:still )?exists|phones? (?:~ )?(?:cut off|work|broken)|is anyone "
            r"(?:there|alive|awake|home)|have you all died|did you (?:all )?die|fallen off the (?:face|edge)",
            r"(?:learn|able|manage|bother) to (?:read|use|count|pick up|tell) (?:~ )?(?:calendar|clock|time|phone|"
            r"page|diary)|can read "
            r"a clock|might have read the|some of us (?:work|have|actually)|join this time",
            r"(?:how|so) (?:kind|nice|generous|thoughtful|good|gracious) of you to finally|bless her heart|"
            r"congratulations on (?:not|"
            r"ignoring|wasting)|well done for|hats off for (?:not|ignoring)|do seem to manage|they at least|at least "
            r"(?:they|"
            r"some (?:companies|firms|people)) (?:~ )?(?:know|answer|manage|reply|call|behave|pay|return)",
            r"next time (?:you might|perhaps you|maybe you)|spare the rest of us|let me save us both|i must "
            r"say,? though|so it'?s to be|so (?:it|you) went (?:to|with) the",
            r"(?:no hurry|take your time|whenever you feel like it),? (?:obviously|then|clearly|of course|why don'?t)",
        ),
        _WORDS,
    ),
    behind=(NEGATION,),
    finds=(
        "Must be nice!",
        "You are far too busy to answer three messages.",
        "I applied in May, in case you've forgotten.",
        "Some of us work for a living.",
    ),
    spares=(
        "It must be nicer in spring.",
        "I'm never too busy to answer the phone.",
        "I taught children to read a clock with a paper face.",
        "At least three of them came back.",
    ),
)

RULES: tuple[Rule, ...] = (IMPATIENCE, BLAME, THREAT, CONTEMPT, PITY, SARCASM)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """What a reader would take as anger, blame, contempt or pressure; offsets count in `message.body`."""
    del message, settings
    return findings(Reader(text).hits(RULES), "negativity", text.body)
