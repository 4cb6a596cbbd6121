"""The form of a verb after "did", "to", "have", "can", "I am", and after its subject: "did went", "have show them"."""

from __future__ import annotations

import re

from checks.sloppiness.frames import MISFIT, begins, misfit
from checks.sloppiness.nouns import FUNCTION
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import (
    AGREEING,
    BASES,
    INGS,
    PAST_ONLY,
    PASTS,
    STATES,
    THIRDS,
    UNFINISHED,
)

_START = begins(".!?;:,", "and but so because")
_AFTER_THEM = (
    r"(?= (?:me|you|him|her|it|us|them|the|a|an|my|your|our|his|their|this|that|these|those|some|any|all|most|many|"
    r"much|in|on|at|for|to|with|from|about|as|by|and|over|more|two|three|four|five|\d+)\b|[.,;!?\x1f]|$)"
)
_OBJECT = r"(?= (?:me|you|him|her|it|us|them|the|a|an|my|your|our|this|that|these|those|for|about|if|in|at|to)\b)"
_ADVERB = r"(?:(?:also|always|never|still|often|only|just|already|really|now|usually|sometimes|recently) )?"
_WENT = "|".join(sorted(PAST_ONLY))
_SUBJUNCTIVE = re.compile(
    r"\b(?:ask|suggest|recommend|insist|requir|request|demand|propos|prefer|essential|important|vital|lest|let|make|"
    r"made|makes|help|see|watch|hear)\w*\b[^.!?]*$",
    re.IGNORECASE,
)


def _rule(
    pattern: str,
    forms: frozenset[str],
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    *,
    advice: str = "",
    spared: frozenset[str] = frozenset(),
    plain: bool = False,
) -> Rule:
    """A rule whose group "form" must be one of `forms`; `plain`: and nothing before it asks for a subjunctive."""

    def when(found: re.Match[str]) -> bool:
        form = found.group("form").lower()
        if form not in forms or form in spared:
            return False
        if not plain:
            return True
        return not _SUBJUNCTIVE.search(found.string[max(0, found.start() - 60) : found.start()])

    return misfit(pattern, finds, passes, advice, when)


def _no_small_words(found: re.Match[str]) -> bool:
    between = found.group("between").lower().split()
    return not any(word in FUNCTION or word in THIRDS or word in PASTS for word in between)


RULES: tuple[Rule, ...] = (
    _rule(
        r"\b(?P<at>(?:didn't|doesn't|didnt|doesnt|did not|does not|don't|dont|do not) (?P<form>[a-z]+))(?!['-])\b",
        PASTS | THIRDS,
        ("I didn't went.", "She does not has a car.", "I did not received it.", "He doesn't wants it."),
        ("I didn't go.", "He does not matter.", "I did not found the firm."),
        advice="After “did” and “does” the verb keeps its plain form: “did not go”.",
        spared=frozenset("works means calls starts stops lists mentions supplies".split()),
    ),
    _rule(
        rf"{_START}(?P<at>(?:did|does) (?:i|you|he|she|it|we|they|anyone|anybody|everyone) (?P<form>[a-z]+))(?!['-])\b",
        PASTS | THIRDS,
        ("Did you received it?", "Does it needs a stamp?"),
        ("Did you receive it?", "Those who did you wrote to.", "Did he, went the story, know?"),
        advice="After “did” and “does” the verb keeps its plain form: “did you receive”.",
    ),
    Rule(
        "grammar",
        rf"{_START}(?P<at>did (?:the|your|my|our) (?P<between>[a-z]+(?: [a-z]+)?) (?P<form>{_WENT}))(?!['-])\b",
        MISFIT,
        advice="After “did” the verb keeps its plain form: “did it come”.",
        when=_no_small_words,
        finds=("Did the panel tasters came to a verdict?", "Did my letter went to you?"),
        passes=("Did the coat you gave me fit?", "Did the letter come?", "what the shop did the day he came"),
    ),
    _rule(
        rf"(?:\b(?:could|should|cannot|can't|couldn't|wouldn't|shouldn't|mustn't|would)|"
        rf"\b(?:i|you|he|she|it|we|they|and|which|who|that) (?:can|will|may|must|might)(?: not)?|\b(?:i|you|he|she|"
        rf"it|we|"
        rf"they)'ll) {_ADVERB}(?P<at>(?P<form>[a-z]+))(?!['-])\b(?! (?:as|to) (?:a|the|be)\b)",
        (PASTS | THIRDS | INGS) - frozenset("being including regarding considering following learned saw".split()),
        (
            "they can matched the red",
            "I could went.",
            "and will joining on Monday",
            "He should has known.",
            "I'll seeing you",
        ),
        (
            "I can match it",
            "everything I can including lifts",
            "the most I could, had I time",
            "a can opened",
            "I will, having",
        ),
        advice="After “can”, “will”, “should” and their like the verb keeps its plain form: “can go”.",
        spared=frozenset("works means makes rings plans uses needs costs calls starts".split()),
    ),
    _rule(
        rf"\b(?:want|like|hope|need|able|happy|glad|ready|love|wish|try|trying|decided|started|have|had|has|wanted|"
        rf"hoped|tried|forgot|afraid|used) "
        rf"(?P<at>to (?P<form>[a-z]+))(?!['-]){_OBJECT}",
        (PASTS | THIRDS)
        - frozenset("works visits answers starts stops helps changes calls uses needs saw learned has".split()),
        ("I would like to asks for a day of trial.", "I wanted to told you.", "I used to worked for them."),
        ("I would like to ask.", "used to visits in prison", "We had to offers of help reply."),
        advice="After “to” the verb keeps its plain form: “to ask”.",
        spared=frozenset(("offers", "replies", "plays", "questions", "notices")),
    ),
    _rule(
        rf"(?:{_START}(?:i|you|we|they|he|she|it) (?:have|has|had)|\b(?:i|you|we|they)'ve|\b(?:haven't|hasn't|hadn't|"
        rf"having|would have|could have|should have|must have|might have|would've|should've|would had|never had)) "
        rf"{_ADVERB}(?P<at>(?P<form>[a-z]+))(?!['-])\b",
        PAST_ONLY,
        ("I have went there.", "I've wrote to you.", "You should have came.", "He would had went."),
        ("I have gone there.", "the cash I had went", "I have, came the reply", "I have drunk it."),
        advice="After “have” use the form that goes with it: “have gone”, “have written”, “have seen”.",
        spared=frozenset(("saw", "rang", "rode")),
    ),
    _rule(
        rf"(?:{_START}(?:i|you|we|they|he|she) (?:have|has|had)|\b(?:i|you|we|they)'ve|\b(?:haven't|hasn't|hadn't|"
        rf"havent|hasnt|"
        rf"have not|has not|having)|\b(?:where|that|which|who) (?:i|we|you|they) have) "
        rf"{_ADVERB}(?P<at>(?P<form>[a-z]+))(?!['-]){_AFTER_THEM}",
        UNFINISHED,
        (
            "I have show them to the factory.",
            "Having complete the course, I left.",
            "where I have spend most of it",
            "We haven't receive it.",
        ),
        ("I have shown them.", "I have complete confidence.", "Having send-off drinks", "I have become a cook."),
        advice="After “have” use the form that goes with it: “have shown”, “have completed”.",
        spared=frozenset(("show", "buy", "win")) - {"show"},
    ),
    _rule(
        rf"{_START}(?P<at>(?:he|she|it) {_ADVERB}(?P<form>[a-z]+))(?!['-])\b(?! or\b)",
        AGREEING,
        ("and it expire on 3 March", "She always give more.", "but he need me"),
        (
            "Does it expire?",
            "I asked that it expire",
            "has he come?",
            "It expires.",
            "Make it work, and it work for you",
        ),
        advice="After “he”, “she” and “it” the verb ends in -s: “it expires”.",
        spared=frozenset("become come cook hope love post train please share contact".split()) - {"love", "share"},
        plain=True,
    ),
    _rule(
        rf"{_START}(?P<at>(?:i|we|they) {_ADVERB}(?P<form>[a-z]+))(?!['-])\b",
        THIRDS,
        ("and I brings my own thread", "We also needs a van.", "I has two dogs."),
        ("I bring my own.", "One of us needs it.", "What they lack, he has."),
        advice="After “I”, “we” and “they” the verb has no -s: “I bring”.",
        spared=frozenset(("says", "means")),
    ),
    _rule(
        r"(?<!did )(?<!does )(?<!do )(?<!let )(?<!make )(?<!help )(?<!can )(?<!will )(?<!should )(?<!would )(?<!could )"
        r"(?<!may )(?<!must )(?<!made )(?<!see )(?<!has )\b(?P<at>(?:anybody|nobody|someone|everyone|no one|"
        r"somebody) (?:also |always |ever |really )?"
        r"(?P<form>[a-z]+))(?!['-])\b(?! (?:be|bother|worry)\b)",
        frozenset("ask know need want have think say tell love go come make seem agree understand give".split()),
        ("It isn't often that anybody ask my opinion.", "Everyone know her."),
        (
            "Did anybody ask?",
            "Let everyone know.",
            "I want everybody to go.",
            "Does everyone agree?",
            "Can anyone come?",
        ),
        plain=True,
        advice="After this word the verb ends in -s: “everyone knows”.",
    ),
    _rule(
        r"\b(?:a|an) (?:[a-z]+ )?(?:person|man|woman|lady|boy|girl|guy|nurse|worker|candidate|colleague|driver|cook|"
        r"friend|"
        r"manager|son|daughter|brother|sister|grade|child) who (?P<at>(?P<form>[a-z]+))(?!['-])\b",
        frozenset("need want have know like work live do speak make love care take go come give".split()),
        ("I got a boy in a fourth grade who need me.", "I am a person who like people."),
        ("a boy who needs me", "a man who had to go", "a friend who, like me, cooks"),
        advice="After “a person who” the verb ends in -s: “who needs”.",
    ),
    _rule(
        r"\b(?P<at>i(?: am|'m) (?!miss (?!(?:you|the|my|our|home|him|her|them|it|this|"
        r"that)\b))(?P<form>[a-z]+))(?!['-])\b"
        r"(?! (?:and|to be)\b)",
        BASES
        - frozenset(
            "open clean complete close live get post train set love like become please handle notice cook share fix "
            "drop present touch express welcome lead look walk play hope order match lost left come run".split()
        )
        | {"look", "hope"},
        ("I am agree with you.", "I am write to apply.", "I am wish you well."),
        ("I am writing", "I am have-a-go type", "I am open", "as I am, work apart", "I am Miss Vo"),
        advice="Write “I am …ing”, or leave out “am”.",
    ),
    _rule(
        r"\b(?:am|i'm|is|are|was|were|been|be|very|really|so|feel) (?:very |really |so |much )?(?P<at>(?P<form>[a-z]+))"
        r"(?= (?:by|with|to|in|that|at|for)\b|[.,;!\x1f]|$)",
        STATES - frozenset("interest concern shock touch honor honour train surprise delight".split()),
        (
            "I was also very impress by the office.",
            "The certificate is attach, as requested.",
            "I am please to hear it.",
        ),
        ("I was impressed.", "The aim is to impress.", "My aim is to please."),
        advice="The word ends in -ed here: “impressed”, “attached”.",
    ),
    _rule(
        r"\b(?P<at>as (?P<form>discuss|mention|promise|request|agree|require|advertise|attach|arrange))(?=[,.]| "
        r"(?:in|on|with|"
        r"by|above|below|earlier|before|yesterday|during|at|when|last)\b)",
        frozenset("discuss mention promise request agree require advertise attach arrange".split()),
        ("As discuss, I have handled it.", "as mention above"),
        ("As discussed, I did.", "as request and reply"),
        advice="The word ends in -ed here: “as discussed”.",
    ),
    _rule(
        r"\b(?:ready|able|happy|time|chance|opportunity|wait|waiting|like|wish|want|here|you|forward) "
        r"(?P<at>for (?P<form>begin|become|join|learn|hear|speak|send|write|discuss|improve|apply|know|bring|teach|"
        r"earn|"
        r"obtain|receive|accept|be|do|work|start|see))(?= (?:me|you|it|the|a|an|my|your|our|in|at|with|if|as|on|"
        r"from|there|here)\b"
        r"|[.,;!?\x1f]|$)",
        frozenset(
            "begin become join learn hear speak send write discuss improve apply know bring teach earn obtain receive "
            "accept be see".split()
        ),
        ("I am ready for begin if chosen.", "a chance for learn in your shop"),
        ("ready to begin", "time for work", "I wait for you to begin.", "the start I am ready for begins here"),
        advice="Write “to” in place of “for”.",
    ),
    _rule(
        r"\b(?P<at>(?:let|lets|make|makes|made|help) (?:me|you|him|us|them|your people|people) "
        r"(?P<form>[a-z]+))(?!['-])\b",
        frozenset(
            "felt laughed went came knew understood did thought smiled saw wanted became began took gave".split()
        ),
        ("I hope I made your people laughed.", "It made me felt at home."),
        ("It made me feel", "I made them known", "It helped us, thought I"),
        advice="After “make” and “let” the verb keeps its plain form: “made them laugh”.",
    ),
    _rule(
        rf"{_START}(?P<at>(?:i|we|they) (?P<form>having|working|looking|writing|applying|living|waiting|seeking|"
        rf"studying|"
        rf"wanting|hoping))(?!-)\b(?! (?:together|alone)\b)",
        frozenset("having working looking writing applying living waiting seeking studying wanting hoping".split()),
        ("I having seven years of experience.", "I writing to you because", "plumber and I having four years"),
        ("I am having lunch.", "with you and I writing together", "The man they are"),
        advice="Write “I am …ing”, or the plain form: “I have”.",
    ),
    _rule(
        rf"\b(?P<noun>[a-z]+) (?:has|have) {_ADVERB}(?P<at>(?P<form>[a-z]+))(?!['-])(?= (?:me|you|him|her|it|us|them|"
        rf"my|your|our|his|"
        r"their|the)\b)",
        frozenset(
            "pass forbid receive give choose decide accept send attend complete apply finish prepare provide obtain "
            "submit explain introduce improve join write teach tell ask forget begin break speak".split()
        ),
        ("The doctor has pass my eyes.", "She has forbid me the water."),
        ("The doctor has passed my eyes.", "all I have, give the book", "the shops have complete the"),
        advice="After “has” use the form that goes with it: “has passed”, “has forbidden”.",
        spared=frozenset(("complete",)),
    ),
    _rule(
        r"\b(?:i|you|we|they|he|she) (?:have|has|had|'ve) (?P<at>(?P<form>saw))(?=[.,;!?\x1f]|$| (?:in|it|the|that|"
        r"you|your|a|"
        r"this|on|at|them|him|her|how|what|two)\b)",
        frozenset(("saw",)),
        ("as I have saw in two other plants", "I have saw the advert."),
        ("I have saw blades.", "I have seen it.", "the best I had, saw the rest"),
        advice="Write “have seen”, or “saw”.",
    ),
    _rule(
        r"\bwhen i was (?:(?!and\b)[\w'-]+ ){1,5}(?P<at>i (?P<form>[a-z]+))(?!['-])(?= (?:the|a|an|my|in|at|for|with|"
        r"to|[a-z]+s)\b)",
        frozenset(
            "work go come take give write speak help teach cook drive make build tune paint run learn live sell play "
            "start begin want use repair clean serve train drop move leave see look study walk sing".split()
        ),
        ("When I was in Sopron I tune bells by ear.", "When I was young I work in a shop."),
        ("When I was there I tuned it.", "When I was ill, I run a shop"),
        advice="Use the past here: “I tuned”.",
    ),
)
