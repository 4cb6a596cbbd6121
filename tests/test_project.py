"""The project's files agree with each other: dependencies, locks, the page about them, and what the wheel holds."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.imports import ROOT
from tests.servers.need import PACKAGES

LOCKS = ("requirements.lock", "requirements-dev.lock")
PAGE = (ROOT / "docs" / "DEPENDENCIES.md").read_text(encoding="utf-8")
SECTIONS = {name.strip(): text for name, text in re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", PAGE, re.MULTILINE)}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def runtime() -> list[Requirement]:
    read = project()["project"]
    extras = [name for names in read["optional-dependencies"].values() for name in names]
    return [Requirement(line) for line in (*read["dependencies"], *extras)]


def groups() -> list[Requirement]:
    named = [line for group in project()["dependency-groups"].values() for line in group]
    return [Requirement(line) for line in named if isinstance(line, str)]


def locked(name: str) -> dict[str, set[str]]:
    """Package -> versions (several where Python's version decides)."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


# Locks


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"://|--index|--find-links|--trusted|^-|file:|[A-Z]:\\|/(?:home|root|tmp|work|opt)/", text) == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        pytest.param("requirements.lock", [r for r in runtime() if r.name != "psycopg"], id="runtime"),
        pytest.param("requirements-dev.lock", [*runtime(), *groups()], id="development"),
    ],
)
def test_a_lock_is_what_the_project_asks_for(lock: str, wanted: list[Requirement]) -> None:
    versions = locked(lock)
    for requirement in wanted:
        chosen = versions.get(canonicalize_name(requirement.name), set())
        assert chosen, f"{requirement.name} is not in {lock}: make lock"
        assert all(requirement.specifier.contains(version) for version in chosen), f"{requirement} in {lock}: make lock"


def test_users_and_tests_run_on_the_same_versions() -> None:
    development = locked("requirements-dev.lock")
    assert {
        name: versions for name, versions in locked("requirements.lock").items() if development.get(name) != versions
    } == {}


# docs/DEPENDENCIES.md


def test_each_dependency_has_its_section() -> None:
    assert sorted(SECTIONS) == sorted(requirement.name for requirement in runtime())


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_a_section_says_what_is_so(name: str) -> None:
    section = SECTIONS[name]
    assert re.findall(r"^(\w+):", section, re.MULTILINE) == ["Why", "Brings", "Locked", "Licence"]
    (version,) = locked("requirements-dev.lock")[canonicalize_name(name)]
    assert f"Locked: {version}, released " in section
    assert f"Licence: {licence(name)}" in section


def licence(name: str) -> str:
    """As the installed package states it; "" where it states none."""
    read = metadata(name)
    if "License-Expression" in read:
        return read["License-Expression"]
    stated = read["License"].partition("\n")[0] if "License" in read else ""
    return re.sub(r"^.*\((\w+)\)$", r"\1", stated)


# Test servers


@pytest.mark.parametrize("package", sorted(set(PACKAGES.values())))
def test_what_tests_need_is_what_gets_installed(package: str) -> None:
    script = (ROOT / "tests" / "servers" / "install.sh").read_text(encoding="utf-8")
    assert package in script.partition("WANTED='")[2].partition("'")[0].split()


# The wheel


def test_the_wheel_holds_all_that_runs_and_nothing_else(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("tactful-*-py3-none-any.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    lying = {path.relative_to(ROOT).as_posix() for room in ("proxy", "checks") for path in (ROOT / room).rglob("*.*")}
    assert {name for name in lying if "__pycache__" not in name} - held == set()
    assert {name.split("/")[0] for name in held} == {"proxy", "checks"}
    assert {"proxy/py.typed", "checks/py.typed", "proxy/providers.toml"} <= held
    assert any(name.startswith("proxy/store/migrations/versions/") for name in held)
