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
_ALSO_WORDS = {"teh": frozenset("a an my of".split())}
"""Misspellings that are words behind some others: tea ("a teh tarik")."""
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
    strange = {found.start() for found in words if _strange(_begun(masked, found))}
    if len(strange) > 8 and len(strange) > 0.3 * len(words):
        return  # not English, or not prose
    for at, found in enumerate(words):
        word = found.group()
        lower = word.lower().replace("’", "'")
        if lower in known:
            continue
        right = lexicon.misspellings().get(lower)
        if lower in _ALSO_WORDS and at and words[at - 1].group().lower() in _ALSO_WORDS[lower]:
            right = None
        if right is not None and not _may_be_name(masked, found):
            yield _hit(found, like(word, right))
        elif found.start() in strange and lower not in seen and not (at and words[at - 1].group().lower() in _FOREIGN):
            neighbours = [words[n].start() for n in (at - 1, at + 1) if 0 <= n < len(words)]
            if any(n in strange and abs(n - found.start()) <= _LONGEST for n in neighbours):
                # Two strange words side by side are a foreign or technical phrase, unless each is a plain slip.
                continue
            meant = _meant(lower)
            if word[0].isupper() and (len(word) < 7 or len(meant) != 1):
                continue  # it may be a name after all
            if meant:
                yield _hit(found, like(word, meant[0]) if len(meant) == 1 else None, like(word, meant[0]))


def _begun(masked: str, found: re.Match[str]) -> str:
    """The word, in small letters where it only has its capital for beginning a sentence behind another one."""
    word = found.group()
    if word[1:].islower() and masked[max(0, found.start() - 2) : found.start()] in (
        ". ",
        "! ",
        "? ",
        "\n\n",
        ", \n",
        "\x1f\x1f",
    ):
        return word.lower()
    return word


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
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and (rest in common or _stem(rest) in lexicon.frequent()):
            return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 4 and (stem in lexicon.frequent() or (len(stem) > 5 and stem in accepted)):
            return suffix not in ("y", "ful", "er", "ed", "ly") or _doubtless(stem, suffix)
    if word.endswith(("er", "ers")) and word.removesuffix("s")[:-1] in accepted:
        return True  # who or what does it: a resurfacer, a chancer
    if word.endswith("s") and len(word) > 5 and word[:-1] in accepted:
        return not word.endswith(("ys", "chs", "shs", "xs"))
    return any(word[:at] in common and word[at:] in common for at in range(3, len(word) - 2) if len(word) > 7)


def _stem(word: str) -> str:
    """A word without its ending: "hairing" -> "hair"."""
    return next((word.removesuffix(end) for end in ("ing", "ed", "er", "ers") if word.endswith(end)), word)


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
    if close:
        return close[:3]
    if len(word) < 8:
        doubled = lexicon.near(word, lexicon.common(), loose=False)
        return doubled if len(doubled) == 1 and set(doubled[0]) == set(word) else []
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
