"""Misspelt words: those that are often misspelt, capitals or not, and lower-case words that no English dictionary has
and that are one slip away from a common word. Better quiet than wrong: names, technical terms, foreign words, anything
with a digit, a hyphen or an accent, and what this correspondence uses as a name are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.sloppiness import lexicon
from checks.sloppiness.hit import Hit, like

_WORD = re.compile(r"(?<![^\W_])(?<![\w.@/\\+#&$=~’'-])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@/\\+#&=~-]|\.\w|['’]\w)")
_LONGEST = 25
_SHORTEST = 4
_FOREIGN = frozenset("de la le les du des di da del della en al el los las y et und von van der den das die à".split())
_PREFIXES = (
    "anti auto bio co counter cross cyber de dis eco electro extra fore geo hydro hyper inter intra macro mega "
    "meta micro mid mini mis mono multi nano neuro non out over para photo post pre pro pseudo psycho quasi radio "
    "re self semi sub super tele thermo trans ultra un under up video"
).split()
_SUFFIXES = (
    "able ability ally ed er ers ery ful hood ing ish ism ist ists ize ise less like ly ness ship some ward wise y"
).split()


def find(masked: str, known: frozenset[str], seen: frozenset[str]) -> Iterator[Hit]:
    """Misspellings in a mask (page.py). `known` are never misspelt; `seen` are never judged by the dictionary alone."""
    words = [found for found in _WORD.finditer(masked) if found.end() - found.start() <= _LONGEST]
    strange = {found.start() for found in words if _strange(found.group())}
    if len(strange) > 8 and len(strange) > 0.3 * len(words):
        return  # not English, or not prose
    for at, found in enumerate(words):
        word = found.group()
        lower = word.lower().replace("’", "'")
        if lower in known:
            continue
        right = lexicon.misspellings().get(lower)
        if right is not None and not _may_be_name(masked, found):
            yield _hit(found, like(word, right))
        elif found.start() in strange and lower not in seen and not (at and words[at - 1].group().lower() in _FOREIGN):
            neighbours = [words[n].start() for n in (at - 1, at + 1) if 0 <= n < len(words)]
            if any(n in strange and abs(n - found.start()) <= _LONGEST for n in neighbours):
                # Two strange words side by side are a foreign or technical phrase, unless each is a plain slip.
                continue
            meant = _meant(lower)
            if meant:
                yield _hit(found, meant[0] if len(meant) == 1 else None, meant[0])


def _may_be_name(masked: str, found: re.Match[str]) -> bool:
    """Whether a capitalised word stands where a name would: in mid-sentence and between other words in lower case."""
    word = found.group()
    if not word[0].isupper() or word.isupper():
        return word.isupper() and len(word) < 5
    before = masked[max(0, found.start() - 2) : found.start()]
    return len(word) < 6 and bool(re.match(r"[a-z,]\s", before))


def _strange(word: str) -> bool:
    """Whether a lower-case word is in no list and no regular formation of words that are."""
    if not word.isascii() or not word.islower() or len(word) < _SHORTEST or word in lexicon.misspellings():
        return False
    accepted = lexicon.accepted()
    stem = word[:-2] if word.endswith(("'s", "s'")) else word
    if "'" in stem or stem in accepted or word in accepted:
        return False
    return not _formed(stem)


def _formed(word: str) -> bool:
    common, accepted = lexicon.common(), lexicon.accepted()
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4 and word[len(prefix) :] in common:
            return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 4 and (stem in lexicon.frequent() or (len(stem) > 5 and stem in accepted)):
            return suffix not in ("y", "ful", "er", "ed", "ly") or _doubtless(stem, suffix)
    if word.endswith("s") and len(word) > 5 and word[:-1] in accepted:
        return not word.endswith(("ys", "chs", "shs", "xs"))
    return any(word[:at] in common and word[at:] in common for at in range(3, len(word) - 2) if len(word) > 7)


def _doubtless(stem: str, suffix: str) -> bool:
    # "receiveed", "stoper" and "carefuly" are slips; "geekery" and "webber" are new words.
    if suffix in ("ed", "er", "y"):
        return stem[-1] not in "aeiouy" and not re.search(r"[^aeiou][aeiou][bdgmnprt]$", stem)
    return False


def _meant(word: str) -> list[str]:
    """The common words that may have been meant, the best guess first; none where it is likelier new."""
    if len(word) <= 5:
        # So short, nearly everything is near something: only swapped or doubled letters of an everyday word.
        close = lexicon.near(word, lexicon.frequent(), loose=False)
        return [w for w in close if len(word) > 4 and (sorted(w) == sorted(word) or set(w) == set(word))][:3]
    close = lexicon.near(word, lexicon.frequent(), loose=len(word) > 6)
    if close or len(word) < 8:
        return close[:3]
    return lexicon.near(word, lexicon.common(), loose=len(word) > 9)[:3]


def _hit(found: re.Match[str], correction: str | None, guess: str | None = None) -> Hit:
    meant = correction or guess
    return Hit(
        "spelling",
        found.start(),
        found.end(),
        f"“{found.group()}” is misspelt, and a careful reader stops there.",
        f"Write “{meant}”."
        if correction
        else f"Did you mean “{meant}”? Correct it, or add the word to your own words.",
        correction,
    )
