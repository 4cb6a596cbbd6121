"""What is wrong with a configuration, in words: key, value and remedy of each fault. Pure.

Promises: no value is shown that may hold a secret. Passwords are not written in the file, but people do it once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, time

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from proxy.configuration import keys
from proxy.errors import Fault

HIDDEN = "(hidden)"
MISSING = "(missing)"
LONGEST_VALUE = 80

NEEDED = {
    "accounts": "There is no account yet. Write [[accounts]] and below it your address, servers and password's place; "
    "config.example.toml shows how.",
    "address": 'Write your mail address here: address = "sam@example.org".',
    "smtp": "Write the server that sends your mail: smtp = "
    '{ host = "smtp.example.org", port = 465, security = "tls" }; your mail provider\'s help pages name it.',
    "password": "Say where your mail password is found: password = { keyring = true }, and store it once with "
    "`tactful password`.",
    "host": 'Write the server\'s name: host = "smtp.example.org".',
    "at": 'Write the address: at = "127.0.0.1:2465".',
    "certificate": 'Write the certificate\'s file: certificate = "fullchain.pem".',
    "key": 'Write the private key\'s file: key = "privkey.pem".',
}

OF_TYPE = {
    "string_type": 'Write text in quotes, such as "text".',
    "int_type": "Write a whole number without quotes, such as 465.",
    "bool_type": "Write true or false, without quotes.",
    "tuple_type": 'Write a list in square brackets, such as ["one", "two"].',
    "model_type": "Write a table, such as { name = value }, or a section under its own [heading].",
    "dict_type": "Write a section under its own [heading].",
    "too_short": "Write at least one, or leave the line out.",
}

ADDRESSES = frozenset({"address", "aliases", "username"})
HARMLESS = ADDRESSES | {"host", "port", "security", "sent", "drafts"}
"""The keys of an account whose values are shown; of these only addresses may hold an at-sign."""

_SECRET = re.compile(r"(?i)pass|pwd|secret|token|auth|cred|apikey|api_key|private|^pw$|^pin$")


def of_validation(error: ValidationError, known: keys.Keys) -> list[Fault]:
    """The faults that pydantic found, in its order. `known`: what keys there are (`keys.of_configuration`)."""
    details = [detail for detail in error.errors(include_url=False) if not _only_follows(detail)]
    found = [(detail, _of_detail(detail, known)) for detail in details]
    meant = {_mended(detail["loc"], known) for detail in details if detail["type"] == "extra_forbidden"}
    return [fault for detail, fault in found if detail["type"] != "missing" or detail["loc"] not in meant]


def key(location: Sequence[int | str]) -> str:
    """A place in the file as the user writes it; entries of a list count from 1: `accounts[1].smtp.port`."""
    text = ""
    for step in location:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            name = step if re.fullmatch(r"[A-Za-z0-9_-]+", step) else json.dumps(step, ensure_ascii=False)
            text += f".{name}" if text else name
    return text


def shown(location: Sequence[int | str], value: object) -> str:
    """A value as TOML writes it, shortened; "(hidden)" for what may be a secret."""
    names = [step for step in location if isinstance(step, str)]
    text = _toml(value)
    if any(_SECRET.search(name) for name in names):
        return HIDDEN
    if names[:1] == ["accounts"] and text != "{ ... }":
        if names[-1] not in HARMLESS or (names[-1] not in ADDRESSES and re.search(r"@|://", text)):
            return HIDDEN
    elif names[:1] == ["store"] and "://" in text:
        return HIDDEN
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 3]}..."


def unknown(location: Sequence[int | str], value: object, known: keys.Keys) -> Fault:
    """The fault of a key that does not exist, with the one that was likely meant."""
    name, siblings = str(location[-1]), tuple(keys.at(known, location[:-1]))
    # Whatever stands under a mistyped name may be a password ("pasword"), most likely where passwords are spoken of.
    mended = _mended(location, known)
    harmless = len(location) > 1 and (location[0] not in {"accounts", "store"} or mended[-1])
    hidden = shown(location, value) == HIDDEN if location[0] != "accounts" else False
    text = shown(mended if mended[-1] else location, value) if harmless and not hidden else HIDDEN
    return Fault(key(location), text, _meant(name, siblings, known))


def _only_follows(detail: ErrorDetails) -> bool:
    """A list of which every entry is wrong counts as too short as well."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _mended(location: Sequence[int | str], known: keys.Keys) -> tuple[int | str, ...]:
    return (*location[:-1], keys.nearest(str(location[-1]), tuple(keys.at(known, location[:-1]))))


def _meant(name: str, siblings: Sequence[str], known: keys.Keys) -> str:
    if near := keys.nearest(name, siblings):
        return f"There is no such key. Did you mean {near}?"
    if home := next(keys.homes(known, name), ""):
        return f"This key belongs into {_heading(home)}."
    if near := keys.nearest(name, tuple(known)):
        return f"There is no such key. Did you mean the section {_heading(near)}?"
    listed = ", ".join(siblings)
    return f"There is no such key; take the line out. The keys here are: {listed}." if listed else "Take this line out."


def _heading(home: str) -> str:
    section, _, table = home.partition(".")
    heading = "[[accounts]]" if section == "accounts" else f"[{section}]"
    return f"{table} in {heading}" if table else heading


def _of_detail(detail: ErrorDetails, known: keys.Keys) -> Fault:
    location = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return unknown(location, detail["input"], known)
    value = MISSING if detail["type"] == "missing" else shown(location, detail["input"])
    return Fault(key(location), value, _remedy(detail))


def _remedy(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "tactful":
        return str(context["remedy"])
    if kind == "missing":
        return NEEDED.get(name, "This is needed.")
    if kind == "literal_error":
        return _choice(str(context["expected"]), detail["input"])
    if name == "accounts":
        return NEEDED[name] if kind == "too_short" else "Write [[accounts]], with two brackets on each side."
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        return f"Write a number that is {'at least' if 'ge' in context else 'at most'} {bound}."
    return OF_TYPE.get(kind, f"{detail['msg']}.")


def _choice(expected: str, value: object) -> str:
    options = re.findall(r"'([^']*)'", expected)
    near = keys.nearest(value, options) if isinstance(value, str) else ""
    asked = f' Did you mean "{near}"?' if near else ""
    return "Write " + ", ".join(f'"{option}"' for option in options[:-1]) + f' or "{options[-1]}".{asked}'


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{ ... }" if value else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
