"""The configuration file as setup writes it: commented, and with everything of an earlier one that setup didn't ask
about. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

HEAD = """\
# The configuration of tactful, written by `tactful setup` on {day}. Change it as you like: tactful reads it again
# as soon as you save it. What is not here has its usual value; config.example.toml shows all keys.
# No password ever stands in this file.
"""

OF_ACCOUNT = {
    "address": "# Your address. It is also the user name with which your mail program logs in to tactful.",
    "smtp": '# The server that sends your mail. security: "tls", "starttls" or, for a server on this machine, "none".',
    "imap": "# The server of your mailbox, where tactful reads what was sent and answered before.",
    "username": "# The user name at these servers.",
    "password": "# Where your mail password is found.",
    "client_password": "# Where the password is found that your mail program logs in to tactful with.",
}

OF_SECTION = {
    "listen": "# Where tactful listens on this machine.",
    "recruiters": '# Who counts as a recruiter: only mail to them is read. "acme.example" is everybody there.',
}

FIRST = ("listen", "accounts", "recruiters")


def text(tables: Mapping[str, Any], day: date) -> str:
    """The file. `tables`: as tomllib reads them; "accounts" is a list of tables."""
    lines = [HEAD.format(day=day.isoformat())]
    names = [*(name for name in FIRST if name in tables), *(name for name in tables if name not in FIRST)]
    for name in names:
        table = tables[name]
        if name == "accounts":
            for account in table:
                lines += ["[[accounts]]", *_lines(account, OF_ACCOUNT), ""]
        else:
            remark = [OF_SECTION[name]] if name in OF_SECTION else []
            lines += [*remark, f"[{_key(name)}]", *_lines(table, {}), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(table: Mapping[str, Any], remarks: Mapping[str, str]) -> Iterator[str]:
    for key, value in table.items():
        if key in remarks:
            yield remarks[key]
        yield f"{_key(key)} = {toml(value)}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml(name)


def toml(value: object) -> str:
    """A value as TOML 1.0 writes it, on one line. TypeError for what TOML doesn't have."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        # JSON's escapes are TOML's, but JSON lets DEL through.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {toml(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml, value))}]"
    raise TypeError(type(value).__name__)
