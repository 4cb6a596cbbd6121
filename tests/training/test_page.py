"""The measured part of a page: renewed in place, compared with what was committed."""

from __future__ import annotations

import pytest

from training.page import END, START, differences, missing, renewed

FIGURES = "Measured on 1 May 2025. 12 ms\n\n### held-out\n\n| thanks | 0.9 |\n\n### dev\n\n| thanks | 1.0 |\n"
PAGE = renewed(f"# How well\n\nBefore.\n\n{START}\n{END}\n\nAfter.\n", FIGURES)


def test_it_is_renewed_in_place() -> None:
    assert f"# How well\n\nBefore.\n\n{START}\n\n{FIGURES}\n{END}\n\nAfter.\n" == PAGE
    assert renewed(PAGE, FIGURES) == PAGE
    assert renewed(renewed(PAGE, "other"), FIGURES) == PAGE


@pytest.mark.parametrize("page", ["", START, END, f"{END}{START}", PAGE + START, PAGE + END])
def test_without_its_markers_it_stays(page: str) -> None:
    with pytest.raises(ValueError, match="the page needs these two lines"):
        renewed(page, FIGURES)


@pytest.mark.parametrize(
    ("figures", "lines"),
    [
        pytest.param(FIGURES, [], id="the same"),
        pytest.param(FIGURES.replace("1 May 2025. 12 ms", "2 May 2025. 90 ms"), [], id="date and times"),
        pytest.param(FIGURES.replace("0.9", "0.8"), ["-| thanks | 0.9 |", "+| thanks | 0.8 |"], id="a figure"),
        pytest.param(FIGURES.partition("### dev")[0].strip(), [], id="a split that isn't here"),
        pytest.param(FIGURES + "\n### train\n", ["+### train"], id="a split that is new"),
    ],
)
def test_it_is_compared(figures: str, lines: list[str]) -> None:
    found = [line for line in differences(PAGE, figures) if not line.startswith(("---", "+++", "@@"))]
    assert found == lines


def test_what_is_missing_is_named() -> None:
    assert missing(PAGE, FIGURES) == []
    assert missing(PAGE, FIGURES.partition("### dev")[0]) == ["dev"]
