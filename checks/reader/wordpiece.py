"""WordPiece, as BERT reads text: small letters, no accents, words cut into known pieces, each with its place.

After "Google's Neural Machine Translation System" (Wu et al. 2016), section 4.1, in the form of BERT's uncased
vocabulary. Own code, because the well-kept library for it brings a download client along; a table made with that
library is the test. Pure; linear in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST = 100
"""Code points of a word; a longer one is unknown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece's number in the vocabulary, and the code points of the text that it stands for."""

    id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces that are known, each with its number; those inside a word begin with "##"."""

    pieces: Mapping[str, int]

    @staticmethod
    def read(lines: str) -> Vocabulary:
        """From a vocabulary file: one piece a line, numbered from 0."""
        return Vocabulary({piece: number for number, piece in enumerate(lines.splitlines())})

    def special(self, name: str) -> int:
        """The number of "[CLS]" and its like. Raises KeyError."""
        return self.pieces[name]

    def cut(self, text: str, start: int = 0) -> Iterator[Piece]:
        """The pieces of a text; `start` is added to their places."""
        for word in _words(text):
            yield from self._pieces(word, start)

    def _pieces(self, word: list[tuple[str, int]], base: int) -> Iterator[Piece]:
        letters = "".join(letter for letter, _ in word)
        first, last = base + word[0][1], base + word[-1][1] + 1
        unknown = Piece(self.pieces["[UNK]"], first, last)
        if len(letters) > LONGEST:
            yield unknown
            return
        found: list[Piece] = []
        at = 0
        while at < len(letters):
            for end in range(len(letters), at, -1):
                number = self.pieces.get(("##" if at else "") + letters[at:end])
                if number is not None:
                    found.append(Piece(number, base + word[at][1], base + word[end - 1][1] + 1))
                    at = end
                    break
            else:
                yield unknown
                return
        yield from found


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """Words as letters with their places; each sign of punctuation and each ideograph is a word of its own."""
    word: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char.isspace():
            if word:
                yield word
                word = []
            continue
        for letter in _plain(char):
            if _alone(letter):
                if word:
                    yield word
                    word = []
                yield [(letter, at)]
            else:
                word.append((letter, at))
    if word:
        yield word


def _plain(char: str) -> str:
    """Small letters without accents; nothing for control and format characters."""
    if char.isascii():
        return char.lower() if char.isprintable() else ""
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") or char == "\ufffd":
        return ""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(letter) != "Mn"
    )


def _alone(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum()
    return unicodedata.category(letter).startswith("P") or _ideograph(ord(letter))


def _ideograph(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )
