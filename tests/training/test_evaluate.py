"""The evaluation of a small corpus, from its files to what is printed, and the page that is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from checks import catalog
from checks.model import Finding, Message, Settings
from checks.text import NewText
from tests.imports import modules, resolve
from tests.training.mail import line, write
from training.corpus import LABELLED, read
from training.evaluate import HERE, PROBABILITIES, SPOILS, Places, main
from training.page import END, MEASURED, START
from training.readings import NOW, READER, VOICES, Probabilities, durations, read_all, settings
from training.tables import Table, markdown, plain

ADD = "Hi Sam,\n\nThank you for the interview on Monday. Please add me on LinkedIn.\n\nBest wishes,\nJo Marsh\n"
PROFILE = "Hi Sam,\n\nThank you for the interview on Monday. My LinkedIn profile is below.\n\nBest wishes,\nJo Marsh\n"
NEWS = "Hi Sam,\n\nHave you made a decision after my interview on Monday?\n\nBest wishes,\nJo Marsh\n"
FRIEND = "Hi Sam,\n\nThank you for the interview. Let us be friends where the photos are.\n\nBest wishes,\nJo Marsh\n"


def guess(message: Message, text: NewText) -> Mapping[str, float]:
    """Stands for the reader's probabilities: sure of LinkedIn, unsure of all else."""
    del message
    return dict.fromkeys(LABELLED, 0.15) | {"social-media": 0.85 if "LinkedIn" in text.text else 0.05}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A corpus of five messages and a page without figures."""
    write(
        tmp_path / "corpus" / "train" / "whole-01.jsonl",
        line("w001a", ADD, ("social-media",)),
        line("w001b", PROFILE, note="a reference"),
        line("w002", NEWS, ("thanks",)),
    )
    write(tmp_path / "corpus" / "held-out" / "short-01.jsonl", line("h001", FRIEND, ("social-media",), note="secret"))
    (tmp_path / "corpus" / "train" / "kinds.tsv").write_text("w001a\tthank-you\nw002\tfollow-up\n", "utf-8")
    write(tmp_path / "dev.jsonl", line("d001", FRIEND, ("social-media",), note="friends"))
    (tmp_path / "page.md").write_text(f"# Figures\n\n{START}\n{END}\n", "utf-8")
    return Places(tmp_path / "corpus", tmp_path / "dev.jsonl", tmp_path / "page.md")


def printed(
    places: Places, capsys: pytest.CaptureFixture[str], *arguments: str, reader: Probabilities | None = None
) -> str:
    """What is printed, but for the line of date and times."""
    assert main(["--jobs", "1", *arguments], places, reader) == 0
    lines = capsys.readouterr().out.splitlines()
    return "\n".join(each for each in lines if not each.startswith(MEASURED)).strip()


TRAIN = """\
== train: 3 messages, 1 of them clean, 1 minimal pairs.

By mistake, rules alone (in brackets: 95 % intervals)
  mistake       labelled  right  extra  missed          precision             recall               F0.5
  social-media         1      1      0       0  1.000 (0.21–1.00)  1.000 (0.21–1.00)  1.000 (1.00–1.00)
  presumption          0      0      0       0                  -                  -                  -
  thanks               1      1      0       0  1.000 (0.21–1.00)  1.000 (0.21–1.00)  1.000 (1.00–1.00)
  negativity           0      0      0       0                  -                  -                  -
  sloppiness           0      0      0       0                  -                  -                  -
  other-offers         0      0      0       0                  -                  -                  -

By message (in brackets: 95 % intervals)
                                                                   rules alone
  clean mail held                                    0 of 1: 0.000 (0.00–0.79)
  judged exactly                                     3 of 3: 1.000 (0.44–1.00)
  minimal pairs: both judged exactly                 1 of 1: 1.000 (0.21–1.00)
  minimal pairs: both right in what sets them apart  1 of 1: 1.000 (0.21–1.00)
  not read (taken for another language)              0 of 3: 0.000 (0.00–0.56)

