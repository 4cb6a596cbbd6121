"""Whether the sender's own words thank the reader: sincerely, and not only in the sign-off.

Gratitude is a matter of words: of thanking ("thank you", "diolch") and appreciating ("I'm obliged to you"), which are
here, of praising what somebody did ("it was kind of you"), which is `kindness.py`, and of remembering it, which is
`remembrance.py`. Sarcasm, negation, wishes ("I
would appreciate an answer"), thanks to something else, thanks in advance and a bare "Thanks." at the end don't count.
"""

from __future__ import annotations

import re

from checks.kindness import KINDNESS, UNGRATEFUL, WISH
from checks.phrases import Rule, Sentences, shape, shapes
from checks.remembrance import REMEMBRANCE

_SETS = {
    "very": r"so|very|really|most|extremely|incredibly|too|awfully|terribly|exceptionally|truly|genuinely|just|deeply|"
    r"much|greatly|highly|ever so|sincerely|sure|do|also|always|still|particularly",
    "again": r"again|so much|very much|very kindly|a lot|a million|a bunch|a ton|heaps|loads|ever so much|ever so|"
    r"kindly|awfully|indeed|most kindly|truly|warmly|sincerely|and bless you",
    "whom": r"you|u|ya|yous|ye|thee|y'?all|yourself|yourselves|everyone|everybody|all|both|your|mr|mrs|ms|miss|dr|prof|"
    r"sister|him|her|them|each|"
    r"the (?:panel|team|interviewers?|staff|whole|girls|lads|boys|ladies|gentlemen|people|partners|governors|board|"
    r"committee|crew|others|rest|entire|hiring|recruitment|two|three|four|pair|manager|operations|colleagues?|"
    r"officers?|receptionist|lady|gentleman|man|woman|porter|nurses?|driver|cook|kitchen)",
    "thanks": r"thanks|thank you|thank u|thank ye|thankyou|thank-you|thank's|cheers|ta|props|kudos|thnx|thanx|tks|"
    r"thnks|thx|tx|ty|tysm|tyvm|thank'?ee|thankyew|fanks|fank you|tenks|thank yuh|nice one",
    "wishing": r"(?:would|should|i'?d|we'?d|must|shall|may|might|can|could|will|ought|wish|want|wanted|let me|allow me|"
    r"permit me|mean|meant|meaning|had better|'d better|better)(?: \w+){0,4}",
    "whose": r"my|our|some|real|true|much|many|more|with|warm|warmest|sincere|sincerest|heartfelt|huge|big|special|"
    r"million|thousand|deep|deepest|profound|humble|great|lasting|honest|kindest|best|renewed|same|belated|hearty",
}
_GRATITUDE = r"gratitu[dt]e|app?reciation|acknowledge?ments?|thankfulness"
# Words of other tongues that people put into English mail. Alone, before a full stop, each may be a sign-off.
_TONGUES = (
    r"diolch|go raibh (?:\w+ )?maith agat|go raibh (?:\w+ )?maith agaibh|tapadh lei(?:bh|t)|gura mie (?:ayd|eu)|"
    r"m[oò]ran taing|meda wo ase|merci|mercy buckets|danke|vielen dank|herzlichen dank|besten dank|dank u|dank je|"
    r"bedankt|dankie|dankjewel|"
    r"gracias|agradezco|obrigad[oa]|agrade[cç]o|grazie|ringrazio|gràcies|eskerrik asko|gratias|remercie|"
    r"tack|takk|tusen takk|tak for|kiitos|aitäh|paldies|ačiū|"
    r"dzi[eę]kuj[eę]|dziękujemy|d[eě]kuj[iu]|d'akujem|spasibo|dyakuyu|hvala|blagodarya|mul[tț]umesc|köszönöm|"
    r"faleminderit|efharisto|teşekkür(?:ler| ederim)|shukran|todah|toda|mehrbani|shukriya|dhanyava+d|dhanyabad|"
    r"nandri|meherbani|salamat|terima kasih|matur nuwun|khob khun|xie ?xie|kamsahamnida|gomawo|arigat[oō]u?|"
    r"asante|ngiyabonga|siyabonga|enkosi|ke a leboga|medaase|daalu|nagode|webale|murakoze|zikomo|"
    r"tatenda|fa'?afetai|vinaka|m[aā]l[oō] '?aupito|mahalo|t[eē]n[aā] (?:rawa atu )?koe|t[eē]n[aā] k[oō]rua"
)

