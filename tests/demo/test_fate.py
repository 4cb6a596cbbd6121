"""What the demo says of a message is what was seen of it, and nothing else passes for what was promised."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from checks.model import MISTAKES, Finding, Mistake
from proxy.demo.fate import Became, Fate, Seen, as_json
from proxy.demo.letter import Letter
from proxy.demo.mailbag import MAILBAG, Promise
from proxy.demo.past import PAST
from proxy.demo.person import DOMAINS, RECRUITERS, SAM
from proxy.demo.table import picture
from proxy.demo.upstream import Taken
from proxy.model import Envelope, Held, Recipient, State

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLEAN = MAILBAG[0]
THANKS = next(each for each in MAILBAG if each.held_for == ("thanks",))
BYTES = b"Subject: hello\r\n\r\nbody\r\n"


def taken(promise: Promise, content: bytes = BYTES, *more: str) -> Taken:
    return Taken(SAM.address, (promise.letter.to.address, *more), content)


def finding(mistake: Mistake) -> Finding:
    return Finding(mistake, f"{mistake}.rule", "hold", "They would frown.", "Write it in another way.", "body")


def kept(promise: Promise, *mistakes: Mistake, state: State = "held", outcome: str = "") -> Held:
    return Held(
        id="abcdefgh",
        account=SAM.address,
        state=state,
        received=NOW,
        due=None,
        envelope=Envelope(SAM.address, (), (Recipient(promise.letter.to.address),)),
        subject=promise.letter.subject,
        size=len(BYTES),
        findings=tuple(finding(each) for each in mistakes),
        outcome=outcome,
    )


HELD = "2.0.0 Held by tactful as abcdefgh: thanks"


@pytest.mark.parametrize(
    ("promise", "seen", "became", "right"),
    [
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN)]), "forwarded", True),
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, "thanks")), "held", True),
        # the other verdict
        (CLEAN, Seen(HELD, BYTES, [], kept(CLEAN, "thanks")), "held", False),
        (THANKS, Seen("2.0.0 OK", BYTES, [taken(THANKS)]), "forwarded", False),
        # held for something else, for more, for nothing
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, "negativity")), "held", False),
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, "thanks", "negativity")), "held", False),
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, outcome="Not checked.")), "held", False),
        # the client was told something else
        (THANKS, Seen("2.0.0 OK", BYTES, [], kept(THANKS, "thanks")), "held", False),
        (THANKS, Seen("550 no", BYTES, [], kept(THANKS, "thanks", state="rejected")), "rejected", False),
        # neither, both, twice, other bytes, somebody else as well
        (CLEAN, Seen("451 later", BYTES), "lost", False),
        (THANKS, Seen(HELD, BYTES, [taken(THANKS)], kept(THANKS, "thanks")), "both", False),
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN), taken(CLEAN)]), "changed", False),
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN, BYTES + b"\r\n")]), "changed", False),
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN, BYTES, "boss@other.example")]), "changed", False),
    ],
)
def test_became(promise: Promise, seen: Seen, became: Became, right: bool) -> None:
    fate = Fate(promise, seen)
    assert (fate.became, fate.as_promised) == (became, right)
    assert as_json(fate)["as_promised"] is right


@pytest.mark.parametrize(
    ("promise", "seen", "why"),
    [
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN)]), "Nothing in it that could hurt."),
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN)], remark="Private."), "Private."),
        (CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN)], notes=(finding("thanks"),)), "They would frown."),
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, "thanks")), "They would frown."),
        (THANKS, Seen(HELD, BYTES, [], kept(THANKS, outcome="Not checked.")), "Not checked."),
        (CLEAN, Seen("451 4.4.1 later", BYTES), "451 4.4.1 later"),
    ],
)
def test_why(promise: Promise, seen: Seen, why: str) -> None:
    assert Fate(promise, seen).why == (why,)


def test_the_mailbag_has_each_mistake_once_and_some_mail_that_is_fine() -> None:
    assert sorted(each.held_for for each in MAILBAG if each.held_for) == sorted((mistake,) for mistake in MISTAKES)
    assert len(MAILBAG) == 12


def test_everybody_is_invented() -> None:
    letters: list[Letter] = [*(each.letter for each in MAILBAG), *(each.letter for each in PAST)]
    people = {person for letter in letters for person in (letter.sender, letter.to)}
    assert [person.address for person in people if not person.address.endswith(".example")] == []
    assert len(set(DOMAINS)) == len(RECRUITERS)


def test_no_two_letters_have_one_name() -> None:
    names = [*(each.letter.name for each in MAILBAG), *(each.letter.name for each in PAST)]
    assert len(set(names)) == len(names)
    answers = {*(each.letter.answers for each in MAILBAG), *(each.letter.answers for each in PAST)}
    assert answers - {""} <= set(names)


def test_a_letter_is_plain_mail() -> None:
    for promise in MAILBAG:
        content = promise.letter.content(NOW)
        assert content.isascii()
        assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
        assert max(map(len, content.split(b"\r\n"))) <= 998


def test_the_picture_fetches_nothing() -> None:
    held = Seen(HELD, BYTES, [], kept(THANKS, "thanks"))
    drawn = picture([Fate(CLEAN, Seen("2.0.0 OK", BYTES, [taken(CLEAN)])), Fate(THANKS, held)])
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert re.findall(r"url\((?!#)[^)]*\)|href=", drawn) == []
    assert "abcdefgh" in drawn


def test_a_fate_that_is_wrong_shows_in_the_picture() -> None:
    wrong = Fate(THANKS, Seen("2.0.0 OK", BYTES, [taken(THANKS)]))
    assert "expected:" in picture([wrong])
    assert "expected:" not in picture([replace(wrong, promise=CLEAN, seen=Seen("", BYTES, [taken(CLEAN)]))])
