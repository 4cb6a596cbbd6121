"""Gratitude that praises what somebody did: "it was good of you", "how kind you were", "you needn't have stayed"."""

from __future__ import annotations

import re

from checks.phrases import Rule, shapes

_SETS = {
    "kind": r"kind|good|nice|generous|thoughtful|gracious|decent|considerate|sweet|lovely|helpful|great|brave|sporting|"
    r"handsome|darling|classy|noble|neighbou?rly|magnanimous|courteous|civil|friendly|wonderful|gallant|tactful|"
    r"gentlemanly|hospitable|trusting|human|fair|obliging|big-hearted|kind-hearted|warm-hearted",
    "treating": r"kind|good|generous|gracious|thoughtful|patient|welcoming|helpful|considerate|hospitable|decent|fair|"
    r"lovely|sweet|nice|wonderful|gentle|brilliant|great|courteous|sound|civil|more than fair|straight|honest",
    "very": r"so|very|really|most|extremely|too|awfully|awful|terribly|exceptionally|truly|genuinely|just|real|right|"
    r"dead|gey|fierce|pure|wild|well|mighty|ever so|more than|all|both|always|nothing but|jolly|bloody|proper",
    "you": r"you|u|ya|ye|yous|youse|y'?all|yourselves|(?:both|all|each) of you|the (?:pair|two|lot) of you|"
    r"your (?!machine|kind|own)\w+|mr|mrs|ms|miss|dr|him|her|them",
    "virtue": r"kindness|generosity|hospitality|patience|courtesy|warmth|warm welcome|kind words|goodness|"
    r"graciousness|thoughtfulness|open-handedness|big-heartedness|good nature|consideration|welcome|indulgence|"
    r"gentleness|tact",
    "dont": r"(?:have|has|wo|sha|do|will|would)n'?t|won'?t|shan'?t",
    "gave": r"saw|gave|let|took|met|lent|sent|told|came|stayed|made|spoke|rang|drove|put|held|set|fed|bought|brought|"
    r"showed|kept|found|left|wrote|stood|\w{3,12}ed",
    "gem": r"star|gem|brick|saint|angel|gent|gentleman|legend|lifesaver|life-saver|sport|treasure|champion|champ|"
    r"darling|wonder|diamond|marvel|dote|mensch|hero|"
    r"(?:decent|good|kind|sound|generous|lovely) (?:man|woman|sort|skin|egg|person|people|lot|soul|fellow|lady)",
}
# "I'd be grateful if", "would you be kind enough": a wish to be grateful later is a request.
WISH = re.compile(
    r"(?:\b(?:would|will|should|shall|might|could|may|can|have to)|'d|'ll|\bill|\bid)"
    r"(?: (?!and\b|but\b|so\b)\w+){0,3} $"
)
UNGRATEFUL = re.compile(
    r"(?:\b(?:not|never|no longer|nor|neither|cannot|hardly)|n't|\b(?:dont|didnt|havent|wont|cant|wouldnt|isnt|doesnt))"
    r"(?: (?!(?:that|mind|but|so|because|which|wait|only|just|forg[eo]t|forgotten|and)\b)[^\s,;:.!?-]{1,20}){0,4} ?$"
)
"""A negation in the same clause; "I've not forgotten, with gratitude" and "without a chair, and thankful" are none."""

