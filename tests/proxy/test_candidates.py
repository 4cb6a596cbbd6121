"""Who looks like a recruiter and isn't on the list, and whose mail of this week nobody checked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from proxy.candidates import candidates, uncovered
from proxy.digest import also
from proxy.digest.also import Also
from proxy.store.contacts import Seen
from proxy.store.sightings import FolderState
from proxy.suggestions import Uncovered
from tests.proxy.house import DAY, HOUR, JO, MUM, SAM, House, house, letter


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


def wrote(home: House, *to: str, days: float = 1, account: str = SAM, number: int = 0) -> None:
    number = number or abs(hash((to, days, account))) % 10_000
    when = home.now - timedelta(days=days)
    seen = Seen(number, when, "out", to, f"<sent{number}@example.org>", subject="Hello")
    home.store.sightings.record(account, f"Sent{number}", FolderState(1, number), [seen])


def names(home: House) -> list[str]:
    return [each.address for each in candidates(home.store, home.accounts, home.now)]


def test_stages_count(home: House) -> None:
    """Who hired the user is nobody's recruiter, and not to be suggested as one."""
    wrote(home, "hr@acme.example")
    wrote(home, "hr@mail.firm.example")
    assert names(home) == ["hr@mail.firm.example"]
    home.store.control.set_stage("acme.example", "hired", home.now)
    home.store.control.set_stage("firm.example", "hired", home.now)
    assert names(home) == []


def test_what_was_taken_off_is_not_suggested(home: House) -> None:
    wrote(home, "hr@mail.firm.example")
    home.store.control.set_recruiter("firm.example", added=False, now=home.now)
    assert names(home) == []


async def test_the_week(home: House) -> None:
    for number in range(5):
        wrote(home, MUM, days=number, number=1 + number)
    wrote(home, "jobs@mill.example", "ana@northstaffing.example", "lee@mill.example", days=2)  # one mail
    wrote(home, JO, SAM, days=1)
    wrote(home, "hr@old.example", days=8)
    home.keep(letter(), state="discarded", message_id="<kept@example.org>")
    kept = Seen(90, home.now - HOUR, "out", ("hr@kept.example",), "<kept@example.org>")
    home.store.sightings.record(SAM, "Sent", FolderState(1, 90), [kept])
    week = uncovered(home.store, home.accounts, home.now)
    assert week == Uncovered(mails=6, addresses=4, recruiters=2)
    assert also.uncovered(week) == [
        "This week 6 mails went to 4 addresses that I don't check; 2 look like recruiters: "
        "`tactful recruiters suggest`."
    ]
    home.store.control.set_recruiter("mill.example", added=True, now=home.now)
    assert uncovered(home.store, home.accounts, home.now) == Uncovered(6, 2, 1)
    assert uncovered(home.store, home.accounts, home.now + 30 * DAY) == Uncovered()


def test_each_account_s(home: House) -> None:
    wrote(home, MUM)
    wrote(home, "dad@home.example", account="other@example.org")
    assert uncovered(home.store, home.accounts, home.now, SAM) == Uncovered(1, 1, 0)
    assert uncovered(home.store, home.accounts, home.now) == Uncovered(2, 2, 0)


@pytest.mark.parametrize(
    ("week", "line"),
    [
        (Uncovered(1, 1, 0), "This week 1 mail went to 1 address that I don't check; none looks like a recruiter."),
        (
            Uncovered(3, 2, 1),
            "This week 3 mails went to 2 addresses that I don't check; 1 looks like a recruiter: "
            "`tactful recruiters suggest`.",
        ),
    ],
)
def test_in_words(week: Uncovered, line: str) -> None:
    assert Also(uncovered=week).lines(None) == [line]
    assert Also().lines(None) == []
