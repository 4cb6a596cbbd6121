"""Words that don't fit together: agreement, tense, number, a missing or doubled word. Shapes that are
nearly never right."""

from __future__ import annotations

import re

from checks.sloppiness.frames import MISFIT, misfit, missing
from checks.sloppiness.rule import Rule

_CLAUSE = r"(?:^|[\x1f\n.,;:!?] ?|\b(?:and|but|so|because|that|when|while|if) )"
_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|many|several|few)"
_TRADE = (
    r"(?:guide|nurse|teacher|driver|cook|cleaner|engineer|mechanic|electrician|plumber|carpenter|welder|student|"
    r"developer|programmer|"
    r"accountant|waiter|waitress|barista|cashier|carer|caregiver|translator|designer|technician|farmer|painter|"
    r"builder|operator|"
    r"receptionist|baker|butcher|gardener|hairdresser|photographer|journalist|lawyer|pharmacist|dentist|"
    r"physiotherapist)"
)
_PLURALS = (
    r"(?:papers|documents|customers|colleagues|references|certificates|skills|hours|children|students|patients|"
    r"residents|results|details|"
    r"forms|shifts|clients|tasks|duties|qualifications|photos|files|questions|parents|managers|nurses|teachers|"
    r"workers|employees|tools)"
)
_SINGLE = (
    r"(?:patient|lady|man|woman|boss|manager|teacher|doctor|nurse|interviewer|daughter|son|wife|husband|mother|"
    r"father|friend|customer|"
    r"client|owner|supervisor|car|train)"
)
_DOES = (
    r"(?:has|does|goes|gets|knows|makes|takes|gives|comes|speaks|understands|needs|wants|likes|cooks|works|"
    r"helps|drives|writes|learns|starts|begins|brings|asks|tells|thinks|feels|sees|says|leaves|keeps|tries|uses|"
    r"is|was|were|"
    r"had|went|came|got|knew|took|gave|made|saw|spoke|wrote)"
)
_WENT = (
    r"(?:has|does|goes|gets|knows|makes|takes|gives|comes|wants|likes|went|came|got|knew|took|gave|made|saw|"
    r"spoke|wrote|received|had|found|heard|said|told|sent)"
)


def _gerund(found: re.Match[str]) -> str:
    verb = found.group(1).lower()
    return {"see": "seeing", "meet": "meeting"}.get(verb) or (verb[:-1] if verb.endswith("e") else verb) + "ing"


