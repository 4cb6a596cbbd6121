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
            r"(?:~~ )?(?:in a (?:brewery|desert|drought|paper bag)|with (?:a torch|a map|a rope|both hands|both feet))",
            r"wouldn'?t know (?:~~ )?if it (?:bit|hit|fell|sat)",
            r"would (?:drown|get lost) in a (?:birdbath|puddle|lift)",
            r"(?:don'?t|doesn'?t|do not|does not) know which end of",
            # worse than a gas board
            r"i(?:'ve| have|'d have) (?:had|seen|met|known|got|worn|heard) (?:\w+ ){0,2}(?:with )?(?:more|less|fewer|"
            r"warmer|cleaner|tidier|"
            r"kinder|friendlier|quicker|livelier|smarter|cleverer|better|honester) (?:respect|manners|tact|courtesy|"
            r"letters?|forms?|welcomes?|warmth|sense|sympathy|decency|civility|skips?|toilets?|conversation|answers?|"
            r"workshops?|kitchens?|barns?|yards?)"
            r"(?: (?:off|from|after|with|in|on|at|out of|by)|[.,;!]|$)(?! (?:your|you)\b)",
            r"(?:a|my|any) (?:\w+ )?(?:blind man|child|toddler|monkey|chimp\w*|first-year|schoolboy|schoolgirl|parrot|"
            r"goat|dog|cat|"
            r"hamster|[\w-]+-year-old|nan|gran|grandmother) (?:[\w']+ ){0,6}?(?:could|would|can|does|designs?|writes?|"
            r"draws?|"
            r"paints?) (?:[\w']+ ){0,3}(?:better(?! with| if| when| than i)|something that works)",
            r"(?:he|she|they)(?:'d| would) (?:sell|milk|rob|skin|swindle|cheat) (?:his|her|their) (?:own )?(?:nan|"
            r"mother|gran|"
            r"granny|grandmother|mum|mam)",
            r"(?:couldn'?t|can'?t|could not|cannot) (?:\w+ ){1,2}two \w+ together",
            r"would(?:n'?t| not) let my (?:dog|cat|pig|worst enemy|mother-in-law) (?:\w+ )?(?:sleep|eat|work|stay|"
            r"live|near)",
            r"laughing[- ]stock",
            r"been treated (?:better|with more \w+) by",
            r"(?:knows?|learns?|tell|told|sure) (?:~~ )?which end of (?:an?|the) \w+ (?:is|to|goes|was)",
            r"good riddance",
            r"lower myself to",
            r"(?:run|staffed|managed|owned|led) by (?:\w+ )?(?:drunks?|women-haters|thieves|fools|amateurs|children|"
            r"incompetents|"
            r"bullies|gangsters|the cane rats|cane rats)",
            r"when i call (?:him|her|them) an? ",
            r"(?:your [\w -]{2,24}|he|she|whoever \w+ \w+) (?:wants|needs|ought) to learn (?:how )?to (?:season|"
            r"listen|read|write|speak|behave|cook|manage|spell)(?! (?:from|"
            r"with|before|for))",
            r"nobody (?:ever )?taught (?:him|her|them|you)(?: (?:any )?manners|$|[.!])",
            r"(?:seldom|rarely|never) (?:seen|met|read|heard|had) (?:such |so (?:much|poor) )(?:rubbish|nonsense|"
            r"drivel|"
            r"incompetence|rudeness|arrogance|ignorance)",
            r"you (?:agents|recruiters|headhunters|agencies|lot|hr people) are all",
            r"the most (?:stupid|idiotic|amateurish|pointless|ridiculous|incompetent|ignorant) (?:\w+ )?(?:i|that i|"
            r"process|test|"
            r"interview|question)",
            r"who thinks these up",
            r"painful to (?:listen to|watch|read)",
            # who can't count to four
            r"{folk} who (?:\w+ )?(?:couldn'?t|can'?t|cannot|could not) (?:\w+ ){0,2}?(?:tell|count|spell|find|read "
            r"an?|write|run|sell|"
            r"organi[sz]e|zero|cut|add|butter|shear|plate|fight|raise|boil|lift|see past|be bothered)",
            r"{folk} who(?:'s| has| have| had) never (?:\w+ )?(?:seen|met|carried|cut|opened|held|built|set foot|"
            r"driven|touched|been"
            r"(?: to)?|done|paid)",
            r"(?:should|ought|would)(?:n'?t| not)? (?:to )?(?:not |never )?be (?:allowed|let|trusted) (?:near|with)",
            r"(?:i'd not|wouldn'?t|would not) (?:trust|let) (?:him|you|her|them|that \w+|your \w+) (?:with|near|hang|"
            r"touch|hold)",
            r"couldn'?t be trusted (?:to|with)",
            r"(?:should|ought to) (?:perhaps )?be kept (?:well )?(?:away )?from",
            r"(?:should|ought to) be made to (?:pay|dig|eat|stand|fill|grow|live|read|sit|wait|try|clean|queue)",
            r"whoever(?:'s| has| is|) (?!takes|gets|comes|joins|needs|answers|calls|you)\w+ (?:[\w'\"$%,]+ "
            r"){0,10}?(?:ought to"
            r"(?! be (?:happy|proud|thanked|congratulated|told))|should (?:perhaps )?(?:be (?:kept|made|shown|sent|"
            r"ashamed|struck|shot|"
            r"locked|sacked|charged|prosecuted|put)|not be|have (?:his|her|their)|never|sell|stick)|wants (?:his|her|"
            r"locking|putting|"
            r"reporting|sacking|shooting)|was(?:,[\w ,]{1,20},)? (?:either|blind|asleep|drunk|a butcher)|has "
            r"(?:either|never|clearly "
            r"got|clearly never)|had (?:either|clearly never)|can'?t spell)",
            r"work of an? (?:butcher|imbecile|vandal|idiot|drunk|amateur|child|madman|cowboy)",
            r"(?:is|was|'s) (?:such |just |really |nothing but )?an? (?:drunk|bully|crook|chancer|menace|disgrace to|"
            r"liar|thief|cheat|poser|"
            r"vandal|slave ?driver|scoundrel)(?= (?:who|and|in|with|on|to|that)|[.,;!]|$)",
            r"(?:eyes|staring|stared|looking|looked|sat|sitting|spent it|tapping|scrolling|played|playing|flirting) "
            r"(?:\w+ ){0,3}?(?:on|at|into) "
            r"(?:his|her|their) (?:tele)?phones?",
            r"yawn(?:ed|ing)? (?:while|through|at|during|when) (?:~ )?(?:i|my|me)\b",
            r"(?:interviewer|panel|gentleman|manager|chairman|half of (?:them|you)|one of them) (?:[\w']+ "
            r"){0,6}?(?:was|were) (?:half |"
            r"fast |still )?asleep",
            r"(?:who|panel|he|she|they|you) slept through (?:it|my|the whole|most)",
            r"(?:somebody|someone|whoever)'s (?:niece|nephew|cousin|goddaughter|godson|son-in-law|brother-in-law)"
            r"(?!'s| (?:wedding|birthday|party|funeral))",
            r"(?:went|go|gone|given|promised|goes|go it) to (?:your|one of your|some) (?:own )?(?:niece|nephew|cousin|"
            r"goddaughter|chum|golf|drinking|crony|mate)",
            # other candidates, whoever came before
            r"(?:other|your|those) (?:~ )?(?:candidates?|applicants?) "
            r"(?:~ )?(?:is|are|was|were|couldn'?t|can'?t|didn'?t|looked|seemed|had|have) "
            r"(?:\w+ ){0,2}(?:joke|no idea|useless|hopeless|clueless|stupid|weak|unqualified|idiots?|a clue|tell me|"
            r"match|half|asleep|mediocre|desperate|amateurs?|pathetic)",
            r"whoever (?:had|let|kept|wrote|built|soldered|spent|planned|packed|cooks|drew|made|did|left|wired|walks|"
            r"hung|ran|set|described|laid|decided) "
            r"(?:[\w'\"$%]+ ){0,10}(?:ought to|should (?:be|have|never|sell)|wants (?:his|her|locking|putting)|"
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
        shape(
            r"(?:i'?m|i am|i was|i felt|no|hardly|called me|think i'm|thinks? me|thought me|felt like) (?:a |an |such "
            r"a |the )?$"
        ),
    ),
    guards=(
        AT_WORK,
        shape(
            r"taught me|kind|grateful|lucky|best way|himself|(?:my|the|our|your|its) (?:\w+ )?(?:dog|cat|parrot|gull|"
            r"goat|pony|horse|queen|fox|crow)(?:'s| is| was)|i (?:teach|train|help|explain|support|tutor)|(?:teach|"
            r"train|help|explain|explaining|teaching|training|helping|written|write|made|meant|easy|guide|support) "
            r"(?:\w+ ){0,3}(?:to |for )?(?:some(?:body|one)|any(?:body|one)|people|a (?:man|woman|person|boy|girl|"
            r"child)) who|works? for (?:some(?:body|one)|people)|learners|in the play|great teacher|wonderful|moving "
            r"to|novel|film|children's|been called"
        ),
    ),
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
        "I've had more respect off a bullock.",
        "I have seen dictatorships with fewer forms.",
        "A blind man in boxing gloves would have done it better.",
        "The foreman couldn't weld two spoons together.",
        "All the workshops here are run by drunks.",
        "Your head chef wants to learn how to season.",
        "The desk was run by somebody who can't count to four.",
        "Lot 40 was described by somebody who has never seen a chair.",
        "The guide you've got should not be allowed near a bathtub.",
        "Whoever set the bleed on that job should be shown the door.",
        "Your last caretaker was a drunk, and I say so as one who knows soot.",
        "The panel looked at their phones.",
        "I have been treated better by parking wardens.",
        "I hope the gaffer's mate knows which end of a ladle is hot.",
        "I've seen tidier skips.",
        "I take it the other applicant was somebody's niece.",
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
        "I am an idiot: I went to the wrong door.",
        "I have a wife and a very old goat.",
        "I've seen more sense in your leaflet than in all the others.",
        "My gran could not have done it better herself.",
        "I've seldom had such kind answers.",
        "A child can do it faster with the red button.",
        "My daughter needs to learn to read music.",
        "The club is run by two sisters.",
        "You asked for an activity that works for people who can't leave their beds.",
        "I can explain a ledger to somebody who has never seen one.",
        "I was honoured to be trusted with her.",
        "Whoever takes the post should begin there.",
        "Whoever drew the plan did it beautifully, and it should be framed.",
        "My pupils looked at their phones until I gave them a poem.",
        "The gull is a thief, and I like him.",
        "I've never been treated better by a panel.",
        "I've seldom seen tidier workshops than yours.",
        "At somebody's cousin's wedding I met your chef.",
    ),
)
