"""Whether the sender's own words thank the reader: sincerely, and not only in the sign-off.

Gratitude is a matter of words ("thank you", "I appreciated", "it was kind of you", "much obliged"); sarcasm, negation,
thanks to somebody or something else, thanks in advance and a bare "Thanks." at the end don't count.
"""

from __future__ import annotations

import re

from checks.phrases import NEGATION, Reader, Rule, shape, shapes

_SETS = {
    "very": r"so|very|really|most|extremely|incredibly|too|awfully|terribly|exceptionally|truly|genuinely|just|"
    r"ever so",
    "kind": r"kind|good|nice|generous|thoughtful|gracious|decent|considerate|sweet|lovely|helpful|big|great|brave|"
    r"sporting",
    "again": r"again|so much|very much|a lot|a million|a bunch|a ton|heaps|loads|ever so much|kindly|awfully|indeed",
    "whom": r"you|u|ya|yous|y'?all|yourself|everyone|everybody|all|both|your|mr|mrs|ms|dr|him|her|them|each|"
    r"the (?:panel|"
    r"team|interviewers?|staff|whole|girls|lads|boys|ladies|gentlemen|people|partners|governors|board|committee|crew|"
    r"others|rest|entire|hiring|recruitment|two|three|manager|operations|colleagues?)",
}
GRATITUDE = Rule(
    name="thanks.gratitude",
    message="The message thanks its reader.",
    advice="Keep it.",
    hits=shapes(
        (
            r"thank(?:s|ing)? (?:to )?{whom}",
            r"thank(?:s| you| u|you)? (?:{again} ?){1,2}",
            r"(?:thanks|thank you|thank u|thankyou|cheers|ta|props|kudos|thnx|thanx|tks|thnks|thx|ty|tysm|tyvm)"
            r"(?:,? {again}){0,2}(?: also| too| both)?(?: for| 4| from| that you| to you)",
            r"(?:my|our|many|with|warm|warmest|sincere|sincerest|heartfelt|huge|big|special|much|million|"
            r"more) thanks",
            r"^(?:thank you|thanks|thank u|cheers|thankyou)(?=[.!,;:]? .)",
            r"(?:great|good|perfect|brilliant|lovely|wonderful|super|fine|yes|me|you|ok|okay|much),? (?:thank you|"
            r"thanks)",
            r"(?:greatly |very much |truly |do |also |sincerely |deeply |genuinely |really |so )?appreciate(?:d|s)?",
            r"appreciative of|(?:my|our|sincere|deep|deepest|heartfelt|express|some) (?:\w+ ){0,2}(?:gratitude|"
            r"appreciation)",
            r"grateful|gratefully|thankful|(?:much|greatly|most|very) obliged|obliged to you|indebted to you|"
            r"in your debt|i owe you (?:one|a (?:drink|pint|coffee|beer|cake))",
            r"(?:it|that|this|what) (?:was|is|were|"
            r"has been)(?: {very}){0,2}(?: an?)? {kind}(?: thing)?(?: to do)? (?:of|from) {whom}",
            r"{very} {kind} of {whom}",
            r"you (?:were|have been|are|both were|all were)(?: {very}| both| all)+ (?:kind|generous|gracious|"
            r"thoughtful|"
            r"patient|welcoming|helpful|considerate|hospitable|good to)",
            r"(?:i|we)(?: {very}| greatly| much)* (?:valued|value|treasured|treasure|cherished|prized) (?:the|"
            r"your|our|that|"
            r"every|how|being)",
            r"your (?:\w+ )?(?:kindness|generosity|hospitality|patience|courtesy|warmth|warm welcome|kind words)",
            r"(?:a|an)(?: real| great| true| absolute| huge)? (?:privilege|honou?r) (?:to|being|meeting)",
            r"(?:feel|felt|am|was|'m|myself)(?: \w+)? (?:lucky|fortunate|blessed|privileged|honou?red) (?:to|"
            r"that you|you)",
            r"bless you for|hats off to you|(?:meant|means) (?:a lot|so much|the world|a great deal)|mahalo",
            r"(?:to|must|do|can only|would|i'?d|again|and|i|also|we) (?:once )?(?:more )?(?:say )?thank (?:{whom})",
            r"say (?:a (?:\w+ )?)?(?:thank you|thanks|thank-you)",
        ),
        _SETS,
    ),
    behind=(
        NEGATION,
        # A wish to be grateful later is a request: "would appreciate an answer", "I'd be grateful if".
        re.compile(r"(?:\b(?:would|will|should|shall|might|could|may)|'d|'ll|\bill|\bid)(?: \w+){0,3} $"),
        re.compile(r"\b(?:no|any) (?:word of |hint of )?$"),
        re.compile(r"\b(?:can|could|have to|should) $"),
    ),
    guards=shapes(
        (
            r"(?:thanks?|thank you|ta|cheers)(?: \w+){0,2} for (?:absolutely |literally |all )?(?:nothing|not|"
            r"wasting|"
            r"ignoring|ghosting|stringing|leaving me|keeping me (?:waiting|hanging|guessing|in the dark)|"
            r"making me (?:wait|feel)|"
            r"the (?:silence|runaround|run-around|brush-off|wasted|radio silence|cold shoulder)|your (?:silence|"
            r"rudeness))",
            r"thanks? but no thanks|no thanks to",
            r"(?:nobody|no one|not|never|n't|without)(?: \w+){0,3} (?:say|said|saying|get|got|a|"
            r"so much as a) (?:thank|thanks)",
            r"thank (?:god|goodness|heavens?|the lord|christ|fuck)",
        )
    ),
    finds=(
        "Thank you for seeing me on Tuesday.",
        "Many thanks for the interview and the tea.",
        "I was grateful for the frank talk.",
        "It was good of you to stay past closing.",
        "I'm much obliged to you for the tour.",
        "Appreciate the call this morning.",
        "That's great, thanks. The 27th at 2 suits me.",
        "I valued the time you took over my questions.",
        "thank u so much 4 the interview",
        "It was a privilege to be interviewed.",
        "Cheers for having me in on the bar.",
        "With thanks again to you and to Mrs Reed,",
        "Thank you. That all sounds lovely.",
        "My thanks to you and the partners for lunch.",
        "I thank the panel for its courtesy.",
    ),
    spares=(
        "Well, thanks for nothing.",
        "I was late, thanks to the roadworks on the ring road.",
        "I can thank the navy for that.",
        "I got home in the end, no thanks to you.",
        "I would appreciate an answer.",
        "I'd really appreciate it if you replied today.",
        "I would be grateful for an answer by Friday.",
        "Please answer, thanks in advance.",
        "Nobody even said thank you.",
        "Is there any news? Thanks!",
        "The fee was paid, thanks to a grant.",
        "Thanks for keeping me waiting all week.",
    ),
)
_ADVANCE = shape(r"in (?:advance|anticipation)")


def grateful(reader: Reader) -> bool:
    """Whether one of the sentences thanks the reader of the message (a sign-off line is no sentence)."""
    return any(not _ADVANCE.search(reader.singles[hit.sentence].lower) for hit in reader.hits((GRATITUDE,)))
