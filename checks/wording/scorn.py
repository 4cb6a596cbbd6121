"""Two rules of `negativity`: threats and sarcasm."""

from __future__ import annotations

from checks.phrases import NEGATION, Rule, shapes
from checks.wording.grudges import ADVICE, AT_WORK, SORRY, WORDS

THREAT = Rule(
    name="negativity.threat",
    message="A recruiter would read a threat.",
    advice=ADVICE,
    hits=shapes(
        (
            r"(?:you'?ll|you will|you shall|you can expect to) (?:be )?hear(?:ing)? from (?:my|our) "
            r"(?:solicitor|lawyer|attorney|union|father|husband|barrister)s?",
            r"see you in court",
            r"(?:tak(?:e|ing)|consider(?:ing)?|begin|start|seek(?:ing)?|pursu(?:e|ing)|with|resort to) legal "
            r"action(?! against)",
            r"(?:i'?ll|i will|i shall) be taking (?:legal )?advice",
            r"i know (?:a (?:good )?(?:solicitor|lawyer|journalist)|my rights)",
            r"(?:i'?ll|i will|i shall|i am|i'?m|i am going to|i'?m going to|should i|i might|i may) (?:have to "
            r")?(?:be )?(?:speak\w*|"
            r"report\w*|writ\w+|complain\w*|go(?:ing)?|talk\w*|send\w*|forward\w*|tak\w+) (?:~ )?(?:this |you |it |"
            r"that )?to the "
            r"(?:press|papers?|newspapers?|ministry|embassy|regulator|ombudsman|union|council|tribunal|police|labour "
            r"office|"
            r"authorities|local radio|tax office)(?! (?:about (?:my|the) (?:visa|passport|permit)|for (?:my|the|a)|on|"
            r"in|to))",
            r"the (?:regulator|ombudsman|press|papers?|union|tribunal|embassy) (?:will|shall) (?:hear|know|be told|"
            r"want to hear)",
            r"reason not to report you",
            r"(?:have|'ve) warned (?:all )?(?:of )?(?:my|every|the other|everyone|everybody|other)",
            r"you'?ll find (?:that )?i(?:'m| am) not (?:a|the|one|some)",
            r"(?:i'?m|i am|i'?ll be) coming down there",
            r"(?:have|'ve got) something to say about it",
            r"or i (?:will |shall )?(?:come|park|sit) (?:and|in front|outside|down)",
            r"end up (?:on|in) (?:the|a) (?:community|facebook|local|riggers'?) (?:page|group|paper|press)",
            r"i write a lot of reviews",
            r"would prefer not to (?:raise|take|bring) (?:this|it) (?:with|to|up)",
            r"name and shame",
            r"you have been warned",
            r"i know where you (?:live|park)",
            r"(?:tell|telling|warn|warning|advise|advising|let) "
            r"(?:everyone|everybody|all my|my (?:friends|colleagues|network|classmates|union|tutor)|people|others|"
            r"anyone|every \w+ in)(?: \w+){0,4} "
            r"(?:avoid|stay away|about (?:you|this|your)|steer clear|not to (?:apply|work|bother)|how you|what you|"
            r"know (?:how|what))",
            r"(?:i will|i'll|i shall|i am going to|i'm going to|ill|im going to|shall be|will be) "
            r"(?:~ )?(?:writing to|write to|reporting|report|complaining to|complain to|posting|post|tell|telling|"
            r"leaving|leave|sue|suing) (?:~~ )?(?:your (?:chief executive|boss|chairman|manager|director|ceo|"
            r"superiors?)|chief executive|the (?:press|papers|newspapers?|echo)|glassdoor|trustpilot|"
            r"(?:a )?(?:bad |one-star )?review)",
            r"your name (?:will|is going to) be in the",
            r"(?:whole|entire) (?:pier|town|village|street) will (?:be hearing|hear|know)",
            r"i shall see that everybody knows",
            r"i (?:will|'ll|shall) (?:make sure|see to it) (?:that )?(?:everyone|nobody) (?:knows|hears|applies)",
            r"everyone (?:will|is going to) (?:know|hear) (?:how|what) you",
            r"(?:you will|you'll|u'?ll|youll) "
            r"(?:~ )?(?:regret (?:this|it|that|not)|be sorry(?! (?:to|that))|live to regret|pay for this|"
            r"come crawling|wish you had)",
            r"(?:it'?s|its|that'?s|is|whatever,?) your loss",
            r"^your (?:loss|loosing)",
            r"your loosing out",
            r"mark my words",
            r"bad review",
            r"don'?t come crying",
        ),
        WORDS,
    ),
    behind=(NEGATION,),
    guards=(AT_WORK,),
    finds=(
        "I will be writing to your chief executive.",
        "You'll regret this.",
        "It's your loss.",
        "You will hear from my solicitor.",
        "I am considering legal action.",
        "The regulator will hear of it from me.",
        "I'll be taking advice, because I know my rights.",
        "I have warned all of my friends.",
        "I will be speaking to the Ministry of Education.",
        "I'll be leaving a review on Glassdoor about this.",
    ),
    spares=(
        "I will be writing to you on Monday.",
        "I'm sorry for your loss of a day.",
        "I assessed credible threats for five years.",
        "I won't be posting anything on Facebook.",
        "We never lost a pane, in spite of a threat of legal action every spring.",
        "I defended the firm against legal action by a supplier.",
        "I will be speaking to the union on Thursday for my talk.",
        "I'm going to the embassy for my visa.",
        "I warned the driver that the ice was thin.",
        "I hope you'll think of me for the next one.",
        "You'll be sorry to hear that the ferry is cancelled.",
    ),
)

