"""What somebody has: the nouns that show that "your", "their" or "its" was meant."""

from __future__ import annotations

import re

from checks.sloppiness.nouns import FUNCTION, plural, singular
from checks.sloppiness.verbs import INGS

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
