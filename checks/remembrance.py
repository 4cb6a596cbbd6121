"""Gratitude that remembers: what was done "saved my life", "didn't go unnoticed", was "a great kindness".

"I won't forget it" is thanks only for a good turn, in the same sentence; of a slight it is a threat.
"""

from __future__ import annotations

from checks.kindness import UNGRATEFUL, WISH
from checks.phrases import Rule, shape, shapes

_SETS = {
    # what somebody does for another
    "gave": r"gave|lent|fed|drove|stayed|sent|fitted|squeezed|found|showed|walked|carried|waited|explained|taught|"
    r"wrote|"
    r"rang|fought|stood|spoke|came|prayed|trusted|rescued|helped|saved|put|poured|made|brought|bought|took|did|held|"
    r"shared|opened|picked|told me straight|let me (?!wait|stand|sit|freeze|down|go|hang|stew|stew|know)\w+",
    "giver": r"you(?: \w+ly| all| both)?|you and [\w.]+(?: \w+)?|your \w+(?: \w+){0,4}|he|she|they|who",
    "favour": r"kindness|honou?r|privilege|courtesy|blessing|compliment|act of an? (?:gentleman|lady|friend|saint|"
    r"christian)",
    "blest": r"blessed|rewarded|repaid",
    "gem": r"star|gem|brick|saint|angel|gent|gentleman|legend|lifesaver|life-saver|treasure|champion|champ|darling|"
    r"marvel|"
    r"hero|soul|people|man|woman|lady",
    "some": r"panel|council|team|staff|school|ward|company|club|church|committee|(?:\w+ )?(?:ladies|girls|lads|people|"
    r"gentlemen|nurses|porters|kitchen)",
}
_FORGET = (
    r"(?:won'?t|will not|shan'?t|shall not|shall never|will never|never|not) (?:\w+ )?forget(?: (?:it|that|this|you|"
    r"either of you|what you did))?(?= ?[.,;!]|$| and| in a| as long)|"
    r"(?:have not|haven'?t|'ve not|never) forgotten(?: it| that)?(?= ?[.,;!]|$)|"
    r"(?:did not|didn'?t|has not|hasn'?t|will not|won'?t) (?:go|gone) unnoticed|"
    r"(?:i'?ll|i will|i shall|shall|will|and) remember (?:it|that|this|you|who \w+ it)(?= ?[.,;!]|$| in my prayers|"
    r" always)"
)

