"""English words by how common they are, British, American, Canadian and Australian alike, and known misspellings.

The lists are data files of this package (words/, made from SCOWL, see words/COPYING), so they are there wherever the
package is: no dictionary of the system, no native library, no path that a locale could break. Loaded at first use.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import ascii_lowercase


@cache
def frequent() -> frozenset[str]:
    """About 11,000 words that everybody uses."""
    return _list("frequent.txt")


@cache
def common() -> frozenset[str]:
    """About 46,000 words that most people know, the frequent ones included."""
    return frequent() | _list("common.txt")


@cache
def accepted() -> frozenset[str]:
    """All that is never a misspelling in lower case: about 130,000 words and names."""
    return common() | _list("rare.txt") | _list("names.txt") | _list("newer.txt")


@cache
def names() -> frozenset[str]:
    """Names of people and places that are not also English words, in lower case."""
    return _list("names.txt")


@cache
def misspellings() -> dict[str, str]:
    """Misspelling -> what was meant, for words that are often misspelt."""
    lines = _text("misspellings.txt").splitlines()
    return {wrong: right for wrong, _, right in (line.partition(" ") for line in lines)}


def near(word: str, among: frozenset[str], *, loose: bool) -> list[str]:
    """The words of `among` that are one slip away from `word` (lower case), the likeliest slips first: two letters
    swapped, a letter doubled or single where it should not be, one missing; `loose`: also one wrong or too many.
    """
    splits = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    groups = [
        [word[1::-1] + word[2:]] + [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1],
        [a + b[1:] for a, b in splits if b and a[-1] == b[0]],
        [a + a[-1] + b for a, b in splits],
        [a + letter + b for a, b in splits for letter in ascii_lowercase],
    ]
    if loose:
        groups.append([a + letter + b[1:] for a, b in splits if b for letter in ascii_lowercase])
        groups.append([a + b[1:] for a, b in splits if b])
    return list(dict.fromkeys(near for group in groups for near in group if near in among and near != word))


def _list(name: str) -> frozenset[str]:
    return frozenset(_text(name).split())


def _text(name: str) -> str:
    return (files("checks.sloppiness") / "words" / name).read_text(encoding="utf-8")
