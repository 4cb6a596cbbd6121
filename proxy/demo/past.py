"""What lies in the demo's mailbox before it starts: a few weeks of somebody who looks for a job. Data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from proxy.demo.letter import Letter
from proxy.demo.person import (
    DANIEL,
    GRACE,
    HANNAH,
    JO,
    LENA,
    MARTHA,
    OWEN,
    PRIYA,
    ROBIN,
    SAM,
    TOM,
    Person,
)

Folder = Literal["INBOX", "Sent"]
FOLDERS = ("Sent", "Drafts", "Trash")
"""Besides INBOX."""


@dataclass(frozen=True, slots=True)
class Past:
    """A mail and how long ago it came or went. It lies in Sent where Sam wrote it, else in INBOX."""

    letter: Letter
    ago: timedelta

    @property
    def folder(self) -> Folder:
        """Where it lies."""
        return "Sent" if self.letter.sender == SAM else "INBOX"


def _days(number: float) -> timedelta:
    return timedelta(days=number)


def _wrote(name: str, to: Person, days: float, subject: str, body: str, *, answers: str = "") -> Past:
    return Past(Letter(f"sam-{name}", SAM, to, subject, body, answers), _days(days))


def _got(name: str, sender: Person, days: float, subject: str, body: str, *, answers: str = "") -> Past:
    return Past(Letter(name, sender, SAM, subject, body, answers), _days(days))


PAST: tuple[Past, ...] = (
    # Brightwater: applied, asked once, no answer: the second follow-up is weeks away.
    _wrote("jo-1", JO, 24, "Application: data analyst", "Dear Jo,\n\nMy application for the analyst role.\n\nSam\n"),
    _wrote(
        "jo-2", JO, 6, "Re: Application: data analyst", "Dear Jo,\n\nIs there any news?\n\nSam\n", answers="sam-jo-1"
    ),
    # Stonebridge has never heard of Sam. Willowbank has, nine days ago: time for a first follow-up.
    _wrote("grace-1", GRACE, 9, "Application: office manager", "Dear Grace,\n\nI would like to apply.\n\nSam\n"),
    # All others wrote last.
    _wrote("priya-1", PRIYA, 12, "Application: editor", "Dear Priya,\n\nPlease find my CV attached.\n\nSam\n"),
    _got(
        "priya-2",
        PRIYA,
        2,
        "Our talk on Tuesday",
        "Hi Sam,\n\nGood to meet you today.\n\nPriya\n",
        answers="sam-priya-1",
    ),
    _wrote("tom-1", TOM, 20, "Application: gardener", "Dear Tom,\n\nI would like to apply.\n\nSam\n"),
    _got("tom-2", TOM, 1, "Re: Application: gardener", "Hi Sam,\n\nWe decide next week.\n\nTom\n", answers="sam-tom-1"),
    _wrote("martha-1", MARTHA, 30, "Application: paralegal", "Dear Martha,\n\nMy application.\n\nSam\n"),
    _got(
        "martha-2",
        MARTHA,
        8,
        "Interview on Thursday",
        "Dear Sam,\n\nThursday at ten?\n\nMartha\n",
        answers="sam-martha-1",
    ),
    _wrote("owen-1", OWEN, 40, "Application: controller", "Dear Owen,\n\nMy application.\n\nSam\n"),
    _got("owen-2", OWEN, 15, "Re: Application: controller", "Sam,\n\nStill deciding.\n\nOwen\n", answers="sam-owen-1"),
    _got("lena-1", LENA, 3, "Your portfolio", "Hello Sam,\n\nCould you send your portfolio?\n\nLena\n"),
    _got("daniel-1", DANIEL, 4, "Second round", "Dear Sam,\n\nThe panel liked your talk.\n\nDaniel\n"),
    _got("hannah-1", HANNAH, 0.2, "A time to talk", "Hi Sam,\n\nDoes Tuesday at 3 suit you?\n\nHannah\n"),
    # And what else there is in a mailbox.
    _got("robin-1", ROBIN, 5, "Saturday?", "hey, market on saturday?\n\nR\n"),
    _wrote("robin-2", ROBIN, 5, "Re: Saturday?", "yes! ten at the bridge\n", answers="robin-1"),
)
