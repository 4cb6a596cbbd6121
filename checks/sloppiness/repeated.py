"""A word that is there twice, but for those that are doubled on purpose ("very very", "had had", "that that")."""

from __future__ import annotations

import re

from checks.sloppiness import lexicon
from checks.sloppiness.rule import Rule

_SMALL = frozenset(
    "the a an to of and with your was be are this from at our would will if or has who my their these those i for not "
    "but have can could we he they which when because isn't don't i'm it's than been as were should shall may on in at "
    "by with is into".split()
)
_ON_PURPOSE = frozenset(
    "very really much many more long good great big small little well far never ever always again over please thank "
    "thanks sorry help wait now then there here what where how that had only just still quite really too super totally "
    "even proper right sure okay fine nice kind happy lovely busy hard deep high low old new real true away down back "
    "round around about through along bye ding knock night same tick drip cheep blah yeah hear work home slowly "
    "quickly "
    "early late soon days hours years miles weeks months million double extra pretty dear boys girls love hello come "
    "cous pili walla bora hush there's them her him you face side hand step door word time year week month bumper "
    "coach shop first last next least most less half both one two three four five six seven eight nine ten".split()
)

_APART = re.compile(
    r"\b(?:(?:come|comes|came|coming|go|goes|went|going|log|logs|logged|move|moves|moved|get|gets|got|carry|carried|"
    r"hand|"
    r"handed|turn|turned|put|keep|kept|hold|held|switch|switched|check|checked|drop|dropped|hang|clock|clocked|sign|"
    r"signed|"
    r"book|booked|tune|stay|stayed|join|joined|settle|settled|cut|fill|filled|live|lived|step|break|phone|ring|rang|"
    r"call|"
    r"send|sent|bring|brought|carrying|them|it|me|you|him|her|lights?|heating|started|stand|pass|passed) $|"
    r"(?:what|where|who|how|thing|problem|point|question|truth|trouble|all)\b[^.!?]*$)",
    re.IGNORECASE,
)
"""Before "in in", "on on", "is is": what makes two words of them ("come in in the morning", "what it is is clear")."""


def _slip(found: re.Match[str]) -> bool:
    word = found.group("word").lower().replace("’", "'")
    if word in ("on", "in", "is", "by") and _APART.search(found.string[max(0, found.start() - 40) : found.start()]):
        return False
    if word in _SMALL:
        return True
    return len(word) > 3 and word not in _ON_PURPOSE and word in lexicon.frequent() and found.group("word").islower()


RULES: tuple[Rule, ...] = (
    Rule(
        "repeated-word",
        r"(?<![\w'-])(?P<at>(?P<word>[a-z]+(?:'[a-z]+)?) (?P=word))(?![\w'-]| (?P=word)\b)",
        "The word is there twice: “{}”.",
        fix=lambda found: found.group("word"),
        when=_slip,
        finds=(
            "introducing me to the the girls",
            "I want to to go",
            "it isn't isn't often",
            "The window wants wants a cord.",
            "six friends who who know",
            "my reply reply to it",
            "Thursday is is better for me.",
            "a mill in in Hull",
            "I leave on on 28 May.",
        ),
        passes=(
            "I had had it",
            "the theme",
            "I know that that works",
            "It was a very very long day.",
            "the the-o-meter",
            "Walla Walla and Baden Baden",
            "no no, bye bye",
            "I gave her her keys.",
            "waiting, waiting",
            "work work work",
            "what you do do well",
            "I come in in the mornings.",
            "What it is is a lift.",
            "I log on on Mondays.",
        ),
    ),
)
