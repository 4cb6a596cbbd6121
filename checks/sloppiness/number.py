"""One or many: a noun and its verb ("the results is"), a number and its noun ("seven year of experience")."""

from __future__ import annotations

import re

from checks.sloppiness.frames import SENTENCE, misfit
from checks.sloppiness.nouns import FUNCTION, PEOPLE_PLURAL, describes, plural, singular
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import INGS, ONLY_VERBS

_WISHED = re.compile(
    r"\b(?:ask|suggest|recommend|insist|requir|request|demand|propos|prefer|essential|important|vital|wish|if|though|"
    r"lest|let|would rather|only)\w*\b[^.!?]*$",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|"
    r"forty|"
    r"fifty|sixty|ninety|hundred|many|several|few)"
)
_COUNTED = (
    r"(?:year|month|week|day|hour|minute|child|customer|patient|student|dog|document|question|certificate|reference|"
    r"shift|"
    r"room|table|person|time|candidate|employee|interview|letter|page|job|node|brother|sister|colleague|machine|car|"
    r"truck|"
    r"bed|school|hospital|restaurant|language|course|exam|project|client|order|mistake|error|reason|thing|way|idea)"
)
_ARE = "|".join(("are", "were", *sorted(ONLY_VERBS)))
_TIME = r"(?:year|month|week|day|hour|minute)"


def _fits(found: re.Match[str]) -> bool:
    return all(describes(word) for word in found.group("between").split())


def _one_with_are(found: re.Match[str]) -> bool:
    noun = found.group("noun")
    if any(plural(word) for word in found.group("between").split()):
        return False
    if not singular(noun) or not _fits(found) or noun in FUNCTION or noun in INGS - {"sewing", "training"}:
        return False
    return not _WISHED.search(found.string[max(0, found.start() - 60) : found.start()])


def _many_with_is(found: re.Match[str]) -> bool:
    noun = found.group("noun")
    return (plural(noun) or noun in PEOPLE_PLURAL) and _fits(found)


def _no_noun_follows(found: re.Match[str]) -> bool:
    before = re.search(r"([\w'’-]+) $", found.string[max(0, found.start() - 20) : found.start()])
    return not (before and before.group(1).lower() in _BEFORE_COMPOUND)


_BEFORE_COMPOUND = frozenset(
    "a an the this that my your our his her their its every each one another any no first last room unit line bay bed "
    "shop gate level page section chapter part type class grade band stage phase zone day week year version "
    "number".split()
)

_HEAPS = frozenset(
    "dozens hundreds thousands millions scores lots heaps tons loads hers yours ours theirs its plenty".split()
)
_ONE = frozenset(
    "means series species barracks headquarters works crossroads mews thanks sports sales goods news pants scissors "
    "trousers jeans glasses gallows innings shambles dominoes savings yours ours hers theirs his customs clothes arms "
    "minutes days weeks years hours seconds inches cards ladies gents gentlemen boys girls mens darts drinks sweets "
    "arts games greens".split()
)