SARCASM = Rule(
    name="negativity.sarcasm",
    message="A recruiter would read sarcasm.",
    advice=ADVICE,
    hits=shapes(
        (
            r"how (?:very |truly )?(?:good|kind|nice|thoughtful|generous|gracious|decent) of you to (?:keep|leave|"
            r"make me|forget|"
            r"finally|remember|let me (?:know[,;] and in|wait|guess))",
            r"so,? you(?:'re| are) alive",
            r"thanks a bunch for (?:that[.!]|nothing|the silence|waiting|ignoring|leaving|keeping|wasting)",
            r"no thanks (?:are|is) due",
            r"no thanks to (?:you|your)",
            r"bless your heart",
            r"glorious silence",
            r"one feels so (?:seen|valued|wanted|special)",
            r"(?:send|write|put|draw) it in crayon",
            r"is there an? (?:adult|grown-?up) (?:there|in|at|i)",
            r"(?:run|staffed) by grown-?ups",
            r"god help (?:us all|you all|your|the)(?! (?:man|woman|poor))",
            r"(?:so|such) swift a (?:recovery|reply|decision)",
            r"(?:it|that) is a charming (?:tradition|custom|habit)",
            r"don'?t get up!",
            r"pigeon (?:with|carrying|must|has|got|drowned|that)",
            r"(?:wish|wished) you joy of",
            r"serves? you right",
            r"(?:not|without) being (?:funny|rude),? but|no (?:offence|offense|disrespect),? but",
            r"(?:which|it|that)(?:'s| is) more than (?:can be said|i can say|could be said|you can say|i could say) "
            r"(?:for|of|about)",
            r"evidently (?:your|nobody|no one|could not|couldn'?t|lacks|believes|belong|met)",
            r"let me (?:count|see if i (?:follow|understand|have this))[.:]",
            r"i (?:shall|will|look forward to|'ll) (?:treasur(?:e|ing)) (?:the line|that|your|the phrase)",
            r"no doubt (?:the|your|he|she|you've|you have|they) (?:~~ )?(?:will look|would look|charming|very (?:well|"
            r"pretty|"
            r"decorative)|clean fingernails|nephew|prettier|younger)",
            r"in prettier hands",
            r"(?:has|have) (?:any(?:one|body)) (?:there )?considered",
            r"(?:pity|shame) (?:that )?there wasn'?t (?:a|one|any)",
            r"good luck (?:finding|with (?:that|him|her|whoever))",
            r"must be nice(?:$|[.!,])",
            r"(?:far |clearly |obviously )?too (?:busy|important|grand|proud|lazy) to "
            r"(?:answer|reply|call|write|read|pick|even)",
            r"in case you(?:'ve| have)? (?:also )?(?:forgotten|forgot) (?:me|that i)",
            r"in case you(?:'ve| have) forgotten[.!]?$",
            r"is anyone (?:there|alive|awake|home)[?]",
            r"have you all died",
            r"did you (?:all )?die",
            r"fallen off the (?:face|edge)",
            r"assume your phone",
            r"(?:learn|able|manage|bother) to (?:use|pick up|read) (?:a|the|your) (?:calendar|clock|phone|diary)",
            r"only took you",
            r"some of us (?:work|have|actually|do|keep|treat|would like)",
            r"(?:how|so) (?:kind|nice|generous|thoughtful|good|gracious) of you to finally",
            r"congratulations on (?:not|ignoring|wasting)",
            r"(?:well done|hats off) for (?:not|ignoring)",
            r"(?:they|theirs|some (?:companies|firms|people)) (?:~ )?at least "
            r"(?:~ )?(?:know|answer|manage|reply|call|behave|pay|return)",
            r"at least (?:they|some (?:companies|firms|people)) (?:~ )?(?:answer|manage|reply|call|behave|pay|return)",
            r"how (?:convenient|typical|lovely for you)",
            r"^typical[.!]",
            r"surprise,? surprise",
            r"^whatever[.!]",
            r"(?:no hurry|no rush|take your time|whenever you feel like it),? (?:obviously|then|clearly|why don'?t)",
            r"funny how",
            r"who'?s counting",
            r"(?:couldn'?t|can'?t) make it up",
            r"heaven help (?:the|your)",
            r"you call (?:this|that|yourselves?) an?",
            r"that (?:is|'s) rich",
            r"(?:might|would) (?:~ )?learn (?:to|how to) (?:use|read|answer|write)",
        ),
        WORDS,
    ),
    behind=(NEGATION,),
    guards=(*SORRY, AT_WORK),
    finds=(
        "Must be nice!",
        "You are far too busy to answer three messages.",
        "I applied in May, in case you've forgotten.",
        "Some of us work for a living.",
        "Whatever. Your loss.",
        "How nice of you to keep me guessing all summer.",
        "Oh, so you are alive.",
        "Thanks a bunch for nothing.",
        "Perhaps if I send it in crayon?",
        "Is there an adult there I could talk to?",
        "I take it the pigeon carrying your answer has been shot.",
        "The laptop works, which is more than I can say for the day shift.",
        "Not being funny, but the guy in lane two needed rescuing from himself.",
    ),
    spares=(
        "It must be nicer in spring.",
        "I'm never too busy to answer the phone.",
        "I taught children to read a clock with a paper face.",
        "At least three of them came back.",
        "Sorry for the late reply; my phone was broken.",
        "Whatever you decide, I enjoyed it.",
        "How kind of you to let me know so soon.",
        "How good of you to make time on a Friday.",
        "Thanks a bunch for the tour.",
        "Let me see if I have the address right: it is 12 Mill Lane.",
        "No thanks are needed; it was a pleasure.",
        "No offence taken, by the way.",
        "I kept racing pigeons with my uncle.",
        "The crèche is run by two sisters and a nun.",
    ),
)
