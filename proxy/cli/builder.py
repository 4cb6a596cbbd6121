"""What the commands need of the whole, which only row 6 builds: given to `main.run` by `__main__`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from proxy.accounts import Accounts
from proxy.cli.output import Output
from proxy.configuration.settings import Config
from proxy.folder.sent import SentFolder
from proxy.mailboxes import Mailboxes
from proxy.post import Post
from proxy.review import Review
from proxy.setup.outside import Outside


class House(Protocol):
    """All rooms of one configuration, joined; proxy.app.App is one."""

    accounts: Accounts
    mailboxes: Mailboxes
    review: Review
    post: Post
    sent: SentFolder
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Builder:
    """How the whole is built and run.

    `opened`: the rooms, for one command. `run`: `tactful run` until it is told to stop; `started` is called with the
    addresses listened at. `is_running`: whether somebody runs with the configuration's store. `demo`: `tactful demo`,
    told whether it ends after the table and where to draw that; its exit status. `outside`: what setup and doctor ask
    of the world.
    """

    opened: Callable[[Config], AbstractAsyncContextManager[House]]
    run: Callable[[Config, Callable[[tuple[str, ...]], None]], None]
    is_running: Callable[[Config], bool]
    demo: Callable[[Output, bool, Path | None], int]
    outside: Callable[[], Outside]


def builder_of(arguments: Namespace) -> Builder:
    """The builder that `main.run` was given."""
    found: Builder = arguments.builder
    return found
