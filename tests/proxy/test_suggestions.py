"""Who looks like a recruiter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checks.model import Contact, History
from proxy.suggestions import Suggestion, suggest

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def history(address: str, *subjects: str) -> History:
    return History(address, tuple(Contact(NOW, "mail", "out", address, subject=subject) for subject in subjects))


@pytest.mark.parametrize(
    ("address", "subjects", "reason"),
    [
        ("jobs@mill.example", (), 'its name says "jobs"'),
        ("hr.team@mill.example", (), 'its name says "hr"'),
        ("chris@mill.example", (), None),
        ("ana@northstaffing.example", (), "its domain sounds like an agency or a job board"),
        ("jo@mill.example", ("Lunch", "Re: Interview on Friday"), 'you wrote to each other about: "interview"'),
        ("jo@mill.example", ("My CV",), 'you wrote to each other about: "cv"'),
        ("mum@home.example", ("Saturday", "the jobless cat"), None),
        ("christopher@mill.example", ("Holiday",), None),
    ],
)
def test_why(address: str, subjects: tuple[str, ...], reason: str | None) -> None:
    expected = [] if reason is None else [Suggestion(address, reason)]
    assert suggest([history(address, *subjects)], lambda _: False) == expected


def test_who_counts_already_is_not_suggested() -> None:
    both = [history("jobs@mill.example"), history("hr@other.example")]
    assert suggest(both, lambda address: address.endswith("@mill.example")) == [
        Suggestion("hr@other.example", 'its name says "hr"')
    ]
