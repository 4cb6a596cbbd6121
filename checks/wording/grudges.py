"""The words of `negativity`: what is bad, who is blamed; and what spares a sentence. Data."""

from __future__ import annotations

from checks.phrases import shape

WORDS = {
    "ordinal": r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th|6th|7th|8th|9th|\d+th|"
    "umpteenth|"
    r"nth|hundredth",
    "bad": r"a joke|a disgrace|a shambles|a farce|a circus|a mess|a scam|a sham|a nightmare|disgraceful|disgusting|"
    "pathetic|"
    r"ridiculous|laughable|shameful|appalling|outrageous|insulting|an insult|unacceptable|inexcusable|embarrassing|a "
    r"waste of "
    r"(?:my )?time|incompetent|unprofessional|disrespectful|absurd|atrocious|abysmal|dreadful|deplorable|shoddy|"
    r"clueless|"
    r"useless|hopeless|arrogant|dishonest|a bit rich|a liar|liars|amateurish|cowardly|childish|beyond (?:a joke|"
    r"belief)|poor "
    r"form|bad form|terrible|awful|horrible|rude|lousy|garbage|rubbish|trash|crap|bullshit|bs|nonsense|ludicrous|a "
    r"disappointment|not good enough|not on|out of order|a cheek|discourteous|inconsiderate|callous|heartless|"
    r"contemptible|"
    r"the worst|stupid|idiotic|dumb|a strange rule|unbelievable|unforgivable|intolerable|despicable|vile",
    "person": r"snakes?|bull(?:y|ies)|idiots?|crooks?|liars?|thie(?:f|ves)|clowns?|tyrants?|monsters?|psychopaths?|"
    r"narcissists?|morons?|fools?|frauds?|cheats?|creeps?|pigs?|bitch|bastards?|jerks?|assholes?|arseholes?|parasites?|"
    r"leech(?:es)?|weasels?|control freaks?|micro-?managers?|slave drivers?|cowboys?|vultures?|nightmares?|drunks?|"
    r"cowards?|"
    r"hypocrites?|dinosaurs?|waste of space|incompetent|useless|toxic|abusive|crazy|insane|horrible|awful|terrible|"
    r"stupid|"
    r"dishonest|corrupt|lazy|greedy|vindictive|racist|sexist|rude|hopeless|clueless|a joke|two-faced|petty|mean|"
    r"cheapskates?|"
    r"unbearable|impossible|evil|hell|shocking|appalling|disgusting|amateurs",
    "boss": r"(?:my|our|that|this|the (?:old|last|previous|former|current|present)) (?:[\w-]+ ){0,3}(?:boss|manager|"
    "employers?|"
    r"supervisor|broker|owners?|foreman|director|head|chef|company|firm|management|colleagues|team|place|landlord|"
    r"headteacher|"
    r"principal|line manager|co-?workers?|department|agency|agencies|job|hospital|school|restaurant|shop)|the owner|"
    r"the "
    r"management|they",
    "contact": r"e-?mails?|messages?|letters?|attempts?|calls?|voicemails?|follow-?ups?|reminders?|notes?|times?",
    "staff": r"(?:your|the|that|this) (?:[\w-]+ ){0,2}(?:interviewers?|receptionists?|secretary|recruiters?|assistant|"
    "colleagues?|"
    r"manager|hr|hr (?:team|department|people|person)|panel|partner|apprentice|people|staff|team|girl|lad|lady|man|"
    r"woman|guy|"
    r"boss|office|department|company|firm|outfit|place|system|website|site|process|form|portal|application system|"
    r"hiring "
    r"process|recruitment process|interview|ad|advert|school|shop)",
    "authority": r"solicitors?|lawyers?|attorneys?|ombudsman|tribunal|inspectorate|union|press|papers?|newspapers?|"
    r"chief executive|ceo|head office|regulator|trading standards|the board|glassdoor|trustpilot|google|indeed|mp|"
    r"twitter|the authorities|acas|eeoc|better business bureau|bbb|your (?:boss|manager|superiors?|board|director|"
    r"head)|"
    r"social media|the media|the labour office|review",
    "deed": r"ghosted|ignored|strung along|led on|fobbed off|brushed off|messed (?:me )?(?:about|around)|treated like "
    "(?:dirt|"
    r"rubbish|that|this|a)|lied to|humiliated|stood up|jerked around|disrespected|made a fool of|taken for (?:a fool|"
    r"granted)|"
    r"kept waiting|played|insulted|mocked|laughed at|discriminated against|dismissed|overlooked again|passed over "
    r"again",
    "at_work": r"customers?|clients?|patients?|guests?|residents?|pupils?|callers?|passengers?|tenants?|users?|members|"
    r"students|suppliers?|drivers|in my (?:last|current|present|previous)|at my last|i (?:handled?|calmed|dealt|"
    r"trained|fixed|"
    r"mended|replaced|repaired|solved|moderated?)|years? (?:in|of|as|at)|the old \w+|(?:the|my) train(?! fare)|"
    r"traffic|weather|reception "
    r"(?:at|was "
    r"bad)|line is",
}

AT_WORK = shape(r"{at_work}", WORDS)
SORRY = shape(
    r"know when|sorry|apologi[sz]e|apologies|forgive|my (?:own )?(?:mistake|fault|answer|error|fault)|i forgot|no "
    r"(?:rush|hurry|"
    r"pressure)|"
    r"i hate to|if you(?:'re| are) (?:still )?(?:deciding|busy)|my certificate|my (?:passport|visa|dbs|transcript|"
    r"results?|licen[cs]e)"
)
