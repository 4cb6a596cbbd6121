"""There, their and they're, theirs and there's."""

from __future__ import annotations

import re

from checks.sloppiness.frames import alike, behind
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import THINGS

_DAY = (
    r"(?:any|at|on|by|in|before|after|until|when|early|from|tomorrow|today|tonight|all|for|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d{1,2}|with)"
)

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
        r"(?:(?<![^\x1f\n])|(?<=[.!?,;] )|(?<=\band )|(?<=\bthat ))(?P<at>their) (?=(?:going to|not|coming to|"
        r"looking for|"
        r"asking for|hoping|trying to|all (?:very|so|here|fine|gone|good)|really (?:nice|kind|good)|very (?:kind|"
        r"nice|good|happy)"
        r")\b)(?!going to (?:bed|school|work|college|church|war)\b|not-)",
        "they're",
        ("Their going to three weeks on.", "I hear that their looking for a cook."),
        ("their going to school early", "Their not-so-secret plan", "their very kind aunt"),
        lambda found: not re.match(r"(?:very|really) [a-z]+ (?!to|and|with|here|there|people)[a-z]", behind(found)),
    ),
)
