"""What the commands share: the configuration that they take, the app that they act with, times as people type them."""

from __future__ import annotations

import asyncio
import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from email_validator import EmailNotValidError, validate_email

from proxy import config as configuration
from proxy import durations
from proxy.cli.builder import House, builder_of
from proxy.configuration.settings import Config
from proxy.errors import UsageError
from proxy.recruiters import normalise
from proxy.store.store import Store

T = TypeVar("T")


def add_common(parser: ArgumentParser, *, first: bool = False) -> None:
    """The options of every command. `first`: of the whole command line, which alone has defaults.

    They are understood before a command and behind it: a command's own default would undo what stands before it.
    """
    config, json = (None, False) if first else (SUPPRESS, SUPPRESS)
    parser.add_argument(
        "--config", metavar="FILE", default=config, help="the configuration (default: $TACTFUL_CONFIG, else yours)"
    )
    parser.add_argument("--json", action="store_true", default=json, help="one JSON object a line")


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def config_of(arguments: Namespace) -> Config:
    """The configuration in force, read once a command. Raises ConfigError."""
    if not hasattr(arguments, "read"):
        arguments.read = configuration.load(path_of(arguments))
    read: Config = arguments.read
    return read


def path_of(arguments: Namespace) -> Path:
    """Where the configuration is."""
    return configuration.locate(arguments.config, os.environ)


def store_of(arguments: Namespace) -> Store:
    """The store of the configuration, for commands that need nothing else. Raises ConfigError and StoreError."""
    return Store.open(configuration.store_url(config_of(arguments)))


def acting(arguments: Namespace, act: Callable[[House], Awaitable[T]]) -> T:
    """Runs something with all rooms joined, as `run` has them. Raises what that raises."""
    config = config_of(arguments)

    async def whole() -> T:
        async with builder_of(arguments).opened(config) as house:
            return await act(house)

    return asyncio.run(whole())


def time_of(text: str, *, past: bool = False) -> datetime:
    """A time as typed: ISO 8601 (local where it has no offset), or a length of time from now ("2 hours", "3 days").

    `past`: a length of time means so long ago. Raises UsageError.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        length = length_of(text, 'a time such as 2027-01-15T09:00+01:00, or how long from now, such as "3 days"')
        return now() - length if past else now() + length
    return found.astimezone()


def length_of(text: str, wanted: str = 'a length of time such as "2 hours"') -> timedelta:
    """A length of time as typed. Raises UsageError."""
    try:
        return durations.parse(text)
    except ValueError as error:
        raise UsageError(f'"{text}" is not understood.', f"Write {wanted}.") from error


def address_of(text: str) -> str:
    """A mail address as typed, normalised. Raises UsageError."""
    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise UsageError(f'"{text}" is no mail address.', "Write one such as jo@acme.example.") from error
    return normalise(text)