REMEMBRANCE = Rule(
    name="thanks.remembrance",
    message="The message says how its writer remembers what the reader did.",
    advice="Keep it.",
    hits=shapes(
        (
            # a good turn, and then
            rf"(?:{{giver}}) (?:{{gave}}) ~~ ?~~ ?~~ ?(?:{_FORGET})",
            r"your (?:\w+ ){1,4}(?:did not|didn'?t|has not|hasn'?t) (?:go|gone) unnoticed",
            r"(?:haven'?t|have not|'ve not|never|not) (?:forgotten|forget) the (?:\w+ ){1,4}(?:you|she|he) (?:\w+ )?"
            r"(?:put|gave|made|lent|poured|brought|found|fetched)",
            r"your (?:\w+ ){1,5}(?:was|were|is|are) worth (?:more|ten|a hundred|every)",
            r"you (?:{gave}|got|went) ~~ ?~~ ?there (?:are|were) (?:not many|few)(?: \w+){0,3} who (?:would|"
            r"do)(?= ?[.,;!]|$)",
            # what it was
            r"(?:you|it|that|which|they|your \w+(?: \w+)?) (?:\w+ )?(?:saved|rescued) (?:me(?! (?:the|a|an|from "
            r"(?!drowning|the (?:rain|cold|wet)|a)|some|time|money|having|that))|my (?:life|bacon|neck|skin|day|"
            r"morning))",
            r"(?:was|were|been|proved|is|such|'s) an? (?:\w+ )?(?:lifesaver|life-saver|godsend)",
            r"(?:count|counted|regard|regarded|consider|considered|saw|see|took|take|felt|which i \w+) "
            r"(?:(?:that|it|this) )?(?:as |to be )?(?:an?|the) (?:\w+ )?(?:{favour})(?! to (?:apply|work|"
            r"be considered|join|"
            r"serve|write))",
            r"(?:that|it|this) was (?:kind|generous|thoughtful|gracious)(?= ?[.,;!]|$)",
            r"(?:was|were|is|'s|how|very|so) (?:very |most |really )?(?:kind|good|generous|thoughtful|"
            r"decent) of the (?:{some})",
            r"(?:was|is) an? (?:\w+ )?(?:privilege|honou?r)(?= ?[.,;!]|$| that i | i )",
            r"(?:nicest|kindest|loveliest|most generous) thing (?:that )?(?:anybody|anyone|somebody) (?:has|had|"
            r"ever) (?:ever )?"
            r"(?:done|said)",
            r"(?:was|were) (?:rare and|most|so very) welcome",
            r"(?:not an? (?:everyday|small|common|ordinary)|no (?:small|common|ordinary)) (?:favou?r|kindness|"
            r"courtesy)",
            r"(?:letting|lending|giving|showing|seeing|taking|meeting|feeding|driving|fitting|having|sparing) (?:me|"
            r"us|a stranger) "
            r"~~ ?~~ ?was (?:very |so |most |really )?(?:generous|kind|decent|gracious)(?= of|[.,;!]|$)",
            r"it was (?:very |most |so |really )?(?:kind|generous|good|decent|gracious) to (?:give|see|let|show|have|"
            r"ring|feed|"
            r"lend|take) me",
            r"(?:was|were|is) an? (?:very |most |really |such )?(?:sweet|kind|thoughtful|generous) (?:thought|touch|"
            r"turn)",
            r"made (?:the|my) (?:afternoon|morning|day|hour|visit|interview|wait|evening|test|journey) (?:so |much |"
            r"very )?"
            r"(?:easy|easier|lighter|bearable|a pleasure|a joy)",
            r"nothing but (?:kindness|courtesy|patience)(?: \w+){0,3} (?:from|at) (?:you|your)",
            r"(?:were|are|was|is|such|as) (?:\w+ )?(?:gracious|kind|generous|wonderful|lovely|perfect) hosts?",
            # what it did to the writer
            r"(?:am|was|feel|felt|went home|came away|left) (?:so much |all )?the (?:richer|better|wiser|happier|"
            r"stronger) for "
            r"(?:it|that|this|them|your)",
            r"(?:i'?m|i am|i was|and was|i'?ve been|felt|was) (?:\w+ )?(?:touched|moved) (?:that you (?!final|remember|"
            r"found (?:the )?time|bother|could)|by (?:that|it|the (?:trust|kindness|welcome|care|trouble)|"
            r"your (?:trust|"
            r"kindness|welcome|care|trouble|concern)))",
            r"(?:touched|moved) that you (?:all |both )?(?:stayed|came|let|did not|didn'?t|saw|took|gave|kept a)",
            r"(?:i (?:was|am)|i'm|and was) (?:\w+ )?glad of (?:it|both|them)",
            r"sensible of (?:it|your|the)(?= ?[.,;!]|$| kind)",
            r"(?:loved|liked|love|like) you (?:\w+ )?for (?:it|that|this)(?= ?[.,;!]|$)",
            r"think (?:warmly|fondly|kindly|gratefully) of (?:you|your|the|that)",
            r"(?:shall|will|'ll) (?:always|forever|ever) be (?:thankful|grateful|obliged)(?! if)",
            r"remember(?: \w+){0,8} with (?:real |great |much |such )?(?:warmth|affection|fondness)",
            # blessings and compliments
            r"(?:shall|will|'ll) (?:always |long )?remember who (?:granted|gave|let|showed|lent)",
            r"consider (?:yourself|yourselves) (?:\w+ )?(?:thanked|hugged)",
            r"may (?:you|ye|your \w+) be (?:\w+ )?(?:{blest})(?! in kind)",
            r"you(?: \w+)? (?:have|'ve|'ve got) (?:such )?an? (?:big|good|kind|great|warm|generous|huge) heart",
            r"you (?:absolute|total|utter|little|dear|kind|lovely|wonderful|marvellous|sweet|"
            r"darling) (?:{gem})(?= ?[.,;!]|$)",
            r"much love for (?:\w+ing|the|your)",
        ),
        _SETS,
    ),
    behind=(UNGRATEFUL, WISH),
    guards=(
        shape(
            r"(?:kept|keep|keeping|left|leave|leaving|made|make|making) me (?:waiting|wait|standing|stand|hanging|"
            r"guessing|"
            r"feel (?:small|stupid|like)|look|sit)|silence|silent|rude\w*|lied|lies|insult\w*|humiliat\w*|laughed at|"
            r"sneer\w*|"
            r"yawn\w*|smirk\w*|(?:your|his|her) watch|ignor\w*|broke|runaround|nothing of the|gave me nothing|"
            r"no answer|"
            r"wast(?:e|ed|ing)|for nothing|somebody else|someone else|your word|promised|lawyer|solicitor|regret it"
        ),
    ),
    finds=(
        "You fought for me on the rate, and that did not go unnoticed.",
        "Your patience with my English did not go unnoticed.",
        "You fed me and drove me back to the station, which I didn't expect and won't forget.",
        "Your note to the embassy did that and I will not forget it.",
        "You lent me your own pen and never asked for it back, which I have not forgotten.",
        "I haven't forgotten the bowl of soup you put in front of me; it saved my life.",
        "That hot chocolate out of your own flask was a lifesaver.",
        "Your helpdesk rescued me when the timer froze.",
        "You let a stranger loose on your tree, and I count that a great kindness.",
        "You lent me your own classroom, which I regard as the act of a gentleman.",
        "You trusted me with your best group, and I saw that as an honour.",
        "You told me straight which answers let me down, and I am the richer for it.",
        "You spoke slowly for me. That was kind.",
        "That was kind of the council ladies, to feed me.",
        "The parking voucher was a sweet thought.",
        "I'm touched that you all stayed late on my account.",
        "I was moved by the trust.",
        "You never mentioned it, and I loved you for that.",
        "Your scribbles on my portfolio were worth more than my whole second year.",
        "You got down on your knees to pick up balsa, and there are not many directors who would.",
        "I still think warmly of the tea that you made me.",
        "Nobody else has; consider yourself thanked.",
        "You prayed with me; may you be repaid for it.",
        "You have a big heart.",
        "You threw it in with the coffee, you absolute gem.",
        "To be shown the control room was a privilege that I had not counted on.",
        "That hour in the hide was the nicest thing anybody has done for me all year.",
        "You asked what I had learnt, and that was rare and welcome.",
        "That is not an everyday favour, and I shall remember who granted it.",
        "Letting me off with the till on my first try was generous.",
        "I shall always be thankful that you picked up the phone.",
        "You and Ms Ek were gracious hosts on Monday.",
    ),
    spares=(
        "You kept me waiting in the rain, and I won't forget it.",
        "You gave me your word, and I will not forget it.",
        "Your silence did not go unnoticed.",
        "You gave the job to your nephew, and I will remember who laughed at me.",
        "My work on the night shift did not go unnoticed.",
        "I have not forgotten my certificate this time.",
        "You saved me the trouble of buying a suit.",
        "A good rope saved my life at sea.",
        "I would count it a great kindness.",
        "I'd take it as a courtesy to be told.",
        "I'm touched that you finally remembered me.",
        "I should consider it an honour to apply.",
        "That was not kind.",
        "A word would be most welcome.",
        "Being the night porter is no small job.",
        "May you be repaid in kind.",
        "You absolute fool.",
        "I will remember to bring the form.",
    ),
)