RULES: tuple[Rule, ...] = (
    misfit(
        rf"{_CLAUSE}(i (?:does|has|wants|needs)|(?:we|they|you) (?:does|has|is|wants|needs))\b(?! (?:been "
        rf")?(?:what|why|how)\b)(?<!do you is)",
        ("and I does not smoke.", "We has a car.", "they wants to know"),
        ("The people we have", "What I want is rest.", "One of you is right."),
    ),
    misfit(
        rf"{_CLAUSE}((?:we|they|you) was)\b",
        ("We was there.", "and you was very kind"),
        ("The job for you was filled.",),
    ),
    misfit(
        rf"{_CLAUSE}(i (?:seen|done|been))\b(?! it all)",
        ("I seen the ad.", "and I done two years there"),
        ("have I seen it", "What I have done"),
    ),
    misfit(
        rf"{_CLAUSE}((?:he|she|it) (?:have|don't|dont))\b(?<!if it have)",
        ("She have two dogs.", "because it don't matter"),
        ("Should he have time", "Does it have keys?"),
    ),
    misfit(
        rf"{_CLAUSE}((?:she|he) (?:still |always |also |never |often )?(?:help|want|need|give|tell|call|say|"
        rf"know|like|work|make|teach|show|live)) (?:me|us|to|that|the|my|in|for|with|it)\b(?<!that he call "
        rf"me)(?<!that she call me)",
        ("She still call me when it is my birthday.", "He work for the city."),
        ("Did she still call me?", "I asked that someone he knows call me"),
    ),
    misfit(
        rf"{_CLAUSE}(?:the|my|your|our|these|those|all) ({_PLURALS} (?:is|was|has|does))\b(?! (?:what|why|how|"
        rf"where|that)\b)",
        ("My papers is complete.", "the customers was very nice"),
        ("One of my customers was late.", "The list of papers is long."),
    ),
    misfit(
        rf"{_CLAUSE}(?:the|my|this|his|her) (?:last |first |old |new )?({_SINGLE} (?:have|don't|dont|want|"
        rf"were))\b(?! been)",
        ("My last patient have dementia.", "the lady want soup"),
        ("Let the patient have it.", "The patients have"),
    ),
    misfit(
        rf"{_CLAUSE}my (?:brother|sister|mother|father|wife|husband|son|daughter|cousin|uncle|aunt|friend) "
        r"(work|live) (?:for|in|at|with|here|near)\b",
        ("My brother work for your company.",),
        ("My brother works for you.", "Did my brother work for you?"),
    ),
    missing(
        rf"\b((?:i am|i'm) {_TRADE}) (?:of|in|at)\b",
        ("I am student of accounting.",),
        ("I am a student of accounting.",),
        "Put “a” or “an” in front of it.",
    ),
    misfit(
        r"\b(?:to|please) (contact to) (?:me|you|him|her|us|them)\b",
        ("Please contact to me.",),
        ("stay in contact with me",),
        fix="contact",
    ),
    misfit(
        r"\b(?:am|is|are|was|were|i'm|very|really|be|much) (interest) in\b(?! (?:my|your|the|our|their|this) "
        r"(?:\w+ )?(?:has|is|was|grew))(?<!of very interest in)",
        ("I am interest in the job.",),
        ("my interest in it", "I am interested in it."),
        fix="interested",
    ),
    misfit(
        r"\bi(?: am|'m)? (?:very |really |so )?(interesting) (?:in|to apply)\b",
        ("I am interesting in this job.",),
        ("It is interesting in many ways.",),
        fix="interested",
    ),
    misfit(
        rf"\b(i (?:have|had) (?:work|serve|study|teach|drive|live)) (?:for|as|in|there) (?:{_NUMBER}|over|more "
        rf"than|about|a (?:nurse|cook|driver|teacher|cleaner|waiter))\b",
        ("I have work for eight years with elderly people.",),
        ("I have work for you.", "I have worked for eight years", "I have study leave"),
    ),
    misfit(
        rf"\b(since (?:{_NUMBER}|a) (?:years?|months?|weeks?|days?))\b(?! ago|'|old| before|-)",
        ("I work here since five years.",),
        ("since two years ago", "since May"),
        advice="Write “for” and the time, or “since” and the date.",
    ),
    misfit(
        r"\b((?:i am|i'm|we are) (?!being|going)[a-z]{2,12}ing) (?:[\w'-]+ ){0,7}since (?:19|20)\d\d\b",
        ("I am working as a nurse since 2015.",),
        ("I have been working since 2015.", "I am proud since 2015"),
        advice="Write “I have been …ing since …”.",
    ),
    Rule(
        "grammar",
        r"\blook(?:ing|ed)? forward to (hear|meet|see|speak|discuss|learn|join|talk|receive|start)\b(?! and greet)",
        MISFIT,
        fix=_gerund,
        finds=("I look forward to hear from you.", "Looking forward to meet you."),
        passes=("I look forward to hearing from you.", "I look forward to meetings."),
    ),
    misfit(
        r"\b((?:thank you|thanks)(?: very much| so much)? for (?:to|give|gave|take|meet|consider|invite|have|"
        r"let|send|allow|accept|receive|make)) (?:me|us|my|the|your|time|a|to|[a-z]+ me)\b",
        ("Thank you very much for to receive me.", "Thanks for give me a chance."),
        ("Thank you for giving me time.", "Thanks for the help."),
        advice="After “thank you for” the word ends in -ing: “for giving”, “for meeting”.",
    ),
    misfit(
        r"\b((?:must|should) to)\b(?! (?:my|your|the) )",
        ("I must to say yes.",),
        ("As I must, to begin", "a must-to-see"),
        advice="Leave out “to”.",
    ),
    misfit(
        r"\b((?:want|wants|wanted) that (?:i|you|we|he|she|they))\b(?! (?:have|had)\b)",
        ("They want that I start soon.",),
        ("I want that job.",),
        advice="Write “want me to”, “want you to”.",
    ),
    misfit(
        r"(?<!coming )(?<!going )(?<!focus )(?<!based )\b(on next (?:week|month|year))\b(?!')",
        ("I start on next week.",),
        ("on next week's rota", "next week"),
        advice="Leave out “on”.",
    ),
    misfit(
        r"\b(discuss(?:ed|ing)? about|explain me|reply me|suggest me|return back)\b",
        ("I would like to discuss about it.", "Could you explain me the role?"),
        ("We discussed it.", "explain to me"),
    ),
    misfit(
        r"\b(?:work|worked|use|used|cook|drive|there|practise|practice|train|exercise|it|them|that) "
        r"(everyday)(?=[.,;!?\x1f]|$| and| for)",
        ("I use it everyday.",),
        ("everyday tasks", "every day"),
        fix="every day",
    ),
    misfit(
        r"\b((?:a|an) (?:certificates|skills|references|documents|experiences|interviews))\b(?=[.,;\x1f]| (?:in|"
        r"of|for|from|and)\b)",
        ("I have a certificates in welding.",),
        ("a skills test", "a certificate"),
    ),
    missing(
        rf"\b((?:i am|i'm) (?:also |currently |now )?(?:(?!a |an |the |your |my |his |her |our |one |no |some |"
        rf"any |only |just |both |part |half |more |not |as |to |in |by |head |lead |chief |deputy |acting |"
        rf"principal |resident |duty |interim |senior |staff |charge |ward |school |class |night |shift |site |"
        rf"and |of |with |from |at |on |for |that |their |this |"
        rf"like |what |every |another |such )[a-z]+(?<!ing) )?{_TRADE})\b(?= (?:with|from|who|and i)\b|[.,])",
        ("I am river guide with seven seasons.", "I'm nurse from Cebu."),
        ("I am a nurse from Cebu.", "I am head nurse, there.", "I am your driver."),
        "Put “a” or “an” in front of it.",
    ),
    missing(
        r"\b(you(?: are|'re) (?:most |very |more than )?welcome (?:call|contact|visit|ask|reach|phone|email|come))\b",
        ("you are welcome call them any evening",),
        ("you are welcome to call",),
        "Write “welcome to call”.",
    ),
    missing(
        r"\b((?:like|want|hope) to (?:for|with|at) (?:you|your))\b",
        ("I would like to for you this fall.",),
        ("I want to work for you", "whom I want to be with"),
        "Say what you would like to do.",
    ),
    missing(
        r"\b(i would to)\b", ("I would to apply for it.",), ("I would like to apply.",), "Write “I would like to”."
    ),
)
