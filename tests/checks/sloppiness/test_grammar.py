"""Harper's part: what it finds, what it is spared, and that several threads may ask at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import harper
import pytest

from checks.sloppiness import grammar
from checks.sloppiness.page import HIDDEN, OUTSIDE


def excerpts(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in grammar.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I would eat a apple there.", ["a"]),
        ("I saw them until he pass away last year.", ["pass"]),
        ("I will say no to they.", ["they"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert excerpts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Neither of us was late.",
        "More then followed, and we coped.",
        "All you need do is sign.",
        "I had had a call, and I know that that counts.",
        "A UCAS form, an MRI, an X-ray, an 8 and a 9.",
        f"I saw a {HIDDEN * 5} and an {HIDDEN * 7} there.",
        f"I went to the{OUTSIDE}the shop.",
        "Twee uur komt mij goed uit.",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert excerpts(text) == []


def test_its_rules_exist() -> None:
    assert set(grammar.HARPER) <= set(harper.get_default_lint_config())


def test_threads_at_once() -> None:
    text = "I would eat a apple there. " * 200
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: len(excerpts(text)), range(12)))
    assert answers == [200] * 12
