"""The words of `negativity`: what is bad, who is blamed; and what spares a sentence or a message. Data."""

from __future__ import annotations

from checks.phrases import shape, shapes

WORDS = {
    "ordinal": r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|3rd|4th|5th|6th|7th|8th|9th|\d+th|umpteenth|nth|"
    r"hundredth",
    "very": r"very |so |really |quite |rather |just |simply |utterly |absolutely |completely |totally |frankly |"
    r"deeply |extremely |such |pretty |a bit |plain ",
    "bad": r"a joke|a disgrace|a shambles|a farce|a circus|disgraceful|disgusting|pathetic|ridiculous|laughable|"
    r"shameful|appalling|outrageous|insulting|an insult|unacceptable|inexcusable|a waste of (?:my )?time|incompetent|"
    r"unprofessional|disrespectful|atrocious|abysmal|deplorable|shoddy|clueless|useless|a bit rich|a liar|liars|"
    r"amateurish|cowardly|childish|beyond (?:a joke|belief)|poor form|bad form|garbage|rubbish|trash|crap|bullshit|bs|"
    r"not good enough|a cheek|discourteous|heartless|contemptible|stupid|idiotic|dumb|a strange rule|unforgivable|"
    r"intolerable|despicable|vile|a pigsty|daylight robbery|absurd|ludicrous|nonsense|lousy|callous|inconsiderate|"
    r"dishonest|arrogant|shabby|"
    r"shabby treatment|humiliating|(?:well|bang|totally|way|completely) out of order|a kick in the teeth",
    "person": r"snakes?|bull(?:y|ies)|idiots?|crooks?|liars?|thie(?:f|ves)|clowns?|tyrants?|monsters?|psychopaths?|"
    r"narcissists?|morons?|fools?|frauds?|cheats?|creeps?|pigs?|bitch|bastards?|jerks?|assholes?|arseholes?|"
    r"parasites?|leech(?:es)?|weasels?|control freaks?|slave drivers?|cowboys?|vultures?|drunks?|cowards?|hypocrites?|"
    r"dinosaurs?|waste of space|incompetent|useless|toxic|abusive|insane|horrible|awful|terrible|stupid|dishonest|"
    r"corrupt|lazy|greedy|vindictive|racist|sexist|hopeless|clueless|a joke|two-faced|cheapskates?|evil|amateurs",
    "insult": r"clowns?|idiots?|crooks?|tin-pot \w+|tyrants?|skinflints?|vultures|slave-? ?drivers?|liars?|morons?|"
    r"cowards?|scoundrels?|leeches|parasites|(?<!very )old (?:goat|bat|bats|dears|fool|article)|no-hopers|numpt(?:y|"
    r"ies)|"
    r"half-?wits?|imbeciles?|bastards?|arseholes?|assholes?|slovens?|wasters?|"
    r"(?:bitter |miserable |spiteful )(?:old )?(?:cow|bag|goat|crone)|old cow(?= who| and|[.,;])",
    "folk": r"(?:some(?:body|one)|any(?:body|one)|people|persons?|man|woman|boy|girl|lad|lass|fellow|fella|bloke|guy|"
    r"kid|chap|"
    r"clown|boss|manager|drunk|crook|graduates?|diplomas|no-hopers|agencies|lanyards|interviewers?|joe|colleague)",
    "boss": r"(?:my|our|that|this|the (?:old|last|previous|former|current|present)) (?:[\w-]+ ){0,3}(?:boss|manager|"
    r"employers?|supervisor|broker|owners?|foreman|gaffer|director|head|chef|company|firm|management|colleagues|team|"
    r"place|landlord|headteacher|principal|line manager|co-?workers?|department|agency|agencies|hospital|school|"
    r"restaurant|shop)|the owner|the management",
    "contact": r"e-?mails?|messages?|letters?|attempts?|calls?|voicemails?|follow-?ups?|reminders?",
    "staff": r"your (?:[\w-]+ ){0,2}(?:interviewers?|receptionists?|secretary|recruiters?|assistant|colleagues?|"
    r"manager|hr|hr (?:team|department|people|person)|panel|partner|apprentice|people|staff|team|girl|lad|lads|lady|"
    r"man|woman|guy|guys|boy|boys|boss|office|department|company|firm|outfit|place|system|website|site|process|form|"
    r"portal|application system|hiring process|recruitment process|interview|ad|advert|school|shop|pay|deputy|"
    r"technician|drivers?|stores|storekeeper|shift lead)",
    "deed": r"ghosted|ignored|strung along|led on|fobbed off|brushed off|messed (?:me )?(?:about|around)|"
    r"treated like (?:dirt|rubbish|a)|lied to|humiliated|stood up|jerked around|disrespected|made a fool of|"
    r"taken for (?:a fool|granted)|insulted|mocked|laughed at(?! (?:for it )?(?:at|in) school)|overlooked again|"
    r"passed over again",
    "at_work": r"customers?|clients?|patients?|guests?|residents?|pupils?|callers?|passengers?|tenants?|users?|"
    r"members|students|suppliers?|in my (?:last|current|present|previous)|at my last|"
    r"i (?:handled?|calmed|dealt|trained|fixed|mended|replaced|repaired|solved|moderated?|have been called)|"
    r"years? (?:in|of|as|at)|the old \w+|(?:the|my) train(?! fare)|traffic|weather|reception (?:at|was bad)|line is|"
    r"called me|character|play(?:ed|ing) (?:a|the)|circus",
}

AT_WORK = shape(r"{at_work}", WORDS)
"""Bad temper and bad things as the job's own content."""
SORRY = shapes(
    (
        r"know when|sorry|apologi[sz]e|apologies|forgive",
        r"my (?:own )?(?:mistake|fault|answer|error)",
        r"i forgot|no (?:rush|hurry|pressure)|i hate to",
        r"if you(?:'re| are) (?:still )?(?:deciding|busy)",
        r"my (?:certificate|passport|visa|dbs|transcript|results?|licen[cs]e)",
    )
)
"""Regret and patience of the sender's own."""
FORMAL = shapes(
    (
        r"complain(?:t|ing)? formally",
        r"formal(?:ly)? (?:complaint|complain|grievance|appeal)",
        r"treat this as a complaint",
        r"(?:make|making|raise|raising|lodge) a (?:complaint|grievance|concern)",
        r"grievance|wish to (?:complain|appeal)|discriminat\w+|harass\w+|equality act|protected characteristic",
        r"disabilit(?:y|ies) act|unlawful",
        r"(?:reasonable |workplace )?adjustments?",
        r"accommodations? (?:for|under)|deaf|wheelchair|dyslexi\w+|autis\w+|data protection|gdpr|subject access",
        r"personal data|article 1[57]|freedom of information",
        r"(?:asked|question) (?:~~ )?(?:children|pregnan\w+|married|religion|my age|disabilit\w+|going to church)",
    )
)
"""A complaint, an appeal, an adjustment or a request for data: told calmly, it is nobody's mistake."""

ADVICE = (
    "Wait a day, then ask in one friendly line, or leave it out: "
    '"I would be glad to hear when you expect to decide, and thank you for your time so far." '
    "If you mean this as a complaint, send it as it is, to HR."
)
