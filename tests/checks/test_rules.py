"""The list of rules' names that a configuration may use, held against the checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checks
from checks.model import DEFAULT_LEVELS, MISTAKES
from checks.rules import RULES
from checks.sloppiness import check

FOLDER = Path(checks.__file__).parent
SOURCE = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.py")) if path.name != "rules.py")
NO_FINDING = {"thanks.gratitude", "thanks.appreciation", "thanks.kindness", "thanks.remembrance"}
"""What a check looks for and is glad to find."""


def test_every_rule_that_a_check_names_is_listed() -> None:
    named = set(re.findall(rf'"((?:{"|".join(MISTAKES)})\.[a-z-]+)"', SOURCE))
    assert named - NO_FINDING <= set(RULES), "add it to checks/rules.py"
    sloppiness = {name for name in RULES if name.startswith("sloppiness.")} - {"sloppiness.reader"}
    assert {f"sloppiness.{name}" for name in check.RULES} == sloppiness
    assert set(DEFAULT_LEVELS) <= set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_every_listed_rule_is_named_by_a_check(name: str) -> None:
    assert f'"{name}"' in SOURCE or f'"{name.partition(".")[2]}"' in SOURCE


def test_rules_stand_once_and_in_the_order_of_the_checks() -> None:
    order = [MISTAKES.index(one) for name in RULES for one in MISTAKES if name.startswith(f"{one}.")]
    assert len(set(RULES)) == len(RULES) == len(order)
    assert order == sorted(order)
