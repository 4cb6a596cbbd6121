"""Whose and who's, where, were and we're."""

from __future__ import annotations

import re

from checks.sloppiness.frames import FIRST, alike, behind
from checks.sloppiness.nouns import PEOPLE_PLURAL, plural
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import wide_thing


def _were(found: re.Match[str]) -> bool:
    """Whether the noun before "where" is a plural whose verb it must be, and no place or time that "where" is about."""
    noun = found.group("noun").lower()
    if noun in (
        "places",
        "days",
        "times",
        "rooms",
        "shops",
        "towns",
        "cases",
        "years",
        "schools",
        "firms",
        "countries",
    ):
        return False
    return plural(noun) or noun in PEOPLE_PLURAL


RULES: tuple[Rule, ...] = (
    alike(
        r"\b(?:someone|somebody|know|person) (whose) (?=(?:going to|been|looking for|hiring|the best|in charge|"
        r"responsible)\b)",
        "who's",
        ("someone whose looking for work",),
        ("someone whose looks", "whose hiring process"),
    ),
    alike(
        r"\b(?:back|from|know|place|spot|just|that's|exactly|remember|see|sure|ask|asked|find|is|matter) (?P<at>were) "
        r"(?=(?:i|you|we|they|he|she|it) (?:found|come|came|live|lived|left|work|worked|stand|stood|put|go|went|was|"
        r"want|wanted|"
        r"grew|belong|belongs|met|parked|said|sat|am|is|are|lost)\b)|\b(?:and|but) (were) (?=i come from\b)",
        "where",
        ("I've put it back were I found it.", "and were I come from you feed a man"),
        ("it was just, were you found guilty", "We all were.", "I know you were there."),
        lambda found: "guilty" not in found.string[found.end() : found.end() + 20],
    ),
    alike(
        r"\b(?:i|you|we|they|he|she|it|there|goat|who|which) (?P<at>where) (?=(?:very|not|so|going|looking|talking|"
        r"told|asked|"
        r"kind|happy|too|also|able|both|all|at fault|good|pleased|sorry|late|early|ready|better|many|some|two|three|"
        r"only)\b)",
        "were",
        ("when a goat where at fault", "You where very kind.", "We where told to wait."),
        ("I know where all the keys are.", "They asked him where.", "I'll show you where not to park."),
        lambda found: (
            not re.search(
                r"\b(?:show\w*|tell|told|ask\w*|teach|taught|see|saw|find|found|put|keep|left|leave|get|got|had|"
                r"have|know|send|"
                r"sent|take|took|meet|at|in|on|to|from|of|for|with|bring|brought|let|want|need) \w+$",
                found.string[max(0, found.start() - 14) : found.start("at") - 1].lower(),
            )
        ),
    ),
    alike(
        r"\b(?:the|a|an|my|your|someone|somebody|anyone|anybody|people|those|one|man|woman|lady|person|[a-z]+er) "
        r"(?:[a-z]+ )?(?P<at>whose) (?=(?:leaving|going|coming|looking|working|doing|hiring|running|retiring|moving|"
        r"been|not|always|never|also|still|now|already|really|very|"
        r"in|on|at|here|there|available|ready|able|free|willing|keen|happy|interested|"
        r"the|a|an|my|your)(?:[.,;!?\x1f]|$| (?:to|for|in|on|at|next|this|soon|up|out|the|a|and|been|with|about|going|"
        r"there|here|"
        r"[a-z]+er|[a-z]+ing|manager|boss|best|head|one)\b))",
        "who's",
        ("I met the lady whose leaving, and she was charming.", "a manager whose always there"),
        ("the man whose going-away party", "the lady whose hiring team I met", "the firm whose in-house cook left"),
    ),
    alike(
        r"\b(?P<at>who's) (?P<noun>[a-z]{3,}) (?=(?:it|he|she|they|i|we|you|is|was|are|were|has|had|will|would)\b)",
        "whose",
        ("The log shows who's watch it was.", "a baker who's bread I love", "the man who's dogs are loud"),
        ("the one who's right is Jo", "the cook who's there is kind", "I know who's boss.", "who's who it was"),
        lambda found: wide_thing(found) and not re.match(r"it'", behind(found)),
    ),
    alike(
        rf"{FIRST}(?P<at>were) (?=(?:all (?:[a-z]+ing|here|very|so|ready|out)|still|not|both|just|also|always|"
        rf"currently|"
        r"already|really|very|now|going|looking|hoping|hiring|coming|waiting|standing|here|sorry|happy|glad|pleased|"
        r"delighted|proud|so|a|an)\b)",
        "we're",
        ("Were all standing out here.", "Were looking for work."),
        ("Were all of you there?", "Were not the lights on?", "Were a man to fall, I would jump.", "Were they kind?"),
        lambda found: (
            not re.match(r"[^.!\x1f]{0,300}\?", found.string[found.end() : found.end() + 300])
            and not re.match(r"[^.!?\x1f]{0,80}, (?:i|you|we|he|she|it|they|the)\b", behind(found, 90))
        ),
    ),
    alike(
        r"\b(?:which|who|they|we|these) (?P<at>where) (?=(?:my|the|his|her|their|a|an|in|on|at|made|built|sent|left|"
        r"always|"
        r"never|"
        r"often|all|still|[a-z]+ed|[a-z]+ing)\b)",
        "were",
        ("I'll bring the crane, which where my diploma pieces.", "They where in the hall."),
        ("I know where the keys are.", "who where the best", "asked which where the best"),
        lambda found: (
            not re.match(
                r"(?:which|who|these) where (?:the|in|on|at)\b", found.group().strip() + " " + behind(found, 9)
            )
        ),
    ),
    alike(
        r"\b(?:the|these|those|my|your|all|some|our|his|their|both|most) (?:[a-z]+ )?(?P<noun>[a-z]+s|people|children|"
        r"men|women) "
        r"(?:(?:i|you|we|they|he|she) [a-z]+ )?(?P<at>where) "
        r"(?=(?:always|never|often|all|still|very|so|too|quite|really|not|already|both|also|mostly|"
        r"(?:made|built|sent|left|lost|found|closed|asked|told|given|written|painted|covered|locked|broken)(?= (?:of|"
        r"in|by|to|"
        r"from|and|with|on)\b|[.,;!?]))\b)"
        r"(?!(?:all|not|so|too|both|very|always|often|never|still) (?:the|my|your|of|i|you|we|they|he|she|it|those|"
        r"these|a|"
        r"an|is|are|was|were|to|my|people|many|few|much)\b)",
        "were",
        ("a flat where the walls where always wet", "The doors where locked.", "Those people where so kind."),
        (
            "the places where all the birds go",
            "in the shops where often I went",
            "the rooms where very little grows",
            "the towns where lost dogs go",
            "the days where not one came",
        ),
        _were,
    ),
)
