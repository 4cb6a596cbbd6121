"""Reads the configuration file: where it is, what is in it, and everything that is wrong with it at once.

Promises: a configuration is whole or refused (ConfigError); no secret of it is ever shown. Nothing here writes.
"""

from __future__ import annotations

import errno
import re
import socket
import ssl
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_state_path
from pydantic import ValidationError

from proxy.configuration import combinations, faults, keys
from proxy.configuration.account import Account, Mailbox, SecretSource, Security, Server
from proxy.configuration.levels import unpack
from proxy.configuration.settings import (
    CheckRules,
    Company,
    Config,
    DigestRules,
    FrequencyRules,
    HistoryRules,
    Hold,
    Listen,
    Listener,
    RecruiterRules,
    StoreRules,
    ThanksRules,
    Tls,
)
from proxy.configuration.values import Place
from proxy.errors import ConfigError, Fault

__all__ = [
    "Account",
    "CheckRules",
    "Company",
    "Config",
    "DigestRules",
    "FrequencyRules",
    "HistoryRules",
    "Hold",
    "Listen",
    "Listener",
    "Mailbox",
    "Place",
    "RecruiterRules",
    "SecretSource",
    "Security",
    "Server",
    "Stamp",
    "StoreRules",
    "ThanksRules",
    "Tls",
    "changed",
    "load",
    "locate",
    "state_folder",
    "store_url",
]

VARIABLE = "TACTFUL_CONFIG"


def locate(explicit: str | None, environ: Mapping[str, str]) -> Path:
    """The configuration's file: as given, else `$TACTFUL_CONFIG`, else in the platform's user configuration folder."""
    if explicit:
        return Path(explicit).expanduser()
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE]).expanduser()
    return user_config_path("tactful", appauthor=False) / "config.toml"


def state_folder() -> Path:
    """The platform's folder for what the user's programs keep. Not made here."""
    return user_state_path("tactful", appauthor=False)


def store_url(config: Config) -> str:
    """The SQLAlchemy URL of the store: as set, else SQLite in the user's state folder."""
    return config.store.url or f"sqlite:///{state_folder() / 'tactful.db'}"


def load(path: Path) -> Config:
    """The configuration in this file. Raises ConfigError with every fault, in the file's order."""
    raw = _parse(path, _read(path))
    folder = path.absolute().parent
    known = keys.of_configuration()
    found = [faults.unknown([name], raw[name], known) for name in raw if name not in known]
    table, wrong_levels = unpack({name: value for name, value in raw.items() if name in known})
    found += wrong_levels
    config, cause = None, None
    try:
        config = Config.model_validate(table, context={"folder": folder}, by_alias=True, by_name=False)
    except ValidationError as error:
        cause = error
        found += faults.of_validation(error, known)
    found += combinations.faults(raw)
    found += _certificate(raw, folder)
    if config is None or found:
        raise ConfigError(
            f"The configuration {path} can't be used.",
            "One thing must be mended:" if len(found) == 1 else f"{len(found)} things must be mended:",
            _in_order(found, raw),
        ) from cause
    warnings = (*_missing_addresses(config.listen), *combinations.warnings(config))
    return config.model_copy(update={"path": path, "warnings": warnings})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another without reading it. Editors that replace the file change `inode`."""

    modified: int
    size: int
    inode: int


def changed(path: Path, last: Stamp | None) -> Stamp | None:
    """The file's stamp now: another than `last` where it changed.

    `last` itself where there is no file to read at this moment: editors take it away and put a new one in its place.
    """
    try:
        status = path.stat()
    except OSError:
        return last
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(
            f"There is no configuration at {path}.",
            "Run `tactful setup`: it asks a few questions and writes it (by hand: docs/CONFIGURATION.md).",
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        fault = Fault(f"line {line}", faults.HIDDEN, "Save the file as UTF-8; your editor offers it under Save As.")
        # The cause would carry the whole file.
        raise ConfigError(f"The configuration {path} is not UTF-8 text.", "", (fault,)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(
            f"The configuration {path} can't be read: {reason}.", "See that it is a file and that you may read it."
        ) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        fault = _syntax(text, str(error))
    # The cause would carry words of the file, which may hold a password.
    raise ConfigError(f"The configuration {path} can't be read.", "One line is not TOML:", (fault,)) from None


def _syntax(text: str, said: str) -> Fault:
    match = re.search(r"\(at line (\d+), column \d+\)", said)
    lines = text.splitlines() or [""]
    number = int(match[1]) if match else len(lines)
    line = lines[min(number, len(lines)) - 1]
    named = re.match(r"\s*([A-Za-z0-9_-]+)\s*=", line)
    known = keys.of_configuration()
    name = named[1] if named and (named[1] in known or any(keys.homes(known, named[1]))) else ""
    return Fault(f"line {number}" + (f" ({name})" if name else ""), faults.HIDDEN, _syntax_remedy(said, bool(name)))


def _syntax_remedy(said: str, has_name: bool) -> str:
    if "escape" in said.lower() or "\\" in said:
        return "A backslash means something else in double quotes; write paths in single quotes: 'C:\\Mail\\key'."
    if "overwrite" in said or "twice" in said or "immutable" in said:
        return "This key or section stands in the file twice; keep one."
    if ("statement" in said or "key" in said) and not has_name:
        return 'Write name = value, a [section], or a remark after "#"; look at the line above it too.'
    return (
        'Text stands in quotes ("text"), lists in brackets (["one", "two"]), true, false and whole numbers without; '
        "every quote and bracket is closed again. Look at the line above it too."
    )


def _in_order(found: list[Fault], raw: Mapping[str, Any]) -> tuple[Fault, ...]:
    sections = list(raw)
    names = [re.split(r"[.\[]", fault.key)[0] for fault in found]
    places = [sections.index(name) if name in sections else len(sections) for name in names]
    order = sorted(range(len(found)), key=lambda number: places[number])
    return tuple(dict.fromkeys(found[number] for number in order))


def _certificate(raw: Mapping[str, Any], folder: Path) -> list[Fault]:
    listen = raw.get("listen")
    try:
        tls = Tls.model_validate(listen["tls"] if isinstance(listen, dict) else None, context={"folder": folder})
    except (KeyError, ValidationError):
        return []
    found = []
    for name, path in (("certificate", tls.certificate), ("key", tls.key)):
        try:
            path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            remedy = f"This file can't be read ({reason}): see that it is there and that you may read it."
            found.append(Fault(f"listen.tls.{name}", str(path), remedy))
    if found:
        return found
    try:
        # Without a password of ours OpenSSL would ask at the terminal.
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls.certificate, tls.key, password=lambda: "")
    except (ssl.SSLError, ValueError):
        remedy = (
            "They can't be used together: both must be PEM files, the key must be the certificate's and must have no "
            "password of its own."
        )
        found.append(Fault("listen.tls", f"{tls.certificate}, {tls.key}", remedy))
    return found


def _missing_addresses(listen: Listen) -> list[str]:
    places = {listener.host: f"listen.smtp {listener.at}" for listener in listen.smtp}
    if listen.web:
        places.setdefault(listen.web.host, f"listen.web {listen.web}")
    return [
        f"{name}: this machine has no address {host}, so tactful does not listen there."
        for host, name in places.items()
        if host != "localhost" and not _has_address(host)
    ]


def _has_address(host: str) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.bind((host, 0))
    except OSError as error:
        return error.errno not in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EINVAL}
    return True
