"""The names of the configuration's keys, taken from its models, and the nearest to one that was mistyped. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel

from proxy.configuration.settings import CheckRules, Config

Keys = Mapping[str, "Keys"]
"""Each key with the keys of its own table; those of a list of tables stand directly under it. Empty: no table."""

NOT_IN_THE_FILE = ("path", "warnings")
"""Fields of `Config` that no file sets."""


def of_configuration() -> Keys:
    """All keys of a configuration file. Under "checks" only `words`: names of checks and rules are data."""
    keys = {name: below for name, below in _of(Config).items() if name not in NOT_IN_THE_FILE}
    assert set(_of(CheckRules)) == {"levels", "words"}
    return {**keys, "checks": {"words": {}}}


def at(keys: Keys, location: Sequence[int | str]) -> Keys:
    """The keys of the table there; numbers (places in lists) are passed over. Empty where no table is."""
    for step in location:
        if isinstance(step, str):
            keys = keys.get(step, {})
    return keys


def homes(keys: Keys, name: str, above: str = "") -> Iterator[str]:
    """The tables that have a key of this name: "recruiters", "accounts.smtp"."""
    for key, below in keys.items():
        if name in below:
            yield f"{above}{key}"
        yield from homes(below, name, f"{above}{key}.")


def nearest(name: str, known: Sequence[str]) -> str:
    """The known name that was most likely meant; "" where none is near."""
    plain = {one.lower(): one for one in known}
    found = get_close_matches(name.strip().lower().replace("_", "-"), [one.replace("_", "-") for one in plain], 1, 0.6)
    return next((plain[one] for one in plain if found and one.replace("_", "-") == found[0]), "")


def _of(model: type[BaseModel]) -> dict[str, Keys]:
    return {str(field.validation_alias or name): _below(field.annotation) for name, field in model.model_fields.items()}


def _below(annotation: Any) -> Keys:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of(annotation)
    found: dict[str, Keys] = {}
    for part in get_args(annotation):
        found |= _below(part)
    return found
