"""What somebody has: the nouns that show that "your", "their" or "its" was meant."""

from __future__ import annotations

import re

from checks.sloppiness import lexicon
from checks.sloppiness.nouns import FUNCTION, plural, singular
from checks.sloppiness.verbs import BASES, INGS

THINGS = (
    r"(?:own|wife|husband|company|team|name|number|email|reply|time|job|office|website|help|advert|ad|"
    r"consideration|shop|store|firm|"
    r"school|business|staff|manager|phone|address|message|response|offer|decision|convenience|feedback|"
    r"interview|patience|support|letter|note|vacancy|call|visit|kindness|door|notice|colleagues|people|factory|crew)"
)

_ALSO_OTHERWISE = frozenset(
    "well right open clean free kind busy clear close hard good fine cold late early just quite almost man time work "
    "home back good one great bit lot people half winter summer spring autumn morning evening night today tomorrow "
    "yesterday monday friday saturday sunday tuesday wednesday thursday pity shame true fun news business hell rain "
    "only nice like still even that light dark dry wet cool warm quiet second past real round square hot safe sound "
    "human due worth natural general individual native professional welcome local ready sure off welcome level".split()
)


def thing(found: re.Match[str]) -> bool:
    """Whether the word after it is plainly a thing that somebody has."""
    word = found.group("noun").lower()
    if word in FUNCTION or word in INGS or word in _ALSO_OTHERWISE:
        return False
    return singular(word) or plural(word)


def noun(word: str) -> bool:
    """Whether a lower-case word is most likely a noun and hardly anything else, also where it isn't an everyday one."""
    if word in FUNCTION or word in INGS or word in _ALSO_OTHERWISE or word in _PREDICATES:
        return False
    if word.endswith(("ed", "ly", "ing", "able", "ible", "ful", "ous", "ive", "ary", "less", "est")):
        return False
    if singular(word) or plural(word):
        return True
    return word in lexicon.common() and word + "s" in lexicon.common() and word not in BASES


def wide_thing(found: re.Match[str]) -> bool:
    """Whether the word after it is a thing that somebody has, everyday or not."""
    return noun(found.group("noun").lower())


_PREDICATES = frozenset(
    "able afraid aware awake alive alone away available likely certain careful fair wrong possible necessary important "
    "interesting true false strange odd funny sad angry sorry glad clear nice lovely great kind sweet rare common wise "
    "best better worse worst enough more less much many few most both all left gone done told said made known seen "
    "sent "
    "called not now then so too very still never always often soon ever again also maybe perhaps such quite rather "
    "two three four five six seven eight nine ten eleven twelve noon midnight what who how why where when which whose "
    "raining snowing boss to up down in out off on over under my your his her our their mine yours ours".split()
)
