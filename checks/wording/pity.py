"""A rule of `negativity`: self-pity, and guilt laid on the reader. Illness and loss, told plainly, are none."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.grudges import WORDS

PITY = Rule(
    name="negativity.pity",
    message="A recruiter would read a plea for pity, or a reproach to themselves, and can answer neither.",
    advice="Leave it out, and say in one line what you would bring: "
    '"I would bring ten years of night shifts and a calm voice."',
    hits=shapes(
        (
            r"(?:nobody|no one|no-one|who) (?:wants to|would|will|is going to|ever wants to|is ever going to) "
            r"(?:\w+ ){0,2}(?:hire|employ|take on|take|look at|pick|choose) "
            r"(?:a |an )?(?:me|someone like|somebody like|people like|old|older|man my|woman my|"
            r"(?:man|woman) (?:of|over))",
            r"(?:nobody|no one|no-one) (?:ever )?(?:chooses|picks|hires|wants) "
            r"(?:people (?:from|like)|a man|a woman|an old|somebody (?:from|like)|the)",
            r"(?:nobody|no one) ever (?:calls|gives) me",
            r"(?:nobody|no one|no-one) (?:ever )?(?:wants|hires|gives|takes|looks at) me",
            r"i never (?:get|have) (?:any luck|a chance|a break|picked|chosen)",
            r"always the bridesmaid",
            r"story of my life",
            r"it'?s always (?:some(?:body|one) else|somebody'?s (?:niece|cousin|nephew)|the same story)",
            r"(?:i don'?t|dont|i do not) (?:even )?(?:know|see) why i (?:even )?(?:bother|try|tried|bothered|thought)",
            r"why do i (?:even )?bother",
            r"should i (?:even )?bother",
            r"no point (?:in )?trying",
            r"(?:my|all my|these) (?:e-?mails?|applications?|letters?|cv|resume|messages) "
            r"(?:~ )?(?:go|goes|went|end|ends|straight) (?:~ )?(?:in|into|to) (?:the|a) "
            r"(?:bin|trash|void|black hole|shredder|rubbish)",
            r"(?:i'?m|i am) (?:just |only |merely )(?:a number|another (?:number|name|cv))",
            r"(?:i don'?t suppose|i suppose|i guess|no doubt|presumably|i expect|obviously|apparently) "
            r"(?:~ )?(?:i'?m|im|i am|you'?ll|you will|i was|you'?ve|people like me) "
            r"(?:~~ )?(?:too (?:old|fat|young|foreign)|in the bin|not (?:good|young|pretty|english) enough|a younger|"
            r"somebody young|ignored?|wrong (?:age|colou?r|face|accent)|another rejection|unwanted|invisible)",
            r"(?:yet another|one more) rejection",
            r"i (?:am|'m) (?:used to|sick of) (?:being )?(?:ignored|rejected|passed over|rejection)",
            r"i deserve(?:d)? (?:better|at least)",
            r"used to be worth",
            r"(?:my|our|the) (?:kids?|children|daughter|son|wife|family|baby) "
            r"(?:~ )?(?:keeps? asking (?:me )?(?:why|when|if)|go hungry|starv\w+|depend on (?:this|you))",
            r"rent is (?:due|overdue) and",
            r"(?:must|have to|will just|the one) (?:tell|telling|face) (?:my|the) "
            r"(?:children|kids|weans)(?! (?:that i|about|where))",
            r"i do not know (?:what to tell|how i will face)",
            r"(?:i am|i'm|im) (?:so |really |"
            r"getting )?desperate(?! to (?:get|be|go|work|learn|see|move|return|start|join|try|hear|for))",
            r"begging you",
            r"please,? please",
            r"at my wits'? end",
            r"what this is doing to (?:me|us|my)",
            r"(?:my|our) (?:last|only) hope",
            r"i (?:gave up|took (?:a|unpaid) (?:day|leave)|have taken leave|lost a day|turned down (?:\w+ ){1,3}) "
            r"(?:~~ )?(?:for nothing|to be (?:ignored|told|treated)|waiting on you)",
            r"(?:i'd have thought|i would have thought|one would (?:have )?th(?:ink|ought)|you'd think) "
            r"(?:~ )?(?:you|a (?:company|firm|school)|some(?:one|body)|anyone) (?:~ )?(?:could|would|might|can)",
            r"after all (?:that )?i(?:'ve| have)? (?:did|done|put|gave) (?:~ )?you",
            r"is that too much to ask",
            r"(?:too )?long in the tooth(?: to| for|[.,;]|$)",
            r"(?:on|onto) the scrap ?heap|thrown (?:out )?on(?:to)? the heap",
            r"never (?:stood|had) (?:a|the ghost of a|any) (?:real )?chance(?! (?:to|of))",
            r"(?:only|just|merely|simply) (?:there|brought in|invited|called in|asked|wanted|needed|put in)? ?to "
            r"(?:make up the "
            r"numbers?|fill (?:the|a|your) (?:list|quota|box|form|column)|tick (?:a|the|your) box|decorate)",
            r"not (?:dream|hope|reach) so high again",
            r"i(?:'ve| have)? (?:\w+ )?(?:given|gave) up (?:all )?(?:hope|hoping)(?! (?:of (?:it|ever|finding|seeing|"
            r"a seat)|for|that))",
            r"(?<!whether i )(?<!if i )(?:should|may as well) stop hoping|so (?:that )?i (?:can|could) stop(?: "
            r"hoping)?(?=[.,;!]|$)",
            r"at (?:fifty|sixty|seventy|my age)(?:-\w+)?,? (?:one|you) (?:learns?|gets? used|becomes?)",
            r"(?:becomes?|quite|apparently|evidently|simply|am|i'?m) (?:quite |simply )?invisible(?= at| to you|"
            r"[.,;!]|$)",
            r"i suppose (?:that )?(?:people|a (?:man|woman|person)) (?:~ )?(?:like|with|of|from|over)",
            r"i suppose you(?:'ll| will)? (?:want|take|filled|chose|give|gave|have taken) (?:[\w]+ ){0,4}?(?:somebody|"
            r"someone|a (?:local "
            r")?girl|a boy|one of)",
            r"made to feel (?:like an?|small|stupid|unwelcome|a fool|foolish|old)",
            r"(?:should|ought to) be used to (?:it|this|that) by now",
            r"(?:people|men|women|somebody|someone|folks?|those) (?:like me|of my (?:age|sort|kind|complexion)) "
            r"(?:~~ )?(?:never|don'?t|do not|only|always|are not|aren'?t|get nothing|no longer)",
            r"i(?:'ve| have)? (?:cried|wept) (?:every|all|for|the whole)(?! joy)",
            r"(?:i'?m|i am) not begging for",
            r"(?:wasn'?t|isn'?t|am not|'m not|was not) good enough(?: for (?:you|the|your|them)|[.,;!]|$)",
            r"(?:i'?ve got|i have|with) (?:\w+ ){0,2}(?:kids|children|mouths|babies) to feed",
            r"(?:tell|telling) (?:my|the|our) (?:children|kids|boys?|girls?|grandbabies|daughters?|sons?) (?:~~ "
            r")?(?:wasn'?t|"
            r"was not|not good|no job|no work|next week)",
            r"what (?:this|the|all this|your) (?:waiting|silence) does to",
            r"i (?:come|came|am|finish) (?:always )?second(?:;|,| in everything)",
            r"forgotten (?:as usual|again)|as usual,? forgotten",
            r"nobody wants an? (?:~ )?(?:of|over|with|at|like)",
            r"looked through at my (?:age|time of life)",
            r"one gets used to being (?:looked|passed|ignored|forgotten|overlooked)",
        ),
        WORDS,
    ),
    behind=(),
    guards=(
        shape(r"customers?|for a living|course|degree|not too late|funeral|hospital|died|passed away|ill|illness"),
    ),
    finds=(
        "I don't know why I bother.",
        "It's always somebody else.",
        "I suppose I am too old.",
        "No one ever gives me a chance.",
        "I deserve better than this.",
        "I am desperate, please.",
        "I see that I never stood a chance.",
        "I was only brought in to make up the numbers.",
        "I should be used to it by now.",
        "People like me are only there to fill the list.",
        "Forty years of work and you end up on the scrap heap.",
        "I've cried every night since the interview.",
        "At fifty-eight one learns that one's letter goes from the mat to the bin.",
        "I suppose a man with rough hands isn't worth a stamp.",
        "I'm fifty-eight and apparently invisible.",
    ),
    spares=(
        "I know why I bother with proofs.",
        "I have a family to look after, so evenings suit me.",
        "I gave up coffee for a year.",
        "I suppose the train is quicker.",
        "I took a day off for the interview and look forward to it.",
        "Nobody answers the phone faster than I do.",
        "I never get lost in the woods.",
        "I never had a chance to thank you at the door.",
        "We threw the old straw on the heap.",
        "My first draft wasn't good enough to send, so here is the second.",
        "I work with people like us who never sit down.",
        "I had given up hope of finding my umbrella.",
        "At sixty one is glad of a lift.",
        "The seam should be quite invisible from the road.",
        "I suppose you'll want two references.",
        "Should I wait, or should the dog be told to stop?",
        "I was made to feel very welcome.",
        "Could you let me know whether the role is on hold, or whether I should stop hoping?",
        "I was asked to make up the numbers at quiz night and stayed.",
        "My mother died on Sunday, and I must tell the children; may we move Thursday?",
    ),
)
