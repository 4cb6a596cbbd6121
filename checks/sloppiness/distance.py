"""A noun and its verb with some words between them: "the ladders by the silo has", "two boats is waiting"."""

from __future__ import annotations

import re

from checks.sloppiness.frames import FIRST, OF_SOMEBODY, SENTENCE, SMALL_NUMBER, before, misfit
from checks.sloppiness.nouns import FUNCTION, PEOPLE_PLURAL, plural, singular
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import noun
from checks.sloppiness.verbs import AGREEING, INGS, PARTICIPLES, PASTS, THIRDS

_IN = (
    r"(?:in|on|by|at|from|with|without|of|for|near|behind|under|over|above|below|beside|outside|inside|"
    r"to|about|along|across)"
)
_WISHED = re.compile(
    r"\b(?:ask|suggest|recommend|insist|requir|request|demand|propos|prefer|essential|important|vital|wish|if|though|"
    r"lest|let|would rather|only)\w*\b[^.!?]*$"
)
_GROUPS = frozenset(
    "number lot majority rest variety range couple pair group team series half handful dozen set bunch host total "
    "mob gang lads minority percentage quarter third plenty kind sort type none".split()
)


def _plain(found: re.Match[str]) -> bool:
    """Whether the noun between them is one, and nothing before them asks for a subjunctive."""
    inner = found.group("inner").lower().split()
    if not inner or inner[-1] in FUNCTION or any(word in FUNCTION for word in inner[:-1]):
        return False
    return not _WISHED.search(before(found))


def _many(found: re.Match[str]) -> bool:
    first = found.group("noun").lower()
    return _plain(found) and (plural(first) or first in PEOPLE_PLURAL) and not plural(found.group("inner").split()[-1])


def _one(found: re.Match[str]) -> bool:
    first = found.group("noun").lower()
    return _plain(found) and singular(first) and first not in _GROUPS and not found.group("inner").endswith("ing")


def _one_base(found: re.Match[str]) -> bool:
    form = found.group("form").lower()
    return (
        _one(found) and form in AGREEING and form not in ("open", "clean", "close", "complete", "look", "hope", "love")
    )


def _many_third(found: re.Match[str]) -> bool:
    form = found.group("form").lower()
    return _many(found) and form in (THIRDS | {"interests", "concerns", "covers", "holds", "fits"}) - {
        "works",
        "calls",
        "starts",
        "stops",
        "offers",
        "plans",
        "uses",
        "needs",
    }


def _counted(found: re.Match[str]) -> bool:
    word = found.group("noun").lower()
    if not (plural(word) or word in PEOPLE_PLURAL) or word in _GROUPS:
        return False
    form = found.group("form").lower()
    return (
        form in INGS
        or form in PARTICIPLES
        or form in PASTS
        or form.endswith("ing")
        or form
        in (
            "ready",
            "empty",
            "full",
            "closed",
            "open",
            "missing",
            "late",
            "free",
            "available",
            "broken",
            "there",
            "here",
            "still",
        )
    )


def _had(word: str) -> bool:
    return noun(word) or word in ("wife", "husband", "child", "man", "woman")