By file, rules alone (precision / recall)
  file      messages  clean mail held  social-media  presumption       thanks  negativity  sloppiness  other-offers
  whole-01         3           0 of 1   1.00 / 1.00        - / -  1.00 / 1.00       - / -       - / -         - / -

By rule
  rule                 effect  hits          precision
  social-media.add-me    hold     1  1.000 (0.21–1.00)
  thanks.missing         hold     1  1.000 (0.21–1.00)

By kind of mail: 2 of 2: 1.000 (0.34–1.00) right
  kind       messages  precision  recall  taken for
  follow-up         1      1.000   1.000          -
  thank-you         1      1.000   1.000          -"""

DEV_ROW = """\
d001 (dev)  found: nothing; labelled: social-media
    note: friends
    missed social-media
    | Warehouse role
    | Hi Sam,
    | Thank you for the interview. Let us be friends where the photos are.
    | Best wishes,"""


def test_a_split_in_full(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(places, capsys, "train") == TRAIN


def test_wrong_rows_of_dev_come_with_their_words(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(places, capsys, "dev").endswith(f"\n\n{DEV_ROW}")
    assert DEV_ROW not in printed(places, capsys, "dev", "--mistake", "thanks")


def test_an_extra_finding_is_shown_with_what_it_points_at(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(places.dev.parent / "fresh.jsonl", line("f1", ADD, note="labelled wrongly on purpose"))
    assert "f1 (fresh)" not in printed(places, capsys, str(path))
    shown = printed(places, capsys, str(path), "--rows")
    assert "f1 (fresh)  found: social-media; labelled: nothing\n    note: labelled wrongly on purpose\n" in shown
    assert "    extra social-media.add-me: " in shown


def test_held_out_is_shown_only_to_who_insists(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(places.corpus / "held-out" / "short-01.jsonl")
    for asked in (["--rows"], ["held-out", "--rows"], [file, "--rows"], ["--markdown", "--show-held-out"]):
        shown = printed(places, capsys, *asked)
        assert "h001" not in shown
        assert "secret" not in shown
    assert main(["--jobs", "1", "held-out", "--show-held-out"], places) == 0
    shown, warned = capsys.readouterr()
    assert "h001 (short-01)  found: nothing; labelled: social-media\n    note: secret\n" in shown
    assert SPOILS in warned


def test_two_processes_find_what_one_finds(places: Places) -> None:
    rows = read(*sorted(places.corpus.glob("*/*.jsonl")))
    assert read_all(rows, guess, jobs=2) == read_all(rows, guess, jobs=1)


def test_a_reader_is_a_voice_of_its_own(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(places, capsys, "train", reader=guess)
    titles = [each for each in shown.splitlines() if each and not each.startswith((" ", "="))]
    assert titles == [
        *(f"By mistake, {voice} (in brackets: 95 % intervals)" for voice in VOICES),
        "By message (in brackets: 95 % intervals)",
        "By file, together (precision / recall)",
        "By rule",
        "By kind of mail: 2 of 2: 1.000 (0.34–1.00) right",
        "Calibration of the reader (predicted probability against what is labelled)",
    ]
    assert (
        shown.partition("Calibration")[2].partition("\n")[2]
        == """\
  predicted   judgements   mean   true  social-media  presumption  thanks  negativity  sloppiness  other-offers
  0.0 to 0.1           1  0.050  0.000        0 of 1            -       -           -           -             -
  0.1 to 0.2          15  0.150  0.067             -       0 of 3  1 of 3      0 of 3      0 of 3        0 of 3
  0.8 to 0.9           2  0.850  0.500        1 of 2            -       -           -           -             -"""
    )


def test_each_voice_is_heard_alone() -> None:
    """Findings of rules and of the reader, put through the levels of each voice as the catalog does."""
    spoken = Finding("thanks", "thanks.missing", "hold", "", "", "body")
    read_out = replace(spoken, rule="thanks.reader")
    heard = {
        voice: [each.rule for each in (spoken, read_out) if settings(voice).level(each.mistake, each.rule) != "off"]
        for voice in VOICES
    }
    assert heard == {
        "together": ["thanks.missing", "thanks.reader"],
        "rules alone": ["thanks.missing"],
        "reader alone": ["thanks.reader"],
    }
    assert set(READER) == {f"{mistake}.reader" for mistake in LABELLED}


def test_together_is_what_users_get(places: Places) -> None:
    (row,) = read(places.dev)
    message = row.message
    found = catalog.find(message, (), (), NOW, Settings())
    assert settings("together") == Settings()
    assert read_all([row], guess, jobs=1)[0].findings["together"] == found.findings


def test_messages_are_timed_after_a_few_that_warm(places: Places) -> None:
    (row,) = read(places.dev)
    assert durations([row] * 10) == []
    taken = durations([row] * 600, total=4)
    assert len(taken) == 4
    assert min(taken) > 0


# The page


def test_the_page_is_written_and_then_holds(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    one = ["--jobs", "1"]
    assert main([*one, "--check"], places) == 1
    assert "+### train" in capsys.readouterr().out
    assert main([*one, "--write"], places) == 0
    assert main([*one, "--check"], places) == 0
    text = places.page.read_text("utf-8")
    figures = text.partition(START)[2].partition(END)[0]
    assert [each for each in text.splitlines() if each.startswith("### ")] == ["### held-out", "### dev", "### train"]
    capsys.readouterr()
    assert printed(places, capsys, "--markdown", reader=PROBABILITIES) in figures
    places.page.write_text(text.replace("| social-media | 1 | 1 |", "| social-media | 1 | 0 |", 1), "utf-8")
    assert main([*one, "--check"], places) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [each[:29] for each in lines if each.startswith(("-|", "+|"))] == [
        "-| social-media | 1 | 0 | 0 |",
        "+| social-media | 1 | 1 | 0 |",
    ]


def test_without_dev_the_rest_is_compared_and_nothing_written(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--jobs", "1", "--write"], places)
    before = places.page.read_text("utf-8")
    places.dev.unlink()
    assert main(["--jobs", "1", "--check"], places) == 0
    assert capsys.readouterr().out == "dev isn't here and was not compared\npage.md says what is measured\n"
    with pytest.raises(SystemExit, match="2"):
        main(["--jobs", "1", "--write"], places)
    assert "Nothing was written" in capsys.readouterr().err
    assert places.page.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["train", "--check"], "leave out SPLIT and FILE"),
        (["--write", "--check"], "not allowed with"),
        (["nowhere.jsonl"], "nowhere.jsonl"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments, places)
    assert said in capsys.readouterr().err


def test_the_page_that_is_committed_has_its_place_for_figures() -> None:
    text = HERE.page.read_text("utf-8")
    assert text.count(START) == text.count(END) == 1


# Its parts


def test_a_table_in_both_forms() -> None:
    table = Table("Fruit", ("name", "count"), (("apple", "5"), ("fig", "12")))
    assert plain(table) == "Fruit\n  name   count\n  apple      5\n  fig       12\n"
    assert markdown(table) == "**Fruit**\n\n| name | count |\n| --- | ---: |\n| apple | 5 |\n| fig | 12 |\n"


def test_nothing_heavy_is_on_the_way_to_the_evaluation() -> None:
    """`make eval` needs no more than tactful itself does."""
    known = {module.name: module for package in ("training", "checks") for module in modules(package)}
    todo, seen, outside = ["training.evaluate"], set(), set()
    while todo:
        name = todo.pop()
        seen.add(name)
        for imported, _ in known[name].imported():
            ours = resolve(imported, known)
            outside |= set() if ours else {imported.partition(".")[0]}
            todo += [ours] if ours and ours not in seen else []
    assert "training.figures" in seen
    assert outside & {"torch", "onnx", "safetensors", "proxy"} == set()
