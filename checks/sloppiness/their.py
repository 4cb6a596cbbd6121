"""There, their and they're, theirs and there's."""

from __future__ import annotations

import re

from checks.sloppiness.frames import alike, begins, behind
from checks.sloppiness.nouns import FUNCTION, plural
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import THINGS

_DAY = (
    r"(?:any|at|on|by|in|before|after|until|when|early|from|tomorrow|today|tonight|all|for|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d{1,2}|with)"
)


def _theirs(found: re.Match[str]) -> bool:
    """Whether the noun behind "there" is a thing and can't be a time or a verb."""
    noun = found.group("noun").lower()
    if noun in (
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "mondays",
        "times",
        "people",
        "nights",
        "weekends",
        "things",
    ):
        return False
    first = found.group().split()[0].lower()
    if first in ("and", "like", "love", "liked", "loved", "know", "knows", "all", "on", "used", "over", "to", "help"):
        return plural(noun) and first not in ("and",)
    if first == "time":
        return plural(noun) and found.string[max(0, found.start() - 5) : found.start()].lower().endswith("what ")
    return plural(noun) or noun in ("homework", "food", "work", "own")


RULES: tuple[Rule, ...] = (
    alike(
        r"\b(?:in|on|to|of|at|for|from|with|change|love|like|by|about|saw|read) (there) (?=(?:own|website|"
        r"company|team|office|staff|manager|clients|customers|"
        r"beds|families|needs|names?|parents|lives|shop|store|children|patients|service|services|products)\b)",
        "their",
        ("nobody to change there beds", "I saw it on there website."),
        ("The shop there closed.", "I like it there.", "from there people walk"),
    ),
    alike(
        r"\b(their) (?=(?:is|are|was|were|will be|has been|have been|isn't|aren't|wasn't)\b)",
        "there",
        ("Their is a job.", "I think their was a mix-up.", "everyone their was kind"),
        ("their isolation", "their area"),
    ),
    alike(
        r"\b(?:everyone|everybody|people) (their) (?=(?:covered|knows|knew|said|says|worked|works|loved|loves|"
        r"helped)\b)",
        "there",
        ("everyone their covered for her",),
        ("everyone their age was",),
    ),
    alike(
        rf"\b(they're) (?={THINGS}\b)(?!hiring)",
        "their",
        ("It's they're own fault.", "I like they're website."),
        ("they're in the office",),
    ),
    alike(
        r"(?:^|[\x1f\n.!?] ?|\b(?:and|but|because|that|so) )(?P<at>theirs) (?=(?:a|an|no|been|nothing|something|one|"
        r"two|lots|plenty)\b)",
        "there's",
        ("Theirs a tractor down on the road.",),
        ("Theirs are green.", "mine and theirs, a pair"),
    ),
    alike(
        r"\b(?:is|are|was|were|if) (?P<at>their) (?=(?:any|a|an|anything|something|anyone|someone|somewhere|"
        r"anywhere|still|much|"
        r"many|no)\b)(?!(?:any|much|many|no|a|still)-)",
        "there",
        ("is their any word?", "Ask if their is still room, or are their any more."),
        ("is their only one", "are their own", "is their much-loved cat", "is their still life"),
        lambda found: not re.match(r"(?:much|still)[ -](?:loved|life|better|larger|bigger|smaller)", behind(found)),
    ),
    alike(
        r"\b(?P<at>their) (?=where\b)|\b(their) (?=were (?:better|many|some|no|two|three|more|a|so|too|several|"
        r"people)\b)",
        "there",
        ("I knew their where better people.", "Their were two of us."),
        ("their whereabouts", "they and theirs were"),
    ),
    alike(
        rf"\b(?:be|been|get|got|arrive|live|stay|wait|over|back|up) (?P<at>their)(?= {_DAY}(?: |[.,!?]|$)|"
        rf"[.,!?\x1f]|$)",
        "there",
        ("I'll be their any time after ten.", "ill be their july 8", "I got their."),
        ("be their on-call cook", "back their all-round man", "be their with-it aunt"),
        lambda found: (
            not re.match(
                r"(?:all|early|march|may|with|in|on|for)[ -](?!the|my|at|in|on|day|and|\d)",
                behind(found).lower(),
            )
        ),
    ),
    alike(
        rf"{begins('.!?,;', 'and that')}(?P<at>their) (?=(?:going to|not|"
        r"coming to|"
        r"looking for|"
        r"asking for|hoping|trying to|all (?:very|so|here|fine|gone|good)|really (?:nice|kind|good)|very (?:kind|"
        r"nice|good|happy)"
        r")\b)(?!going to (?:bed|school|work|college|church|war)\b|not-)",
        "they're",
        ("Their going to three weeks on.", "I hear that their looking for a cook."),
        ("their going to school early", "Their not-so-secret plan", "their very kind aunt"),
        lambda found: not re.match(r"(?:very|really) [a-z]+ (?!to|and|with|here|there|people)[a-z]", behind(found)),
    ),
    alike(
        r"\b(?P<at>there) (?=(?:busiest|best|biggest|finest|oldest|newest|latest|worst|favourite|favorite|main|"
        r"youngest|"
        r"longest|largest|strongest|own|eldest|smallest|nearest|highest) (?P<noun>[a-z]+))",
        "their",
        ("The coopers told me that there busiest month is March.", "They sent there best man."),
        ("It is there best of all.", "The view is from there best in May."),
        lambda found: found.group("noun") not in FUNCTION,
    ),
    alike(
        r"\b(?:in|of|with|to|by|for|into|about|time|know|knows|change|clean|cleaned|wash|washed|feed|fed|teach|taught|"
        r"help|"
        r"helped|lost|lose|keep|kept|took|take|use|used|like|liked|love|loved|all|on|at|over|under|and) "
        r"(?P<at>there) (?P<noun>[a-z]{3,})(?=[.,;!?\x1f]|$| (?:in|on|at|and|with|to|for|get|gets|is|was|off|up|out|"
        r"down|"
        r"back|or|by|from|when|after|before|every)\b)",
        "their",
        (
            "I have kept every one of them in there envelopes.",
            "I know what time there cows get milked.",
            "I helped the children with there homework.",
        ),
        (
            "I worked in there Mondays.",
            "I walked to there and back.",
            "I've kept there often.",
            "the people I know there work in it",
            "I lived and there cows graze",
            "My time there matters to me.",
            "It was used there years on end.",
        ),
        _theirs,
    ),
    alike(
        r"(?:(?<=\band )|(?<=\bbut )|(?<=\bbecause )|(?<=\bthat )|(?<=\bif )|(?<=\bthink )|(?<=\bsay )|(?<=\bhope )|"
        r"(?<=\bsure )|(?<=\bknow )|(?<=\bwhen )|(?<=[.;] ))(?P<at>there) (?=(?:better|worse|cheaper|hiring|looking|"
        r"recruiting|"
        r"happy|kind|friendly|busy|ready|closed|open|expecting|asking|going|coming|trying|doing|very|always|all very|"
        r"so|"
        r"not|too|still|really|both|nice|good|lovely|great|brilliant|proud|"
        r"delicious|beautiful|in touch|on my side)(?:[.,;!?\x1f]|$| (?:to|for|on|in|at|with|of|than|when|if|about|up|"
        r"out|"
        r"busy|kind|nice|good|friendly|happy|hiring|looking|open|proud|better|old|young|expensive)\b))",
        "they're",
        (
            "I have three of your wines, and there better on the second day.",
            "I think there looking for a cook.",
            "I hear that there very busy in May.",
        ),
        (
            "and there, better late than never",
            "and there is more",
            "When there not in use, the van is there.",
            "The shop was new. There too I was happy.",
            "and there in the corner",
        ),
        lambda found: not re.match(r"(?:so|too|always|still|in|all|not) (?:in|on|at|to|for)\b", behind(found)),
    ),
    alike(
        r"\b(?P<at>their's|there's) (?=(?:been any|is|are)\b)|\b(their's)\b",
        lambda found: "there's" if "been" in behind(found) or not found.group("at") else None,
        ("If their's been any talk of it", "The job is their's."),
        ("If there's been any talk", "the job is theirs"),
        lambda found: found.group().lower().startswith("their"),
    ),
)
