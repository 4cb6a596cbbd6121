"""A rule of `other_offers`: interviews and talks with other employers, and their interest."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.rivals import ADVICE, ANSWERING, GIVEN_BY_THEM, PAST_JOB, TURNED, WORDS

PROCESS = Rule(
    name="other-offers.process",
    message="A recruiter would read other employers' interest as pressure to decide.",
    advice=ADVICE,
    hits=shapes(
        (
            # interviews and rounds elsewhere
            r"(?:also|another|other) (?:\w+ )?(?:interviewing|interview|interviews|in talks) "
            r"(?:with|at)(?! (?:you|your|the (?:panel|team|head|manager)))",
            r"(?:shortlisted|interviewing|interviewed|(?:am|also) being considered|in the running|"
            r"up) for (?:~ )?(?:other|another) "
            r"(?:\w+ )?{post}",
            r"(?:final|late|advanced|offer|signing|reference)[ -]stages? (?:~ )?(?:with|at|in) "
            r"(?:two|three|another|other|a couple|several|{rival})",
            r"(?:conversations?|discussions|talks|interviews|processes) with "
            r"(?:several|two|three|a few|a couple of|other|another|some|many) (?:~ )?(?:{employer})",
            r"(?:final|last|second|third|further|more|other|late|advanced|several|two|three|another) "
            r"(?:\w+ )?(?:rounds?|interviews?|stages?|conversations|discussions|talks) (?:~~ )?(?:with|at) "
            r"(?:~ )?(?:{rival}|(?:a|an) (?:\w+ )?(?:{employer}))",
            r"both at second interview",
            r"(?:interviewing|talking|speaking|in talks|in discussions?|in process|far along|further along|"
            r"in the running|shortlisted) (?:~ )?(?:with|at|to|by|for|elsewhere) ?(?:~ )?(?:{rival})",
            r"(?:called|invited|asked) (?:~ )?(?:to|for|in) (?:an )?interviews? (?:~ )?{rival}",
            r"(?:down to|among|one of) the (?:last|final) (?:two|three|few|\d)(?: candidates)? (?:at|with) (?!you)",
            r"irons? in the fire",
            r"(?:other|several|another) (?:options|process|processes|opportunit(?:y|ies)|applications|conversations|"
            r"possibilities) (?:~ )?(?:moving|on the table|open|pending|waiting|progress\w*|lined up|elsewhere|"
            r"under way|underway)",
            r"another (?:job|position|role|post|opportunity|place|company|firm|employer) "
            r"(?:~ )?(?:lined up|waiting|if this|to fall back|on hold|in hand|in the bag|coming|that wants)",
            r"(?:other|another) (?:~ )?(?:compan(?:y|ies)|firms?|employers?) (?:~ )?lined up",
            # their interest
            r"(?:other|outside|considerable) interest (?:in me|from (?:~ )?(?:{employer}|elsewhere|others)|elsewhere)",
            r"{rival} (?:(?!who )~ )?(?:are|is|has been|have been|has|have|'s|'ve) "
            r"(?:~ )?(?:{keen}|shown interest|in touch|approached me|contacted me|rung|called|asked me|"
            r"asked (?:twice|for me|whether)|moved|got back|invited me|written|chasing me|after me)",
            r"{rival} (?:~ )?(?<!you )(?:want|wants|wanted|has asked|have asked|asked|called|would like|moved) "
            r"(?:~ )?(?:me(?! at| how| what| afterwards)|to (?:sit|meet|hire|see|talk|reserve|sign)|whether i|"
            r"interest|faster)",
            r"(?:another|one other|two other|a different|the other|a second|a next) "
            r"(?:[\w'-]+ ){1,5}(?<!you )(?:wants? me|chasing me|wanting me|has asked me|have asked me|"
            r"asked me to (?:sign|start|join|choose|commit)|would have me|would take me|'d have me|is after me|"
            r"poach me)",
            r"(?:{employer})(?: [\w-]+){0,4} (?:want|wants|'d like|would like) me "
            r"(?:to (?:{decide})|from|on|by|{day}|full-time|in|back|this week|at)",
            r"(?:chap|fella|man|guy|lads|lot|people|gentlemen|folks|boys) (?:in|at|from|of|over) "
            r"(?:\w+ ){1,3}(?:wants? me|keeps? ringing|has rung|have rung|has asked me|have asked me|won't wait|"
            r"will not wait)",
            r"(?:approached|contacted|courted|headhunted|poached|pursued|chased|wanted|pinged) by (?:~ )?{rival}",
            r"(?:tried to poach) me",
            r"(?:on my (?:case|neck)) to (?:sign|join)",
            r"begging me to (?:come|join|sign|start)",
            r"(?:headhunter|recruiter|agent|agency|agencies) (?:~ )?(?:approached|offering|offered) "
            r"(?:~~ )?(?:elsewhere|another|other|better|two|three)",
            r"(?:would|'d) hate to (?:lose|miss|choose|decide|accept) (?:~~ )?because another",
            r"before (?:another|somebody else|someone else) (?:\w+ )?(?:does|signs|takes) me",
            # how things stand elsewhere
            r"(?:things|matters|events) (?:are|have been) (?:progressing|moving|developing|hotting up|speeding up) "
            r"(?:~ )?elsewhere",
            r"(?:one|two|some|any|all) of my other (?:processes|options|interviews|conversations|applications)",
            r"my (?:\w+ )?other (?:process|processes|interviews?|finals?|final rounds?|options|conversations|suitors?)"
            r"(?! (?:at|with|for|in) (?:your|the|my))",
            r"(?:i'?m|i am) (?:also )?in (?:conversation|talks|discussions?) with (?:two|three|four|five|six|several|"
            r"some|"
            r"a few|a couple of) (?:other |more )?(?:\w+ )?(?:{employer})",
            r"also (?:talking|speaking|interviewing) (?:to|with) (?:your (?:neighbours?|neighbors?|competit\w+|"
            r"rivals?)|"
            r"{rival})",
            r"{there} {rival} (?:\w+ )?(?:waiting on|chasing|wanting|asking (?:for )?me|interested|keen|pressing|"
            r"after me|"
            r"on(?: to|to)? me)",
            r"you(?:'re not| are not| aren'?t) the (?:only|first) \w+(?: \w+)? (?:i'?m|i am|on my|in my|that wants?|"
            r"who wants?|to (?:want|ask for|call|ring) me|after me|chasing)",
            r"(?:a )?second (?:bite|interview|round|final|chat) (?:at )?somewhere else",
            # they want me
            r"{they}(?:[a-z]{3,}(?<!if)) (?:wants?|would like|'d like) me (?:on (?:the road|board)|signed|to (?:sign|"
            r"start|"
            r"say yes|choose|skip the)|for the same (?:month|week|day|weeks))",
            r"(?:cathedral|council|{employer}|lot|people|dean|boss) (?:~ )?(?:has|have|had) asked (?:me|"
            r"for me) (?:as well|"
            r"too|twice|again|three times|already|since)",
            r"(?:has|have|'s|'ve) (?:been|kept) (?:calling|ringing|phoning|chasing|courting|pressing|"
            r"pestering) me (?:every|"
            r"each|daily|again|since|all week|twice)",
            r"(?:{employer}) (?:~ )?(?:is|are|'s) (?:now |already |also )?(?:pressing|pushing|chasing|pestering|"
            r"courting|"
            r"waiting on) me(?! (?:for the (?:form|rent|papers)|about))",
            r"(?:they|lot|mob|crowd|people)(?:'re| are) (?:onto|on to|after|courting|wanting) me",
            r"(?:has|have) me (?:down|pencilled in|booked|signed up) (?:to start|for a (?:maternity|start|season|"
            r"contract)|"
            r"from the|on (?:its|their) (?:list|rota|crew|books))",
            r"(?:has|have|had|'ve) (?:already )?(?:filed my (?:\w+ )?papers|started my references|booked my bus|"
            r"requested me by name)",
            r"wants? me in uniform",
            r"my name is (?:also |likewise )before",
            r"(?:i'?m|i am|am) (?:being )?courted",
            r"(?:two|three|several) \w+ rang me (?:this|last) week",
        ),
        WORDS,
    ),
    behind=GIVEN_BY_THEM,
    guards=(
        *PAST_JOB,
        ANSWERING,
        TURNED,
        shape(
            r"my (?:last|present|current|former|old) (?:firm|company|employer|job|hospital|school)|"
            r"(?<!my )(?<!started my )references?|(?:in|for) your"
        ),
    ),
    finds=(
        "I have final rounds with two other device companies on the 8th.",
        "I have two other irons in the fire.",
        "Several other companies are waiting for my reply.",
        "I'm also interviewing with a couple of other firms.",
        "I have been called to interview by two other schools.",
        "I have been approached by one of your competitors.",
        "Other employers have shown interest in me.",
        "I would hate to lose this because another firm moved faster.",
        "There's another kitchen chasing me.",
        "In the spirit of openness, things are progressing elsewhere rather quickly.",
        "My other process closes on the 25th.",
        "One of my other processes decides by the 12th.",
        "I am in conversation with four schools.",
        "I'm also talking to your neighbours with the yellow trucks.",
        "There's another studio waiting on me.",
        "You're not the only carrier I'm talking to.",
        "The Lagoon Hotel is pressing me for my signature.",
        "Gqeberha wants me on the road by Sunday.",
        "The council have started my references and say it'll all be signed this month.",
        "My name is also before another department, which sits on the 3rd.",
        "I ought in fairness to say that the cathedral has asked for me as well.",
        "A man in Harlingen has me down to start on Monday.",
        "I've a second bite somewhere else on Monday.",
    ),
    spares=(
        "At my last job I worked with two other companies on the merger.",
        "I asked other schools how they do it.",
        "I look forward to the final round with your team.",
        "My current firm is closing and I want to stay in the trade.",
        "I am not interviewing anywhere else.",
        "I am told that other candidates have more experience.",
        "Another colleague of mine would be glad to give a reference.",
        "I am also in conversation with an institute in Graz about the antibody you lack.",
        "I remain willing to be considered for any other clerical post.",
        "The farms can have another instructor if you want me for April.",
        "A practice in Frome asked me afterwards how we did it.",
        "The butcher has me down for a discount.",
        "My surgeon wants me to start walking.",
        "My other interviews at your firm went well, and there's another depot asking about the valve.",
        "Does the panel want me to start with the slides?",
        "The bank is pressing me for the form.",
    ),
)
