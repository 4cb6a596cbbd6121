"""The configuration file on the disk: read for its defaults, and written whole or not at all.

Promises: the file is the user's alone; a file that was there before is kept beside it; what would be refused is never
put in place, and whatever ends setup in the middle leaves the former file as it was.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from proxy import config as configuration
from proxy.configuration.settings import Config
from proxy.errors import ConfigError, TactfulError


@dataclass(frozen=True, slots=True)
class Former:
    """What was there. `config` None: nothing, or nothing that can be used; `fault`: why it can't."""

    exists: bool = False
    config: Config | None = None
    tables: Mapping[str, Any] = field(default_factory=dict)
    fault: ConfigError | None = None


def read(path: Path) -> Former:
    """The file as it is. Raises nothing for one that can't be used."""
    if not os.path.lexists(path):
        return Former()
    try:
        config = configuration.load(path)
        return Former(True, config, tomllib.loads(path.read_text("utf-8-sig")))
    except ConfigError as error:
        return Former(True, fault=error)
    except OSError:
        return Former(True)


def write(path: Path, text: str, now: datetime) -> tuple[Config, Path | None]:
    """Puts the file in place: what it says as tactful reads it, and where the former one is kept, if there was one.

    Raises ConfigError where tactful would refuse it, and TactfulError where it can't be written.
    """
    real = path.resolve()  # a link stays a link
    new = real.with_name(f".{real.name}.{secrets.token_hex(4)}")
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put(new, text.encode())
        config = configuration.load(new)
        backup = None
        if real.exists():
            backup = _free(real, now)
            put(backup, real.read_bytes())
        new.replace(real)
    except OSError as error:
        raise TactfulError(
            f"The configuration {path} can't be written: {error.strerror or type(error).__name__}.",
            "See that the folder is yours and the disk has room, or name another file with --config.",
        ) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    return config.model_copy(update={"path": path}), backup


def put(path: Path, octets: bytes) -> None:
    """Makes a file that only the user can read; it is on the disk then. Raises OSError where there is one already."""
    with open(path, "wb", opener=_private) as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)


def _free(path: Path, now: datetime) -> Path:
    """A name for the former file that nothing has yet."""
    stem = f"{path.name}.{now:%Y%m%d-%H%M%S}"
    return next(
        each for number in range(1000) if not (each := path.with_name(stem + (f"-{number}" if number else ""))).exists()
    )