KINDNESS = Rule(
    name="thanks.kindness",
    message="The message praises what its reader did for the writer.",
    advice="Keep it.",
    hits=shapes(
        (
            r"{kind}(?: thing)?(?: to do)?(?: indeed)?,? (?:of|from) {you}",
            r"(?:sound|choice|big|white|proper|mighty|grand|cool|rare) of (?:you|ye|youse|yous|y'?all)"
            r"(?: both| all)? (?:to|for|letting|giving)",
            r"good on (?:you|ya|ye) for|fair play to (?:you|ye)|more power to you",
            r"how (?:very |truly |really )?(?:{kind}) (?:you(?: all| both)?|ye|they|he|she|everyone|everybody|"
            r"your \w+) "
            r"(?:were|was|are|have been|had been)",
            r"how (?:very |truly |really )?kind (?:that|it|this) was",
            r"you(?: \w+){0,4} (?:were|have been|had been|was)(?: {very}){0,3} (?:{treating}) "
            r"(?:to|with|about|over|when|through|from|at every)",
            r"(?:you're|youre|your|you are|you've been|you were|yous were)(?: {very}){1,3} (?:{treating})",
            r"(?:he|she|they|everyone|everybody|all of (?:you|them)|you and [\w.]+(?: \w+)?) (?:was|were)"
            r"(?: {very}){0,2} (?:{treating}) (?:to|with) (?:me|us)",
            r"(?:you|who|and|they|he|she) (?:were|was|have been|had been)(?: {very})? "
            r"(?:kind|good|generous|decent|nice|gracious|patient|sound) (?:enough )?to (?:see|meet|let|have|take|give|"
            r"show|"
            r"ring|phone|call|tell|come|write|explain|stay|wait|speak|talk|listen|pick|drive|lend|feed|make|fit|hear|"
            r"invite|"
            r"receive|me)",
            r"(?:that|it|this|you|which|they)(?:'s| was| is|'re| are| were)(?: {very})+ (?:kind|generous|thoughtful|"
            r"considerate|gracious|decent|hospitable|courteous)",
            r"could(?:n't| not) have (?:been (?:\w+ )?(?:kinder|nicer|lovelier|friendlier|gentler|more (?:helpful|"
            r"welcoming|"
            r"generous|gracious|patient|hospitable|considerate|courteous))|asked for a (?:kinder|warmer|nicer))",
            r"you (?:both |all )?(?:took|went to|had|spared) (?:such|the|so much|no end of|a lot of|some) (?:trouble|"
            r"care|"
            r"pains)|(?:went|going|gone) out of (?:your|their|his|her) way|you (?:put yourself|put yourselves) out|"
            r"you gave up (?:your|a|an)",
            r"(?:not (?:many|everyone|everybody)|few|nobody else|no one else) (?:\w+ )?would have (?:bothered|troubled|"
            r"stopped|stayed|taken the (?:time|trouble))",
            r"(?:made|making) my (?:day|week|month)|(?:i was|i've never been|i felt) (?:made )?(?:so |very |most )?"
            r"(?:made welcome|welcome|welcomed|well looked after|looked after|well treated)",
            r"(?:a|such a|that) (?:very |most |really )?(?:kind|thoughtful|generous|decent|gracious|lovely|"
            r"sweet) (?:gesture|"
            r"thing|note|letter|word|deed|act)(?: to do)?",
            r"your (?:very |most )?(?:kind|thoughtful|generous|gracious|warm|lovely|encouraging) (?!reply|response|"
            r"attention|"
            r"consideration|answer|information|perusal|confirmation|regards|wishes|feedback|approval|permission|"
            r"help\b)\w+",
            r"(?:you're|your|you are|you were|you've been|you both were|you(?: are|'re)? all) an? (?:\w+ )?(?:{gem})",
            r"(?:you were|you are|you're|you've been|she was|he was|they were) (?:\w+ )?(?:kindness|patience|courtesy|"
            r"generosity|goodness|hospitality|grace) (?:itself|themselves|personified)|the soul of (?:{virtue})",
            r"your (?:\w+ )?(?:{virtue})",
            r"(?:(?:not|never|{dont}) (?:\w+ )?)?(?:forgotten|forget|remember|remembering) (?:\w+ )?"
            r"(?:kindness|courtesy|trouble|generosity|goodness|welcome)",
            r"(?:the|such|what|every|great|real|much|a|any) (?:kindness|courtesy|courtesies|generosity|warmth) "
            r"(?:of (?:your|you)|you|with which|to see|from)",
            r"(?:was|is|were|such) (?:such )?a (?:\w+ )?(?:kindness|gift|blessing)(?= to| and| from|[.,;]|$)",
            r"you (?:so |very |most |really )?(?:kindly|generously|graciously|patiently|thoughtfully) (?:{gave})",
            r"(?:was|were|is|are) (?:\w+ )?(?:generously|kindly|freely|graciously) (?:given|spared|offered|meant|made|"
            r"lent|received)",
            r"you (?:need not|needn'?t|did not have to|didn'?t have to|did not need to|didn'?t need to) "
            r"(?:have )?(?:\w+ )?(?:spared?|stay(?:ed)?|gone?|go|walk(?:ed)?|drive|driven|explain(?:ed)?|take|taken|"
            r"give|given|wait(?:ed)?|made?|make|feed|fed|come|see|seen|ring|rung|call(?:ed)?|do(?:ne)?|written?|write|"
            r"let|bother(?:ed)?|tell|"
            r"told|trouble[d]?(?! (?:the rest|us|me|anybody|anyone|either))|help(?:ed)?|pay|paid)",
            r"you (?:did|'ve done|have done|done) (?:right|well|proud|a (?:good|kind) (?:thing|turn)) by (?:me|us)|"
            r"you did me (?:a|an) (?:\w+ )?(?:kindness|favou?r|service|good turn|honou?r|power of good)|"
            r"(?:you|who) (?:made|put) me (?:so |very |right |feel )?(?:welcome|at (?:my )?ease|at home)",
        ),
        _SETS,
    ),
    behind=(UNGRATEFUL, WISH),
    guards=shapes(
        (
            r"(?:ask|beg|need|request|crave|for|trust(?:ing)? in|rely on|hope for|counting on) (?:for )?your "
            r"(?:\w+ )?(?:patience|indulgence|consideration|generosity|kindness)(?: in advance)?(?= ?[.?!]|$)",
            r"(?:under|in|for|into|out of) (?:your )?consideration|trying (?:my|our) patience",
            r"too (?:kind|good|generous) to (?:say|answer|tell|write|reply)|"
            r"how (?:kind|good|generous|nice) of you (?:not )?to (?:finally|eventually|bother|remember me|ignore|leave|"
            r"keep|forget|waste|ghost)",
        )
    ),
    finds=(
        "It was good of you to stay past closing.",
        "It was real nice of you to talk to me Sunday.",
        "How kind you were when the pedal stuck.",
        "Sister, you were fierce good to me on Monday.",
        "You were patience itself.",
        "You're a decent man to have taken me round.",
        "I have not forgotten the kindness.",
        "You needn't have spared me two hours.",
        "You and Bisi were kind to me from the first.",
        "You folks were generous with your time.",
        "Good on you for fitting me in.",
        "Your welcome was warm.",
        "That was most kind.",
        "He could not have been more helpful.",
        "You went to such trouble over the tea.",
        "How kind you all were on Monday.",
        "You divided the fern for me (how very kind that was).",
        "It was a kind gesture.",
    ),
    spares=(
        "It would be kind of you to answer.",
        "Would you be kind enough to see me?",
        "It was not very kind of you.",
        "How kind of you to finally reply.",
        "I am the kind of person who stays.",
        "I ask for your patience.",
        "Is my application still under your consideration?",
        "You didn't have to be rude.",
        "The navy was good to me.",
        "I await your kind reply.",
        "It was really nice.",
    ),
)
