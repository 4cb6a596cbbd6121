"""What the second voice adds to the rules, and where it doubts them."""

from __future__ import annotations

from checks.model import MISTAKES, Effect, Finding, Mistake
from checks.reader.encoder import LABELLED, Reading
from checks.reader.voice import RULES, SAID, speak
from checks.text import new_text

BODY = "Thank you for Tuesday. A crowd in Athlone is mad to have me. Is there any news?"
TEXT = new_text(BODY)
SPEAKS: dict[str, float] = dict.fromkeys(LABELLED, 0.9)
DOUBTS: dict[str, float] = dict.fromkeys(LABELLED, 0.05)


def reading(mistake: Mistake, probability: float, words: str = "") -> Reading:
    at = BODY.find(words)
    weights = ((0, 5, -3.0), (at, at + len(words), 4.0)) if words else ()
    return Reading(
        {each: probability if each == mistake else 0.3 for each in LABELLED},
        {"follow-up": 1.0},
        {each: weights if each == mistake else () for each in LABELLED},
    )


def rule(mistake: Mistake, effect: Effect = "hold") -> Finding:
    return Finding(mistake, f"{mistake}.rule", effect, "m", "a", "body", 0, 5, BODY[:5])


def test_it_speaks_where_it_is_sure_and_points_at_the_sentence_that_moved_it() -> None:
    [found] = speak(reading("other-offers", 0.95, "Athlone"), TEXT, [], SPEAKS, DOUBTS)
    assert (found.rule, found.effect, found.excerpt) == (
        "other-offers.reader",
        "hold",
        "A crowd in Athlone is mad to have me.",
    )
    assert BODY[found.start : found.end] == found.excerpt


def test_it_is_silent_where_it_is_not_sure() -> None:
    assert speak(reading("other-offers", 0.89, "Athlone"), TEXT, [], SPEAKS, DOUBTS) == []


def test_it_is_silent_where_a_rule_has_spoken() -> None:
    found = [rule("other-offers")]
    assert speak(reading("other-offers", 0.99, "Athlone"), TEXT, found, SPEAKS, DOUBTS) == found


def test_it_speaks_where_a_rule_found_something_only_worth_a_note() -> None:
    found = speak(reading("other-offers", 0.99, "Athlone"), TEXT, [rule("other-offers", "note")], SPEAKS, DOUBTS)
    assert [finding.effect for finding in found] == ["note", "hold"]


def test_it_is_silent_where_it_has_no_say() -> None:
    sure = reading("other-offers", 0.99, "Athlone")
    assert speak(sure, TEXT, [], SPEAKS, DOUBTS, silent=frozenset({"other-offers"})) == []
    assert speak(sure, TEXT, [], {}, DOUBTS) == []


def test_a_rule_that_it_doubts_is_worth_a_note() -> None:
    [found] = speak(reading("negativity", 0.04), TEXT, [rule("negativity")], SPEAKS, DOUBTS)
    assert (found.rule, found.effect) == ("negativity.rule", "note")


def test_it_does_not_doubt_what_it_can_not_see() -> None:
    kept = [rule("sloppiness"), rule("frequency")]
    assert speak(reading("sloppiness", 0.0), TEXT, kept, SPEAKS, DOUBTS) == kept


def test_missing_thanks_are_said_of_the_sentence_that_makes_it_a_follow_up() -> None:
    [found] = speak(reading("thanks", 0.95, "Thank"), TEXT, [], SPEAKS, DOUBTS, telling=2)
    assert found.excerpt == "Is there any news?"


def test_there_is_nothing_to_say_of_no_words() -> None:
    assert speak(reading("negativity", 0.99), new_text(""), [], SPEAKS, DOUBTS) == []


def test_each_mistake_of_text_has_its_words() -> None:
    assert list(SAID) == list(RULES) == [mistake for mistake in MISTAKES if mistake != "frequency"]