RULES: tuple[Rule, ...] = (
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|these|those|their|"
        rf"all the) (?:[a-z]+ )?(?P<noun>[a-z]+) {_IN} {OF_SOMEBODY} "
        r"(?P<inner>[a-z]+(?: [a-z]+)?) (?P<at>(?:is|was|has|does))(?!['-])\b(?! (?:what|why|how|where|that|"
        r"because)\b)",
        ("The ladders by the silo has lost their feet.", "The records in the back office is old."),
        (
            "The ladders by the silo have lost their feet.",
            "The news in the paper is bad.",
            "The days in the shop where he is",
            "The last three weeks in the shop was a joy.",
            "The one thing of my hopes is",
        ),
        "More than one takes “are”, “were” or “have”.",
        _many,
    ),
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|these|those|their|"
        rf"all the) (?:[a-z]+ )?(?P<noun>[a-z]+) {_IN} {OF_SOMEBODY} "
        r"(?P<inner>[a-z]+(?: [a-z]+)?) (?P<at>(?P<form>[a-z]+s))(?= (?:me|us|you|him|her|them|the|a|an|my|your|"
        r"our)\b)",
        ("The records in the back office interests me.", "The boxes on the shelf contains the files."),
        ("The boxes on the shelf interest me.", "The bags of my friend James the cook"),
        "More than one takes a verb without -s.",
        _many_third,
    ),
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|this|that|a|an|one) (?:[a-z]+ )?(?P<noun>[a-z]+) {_IN} {OF_SOMEBODY} "
        r"(?P<inner>[a-z]+(?: [a-z]+)?) (?P<at>(?:are|were|have|do))(?!['-])\b(?! (?:not )?(?:you|i|we|they)\b)",
        ("A man without a ticket were calling me names.", "The key to the doors are here."),
        (
            "The rest of the shops are shut.",
            "A number of the staff are ill.",
            "The look on the faces you have is kind.",
            "I asked that the man in the hall have a key.",
            "If a man in the yard were to fall",
        ),
        "One thing takes “is”, “was” or “has”.",
        _one,
    ),
    misfit(
        rf"{SENTENCE}(?:the|my|your|our|his|her|this|that|a|an|"
        rf"one) (?:[a-z]+ )?(?P<noun>[a-z]+) {_IN} (?:{OF_SOMEBODY}|[A-Z]?[a-z]+'s) "
        r"(?P<inner>[a-z]+(?: [a-z]+)?) (?P<at>(?P<form>[a-z]+))(?= (?:me|us|you|him|her|them|the|a|an|my|your|our|"
        r"for|in|on)\b)",
        ("The crack in the cello follow the grain.", "The sign at the gate say the hours."),
        (
            "Does the crack in the cello follow the grain?",
            "The crack in the cello follows it.",
            "Let the man in the hall show the way.",
        ),
        "One thing takes a verb in -s: “follows”.",
        _one_base,
    ),
    misfit(
        rf"{SENTENCE}(?:the|these|those|my|all the) (?P<noun>[a-z]+) (?:that |which )?(?:i|you|we|they) (?:also |"
        rf"still |had |have |"
        rf"now )?(?P<inner>need|have|sent|want|wanted|needed|bring|brought|gave|made|received|asked for|attached|"
        rf"enclosed|sold|"
        rf"use|used|saw|mentioned|showed|wrote|found) (?P<at>(?:is|was|has))\b",
        ("The arrangements that I need is more time.", "The documents you sent was clear."),
        ("The arrangements that I need are few.", "The news you sent was kind.", "The one I need is here."),
        "More than one takes “are”, “were” or “have”.",
        lambda found: plural(found.group("noun").lower()),
    ),
    misfit(
        rf"{SENTENCE}(?:these |those |the |my |both |all |some |many |several |only )?(?:{SMALL_NUMBER}|these|those|"
        rf"both|many|several|few) "
        r"(?:[a-z]+ )?(?P<noun>[a-z]+) (?P<at>(?:is|was|has)) (?:now |still |already |also )?(?P<form>[a-z]+)\b",
        ("Two boats is waiting.", "These doors was closed.", "Both keys has gone."),
        ("Two weeks is enough.", "Ten pounds was lost.", "Two boats are waiting.", "One of those doors was closed."),
        "More than one takes “are”, “were” or “have”.",
        _counted,
    ),
    misfit(
        r"\b(?P<at>(?:both|many|most|some|all|few|several|two|three) of (?:them|us|you) (?:is|was|has))\b(?! it\b)",
        ("Both of them is at an early stage.",),
        ("All of us is a lot.", "All of it is here.", "One of them is here."),
        "More than one takes “are”, “were” or “have”.",
        lambda found: not re.match(r"all of us is|some of you is", found.group().lower()),
    ),
    misfit(
        rf"{SENTENCE}(?P<at>(?:each|either|one|every one) of (?:the|my|your|our|these|those|his|her|their|them|"
        rf"us) ?(?P<noun>[a-z]+)? "
        r"(?:were|are|have))\b",
        ("Each of the rooms were built around one sound.", "One of my friends are there."),
        ("Each of the rooms was built.", "If one of the doors were open", "One of the people who are kind"),
        "“One” and “each” take “is”, “was” or “has”.",
        lambda found: (
            not _WISHED.search(before(found)) and (not found.group("noun") or plural(found.group("noun").lower()))
        ),
    ),
    misfit(
        rf"\b(?P<at>(?:the )?(?:remaining|other|last|first|next) {SMALL_NUMBER} (?:is|was|has))\b",
        ("The remaining three was not intended.",),
        ("The remaining three were fine.", "The first one was.", "on page two is"),
        "More than one takes “are”, “were” or “have”.",
        lambda found: found.group().lower().startswith("the "),
    ),
    misfit(
        rf"{SENTENCE}(?P<at>(?:(?:my|the|his|her|your) (?P<noun>[a-z]+) and (?:my|the|his|her|your) (?P<inner>[a-z]+)|"
        rf"(?:you|he|she|my [a-z]+) and i|(?P<same>[a-z]+) {SMALL_NUMBER} and (?P=same) {SMALL_NUMBER}) (?:is|was|has|"
        rf"am))\b",
        ("My wife and my son is here.", "My wife and I was glad.", "Hive six and hive nine has the same queen."),
        ("My wife and I were glad.", "My friend and mentor is kind.", "The door is the gate and the way was long."),
        "Two take “are”, “were” or “have”.",
        lambda found: (
            not found.group("noun") or (_had(found.group("noun").lower()) and _had(found.group("inner").lower()))
        ),
    ),
    misfit(
        rf"{FIRST}(?P<at>them (?:is|are|was|were|has))\b",
        ("Them is slates you don't see anymore.",),
        ("Them I like.", "of them is"),
        "Write “those are”, “they are”.",
    ),
    misfit(
        rf"{SENTENCE}(?:the|this|my|your|our) (?P<inner>[a-z]+ing|[a-z]+tion|[a-z]+ment|photo|photograph|picture|"
        rf"letter|"
        rf"form|door|engine|machine|company|firm|advert|song|book|story) (?P<at>(?P<form>show|make|need|help|give|"
        rf"take|say|tell|"
        rf"want|know|bring|seem|include|contain|begin|belong|explain))(?= (?:me|us|you|him|her|them|the|a|an|my|your|"
        rf"our|that|to)\b)",
        ("The recording show my home.", "This letter explain the matter.", "The company need a cook."),
        ("The recording shows my home.", "Let the letter explain the matter.", "The training help you gave"),
        "One thing takes a verb in -s: “shows”.",
        lambda found: (
            not _WISHED.search(before(found)) and found.group("inner") not in ("meeting", "training", "building")
        ),
    ),
)
