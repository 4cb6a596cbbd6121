"""How a test of the configuration loads one."""

from __future__ import annotations

from pathlib import Path

import pytest

from proxy import config
from proxy.config import Config
from tests.configuration.material import Load


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes a configuration and loads it."""

    def written(text: str) -> Config:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return config.load(path)

    return written
