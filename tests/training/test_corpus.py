"""Labelled mail read: rows, families, pairs, and what differs between twins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.mail import line, write
from training.corpus import differs, families, pairs, read, split


def test_a_row(tmp_path: Path) -> None:
    (tmp_path / "kinds.tsv").write_text("w001\tfollow-up\n", "utf-8")
    path = write(
        tmp_path / "whole-01.jsonl",
        line("w001", "Any news?", ("thanks",), note="nudge", reply=True, attachments=["cv.pdf"]),
        line("w002", "Hello."),
    )
    row, other = read(path)
    assert (row.id, row.note, row.kind, row.file) == ("w001", "nudge", "follow-up", "whole-01")
    assert row.labels == {"thanks"}
    assert (row.message.subject, row.message.body) == ("Warehouse role", "Any news?")
    assert row.message.sender.address == "jo.marsh@mail.example"
    assert [person.name for person in row.message.to] == ["Sam Field"]
    assert [attachment.name for attachment in row.message.attachments] == ["cv.pdf"]
    assert row.message.reply
    assert (other.labels, other.kind, other.message.reply) == (frozenset(), "", False)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param([("w1", ""), ("w2", "")], [["w1"], ["w2"]], id="strangers"),
        pytest.param([("w014a", ""), ("w015", ""), ("w014b", "")], [["w014a", "w014b"], ["w015"]], id="letters"),
        pytest.param([("s7", "pair of s9: hopeful"), ("s9", "")], [["s7", "s9"]], id="note"),
        pytest.param([("s7", "twin of s9"), ("s9", "pair of s7")], [["s7", "s9"]], id="both say so"),
        pytest.param([("s3", "pair of s9"), ("s5", "pair of s9"), ("s9", "")], [["s3", "s5", "s9"]], id="three"),
        pytest.param([("s3", "pair of s5"), ("s9", "pair of s5"), ("s5", "")], [["s3", "s9", "s5"]], id="chain"),
        pytest.param([("w4a", "pair of w4b"), ("w4b", ""), ("w4", "")], [["w4a", "w4b", "w4"]], id="both ways"),
        pytest.param([("s7", "not a pair of s9"), ("s9", "")], [["s7"], ["s9"]], id="only where the note begins so"),
        pytest.param([("intro", ""), ("intra", "")], [["intro"], ["intra"]], id="a letter without a number"),
    ],
)
def test_families(tmp_path: Path, rows: list[tuple[str, str]], found: list[list[str]]) -> None:
    path = write(tmp_path / "short-01.jsonl", *(line(name, name, note=note) for name, note in rows))
    assert [[row.id for row in family] for family in families(read(path)).values()] == found


def test_twins_may_stand_in_two_files(tmp_path: Path) -> None:
    one = write(tmp_path / "short-01.jsonl", line("s1", "x"))
    two = write(tmp_path / "short-02.jsonl", line("s2", "y", note="pair of s1"))
    assert len(families(read(one, two))) == 1


def test_pairs_are_labelled_differently(tmp_path: Path) -> None:
    rows = [
        *(line("w1a", "x", ("thanks",)), line("w1b", "y")),
        *(line("w2a", "x"), line("w2b", "y")),
        *(line("w3a", "x"), line("w3b", "y"), line("w3c", "z", ("thanks",)), line("w3d", "q", ("negativity",))),
    ]
    found = [(one.id, other.id) for one, other in pairs(read(write(tmp_path / "whole-01.jsonl", *rows)))]
    assert found == [("w1a", "w1b"), ("w3a", "w3c"), ("w3b", "w3d")]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('{"id": "w1"}', "'from_name'"),
        ("[]", "list indices"),
        ("{", "Expecting property name"),
    ],
)
def test_what_is_no_row_is_named(tmp_path: Path, broken: str, said: str) -> None:
    path = write(tmp_path / "whole-01.jsonl", line("w1", "x"))
    path.write_text(path.read_text("utf-8") + broken, "utf-8")
    with pytest.raises(ValueError, match=rf"whole-01.jsonl, line 2 is no row.*{re.escape(said)}"):
        read(path)


def test_an_unknown_label_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "whole-01.jsonl", line("w1", "x", ("rudeness",)))
    with pytest.raises(ValueError, match="rudeness: no such label"):
        read(path)


@pytest.mark.parametrize(
    ("one", "other", "stretches"),
    [
        ("I start Monday, Sam.", "I could start Monday, Sam.", []),
        ("I could start Monday.", "I start Monday.", ["could"]),
        ("Thanks. See you at my desk.", "Thanks. See you at your desk.", ["my"]),
        ("Hurry up, please. Jo", "Hello.\n\nJo", ["Hurry up, please."]),
        ("Same words", "Same  words", []),
        ("", "x", []),
    ],
)
def test_what_differs(one: str, other: str, stretches: list[str]) -> None:
    assert [one[start:end] for start, end in differs(one, other)] == stretches


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_what_differs_lies_in_order_and_within(one: str, other: str) -> None:
    ends = [place for stretch in differs(one, other) for place in stretch]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(one) for place in ends)
    assert differs(one, one) == []


@pytest.mark.parametrize("name", ["train", "held-out"])
def test_the_corpus_can_be_read(name: str) -> None:
    rows = split(name)
    assert len({row.id for row in rows}) == len(rows) > 0
    assert len(list(pairs(rows))) * 3 > len(rows) / 2
