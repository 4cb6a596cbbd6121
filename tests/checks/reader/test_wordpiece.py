"""Pieces of words: those that the library gives with which the encoder's body was trained, at the same places."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reader.wordpiece import LONGEST, Vocabulary

KNOWN = [json.loads(line) for line in (Path(__file__).parent / "pieces.jsonl").read_text("utf-8").splitlines()]
"""Made with tokenizers 0.22 (BertTokenizerFast of all-MiniLM-L6-v2)."""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.read((files("checks.reader") / "model" / "vocab.txt").read_text("utf-8"))


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: repr(known["text"][:24]))
def test_pieces_are_those_of_the_library(vocabulary: Vocabulary, known: dict[str, object]) -> None:
    pieces = list(vocabulary.cut(str(known["text"])))
    assert [piece.id for piece in pieces] == known["ids"]
    assert [[piece.start, piece.end] for piece in pieces] == known["places"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_cut_in_its_order_and_inside_it(vocabulary: Vocabulary, text: str) -> None:
    at = 0
    for piece in vocabulary.cut(text, start=5):
        assert at <= piece.start - 5 <= piece.end - 5 <= len(text)
        at = piece.start - 5


def test_a_word_that_is_too_long_is_one_unknown_piece(vocabulary: Vocabulary) -> None:
    [piece] = vocabulary.cut("y" * (LONGEST + 1))
    assert (piece.id, piece.start, piece.end) == (vocabulary.special("[UNK]"), 0, LONGEST + 1)


def test_a_vocabulary_numbers_its_lines() -> None:
    small = Vocabulary.read("[UNK]\nmow\n##ing\nthe\n")
    assert [piece.id for piece in small.cut("Mowing the lawn")] == [1, 2, 3, 0]