RULES: tuple[Rule, ...] = (
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|this|that) (?-i:(?P<between>(?:[a-z]+ ){{0,3}}))"
        rf"(?P<at>(?-i:(?P<noun>[a-z]+) (?:{_ARE})))(?!['-])\b(?! (?:of|or)\b)",
        (
            "The third bay have thrips.",
            "The sewing are on raised thongs.",
            "Your communication are awaited.",
            "I think that my card expire in May.",
            "The news were sad for me.",
        ),
        (
            "The staff are kind.",
            "The hours a nurse have",
            "The time you have is yours.",
            "I ask that the bay have light.",
            "Does the bay have thrips?",
            "My brother and the boss have met.",
            "The company are kind.",
            "I wish that the bay were light.",
            "Let the patient have it.",
            "The job at the shops are",
        ),
        when=_one_with_are,
        advice="One thing takes “is”, “was” or “has”.",
    ),
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|these|those|their|all the|all my|some|most) "
        r"(?-i:(?P<between>(?:[a-z]+ ){0,3}))(?P<at>(?-i:(?P<noun>[a-z]+) (?:is|was|has|does)))(?!['-])\b"
        r"(?! (?:what|why|how|where|that|because)\b)",
        (
            "Kindly let me know whether the results is out.",
            "The hundred beans was four slaty and one mouldy.",
            "My papers is complete.",
            "Some people is late.",
        ),
        (
            "The last two weeks was a blur.",
            "The news is good.",
            "One of my customers was late.",
            "The list of papers is long.",
            "The sales is on the left.",
            "The first thing he sees is the door.",
            "What the shop needs is a cook.",
        ),
        when=_many_with_is,
        advice="More than one takes “are”, “were” or “have”.",
    ),
    misfit(
        rf"(?<![\w.£$€,:/-])(?P<at>{_NUMBER} {_TIME})(?!['-])(?=[.,;\x1f]|$| (?:in|at|as|ago|of|with|for|from|now|"
        rf"before|later)\b)",
        (
            "I was working four year in the hospital.",
            "I left two year ago.",
            "My notice period is sixty day.",
            "with seven year of experience",
        ),
        (
            "a two year in-house course",
            "a five year plan",
            "a sixty day, paid course",
            "in year 2 week",
            "I am ten years in it",
        ),
        when=_no_noun_follows,
        advice="Write it in the plural: “years”, “days”.",
    ),
    misfit(
        rf"\b(?:have|has|had|with|for|about|of|see|saw|served|met|need|brought|bring|me|ask|only|than|over|wrote|made) "
        rf"(?P<at>{_NUMBER} {_COUNTED})(?=[.,;!?\x1f]|$| (?:in|at|of|who|that|and|with|for|from)\b)(?!, )",
        ("the model had 214 node.", "I have three child.", "I served many customer in one day."),
        ("I need 2 person-days.", "for one day", "on page 3 question"),
        when=_no_noun_follows,
        advice="Write it in the plural: “children”, “customers”.",
    ),
    misfit(
        rf"\bfor (?P<at>{_NUMBER} {_TIME})(?=[.,\x1f]| (?:in|at|as|with)\b)",
        ("I worked there for three year.",),
        ("I worked there for three years.", "for a one year, fixed term"),
        advice="Write it in the plural: “years”.",
    ),
    misfit(
        r"\b(?P<at>(?:every|each) (?:days|weeks|years|months|nights|mornings|times|persons))\b(?!')",
        ("I exercise every days.",),
        ("every day's work", "every day"),
        advice="After “every” the word is in the singular: “every day”.",
    ),
    misfit(
        r"\b(?P<at>(?:so |very |too |how )?many of (?:your|my|the|his|her|their|our) (?P<noun>time|money|help|work|"
        r"advice|"
        r"information|patience|attention|experience|knowledge|equipment|traffic|furniture))\b(?![ -][a-z]+s\b)",
        ("You gave me so many of your time.",),
        ("so much of your time", "many of your time sheets", "many of the work shoes"),
        advice="Write “much”.",
    ),
    misfit(
        r"\b(?P<at>(?:many|several|few|these|those) (?:information|advice|knowledge|equipment|furniture|homework|"
        r"luggage|"
        r"feedback|evidence|traffic|software|money))\b(?! [a-z]+s\b)(?!-)",
        ("I learned many information.", "Thank you for these advice."),
        ("much information", "many software houses", "few advice columns"),
        advice="This word has no plural: write “much”, “a lot of”, “this”.",
    ),
    misfit(
        r"\b(?P<at>(?:much|less) (?:people|customers|things|jobs|years|questions|children|mistakes|applications|skills|"
        r"documents|patients|students|colleagues))\b(?! (?:skills|person|focused))",
        ("There were much people.", "I make less mistakes than before, but much questions."),
        ("many people", "much-loved people", "less people-focused"),
        when=lambda found: found.group().lower().startswith("much"),
        advice="Write “many”.",
    ),
    misfit(
        r"\b(?P<at>(?:most|many|one|some|each|none|several|few|both) of (?P<noun>[a-z]+))(?!['-])\b",
        ("I sweated most of joints in it.", "It is one of reasons.", "one of best"),
        (
            "most of the joints",
            "one of us",
            "one of Jo's",
            "some of theirs",
            "one of dozens",
            "most of this",
            "one of life's joys",
        ),
        when=lambda found: (
            (plural(found.group("noun")) and found.group("noun") not in _HEAPS) or found.group("noun") == "best"
        ),
        advice="Put “the” or “my” in between: “most of the joints”.",
    ),
    misfit(
        r"\b(?P<at>(?:a|an) (?:good |new |big |great |small |nice |long |short )?(?P<noun>[a-z]+s))(?=[.,;!?\x1f]|$|"
        r" (?:in|"
        r"at|for|with|from|who|that|of|on)\b)",
        ("I have a certificates in welding.", "It was a good experiences."),
        ("a good barracks", "a means of", "a few days", "a sales role", "a class of", "a thanks"),
        when=lambda found: (
            (plural(found.group("noun")) and found.group("noun") not in _ONE)
            or found.group("noun") in ("experiences", "interviews", "answers")
        ),
        advice="After “a” the word is in the singular.",
    ),
    misfit(
        r"\b(?P<at>(?P<noun>informations|knowledges|equipments|furnitures|homeworks|softwares|advices|feedbacks|"
        r"luggages|"
        r"staffs|researches|experties))\b(?<!up staffs)(?<!he researches)(?<!who researches)(?<!that researches)",
        ("I need more informations.",),
        ("more information", "the staff's room", "a team that researches bees"),
        advice="This word has no plural: take the “s” off.",
    ),
    misfit(
        r"\b(?P<at>there(?: is|'s| was) (?:many|several|a lot of (?:people|things|ways|reasons|questions)))\b(?! an? )",
        ("There is many ways.", "There was several people."),
        ("There is much to do.", "There are many."),
        when=lambda found: "a lot" not in found.group(),
        advice="Write “there are” or “there were”.",
    ),
    misfit(
        r"\b(?P<at>(?:is|was) there any (?P<noun>[a-z]+s))\b(?= (?:yet|on|about|for|at|in|left|from|to|that|you)\b|"
        r"[?.,])",
        ("Is there any words yet on the job?", "Is there any news or is there any jobs for me?"),
        ("Is there any news?", "Are there any jobs?", "Is there any glass in it?"),
        when=lambda found: plural(found.group("noun")),
        advice="Write “are there any”, “were there any”.",
    ),
    misfit(
        r"\b(?P<at>there (?:is|was) (?:two|three|four|five|six|seven|ten)) (?=[a-z]+s\b)(?!hours|days|weeks|months|"
        r"years|minutes|miles|pounds|dollars)",
        ("There is two reasons.",),
        ("There is two-way traffic.", "There is one reason.", "There was three weeks between"),
        advice="Write “there are” or “there were”.",
    ),
)