THANKS = Rule(
    name="thanks.gratitude",
    message="The message thanks its reader.",
    advice="Keep it.",
    hits=shapes(
        (
            r"thank(?:s|ing)? (?:to )?{whom}",
            r"thank(?:s| you| u|you)? (?:{again} ?){1,2}",
            r"{thanks}(?:,? {again}){0,2}(?: also| too| both)? (?:for|4|from|that you|to you)",
            r"(?:{whose}|ten thousand|a thousand|all my|no end of|note of|vote of|words? of) thanks",
            r"{thanks}, (?!and|but)(?:[a-z.'-]+ ){0,2}[a-z.'-]+,? for",
            r"thanks (?:be to you|are due|are in order)|thanking (?:{whom})",
            r"thanks to (?:\w+ ){1,4}for (?:\w+ing|your|the)",
            # "Thanks." as the first of two thoughts in a sentence, not "Thanks to the fog I was late".
            r"^{thanks}(?=[.!,;:]? (?!to\b|and (?:\w+ )?(?:regards|wishes)|regards).)",
            r"(?:great|good|perfect|brilliant|lovely|wonderful|super|fine|yes|me|you|ok|okay|much|understood|noted|"
            r"fair enough|received),? (?:and |but )?(?:thank you|thanks)",
            r"for (?:which|that|this|it|everything|all of it|\w+day|today)[,:]? "
            r"(?:my |many |much |our )?(?:thanks|thank you)",
            r"(?:interview|tour|visit|trial|chat|lunch|day|call|shift|talk|meeting), (?:thanks|thank you|"
            r"ta)(?= ?[.!]|$)",
            r"(?:thanks|thank-you|gratitude) (?:is|are) (?:\w+ ){0,3}(?:for|to|due|yours|on my side|mine)",
            r"(?:i|we) (?:{very} )?thank {whom}",
            r"(?:to|must|do|can only|again|and|also|and i|i also) (?:once )?(?:more )?(?:say )?thank {whom}",
            r"{wishing} thank (?:{whom}|[a-z]+ for)",
            r"(?:i|we|it'?s i|it is i) (?:who|that) (?:should|must) (?:be )?thank(?:ing)?",
            r"(?:can ?not|can'?t|could not|couldn'?t|never) thank (?:{whom}) enough",
            r"would (?:be )?remiss (?:of me )?(?:if i did )?not to (?:\w+ )?thank",
            r"(?:i|we)(?:'ve|'d)? (?:have |had |did )?(?:never|not|haven'?t|hadn'?t|didn'?t)(?: \w+){0,2} (?:said|say|"
            r"thanked|thank) (?:thank you|thanks|you|your|them)|left without thanking",
            r"(?:i have|i'?ve) you(?: \w+){0,3} to thank",
            r"(?:never|not|haven'?t|hadn'?t|can'?t) (?:yet )?(?:said|told you|say|tell you) how (?:much (?:i|we)|very|"
            r"grateful|thankful|kind|glad)",
            r"say (?:a (?:\w+ )?)?(?:thank you|thanks|thank-you)",
            r"(?:please|do|kindly|ps|p\.s\.) thank (?:the|your|that|old|father|mother|"
            r"sister) (?:[\w']+ ){1,4}(?:for (?:me|"
            r"the|his|her|their|\w+ing)|from me|who (?:\w+ ){0,4}(?:lent|brought|found|showed|let|gave|ran|fed|drove|"
            r"held|"
            r"made|helped|waited|walked))",
            r"i thank (?:god and you|puan|madam|sir|oga|the (?:company|firm|school|college|club|ward|department|hotel|"
            r"hospital|council|office))(?= for| and|[.,;!]|$)",
            r"thanks to whoever (?!it was|left me|forgot)|(?:ta|cheers) (?:very much|ever so|muchly|so much|a million)",
            r"(?:a|this|of this|the|my|one|half of this|another|proper|big) (?:\w+ )?thank[- ]you",
            r"(?:{wishing} )?(?:pass|give|convey|send|extend|carry|take) (?:on |along )?(?:my|our)(?: \w+){0,2} "
            r"(?:thanks|{gratitude})",
            r"(?:{wishing} )?(?:record|express|convey|extend|offer|register|tender|send|repeat) (?:you )?"
            r"(?:my|our|a word of|the same)(?: \w+){0,2} (?:thanks|{gratitude})",
            r"(?:{tongues})(?=,? \w)|(?:so|and) (?:{tongues})(?= ?[.,!]|$)",
        ),
        _SETS | {"gratitude": _GRATITUDE, "tongues": _TONGUES},
    ),
    behind=(
        UNGRATEFUL,
        WISH,
        re.compile(r"\b(?:no|any|not even a) (?:word of |hint of )?$"),
        re.compile(r"\b(?:wrote|gave|sent|made|brought|baked|left) (?:me|us) $"),
    ),
    guards=shapes(
        (
            r"(?:thanks?|thank you|ta|cheers)(?: \w+){0,2} for (?:absolutely |literally |all )?(?:nothing|"
            r"not(?! (?:laughing|"
            r"shouting|minding|judging|giving up|rushing|holding|counting))|"
            r"(?:the|your|all the|all that|\w+ (?:weeks|months|days) of)(?: \w+){0,2} (?:silence|suspense)|"
            r"wasting|teaching me (?:patience|humility|how not)|ignoring|ghosting|stringing|leaving me|"
            r"keeping me (?:waiting|hanging|guessing|in the dark)|"
            r"making me (?:wait|feel)|the (?:silence|runaround|run-around|brush-off|wasted|radio silence|"
            r"cold shoulder)|your (?:silence|rudeness))",
            r"thanks? but no thanks|no thanks to|bring myself to thank",
            r"thanks a (?:bunch|heap|million) for (?:that|(?:\w+ ){1,6}(?:cold|rain|wait|waiting|corridor|car park))",
            r"(?:i'?d|i would|i could|would) (?:\w+ )?(?:say )?(?:thank|thanks|thank you)(?: [\w']+){0,6},? but"
            r"(?! words| it (?:hardly|doesn|does not|is)| that (?:hardly|doesn|does not|is))",
            r"(?:nobody|no one|(?:you|they|he|she|who|company|team)(?: \w+)? (?:never|not|did ?n'?t|has ?n'?t|"
            r"have ?n'?t))(?: \w+){0,4} (?:thank|thanks|thank you)",
            r"(?:not|never|without)(?: \w+){0,3} (?:a|so much as a|one|word of|words of) (?:thank|thanks)",
            r"(?:not|never|n't)(?: \w+){0,2} (?:get|got|had|hear|heard)(?: \w+){0,3} (?:thank|thanks)",
            # Somebody else's thanks, or an order: "I'll thank you to answer."
            r"(?:i'?ll|will|i'?d|would) thank you (?:to|not to|for not|for an? (?:\w+ )?(?:answer|reply|response))",
            r"(?:thank|thanks|thanking) (?:you )?for an? (?:\w+ ){0,2}(?:answer|reply|response|decision)",
        )
    ),
    finds=(
        "Thank you for seeing me on Tuesday.",
        "Many thanks for the interview and the tea.",
        "Thanks to the council for hearing me out.",
        "Thanks, Mr. Lee, for the hour.",
        "That's great, thanks. The 27th at 2 suits me.",
        "thank u so much 4 the interview",
        "Cheers for having me in on the bar.",
        "With thanks again to you and to Mrs Reed,",
        "Thank you. That all sounds lovely.",
        "My thanks to you and the partners for lunch.",
        "I thank the panel for its courtesy.",
        "I would like to thank you for Monday.",
        "I can't thank you enough for the lift.",
        "For Wednesday: thanks.",
        "I had a call with Jo on the 9th, for which thanks.",
        "It would be remiss of me not to thank you.",
        "Diolch, Siân, for the tour.",
        "Go raibh míle maith agat for the afternoon.",
        "Please pass on my thanks to the lady at the desk.",
        "I left without thanking you.",
        "I never said thank you, and I do.",
        "I haven't said how much I liked the honesty.",
        "Thanks for not laughing at my Norwegian.",
        "Please thank the old man for letting me strike it.",
        "Do thank the young man who ran after me with my umbrella.",
        "I had a lovely morning in the tanker, so diolch.",
        "I thank the company for a fair shake.",
        "We both say ta very much.",
        "No idea, but I enjoyed the tour, thanks.",
        "I'd just like to say thank you for the interview.",
        "I'd say thank you, but it hardly covers the day.",
    ),
    spares=(
        "Well, thanks for nothing.",
        "I was late, thanks to the roadworks on the ring road.",
        "Thanks to the fog I know the way by heart.",
        "I can thank the navy for that.",
        "I got home in the end, no thanks to you.",
        "Please answer, thanks in advance.",
        "Nobody even said thank you.",
        "You never said thank you.",
        "Is there any news? Thanks!",
        "The fee was paid, thanks to a grant.",
        "Thanks for keeping me waiting all week.",
        "Thank you for teaching me patience; I had not asked for lessons.",
        "I'll thank you to answer.",
        "Thanking you for an early reply.",
        "The client thanked us in writing.",
        "Danke.",
        "Thanks a bunch for that.",
        "Thanks a bunch for the forty minutes in the cold van.",
        "My warmest thanks for four weeks of glorious silence.",
        "I'd say thank you for your time, but you gave me none of it.",
        "I can't bring myself to thank you for it.",
        "The children wrote me a thank-you card in gravy.",
        "Thanks for not answering.",
        "No need to thank me for Saturday.",
        "Thanks and regards, Manoj",
    ),
)
APPRECIATION = Rule(
    name="thanks.appreciation",
    message="The message says what its writer owes its reader.",
    advice="Keep it.",
    hits=shapes(
        (
            r"(?:{very} )?app?reciate(?:d(?! by (?:\w+ )?\d| in value)|s)?|appreciative of",
            r"(?:my|our|sincere|deep|deepest|heartfelt|express|some|with|was|of|in|real|true|much|eternal|lasting) "
            r"(?:\w+ ){0,2}{gratitude}",
            r"gr(?:ate|eat)full?|gratefully|thankfull?",
            r"(?:much|greatly|most|very|so|deeply|highly|truly|ever) obliged",
            r"(?:i'?m|i am|we'?re|we are|feel|remain|was|is|were) (?:{very} )?obliged(?= ?[.,;:!]|$| for| and| to "
            r"(?:the pair|{whom}))|^(?:{very} )?obliged(?= to| for|[,.])|, obliged",
            r"indebted (?:to|for|of)|beholden to|(?:under|an) obligation to (?:you|your)|in (?:your|\w+'s) debt|"
            r"owe (?:\w+ ){1,3}a (?:\w+ )?debt",
            r"i owe (?:you|ye|ya|y'?all|youse|you both|you all) (?:one|big|a lot|so much|for|(?:an?|my|several) "
            r"(?!\w+ (?:answer|reply|note)|apolog|answer|explan|repl|note|letter|mail|e-?mail|message|word|call|copy|"
            r"document|form|reference|certificate|few)\w+)",
            r"(?:i|we|which i)(?: {very})* (?:valued|value|treasured|treasure|cherished|prized|prize) (?:the|your|"
            r"our|yesterday|"
            r"that|it|every|how|being|to|even)",
            r"(?:very |so |really )?glad (?:of (?:your|our|the)|you (?:told|asked|let|took|gave))",
            r"(?:a|an)(?: real| great| true| absolute| huge)? (?:privilege|honou?r) (?:to|being|meeting)",
            r"(?:feel|felt|am|was|'m|myself)(?: \w+)? (?:lucky|fortunate|blessed|privileged|honou?red|touched) "
            r"(?:to|that you|you|by (?:your|the (?:\w+ )?(?:welcome|kindness|warmth|trouble)))",
            r"(?:bless|god bless|reward|repay|god keep|heaven bless|blessings on|blessings upon) (?:you|ye|"
            r"your (?!heart\b(?! for))\w+)"
            r"(?: both| all)?(?: for|[.,!]|$)|jaz[a]+k ?allah\w*|"
            r"blessed (?:you|your)|i kiss your hands?",
            r"(?:hats off|my hat is off|i take (?:my hat off|off my hat)|i raise my hat|"
            r"i (?:tip|doff) my (?:hat|cap)|chapeau) to (?:you|your)",
            r"(?:meant|means|mean) (?:a lot|so much|the world|a great deal|more (?:to me )?than)|bless you for",
        ),
        _SETS | {"gratitude": _GRATITUDE},
    ),
    behind=(UNGRATEFUL, WISH, re.compile(r"\b(?:no|any|some|little|bit of|without) (?:word of |hint of |sign of )?$")),
    guards=shapes(
        (
            r"how (?:\w+ )?grateful (?:he|she|they)|(?:he|she) (?:was|is) (?:\w+ ){0,3}(?:grateful|thankful)",
            r"(?:grateful|thankful) (?:\w+ )?for the (?:suspense|silence|wait|delay)",
            r"app?reciate (?:it )?(?:if|an? (?:\w+ ){0,2}(?:answer|reply|response|update|decision|word))",
            r"app?reciate (?:that )?(?:you(?:'re| are| must be)|this is|these things|it(?:'s| is)) (?:\w+ )?(?:busy|"
            r"swamped|snowed|stretched|many|a busy|take|not)",
        )
    ),
    finds=(
        "I was grateful for the frank talk.",
        "I'm much obliged to you for the tour.",
        "You were straight with me, and I'm obliged.",
        "Appreciate the call this morning.",
        "I valued the time you took over my questions.",
        "It was a privilege to be interviewed.",
        "I owe you a pint for the lift.",
        "I am in Rosa's debt for the adapter.",
        "God reward you for the dinner.",
        "I wish to express my gratitude.",
    ),
    spares=(
        "I would appreciate an answer.",
        "I'd really appreciate it if you replied today.",
        "I would be grateful for an answer by Friday.",
        "I appreciate that you are busy.",
        "I owe you an answer.",
        "If they finish first, I will be obliged to sign.",
        "A little gratitude wouldn't hurt.",
        "The flats appreciated by 4.1 per cent.",
        "I'm so very grateful for the suspense.",
        "He told me how grateful he was for the lift.",
        "Bless your heart, it must be hard to pick up a telephone.",
    ),
)
GRATITUDE = (THANKS, APPRECIATION, KINDNESS, REMEMBRANCE)
_ADVANCE = shape(r"in (?:advance|anticipation)")


def grateful(sentences: Sentences) -> bool:
    """Whether one of the sentences thanks the reader of the message (a sign-off line is no sentence)."""
    return any(not _ADVANCE.search(sentences.singles[hit.sentence].lower) for hit in sentences.hits(GRATITUDE))
