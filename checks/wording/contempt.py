"""Two rules of `negativity`: running others down, and asking for pity or laying guilt."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.grudges import WORDS

CONTEMPT = Rule(
    name="negativity.contempt",
    message="It runs down an employer, a colleague or other candidates, and the reader may wonder who is next.",
    advice="Say what you are looking for, not what was wrong with others.",
    hits=shapes(
        (
            r"(?:boss|manager|employer|supervisor|owner|colleagues|company|they|he|she) (?:~ )?(?:made|makes|make) my "
            r"(?:\w+ )?(?:life|job|time) (?:an? )?(?:\w+ )?(?:misery|hell|nightmare|miserable|impossible|unbearable)",
            r"(?:bunch|pack|load|shower|crowd|gang|nest) of (?:{person})",
            r"(?:the |that |some )?(?:lady|man|woman|girl|boy|lad|guy|chap|fellow|kid|one) (?:you had in|you saw|"
            r"who went|who came|who was|that was|in) (?:~ )?(?:before|after|ahead of) me (?:~ )?(?:couldn\'?t|"
            r"can\'?t|didn\'?t|looked|was|had|smelt|smelled)",
            r"(?:boss|manager|employer|supervisor|owner|foreman|head chef|director|landlord|line manager|team leader|"
            r"principal) (?:here |there |in \w+ |at \w+ )?(?:is|was|'s) (?:just |such |really |so |a |an |the |"
            r"absolutely |absolute |complete |completely |total |pure |utter |like |a bit of a |real "
            r"){0,4}(?:{person})(?! (?:good|at hiding|busy|hot|of work|sick))",
            r"(?:ex-?|former |old |last |previous |current |present )(?:boss|manager|employer|supervisor|company|firm|"
            r"colleagues|owner)(?: \w+){0,2} (?:bullied|cheated|lied|screamed|shouted|stole|robbed|exploited|abused|"
            r"harassed|underpaid|humiliated|screwed|ripped|sacked me|fired me|stabbed|ruined|hated)",
            r"(?:treated|paid|managed|spoken to|talked to) (?:\w+ )?(?:terribly|badly|appallingly|horribly|awfully|"
            r"disgracefully|like (?:dirt|rubbish|a slave|slaves|a dog|garbage|an idiot|shit|crap|cattle|a child)|"
            r"peanuts)|(?:slave labou?r|cult|shambles|madhouse|sweatshop|hell on earth|snake pit|toxic|viper'?s "
            r"nest)(?:\.|!|,|$| and| of)",
            r"(?:interviewed|interviewing|met|saw|spoke to|questioned|grilled) me (?:was|is|were|seemed|looked) "
            r"(?:\w+ ){0,3}(?:asleep|drunk|bored|clueless|rude|useless|late|lost|an? \w+|half his age|hostile|"
            r"arrogant|unprepared)",
            r"{boss} (?:is|are|was|were|'s|has been|had been) (?:run by |full of |always )?(?:just |such |really |so |"
            r"a |an |the |absolutely |"
            r"absolute |complete |completely |total |pure |utter |like |a bit of a |real ){0,4}(?:{person})(?! "
            r"(?:good|at hiding|busy|hot|of "
            r"work|sick))",
            r"{boss} (?:~ )?(?:lies (?:to|about)|lied|cheats|cheated|pockets|pocketed|steals|stole|waters|screams|"
            r"screamed|shouts at|shouted at|"
            r"bullied|bullies|doesn'?t know (?:what|how|his|her|a)|has no idea|had no idea|never paid|drinks|screwed|"
            r"treats? (?:~ )?like)",
            r"toxic (?:~ )?(?:workplace|culture|boss|manager|environment|place|team|atmosphere|company)|sinking ship|"
            r"hell ?hole|(?:were|are|is|"
            r"was|run by) (?:\w+ ){0,2}(?:leeches|crooks|thieves|vultures|parasites|cowboys|morons|idiots|clowns|"
            r"monkeys)",
            r"(?:hated|loathed|despised|couldn'?t stand|can'?t stand|cannot stand) (?:every (?:minute|second|day)|my "
            r"(?:~ )?(?:job|boss|manager|"
            r"colleagues)|working (?:for|there|at)|that place|(?:it )?there|the (?:place|job|people))",
            r"(?:other|your|those) (?:~ )?(?:candidates?|applicants?) (?:~ )?(?:is|are|was|were|couldn'?t|can'?t|"
            r"didn'?t|looked|seemed|had|have) "
            r"(?:\w+ ){0,2}(?:joke|no idea|useless|hopeless|clueless|stupid|weak|unqualified|idiots?|a clue|tell me|"
            r"match|half|fit|asleep|"
            r"mediocre|desperate|amateurs?|pathetic|lost)",
            r"people like (?:that|them|those) (?:get|are|can|should|have)|surprised at the standard|none of them "
            r"(?:could|can|has|have|is|are)|"
            r"neither (?:~ )?could be trusted|(?:anyone|anybody|someone) with half a brain|whoever (?:~ )?(?:clearly|"
            r"ought to be|should be "
            r"(?:fired|sacked)|must be|couldn'?t care)|ought to be (?:in jail|sacked|fired|ashamed)|whoever you "
            r"(?:picked|chose|hired)",
            r"(?:the )?(?:lady|man|woman|girl|boy|lad|guy|person|one|candidate) you (?:chose|picked|hired|took) (?:~ "
            r")?(?:don'?t|"
            r"doesn'?t|can'?t|couldn'?t|isn'?t|won'?t|knows (?:nothing|less))",
            r"(?:i )?(?:wasn'?t|was not|not) (?:very |much |exactly |at all |particularly )?impressed (?:with|by)(?! "
            r"my)|couldn'?t "
            r"(?:~ )?(?:find|cut|organi[sz]e|run) (?:~~ )?(?:with a|with both|in a brewery|door handle)|if that'?s "
            r"the example|thinks? (?:he|"
            r"she|they)(?:'s| is|'re| are) (?:god|so clever|too good)",
        ),
        WORDS,
    ),
    behind=(),
    guards=(shape(r"taught me|kind|customers|residents|patients|great|wonderful|moving to"),),
    finds=(
        "My broker is a snake.",
        "My last boss was a bully and a liar.",
        "I left because of a toxic culture.",
        "The other candidates had no idea.",
        "I hated every minute of my last job.",
        "My former employer was run by idiots.",
        "My old company treats its staff like dirt.",
    ),
    spares=(
        "My last boss was a great teacher.",
        "My manager is moving to Leeds.",
        "The other candidates were kind to me in the lobby.",
        "I know how people like their tea.",
        "I wasn't impressed with my own answer.",
        "They are hopeless at hiding, my two cats.",
    ),
)

PITY = Rule(
    name="negativity.pity",
    message="It asks for pity or lays guilt on the reader.",
    advice="Leave it out; say in one line what you would bring.",
    hits=shapes(
        (
            r"(?:nobody|no one|no-one|who) (?:wants|wants to|would|will|is going to|ever wants to|is ever going to) "
            r"(?:\w+ ){0,2}(?:hire|employ|take on|take|look at|see|have|pick|choose) (?:a|an|me|someone|somebody|"
            r"people|old|older|women|men|anyone)",
            r"(?:my|all my|these) (?:e-?mails?|applications?|letters?|cv|resume|messages) (?:~ )?(?:go|goes|went|end|"
            r"ends|straight|probably|just) (?:~ )?(?:in|into|to) (?:the|a) (?:bin|trash|spam|void|black hole|shredder|"
            r"rubbish)|(?:i'?m|i am) (?:just |only |nothing but |merely )(?:a number|another (?:number|name|cv)|not "
            r"good enough)|begging you|i beg you|please,? please",
            r"(?:i don'?t|dont|i do not) (?:even )?(?:know|see) why i (?:even )?(?:bother|try|tried|bothered)|why do "
            r"i (?:even )?bother|"
            r"should i (?:even )?bother|i wouldn'?t (?:ordinarily|normally) bother|what'?s the (?:point|use)|no point "
            r"(?:in )?trying",
            r"it'?s always (?:some(?:body|one) else|the same (?:story|old|answer))|always the bridesmaid|story of my "
            r"life|(?:nobody|no one|no-one) "
            r"(?:ever )?(?:does|cares|wants me|will hire|hires|gives me|takes me|looks at|wants (?:someone|somebody|a "
            r"man|a woman|an old))"
            r"(?:\.|$| at my| like me| me| someone| a )|(?:nobody|no one) ever (?:calls|writes|answers|gives)|i never "
            r"(?:get|have) (?:anything|any "
            r"luck|a chance|a break|picked|chosen)|never get(?:s)? (?:anything|a chance)",
            r"(?:i don'?t suppose|i suppose|i guess|no doubt|presumably|i expect|obviously|clearly|apparently|maybe|"
            r"perhaps) (?:~ )?(?:i'?m|im|i am|"
            r"it will|you'?ll|you will|a man|a woman|people|i was|it'?ll|you'?ve|my) (?:~~ )?(?:too (?:old|fat|young|"
            r"foreign|late)|bin|in the "
            r"bin|(?:any )?further|not (?:good|young|pretty|english) enough|ignored?|doesn'?t rate|wrong (?:age|"
            r"colou?r|face|accent)|another "
            r"rejection|not what you|unwanted|invisible|rate a)",
            r"used to be worth|(?:another|yet another|one more) rejection|(?:nobody|no one) (?:~ )?(?:hire|employ|"
            r"look at) (?:~ )?(?:my age|someone "
            r"like me|people like me|me)|i (?:am|'m) (?:used to|sick of) (?:being )?(?:ignored|rejected|passed over|"
            r"rejection)|i deserve(?:d)? "
            r"(?:better|more|an|the|this|at least)",
            r"(?:the |my )?rent is (?:due|late|overdue)|(?:my|our|the) (?:kids?|children|daughter|son|wife|family|"
            r"mother|baby) (?:~ )?(?:keeps? "
            r"asking|go hungry|to feed|has stopped|cries|crying|needs? to eat|starv\w+|need food|depend on (?:this|"
            r"you))|what this is doing to|at "
            r"my wits'? end|(?:i am|i'm|im) (?:so |really |getting )?desperate(?! to (?:get|be|go|work|learn|see|"
            r"move|return|start|join|try))|i beg (?:you|of you)|begging you|"
            r"(?:last|only) hope",
            r"i (?:gave up|took (?:a|unpaid) (?:day|leave|time)|turned down|have taken leave|lost a day) (?:~~ "
            r")?(?:for (?:nothing|this\b|"
            r"a round|that interview)|to (?:put|be (?:ignored|told|treated))|to keep|without pay|unpaid)",
            r"(?:i'd have thought|i would have thought|one would (?:have )?th(?:ink|ought)|you'd think) (?:~ )?(?:you|"
            r"that|a|some|"
            r"anyone|someone|it)|the least you (?:can|could)|after all (?:that )?i(?:'ve| have)? (?:did|done|put|"
            r"gave)|too much to (?:ask|expect)",
        ),
        WORDS,
    ),
    behind=(),
    guards=(shape(r"customers?|for a living|course|degree|not too late"),),
    finds=(
        "I don't know why I bother.",
        "It's always somebody else.",
        "I suppose I am too old.",
        "The least you could do is answer.",
        "No one ever gives me a chance.",
        "I deserve better than this.",
        "I am desperate, please.",
    ),
    spares=(
        "I know why I bother with proofs.",
        "I have a family to look after, so evenings suit me.",
        "I gave up coffee for a year.",
        "I suppose the train is quicker.",
        "I took a day off for the interview and look forward to it.",
        "Nobody answers the phone faster than I do.",
        "I never get lost in the woods.",
    ),
)
