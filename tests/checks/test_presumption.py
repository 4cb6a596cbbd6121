"""Presumption: the same words before an offer and after it, in hope and in certainty."""

from __future__ import annotations

import pytest

from checks.model import Message, Person, Settings
from checks.presumption import find
from checks.text import new_text
from tests.checks.threads import found, letter

CERTAIN = "I'll start on Monday the 3rd. When will my badge be ready?"


@pytest.mark.parametrize(
    ("words", "rule", "excerpt"),
    [
        ("I can\u2019t wait\nto start!", "presumption.joy", "can\u2019t wait\nto start"),
        ("You can stop interviewing now.", "presumption.certain", "You can stop interviewing"),
        ("I have just handed in my notice.", "presumption.told", "handed in my notice"),
        ("Put me down for Tuesday on the rota.", "presumption.things", "Put me down for Tuesday on the rota"),
    ],
)
def test_it_points_at_the_words(words: str, rule: str, excerpt: str) -> None:
    [finding] = found(find, letter(words))
    assert (finding.rule, finding.excerpt) == (rule, excerpt)


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for offering me the post. " + CERTAIN,
        "I am delighted to accept the offer. " + CERTAIN,
        "Thank you for your offer letter. " + CERTAIN,
    ],
)
def test_an_offer_named_in_the_new_words_counts(words: str) -> None:
    assert found(find, letter(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Another firm has offered me the same post. " + CERTAIN,
        "Thank you for offering me a second slot. " + CERTAIN,
        "I hope that you will make me an offer. " + CERTAIN,
    ],
)
def test_no_offer_of_theirs_no_excuse(words: str) -> None:
    assert found(find, letter(words))


@pytest.mark.parametrize(
    "words",
    [
        "If you choose me, I'll start on Monday the 3rd.",
        "Should I join, my first day would be the 3rd.",
        "Would whoever is hired get a laptop?",
        "I'll be there on Monday at nine for the interview.",
        "I look forward to meeting the team on Tuesday.",
        "On my first day at the mill I lost a glove.",
    ],
)
def test_hope_condition_and_appointments_pass(words: str) -> None:
    assert found(find, letter(words)) == []


def test_what_they_wrote_is_theirs() -> None:
    assert found(find, letter("Noted, thank you.", quoted="See you on your first visit. I'll start on Monday.")) == []


@pytest.mark.parametrize(
    "words",
    ["A hotel took me on this morning. I'll start on Monday.", "I must withdraw: I begin work on Monday at the mill."],
)
def test_a_job_taken_elsewhere_is_not_theirs(words: str) -> None:
    assert found(find, letter(words)) == []


def under(subject: str, *, reply: bool = False) -> list[tuple[str, str]]:
    body = "Hi Jo,\n\nThank you for Tuesday; I enjoyed the tour.\n\nBest,\nBen"
    message = Message(
        Person("", "ben@pool.example"), subject=subject, body=body, in_reply_to="<1@firm.example>" if reply else ""
    )
    return [(one.part, one.excerpt) for one in find(message, new_text(body), Settings())]


@pytest.mark.parametrize(
    ("subject", "excerpt"),
    [
        ("Your new analyst", "Your new analyst"),
        ("Hello from your  new tuner", "Hello from your  new tuner"),
        ("Your new sub-editor has a question", "Your new sub-editor"),
        ("Regulatory affairs: my first quarter", "my first quarter"),
        ("First day", "First day"),
        ("Joining Brody Insurance in May", "Joining Brody Insurance in May"),
        ("I got the job!", "I got the job"),
        ("Where do I sign my contract?", "Where do I sign"),
        ("When do we get paid?", "When do we get paid"),
        ("New starter: J. Wicks", "New starter"),
    ],
)
def test_a_subject_may_take_the_job_for_granted(subject: str, excerpt: str) -> None:
    assert under(subject) == [("subject", excerpt)]


@pytest.mark.parametrize(
    "subject",
    [
        "Congratulations on your new director",
        "Your new website",
        "Your new analyst position",
        "Application: your next barista role",
        "Joining Thursday's call on Teams",
        "Joining bonus in May",
        "My first day at the mill",
        "Thank you for the interview",
        "First impressions",
        "My new address",
        "Where do I park?",
        "Re: Your new analyst",
        "AW: First day",
    ],
)
def test_a_subject_that_only_looks_alike_is_spared(subject: str) -> None:
    assert under(subject) == []


def test_the_subject_of_an_answer_is_theirs() -> None:
    assert under("First day", reply=True) == []
