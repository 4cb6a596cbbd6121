"""What findings tell people: one sentence of what is read, and a suggestion that itself passes all the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from checks import catalog, negativity, other_offers, presumption, social_media
from checks.model import MISTAKES, Attachment, Contact, Finding, History, Message, Person, Settings
from checks.phrases import Rule
from checks.rules import RULES
from tests.checks.messages import RECRUITER, letter

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
OF_PHRASES: tuple[Rule, ...] = (
    *social_media.RULES,
    *presumption.RULES,
    *negativity.RULES,
    *other_offers.RULES,
)
TRAIN = Path(__file__).parents[1] / "corpus" / "train"
QUOTED = re.compile(r'["“]([A-Z][^"“”]*)["”]')
EACH = 12
"""Rows that are read of each file: enough to set off the rules, few enough for a test."""
FEWEST = 4
"""Words of what is a sentence; fewer are a word to put in place of another."""
MORE = (
    letter("I saw your advert.", subject=""),
    letter("Hi mate, u can see it in teh list. i like it !!! I LIKE IT VERY MUCH INDEED SIR. [Company] is good."),
    letter("I have attached my CV. Your welcome. He go home. I like the the shop."),
    letter("Dear Priya,\n\nI have long wished to work at Globex Industries.\n\nKim Lowe", subject="Fitter at Acme"),
    letter(" ".join(["considering the organisational ramifications of institutional interdependencies"] * 12) + "."),
)


def contacts(*days: float) -> History:
    sent = tuple(
        Contact(NOW - timedelta(days=day), "mail", "out", RECRUITER.address, f"<{day}@post.example>") for day in days
    )
    return History(RECRUITER.address, sent, NOW)


def find(message: Message, *histories: History) -> tuple[Finding, ...]:
    return catalog.find(message, (message.to[0].address,), histories, NOW, Settings()).findings


def messages() -> Iterator[Message]:
    for rule in OF_PHRASES:
        yield from (letter(f"Dear Dana,\n\n{words}\n\nKim Lowe") for words in rule.finds[:4])
    for path in sorted(TRAIN.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines()[:EACH]:
            row = json.loads(line)
            yield Message(
                sender=Person(row["from_name"], row["from_addr"]),
                to=(Person(row["to_name"], row["to_addr"]),),
                subject=row["subject"],
                body=row["body"],
                attachments=tuple(Attachment(name, "application/pdf", 1000) for name in row["attachments"]),
                in_reply_to="<1@acme.example>" if row["reply"] else "",
            )
    yield from MORE


@cache
def every() -> dict[str, dict[str, str]]:
    """Rule -> advice -> message, of all rules that these messages and histories set off."""
    nudge = letter("Dear Dana,\n\nThank you for your time. Is there any news about the post?\n\nKim Lowe")
    found = [finding for message in messages() for finding in find(message)]
    for history in (contacts(40, 30, 2), contacts(60, 30), contacts(1), contacts(2), contacts(4, 3)):
        found += find(nudge, history)
    told: dict[str, dict[str, str]] = {}
    for finding in found:
        told.setdefault(finding.rule, {})[finding.advice] = finding.message
    return told


def suggestions() -> set[str]:
    return {
        said
        for advices in every().values()
        for advice in advices
        for said in QUOTED.findall(advice)
        if len(said.split()) >= FEWEST and "…" not in said
    }


def test_these_messages_set_off_nearly_every_rule() -> None:
    missing = set(RULES) - set(every())
    assert missing - {rule for rule in RULES if rule.endswith(".asked-for")} <= {
        *("frequency.company", "frequency.meeting-assumed", "frequency.promised", "frequency.quiet"),
        "sloppiness.reader",
        "sloppiness.wrong-company",
        "sloppiness.wrong-name",
    }
    assert {rule.name for rule in OF_PHRASES} <= set(every())


def test_each_mistake_but_frequency_and_sloppiness_suggests_a_sentence() -> None:
    for mistake in set(MISTAKES) - {"frequency", "sloppiness"}:
        advices = [
            advice
            for rule, told in every().items()
            if rule.startswith(f"{mistake}.") and not rule.endswith(".asked-for")
            for advice in told
        ]
        assert advices
        for advice in advices:
            assert QUOTED.search(advice), advice


def test_what_is_suggested_passes_all_seven_checks() -> None:
    assert suggestions()
    for said in sorted(suggestions()):
        ended = said if said[-1] in ".?!" else f"{said}."
        body = f"Dear Dana,\n\n{ended}\n\nYours sincerely,\nKim Lowe"
        assert [(one.rule, one.excerpt) for one in find(letter(body))] == [], said


@pytest.mark.parametrize("rule", OF_PHRASES, ids=lambda rule: rule.name)
def test_a_message_is_one_sentence_about_what_is_read(rule: Rule) -> None:
    assert rule.message.startswith("A recruiter would read")
    assert rule.message.endswith(".")
    assert ". " not in rule.message
    assert "!" not in rule.message + rule.advice


@pytest.mark.parametrize("rule", other_offers.RULES, ids=lambda rule: rule.name)
def test_advice_about_a_rival_costs_nobody_an_offer(rule: Rule) -> None:
    assert "leave the other offer out" in rule.advice
    assert "say it by phone" in rule.advice


@pytest.mark.parametrize(
    "name",
    ["negativity.impatience", "negativity.blame", "negativity.threat", "negativity.contempt", "negativity.sarcasm"],
)
def test_what_may_be_a_complaint_is_not_talked_away(name: str) -> None:
    [rule] = [rule for rule in negativity.RULES if rule.name == name]
    assert "If you mean this as a complaint, send it as it is, to HR." in rule.advice
