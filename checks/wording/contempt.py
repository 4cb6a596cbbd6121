"""A rule of `negativity`: running others down, insults, sneers."""

from __future__ import annotations

from checks.phrases import NEGATION, Rule, shape, shapes
from checks.wording.grudges import AT_WORK, WORDS

CONTEMPT = Rule(
    name="negativity.contempt",
    message="A recruiter would read that you run somebody down, and may wonder who is next.",
    advice='Say what you are looking for, not what was wrong with others: "I am looking for a team that talks to each '
    'other." If you mean this as a complaint, send it as it is, to HR.',
    hits=shapes(
        (
            # insults
            r"(?:the|that|those|these|them|a|an|this|of|to|such|any|two|both|you|like) "
            r"(?:[\w-]+ ){0,2}?(?:{insult})(?! (?:from|of me|proof|doctor|school|fish))",
            r"(?:bunch|pack|load|shower|crowd|gang|nest) of (?:{person})",
            r"you (?:should|ought to) be ashamed",
            r"{boss} (?:is|are|was|were|'s|has been|had been) "
            r"(?:run by |full of |always )?(?:{very}|a |an |the |absolute |complete |total |pure |utter |like |"
            r"a bit of a |real ){0,4}(?:{person})(?! (?:good|at hiding|busy|hot|of work|sick))",
            r"(?:boss|manager|employer|supervisor|owner|foreman|head chef|director|gaffer|line manager|team leader|"
            r"principal) (?:here |there |in \w+ |at \w+ )?(?:is|was|'s) "
            r"(?:{very}|a |an |the |absolute |complete |total |pure |utter |like |a bit of a |"
            r"real ){0,4}(?:{person})(?! (?:good|at hiding|busy|hot|of work|sick))",
            r"(?:he|she|and he|but he|but she)(?:'s| is| was) "
            r"(?:{very})?(?:a |an )(?:{very})?(?:thief|pig|crook|liar|bully|snake|coward|fraud|cheat|mongrel|pirate)",
            r"(?:were|are|is|was|run by) (?:\w+ ){0,2}(?:leeches|crooks|parasites|cowboys|morons|idiots|clowns|"
            r"monkeys)",
            # former employers
            r"{boss} (?:~ )?(?:lies (?:to|about)|lied to|cheats|cheated|pockets|pocketed|steals|stole|waters|screams|"
            r"screamed|shouts at|shouted at|bullied|bullies|doesn'?t know (?:what|how|his|her|a)|has no idea|"
            r"had no idea|never paid|screwed|sold me down|treats? (?:~ )?like)",
            r"(?:boss|manager|employer|supervisor|owner|company|they|he|she) (?:~ )?(?:made|makes|make) my "
            r"(?:\w+ )?(?:life|job|time) (?:an? )?(?:\w+ )?(?:misery|hell|nightmare|miserable|unbearable)",
            r"(?:ex-?|former |old |last |previous |current |present )(?:boss|manager|employer|supervisor|company|firm|"
            r"gaffer|owner)(?: \w+){0,2} (?:bullied|cheated|lied|screamed|robbed|exploited|abused|humiliated|screwed|"
            r"ripped|stabbed)",
            r"(?:treated|spoken to|talked to) (?:\w+ )?like "
            r"(?:dirt|rubbish|a slave|slaves|a dog|garbage|an idiot|shit|crap|cattle|a child)",
            r"paid peanuts",
            r"slave labou?r",
            r"sweatshop",
            r"madhouse",
            r"snake pit",
            r"viper'?s nest",
            r"sinking ship",
            r"hell ?hole",
            r"toxic (?:~ )?(?:workplace|culture|boss|manager|environment|place|team|atmosphere|company)",
            r"(?:hated|loathed|despised|couldn'?t stand|can'?t stand|cannot stand) "
            r"(?:every (?:minute|second|day)|my (?:~ )?(?:job|boss|manager|colleagues)|working (?:for|there|at)|"
            r"that place|(?:it )?there|the (?:job|people))",
            # could not run a bath
            r"(?:can'?t|cannot|couldn'?t|could not|wouldn'?t|would not) (?:\w+ )?(?:tell|know) (?:an? )?[\w-]+ from "
            r"(?:an? )?[\w-]+",
            r"(?:couldn'?t|could not|can'?t) "
            r"(?:run a bath|sell (?:water|sand|ice)|organi[sz]e a|fight (?:his|her|their) way|hit a barn|"
            r"boil (?:an egg|water)|tell the time|catch a cold)",
            r"(?:couldn'?t|could not) (?:find|run|sell|organi[sz]e|fight) "
            r"(?:~~ )?(?:in a (?:brewery|desert|drought|paper bag)|with (?:a torch|a map|both hands))",
            r"wouldn'?t know (?:~~ )?if it (?:bit|hit|fell|sat)",
            r"would (?:drown|get lost) in a (?:birdbath|puddle|lift)",
            r"(?:don'?t|doesn'?t|do not|does not) know which end of",
            # other candidates, whoever came before
            r"(?:other|your|those) (?:~ )?(?:candidates?|applicants?) "
            r"(?:~ )?(?:is|are|was|were|couldn'?t|can'?t|didn'?t|looked|seemed|had|have) "
            r"(?:\w+ ){0,2}(?:joke|no idea|useless|hopeless|clueless|stupid|weak|unqualified|idiots?|a clue|tell me|"
            r"match|half|asleep|mediocre|desperate|amateurs?|pathetic)",
            r"whoever (?:had|let|kept|wrote|built|soldered|spent|planned|packed|cooks|drew|made|did|left|wired|walks|"
            r"hung|ran|set|described|laid|decided) "
            r"(?:[\w']+ ){0,10}(?:ought to|should (?:be|have|never|sell)|wants (?:his|her|locking|putting)|"
            r"was (?:a|an|either|blind|asleep)|must have been|has never)",
            r"whoever you (?:picked|chose|hired) (?:~ )?(?:don'?t|doesn'?t|can'?t|couldn'?t|isn'?t|won'?t|knows)",
            r"ought to be (?:in jail|sacked|fired|ashamed|locked up)",
            r"(?:wants|want) (?:locking up|sacking|(?:your|their) heads knocking)",
            r"(?:the )?(?:lady|man|woman|girl|boy|lad|guy|person|one|candidate) you (?:chose|picked|hired|took) "
            r"(?:~ )?(?:don'?t|doesn'?t|can'?t|couldn'?t|isn'?t|knows (?:nothing|less))",
            r"with half a brain",
            r"(?:couldn'?t|can'?t) (?:be let|be trusted) near",
            r"should not be let near",
            r"(?:the )?people (?:who|that) (?:~ )?can'?t spell",
        ),
        WORDS,
    ),
    behind=(
        NEGATION,
        shape(r"(?:no|hardly|called me|think i'm|thinks? me|thought me|felt like) (?:a |an |such a |the )?$"),
    ),
    guards=(AT_WORK, shape(r"taught me|kind|great teacher|wonderful|moving to|novel|film|children's|been called")),
    finds=(
        "My broker is a snake.",
        "My last boss was a bully and a liar.",
        "I left because of a toxic culture.",
        "The other candidates had no idea.",
        "I hated every minute of my last job.",
        "My former employer was run by idiots.",
        "My old company treats its staff like dirt.",
        "Your man could not tell a bog from a barrel.",
        "Whoever wrote that manual ought to be ashamed.",
    ),
    spares=(
        "My last boss was a great teacher.",
        "My manager is moving to Leeds.",
        "The other candidates were kind to me in the lobby.",
        "I know how people like their tea.",
        "I wasn't impressed with my own answer.",
        "They are hopeless at hiding, my two cats.",
        "I have been called a thief and an idiot by callers, and I still like people.",
        "Whoever is chosen should be happy here.",
        "I couldn't find the fire point at first.",
    ),
)
