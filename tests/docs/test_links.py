"""What the documents point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proxy.cli.main import COMMANDS
from tests.docs.blocks import DOCUMENTS
from tests.imports import ROOT


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_commands_exist(document: Path) -> None:
    named = set(re.findall(r"`(?:\$ )?tactful ([a-z]+)", document.read_text(encoding="utf-8")))
    assert named - {name for name, *_ in COMMANDS} == set()


def test_the_readme_names_all_seven_in_their_order() -> None:
    from checks.model import MISTAKES

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\d\. \*\*.*?\*\* \(`([a-z-]+)`\)", text, re.MULTILINE)) == MISTAKES
